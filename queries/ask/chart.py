"""Search: all compositions of relations that use every word of a question, cheapest first.

Words that mean something become *pieces*: sets, relations without their ends, times, operators.
Neighbours are joined as their types allow, each join at a cost; small words between them (marks)
make the ways of joining that they announce cheaper.  A reading is a piece over all words.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from queries.ask.forms import AllOf, And, Cond, Entity, Form, Minus, Or, Rel, When, depth, replace
from queries.ask.groups import HOLDERS, is_holder
from queries.ask.naming import kind_of
from queries.ask.times import Interval
from queries.ask.vocabulary import Vocabulary, ancestors, compatible
from queries.catalogue import Catalogue
from queries.header import DATED, SIMPLE_TYPES, Query

MOST_PIECES = 9  # that one stretch of words may be read as
MOST_WHOLE = 30  # that the whole question may be read as
DEARER = 1.4  # than the cheapest: such pieces of one stretch are dropped
MOST_DEPTH = 5
MOST_KINDS = 4  # of things in a column that says something by itself
LEAST_SIZE = 2  # of what is called by its size alone: nobody says "the 1"
MOST_JOINS = 6_000  # that are tried for one question; what people ask takes 1,500 at most
STRANGE = 0.5  # what it costs that a thing would stand where none of its kind does
LEAST_JOIN = 0.05  # what a join may save

Marks = frozenset[str]
_T = TypeVar("_T")
_SIMPLE = frozenset(SIMPLE_TYPES)
_TAKING = frozenset(
    {"set", "rel", "operator", "time word", "ask", "asks"}
)  # kinds that others join
_HAPPENING = frozenset({"Event", "Person", "Office", "Administration", "Tenure", "Organization"})
_ASKED_FOR = frozenset({"Person", "Official", "Actor", "Entity"})  # what "who" may stand for
_TIMED = frozenset({"Event", "Administration", "Official", "Office", "Tenure"})
_DIRECTIONS = frozenset({"to", "from", "by", "about", "against"})


@dataclass(frozen=True)
class Piece:
    """A stretch of words as something: ``kind`` is set, rel, time, ask, operator, ... ."""

    kind: str
    form: Form | None = None
    cost: float = 0.0
    name: str = ""  # of an ask, an operator, a time word, a status
    when: When | None = None
    cond: Cond | None = None  # a value, whose column is of any query that has it
    query: str = ""  # whose column the value is of
    asks: tuple[str, ...] = ()
    ops: tuple[str, ...] = ()
    wh: bool = False  # a question word: it asks for what it joins
    number: int | None = None
    each: bool = False  # each of a set by itself
    side: str = ""  # of which parent's side kin of this are
    dropped: int = field(default=0, compare=False)  # words left out that may mean something
    lead: Marks = field(default=frozenset(), compare=False)  # small words at its beginning
    tail: Marks = field(default=frozenset(), compare=False)  # and at its end

    def key(self) -> tuple[object, ...]:
        """What makes two pieces the same reading."""
        return (
            self.kind, self.form, self.name, self.when, self.cond,
            tuple(sorted(self.asks)), tuple(sorted(self.ops)), self.wh, self.number, self.side, self.each,
        )  # fmt: skip


@dataclass
class Chart:
    """The search over one question's pieces."""

    catalogue: Catalogue
    vocabulary: Vocabulary
    labels_of: Callable[[str], frozenset[str]]  # an entity's labels
    language: str = "en"
    usual: Mapping[str, frozenset[str]] = field(default_factory=dict)  # kinds of things in a column
    query: Callable[[str], Query] = field(init=False)  # by name
    labels: Callable[[str], dict[str, str]] = field(init=False)  # the columns of a query, typed
    joins: int = 0  # that were tried; beyond the most there are no readings
    _limit: float = float("inf")  # pieces of the stretch being read that cost more are of no use

    def __post_init__(self) -> None:
        self.query = _Made(lambda name: self.catalogue.queries[name]).__getitem__
        self.labels = _Made(lambda name: self.query(name).kinds).__getitem__

    # -- types ------------------------------------------------------------------------------

    def column_label(self, rel: Rel, column: str) -> str:
        """The class or simple type of a column."""
        return self.labels(rel.query)[column]

    def dated(self, query: str) -> bool:
        """Whether a query says when."""
        return self.query(query).dated

    def label(self, form: Form) -> str | None:
        """The class of what a form gives; None for a relation that has no focus yet."""
        if isinstance(form, Rel):
            return self.labels(form.query)[form.focus] if form.focus else None
        if isinstance(form, (Entity, AllOf)):
            return form.label
        if isinstance(form, (And, Or)):
            return self.label(form.parts[0])
        return self.label(form.whole)

    def class_columns(self, rel: Rel) -> list[str]:
        """The columns in which things stand."""
        return self.query(rel.query).things

    def narrowed(self, form: Form, label: str) -> Form | None:
        """A form as far as it may be of a class; None if nothing of it may."""
        if isinstance(form, Entity):
            kept = tuple(i for i in form.ids if label in self.labels_of(i) or label == "Entity")
            return replace(form, ids=kept, label=label) if kept else None
        own = self.label(form)
        return form if own and own not in _SIMPLE and compatible(own, label) else None

    # -- joining ----------------------------------------------------------------------------

    def join(self, left: Piece, right: Piece, marks: Marks) -> Iterator[Piece]:
        """All pieces that two neighbours make, in their order in the question."""
        marks = marks | left.tail | right.lead
        if left.kind == "nothing":
            dropped = left.dropped + right.dropped
            yield replace(right, cost=_sum(left, right), lead=marks | left.lead, dropped=dropped)
            return
        if right.kind == "nothing":
            dropped = left.dropped + right.dropped
            yield replace(left, cost=_sum(left, right), tail=marks | right.tail, dropped=dropped)
            return
        dropped = left.dropped + right.dropped
        around = (left.lead, right.tail, dropped)
        for joined in self._joined(left, right, marks):
            if joined.cost > self._limit:
                continue
            if (joined.lead, joined.tail, joined.dropped) != around:
                joined = replace(joined, lead=left.lead, tail=right.tail, dropped=dropped)
            yield joined

    def _joined(self, left: Piece, right: Piece, marks: Marks) -> Iterator[Piece]:
        if left.kind in _TAKING:
            yield from self._join(left, right, marks, True)
        if right.kind in _TAKING:
            yield from self._join(right, left, marks, False)
        if left.kind == right.kind == "set":
            yield from self._sets(left, right, marks)
        if left.kind == right.kind == "rel" and marks & {"and", "or"}:
            yield from self._verbs(left, right)
        elif left.kind == right.kind == "value":
            one, other = left.cond, right.cond
            if one and other and one.column == other.column:
                both = tuple(sorted({*one.holds, *other.holds}))
                yield replace(
                    left, cond=Cond(one.column, holds=both), cost=_sum(left, right) - 0.05
                )
        elif left.kind == right.kind == "time":
            if "and" in marks:
                yield from self._range(left, right)
            if "or" in marks:
                yield from self._either(left, right)

    def _join(self, one: Piece, other: Piece, marks: Marks, forward: bool) -> Iterator[Piece]:
        """``one`` takes ``other``; ``forward`` if one stands before it."""
        if one.wh and isinstance(one.form, AllOf) and other.kind in ("ask", "asks"):
            yield replace(other, cost=_sum(one, other))  # "who was the judge"
        if one.kind in ("set", "rel") and one.form is not None:
            if other.kind in ("set", "rel"):
                yield from self._fill(one, other, marks, not forward)
            elif other.kind == "time" and other.when is not None:
                yield from self._timed(one, other)
            elif other.kind == "ask":
                yield _with(one, other, asks=(*one.asks, other.name))
            elif other.kind == "operator" and other.name not in ("not", "each"):
                yield _with(one, other, ops=(*one.ops, other.name))
            elif other.kind == "not":
                yield from self._without(one, other)
            elif other.kind == "side":
                yield from self._sided(one, other)
            elif other.kind == "value":
                yield from self._valued(one, other)
            elif other.kind == "status":
                yield from self._statused(one, other)
            elif other.kind == "number" and not forward:
                yield from self._numbered(one, other)
        elif one.kind == "operator" and one.name == "not" and forward:
            if other.kind in ("set", "value") and len(other.asks) < 2:
                yield replace(
                    other, kind="not", cost=one.cost + other.cost, name=other.kind, asks=()
                )
        elif one.kind == "operator" and one.name == "each" and forward:
            if other.kind == "set" and not other.asks and not isinstance(other.form, Entity):
                yield replace(other, cost=_sum(one, other), each=True)
        elif one.kind == "time word" and forward:
            yield from self._bounded(one, other)
        elif one.kind == "ask" and other.kind == "ask" and forward:
            several = (*_asked(one), *_asked(other))
            yield replace(one, kind="asks", asks=several, cost=_sum(one, other) - 0.05)
        elif one.kind == "asks" and other.kind == "ask" and forward:
            yield replace(one, asks=(*one.asks, other.name), cost=_sum(one, other))
        if one.kind in ("set", "rel") and other.kind == "asks":
            yield _with(one, other, asks=(*one.asks, *other.asks))

    def _fill(self, one: Piece, other: Piece, marks: Marks, left: bool) -> Iterator[Piece]:
        """A relation takes a set into one of its open columns; ``left``: the set stands before it."""
        rel, given = one.form, other.form
        # "how many people" asks for people as "which people" does
        counted = isinstance(given, AllOf) and other.ops == ("count",) and not one.ops
        asked = (other.wh or counted) and isinstance(given, AllOf)
        if given is None or other.asks or (other.ops and not counted):
            return
        if counted:
            one = replace(one, ops=other.ops)
        if isinstance(rel, Or) and isinstance(given, (Entity, AllOf)) and not other.each:
            yield from self._each(one, other, rel, marks, left)
            return
        if not isinstance(rel, Rel):
            return
        if isinstance(given, Rel) and given.query == rel.query and not other.each:
            merged = _merged(rel, replace(given, focus=None) if not left and rel.focus else given)
            if merged is not None:
                cost = _sum(one, other) + 0.05
                wh = one.wh or other.wh
                yield replace(one, kind=_kind(merged), form=merged, cost=cost, wh=wh)
        loose = given if other.kind == "rel" and isinstance(given, Rel) else None
        if other.kind == "rel":
            given = self._focused(given)
            if given is None:
                return
        if depth(given) + 1 > MOST_DEPTH:
            return
        query = self.query(rel.query)
        labels = query.kinds
        for column in query.things:
            known = rel.cond(column)
            if known is not None:
                plain = labels.get(query.target or "") in SIMPLE_TYPES
                bare = other.wh and isinstance(given, AllOf)
                if bare and plain and isinstance(known.form, Entity) and column != rel.focus:
                    # "who goes by MacGyver": the name itself is the answer
                    yield replace(
                        one,
                        kind="set",
                        form=replace(rel, focus=column),
                        cost=_sum(one, other) + 0.3,
                    )
                continue
            if loose is not None:
                given = self._towards(loose, labels[column]) or self._focused(loose) or given
            kept = self.narrowed(given, labels[column])
            if kept is None or (isinstance(given, Or) and given.joint):
                continue
            cost = _sum(one, other) + self._place_cost(
                rel, query, column, given, marks, left, other
            )
            if cost > self._limit and column != rel.focus:
                continue
            wanted, own = labels[column], self.label(given)
            if isinstance(given, Rel) and own in ("Entity", "Actor") and own != wanted:
                cost += 0.5  # what may be anything is hardly meant as this
            announced = not marks.isdisjoint(self.vocabulary.roles.get(column, ()))
            if isinstance(given, Rel) and wanted in ("Entity", "Event") and not announced:
                cost += 0.3  # of anything at all: rather what the words say by themselves
            joined = marks & {"of", "possessive", "by", "with"}
            if isinstance(given, Or) and not joined and self._even(rel, query):
                cost += 0.6  # "are A and B brothers" is about both, not about each
            if isinstance(given, Rel) and marks & {"and", "or"}:
                cost += 0.5  # what is joined by these stands side by side
            if isinstance(given, Rel) and not (given.conds or given.when or marks):
                cost += 0.3  # all that a relation has is hardly meant without a word
            if loose is not None and loose.subject is not None and left:
                cost += 0.1  # what somebody does is told behind a noun, not in front of it
            if column == rel.focus:
                if isinstance(given, AllOf):
                    yield from self._restricted(one, other, rel, given)
                continue
            cost += self._strange(rel.query, column, kept)
            if cost > self._limit:
                continue
            if isinstance(given, Rel) and (given.query, given.focus) == (rel.query, column):
                continue  # rows of a relation among themselves: that is a merge, above
            if other.each:
                yield from self._by_each(one, rel, column, kept, cost)
                continue
            filled = rel.given(Cond(column, kept))
            if other.side:
                if column != query.source or rel.query not in self.vocabulary.sided:
                    continue
                through = self._through(rel.given(Cond(column, kept)), other.side)
                if through is not None:
                    yield replace(one, kind="set", form=through, cost=cost)
                continue
            listed = labels.get(query.target or "") not in SIMPLE_TYPES
            refocus = asked or (
                rel.focus is None
                and listed
                and not isinstance(given, Entity)
                and other.kind == "set"
            )
            if isinstance(given, AllOf):
                # "which cartel does X belong to": the class says what is asked for
                if isinstance(kept, AllOf) and kept.label in ancestors(labels[column]):
                    filled = rel  # it says no more than the column does
                if rel.focus is not None and not asked:
                    cost += 0.3
            yield replace(
                one,
                kind="set" if refocus or rel.focus else "rel",
                form=replace(filled, focus=column) if refocus else filled,
                cost=cost,
                wh=one.wh or other.wh,
            )
        if isinstance(given, Or) and len(given.parts) == 2:
            yield from self._pair(one, other, rel, given)
            if ("with" in marks or given.joint) and all(isinstance(p, Entity) for p in given.parts):
                yield from self._both(one, other, rel, given)
        # "the transfers of Sheinbaum": while she was in office
        if "date" in labels and not rel.when and self._governs(given):
            when = When("during", forms=(given,), each=other.each)
            yield replace(one, form=replace(rel, when=(when,)), cost=_sum(one, other) + 0.55)

    def _strange(self, query: str, column: str, given: Form) -> float:
        """What it costs that nothing of this kind stands in a column."""
        usual = self.usual.get(f"{query}.{column}")
        kinds = self._kinds_of(given)
        if usual is None or kinds is None or not kinds.isdisjoint(usual):
            return 0.0
        return STRANGE

    def _kinds_of(self, form: Form) -> frozenset[str] | None:
        """The kinds of things that a form gives; None where they may be any."""
        if isinstance(form, Entity):
            return frozenset(kind_of(self.labels_of(i)) for i in form.ids)
        if isinstance(form, Rel):
            return self.usual.get(f"{form.query}.{form.focus}")
        if isinstance(form, Minus):
            return self._kinds_of(form.whole)
        if isinstance(form, (And, Or)):
            kinds = [k for k in map(self._kinds_of, form.parts) if k is not None]
            if not kinds:
                return None
            if isinstance(form, And):
                return frozenset.intersection(*kinds)
            return frozenset.union(*kinds) if len(kinds) == len(form.parts) else None
        return None

    def _by_each(
        self, one: Piece, rel: Rel, column: str, given: Form, cost: float
    ) -> Iterator[Piece]:
        """*How many ... each transfer*: what is counted is the other end."""
        focus = rel.focus if rel.focus != column else None
        query = self.query(rel.query)
        ends = (focus, query.target, query.source, *self.class_columns(rel))
        found = next((e for e in ends if e and e != column), None)
        form = replace(rel.given(Cond(column, given, each=True)), focus=found)
        yield replace(one, kind="set", form=form, cost=cost)

    def _governs(self, given: Form) -> bool:
        """Whether all that a form may mean held an office or was a government."""
        if isinstance(given, Rel):
            return given.query == "tenures" and bool(given.conds)
        return isinstance(given, Entity) and all(
            {"Official", "Administration"} & self.labels_of(i) for i in given.ids
        )

    def _both(self, one: Piece, other: Piece, rel: Rel, given: Or) -> Iterator[Piece]:
        """*Children of A with B*: what the relation has with each of them."""
        column = self.query(rel.query).source
        if column is None or rel.cond(column) is not None or rel.focus == column:
            column = self.query(rel.query).target
        if column is None or rel.cond(column) is not None or rel.focus == column:
            return
        kept = [self.narrowed(p, self.column_label(rel, column)) for p in given.parts]
        if all(k is not None for k in kept):
            form = And(tuple(rel.given(Cond(column, k)) for k in kept))
            yield replace(one, kind="set", form=form, cost=_sum(one, other) + 0.1)

    def _each(
        self, one: Piece, other: Piece, several: Or, marks: Marks, left: bool
    ) -> Iterator[Piece]:
        """*Founders and leaders of X*: the set goes into each of the relations."""
        if not all(isinstance(p, Rel) for p in several.parts):
            return
        filled: list[Form] = []
        cost = 0.0
        for part in several.parts:
            ways = self._fill(
                replace(one, form=part, cost=0.0), replace(other, cost=0.0), marks, left
            )
            best = min(ways, key=lambda p: p.cost, default=None)
            if best is None or best.form is None:
                return
            form = self._focused(best.form)
            if form is None:
                return
            filled.append(form)
            cost = max(cost, best.cost)
        yield replace(one, form=Or(tuple(filled)), cost=_sum(one, other) + cost)

    def _restricted(self, one: Piece, other: Piece, rel: Rel, given: AllOf) -> Iterator[Piece]:
        """A class word beside a noun that names something of that class: *cartel members*."""
        label = self.column_label(rel, rel.focus or "")
        form: Form = rel
        if given.label not in ancestors(label):
            form = rel.given(Cond(rel.focus or "", given))
        yield replace(one, form=form, cost=_sum(one, other) + 0.1, wh=one.wh or other.wh)

    def _place_cost(
        self,
        rel: Rel,
        query: Query,
        column: str,
        given: Form,
        marks: Marks,
        left: bool,
        other: Piece,
    ) -> float:
        """What it costs that a set stands where it does: words that announce it make it cheaper."""
        label = self.column_label(rel, column)
        cost = _generality(label, self.label(given) or label, other.wh)
        role = self.vocabulary.roles.get(column)
        if role and not marks.isdisjoint(role):
            return 0.0 if label == "Entity" else cost
        if role and column not in (rel.subject, rel.object):
            cost += 0.5 if marks & _DIRECTIONS else 0.25  # "to" announces no origin
            cost += 0.5 if other.wh and rel.subject != column else 0.0
        if rel.subject is not None:  # a verb: its subject before it, its object behind it
            passive = "be" in marks or "by" in marks
            if "possessive" in marks:
                cost += 0.6  # "his father" is a noun, though "to father" is a verb
            takes = self.labels(rel.query).get(rel.object or "") in _ASKED_FOR
            if other.wh and column == rel.subject and not takes:
                return cost  # "who was the first to plead": nobody pleads anybody
            if other.wh and marks & {"be", "do"} and takes:
                return cost + (0.0 if column == rel.object else 0.6)
            if column == rel.subject:
                if self.language == "es":  # the subject stands behind the verb as often
                    return cost + (0.0 if left and not passive else 0.1)
                return cost + (0.0 if left != passive else 0.4)
            if column == rel.object:
                return cost + (0.05 if left == passive else 0.3)
            return cost + 0.3
        if column == query.source:
            if (not left and marks & {"of", "possessive"}) or (left and "possessive" in marks):
                return cost
            return cost + (0.2 if not left else 0.3)
        return cost + (0.3 if column == query.target else 0.35)

    def _even(self, rel: Rel, query: Query) -> bool:
        """Whether both ends of a relation take things of one kind."""
        ends = [self.labels(rel.query).get(e or "", "") for e in (query.source, query.target)]
        return compatible(*ends) and not set(ends) & set(SIMPLE_TYPES)

    def _pair(self, one: Piece, other: Piece, rel: Rel, given: Or) -> Iterator[Piece]:
        """*A and B* into both ends of a relation: are they brothers, how are they connected."""
        query = self.query(rel.query)
        ends = [query.source, query.target]
        if None in ends or any(rel.cond(e or "") for e in ends):
            return
        first, second = (
            self.narrowed(part, self.column_label(rel, end or ""))
            for part, end in zip(given.parts, ends, strict=True)
        )
        if first is not None and second is not None:
            filled = rel.given(Cond(ends[0] or "", first)).given(Cond(ends[1] or "", second))
            # "grandchildren of A and B" are of both: each end has a name of its own
            cost = _sum(one, other) + (0.4 if self._has_two_names(query) else 0.0)
            yield replace(one, kind="set", form=replace(filled, focus=ends[1]), cost=cost)

    def _has_two_names(self, query: Query) -> bool:
        """Whether there are nouns for each end of a relation: *grandparent* and *grandchild*."""
        named = {w.object for w in query.words if w.subject is None}
        return {query.source, query.target} <= named

    def _sets(self, left: Piece, right: Piece, marks: Marks) -> Iterator[Piece]:
        """Two sets side by side: a list, or what they have in common."""
        one, other = left.form, right.form
        if one is None or other is None or (left.asks and right.asks):
            return
        if left.side or right.side or left.each or right.each:
            return  # these are said of what a relation takes
        labels = self.label(one), self.label(other)
        if None in labels or not compatible(str(labels[0]), str(labels[1])):
            return
        joined = replace(
            left,
            asks=(*left.asks, *right.asks),
            ops=(*left.ops, *right.ops),
            wh=left.wh or right.wh,
            cost=_sum(left, right),
        )
        if isinstance(one, AllOf) and one == other:
            yield replace(joined, form=one)  # a class said twice is one
            return
        if isinstance(one, AllOf) or isinstance(other, AllOf):
            general, special = (one, other) if isinstance(one, AllOf) else (other, one)
            if isinstance(special, AllOf) and isinstance(general, AllOf):
                if marks & {"of", "possessive"}:
                    return  # "people of whom" are not both
                for narrow, wide in ((special, general), (general, special)):
                    if wide.label in ancestors(narrow.label) and not marks & {"or"}:
                        yield replace(joined, form=narrow, cost=joined.cost + 0.1)
                        return
            if isinstance(special, Rel):
                return  # a class word restricts the focus of a relation: that is another join
            if isinstance(special, Entity) and isinstance(general, AllOf):
                kept = self.narrowed(special, general.label)
                if kept is not None:  # a name is not what is asked for
                    cost = joined.cost + (0.4 if left.wh or right.wh else 0.1)
                    yield replace(joined, form=kept, cost=cost, wh=False)
                return
        if isinstance(one, Entity) and isinstance(other, Entity) and not marks & {"and", "or"}:
            common = tuple(i for i in one.ids if i in other.ids)
            if common:  # "El Chango Méndez": a nickname and a part of the name
                same = replace(one, ids=common, said=f"{one.said} {other.said}")
                yield replace(joined, form=same, cost=joined.cost + 0.05)
        if marks & {"and", "or"} or (isinstance(one, Entity) and isinstance(other, Entity)):
            parts = tuple(dict.fromkeys((*_parts(one, Or), *_parts(other, Or))))
            if len({isinstance(p, AllOf) for p in parts}) > 1:
                return  # "groups allied or affiliated": all of a class is no alternative
            cost = joined.cost + (0.05 if marks & {"and", "or", "with"} else 0.6)
            parts = _widest(parts)
            bare = [p for p in parts if isinstance(p, Rel) and not _bound(p)]
            if len(bare) not in (0, len(parts)):
                cost += 0.5  # "brothers and sisters of X": of X belongs to both
            clause = "and" in marks and (_is_verb(one) or _is_verb(other))
            if clause:
                cost += 0.6  # "members of X who were arrested and sent": both hold
            if len({isinstance(p, Entity) for p in parts}) > 1:
                cost += 0.6  # "are A and B connected" is not a list of A and of what B is
            joint = "with" in marks and not marks & {"and", "or"}
            form = parts[0] if len(parts) == 1 else Or(parts, joint)
            yield replace(joined, form=form, cost=cost)
        if isinstance(one, Entity) and isinstance(other, Entity):
            return
        several = [f for f in (one, other) if isinstance(f, Or) and _names(f)]
        mixed = [
            f
            for f in (one, other)
            if isinstance(f, Or) and any(map(_names, f.parts)) and not _names(f)
        ]
        if mixed or (several and not {"more", "fewer", "most", "least"} & {*left.ops, *right.ops}):
            return
        for entity, rel in ((one, other), (other, one)):
            if _names(entity) and isinstance(rel, Rel) and rel.focus:
                kept = self.narrowed(entity, self.column_label(rel, rel.focus))
                if kept is not None and rel.cond(rel.focus) is None:
                    filled = rel.given(Cond(rel.focus, kept))
                    yield replace(joined, form=filled, cost=joined.cost + 0.3)
                return
        if isinstance(one, Rel) and isinstance(other, Rel):
            merged = _merged(one, other)
            if merged is not None:
                yield replace(joined, form=merged, cost=joined.cost + 0.2)
        parts = tuple(sorted((*_parts(one, And), *_parts(other, And)), key=_shape))
        both = And(parts)
        clause = "and" in marks and (_is_verb(one) or _is_verb(other))
        strange = STRANGE if self._kinds_of(both) == frozenset() else 0.0
        cost = joined.cost + strange + (0.1 if clause else 0.3)
        for part in (one, other):
            kinds = self._kinds_of(part) or frozenset()
            if isinstance(part, Rel) and not _bound(part) and len(kinds) > MOST_KINDS:
                cost += 0.4  # whatever somebody spoke of
        yield replace(joined, form=both, cost=cost)

    def _verbs(self, left: Piece, right: Piece) -> Iterator[Piece]:
        """*Allied or affiliated with X*: what follows belongs to both verbs."""
        one, other = left.form, right.form
        if not isinstance(one, Rel) or not isinstance(other, Rel) or one.query == other.query:
            return
        if not (_filled(one) or _filled(other)):
            yield Piece("set", Or((one, other)), _sum(left, right) + 0.25)

    def _timed(self, one: Piece, other: Piece) -> Iterator[Piece]:
        """A time bounds a relation that has dates."""
        when = other.when
        if when is None or one.form is None:
            return
        inner = when.forms[0] if when.op == "during" and len(when.forms) == 1 else None
        asked = inner is not None and is_holder(inner) and not when.each
        dearer = 0.15 if asked else 0.0  # somebody always holds an office
        for form in self._with_time(one.form, when):
            cost = _sum(one, other) + self._time_cost(form, when) + dearer
            yield replace(one, form=form, cost=cost)
        if asked and isinstance(inner, Rel) and isinstance(one.form, Rel):
            # "under which president was X handed over": the president is asked for
            happened = replace(one.form, focus=None)
            if not one.asks and not one.ops and _bound(happened) and self._has_time(happened):
                then = When("during", forms=(happened,))
                held = replace(inner, focus=HOLDERS[inner.query], when=(*inner.when, then))
                yield replace(one, kind="set", form=held, cost=_sum(one, other) + 0.05, wh=True)

    def _time_cost(self, form: Form, when: When) -> float:
        """A time goes to an event before it goes to what lasts, and is not told twice."""
        for rel in _own_rels(form):
            if when in rel.when:
                seldom = 0.45 if rel.query in self.vocabulary.undated else 0.0
                return seldom or (0.0 if "date" in self.labels(rel.query) else 0.2)
        return 0.1

    def _with_time(self, form: Form, when: When) -> Iterator[Form]:
        if isinstance(form, Rel):
            if self.dated(form.query) and len(form.when) < 2 and _may_meet(form.when, when):
                yield replace(form, when=(*form.when, when))
        elif isinstance(form, And):
            for at, part in enumerate(form.parts):
                for timed in self._with_time(part, when):
                    yield And((*form.parts[:at], timed, *form.parts[at + 1 :]))
        elif isinstance(form, Minus):
            for timed in self._with_time(form.whole, when):
                yield Minus(timed, form.without)

    def _bounded(self, word: Piece, other: Piece) -> Iterator[Piece]:
        """*before 2019*, *under Biden*, *when he was arrested*."""
        if word.name == "between":
            if other.kind == "range" and other.when is not None:
                yield replace(other, kind="time", cost=_sum(word, other))
            elif (
                isinstance(other.form, Or)
                and other.kind == "set"
                and not other.asks
                and all("Event" in ancestors(self.label(p) or "") for p in other.form.parts)
            ):
                yield Piece(
                    "time", cost=_sum(word, other), when=When("between", forms=other.form.parts)
                )
            return
        if other.kind == "time" and other.when is not None and other.when.op == "during":
            yield replace(other, cost=_sum(word, other), when=replace(other.when, op=word.name))
        elif word.name == "during" and isinstance(other.form, AllOf) and other.kind == "set":
            for query, column in HOLDERS.items():  # "under which administration"
                if query in self.catalogue.queries and column == other.form.label.lower():
                    when = When("during", forms=(Rel(query, None),))
                    yield Piece("time", cost=_sum(word, other), when=when)
        elif word.name == "year" and isinstance(other.form, Entity) and self._is_person(other.form):
            return  # "the year of somebody" is of what happened to him
        elif other.kind in ("set", "rel") and other.form is not None and {*other.asks} <= {*DATED}:
            form = replace(other.form, focus=None) if isinstance(other.form, Rel) else other.form
            if isinstance(form, Entity) and form.label == "Office":  # while somebody held it
                form = Rel("tenures", None, (Cond("office", form),))
            whose = 0.4 if other.asks and not (isinstance(form, Rel) and form.conds) else 0.0
            if self._has_time(other.form):
                yield Piece(
                    "time", cost=_sum(word, other) + whose, when=When(word.name, forms=(form,))
                )

    def _is_person(self, form: Entity) -> bool:
        return all("Person" in self.labels_of(i) for i in form.ids)

    def _has_time(self, form: Form) -> bool:
        """Whether what a form gives has a time: an event, a term of office, a dated row."""
        if isinstance(form, Entity):
            return any(_TIMED & self.labels_of(i) for i in form.ids)
        outer = form.parts[0] if isinstance(form, And | Or) else form
        if not isinstance(outer, Rel) or not self.dated(outer.query):
            return False
        return outer.focus is None or bool(_HAPPENING & ancestors(self.label(outer) or ""))

    def _either(self, left: Piece, right: Piece) -> Iterator[Piece]:
        """*In 2015 or 2022*: a time in any of several periods."""
        one, two = left.when, right.when
        if one and two and one.op == two.op and not one.forms and not two.forms:
            several = [p for w in (one, two) for p in (w.periods or (w.period,)) if p]
            yield Piece("time", cost=_sum(left, right), when=When(one.op, periods=tuple(several)))

    def _range(self, left: Piece, right: Piece) -> Iterator[Piece]:
        one, two = left.when, right.when
        if one and two and one.period and two.period and one.op == two.op == "during":
            period = Interval(one.period.first, two.period.last)
            if (period.first or "") <= (period.last or "9"):
                yield Piece("range", cost=_sum(left, right), when=When("during", period))

    def _sided(self, one: Piece, other: Piece) -> Iterator[Piece]:
        """*Paternal*, *on her mother's side*: kin through one of the parents."""
        if isinstance(one.form, Entity) and not one.side:
            yield replace(one, side=other.name, cost=_sum(one, other))
        through = self._through(one.form, other.name)
        if through is not None:
            yield replace(one, form=through, cost=_sum(one, other))

    def _through(self, rel: Form | None, side: str) -> Form | None:
        """Kin of somebody that is kin of one parent as well; None where no way is known."""
        if not isinstance(rel, Rel) or rel.query not in self.vocabulary.sided:
            return None
        source = rel.cond(self.query(rel.query).source or "")
        if source is None or source.form is None:
            return None
        parents = self.vocabulary.sided["parents"]
        through = Rel(
            parents["query"],
            parents["to"],
            (Cond(parents["from"], source.form), Cond("relation", value=parents[side])),
        )
        way = self.vocabulary.sided[rel.query]
        return And((rel, Rel(way["query"], way["to"], (Cond(way["from"], through),))))

    def _without(self, one: Piece, other: Piece) -> Iterator[Piece]:
        if one.kind != "set" or one.form is None:
            return
        label = self.label(one.form)
        if other.form is not None and label is not None:
            own = self.label(other.form)
            mine, theirs = self._kinds_of(one.form), self._kinds_of(other.form)
            if mine is not None and theirs is not None and mine.isdisjoint(theirs):
                return  # a transfer is none of those who have a nickname
            if own is not None and compatible(own, label):
                cost = _sum(one, other) + 0.1 + _generality(label, own, False)
                if isinstance(one.form, Rel) and any(
                    isinstance(c.value, int) for c in one.form.conds
                ):
                    cost += 0.3  # "which of the 26 are not": people, not transfers
                yield replace(one, form=Minus(one.form, other.form), cost=cost)

    def _valued(self, one: Piece, other: Piece) -> Iterator[Piece]:
        """A value of a column: *charged* with *fentanyl*."""
        cond = other.cond
        if cond is None or one.form is None:
            return
        for at, rel in enumerate(_own_rels(one.form)):
            if cond.column in self.labels(rel.query):
                known = rel.cond(cond.column)
                if known is None:
                    filled = rel.given(cond)
                elif known.holds:
                    both = tuple(sorted({*known.holds, *cond.holds}))
                    rest = replace(rel, conds=tuple(c for c in rel.conds if c is not known))
                    filled = rest.given(replace(known, holds=both))
                else:
                    continue
                yield replace(one, form=_put(one.form, at, filled), cost=_sum(one, other))

    def _statused(self, one: Piece, other: Piece) -> Iterator[Piece]:
        if one.form is None:
            return
        for at, rel in enumerate(_own_rels(one.form)):
            names = self.labels(rel.query)
            if ("status" in names or "statuses" in names) and not rel.statuses:
                yield replace(
                    one,
                    form=_put(one.form, at, replace(rel, statuses=(other.name,))),
                    cost=_sum(one, other),
                )

    def _numbered(self, one: Piece, other: Piece) -> Iterator[Piece]:
        """*29 people*, *the transfer of 37*: a number that one of the columns has."""
        if not isinstance(one.form, Rel) or other.number is None:
            return
        for column in self.query(one.form.query).columns:
            if column.type.removesuffix("[]") == "integer" and one.form.cond(column.name) is None:
                yield replace(
                    one,
                    form=one.form.given(Cond(column.name, value=other.number)),
                    cost=_sum(one, other) + 0.1,
                )

    # -- one piece on its own ----------------------------------------------------------------

    def _focused(self, form: Form) -> Form | None:
        """A relation as a set: its focus, else what its words lead to."""
        if not isinstance(form, Rel) or form.focus is not None:
            return form
        query = self.query(form.query)
        open_ends = [
            c
            for c in (form.object, form.subject, query.target, query.source)
            if c and form.cond(c) is None and query.column(c).entity
        ]
        if open_ends:
            return replace(form, focus=open_ends[0])
        return replace(form, focus=query.target) if query.target else None

    def _towards(self, rel: Rel, label: str) -> Rel | None:
        """A relation without focus as a set of a class, if one of its columns is just that."""
        near = {rel.subject, rel.object, self.query(rel.query).source, self.query(rel.query).target}
        fitting = [
            c for c in self.class_columns(rel) if c in near and self.column_label(rel, c) == label
        ]
        fitting.sort(key=lambda c: (rel.cond(c) is not None, c != rel.object))
        return replace(rel, focus=fitting[0]) if fitting else None

    def raised(self, piece: Piece) -> Iterator[Piece]:
        """What a set may stand for without a word for it: *Los Zetas* for their members."""
        if piece.kind == "rel" and piece.form is not None and not piece.asks:
            form = self._focused(piece.form)
            if form is not None:
                yield replace(piece, kind="set", form=form, cost=piece.cost + 0.1)
            return
        if piece.kind == "value" and piece.cond is not None:
            if piece.query not in self.catalogue.queries:
                return
            query = self.query(piece.query)
            person = next(
                (c for c in ("person", query.source) if c in self.labels(query.name)), None
            )
            rel = Rel(piece.query, person, (piece.cond,))
            yield Piece("set", rel, piece.cost + 0.5)
            return
        if piece.kind == "number" and piece.number is not None:
            yield from self._sized(piece)
            return
        if piece.kind == "time" and piece.when is not None and piece.when.op == "during":
            for way in self.vocabulary.dated:
                target = self.query(way["query"]).target
                rel = Rel(way["query"], target, when=(piece.when,), implied=True)
                yield Piece("set", rel, piece.cost + way["cost"])
            return
        if piece.kind != "set" or piece.form is None or piece.asks or piece.ops or piece.wh:
            return
        if isinstance(piece.form, AllOf):
            return
        if isinstance(piece.form, Rel) and piece.form.implied:
            return
        for way in self.vocabulary.implied:
            if piece.cost + way["cost"] > self._limit:
                continue
            if isinstance(piece.form, Rel) and piece.form.query == way["query"]:
                continue
            label = way.get("of") or self.labels(way["query"])[way["from"]]
            kept = self.narrowed(piece.form, label)
            if kept is None or depth(kept) + 1 > MOST_DEPTH:
                continue
            implied = not way.get("alone", True)
            rel = Rel(way["query"], way["to"], (Cond(way["from"], kept),), implied=implied)
            yield replace(piece, form=rel, cost=piece.cost + way["cost"])

    def _sized(self, piece: Piece) -> Iterator[Piece]:
        if piece.number is None or piece.number < LEAST_SIZE:
            return
        for way in self.vocabulary.sizes:
            query = self.query(way["query"])
            rel = Rel(way["query"], query.target, (Cond(way["column"], value=piece.number),))
            yield Piece("set", rel, piece.cost + way["cost"])

    # -- the search --------------------------------------------------------------------------

    def readings(self, tokens: list[list[tuple[int, Piece]]], marks: list[Marks]) -> list[Piece]:
        """All pieces over all tokens, cheapest first.

        ``tokens[i]`` has the pieces that begin at token ``i`` with the token that they end before;
        ``marks[i]`` stands between the tokens ``i - 1`` and ``i``.
        """
        count = len(tokens)
        cells: dict[tuple[int, int], list[Piece]] = {}
        for width in range(1, count + 1):
            for start in range(count - width + 1):
                end = start + width
                if self.joins > MOST_JOINS:
                    return []
                cell = _Cell(MOST_WHOLE if width == count else MOST_PIECES)
                found = cell.kept(piece for to, piece in tokens[start] if to == end)
                for middle in range(start + 1, end):
                    left, right = cells.get((start, middle)), cells.get((middle, end))
                    if left and right:
                        found += self._all_joined(cell, left, right, marks[middle])
                self._limit = cell.dearest
                ups = cell.kept(
                    up for p in found if p.cost <= cell.dearest for up in self.raised(p)
                )
                if width == 1:
                    cell.kept(up for p in ups for up in self.raised(p))
                if cell.pieces:
                    cells[start, end] = cell.best()
        return cells.get((0, count), [])

    def _all_joined(
        self, cell: _Cell, left: list[Piece], right: list[Piece], marks: Marks
    ) -> list[Piece]:
        """What can still be among the best of a stretch; both lists are cheapest first."""
        found: list[Piece] = []
        for one in left:
            for other in right:
                self._limit = cell.dearest
                if one.cost + other.cost - LEAST_JOIN > cell.dearest:
                    break
                self.joins += 1
                found += cell.kept(self.join(one, other, marks))
        return found


class _Made(dict[str, _T]):
    """Things by name, each made when it is wanted; what is there costs no call of a function."""

    def __init__(self, make: Callable[[str], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> _T:
        found = self[name] = self._make(name)
        return found


class _Cell:
    """The best pieces of one stretch of words, one for each reading."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.pieces: dict[tuple[object, ...], Piece] = {}
        self.costs: list[float] = []  # of all pieces, in order
        self.dearest = float("inf")  # a piece that costs more is not among the best

    def kept(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Adds pieces and gives back those that are not too dear, also of readings it has."""
        found = [p for p in pieces if p.cost <= self.dearest]
        for piece in found:
            key = piece.key()
            known = self.pieces.get(key)
            if known is None:
                insort(self.costs, piece.cost)
            elif piece.cost < known.cost:
                self.costs.remove(known.cost)
                insort(self.costs, piece.cost)
            else:
                continue
            self.pieces[key] = piece
            limits = (self.costs[0] + DEARER, *self.costs[self.most - 1 : self.most])
            self.dearest = min(limits)
        return found

    def best(self) -> list[Piece]:
        """The pieces, cheapest first."""
        kept = [p for p in self.pieces.values() if p.cost <= self.dearest]
        return sorted(kept, key=lambda p: p.cost)[: self.most]


def _generality(column: str, given: str, asked: bool) -> float:
    """What it costs that a column takes things of many kinds: the nearest class is meant first."""
    if asked and given == "Actor":  # "who": a person, if a person can be meant
        return {"Person": 0.0, "Official": 0.0, "Actor": 0.1}.get(column, 0.2)
    if column == given:
        return 0.0
    return {"Entity": 0.3, "Actor": 0.25, "Organization": 0.05, "Place": 0.05}.get(column, 0.0)


def _sum(one: Piece, other: Piece) -> float:
    return one.cost + other.cost


def _with(one: Piece, other: Piece, **more: tuple[str, ...]) -> Piece:
    return replace(one, cost=_sum(one, other), **more)


def _asked(piece: Piece) -> tuple[str, ...]:
    return piece.asks or (piece.name,)


def _may_meet(times: tuple[When, ...], when: When) -> bool:
    """Whether something can be in a time and in others: not in 2015 and in 2022."""
    spans = [w.period for w in (*times, when) if w.op == "during" and w.period is not None]
    return all(
        (a.first or "") <= (b.last or "9") and (b.first or "") <= (a.last or "9")
        for a in spans
        for b in spans
    )


def _names(form: Form) -> bool:
    """Whether a form is a name, or several of which each is meant."""
    if isinstance(form, Or):
        return not form.joint and all(isinstance(p, Entity) for p in form.parts)
    return isinstance(form, Entity)


def _bound(rel: Rel) -> bool:
    """Whether something of the question bounds a relation: a thing in a column, or a time."""
    return bool(rel.when) or any(
        c.holds
        or isinstance(c.value, int)
        or (c.form is not None and not isinstance(c.form, AllOf))
        for c in rel.conds
    )


def _is_verb(form: Form) -> bool:
    """Whether a set was said by a verb: *who were sent*."""
    return isinstance(form, Rel) and form.subject is not None


def _filled(rel: Rel) -> bool:
    """Whether something stands in one of its columns already."""
    return any(c.form is not None for c in rel.conds)


def _widest(parts: tuple[Form, ...]) -> tuple[Form, ...]:
    """Parts without those that another says more widely: *brothers or half-brothers*."""

    def within(one: Form, other: Form) -> bool:
        return (
            isinstance(one, Rel)
            and isinstance(other, Rel)
            and one != other
            and replace(one, conds=()) == replace(other, conds=())
            and set(other.conds) <= set(one.conds)
            and all(c.form is None for c in set(one.conds) - set(other.conds))
        )

    return tuple(p for p in parts if not any(within(p, other) for other in parts))


def _parts(form: Form, kind: type[And] | type[Or]) -> tuple[Form, ...]:
    return form.parts if isinstance(form, kind) else (form,)


def _kind(rel: Rel) -> str:
    return "set" if rel.focus else "rel"


def _shape(form: Form) -> tuple[str, str]:
    """An order of forms that depends on what they are, not on how they were said."""
    return (form.query, str(form.focus)) if isinstance(form, Rel) else (type(form).__name__, "")


def _own_rels(form: Form) -> list[Rel]:
    if isinstance(form, Rel):
        return [form]
    if isinstance(form, And):
        return [p for p in form.parts if isinstance(p, Rel)]
    return []


def _put(form: Form, at: int, rel: Rel) -> Form:
    """A form with its ``at``-th own relation replaced."""
    if isinstance(form, And):
        places = [n for n, p in enumerate(form.parts) if isinstance(p, Rel)]
        return And((*form.parts[: places[at]], rel, *form.parts[places[at] + 1 :]))
    return rel


def _merged(one: Rel, other: Rel) -> Rel | None:
    """Two sets of rows of one relation as one, where they do not contradict each other."""
    if one.query != other.query or (one.focus and other.focus and one.focus != other.focus):
        return None
    if one.cond(one.focus or "") and other.cond(other.focus or ""):
        return None
    if one.at and other.at and one.at != other.at:
        return None
    found = one if one.focus else replace(one, focus=other.focus)
    found = replace(found, at=one.at or other.at)
    for cond in other.conds:
        known = one.cond(cond.column)
        if known is None:
            found = found.given(cond)
        elif known != cond:
            return None
    when = tuple(sorted({*one.when, *other.when}, key=repr))
    statuses = tuple(sorted({*one.statuses, *other.statuses}))
    return replace(found, when=when, statuses=statuses)

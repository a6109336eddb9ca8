"""Filling: a relation takes a set into one of its columns."""

from __future__ import annotations

from collections.abc import Iterator

from queries.ask.forms import AllOf, And, Cond, Entity, Form, Or, Rel, When, depth, replace
from queries.ask.pieces import (
    Marks,
    Piece,
    is_filled,
    merged_rels,
    set_or_rel,
    total,
)
from queries.ask.typed import MOST_DEPTH, Typed
from queries.ask.vocabulary import ancestors
from queries.header import SIMPLE_TYPES, Query

_ASKED_FOR = frozenset({"Person", "Official", "Actor", "Entity"})  # what "who" may stand for
_DIRECTIONS = frozenset({"to", "from", "by", "about", "against"})
_OBLIQUE = _DIRECTIONS - {"by"} | {"of", "with"}  # what has these before it does nothing


class Filling(Typed):
    """How relations take sets, at a cost that depends on where they stand and what announces them."""

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
            merged = merged_rels(
                rel, replace(given, focus=None) if not left and rel.focus else given
            )
            if merged is not None:
                cost = total(one, other) + 0.05
                wh = one.wh or other.wh
                yield replace(one, kind=set_or_rel(merged), form=merged, cost=cost, wh=wh)
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
                        cost=total(one, other) + 0.3,
                    )
                both = self._agreed(rel, column, given)
                if both is not None:  # "the 29 of the February flight" are of one transfer
                    yield replace(
                        one, form=rel.put(known, replace(known, form=both)), cost=total(one, other)
                    )
                continue
            if loose is not None:
                given = self._towards(loose, labels[column]) or self._focused(loose) or given
            kept = self.narrowed(given, labels[column])
            if kept is None or (isinstance(given, Or) and given.joint):
                continue
            cost = total(one, other) + self._place_cost(
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
                    # "to which", "a quién": hardly who does it
                    suffers = left and (_is_oblique(other) or "do" in other.tail)
                    dear = 0.3 if suffers and column == rel.subject else 0.0
                    yield from self._restricted(
                        replace(one, cost=one.cost + dear), other, rel, given
                    )
                elif loose is not None and labels[column] == "Entity":
                    yield from self._told_of(one, other, rel, loose)
                continue
            if asked and not other.lead and "be" in marks and _names_its_own(rel):
                cost += 0.5  # "who are the children" asks for these, not for whose they are
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
            yield replace(one, form=replace(rel, when=(when,)), cost=total(one, other) + 0.55)

    def _agreed(self, rel: Rel, column: str, given: Form) -> Rel | None:
        """What is called by its size and is said once more, as one: *the 29 of the first flight*."""
        known = rel.cond(column)
        whole = known.form if known is not None else None
        if not isinstance(whole, Rel) or whole == given or whole.focus is None:
            return None
        if not any(isinstance(c.value, int) for c in whole.conds):
            return None
        if isinstance(given, Rel):
            return merged_rels(whole, given)
        kept = self.narrowed(given, self.column_label(rel, column))
        if isinstance(kept, Entity) and whole.cond(whole.focus) is None:
            return whole.given(Cond(whole.focus, kept))
        return None

    def _whose(self, one: Piece, other: Piece, forward: bool) -> Iterator[Piece]:
        """*Whose son is X*: the noun says what X is, and the other end is asked for."""
        rel = other.form
        if not isinstance(rel, Rel) or rel.subject is not None or other.asks or is_filled(rel):
            return
        query = self.query(rel.query)
        ends = {query.source: query.target, query.target: query.source}
        asked = ends.get(rel.focus)
        if asked is None or self.column_label(rel, asked) in SIMPLE_TYPES:
            return
        cost = total(one, other) + (-0.05 if forward else 0.1)  # "he is the son of whom"
        yield replace(other, kind="set", form=replace(rel, focus=asked), cost=cost, wh=False)

    def _told_of(self, one: Piece, other: Piece, rel: Rel, loose: Rel) -> Iterator[Piece]:
        """*The rate that X threatened Y with*: what a text tells of is what the verb tells."""
        if not one.asks or "about" not in self.vocabulary.roles.get(rel.focus or "", ()):
            return
        for event in self.class_columns(loose):
            if "Event" in ancestors(self.column_label(loose, event)):
                told = Cond(rel.focus or "", replace(loose, focus=event))
                yield replace(one, form=rel.given(told), cost=total(one, other) + 0.2)

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
            yield replace(one, kind="set", form=form, cost=total(one, other) + 0.1)

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
        yield replace(one, form=Or(tuple(filled)), cost=total(one, other) + cost)

    def _restricted(self, one: Piece, other: Piece, rel: Rel, given: AllOf) -> Iterator[Piece]:
        """A class word beside a noun that names something of that class: *cartel members*."""
        label = self.column_label(rel, rel.focus or "")
        form: Form = rel
        if given.label not in ancestors(label):
            form = rel.given(Cond(rel.focus or "", given))
        yield replace(one, form=form, cost=total(one, other) + 0.1, wh=one.wh or other.wh)

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
        cost = generality(label, self.label(given) or label, other.wh)
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
            oblique = left and _is_oblique(other)
            whom = oblique or (left and "do" in other.tail)  # "a quién"
            if other.wh and column == rel.subject and not takes and not whom:
                return cost  # "who was the first to plead": nobody pleads anybody
            if (oblique or (whom and not takes)) and column in (rel.subject, rel.object):
                return cost + (0.6 if column == rel.subject else 0.05)
            if other.wh and marks & {"be", "do"} and takes:
                return cost + (0.0 if column == rel.object else 0.6)
            if column == rel.subject:
                if self.language == "es":  # the subject stands behind the verb as often
                    return cost + (0.0 if left and not passive else 0.1)
                return cost + (0.0 if left != passive else 0.4)
            if column == rel.object:
                if self.language == "es" and not left and not passive and "to" not in marks:
                    # "mató X" tells what X did; whom he killed has an "a" before it
                    cost += 0.2 if isinstance(given, Entity) and label == "Person" else 0.0
                return cost + (0.05 if left == passive else 0.3)
            return cost + 0.3
        if column == query.source:
            if (not left and marks & {"of", "possessive"}) or (left and "possessive" in marks):
                return cost
            return cost + (0.2 if not left else 0.3)
        return cost + (0.3 if column == query.target else 0.35)

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
            cost = total(one, other) + (0.4 if self._has_two_names(query) else 0.0)
            yield replace(one, kind="set", form=replace(filled, focus=ends[1]), cost=cost)


def _names_its_own(rel: Rel) -> bool:
    """Whether a noun says what is looked for, as *children* do, and nobody says who they are."""
    return rel.subject is None and rel.focus is not None and rel.cond(rel.focus) is None


def _is_oblique(piece: Piece) -> bool:
    """Whether a class stands behind a preposition: *to which cartel*, which is no subject."""
    return isinstance(piece.form, AllOf) and not piece.lead.isdisjoint(_OBLIQUE)


def generality(column: str, given: str, asked: bool) -> float:
    """What it costs that a column takes things of many kinds: the nearest class is meant first."""
    if asked and given == "Actor":  # "who": a person, if a person can be meant
        return {"Person": 0.0, "Official": 0.0, "Actor": 0.1}.get(column, 0.2)
    if column == given:
        return 0.0
    return {"Entity": 0.3, "Actor": 0.25, "Organization": 0.05, "Place": 0.05}.get(column, 0.0)

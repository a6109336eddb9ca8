"""Follow-ups: a form made from the form before, as *and his brothers?* or *only in 2026*.

What a follow-up says is read like any question; it then takes the place of something of its kind,
narrows the answer, or is a relation to what was answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from queries.ask.asks import asks_of
from queries.ask.decide import Asker, Decision
from queries.ask.forms import AllOf, And, Ask, Cond, Entity, Form, Minus, Or, Rel, When, inner_rels
from queries.ask.groups import RANKS, SPANS
from queries.ask.pieces import Piece
from queries.ask.quoting import answered
from queries.ask.relations import STATUSES
from queries.ask.understand import understand
from queries.ask.wording import listed, wording
from queries.ask.words import folded

MOST_TRIED = 12
ORDERS = frozenset({"count", "first", "last", "most", "least"})  # that a follow-up may ask for


@dataclass
class Talk:
    """A conversation: each question may follow the one before."""

    asker: Asker
    last: Decision | None = None

    def ask(self, question: str) -> tuple[Decision, bool]:
        """The decision on a question, and whether it was read as a follow-up."""
        follows = self.last is not None and _begins(question)
        found = None if follows else answered(self.asker, question)
        followed = False
        if self.last is not None and (found is None or found.status == "unanswerable"):
            made = self._followed(question, self.last)
            if made is not None:
                found, followed = made, True
        found = found or answered(self.asker, question)
        if found.status == "answered":
            self.last = found
        return found, followed

    def refer(self, question: str) -> Decision:
        """The decision on a question that goes with the one before: it may speak of its things.

        One that names something itself is asked as it stands, unless *he* or *them* is in it.
        """
        found = self.asker.answer(question)
        speaks = speaks_of(question)
        named = found.ask is not None and any(
            isinstance(c.form, Entity) or r.when
            for r in inner_rels(found.ask.form)
            for c in r.conds
        )
        if named and not speaks:
            return found
        if self.last is None:
            return replace(found, status="unanswerable", result=None, why="unread")
        made = self._at_another_time(question, self.last) or self._followed(question, self.last)
        return made or replace(found, status="unanswerable", result=None, why="unread")

    def _at_another_time(self, question: str, last: Decision) -> Decision | None:
        """*And who when he was sentenced*, *and how many in 2026*: the same at that time."""
        parts = folded(question)
        begin = max((len(w) for w in asking() if parts[: len(w)] == w), default=0)
        if not begin or last.ask is None:
            return None
        asker = self.asker
        rest = " ".join(("the", *parts[begin:]))  # at the beginning "when" would ask for a date
        read = understand(rest, asker.relations.catalogue, asker.vocabulary, asker.lexicon)
        first: Decision | None = None
        for piece in read.readings[:MOST_TRIED]:
            if piece.kind != "time" or piece.when is None:
                continue
            for when in self._of_the_same(piece.when, question, last):
                for form in self._timed(last.ask.form, when):
                    found = asker.asked(replace(last.ask, form=form), last.language)
                    if found.status != "unanswerable":
                        return found
                    first = first or found
        return first

    def _of_the_same(self, when: When, question: str, last: Decision) -> Iterator[When]:
        """A time of somebody's: *when he was sentenced* is when one of those spoken of was."""
        form = when.forms[0] if len(when.forms) == 1 else None
        if not isinstance(form, Rel) or form.conds:
            yield when
            return
        for one in self._of(form, question, last):
            yield replace(when, forms=(one,))

    def _of(self, rel: Rel, question: str, last: Decision) -> Iterator[Rel]:
        """A relation with what was spoken of in one of its columns, the likelier first."""
        query = self.asker.relations.query(rel.query)
        ends = [e for e in (query.source, query.target) if e and query.column(e).entity]
        named = ["person", *ends] if "person" in query.kinds else ends
        for ids in self._meant(question, last):
            for end in dict.fromkeys(named):
                kind = query.kinds[end]
                kept = tuple(i for i in ids if kind in self.asker.lexicon.labels_of(i))
                if kept:
                    yield rel.given(Cond(end, Entity(kept, kind, union=len(kept) > 1)))

    def _followed(self, question: str, last: Decision) -> Decision | None:
        """The first form that the question makes of the last one and that has an answer."""
        read = understand(
            question, self.asker.relations.catalogue, self.asker.vocabulary, self.asker.lexicon
        )
        first: Decision | None = None
        made: list[Ask] = []
        for piece in read.readings[:MOST_TRIED]:
            made += [a for a in self._made(piece, question, last) if a not in made]
        for ask in made:
            found = self.asker.asked(ask, read.language)
            if found.status != "unanswerable":
                return found
            first = first or found
        return first

    def _made(self, piece: Piece, question: str, last: Decision) -> Iterator[Ask]:
        old = last.ask
        if old is None:
            return
        narrow = "only" in piece.ops or _has(question, "narrow")
        if piece.kind == "time" and piece.when is not None:
            for form in self._timed(old.form, piece.when):
                yield replace(old, form=form)
        elif piece.kind == "operator" and piece.name in ORDERS:
            apart = old.by in ("each", *SPANS) and piece.name not in RANKS
            yield replace(old, what=piece.name, by=None if apart else old.by)
        elif piece.kind == "status":
            yield from self._added(old, statuses=(piece.name,))
        elif piece.kind == "value" and piece.cond is not None:
            yield from self._added(old, cond=piece.cond)
        elif piece.form is not None and isinstance(piece.form, Entity):
            if narrow:
                yield from self._narrowed(old, piece.form)
            else:
                yield from (replace(old, form=f) for f in _replaced(old.form, piece.form))
        elif isinstance(piece.form, Rel):
            yield from self._applied(piece, piece.form, question, last, narrow)

    def _timed(self, form: Form, when: When) -> Iterator[Form]:
        """Another time in the place of the one before, else one more."""
        if isinstance(form, Rel):
            query = self.asker.relations.query(form.query)
            for cond in form.conds:
                if cond.form is not None and any(r.when for r in inner_rels(cond.form)):
                    for inner in self._timed(cond.form, when):
                        yield form.put(cond, replace(cond, form=inner))
            if query.dated:
                yield replace(form, when=(when,))
            for cond in form.conds:
                if cond.form is not None:
                    for inner in self._timed(cond.form, when):
                        yield form.put(cond, replace(cond, form=inner))
        elif isinstance(form, And):
            for at, part in enumerate(form.parts):
                for timed in self._timed(part, when):
                    yield And((*form.parts[:at], timed, *form.parts[at + 1 :]))

    def _added(
        self, old: Ask, cond: Cond | None = None, statuses: tuple[str, ...] = ()
    ) -> Iterator[Ask]:
        form = old.form
        if not isinstance(form, Rel):
            return
        columns = self.asker.relations.query(form.query).kinds.keys()
        if cond is not None and cond.column in columns:
            rest = tuple(c for c in form.conds if c.column != cond.column)
            yield replace(old, form=replace(form, conds=rest).given(cond))
        if statuses and not columns.isdisjoint(STATUSES):
            yield replace(old, form=replace(form, statuses=statuses))

    def _narrowed(self, old: Ask, entity: Entity) -> Iterator[Ask]:
        """*Only the CJNG ones*: by a column of the same rows, else by what things are part of."""
        form = old.form
        labels = frozenset().union(*(self.asker.lexicon.labels_of(i) for i in entity.ids))
        if isinstance(form, Rel):
            for column in self.asker.relations.query(form.query).columns:
                if column.entity and column.kind in labels and form.cond(column.name) is None:
                    yield replace(old, form=form.given(Cond(column.name, entity)))
        for way in self.asker.vocabulary.implied:
            if way.get("of") in labels or way["from"] in _lower(labels):
                rel = Rel(way["query"], way["to"], (Cond(way["from"], entity),))
                yield replace(old, form=And((form, rel)))

    def _applied(
        self, piece: Piece, rel: Rel, question: str, last: Decision, narrow: bool
    ) -> Iterator[Ask]:
        """A relation to what was answered, or to the one whom the last question was about."""
        if last.ask is None:
            return
        query = self.asker.relations.query(rel.query)
        focus = rel.focus or rel.object or query.target
        if any(isinstance(c.form, Entity) for c in rel.conds) and not speaks_of(question):
            if narrow:
                yield replace(last.ask, form=And((last.ask.form, replace(rel, focus=focus))))
            return
        ends = [e for e in (query.source, query.target) if e and e != focus]
        for ids in self._meant(question, last):
            for end in ends:
                kind = query.kinds[end]
                kept = tuple(i for i in ids if kind in self.asker.lexicon.labels_of(i))
                if kept and rel.cond(end) is None:
                    whose = Entity(kept, kind, union=len(kept) > 1)
                    form = replace(rel, focus=focus).given(Cond(end, whose))
                    read = replace(piece, kind="set", form=form)
                    ask = asks_of(read, self.asker.runner, self.asker.vocabulary)
                    if ask is not None:
                        yield ask

    def _meant(self, question: str, last: Decision) -> list[tuple[str, ...]]:
        """What *his* or *their* may mean, the likelier first."""
        about: list[str] = []
        if last.ask is not None:
            about = [
                i
                for r in inner_rels(last.ask.form)
                for c in r.conds
                if isinstance(c.form, Entity) and len(c.form.ids) == 1
                for i in c.form.ids
            ]
        answered: list[str] = []
        if last.result is not None and last.result.rows:
            column = f"{last.result.columns[0]}_id"
            for row in last.result.rows:
                value = row.get(column)
                answered += value if isinstance(value, list) else [value] if value else []
        sets = [tuple(dict.fromkeys(about)), tuple(dict.fromkeys(answered))]
        if _has(question, "all") or len(set(answered)) == 1:
            sets.reverse()  # who was found, rather than over whom
        return [s for s in sets if s]


@cache
def asking() -> frozenset[tuple[str, ...]]:
    """The words that a question may begin with."""
    return frozenset(listed(wording()["clauses"]["asking"]))


@cache
def _words(kind: str) -> tuple[tuple[str, ...], ...]:
    return listed(wording()["follows"][kind])


def _begins(question: str) -> bool:
    parts = folded(question)
    return any(parts[: len(w)] == w for w in _words("begin")) or speaks_of(question)


def speaks_of(question: str) -> bool:
    """Whether a question speaks of what was named before it: *him*, *their*."""
    return _has(question, "one") or _has(question, "all")


def _has(question: str, kind: str) -> bool:
    parts = folded(question)
    return any(
        parts[n : n + len(w)] == w for w in _words(kind) for n in range(len(parts) - len(w) + 1)
    )


def _lower(labels: frozenset[str]) -> frozenset[str]:
    return frozenset(label.lower() for label in labels)


def _replaced(form: Form, entity: Entity) -> Iterator[Form]:
    """The form with another entity in the place of one of its kind, the outer ones first."""
    if isinstance(form, Rel):
        for cond in form.conds:
            if isinstance(cond.form, Entity) and cond.form.label == entity.label:
                yield form.put(cond, replace(cond, form=entity))
        for cond in form.conds:
            if cond.form is not None and not isinstance(cond.form, Entity | AllOf):
                for inner in _replaced(cond.form, entity):
                    yield form.put(cond, replace(cond, form=inner))
        for at, when in enumerate(form.when):
            for n, part in enumerate(when.forms):
                made = [entity] if _same_kind(part, entity) else list(_replaced(part, entity))
                for inner in made:
                    forms = (*when.forms[:n], inner, *when.forms[n + 1 :])
                    times = (*form.when[:at], replace(when, forms=forms), *form.when[at + 1 :])
                    yield replace(form, when=times)
    elif isinstance(form, And | Or):
        for at, part in enumerate(form.parts):
            for inner in _replaced(part, entity):
                yield replace(form, parts=(*form.parts[:at], inner, *form.parts[at + 1 :]))
    elif isinstance(form, Minus):
        for inner in _replaced(form.whole, entity):
            yield replace(form, whole=inner)


def _same_kind(form: Form, entity: Entity) -> bool:
    return isinstance(form, Entity) and form.label == entity.label

"""Pieces: stretches of a question's words as something, and what is done with one or two of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from queries.ask.forms import AllOf, And, Cond, Entity, Form, Or, Rel, When, replace

Marks = frozenset[str]


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


def total(one: Piece, other: Piece) -> float:
    """What two pieces cost together."""
    return one.cost + other.cost


def taking(one: Piece, other: Piece, **more: tuple[str, ...]) -> Piece:
    """A piece that takes another, with what that adds to it."""
    return replace(one, cost=total(one, other), **more)


def asked_for(piece: Piece) -> tuple[str, ...]:
    """The columns that a piece asks for, by the names of what may be asked."""
    return piece.asks or (piece.name,)


def may_meet(times: tuple[When, ...], when: When) -> bool:
    """Whether something can be in a time and in others: not in 2015 and in 2022."""
    spans = [w.period for w in (*times, when) if w.op == "during" and w.period is not None]
    return all(
        (a.first or "") <= (b.last or "9") and (b.first or "") <= (a.last or "9")
        for a in spans
        for b in spans
    )


def is_named(form: Form) -> bool:
    """Whether a form is a name, or several of which each is meant."""
    if isinstance(form, Or):
        return not form.joint and all(isinstance(p, Entity) for p in form.parts)
    return isinstance(form, Entity)


def is_bound(rel: Rel) -> bool:
    """Whether something of the question bounds a relation: a thing in a column, or a time."""
    return bool(rel.when) or any(
        c.holds
        or isinstance(c.value, int)
        or (c.form is not None and not isinstance(c.form, AllOf))
        for c in rel.conds
    )


def is_verb(form: Form) -> bool:
    """Whether a set was said by a verb: *who were sent*."""
    return isinstance(form, Rel) and form.subject is not None


def is_filled(rel: Rel) -> bool:
    """Whether something stands in one of its columns already."""
    return any(c.form is not None for c in rel.conds)


def widest(parts: tuple[Form, ...]) -> tuple[Form, ...]:
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


def parts_of(form: Form, kind: type[And] | type[Or]) -> tuple[Form, ...]:
    """The parts of a form of this kind; of another the form itself."""
    return form.parts if isinstance(form, kind) else (form,)


def set_or_rel(rel: Rel) -> str:
    """The kind of piece that a relation is: a set where it is read for a column."""
    return "set" if rel.focus else "rel"


def shape(form: Form) -> tuple[str, str]:
    """An order of forms that depends on what they are, not on how they were said."""
    return (form.query, str(form.focus)) if isinstance(form, Rel) else (type(form).__name__, "")


def own_rels(form: Form) -> list[Rel]:
    """The relations that conditions can be added to: the form itself, or parts of it."""
    if isinstance(form, Rel):
        return [form]
    if isinstance(form, And):
        return [p for p in form.parts if isinstance(p, Rel)]
    return []


def put_rel(form: Form, at: int, rel: Rel) -> Form:
    """A form with its ``at``-th own relation replaced."""
    if isinstance(form, And):
        places = [n for n, p in enumerate(form.parts) if isinstance(p, Rel)]
        return And((*form.parts[: places[at]], rel, *form.parts[places[at] + 1 :]))
    return rel


def merged_rels(one: Rel, other: Rel) -> Rel | None:
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

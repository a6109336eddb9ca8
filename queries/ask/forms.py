"""Forms: what a question was understood as, a small composition of relations.

A form has no text of the question in it that any query would see: only ids, values that are bound
as parameters, and names of queries and columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from queries.ask.times import Interval

_T = TypeVar("_T")


def replace(thing: _T, **changes: Any) -> _T:
    """Like that of ``dataclasses``, for frozen ones without slots, at a third of the cost.

    A question makes thousands of pieces that differ from others in a field or two.
    """
    made = object.__new__(type(thing))
    fields = made.__dict__
    fields.update(thing.__dict__)
    fields.pop("_hash", None)
    fields.update(changes)
    return made


@dataclass(frozen=True)
class Entity:
    """One entity; or, where a name fits several, all that it may mean (``union``: all are meant)."""

    ids: tuple[str, ...]
    label: str
    said: str = field(default="", compare=False)
    union: bool = False


@dataclass(frozen=True)
class AllOf:
    """All of a class."""

    label: str


@dataclass(frozen=True)
class Cond:
    """What a column must be: something of a form, a value, or a text that holds words."""

    column: str
    form: Form | None = None
    value: Any = None
    holds: tuple[str, ...] = ()  # folded words that the text must have
    each: bool = False  # whether each of what stands there is asked for by itself
    without: bool = False  # whether something else must stand there: *outside Mexico*


@dataclass(frozen=True)
class When:
    """A time: a period or any of several, or the time of what a form gives; ``op``: how it bounds."""

    op: str  # during, year (the same), before, after, since, until, between
    period: Interval | None = None
    forms: tuple[Form, ...] = ()
    periods: tuple[Interval, ...] = ()
    each: bool = False  # whether each of these times is asked for by itself


@dataclass(frozen=True)
class Rel:
    """Rows of a query that meet conditions; as a set, what stands in the column ``focus``."""

    query: str
    focus: str | None
    conds: tuple[Cond, ...] = ()
    when: tuple[When, ...] = ()
    statuses: tuple[str, ...] = ()
    subject: str | None = field(default=None, compare=False)  # of the verb that it was said by
    object: str | None = field(default=None, compare=False)
    at: str = ""  # begin or end: the side of a lasting time at which the verb happens
    implied: bool = field(default=False, compare=False)  # no word of the question says it

    def cond(self, column: str) -> Cond | None:
        """The condition on a column, if there is one."""
        for cond in self.conds:
            if cond.column == column:
                return cond
        return None

    def given(self, cond: Cond) -> Rel:
        """The same with one more condition."""
        return replace(self, conds=tuple(sorted((*self.conds, cond), key=_column)))

    def put(self, old: Cond, new: Cond) -> Rel:
        """The same with one condition in the place of another."""
        return replace(self, conds=tuple(new if c is old else c for c in self.conds))

    def put_time(self, old: When, new: When) -> Rel:
        """The same with one time in the place of another."""
        return replace(self, when=tuple(new if w is old else w for w in self.when))

    def __hash__(self) -> int:
        """Kept, for forms are compared thousands of times while a question is read."""
        known: int | None = self.__dict__.get("_hash")
        if known is None:
            known = hash((self.query, self.focus, self.conds, self.when, self.statuses, self.at))
            object.__setattr__(self, "_hash", known)
        return known


@dataclass(frozen=True)
class And:
    """What all parts have in common."""

    parts: tuple[Form, ...]


@dataclass(frozen=True)
class Or:
    """What any part has; ``joint`` things are meant together: the children of A with B."""

    parts: tuple[Form, ...]
    joint: bool = False


@dataclass(frozen=True)
class Minus:
    """What one form has and the other has not."""

    whole: Form
    without: Form


Form = Entity | AllOf | Rel | And | Or | Minus


@dataclass(frozen=True)
class Ask:
    """What is asked of a set.

    ``what`` is list, attributes, count, each, first, last, most, least, more, fewer, older, younger,
    why, sources, conflicts, instead or quotes; ``columns`` are the attributes asked for, ``by`` a column that
    orders, or the years or months that are counted by.
    """

    what: str
    form: Form
    columns: tuple[str, ...] = ()
    by: str | None = None


def _column(cond: Cond) -> str:
    return cond.column


def rels(form: Form) -> list[Rel]:
    """The outer relations of a form: those whose rows it shows."""
    if isinstance(form, Rel):
        return [form]
    if isinstance(form, And | Or):
        return [r for part in form.parts for r in rels(part)]
    if isinstance(form, Minus):
        return rels(form.whole)
    return []


def depth(form: Form) -> int:
    """How many relations are applied to one another."""
    if isinstance(form, Entity | AllOf):
        return 0
    if isinstance(form, Rel):
        deepest = 0
        for cond in form.conds:
            if cond.form is not None:
                deepest = max(deepest, depth(cond.form))
        return 1 + deepest
    if isinstance(form, And | Or):
        return max(depth(p) for p in form.parts)
    if isinstance(form, Minus):
        return max(depth(form.whole), depth(form.without))
    return 0


def inner_rels(form: Form) -> list[Rel]:
    """All relations of a form, the outer ones first."""
    found = []
    if isinstance(form, Rel):
        found.append(form)
        for cond in form.conds:
            if cond.form is not None:
                found += inner_rels(cond.form)
        for when in form.when:
            for part in when.forms:
                found += inner_rels(part)
    elif isinstance(form, And | Or):
        for part in form.parts:
            found += inner_rels(part)
    elif isinstance(form, Minus):
        found += inner_rels(form.whole) + inner_rels(form.without)
    return found

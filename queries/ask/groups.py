"""Numbers by group: how many for each transfer, president or year, and which has the most."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from queries.ask.forms import AllOf, Ask, Cond, Entity, Form, Or, Rel, When, replace
from queries.ask.relations import Row
from queries.ask.run import Runner, row_spans
from queries.ask.times import Interval

RANKS = {
    "most": -1,
    "more": -1,
    "least": 1,
    "fewer": 1,
}  # operators, and the order of their numbers
ENDS = {"first": 1, "last": -1}  # operators, and the direction of their dates
SPANS = {"yearly": 4, "monthly": 7}  # operators, and the letters of a date that tell such spans

# Relations that say who held what when: under which of them something was is asked for.
HOLDERS = {"tenures": "official", "administrations": "administration"}

Counted = tuple[int, list[str]]  # how many, and the claims that it rests on


class Group(NamedTuple):
    """A part of a form: ``cells`` say which, in the column ``column``."""

    column: str
    cells: Row
    form: Rel


def grouped(form: Form, op: str) -> Form | None:
    """A form by whose parts an operator counts; None where it has none.

    *Each* is said of one of its ends or times; *more in A or in B* and *which president sent the
    most* say it without the word.
    """
    if not isinstance(form, Rel):
        return None
    if any(c.each for c in form.conds) or any(w.each for w in form.when):
        return form
    if op not in RANKS:
        return None
    for cond in form.conds:
        if isinstance(cond.form, AllOf) and cond.column != form.focus:
            return form.put(cond, replace(cond, each=True))
        if isinstance(cond.form, Or) and not cond.form.joint:
            return form.put(cond, replace(cond, each=True))
    for when in form.when:
        if len(when.periods) > 1 or (when.op == "during" and _is_open(when)):
            return form.put_time(when, replace(when, each=True))
    return None


def is_holder(form: Form) -> bool:
    """Whether a form gives all who held an office or headed a government, of whom none is named."""
    return (
        isinstance(form, Rel)
        and form.query in HOLDERS
        and form.cond(HOLDERS[form.query]) is None
        and form.cond("head") is None
    )


def _is_open(when: When) -> bool:
    """Whether a time is that of several, who held an office, and not of somebody named."""
    return bool(when.forms) and all(is_holder(f) for f in when.forms)


def groups_of(form: Rel, op: str, runner: Runner) -> Iterator[Group]:
    """The parts of a form by which it is counted."""
    if op in SPANS:
        yield from _spans(form, SPANS[op], runner)
        return
    for cond in form.conds:
        if cond.each:
            plain = replace(cond, each=False)
            for key in _held_in(form.put(cond, plain), plain, runner):
                one = Cond(cond.column, Entity((key,), "Entity"))
                yield Group(cond.column, thing_cells(cond.column, key, runner), form.put(cond, one))
            return
    for when in form.when:
        if when.each and when.periods:
            for period in when.periods:
                part = replace(when, each=False, periods=(), period=period)
                yield Group("period", {"period": str(period)}, form.put_time(when, part))
            return
        inner = when.forms[0] if when.each and when.forms else None
        if isinstance(inner, Rel):
            focus = inner.focus or runner.relations.query(inner.query).target or ""
            for key in runner.hits(replace(inner, focus=focus)):
                own = inner.given(Cond(focus, Entity((key,), "Entity")))
                part = replace(when, each=False, forms=(replace(own, focus=None),))
                yield Group(focus, thing_cells(focus, key, runner), form.put_time(when, part))
            return


def _held_in(form: Rel, cond: Cond, runner: Runner) -> list[str]:
    """What stands in a column of the rows, as far as the condition on it wants it."""
    if isinstance(cond.form, (Or, Entity)):
        return list(runner.hits(cond.form))
    return list(runner.hits(replace(form, focus=cond.column)))


def _spans(form: Rel, length: int, runner: Runner) -> Iterator[Group]:
    """A form in each year or month that its rows fall in."""
    found = set()
    for row in runner.rows(form):
        for span in row_spans(row):
            if span.first and span.last and span.first[:length] == span.last[:length]:
                found.add(span.first[:length])
    for text in sorted(found):
        period = Interval.of(text)
        if period is not None:
            timed = replace(form, when=(*form.when, When("during", period)))
            yield Group("period", {"period": text}, timed)


def thing_cells(column: str, key: str, runner: Runner) -> Row:
    """The cells of a thing in a column: its name, and its id beside it."""
    known = runner.lexicon.entities.get(key)
    return {column: known.name if known else key, f"{column}_id": key}


def numbers(
    ask: Ask, form: Rel, runner: Runner, count: Callable[[Rel], Counted]
) -> tuple[list[str], list[Row]]:
    """Columns and rows: each group with its number, the outermost first; without empty ones.

    Things and times that the question itself names stay, also with none.
    """
    named = any(c.each and isinstance(c.form, Or) for c in form.conds)
    named = named or any(w.each and w.periods for w in form.when)
    rows: list[Row] = []
    column = ""
    for group in groups_of(form, ask.by or "", runner):
        number, claims = count(group.form)
        column = group.column
        if number or named:
            rows.append({**group.cells, "number": number, "claims": claims})
    if not any(row["number"] for row in rows):
        return [column, "number"], []  # none of them has any: nothing is compared
    direction = 0 if ask.what == "each" else RANKS[ask.what]
    if direction and rows:
        rows.sort(key=lambda r: direction * r["number"])
        if not named:
            rows = [r for r in rows if r["number"] == rows[0]["number"]]
    return [column, "number"], rows

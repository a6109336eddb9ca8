"""Ranking: the first and the last of things, and those with the most and the least."""

from __future__ import annotations

from queries.ask.counting import counts_texts, number_of, whole_number
from queries.ask.forms import Ask, Cond, Entity, Form, Or, Rel, rels
from queries.ask.groups import RANKS, Counted, thing_cells
from queries.ask.relations import Row, cells_of
from queries.ask.results import Result, focus_of
from queries.ask.run import Hits, Runner, row_spans
from queries.ask.vocabulary import Vocabulary

MOST_EQUAL = 3  # things that may be first together where there are no others


def has_all_dated(form: Form, hits: Hits) -> bool:
    """Whether each of those whom a question names has a date: else none of them is the first."""
    if isinstance(form, Or):
        return all(
            any(_day(r, 1) for hit in hits.values() for r in hit.rows if _is_of(part, r))
            for part in form.parts
            if isinstance(part, Rel)
        )
    if not isinstance(form, Rel):
        return True
    dated = [row for hit in hits.values() for row in hit.rows if _day(row, 1)]
    return all(
        any(set(part.ids) & set(cells_of(row, cond.column)) for row in dated)
        for cond in form.conds
        if isinstance(cond.form, Or)
        for part in cond.form.parts
        if isinstance(part, Entity)
    )


def _is_of(rel: Rel, row: Row) -> bool:
    """Whether a row has what a relation names."""
    return all(
        set(c.form.ids) & set(cells_of(row, c.column))
        for c in rel.conds
        if isinstance(c.form, Entity)
    )


def at_the_ends(hits: Hits, direction: int) -> Hits:
    """The things with the first or the last date; nothing where no row is dated."""
    dated = {key: [_day(row, direction) for row in hit.rows] for key, hit in hits.items()}
    dates = sorted({d for found in dated.values() for d in found if d})
    if not dates:
        return {}
    wanted = dates[0] if direction > 0 else dates[-1]
    return {
        key: type(hit)(key, [r for r, d in zip(hit.rows, dated[key], strict=True) if d == wanted])
        for key, hit in hits.items()
        if wanted in dated[key]
    }


def _day(row: Row, direction: int) -> str:
    """The first or the last day of a row, as it counts from that side; empty where it has none."""
    spans = row_spans(row)
    days = [span.first if direction > 0 else span.last for span in spans]
    known = [d for d in days if d]
    return (min(known) if direction > 0 else max(known)) if known else ""


def ranked(ask: Ask, hits: Hits, runner: Runner, vocabulary: Vocabulary) -> Result:
    """Things by how many others stand in their rows, or by a number that these state."""
    if counts_texts(ask.form, ask.columns, vocabulary):
        return _frequent(ask, hits)
    focus = focus_of(ask.form, runner) or ""
    number, measured_by = _measure(ask.form, focus, runner)
    stated_by = _stated_sizes(ask.form, hits, focus, measured_by, runner, vocabulary)
    measured: list[tuple[int, Row]] = []
    for key, hit in hits.items():
        claims = sorted(hit.claims)
        if number:
            values = [v for v in (whole_number(r.get(number)) for r in hit.rows) if v is not None]
            if not values:
                continue
            amount = max(values)
        else:
            amount = len({i for r in hit.rows for i in cells_of(r, measured_by)})
        if key in stated_by:
            amount, claims = stated_by[key]
        row = {**thing_cells(focus, key, runner), "number": amount}
        dates = sorted({str(r["date"]) for r in hit.rows if r.get("date")})
        if number and dates:
            row["date"] = dates[0]
        measured.append((amount, {**row, "claims": claims}))
    measured.sort(key=lambda m: (RANKS[ask.what] * m[0], m[1][focus]))
    best = [row for amount, row in measured if amount == measured[0][0]]
    if len(best) == len(measured) > MOST_EQUAL:
        return Result(ask)  # all have as many: none has the most
    if ask.what in ("more", "fewer"):
        best = [row for _, row in measured]
    columns = [focus, "number", *(["date"] if best and "date" in best[0] else [])]
    return Result(ask, columns, best)


def _frequent(ask: Ask, hits: Hits) -> Result:
    """The texts of a column by how many things have them."""
    column = ask.columns[0]
    found: dict[str, tuple[set[str], set[str]]] = {}
    for key, hit in hits.items():
        for row in hit.rows:
            if row.get(column) is not None:
                things, claims = found.setdefault(str(row[column]), (set(), set()))
                things.add(key)
                claims.update(row["claims"])
    counts = sorted((RANKS[ask.what] * len(things), text) for text, (things, _) in found.items())
    best = [text for amount, text in counts if amount == counts[0][0]]
    rows = [
        {column: text, "number": len(found[text][0]), "claims": sorted(found[text][1])}
        for text in best
    ]
    return Result(ask, [column, "number"], rows)


def _stated_sizes(
    form: Form, hits: Hits, focus: str, measured_by: str, runner: Runner, vocabulary: Vocabulary
) -> dict[str, Counted]:
    """How many sources count, by thing, where not all are named: people of each transfer."""
    outer = rels(form)[0]
    if not any((outer.query, measured_by) == (w["query"], w["column"]) for w in vocabulary.stated):
        return {}
    found = {}
    for key in hits:
        one = Rel(outer.query, measured_by, (Cond(focus, Entity((key,), "Entity")),))
        found[key] = number_of(one, runner, vocabulary)
    return found


def _measure(form: Form, focus: str, runner: Runner) -> tuple[str | None, str]:
    outer = rels(form)[0]
    query = runner.relations.query(outer.query)
    conds = [c.column for c in outer.conds if c.column != focus and not isinstance(c.form, Entity)]
    counted = [c for c in conds if c in query.things]
    if counted:
        return None, counted[0]
    numbers = [c.name for c in query.columns if c.kind == "integer"]
    if numbers:
        return numbers[0], ""
    others = [e for e in (query.target, query.source) if e and e != focus]
    return None, others[0] if others else ""

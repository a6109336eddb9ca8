"""Counting: how many things a form gives, as it finds them or as sources state it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from queries.ask.forms import Ask, Cond, Entity, Form, Rel, rels
from queries.ask.groups import Counted
from queries.ask.relations import cells_of
from queries.ask.results import Result, focus_of, merged, shown
from queries.ask.run import Hits, Runner, claims_of
from queries.ask.vocabulary import Vocabulary


def count_of(ask: Ask, runner: Runner, vocabulary: Vocabulary) -> Result:
    """The number that is asked for, with what was counted."""
    number = None if ask.by == "named" else stated(ask.form, runner, vocabulary)
    if number is not None:
        return number
    hits = runner.hits(ask.form)
    if not hits:
        return Result(ask)
    if counts_texts(ask.form, ask.columns, vocabulary):
        return _values(ask, hits)
    if ask.columns and not set(ask.columns) & {"date", "number"}:
        columns = shown(replace(ask, what="attributes"), runner)  # "how much was the fine"
        return Result(ask, columns, merged([r for h in hits.values() for r in h.rows], columns))
    focus = focus_of(ask.form, runner) or "thing"
    names = [runner.lexicon.entities[i].name if i in runner.lexicon.entities else i for i in hits]
    row = {"number": len(hits), focus: names, f"{focus}_id": list(hits), "claims": claims_of(hits)}
    extra = [c for c in ask.columns if c != focus]
    for name in extra:
        row[name] = sorted({str(r.get(name)) for h in hits.values() for r in h.rows if r.get(name)})
    return Result(ask, ["number", focus, *extra], [row])


def counts_texts(form: Form, columns: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether texts are what is counted: *which charge is the most frequent*."""
    outer = rels(form)
    return (
        len(columns) == 1
        and bool(outer)
        and outer[0].query in vocabulary.counted.get(columns[0], [])
    )


def number_of(form: Rel, runner: Runner, vocabulary: Vocabulary) -> Counted:
    """How many a form gives: as sources state it where they don't name all."""
    said = stated(form, runner, vocabulary)
    if said is not None and said.rows:
        return said.rows[0]["number"], said.rows[0]["claims"]
    query = runner.relations.query(form.query)
    if form.focus and form.cond(form.focus) is not None and query.target != form.focus:
        rows = runner.rows(form)  # of one thing: how many nicknames it has
        values = {str(v) for r in rows for v in cells_of(r, query.target or "")}
        return len(values), sorted({c for r in rows for c in r["claims"]})
    hits = runner.hits(form)
    return len(hits), claims_of(hits)


def _values(ask: Ask, hits: Hits) -> Result:
    """How many different values a column has: nicknames, offences."""
    column = ask.columns[0]
    rows = [r for hit in hits.values() for r in hit.rows if r.get(column) is not None]
    values = sorted({str(r[column]) for r in rows})
    claims = sorted({c for r in rows for c in r["claims"]})
    return Result(
        ask, ["number", column], [{"number": len(values), column: values, "claims": claims}]
    )


def stated(form: Form, runner: Runner, vocabulary: Vocabulary) -> Result | None:
    """A number that sources state where not all are named: people of a transfer."""
    if not isinstance(form, Rel):
        return None
    for way in vocabulary.stated:
        if way["query"] != form.query or form.focus != way["column"]:
            continue
        size = runner.relations.query(way["size"]["query"])
        columns = size.kinds
        if any(c.column not in columns or c.column == way["column"] for c in form.conds):
            return None
        totals = Rel(size.name, size.target, form.conds, form.when)
        rows = runner.rows(totals)
        kept = merged(rows, [size.target or "", "date", way["size"]["column"]])
        numbers = [r[way["size"]["column"]] for r in kept]
        if not any(isinstance(whole_number(n), int) for n in numbers):
            return None
        claims = sorted({c for r in kept for c in r["claims"]})
        total = 0
        for found in kept:
            stated = whole_number(found[way["size"]["column"]])
            if stated is None:  # nobody states how many: those who are named
                one = Entity((str(found.get(f"{size.target}_id")),), "Entity")
                named = runner.hits(replace(form, conds=(Cond(size.target or "", one),), when=()))
                claims = sorted({*claims, *(c for h in named.values() for c in h.claims)})
                stated = len(named)
            total += stated
        target = size.target or ""
        row: dict[str, Any] = {
            "number": total,
            target: [r[target] for r in kept],
            f"{target}_id": [r.get(f"{target}_id") for r in kept],
            "claims": claims,
        }
        return Result(Ask("count", form), ["number", target], [row])
    return None


def whole_number(value: Any) -> int | None:
    """A number of a cell, of several the largest; None where there is none."""
    if isinstance(value, list):
        value = max(value) if value else None
    return value if isinstance(value, int) else None

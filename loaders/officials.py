"""Who held which office when: ``officials.tsv``."""

from __future__ import annotations

import re

from loaders.draft import Draft, RowClaims, pages_of
from loaders.rows import Row
from loaders.tenures import say_tenure

FILE = "officials.tsv"
COLUMNS = "person office country start end source"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ATTESTED = re.compile(r"in office on ([^:]+): (https?://\S+)")


def load(draft: Draft, rows: list[Row]) -> None:
    """Says the tenures of ``officials.tsv``; without a start the source names days in office."""
    for row in rows:
        office = draft.mappings.cell(
            draft.problems, "offices", row, "office", f"{row['country']} {row['office']}"
        )
        if not row["person"]:
            draft.problems.cell(row, "person", "is empty; write the person's full name.")
        if office is None or not row["person"]:
            continue
        if row["start"]:
            _dated(draft, row, office)
        else:
            _attested(draft, row, office)


def _dated(draft: Draft, row: Row, office: dict[str, str]) -> None:
    good = [
        draft.problems.date(row, column, row[column]) for column in ("start", "end") if row[column]
    ]
    if not all(good):
        return
    dataset = draft.mappings.find("office_sources", row["source"])
    sources = [draft.dataset(dataset)] if dataset else pages_of(draft, row)
    claims = RowClaims(draft, "officials", row, sources)
    say_tenure(
        draft,
        claims,
        "start",
        draft.person(row["person"]),
        office,
        row["start"],
        row["end"] or "..",
    )


def _attested(draft: Draft, row: Row, office: dict[str, str]) -> None:
    found = _ATTESTED.fullmatch(row["source"])
    if not found:
        draft.problems.cell(
            row,
            "source",
            "names no day in office; fill in start, or write 'in office on 2025-02-27: https://...'.",
        )
        return
    source = draft.page(row, "source", found[2])
    claims = RowClaims(draft, "officials", row, [source] if source else [])
    tenure, _ = say_tenure(draft, claims, "source", draft.person(row["person"]), office)
    for day in re.split(r", | and ", found[1]):
        if _DAY.fullmatch(day) and draft.problems.date(row, "source", day):
            claims.say("source", tenure, "attestedOn", day)
        elif not _DAY.fullmatch(day):
            draft.problems.cell(row, "source", f"'{day}' is no full day; write it as 2025-02-27.")

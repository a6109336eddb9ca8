"""Terms of office and the administrations that they bring, for every table that lists them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from loaders.draft import Claim, Draft, RowClaims, pages_of
from loaders.rows import Row, read_rows

COLUMNS = "person office country start end source"
EXACT = "exact days of the term"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ATTESTED = re.compile(r"in office on ([^:]+): (https?://\S+)")


def say_tenure(
    draft: Draft,
    claims: RowClaims,
    column: str,
    person: str,
    office: dict[str, str],
    start: str = "",
    end: str = "..",
) -> tuple[str, list[Claim]]:
    """Says who held which office and when; for a president also the administration.

    ``start`` is empty where only days in office are attested; ``end`` is ``..`` while the term
    lasts and empty where it is unknown. Dates of exact days are preferred to coarser ones.
    Returns the tenure and the claims of its date.
    """
    post = office["office"]
    draft.known(person), draft.known(post)
    who, what = draft.entities[person]["name"], draft.entities[post]
    year = start[:4] or "attested"
    tenure = draft.entity(
        "/".join(["tenure", "-".join([person.partition("/")[2], post.partition("/")[2], year])]),
        "Tenure",
        f"{who}, {what['name']}" + (f" (from {year})" if start else ""),
        f"{who}, {what['name_es'] or what['name']}" + (f" (desde {year})" if start else ""),
    )
    claims.say(column, tenure, "holder", person)
    claims.say(column, tenure, "office", post)
    claims.say(column, post, "jurisdiction", office["country"])
    if "body" in office:
        claims.say(column, post, "officeIn", office["body"])
    dates: list[Claim] = []
    if start:
        exact = _DAY.fullmatch(start) and (end == ".." or _DAY.fullmatch(end))
        dates = claims.say(
            column,
            tenure,
            "date",
            f"{start}/{end}",
            rank="preferred" if exact else "",
            note=EXACT if exact else "",
        )
    if led := draft.mappings.find("administrations", tenure):
        _say_administration(draft, claims, column, led, tenure, person, office["country"])
    return tenure, dates


def _say_administration(
    draft: Draft,
    claims: RowClaims,
    column: str,
    led: dict[str, Any],
    tenure: str,
    person: str,
    country: str,
) -> None:
    administration = draft.entity(
        led["id"], "Administration", led["name"], led["es"], led.get("hidden", ())
    )
    claims.say(column, administration, "headedBy", person)
    claims.say(column, administration, "administrationTenure", tenure)
    claims.say(column, administration, "jurisdiction", country)


def load_officials(draft: Draft, folder: Path) -> None:
    """Says the tenures of ``officials.tsv``; without a start the source names days in office."""
    for row in read_rows(folder / "officials.tsv", COLUMNS, draft.problems):
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

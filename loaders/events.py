"""Dated events: ``events.tsv``."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from loaders.draft import Claim, Draft, RowClaims, pages_of
from loaders.rows import Row
from loaders.slug import slug

FILE = "events.tsv"
COLUMNS = "date person_or_org event place detail source"


def load(draft: Draft, rows: list[Row]) -> None:
    """Says each event: who, when, where, before which court, with what outcome."""
    for row in rows:
        kind = draft.mappings.cell(draft.problems, "event_kinds", row, "event")
        dates = row.parts("date", "|")
        if not dates:
            draft.problems.cell(row, "date", "is empty; write it as 2025-02-27, 2025-02 or 2025.")
        good = [draft.problems.date(row, "date", date) for date in dates]
        people = [_actor(draft, name) for name in row.parts("person_or_org")]
        if not people:
            draft.problems.cell(row, "person_or_org", "is empty; write a full name.")
        if kind and people and dates and all(good):
            _event(draft, row, kind, dates, people)


def _actor(draft: Draft, name: str) -> str:
    known = draft.mappings.find("event_actors", name)
    if known:
        draft.known(known)
    return known or draft.person(name)


def _event(
    draft: Draft, row: Row, kind: dict[str, Any], dates: list[str], people: list[str]
) -> None:
    date = shared_date(dates)
    names = [draft.entities[person]["name"] for person in people]
    said = {"date": date, "who": " and ".join(names)}
    identifier = kind["id"]
    if "/" not in identifier:
        identifier = f"event/{identifier}-{date}-{slug(names[0])}"
    event = draft.entity(
        identifier,
        kind["class"],
        kind["name"].format(**said),
        kind["es"].format(date=date, who=" y ".join(names)),
    )
    claims = RowClaims(
        draft, "events", row, pages_of(draft, row), {"subject": people, "event": [event]}
    )
    status = kind["status"]
    detail: dict[str, Any] = {}
    if row["detail"]:
        detail = draft.mappings.cell(draft.problems, "event_details", row, "detail") or {}
    notes = [kind.get("note", ""), detail.get("date", "")]
    dated = [
        claims.say("date", event, "date", day, status=status, note="; ".join(n for n in notes if n))
        for day in dates
    ]
    contradict([claim for claims_of_day in dated for claim in claims_of_day])
    for person in people:
        claims.say(
            "person_or_org",
            event,
            kind.get("who", "concerns"),
            person,
            status=status,
            note=detail.get("note", ""),
        )
    claims.entries("event", kind.get("claims"), status)
    inner = RowClaims(draft, "events", row, claims.sources, {"subject": [event]})
    if row["place"]:
        place = draft.mappings.cell(draft.problems, "event_places", row, "place")
        inner.entries("place", place, status, row["place"])
    inner.entries("detail", detail.get("claims"), status, row["detail"])


def shared_date(dates: list[str]) -> str:
    """The part of the dates on which all agree.

    >>> shared_date(["2020-02-20", "2020-02-21"]), shared_date(["2020-02-20"])
    ('2020-02', '2020-02-20')
    """
    steps = [set(step) for step in zip(*(date.split("-") for date in dates), strict=False)]
    return "-".join(step.pop() for step in takewhile(lambda step: len(step) == 1, steps))


def contradict(claims: list[Claim]) -> None:
    """Marks claims of one thing and predicate as disagreeing wherever their objects differ."""
    for claim in claims:
        others = [other["claim"] for other in claims if other["object"] != claim["object"]]
        claim["contradicts"] = ";".join([*filter(None, [claim["contradicts"]]), *others])

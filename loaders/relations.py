"""Who is whose relative: ``relations.tsv``."""

from __future__ import annotations

import re
from typing import Any

from loaders.draft import Draft, RowClaims, pages_of
from loaders.rows import Row
from loaders.slug import slug

FILE = "relations.tsv"
COLUMNS = "subject relation object period note source"
_MOTHER = re.compile(r"mother: (.+)")


def load(draft: Draft, rows: list[Row]) -> None:
    """Says each kinship and what its note adds. Kinship is reported, never alleged."""
    for row in rows:
        empty = [column for column in ("subject", "object") if not row[column]]
        for column in empty:
            draft.problems.cell(row, column, "is empty; write the person's full name.")
        predicate = draft.mappings.cell(draft.problems, "kinship", row, "relation")
        if empty or predicate is None:
            continue
        if row["period"] and not draft.problems.date(row, "period", row["period"]):
            continue
        subject, relative = draft.person(row["subject"]), draft.person(row["object"])
        claims = RowClaims(
            draft,
            "relations",
            row,
            pages_of(draft, row),
            {"subject": [subject], "object": [relative]},
        )
        mother = _MOTHER.fullmatch(row["note"])
        meaning: dict[str, Any] = {}
        if mother:
            # Where the mother is somebody else, the parent of the row is the father.
            meaning = {"as": "fatherOf"}
            claims.say("note", draft.person(mother[1]), "motherOf", relative, status="reported")
        elif row["note"]:
            meaning = draft.mappings.cell(draft.problems, "kin_notes", row, "note") or {}
        claims.say(
            "relation",
            subject,
            meaning.get("as", predicate),
            relative,
            status="reported",
            valid=row["period"],
            note=meaning.get("note", ""),
        )
        claims.entries("note", meaning.get("claims"), "reported", row["note"])
        if birth := meaning.get("birth"):
            _birth(draft, claims, row, birth)


def _birth(draft: Draft, claims: RowClaims, row: Row, birth: dict[str, str]) -> None:
    (person,) = claims.names[birth["of"]]
    name = draft.entities[person]["name"]
    event = draft.entity(
        f"event/birth-{birth['date']}-{slug(name)}",
        "Birth",
        f"Birth of {name}, {birth['date']}",
        f"Nacimiento de {name}, {birth['date']}",
    )
    claims.say("note", event, "concerns", person, status="reported")
    claims.say("note", event, "date", birth["date"], status="reported")
    claims.say("note", event, "occurredAt", birth["place"], status="reported")

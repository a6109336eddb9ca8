"""The people of each transfer: ``transfers_people.tsv``."""

from __future__ import annotations

import re

from loaders.draft import Draft, RowClaims, pages_of
from loaders.rows import Row
from loaders.slug import slug

FILE = "transfers_people.tsv"
COLUMNS = (
    "transfer_id date batch_size name aliases organisation_as_reported destination_or_district "
    "charges_as_reported source"
)
NEEDS = ("transfers.tsv",)
_MAXIMUM = re.compile(r"\s*\(max ([^)]+)\)$")
_AS_REPORTED = re.compile(r"\s*\(as reported\)$")


def load(draft: Draft, rows: list[Row]) -> None:
    """Says who was in which transfer, and what is reported of each."""
    transfers = {row["transfer_id"]: row for row in draft.tables[NEEDS[0]]}
    for row in rows:
        if not row["name"]:
            draft.problems.cell(row, "name", "is empty; write the person's full name.")
            continue
        transfer = transfers.get(row["transfer_id"])
        if transfer is None:
            draft.problems.cell(
                row,
                "transfer_id",
                f"'{row['transfer_id']}' is not in transfers.tsv; add it there or correct it.",
            )
            continue
        for column, other in (("date", "date"), ("batch_size", "people")):
            if row[column] != transfer[other]:
                draft.problems.cell(
                    row,
                    column,
                    f"'{row[column]}' differs from '{transfer[other]}' in transfers.tsv "
                    f"line {transfer.line}; correct one of them.",
                )
        person = draft.person(row["name"])
        charge = f"event/charge-{slug(row['name'])}"
        claims = RowClaims(
            draft,
            "transfers-people",
            row,
            pages_of(draft, row),
            {"subject": [person], "charge": [charge]},
        )
        claims.say("name", person, "transferredIn", f"transfer/{transfer['date']}")
        for alias in row.parts("aliases"):
            claims.say("aliases", person, "alias", alias, quote=alias)
        column = "organisation_as_reported"
        if row[column]:
            meaning = draft.mappings.cell(draft.problems, "organisations", row, column)
            claims.entries(column, meaning, "alleged", row[column])
        _charge(draft, claims, row, person, charge)


def _charge(draft: Draft, claims: RowClaims, row: Row, person: str, charge: str) -> None:
    """The destination of a person, and one charge with all its parts where there is any."""
    where, what = "destination_or_district", "charges_as_reported"
    meaning = draft.mappings.cell(draft.problems, "destinations", row, where) if row[where] else []
    in_court = any(entry.get("of") == "charge" for entry in meaning or [])
    if row[what] or in_court:
        draft.entity(
            charge, "Charge", f"Charges against {row['name']}", f"Cargos contra {row['name']}"
        )
        claims.say(what if row[what] else where, charge, "concerns", person, status="charged")
    claims.entries(where, meaning, "reported", row[where])
    for part in row.parts(what):
        note = "as reported" if _AS_REPORTED.search(part) else ""
        text = _AS_REPORTED.sub("", part)
        if maximum := _MAXIMUM.search(text):
            text = _MAXIMUM.sub("", text)
            claims.say(what, charge, "maximumPenalty", maximum[1], status="charged", quote=part)
        claims.say(what, charge, "offence", text, status="charged", quote=part, note=note)
        claims.entries(what, draft.mappings.find("charges", text), "charged", part)

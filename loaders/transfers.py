"""The three transfers and the people of each: ``transfers.tsv`` and ``transfers_people.tsv``."""

from __future__ import annotations

import re
from pathlib import Path

from loaders.draft import Draft, RowClaims, pages_of
from loaders.rows import Row, read_rows
from loaders.slug import slug

TRANSFERS = (
    "transfer_id date people legal_basis cities death_penalty_commitment names_found_here source"
)
PEOPLE = (
    "transfer_id date batch_size name aliases organisation_as_reported destination_or_district "
    "charges_as_reported source"
)
_MAXIMUM = re.compile(r"\s*\(max ([^)]+)\)$")
_AS_REPORTED = re.compile(r"\s*\(as reported\)$")


def load_transfers(draft: Draft, folder: Path) -> dict[str, Row]:
    """Says what is known of each transfer; returns the rows by transfer_id."""
    rows = read_rows(folder / "transfers.tsv", TRANSFERS, draft.problems)
    words = draft.mappings.section("transfer")
    for row in rows:
        if not draft.problems.date(row, "date", row["date"]):
            continue
        said = {"people": row["people"], "date": row["date"]}
        labels = [*words["ordinal"].get(row["transfer_id"], ()), *words["hidden"]]
        transfer = draft.entity(
            f"transfer/{row['date']}",
            "Expulsion",
            words["name"].format(**said),
            words["es"].format(**said),
            [label.format(**said) for label in labels],
        )
        claims = RowClaims(draft, "transfers", row, pages_of(draft, row), {"subject": [transfer]})
        claims.say("date", transfer, "date", row["date"])
        for column, predicate in (("people", "peopleCount"), ("names_found_here", "namedCount")):
            if row[column].isdigit():
                claims.say(column, transfer, predicate, row[column])
            else:
                draft.problems.cell(
                    row, column, f"'{row[column]}' is no number; write digits only."
                )
        claims.say("", transfer, "fromCountry", "place/mexico")
        claims.say("", transfer, "toCountry", "place/united-states")
        claims.say("", transfer, "conductedBy", "organization/government-of-mexico")
        for column, section in (
            ("legal_basis", "legal_basis"),
            ("cities", "transfer_cities"),
            ("death_penalty_commitment", "death_penalty_commitment"),
        ):
            if row[column]:
                meaning = draft.mappings.cell(draft.problems, section, row, column)
                claims.entries(column, meaning, "stated", row[column])
    return {row["transfer_id"]: row for row in rows}


def load_people(draft: Draft, folder: Path, transfers: dict[str, Row]) -> None:
    """Says who was in which transfer, and what is reported of each."""
    for row in read_rows(folder / "transfers_people.tsv", PEOPLE, draft.problems):
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

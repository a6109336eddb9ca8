"""The transfers to the United States: ``transfers.tsv``."""

from __future__ import annotations

from loaders.draft import Draft, RowClaims, pages_of
from loaders.rows import Row, is_number

FILE = "transfers.tsv"
COLUMNS = (
    "transfer_id date people legal_basis cities death_penalty_commitment names_found_here source"
)


def load(draft: Draft, rows: list[Row]) -> None:
    """Says what is known of each transfer."""
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
            if is_number(row[column]):
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

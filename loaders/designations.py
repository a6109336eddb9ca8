"""The terrorist designations of 20 February 2025: ``fto_2025-02-20.tsv``."""

from __future__ import annotations

from loaders.draft import Draft, RowClaims, pages_of
from loaders.rows import Row

FILE = "fto_2025-02-20.tsv"
COLUMNS = "organisation short other_names_2025 country_base designation determined effective source"


def load(draft: Draft, rows: list[Row]) -> None:
    """Says each organisation's designation, its other names and where it is based."""
    for row in rows:
        organisation = draft.mappings.cell(draft.problems, "fto_organisations", row, "organisation")
        good = [
            draft.problems.date(row, column, row[column]) for column in ("determined", "effective")
        ]
        if organisation is None or not all(good):
            continue
        draft.known(organisation)
        known = draft.entities[organisation]
        date = row["effective"]
        event = draft.entity(
            f"event/designation-{date}-{organisation.partition('/')[2]}",
            "Designation",
            f"Designation of {known['name']} as terrorist organisation, {date}",
            f"Designación de {known['name_es'] or known['name']} como organización terrorista, "
            f"{date}",
        )
        claims = RowClaims(
            draft, "fto-2025-02-20", row, pages_of(draft, row), {"subject": [organisation]}
        )
        claims.say("organisation", event, "concerns", organisation)
        for label in row.parts("designation", "+"):
            claims.say("designation", event, "designatedAs", label)
        claims.say("determined", event, "determinedOn", row["determined"])
        claims.say("effective", event, "date", date)
        claims.say("", event, "conductedBy", "organization/us-department-of-state")
        claims.say("", event, "legalBasis", "document/executive-order-14157")
        names = (
            [row["organisation"]]
            if row["organisation"] not in (known["name"], known["name_es"])
            else []
        )
        for column, parts in (
            ("organisation", names),
            ("short", row.parts("short")),
            ("other_names_2025", row.parts("other_names_2025")),
        ):
            for name in parts:
                meaning = draft.mappings.find("fto_other_names", name)
                claims.entries(column, meaning or [{"alias": name}], "stated", name)
        if row["country_base"]:
            base = draft.mappings.cell(draft.problems, "fto_countries", row, "country_base")
            claims.entries("country_base", base, "stated", row["country_base"])

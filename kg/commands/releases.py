"""The command that compares releases of the knowledge."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Annotated

import typer

from kg.app import CsvSafeOption, FormatOption, StoreOption, app, checked_format, say

COLUMNS = ["kind", "change", "id", "told", "field", "before", "after"]


@app.command()
def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD",
            help="A folder of sheets, an RDF file, a store's address, a content hash, or packaged.",
        ),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same.")],
    store: StoreOption = None,
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
) -> None:
    """Compare two releases of the knowledge claim by claim, then source by source and thing by thing.

    'kg --version' and 'kg ask --release' show content hashes; six digits or more name the packaged
    knowledge, what the store holds, or a folder of sheets somewhere in the folder KG_RELEASES.

    Example: kg diff ../before/knowledge packaged
    """
    from graph.export import differences
    from kg.releases import SHORT, contents_of
    from kg.render import rows_as

    format_ = checked_format(format_, csv_safe)
    one, two = contents_of(old, store), contents_of(new, store)
    rows = [asdict(found) for found in differences(one, two)]
    columns = COLUMNS
    if format_ in ("table", "md") and not any(row["field"] for row in rows):
        columns = COLUMNS[:4]
    if rows or format_ not in ("table", "md"):
        print(rows_as(format_, columns, rows))
    say(f"{one.hash[:SHORT]} to {two.hash[:SHORT]}: {_counted(rows)}.")


def _counted(rows: list[dict[str, str | None]]) -> str:
    """How many claims, sources and entities differ, each counted once."""
    found = Counter(
        (kind, change) for kind, change, _ in {(r["kind"], r["change"], r["id"]) for r in rows}
    )
    plural = {"claim": "claims", "source": "sources", "entity": "entities"}
    told = [
        f"{number} {kind if number == 1 else plural[str(kind)]} {change}"
        for kind in plural
        for change in ("added", "removed", "changed")
        if (number := found[kind, change])
    ]
    return ", ".join(told) or "nothing differs"

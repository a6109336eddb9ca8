"""The tables of facts, compiled from press and official pages, as claim sheets.

``python -m loaders.tables DIR OUT`` reads the six tables of DIR and writes entities.csv,
sources.csv and claims/*.csv into OUT. A row that cites two pages makes two claims of each thing
it says. Nothing is written if any cell is bad.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from loaders.draft import READ, Draft
from loaders.events import load_designations, load_events
from loaders.kin import load_relations
from loaders.mappings import Mappings, load_mappings
from loaders.tenures import load_officials
from loaders.transfers import load_people, load_transfers
from ontology import SheetError


def load_tables(folder: Path, mappings: Mappings | None = None, read: str = READ) -> Draft:
    """What the tables say. SheetError lists every bad cell."""
    draft = Draft(mappings or load_mappings(), read=read)
    transfers = load_transfers(draft, folder)
    load_people(draft, folder, transfers)
    load_relations(draft, folder)
    load_officials(draft, folder)
    load_events(draft, folder)
    load_designations(draft, folder)
    draft.problems.refuse()
    return draft


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m loaders.tables", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of the tables")
    parser.add_argument("out", type=Path, metavar="OUT", help="where the sheets go")
    parser.add_argument("--read", default=READ, metavar="DATE", help="when the tables were read")
    given = parser.parse_args(arguments)
    try:
        draft = load_tables(given.folder, read=given.read)
        draft.write(given.out)
    except SheetError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    for sheet, claims in draft.sheets.items():
        print(f"{sheet}: {len(claims)} claims", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""``python -m loaders DIR --into knowledge``: outside material becomes claims.

Runs the loaders whose file is in DIR and merges what they say into a folder of claim sheets.
Nothing written by hand is changed; what conflicts is named by file and row, and then nothing is
written at all.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from loaders.draft import READ
from loaders.merge import merge
from loaders.runner import ENDINGS, discover, run
from ontology import ExpedienteError


def _day(text: str) -> str:
    from graph.claims import DateError, interval

    try:
        interval(text)
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no day; write 2026-11-21.")
    return text


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit status: 2 for a bad cell or a conflict."""
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of the files")
    parser.add_argument(
        "--into", type=Path, required=True, metavar="KNOWLEDGE", help="the folder of claim sheets"
    )
    parser.add_argument(
        "--read",
        type=_day,
        default=READ,
        metavar="DATE",
        help=f"when the pages were read, unless a row says so (else {READ})",
    )
    given = parser.parse_args(arguments)
    try:
        loaders = discover()
        draft = run(given.folder, read=given.read, loaders=loaders)
        merged = merge(draft, loaders, given.into)
    except ExpedienteError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; check the folder.", file=sys.stderr)
        return 1
    for line in merged.told:
        print(line, file=sys.stderr)
    for path in sorted(given.folder.iterdir()):
        if path.suffix in ENDINGS and path.name not in draft.tables:
            print(f"{path.name}: no loader reads it", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

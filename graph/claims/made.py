"""Sheets that loaders write: which they are, and whether somebody has edited one by hand.

``claims/made-by-loaders.json`` says of each such sheet which loader made it of which file, with a
digest of every row in order; and of the rows that loaders added to ``entities.csv`` and
``sources.csv`` the digest as they were added, so that a row changed by hand is the hand's.
"""

from __future__ import annotations

import csv
import difflib
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.claims.sheets import CLAIM_COLUMNS, LATER_CLAIM_COLUMNS, OPTIONAL_CLAIM_COLUMNS
from ontology import SheetError

RECORD = "claims/made-by-loaders.json"
COMMAND = "python -m loaders DIR --into knowledge"
ABOUT = (
    f"These sheets are written by '{COMMAND}', never by hand. To change what one says, "
    "correct the file that it was made of and run the command again; what no loader says goes into "
    "a sheet of your own."
)
_DIGITS = 8


@dataclass(frozen=True)
class MadeSheet:
    """One sheet: its loader, the file that it was made of, and the digests of its rows."""

    loader: str
    file: str
    rows: tuple[str, ...]


@dataclass
class Made:
    """All that loaders have written into a knowledge folder.

    ``sheets`` by name without ending; ``entities`` and ``sources``: digests of added rows by id.
    """

    sheets: dict[str, MadeSheet] = field(default_factory=dict)
    entities: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The record as it is kept: the same bytes for the same content."""
        sheets = {
            name: {"loader": s.loader, "file": s.file, "rows": " ".join(s.rows)}
            for name, s in sorted(self.sheets.items())
        }
        held = {
            "about": ABOUT,
            "sheets": sheets,
            "entities": dict(sorted(self.entities.items())),
            "sources": dict(sorted(self.sources.items())),
        }
        return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def read_made(folder: Path) -> Made:
    """The record of a knowledge folder, empty where it has none; SheetError if it is spoiled."""
    path = folder / RECORD
    if not path.exists():
        return Made()
    try:
        held = json.loads(path.read_text("utf-8"))
        sheets = {
            str(name): MadeSheet(_text(s["loader"]), _text(s["file"]), (*_text(s["rows"]).split(),))
            for name, s in held["sheets"].items()
        }
        added = [{i: _text(d) for i, d in held[key].items()} for key in ("entities", "sources")]
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise SheetError(
            [f"{RECORD}: cannot be read ({error!r}); take it from the repository again."]
        ) from error
    return Made(sheets, *added)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def digest(row: dict[str, str], columns: Sequence[str]) -> str:
    """A digest of a row's cells, whatever the order of its columns and the marks around a cell."""
    cells = json.dumps([row.get(column) or "" for column in columns], ensure_ascii=False)
    return hashlib.sha256(cells.encode()).hexdigest()[:_DIGITS]


def claim_digest(row: dict[str, str]) -> str:
    """A digest of a claim's row."""
    # What a row leaves empty of the columns that came later does not change its digest.
    columns = (*CLAIM_COLUMNS, *OPTIONAL_CLAIM_COLUMNS)
    return digest(row, [c for c in columns if c not in LATER_CLAIM_COLUMNS or row.get(c)])


def hand_edits(folder: Path, name: str, made: MadeSheet) -> Iterator[tuple[int, str]]:
    """Lines of a made sheet that differ from what was written, with what happened there."""
    try:
        text = (folder / "claims" / f"{name}.csv").read_bytes().decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, restval="")
        lines, rows, start = [], [], 2
        for row in reader:
            lines.append(start)
            rows.append(claim_digest(row))
            start = reader.line_num + 1
    except FileNotFoundError:
        yield 1, "the sheet is gone"
        return
    except (OSError, ValueError, csv.Error):
        yield 1, "the sheet can no longer be read"
        return
    matcher = difflib.SequenceMatcher(None, made.rows, rows, autojunk=False)
    for kind, _, _, first, last in matcher.get_opcodes():
        if kind == "delete":
            yield lines[first] if first < len(lines) else start, "rows before this were taken out"
        elif kind != "equal":
            told = f"the row was {'changed' if kind == 'replace' else 'added'} by hand"
            for line in lines[first:last]:
                yield line, told

"""Sheets as cells: CSV read strictly, and what spreadsheet programs do to it named by cell.

A spreadsheet program rewrites what looks like a date or a number, puts typographic marks for
plain ones, adds empty columns and separates by what the country is used to. What is harmless
(a byte order mark, the ends of lines) is read as it is; the rest is refused by cell.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.claims.dates import DateError, interval
from ontology.suggest import suggest

# Columns of ids, dates and codes: no typographic mark belongs there.
_CODES = frozenset(
    (
        *("claim", "subject", "predicate", "valid", "status", "attributed_to", "source", "rank"),
        *("locator", "recorded", "contradicts", "certainty", "via"),
        *("id", "class", "kind", "url", "published", "read"),
        *("sha256", "language"),
    )
)
_DATES = frozenset(("valid", "recorded", "published", "read"))
MOST_BYTES = 64 * 2**20
"""Of a sheet; it is read whole, and takes about ten times as much in memory."""
_SHORT = 100  # characters of a cell that is remembered
_JOINERS = "\u200c\u200d"  # part of how some scripts are spelt

_MONTH = "(?:jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sept?|oct|nov|dec|dic)[a-z]*"
_REWRITTEN_DATE = re.compile(
    "|".join(
        (
            rf"[0-9]{{1,2}}([/.-])(?:[0-9]{{1,2}}|{_MONTH})\1(?:[0-9]{{4}}|[0-9]{{2}})",
            r"[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}",
            rf"[0-9]{{1,2}}-{_MONTH}",
            rf"{_MONTH}-[0-9]{{2}}",
            r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?",
        )
    ),
    re.IGNORECASE,
)
_SERIAL_DAY = re.compile(r"[0-9]{5}(?:[.,]0+)?")  # days since 1900
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_SCIENTIFIC = re.compile(r"-?[0-9](?:[.,][0-9]+)?E[+-]?[0-9]{2,3}", re.IGNORECASE)
_FAILED = re.compile(
    r"#(?:REF|NAME|VALUE|VALOR|NUM|NULL|DIV/0|N/A|N/D|SPILL|CALC)[!?]?|#{3,}|Err:[0-9]+"
)
_TYPOGRAPHIC = re.compile("[“”„«»‘’‚–—…\u00a0]")
AS_TEXT = "format the column as text"


@dataclass(frozen=True)
class Place:
    """Where a row stands: a file and the line that it begins on."""

    file: str
    line: int


class SheetCells:
    """Reads sheets and collects the problems of all files before any is refused."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[str] = []
        self.parts: dict[Path, str] = {}  # read in the place of whole sheets
        self.unread = False  # whether a sheet could not be read to its end
        self._told: set[tuple[Place, str]] = set()
        self._sound: set[tuple[str, str]] = set()  # columns with cells, most of which come again

    def problem(self, place: Place, column: str, text: str) -> None:
        """Notes a bad cell; of one cell the first problem counts."""
        if (place, column) not in self._told:
            self._told.add((place, column))
            self.problems.append(f"{place.file}:{place.line}: column {column}: {text}")

    def file_problem(self, path: Path, text: str, line: int | None = None) -> None:
        """Notes what is wrong with a whole file or with one of its lines."""
        name = path.relative_to(self.root).as_posix()
        self.problems.append(f"{name}:{line}: {text}" if line else f"{name}: {text}")

    def rows(
        self, path: Path, columns: list[str], optional: tuple[str, ...] = ()
    ) -> Iterator[tuple[Place, dict[str, str]]]:
        """The rows of a sheet by column; a row with too many or too few cells is left out."""
        text = self._text(path)
        if text is None:
            self.unread = True
            return
        name = path.relative_to(self.root).as_posix()
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        start = 1
        try:
            header = next(reader, [])
            if not self._good_header(path, header, columns, optional):
                self.unread = True
                return
            start = reader.line_num + 1
            for cells in reader:
                place, start = Place(name, start), reader.line_num + 1
                if not any(cells):
                    continue
                if len(cells) != len(header):
                    self._uneven(place, header, cells)
                    continue
                row = dict.fromkeys(optional, "") | dict(zip(header, cells, strict=True))
                for column, cell in row.items():
                    self._cell(place, column, cell)
                yield place, row
        except csv.Error as error:
            self.unread = True
            self.file_problem(path, f"not CSV ({error}); check the quotation marks.", start)

    def _text(self, path: Path) -> str | None:
        if path in self.parts:
            return self.parts[path]
        if path.exists() and not path.is_file():
            self.file_problem(path, "is no file; remove it or give it another name.")
            return None
        try:
            if path.stat().st_size > MOST_BYTES:
                self.file_problem(path, _too_large(path))
                return None
            return path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.file_problem(
                path, f"byte {error.start} is not UTF-8; save the sheet as 'CSV UTF-8'."
            )
        except OSError as error:
            self.file_problem(path, f"cannot be read ({error.strerror}); check the file.")
        return None

    def _good_header(
        self, path: Path, header: list[str], columns: list[str], optional: tuple[str, ...]
    ) -> bool:
        before = len(self.problems)
        known = [*columns, *optional]
        separator = _other_separator(header)
        if not header:
            self.file_problem(path, f"is empty; begin it with {','.join(columns)}.")
        elif separator:
            self.file_problem(path, f"the cells are separated by {separator}; save with commas.", 1)
        elif header[-1] == "":
            first = next(i for i in range(len(header)) if not any(header[i:]))
            self.file_problem(
                path, f"{len(header) - first} empty columns at the end; delete them.", 1
            )
        else:
            for column in columns:
                if column not in header:
                    self.file_problem(path, f"column {column} is missing; add it to the header.", 1)
            for column in header:
                if column not in known:
                    hint = suggest(column, known) or "; remove it or correct it."
                    self.file_problem(path, f"column {column} is unknown{hint}", 1)
            if len(self.problems) == before and len(set(header)) != len(header):
                self.file_problem(path, "a column stands twice; remove one.", 1)
        return len(self.problems) == before

    def _uneven(self, place: Place, header: list[str], cells: list[str]) -> None:
        told = f"the row has {len(cells)} cells, the header {len(header)}; "
        column = header[min(len(cells), len(header)) - 1]
        if len(cells) < len(header):
            remedy = "add the cells that are missing, or the commas of empty ones."
        else:
            remedy = "put quotation marks around a cell that holds a comma"
            empty = not any(cells[len(header) :])
            remedy += ", or delete the empty cells at the end." if empty else "."
        self.problem(place, column, told + remedy)

    def _cell(self, place: Place, column: str, cell: str) -> None:
        if not cell or (column, cell) in self._sound:
            return
        if cell != cell.strip():
            self.problem(place, column, "white space at an end; remove it.")
        elif told := spoiled(column, cell):
            self.problem(place, column, told)
        elif len(cell) <= _SHORT:
            self._sound.add((column, cell))

    def date(self, place: Place, column: str, text: str) -> None:
        """Notes a text that is neither empty nor a date in EDTF."""
        if not text:
            return
        try:
            interval(text)
        except DateError as error:
            rewritten = _REWRITTEN_DATE.fullmatch(text) or _SERIAL_DAY.fullmatch(text)
            self.problem(place, column, _rewritten(text) if rewritten else str(error))

    def required(self, place: Place, row: dict[str, str], *columns: str) -> bool:
        """Whether none of these cells is empty; notes those that are."""
        empty = [c for c in columns if not row[c]]
        for column in empty:
            self.problem(place, column, "is empty; fill it in.")
        return not empty


def _too_large(path: Path) -> str:
    """What to say of a sheet that is not even read."""
    remedy = (
        "split it into several" if path.parent.name == "claims" else "take out what nobody cites"
    )
    return f"is larger than {MOST_BYTES:,} bytes; check that it is a sheet, and {remedy}."


def spoiled(column: str, cell: str) -> str | None:
    """What a program did to a cell, with the remedy; nothing if it looks as it was typed."""
    shown = cell if len(cell) <= 20 else cell[:20] + "..."
    # What is odd is not printable, which most cells are as a whole.
    if not cell.isprintable() and (odd := next((c for c in cell if _is_odd(c)), None)):
        return f"has the character U+{ord(odd):04X}, which cannot be seen; remove it."
    if cell.startswith(("=", "@")) or "\ufffd" in cell or _FAILED.fullmatch(cell):
        return f"'{shown}' was spoiled by a program; type it anew."
    if column in _CODES and (mark := _TYPOGRAPHIC.search(cell)):
        return f"'{mark[0]}' was put there by a program; write plain marks and spaces."
    if _SCIENTIFIC.fullmatch(cell):
        return f"'{shown}' is a number as a program rewrote it; {AS_TEXT} and write all digits."
    if column not in _DATES and (told := _taken_for_a_date(column, cell)):  # dates are read as such
        return told
    if _misread(cell):
        return f"'{shown}' is UTF-8 that was opened as another encoding; import it as UTF-8."
    return None


def _taken_for_a_date(column: str, cell: str) -> str | None:
    rewritten = _REWRITTEN_DATE.fullmatch(cell)
    if column == "object":
        return _rewritten(cell) if rewritten else None
    if rewritten or (column == "quote" and (_DAY.fullmatch(cell) or _SERIAL_DAY.fullmatch(cell))):
        return (
            f"'{cell}' looks like words that a spreadsheet program took for a date; "
            f"{AS_TEXT} and type it anew."
        )
    return None


def _rewritten(text: str) -> str:
    return (
        f"'{text}' looks like a date that a spreadsheet program rewrote; "
        f"{AS_TEXT} and write it as 2025-02-27."
    )


def _is_odd(character: str) -> bool:
    """Whether a character controls a terminal, a line or the direction of writing."""
    if character.isascii():
        return not character.isprintable()
    return (
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        and character not in _JOINERS
    )


def _misread(cell: str) -> bool:
    """Whether the text is UTF-8 that was read as Windows-1252 and saved again."""
    if cell.isascii():
        return False
    try:
        return cell.encode("cp1252").decode("utf-8") != cell
    except UnicodeError:
        return False


def _other_separator(header: list[str]) -> str | None:
    line = ",".join(header)
    if line.lower().startswith("sep="):
        return "what the line 'sep=' says"
    if len(header) < 3:
        for mark, name in ((";", "semicolons"), ("\t", "tabulators"), ("|", "vertical bars")):
            if line.count(mark) > 3:
                return name
    return None

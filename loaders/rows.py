"""Tables read strictly: every row knows its file, line and number; every problem names its cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph.claims import DateError, interval, spoiled
from ontology import SheetError

_DELIMITERS = {".tsv": ("\t", "tabulators"), ".csv": (",", "commas")}


@dataclass(frozen=True)
class Row:
    """One row of a table: ``number`` counts data rows from 1, ``line`` the lines of the file.

    ``unit`` is what is counted: rows of a table, or entries of a list; ``data`` is the entry itself.
    """

    file: str
    line: int
    number: int
    cells: dict[str, str]
    unit: str = "row"
    data: Any = None

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def locator(self, column: str = "") -> str:
        """The address of a cell, or of the whole row."""
        return f"{self.file}#{self.unit}={self.number}" + (f",column={column}" if column else "")

    def parts(self, column: str, separator: str = ";") -> list[str]:
        """The parts of a cell that lists several things."""
        return [part.strip() for part in self[column].split(separator) if part.strip()]


@dataclass
class Problems:
    """Collects what is wrong, so that one run shows all of it."""

    found: list[str] = field(default_factory=list)

    def cell(self, row: Row, column: str, text: str) -> None:
        """Notes a bad cell; the text says what is wrong and what to do."""
        self.found.append(f"{row.file}:{row.line}: column {column}: {text}")

    def refuse(self) -> None:
        """Raises SheetError if there was any problem."""
        if self.found:
            raise SheetError(list(dict.fromkeys(self.found)))

    def date(self, row: Row, column: str, text: str) -> bool:
        """Whether the text is an EDTF date; notes it if not."""
        try:
            interval(text)
        except DateError as error:
            self.cell(row, column, str(error))
            return False
        return True


def is_number(text: str) -> bool:
    """Whether a cell has the digits 0 to 9 and nothing else.

    >>> is_number("26"), is_number("٣"), is_number("")
    (True, False, False)
    """
    return re.fullmatch(r"[0-9]{1,9}", text) is not None


def read_rows(path: Path, columns: str, problems: Problems) -> list[Row]:
    """The rows of a table; ``columns`` are the names that it must have, in any order.

    The ending says what the file is: ``.tsv`` has tabulators and no quotation marks, ``.csv`` is
    RFC 4180, ``.yaml`` a list of entries, whose whole content is a row's ``data``.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.found.append(
            f"{path.name}: byte {error.start} is not UTF-8; save the table as UTF-8."
        )
        return []
    except OSError as error:
        problems.found.append(f"{path.name}: cannot be read ({error.strerror}); check the folder.")
        return []
    if path.suffix == ".yaml":
        return _entries(path.name, text, columns.split(), problems)
    return list(_cells(path, text, columns.split(), problems))


def _entries(name: str, text: str, columns: list[str], problems: Problems) -> list[Row]:
    try:
        tree, found = yaml.compose(text), yaml.safe_load(text)
    except yaml.YAMLError:
        tree = found = None
    if tree is None or not isinstance(found, list) or not all(isinstance(e, dict) for e in found):
        problems.found.append(
            f"{name}: is not the list of entries with {' and '.join(columns)}; fetch it again."
        )
        return []
    rows = []
    for number, (node, entry) in enumerate(zip(tree.value, found, strict=True), 1):
        row = Row(name, node.start_mark.line + 1, number, {}, "entry", entry)
        missing = [column for column in columns if column not in entry]
        for column in missing:
            problems.cell(row, column, "is missing in this entry; add it.")
        if not missing:
            rows.append(row)
    return rows


def _cells(path: Path, text: str, columns: list[str], problems: Problems) -> Iterator[Row]:
    delimiter, called = _DELIMITERS[path.suffix]
    lines = io.StringIO(text, newline="")
    if delimiter == "\t":
        reader = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(lines, delimiter=delimiter)
    line = 1
    try:
        header = [name.strip() for name in next(reader, [])]
        if not _good_header(path.name, header, columns, called, problems):
            return
        line, number = reader.line_num + 1, 0
        for cells in reader:
            start, line = line, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            number += 1
            named = dict(zip(header, map(str.strip, cells), strict=False))
            row = Row(path.name, start, number, named)
            if len(cells) != len(header):
                problems.cell(
                    row,
                    header[min(len(cells), len(header)) - 1],
                    f"the row has {len(cells)} cells, the header {len(header)}; "
                    "correct the separators.",
                )
                continue
            for column, cell in named.items():
                if told := spoiled("object", cell):
                    problems.cell(row, column, told)
            yield row
    except csv.Error as error:
        problems.found.append(f"{path.name}:{line}: not a table ({error}); check the separators.")


def _good_header(
    name: str, header: list[str], columns: list[str], called: str, problems: Problems
) -> bool:
    missing = [column for column in columns if column not in header]
    if missing and len(header) < 2 < len(columns):
        problems.found.append(
            f"{name}:1: the cells are not separated by {called}; save it so, with the columns "
            f"{' '.join(columns)}."
        )
    else:
        for column in missing:
            problems.found.append(f"{name}:1: column {column} is missing; add it to the header.")
    return not missing

"""Tables read strictly: every row knows its file, line and number; every problem names its cell."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from graph.claims import DateError, interval
from ontology import SheetError


@dataclass(frozen=True)
class Row:
    """One row of a table: ``number`` counts data rows from 1, ``line`` the lines of the file.

    ``unit`` is what is counted: rows of a table, or entries of a list.
    """

    file: str
    line: int
    number: int
    cells: dict[str, str]
    unit: str = "row"

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


def read_rows(path: Path, columns: str, problems: Problems, delimiter: str = "\t") -> list[Row]:
    """The rows of a table; ``columns`` are the names that its header must have, in any order.

    Tab-separated tables know no quotation marks; comma-separated ones are RFC 4180.
    """
    wanted = columns.split()
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
    lines = io.StringIO(text, newline="")
    if delimiter == "\t":
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(lines, delimiter=delimiter)
    header = [name.strip() for name in next(reader, [])]
    missing = [name for name in wanted if name not in header]
    for name in missing:
        problems.found.append(f"{path.name}:1: column {name} is missing; add it to the header.")
    if missing:
        return []
    rows: list[Row] = []
    line, number = reader.line_num + 1, 0
    for cells in reader:
        start, line = line, reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        number += 1
        row = Row(path.name, start, number, dict(zip(header, map(str.strip, cells), strict=False)))
        if len(cells) == len(header):
            rows.append(row)
        else:
            problems.cell(
                row,
                header[min(len(cells), len(header)) - 1],
                f"the row has {len(cells)} cells, the header {len(header)}; "
                "correct the separators.",
            )
    return rows

"""Sheets of so many times the knowledge: copies of the packaged ones that share nothing.

Each copy has ids and names of its own and its own years, so that things are as dense as in the
first, kin and days alike; an open end is closed, since what is open meets all that comes later.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.loading import knowledge_folder
from ontology import ontology

YEARS = 60  # between a copy and the next: most of what is told lies within so many
END = 2027  # of what is open
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_WORD = re.compile(r"\b\w")
Row = dict[str, str]


class Copy:
    """One copy: number 0 is the knowledge as it is, but for ends that are open."""

    def __init__(self, number: int, known: frozenset[str]) -> None:
        self.number, self.known = number, known

    def id(self, text: str) -> str:
        """An id of this copy's own; no id stays empty."""
        return f"{text}.{self.number}" if text and self.number else text

    def ids(self, text: str) -> str:
        """Several, with semicolons between."""
        return ";".join(self.id(one.strip()) for one in text.split(";") if one.strip())

    def name(self, text: str) -> str:
        """A name that none of the first is a part of: each of its words begins with the number."""
        return _WORD.sub(str(self.number), text) if self.number else text

    def when(self, text: str) -> str:
        """So many years later."""
        later = self.number * YEARS
        closed = text.replace("/..", f"/{END}")
        return _YEAR.sub(lambda year: f"{int(year[1]) + later:04d}", closed)

    def entity(self, row: Row) -> Row:
        names = {key: self.name(row[key]) for key in ("name", "name_es", "hidden_labels")}
        return row | names | {"id": self.id(row["id"])}

    def source(self, row: Row) -> Row:
        return row | {"id": self.id(row["id"]), "title": self.name(row["title"])}

    def claim(self, row: Row) -> Row:
        found = row | {key: self.id(row[key]) for key in ("claim", "subject", "source")}
        found |= {key: self.ids(row.get(key, "")) for key in ("attributed_to", "contradicts")}
        found["valid"] = self.when(row["valid"])
        term = ontology().term(row["predicate"])
        if row["object"] in self.known:
            found["object"] = self.id(row["object"])
        elif term is not None and term.column_type in ("date", "interval"):
            found["object"] = self.when(row["object"])
        elif row["predicate"] == "alias":
            found["object"] = self.name(row["object"])
        return found


def write(folder: Path, times: int) -> int:
    """Writes a folder of sheets; the number of claims."""
    first = knowledge_folder()
    (folder / "claims").mkdir(parents=True)
    known = {row["id"] for row in _rows(first / "entities.csv")}
    known |= {f"source/{row['id']}" for row in _rows(first / "sources.csv")}
    copies = [Copy(number, frozenset(known)) for number in range(times)]
    _copied(first / "entities.csv", folder, [one.entity for one in copies])
    _copied(first / "sources.csv", folder, [one.source for one in copies])
    return sum(
        _copied(sheet, folder / "claims", [one.claim for one in copies])
        for sheet in sorted((first / "claims").glob("*.csv"))
    )


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _copied(path: Path, folder: Path, copies: list[Callable[[Row], Row]]) -> int:
    rows = list(_rows(path))
    with (folder / path.name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        for copied in copies:
            writer.writerows(map(copied, rows))
    return len(rows) * len(copies)

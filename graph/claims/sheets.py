"""Claim sheets: CSV files that people edit, read strictly and refused by cell.

Three kinds of file make up the knowledge: ``sources.csv``, ``entities.csv`` and
``claims/<source>.csv``.  Every problem is named by file, line and column with its remedy; if there
is one, nothing is used.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.claims.dates import DateError, interval
from ontology import KG, Ontology, SheetError, Term, ontology

SOURCE_COLUMNS = [
    "id",
    "kind",
    "title",
    "publisher",
    "url",
    "published",
    "read",
    "sha256",
    "language",
    "licence",
    "note",
]
ENTITY_COLUMNS = ["id", "class", "name", "name_es", "hidden_labels", "note"]
CLAIM_COLUMNS = [
    "claim",
    "subject",
    "predicate",
    "object",
    "valid",
    "status",
    "attributed_to",
    "source",
    "locator",
    "quote",
    "rank",
    "note",
]
OPTIONAL_CLAIM_COLUMNS = ("recorded", "contradicts")
QUOTE_WORDS = 10
MOST_PROBLEMS = 200

_ID = re.compile(r"[a-z]+(/[a-z0-9][a-z0-9.-]*)+")
_SLUG = re.compile(r"[a-z0-9][a-z0-9.-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SPAN = re.compile(r"char=(\d+),(\d+)")
_SPOILED_DATE = re.compile(r"\d{1,2}[/.-](\d{1,2}|[A-Za-z]{3,})[/.-]\d{2,4}|\d{5}")


@dataclass(frozen=True)
class Place:
    """Where a row stands: a file and the line that it begins on."""

    file: str
    line: int


@dataclass(frozen=True)
class Entity:
    """A thing with an id, its classes (local names) and its names."""

    id: str
    classes: tuple[str, ...]
    name: str
    name_es: str
    hidden_labels: tuple[str, ...]
    note: str
    place: Place


@dataclass(frozen=True)
class Source:
    """A document that claims cite."""

    id: str
    cells: dict[str, str]
    place: Place


@dataclass(frozen=True)
class Claim:
    """One statement by one source; ``object`` is an entity's id or a literal's text."""

    id: str
    subject: str
    predicate: Term
    object: str
    valid: str
    status: str
    attributed_to: tuple[str, ...]
    source: str
    locator: str
    quote: str
    rank: str
    note: str
    recorded: str
    contradicts: tuple[str, ...]
    place: Place

    @property
    def draws(self) -> bool:
        """Whether the claim supports a fact (a direct triple)."""
        return self.rank != "deprecated" and self.status not in ontology().silent_statuses


@dataclass
class Sheets:
    """All that is said, as read; sorted by id."""

    entities: dict[str, Entity] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)


class _SheetFiles:
    """Collects the problems of all files before refusing any."""

    def __init__(self, root: Path, model: Ontology) -> None:
        self.root, self.model = root, model
        self.problems: list[str] = []

    def problem(self, place: Place, column: str, text: str) -> None:
        self.problems.append(f"{place.file}:{place.line}: column {column}: {text}")

    def rows(
        self, path: Path, columns: list[str], optional: tuple[str, ...] = ()
    ) -> Iterator[tuple[Place, dict[str, str]]]:
        name = path.relative_to(self.root).as_posix()
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.problems.append(
                f"{name}: byte {error.start} is not UTF-8; save the sheet as 'CSV UTF-8'."
            )
            return
        except OSError as error:
            self.problems.append(f"{name}: cannot be read ({error.strerror}); check the file.")
            return
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        start = 1
        try:
            header = next(reader, [])
            if len(header) == 1 and header[0].count(";") > 3:
                self.problems.append(
                    f"{name}:1: the cells are separated by semicolons; save with commas."
                )
                return
            missing = [c for c in columns if c not in header]
            unknown = [c for c in header if c not in columns and c not in optional]
            for column in missing:
                self.problems.append(f"{name}:1: column {column} is missing; add it to the header.")
            for column in unknown:
                self.problems.append(
                    f"{name}:1: column {column} is unknown; remove it or correct it."
                )
            if missing or unknown or len(set(header)) != len(header):
                if len(set(header)) != len(header):
                    self.problems.append(f"{name}:1: a column stands twice; remove one.")
                return
            start = reader.line_num + 1
            for cells in reader:
                place, start = Place(name, start), reader.line_num + 1
                if not any(cells):
                    continue
                if len(cells) != len(header):
                    self.problem(
                        place,
                        header[min(len(cells), len(header)) - 1],
                        f"the row has {len(cells)} cells, the header {len(header)}; "
                        "put quotation marks around a cell that holds a comma.",
                    )
                    continue
                row = dict.fromkeys(optional, "") | dict(zip(header, cells, strict=True))
                for column, cell in row.items():
                    if cell != cell.strip():
                        self.problem(place, column, "white space at an end; remove it.")
                    if cell.startswith(("=", "@")) or "\ufffd" in cell:
                        self.problem(
                            place, column, f"'{cell[:20]}' was spoiled by a program; type it anew."
                        )
                yield place, row
        except csv.Error as error:
            self.problems.append(f"{name}:{start}: not CSV ({error}); check the quotation marks.")

    def date(self, place: Place, column: str, text: str) -> None:
        if not text:
            return
        try:
            interval(text)
        except DateError as error:
            hint = str(error)
            if _SPOILED_DATE.fullmatch(text):
                hint = (
                    f"'{text}' looks like a date that a spreadsheet program rewrote; "
                    "format the column as text and write it as 2025-02-27."
                )
            self.problem(place, column, hint)

    def required(self, place: Place, row: dict[str, str], *columns: str) -> bool:
        empty = [c for c in columns if not row[c]]
        for column in empty:
            self.problem(place, column, "is empty; fill it in.")
        return not empty


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(p for p in (part.strip() for part in cell.split(";")) if p)


def _sources(reader: _SheetFiles, path: Path) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for place, row in reader.rows(path, SOURCE_COLUMNS):
        if not reader.required(place, row, "id", "kind", "title", "read"):
            continue
        if not _SLUG.fullmatch(row["id"]):
            reader.problem(place, "id", f"'{row['id']}' is no id; use a-z, 0-9 and hyphens.")
        if row["id"] in found:
            first = found[row["id"]].place
            reader.problem(place, "id", f"'{row['id']}' stands already in line {first.line}.")
        if row["sha256"] and not _SHA256.fullmatch(row["sha256"]):
            reader.problem(place, "sha256", "is not 64 hexadecimal digits; copy the hash again.")
        reader.date(place, "published", row["published"])
        reader.date(place, "read", row["read"])
        found[row["id"]] = Source(row["id"], row, place)
    return found


def _entities(reader: _SheetFiles, path: Path) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for place, row in reader.rows(path, ENTITY_COLUMNS):
        if not reader.required(place, row, "id", "class", "name"):
            continue
        if not _ID.fullmatch(row["id"]):
            reader.problem(
                place, "id", f"'{row['id']}' is no id; write kind/name in a-z, 0-9 and hyphens."
            )
        if row["id"] in found:
            first = found[row["id"]].place
            reader.problem(place, "id", f"'{row['id']}' stands already in line {first.line}.")
        classes = _parts(row["class"])
        for name in classes:
            term = reader.model.term(name)
            if term is None or term.kind != "class":
                reader.problem(place, "class", f"'{name}' is no class of the ontology.")
        found[row["id"]] = Entity(
            row["id"],
            classes,
            row["name"],
            row["name_es"],
            _parts(row["hidden_labels"]),
            row["note"],
            place,
        )
    return found


class _Claims:
    """Checks claim rows against the ontology, the entities and the sources."""

    def __init__(self, reader: _SheetFiles, sheets: Sheets) -> None:
        self.reader, self.model, self.sheets = reader, reader.model, sheets

    def known(self, thing: str) -> bool:
        if thing.startswith("source/"):
            return thing.removeprefix("source/") in self.sheets.sources
        return thing in self.sheets.entities

    def classes(self, thing: str) -> tuple[str, ...]:
        if thing.startswith("source/"):
            return ("Source",)
        return self.sheets.entities[thing].classes

    def thing(self, place: Place, column: str, thing: str, wanted: str | None) -> None:
        if not self.known(thing):
            remedy = "sources.csv" if thing.startswith("source/") else "entities.csv"
            self.reader.problem(
                place, column, f"'{thing}' is not in {remedy}; add it there or correct the id."
            )
        elif (
            wanted
            and wanted in self.model.terms
            and not any(self.model.is_a(KG + c, wanted) for c in self.classes(thing))
        ):
            label = self.model.terms[wanted].local
            self.reader.problem(
                place,
                column,
                f"'{thing}' is {' and '.join(self.classes(thing))}, but {label} is wanted here; "
                "choose another predicate or correct the class in entities.csv.",
            )

    def literal(self, place: Place, text: str, term: Term) -> None:
        if not text:
            self.reader.problem(place, "object", "is empty; fill it in.")
        elif term.column_type in ("date", "interval"):
            self.reader.date(place, "object", text)
        elif term.column_type == "integer" and not re.fullmatch(r"0|-?[1-9]\d{0,17}", text):
            self.reader.problem(place, "object", f"'{text}' is no whole number; write digits only.")
        elif term.column_type == "number" and not re.fullmatch(r"-?\d{1,15}(\.\d+)?", text):
            self.reader.problem(place, "object", f"'{text}' is no number; write 12 or 12.5.")
        elif term.column_type == "boolean" and text not in ("true", "false"):
            self.reader.problem(place, "object", f"'{text}' is neither true nor false.")

    def read(self, path: Path) -> None:
        reader, found = self.reader, self.sheets.claims
        for place, row in reader.rows(path, CLAIM_COLUMNS, OPTIONAL_CLAIM_COLUMNS):
            if not reader.required(
                place, row, "claim", "subject", "predicate", "status", "source", "locator", "rank"
            ):
                continue
            identifier = row["claim"]
            if not _SLUG.fullmatch(identifier):
                reader.problem(place, "claim", f"'{identifier}' is no id; use a-z, 0-9, hyphens.")
            if identifier in found:
                first = found[identifier].place
                reader.problem(
                    place, "claim", f"'{identifier}' stands already in {first.file}:{first.line}."
                )
            term = self.model.term(row["predicate"])
            if term is None or term.kind == "class":
                reader.problem(place, "predicate", f"'{row['predicate']}' is not in the ontology.")
                continue
            if term.drawn_by_rule:
                reader.problem(
                    place,
                    "predicate",
                    f"'{row['predicate']}' is concluded by rule and cannot be claimed; "
                    "state what it follows from.",
                )
            self.thing(place, "subject", row["subject"], term.domain)
            if term.kind == "object":
                self.thing(place, "object", row["object"], term.range)
                if row["object"] == row["subject"]:
                    reader.problem(place, "object", "is the subject itself; correct one of them.")
            else:
                self.literal(place, row["object"], term)
            reader.date(place, "valid", row["valid"])
            reader.date(place, "recorded", row["recorded"])
            if row["status"] not in self.model.statuses:
                known = ", ".join(self.model.statuses)
                reader.problem(place, "status", f"'{row['status']}' is none of: {known}.")
            if row["rank"] not in self.model.ranks:
                known = ", ".join(self.model.ranks)
                reader.problem(place, "rank", f"'{row['rank']}' is none of: {known}.")
            if row["rank"] == "deprecated" and not row["note"]:
                reader.problem(place, "note", "is empty; say why the claim is deprecated.")
            for actor in _parts(row["attributed_to"]):
                self.thing(place, "attributed_to", actor, KG + "Actor")
            if row["source"] not in self.sheets.sources:
                reader.problem(
                    place, "source", f"'{row['source']}' is not in sources.csv; add it there."
                )
            span = _SPAN.fullmatch(row["locator"])
            if row["locator"].startswith("char=") and (not span or int(span[1]) >= int(span[2])):
                reader.problem(place, "locator", "is no span; write char=START,END (RFC 5147).")
            if len(row["quote"].split()) > QUOTE_WORDS:
                reader.problem(
                    place, "quote", f"has more than {QUOTE_WORDS} words; quote a shorter phrase."
                )
            found[identifier] = Claim(
                identifier,
                row["subject"],
                term,
                row["object"],
                row["valid"],
                row["status"],
                _parts(row["attributed_to"]),
                row["source"],
                row["locator"],
                row["quote"],
                row["rank"],
                row["note"],
                row["recorded"],
                _parts(row["contradicts"]),
                place,
            )


def read_sheets(folder: Path) -> Sheets:
    """Reads the knowledge folder; SheetError lists every bad cell and nothing is returned then."""
    reader = _SheetFiles(folder, ontology())
    for name in ("sources.csv", "entities.csv"):
        if not (folder / name).is_file():
            raise SheetError([f"{folder}/{name} is missing; name a folder of claim sheets."])
    sheets = Sheets(
        sources=_sources(reader, folder / "sources.csv"),
        entities=_entities(reader, folder / "entities.csv"),
    )
    claims = _Claims(reader, sheets)
    for path in sorted((folder / "claims").glob("*.csv")):
        claims.read(path)
    for claim in sheets.claims.values():
        for other in claim.contradicts:
            if other not in sheets.claims:
                reader.problem(
                    claim.place, "contradicts", f"'{other}' is no claim; correct the id."
                )
    if reader.problems:
        kept = reader.problems[:MOST_PROBLEMS]
        if len(kept) < len(reader.problems):
            kept.append(f"... and {len(reader.problems) - len(kept)} more problems.")
        raise SheetError(kept)
    return sheets

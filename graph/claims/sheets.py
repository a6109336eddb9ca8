"""Claim sheets: CSV files that people edit, read strictly and refused by cell.

Three kinds of file make up the knowledge: ``sources.csv``, ``entities.csv`` and
``claims/<source>.csv``.  Every problem is named by file, line and column with its remedy; if there
is one, nothing is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.claims.cells import Place, SheetCells
from ontology import KG, Ontology, SheetError, Term, ontology
from ontology.suggest import suggest

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
LATER_CLAIM_COLUMNS = ("certainty", "via")  # than the first sheets that loaders wrote
OPTIONAL_CLAIM_COLUMNS = ("recorded", "contradicts", *LATER_CLAIM_COLUMNS)
QUOTE_WORDS = 10
MOST_PROBLEMS = 200

_ID = re.compile(r"[a-z]+(/[a-z0-9][a-z0-9.-]*)+")
_SLUG = re.compile(r"[a-z0-9][a-z0-9.-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
SPAN = re.compile(r"char=([0-9]{1,12}),([0-9]{1,12})")
_LIKE_A_SPAN = re.compile(r"\W*char", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Ids under which the graph keeps what it makes itself, and classes that it gives itself.
_KEPT_IDS = frozenset(("claim", "dataset", "fact", "graph", "ontology", "shapes", "source"))
_KEPT_CLASSES = frozenset(("Claim", "Derivation", "Fact", "Source"))
# Beside the sheets: what a program would open as a sheet but nothing here reads.
_SHEET_ENDINGS = (".csv", ".csv.txt", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".numbers")


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
    certainty: str
    via: tuple[str, ...]
    place: Place

    @property
    def draws(self) -> bool:
        """Whether the claim supports a fact (a direct triple)."""
        return ontology().draws(self.predicate.iri, self.status, self.rank)


@dataclass
class Sheets:
    """All that is said, as read; sorted by id."""

    entities: dict[str, Entity] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)


class _SheetFiles(SheetCells):
    """Knows the ontology beside the cells."""

    def __init__(self, root: Path, model: Ontology) -> None:
        super().__init__(root)
        self.model = model

    def near(self, said: str, known: Iterable[str]) -> str:
        """The nearest known words; not sought once there are more problems than are shown."""
        return suggest(said, known) if len(self.problems) < MOST_PROBLEMS else ""


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
        if (kind := row["id"].partition("/")[0]) in _KEPT_IDS:
            reader.problem(
                place, "id", f"'{kind}/' is for what the graph makes itself; choose another kind."
            )
        if row["id"] in found:
            first = found[row["id"]].place
            reader.problem(place, "id", f"'{row['id']}' stands already in line {first.line}.")
        classes = _parts(row["class"])
        if not classes:
            reader.problem(place, "class", f"'{row['class']}' names no class; write one.")
        for name in classes:
            _class(reader, place, name)
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


def _class(reader: _SheetFiles, place: Place, name: str) -> None:
    term = reader.model.term(name)
    if term is None or term.kind != "class":
        hint = reader.near(name, (t.local for t in reader.model.classes)) or "."
        reader.problem(place, "class", f"'{name}' is no class of the ontology{hint}")
    elif name in _KEPT_CLASSES:
        reader.problem(
            place, "class", f"'{name}' is given by the graph itself; choose what the thing is."
        )
    elif term.drawn_by_rule:
        reader.problem(
            place,
            "class",
            f"'{name}' is concluded by rule; write Person and claim what it follows from.",
        )


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
            cited = thing.startswith("source/")
            known = (f"source/{i}" for i in self.sheets.sources) if cited else self.sheets.entities
            hint = self.reader.near(thing, known) or "; add it there or correct the id."
            remedy = "sources.csv" if cited else "entities.csv"
            self.reader.problem(place, column, f"'{thing}' is not in {remedy}{hint}")
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

    def literal(self, place: Place, subject: str, text: str, term: Term) -> None:
        if not text:
            self.reader.problem(place, "object", "is empty; fill it in.")
        elif term.column_type in ("date", "interval"):
            self.reader.date(place, "object", text)
            if term.local == "date" and "Tenure" in self.known_classes(subject):
                self.not_cut(place, "object", text)
        elif term.column_type == "integer" and not re.fullmatch(r"0|-?[1-9][0-9]{0,17}", text):
            self.reader.problem(
                place, "object", f"'{text}' is no whole number; write the digits 0 to 9 only."
            )
        elif term.column_type == "number" and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]+)?", text):
            self.reader.problem(place, "object", f"'{text}' is no number; write 12 or 12.5.")
        elif term.column_type == "boolean" and text not in ("true", "false"):
            self.reader.problem(
                place, "object", f"'{text}' is neither true nor false; write one in small letters."
            )

    def known_classes(self, thing: str) -> tuple[str, ...]:
        return self.classes(thing) if self.known(thing) else ()

    def is_event(self, thing: str) -> bool:
        return any(self.model.is_a(KG + c, KG + "Event") for c in self.known_classes(thing))

    def not_cut(self, place: Place, column: str, text: str) -> None:
        """What lasts is no day: a program makes ``2021-01-20`` of ``2021-01-20/``."""
        if "/" not in text and (column == "object" or _DAY.fullmatch(text)):
            self.reader.problem(
                place,
                column,
                f"'{text}' has no end, perhaps since a spreadsheet program rewrote it; write "
                f"'{text}/' (end unknown), '{text}/..' (it lasts) or '{text}/{text}'.",
            )

    def tie(self, place: Place, row: dict[str, str], term: Term) -> None:
        """A claim that ties two things."""
        self.thing(place, "object", row["object"], term.range)
        if row["object"] == row["subject"]:
            self.reader.problem(place, "object", "is the subject itself; correct one of them.")
        if not (self.is_event(row["subject"]) or self.is_event(row["object"])):
            self.not_cut(place, "valid", row["valid"])

    def said(self, place: Place, row: dict[str, str]) -> None:
        """Who says it, through whom, and with which hedging word."""
        for column in ("attributed_to", "via"):
            for actor in _parts(row[column]):
                self.thing(place, column, actor, KG + "Actor")
        words = self.model.certainties
        if row["certainty"] and row["certainty"] not in words:
            hint = self.reader.near(row["certainty"], words) or "."
            told = f"'{row['certainty']}' is none of: {', '.join(words)}{hint}"
            self.reader.problem(place, "certainty", told)

    def locator(self, place: Place, text: str) -> None:
        span = SPAN.fullmatch(text)
        if _LIKE_A_SPAN.match(text) and (not span or int(span[1]) >= int(span[2])):
            self.reader.problem(place, "locator", "is no span; write char=START,END (RFC 5147).")

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
                known = (t.local for t in self.model.properties if not t.drawn_by_rule)
                hint = reader.near(row["predicate"], known) or "."
                said = f"'{row['predicate']}' is not in the ontology{hint}"
                reader.problem(place, "predicate", said)
                continue
            if term.drawn_by_rule:
                reader.problem(
                    place,
                    "predicate",
                    f"'{row['predicate']}' is concluded by rule and cannot be claimed; "
                    "state what it follows from.",
                )
            self.thing(place, "subject", row["subject"], term.domain)
            reader.date(place, "valid", row["valid"])
            if term.kind == "object":
                self.tie(place, row, term)
            else:
                self.literal(place, row["subject"], row["object"], term)
            reader.date(place, "recorded", row["recorded"])
            for column, words in (("status", self.model.statuses), ("rank", self.model.ranks)):
                if row[column] not in words:
                    hint = reader.near(row[column], words) or "."
                    said = f"'{row[column]}' is none of: {', '.join(words)}{hint}"
                    reader.problem(place, column, said)
            if row["rank"] == "deprecated" and not row["note"]:
                reader.problem(place, "note", "is empty; say why the claim is deprecated.")
            self.said(place, row)
            if row["source"] not in self.sheets.sources:
                hint = reader.near(row["source"], self.sheets.sources) or "; add it there."
                reader.problem(place, "source", f"'{row['source']}' is not in sources.csv{hint}")
            self.locator(place, row["locator"])
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
                row["certainty"],
                _parts(row["via"]),
                place,
            )


def claim_files(folder: Path) -> list[Path]:
    """The claim sheets of a knowledge folder, in the order in which they are read."""
    return sorted((folder / "claims").glob("*.csv"))


def _unread(folder: Path, read: list[Path]) -> Iterator[Path]:
    """Files that look like sheets but are none; a lock or a hidden file is not meant."""
    for path in sorted([*folder.glob("*"), *(folder / "claims").rglob("*")]):
        if path.name.startswith((".", "~")) or path in read:
            continue
        if path.name.lower().endswith(_SHEET_ENDINGS):
            yield path


def _files(reader: _SheetFiles, folder: Path) -> list[Path]:
    for name in ("sources.csv", "entities.csv"):
        if not (folder / name).is_file():
            raise SheetError([f"{folder}/{name} is missing; name a folder of claim sheets."])
    claims = claim_files(folder)
    if not claims:
        raise SheetError(
            [f"{folder}/claims holds no sheet, so nothing is claimed; put the claim sheets there."]
        )
    for path in _unread(folder, [folder / "sources.csv", folder / "entities.csv", *claims]):
        reader.file_problem(
            path, "is not read; make it claims/NAME.csv in small letters, or take it out."
        )
    return claims


def read_sheets(folder: Path) -> Sheets:
    """Reads the knowledge folder; SheetError lists every bad cell and nothing is returned then."""
    reader = _SheetFiles(folder, ontology())
    files = _files(reader, folder)
    sheets = Sheets(
        sources=_sources(reader, folder / "sources.csv"),
        entities=_entities(reader, folder / "entities.csv"),
    )
    claims = _Claims(reader, sheets)
    for path in [] if reader.unread else files:  # else each claim would be about nothing known
        claims.read(path)
    for claim in sheets.claims.values():
        for other in claim.contradicts:
            if other not in sheets.claims:
                hint = reader.near(other, sheets.claims) or "; correct the id."
                reader.problem(claim.place, "contradicts", f"'{other}' is no claim{hint}")
    if reader.problems:
        kept = reader.problems[:MOST_PROBLEMS]
        if len(kept) < len(reader.problems):
            kept.append(f"... and {len(reader.problems) - len(kept)} more problems.")
        raise SheetError(kept)
    return sheets


def read_parts(folder: Path, versions: Iterable[Mapping[Path, str]]) -> list[Sheets] | None:
    """Sources and entities with the claims of parts of sheets, for each version of these parts.

    A part is the header of a claim sheet and some of its rows.  They are checked as in
    :func:`read_sheets`, but nobody looks whether the claims that they contradict are there.  None
    where anything is wrong.
    """
    reader = _SheetFiles(folder, ontology())
    _files(reader, folder)
    sources = _sources(reader, folder / "sources.csv")
    entities = _entities(reader, folder / "entities.csv")
    found: list[Sheets] = []
    for parts in versions:
        if reader.problems or reader.unread:
            break
        reader.parts = dict(parts)
        found.append(Sheets(entities, sources))
        claims = _Claims(reader, found[-1])
        for path in parts:
            claims.read(path)
    return None if reader.problems or reader.unread else found

"""What loaders say goes into a knowledge folder, and nothing written by hand is lost.

A claim sheet is one loader's alone and is written anew as a whole. ``entities.csv`` and
``sources.csv`` are shared: a row that is new is added; a row that a loader added and nobody
changed follows its loader; a row that somebody wrote or changed stays as it is, and where it
contradicts the loader the merge is refused. The whole result is read before a byte is written.
"""

from __future__ import annotations

import csv
import io
import itertools
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graph.claims import (
    ENTITY_COLUMNS,
    RECORD,
    SOURCE_COLUMNS,
    Made,
    MadeSheet,
    claim_digest,
    claim_files,
    digest,
    hand_edits,
    read_made,
    read_sheets,
)
from graph.files import write_text
from loaders.draft import SHEET_COLUMNS, Draft
from loaders.runner import Loader
from loaders.slug import slug
from ontology import KG, SheetError, ontology

_LISTS = {"entities": ENTITY_COLUMNS, "sources": SOURCE_COLUMNS}
_IDENTITY = {"sources": ("url", "sha256")}  # cells that say which thing is meant


@dataclass
class Merged:
    """The outcome: the files that change (None: goes), and what to tell."""

    files: dict[str, str | None] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


@dataclass
class _Row:
    """A row of a list as it stands: its text, its cells and its line."""

    text: str
    cells: dict[str, str]
    line: int


def merge(draft: Draft, loaders: Iterable[Loader], folder: Path) -> Merged:
    """Merges a draft into a folder of claim sheets, which is made if it is not there.

    SheetError names what conflicts, by file and row; nothing is written then. The same draft
    merged again changes nothing.
    """
    if folder.exists() and not folder.is_dir():
        raise SheetError([f"{folder}: is no folder; name a folder of claim sheets."])
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "entities.csv").is_file():
        raise SheetError([f"{folder}: holds other things than claim sheets; name another folder."])
    try:
        merged = _Merge(draft, {loader.name: loader for loader in loaders}, folder).merged()
    except (UnicodeDecodeError, csv.Error) as error:
        read_sheets(folder)  # names the place
        raise SheetError([f"{folder}: cannot be read ({error}); check its sheets."]) from error
    _prove(folder, merged)
    _write(folder, merged)
    return merged


class _Merge:
    def __init__(self, draft: Draft, loaders: dict[str, Loader], folder: Path) -> None:
        self.draft, self.loaders, self.folder = draft, loaders, folder
        self.record = read_made(folder)
        self.problems: list[str] = []
        self.out = Merged()
        self.next = Made(dict(self.record.sheets))

    def merged(self) -> Merged:
        for name in sorted(self.draft.sheets):
            self.sheet(name)
        ran = {n for n, loader in self.loaders.items() if loader.file in self.draft.tables}
        for name, made in self.record.sheets.items():
            if made.loader in ran and name not in self.draft.sheets:
                self.gone(name, made)
        used = self.mentioned()
        self.next.entities = self.rows("entities", self.draft.entities, self.record.entities, used)
        self.next.sources = self.rows("sources", self.draft.sources, self.record.sources, used)
        if self.problems:
            raise SheetError(self.problems)
        self.change(RECORD, self.next.text())
        return self.out

    def change(self, name: str, text: str | None) -> bool:
        path = self.folder / name
        old = path.read_bytes() if path.is_file() else None
        if old == (None if text is None else text.encode()):
            return False
        self.out.files[name] = text
        return True

    # claim sheets

    def sheet(self, name: str) -> None:
        claims, loader = self.draft.sheets[name], self.loaders[self.draft.owners[name]]
        made = MadeSheet(loader.name, loader.file, tuple(claim_digest(c) for c in claims))
        path = f"claims/{name}.csv"
        if (self.folder / path).exists() and any(hand_edits(self.folder, name, made)):
            self.ours(name, loader.name)
        self.next.sheets[name] = made
        changed = self.change(path, _text(SHEET_COLUMNS, claims))
        self.out.told.append(f"{path}: {len(claims)} claims" + ("" if changed else ", unchanged"))

    def ours(self, name: str, loader: str) -> None:
        """Refuses to overwrite a sheet, or rows of one, that no loader wrote."""
        known = self.record.sheets.get(name)
        if known is None or known.loader != loader:
            by = f"loaders/{known.loader}.py" if known else "hand"
            self.problems.append(
                f"claims/{name}.csv:1: was written by {by}; rename it, or let loaders/{loader}.py "
                "make a sheet of another name."
            )
            return
        for line, told in hand_edits(self.folder, name, known):
            self.problems.append(
                f"claims/{name}.csv:{line}: {told}; move your rows to a sheet of your own, or correct "
                f"{known.file}, and give the sheet back as it was."
            )

    def gone(self, name: str, made: MadeSheet) -> None:
        if (self.folder / "claims" / f"{name}.csv").exists():
            self.ours(name, made.loader)
        del self.next.sheets[name]
        if self.change(f"claims/{name}.csv", None):
            self.out.told.append(f"claims/{name}.csv: nothing is said in {made.file}; removed")

    def mentioned(self) -> set[str]:
        """Ids of all things that claims speak of once all is written; sources with ``source/``."""
        found: set[str] = set()
        kept = [p for p in claim_files(self.folder) if f"claims/{p.name}" not in self.out.files]
        texts = [p.read_bytes().decode("utf-8-sig", "replace") for p in kept]
        texts += [t for n, t in self.out.files.items() if t and n.startswith("claims/")]
        for text in texts:
            for row in csv.DictReader(io.StringIO(text, newline="")):
                found.update(row.get(c) or "" for c in ("subject", "object"))
                found.update((row.get("attributed_to") or "").replace(" ", "").split(";"))
                found.add(f"source/{row.get('source')}")
        return found

    # entities and sources

    def rows(
        self, kind: str, said: dict[str, dict[str, str]], added: dict[str, str], used: set[str]
    ) -> dict[str, str]:
        """Merges one list; returns the digests of the rows that are the loaders'."""
        columns, prefix = _LISTS[kind], "source/" if kind == "sources" else ""
        header, ending, rows = _read(self.folder / f"{kind}.csv", columns)
        ours = {i: d for i, d in added.items() if i in rows and digest(rows[i].cells, columns) == d}
        counts = dict.fromkeys(("added", "changed", "removed"), 0)
        was_sorted = list(rows) == sorted(rows)
        for identifier, cells in sorted(said.items()):
            there = rows.get(identifier)
            if there is not None and identifier not in ours:
                self.compare(kind, there, cells)
                continue
            if there is None or there.cells != there.cells | cells:
                counts["changed" if there else "added"] += 1
                text = _line(header, cells, ending)
                rows[identifier] = _Row(text, cells, there.line if there else 0)
            ours[identifier] = digest(cells, columns)
        for identifier in sorted(set(ours) - set(said)):
            if prefix + identifier not in used:
                del rows[identifier], ours[identifier]
                counts["removed"] += 1
        told = ", ".join(f"{n} {what}" for what, n in counts.items() if n) or "unchanged"
        order = sorted(rows) if was_sorted else list(rows)
        start = _line(header, {c: c for c in header}, ending)
        if told != "unchanged" or not (self.folder / f"{kind}.csv").exists():
            self.change(f"{kind}.csv", start + "".join(rows[i].text for i in order))
        self.out.told.append(f"{kind}.csv: {told}")
        return ours

    def compare(self, kind: str, there: _Row, cells: dict[str, str]) -> None:
        """A row by hand stays; what it and the loader cannot both mean is a problem."""
        conflicts = [
            (column, there.cells[column], cells[column])
            for column in _IDENTITY.get(kind, ())
            if there.cells[column] and cells[column] and there.cells[column] != cells[column]
        ]
        if kind == "entities":
            if not _same_class(there.cells["class"], cells["class"]):
                conflicts.append(("class", there.cells["class"], cells["class"]))
            if not _same_name(there.cells, cells["name"]):
                conflicts.append(("name", there.cells["name"], cells["name"]))
        for column, here, other in conflicts:
            remedy = {
                "name": f"if it is the same, add '{other}' to its hidden_labels, else give yours another id",
                "class": "correct the class here or in the loader",
            }.get(column, "correct the cell here or give yours another id")
            self.problems.append(
                f"{kind}.csv:{there.line}: column {column}: '{here}' here, but '{other}' by "
                f"{self.where(cells['id'])}; {remedy}."
            )

    def where(self, identifier: str) -> str:
        """Where the material first speaks of a thing."""
        for claim in itertools.chain(*self.draft.sheets.values()):
            if identifier in (claim["subject"], claim["object"], claim["source"]):
                return claim["locator"]
        return "the loaders"


def _same_class(here: str, other: str) -> bool:
    """Whether one class is the other or a kind of it."""
    model = ontology()
    mine = [KG + name.strip() for name in here.split(";") if name.strip()]
    return all(
        any(model.is_a(KG + name, c) or model.is_a(c, KG + name) for c in mine)
        for name in other.split(";")
    )


def _same_name(here: dict[str, str], other: str) -> bool:
    names = [here["name"], here["name_es"], *here["hidden_labels"].split(";")]
    return slug(other) in {slug(name) for name in names}


def _read(path: Path, columns: list[str]) -> tuple[list[str], str, dict[str, _Row]]:
    """The header, the ends of lines and the rows of a list by id, as they stand."""
    if not path.is_file():
        return list(columns), "\n", {}
    text = path.read_bytes().decode("utf-8")
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    reader = csv.reader(io.StringIO("".join(lines), newline=""))
    header = next(reader, list(columns))
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if set(header) != set(columns):
        raise SheetError(
            [f"{path.name}:1: has other columns than {','.join(columns)}; correct it."]
        )
    rows: dict[str, _Row] = {}
    start = reader.line_num
    for cells in reader:
        raw = "".join(lines[start : reader.line_num])
        line, start = start + 1, reader.line_num
        if any(cells):
            row = dict(zip(header, cells, strict=False))
            raw = raw if raw.endswith(("\n", "\r")) else raw + ending
            rows[row.get("id", "")] = _Row(raw, row, line)
    return header, ending, rows


def _line(header: list[str], cells: dict[str, str], ending: str) -> str:
    out = io.StringIO()
    csv.DictWriter(out, header, lineterminator=ending).writerow(cells)
    return out.getvalue()


def _text(columns: Iterable[str], rows: Iterable[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _prove(folder: Path, merged: Merged) -> None:
    """Reads the result elsewhere, as everybody will; SheetError if it is not good."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place)
        (copy / "claims").mkdir()
        for path in (*folder.glob("*.csv"), *claim_files(folder)):
            shutil.copyfile(path, copy / path.relative_to(folder))
        _write(copy, merged)
        try:
            read_sheets(copy)
        except SheetError:
            if (folder / "entities.csv").is_file() and claim_files(folder):
                read_sheets(folder)  # what was wrong before is named by its own lines
            raise


def _write(folder: Path, merged: Merged) -> None:
    """Writes the files, the record last: what was cut off before it is written again."""
    (folder / "claims").mkdir(parents=True, exist_ok=True)
    for name, text in sorted(merged.files.items(), key=lambda item: item[0] == RECORD):
        if text is None:
            (folder / name).unlink(missing_ok=True)
        else:
            write_text(folder / name, text)

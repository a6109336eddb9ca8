"""The property graph of a store as CSV for ``neo4j-admin database import full``, streamed.

That is the way for a graph that is too large for transactions.  What comes out is the graph that
the Bolt path writes, mark included.  The format: https://neo4j.com/docs/operations-manual/5/import/

One table holds nodes or relationships of any labels or types.  Its columns are found while its
rows are written: a row ends with its last value, and the header is a file of its own, written at
the end.  In a column all values have one type, so a key with values of several types is a column
in several tables.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, NamedTuple

from graph.export.tables import BATCH, literal, literal_map, quoted
from graph.projection.nodes import LinkedNode
from graph.projection.values import Value
from graph.projection.values import written as value_text
from graph.stores.base import Release
from graph.stores.neo4j.mark import (
    DOCUMENT,
    MARK,
    SCHEMA,
    document_properties,
    mark_properties,
)

ARGUMENTS, SCRIPT, AFTER = "import.args", "import.sh", "after-import.cypher"
OUR_FILE = re.compile(r"(nodes|relationships)-\d{4,}[\w-]*(\.header)?\.csv")
DELIMITER = "\x1f"  # between the items of a list; neo4j-admin knows no escape for it
_MOST_COLUMNS = 256  # in a table; more would make long rows of commas
_MOST_PLANS = 20_000  # kept for rows that come again with the same keys
_PENDING = 8 * 1024 * 1024  # characters kept in memory before they are written
_READ_BUFFER = 4 * 1024 * 1024  # neo4j-admin's own default, in bytes; the longest value must fit
_KINDS = {str: "string", int: "long", float: "double", bool: "boolean"}
_SCRIPT = f"""\
#!/bin/sh
# Imports this folder into a database that does not exist yet or is empty; Neo4j must be stopped.
# sh import.sh [DATABASE [OPTION...]], for instance: sh import.sh neo4j --overwrite-destination
set -e
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- neo4j
neo4j-admin database import full "$@" @{ARGUMENTS}
echo "Now start Neo4j and run, in this folder: cypher-shell -d $1 -f {AFTER}"
"""


def admin_files(
    rows: Iterable[LinkedNode], release: Release | Callable[[], Release], folder: Path
) -> None:
    """Writes a store's nodes and links, and what it says of itself, into a folder that exists.

    A release that is known only when all rows have been made comes as a function.
    Headers and data; the arguments of the command, one a line; a script that runs it; and the
    Cypher to run afterwards.  The files appear together when all are written, in place of an
    earlier export.  Raises OSError where they cannot be written.
    """
    beside = Path(tempfile.mkdtemp(prefix=".neo4j-admin-", dir=folder))
    try:
        _write(rows, release, beside)
        _publish(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _publish(beside: Path, folder: Path) -> None:
    # Without its arguments a half is no import: they go first and come back last.
    (folder / ARGUMENTS).unlink(missing_ok=True)
    for old in folder.iterdir():
        if OUR_FILE.fullmatch(old.name):
            old.unlink()
    for name in sorted((p.name for p in beside.iterdir()), key=lambda n: (n == ARGUMENTS, n)):
        (beside / name).replace(folder / name)


def _write(
    rows: Iterable[LinkedNode], release: Release | Callable[[], Release], folder: Path
) -> None:
    nodes = _Tables(folder, "nodes", ["id:ID(Entity)", ":LABEL"])
    ends = [":START_ID(Entity)", ":END_ID(Entity)", ":TYPE"]
    relationships = _Tables(folder, "relationships", ends)
    with (folder / AFTER).open("w", encoding="utf-8", newline="\n") as script:
        after = _AfterImport(script)
        counted, linked = _write_rows(rows, nodes, relationships, after)
        told = release() if callable(release) else release
        after.finish(mark_properties(replace(told, nodes=counted, relationships=linked)))
    documents = _Tables(folder, "nodes", ["id:ID(Document)", ":LABEL"], first=len(nodes) + 1)
    for document in told.documents:
        properties = document_properties(replace(document, origin=None))
        documents.add((str(properties["id"]), DOCUMENT), properties)
    written = (nodes, documents, relationships)
    for tables in written:
        tables.finish()
    (folder / SCRIPT).write_text(_SCRIPT, encoding="utf-8", newline="\n")
    (folder / ARGUMENTS).write_text(_arguments(written), encoding="utf-8", newline="\n")


def _write_rows(
    rows: Iterable[LinkedNode], nodes: _Tables, relationships: _Tables, after: _AfterImport
) -> tuple[int, int]:
    """Writes nodes and links; how many of each."""
    counted = linked = 0
    labelled: dict[tuple[str, ...], str] = {}
    for identifier, labels, properties, links in rows:
        counted += 1
        text = labelled.get(labels)
        if text is None:
            text = labelled[labels] = DELIMITER.join(labels)
        if lost := nodes.add((identifier, text), properties):
            after.complete(identifier, {key: properties[key] for key in lost})
        linked += len(links)
        for type_, end, own in links:
            if relationships.add((identifier, end, type_), own):
                after.link(identifier, type_, end, own)
    return counted, linked


def _arguments(written: Iterable[_Tables]) -> str:
    """One argument a line, as picocli reads them from a file."""
    tables = list(written)
    lines = ["--id-type=string", f"--array-delimiter=U+{ord(DELIMITER):04X}"]
    if any(t.multiline for t in tables):  # which makes the import somewhat slower
        lines.append("--multiline-fields=true")
    if (longest := max(t.longest for t in tables)) * 2 > _READ_BUFFER:
        lines.append(f"--read-buffer-size={longest * 2}")
    lines += [argument for t in tables for argument in t.arguments()]
    return "".join(line + "\n" for line in lines)


# --- Tables -------------------------------------------------------------------------------------


def _joined(items: list[str] | list[int] | list[float] | list[bool]) -> str | None:
    """A list in a cell; None if CSV would not give it back: an empty one, one of an empty text,
    or one whose items hold the delimiter."""
    if not items or not isinstance(items[0], str):
        return DELIMITER.join(map(value_text, items)) or None
    text = DELIMITER.join(items)
    return text if text and text.count(DELIMITER) == len(items) - 1 else None


class _Plan(NamedTuple):
    """How the rows of certain keys and types are written."""

    table: _Table
    template: str
    quotes: int  # as many as stand in a line whose values have none
    places: list[int]  # of the values, in the order of the columns


class _Table:
    """Rows that share their columns, and those that were not written yet."""

    def __init__(self, name: str) -> None:
        self.header, self.data = f"{name}.header.csv", f"{name}.csv"
        self.columns: dict[str, tuple[int, str]] = {}  # a key's place and type
        self.lines: list[str] = []

    def takes(self, kinds: dict[str, str]) -> bool:
        """Whether values of these types can have columns here."""
        columns = self.columns
        known = [key for key in kinds if key in columns]
        more = len(kinds) - len(known)
        if more and columns and len(columns) + more > _MOST_COLUMNS:
            return False
        return all(columns[key][1] == kinds[key] for key in known)


class _Tables:
    """The tables of nodes or of relationships; ``roles`` are their first columns."""

    def __init__(self, folder: Path, what: str, roles: list[str], first: int = 1) -> None:
        self.folder, self.what, self.roles, self.first = folder, what, roles, first
        self.tables: list[_Table] = []
        self.multiline = False
        self.longest = 0  # line, in bytes, where it is long enough to matter
        self._plans: dict[tuple[object, ...], _Plan] = {}
        self._pending = 0

    def __len__(self) -> int:
        return len(self.tables)

    def add(self, roles: tuple[str, ...], properties: dict[str, Value]) -> list[str]:
        """Writes a row, and says which keys CSV would lose: a node is written without them, a
        relationship, which could not be found again, not at all."""
        cells: list[str] = []
        signature: tuple[object, ...] = ()
        lost: list[str] = []
        if properties:
            kinds: list[object] = []
            for key, value in properties.items():
                kind = type(value)
                if kind is str:
                    cells.append(value)  # type: ignore[arg-type]
                elif isinstance(value, list):
                    text = _joined(value)
                    if text is None:
                        lost.append(key)
                        continue
                    cells.append(text)
                    kinds.append(list)
                    kind = type(value[0])
                else:
                    cells.append(value_text(value))
                kinds.append(key)
                kinds.append(kind)
            if lost and self.what == "relationships":
                return lost
            signature = tuple(kinds)
        plan = self._plans.get(signature) or self._planned(signature)
        values = (*roles, *[cells[place] for place in plan.places]) if cells else roles
        line = plan.template % values
        if line.count('"') != plan.quotes:
            line = plan.template % tuple([v.replace('"', '""') for v in values])
        length = len(line)
        if length * 8 > _READ_BUFFER:
            self.longest = max(self.longest, len(line.encode()))
        plan.table.lines.append(line)
        self._pending += length
        if self._pending > _PENDING:
            self._flush()
        return lost

    def _planned(self, signature: tuple[object, ...]) -> _Plan:
        kinds: dict[str, str] = {}
        rest = iter(signature)
        for part in rest:
            many = part is list
            key = str(next(rest) if many else part)
            kinds[key] = _KINDS[next(rest)] + "[]" * many  # type: ignore[index]
        order = {key: place for place, key in enumerate(kinds)}
        if self.what == "nodes":
            del kinds["id"]  # a role, which is a property as well
        table = next((t for t in self.tables if t.takes(kinds)), None)
        if table is None:
            table = _Table(f"{self.what}-{self.first + len(self.tables):04}")
            self.tables.append(table)
        for key in sorted(kinds):
            table.columns.setdefault(key, (len(table.columns), kinds[key]))
        wanted = sorted(kinds, key=table.columns.__getitem__)
        cells = ['"%s"'] * len(self.roles)
        for key in wanted:
            place, kind = table.columns[key]
            cells += [""] * (len(self.roles) + place - len(cells))
            # A text is always in quotation marks: an empty one is no absent value.
            cells.append('"%s"' if kind.startswith("string") else "%s")
        template = ",".join(cells) + "\n"
        if len(self._plans) == _MOST_PLANS:
            self._plans.clear()
        plan = _Plan(table, template, template.count('"'), [order[key] for key in wanted])
        self._plans[signature] = plan
        return plan

    def _flush(self) -> None:
        for table in self.tables:
            if table.lines:
                text = "".join(table.lines)
                if text.count("\n") > len(table.lines) or "\r" in text:
                    self.multiline = True
                with (self.folder / table.data).open("ab") as file:
                    file.write(text.encode())
                table.lines.clear()
        self._pending = 0

    def finish(self) -> None:
        """Writes the rest, and the headers."""
        self._flush()
        for table in self.tables:
            first = [*self.roles, *(f"{key}:{kind}" for key, (_, kind) in table.columns.items())]
            (self.folder / table.header).write_text(",".join(first) + "\n", encoding="utf-8")

    def arguments(self) -> list[str]:
        """A table's part of the command each."""
        return [f"--{self.what}={table.header},{table.data}" for table in self.tables]


# --- Afterwards ---------------------------------------------------------------------------------


class _AfterImport:
    """The script that adds what CSV cannot hold, a statement for what many have alike.

    The mark comes last: without it the graph is not taken for whole.
    """

    def __init__(self, script: IO[str]) -> None:
        self.script = script
        self._ends: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._pending = 0
        script.writelines(f"{statement};\n" for statement in SCHEMA)

    def complete(self, identifier: str, properties: dict[str, Value]) -> None:
        """Adds properties to a node."""
        self._add(f"SET a += {literal_map(properties)}", (identifier,))

    def link(self, start: str, type_: str, end: str, properties: dict[str, Value]) -> None:
        """Adds a relationship."""
        self._add(f"CREATE (a)-[:{quoted(type_)} {literal_map(properties)}]->(b)", (start, end))

    def _add(self, what: str, ends: tuple[str, ...]) -> None:
        self._ends[what].append(ends)
        self._pending += 1
        if len(self._ends[what]) == BATCH or self._pending > BATCH * 10:
            self._flush()

    def _flush(self) -> None:
        for what, ends in self._ends.items():
            starts, *targets = zip(*ends, strict=True)
            # Flat lists of texts: Neo4j takes each for one parameter, so its plan is made once.
            self.script.write(f"WITH {literal(list(starts))} AS start")
            self.script.writelines(f", {literal(list(t))} AS end" for t in targets)
            self.script.write(f"\nUNWIND range(0, {len(ends) - 1}) AS i\n")
            self.script.write("MATCH (a:Entity {id: start[i]})")
            self.script.writelines(" MATCH (b:Entity {id: end[i]})" for _ in targets)
            self.script.write(f"\n{what};\n")
        self._ends.clear()
        self._pending = 0

    def finish(self, mark: Mapping[str, Value]) -> None:
        """Adds the rest, and the mark."""
        self._flush()
        found = f"MERGE (m:{MARK} {literal_map({'id': mark['id']})})"
        self.script.write(f"{found} SET m = {literal_map(dict(mark))};\n")

"""The property graph of a store as CSV for ``neo4j-admin database import full``.

That is the way for a graph that is too large for transactions.  What comes out is the graph that
the Bolt path writes, mark included.  The format: https://neo4j.com/docs/operations-manual/5/import/
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from graph.export_graph import (
    CONSTRAINT,
    Lines,
    cypher_relationships,
    kind,
    literal,
    literal_map,
    mark,
    scalar,
)
from graph.project import Node, PropertyGraph, Relationship, Value
from graph.stores import Release
from graph.stores.neo4j import MARK

ARGUMENTS, SCRIPT, AFTER = "import.args", "import.sh", "after-import.cypher"
OUR_FILE = re.compile(r"(nodes|relationships)-\d{4,}-[\w-]+(\.header)?\.csv")
_LONGEST_NAME = 60  # of the labels in a file's name; the number before them tells files apart
_READ_BUFFER = 4 * 1024 * 1024  # neo4j-admin's own default, in bytes; the longest value must fit
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


@dataclass(frozen=True)
class _Entry:
    """A row to be: labels or a type, the columns with a role of their own, the properties."""

    names: tuple[str, ...]
    roles: dict[str, Value]
    properties: dict[str, Value]


def admin_files(graph: PropertyGraph, release: Release) -> Iterator[tuple[str, Lines]]:
    """A name and the lines of each file; use up the lines before asking for the next file.

    A header and a data file for each set of labels and each relationship type, the mark among
    them; the arguments of the command, one a line; a script; and the Cypher to run afterwards.
    """
    written = _Written(_delimiter(graph))
    for table in _tables(_node(n) for n in graph.nodes.values()):
        yield from written.table("nodes", table)
    properties = mark(graph, release)
    roles: dict[str, Value] = {"id:ID(Mark)": properties.pop("id"), ":LABEL": [MARK]}
    yield from written.table("nodes", [_Entry((MARK,), roles, properties)])
    for table in _tables(_relationship(r) for r in graph.relationships if not _lost(r.properties)):
        yield from written.table("relationships", table)
    yield ARGUMENTS, written.arguments()
    yield SCRIPT, iter([_SCRIPT])
    yield AFTER, _after_import(graph)


def _node(node: Node) -> _Entry:
    labels = tuple(sorted(node.labels))
    lost = {"id", *_lost(node.properties)}
    properties = {k: v for k, v in node.properties.items() if k not in lost}
    return _Entry(labels, {"id:ID(Entity)": node.id, ":LABEL": list(labels)}, properties)


def _relationship(r: Relationship) -> _Entry:
    roles: dict[str, Value] = {
        ":START_ID(Entity)": r.start,
        ":END_ID(Entity)": r.end,
        ":TYPE": r.type,
    }
    return _Entry((r.type,), roles, r.properties)


def _lost(properties: dict[str, Value]) -> dict[str, Value]:
    """What CSV cannot hold: an empty list, and a list of one empty text, are read as nothing."""
    return {k: v for k, v in properties.items() if v in ([], [""])}


def _after_import(graph: PropertyGraph) -> Lines:
    yield f"{CONSTRAINT};\n"
    for node in graph.nodes.values():
        if lost := _lost(node.properties):
            find = f"MATCH (n:Entity {{id: {literal(node.id)}}})"
            yield f"{find} SET n += {literal_map(lost)};\n"
    yield from cypher_relationships(r for r in graph.relationships if _lost(r.properties))


def _tables(entries: Iterable[_Entry]) -> Iterator[list[_Entry]]:
    """Entries that share a file: of the same names, and where each key has one type of value."""
    by_names: dict[tuple[str, ...], list[_Entry]] = defaultdict(list)
    for entry in entries:
        by_names[entry.names].append(entry)
    for _, members in sorted(by_names.items()):
        kinds: dict[str, set[str]] = defaultdict(set)
        for entry in members:
            for key, value in entry.properties.items():
                kinds[key].add(kind(value))
        mixed = sorted(key for key, found in kinds.items() if len(found) > 1)
        alike: dict[tuple[str, ...], list[_Entry]] = defaultdict(list)
        for entry in members:
            own = entry.properties
            alike[tuple(kind(own[key]) if key in own else "" for key in mixed)].append(entry)
        yield from (alike[shape] for shape in sorted(alike))


def _delimiter(graph: PropertyGraph) -> str:
    """A character that stands in no list: neo4j-admin knows no escape inside one."""
    used: set[str] = set()
    rows: Iterable[Node | Relationship] = chain(graph.nodes.values(), graph.relationships)
    for row in rows:
        for value in row.properties.values():
            if isinstance(value, list):
                used.update(*(v for v in value if isinstance(v, str)))
    candidates = map(chr, [0x1F, 0x1E, 0x1D, 0x1C, *range(0xE000, 0xF900)])
    return next(c for c in candidates if c not in used)


class _Written:
    """The tables of one export, and the arguments that follow from what was written."""

    def __init__(self, delimiter: str) -> None:
        self.delimiter = delimiter
        self.arguments_for_tables: list[str] = []
        self.longest = 0
        self.multiline = False

    def table(self, what: str, entries: list[_Entry]) -> Iterator[tuple[str, Lines]]:
        """A header file and a data file."""
        kinds = {k: kind(v) for e in entries for k, v in e.properties.items()}
        keys = sorted(kinds)
        number = len(self.arguments_for_tables) + 1
        name = f"{what}-{number:04d}-{'-'.join(entries[0].names)[:_LONGEST_NAME]}"
        header, data = f"{name}.header.csv", f"{name}.csv"
        self.arguments_for_tables.append(f"--{what}={header},{data}")
        columns = [*entries[0].roles, *(f"{key}:{kinds[key]}" for key in keys)]
        yield header, iter([",".join(columns) + "\n"])
        yield data, (self._line(entry, keys) for entry in entries)

    def _line(self, entry: _Entry, keys: list[str]) -> str:
        own = entry.properties
        cells = [*entry.roles.values(), *(own.get(key) for key in keys)]
        return ",".join(map(self._cell, cells)) + "\n"

    def _cell(self, value: Value | None) -> str:
        """Text always in quotation marks: an empty text is no absent value."""
        if value is None:
            return ""
        if isinstance(value, list):
            text = self.delimiter.join(map(scalar, value))
        elif isinstance(value, str):
            text = value
        else:
            return scalar(value)
        self.longest = max(self.longest, len(text.encode()))
        self.multiline = self.multiline or "\n" in text or "\r" in text
        return '"' + text.replace('"', '""') + '"'

    def arguments(self) -> Lines:
        """One argument a line, as picocli reads them from a file."""
        yield "--id-type=string\n"
        yield f"--array-delimiter=U+{ord(self.delimiter):04X}\n"
        if self.multiline:
            yield "--multiline-fields=true\n"
        if self.longest * 2 > _READ_BUFFER:
            yield f"--read-buffer-size={self.longest * 2}\n"
        yield from (f"{argument}\n" for argument in self.arguments_for_tables)

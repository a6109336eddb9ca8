"""The property graph of a store as CSV for ``neo4j-admin database import full``.

That is the way for a graph that is too large for transactions.  What comes out is the graph that
the Bolt path writes, mark included.  The format: https://neo4j.com/docs/operations-manual/5/import/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.export_graph import (
    CONSTRAINT,
    Lines,
    Row,
    columns,
    free_character,
    literal,
    literal_map,
    mark,
    node_rows,
    relationship_rows,
    scalar,
    statements,
    tables,
)
from graph.project import PropertyGraph, Value
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


def admin_files(graph: PropertyGraph, release: Release) -> Iterator[tuple[str, Lines]]:
    """A name and the lines of each file; use up the lines before asking for the next file.

    A header and a data file for each set of labels and each relationship type, the mark among
    them; the arguments of the command, one a line; a script; and the Cypher to run afterwards.
    """
    delimiter = free_character(graph)  # neo4j-admin knows no escape inside a list
    written = _Written(delimiter)
    for table in tables(Row(r.names, (), _carried(r.properties)) for r in node_rows(graph)):
        yield from written.nodes(table, "Entity")
    yield from written.nodes([Row((MARK,), (), mark(graph, release))], "Mark")
    for table in tables(r for r in relationship_rows(graph) if not _lost(r.properties)):
        yield from written.relationships(table)
    yield ARGUMENTS, written.arguments()
    yield SCRIPT, iter([_SCRIPT])
    yield AFTER, _after_import(graph, delimiter)


def _lost(properties: dict[str, Value]) -> dict[str, Value]:
    """What CSV cannot hold: an empty list, and a list of one empty text, are read as nothing."""
    return {k: v for k, v in properties.items() if v in ([], [""])}


def _carried(properties: dict[str, Value]) -> dict[str, Value]:
    return {k: v for k, v in properties.items() if v not in ([], [""])}


def _after_import(graph: PropertyGraph, delimiter: str) -> Lines:
    yield f"{CONSTRAINT};\n"
    for node in graph.nodes.values():
        if lost := _lost(node.properties):
            find = f"MATCH (n:Entity {{id: {literal(node.id)}}})"
            yield f"{find} SET n += {literal_map(lost)};\n"
    for table in tables(r for r in relationship_rows(graph) if _lost(r.properties)):
        yield from statements(table, delimiter)


class _Written:
    """The tables of one export, and the arguments that follow from what was written."""

    def __init__(self, delimiter: str) -> None:
        self.delimiter = delimiter
        self.table_arguments: list[str] = []
        self.longest = 0
        self.multiline = False

    def nodes(self, rows: list[Row], space: str) -> Iterator[tuple[str, Lines]]:
        """Nodes; ids of one space are unique there and may come again in another."""
        keys = columns(rows)
        del keys["id"]  # stored as a property, too, because its role has a name before it
        cells = ([r.properties["id"], list(r.names), *map(r.properties.get, keys)] for r in rows)
        return self._table("nodes", rows, [f"id:ID({space})", ":LABEL"], keys, cells)

    def relationships(self, rows: list[Row]) -> Iterator[tuple[str, Lines]]:
        """Relationships between entities."""
        keys = columns(rows)
        cells = ([*r.ends, r.names[0], *map(r.properties.get, keys)] for r in rows)
        roles = [":START_ID(Entity)", ":END_ID(Entity)", ":TYPE"]
        return self._table("relationships", rows, roles, keys, cells)

    def _table(
        self,
        what: str,
        rows: list[Row],
        roles: list[str],
        keys: dict[str, str],
        cells: Iterator[list[Value | None]],
    ) -> Iterator[tuple[str, Lines]]:
        number = len(self.table_arguments) + 1
        name = f"{what}-{number:04d}-{'-'.join(rows[0].names)[:_LONGEST_NAME]}"
        header, data = f"{name}.header.csv", f"{name}.csv"
        self.table_arguments.append(f"--{what}={header},{data}")
        first = [*roles, *(f"{key}:{type_}" for key, type_ in keys.items())]
        yield header, iter([",".join(first) + "\n"])
        yield data, (",".join(map(self._cell, line)) + "\n" for line in cells)

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
        yield from (f"{argument}\n" for argument in self.table_arguments)

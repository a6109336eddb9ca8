"""The property graph of a store as files: CSV, GraphML and Cypher.

Every function gives its lines one by one, in an order that depends on the graph alone.
CSV and GraphML are for looking at; Cypher makes the same graph again, with the mark by which
``kg`` knows it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from graph.export.rdf import NOT_IN_XML
from graph.projection.names import Names
from graph.projection.nodes import Node, PropertyGraph
from graph.projection.values import Value, written
from graph.stores import Release
from graph.stores.neo4j.mark import (
    DOCUMENT,
    MARK,
    SCHEMA,
    document_properties,
    mark_properties,
)
from graph.vocabulary import TYPE as RDF_TYPE
from ontology import ontology

Lines = Iterator[str]

BATCH = 500  # rows in a statement
_TYPE = f"<{RDF_TYPE}> <"


def ordered(graph: PropertyGraph) -> PropertyGraph:
    """The same graph in an order of its own, whatever the store's was."""
    nodes = {i: graph.nodes[i] for i in sorted(graph.nodes)}
    relationships = sorted(
        graph.relationships,
        key=lambda r: (r.start, r.type, r.end, json.dumps(r.properties, sort_keys=True)),
    )
    return PropertyGraph(nodes, relationships, dict(sorted(graph.names.items())))


def without_inferred(graph: PropertyGraph) -> PropertyGraph:
    """What no rule concluded: without inferred relationships, without inferred labels.

    A label that follows from an asserted class (a Cartel is an Organization) stays.
    """
    names, model = Names(dict(graph.names)), ontology()
    nodes = {}
    for node in graph.nodes.values():
        types = _several(node, "_types") if "_types" in node.properties else node.labels
        asserted = [names.label_iri(str(label)) for label in types if label != "Entity"]
        lines = [str(line) for line in _several(node, "_rdf")]
        asserted += [s.removeprefix(_TYPE).split(">")[0] for s in lines if s.startswith(_TYPE)]
        kept = {"Entity"}
        for iri in asserted:
            kept |= {names.label(a) for a in model.ancestors(iri) if a == iri or a in model.terms}
        nodes[node.id] = Node(node.id, node.labels & kept, node.properties)
    relationships = [r for r in graph.relationships if not r.properties.get("inferred")]
    return PropertyGraph(nodes, relationships, graph.names)


def _several(node: Node, key: str) -> list[str | int | float | bool]:
    value = node.properties.get(key, [])
    return list(value) if isinstance(value, list) else [value]


def kind(value: Value) -> str:
    """The type of a value by its name in neo4j-admin's headers and in GraphML."""
    if isinstance(value, list):
        return (kind(value[0]) if value else "string") + "[]"
    if isinstance(value, bool):
        return "boolean"
    return {int: "long", float: "double"}.get(type(value), "string")


# --- CSV for spreadsheets -----------------------------------------------------------------------


def csv_files(graph: PropertyGraph) -> Iterator[tuple[str, Lines]]:
    """``nodes.csv`` and ``relationships.csv``: a name and the lines of each.

    The items of a list are joined by ``;``; a ``;`` or backslash inside one has a backslash before
    it.  Keys with an underscore in front are the projection's own and stay out.
    """
    nodes = graph.nodes

    def node_rows() -> Iterator[dict[str, str]]:
        for node in nodes.values():
            row = {k: _cell(v) for k, v in node.properties.items()}
            yield row | {"labels": _cell(sorted(node.labels))}

    def relationship_rows() -> Iterator[dict[str, str]]:
        for r in graph.relationships:
            ends = {
                "start": r.start,
                "start_name": _cell(nodes[r.start].properties.get("name", "")),
                "type": r.type,
                "end": r.end,
                "end_name": _cell(nodes[r.end].properties.get("name", "")),
            }
            yield {k: _cell(v) for k, v in r.properties.items()} | ends

    node_columns = _columns(["id", "labels", "name"], (n.properties for n in nodes.values()))
    first = ["start", "start_name", "type", "end", "end_name"]
    columns = _columns(first, (r.properties for r in graph.relationships))
    yield "nodes.csv", _csv_lines(node_columns, node_rows())
    yield "relationships.csv", _csv_lines(columns, relationship_rows())


def _columns(first: list[str], properties: Iterable[dict[str, Value]]) -> list[str]:
    keys = {k for p in properties for k in p if not k.startswith("_")}
    return [*first, *sorted(keys - set(first))]


def _cell(value: Value) -> str:
    if isinstance(value, list):
        items = (written(v).replace("\\", "\\\\").replace(";", "\\;") for v in value)
        return ";".join(items)
    return written(value)


def _csv_lines(columns: list[str], rows: Iterable[dict[str, str]]) -> Lines:
    line = io.StringIO()
    writer = csv.DictWriter(line, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow(row)
        yield line.getvalue()


# --- GraphML ------------------------------------------------------------------------------------


def graphml_lines(graph: PropertyGraph) -> Lines:
    """One GraphML document, as networkx, Gephi and yEd read it.

    Labels stand as APOC writes them (``:Entity:Person``); a list is JSON text.  A character that
    XML forbids is written as ``\\u0001``: GraphML is for looking at, RDF gives back every byte.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    node_kinds = _graphml_kinds(n.properties for n in graph.nodes.values())
    edge_kinds = _graphml_kinds(r.properties for r in graph.relationships)
    for element, word, kinds in (("node", "labels", node_kinds), ("edge", "label", edge_kinds)):
        for key, type_ in [(word, "string"), *sorted(kinds.items())]:
            yield (
                f'<key id={_attribute(f"{element}_{key}")} for="{element}" '
                f'attr.name={_attribute(key)} attr.type="{type_}"/>\n'
            )
    yield '<graph id="expediente" edgedefault="directed">\n'
    for node in graph.nodes.values():
        labels = "".join(f":{label}" for label in sorted(node.labels))
        yield f"<node id={_attribute(node.id)} labels={_attribute(labels)}>"
        yield from _graphml_data("node", {"labels": labels} | node.properties)
        yield "</node>\n"
    for number, r in enumerate(graph.relationships):
        yield (
            f'<edge id="e{number}" source={_attribute(r.start)} target={_attribute(r.end)} '
            f"label={_attribute(r.type)}>"
        )
        yield from _graphml_data("edge", {"label": r.type} | r.properties)
        yield "</edge>\n"
    yield "</graph>\n</graphml>\n"


def _graphml_kinds(properties: Iterable[dict[str, Value]]) -> dict[str, str]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for found in properties:
        for key, value in found.items():
            kinds[key].add("string" if isinstance(value, list) else kind(value))
    return {key: next(iter(k)) if len(k) == 1 else "string" for key, k in kinds.items()}


def _graphml_data(element: str, properties: dict[str, Value]) -> Lines:
    for key, value in sorted(properties.items()):
        shown = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else written(value)
        text = escape(_printable(shown), {"\r": "&#13;"})
        yield f"<data key={_attribute(f'{element}_{key}')}>{text}</data>"


def _attribute(value: str) -> str:
    return quoteattr(_printable(value))


def _printable(value: str) -> str:
    return NOT_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", value)


# --- Tables: what can share a statement or a file -------------------------------------------------


@dataclass(frozen=True)
class Row:
    """A node (its labels, no ends) or a relationship (its type, the ids of both ends)."""

    names: tuple[str, ...]
    ends: tuple[str, ...]
    properties: dict[str, Value]


def node_rows(graph: PropertyGraph) -> Iterator[Row]:
    """The nodes, each with its sorted labels."""
    return (Row(tuple(sorted(n.labels)), (), n.properties) for n in graph.nodes.values())


def relationship_rows(graph: PropertyGraph) -> Iterator[Row]:
    """The relationships."""
    return (Row((r.type,), (r.start, r.end), r.properties) for r in graph.relationships)


def tables(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows of the same names, and apart where a key has values of different types: in the columns
    of a table each key has one type."""
    by_names: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        by_names[row.names].append(row)
    for _, members in sorted(by_names.items()):
        kinds: dict[str, set[str]] = defaultdict(set)
        for row in members:
            for key, value in row.properties.items():
                kinds[key].add(kind(value))
        mixed = sorted(key for key, found in kinds.items() if len(found) > 1)
        alike: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in members:
            own = row.properties
            alike[tuple(kind(own[key]) if key in own else "" for key in mixed)].append(row)
        yield from (alike[shape] for shape in sorted(alike))


def columns(rows: Iterable[Row]) -> dict[str, str]:
    """The keys of a table, sorted, and the type of each."""
    return dict(sorted({k: kind(v) for row in rows for k, v in row.properties.items()}.items()))


def free_character(graph: PropertyGraph) -> str:
    """A character that stands in no list, to delimit the items of lists."""
    used: set[str] = set()
    for row in chain(node_rows(graph), relationship_rows(graph)):
        for value in row.properties.values():
            if isinstance(value, list):
                used.update(*(v for v in value if isinstance(v, str)))
    candidates = map(chr, [0x1F, 0x1E, 0x1D, 0x1C, *range(0xE000, 0xF900)])
    return next(c for c in candidates if c not in used)


# --- Cypher -------------------------------------------------------------------------------------


def cypher_lines(graph: PropertyGraph, release: Release) -> Lines:
    """A script that makes the graph in an empty Neo4j, each statement ended by ``;`` and a newline.

    Nothing inside a statement ends a line so: a newline in a text is written as an escape.  The
    mark comes last, so that half a script is never taken for the whole graph.
    """
    yield f"// Expediente, generation {release.generation}.\n"
    yield "// For an empty Neo4j 5.26 or newer: cypher-shell -f FILE, or Neo4j Browser.\n"
    yield from (f"{statement};\n" for statement in SCHEMA)
    delimiter = free_character(graph)
    for rows in chain(tables(node_rows(graph)), tables(relationship_rows(graph))):
        yield from statements(rows, delimiter)
    for document in release.documents:
        # Where a file stood is known to the store only; the same graph makes the same bytes.
        found = literal_map(document_properties(replace(document, origin=None)))
        yield f"CREATE (d:{quoted(DOCUMENT)}) SET d = {found};\n"
    yield f"CREATE (m:{quoted(MARK)}) SET m = {literal_map(mark_properties(release))};\n"


def statements(rows: list[Row], delimiter: str) -> Lines:
    """Statements that create the rows of one table, some hundreds at a time.

    The table is written column by column: Neo4j takes a flat list of literals for one parameter,
    so its plan is made once.  Row by row, as a list of maps, the same nodes took 20 times longer
    (20 ms each, all of it parsing and planning).  A list of texts is one text that is split.
    """
    names = "".join(":" + quoted(name) for name in rows[0].names)
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        lists: dict[str, list[Value | None]] = {}
        if batch[0].ends:
            lists = {"start": [r.ends[0] for r in batch], "end": [r.ends[1] for r in batch]}
        pairs = []
        for key, type_ in columns(batch).items():
            values: list[Value | None] = [r.properties.get(key) for r in batch]
            variable = quoted("c_" + key)
            cell = f"{variable}[i]"
            if type_ == "string[]":
                values = [delimiter.join(map(str, v)) if isinstance(v, list) else v for v in values]
                cell = f"split({cell}, {literal(delimiter)})"
            lists[variable] = values
            pairs.append(f"{quoted(key)}: {cell}")
        found = ",\n".join(f"{_literals(values)} AS {name}" for name, values in lists.items())
        yield f"WITH {found}\nUNWIND range(0, {len(batch) - 1}) AS i\n"
        if batch[0].ends:
            yield "MATCH (a:Entity {id: start[i]}) MATCH (b:Entity {id: end[i]})\n"
            yield f"CREATE (a)-[x{names}]->(b)"
        else:
            yield f"CREATE (x{names})"
        yield (f" SET x = {{{', '.join(pairs)}}}" if pairs else "") + ";\n"


def quoted(name: str) -> str:
    """A name of any characters, in Cypher."""
    return "`" + name.replace("`", "``") + "`"


def _literals(values: list[Value | None]) -> str:
    return "[" + ", ".join("null" if v is None else literal(v) for v in values) + "]"


def literal_map(properties: dict[str, Value]) -> str:
    """Properties as a map in Cypher."""
    pairs = (f"{quoted(k)}: {literal(v)}" for k, v in sorted(properties.items()))
    return "{" + ", ".join(pairs) + "}"


def literal(value: Value) -> str:
    """A value in Cypher, on one line whatever it holds."""
    if isinstance(value, list):
        return _literals([*value])
    if not isinstance(value, str):
        return written(value)
    return "'" + _UNSAFE.sub(_escaped, value) + "'"


# Besides what ends or escapes a text: whatever is a line end or nothing at all on a screen.
_UNSAFE = re.compile("[\\\\'\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return "\\" + character if character in "\\'" else f"\\u{ord(character):04X}"

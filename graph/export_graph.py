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
from xml.sax.saxutils import escape, quoteattr

from graph.export_rdf import NOT_IN_XML
from graph.names import PREFIXES, Names
from graph.project import Node, PropertyGraph, Relationship, Value
from graph.stores import Release
from graph.stores.base import CODEC
from graph.stores.neo4j import MARK, MARK_ID
from ontology import ontology

Lines = Iterator[str]

BATCH = 100  # rows in a statement: parsing and planning a literal cost more than its share
CONSTRAINT = "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
_TYPE = f"<{PREFIXES['rdf']}type> <"


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
        asserted = [names.label_iri(str(label)) for label in _several(node, "_types")]
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


def scalar(value: str | int | float | bool) -> str:
    """A single value as plain text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def kind(value: Value) -> str:
    """The type of a value by its name in neo4j-admin's headers and in GraphML."""
    if isinstance(value, list):
        return kind(value[0]) + "[]"
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
        items = (scalar(v).replace("\\", "\\\\").replace(";", "\\;") for v in value)
        return ";".join(items)
    return scalar(value)


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
        shown = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else scalar(value)
        text = escape(_printable(shown), {"\r": "&#13;"})
        yield f"<data key={_attribute(f'{element}_{key}')}>{text}</data>"


def _attribute(value: str) -> str:
    return quoteattr(_printable(value))


def _printable(value: str) -> str:
    return NOT_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", value)


# --- Cypher -------------------------------------------------------------------------------------


def cypher_lines(graph: PropertyGraph, release: Release) -> Lines:
    """A script that makes the graph in an empty Neo4j, each statement ended by ``;`` and a newline.

    No line inside a statement ends so: a newline in a text is written ``\\n``.  The mark comes
    last, so that half a script is never taken for the whole graph.
    """
    yield f"// Expediente, generation {release.generation}.\n"
    yield "// For an empty Neo4j 5.26 or newer: cypher-shell -f FILE, or Neo4j Browser.\n"
    yield f"{CONSTRAINT};\n"
    by_labels: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in graph.nodes.values():
        by_labels[tuple(sorted(node.labels))].append(node)
    for labels, nodes in sorted(by_labels.items()):
        create = f"CREATE (n{''.join(':' + _quoted(label) for label in labels)}) SET n = row"
        yield from _unwound((literal_map(n.properties) for n in nodes), create)
    yield from cypher_relationships(graph.relationships)
    yield f"CREATE (m:{_quoted(MARK)}) SET m = {literal_map(mark(graph, release))};\n"


def cypher_relationships(relationships: Iterable[Relationship]) -> Lines:
    """Statements that make relationships between nodes that are there."""
    by_type: dict[tuple[str, bool], list[Relationship]] = defaultdict(list)
    for r in relationships:
        by_type[r.type, bool(r.properties)].append(r)
    for (name, has_properties), found in sorted(by_type.items()):
        # A short list in place of a map where there is no property: it is parsed much faster.
        rows = (
            f"[{literal(r.start)}, {literal(r.end)}"
            + (f", {literal_map(r.properties)}]" if has_properties else "]")
            for r in found
        )
        yield from _unwound(
            rows,
            "MATCH (a:Entity {id: row[0]}) MATCH (b:Entity {id: row[1]}) "
            f"CREATE (a)-[r:{_quoted(name)}]->(b)" + (" SET r = row[2]" if has_properties else ""),
        )


def _unwound(rows: Iterable[str], statement: str) -> Lines:
    batch: list[str] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield _unwind(batch, statement)
            batch = []
    if batch:
        yield _unwind(batch, statement)


def _unwind(batch: list[str], statement: str) -> str:
    return "UNWIND [\n" + ",\n".join(batch) + f"\n] AS row {statement};\n"


def mark(graph: PropertyGraph, release: Release) -> dict[str, Value]:
    """The properties of the mark node, exactly as the Neo4j adapter writes them."""
    return {
        "id": MARK_ID,
        "generation": release.generation,
        "nodes": len(graph.nodes),
        "relationships": len(graph.relationships),
        "codec": CODEC,
        "names": json.dumps(graph.names, sort_keys=True),
    }


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def literal_map(properties: dict[str, Value]) -> str:
    """Properties as a map in Cypher."""
    pairs = (f"{_quoted(k)}: {literal(v)}" for k, v in sorted(properties.items()))
    return "{" + ", ".join(pairs) + "}"


def literal(value: Value) -> str:
    """A value in Cypher, on one line whatever it holds."""
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if not isinstance(value, str):
        return scalar(value)
    return "'" + _UNSAFE.sub(_escaped, value) + "'"


# Besides what ends or escapes a text: whatever is a line end or nothing at all on a screen.
_UNSAFE = re.compile("[\\\\'\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return "\\" + character if character in "\\'" else f"\\u{ord(character):04X}"

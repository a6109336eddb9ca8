"""The projection: RDF quads to nodes and relationships, and back without loss.

Every subject, and every object that is no literal, is a node.  A class is a label, a literal a
property, any other triple a relationship.  What the friendly form would lose is kept beside it:
``_types`` (the classes that were asserted), ``_rdf`` (literals that a native value cannot give
back), ``_graphs`` (named graphs), ``_derived`` (keys that were made for display).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox

from graph.claims import DERIVED, OBJECT, PREDICATE, SUBJECT, TYPE
from graph.names import Names, node_id, node_name, term_of
from ontology import GRAPH_DERIVED, KG, ontology

Value = str | int | float | bool | list[str] | list[int] | list[float] | list[bool]

XSD = "http://www.w3.org/2001/XMLSchema#"
STRING, INTEGER, BOOLEAN, DOUBLE = (XSD + n for n in ("string", "integer", "boolean", "double"))
FRIENDLY = (
    KG + "name",
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://xmlns.com/foaf/0.1/name",
)
RELEASE = "expediente:release"
BESIDE = ("_types", "_rdf", "_graphs", "_derived", "iri")
_LONGEST_INT = 2**63
_TEXTS = ("text", "date", "interval")  # column types whose native value is text
_FACT_KEYS = {
    KG + "evidence": "claims",
    KG + "statuses": "statuses",
    KG + "status": "status",
    KG + "inferred": "inferred",
    KG + "rule": "rule",
    KG + "valid": "valid",
    KG + "validFrom": "valid_from",
    KG + "validTo": "valid_to",
    KG + "kinDegree": "degree",
    KG + "kinKind": "kinship",
}


@dataclass
class Node:
    """A node: its id, all labels, and its properties (the id is one of them)."""

    id: str
    labels: set[str] = field(default_factory=set)
    properties: dict[str, Value] = field(default_factory=dict)


@dataclass
class Relationship:
    """A relationship between two ids."""

    start: str
    type: str
    end: str
    properties: dict[str, Value] = field(default_factory=dict)


@dataclass
class PropertyGraph:
    """Nodes by id, relationships in a fixed order, and the names given to foreign terms."""

    nodes: dict[str, Node] = field(default_factory=dict)
    relationships: list[Relationship] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)


def native(literal: ox.Literal) -> str | int | float | bool:
    """The friendliest native value of a literal."""
    datatype, text = literal.datatype.value, literal.value
    if datatype == BOOLEAN and text in ("true", "false"):
        return text == "true"
    try:
        if datatype == INTEGER or (datatype.startswith(XSD) and datatype[len(XSD) :] in _INTEGERS):
            number = int(text)
            return number if -_LONGEST_INT <= number < _LONGEST_INT else text
        if datatype in (DOUBLE, XSD + "float", XSD + "decimal"):
            real = float(text)
            return real if real == real and abs(real) != float("inf") else text
    except ValueError:
        pass
    return text


_INTEGERS = frozenset(
    [
        "int",
        "long",
        "short",
        "byte",
        "nonNegativeInteger",
        "positiveInteger",
        "nonPositiveInteger",
        "negativeInteger",
        "unsignedInt",
        "unsignedLong",
        "unsignedShort",
        "unsignedByte",
    ]
)


def literal(key_iri: str, value: str | int | float | bool) -> ox.Literal:
    """The literal that a native value stands for, given the predicate of its key."""
    if isinstance(value, bool):
        return ox.Literal("true" if value else "false", datatype=ox.NamedNode(BOOLEAN))
    if isinstance(value, int):
        return ox.Literal(str(value), datatype=ox.NamedNode(INTEGER))
    if isinstance(value, float):
        return ox.Literal(repr(value), datatype=ox.NamedNode(DOUBLE))
    term = ontology().terms.get(key_iri)
    declared = term.datatype if term and term.kind == "datatype" else STRING
    if declared not in (INTEGER, BOOLEAN, DOUBLE, STRING):
        return ox.Literal(value, datatype=ox.NamedNode(declared))
    return ox.Literal(value)


def _line(quad: ox.Quad) -> str:
    """A literal's quad without its subject, as N-Quads."""
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else f" {quad.graph_name}"
    return f"{quad.predicate} {quad.object}{graph} ."


class _Projector:
    def __init__(self) -> None:
        self.names = Names()
        self.nodes: dict[str, Node] = {}
        self.literals: dict[tuple[str, str], list[ox.Quad]] = defaultdict(list)
        self.links: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self.types: dict[str, set[str]] = defaultdict(set)
        self.facts: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]] = {}

    def node(self, term: ox.NamedNode | ox.BlankNode) -> Node:
        identifier = node_id(term)
        node = self.nodes.get(identifier)
        if node is None:
            node = self.nodes[identifier] = Node(identifier, {"Entity"}, {"id": identifier})
            if identifier.startswith("sha256:"):
                node.properties["iri"] = node_name(term)
        return node

    def read(self, quads: Iterable[ox.Quad]) -> None:
        fact_class = ox.NamedNode(KG + "Fact")
        quads = list(quads)
        for quad in quads:
            if isinstance(quad.subject, ox.Triple) or quad.graph_name != DERIVED:
                continue
            if quad.predicate == TYPE and quad.object == fact_class:
                self.facts[quad.subject.value] = defaultdict(list)
        for quad in quads:
            subject, value = quad.subject, quad.object
            if isinstance(subject, ox.Triple) or isinstance(value, ox.Triple):
                continue
            if quad.graph_name == DERIVED and subject.value in self.facts:
                self.facts[subject.value][quad.predicate.value].append(value)
                continue
            node = self.node(subject)
            if isinstance(value, ox.Literal):
                self.literals[node.id, quad.predicate.value].append(quad)
            elif quad.predicate == TYPE and isinstance(value, ox.NamedNode):
                self.read_type(node, quad, value)
            elif (
                quad.predicate == PREDICATE
                and quad.graph_name == ox.DefaultGraph()
                and isinstance(value, ox.NamedNode)
            ):
                self.add(node, "predicate", self.names.term(value.value))
            else:
                link = (node.id, quad.predicate.value, self.node(value).id)
                graph = quad.graph_name
                self.links[link].append("" if isinstance(graph, ox.DefaultGraph) else str(graph))

    def read_type(self, node: Node, quad: ox.Quad, value: ox.NamedNode) -> None:
        label = self.names.label(value.value)
        node.labels.add(label)
        if isinstance(quad.graph_name, ox.DefaultGraph):
            self.types[node.id].add(label)
        elif quad.graph_name != DERIVED:
            self.add(node, "_rdf", _line(quad))

    @staticmethod
    def add(node: Node, key: str, value: str) -> None:
        """Adds to a property that is text for one value and a sorted list for several."""
        before = node.properties.get(key, [])
        values = {*(before if isinstance(before, list) else [before]), value}
        ordered = sorted(str(v) for v in values)
        node.properties[key] = ordered if len(ordered) > 1 or key.startswith("_") else ordered[0]

    def properties(self) -> None:
        for (identifier, predicate), quads in self.literals.items():
            node = self.nodes[identifier]
            if predicate == OBJECT.value:
                self.claim_value(node, quads)
                continue
            if predicate == PREDICATE.value:  # the key is taken by predicates as names
                for quad in quads:
                    self.add(node, "_rdf", _line(quad))
                continue
            key = self.names.key(predicate)
            term = ontology().terms.get(predicate)
            computed = [q for q in quads if q.graph_name == DERIVED]
            others = [q for q in quads if q.graph_name != DERIVED]
            many = term.multiple if term else len(quads) > 1
            values = self.native_values(
                quads, plain=term is not None and term.column_type in _TEXTS
            )
            kept = values if many else values[:1]
            shown: Value = kept if many else kept[0]  # type: ignore[assignment]
            faithful = all(isinstance(q.graph_name, ox.DefaultGraph) for q in others) and {
                q.object for q in others
            } == {literal(predicate, v) for v in kept}
            node.properties[key] = shown
            if computed and not others:
                if not (term and term.derived):
                    self.add(node, "_derived", key)
            elif not faithful or (term and term.derived):
                for quad in others:
                    self.add(node, "_rdf", _line(quad))

    @staticmethod
    def native_values(quads: list[ox.Quad], plain: bool) -> list[str | int | float | bool]:
        """Distinct values of one type, sorted; ``plain`` wants text whatever the datatype."""
        literals = [q.object for q in quads if isinstance(q.object, ox.Literal)]
        values = sorted({x.value if plain else native(x) for x in literals}, key=_rank)
        if len({type(v) for v in values}) > 1:
            return sorted({x.value for x in literals})
        return values

    def claim_value(self, node: Node, quads: list[ox.Quad]) -> None:
        """A claim's literal object: its text and its datatype."""
        first = min(quads, key=lambda q: str(q.object))
        if isinstance(first.object, ox.Literal):
            node.properties["value"] = first.object.value
            node.properties["datatype"] = node_id(first.object.datatype)
            plain = first.object.language is None and first.graph_name == ox.DefaultGraph()
            if len(quads) > 1 or not plain:
                for quad in quads:
                    self.add(node, "_rdf", _line(quad))

    def relationships(self) -> list[Relationship]:
        by_triple: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for iri, values in self.facts.items():
            subject, predicate, value = (values[p.value][0] for p in (SUBJECT, PREDICATE, OBJECT))
            if isinstance(subject, ox.Literal) or isinstance(value, ox.Literal):
                continue
            by_triple[node_id(subject), predicate.value, node_id(value)].append(iri)
        found: list[Relationship] = []
        for (start, iri, end), graphs in self.links.items():
            name = self.names.type(iri)
            facts = [self.fact(fact) for fact in by_triple.get((start, iri, end), [])]
            asserted = sorted({g for g in graphs if g != f"<{GRAPH_DERIVED}>"})
            if not asserted:
                found += [Relationship(start, name, end, f) for f in facts]
                continue
            beside: dict[str, Value] = {} if asserted == [""] else {"_graphs": asserted}
            plain = [f for f in facts if not f.get("inferred")]
            found += [Relationship(start, name, end, f | beside) for f in plain or [{}]]
            found += [Relationship(start, name, end, f) for f in facts if f.get("inferred")]
        found.sort(key=_order)
        return found

    def fact(self, iri: str) -> dict[str, Value]:
        properties: dict[str, Value] = {}
        for predicate, key in _FACT_KEYS.items():
            values = self.facts[iri].get(predicate)
            if not values:
                continue
            if key in ("claims", "statuses"):
                properties[key] = sorted(
                    node_id(v) if isinstance(v, ox.NamedNode) else v.value for v in values
                )
            elif isinstance(values[0], ox.Literal):
                properties[key] = native(values[0])
        return properties

    def display(self) -> None:
        """Names for all that has none, and all names and aliases together."""
        for node in self.nodes.values():
            if self.types.get(node.id):
                node.properties["_types"] = sorted(self.types[node.id])
            name = node.properties.get("name")
            if not isinstance(name, str):
                keys = [self.names.key(iri) for iri in FRIENDLY if (node.id, iri) in self.literals]
                shown = next((node.properties[k] for k in keys if k in node.properties), None)
                if isinstance(shown, list):
                    shown = shown[0]
                name = str(shown) if shown is not None else self.claim_name(node)
                node.properties["name"] = name
                self.add(node, "_derived", "name")
            names = {name}
            for key in ("name_es", "alias"):
                value = node.properties.get(key, [])
                names.update(value if isinstance(value, list) else [str(value)])  # type: ignore[arg-type]
            node.properties["names"] = [name, *sorted(names - {name})]

    def claim_name(self, node: Node) -> str:
        tail = node.id.rsplit("/", 1)[-1] or node.id
        predicate = node.properties.get("predicate")
        return f"{tail} {predicate}" if isinstance(predicate, str) else tail


def _rank(value: str | int | float | bool) -> tuple[str, str | int | float | bool]:
    return (type(value).__name__, value)


def _order(relationship: Relationship) -> tuple[str, str, str, str, str]:
    valid = relationship.properties.get("valid", "")
    return (
        relationship.start,
        relationship.type,
        relationship.end,
        str(valid),
        str(relationship.properties.get("inferred", "")),
    )


def project(quads: Iterable[ox.Quad]) -> PropertyGraph:
    """Quads, asserted and derived, as a property graph."""
    projector = _Projector()
    projector.read(quads)
    projector.properties()
    relationships = projector.relationships()
    projector.display()
    nodes = {i: projector.nodes[i] for i in sorted(projector.nodes)}
    return PropertyGraph(nodes, relationships, dict(sorted(projector.names.foreign.items())))


def _beside(node: Node, subject: ox.NamedNode | ox.BlankNode) -> list[ox.Quad]:
    lines = node.properties.get("_rdf", [])
    text = "".join(
        f"{subject} {line}\n" for line in (lines if isinstance(lines, list) else [lines])
    )
    return list(ox.parse(text, format=ox.RdfFormat.N_QUADS)) if text else []


def unproject(graph: PropertyGraph) -> list[ox.Quad]:
    """The asserted quads of a property graph, each once: the inverse of :func:`project`."""
    names = Names(dict(graph.names))
    quads: dict[ox.Quad, None] = {}
    terms: dict[str, ox.NamedNode | ox.BlankNode] = {}
    for node in graph.nodes.values():
        iri = node.properties.get("iri") if node.id.startswith("sha256:") else None
        subject = terms[node.id] = term_of(str(iri) if iri else node.id)
        beside = _beside(node, subject)
        hidden = {names.key(q.predicate.value) for q in beside if isinstance(q.object, ox.Literal)}
        derived = node.properties.get("_derived", [])
        hidden.update(derived if isinstance(derived, list) else [str(derived)])  # type: ignore[arg-type]
        quads.update(dict.fromkeys(beside))
        types = node.properties.get("_types", [])
        for label in types if isinstance(types, list) else [types]:
            quads[ox.Quad(subject, TYPE, ox.NamedNode(names.label_iri(str(label))))] = None
        value = node.properties.get("value")
        if value is not None and not any(q.predicate == OBJECT for q in beside):
            datatype = term_of(str(node.properties["datatype"]))
            if isinstance(datatype, ox.NamedNode):
                quads[ox.Quad(subject, OBJECT, ox.Literal(str(value), datatype=datatype))] = None
        for key, shown in node.properties.items():
            if key in ("id", "names", "value", "datatype") or key in BESIDE:
                continue
            values = shown if isinstance(shown, list) else [shown]
            if key in hidden and key != "predicate":
                continue
            if key == "predicate":
                for name in values:
                    predicate = ox.NamedNode(names.term_iri(str(name)))
                    quads[ox.Quad(subject, PREDICATE, predicate)] = None
                continue
            iri = names.key_iri(key)
            term = ontology().terms.get(iri)
            if term and term.derived:
                continue
            for value in values:
                quads[ox.Quad(subject, ox.NamedNode(iri), literal(iri, value))] = None
    for relationship in graph.relationships:
        if relationship.properties.get("inferred"):
            continue
        start, end = terms[relationship.start], terms[relationship.end]
        predicate = ox.NamedNode(names.type_iri(relationship.type))
        graphs = relationship.properties.get("_graphs", [""])
        for name in graphs if isinstance(graphs, list) else [graphs]:
            where = (
                ox.NamedNode(str(name)[1:-1])
                if str(name).startswith("<")
                else (ox.BlankNode(str(name)[2:]) if name else ox.DefaultGraph())
            )
            quads[ox.Quad(start, predicate, end, where)] = None
    return list(quads)

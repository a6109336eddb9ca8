"""Nodes with what goes out from them, and the same as one property graph in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.projection.values import Value
from graph.stores.base import Link, NodeRow, node_row


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


def rows_of(graph: PropertyGraph) -> list[NodeRow]:
    """The nodes of a graph in order of id, each with its links in order."""
    links: dict[str, list[Link]] = defaultdict(list)
    for r in graph.relationships:
        links[r.start].append(Link(r.type, r.end, r.properties))
    return [
        node_row(node.id, node.labels, node.properties, links[node.id])
        for _, node in sorted(graph.nodes.items())
    ]


def graph_of(rows: Iterable[NodeRow], names: dict[str, str]) -> PropertyGraph:
    """The graph of rows; ``names`` are those of foreign terms, at the latest after the last row."""
    found = PropertyGraph()
    for row in rows:
        found.nodes[row.id] = Node(row.id, set(row.labels), row.properties)
        found.relationships += [Relationship(row.id, *link) for link in row.links]
    found.names = dict(sorted(names.items()))
    return found

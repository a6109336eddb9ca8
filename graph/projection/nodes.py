"""Nodes with what goes out from them, and the same as one property graph in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from graph.projection.values import Value


class Link(NamedTuple):
    """A relationship as its start has it."""

    type: str
    end: str
    properties: dict[str, Value]


def link_order(link: Link) -> tuple[str, str, str]:
    """The fixed order of a node's links."""
    return link.type, link.end, repr(sorted(link.properties.items())) if link.properties else ""


class LinkedNode(NamedTuple):
    """A node with what goes out from it, as it is or shall be in a store.

    ``labels`` are sorted, ``Entity`` among them; ``properties`` include ``id``; ``links`` are in a
    fixed order.  The end of a link is the id of another node.
    """

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Value]
    links: tuple[Link, ...]


def linked_node(
    id_: str, labels: Iterable[str], properties: dict[str, Value], links: Iterable[Iterable[Any]]
) -> LinkedNode:
    """A node of parts that stand in no order."""
    in_order = sorted([Link(*link) for link in links], key=link_order)
    return LinkedNode(id_, tuple(sorted(labels)), properties, tuple(in_order))


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


def nodes_of(graph: PropertyGraph) -> list[LinkedNode]:
    """The nodes of a graph in order of id, each with its links in order."""
    links: dict[str, list[Link]] = defaultdict(list)
    for r in graph.relationships:
        links[r.start].append(Link(r.type, r.end, r.properties))
    return [
        linked_node(node.id, node.labels, node.properties, links[node.id])
        for _, node in sorted(graph.nodes.items())
    ]


def graph_of(rows: Iterable[LinkedNode], names: dict[str, str]) -> PropertyGraph:
    """The graph of rows; ``names`` are those of foreign terms, at the latest after the last row."""
    found = PropertyGraph()
    for row in rows:
        found.nodes[row.id] = Node(row.id, set(row.labels), row.properties)
        found.relationships += [Relationship(row.id, *link) for link in row.links]
    found.names = dict(sorted(names.items()))
    return found

"""Nodes with what goes out from them, and the same as one property graph in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.project import Node, PropertyGraph, Relationship
from graph.stores.base import Link, NodeRow, link_order


def rows_of(graph: PropertyGraph) -> list[NodeRow]:
    """The nodes of a graph in order of id, each with its links in order."""
    links: dict[str, list[Link]] = defaultdict(list)
    for r in graph.relationships:
        links[r.start].append(Link(r.type, r.end, r.properties))
    return [
        NodeRow(
            node.id,
            tuple(sorted(node.labels)),
            node.properties,
            tuple(sorted(links[node.id], key=link_order)),
        )
        for _, node in sorted(graph.nodes.items())
    ]


def graph_of(rows: Iterable[NodeRow], names: dict[str, str]) -> PropertyGraph:
    """The graph of rows; ``names`` are those of foreign terms."""
    found = PropertyGraph(names=dict(names))
    for row in rows:
        found.nodes[row.id] = Node(row.id, set(row.labels), row.properties)
        found.relationships += [Relationship(row.id, *link) for link in row.links]
    return found

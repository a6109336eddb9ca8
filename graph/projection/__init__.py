"""Quads to nodes of a property graph, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.projection.names import Names, iri_of, node_id, node_name, premise
    from graph.projection.nodes import Link, LinkedNode, PropertyGraph
    from graph.projection.project import Projector
    from graph.projection.statements import Statement, literal_tag
    from graph.projection.unproject import Unprojector, quads_of
    from graph.projection.values import Value, native
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "names": "Names iri_of node_id node_name premise",
            "nodes": "Link LinkedNode PropertyGraph",
            "project": "Projector",
            "statements": "Statement literal_tag",
            "unproject": "Unprojector quads_of",
            "values": "Value native",
        },
    )

__all__ = [
    "Link",
    "LinkedNode",
    "Names",
    "Projector",
    "PropertyGraph",
    "Statement",
    "Unprojector",
    "Value",
    "iri_of",
    "literal_tag",
    "native",
    "node_id",
    "node_name",
    "premise",
    "quads_of",
]

"""The projection and its inverse without a store: quads to a property graph in memory, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from graph.loading.claimed import unclaimed
from graph.projection.names import Names
from graph.projection.nodes import LinkedNode, PropertyGraph, graph_of, nodes_of
from graph.projection.project import Documents, Projector, merged, objects_of
from graph.projection.statements import Statement, statements
from graph.projection.unproject import Unprojector, quads_of
from graph.stores.base import KNOWLEDGE
from ontology import GRAPH_DERIVED
from tests.facts_read import facts_read

DERIVED = ox.NamedNode(GRAPH_DERIVED)


def project(quads: Iterable[ox.Quad]) -> PropertyGraph:
    """Quads of one document, asserted and derived, as a property graph in memory."""
    asserted: list[ox.Quad] = []
    derived: list[ox.Quad] = []
    for quad in quads:
        (derived if quad.graph_name == DERIVED else asserted).append(quad)
    return project_documents({KNOWLEDGE: asserted}, derived)


def project_documents(
    documents: Mapping[str, Iterable[ox.Quad]], derived: Iterable[ox.Quad] = ()
) -> PropertyGraph:
    """Documents by key, and what follows from them, as a property graph in memory."""
    said: dict[str, dict[Statement, Documents]] = defaultdict(dict)
    for key, quads in documents.items():
        for name, one in statements(quads):
            said[name][one] = merged(said[name].get(one, ()), [key])
    facts, shown = facts_read(statements(derived))
    names = Names()
    projector = Projector(names, facts, unclaimed(said))

    def rows() -> Iterator[LinkedNode]:
        for name in sorted({*said, *shown, *objects_of(said), *objects_of(shown)}):
            mine = said.get(name, {})
            yield projector.node(name, mine, mine, shown.get(name, ()))

    return graph_of(rows(), names.foreign)


def unproject(graph: PropertyGraph, document: str | None = None) -> list[ox.Quad]:
    """The asserted quads of a property graph, each once: the inverse of ``project``."""
    long_names = {
        i: str(node.properties["iri"])
        for i, node in graph.nodes.items()
        if "iri" in node.properties
    }
    return list(quads_of(nodes_of(graph), Unprojector(graph.names, long_names), document))

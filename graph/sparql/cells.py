"""The graphs of a copy: which can be chosen, and where their triples lie.

The graphs of the data are there for GRAPH, as they are.  A query without GRAPH sees each triple of
the chosen graphs once, whichever those are.  The engine's own union of graphs gives a triple as
often as there are graphs that hold it, and one graph is asked more than two times faster than
three.  So what is asserted and what follows lie together in the copy's default graph, and some triples
lie in graphs of the copy's own besides, which nobody sees.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pyoxigraph as ox

from graph.vocabulary import GRAPH_DERIVED, GRAPH_METADATA, GRAPH_ONTOLOGY
from ontology import UserError

__all__ = [
    "CHOICES",
    "COPYS_OWN",
    "ONTOLOGY_ALONE",
    "ONTOLOGY_DERIVED",
    "ONTOLOGY_SAID",
    "SAID",
    "SAID_IN_NAMED",
    "USUAL",
    "GraphName",
    "checked",
    "named_graphs_of",
    "places_of",
    "said_place",
]

GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph

CHOICES = ("asserted", "derived", "ontology", "default")
"""``asserted`` is what documents say, in any graph; ``default`` what they say in none of them."""

USUAL = ("asserted",)
"""What a query is about unless somebody chooses: what ``kg export`` gives as well."""

_SPACE = "urn:uuid:5a0c1b52-7c1f-4c5e-9d0b-6a4f0e1c7d3a:"
SAID = ox.NamedNode(_SPACE + "said")
"""What documents say in no named graph; in a copy in which nothing follows, its default graph."""
SAID_IN_NAMED = ox.NamedNode(_SPACE + "said-in-named")
"""What they say in named graphs only."""
ONTOLOGY_ALONE = ox.NamedNode(_SPACE + "ontology-alone")
"""What the ontology says and nobody else, nor does it follow."""
ONTOLOGY_DERIVED = ox.NamedNode(_SPACE + "ontology-derived")
"""What the ontology says, and what follows, and no document says."""
ONTOLOGY_SAID = ox.NamedNode(_SPACE + "ontology-said")
"""What the ontology says, and a document, and what does not follow."""
COPYS_OWN = frozenset({SAID, SAID_IN_NAMED, ONTOLOGY_ALONE, ONTOLOGY_DERIVED, ONTOLOGY_SAID})

_DERIVED = ox.NamedNode(GRAPH_DERIVED)
_ONTOLOGY = ox.NamedNode(GRAPH_ONTOLOGY)
_OURS = {
    GRAPH_DERIVED: "derived",
    GRAPH_ONTOLOGY: "ontology",
    GRAPH_METADATA: "metadata",
}


def checked(graphs: Iterable[str]) -> list[str]:
    """A choice of graphs, each once; UserError where there is none like it."""
    chosen = list(dict.fromkeys(graphs))
    for name in chosen:
        if name not in CHOICES:
            raise UserError(f"--graph '{name}' is unknown; choose one of {', '.join(CHOICES)}.")
    if "default" in chosen and len(chosen) > 1:
        raise UserError("--graph default stands alone; take the others out, or say asserted.")
    return chosen


def said_place(merged: bool) -> GraphName:
    """Where what documents say in no named graph lies.

    A copy is ``merged`` where something follows: its default graph is both together then.
    """
    return SAID if merged else ox.DefaultGraph()


def places_of(
    chosen: Collection[str], merged: bool, there: Collection[GraphName]
) -> list[GraphName]:
    """The graphs that hold the triples of a choice, each triple once.

    ``there`` are the graphs of the copy: those that are not among them are left out.
    """
    said = [said_place(merged), SAID_IN_NAMED]
    asserted, derived = "asserted" in chosen, "derived" in chosen
    places: list[GraphName]
    if "default" in chosen:
        places = said[:1]
    elif asserted and derived:
        places = [ox.DefaultGraph()] if merged else said
        more = [ONTOLOGY_ALONE]
    elif asserted:
        places, more = said, [ONTOLOGY_ALONE, ONTOLOGY_DERIVED]
    elif derived:
        places, more = [_DERIVED], [ONTOLOGY_ALONE, ONTOLOGY_SAID]
    else:
        places, more = [], [_ONTOLOGY]
    if "ontology" in chosen:
        places = [*places, *more]
    return [p for p in places if isinstance(p, ox.DefaultGraph) or p in there]


def named_graphs_of(
    there: Iterable[ox.NamedNode | ox.BlankNode], chosen: Collection[str], named: Collection[str]
) -> list[ox.NamedNode | ox.BlankNode]:
    """The graphs of a copy that GRAPH sees: the chosen ones, and ours where a query names them."""
    said = bool({"asserted", "default"} & set(chosen))

    def seen(graph: ox.NamedNode | ox.BlankNode) -> bool:
        if isinstance(graph, ox.NamedNode):
            if graph in COPYS_OWN:
                return False
            if graph.value in _OURS:
                return _OURS[graph.value] in chosen or graph.value in named
        return said

    return [graph for graph in there if seen(graph)]

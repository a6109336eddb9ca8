"""What claims say, read by itself: the whole of a derivation reads the quads but once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.claims.rdf import DERIVED, ClaimNode, Reading, inherited
from graph.vocabulary import TYPE_NODE as TYPE


def claim_nodes(quads: Iterable[ox.Quad]) -> dict[str, ClaimNode]:
    """The claim nodes of a dataset by IRI."""
    reading = Reading()
    for _ in reading.through(quads):
        pass
    return reading.nodes()


def classes(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Inherited classes: a Cartel is a CriminalOrganization, an Organization, an Actor."""
    for quad in quads:
        if quad.predicate == TYPE and isinstance(quad.object, ox.NamedNode):
            for ancestor in inherited(quad.object.value):
                yield ox.Quad(quad.subject, TYPE, ox.NamedNode(ancestor), DERIVED)

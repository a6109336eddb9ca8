"""What follows from the documents of a store, for export and for SPARQL."""

from __future__ import annotations

import pyoxigraph as ox

from graph.claims.infer import derive
from graph.loading.claimed import backed, unclaimed
from graph.loading.documents import document_quads
from graph.projection.statements import Statement, quad_of, statements
from graph.stores import Store


def derived_quads(store: Store) -> list[ox.Quad]:
    """What follows from the documents that rules can conclude something from."""
    return Derived(store).quads


class Derived:
    """What follows from a store's documents, and what they say in our terms without a claim.

    ``quads`` follow, sorted as :func:`derive` has them; ``unclaimed`` are asserted quads.
    """

    def __init__(self, store: Store) -> None:
        release = store.release()
        said: dict[str, dict[Statement, list[str]]] = {}
        for key in [d.key for d in release.documents if d.informs] if release else []:
            for name, one in statements(document_quads(store, key)):
                said.setdefault(name, {}).setdefault(one, []).append(key)
        left = unclaimed(said)
        self.unclaimed = {quad_of(name, one) for name, found in left.items() for one in found}
        # Sorted, so that no store's own order can show in a conclusion.
        self.quads = derive([quad_of(name, one) for name, one in backed(said, left)])

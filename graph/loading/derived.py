"""What follows from the documents of a store, for export and for SPARQL."""

from __future__ import annotations

import pyoxigraph as ox

from graph.claims.infer import as_quads
from graph.loading.claimed import bare_quads, conclusions
from graph.loading.documents import document_quads
from graph.loading.kept import Conclusions, Keeping, kept
from graph.projection.statements import Statement, statements
from graph.stores import Release, Store


def derived_quads(store: Store) -> list[ox.Quad]:
    """What follows from the documents that rules can conclude something from."""
    return Derived(store).quads


class Derived:
    """What follows from a store's documents, and what they say in our terms without a claim.

    What a load has concluded, or somebody before, is taken as it was kept.
    ``quads`` follow, sorted as :func:`derive` has them; ``unclaimed`` are asserted quads.
    """

    def __init__(self, store: Store) -> None:
        self.quads: list[ox.Quad] = []
        self.unclaimed: set[ox.Quad] = set()
        release = store.release()
        if release is None or not any(d.informs for d in release.documents):
            return
        found = kept(store, release)
        if found is None:
            found = concluded(store, release)
            keeping = Keeping(store)
            for _ in keeping.through(found[0]):
                pass
            keeping.keep(release, found[1])
        self.quads, self.unclaimed = found


def concluded(store: Store, release: Release) -> Conclusions:
    """The same, inferred from what the store holds now."""
    said: dict[str, dict[Statement, list[str]]] = {}
    for key in [d.key for d in release.documents if d.informs]:
        for name, one in statements(document_quads(store, key)):
            said.setdefault(name, {}).setdefault(one, []).append(key)
    found, left = conclusions(said)
    return list(as_quads(found)), bare_quads(left)

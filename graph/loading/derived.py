"""What follows from the documents of a store, for export and for SPARQL."""

from __future__ import annotations

import pyoxigraph as ox

from graph.claims.infer import derive
from graph.loading.documents import document_quads
from graph.stores import Store


def derived_quads(store: Store) -> list[ox.Quad]:
    """What follows from the documents that rules can conclude something from."""
    release = store.release()
    informing = [d.key for d in release.documents if d.informs] if release else []
    said = {q for key in informing for q in document_quads(store, key)}
    # Sorted, so that no store's own order can show in a conclusion.
    return derive(sorted(said, key=str)) if said else []

"""The RDF of a store: for SPARQL, for export, for a second opinion on every Cypher answer.

A pyoxigraph ``Store`` normalises literals, so it only answers SPARQL; quads for an export come
from the property graph as they went in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.claims.infer import derive, ontology_quads
from graph.loading.documents import document_quads
from graph.stores import Store


def derived_quads(store: Store) -> list[ox.Quad]:
    """What follows from the documents that rules can conclude something from."""
    release = store.release()
    informing = [d.key for d in release.documents if d.informs] if release else []
    said = {q for key in informing for q in document_quads(store, key)}
    # Sorted, so that no store's own order can show in a conclusion.
    return derive(sorted(said, key=str)) if said else []


def all_quads(store: Store) -> Iterator[ox.Quad]:
    """Asserted and derived quads of a store."""
    yield from document_quads(store)
    yield from derived_quads(store)


def sparql_store(quads: Iterable[ox.Quad]) -> ox.Store:
    """An in-memory SPARQL store of quads and the ontology."""
    found = ox.Store()
    found.bulk_extend([*quads, *ontology_quads()])
    return found


def sparql_of(store: Store) -> ox.Store:
    """An in-memory SPARQL store of all that a graph store holds, as one graph.

    A query may ask it with or without the union of graphs: each triple is there once.
    """
    from graph.sparql.copy import copy_of

    found = ox.Store()
    kept = ox.Store.read_only(str(copy_of(store)))
    found.bulk_extend(kept.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    return found

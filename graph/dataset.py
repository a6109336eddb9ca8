"""The RDF of a store: for SPARQL, for export, for a second opinion on every Cypher answer.

A pyoxigraph ``Store`` normalises literals, so it only answers SPARQL; quads for an export come
from the property graph as they went in.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from graph.files import write_whole
from graph.infer import derive, ontology_quads
from graph.project import unproject
from graph.stores import Store

FILE = "dataset.nq"


def asserted_quads(store: Store) -> list[ox.Quad]:
    """What was loaded into the store, read back from its nodes and relationships."""
    return unproject(store.graph())


def all_quads(store: Store) -> list[ox.Quad]:
    """Asserted and derived quads of a store."""
    quads = asserted_quads(store)
    return [*quads, *derive(quads)]


def sparql_store(quads: list[ox.Quad]) -> ox.Store:
    """An in-memory SPARQL store of quads and the ontology."""
    found = ox.Store()
    found.bulk_extend([*quads, *ontology_quads()])
    return found


def sparql_of(store: Store) -> ox.Store:
    """The SPARQL store of a graph store.

    Beside an embedded snapshot the quads are kept in a file; a snapshot never changes, so the
    file can't grow stale.
    """
    folder: Path | None = store.snapshot() if hasattr(store, "snapshot") else None
    if folder is None:
        return sparql_store(all_quads(store))
    file = folder / FILE
    found = ox.Store()
    if not file.exists():
        quads = [*all_quads(store), *ontology_quads()]
        try:
            write_whole(file, lambda out: ox.serialize(quads, out, format=ox.RdfFormat.N_QUADS))
        except OSError:  # a folder that cannot be written: slower, not wrong
            found.bulk_extend(quads)
            return found
    found.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    return found

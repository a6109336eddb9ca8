"""A whole graph put into a store as a load does it, and what its documents say, taken out again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph as ox

from graph.projection.nodes import LinkedNode, PropertyGraph, nodes_of
from graph.projection.project import with_digest
from graph.projection.statements import quad_of
from graph.projection.unproject import Unprojector
from graph.stores import Store
from graph.stores.base import KNOWLEDGE, Difference, Document, LoadReport, Release, pinned

DOCUMENT = Document(KNOWLEDGE, "the packaged knowledge", "0123", 1, informs=True)


def bare(identifier: str) -> LinkedNode:
    """A node of which nothing is said."""
    return with_digest(LinkedNode(identifier, ("Entity",), {"id": identifier}, ()))


def difference(store: Store, rows: Iterable[LinkedNode]) -> Difference:
    """What is to be written for a store to hold these rows and no others."""
    wanted = {row.id: row for row in rows}
    held = {state.id: state for state in store.states()} if store.release() else {}
    created = [row for i, row in wanted.items() if i not in held]
    changed = [
        row
        for i, row in wanted.items()
        if i in held and held[i].digest != row.properties["_digest"]
    ]
    # One that is only pointed to goes by itself, with the last link that does.
    gone = [bare(i) for i, state in held.items() if i not in wanted and state.documents]
    return Difference(iter(created), [*changed, *gone], len(created))


def put(
    store: Store,
    graph: PropertyGraph | Iterable[LinkedNode],
    generation: str,
    documents: tuple[Document, ...] | None = None,
) -> LoadReport:
    """Makes a store hold this graph and nothing else."""
    before = store.release()
    if isinstance(graph, PropertyGraph):
        rows = nodes_of(graph)
        rows = [row if "_digest" in row.properties else with_digest(row) for row in rows]
        documents = (replace(DOCUMENT, names=graph.names),)
    else:
        rows = list(graph)
    return store.write(
        difference(store, rows),
        Release(generation, documents=documents or (DOCUMENT,)),
        before.generation if before else None,
    )


def quads_by_document(store: Store) -> dict[str, list[ox.Quad]]:
    """What each document says, from one scan."""
    release, long_names, rows = pinned(store)
    assert release is not None
    reader = Unprojector(release.names, long_names)
    found: dict[str, list[ox.Quad]] = defaultdict(list)
    for row in rows:
        for one, documents in reader.said(row):
            for document in documents:
                found[document].append(quad_of(reader.name(row), one))
    return found

"""What the project does in a child of the benchmark: load, export, parse, group, ask in SPARQL.

``python -m bench.work WHAT ...`` prints JSON with the seconds that it took, without the start of
the process and its imports (so is the reference measured), and the processor's seconds.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from bench.clock import timed

Row = dict[str, Any]
QUESTIONS = (
    "SELECT (COUNT(*) AS ?n) WHERE { ?s a ?class }",
    "SELECT ?class (COUNT(?s) AS ?n) WHERE { ?s a ?class } GROUP BY ?class ORDER BY ?class",
    "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 1000",
)


@contextmanager
def clocked(told: Row, url: str) -> Iterator[None]:
    """Like :func:`timed`, with the server's processor where the store is a server."""
    if url.startswith("embedded:"):
        with timed(told):
            yield
        return
    from bench.bare_driver import connect

    with connect(url) as driver, timed(told, driver):
        yield


def load(url: str, path: Path, name: str | None) -> Row:
    """Loads a file, and nothing else stays."""
    from graph.loading.documents import load as run
    from graph.loading.documents import read_documents
    from graph.reading.quads import find_inputs
    from graph.stores import open_store
    from kg.session import address_of

    told: Row = {}
    store = open_store(address_of(url))
    try:
        store.release()  # connected, and the engine imported
        with clocked(told, url):
            incoming = read_documents(store, find_inputs([str(path)], name=name))
            ledger = run(store, incoming, only=True)
        report = ledger.report
        told |= {
            "nodes": report.release.nodes,
            "relationships": report.release.relationships,
            "quads": sum(d.quads for d in report.release.documents),
            "written": report.nodes_created + report.nodes_changed + report.nodes_deleted,
            "notes": report.notes,
        }
    finally:
        store.close()
    return told


def export(url: str, path: Path) -> Row:
    """Writes what a store holds as N-Quads, as ``kg export`` does: sorted, each once."""
    from graph.export import export as run
    from graph.stores import open_store
    from kg.session import address_of

    told: Row = {}
    store = open_store(address_of(url))
    try:
        store.release()
        with clocked(told, url):
            run(store, "nquads", path)
    finally:
        store.close()
    with path.open("rb") as file:
        told["triples"] = sum(1 for _ in file)
    return told


def parse(path: Path) -> Row:
    """The parser alone."""
    told: Row = {}
    from bench.inputs import parsed

    with timed(told):
        told["triples"] = sum(1 for _ in parsed(path))
    return told


def read(path: Path) -> Row:
    """What the project makes of the parser's quads, with its checks."""
    from graph.reading.quads import find_inputs
    from graph.reading.quads import read as run

    told: Row = {}
    (source,) = find_inputs([str(path)])
    with timed(told):
        told["triples"] = sum(1 for _ in run(source))
    return told


def group(path: Path) -> Row:
    """Parsed and grouped by subject in memory, as a load over Bolt does."""
    from graph.loading.change import gather
    from graph.reading.quads import find_inputs
    from graph.reading.quads import read as run
    from graph.stores.base import Document

    told: Row = {}
    (source,) = find_inputs([str(path)])
    with timed(told):
        found = gather(Document("bench", "bench", "", 0), run(source))
    return told | {"triples": found.document.quads, "subjects": len(found.said)}


def spill(path: Path) -> Row:
    """Parsed and grouped by subject on disk, as the way by CSV does."""
    from graph.loading.grouping import REMEMBERED, grouped
    from graph.projection.statements import statements
    from graph.reading.quads import find_inputs
    from graph.reading.quads import read as run

    told: Row = {}
    (source,) = find_inputs([str(path)])
    with timed(told):
        told["subjects"] = sum(1 for _ in grouped(statements(run(source), REMEMBERED)))
    return told


def sparql(path: Path, folder: Path | None) -> Row:
    """A first question and the next ones: in memory, from the file, or from a folder on disk."""
    told: Row = {}
    with timed(told):
        if folder is None:
            store = ox.Store()
            store.bulk_load(path=str(path), format=ox.RdfFormat.N_TRIPLES)
        else:
            store = ox.Store.read_only(str(folder))
        told["rows"] = _rows(store, QUESTIONS[2])
    start = time.perf_counter()
    for question in QUESTIONS:
        told["rows"] += _rows(store, question)
    return told | {"next": time.perf_counter() - start}


def _rows(store: ox.Store, question: str) -> int:
    found = store.query(question)
    assert isinstance(found, ox.QuerySolutions)
    return sum(1 for _ in found)


def build(path: Path, folder: Path) -> Row:
    """Makes the folder on disk."""
    told: Row = {}
    with timed(told):
        store = ox.Store(str(folder))
        store.bulk_load(path=str(path), format=ox.RdfFormat.N_TRIPLES)
        store.flush()
    return told


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.work", description=__doc__)
    parser.add_argument("what", choices=sorted(WHAT))
    parser.add_argument("file", type=Path)
    parser.add_argument("--store")
    parser.add_argument("--name")
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    print(json.dumps(WHAT[given.what](given)))


WHAT: dict[str, Callable[[argparse.Namespace], Row]] = {
    "load": lambda g: load(g.store, g.file, g.name),
    "export": lambda g: export(g.store, g.file),
    "parse": lambda g: parse(g.file),
    "read": lambda g: read(g.file),
    "group": lambda g: group(g.file),
    "spill": lambda g: spill(g.file),
    "sparql": lambda g: sparql(g.file, g.folder),
    "build": lambda g: build(g.file, g.folder),
}


if __name__ == "__main__":
    main()

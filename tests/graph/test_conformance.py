"""What no store may lose: generated datasets, loaded from files, come back from both engines.

Forty datasets are loaded at once, as forty documents; each must come back as it went in, whatever
the others say about the same nodes, and when half of them are gone again.
"""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.loading.documents import document_quads, load, read_documents, unload
from graph.proof.canonical import compare
from graph.reading.quads import Input, find_inputs, key_of
from graph.stores import Store
from tests.differences import quads_by_document
from tests.graph.rdf_strategies import EX, OBJECT, TYPE, XSD, Quads, generated

DATASETS = 1_000
AT_ONCE = 125
A = ox.NamedNode("http://example.org/a")
ONCE_LOST: list[Quads] = [
    # A claim's value whose datatype is of XML Schema but for a colon in its local name.
    [ox.Quad(A, OBJECT, ox.Literal("x", datatype=ox.NamedNode(XSD + "a:b")))],
    # A class, a predicate and a key too long for the name of a file, as an engine may want them.
    [ox.Quad(A, TYPE, ox.NamedNode(EX + "l" * 1000))],
    [ox.Quad(A, ox.NamedNode(EX + "l" * 1000), value) for value in (A, ox.Literal("x"))],
]


@pytest.fixture(scope="module")
def datasets() -> list[Quads]:
    return [*ONCE_LOST, *generated(DATASETS - len(ONCE_LOST))]


def inputs_of(folder: Path, datasets: list[Quads]) -> list[Input]:
    """The datasets as files, one each."""
    folder.mkdir()
    paths = []
    for number, quads in enumerate(datasets):
        path = folder / f"{number:02}.nq"
        with path.open("wb") as out:
            ox.serialize(quads, out, format=ox.RdfFormat.N_QUADS)
        paths.append(str(path))
    return find_inputs(paths)


def test_generated_datasets_come_back(store: Store, datasets: list[Quads], tmp_path: Path) -> None:
    for first in range(0, DATASETS, AT_ONCE):
        some = datasets[first : first + AT_ONCE]
        inputs = inputs_of(tmp_path / f"from-{first}", some)
        keys = [key_of(source.name) for source in inputs]
        ledger = load(store, read_documents(store, inputs), only=True)
        assert {document.key: document.quads for document in ledger.documents} == {
            key: len(quads) for key, quads in zip(keys, some, strict=True)
        }
        found = quads_by_document(store)
        assert list(document_quads(store, keys[0])) == found[keys[0]]
        for key, quads in zip(keys, some, strict=True):
            compared = compare(quads, found[key])
            assert compared.equal, (first, key, compared.missing, compared.extra)
            assert compared.left.method.startswith("RDFC-1.0")
            assert len(found[key]) == len(quads), "a quad came back twice"
        unload(store, keys[::2])
        # Labels of blank nodes are those of before: the documents that stay were not touched.
        assert set(document_quads(store)) == {q for key in keys[1::2] for q in found[key]}
        release = store.release()
        assert release is not None
        assert [document.key for document in release.documents] == sorted(keys[1::2])

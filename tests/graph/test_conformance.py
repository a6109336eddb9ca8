"""What no store may lose: generated datasets, loaded from files, come back from both engines.

Forty datasets are loaded at once, as forty documents; each must come back as it went in, whatever
the others say about the same nodes, and when half of them are gone again.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.load import document_quads, load, read_documents, unload
from graph.proof import compare
from graph.reading import Input, find_inputs, key_of
from graph.stores import Store, open_store, parse_address
from tests.graph.rdf_strategies import Quads, generated

DATASETS = 1_000
AT_ONCE = 40


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "embedded":
        address = f"embedded:{tmp_path / 'store'}"
    else:
        address = str(request.getfixturevalue("clean_neo4j"))
    opened = open_store(parse_address(address))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def datasets() -> list[Quads]:
    return generated(DATASETS)


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


def assert_whole(store: Store, source: Input, quads: Quads) -> None:
    found = list(document_quads(store, key_of(source.name)))
    compared = compare(quads, found)
    assert compared.equal, (source.name, compared.missing, compared.extra)
    assert compared.left.method.startswith("RDFC-1.0")
    assert len(found) == len(quads), "a quad came back twice"


def test_generated_datasets_come_back(
    store: Store, datasets: list[Quads], tmp_path: Path
) -> None:
    for first in range(0, DATASETS, AT_ONCE):
        some = datasets[first : first + AT_ONCE]
        inputs = inputs_of(tmp_path / f"from-{first}", some)
        ledger = load(store, read_documents(store, inputs), only=True)
        assert ledger.lost == 0
        counts = {document.key: document.quads for document in ledger.documents}
        assert counts == {
            key_of(source.name): len(quads) for source, quads in zip(inputs, some, strict=True)
        }
        pairs = list(zip(inputs, some, strict=True))
        for source, quads in pairs:
            assert_whole(store, source, quads)
        unload(store, [key_of(source.name) for source in inputs[::2]])
        for source, quads in itertools.islice(pairs, 1, None, 2):
            assert_whole(store, source, quads)
        release = store.release()
        assert release is not None
        assert len(release.documents) == AT_ONCE // 2

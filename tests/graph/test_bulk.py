"""A file on its way to the bulk import makes the graph that loading it makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.export.front import export_file
from graph.loading.bulk import Bulk
from graph.loading.documents import load, read_documents
from graph.reading.quads import find_inputs
from graph.stores import open_store, parse_address
from ontology import UserError
from tests.graph.test_load import PIECES, PREFIXES

NASTY = [
    *PIECES[:7],
    '_:s rdf:reifies <<( ex:a ex:near "b" )>> ; rdf:object "x" ; rdf:predicate ex:near , "text" .',
    "ex:g { ex:a rdf:predicate ex:far ; a ex:Other . } ex:a rdf:predicate ex:near .",
]


@pytest.fixture(params=["nasty", "DBpedia"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "DBpedia":
        shared: Path = request.getfixturevalue("shared")
        return shared / "scale" / "dbpedia-fragment.ttl.gz"
    made = tmp_path / "nasty.trig"
    made.write_text(PREFIXES + "\n".join(NASTY), "utf-8")
    return made


def test_the_rows_are_those_of_a_store_of_the_file_alone(file: Path, tmp_path: Path) -> None:
    (source,) = find_inputs([str(file)])
    store = open_store(parse_address(f"embedded:{tmp_path / 'store'}"))
    try:
        load(store, read_documents(store, [source]), only=True)
        release, held = store.release(), list(store.scan())
    finally:
        store.close()
    bulk = Bulk(source)
    rows = sorted(bulk.rows(), key=lambda row: row.id)
    assert rows == held
    assert release == replace(
        bulk.release(), nodes=len(rows), relationships=sum(len(row.links) for row in rows)
    )


def test_a_file_that_rules_read_is_refused_and_leaves_no_folder_of_half_a_graph(
    tmp_path: Path,
) -> None:
    made = tmp_path / "ours.trig"
    made.write_text(PREFIXES + "\n".join(PIECES), "utf-8")
    (source,) = find_inputs([str(made)])
    with pytest.raises(UserError, match="load the file into a store"):
        export_file(source, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []

"""Whole relations are kept for each generation, and are never those of another."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.stores import Store
from kg import standing
from kg.standing import PREFIX, whole
from queries import Query, bind, run_cypher
from queries.ask.relations import Row
from queries.catalogue import read_catalogue
from tests.packaged_store import cached, own_copy

CATALOGUE = read_catalogue()


@pytest.fixture
def own(packaged_folder: Path, tmp_path: Path) -> Iterator[Store]:
    """The packaged knowledge in a folder that may be spoiled."""
    with own_copy(packaged_folder, tmp_path / "store", f"{PREFIX}*") as store:
        yield store


def kept_files(store: Store) -> list[Path]:
    return cached(store, f"{PREFIX}*")


def generation(store: Store) -> str:
    release = store.release()
    assert release is not None
    return release.generation


def rows(store: Store, query: Query) -> list[Row]:
    return run_cypher(query, bind(query, {}), store).rows


KEPT = ("conflicts", "parents", "timeline")


def test_what_is_kept_is_what_the_store_says(own: Store) -> None:
    for name in KEPT:
        query = CATALOGUE.queries[name]
        expected = rows(own, query)
        assert expected
        assert whole(own, query, generation(own)) == expected  # read
        assert whole(own, query, generation(own)) == expected  # kept
    files = kept_files(own)
    assert len(files) == len(KEPT)
    if os.name == "posix":
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


@pytest.mark.parametrize("text", ["", "[]", '[{"claims": []}]'])
def test_a_spoiled_relation_is_read_anew(own: Store, text: str) -> None:
    query = CATALOGUE.queries["parents"]
    expected = whole(own, query, generation(own))
    (file,) = kept_files(own)
    file.write_text(text)
    assert whole(own, query, generation(own)) == expected


def test_a_relation_of_another_generation_or_query_is_not_taken(own: Store) -> None:
    query = CATALOGUE.queries["parents"]
    whole(own, query, generation(own))
    (file,) = kept_files(own)
    # A generation that the store does not hold: what is read now is not kept as its.
    assert whole(own, query, "another") == rows(own, query)
    assert kept_files(own) == [file]
    data = query.as_json() | {"cypher": query.cypher.replace("RETURN", "WITH * LIMIT 1 RETURN", 1)}
    other = Query.from_json(data)
    assert len(whole(own, other, generation(own))) < len(rows(own, query))
    (newer,) = kept_files(own)
    assert newer != file


def test_a_large_relation_is_not_kept(own: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "MOST_ROWS", 10)
    query = CATALOGUE.queries["parents"]
    assert whole(own, query, generation(own)) == rows(own, query)
    assert kept_files(own) == []

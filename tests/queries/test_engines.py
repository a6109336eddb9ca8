"""Every query on both Cypher engines: equal rows, equal evidence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.packaged import load_packaged
from graph.stores import Store, open_store, parse_address
from queries import bind, compare, run_cypher
from queries.catalogue import read_catalogue

CATALOGUE = read_catalogue()
EXAMPLES = [(n, i) for n, q in sorted(CATALOGUE.queries.items()) for i in range(len(q.examples))]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(parse_address(f"embedded:{tmp_path_factory.mktemp('embedded')}"))
    load_packaged(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def neo4j(neo4j_packaged: str) -> Iterator[Store]:
    store = open_store(parse_address(neo4j_packaged))
    yield store
    store.close()


@pytest.mark.parametrize(("name", "number"), EXAMPLES)
def test_both_cypher_engines_give_equal_rows(
    name: str, number: int, embedded: Store, neo4j: Store
) -> None:
    query = CATALOGUE.queries[name]
    bound = bind(query, query.examples[number])
    first, second = run_cypher(query, bound, embedded), run_cypher(query, bound, neo4j)
    assert compare(first, second) == []
    assert first.rows == second.rows

"""Every query on both Cypher engines: equal rows, equal evidence.

On the packaged knowledge, then on random graphs in the same database.  Neo4j takes a second to
plan one of these queries and milliseconds to run it, so what it has planned is kept: the schema
stays (a change would empty its cache), and plans are used although the numbers of nodes differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.claims.infer import dataset, sparql_store
from graph.stores import Store, open_store, parse_address
from queries import Query, bind, compare, run_cypher, run_sparql
from queries.catalogue import read_catalogue
from tests.differences import put
from tests.in_memory import project
from tests.queries.random_claims import NEO4J_SEEDS, random_questions, random_sheets

CATALOGUE = read_catalogue()
EXAMPLES = [(n, i) for n, q in sorted(CATALOGUE.queries.items()) for i in range(len(q.examples))]


@pytest.fixture(scope="module")
def neo4j(neo4j_packaged: str) -> Iterator[Store]:
    store = open_store(parse_address(neo4j_packaged))
    yield store
    store.close()


def as_planned(query: Query) -> Query:
    return replace(query, cypher=f"CYPHER replan=skip\n{query.cypher}")


@pytest.mark.parametrize(("name", "number"), EXAMPLES)
def test_both_cypher_engines_give_equal_rows(
    name: str, number: int, packaged: Store, neo4j: Store
) -> None:
    query = CATALOGUE.queries[name]
    bound = bind(query, query.examples[number])
    first, second = run_cypher(query, bound, packaged), run_cypher(as_planned(query), bound, neo4j)
    assert compare(first, second) == []
    assert first.rows == second.rows


# Below, the database no longer holds the packaged knowledge.


@pytest.mark.parametrize("seed", NEO4J_SEEDS)
def test_both_cypher_engines_and_sparql_agree_on_random_claims(
    seed: int, neo4j: Store, tmp_path: Path
) -> None:
    sheets = random_sheets(seed)
    asserted, derived = dataset(sheets)
    graph = project([*asserted, *derived])
    twin = sparql_store([*asserted, *derived])
    embedded = open_store(parse_address(f"embedded:{tmp_path}"))
    wrong = []
    rows = 0
    try:
        for store in (embedded, neo4j):
            put(store, graph, f"seed-{seed}")
        for query, given, bound in random_questions(seed, sheets, CATALOGUE):
            answer = run_cypher(query, bound, embedded)
            rows += len(answer.rows)
            differences = compare(answer, run_cypher(as_planned(query), bound, neo4j))
            if query.sparql is not None:
                differences += compare(answer, run_sparql(query, bound, twin))
            if differences:
                wrong.append(f"{query.name} {given}: {differences[:3]}")
    finally:
        embedded.close()
    assert wrong == []
    assert rows > 100, "random graphs that answer nothing prove nothing"

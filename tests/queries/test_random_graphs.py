"""Equal answers in both languages on graphs that nobody wrote: fixed seeds, random claim rows.

On two of the seeds Neo4j answers too: test_engines.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.claims.infer import dataset, sparql_store
from graph.stores import open_store, parse_address
from queries import compare, run_cypher, run_sparql
from queries.catalogue import read_catalogue
from tests.differences import put
from tests.in_memory import project
from tests.queries.random_claims import OTHER_SEEDS, random_questions, random_sheets

CATALOGUE = read_catalogue()


@pytest.mark.parametrize("seed", OTHER_SEEDS)
def test_cypher_and_sparql_agree_on_random_claims(seed: int, tmp_path: Path) -> None:
    sheets = random_sheets(seed)
    asserted, derived = dataset(sheets)
    twin = sparql_store([*asserted, *derived])
    store = open_store(parse_address(f"embedded:{tmp_path}"))
    wrong = []
    rows = 0
    try:
        put(store, project([*asserted, *derived]), f"seed-{seed}")
        for query, given, bound in random_questions(seed, sheets, CATALOGUE):
            if query.sparql is None:
                continue
            first, second = run_cypher(query, bound, store), run_sparql(query, bound, twin)
            rows += len(first.rows)
            differences = compare(first, second)
            if differences:
                wrong.append(f"{query.name} {given}: {differences[:3]}")
    finally:
        store.close()
    assert wrong == []
    assert rows > 100, "random graphs that answer nothing prove nothing"

"""Equal answers from three engines on graphs that nobody wrote: fixed seeds, random claim rows."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.dataset import sparql_store
from graph.infer import dataset
from graph.project import project
from graph.sheets import Sheets
from graph.stores import Store, open_store, parse_address
from queries import bind, compare, run_cypher, run_sparql
from queries.catalogue import read_catalogue
from tests.differences import put

sys.path.insert(0, str(Path(__file__).parent))
from random_claims import random_parameters, random_sheets

CATALOGUE = read_catalogue()
SEEDS = range(1, 7)
NEO4J_SEEDS = range(1, 3)
TRIES = 3


@pytest.fixture(scope="module", params=SEEDS)
def world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[int, Sheets, Store, ox.Store]]:
    sheets = random_sheets(request.param)
    asserted, derived = dataset(sheets)
    store = open_store(parse_address(f"embedded:{tmp_path_factory.mktemp('random')}"))
    put(store, project([*asserted, *derived]), f"seed-{request.param}")
    yield request.param, sheets, store, sparql_store([*asserted, *derived])
    store.close()


def test_cypher_and_sparql_agree_on_random_claims(
    world: tuple[int, Sheets, Store, ox.Store],
) -> None:
    seed, sheets, store, twin = world
    wrong = []
    rows = 0
    for query in CATALOGUE.queries.values():
        chance = random.Random(f"{seed} {query.name}")
        for _ in range(TRIES if query.parameters else 1):
            given = random_parameters(query, sheets, chance)
            bound = bind(query, given)
            if query.sparql is None:
                continue
            first, second = run_cypher(query, bound, store), run_sparql(query, bound, twin)
            rows += len(first.rows)
            differences = compare(first, second)
            if differences:
                wrong.append(f"{query.name} {given}: {differences[:3]}")
    assert wrong == []
    assert rows > 100, "random graphs that answer nothing prove nothing"


@pytest.mark.parametrize("seed", NEO4J_SEEDS)
def test_both_cypher_engines_agree_on_random_claims(
    seed: int, clean_neo4j: str, tmp_path: Path
) -> None:
    sheets = random_sheets(seed)
    asserted, derived = dataset(sheets)
    graph = project([*asserted, *derived])
    stores = [open_store(parse_address(a)) for a in (f"embedded:{tmp_path}", clean_neo4j)]
    wrong = []
    try:
        for store in stores:
            put(store, graph, f"seed-{seed}")
        for query in CATALOGUE.queries.values():
            chance = random.Random(f"{seed} {query.name}")
            for _ in range(TRIES if query.parameters else 1):
                given = random_parameters(query, sheets, chance)
                bound = bind(query, given)
                differences = compare(*(run_cypher(query, bound, s) for s in stores))
                if differences:
                    wrong.append(f"{query.name} {given}: {differences[:3]}")
    finally:
        for store in stores:
            store.close()
    assert wrong == []

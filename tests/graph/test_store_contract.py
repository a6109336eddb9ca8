"""What every store must do: the same tests for each engine; a third would join ``STORES``."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.infer import derive
from graph.project import PropertyGraph, project, unproject
from graph.stores import Store, open_store, parse_address
from ontology import QueryError, StoreError, WriteRefused

STORES = ("embedded", "neo4j")
PREFIXES = """
@prefix kg: <https://w3id.org/expediente/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <http://example.org/> .
@base <https://w3id.org/expediente/> .
"""
SMALL = (
    PREFIXES
    + """
<person/ana> a kg:Person ; kg:name "Ana" ; kg:siblingOf <person/eva> ; kg:alias "La Uno", "Ñoña" .
<person/eva> a kg:Person ; kg:name "Eva" .
<source/s> a kg:Source ; kg:name "S" .
<claim/1> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:siblingOf ; rdf:object <person/eva> ;
  kg:statedIn <source/s> ; kg:status "stated" ; kg:rank "normal" ; kg:locator "row=1" .
<claim/2> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:alias ; rdf:object "La Uno" ;
  kg:statedIn <source/s> ; kg:status "reported" ; kg:rank "normal" ; kg:locator "row=2" .
ex:thing a ex:Kind ; ex:size "01"^^xsd:integer, 1, "uno"@es ; ex:near ex:thing, <person/ana> .
"""
)


def small_graph(text: str = SMALL) -> tuple[list[ox.Quad], PropertyGraph]:
    quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    return quads, project([*quads, *derive(quads)])


def shape(graph: PropertyGraph) -> tuple[dict[str, object], Counter[str]]:
    nodes = {
        i: (sorted(n.labels), sorted((k, str(v)) for k, v in n.properties.items()))
        for i, n in graph.nodes.items()
    }
    links = Counter(
        f"{r.start} {r.type} {r.end} {sorted((k, str(v)) for k, v in r.properties.items())}"
        for r in graph.relationships
    )
    return nodes, links


@pytest.fixture(params=STORES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "embedded":
        return f"embedded:{tmp_path / 'store'}"
    return str(request.getfixturevalue("clean_neo4j"))


@pytest.fixture
def store(address: str):
    opened = open_store(parse_address(address))
    yield opened
    opened.close()


def test_an_empty_store_holds_no_release(store: Store) -> None:
    assert store.release() is None


def test_what_was_loaded_comes_back_whole(store: Store) -> None:
    quads, graph = small_graph()
    store.load(graph, "one")
    assert shape(store.graph()) == shape(graph)
    assert set(unproject(store.graph())) == set(quads)


def test_loading_twice_changes_nothing(store: Store) -> None:
    _, graph = small_graph()
    assert store.load(graph, "one").changed
    assert not store.load(graph, "one").changed
    assert shape(store.graph()) == shape(graph)


def test_a_load_replaces_the_whole_graph(store: Store) -> None:
    _, first = small_graph()
    quads, second = small_graph(
        PREFIXES + '<person/leo> a kg:Person ; kg:name "Leo" ; kg:note "x" .'
    )
    store.load(first, "one")
    report = store.load(second, "two")
    assert set(unproject(store.graph())) == set(quads)
    assert store.release() is not None
    assert store.release().generation == "two"  # type: ignore[union-attr]
    assert report.nodes_deleted == len(first.nodes)


def test_a_changed_node_keeps_its_other_ties(store: Store) -> None:
    store.load(small_graph()[1], "one")
    changed = SMALL.replace('kg:name "Eva"', 'kg:name "Eva María" ; a kg:Actor')
    quads, graph = small_graph(changed)
    store.load(graph, "two")
    assert set(unproject(store.graph())) == set(quads)


def test_a_failed_load_leaves_the_old_graph(store: Store) -> None:
    quads, graph = small_graph()
    store.load(graph, "one")
    _, broken = small_graph(PREFIXES + '<person/leo> a kg:Person ; kg:name "Leo" .')
    broken.nodes["person/leo"].properties["bad"] = [[1], ["a", None]]  # type: ignore[list-item]
    broken.nodes["person/twin"] = broken.nodes["person/leo"]
    with pytest.raises((StoreError, QueryError)):
        store.load(broken, "two")
    assert set(unproject(store.graph())) == set(quads)
    assert store.release().generation == "one"  # type: ignore[union-attr]


def test_rows_are_plain_values(store: Store) -> None:
    store.load(small_graph()[1], "one")
    rows = store.read(
        "MATCH (a:Entity {id: $id})-[r:SIBLING_OF]->(b:Entity) "
        "RETURN a.name AS name, r.claims AS claims, r.inferred AS inferred, 1 AS one, null AS none, "
        "{x: [1, 2]} AS map",
        {"id": "person/ana"},
    )
    assert rows.columns == ["name", "claims", "inferred", "one", "none", "map"]
    assert rows.records == [
        {
            "name": "Ana",
            "claims": ["claim/1"],
            "inferred": False,
            "one": 1,
            "none": None,
            "map": {"x": [1, 2]},
        }
    ]


def test_nodes_and_relationships_come_as_maps(store: Store) -> None:
    store.load(small_graph()[1], "one")
    [row] = store.read(
        "MATCH (a:Entity {id: 'person/eva'})<-[r:SIBLING_OF]-(b:Entity) RETURN a, r"
    ).records
    assert row["a"]["labels"] == ["Actor", "Entity", "Person"]
    assert row["a"]["name"] == "Eva"
    assert row["r"]["type"] == "SIBLING_OF"


def test_a_row_limit_cuts_and_says_so(store: Store) -> None:
    store.load(small_graph()[1], "one")
    rows = store.read("UNWIND range(1, 10) AS n RETURN n", limit=3)
    assert [r["n"] for r in rows.records] == [1, 2, 3]
    assert rows.truncated


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n:Entity {id: 'x'}) RETURN n",
        "MATCH (n:Entity) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Entity {id: 'y'}) RETURN n",
        "CREATE INDEX some_index FOR (n:Entity) ON (n.name)",
    ],
)
def test_reading_refuses_to_write(store: Store, cypher: str) -> None:
    quads, graph = small_graph()
    store.load(graph, "one")
    with pytest.raises(WriteRefused):
        store.read(cypher)
    assert set(unproject(store.graph())) == set(quads)


@pytest.mark.parametrize("cypher", ["MATCH (n", "RETURN nosuch", "RETURN $missing AS x", " "])
def test_a_bad_query_is_the_users_mistake(store: Store, cypher: str) -> None:
    store.load(small_graph()[1], "one")
    with pytest.raises(QueryError):
        store.read(cypher)


def test_an_injected_parameter_stays_a_value(store: Store) -> None:
    store.load(small_graph()[1], "one")
    nasty = "x'}) DETACH DELETE n //"
    assert store.read("MATCH (n:Entity {id: $id}) RETURN n.id AS id", {"id": nasty}).records == []
    assert len(store.graph().nodes) == len(small_graph()[1].nodes)


def _read_in_process(address: str) -> int:
    opened = open_store(parse_address(address))
    try:
        return int(opened.read("MATCH (n:Entity) RETURN count(n) AS n").records[0]["n"])
    finally:
        opened.close()


def test_two_processes_read_at_once(store: Store, address: str) -> None:
    graph = small_graph()[1]
    store.load(graph, "one")
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_read_in_process, [address] * 4) == [len(graph.nodes)] * 4


def test_closing_twice_is_harmless(store: Store) -> None:
    store.load(small_graph()[1], "one")
    store.read("RETURN 1 AS x")
    store.close()
    store.close()


def many(tag: str, count: int = 4000) -> PropertyGraph:
    lines = [PREFIXES]
    lines += [f'<person/{tag}{n}> a kg:Person ; kg:name "{tag} {n}" .' for n in range(count)]
    lines += [f"<person/{tag}{n}> kg:siblingOf <person/{tag}{n + 1}> ." for n in range(count - 1)]
    return project(list(ox.parse("\n".join(lines), format=ox.RdfFormat.TURTLE)))


def _load_in_process(address: str) -> None:
    open_store(parse_address(address)).load(many("new"), "new")


@pytest.mark.parametrize("seconds", [0.3, 0.9, 1.5])
def test_a_killed_load_leaves_the_old_graph_or_the_new(
    store: Store, address: str, seconds: float
) -> None:
    old, new = many("old", 50), many("new")
    store.load(old, "old")
    store.close()
    loading = multiprocessing.get_context("spawn").Process(target=_load_in_process, args=(address,))
    loading.start()
    loading.join(seconds)
    loading.kill()
    loading.join()
    after = shape(store.graph())
    release = store.release()
    assert release is not None
    assert after == shape(old if release.generation == "old" else new)
    store.close()
    assert store.load(many("next", 20), "next").changed, "the next load goes through"
    assert len(store.graph().nodes) == 20

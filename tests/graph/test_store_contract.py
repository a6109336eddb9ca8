"""What every store must do: the same tests for each engine; a third would join the fixtures."""

from __future__ import annotations

import multiprocessing
import random
from collections import Counter
from collections.abc import Iterable, Iterator

import pyoxigraph as ox
import pytest

from graph.claims.infer import derive
from graph.projection.nodes import Link, LinkedNode, PropertyGraph, link_order
from graph.projection.project import with_digest
from graph.projection.values import Value
from graph.stores import Store, open_store, parse_address
from graph.stores.base import Difference, Document, Release, State
from ontology import QueryError, StoreError, WriteRefused
from tests.differences import bare, put
from tests.in_memory import project, unproject

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
        i: (
            sorted(n.labels),
            sorted((k, str(v)) for k, v in n.properties.items() if k != "_digest"),
        )
        for i, n in graph.nodes.items()
    }
    links = Counter(
        f"{r.start} {r.type} {r.end} {sorted((k, str(v)) for k, v in r.properties.items())}"
        for r in graph.relationships
    )
    return nodes, links


def test_an_empty_store_holds_no_release(store: Store) -> None:
    assert store.release() is None


def test_what_was_loaded_comes_back_whole(store: Store) -> None:
    quads, graph = small_graph()
    put(store, graph, "one")
    assert shape(store.graph()) == shape(graph)
    assert set(unproject(store.graph())) == set(quads)


def test_loading_twice_changes_nothing(store: Store) -> None:
    _, graph = small_graph()
    assert put(store, graph, "one").changed
    assert not put(store, graph, "one").changed
    assert shape(store.graph()) == shape(graph)


def test_a_load_replaces_the_whole_graph(store: Store) -> None:
    _, first = small_graph()
    quads, second = small_graph(
        PREFIXES + '<person/leo> a kg:Person ; kg:name "Leo" ; kg:note "x" .'
    )
    put(store, first, "one")
    report = put(store, second, "two")
    assert set(unproject(store.graph())) == set(quads)
    release = store.release()
    assert release == report.release
    assert (release.generation, release.nodes, release.relationships) == ("two", 1, 0)
    assert (report.nodes_created, report.nodes_deleted) == (1, len(first.nodes))
    assert report.relationships_deleted == len(first.relationships)


def test_a_changed_node_keeps_its_other_ties(store: Store) -> None:
    put(store, small_graph()[1], "one")
    changed = SMALL.replace('kg:name "Eva"', 'kg:name "Eva María" ; a kg:Actor')
    quads, graph = small_graph(changed)
    put(store, graph, "two")
    assert set(unproject(store.graph())) == set(quads)


def test_a_failed_load_leaves_the_old_graph(store: Store) -> None:
    quads, graph = small_graph()
    put(store, graph, "one")
    twins = [row("person/leo", "Person", note="x"), row("person/leo", "Person", note="y")]
    lost = [row("person/leo", "Person", links=[("KNOWS", "person/nobody")])]
    for created in (twins, lost):
        with pytest.raises(StoreError):
            store.write(Difference(created=created), Release("two"), "one")
        assert set(unproject(store.graph())) == set(quads)
        assert store.release().generation == "one"  # type: ignore[union-attr]


def test_an_error_while_the_difference_is_computed_leaves_the_old_graph(store: Store) -> None:
    def rows() -> Iterator[LinkedNode]:
        yield row("person/leo", "Person")
        raise ValueError("the input broke off")

    with pytest.raises(ValueError, match="broke off"):
        store.write(Difference(created=rows()), Release("one"), None)
    assert store.release() is None
    _, graph = small_graph()
    put(store, graph, "one")
    with pytest.raises(ValueError, match="broke off"):
        store.write(Difference(created=rows()), Release("two"), "one")
    assert shape(store.graph()) == shape(graph)


def test_a_difference_from_another_state_is_refused(store: Store) -> None:
    _, graph = small_graph()
    put(store, graph, "one")
    for expected in (None, "zero"):
        with pytest.raises(StoreError, match="nother load"):
            store.write(Difference(created=[row("person/leo")]), Release("two"), expected)
    assert shape(store.graph()) == shape(graph)


# --- What rows may hold ---------------------------------------------------------------------------


def row(
    identifier: str,
    *labels: str,
    links: Iterable[tuple[str, str] | Link] = (),
    docs: Iterable[str] = ("knowledge",),
    **properties: Value,
) -> LinkedNode:
    """A row of which something is said."""
    found = sorted((Link(*(*link, {})[:3]) for link in links), key=link_order)
    everything = {"id": identifier, "_docs": list(docs)} | properties
    return with_digest(
        LinkedNode(identifier, tuple(sorted({"Entity", *labels})), everything, tuple(found))
    )


NASTY = (
    "http://example.org/a'b\"c`d\\e",
    "_:line\nbreak\ttab",
    "http://example.org/\u00fc/\uffee/\U0001f600",
    "http://example.org/\U0001f600\uffee",
    "$ids {id: 1}) DETACH DELETE n //",
    "sha256:0123",
    "1",
    " ",
)
VALUES: dict[str, Value] = {
    "empty": "",
    "space": " \t\r\n",
    "zero": "a\u0000b",
    "text": "'\"`\\ \u0001 \ufffd \U0001f600 ñ n\u0303",
    "number": "0012",
    "date": "2023-07-01",
    "moment": "2023-07-01T00:00:00Z",
    "json": '{"a": [1]}',
    "place": "#1:0",
    "long": 2**63 - 1,
    "longest": -(2**63),
    "small": 0,
    "real": 0.1,
    "whole": 1.0,
    "tiny": 5e-324,
    "huge": 1.7976931348623157e308,
    "minus": -0.0,
    "no": False,
    "nothing": [],
    "texts": ["b", "", "a", "a"],
    "numbers": [2, -1, 2**53 + 1],
    "reals": [1.0, 2.5],
    "booleans": [True, False],
    "p_Kind_161b444d": 1,
    "foaf__name": "x",
    "iri": "http://example.org/" + "x" * 5000,
    "page": "x" * 70_000,
    "book": "ñ" * 300_000,
    "library": "0123456789" * 500_000,
}


def test_any_value_id_and_name_comes_back_as_it_was(store: Store) -> None:
    rows = [
        row(
            name,
            *(["foaf__Person", "c_Kind_161b444d"] if number % 2 else []),
            links=[
                Link("FOAF__KNOWS", NASTY[number - 1], {}),
                Link("FOAF__KNOWS", NASTY[number - 1], {"texts": ["b", "a"], "whole": 1.0}),
                Link("R_IS_NEAR_DD5A1D9F", name, {"book": VALUES["book"]} if number == 1 else {}),
            ],
        )
        for number, name in enumerate(NASTY)
    ]
    rows.append(row("values", **VALUES))
    put(store, rows, "one")
    found = list(store.scan())
    assert [r.id for r in found] == sorted(r.id for r in rows), "in order of id"
    assert_rows(found, rows)
    values = next(r for r in found if r.id == "values").properties
    assert {k: repr(v) for k, v in values.items() if k in VALUES} == {
        k: repr(v) for k, v in VALUES.items()
    }, "of the same type"
    assert store.long_names() == {}
    put(store, [*rows, row("sha256:4567", iri="http://example.org/long")], "two")
    assert store.long_names() == {"sha256:4567": "http://example.org/long"}
    assert_rows(store.scan(ids=[NASTY[0], "nowhere", NASTY[2]]), [rows[0], rows[2]])
    assert [s.id for s in store.states(ids=NASTY)] == list(NASTY)


def assert_rows(found: Iterable[LinkedNode], wanted: Iterable[LinkedNode]) -> None:
    """Rows are compared one by one: a difference of megabytes cannot be shown."""
    held = {r.id: r for r in found}
    due = {r.id: r for r in wanted}
    assert held.keys() == due.keys()
    assert [i for i, r in due.items() if held[i] != r] == []


def test_documents_are_kept_and_what_they_speak_of_is_found(store: Store) -> None:
    documents = (
        Document("a", "a.ttl", "12", 3, "ttl", "http://example.org/", "ff" * 32, False, {"N": "i"}),
        Document("b", "b ñ.nq", "34", 2, "nq", informs=True, names={"M": "j", "N": "i"}),
    )
    rows = [
        row("one", docs=["a"], links=[("KNOWS", "bare")]),
        row("two", docs=["a", "+b"]),
        row("three", docs=["+b"]),
        bare("bare"),
    ]
    report = put(store, rows, "one", documents)
    release = store.release()
    assert release == report.release
    assert release.documents == documents
    assert release.names == {"M": "j", "N": "i"}
    assert (release.nodes, release.relationships) == (4, 1)
    digests = {r.id: r.properties["_digest"] for r in rows}
    assert list(store.states()) == [
        State("bare", digests["bare"], ()),
        State("one", digests["one"], ("a",)),
        State("three", digests["three"], ("b",)),
        State("two", digests["two"], ("a", "b")),
    ]
    assert [s.id for s in store.states(documents=["a"])] == ["one", "two"]
    assert [r.id for r in store.scan(documents=["b"])] == ["three", "two"]
    assert list(store.scan(documents=["c"])) == []
    assert [r.id for r in store.scan(documents=["b", "a"])] == ["one", "three", "two"]
    assert list(store.states(documents=[])) == []
    fewer = put(store, rows, "two", documents[:1])
    assert fewer.release.documents == documents[:1] == store.release().documents  # type: ignore[union-attr]


# --- Differences ----------------------------------------------------------------------------------


def random_rows(chance: random.Random) -> list[LinkedNode]:
    """A few nodes that point to each other in all ways, some of them more than once."""
    names = [*NASTY[:4], *(f"n{i}" for i in range(8))]
    rows: list[LinkedNode] = []
    for name in names:
        if chance.random() < 0.3:
            continue
        links = [
            Link(
                chance.choice(["KNOWS", "LIKES", "R_NEAR_21082620"]),
                chance.choice(names),
                {"n": chance.randrange(2)} if chance.random() < 0.3 else {},
            )
            for _ in range(chance.choice([0, 1, 2, 6]))
        ]
        labels = [x for x in ("Person", "Actor", "c_Kind_161b444d") if chance.random() < 0.4]
        rows.append(row(name, *labels, links=links, note=str(chance.randrange(3))))
    ends = {link.end for r in rows for link in r.links}
    return rows + [bare(i) for i in sorted(ends - {r.id for r in rows})]


def test_a_store_follows_any_sequence_of_differences(store: Store) -> None:
    """Labels, properties, links and nodes that come and go all at once; seen from both ends."""
    chance = random.Random(5)
    held: list[LinkedNode] = []
    for step in range(12):
        rows = random_rows(chance)
        report = put(store, rows, f"step {step}")
        assert_rows(store.scan(), rows)
        links = Counter((r.id, link.type, link.end) for r in rows for link in r.links)
        backwards = store.read(
            "MATCH (b:Entity)<-[r]-(a:Entity) RETURN a.id AS start, type(r) AS type, b.id AS end"
        )
        assert Counter(tuple(r.values()) for r in backwards.records) == links
        release = store.release()
        assert report.release == release
        assert (release.nodes, release.relationships) == (len(rows), links.total())
        assert (
            report.nodes_created - report.nodes_deleted,
            report.relationships_created - report.relationships_deleted,
        ) == (len(rows) - len(held), links.total() - sum(len(r.links) for r in held))
        for label in ("Person", "c_Kind_161b444d"):
            found = store.read(f"MATCH (n:{label}) RETURN n.id AS id")
            assert {r["id"] for r in found.records} == {r.id for r in rows if label in r.labels}
        held = rows


def test_a_node_goes_when_nothing_speaks_of_it_or_points_to_it(store: Store) -> None:
    put(
        store,
        [
            row("a", links=[("KNOWS", "b"), ("KNOWS", "c")]),
            row("b", links=[("KNOWS", "b")]),
            bare("c"),
        ],
        "one",
    )
    put(store, [row("a", links=[("KNOWS", "b")]), bare("b")], "two")
    assert [r.id for r in store.scan()] == ["a", "b"]
    report = put(store, [row("a")], "three")
    assert [r.id for r in store.scan()] == ["a"]
    assert (report.nodes_deleted, report.relationships_deleted) == (1, 1)


def test_rows_are_plain_values(store: Store) -> None:
    put(store, small_graph()[1], "one")
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
    put(store, small_graph()[1], "one")
    [row] = store.read(
        "MATCH (a:Entity {id: 'person/eva'})<-[r:SIBLING_OF]-(b:Entity) RETURN a, r"
    ).records
    assert row["a"]["labels"] == ["Actor", "Entity", "Person"]
    assert row["a"]["name"] == "Eva"
    assert row["r"]["type"] == "SIBLING_OF"


def test_a_row_limit_cuts_and_says_so(store: Store) -> None:
    put(store, small_graph()[1], "one")
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
    put(store, graph, "one")
    with pytest.raises(WriteRefused):
        store.read(cypher)
    assert set(unproject(store.graph())) == set(quads)


@pytest.mark.parametrize("cypher", ["MATCH (n", "RETURN nosuch", "RETURN $missing AS x", " "])
def test_a_bad_query_is_the_users_mistake(store: Store, cypher: str) -> None:
    put(store, small_graph()[1], "one")
    with pytest.raises(QueryError):
        store.read(cypher)


def test_an_injected_parameter_stays_a_value(store: Store) -> None:
    put(store, small_graph()[1], "one")
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
    put(store, graph, "one")
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_read_in_process, [address] * 4) == [len(graph.nodes)] * 4


def test_closing_twice_is_harmless(store: Store) -> None:
    put(store, small_graph()[1], "one")
    store.read("RETURN 1 AS x")
    store.close()
    store.close()


def many(tag: str, count: int = 4000) -> PropertyGraph:
    lines = [PREFIXES]
    lines += [f'<person/{tag}{n}> a kg:Person ; kg:name "{tag} {n}" .' for n in range(count)]
    lines += [f"<person/{tag}{n}> kg:siblingOf <person/{tag}{n + 1}> ." for n in range(count - 1)]
    return project(list(ox.parse("\n".join(lines), format=ox.RdfFormat.TURTLE)))


def _load_in_process(address: str) -> None:
    put(open_store(parse_address(address)), many("new"), "new")


@pytest.mark.parametrize("seconds", [0.3, 0.9, 1.5])
def test_a_killed_load_leaves_the_old_graph_or_the_new(
    store: Store, address: str, seconds: float
) -> None:
    old, new = many("old", 50), many("new")
    put(store, old, "old")
    store.close()
    loading = multiprocessing.get_context("spawn").Process(target=_load_in_process, args=(address,))
    loading.start()
    loading.join(seconds)
    loading.kill()
    loading.join()
    store.repair()
    after = shape(store.graph())
    release = store.release()
    assert release is not None
    assert after == shape(old if release.generation == "old" else new)
    store.close()
    assert put(store, many("next", 20), "next").changed, "the next load goes through"
    assert len(store.graph().nodes) == 20

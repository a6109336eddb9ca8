"""The projection can be inverted: what went in comes out, whatever RDF it is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims.infer import dataset
from graph.claims.sheets import read_sheets
from graph.loading.packaged import generation, knowledge_folder, load_packaged
from graph.projection.names import Names, foreign_type, node_id, node_name, term_of
from graph.stores import open_store, parse_address
from ontology import BASE, KG, ontology
from tests.differences import put
from tests.in_memory import project, unproject

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

IRIS = st.sampled_from(
    [
        BASE + "person/ana",
        BASE + "a:b",
        BASE + "_:x",
        BASE,
        "a:b",
        "http://example.org/x?y=1#z",
        "http://example.org/" + "é" * 3,
        "http://example.org/" + "long" * 1100,
        KG + "Person",
        "urn:x:a'b(c)",
    ]
).map(ox.NamedNode)
PREDICATES = st.sampled_from(
    [
        KG + "name",
        KG + "alias",
        KG + "siblingOf",
        KG + "peopleCount",
        KG + "when",
        KG + "valid",
        RDF + "type",
        RDF + "subject",
        RDF + "predicate",
        RDF + "object",
        RDF + "value",
        "http://xmlns.com/foaf/0.1/name",
        "http://example.org/a/name",
        "http://example.org/b/name",
        "http://example.org/fooBar",
        "http://example.org/foobar",
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://example.org/",
    ]
).map(ox.NamedNode)
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
LITERALS = st.one_of(
    TEXT.map(ox.Literal),
    st.tuples(TEXT, st.sampled_from(["en", "es-mx"])).map(
        lambda x: ox.Literal(x[0], language=x[1])
    ),
    st.sampled_from(["01", "1", "-0", "x", "9" * 25, ""]).map(
        lambda x: ox.Literal(x, datatype=ox.NamedNode(XSD + "integer"))
    ),
    st.sampled_from(["true", "1", "TRUE"]).map(
        lambda x: ox.Literal(x, datatype=ox.NamedNode(XSD + "boolean"))
    ),
    st.sampled_from(["1.50", "1.5", "NaN", "INF", "1e0", "1.0E0"]).flatmap(
        lambda x: st.sampled_from(["double", "decimal", "float"]).map(
            lambda d: ox.Literal(x, datatype=ox.NamedNode(XSD + d))
        )
    ),
    st.sampled_from(["2025", "2025-02-30", "2025-02-27T00:00:00-06:00"]).flatmap(
        lambda x: st.sampled_from(["gYear", "date", "dateTime", "unknown"]).map(
            lambda d: ox.Literal(x, datatype=ox.NamedNode(XSD + d))
        )
    ),
)
BLANKS = st.sampled_from(["b0", "b1"]).map(ox.BlankNode)
GRAPHS = st.one_of(
    st.just(ox.DefaultGraph()),
    st.just(ox.NamedNode("http://example.org/g")),
    st.just(ox.BlankNode("g0")),
)
QUADS = st.lists(
    st.builds(
        ox.Quad, st.one_of(IRIS, BLANKS), PREDICATES, st.one_of(IRIS, BLANKS, LITERALS), GRAPHS
    ),
    max_size=12,
    unique=True,
)


@settings(max_examples=400, deadline=None)
@given(QUADS)
def test_any_quads_come_back(quads: list[ox.Quad]) -> None:
    assert set(unproject(project(quads))) == set(quads)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(quads=QUADS)
def test_any_quads_come_back_from_the_embedded_store(
    quads: list[ox.Quad], tmp_path_factory: pytest.TempPathFactory
) -> None:
    _through(f"embedded:{tmp_path_factory.mktemp('store')}", quads)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(quads=QUADS)
def test_any_quads_come_back_from_neo4j(quads: list[ox.Quad], clean_neo4j: str) -> None:
    _through(clean_neo4j, quads)


def _through(address: str, quads: list[ox.Quad]) -> None:
    store = open_store(parse_address(address))
    try:
        put(store, project(quads), hashlib.sha256(repr(quads).encode()).hexdigest())
        assert set(unproject(store.graph())) == set(quads)
    finally:
        store.close()


@given(st.one_of(IRIS, BLANKS))
def test_a_node_id_names_one_node(term: ox.NamedNode | ox.BlankNode) -> None:
    identifier = node_id(term)
    beside = node_name(term) if identifier.startswith("sha256:") else None
    assert term_of(beside or identifier) == term


def test_names_follow_the_ontology_and_otherwise_the_iri_alone() -> None:
    names = Names()
    assert names.type(KG + "siblingOf") == "SIBLING_OF"
    assert names.key(KG + "peopleCount") == "people_count"
    assert names.label(KG + "Cartel") == "Cartel"
    assert names.key("http://xmlns.com/foaf/0.1/name") == "foaf__name"
    assert names.type("http://xmlns.com/foaf/0.1/knows") == "FOAF__KNOWS"
    assert foreign_type("http://example.org/fooBar") != foreign_type("http://example.org/foobar")


def test_types_have_no_lower_case_letter_and_labels_have_one() -> None:
    for term in ontology().terms.values():
        if term.kind == "object":
            assert term.graph_name == term.graph_name.upper(), term.iri
        if term.kind == "class":
            assert term.graph_name != term.graph_name.upper(), term.iri


def test_the_contract_of_nodes_relationships_and_claims() -> None:
    asserted, derived = dataset(read_sheets(knowledge_folder()))
    graph = project([*asserted, *derived])
    for node in graph.nodes.values():
        assert "Entity" in node.labels
        assert node.properties["id"] == node.id
        assert node.properties["name"]
        assert node.properties["name"] in node.properties["names"]
    mencho = graph.nodes["person/nemesio-oseguera-cervantes"]
    assert {"Person", "Actor", "Leader"} <= mencho.labels
    assert "El Mencho" in mencho.properties["names"]
    transfer = graph.nodes["transfer/2025-02-27"]
    assert (
        transfer.properties["date"],
        transfer.properties["date_from"],
        transfer.properties["date_to"],
    ) == (
        "2025-02-27",
        "2025-02-27",
        "2025-02-27",
    )
    claims = [n for n in graph.nodes.values() if "Claim" in n.labels]
    ties = {(r.start, r.type) for r in graph.relationships}
    for claim in claims:
        assert claim.properties["predicate"]
        assert (claim.id, "SUBJECT") in ties
        assert (claim.id, "STATED_IN") in ties
        assert ((claim.id, "OBJECT") in ties) != ("value" in claim.properties)
    for r in graph.relationships:
        if "claims" in r.properties:
            assert r.properties["statuses"]
            assert r.properties["status"] in r.properties["statuses"]
            assert r.properties["inferred"] is ("rule" in r.properties)


@pytest.mark.parametrize("kind", ["embedded", "neo4j"])
def test_the_packaged_knowledge_comes_back_whole(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    address = (
        f"embedded:{tmp_path}" if kind == "embedded" else request.getfixturevalue("clean_neo4j")
    )
    asserted, _ = dataset(read_sheets(knowledge_folder()))
    store = open_store(parse_address(address))
    try:
        assert load_packaged(store).changed
        assert not load_packaged(store).changed
        assert store.release() is not None
        assert store.release().generation == generation()  # type: ignore[union-attr]
        assert set(unproject(store.graph())) == set(asserted)
    finally:
        store.close()

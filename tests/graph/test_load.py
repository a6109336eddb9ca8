"""Documents are added, replaced and removed by themselves, whatever else the store holds."""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path
from typing import Any

import neo4j
import pyoxigraph as ox
import pytest

from graph.claims.infer import derive
from graph.loading.change import Incoming, gather
from graph.loading.claimed import backed, unclaimed
from graph.loading.documents import document_quads, load, unload
from graph.loading.packaged import load_packaged, packaged_too
from graph.projection.nodes import nodes_of
from graph.projection.project import NodeMaker
from graph.projection.statements import Statement, quad_of, statements
from graph.stores import Store, open_store, parse_address
from graph.stores.base import Document
from ontology import ExpedienteError, StoreError
from tests.in_memory import project_documents

PREFIXES = """
@prefix kg: <https://w3id.org/expediente/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ex: <http://example.org/> .
@base <https://w3id.org/expediente/> .
"""
CLAIM = """
<claim/1> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:siblingOf ; rdf:object <person/eva> ;
  kg:statedIn <source/s> ; kg:status "stated" ; kg:rank "normal" ; kg:locator "row=1" .
<source/s> a kg:Source ; kg:name "S" .
"""
PIECES = [
    'ex:a ex:near ex:b ; ex:size 1 ; rdfs:label "a"@en .',
    'ex:a ex:near ex:b , ex:c ; ex:size 2 ; rdfs:label "a"@en , "A"@es .',
    "ex:g { ex:a ex:near ex:b . ex:b ex:near _:x } ex:h { _:x ex:near ex:a }",
    "ex:g { ex:a ex:size 1 ; a ex:Kind } ex:b ex:near ex:b .",
    "ex:c a ex:Kind ; ex:far ex:a . ex:a a ex:Kind .",
    '_:x ex:near _:y . _:y ex:near _:x ; ex:word "chat"@fr , "chat"@en , "chat" .',
    "ex:" + "long" * 1100 + " ex:near ex:a . ex:a ex:far ex:" + "long" * 1100 + " .",
    '<person/ana> a kg:Person ; kg:name "Ana" ; kg:siblingOf <person/eva> .' + CLAIM,
    '<person/eva> a kg:Person ; kg:name "Eva" ; ex:near ex:a .',
    "<person/eva> ex:near ex:c . <person/ana> ex:size 7 .",
    "<person/ana> kg:name 'Anna' ; kg:memberOf <organization/o> ; a kg:Official ; kg:when '2020' .",
    "<claim/2> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:memberOf ; kg:status 'stated' ;"
    " rdf:object <organization/o> ; kg:statedIn <source/s> .",
    "ex:g { <person/eva> kg:siblingOf <person/ana> ; kg:name 'Eva', 'Ev'@es ; a kg:Official . }",
    '<organization/o> a kg:Cartel ; kg:name "O" . ex:a a kg:Person ; kg:name "a" .',
]


def quads_of(key: str, *pieces: str) -> list[ox.Quad]:
    """Quads with the blank nodes of a document of their own, as reading a file gives them."""
    text = PREFIXES + "\n".join(pieces).replace("_:", f"_:{key}_")
    return list(dict.fromkeys(ox.parse(text, format=ox.RdfFormat.TRIG)))


def document(key: str, *pieces: str) -> Incoming:
    digest = hashlib.sha256(f"{key}: {pieces}".encode()).hexdigest()
    return gather(Document(key, f"{key}.trig", digest, 0), quads_of(key, *pieces))


def held(store: Store, key: str) -> set[ox.Quad]:
    return set(document_quads(store, key))


def contents(store: Store) -> dict[str, object]:
    """All that a store holds, but for the fingerprints."""
    rows = nodes_of(store.graph())
    return {
        row.id: (
            row.labels,
            {k: v for k, v in row.properties.items() if k != "_digest"},
            row.links,
        )
        for row in rows
    }


def expected(documents: dict[str, list[ox.Quad]]) -> dict[str, object]:
    """What the projection makes of documents at once."""
    said: dict[str, dict[Statement, list[str]]] = {}
    for key, quads in documents.items():
        for name, one in statements(quads):
            said.setdefault(name, {}).setdefault(one, []).append(key)
    follows = derive([quad_of(name, one) for name, one in backed(said, unclaimed(said))])
    rows = nodes_of(project_documents(documents, follows))
    return {row.id: (row.labels, row.properties, row.links) for row in rows}


def test_a_document_comes_back_and_the_ledger_counts_it(store: Store) -> None:
    ledger = load(store, [document("a", *PIECES[:6])])
    quads = quads_of("a", *PIECES[:6])
    assert held(store, "a") == set(quads)
    assert [d.quads for d in ledger.documents] == [len(quads)]
    release = store.release()
    assert release is not None
    assert (release.nodes, release.relationships) == (
        ledger.report.nodes_created,
        ledger.report.relationships_created,
    )
    assert set(release.names.values()) >= {"http://example.org/near", "http://example.org/Kind"}


def test_loading_again_changes_nothing_and_another_version_replaces(store: Store) -> None:
    load(store, [document("a", PIECES[0]), document("b", PIECES[2])])
    assert not load(store, [document("a", PIECES[0])]).report.changed
    load(store, [document("a", PIECES[4])])
    assert held(store, "a") == set(quads_of("a", PIECES[4]))
    assert held(store, "b") == set(quads_of("b", PIECES[2]))


def test_a_shared_quad_stays_while_one_of_its_documents_does(store: Store) -> None:
    load(store, [document("a", PIECES[0]), document("b", PIECES[1])])
    unload(store, ["a"])
    assert held(store, "b") == set(quads_of("b", PIECES[1]))
    with pytest.raises(StoreError, match="holds no document 'a'"):
        held(store, "a")
    unload(store, ["b"])
    release = store.release()
    assert release is not None
    assert (release.nodes, release.relationships) == (0, 0)
    assert not store.graph().nodes


def test_only_removes_all_others(store: Store) -> None:
    load(store, [document("a", PIECES[0]), document("k", *PIECES[7:9])])
    load(store, [document("b", PIECES[3])], only=True)
    assert contents(store) == expected({"b": quads_of("b", PIECES[3])})


def test_foreign_documents_leave_the_knowledge_as_it_is(store: Store) -> None:
    load(store, [document("knowledge", *PIECES[7:9])])
    before = contents(store)
    load(store, [document("b", PIECES[0], PIECES[9])])
    related = (
        "MATCH (a:Entity {id: 'person/eva'})-[r:SIBLING_OF]->(b) RETURN b.id AS id, r.rule AS rule"
    )
    assert store.read(related).records == [{"id": "person/ana", "rule": "symmetric"}]
    unload(store, ["b"])
    assert contents(store) == before


@pytest.mark.parametrize("seed", range(3))
def test_any_history_ends_with_the_graph_of_its_documents(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    documents: dict[str, list[ox.Quad]] = {}
    for _ in range(12):
        keys = chance.sample(["a", "b", "c", "d"], chance.choice([1, 1, 2]))
        if documents and chance.random() < 0.25:
            keys = [k for k in keys if k in documents]
            unload(store, keys)
            for key in keys:
                del documents[key]
        else:
            only = chance.random() < 0.1
            pieces = {k: chance.sample(PIECES, chance.randint(1, 4)) for k in keys}
            load(store, [document(k, *p) for k, p in pieces.items()], only=only)
            documents = {} if only else documents
            documents |= {k: quads_of(k, *p) for k, p in pieces.items()}
        assert contents(store) == expected(documents)
        for key, quads in documents.items():
            assert held(store, key) == set(quads)


def test_a_load_mends_what_somebody_changed_by_hand(tmp_path: Path, clean_neo4j: str) -> None:
    store = open_store(parse_address(clean_neo4j))
    try:
        load_packaged(store)
        before = contents(store)
        with neo4j.GraphDatabase.driver(clean_neo4j, auth=_auth()) as driver:
            driver.execute_query(
                "MATCH (n:Entity {id: 'person/nemesio-oseguera-cervantes'}) "
                "SET n.name = 'X' WITH n MATCH (n)-[r]->() DELETE r"
            )
        assert contents(store) != before
        load(store, packaged_too(store, [], None))
        assert contents(store) == before
    finally:
        store.close()


def _auth() -> tuple[str, str] | None:
    user = os.environ.get("KG_USER")
    return (user, os.environ.get("KG_PASSWORD", "")) if user else None


def test_a_projection_that_loses_a_triple_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = NodeMaker.keep

    def forget(row: NodeMaker, *given: Any) -> None:
        """Languages are forgotten about one node."""
        if not row.id.endswith("/a"):
            keep(row, *given)

    store = open_store(parse_address(f"embedded:{tmp_path / 'store'}"))
    load(store, [document("a", PIECES[0])])
    monkeypatch.setattr(NodeMaker, "keep", forget)
    with pytest.raises(ExpedienteError, match=r"2 triples about '.*/a' would be lost"):
        load(store, [document("a", PIECES[1])])
    monkeypatch.undo()
    assert held(store, "a") == set(quads_of("a", PIECES[0]))
    store.close()

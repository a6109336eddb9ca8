"""A real Neo4j as an analyst uses it in Browser: notes, the search in names, the order of neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from neo4j import Driver

from graph.loading import audit, load, unload
from graph.stores import parse_address
from graph.stores.base import Difference
from graph.stores.neo4j.store import Neo4jStore
from ontology import ExpedienteError
from tests.graph.test_load import document
from tests.graph.test_mirrors import claim
from tests.graph.test_neo4j_loads import NEW, OLD, another, change, in_parts, old_rows

__all__ = ["in_parts"]

KIN = claim(1, "mencho", "siblingOf", "abraham")
NOTES = (
    "MATCH (a:Entity {id: 'person/abraham'}), (c:Claim) "
    "CREATE (n:Note {text: 'ask the court'})-[:ABOUT {since: date()}]->(a), (n)-[:ABOUT]->(c), "
    "(n)-[:NEXT]->(:Note {text: 'and the archive', id: 'person/abraham'}), (a)-[:SEE]->(n)"
)


@pytest.fixture
def store(clean_neo4j: str) -> Iterator[Neo4jStore]:
    opened = Neo4jStore(parse_address(clean_neo4j))
    yield opened
    opened.close()


def notes(driver: Driver) -> list[object]:
    found = driver.execute_query(
        "MATCH (n:Note) RETURN labels(n) AS l, properties(n) AS p, "
        "COLLECT { MATCH (n)-[r]-(x) WITH * ORDER BY type(r), x.id RETURN [type(r), properties(r), "
        "startNode(r) = n, x.id] } AS ties ORDER BY n.text"
    )
    return [record.data() for record in found.records]


def test_notes_outlast_every_load_and_nothing_takes_offence(
    store: Neo4jStore, neo4j_driver: Driver
) -> None:
    load(store, [document("a", KIN)])
    neo4j_driver.execute_query(NOTES)
    before = notes(neo4j_driver)

    assert audit(store).clean and store.own_notes() == 2
    load(store, [document("a", KIN.replace("siblingOf", "spouseOf"))])
    load(store, [document("b", claim(2, "rosa", "parentOf", "abraham"))])

    assert notes(neo4j_driver) == before
    assert audit(store).clean


def test_a_thing_that_a_note_is_about_stays_when_its_document_goes(
    store: Neo4jStore, neo4j_driver: Driver
) -> None:
    load(store, [document("a", KIN)])
    neo4j_driver.execute_query(NOTES)
    before = notes(neo4j_driver)

    unload(store, ["a"])

    assert notes(neo4j_driver) == before
    assert [row.id for row in store.scan()] == ["claim/1", "person/abraham"]
    assert audit(store).clean
    assert load(store, [document("a", KIN)]).report.changed
    assert audit(store).clean


def test_a_database_with_nothing_but_notes_can_be_loaded_into(
    store: Neo4jStore, neo4j_driver: Driver
) -> None:
    neo4j_driver.execute_query("CREATE (:Note {text: 'first'})-[:NEXT]->(:Note {text: 'second'})")
    before = notes(neo4j_driver)

    load(store, [document("a", KIN)])

    assert notes(neo4j_driver) == before and audit(store).clean


def test_a_load_in_many_transactions_leaves_notes_alone_and_so_does_undoing_it(
    store: Neo4jStore, neo4j_driver: Driver, in_parts: None
) -> None:
    neo4j_driver.execute_query("CREATE (:Note {text: 'first'})-[:NEXT]->(:Note {text: 'second'})")
    broken = old_rows()
    broken[5].links[0].properties["no"] = {"such": "value"}  # type: ignore[assignment]
    before = notes(neo4j_driver)
    with pytest.raises(ExpedienteError, match="Property values"):
        store.write(Difference(iter(broken)), OLD, None)
    assert notes(neo4j_driver) == before and list(store.scan()) == []

    store.write(Difference(iter(old_rows())), OLD, None)
    neo4j_driver.execute_query("MATCH (n:Entity {id: 'hub'}), (m:Note) CREATE (m)-[:ABOUT]->(n)")
    before = notes(neo4j_driver)
    another(store).write(change(), NEW, "old")
    assert notes(neo4j_driver) == before


def test_what_is_called_a_note_beside_ours_is_an_edit(
    store: Neo4jStore, neo4j_driver: Driver
) -> None:
    load(store, [document("a", KIN)])
    neo4j_driver.execute_query("MATCH (n:Entity {id: 'person/mencho'}) SET n:Note")
    assert (audit(store).changed, store.own_notes()) == ({"person/mencho": "mencho"}, 0)
    load(store, [document("a", KIN)])
    assert audit(store).clean


@pytest.mark.parametrize(
    "edit",
    ["SET r.mirror = true", "REMOVE r.mirror", "REMOVE r.claimed", "SET r.status = 'convicted'"],
)
def test_an_edit_of_what_is_derived_is_noticed(
    store: Neo4jStore, neo4j_driver: Driver, edit: str
) -> None:
    load(store, [document("a", KIN)])
    neo4j_driver.execute_query(f"MATCH (:Person)-[r:RELATED_TO|SIBLING_OF]->(:Person) {edit}")
    assert audit(store).changed.keys() & {"person/mencho", "person/abraham"}


def test_claims_are_written_after_all_else(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neo4j gives ids in order, but for those that nodes deleted earlier have left."""
    written: list[bool] = []
    write = store.write

    def watched(difference: Difference, *rest: Any) -> Any:
        created = list(difference.created)
        written.extend("Claim" in node.labels for node in created)
        return write(replace(difference, created=iter(created)), *rest)

    monkeypatch.setattr(store, "write", watched)
    load(store, [document("a", KIN)])
    assert 0 < sum(written) < len(written)
    assert written == sorted(written)


def test_the_index_of_names_finds_a_word_without_its_accents(
    neo4j_packaged: str, neo4j_driver: Driver
) -> None:
    def found(words: str) -> list[str]:
        text = (
            "CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node "
            "WHERE NOT node:Claim RETURN node.id AS id"
        )
        return [record["id"] for record in neo4j_driver.execute_query(text, words=words).records]

    neo4j_driver.execute_query("CALL db.awaitIndexes()")
    neo4j_driver.execute_query("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    assert "person/nemesio-oseguera-cervantes" in found("mencho")
    assert "person/daniel-perez-rojas" in found("perez AND rojas")


def test_a_claim_is_called_what_it_states(neo4j_packaged: str, neo4j_driver: Driver) -> None:
    text = "MATCH (c:Claim {predicate: 'LEADS', status: 'alleged'}) RETURN DISTINCT c.name AS name"
    assert [r["name"] for r in neo4j_driver.execute_query(text).records] == ["alleged: LEADS"]


def test_each_tie_of_a_pair_of_kin_is_there_once(neo4j_packaged: str, neo4j_driver: Driver) -> None:
    text = (
        "MATCH (a:Person)-[r]-(b:Person) WHERE a.id < b.id AND r.kinship IS NOT NULL "
        "AND NOT coalesce(r.mirror, false) WITH a, b, r.degree AS degree, r.kinship AS kinship, "
        "r.valid AS valid, count(*) AS n WHERE n > 1 RETURN a.id"
    )
    assert neo4j_driver.execute_query(text).records == []

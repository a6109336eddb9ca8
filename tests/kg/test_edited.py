"""What others edit in a database is told with each answer, and outlives no mending."""

from __future__ import annotations

import pytest
from neo4j import Driver

from tests.kg_command import Command

BRUNO = "person/bruno-robles"
QUESTION = "Is Bruno Robles a member of the Test Cartel?"
EDITS = {
    "a verdict": f"MATCH (:Entity {{id: '{BRUNO}'}})-[r:MEMBER_OF]->() SET r.status = 'convicted'",
    "a tie without a claim": (
        f"MATCH (a:Entity {{id: '{BRUNO}'}})-[:MEMBER_OF]->(b) "
        "CREATE (a)-[:LEADS {status: 'convicted', claims: []}]->(b)"
    ),
    "a claim": "MATCH (c:Claim {id: 'claim/faro-3'}) SET c.status = 'convicted'",
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_answer_says_that_others_changed_what_it_speaks_of(
    on_neo4j: Command, clean_neo4j: str, neo4j_driver: Driver, edit: str
) -> None:
    told = f"{clean_neo4j} was changed by others since it was loaded ("
    commands = (("ask", QUESTION), ("query", "membership"))
    assert on_neo4j("load").status == 0
    before = [on_neo4j(*asked) for asked in commands]
    assert all(ran.status == 0 and told not in ran.out + ran.err for ran in before)
    neo4j_driver.execute_query(EDITS[edit])
    for asked in commands:
        ran = on_neo4j(*asked)
        assert ran.status == 0
        what = "claim/faro-3" if edit == "a claim" else BRUNO
        assert what in (ran.out + ran.err).partition(told)[2]
    assert on_neo4j("load").status == 0
    assert [on_neo4j(*asked) for asked in commands] == before


def test_a_name_that_somebody_changed_is_in_no_answer_once_it_is_mended(
    on_neo4j: Command, clean_neo4j: str, neo4j_driver: Driver
) -> None:
    assert on_neo4j("load").status == 0
    neo4j_driver.execute_query(f"MATCH (n:Entity {{id: '{BRUNO}'}}) SET n.name = 'Bruno Rojo'")
    assert "Bruno Rojo" in on_neo4j("ask", QUESTION).out
    assert "Bruno Rojo" in on_neo4j("sparql", "SELECT ?o { ?s kg:name ?o }").out
    assert on_neo4j("load").status == 0
    for asked in (("ask", QUESTION), ("sparql", "SELECT ?o { ?s kg:name ?o }")):
        ran = on_neo4j(*asked)
        assert "Bruno Robles" in ran.out
        assert "Bruno Rojo" not in ran.out

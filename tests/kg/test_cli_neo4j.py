"""The same command on a real Neo4j: equal answers, refusals, and nothing written by a question."""

from __future__ import annotations

import time
from typing import Any

import pytest
from neo4j import Driver

from tests.kg_command import Command
from tests.neo4j_fixture import empty

MOTHER = "Who is the mother of Bruno Robles?"
LOADED = "18 nodes, 30 relationships in "
ENDLESS = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b "
    "WITH a, b WHERE a * b < 0 RETURN count(*) AS n"
)


@pytest.fixture(scope="module")
def loaded(on_neo4j: Command, _ours_to_empty: Driver) -> Command:
    """The server holds the small knowledge; the tests that use this come first and only read."""
    empty(_ours_to_empty)
    ran = on_neo4j("load")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == f"{LOADED}{on_neo4j.environment['KG_STORE']}"
    return on_neo4j


def content(driver: Driver) -> list[Any]:
    with driver.session() as session:
        rows = session.run(
            "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) "
            "WITH n, r, m ORDER BY n.id, type(r), m.id, r.valid_from "
            "RETURN labels(n) AS labels, properties(n) AS node, type(r) AS type, "
            "properties(r) AS properties, m.id AS other"
        ).data()
    for row in rows:
        row["node"].pop("last", None)  # of the mark: each load has its own
    return rows


def test_the_answer_is_that_of_the_embedded_store(loaded: Command, small: Command) -> None:
    asked = loaded("ask", MOTHER, "--json", "--check")
    assert (asked.status, asked.err) == (0, "")
    assert asked.json == small("ask", MOTHER, "--json", "--check").json
    by_url = loaded.with_(KG_STORE="embedded:/nowhere")
    assert by_url("sources", "--store", loaded.environment["KG_STORE"]).status == 0


def test_commands_that_read_agree_with_the_embedded_store(loaded: Command, small: Command) -> None:
    for arguments in (
        ["query", "events_in_period", "period=2020", "--format", "tsv"],
        ["sparql", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"],
        ["why", "Bruno Robles", "child of", "Ana Robles"],
        ["why", "Bruno Robles", "is", "Accused", "--json"],
        ["conflicts", "--json"],
        ["query", "membership", "--min-status", "charged"],
        ["show", "Bruno Robles", "--format", "md"],
        ["cypher", "MATCH (p:Person) RETURN p.name AS name ORDER BY name", "--format", "json"],
    ):
        assert loaded(*arguments) == small(*arguments), arguments


@pytest.mark.parametrize(
    ("spoiled", "told"),
    [
        ("d.names = '5'", "what it says as 'names' of a document is no object"),
        ("d.names = '{'", "Expecting property name"),
        ("d.quads = 'many'", "what it says as 'quads' of a document is no whole number"),
    ],
)
def test_a_document_that_was_spoiled_on_the_server_is_told_in_one_sentence(
    loaded: Command, neo4j_driver: Driver, spoiled: str, told: str
) -> None:
    found = "MATCH (d:ExpedienteDocument) RETURN properties(d) AS whole"
    whole = neo4j_driver.execute_query(found).records[0]["whole"]
    neo4j_driver.execute_query(f"MATCH (d:ExpedienteDocument) SET {spoiled}")
    commands = (["documents"], ["ask", "Who is the mother of Bruno Robles?"], ["load"])
    every = [loaded(*arguments) for arguments in commands]
    neo4j_driver.execute_query("MATCH (d:ExpedienteDocument) SET d = $whole", whole=whole)
    for ran in every:
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith(
            "kg: The database's node :ExpedienteDocument expediente:document:knowledge is not as a "
            f"load wrote it ({told}"
        )
        assert ran.err.endswith("); empty the database and load again.\n")


def test_loading_twice_changes_nothing(loaded: Command, neo4j_driver: Driver) -> None:
    before = content(neo4j_driver)
    ran = loaded("load")
    url = loaded.environment["KG_STORE"]
    assert (ran.status, ran.err) == (0, f"{url} holds this graph already; nothing was written.\n")
    assert ran.out.splitlines()[0] == f"{LOADED}{url}"
    assert content(neo4j_driver) == before


def test_what_writes_is_refused_and_nothing_is_lost(loaded: Command, neo4j_driver: Driver) -> None:
    before = content(neo4j_driver)
    for query in (
        "CREATE (n:Entity {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "CREATE INDEX some_index FOR (n:Entity) ON (n.name)",
        "CALL { MATCH (n) DETACH DELETE n } IN TRANSACTIONS",
    ):
        ran = loaded("cypher", query)
        assert (ran.status, ran.out) == (2, ""), query
        assert len(ran.err.splitlines()) == 1
        assert "IN TRANSACTIONS" in query or ran.err == (
            "kg: The query writes; only reading is allowed here: take the writing out.\n"
        )
    questions = "x'}) DETACH DELETE n //\nWho is the mother of Ana'}) DELETE n //?\n"
    asked = loaded("ask", "--batch", "-", given=questions)
    assert (asked.status, asked.out.count('"status": "unanswerable"')) == (0, 2)
    assert content(neo4j_driver) == before


def test_bad_cypher_is_one_sentence_and_status_2(loaded: Command) -> None:
    for query in ("MATCH (n", "RETURN $missing AS x", "RETURN 1/0 AS x", ""):
        ran = loaded("cypher", query)
        assert (ran.status, ran.out) == (2, ""), query
        assert ran.err.startswith("kg: ")
        assert len(ran.err.splitlines()) == 1


def test_a_query_without_rows_keeps_its_columns(loaded: Command) -> None:
    ran = loaded("cypher", "MATCH (n:Nothing) RETURN n.id AS id, n.name AS name", "--format", "csv")
    assert (ran.status, ran.out, ran.err) == (0, "id,name\n", "No rows.\n")


def test_endless_cypher_is_stopped_by_the_server(loaded: Command, neo4j_driver: Driver) -> None:
    start = time.monotonic()
    ran = loaded("cypher", ENDLESS, "--timeout", "1")
    assert time.monotonic() - start < 30
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "kg: The query took longer than it may; narrow it or raise --timeout.\n"
    with neo4j_driver.session() as session:
        running = session.run("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery").data()
    assert [t for t in running if "range(1, 100000)" in t["currentQuery"]] == []


def test_a_wrong_password_is_a_mistake_and_never_shown(
    loaded: Command, neo4j_auth: tuple[str, str] | None
) -> None:
    if neo4j_auth is None:
        pytest.skip("this server lets everybody in")
    url = loaded.environment["KG_STORE"]
    message = f"{url} refuses the user or the password; set KG_USER and KG_PASSWORD."
    wrong = loaded.with_(KG_PASSWORD="geheim-7f3")
    ran = wrong("ask", MOTHER)
    assert (ran.status, ran.out, ran.err) == (2, "", f"kg: {message}\n")
    doctor = wrong("doctor")
    assert (doctor.status, doctor.out.splitlines()[-1]) == (1, f"store: {message}")
    assert "geheim" not in doctor.out
    without = loaded.with_(KG_PASSWORD="", KG_USER="")("ask", MOTHER)
    assert (without.status, without.err) == (2, f"kg: {message}\n")


def test_an_unknown_database_is_a_mistake(loaded: Command) -> None:
    ran = loaded.with_(KG_DATABASE="nosuch")("ask", MOTHER)
    url = loaded.environment["KG_STORE"]
    message = f"kg: {url} has no database 'nosuch'; correct KG_DATABASE.\n"
    assert (ran.status, ran.out, ran.err) == (2, "", message)


def test_the_doctor_finds_a_healthy_server_healthy(loaded: Command) -> None:
    ran = loaded("doctor")
    assert (ran.status, ran.err) == (0, "")
    url = loaded.environment["KG_STORE"]
    assert ran.out.splitlines()[-1].startswith(f"store: {url}: 18 nodes, generation ")


# --- Below, each test has an empty server, and leaves something else there ------------------------


def test_an_empty_server_is_told_with_the_remedy(on_neo4j: Command, clean_neo4j: str) -> None:
    message = f"{clean_neo4j} holds no graph of ours; run 'kg load --store {clean_neo4j}'."
    for arguments in (["ask", MOTHER], ["sources"], ["export"]):
        ran = on_neo4j(*arguments)
        assert (ran.status, ran.out, ran.err) == (1, "", f"kg: {message}\n")
    batch = on_neo4j("ask", "--batch", "-", given="one\ntwo\n")
    assert (batch.status, batch.out.count(message)) == (1, 2)
    doctor = on_neo4j("doctor")
    assert doctor.status == 1
    assert doctor.out.splitlines()[-1] == (
        f"store: {clean_neo4j}: empty; run 'kg load --store {clean_neo4j}'"
    )


def test_a_foreign_database_is_refused_before_anything_is_written(
    on_neo4j: Command, bare_neo4j: str, neo4j_driver: Driver
) -> None:
    with neo4j_driver.session() as session:
        session.run("CREATE (:Film {id: 'x'})-[:BY]->(:Entity {id: 'person/ana-robles'})").consume()
    before = content(neo4j_driver)
    ran = on_neo4j("load")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        f"kg: {bare_neo4j} holds 2 nodes that are not Expediente's; name an empty database "
        "with KG_DATABASE or use another server. Nothing was written.\n"
    )
    assert on_neo4j("doctor", "--repair").status == 2
    assert content(neo4j_driver) == before
    with neo4j_driver.session() as session:
        assert session.run("SHOW CONSTRAINTS").data() == []


def test_what_somebody_deleted_is_found_and_repaired(
    on_neo4j: Command, clean_neo4j: str, neo4j_driver: Driver
) -> None:
    assert on_neo4j("load").status == 0
    before = content(neo4j_driver)
    with neo4j_driver.session() as session:
        session.run("MATCH (n:Entity {id: 'person/ana-robles'}) DETACH DELETE n").consume()
    sick = on_neo4j("doctor")
    assert sick.status == 1
    assert sick.out.splitlines()[-1].endswith("; run 'kg doctor --repair'")
    assert on_neo4j("doctor", "--repair").status == 0
    assert content(neo4j_driver) == before


ANA = "person/ana-robles"
EDITS = {
    "a status": (
        f"MATCH (:Entity {{id: '{ANA}'}})-[r]->() SET r.status = 'convicted'",
        [
            f"{ANA} (Ana Robles): its labels, properties or relationships are not as they were loaded"
        ],
    ),
    "a name": (
        f"MATCH (n:Entity {{id: '{ANA}'}}) SET n.name = 'X', n.shoe = 39",
        [f"{ANA} (X): its labels, properties or relationships are not as they were loaded"],
    ),
    "a label": (
        f"MATCH (n:Entity {{id: '{ANA}'}}) SET n:Cartel",
        [
            f"{ANA} (Ana Robles): its labels, properties or relationships are not as they were loaded"
        ],
    ),
    "a fingerprint": (
        f"MATCH (n:Entity {{id: '{ANA}'}}) SET n._digest = '00'",
        [
            f"{ANA} (Ana Robles): its labels, properties or relationships are not as they were loaded"
        ],
    ),
    "a relationship": (
        f"MATCH (n:Entity {{id: '{ANA}'}}), (m:Cartel) CREATE (n)-[:MET {{on: date()}}]->(m)",
        [
            f"{ANA} (Ana Robles): its labels, properties or relationships are not as they were loaded"
        ],
    ),
    "a node of our label": (
        "CREATE (:Entity:Person {id: 'person/x', name: 'X'})",
        ["person/x: no load made this node", "19 nodes are there, 18 were loaded"],
    ),
    "a deleted node": (
        "MATCH (n:Claim) WITH n ORDER BY n.id LIMIT 1 DETACH DELETE n",
        ["17 nodes are there, 18 were loaded"],
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_in_the_database_is_named_and_mended(
    on_neo4j: Command, clean_neo4j: str, neo4j_driver: Driver, edit: str
) -> None:
    cypher, phrases = EDITS[edit]
    assert on_neo4j("load").status == 0
    before = content(neo4j_driver)
    neo4j_driver.execute_query(cypher)
    doctor, verify = on_neo4j("doctor"), on_neo4j("verify")
    assert (doctor.status, verify.status) == (1, 1)
    mended = on_neo4j("load")
    assert mended.status == 0, mended.err
    assert f"{clean_neo4j} was changed by others, which has been mended:" in mended.err
    for phrase in phrases:
        for told in (doctor.out, verify.err, mended.err):
            assert phrase in told
    assert content(neo4j_driver) == before
    assert (on_neo4j("doctor").status, on_neo4j("verify").status) == (0, 0)
    assert "nothing was written" in on_neo4j("load").err


def test_premises_that_somebody_made_circular_are_named_and_mended(
    on_neo4j: Command, clean_neo4j: str, neo4j_driver: Driver
) -> None:
    asked = ("why", "Bruno Robles", "child-of", "Ana Robles")
    assert on_neo4j("load").status == 0
    before = on_neo4j(*asked)
    assert before.err == "" and "claim/faro-1" in before.out
    neo4j_driver.execute_query(
        "MATCH (:Entity {id: 'person/ana-robles'})-[r:PARENT_OF]->() "
        "SET r.derivations = ['inverse: person/bruno-robles CHILD_OF person/ana-robles']"
    )
    ran = on_neo4j(*asked)
    assert ran.status == 0
    assert "leads back to itself: this premise rests on what it should" in ran.out
    assert ran.err == (
        "Bruno Robles is the child of Ana Robles (reported; stated; inferred): its premises lead back "
        "to it; somebody has changed the graph, 'kg doctor --repair' or 'kg load' mends it.\n"
    )
    assert on_neo4j("load").status == 0
    assert on_neo4j(*asked) == before


def test_what_is_not_ours_is_named_and_left_alone(
    on_neo4j: Command, clean_neo4j: str, neo4j_driver: Driver
) -> None:
    assert on_neo4j("load").status == 0
    neo4j_driver.execute_query("CREATE (:Movie {title: 'X'})-[:IN]->(:Entity {name: 'no id'})")
    for command in ("doctor", "verify", "load"):
        ran = on_neo4j(command)
        assert ran.status == (2 if command == "load" else 1)
        for words in ("a node with the labels Movie (elementId", "the labels Entity (elementId"):
            assert words in ran.out + ran.err, command
    assert neo4j_driver.execute_query("MATCH (m:Movie) RETURN m.title").records[0][0] == "X"


def test_an_edit_of_a_file_that_is_not_at_hand_is_refused_until_it_is(
    on_neo4j: Command, clean_neo4j: str, neo4j_driver: Driver, tmp_path: Any
) -> None:
    files = []
    for name in ("a", "b"):
        files.append(str(tmp_path / f"{name}.ttl"))
        text = f"<http://e.org/{name}> <http://e.org/says> '{name}', '01' ; a <http://e.org/K> .\n"
        (tmp_path / f"{name}.ttl").write_text(text)
    assert on_neo4j("load", *files).status == 0
    before = content(neo4j_driver)
    for edit in (
        "MATCH (n:Entity {id: 'http://e.org/a'}) SET n.name = 'edited'",
        "MATCH (n:Entity {id: 'http://e.org/a'}) DETACH DELETE n",
    ):
        neo4j_driver.execute_query(edit)
        for arguments in (
            ["load"],
            ["load", files[1]],
            ["unload", "b.ttl"],
            ["doctor", "--repair"],
        ):
            ran = on_neo4j(*arguments)
            assert ran.status == 1, arguments
            assert "a.ttl would have to be read again; load them: kg load a.ttl" in ran.err
        mended = on_neo4j("load", files[0])
        assert mended.status == 0, mended.err
        assert content(neo4j_driver) == before


def test_mistakes_in_the_sheets_leave_the_server_as_it_was(
    on_neo4j: Command, clean_neo4j: str, neo4j_driver: Driver, tmp_path: Any
) -> None:
    assert on_neo4j("load").status == 0
    before = content(neo4j_driver)
    assert on_neo4j("load", "--knowledge", str(tmp_path)).status == 2
    assert content(neo4j_driver) == before

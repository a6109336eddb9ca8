"""The lint: each difference between the two engines is warned of, and only that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.catalogue import ROOM, files
from queries.header import Parameter, Query, read_query
from queries.lint import lint
from queries.lint_anchors import scans

NO_HURRY = settings(deadline=None)  # two busy cores are slow now and then

# The number of the rule in docs/engines.md, what it forbids, and how it is written instead.
CASES = [
    (
        "0",
        "MATCH (a:Claim)-[r]-(b) WHERE a.x = 1 OR any(z IN b.names WHERE z = 'y') RETURN a.id AS id",
        "MATCH (a:Claim)-[r]-(b) WITH a, r, b WHERE a.x = 1 OR any(z IN b.names WHERE z = 'y') "
        "RETURN a.id AS id",
    ),
    (
        "0",
        "MATCH (a)-[r]-(b) WHERE NOT (a.x = 1 AND b.names[0] = 'y') RETURN a.id AS id",
        "MATCH (a)-[r]-(b) WITH a, b WHERE NOT (a.x = 1 AND b.names[0] = 'y') RETURN a.id AS id",
    ),
    (
        "4",
        "MATCH (a)-[:$($t)]->(b) RETURN b.id AS id",
        "MATCH (a)-[r]->(b) WHERE type(r) = $t RETURN b.id AS id",
    ),
    (
        "4",
        "MATCH (n:$any($labels)) RETURN n.id AS id",
        "MATCH (n) WHERE any(l IN labels(n) WHERE l IN $labels) RETURN n.id AS id",
    ),
    ("6", "MATCH (n:Entity) RETURN elementId(n) AS id", "MATCH (n:Entity) RETURN n.id AS id"),
    ("6", "MATCH (n:Entity) RETURN id(n) AS id", "MATCH (n:Entity) RETURN n.id AS id"),
    (
        "6",
        "MATCH p = (a)-[:LEADS]->(b) RETURN p",
        "MATCH p = (a)-[:LEADS]->(b) RETURN nodes(p) AS nodes",
    ),
    (
        "7",
        "MATCH (n:Person {id: $id}) RETURN n.name AS name",
        "MATCH (n:Entity {id: $id}) WHERE n:Person RETURN n.name AS name",
    ),
    (
        "7",
        "MATCH ({id: $id})-[:LEADS]->(o) RETURN o.name AS name",
        "MATCH (:Entity {id: $id})-[:LEADS]->(o) RETURN o.name AS name",
    ),
    (
        "7",
        "MATCH (n:Entity:Person {id: $id}) RETURN n.name AS name",
        "MATCH (n:Entity {id: $id}) RETURN n.name AS name",
    ),
    (
        "8",
        "MATCH (a:Entity)-[:LEADS]->(b) RETURN count(b) AS n",
        "MATCH (a:Entity)-[:LEADS]->(b) RETURN count(DISTINCT b) AS n",
    ),
    (
        "8",
        "MATCH (a:Entity)-[:LEADS]->(b) RETURN count(*) AS n",
        "MATCH (a:Entity)-[:LEADS]->(b) RETURN a.id AS id, count(*) AS n",
    ),
    (
        "9",
        "MATCH p = shortestPath((a)-[*..4]-(b)) WHERE all(x IN nodes(p) WHERE x.ok) "
        "RETURN nodes(p) AS nodes",
        "MATCH p = shortestPath((a)-[*..4]-(b)) RETURN nodes(p) AS nodes",
    ),
    (
        "10",
        "MATCH p = allShortestPaths((a)-[*..4]-(b)) RETURN nodes(p) AS nodes",
        "MATCH p = (a)-[*..4]-(b) RETURN nodes(p) AS nodes",
    ),
    ("11", "MATCH (a)-[*]-(b) RETURN b.id AS id", "MATCH (a)-[*..3]-(b) RETURN b.id AS id"),
    (
        "11",
        "MATCH (a)-[:LEADS*2..]-(b) RETURN b.id AS id",
        "MATCH (a)-[:LEADS*2..4]-(b) RETURN b.id AS id",
    ),
    (
        "14",
        "MATCH (n:Entity) WHERE exists(n.note) RETURN n.id AS id",
        "MATCH (n:Entity) WHERE n.note IS NOT NULL RETURN n.id AS id",
    ),
    ("15", "LOAD CSV FROM 'file:///x' AS l RETURN l", "MATCH (l:Entity) RETURN l.id AS id"),
    ("15", "LOAD /* a */ CSV FROM 'file:///x' AS l RETURN l", "RETURN 'LOAD CSV' AS text"),
    ("15", "RETURN apoc.text.clean('x') AS x", "RETURN toLower('x') AS x"),
    ("15", "CYPHER 5 RETURN 1 AS x", "RETURN 1 AS x"),
    (
        "15",
        "MATCH p = SHORTEST 1 (a)-[*..4]-(b) RETURN nodes(p) AS x",
        "MATCH p = shortestPath((a)-[*..4]-(b)) RETURN nodes(p) AS x",
    ),
    ("15", "RETURN 1_000 AS x", "RETURN 1000 AS x"),
    (
        "12",
        "MATCH (a:Person) ((x)-[:KNOWS]-(y)){1,3} (b) RETURN b.id AS id",
        "MATCH (a:Person) ((x)-[:KNOWS]->(y)){1,3} (b) RETURN b.id AS id",
    ),
    (
        "12",
        "MATCH (a:Person)-[:KNOWS]-{1,3}(b) RETURN b.id AS id",
        "MATCH (a:Person)-[:KNOWS*1..3]-(b) RETURN b.id AS id",
    ),
    (
        "13",
        "MATCH (p)-[:KNOWS]->(g) RETURN {id: p.id, n: count(g)} AS x",
        "MATCH (p)-[:KNOWS]->(g) WITH p, count(g) AS n RETURN {id: p.id, n: n} AS x",
    ),
    (
        "13",
        "MATCH (p)-[:KNOWS]->(g) RETURN p {.id, all: collect(g.id)} AS x",
        "MATCH (p)-[:KNOWS]->(g) RETURN p.id AS id, collect({id: g.id}) AS x",
    ),
    (
        "17",
        "MATCH (n:Entity) WHERE duration.between(n.a, n.b) < duration('P1Y') RETURN n.id AS id",
        "MATCH (n:Entity) WHERE duration.inDays(n.a, n.b).days = 365 RETURN n.id AS id",
    ),
    (
        "17",
        "MATCH (n:Entity) WHERE n.name =~ '(a' RETURN n.id AS id",
        "MATCH (n:Entity) WHERE n.name =~ '(a).*' RETURN n.id AS id",
    ),
    (
        "23",
        "MATCH (a)-[:KNOWS]->(b) WITH DISTINCT a WHERE EXISTS { (a)-[:LEADS]->(b) } "
        "RETURN a.id AS id",
        "MATCH (a)-[:KNOWS]->(b) WITH DISTINCT a WHERE EXISTS { (a)-[:LEADS]->(c) } "
        "RETURN a.id AS id",
    ),
    (
        "26",
        "MATCH (p:foaf__Person)-[r:FOAF__KNOWS]-() WHERE (p)-[r]->() RETURN p.name AS name",
        "MATCH (p:foaf__Person)-[r:FOAF__KNOWS]-() WHERE EXISTS { (p)-[r]->() } "
        "RETURN p.name AS name",
    ),
    (
        "26",
        "MATCH (p)-[r:KNOWS]-() RETURN p.name AS name, [(p)-[r]->(b) | b.name] AS names",
        "MATCH (p)-[r:KNOWS]-() RETURN p.name AS name, [(p)-[q]->(b) | b.name] AS names",
    ),
    (
        "26",
        "MATCH (p)-[r:KNOWS]-() WITH p, r AS q WHERE NOT (p)-[q]->() RETURN p.name AS name",
        "MATCH (p)-[r:KNOWS]-() WITH p, r AS q MATCH (p)-[q]->(b) RETURN p.name AS name",
    ),
    (
        "27",
        "MATCH (p)-[r:KNOWS]->(b), (c)-[r]->(d) RETURN p.name AS name",
        "MATCH (p)-[r:KNOWS]->(b) MATCH (c)-[r]->(d) RETURN p.name AS name",
    ),
    (
        "17",
        "MATCH (n:Entity) RETURN duration.between(n.a, n.b) AS length",
        "MATCH (n:Entity) RETURN n.a AS a, n.b AS b",
    ),
]


@pytest.mark.parametrize(
    ("rule", "bad", "good"), CASES, ids=[f"{c[0]}: {c[1][:60]}" for c in CASES]
)
def test_a_difference_is_warned_of_and_its_remedy_is_not(rule: str, bad: str, good: str) -> None:
    [warning] = lint(bad)
    assert warning.endswith(f"(rule {rule}).")
    assert lint(good) == []


@pytest.mark.parametrize(
    "cypher",
    [
        "",
        "hello",
        "MATCH",
        "RETURN",
        "// elementId(n)\nMATCH (n:Entity) RETURN n.id AS id",
        "/* LOAD CSV, apoc.x and 1_000 */ MATCH (n:Entity) RETURN n.id AS id",
        "MATCH (n:Entity) WHERE n.name = 'id(x) apoc. LOAD CSV 1_000' RETURN n.id AS id",
        'MATCH (n:Entity) WHERE n.name = "a \\" elementId(" RETURN n.id AS id',
        "MATCH (a)-[r]-(b) WHERE a.x = 1 OR a.y = 2 RETURN b.id AS id",
        "MATCH (a)-[r]-(b) WHERE a.x = 1 AND any(z IN b.names WHERE z = 'y') RETURN b.id AS id",
        "MATCH (n:Entity) RETURN count(n) AS n",
        "MATCH (a)-[:KNOWS]->(b) RETURN b.id AS id UNION ALL MATCH (a:Entity) WITH DISTINCT a "
        "WHERE EXISTS { (a)-[:LEADS]->(b) } RETURN a.id AS id",
    ],
)
def test_what_both_engines_answer_alike_passes(cypher: str) -> None:
    assert lint(cypher) == []


def test_each_difference_is_named_once() -> None:
    found = lint("MATCH (a:Person {id: 1})-[*]-(b) RETURN elementId(a) AS x, id(b) AS y")
    assert [w.rpartition("(rule ")[2] for w in found] == ["6).", "7).", "11)."]


@NO_HURRY
@given(st.text())
def test_any_text_can_be_linted(text: str) -> None:
    lint(text)


PARTS = [
    "MATCH (a)-[r*]-(b:X {id: 1})",
    "WHERE a.x = 1 OR any(z IN b.y)",
    "p = shortestPath((",
    "[",
]
PARTS += ["RETURN count(*)", "WITH", "'", '"', "/*", "//", ")", "]", "$(", "duration", ";", "\n"]


@NO_HURRY
@given(st.lists(st.sampled_from(PARTS)).map(" ".join))
def test_any_pieces_of_cypher_can_be_linted(text: str) -> None:
    lint(text)


def test_long_text_is_linted_at_once() -> None:
    for part in ("MATCH (a)-[r]-(b) RETURN ", "[", "'", "return ", "(a:", "-[x", "/*"):
        lint(part * 1000)


def test_the_shipped_queries_pass() -> None:
    assert {p.stem: found for p in files(ROOM) if (found := lint(read_query(p).cypher))} == {}


def anchored_texts(query: Query) -> set[str]:
    return {query.anchored({p.name}) for p in query.parameters}


def test_the_shipped_queries_pass_with_their_anchors_too() -> None:
    texts = {p.stem: anchored_texts(read_query(p)) for p in files(ROOM)}
    assert {n: found for n, all_of in texts.items() for t in all_of if (found := lint(t))} == {}


def test_no_shipped_query_reads_a_class_to_answer_about_one_thing() -> None:
    assert {p.stem: found for p in files(ROOM) if (found := scans(read_query(p)))} == {}


ONE = "$person IS NULL OR p.id = $person"
# A text, and where it begins when person is given; nothing where that is at what is known.
STARTS = [
    (f"MATCH (e:Plea)-[:CONCERNS]->(p:Person) WHERE {ONE} RETURN e.id AS id", ["e:Plea"]),
    (
        "//? person: MATCH (p:Entity {id: $person})\n"
        f"MATCH (e:Plea)-[:CONCERNS]->(p:Person) WHERE {ONE} RETURN e.id AS id",
        [],
    ),
    (
        "//? person: MATCH (p:Entity {id: $person})\n"
        f"MATCH (e:Plea)-[:CONCERNS]->(p:Person) WHERE {ONE} RETURN e.id AS id UNION ALL "
        f"MATCH (e:Charge)-[:CONCERNS]->(p:Person) WHERE {ONE} RETURN e.id AS id",
        ["e:Charge"],
    ),
    # The embedded engine begins two hops, and one without a type, at their left end.
    (
        "MATCH (p:Entity {id: $person}) MATCH (a:Court)<-[:IN_COURT]-(e)-[:CONCERNS]->(p) "
        "RETURN a.id AS id",
        ["a:Court"],
    ),
    ("MATCH (p:Entity {id: $person}) MATCH (x:Entity)-[r]-(p) RETURN x.id AS id", ["x:Entity"]),
    ("MATCH (p:Entity {id: $person}) MATCH (p)-[r]-(x:Entity) RETURN x.id AS id", []),
    # What a WITH leaves out is no longer known, nor is what a subquery does not name.
    (
        "MATCH (p:Entity {id: $person})-[:LEADS]->(o) WITH o.id AS id MATCH (o)-[:PART_OF]->(x) "
        "RETURN x.id AS id",
        ["o"],
    ),
    (
        "MATCH (p:Entity {id: $person}) CALL { MATCH (c:Claim)-[:SUBJECT]->(p) RETURN c } "
        "RETURN c.id AS id",
        ["c:Claim"],
    ),
    (
        "MATCH (p:Entity {id: $person}) CALL (p) { MATCH (c:Claim)-[:SUBJECT]->(p) RETURN c AS d } "
        "MATCH (d)-[:OBJECT]->(o) RETURN o.id AS id",
        [],
    ),
    (
        "MATCH (p:Entity {id: $person}) WHERE EXISTS { (x:Claim)-[:SUBJECT]->(y) } RETURN p.id AS id",
        ["x:Claim"],
    ),
    (
        "MATCH (p:Entity {id: $person}) WHERE p.name STARTS WITH 'A' RETURN p.id AS id UNION "
        f"MATCH (p:Person) WHERE {ONE} RETURN p.id AS id",
        ["p:Person"],
    ),
    ("MATCH (p:Entity {id: $person}), (k:Country) RETURN k.id AS id", []),  # there are few
    ("MATCH (p:Entity {id: $person}), (k:Claim) RETURN k.id AS id", ["k:Claim"]),
]


@pytest.mark.parametrize(("cypher", "begins"), STARTS, ids=[s[0][:80] for s in STARTS])
def test_a_pattern_that_begins_with_a_class_is_named_where_one_thing_is_asked_about(
    cypher: str, begins: list[str]
) -> None:
    person = Parameter("person", "Person", required=False)
    query = replace(read_query(files(ROOM)[0]), cypher=cypher, parameters=[person])
    found = scans(query)
    assert [w.removeprefix("given person, (").partition(")")[0] for w in found] == begins
    assert all(w.endswith("(rule 28).") for w in found)

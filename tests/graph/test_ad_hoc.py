"""Cypher of unknown cost on both engines: its rows, and that nothing of it goes on."""

from __future__ import annotations

import time

import pyoxigraph as ox
import pytest

from graph.loading.change import gather
from graph.loading.documents import load
from graph.stores import Store
from graph.stores.base import Document, Rows
from graph.stores.cypher_regex import explodes
from graph.stores.cypher_text import refuse
from graph.stores.neo4j.store import Neo4jStore
from ontology import QueryError, TimeLimit, WriteRefused

DATA = "<http://e/a> <http://e/p> <http://e/b> .\n<http://e/b> <http://e/p> <http://e/c> ."
ENDLESS = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b "
    "WITH a, b WHERE a * b < 0 RETURN count(*) AS n"
)
ALL = "MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS id ORDER BY id"
IDS = {"ids": ["http://e/a", "http://e/b", "http://e/c"]}


@pytest.fixture
def loaded(store: Store) -> Store:
    quads = dict.fromkeys(ox.parse(DATA, format=ox.RdfFormat.N_TRIPLES))
    load(store, [gather(Document("data", "data.nt", "1", 0), quads)])
    return store


def test_a_query_of_somebodys_own_gives_the_rows_that_a_query_gives(loaded: Store) -> None:
    wanted = [{"id": i} for i in IDS["ids"]]
    assert loaded.ad_hoc(ALL, IDS, limit=9, seconds=30) == Rows(["id"], wanted)
    assert loaded.ad_hoc(ALL, IDS, limit=2, seconds=30) == Rows(["id"], wanted[:2], truncated=True)
    nested = "RETURN [1, {a: null, b: [true, 'ñ']}] AS x, 0.5 AS y"
    assert loaded.ad_hoc(nested, limit=9, seconds=30) == loaded.read(nested)


@pytest.mark.parametrize(
    ("query", "kind", "message"),
    [
        ("CREATE (n:Entity {id: 'x'})", WriteRefused, "The query writes; "),
        ("RETURN 1/0 AS x", QueryError, "Cypher: / by zero; correct the query."),
        ("MATCH (n", QueryError, "Cypher: "),
        ("  ", QueryError, "The query is empty; "),
        ("RETURN apoc.version() AS x", QueryError, "Cypher: the function apoc.version is none of "),
        ("LOAD CSV FROM 'http://127.0.0.1:1/' AS l RETURN l", QueryError, "Cypher: LOAD CSV reads"),
    ],
)
def test_a_mistake_is_told_as_by_the_store_itself(
    loaded: Store, query: str, kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind) as error:
        loaded.ad_hoc(query, limit=9, seconds=30)
    assert str(error.value).startswith(message)


def test_a_parameter_that_cannot_be_sent_is_told(loaded: Store) -> None:
    with pytest.raises(QueryError, match="A parameter cannot be sent"):
        loaded.ad_hoc("RETURN $x AS x", {"x": b"1"}, limit=9, seconds=30)


def test_an_endless_query_ends_for_the_client_and_for_the_engine(loaded: Store) -> None:
    start = time.monotonic()
    with pytest.raises(TimeLimit, match="The query took longer than it may"):
        loaded.ad_hoc(ENDLESS, limit=9, seconds=1)
    assert time.monotonic() - start < 25
    if isinstance(loaded, Neo4jStore):
        assert running(loaded) == []


def test_a_server_that_goes_on_inside_an_expression_does_not_hold_the_client(
    loaded: Store,
) -> None:
    """It looks at no limit there; what runs is marked as ended, and ends behind the expression."""
    if not isinstance(loaded, Neo4jStore):
        pytest.skip("about a server")
    start = time.monotonic()
    with pytest.raises(TimeLimit):
        loaded.ad_hoc(
            "RETURN reduce(a = 0, x IN range(1, 160000000) | a + x % 7) AS n", limit=9, seconds=0.2
        )
    assert time.monotonic() - start < 25
    assert running(loaded) == []


@pytest.mark.parametrize(
    "pattern",
    [
        "(.*a){20}b",
        "(a+)+",
        "(a*)*b",
        "(\\w+\\s?)*x",
        "((a|b)+)+",
        "([a-z]+)*",
        "(?:.+,){9}",
        "(x{1,9})+",
    ],
)
def test_a_regular_expression_that_takes_for_ever_is_not_sent(pattern: str) -> None:
    assert explodes(pattern)
    for text, given in (("'" + pattern.replace("\\", "\\\\") + "'", {}), ("$p", {"p": pattern})):
        with pytest.raises(QueryError, match="repeats a repetition, which can take for ever"):
            refuse(f"MATCH (n) WHERE n.name =~ {text} RETURN n.id AS id", given)


@pytest.mark.parametrize(
    "pattern",
    [
        ".*Guzmán.*",
        "(?i)el .*",
        "(\\w+ )*x",
        "(a|b)+",
        "[a-z]+@[a-z]+\\.(com|mx)",
        "(ab){3}",
        "\\(.*\\)+",
        "(.*)",
        "(.*)?",
        "([A-Z][a-z]+, )+",
        "\\Q(.*)*\\E",
        "[(.*)*]+",
        "(.+){2}",
        "*",
        ")(",
        "[",
    ],
)
def test_an_ordinary_regular_expression_is_sent(pattern: str) -> None:
    assert not explodes(pattern)
    refuse("MATCH (n) WHERE n.name =~ $p RETURN n.id AS id", {"p": pattern})


@pytest.mark.parametrize(
    "right",
    [
        "(p + '{20}b')",
        "p",
        "'(a+' + ')+'",
        "('(a+' + ')+')",
        "$p + '+'",
        "'(a+)' || '+'",
        "n.pattern",
        "['(a+)+'][0]",
        "$ps[0]",
        "$map.p",
        "toLower('(A+)+')",
        "CASE WHEN true THEN '(a+)+' END",
        "(('(a+)+')",
    ],
)
def test_a_regular_expression_that_is_computed_is_not_sent(loaded: Store, right: str) -> None:
    given = {"p": "(a+)", "ps": ["(a+)+"], "map": {"p": "(a+)+"}}
    query = f"MATCH (n) WITH n, '(a+)+' AS p WHERE n.name =~ {right} RETURN n.id AS id"
    with pytest.raises(QueryError, match="what stands behind =~ is computed"):
        loaded.ad_hoc(query, given, limit=9, seconds=5)


@pytest.mark.parametrize(
    "query",
    [
        "RETURN 'ab' =~ 'a.' AS x",
        "RETURN 'ab' =~ ('a.') AND true AS x",
        "WITH 'ab' AS s WHERE (s =~ $p) RETURN true AS x",
        "RETURN [s IN ['ab'] WHERE s =~ 'a.' | true][0] AS x",
        "RETURN CASE WHEN 'ab' =~ 'a.' THEN true END AS x",
        "RETURN {y: 'ab' =~ $p, z: 1}.y AS x",
    ],
)
def test_a_regular_expression_may_stand_in_any_expression(loaded: Store, query: str) -> None:
    found = loaded.ad_hoc(query, {"p": "a."}, limit=9, seconds=20)
    assert found.records == [{"x": True}]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "WITH reduce(a = 'x', i IN range(1, 28) | a + a) AS s RETURN size(split(s, '')) AS n",
            "The query needs more memory than it may use; narrow it or add a LIMIT.",
        ),
        (
            "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ 'a*a*a*a*a*a*a*a*a*c' AS n",
            "Cypher: the regular expression 'a*a*a*a*a*a*a*a*a*c' is too much for a text of 38 "
            "characters, whatever the time limit; write it with fewer repetitions, or use CONTAINS.",
        ),
        (
            "RETURN size(range(1, 2000000000)) AS n",
            "Cypher: range(1, 2000000000, 1) would produce 2000000000 elements, and 6,710,886 is "
            "the most; correct the query.",
        ),
        (
            "CALL db.index.fulltext.queryNodes('x', 'y') YIELD node RETURN node",
            "Cypher: Error executing procedure: db.index.fulltext.querynodes (Index with name 'x' "
            "was not found); correct the query.",
        ),
    ],
)
@pytest.mark.parametrize("engine", ["embedded"])
def test_what_is_too_much_for_the_engine_is_said_with_what_helps(
    loaded: Store, query: str, said: str
) -> None:
    with pytest.raises((QueryError, TimeLimit)) as told:
        loaded.ad_hoc(query, {}, limit=9, seconds=20)
    assert str(told.value) == said


def running(store: Neo4jStore) -> list[str]:
    """The marked transactions that nobody has ended."""
    found = store.read(
        "SHOW TRANSACTIONS YIELD metaData, status, currentQuery "
        "WHERE metaData.expediente IS NOT NULL AND NOT status STARTS WITH 'Terminated' "
        "RETURN currentQuery AS query"
    )
    return [row["query"] for row in found.records]

"""Every relation says the same from whichever side it is read, and wherever the engine starts.

A query that has ``from`` is one table: with an end given, it has the rows of the whole table in
which that end stands, the ends of places being taken with all that lies in them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.stores import Store
from queries import Answer, bind, compare, run_cypher
from queries.catalogue import read_catalogue
from queries.header import Query

CATALOGUE = read_catalogue()
RELATIONS = sorted(name for name, q in CATALOGUE.queries.items() if q.source and q.target)
WHOLE = [n for n in RELATIONS if not any(p.required for p in CATALOGUE.queries[n].parameters)]
SOME = 8  # values of an end that are tried


def ends(query: Query) -> list[str]:
    """The parameters of classes that are columns, too."""
    classes = {c.name for c in query.columns if c.entity}
    return [p.name for p in query.parameters if p.name in classes]


def ids(row: dict[str, Any], column: str) -> list[str]:
    value = row[f"{column}_id"]
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def spread(values: set[str]) -> list[str]:
    """Some values of many, from the whole of their order."""
    ordered = sorted(values)
    return ordered[:: max(1, len(ordered) // SOME)][:SOME]


@pytest.fixture(scope="module")
def inside(packaged: Store) -> dict[str, set[str]]:
    """What lies in each place."""
    places = CATALOGUE.queries["places_in"]
    found: dict[str, set[str]] = {}
    for row in run_cypher(places, bind(places, {}), packaged).rows:
        found.setdefault(row["place_id"], set()).add(row["part_id"])
    return found


@pytest.mark.parametrize("name", RELATIONS)
def test_both_ends_of_a_relation_are_parameters(name: str) -> None:
    query = CATALOGUE.queries[name]
    known = {p.name for p in query.parameters}
    columns = {c.name: c for c in query.columns}
    for end in (query.source, query.target):
        assert end in known or not columns[end or ""].entity, end


@pytest.mark.parametrize("name", RELATIONS)
def test_a_relation_has_words_says_and_questions_in_both_languages(name: str) -> None:
    query = CATALOGUE.queries[name]
    assert {w.language for w in query.words} == {"en", "es"}
    assert set(query.says) == {"en", "es"}
    for asked in query.questions.values():
        assert 2 <= len(asked) <= 3


@pytest.mark.parametrize("name", WHOLE)
def test_the_rows_of_an_end_are_those_of_the_whole_relation_that_have_it(
    name: str, packaged: Store, inside: dict[str, set[str]]
) -> None:
    query = CATALOGUE.queries[name]
    whole = run_cypher(query, bind(query, {}), packaged)
    types = {p.name: p.type for p in query.parameters}
    for end in ends(query):
        for value in spread({i for row in whole.rows for i in ids(row, end)}):
            wanted = {value}
            if types[end] == "Place" and name != "places_in":
                wanted |= inside.get(value, set())
            given = run_cypher(query, bind(query, {end: value}), packaged)
            having = [row for row in whole.rows if wanted.intersection(ids(row, end))]
            assert compare(given, replace(given, rows=having)) == [], f"{end}={value}"


@pytest.mark.parametrize("name", RELATIONS)
def test_where_the_engine_starts_changes_no_row(name: str, packaged: Store) -> None:
    query = CATALOGUE.queries[name]
    plain = replace(query, cypher="\n".join(
        line for line in query.cypher.split("\n") if not line.startswith("//?")
    ))  # fmt: skip
    for example in query.examples:
        bound = bind(query, example)
        first: Answer = run_cypher(query, bound, packaged)
        assert compare(first, run_cypher(plain, bound, packaged)) == [], example

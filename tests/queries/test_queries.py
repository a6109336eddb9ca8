"""Every query in Cypher and as SPARQL: equal rows, equal evidence, as reviewed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest

from graph.claims.infer import sparql_store
from graph.loading.derived import derived_quads
from graph.loading.documents import document_quads
from graph.stores import Store
from queries import Answer, Query, bind, compare, run_cypher, run_sparql
from queries.answers import answers, as_text, path_of
from queries.catalogue import read_catalogue
from queries.header import LANGUAGES
from queries.lint import lint
from queries.run import sparql_text

CATALOGUE = read_catalogue()
ROOM = path_of(CATALOGUE.queries["parents"]).parents[1]
QUERIES = sorted(CATALOGUE.queries)
NOTHING_RECORDED = {
    "cousins": "no source names children of both of two siblings",
    "rivals": "no source calls two organisations rivals",
}
MOST_TWIN_VALUES = 10  # of an end that are given to a twin, of which some take a second each
EXAMPLES = [(name, n) for name in QUERIES for n in range(len(CATALOGUE.queries[name].examples))]


@pytest.fixture(scope="module")
def dataset(packaged: Store) -> ox.Store:
    return sparql_store([*document_quads(packaged), *derived_quads(packaged)])


@pytest.mark.parametrize(("name", "number"), EXAMPLES)
def test_embedded_and_sparql_give_equal_rows(
    name: str, number: int, packaged: Store, dataset: ox.Store
) -> None:
    query = CATALOGUE.queries[name]
    if query.sparql is None:
        assert query.no_twin, "a query without a twin says why"
        return
    bound = bind(query, query.examples[number])
    first = run_cypher(query, bound, packaged)
    assert compare(first, run_sparql(query, bound, dataset)) == []


@pytest.mark.parametrize("name", QUERIES)
def test_answers_are_as_reviewed(name: str, packaged: Store) -> None:
    query = CATALOGUE.queries[name]
    file = path_of(query)
    assert file.exists(), f"run 'make docs' and review {file.name}"
    current = as_text(answers(query, packaged))
    assert file.read_text("utf-8") == current, f"run 'make docs' and review the diff of {file.name}"


@pytest.mark.parametrize("name", QUERIES)
def test_an_example_has_an_answer_and_every_row_its_claims(name: str) -> None:
    examples = json.loads(path_of(CATALOGUE.queries[name]).read_text("utf-8"))
    assert any(example["rows"] for example in examples) != (name in NOTHING_RECORDED)
    for example in examples:
        for row in example["rows"]:
            assert row["claims"], row


@pytest.mark.parametrize("name", QUERIES)
def test_the_cypher_is_portable(name: str) -> None:
    assert lint(CATALOGUE.queries[name].cypher) == []


@pytest.mark.parametrize("name", [n for n in QUERIES if CATALOGUE.queries[n].sparql])
def test_the_twin_is_valid_sparql_without_its_optional_parameters(name: str) -> None:
    query = CATALOGUE.queries[name]
    given = {p.name: query.examples[0][p.name] for p in query.parameters if p.required}
    ox.Store().query(sparql_text(query, bind(query, given)))


RELATIONS = [
    name
    for name, query in CATALOGUE.queries.items()
    if query.source and not any(p.required for p in query.parameters)  # a path needs both its ends
]
ENGINES = ("cypher", "sparql")


def _ends(query: Query) -> list[str]:
    """The optional parameters that are also entity columns of the same name."""
    columns = {c.name for c in query.columns if c.entity}
    return [p.name for p in query.parameters if p.name in columns and not p.required]


def _entities() -> set[str]:
    """Every id that some example of some query gives."""
    values = [v for q in CATALOGUE.queries.values() for e in q.examples for v in e.values()]
    return {v for v in values if isinstance(v, str) and "/" in v}


def _ids(row: dict[str, Any], column: str) -> list[str]:
    cell = row[f"{column}_id"]
    return cell if isinstance(cell, list) else [] if cell is None else [cell]


def _at(row: dict[str, Any], query: Query, end: str, place: tuple[str, str], store: Store) -> bool:
    """Whether a row is at a place: there, in it, or before a court whose name holds its name."""
    ids = _ids(row, end)
    inside = store.read(
        "UNWIND $ids AS id MATCH (x:Entity {id: id})-[:PART_OF]->(y:Entity {id: $place}) "
        "RETURN DISTINCT x.id AS id",
        {"ids": ids, "place": place[0]},
    )
    courts = [n for c in query.columns if c.type == "Court[]" for n in row[c.name]]
    return place[0] in ids or bool(inside.records) or any(place[1] in name for name in courts)


def _rows(answer: Answer) -> list[str]:
    return [json.dumps(row, ensure_ascii=False) for row in answer.rows]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", RELATIONS)
def test_an_end_that_is_given_filters_the_whole_relation(
    name: str, engine: str, packaged: Store, dataset: ox.Store
) -> None:
    query = CATALOGUE.queries[name]

    def run(given: dict[str, Any]) -> Answer:
        bound = bind(query, given)
        return (
            run_cypher(query, bound, packaged)
            if engine == "cypher"
            else run_sparql(query, bound, dataset)
        )

    whole = run({})
    for end in _ends(query):
        kind = query.column(end).type.removesuffix("[]")
        there = {i: n for row in whole.rows for i, n in _named(row, end)}
        chosen = sorted(set(there) & _entities()) or sorted(there)[:2]
        places = sorted(v for v in _entities() if v.startswith("place/")) if kind == "Place" else []
        if engine == "sparql":  # the twin is compared row by row above; here a few of each end do
            chosen, places = chosen[:: 1 + len(chosen) // MOST_TWIN_VALUES], places[::8]
        for value in [*chosen, *places]:
            wanted = [
                json.dumps(row, ensure_ascii=False)
                for row in whole.rows
                if value in _ids(row, end)
                or (
                    (name, end) == ("official_ties", "organization")  # a part of it is meant too
                    and not _parts(value, packaged).isdisjoint(_ids(row, end))
                )
                or (
                    kind == "Place"
                    and name != "places_in"  # it is what tells what lies where
                    and _at(row, query, end, (value, _place(value, packaged)), packaged)
                )
            ]
            assert _rows(run({end: value})) == wanted, f"{name}: {end}={value}"
        assert run({end: "nobody/at-all"}).rows == []


def _parts(whole: str, packaged: Store) -> set[str]:
    text = "MATCH (x:Entity)-[:PART_OF]->(:Entity {id: $whole}) RETURN x.id AS id"
    return {record["id"] for record in packaged.read(text, {"whole": whole}).records}


def _named(row: dict[str, Any], column: str) -> list[tuple[str, str]]:
    cell = row[column]
    return list(zip(_ids(row, column), cell if isinstance(cell, list) else [cell], strict=False))


def _place(value: str, store: Store) -> str:
    found = store.read("MATCH (x:Entity {id: $id}) RETURN x.name AS name", {"id": value}).records
    return str(found[0]["name"]) if found else "-"


@pytest.mark.parametrize("name", RELATIONS)
def test_an_anchor_changes_no_row(name: str, packaged: Store) -> None:
    query = CATALOGUE.queries[name]
    plain = replace(query, cypher=re.sub(r"(?m)^//\? .*\n", "", query.cypher))
    anchors = set(re.findall(r"(?m)^//\? (\w+):", query.cypher))
    given = [e for e in query.examples if anchors & set(e)]
    whole = run_cypher(query, bind(query, {}), packaged)
    given += [{end: i} for end in anchors for row in whole.rows[:2] for i in _ids(row, end)[:1]]
    assert given or not anchors, "an anchor that no row has a value for is not tried"
    for parameters in given:
        bound = bind(query, parameters)
        anchored, unanchored = (run_cypher(q, bound, packaged) for q in (query, plain))
        assert _rows(anchored) == _rows(unanchored), parameters


@pytest.mark.parametrize("name", RELATIONS)
def test_a_relation_has_its_ends_as_optional_parameters(name: str) -> None:
    query = CATALOGUE.queries[name]
    assert not [p.name for p in query.parameters if p.required]
    assert query.source in _ends(query)
    assert not query.column(str(query.target)).entity or query.target in _ends(query)
    for language in LANGUAGES:
        assert 2 <= len(query.questions[language]) <= 3
        assert query.says[language]


def test_every_query_file_is_a_query_and_has_answers() -> None:
    for ending in (".cypher", ".answers.json"):
        found = [p.name.removesuffix(ending) for p in ROOM.glob(f"*/*{ending}")]
        assert sorted(found) == sorted(CATALOGUE.queries), ending


@pytest.mark.parametrize("engine", ENGINES)
def test_nobodys_words_stand_under_the_name_of_another(
    engine: str, packaged: Store, dataset: ox.Store
) -> None:
    query = CATALOGUE.queries["official_ties"]
    bound = bind(query, {})
    answer = (
        run_cypher(query, bound, packaged)
        if engine == "cypher"
        else run_sparql(query, bound, dataset)
    )
    said = packaged.read(
        "MATCH (c:Claim)-[:ATTRIBUTED_TO]->(a:Entity) RETURN c.id AS claim, a.id AS speaker", {}
    )
    speakers: dict[str, set[str]] = {}
    for record in said.records:
        speakers.setdefault(record["claim"], set()).add(record["speaker"])
    for row in answer.rows:
        for claim in row["claims"]:
            assert speakers.get(claim, set()) == set(row["said_by_id"])
    assert any(row["said_by_id"] for row in answer.rows)

"""Every query in Cypher and as SPARQL: equal rows, equal evidence, as reviewed."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from graph.claims.infer import sparql_store
from graph.loading.derived import derived_quads
from graph.loading.documents import document_quads
from graph.stores import Store
from queries import Query, bind, compare, run_cypher, run_sparql
from queries.answers import answers, as_text, path_of
from queries.ask import Lexicon, lexicon_of, understand
from queries.ask.patterns import compile_patterns, expand, plain
from queries.catalogue import read_catalogue
from queries.header import LANGUAGES
from queries.lint import lint
from queries.run import sparql_text

CATALOGUE = read_catalogue()
QUERIES = sorted(CATALOGUE.queries)
NOTHING_RECORDED = {
    "cousins": "no source names children of both of two siblings",
    "rivals": "no source calls two organisations rivals",
}
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


def test_no_two_queries_share_a_question() -> None:
    seen: dict[tuple[str, ...], str] = {}
    shared = set()
    for pattern in compile_patterns(CATALOGUE):
        types = {p.name: p.type for p in CATALOGUE.queries[pattern.query].parameters}
        for sequence in expand(pattern.parts):
            shape = tuple("{" + types[w[1:-1]] + "}" if w.startswith("{") else w for w in sequence)
            other = seen.setdefault(shape, pattern.query)
            if other != pattern.query:
                shared.add(f"{other} and {pattern.query}: {' '.join(shape)}")
    assert sorted(shared) == []


def _plain_question(query: Query, text: str, lexicon: Lexicon) -> str | None:
    """A pattern with an example's names in its slots; None if it has no example."""
    text = plain(text)
    example = next((e for e in query.examples if all("{" + n + "}" in text for n in e)), None)
    for parameter in query.parameters:
        slot = "{" + parameter.name + "}"
        value = (example or query.examples[0]).get(parameter.name)
        if slot in text and value is None:
            return None
        known = lexicon.entities.get(str(value))
        text = text.replace(slot, known.name if known else str(value))
    return text


def test_every_question_pattern_is_understood_with_its_example(packaged: Store) -> None:
    lexicon = lexicon_of(packaged)
    wrong, tried = [], set()
    for query in CATALOGUE.queries.values():
        for text in [t for language in LANGUAGES for t in query.ask[language]]:
            question = _plain_question(query, text, lexicon)
            if question is None:
                continue
            tried.add(query.name)
            found = understand(question, CATALOGUE, lexicon)
            if found.query != query.name:
                wrong.append(f"{query.name}: {question!r} -> {found.status} {found.query}")
    assert wrong == []
    assert len(tried) >= 100

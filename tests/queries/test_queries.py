"""Every query on both Cypher engines and as SPARQL: equal rows, equal evidence, as reviewed."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from graph.dataset import all_quads, sparql_store
from graph.packaged import load_packaged
from graph.stores import Store, open_store, parse_address
from queries import bind, compare, run_cypher, run_sparql
from queries.answers import answers, as_text, path_of
from queries.ask import lexicon_of, understand
from queries.ask.patterns import compile_patterns, expand
from queries.catalogue import read_catalogue
from queries.lint import lint
from queries.run import sparql_text

CATALOGUE = read_catalogue()
QUERIES = sorted(CATALOGUE.queries)
EXAMPLES = [(name, n) for name in QUERIES for n in range(len(CATALOGUE.queries[name].examples))]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(parse_address(f"embedded:{tmp_path_factory.mktemp('embedded')}"))
    load_packaged(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def neo4j(neo4j_packaged: str) -> Iterator[Store]:
    store = open_store(parse_address(neo4j_packaged))
    yield store
    store.close()


@pytest.fixture(scope="module")
def dataset(embedded: Store) -> ox.Store:
    return sparql_store(all_quads(embedded))


@pytest.mark.parametrize(("name", "number"), EXAMPLES)
def test_embedded_and_sparql_give_equal_rows(
    name: str, number: int, embedded: Store, dataset: ox.Store
) -> None:
    query = CATALOGUE.queries[name]
    if query.sparql is None:
        assert query.no_twin, "a query without a twin says why"
        return
    bound = bind(query, query.examples[number])
    first = run_cypher(query, bound, embedded)
    assert compare(first, run_sparql(query, bound, dataset)) == []


@pytest.mark.parametrize(("name", "number"), EXAMPLES)
def test_both_cypher_engines_give_equal_rows(
    name: str, number: int, embedded: Store, neo4j: Store
) -> None:
    query = CATALOGUE.queries[name]
    bound = bind(query, query.examples[number])
    first, second = run_cypher(query, bound, embedded), run_cypher(query, bound, neo4j)
    assert compare(first, second) == []
    assert first.rows == second.rows


@pytest.mark.parametrize("name", QUERIES)
def test_answers_are_as_reviewed(name: str, embedded: Store) -> None:
    query = CATALOGUE.queries[name]
    file = path_of(query)
    assert file.exists(), f"run 'make docs' and review {file.name}"
    current = as_text(answers(query, embedded))
    assert file.read_text("utf-8") == current, f"run 'make docs' and review the diff of {file.name}"


@pytest.mark.parametrize("name", QUERIES)
def test_an_example_has_an_answer_and_every_row_its_claims(name: str) -> None:
    examples = json.loads(path_of(CATALOGUE.queries[name]).read_text("utf-8"))
    assert any(example["rows"] for example in examples)
    for example in examples:
        for row in example["rows"]:
            assert row["claims"], row


@pytest.mark.parametrize("name", QUERIES)
def test_the_cypher_is_portable(name: str) -> None:
    assert lint(CATALOGUE.queries[name].cypher) == []


@pytest.mark.parametrize("name", [n for n in QUERIES if CATALOGUE.queries[n].sparql])
def test_the_twin_is_valid_sparql_without_parameters(name: str) -> None:
    query = CATALOGUE.queries[name]
    text = sparql_text(query, {p.name: None for p in query.parameters})
    ox.Store().query(text)


def test_there_are_at_least_forty_queries() -> None:
    assert len(QUERIES) >= 40


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


def test_every_question_pattern_is_understood_with_its_example(embedded: Store) -> None:
    lexicon = lexicon_of(embedded)
    wrong = []
    for query in CATALOGUE.queries.values():
        for language in ("en", "es"):
            for text in query.ask[language]:
                example = next(
                    (e for e in query.examples if all("{" + n + "}" in text for n in e)),
                    query.examples[0],
                )
                plain = text
                for name in [p.name for p in query.parameters]:
                    value = str(example.get(name, ""))
                    known = lexicon.entities.get(value)
                    plain = plain.replace("{" + name + "}", known.name if known else value)
                if any(c in plain for c in "[(|"):
                    continue
                found = understand(plain, CATALOGUE, lexicon)
                if found.query != query.name:
                    wrong.append(
                        f"{query.name}: {plain!r} -> {found.status} {found.query} {found.reason}"
                    )
    assert wrong == []

"""The vocabulary as a whole: no word in the way of another, no relation without words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from queries.ask.vet import Finding, claims, findings
from queries.ask.vocabulary import Vocabulary, compile_vocabulary
from queries.ask.words import words
from queries.catalogue import Catalogue, read_catalogue
from queries.header import Query, Saying


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


@pytest.fixture(scope="module")
def vocabulary(catalogue: Catalogue) -> Vocabulary:
    return compile_vocabulary(catalogue)


def added(catalogue: Catalogue, name: str, *sayings: Saying) -> Catalogue:
    """The catalogue with more words in one query."""
    query = catalogue.queries[name]
    return changed(catalogue, replace(query, words=[*query.words, *sayings]))


def changed(catalogue: Catalogue, query: Query) -> Catalogue:
    return replace(catalogue, queries={**catalogue.queries, query.name: query})


def meanings(vocabulary: Vocabulary, text: str, language: str) -> set[tuple[str, str]]:
    """What the whole of a text means in a language."""
    said = vocabulary.spelled(words(text))
    return {
        (s.meaning.kind, s.meaning.name)
        for s in vocabulary.said(said)
        if (s.start, s.end) == (0, len(said)) and s.meaning.language == language
    }


def test_nothing_is_wrong_with_the_vocabulary(catalogue: Catalogue) -> None:
    assert findings(catalogue) == []


def test_a_word_that_another_relation_of_such_columns_has_is_found(catalogue: Catalogue) -> None:
    more = added(catalogue, "cousins", Saying("en", "cousin", ["brother"]))
    assert findings(more) == [
        Finding(
            "claimed",
            "cousins",
            '"brother" (en) is also a word of siblings; take it from one, or list it under shared '
            "in common.yaml with the reason.",
        )
    ]


def test_types_decide_between_two_relations_of_one_word(catalogue: Catalogue) -> None:
    more = added(catalogue, "bases", Saying("en", "place", ["brother"]))
    assert findings(more) == []
    assert "brother" not in {c.word for c in claims(compile_vocabulary(more), more)}


def test_a_relation_without_words_in_a_language_is_found(catalogue: Catalogue) -> None:
    query = catalogue.queries["cousins"]
    less = replace(query, words=[s for s in query.words if s.language == "en"])
    assert findings(changed(catalogue, less)) == [
        Finding("wordless", "cousins", "it has no words in es; add some.")
    ]


def test_words_that_nothing_can_use_are_found(catalogue: Catalogue) -> None:
    more = added(
        catalogue,
        "cousins",
        Saying("en", "cousin", ["one two three four five six seven"]),
        Saying("en", "cousin", ["kissing cousin"], holds={"side": "left"}),
    )
    assert findings(more) == [
        Finding(
            "useless",
            "cousins",
            '"one two three four five six seven" has 7 words; from 1 to 6 are compared.',
        ),
        Finding("useless", "cousins", "with side, which nothing is called."),
    ]


def test_a_verb_in_two_forms_is_found(catalogue: Catalogue) -> None:
    more = added(catalogue, "arrests", Saying("en", "person", ["detained"], subject="by"))
    assert findings(more) == [
        Finding("twice", "arrests", '"detained" is "detain" in another form.')
    ]


@pytest.mark.parametrize(
    ("text", "language", "meaning"),
    [
        ("kien", "es", ("ask", "identity")),
        ("kienes", "es", ("ask", "identity")),
        ("ijos", "es", ("column", "parents.child")),
        ("xq", "es", ("operator", "why")),
        ("onde", "es", ("ask", "place")),
        ("kuando", "es", ("ask", "date")),
        ("wen", "en", ("ask", "date")),
        ("hoo", "en", ("ask", "identity")),
        ("transfered", "en", ("column", "transferred.transfer")),
        ("detubieron", "es", ("column", "arrests.person")),
    ],
)
def test_chat_spellings_are_read_as_their_words(
    vocabulary: Vocabulary, text: str, language: str, meaning: tuple[str, str]
) -> None:
    assert meaning in meanings(vocabulary, text, language)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("aprehendió", "arrests.person"),
        ("aprehendían", "arrests.person"),
        ("surgió", "origins.origin"),
        ("se lo llevaron", "transferred.transfer"),
        ("le decían", "aliases.alias"),
        ("tomó protesta", "tenures.office"),
        ("entró en vigor", "designations.date"),
    ],
)
def test_spanish_verbs_are_known_in_the_past(
    vocabulary: Vocabulary, text: str, meaning: str
) -> None:
    assert ("column", meaning) in meanings(vocabulary, text, "es")


@pytest.mark.parametrize("word", ["height", "salary", "weather", "reward", "estatura", "sueldo"])
def test_what_nobody_records_has_no_word(vocabulary: Vocabulary, word: str) -> None:
    every = {m for language in ("en", "es") for m in meanings(vocabulary, word, language)}
    assert {m for m in every if m[0] == "column"} == set()

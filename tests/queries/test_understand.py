"""Words into a query: right, or asks back, or silent; on a few made-up names and queries."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology import QueryError
from queries.ask import Lexicon, Understanding, language_of, suggestions, understand
from queries.ask.lexicon import Known
from queries.ask.patterns import expand, parse
from queries.catalogue import Catalogue, cache_folder, catalogue, read_catalogue

NO_HURRY = settings(deadline=None)  # two busy cores are slow now and then

QUERIES = {
    "mother": (
        "person: Person",
        '"who is [the] mother of {person}", "{person}\'s mother"',
        '"quién es la madre de {person}"',
    ),
    "father": (
        "person: Person",
        '"who is [the] father of {person}"',
        '"quién es el padre de {person}"',
    ),
    "members": (
        "organization: Organization",
        '"(who|which people) (are|were) [the] members of {organization}"',
        '"quiénes son [los] miembros de {organization}"',
    ),
    "members_in": (
        "organization: Organization, period: interval",
        '"who were [the] members of {organization} {period}"',
        '"quiénes eran [los] miembros de {organization} {period}"',
    ),
    "events": ("period: interval", '"what happened {period}"', '"qué pasó {period}"'),
    "on_day": ("day: date", '"who ruled on {day}"', '"quién gobernaba el {day}"'),
    "degree": (
        "person: Person, degree: integer",
        '"relatives of {person} of degree {degree}"',
        '"parientes de {person} de grado {degree}"',
    ),
    "between": (
        "first: Person, second: Person",
        '"how are {first} and {second} related"',
        '"qué parentesco hay entre {first} y {second}"',
    ),
    "mentions": ("text: text", '"who said {text}"', '"quién dijo {text}"'),
    "transfer": ("transfer: Transfer", '"who was in {transfer}"', '"quién iba en {transfer}"'),
    "boss": ("person: Person", '"who was over {person}"', '"quién mandaba a {person}"'),
    "superior": ("person: Person", '"who was over {person}"', '"quién dirigía a {person}"'),
}
EXAMPLES = {
    "person": "person/ana",
    "first": "person/ana",
    "second": "person/bruno",
    "organization": "organization/norte",
    "period": "2025",
    "day": "2025-02-27",
    "degree": "2",
    "text": "hello",
    "transfer": "transfer/2020-05-06",
}


def file_of(name: str, parameters: str, english: str, spanish: str) -> str:
    names = [p.partition(":")[0].strip() for p in parameters.split(",")]
    example = ", ".join(f"{n}: {EXAMPLES[n]}" for n in names)
    title = name.replace("_", " ")
    types = [p.partition(":")[2].strip() for p in parameters.split(",")]
    typed = ", ".join(f"{n}: {{type: {t}}}" for n, t in zip(names, types, strict=True))
    return (
        f"//+ title: {{en: The {title}, es: El {title}}}\n"
        f"//+ about: {{en: A., es: A.}}\n//+ answer: {{en: '{{n}}.', es: '{{n}}.'}}\n"
        f"//+ ask: {{en: [{english}], es: [{spanish}]}}\n"
        f"//+ examples: [{{{example}}}]\n//+ parameters: {{{typed}}}\n"
        "//+ columns: {relative: Person}\n//+ no_twin: for the tests\nRETURN 1 AS x\n"
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    room = tmp_path_factory.mktemp("queries")
    (room / "theme").mkdir()
    for name, parts in QUERIES.items():
        (room / "theme" / f"{name}.cypher").write_text(file_of(name, *parts), "utf-8")
    return read_catalogue(room)


@pytest.fixture(autouse=True, scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory):
    """Compiled patterns are kept in a user's cache: not in the developer's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def known(identifier: str, *names: str, day: str | None = None, labels: str = "Person") -> Known:
    kinds = frozenset({"Entity", *labels.split()})
    return Known(identifier, names[0], kinds, names, days=(day, day))


ORGANIZATION = "Actor Organization CriminalOrganization Cartel"
LEXICON = Lexicon(
    {
        k.id: k
        for k in (
            known("person/ana", "Ana Robles García", "La Jefa"),
            known("person/bruno", "Bruno Robles", "El Güero"),
            known("person/carla", "Carla Núñez", "La Flaca"),
            known("person/dora", "Dora Díaz", "La Flaca"),
            known("person/eva", "Eva García Robles Ruiz"),
            known("person/y", "Tomás y Valiente"),
            known("organization/norte", "Norte Cartel", "Cartel of the North", labels=ORGANIZATION),
            known("organization/flaca", "La Flaca", labels=ORGANIZATION),
            known(
                "transfer/2020-05-06",
                "Transfer of Bruno Robles, 2020-05-06",
                day="2020-05-06",
                labels="Event Transfer",
            ),
        )
    }
)


def ask(question: str, made: Catalogue, language: str | None = None) -> Understanding:
    return understand(question, made, LEXICON, language)


UNDERSTOOD = [
    ("Who is the mother of Bruno Robles?", "en", "mother", {"person": "person/bruno"}),
    ("who is mother of BRUNO ROBLES", "en", "mother", {"person": "person/bruno"}),
    ("El Guero's mother", "en", "mother", {"person": "person/bruno"}),
    ("who is the mother of Güero", "en", "mother", {"person": "person/bruno"}),
    ("¿Quién es la madre de La Jefa?", "es", "mother", {"person": "person/ana"}),
    ("quien es la madre de la jefa", "es", "mother", {"person": "person/ana"}),
    ("who is the mother of Ana Robles", "en", "mother", {"person": "person/ana"}),
    (
        "which people were members of the Cartel of the North?",
        "en",
        "members",
        {"organization": "organization/norte"},
    ),
    (
        "Who are the members of La Flaca?",
        "en",
        "members",
        {"organization": "organization/flaca"},
    ),
    (
        "Who were the members of the Norte Cartel in 2020?",
        "en",
        "members_in",
        {"organization": "organization/norte", "period": "2020"},
    ),
    ("What happened on 27 February 2025?", "en", "events", {"period": "2025-02-27"}),
    ("What happened between 2020 and May 2021?", "en", "events", {"period": "2020/2021-05"}),
    ("¿Qué pasó después de 2020?", "es", "events", {"period": "2021-01-01/.."}),
    ("who ruled on May 5th, 2020", "en", "on_day", {"day": "2020-05-05"}),
    (
        "relatives of Ana Robles of degree 2",
        "en",
        "degree",
        {"person": "person/ana", "degree": 2},
    ),
    (
        "How are Tomás y Valiente and Bruno Robles related?",
        "en",
        "between",
        {"first": "person/y", "second": "person/bruno"},
    ),
    (
        "¿Qué parentesco hay entre Tomás y Valiente y Bruno Robles?",
        "es",
        "between",
        {"first": "person/y", "second": "person/bruno"},
    ),
    (
        "who was in the transfer of 2020-05-06?",
        "en",
        "transfer",
        {"transfer": "transfer/2020-05-06"},
    ),
    ("Who was in transfer on May 6, 2020", "en", "transfer", {"transfer": "transfer/2020-05-06"}),
]


@pytest.mark.parametrize(
    ("question", "language", "query", "parameters"), UNDERSTOOD, ids=[u[0] for u in UNDERSTOOD]
)
def test_a_question_becomes_a_query_with_its_parameters(
    made: Catalogue, question: str, language: str, query: str, parameters: dict[str, object]
) -> None:
    found = ask(question, made)
    assert (found.status, found.query, found.parameters) == ("understood", query, parameters)
    assert found.language == language
    assert found.candidates == []
    assert found.steps[0] == f"query: {query}"


def test_a_name_is_told_as_it_was_understood(made: Catalogue) -> None:
    steps = ask("El Güero's mother", made).steps
    assert steps[-1] == "person: Bruno Robles (person/bruno)"


def test_a_name_of_two_is_asked_back(made: Catalogue) -> None:
    found = ask("Who is the mother of La Flaca?", made)
    assert (found.status, found.query, found.parameters) == ("ambiguous", "mother", {})
    assert found.reason == "'La Flaca' may be one of 2."
    assert [k.id for k in found.candidates] == ["person/carla", "person/dora"]


def test_part_of_a_name_of_two_is_asked_back(made: Catalogue) -> None:
    found = ask("¿Quién es la madre de García Robles?", made)
    assert found.status == "understood", "these words stand together in one name only"
    assert found.parameters == {"person": "person/eva"}
    several = Lexicon(LEXICON.entities | {"person/z": known("person/z", "Zoe García Robles")})
    doubtful = understand("¿Quién es la madre de García Robles?", made, several)
    assert doubtful.status == "ambiguous"
    assert doubtful.reason == "'García Robles' puede ser uno de 2."
    assert [k.id for k in doubtful.candidates] == ["person/eva", "person/z"]


def test_a_single_word_of_a_name_is_no_name(made: Catalogue) -> None:
    assert ask("Who is the mother of Robles?", made).status == "unanswerable"
    assert ask("Who is the mother of Ana?", made).status == "unanswerable"


def test_a_question_that_two_queries_could_mean_is_asked_back(made: Catalogue) -> None:
    found = ask("Who was over Bruno Robles?", made)
    assert (found.status, found.query) == ("ambiguous", None)
    assert found.reason == "The question can be read in several ways: The boss; The superior."
    assert [k.id for k in found.candidates] == ["person/bruno"]


SILENT = [
    ("", "en", "The question is empty."),
    ("?!", "en", "The question is empty."),
    ("¿?", "es", "La pregunta está vacía."),
    ("hello", "en", "I can't answer that."),
    ("¿Qué hora es?", "es", "No puedo responder eso."),
    ("who is the sister of Bruno Robles", "en", "I can't answer that."),
    ("Bruno Robles", "en", "I can't answer that."),
    (
        "Who is the mother of Zoe Nobody?",
        "en",
        "The graph knows nobody and nothing called 'Zoe Nobody' that fits this question.",
    ),
    (
        "Who is the mother of the Norte Cartel?",
        "en",
        "The graph knows nobody and nothing called 'the Norte Cartel' that fits this question.",
    ),
    (
        "¿Quién es la madre de Nadie Nunca?",
        "es",
        "El grafo no conoce a nadie ni nada llamado 'Nadie Nunca' que corresponda a esta pregunta.",
    ),
    (
        "What happened on 30 February 2025?",
        "en",
        "'on 30 February 2025' is no date that I can read; write it as 2025-02-27.",
    ),
    (
        "What happened between 2021 and 2020?",
        "en",
        "'between 2021 and 2020' is no date that I can read; write it as 2025-02-27.",
    ),
    (
        "¿Qué pasó el 31 de abril de 2025?",
        "es",
        "'el 31 de abril de 2025' no es una fecha que pueda leer; escríbala como 2025-02-27.",
    ),
    ("who ruled on 2025", "en", "'2025' is no date that I can read; write it as 2025-02-27."),
]


@pytest.mark.parametrize(("question", "language", "reason"), SILENT, ids=[s[0] for s in SILENT])
def test_what_is_not_understood_is_not_guessed(
    made: Catalogue, question: str, language: str, reason: str
) -> None:
    found = ask(question, made)
    assert (found.status, found.language, found.reason) == ("unanswerable", language, reason)
    assert (found.query, found.parameters, found.candidates) == (None, {}, [])


def test_a_reason_is_given_in_the_wished_language(made: Catalogue) -> None:
    assert ask("hello", made, "es").reason == "No puedo responder eso."
    assert ask("¿Quién es la madre de La Flaca?", made, "en").reason == (
        "'La Flaca' may be one of 2."
    )
    found = ask("Who was over Bruno Robles?", made, "es")
    assert found.reason == "La pregunta se puede leer de varias maneras: El boss; El superior."


@pytest.mark.parametrize("number", ["two", "2.5", "-", "9" * 5000, "፩", "²²²²²²²²²²"])
def test_what_is_no_number_is_not_read_as_one(made: Catalogue, number: str) -> None:
    found = ask(f"relatives of Ana Robles of degree {number}", made)
    assert found.status == "unanswerable"


def test_a_text_is_taken_as_it_was_written(made: Catalogue) -> None:
    found = ask("Who said «Plata o Plomo, señores»?", made)
    assert found.parameters == {"text": "Plata o Plomo, señores"}


@NO_HURRY
@given(st.text(max_size=60))
def test_any_text_is_understood_or_not(text: str) -> None:
    found = understand(text, catalogue(), LEXICON)
    assert found.status in ("understood", "ambiguous", "unanswerable")
    assert (found.reason is None) == (found.status == "understood")


SAID = [
    "who",
    "is",
    "the",
    "mother",
    "of",
    "what",
    "happened",
    "in",
    "on",
    "La",
    "Flaca",
    "Robles",
    "and",
    "2025",
    "May",
    "30",
    "quién",
    "es",
    "de",
]


@NO_HURRY
@given(st.lists(st.sampled_from(SAID), max_size=14).map(" ".join))
def test_any_order_of_words_is_understood_or_not(text: str) -> None:
    found = understand(text, catalogue(), LEXICON)
    assert (found.query is not None) or found.status != "understood"


def test_a_long_question_is_read_at_once(made: Catalogue) -> None:
    for text in ("who is the mother of " * 500, "how are " + "a and " * 2000 + "b related"):
        assert ask(text, made).status == "unanswerable"


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who is the mother of Bruno?", "en"),
        ("Quién es la madre de Bruno", "es"),
        ("¿Bruno?", "es"),
        ("cuñado", "es"),
        ("Bruno", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_question(question: str, language: str) -> None:
    assert language_of(question) == language


# --- Patterns and suggestions ---------------------------------------------------------------------


def test_a_pattern_has_optional_words_and_alternatives() -> None:
    assert list(expand(parse("who is [the|a] (wife|spouse) of {person}"))) == [
        ("who", "is", *article, noun, "of", "{person}")
        for article in ((), ("the",), ("a",))
        for noun in ("wife", "spouse")
    ]


@pytest.mark.parametrize("text", ["who is [the", "who (is", "who ]is", "{person", "", "?"])
def test_a_pattern_whose_brackets_do_not_match_is_refused(text: str) -> None:
    with pytest.raises(QueryError) as error:
        parse(text)
    assert str(error.value).startswith(f"Pattern '{text}': the brackets do not match at ")


def test_suggestions_are_near_and_can_be_asked(made: Catalogue) -> None:
    found = suggestions("who is the uncle of Bruno Robles?", made, "en", LEXICON)
    assert found[0] == "Who is father of Ana Robles García?"
    for question in found:
        assert ask(question, made).query is not None, question


def test_a_suggestion_needs_its_entity_in_the_graph(made: Catalogue) -> None:
    found = suggestions("who is the mother of Bruno, what happened", made, "en", Lexicon({}))
    assert found == ["What happened 2025?", "Who said hello?", "Who ruled on 2025-02-27?"]


# --- The lexicon ----------------------------------------------------------------------------------


def test_an_entity_is_found_by_any_of_its_names_with_or_without_its_article() -> None:
    for name in ("bruno robles", "el guero", "guero"):
        assert [k.id for k in LEXICON.find(tuple(name.split()), "Person")] == ["person/bruno"]


def test_a_name_is_sought_among_the_things_of_a_class() -> None:
    flaca = ("la", "flaca")
    assert [k.id for k in LEXICON.find(flaca, "Person")] == ["person/carla", "person/dora"]
    assert [k.id for k in LEXICON.find(flaca, "Organization")] == ["organization/flaca"]
    assert LEXICON.find(flaca, "Place") == []


def test_small_words_alone_are_no_name() -> None:
    for words in ((), ("of",), ("of", "the"), ("la",), ("2020", "05")):
        assert LEXICON.find(words, "Entity") == []


def test_the_cache_of_patterns_is_made_anew_where_it_is_spoiled(
    made: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    file = cache_folder() / f"patterns-{made.fingerprint}.json"
    for text in (None, "", "{", "[[1]]", "5"):
        monkeypatch.setattr("queries.ask.patterns._compiled", {})
        if text is not None:
            file.write_text(text)
        assert ask("El Güero's mother", made).query == "mother"
        assert file.stat().st_size > 1000

"""Questions become forms, and forms become rows: on the packaged knowledge, in two query languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from graph.claims import sparql_store
from graph.stores import Store
from queries import bind, run_cypher, run_sparql
from queries.ask import Asker, Relations, Teller
from queries.ask.answer import compute
from queries.ask.forms import rels
from queries.ask.names import lexicon_of
from queries.ask.times import read_date
from queries.ask.vocabulary import compile_vocabulary
from queries.catalogue import Catalogue, read_catalogue

CATALOGUE = read_catalogue()
ROOM = Path(__file__).parents[2] / "queries"


def asker_of(store: Store, catalogue: Catalogue) -> Asker:
    relations = Relations(
        catalogue, lambda query, given: run_cypher(query, bind(query, given), store).rows
    )
    return Asker(relations, compile_vocabulary(catalogue), lexicon_of(store))


@pytest.fixture(scope="module")
def asker(packaged: Store) -> Asker:
    return asker_of(packaged, CATALOGUE)


@pytest.fixture(scope="module")
def twin(packaged: Store, asker: Asker) -> Asker:
    from graph.loading import derived_quads, document_quads

    dataset = sparql_store([*document_quads(packaged), *derived_quads(packaged)])
    relations = Relations(
        CATALOGUE, lambda query, given: run_sparql(query, bind(query, given), dataset).rows
    )
    return Asker(relations, asker.vocabulary, asker.lexicon)


def things(asker: Asker, question: str) -> set[str]:
    """The names in the first column of an answer."""
    decision = asker.answer(question)
    assert decision.status == "answered", (question, decision)
    assert decision.result is not None
    first = decision.result.columns[0]
    names: set[str] = set()
    for row in decision.result.rows:
        cell = row[first]
        names |= set(cell) if isinstance(cell, list) else {str(cell)}
    return names


def form(asker: Asker, question: str, language: str = "en") -> str:
    decision = asker.answer(question)
    assert decision.ask is not None, (question, decision)
    return Teller(CATALOGUE, asker.lexicon, language).ask(decision.ask)


def test_a_question_is_a_composition_that_a_person_can_read(asker: Asker) -> None:
    said = form(asker, "siblings of the leaders of the CJNG")
    assert "siblings of (leaders of" in said
    assert "Jalisco New Generation Cartel" in said


def test_what_two_relations_have_in_common_is_asked_for_by_naming_both(asker: Asker) -> None:
    zetas = things(asker, "members of Los Zetas")
    first = things(asker, "who was on the first transfer")
    assert things(asker, "which Zetas were on the first transfer") == zetas & first


def test_a_size_names_a_transfer(asker: Asker) -> None:
    assert things(asker, "who of the 29 ...") == things(asker, "people of the first transfer")


def test_not_takes_away(asker: Asker) -> None:
    everybody = things(asker, "who was on the first transfer")
    sinaloa = things(asker, "members of the Sinaloa Cartel")
    assert things(asker, "who of the 29 is not from Sinaloa") == everybody - sinaloa


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("el mencho wife", "Rosalinda González Valencia"),
        ("MENCHOS WIFE??", "Rosalinda González Valencia"),
        ("quien es la esposa del mencho", "Rosalinda González Valencia"),
        ("esposa de Oseguera Cervantes, Nemesio", "Rosalinda González Valencia"),
        ("¿Con quién está casado El Mencho?", "Rosalinda González Valencia"),
        ("pls tell me who el mencho is married to", "Rosalinda González Valencia"),
    ],
)
def test_wordings_of_one_question_have_one_answer(asker: Asker, question: str, name: str) -> None:
    decision = asker.answer(question)
    assert decision.result is not None, decision
    assert name in str(decision.result.rows)


def test_a_question_without_a_verb_is_the_intersection_of_its_words(asker: Asker) -> None:
    found = things(asker, "beltran leyva jan 2026 san diego")
    assert found == {"Pedro Inzunza Noriega", "Juan Pablo Bastidas Erenas"}


@pytest.mark.parametrize(
    "question",
    [
        "Who are the children of El Mencho?",
        "Who were the kids of El Mencho?",
        "Who are El Mencho's sons and daughters?",
        "¿Quiénes son los hijos de El Mencho?",
    ],
)
def test_who_the_children_are_asks_for_the_children_and_not_for_the_parents(
    asker: Asker, question: str
) -> None:
    assert things(asker, question) == {
        "Jessica Johana Oseguera González",
        "Laisha Michelle Oseguera González",
        "Rubén Oseguera González",
    }


@pytest.mark.parametrize(
    "question",
    [
        "¿A qué cártel pertenecen Los Chapitos?",
        "¿De qué cártel forman parte Los Chapitos?",
        "¿De qué organización dependen Los Chapitos?",
        "¿De qué cártel son parte Los Chapitos?",
        "To which cartel do Los Chapitos belong?",
        "Which organisation is Los Chapitos part of?",
    ],
)
def test_what_stands_behind_a_preposition_does_nothing(asker: Asker, question: str) -> None:
    found = asker.answer(question)
    assert found.status == "answered" and found.result is not None
    assert {row["organization"] for row in found.result.rows} == {"Sinaloa Cartel"}


def test_attributes_are_asked_for_together(asker: Asker) -> None:
    decision = asker.answer("declaracion de culpabilidad de zambada: fecha, juez y corte")
    assert decision.result is not None, decision
    [row] = decision.result.rows
    assert row["date"] == "2025-08-25"
    assert row["judge"] == ["Brian Cogan"]
    assert row["court"] == ["United States District Court for the Eastern District of New York"]


def test_who_held_an_office_when_something_happened(asker: Asker) -> None:
    found = things(asker, "Who was president of Mexico when El Chapo was extradited?")
    assert found == {"Enrique Peña Nieto"}


def test_people_of_a_transfer_are_counted_as_stated_not_as_named(asker: Asker) -> None:
    decision = asker.answer("How many people were sent in the transfer of 2026-01-20?")
    assert decision.result is not None
    assert decision.result.rows[0]["number"] == 37


def test_a_shared_name_is_asked_back_with_all_who_bear_it(asker: Asker) -> None:
    decision = asker.answer("Who are the relatives of Pedro Inzunza?")
    assert decision.status == "ambiguous"
    assert set(decision.candidates) == {
        "person/pedro-inzunza-noriega",
        "person/pedro-inzunza-coronel",
    }


def test_an_unknown_word_is_named_and_nothing_is_guessed(asker: Asker) -> None:
    decision = asker.answer("What is the favourite dessert of El Chapo?")
    assert decision.status == "unanswerable"
    decision = asker.answer("Which siblings of El Chapo are vegetarians?")
    assert decision.status == "unanswerable"
    assert decision.unknown == ["vegetarians"]


def test_nothing_of_a_command_is_carried_out(asker: Asker) -> None:
    for text in ("MATCH (n) DETACH DELETE n", "Borra todo lo de El Chapo", "'; DROP TABLE x"):
        assert asker.answer(text).status == "unanswerable"


def _questions() -> list[tuple[str, str]]:
    """The questions of all queries that words ask for, each with its query."""
    wordless = yaml.safe_load((ROOM / "ask" / "lexicon" / "common.yaml").read_text("utf-8"))[
        "wordless"
    ]
    return [
        (query.name, question)
        for query in CATALOGUE.queries.values()
        if query.name not in wordless
        for questions in query.questions.values()
        for question in questions
    ]


@pytest.mark.parametrize(("name", "question"), _questions())
def test_the_questions_of_a_query_are_understood(asker: Asker, name: str, question: str) -> None:
    """Each is answered, or asked back, or has nothing recorded in the relation that it is about."""
    decision = asker.answer(question)
    assert decision.ask is not None, decision
    if decision.status == "unanswerable":
        assert decision.why == "nothing", decision
        assert name in {rel.query for rel in rels(decision.ask.form)}


def test_a_form_gives_the_same_rows_in_sparql(asker: Asker, twin: Asker) -> None:
    questions = [
        "siblings of the leaders of the CJNG",
        "which Zetas were among the 29",
        "Who was president of Mexico when El Chapo was extradited?",
        "Of the 29, who was charged over fentanyl?",
        "who of the 29 is not from Sinaloa",
    ]
    for question in questions:
        decision = asker.answer(question)
        assert decision.ask is not None, question
        second = compute(decision.ask, twin.runner, twin.vocabulary)
        assert decision.result is not None, question
        key = repr
        assert sorted(map(key, decision.result.rows)) == sorted(map(key, second.rows)), question


def test_a_set_is_read_in_one_trip_however_many_it_has(packaged: Store) -> None:
    asker = asker_of(packaged, CATALOGUE)
    decision = asker.answer("siblings of the people of the first transfer")
    assert decision.result is not None, decision
    assert decision.result.trips <= 4


def test_a_query_file_alone_makes_its_questions_understood(packaged: Store, tmp_path: Path) -> None:
    room = tmp_path / "queries"
    shutil.copytree(ROOM, room, ignore=shutil.ignore_patterns("__pycache__", "ask", "*.py"))
    folder = room / "people"
    folder.mkdir()
    (folder / "employers.cypher").write_text(EMPLOYERS, "utf-8")
    (folder / "employers.rq").write_text(EMPLOYERS_TWIN, "utf-8")
    asker = asker_of(packaged, read_catalogue(room))
    camarena = "Drug Enforcement Administration"
    for question in (
        "who is the paymaster of Enrique Camarena",
        "Enrique Camarena's paymaster",
        "paymaster of Kiki Camarena",
        "Camarena paymaster",
        "¿Quién es el pagador de Enrique Camarena?",
        "pagador de Kiki",
    ):
        assert things(asker, question) == {camarena}, question
    for question in (
        "who are the wageworkers of the DEA",
        "wageworkers of the paymaster of Enrique Camarena",
        "asalariados de la DEA",
        "asalariados del pagador de Camarena",
    ):
        assert "Enrique Camarena" in things(asker, question), question


EMPLOYERS = """\
//+ title: {en: Paymasters, es: Pagadores}
//+ about: {en: "Who employs whom.", es: "Quién emplea a quién."}
//+ parameters: {person: {type: Person, default: null}, organization: {type: Organization, default: null}}
//+ columns: {person: Person, organization: Organization, status: text}
//+ order: [person]
//+ from: person
//+ to: organization
//+ words:
//+   en: {organization: [paymaster], person: [wageworker]}
//+   es: {organization: [pagador], person: [asalariado]}
//+ examples: [{}]
MATCH (p:Person)-[r:EMPLOYED_BY]->(o:Organization)
WHERE ($person IS NULL OR p.id = $person) AND ($organization IS NULL OR o.id = $organization)
RETURN p.id AS person_id, p.name AS person, o.id AS organization_id, o.name AS organization,
       r.status AS status, r.claims AS claims
"""
EMPLOYERS_TWIN = """\
PREFIX kg: <https://w3id.org/expediente/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?person ?organization ?status ?claims WHERE {
  ?fact a kg:Fact ; rdf:predicate kg:employedBy ; rdf:subject ?person ; rdf:object ?organization ;
    kg:weakestStatus ?status ; kg:evidence ?claims .
}
"""


@pytest.mark.parametrize(
    ("words", "language", "read"),
    [
        ("1/20/2026", "en", "2026-01-20"),
        ("20/1/2026", "es", "2026-01-20"),
        ("12/08/2025", "es", "2025-08-12"),
        ("8/12/2025", "en", "2025-08-12"),
        ("20 de enero de 2026", "es", "2026-01-20"),
        ("Aug 2025", "en", "2025-08"),
        ("2025", "en", "2025"),
        ("30 February 2025", "en", None),
    ],
)
def test_dates_are_read_as_people_write_them(words: str, language: str, read: str | None) -> None:
    from queries.ask.words import folded

    found = read_date(folded(words), language)
    assert (str(found) if found else None) == read

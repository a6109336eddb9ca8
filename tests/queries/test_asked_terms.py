"""Terms of office, days and lists, as people ask for them, on the packaged knowledge."""

from __future__ import annotations

import pytest

from kg.respond import respond
from kg.session import Session


@pytest.mark.parametrize(
    ("question", "held", "others"),
    [
        ("Who was Jimmy Carter's vice president?", "Walter Mondale", "Nelson Rockefeller"),
        ("Who was vice president under Jimmy Carter?", "Walter Mondale", "Nelson Rockefeller"),
        ("¿Quién fue el vicepresidente de Bill Clinton?", "Al Gore", "Dan Quayle"),
    ],
)
def test_an_office_under_somebody_is_held_in_his_time_and_not_on_its_first_day_only(
    session: Session, question: str, held: str, others: str
) -> None:
    told = respond(session, question)
    names = {row["official"] for row in told["rows"]}
    assert held in names
    assert others not in names


@pytest.mark.parametrize(
    "question",
    [
        "When did Felipe Calderón's term end?",
        "Exact start and end of Felipe Calderón's presidency?",
        "¿Cuándo terminó el sexenio de Calderón?",
    ],
)
def test_begin_and_end_of_a_government_are_its_term(session: Session, question: str) -> None:
    told = respond(session, question)
    assert [row["term"] for row in told["rows"]] == ["2006-12-01/2012-11-30"]


@pytest.mark.parametrize(
    "question",
    [
        "who was in the transfer of February 27, 2025",
        "who was in the transfer of 27 February 2025",
    ],
)
def test_a_name_that_ends_within_a_date_hides_no_word_before_it(
    session: Session, question: str
) -> None:
    assert len(respond(session, question)["rows"]) == 29


def test_whom_sources_only_say_to_belong_to_an_organisation_is_asked_as_people_do(
    session: Session,
) -> None:
    told = respond(session, "Which cartel is El Flaquito said to belong to?")
    assert [row["organization"] for row in told["rows"]] == ["Tijuana Cartel"]


@pytest.mark.parametrize(
    "question",
    ["¿El Cártel de Sinaloa está designado como FTO?", "Is the Sinaloa Cartel designated as FTO?"],
)
def test_whether_an_organisation_is_on_the_list_is_asked_in_both_languages(
    session: Session, question: str
) -> None:
    told = respond(session, question)
    assert (told["status"], told["query"]) == ("answered", "designations")
    assert told["sentence"].startswith(("Yes", "Sí"))


@pytest.mark.parametrize(
    "question",
    [
        "Which mass transfers happened while Joe Biden was president?",
        "¿Qué traslados masivos hubo cuando Joe Biden era presidente?",
    ],
)
def test_while_somebody_was_president_is_his_own_time_and_not_that_of_others_meanwhile(
    session: Session, question: str
) -> None:
    assert respond(session, question)["status"] == "unanswerable"


@pytest.mark.parametrize(
    "question",
    [
        "Show the chain between Armando Valencia Cornelio and El Mencho.",
        "¿Qué cadena hay entre Armando Valencia Cornelio y El Mencho?",
    ],
)
def test_a_chain_between_two_is_all_its_steps(session: Session, question: str) -> None:
    told = respond(session, question)
    assert "Rosalinda González Valencia" in {row["object"] for row in told["rows"]}


@pytest.mark.parametrize(
    "question",
    [
        "What could Abdul Karim Conteh be sentenced to at most?",
        "What is the maximum sentence Abdul Karim Conteh faces?",
        "¿Qué pena máxima enfrenta Abdul Karim Conteh?",
    ],
)
def test_what_somebody_could_be_sentenced_to_is_the_maximum_of_the_charge(
    session: Session, question: str
) -> None:
    told = respond(session, question)
    assert "45 years" in {p for row in told["rows"] for p in row["maximum_penalty"]}

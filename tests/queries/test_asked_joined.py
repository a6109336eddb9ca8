"""What joins two things in a question: both, before whom, to whom, and two questions in one."""

from __future__ import annotations

import json

import pytest

from kg.respond import respond
from kg.session import Session
from queries.ask.both import says_both


def _names(session: Session, question: str, column: str) -> set[str]:
    return {name for row in respond(session, question)["rows"] for name in row[column]}


def test_both_asks_for_what_is_so_of_each_and_not_of_either(session: Session) -> None:
    either = respond(session, "Who was a member of the Gulf Cartel or Los Zetas?")
    each = respond(session, "Who was a member of both the Gulf Cartel and Los Zetas?")
    assert either["status"] == "answered"
    assert each["status"] == "unanswerable"
    assert not each["rows"]


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("Who belongs to both the CJNG and Los Cuinis?", True),
        ("¿Quién perteneció tanto al CJNG como a Los Cuinis?", True),
        ("Who belongs to the CJNG and Los Cuinis?", False),
        ("Are both brothers of El Mencho dead?", False),
    ],
)
def test_words_for_both_need_the_word_that_joins_them(question: str, both: bool) -> None:
    assert says_both(question) is both


@pytest.mark.parametrize(
    ("question", "column", "value"),
    [
        ("Before which judge did Ismael Zambada plead guilty?", "judge", "Brian Cogan"),
        ("¿Ante qué juez se declaró culpable Ismael Zambada?", "judge", "Brian Cogan"),
        (
            "Before which court did Zambada plead guilty?",
            "court",
            "United States District Court for the Eastern District of New York",
        ),
    ],
)
def test_before_whom_is_no_time(session: Session, question: str, column: str, value: str) -> None:
    assert _names(session, question, column) == {value}


def test_whom_somebody_is_tied_to_is_the_other_end(session: Session) -> None:
    told = respond(session, "¿A quién está ligado El Cuini?")
    assert told["status"] == "answered"
    ends = {row["second"] for row in told["rows"]}
    assert "Gerardo González Valencia" in ends
    assert "Abigael González Valencia" not in ends


def test_a_rate_that_was_threatened_is_what_is_told_of_the_threat(session: Session) -> None:
    told = respond(session, "how high is the tariff that Trump threatened")
    assert told["status"] == "answered", told["reason"]
    assert {row["text"] for row in told["rows"]} == {"30% tariffs"}


def test_a_misspelt_small_word_does_not_make_a_question_the_name_of_an_event(
    session: Session,
) -> None:
    told = respond(session, "charges agaisnt Eliomar Segura Tores")
    assert told["query"] == "charges"


def test_where_a_step_leads_nowhere_the_answer_is_not_the_one_before_it(session: Session) -> None:
    told = respond(session, "¿Quién sucedió a Sheinbaum en la presidencia?")
    assert "Claudia Sheinbaum" not in json.dumps(told["rows"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("question", "column", "names"),
    [
        ("Whose son is El Menchito?", "parent", {"Nemesio Oseguera Cervantes", "Rosalinda González Valencia"}),
        ("El Viceroy is whose brother?", "person", {"Amado Carrillo Fuentes"}),
        ("¿El Chavo Félix de quién es yerno?", "parent_in_law", {"Ismael Zambada García"}),
        ("Whose uncle is Armando Valencia Cornelio?", "nephew_or_niece", {"Rosalinda González Valencia"}),
    ],
)  # fmt: skip
def test_whose_kin_somebody_is_asks_for_the_other_end(
    session: Session, question: str, column: str, names: set[str]
) -> None:
    rows = respond(session, question)["rows"]
    assert {name for row in rows for name in _items(row[column])} == names


def _items(cell: str | list[str]) -> list[str]:
    return cell if isinstance(cell, list) else [cell]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Which came first, El Cuini's arrest or La Tuta's?", "Servando Gómez Martínez"),
        ("Who was arrested first, El Cuini or La Tuta?", "Servando Gómez Martínez"),
        ("¿Qué fue primero, la detención de El Cuini o la de La Tuta?", "Servando Gómez Martínez"),
    ],
)
def test_the_first_of_two_is_told_where_both_have_a_date(
    session: Session, question: str, name: str
) -> None:
    told = respond(session, question)
    assert told["status"] == "answered"
    assert [_items(row["person"]) for row in told["rows"]] == [[name]]


def test_none_of_two_is_the_first_where_one_has_no_date(session: Session) -> None:
    told = respond(session, "Who was arrested last, El Chapo or El Menchito?")
    assert told["status"] == "unanswerable"
    assert "recorded date" in told["reason"]


def test_the_bigger_of_two_transfers_has_more_people(session: Session) -> None:
    told = respond(session, "Which transfer was bigger, February 2025 or August 2025?")
    assert [row["number"] for row in told["rows"]] == [29]


def test_two_who_have_none_are_not_compared(session: Session) -> None:
    told = respond(session, "Who sent more people, Sheinbaum or López Obrador?")
    assert not told["rows"]


@pytest.mark.parametrize(
    ("question", "column", "names"),
    [
        ("The Office - who belongs to it?", "member", {"Juan Carlos Alonso Reyes"}),
        ("La Tuta, ¿en qué año lo detuvieron a él?", "person", {"Servando Gómez Martínez"}),
    ],
)
def test_what_is_named_first_is_what_the_question_is_about(
    session: Session, question: str, column: str, names: set[str]
) -> None:
    rows = respond(session, question)["rows"]
    assert {name for row in rows for name in _items(row[column])} >= names


def test_the_29_of_a_flight_are_those_who_were_on_it(session: Session) -> None:
    told = respond(session, "los 29 del vuelo de febrero")
    assert {len(_items(row["person"])) for row in told["rows"]} == {1}
    assert len(told["rows"]) == 29


def test_transfers_to_a_city_are_told_where_nobodys_own_destination_is_known(
    session: Session,
) -> None:
    told = respond(session, "Which transfers went to Houston?")
    assert told["status"] == "answered"
    assert {row["date"] for row in told["rows"]} == {"2025-02-27", "2026-01-20"}

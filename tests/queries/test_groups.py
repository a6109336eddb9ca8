"""Numbers by group, months without a year, and two questions in one, on the packaged knowledge."""

from __future__ import annotations

from typing import Any

import pytest

from kg.respond import respond
from kg.session import Session
from queries.ask.clauses import clauses


def answer(session: Session, question: str) -> dict[str, Any]:
    found = respond(session, question, check=True)
    assert found["status"] == "answered", (question, found["reason"])
    assert found["check"] == {"equal": True, "differences": []}  # SPARQL says the same
    assert all(row["claims"] for row in found["rows"])
    return found


def numbers(session: Session, question: str) -> dict[str, int]:
    """The number for each thing or time, by what the first column calls it."""
    found = answer(session, question)
    return {str(row[found["columns"][0]]): row["number"] for row in found["rows"]}


@pytest.mark.parametrize(
    "question",
    ["¿cuántos entregó cada presidente?", "how many people did each president send?"],
)
def test_each_president_has_a_number_of_people(session: Session, question: str) -> None:
    found = numbers(session, question)
    assert found["Claudia Sheinbaum Pardo"] == 29 + 26 + 37  # as sources count them
    assert found["Enrique Peña Nieto"] == 1
    assert "Felipe Calderón Hinojosa" not in found  # of whom none is recorded


def test_each_transfer_has_the_number_that_sources_state(session: Session) -> None:
    found = numbers(session, "cuántos trasladados por cada entrega")
    assert found["Transfer of 37 people, 2026-01-20"] == 37  # of whom not all are named


def test_things_are_counted_by_the_years_of_their_dates(session: Session) -> None:
    assert numbers(session, "how many people were transferred each year") == {
        "2017": 1, "2020": 2, "2025": 55, "2026": 37,
    }  # fmt: skip


def test_of_several_named_the_one_with_more_stands_first(session: Session) -> None:
    found = numbers(session, "¿Hubo más gente en la primera entrega o en la tercera?")
    assert list(found.values()) == [37, 29]


def test_who_sent_the_most_is_one_of_those_who_held_the_office(session: Session) -> None:
    assert numbers(session, "Which Mexican president handed over the most people?") == {
        "Claudia Sheinbaum Pardo": 92
    }


def test_the_most_frequent_text_is_counted_by_the_things_that_have_it(session: Session) -> None:
    found = answer(session, "Which charge is the most common?")
    whole = answer(session, "Who is charged?")
    named = {
        row["person_id"] for row in whole["rows"] if row["offence"] == found["rows"][0]["offence"]
    }
    assert found["rows"][0]["number"] == len(named)


def test_each_says_nothing_where_nothing_is_counted(session: Session) -> None:
    plain = answer(session, "Who are the brothers of El Mencho?")
    assert answer(session, "List each brother of El Mencho")["rows"] == plain["rows"]


def test_a_month_without_a_year_is_that_month_of_any(session: Session) -> None:
    found = answer(session, "¿Qué traslados hubo en enero?")
    assert found["rows"]
    assert {str(row["date"])[5:7] for row in found["rows"]} == {"01"}


def test_who_took_office_in_a_year_began_in_it(session: Session) -> None:
    began = answer(session, "Who took office as president of Mexico in 2018?")
    held = answer(session, "Who was president of Mexico in 2018?")
    assert {r["official"] for r in began["rows"]} == {"Andrés Manuel López Obrador"}
    assert {r["official"] for r in held["rows"]} > {r["official"] for r in began["rows"]}


def test_the_year_of_something_is_all_of_that_year(session: Session) -> None:
    found = answer(
        session, "Who was president of the United States the year Kiki Camarena was killed?"
    )
    assert {r["official"] for r in found["rows"]} == {"Ronald Reagan"}


def test_two_verbs_joined_by_and_both_hold(session: Session) -> None:
    both = answer(session, "Who was arrested in 2015 and handed over in 2025?")
    arrested = answer(session, "Who was arrested in 2015?")
    sent = answer(session, "Who was handed over in 2025?")
    wanted = {r["person"] for r in arrested["rows"]} & {r["person"] for r in sent["rows"]}
    assert wanted
    assert {r["person"] for r in both["rows"]} == wanted


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("When and where was he arrested?", 1),
        ("Who was arrested in 2015 and handed over in 2025?", 1),
        ("Who were the parents of Gerardo and whom did he marry?", 2),
        ("¿Cuál fue la entrega más grande y cuál la más chica?", 2),
        ("Amado Carrillo's brother - when did Mexico hand him over?", 2),
        ("Of the 29, who is accused of killing someone?", 1),
    ],
)
def test_a_question_ends_where_the_next_begins(question: str, parts: int) -> None:
    assert len(clauses(question)) == parts


def test_two_questions_in_one_are_both_answered(session: Session) -> None:
    found = answer(
        session, "Who were the parents of Gerardo González Valencia and whom did he marry?"
    )
    assert [len(part["rows"]) for part in found["parts"]] == [2, 1]
    assert {r.get("parent") or r.get("spouse") for r in found["rows"]} == {
        "J. Abigael González Mendoza", "Estela Valencia Farías", "Wendy Dalaithy Amaral Arévalo",
    }  # fmt: skip
    assert set(found["evidence"]) >= {c for row in found["rows"] for c in row["claims"]}


def test_a_time_in_the_second_question_is_that_of_the_one_spoken_of(session: Session) -> None:
    found = answer(
        session,
        "Who was US president when El Menchito was arrested, and who when he was sentenced?",
    )
    assert [part["rows"][0]["official"] for part in found["parts"]] == [
        "Barack Obama", "Donald Trump",
    ]  # fmt: skip
    assert "sentenced" not in found["parts"][1]["sentence"]  # the president was not


def test_of_two_questions_neither_is_answered_without_the_other(session: Session) -> None:
    found = respond(session, "Who is the wife of El Mencho and who is her dentist?")
    assert (found["status"], found["rows"]) == ("unanswerable", [])
    assert "Who is the wife of El Mencho" in found["suggestions"]


def test_what_was_said_is_found_by_its_words(session: Session) -> None:
    found = answer(session, "Who called US security policy aggressive, unilateral and war-like?")
    assert all("unilateral" in row["text"] for row in found["rows"])
    assert any("Analysts" in name for row in found["rows"] for name in row["speaker"])
    assert found["sentence"].startswith("What is recorded that comes nearest")


def test_a_question_on_something_that_nobody_spoke_of_finds_no_text(session: Session) -> None:
    found = respond(session, "What did Claudia Sheinbaum say about the price of avocados?")
    assert (found["status"], found["rows"]) == ("unanswerable", [])


def test_whoever_is_presented_is_not_told_with_a_yes(session: Session) -> None:
    assert not answer(session, "Who is La Tuta?")["sentence"].startswith("Yes")


def test_an_attribute_of_which_nothing_is_recorded_makes_no_answer(session: Session) -> None:
    found = respond(session, "Which judge is hearing the case of José Carlos Guzmán Bernal?")
    assert (found["status"], found["rows"]) == ("unanswerable", [])


def test_what_never_stands_in_a_column_is_hardly_meant_by_it(session: Session) -> None:
    usual = session.asker.lexicon.usual
    assert usual["membership.member"] == {"Person"}  # though a group may be one by its class
    assert "rivals.rival" not in usual  # of a relation without rows nothing is known
    found = answer(session, "Which defendants of the Western District of Texas belong to the CJNG?")
    assert {row["member"] for row in found["rows"]} <= {
        row["member"] for row in answer(session, "Who are the members of the CJNG?")["rows"]
    }


def test_what_is_to_come_is_not_recorded(session: Session) -> None:
    assert not respond(session, "Who will be president of Mexico in 2031?")["rows"]
    assert not respond(session, "presidente de México en 2031")["rows"]


def test_under_whom_something_was_asks_for_the_holder(session: Session) -> None:
    found = answer(session, "Under which Mexican president was El Viceroy handed over?")
    assert {row["official"] for row in found["rows"]} == {"Claudia Sheinbaum Pardo"}
    found = answer(session, "Under which administration was La Tuta sent?")
    assert {row["administration"] for row in found["rows"]} == {
        "Sheinbaum administration", "Second Trump administration",
    }  # fmt: skip


def test_outside_a_place_is_in_another_one(session: Session) -> None:
    found = answer(session, "Who was arrested outside Mexico?")
    assert "Rafael Caro Quintero" in {row["person"] for row in found["rows"]}  # and in it as well
    assert all(row["place"] for row in found["rows"])  # nobody of whom no place is recorded
    inside = {str(row["event"]) for row in answer(session, "arrests in Mexico")["rows"]}
    outside = {str(row["event"]) for row in answer(session, "arrests outside Mexico")["rows"]}
    assert inside
    assert outside
    assert not inside & outside


def test_a_ranking_has_all_the_largest_first(session: Session) -> None:
    found = numbers(session, "Rank the three transfers by size.")
    assert list(found.values()) == [37, 29, 26]


def test_what_happened_between_two_things_is_asked_of_ones_own(session: Session) -> None:
    found = answer(session, "What happened to El Menchito between his arrest and his sentence?")
    assert [str(row["event"]).split(" ")[0] for row in found["rows"]] == [
        "Arrest", "Extradition", "Conviction", "Sentence",
    ]  # fmt: skip


def test_how_many_is_not_lost_behind_a_time(session: Session) -> None:
    found = answer(
        session,
        "During JD Vance's vice presidency, how many people have been sent in the mass transfers?",
    )
    assert [row["number"] for row in found["rows"]] == [29 + 26 + 37]


def test_numbers_are_read_in_words(session: Session) -> None:
    spoken = answer(session, "Who of the twenty-nine is a member of Los Zetas?")
    assert spoken["rows"] == answer(session, "Who of the 29 is a member of Los Zetas?")["rows"]


def test_a_word_that_people_know_is_no_slip(session: Session) -> None:
    found = respond(session, "¿Quién es el abogado de Caro Quintero?")  # not: abordado
    assert (found["status"], found["refusal"]) == ("unanswerable", "unknown")

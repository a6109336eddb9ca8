"""Follow-ups on the packaged knowledge: each becomes a form made from the one before."""

from __future__ import annotations

import pytest

from kg.prompt import Names
from kg.session import Session
from queries.ask.follow import Talk
from queries.ask.say import Teller


@pytest.mark.parametrize(
    ("first", "then", "forms"),
    [
        (
            "Who are the children of El Chapo?",
            ["and his wives?", "and El Mencho?"],
            ["spouses of Joaquín Guzmán Loera", "spouses of Nemesio Oseguera Cervantes"],
        ),
        (
            "Who was transferred on 2025-02-27?",
            ["¿y el 2026-01-20?"],
            ["people handed over to another country on 20 January 2026"],
        ),
        (
            "Who was transferred in 2025?",
            ["only the CJNG ones"],
            [
                "(people handed over to another country in 2025) and also "
                "(members of Jalisco New Generation Cartel)"
            ],
        ),
    ],
)
def test_a_follow_up_becomes_a_form(
    session: Session, first: str, then: list[str], forms: list[str]
) -> None:
    teller = Teller(session.catalogue, session.lexicon, "en")
    talk = Talk(session.asker)
    decision, followed = talk.ask(first)
    assert (decision.status, followed) == ("answered", False)
    found = []
    for question in then:
        decision, followed = talk.ask(question)
        assert (decision.status, followed) == ("answered", True)
        assert decision.ask is not None
        found.append(teller.form(decision.ask.form))
    assert found == forms


def test_a_whole_question_follows_nothing(session: Session) -> None:
    talk = Talk(session.asker)
    talk.ask("Who are the children of El Chapo?")
    decision, followed = talk.ask("Who led the CJNG?")
    assert (decision.status, followed) == ("answered", False)


def test_a_follow_up_of_nothing_is_a_question(session: Session) -> None:
    decision, followed = Talk(session.asker).ask("and his wives?")
    assert not followed
    assert decision.status != "ambiguous" or decision.rivals or decision.candidates


def test_names_are_completed_from_where_they_begin(session: Session) -> None:
    names = Names(session.lexicon)
    assert names.completions("Who is the wife of nemesio os") == [
        "Who is the wife of Nemesio Oseguera",
        "Who is the wife of Nemesio Oseguera Cervantes",
    ]
    assert names.completions("xyzzy q") == []


@pytest.mark.parametrize(
    "first",
    ["How many people did each president send?", "How many people were handed over each year?"],
)
@pytest.mark.parametrize("then", ["and how many?", "and the first?", "and the most?"])
def test_what_is_asked_after_numbers_by_group_never_fails(
    session: Session, first: str, then: str
) -> None:
    talk = Talk(session.asker)
    decision, _ = talk.ask(first)
    assert decision.status == "answered"
    decision, _ = talk.ask(then)
    assert decision.status in ("answered", "unanswerable", "ambiguous")


def test_how_many_there_are_in_all_may_follow_numbers_by_group(session: Session) -> None:
    talk = Talk(session.asker)
    talk.ask("How many people did each president send?")
    decision, followed = talk.ask("and how many?")
    assert followed and decision.status == "answered"
    assert decision.ask is not None and (decision.ask.what, decision.ask.by) == ("count", None)

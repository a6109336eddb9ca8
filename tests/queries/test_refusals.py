"""Refusals on the packaged knowledge: true, and leading on; and nothing that a question breaks."""

from __future__ import annotations

import pytest

from kg.respond import respond
from kg.session import Session
from queries.ask.decide import Decision
from queries.ask.forms import Ask, Cond, Entity, Rel, When
from queries.ask.refusals import Refusal, Refusals, impossible_day
from queries.ask.say import Teller
from queries.ask.times import Interval

CHAPO = Entity(("person/joaquin-guzman-loera",), "Person")
MENCHO = Entity(("person/nemesio-oseguera-cervantes",), "Person")


def refused(session: Session, ask: Ask, question: str = "", cost: float = 0.1) -> Refusal:
    asker = session.asker
    decision = Decision("unanswerable", "en", ask=ask, cost=cost, why="nothing")
    return Refusals(Teller(session.catalogue, asker.lexicon, "en"), asker).of(
        decision, question or "a question"
    )


def on(day: str) -> When:
    return When("during", Interval(day, day))


def test_a_day_without_a_transfer_is_told_with_the_nearest_that_have_one(session: Session) -> None:
    found = refused(session, Ask("list", Rel("transferred", "person", (), (on("2025-03-03"),))))
    assert found.why == "premise"
    assert found.reason.startswith(
        "Nothing is recorded on people handed over to another country on 3 March 2025. "
        "None on 3 March 2025; at other times there are "
    )
    assert found.reason.endswith(": 27 February 2025, 12 August 2025 and 20 January 2026.")


def test_the_part_that_gives_nothing_is_named(session: Session) -> None:
    nobody = Rel("siblings", "sibling", (Cond("person", CHAPO),), (on("1900-01-01"),))
    inner = Rel("spouses", "spouse", (Cond("person", Entity(("place/mexico",), "Place")),))
    found = refused(session, Ask("list", Rel("siblings", "sibling", (Cond("person", inner),))))
    assert found.why == "premise"
    assert "It rests on spouses of Mexico, of which nothing is recorded." in found.reason
    assert nobody.when


def test_a_dear_reading_does_not_claim_that_nothing_is_recorded(session: Session) -> None:
    ask = Ask("list", Rel("siblings", "sibling", (Cond("person", Entity(("x",), "Person")),)))
    assert refused(session, ask, cost=0.1).why == "nothing"
    found = refused(session, ask, cost=1.0)
    assert found.why == "unsure"
    assert found.reason.startswith("I may have misread the question; read as “siblings of x”")


def test_charged_is_told_apart_from_convicted(session: Session) -> None:
    caro = Entity(("person/rafael-caro-quintero",), "Person")
    found = refused(session, Ask("list", Rel("verdicts", "event", (Cond("person", caro),))))
    assert found.why == "premise"
    assert found.reason.startswith("No conviction is recorded: Rafael Caro Quintero is ")
    assert found.reason.endswith(", not convicted.")


@pytest.mark.parametrize(
    "question",
    [
        "Was El Chapo convicted of murder?",
        "Was El Chapo found guilty of murder?",
        "Did Zambada plead guilty to murder?",
        "Was El Menchito convicted of the killing of an officer?",
        "¿El Chapo fue condenado por homicidio?",
        "¿Fue condenado El Menchito por asesinato?",
    ],
)
def test_a_conviction_is_not_one_of_whatever_is_asked(session: Session, question: str) -> None:
    """A word for a killing names what happened; no verdict or plea has it to show."""
    assert respond(session, question)["status"] == "unanswerable"


@pytest.mark.parametrize(
    "question",
    [
        "Did El Mencho kill anyone?",
        "Whom did El Mencho kill?",
        "How many people did El Mencho kill?",
        "Did El Mencho kill a police officer?",
        "¿A quién mató El Mencho?",
        "¿El Mencho mató a un policía?",
        "¿Quién asesinó a Caro Quintero?",
        "¿Mataron a Caro Quintero?",
    ],
)
def test_who_killed_is_never_answered_by_who_was_killed(session: Session, question: str) -> None:
    """Killings and deaths share the verb, with its subject and its object in other columns."""
    assert respond(session, question)["status"] == "unanswerable"
    told = respond(session, "How was El Mencho killed?")
    assert told["status"] == "answered" and told["query"] == "deaths"


@pytest.mark.parametrize("word", ["criminal", "narco", "drug lord", "suspect"])
def test_who_somebody_is_does_not_say_yes(session: Session, word: str) -> None:
    """A word for a kind of person affirms nothing that the graph holds."""
    told = respond(session, f"Is Claudia Sheinbaum a {word}?")
    assert not str(told.get("sentence", "")).startswith("Yes")


def test_a_name_that_ends_in_a_dot_leaves_none_behind(session: Session) -> None:
    offered = respond(session, "¿El Chapo fue condenado por homicidio?")["suggestions"]
    assert offered and not [q for q in offered if ".?" in q]


def test_unknown_words_are_named_and_the_rest_is_offered(session: Session) -> None:
    response = respond(session, "Who is the purple father of Rubén Oseguera González?")
    assert response["refusal"] == "unknown"
    assert response["reason"] == (
        "I don't understand “purple”: no name and no word that I know. I can tell fathers of "
        "Rubén Oseguera González; I can't tell what “purple” asks for."
    )


def test_an_unknown_name_is_not_left_out(session: Session) -> None:
    response = respond(session, "Is Zoe Quuxley a sister of El Mencho?")
    assert response["reason"] == (
        "I don't understand “Zoe” and “Quuxley”: no name and no word that I know."
    )


def test_candidates_are_told_apart_by_groups_transfers_and_other_names(session: Session) -> None:
    response = respond(session, "When was Castro handed over?")
    assert response["status"] == "ambiguous"
    assert response["reason"] == "“Castro” may be one of three."
    why = {c["id"]: c["why"] for c in response["candidates"]}
    assert why["person/luis-raul-castro-valenzuela"] == (
        "Sinaloa Cartel (alleged); Transfer of 26 people, 2025-08-12; also El Chacho"
    )


@pytest.mark.parametrize("name", ["Hernández", "Guzmán", "Oseguera", "González Valencia", "Bush"])
def test_every_candidate_of_a_shared_name_says_what_it_is(session: Session, name: str) -> None:
    response = respond(session, f"Who is {name}?")
    assert response["status"] == "ambiguous"
    told = [(c["name"], c["why"]) for c in response["candidates"]]
    assert len(set(told)) == len(told) > 1
    assert all(why for _, why in told)


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_about_guilt_is_suggested_for_a_person(session: Session, language: str) -> None:
    asker = session.asker
    for identifier in ("person/rosalinda-gonzalez-valencia", "person/rafael-caro-quintero"):
        name = asker.lexicon.entities[identifier].name
        question = f"xyzzy {name}?"
        decision = Decision("unanswerable", language, why="unknown", unknown=["xyzzy"])
        teller = Teller(session.catalogue, asker.lexicon, language)
        suggestions = Refusals(teller, asker).suggestions(decision, question)
        assert suggestions
        for suggestion in suggestions:
            found = asker.answer(suggestion)
            assert found.status == "answered"
            assert name in suggestion
            assert found.ask is not None
            outer = found.ask.form
            assert isinstance(outer, Rel)
            theme = session.catalogue.queries[outer.query].theme
            assert theme not in ("justice", "designations", "organizations")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("What happened on 30 February 2020?", "30 February 2020"),
        ("¿Qué pasó el 31 de abril de 2025?", "31 de abril de 2025"),
        ("who was sent on 2025-13-01", "2025-13-01"),
        ("February 30, 2020", "February 30, 2020"),
        ("on 29 February 2024", None),
        ("on 2025-02-27", None),
        ("", None),
    ],
)
def test_a_day_that_no_calendar_has_is_named(question: str, day: str | None) -> None:
    assert impossible_day(question) == day


@pytest.mark.parametrize(
    "question",
    [
        "Is the wife of El Mencho a criminal?",
        "Is Trump a terrorist?",
        "is amlo corrupt",
        "¿La esposa de El Mencho es una criminal?",
        "¿Es Sheinbaum narco?",
        "Is Ovidio the son of a drug lord?",
    ],
)
def test_a_verdict_on_somebody_is_not_answered_by_what_else_is_known_of_him(
    session: Session, question: str
) -> None:
    assert respond(session, question)["status"] == "unanswerable"


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Is Caro Quintero a murderer?", "killings"),
        ("Is the CJNG a terrorist organization?", "designations"),
        ("Which narcos were transferred in 2025?", "transferred"),
        ("who is the killer of Camarena", "killings"),
    ],
)
def test_cases_lists_and_whoever_is_asked_for_by_such_a_word_are_told(
    session: Session, question: str, query: str
) -> None:
    told = respond(session, question)
    assert (told["status"], told["query"]) == ("answered", query)
    if query == "killings":
        assert told["sentence"].startswith("Alleged and charged, not established")


def test_several_who_are_only_accused_of_a_deed_are_listed_as_that(session: Session) -> None:
    told = respond(session, "Which of the 29 murdered someone?")
    assert told["sentence"].startswith("Alleged and charged, not established: Two")


def test_a_question_that_begins_in_english_is_answered_in_english(session: Session) -> None:
    assert respond(session, "Is El Mencho a fugitive?")["language"] == "en"

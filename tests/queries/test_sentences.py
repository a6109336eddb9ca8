"""The first line of an answer, made from the form and the rows of the packaged knowledge."""

from __future__ import annotations

import pytest

from kg.respond import respond
from kg.session import Session
from queries.ask.forms import Ask, Cond, Entity, Or, Rel
from queries.ask.say import Teller
from queries.ask.sentences import Sentences
from queries.ask.wording import date_phrase, date_text, joined, plural, sexed, value_text

MENCHO = Entity(("person/nemesio-oseguera-cervantes",), "Person")
CHAPO = Entity(("person/joaquin-guzman-loera",), "Person")
ROSALINDA = Entity(("person/rosalinda-gonzalez-valencia",), "Person")
CUINI = Entity(("person/abigael-gonzalez-valencia",), "Person")
THE_37 = Entity(("transfer/2026-01-20",), "Transfer")


def told(session: Session, ask: Ask, language: str = "en", polar: bool = False) -> str:
    """The sentence of a form, without evidence."""
    asker = session.asker
    decision = asker.asked(ask, language)
    assert decision.result is not None
    sentences = Sentences(
        Teller(session.catalogue, asker.lexicon, language), asker.runner, asker.vocabulary
    )
    return sentences.first(decision.result, {}, polar)


def rel(query: str, focus: str, **ends: Entity) -> Rel:
    return Rel(query, focus, tuple(Cond(c, e) for c, e in sorted(ends.items())))


DEATH = rel("deaths", "person", person=MENCHO)
CHILDREN = rel("parents", "child", parent=CHAPO)
BROTHER_IN_LAW = rel("siblings_in_law", "sibling_in_law", person=MENCHO, sibling_in_law=CUINI)
TRANSFERRED = rel("transferred", "person", transfer=THE_37)


@pytest.mark.parametrize(
    ("ask", "language", "sentence"),
    [
        (
            Ask("list", DEATH),
            "en",
            "Nemesio Oseguera Cervantes died on 22 February 2026 in Tapalpa: died of gunshot wounds "
            "while being moved (reported).",
        ),
        (
            Ask("count", CHILDREN),
            "en",
            "Eight children of Joaquín Guzmán Loera.",
        ),
        (
            Ask("count", CHILDREN),
            "es",
            "Ocho hijos o hijas de Joaquín Guzmán Loera.",
        ),
        (
            Ask("list", BROTHER_IN_LAW),
            "en",
            "Yes: Abigael González Valencia is a brother- or sister-in-law of Nemesio Oseguera Cervantes "
            "(reported and stated).",
        ),
        (
            Ask("count", TRANSFERRED),
            "en",
            "37 people handed over to another country of Transfer of 37 people, 2026-01-20.",
        ),
        (
            Ask("why", BROTHER_IN_LAW),
            "en",
            "Nemesio Oseguera Cervantes is the brother-in-law of Abigael González Valencia, because "
            "Nemesio Oseguera Cervantes is the husband of Rosalinda González Valencia and Rosalinda "
            "González Valencia is the sister of Abigael González Valencia.",
        ),
    ],
)
def test_an_answer_says_the_thing(session: Session, ask: Ask, language: str, sentence: str) -> None:
    assert told(session, ask, language) == sentence


def test_what_is_only_alleged_is_no_yes(session: Session) -> None:
    member = Entity(("person/erick-valencia-salazar",), "Person")
    group = Entity(tuple(session.lexicon.whole(("cjng",))), "CriminalOrganization")
    sentence = told(
        session, Ask("list", rel("membership", "member", member=member, organization=group))
    )
    assert sentence.startswith("Alleged, not established: Erick Valencia Salazar is said to belong")


def test_names_that_are_not_public_are_counted(session: Session) -> None:
    response = respond(session, "Who was transferred on 2026-01-20?")
    assert response["left_out"] == [
        "13 of 37 names are not public (people handed over to another country on 20 January 2026)."
    ]


def test_a_row_without_a_value_is_told_without_its_part(session: Session) -> None:
    asker = session.asker
    sentences = Sentences(
        Teller(session.catalogue, asker.lexicon, "en"), asker.runner, asker.vocabulary
    )
    query = session.catalogue.queries["arrests"]
    row = {
        "person": "X",
        "person_id": None,
        "date": "2015",
        "place": [],
        "place_id": [],
        "by": ["A", "B"],
        "by_id": [None, None],
        "claims": [],
    }
    assert sentences.filled(query, row) == "X was arrested in 2015 by A and B"
    assert sentences.filled(query, row | {"date": None, "by": None}) == "X was arrested"


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("2025-02-27", "on 27 February 2025", "el 27 de febrero de 2025"),
        ("2025-02", "in February 2025", "en febrero de 2025"),
        ("2013", "in 2013", "en 2013"),
        ("2019-06~", "about June 2019", "hacia junio de 2019"),
        ("2019?", "perhaps 2019", "quizá 2019"),
        (
            "2018-12-01/2024-09-30",
            "from 1 December 2018 to 30 September 2024",
            "del 1 de diciembre de 2018 al 30 de septiembre de 2024",
        ),
        ("/2026-02-22", "until 22 February 2026", "hasta el 22 de febrero de 2026"),
        ("2015/..", "since 2015", "desde 2015"),
        (
            "[2020-02-20,2020-02-21]",
            "between 20 February 2020 and 21 February 2020",
            "entre 20 de febrero de 2020 y 21 de febrero de 2020",
        ),
        ("no date", "no date", "no date"),
    ],
)
def test_dates_are_written_as_people_write_them(text: str, english: str, spanish: str) -> None:
    assert (date_phrase(text, "en"), date_phrase(text, "es")) == (english, spanish)


def test_values_are_words_of_the_language() -> None:
    assert value_text("FATHER_OF", "relation", "en") == "father of"
    assert value_text(["charged", "alleged"], "statuses", "es") == "acusado formalmente y presunto"
    assert value_text(True, "inferred", "es") == "sí"
    assert value_text(None, "date", "en") == ""
    assert date_text("2025-01", "es") == "enero de 2025"


def test_spanish_lists_sound_right() -> None:
    assert joined(["Juan", "Inés"], "es") == "Juan e Inés"
    assert joined(["A", "hielo"], "es") == "A y hielo"
    assert joined(["siete", "ocho"], "es", "or") == "siete u ocho"


def test_plurals_and_sexes_follow_the_data() -> None:
    assert plural("nephew or niece", "en") == "nephews and nieces"
    assert plural("tribunal", "es") == "tribunales"
    assert plural("organización", "es") == "organizaciones"
    assert sexed("is a child-in-law of", "en", "f") == "is a daughter-in-law of"
    assert sexed("grandchild of", "en", "m") == "grandson of"
    assert sexed("sibling of", "en", None) == "sibling of"


def test_a_union_is_told_by_its_parts(session: Session) -> None:
    teller = Teller(session.catalogue, session.lexicon, "en")
    both = Or((CHILDREN, rel("siblings", "sibling", person=ROSALINDA)))
    assert teller.form(both) == (
        "(children of Joaquín Guzmán Loera) or (siblings of Rosalinda González Valencia)"
    )

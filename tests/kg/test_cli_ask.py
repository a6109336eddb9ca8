"""``kg ask``: the contract of its output and exit status, on the small knowledge."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.kg_command import Command

KEYS = [
    "schema",
    "status",
    "question",
    "language",
    "query",
    "parameters",
    "columns",
    "rows",
    "candidates",
    "reason",
    "suggestions",
    "evidence",
    "release",
]
OURS = {"sentence", "check", "understanding"}
MOTHER = "Who is the mother of Bruno Robles?"
MOTHER_ANSWER = {
    "schema": 1,
    "status": "answered",
    "question": MOTHER,
    "language": "en",
    "query": "mother",
    "parameters": {"person": {"id": "person/bruno-robles", "name": "Bruno Robles"}},
    "columns": ["mother", "mother_id", "statuses", "inferred", "accused"],
    "rows": [
        {
            "mother": "Ana Robles",
            "mother_id": "person/ana-robles",
            "statuses": ["reported", "stated"],
            "inferred": False,
            "accused": False,
            "claims": ["claim/faro-1", "claim/voz-1"],
        }
    ],
    "candidates": [],
    "reason": None,
    "suggestions": [],
    "evidence": {
        "claim/faro-1": {
            "source": "el-faro",
            "locator": "char=10,30",
            "quote": "the mother of Bruno",
            "attributed_to": ["Carla Núñez"],
            "status": "stated",
            "rank": "normal",
        },
        "claim/voz-1": {
            "source": "la-voz",
            "locator": "char=5,25",
            "quote": "la madre de Bruno",
            "attributed_to": [],
            "status": "reported",
            "rank": "preferred",
        },
    },
    "sentence": "Mother of Bruno Robles: 1.",
}


def without_release(answer: dict[str, Any]) -> dict[str, Any]:
    """The release is a hash of everything; it is there, and its value is not the test's business."""
    assert answer["release"] is None or len(answer["release"]) == 64
    return {k: v for k, v in answer.items() if k != "release"}


def test_an_answer_is_one_object_with_rows_and_their_evidence(small: Command) -> None:
    ran = small("ask", MOTHER, "--json")
    assert (ran.status, ran.err) == (0, "")
    assert list(ran.json)[: len(KEYS)] == KEYS
    assert without_release(ran.json) == MOTHER_ANSWER


def test_a_second_opinion_agrees_and_says_so(small: Command) -> None:
    ran = small("ask", MOTHER, "--json", "--check", "--explain")
    assert (ran.status, ran.err) == (0, "")
    assert set(ran.json) - set(KEYS) == OURS
    assert ran.json["check"] == {"equal": True, "differences": []}
    assert without_release(ran.json) | {"check": None, "understanding": None} == (
        MOTHER_ANSWER | {"check": None, "understanding": None}
    )


def test_an_answer_for_people_has_a_sentence_a_table_and_the_evidence(small: Command) -> None:
    ran = small("ask", MOTHER)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Mother of Bruno Robles: 1."
    assert [line.split() for line in lines if "Ana Robles" in line] == [
        ["Ana", "Robles", "reported;", "stated", "no", "no", "[1],", "[2]"]
    ]
    assert lines[-3:] == [
        "Evidence",
        "  [1] stated “the mother of Bruno” — Carla Núñez, el-faro char=10,30",
        "  [2] reported (preferred) “la madre de Bruno” la-voz char=5,25",
    ]


@pytest.mark.parametrize(
    ("question", "options", "sentence"),
    [
        ("¿Quién es la madre de Bruno Robles?", [], "Madre de Bruno Robles: 1."),
        ("¿Quién es la madre de Bruno Robles?", ["--lang", "en"], "Mother of Bruno Robles: 1."),
        (MOTHER, ["--lang", "es"], "Madre de Bruno Robles: 1."),
    ],
)
def test_the_answer_comes_in_the_language_of_the_question_or_as_wished(
    small: Command, question: str, options: list[str], sentence: str
) -> None:
    ran = small("ask", question, *options)
    assert (ran.status, ran.out.splitlines()[0]) == (0, sentence)


def test_explain_shows_on_standard_error_how_the_question_was_understood(small: Command) -> None:
    ran = small("ask", MOTHER, "--explain")
    assert ran.status == 0
    assert "person: Bruno Robles (person/bruno-robles)" in ran.err.splitlines()
    assert "query: mother" in ran.err.splitlines()
    assert ran.out.startswith("Mother of Bruno Robles: 1.\n")


def test_an_ambiguous_name_is_asked_back_with_status_3(small: Command) -> None:
    ran = small("ask", "Who is the mother of La Flaca?", "--json")
    assert ran.status == 3
    assert list(ran.json) == KEYS
    assert ran.json["status"] == "ambiguous"
    assert ran.json["reason"] == "'La Flaca' may be one of 2."
    assert ran.json["candidates"] == [
        {"id": "person/carla-nunez", "name": "Carla Núñez", "why": "Person"},
        {"id": "person/dora-diaz", "name": "Dora Díaz", "why": "Person"},
    ]
    assert (ran.json["rows"], ran.json["evidence"]) == ([], {})


def test_an_ambiguous_name_lists_its_candidates_for_people(small: Command) -> None:
    ran = small("ask", "¿Quién es la madre de La Flaca?")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.splitlines() == [
        "'La Flaca' puede ser uno de 2.",
        "¿A cuál se refiere?",
        "  Carla Núñez (person/carla-nunez)",
        "  Dora Díaz (person/dora-diaz)",
    ]


UNANSWERABLE = [
    (
        "Who is the mother of Zoe Nobody?",
        "en",
        "The graph knows nobody and nothing called 'Zoe Nobody' that fits this question.",
    ),
    (
        "¿Quién es la madre de Zoe Nobody?",
        "es",
        "El grafo no conoce a nadie ni nada llamado 'Zoe Nobody' que corresponda a esta pregunta.",
    ),
    ("Who is the mother of Ana Robles?", "en", "The graph holds nothing on that."),
    ("How deep is the Mariana Trench?", "en", "I can't answer that."),
    ("", "en", "The question is empty."),
    ("¿?", "es", "La pregunta está vacía."),
    (
        "What happened on 30 February 2020?",
        "en",
        "'30 February 2020' is no date that I can read; write it as 2025-02-27.",
    ),
    (
        "What happened between 2021 and 2020?",
        "en",
        "'between 2021 and 2020' is no date that I can read; write it as 2025-02-27.",
    ),
]


def test_what_cannot_be_answered_says_why(small: Command) -> None:
    """Unknown names, an impossible date, nothing asked, nothing known."""
    ran = small("ask", "--batch", "-", given="\n".join(q for q, _, _ in UNANSWERABLE))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [(a["question"], a["language"], a["reason"]) for a in answers] == UNANSWERABLE
    for answer in answers:
        assert list(answer) == KEYS
        assert answer["status"] == "unanswerable"
        assert (answer["rows"], answer["evidence"], answer["candidates"]) == ([], {}, [])


@pytest.mark.parametrize("question", ["Who is the mother of Zoe Nobody?", ""])
def test_what_cannot_be_answered_ends_with_status_4_and_nothing_on_standard_output(
    small: Command, question: str
) -> None:
    ran = small("ask", question)
    assert (ran.status, ran.out) == (4, "")
    assert ran.err.splitlines()[0] in (
        "The graph knows nobody and nothing called 'Zoe Nobody' that fits this question.",
        "The question is empty.",
    )


def test_a_reason_comes_in_the_wished_language(small: Command) -> None:
    ran = small("ask", "Who is the mother of Zoe Nobody?", "--lang", "es")
    assert ran.status == 4
    assert ran.err.splitlines()[0] == (
        "El grafo no conoce a nadie ni nada llamado 'Zoe Nobody' que corresponda a esta pregunta."
    )


def test_a_suggestion_is_a_question_that_can_be_asked(small: Command) -> None:
    answer = small("ask", "Who are the people?", "--json").json
    assert answer["suggestions"]
    again = small("ask", "--batch", "-", given="\n".join(answer["suggestions"]))
    assert [json.loads(x)["query"] is None for x in again.out.splitlines()] == [False] * len(
        answer["suggestions"]
    )


def test_a_batch_gives_an_object_a_line_in_order_whatever_becomes_of_each(small: Command) -> None:
    """A byte order mark, an empty line, bytes that are no UTF-8, a zero byte, no last line end."""
    given = (
        b"\xef\xbb\xbf" + MOTHER.encode() + b"\r\n"
        b"\n"
        b"Who is the mother of La Flaca?\n"
        b"\xff\xfe who\n"
        b"a\x00b\n" + b"x" * 100_000 + b"\n" + MOTHER.encode()
    )
    ran = small("ask", "--batch", "-", given=given)
    assert (ran.status, ran.err) == (0, "")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [(a["question"], a["status"]) for a in answers] == [
        (MOTHER, "answered"),
        ("", "unanswerable"),
        ("Who is the mother of La Flaca?", "ambiguous"),
        ("\ufffd\ufffd who", "unanswerable"),
        ("a\x00b", "unanswerable"),
        ("x" * 100_000, "unanswerable"),
        (MOTHER, "answered"),
    ]
    assert [without_release(answers[n]) for n in (0, -1)] == [MOTHER_ANSWER] * 2


def test_a_batch_of_nothing_prints_nothing(small: Command) -> None:
    ran = small("ask", "--batch", "-", given="")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


def test_a_batch_with_a_second_opinion_has_one_for_each_answer(small: Command) -> None:
    ran = small("ask", "--batch", "-", "--check", given=f"{MOTHER}\nWho is Zoe Nobody?\n")
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert first["check"] == {"equal": True, "differences": []}
    assert "check" not in second


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask"], "kg: Give one question, or --batch FILE with a question a line.\n"),
        (
            ["ask", "x", "--batch", "-"],
            "kg: Give one question, or --batch FILE with a question a line.\n",
        ),
        (["ask", "x", "--lang", "fr"], "kg: --lang 'fr' is unknown; choose en or es.\n"),
        (
            ["ask", "--batch", "nowhere.txt"],
            "kg: --batch nowhere.txt: cannot be read (No such file or directory).\n",
        ),
        (["ask", "--batch", "."], "kg: --batch .: cannot be read (Is a directory).\n"),
    ],
)
def test_a_mistake_in_the_command_ends_with_status_2(
    small: Command, arguments: list[str], message: str
) -> None:
    ran = small(*arguments)
    assert (ran.status, ran.out, ran.err) == (2, "", message)


def test_a_failure_is_an_object_too(small: Command) -> None:
    ran = small("ask", MOTHER, "--json", "--store", "bolt://127.0.0.1:1")
    reason = "bolt://127.0.0.1:1 does not answer; start the server or correct --store."
    assert (ran.status, ran.err) == (1, f"kg: {reason}\n")
    assert list(ran.json) == KEYS
    assert ran.json == dict.fromkeys(KEYS) | {
        "schema": 1,
        "status": "error",
        "question": MOTHER,
        "language": "en",
        "parameters": {},
        "columns": [],
        "rows": [],
        "candidates": [],
        "reason": reason,
        "suggestions": [],
        "evidence": {},
    }


def test_a_failure_of_each_line_of_a_batch_is_an_object_and_the_batch_ends_with_status_1(
    small: Command,
) -> None:
    ran = small("ask", "--batch", "-", "--store", "bolt://127.0.0.1:1", given="one\n¿dos?\n")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 1
    assert [(a["question"], a["status"], a["language"]) for a in answers] == [
        ("one", "error", "en"),
        ("¿dos?", "error", "es"),
    ]


NASTY = [
    "Who is the mother of Bruno Robles'}) DETACH DELETE n //?",
    'Who is the mother of Bruno Robles" OR 1=1?',
    "Who is the mother of $person}) SET n.name = 'x' RETURN n //",
    "MATCH (n) DETACH DELETE n",
    "CREATE (n:Entity {id: 'x'})",
    "DELETE WHERE { ?s ?p ?o }",
    "; DROP ALL",
    "Who is the mother of <https://w3id.org/expediente/person/bruno-robles>?",
    "delete the graph",
    "forget everything about Ana Robles",
    "add Zoe Nobody to the Test Cartel",
    "Who is {person}?",
    "Who is the mother of {person}?",
    "../../etc/passwd",
    "\\u0027}) DELETE n",
    "Who is the mother of \x1b[31mBruno Robles\x1b[0m?",
    "who " * 3000,
    "Who is the mother of " + "the mother of " * 400 + "Bruno Robles?",
    "(" * 5000,
    "how many relatives of degree 99999999999999999999 does Ana Robles have?",
    "relatives of degree ፩ of Ana Robles",
]


def test_a_question_never_changes_the_graph(small: Command) -> None:
    everything = "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m.id AS other"
    before = small("cypher", everything, "--format", "json", "--limit", "100000")
    exported = small("export", "--format", "nquads")
    assert before.status == exported.status == 0
    lines = [q.replace("\n", " ") for q in NASTY]
    ran = small("ask", "--batch", "-", "--check", given="\n".join(lines))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 0
    assert [a["question"] for a in answers] == lines
    assert {a["status"] for a in answers} <= {"answered", "ambiguous", "unanswerable"}
    assert small("cypher", everything, "--format", "json", "--limit", "100000") == before
    assert small("export", "--format", "nquads") == exported


def test_each_row_of_a_packaged_answer_has_its_evidence(kg: Command) -> None:
    """On the shipped knowledge: the question of the help text."""
    ran = kg("ask", "Who is related to El Mencho?", "--json", "--check")
    assert ran.status == 0
    answer = ran.json
    assert answer["parameters"] == {
        "person": {
            "id": "person/nemesio-oseguera-cervantes",
            "name": "Nemesio Oseguera Cervantes",
        }
    }
    assert answer["check"] == {"equal": True, "differences": []}
    assert all(list(row) == [*answer["columns"], "claims"] for row in answer["rows"])
    assert all(row["claims"] for row in answer["rows"])
    named = {claim for row in answer["rows"] for claim in row["claims"]}
    assert set(answer["evidence"]) == named
    for claim in answer["evidence"].values():
        assert list(claim) == ["source", "locator", "quote", "attributed_to", "status", "rank"]
        assert claim["source"]
        assert claim["status"]

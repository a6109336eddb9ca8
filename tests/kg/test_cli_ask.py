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
OURS = {"form", "reading", "sentence", "left_out", "contested", "check"}
MOTHER = "Who is the mother of Bruno Robles?"
MOTHER_ANSWER = {
    "schema": 1,
    "status": "answered",
    "question": MOTHER,
    "language": "en",
    "query": "parents",
    "parameters": {
        "child": {"id": "person/bruno-robles", "name": "Bruno Robles"},
        "relation": "MOTHER_OF",
    },
    "columns": ["parent", "parent_id", "relation", "statuses"],
    "rows": [
        {
            "parent": "Ana Robles",
            "parent_id": "person/ana-robles",
            "relation": "MOTHER_OF",
            "statuses": ["reported", "stated"],
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
    "form": {
        "text": "mothers of Bruno Robles",
        "kind": "list",
        "of": {
            "kind": "step",
            "query": "parents",
            "from": "child",
            "to": "parent",
            "fixed": {"relation": "MOTHER_OF"},
            "over": {"kind": "entity", "id": "person/bruno-robles", "name": "Bruno Robles"},
        },
    },
    "sentence": "Ana Robles is the mother of Bruno Robles (reported and stated).",
    "left_out": [],
    "contested": [],
}


MOTHER_ES = "Ana Robles es madre de Bruno Robles (reportado y afirmado)."


def without_release(answer: dict[str, Any]) -> dict[str, Any]:
    """The release is a hash of everything, the reading has costs: they are there, no more."""
    assert answer["release"] is None or len(answer["release"]) == 64
    assert set(answer["reading"]) == {"cost", "margin", "rivals"}
    return {k: v for k, v in answer.items() if k not in ("release", "reading")}


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
    assert without_release(ran.json) | {"check": None} == MOTHER_ANSWER | {"check": None}


def test_an_answer_for_people_has_a_sentence_a_table_and_the_evidence(small: Command) -> None:
    ran = small("ask", MOTHER)
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == MOTHER_ANSWER["sentence"]
    assert [line.split() for line in lines[2:5:2]] == [
        ["parent", "relation", "statuses", "evidence"],
        ["Ana", "Robles", "mother", "of", "reported;", "stated", "[1-2]"],
    ]
    assert lines[-3:] == [
        "Evidence",
        "  [1] stated “the mother of Bruno” — Carla Núñez, el-faro char=10,30",
        "  [2] reported (preferred) “la madre de Bruno” la-voz char=5,25",
    ]


@pytest.mark.parametrize(
    ("question", "options", "sentence"),
    [
        ("¿Quién es la madre de Bruno Robles?", [], MOTHER_ES),
        ("¿Quién es la madre de Bruno Robles?", ["--lang", "en"], MOTHER_ANSWER["sentence"]),
        (MOTHER, ["--lang", "es"], MOTHER_ES),
    ],
)
def test_the_answer_comes_in_the_language_of_the_question_or_as_wished(
    small: Command, question: str, options: list[str], sentence: str
) -> None:
    ran = small("ask", question, *options)
    assert (ran.status, ran.out.splitlines()[0]) == (0, sentence)


@pytest.mark.parametrize(
    ("wished", "shown"),
    [("none", []), ("1", ["[1]", "…"]), ("all", ["[1]", "[2]"]), ("7", ["[1]", "[2]"])],
)
def test_as_much_evidence_is_shown_as_is_wished(
    small: Command, wished: str, shown: list[str]
) -> None:
    lines = small("ask", MOTHER, "--evidence", wished).out.splitlines()
    assert lines[0] == MOTHER_ANSWER["sentence"]
    told = lines[lines.index("Evidence") + 1 :] if "Evidence" in lines else []
    assert [line.split()[0] for line in told] == shown


def test_explain_shows_on_standard_error_how_the_question_was_understood(small: Command) -> None:
    ran = small("ask", MOTHER, "--explain")
    assert ran.status == 0
    assert ran.err.splitlines()[:2] == ["understood as: mothers of Bruno Robles", "query: parents"]
    assert ran.err.splitlines()[2].startswith("cost ")
    assert ran.out.startswith(f"{MOTHER_ANSWER['sentence']}\n")


def test_an_ambiguous_name_is_asked_back_with_status_3(small: Command) -> None:
    ran = small("ask", "Who is La Flaca?", "--json")
    assert ran.status == 3
    assert list(ran.json)[: len(KEYS)] == KEYS
    assert ran.json["status"] == "ambiguous"
    assert ran.json["reason"] == "“La Flaca” may be one of two."
    assert ran.json["candidates"] == [
        {"id": "person/carla-nunez", "name": "Carla Núñez", "why": "also La Flaca"},
        {"id": "person/dora-diaz", "name": "Dora Díaz", "why": "also La Flaca"},
    ]
    assert (ran.json["rows"], ran.json["evidence"]) == ([], {})


def test_an_ambiguous_name_lists_its_candidates_for_people(small: Command) -> None:
    ran = small("ask", "¿Quién es La Flaca?")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.splitlines() == [
        "«La Flaca» puede ser uno de dos.",
        "¿A cuál se refiere?",
        "  Carla Núñez: también La Flaca",
        "  Dora Díaz: también La Flaca",
    ]


UNANSWERABLE = [
    (
        "Who is the mother of Zoe Nobody?",
        "en",
        "unknown",
        "I don't understand “Zoe” and “Nobody”: no name and no word that I know.",
    ),
    (
        "¿Quién es la madre de Zoe Nobody?",
        "es",
        "unknown",
        "No entiendo “Zoe” y “Nobody”: ni nombre ni palabra que conozca.",
    ),
    (
        "Who is the mother of Ana Robles?",
        "en",
        "nothing",
        "Nothing is recorded on mothers of Ana Robles.",
    ),
    (
        "How deep is the Mariana Trench?",
        "en",
        "unknown",
        "I don't understand “deep”, “Mariana” and “Trench”: no name and no word that I know.",
    ),
    ("", "en", "empty", "The question is empty."),
    ("¿?", "es", "empty", "La pregunta está vacía."),
    (
        "What happened on 30 February 2020?",
        "en",
        "date",
        "“30 February 2020” is no day of the calendar.",
    ),
    (
        "Who was transferred in 1999?",
        "en",
        "premise",
        "Nothing is recorded on people handed over to another country in 1999. None in 1999; at other"
        " times there is one: Bruno Robles was on Transfer of Bruno Robles, 6 May 2020.",
    ),
]


def test_what_cannot_be_answered_says_why(small: Command) -> None:
    """Unknown names, an impossible date, nothing asked, nothing known."""
    ran = small("ask", "--batch", "-", given="\n".join(q for q, *_ in UNANSWERABLE))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    told = [(a["question"], a["language"], a["refusal"], a["reason"]) for a in answers]
    assert told == UNANSWERABLE
    for answer in answers:
        assert list(answer)[: len(KEYS)] == KEYS
        assert answer["status"] == "unanswerable"
        assert (answer["rows"], answer["evidence"], answer["candidates"]) == ([], {}, [])


@pytest.mark.parametrize("question", ["Who is the mother of Zoe Nobody?", ""])
def test_what_cannot_be_answered_ends_with_status_4_and_nothing_on_standard_output(
    small: Command, question: str
) -> None:
    ran = small("ask", question)
    assert (ran.status, ran.out) == (4, "")
    assert ran.err.splitlines()[0] == next(r for q, _, _, r in UNANSWERABLE if q == question)


def test_a_reason_comes_in_the_wished_language(small: Command) -> None:
    ran = small("ask", "Who is the mother of Zoe Nobody?", "--lang", "es")
    assert ran.status == 4
    assert ran.err.splitlines()[0] == UNANSWERABLE[1][3]


def test_a_suggestion_is_a_question_about_the_same_that_can_be_asked(kg: Command) -> None:
    answer = kg("ask", "What does Rafael Caro Quintero eat?", "--json").json
    assert answer["suggestions"]
    assert all("Rafael Caro Quintero" in suggestion for suggestion in answer["suggestions"])
    again = kg("ask", "--batch", "-", given="\n".join(answer["suggestions"]))
    assert {json.loads(x)["status"] for x in again.out.splitlines()} == {"answered"}


def test_a_batch_gives_an_object_a_line_in_order_whatever_becomes_of_each(small: Command) -> None:
    """A byte order mark, an empty line, bytes that are no UTF-8, a zero byte, no last line end."""
    given = (
        b"\xef\xbb\xbf" + MOTHER.encode() + b"\r\n"
        b"\n"
        b"Who is La Flaca?\n"
        b"\xff\xfe who\n"
        b"a\x00b\n" + b"x" * 100_000 + b"\n" + MOTHER.encode()
    )
    ran = small("ask", "--batch", "-", given=given)
    assert (ran.status, ran.err) == (0, "")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [(a["question"], a["status"]) for a in answers] == [
        (MOTHER, "answered"),
        ("", "unanswerable"),
        ("Who is La Flaca?", "ambiguous"),
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
            ["ask", "x", "--evidence", "some"],
            "kg: --evidence 'some' is no number; give a number, all or none.\n",
        ),
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
    assert list(ran.json) == [*KEYS, "form"]
    assert ran.json == dict.fromkeys([*KEYS, "form"]) | {
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
    assert all(set(row) == {*answer["columns"], "claims"} for row in answer["rows"])
    assert all(row["claims"] for row in answer["rows"])
    named = {claim for row in answer["rows"] for claim in row["claims"]}
    assert set(answer["evidence"]) == named
    for claim in answer["evidence"].values():
        assert list(claim) == ["source", "locator", "quote", "attributed_to", "status", "rank"]
        assert claim["source"]
        assert claim["status"]

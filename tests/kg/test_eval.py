"""``kg eval``: a file of questions judged by the rules of the question files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import Judged, Question, curve, judge, read_questions, table
from ontology import UserError
from tests.kg_command import Command

HEAD = "id\tlang\tquestion\tkind\texpect\tmust_include\tmust_exclude\tbasis\tdifficulty"
LINES = [
    "a\ten\tWho is the mother of Bruno Robles?\tkin\tanswered\tAna Robles\tDora\t\tplain",
    "b\ten\tWho is the mother of Bruno Robles?\tkin\tanswered\tDora Diaz\t\t\tplain",
    "c\tes\t¿Quién es La Flaca?\tambiguous\tambiguous\tCarla Núñez;dora diaz\t\t\ttrap",
    "d\ten\tWho is the mother of Ana Robles?\tkin\tanswered\tZoe\t\t\tplain",
    "e\ten\tHow deep is the sea?\tunanswerable\tunanswerable\t\t\t\ttrap",
]


def file_of(folder: Path, *lines: str) -> Path:
    file = folder / "questions.tsv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def test_each_outcome_is_counted_by_kind_language_and_difficulty(
    small: Command, tmp_path: Path
) -> None:
    ran = small("eval", str(file_of(tmp_path, HEAD, *LINES)), "--json")
    assert (ran.status, ran.err) == (0, "")
    assert [(q["id"], q["outcome"]) for q in ran.json["questions"]] == [
        ("a", "right"),
        ("b", "wrong"),
        ("c", "right"),
        ("d", "false refusal"),
        ("e", "right"),
    ]
    assert ran.json["questions"][1]["faults"] == ["lacks Dora Diaz"]
    assert ran.json["by"]["kind"] == [
        _counts("kind", "ambiguous", 1, right=1),
        _counts("kind", "kin", 3, right=1, wrong=1, false_refusal=1),
        _counts("kind", "unanswerable", 1, right=1),
        _counts("kind", "all", 5, right=3, wrong=1, false_refusal=1),
    ]
    assert [row["lang"] for row in ran.json["by"]["lang"]] == ["en", "es", "all"]
    assert [row["difficulty"] for row in ran.json["by"]["difficulty"]] == ["plain", "trap", "all"]


def _counts(by: str, name: str, questions: int, **outcomes: int) -> dict[str, Any]:
    names = ("right", "asked back", "abstained", "false refusal", "wrong")
    return {
        by: name,
        "questions": questions,
        **{n: outcomes.get(n.replace(" ", "_"), 0) for n in names},
    }


def test_one_table_and_the_curves_as_wished(small: Command, tmp_path: Path) -> None:
    file = str(file_of(tmp_path, HEAD, *LINES))
    ran = small("eval", file, "--by", "lang", "--margin-curve", "--format", "csv")
    first, margins, costs = ran.out.split("\n\n")
    assert first.splitlines() == [
        "lang,questions,right,asked back,abstained,false refusal,wrong",
        "en,4,2,0,0,1,1",
        "es,1,1,0,0,0,0",
        "all,5,3,0,0,1,1",
    ]
    assert margins.splitlines()[:2] == [
        "margin,answered,coverage,right,wrong,right of answered",
        "0.0,2,0.4,1,1,0.5",
    ]
    assert costs.splitlines()[1] == "9.0,2,0.4,1,1,0.5"


def answered(cost: float, margin: float, right: bool) -> Judged:
    question = Question("x", "en", "?", "kin", "answered", (), (), "plain")
    response = {"status": "answered", "reading": {"cost": cost, "margin": margin}}
    return Judged(question, "right" if right else "wrong", response)


def test_the_curve_leaves_out_what_is_less_sure_than_its_level() -> None:
    judged = [answered(0.1, 9.0, True), answered(1.5, 0.1, False)]
    by_margin = {row["margin"]: row for row in curve(judged, "margin")}
    assert (by_margin[0.1]["answered"], by_margin[0.1]["wrong"]) == (2, 1)
    assert by_margin[0.2] == {
        "margin": 0.2,
        "answered": 1,
        "coverage": 0.5,
        "right": 1,
        "wrong": 0,
        "right of answered": 1.0,
    }
    by_cost = {row["cost"]: row for row in curve(judged, "cost")}
    assert (by_cost[1.6]["answered"], by_cost[1.3]["answered"]) == (2, 1)


@pytest.mark.parametrize(
    ("status", "refusal", "outcome"),
    [
        ("unanswerable", "nothing", "false refusal"),
        ("unanswerable", "unknown", "abstained"),
        ("unanswerable", "unsure", "abstained"),
        ("ambiguous", None, "asked back"),
        ("error", None, "wrong"),
    ],
)
def test_what_is_no_answer_to_a_question_that_has_one_is_told_apart(
    status: str, refusal: str | None, outcome: str
) -> None:
    question = Question("x", "en", "?", "kin", "answered", ("Ana",), (), "plain")
    response = {"status": status, "refusal": refusal, "reason": "r", "candidates": [], "rows": []}
    assert judge(question, response).outcome == outcome


def test_a_table_ends_with_all() -> None:
    rows = table([answered(0.1, 9.0, True), answered(0.1, 9.0, False)], "lang")
    assert [(r["lang"], r["questions"], r["right"], r["wrong"]) for r in rows] == [
        ("en", 2, 1, 1),
        ("all", 2, 1, 1),
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["id\tquestion"], ":1: the columns must be id, lang, question, kind, expect,"),
        ([HEAD, "a\ten"], ":2: 2 columns instead of 9; correct the line."),
        (
            [HEAD, LINES[0], LINES[1].replace("answered", "maybe")],
            ":3: expect is 'maybe'; use answered, ambiguous or unanswerable.",
        ),
    ],
)
def test_a_bad_file_is_refused_with_its_line(
    small: Command, tmp_path: Path, lines: list[str], message: str
) -> None:
    file = file_of(tmp_path, *lines)
    ran = small("eval", str(file))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"kg: {file}{message}")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_questions(tmp_path / "nowhere.tsv")

"""The shared example questions, judged as their README says: none may be answered wrongly."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from kg.respond import respond
from kg.session import Session

AT_LEAST_RIGHT = 50


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", kept)


def judge(expected: dict[str, str], response: dict[str, Any]) -> str:
    """right, silent or wrong"""
    must = [plain(x) for x in expected["must_include"].split(";") if x]
    never = [plain(x) for x in expected["must_exclude"].split(";") if x]
    shown = plain(json.dumps(response["rows"], ensure_ascii=False))
    names = plain(json.dumps(response["candidates"], ensure_ascii=False))
    status = response["status"]
    if status == "answered":
        good = all(m in shown for m in must) and not any(n in shown for n in never)
        return "right" if expected["expect"] == "answered" and good else "wrong"
    if status == "ambiguous":
        if expected["expect"] == "ambiguous":
            return "right" if all(m in names for m in must) else "wrong"
        return "silent"
    return "right" if expected["expect"] == "unanswerable" else "silent"


@pytest.fixture(scope="module")
def session(packaged_folder: Path):
    with Session(f"embedded:{packaged_folder}") as opened:
        yield opened


def test_the_example_questions(shared: Path, session: Session) -> None:
    with (shared / "questions" / "examples.tsv").open(encoding="utf-8") as file:
        questions = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    verdicts = {q["id"]: judge(q, respond(session, q["question"])) for q in questions}
    wrong = {q["id"]: q["question"] for q in questions if verdicts[q["id"]] == "wrong"}
    silent = {q["id"]: q["question"] for q in questions if verdicts[q["id"]] == "silent"}
    right = sum(v == "right" for v in verdicts.values())
    print(f"{right} right, {len(silent)} silent, {len(wrong)} wrong of {len(questions)}")
    assert wrong == {}
    assert right >= AT_LEAST_RIGHT, silent

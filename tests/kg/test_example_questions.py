"""The shared example questions, judged as their README says: all are to be answered rightly."""

from __future__ import annotations

from pathlib import Path

from kg.evaluate import read_questions, run
from kg.respond import respond
from kg.session import Session


def test_the_example_questions(shared: Path, session: Session) -> None:
    questions = read_questions(shared / "questions" / "examples.tsv")
    judged = run(questions, lambda question: respond(session, question))
    failed = {
        j.question.id: (j.outcome, j.question.question) for j in judged if j.outcome != "right"
    }
    assert failed == {}

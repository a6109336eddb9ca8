"""``kg eval``: how asking fares on a file of questions with expected outcomes."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ontology import UserError
from queries.folding import fold

COLUMNS = [
    "id",
    "lang",
    "question",
    "kind",
    "expect",
    "must_include",
    "must_exclude",
    "basis",
    "difficulty",
]
OUTCOMES = ("right", "asked back", "abstained", "false refusal", "wrong")


@dataclass(frozen=True)
class Question:
    """A question with what its answer must and must not have."""

    id: str
    lang: str
    question: str
    kind: str
    expect: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    difficulty: str


@dataclass
class Judged:
    """A question with its outcome, and what was missing or too much."""

    question: Question
    outcome: str
    response: dict[str, Any]
    faults: list[str] = field(default_factory=list)


def read_questions(file: Path) -> list[Question]:
    """Reads a file in the form of ``examples.tsv``; UserError names a bad line."""
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"{file}: cannot be read as UTF-8 text ({error}); name another file."
        ) from error
    if not rows or rows[0] != COLUMNS:
        raise UserError(f"{file}:1: the columns must be {', '.join(COLUMNS)}.")
    found = []
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(COLUMNS):
            raise UserError(
                f"{file}:{number}: {len(row)} columns instead of {len(COLUMNS)}; correct the line."
            )
        cells = dict(zip(COLUMNS, row, strict=True))
        if cells["expect"] not in ("answered", "ambiguous", "unanswerable"):
            raise UserError(
                f"{file}:{number}: expect is '{cells['expect']}'; use answered, ambiguous or unanswerable."
            )
        found.append(
            Question(
                cells["id"], cells["lang"], cells["question"], cells["kind"], cells["expect"],
                tuple(filter(None, cells["must_include"].split(";"))),
                tuple(filter(None, cells["must_exclude"].split(";"))),
                cells["difficulty"],
            )
        )  # fmt: skip
    return found


def plain(text: str) -> str:
    """A text as it is compared: without case, accents and runs of white space."""
    return " ".join(fold(text).split())


def judge(question: Question, response: dict[str, Any]) -> Judged:
    """The outcome of one answer object, by the rules of the question files."""
    status = response["status"]
    if status == "error":
        return Judged(question, "wrong", response, [str(response["reason"])])
    if question.expect == "unanswerable":
        outcome = {"answered": "wrong", "ambiguous": "asked back"}.get(status, "right")
        return Judged(question, outcome, response)
    if question.expect == "ambiguous":
        if status == "answered":
            return Judged(question, "wrong", response, ["answered for one"])
        if status == "unanswerable":
            return Judged(question, _refusal(response), response)
        text = plain(json.dumps(response["candidates"], ensure_ascii=False))
        missing = [f"lacks {t}" for t in question.include if plain(t) not in text]
        return Judged(question, "asked back" if missing else "right", response, missing)
    if status == "ambiguous":
        return Judged(question, "asked back", response)
    if status == "unanswerable":
        return Judged(question, _refusal(response), response)
    text = plain(json.dumps(response["rows"], ensure_ascii=False))
    faults = [f"lacks {t}" for t in question.include if plain(t) not in text]
    faults += [f"has {t}" for t in question.exclude if plain(t) in text]
    return Judged(question, "wrong" if faults else "right", response, faults)


def _refusal(response: dict[str, Any]) -> str:
    """A refusal that claims that nothing is recorded, where it is, is false; others abstain."""
    return "false refusal" if response.get("refusal") in ("nothing", "name") else "abstained"


def run(questions: Iterable[Question], ask: Callable[[str], dict[str, Any]]) -> list[Judged]:
    """Asks and judges each question."""
    return [judge(q, ask(q.question)) for q in questions]


def table(judged: list[Judged], by: str) -> list[dict[str, Any]]:
    """Counts of outcomes by an attribute of the questions, with a last row for all."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        groups[str(getattr(one.question, by))][one.outcome] += 1
        groups["all"][one.outcome] += 1
    order = [*sorted(g for g in groups if g != "all"), "all"]
    return [
        {
            by: name,
            "questions": sum(groups[name].values()),
            **{o: groups[name][o] for o in OUTCOMES},
        }
        for name in order
    ]


LEVELS = {
    "margin": (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.0),  # answered if the margin is at least this
    "cost": (9.0, 2.0, 1.6, 1.3, 1.0, 0.8, 0.6, 0.4, 0.2),  # answered if the cost is at most this
}


def curve(judged: list[Judged], key: str) -> list[dict[str, Any]]:
    """What is answered, rightly and wrongly, if only surer readings are believed.

    ``key`` is margin, how much dearer the next reading is, or cost, how dear the reading itself.
    """
    rows = []
    for level in LEVELS[key]:
        kept = [j for j in judged if _believed(j.response, key, level)]
        right = sum(j.outcome == "right" for j in kept)
        share = round(len(kept) / len(judged), 3) if judged else 0.0
        rows.append(
            {
                key: level,
                "answered": len(kept),
                "coverage": share,
                "right": right,
                "wrong": len(kept) - right,
                "right of answered": round(right / len(kept), 3) if kept else None,
            }
        )
    return rows


def _believed(response: dict[str, Any], key: str, level: float) -> bool:
    if response["status"] != "answered":
        return False
    value = float(response["reading"][key])
    return value >= level if key == "margin" else value <= level


def report(judged: list[Judged], attributes: Iterable[str]) -> dict[str, Any]:
    """All of it for a program: tables, curves, and each question with its outcome."""
    return {
        "by": {one: table(judged, one) for one in attributes},
        "curve": {key: curve(judged, key) for key in LEVELS},
        "questions": [
            {
                "id": j.question.id,
                "question": j.question.question,
                "expect": j.question.expect,
                "outcome": j.outcome,
                "faults": j.faults,
                "status": j.response["status"],
                "reason": j.response["reason"],
                "form": (j.response["form"] or {}).get("text"),
                "cost": j.response["reading"]["cost"],
                "margin": j.response["reading"]["margin"],
            }
            for j in judged
        ],
    }

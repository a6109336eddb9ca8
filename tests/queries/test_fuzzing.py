"""Whatever is typed: no failure, no change to the graph, and no answer to what is no question.

A thousand inputs here, which takes some ten seconds; ``make fuzz`` asks ten thousand.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import Any

import pytest

from bench.fuzzed import KINDS, QUESTIONS, fuzzed
from kg.render import as_json
from kg.respond import respond
from kg.session import Session
from queries.ask.decide import DEAREST, MARGIN
from queries.ask.quoting import COST
from queries.ask.understand import MOST_SAME, MOST_TOKENS

COUNT = int(os.environ.get("EXPEDIENTE_FUZZED", "1000"))
STATUSES = {"answered", "ambiguous", "unanswerable"}


def claims(response: dict[str, Any]) -> set[str]:
    return {claim for row in response["rows"] for claim in row["claims"]}


def held(session: Session) -> list[dict[str, Any]]:
    query = (
        "MATCH (n) RETURN count(n) AS nodes, count(DISTINCT n.id) AS ids, count(n.name) AS names"
    )
    return session.store.read(query).records


def test_whatever_is_typed_is_answered_or_not_and_changes_nothing(session: Session) -> None:
    asker = session.asker
    generation, before = session.generation, held(session)
    plain = {question: claims(respond(session, question, asker=asker)) for question in QUESTIONS}
    assert sum(map(bool, plain.values())) > len(plain) / 2
    seen: Counter[tuple[str, str]] = Counter()
    for one in fuzzed(COUNT):
        response = json.loads(as_json(respond(session, one.text, asker=asker)).encode())
        seen[one.kind, response["status"]] += 1
        assert response["status"] in STATUSES, one
        if response["status"] == "unanswerable":
            assert response["reason"], one
        if response["status"] != "answered":
            continue
        assert one.question is not None or one.free, one  # noise is no question
        assert response["reading"]["margin"] >= round(MARGIN, 3), one
        assert response["reading"]["cost"] <= max(DEAREST, COST + 1), one
        if one.question is not None and not one.free:  # the question that it was, or a part of it
            assert claims(response) <= plain[one.question], one
    assert {kind for kind, _ in seen} == set(KINDS)
    assert seen["control characters", "answered"] > 0 < seen["quotes and brackets", "answered"]
    assert set(asker.relations.kept) >= {("conflicts",)}
    assert {name for name, *_ in asker.relations.kept} <= set(session.catalogue.queries)
    assert (session.asker, session.generation) == (asker, generation)
    assert held(session) == before


def test_the_inputs_are_always_the_same() -> None:
    assert list(fuzzed(50)) == list(fuzzed(50))
    assert [one.kind for one in fuzzed(len(KINDS))] == list(KINDS)


@pytest.mark.parametrize("word", ["brothers", "juez", "not", "CJNG"])
def test_one_word_again_and_again_is_too_long(session: Session, word: str) -> None:
    response = respond(session, " ".join([word] * (MOST_SAME + 1)))
    assert (response["status"], response["refusal"]) == ("unanswerable", "long")
    assert MOST_SAME < MOST_TOKENS

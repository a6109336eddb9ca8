"""``--min-status``: nothing weaker is among the rows, and a refusal does not deny that there is any."""

from __future__ import annotations

import pytest

from graph.stores import Store
from kg.firmness import at_least
from tests.kg_command import Command


@pytest.mark.parametrize(
    ("least", "members", "err"),
    [
        ("alleged", ["Bruno Robles", "Luz Vera"], ""),
        ("charged", [], "2 rows weaker than charged left out.\n"),
    ],
)
def test_rows_weaker_than_a_status_are_left_out(
    family: Command, least: str, members: list[str], err: str
) -> None:
    ran = family("query", "membership", "--min-status", least, "--format", "json")
    assert (ran.status, [row["member"] for row in ran.json], ran.err) == (0, members, err)


def test_a_row_is_as_firm_as_its_weakest_status(family: Command) -> None:
    asked = ("query", "siblings_in_law", "person=Luz Vera", "--format", "json")
    rows = family(*asked).json
    assert [row["statuses"] for row in rows] == [["reported", "stated"]]
    assert family(*asked, "--min-status", "reported").json == rows
    assert family(*asked, "--min-status", "stated").json == []


def test_rows_without_a_status_are_as_firm_as_their_claims(family: Command) -> None:
    asked = ("query", "transfers", "--format", "json")
    rows = family(*asked).json
    assert [row["transfer_id"] for row in rows] == ["transfer/2020-05-06"] * len(rows)
    assert rows and "status" not in rows[0]
    assert family(*asked, "--min-status", "reported").json == rows
    assert family(*asked, "--min-status", "convicted").json == []


def test_what_rests_on_no_claim_stays(packaged: Store) -> None:
    rows = [{"thing": "Ana", "claims": []}, {"status": "charged", "claims": ["claim/none"]}]
    assert at_least(packaged, rows, "convicted") == rows[:1]


def test_a_question_sees_only_what_is_firm_enough_in_both_languages(family: Command) -> None:
    question = ("ask", "How many members does the Test Cartel have?", "--json")
    found = family(*question, "--min-status", "alleged", "--check").json
    assert (found["status"], found["min_status"]) == ("answered", "alleged")
    assert found["check"]["equal"]
    ran = family(*question, "--min-status", "charged")
    assert ran.status == 4
    assert ran.json["reason"].endswith(" (Only what is at least charged was looked at.)")


def test_an_unknown_status_names_the_known_ones(family: Command) -> None:
    for command in (["query", "membership"], ["ask", "Who is a member of the Test Cartel?"]):
        ran = family(*command, "--min-status", "denied")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == (
            "kg: --min-status 'denied' is unknown; choose one of dismissed, acquitted, alleged, "
            "charged, reported, stated, pleaded guilty, convicted, sentenced.\n"
        )

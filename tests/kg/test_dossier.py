"""``kg show``: what was set aside is marked, ties come from both sides, custody has its gaps."""

from __future__ import annotations

from typing import Any

import pytest

from kg.dossier import with_gaps
from tests.kg_command import Command


def cells(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[c] for c in columns) for row in rows]


def test_a_value_that_was_set_aside_is_marked(family: Command) -> None:
    rows = family("show", "transfer/2020-05-06", "--format", "json").json
    dates = [r for r in rows if r["predicate"] == "date_claimed"]
    assert cells(dates, "object", "status", "rank") == [
        ("2020-05-06", "stated", "normal"),
        ("2020-05-07", "stated", "deprecated"),
    ]
    lines = family("show", "transfer/2020-05-06").out.splitlines()
    assert lines[0].split() == ["predicate", "object", "valid", "status", "rank", "inferred"]
    [marked] = [line for line in lines if "2020-05-07" in line]
    assert marked.split() == ["date_claimed", "2020-05-07", "stated", "deprecated", "no"]
    assert [line for line in lines if " normal " in line] == []


def test_ranks_have_a_column_only_where_there_are_any(family: Command) -> None:
    heading = family("show", "Iván Soto").out.splitlines()[0]
    assert heading.split() == ["predicate", "object", "valid", "status", "inferred"]


def test_a_claim_that_draws_no_fact_is_shown_at_both_its_ends(family: Command) -> None:
    rows = family("show", "Luz Vera", "--format", "json").json
    member = [r for r in rows if r["predicate"] == "MEMBER_OF"]
    assert cells(member, "status", "rank", "claims") == [
        ("alleged", None, ["claim/g-8"]),
        ("denied", "normal", ["claim/g-4"]),
    ]
    rows = family("show", "Test Cartel", "--format", "json").json
    members = [r for r in rows if r["predicate"] in ("HAS_MEMBER", "^MEMBER_OF")]
    assert cells(members, "predicate", "object", "status") == [
        ("HAS_MEMBER", "Bruno Robles", "alleged"),
        ("HAS_MEMBER", "Luz Vera", "alleged"),
        ("^MEMBER_OF", "Luz Vera", "denied"),
    ]


def test_a_tie_that_is_said_from_both_ends_is_shown_once(family: Command) -> None:
    rows = family("show", "Bruno Robles", "--format", "json").json
    mother = [r["predicate"] for r in rows if r["object"] == "Ana Robles"]
    assert "CHILD_OF" in mother and "^PARENT_OF" not in mother
    assert "^MOTHER_OF" in mother  # of which nothing says the inverse


def test_custody_stands_below_the_table_of_a_person(family: Command) -> None:
    whole = family("show", "Bruno Robles").out
    chain = family("show", "Bruno Robles", "--custody").out
    assert whole.endswith(f"\n\n{chain}")
    rows = family("show", "Bruno Robles", "--custody", "--format", "json").json
    assert cells(rows, "date", "step", "event", "status", "claims") == [
        ("../2020-05-06", "gap", "the arrest before this is not recorded", None, []),
        (
            "2020-05-06",
            "transfer to another state",
            "Transfer of Bruno Robles, 2020-05-06",
            "stated",
            ["claim/faro-6"],
        ),
        ("2020-05-06/..", "gap", "no plea, verdict or sentence is recorded", None, []),
    ]


def test_custody_is_about_a_person(family: Command) -> None:
    ran = family("show", "Test Cartel", "--custody")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "kg: --custody is about a person; 'Test Cartel' is none.\n"


def test_a_claim_is_left_to_why(family: Command) -> None:
    ran = family("show", "claim/g-5")
    assert ran.err.splitlines()[-1] == "'kg why claim/g-5' shows what a claim says, and where."


def chain(*steps: str) -> list[str]:
    """The steps with their gaps, of ``class date`` texts; a date ``-`` is none."""
    made = []
    for step in steps:
        kind, date = step.split(" ")
        labels = [kind, "Transfer"] if kind == "Extradition" else [kind]
        made.append(
            {"date": None if date == "-" else date, "step": kind, "event": "", "labels": labels}
        )
    return [
        f"{s['date']}: {s['event']}" if s["step"] == "gap" else f"{s['step']} {s['date'] or '-'}"
        for s in with_gaps(made)
    ]  # fmt: skip


OPEN = "no plea, verdict or sentence is recorded"
UNCHARGED = "no charge, plea, verdict or sentence is recorded"
NO_ARREST = "the arrest before this is not recorded"


@pytest.mark.parametrize(
    ("steps", "gaps"),
    [
        (
            ["Arrest 1993", "Sentence 1995", "Escape 2001", "Arrest 2014", "Escape 2015", "Arrest 2016"],
            {4: f"2014/2015: {UNCHARGED}", 7: f"2016/..: {OPEN}"},
        ),
        (
            ["Arrest 1985", "Sentence 1989", "Arrest 2022"],
            {2: "1985/2022: how custody ended before this is not recorded", 4: f"2022/..: {OPEN}"},
        ),
        (["Extradition 2017", "Verdict 2019"], {0: f"../2017: {NO_ARREST}"}),
        (
            ["Arrest 2013", "Charge 2013", "Release 2014", "Extradition 2017"],
            {3: f"2014/2017: {NO_ARREST}", 5: f"2017/..: {OPEN}"},
        ),
        (["Release 2013"], {0: f"../2013: {NO_ARREST}"}),
        (["Arrest 2015", "Charge -"], {1: f"2015/..: {OPEN}", 2: "None: of what follows no date is recorded"}),
        (["Arrest 2015", "Arrest 2015", "Sentence 2016"], {}),
        (["Charge 2015", "Arrest 2016", "Release 2017"], {2: f"2016/2017: {UNCHARGED}"}),
        ([], {}),
    ],
)  # fmt: skip
def test_a_gap_says_what_is_not_recorded(steps: list[str], gaps: dict[int, str]) -> None:
    expected = list(steps)
    for place, gap in gaps.items():
        expected.insert(place, gap)
    assert chain(*steps) == expected


def test_a_person_is_meant_before_a_page_of_the_same_name(kg: Command) -> None:
    ran = kg("show", "Rafael Caro Quintero", "--custody", "--format", "json")
    assert ran.status == 0, ran.err
    assert cells(ran.json, "date", "step", "administrations")[:5] == [
        ("1985-04-04", "arrest", ["De la Madrid administration", "Reagan administration"]),
        ("1985-04-04/2013", "gap", []),
        ("2013", "release", ["Obama administration", "Peña Nieto administration"]),
        ("2022-07-15", "arrest", ["Biden administration", "López Obrador administration"]),
        ("2025-02-27", "expulsion", ["Second Trump administration", "Sheinbaum administration"]),
    ]

"""``kg conflicts``: both sides of each dispute, what was decided, and why."""

from __future__ import annotations

from typing import Any

import pytest

from kg.conflicts import disputes_of
from kg.why.disputes import nodes
from tests.kg_command import Command

TREE = """\
1. Luz Vera: member of (within one source; one side denies it): open
├─ denies: Luz Vera is member of Test Cartel
│  └─ denied “no member of the cartel” — Carla Núñez, gaceta char=165,188
└─ alleged: Luz Vera is member of Test Cartel
   └─ alleged “Luz carried money” gaceta char=243,260

2. Transfer of Bruno Robles, 2020-05-06: number of people (within one source;
two values of what has one): open
├─ Transfer of Bruno Robles, 2020-05-06: number of people 13
│  └─ stated “12 others” gaceta char=232,241
└─ Transfer of Bruno Robles, 2020-05-06: number of people 12
   └─ reported “12 others” gaceta char=232,241

3. Transfer of Bruno Robles, 2020-05-06: date (between sources; marked by a
reader): one side is set aside
├─ stands: Transfer of Bruno Robles, 2020-05-06: date 6 May 2020
│  └─ stated el-faro char=130,150
├─ set aside: Transfer of Bruno Robles, 2020-05-06: date 7 May 2020
│  └─ stated, set aside “7 May 2020” gaceta char=215,225
└─ reason: The record shows the day before.
"""
COUNTED = (
    "3 disputes, 3 pairs of claims: 2 within one source, 1 between sources, 0 against the record; "
    "2 open.\n"
)


def test_both_sides_stand_with_the_resolution_and_its_reason(family: Command) -> None:
    ran = family("conflicts")
    assert (ran.status, ran.out, ran.err) == (0, TREE, COUNTED)


def test_a_kind_and_an_entity_choose_among_them(family: Command) -> None:
    first, _, third = TREE.split("\n\n")
    across = family("conflicts", "--kind", "across").out
    assert across == third.replace("3. ", "1. ", 1)
    assert family("conflicts", "Luz Vera").out == first + "\n"
    assert family("conflicts", "transfer/2020-05-06").out.count("\n\n") == 1


def test_an_entity_without_a_dispute_says_so(family: Command) -> None:
    ran = family("conflicts", "Dora Díaz")
    assert (ran.status, ran.out, ran.err) == (
        0,
        "",
        "No contradiction is recorded about Dora Díaz.\n",
    )
    ran = family("conflicts", "Dora Díaz", "--lang", "es")
    assert ran.err == "No consta ninguna contradicción sobre Dora Díaz.\n"


def test_json_has_the_sides_by_their_claims(family: Command) -> None:
    found = family("conflicts", "--kind", "across", "--json").json
    assert found["disputes"] == [
        {
            "kind": "across",
            "found_by": "reader",
            "resolution": "set aside",
            "stands": 0,
            "reasons": ["The record shows the day before."],
            "pairs": 1,
            "sides": [{"claims": ["claim/faro-5"]}, {"claims": ["claim/g-5"]}],
        }
    ]
    assert set(found["claims"]) == {"claim/faro-5", "claim/g-5"}


def test_two_preferred_claims_leave_a_dispute_open_and_say_so(family: Command) -> None:
    found = family("conflicts", "--kind", "across", "--json").json
    for claim in found["claims"].values():
        claim["rank"] = "preferred"
    [dispute] = disputes_of([("claim/faro-5", "claim/g-5")], found["claims"])
    assert (dispute["resolution"], dispute["stands"]) == ("open", None)
    [node] = nodes({**found, "disputes": [dispute]}, "en")
    assert node.lines[0].endswith(
        ": open, for both sides are preferred; give one of them another rank"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--kind", "none"], "--kind 'none' is unknown; choose one of within, across, against-record."),
        (["--lang", "fr"], "--lang 'fr' is unknown; choose en or es."),
        (["La Flaca"], "'La Flaca' may be one of 2: person/carla-nunez, person/dora-diaz; give the id."),
    ],
)  # fmt: skip
def test_a_mistake_says_what_to_do(family: Command, arguments: list[str], told: str) -> None:
    ran = family("conflicts", *arguments)
    assert (ran.status, ran.out, ran.err) == (2, "", f"kg: {told}\n")


def test_the_shipped_knowledge_has_disputes_of_each_kind_decided_by_rank(kg: Command) -> None:
    found: dict[str, Any] = kg("conflicts", "--json").json
    kinds = [d["kind"] for d in found["disputes"]]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "within": 7,
        "across": 29,
        "against-record": 75,
    }
    for dispute in found["disputes"]:
        ranks = [{found["claims"][c]["rank"] for c in s["claims"]} for s in dispute["sides"]]
        if dispute["resolution"] == "open":
            assert ranks[0] == ranks[1], dispute
        else:
            assert "deprecated" not in ranks[dispute["stands"]], dispute
            assert dispute["reasons"], dispute

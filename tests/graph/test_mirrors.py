"""Each tie once: of the relationships that restate one another all but one are mirrors."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.claims.mirrors import marked
from graph.claims.rdf import Fact
from graph.loading import load, unload
from graph.projection.nodes import PropertyGraph
from graph.stores import Store, open_store, parse_address
from ontology import BASE, KG
from tests.graph.test_load import document

KIN = ("siblingOf", "parentOf", "childOf", "fatherOf", "relatedTo", "spouseOf")
GROUPS = {  # the relationship types that say one tie: the same way round, or turned
    "SIBLING_OF": "sibling",
    "SPOUSE_OF": "spouse",
    "PARENT_OF": "parent",
    "CHILD_OF": "parent",
    "FATHER_OF": "parent",
}


def fact(subject: str, predicate: str, value: str, rule: str | None = None, **more: str) -> Fact:
    return Fact(
        *(BASE + subject, KG + predicate, BASE + value),
        valid=more.get("valid"),
        statuses=frozenset({more.get("status", "reported")}),
        rule=rule,
    )


def told(*facts: Fact) -> list[str]:
    """The facts that stand for their ties, and those that claims state."""
    return [
        f"{f.subject.removeprefix(BASE)} {f.predicate.removeprefix(KG)} {f.object.removeprefix(BASE)}"
        f"{'' if f.claimed else ' by rule'}"
        for f in marked(list(facts))
        if not f.mirror
    ]


def test_a_stated_tie_stands_for_the_copies_that_rules_make_of_it() -> None:
    copies = [
        fact("a", "siblingOf", "b", "symmetric"),
        fact("a", "relatedTo", "b", "subproperty"),
        fact("b", "relatedTo", "a", "symmetric"),
    ]
    found = list(marked([*copies, fact("b", "siblingOf", "a")]))

    assert [f.mirror for f in found] == [True, True, True, False]
    assert all(f.claimed for f in found)


def test_of_two_that_sources_state_the_more_special_stands() -> None:
    assert told(fact("b", "childOf", "a"), fact("a", "fatherOf", "b")) == ["a fatherOf b"]


def test_of_two_ways_round_that_sources_state_the_firmer_stands_then_the_first_id() -> None:
    assert told(fact("a", "alliedWith", "b", status="alleged"), fact("b", "alliedWith", "a")) == [
        "b alliedWith a"
    ]
    assert told(fact("b", "spouseOf", "a"), fact("a", "spouseOf", "b")) == ["a spouseOf b"]


def test_what_a_source_states_is_no_mirror_of_what_a_rule_concludes() -> None:
    concluded = fact("a", "cousinOf", "b", "cousin")
    assert told(concluded, fact("a", "relatedTo", "b")) == [
        "a cousinOf b by rule",
        "a relatedTo b",
    ]


def test_an_inferred_tie_stands_as_its_own_rule_concludes_it() -> None:
    assert told(
        fact("b", "nephewOrNieceOf", "a", "inverse"),
        fact("a", "uncleOrAuntOf", "b", "uncle-or-aunt"),
    ) == ["a uncleOrAuntOf b by rule"]


def test_ties_of_two_intervals_are_two() -> None:
    once, again = fact("a", "spouseOf", "b", valid="1990/2000"), fact("b", "spouseOf", "a")
    assert told(once, again) == ["a spouseOf b", "b spouseOf a"]


# --- Loaded one after another -----------------------------------------------------------------------


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(parse_address(f"embedded:{tmp_path / 'store'}"))
    yield opened
    opened.close()


def claim(number: int, subject: str, predicate: str, value: str) -> str:
    return (
        f"<person/{subject}> a kg:Person . <person/{value}> a kg:Person . "
        f"<person/{subject}> kg:{predicate} <person/{value}> . "
        f"<claim/{number}> a kg:Claim ; rdf:subject <person/{subject}> ; "
        f"rdf:predicate kg:{predicate} ; rdf:object <person/{value}> ; kg:status 'reported' ; "
        "kg:statedIn <source/s> ; kg:locator 'row=1' ; kg:rank 'normal' ."
    )


def wrong(graph: PropertyGraph) -> list[tuple[object, ...]]:
    """Ties that none, or several, of their relationships stand for, and unjust mirrors."""
    ties: dict[tuple[object, ...], list[dict[str, object]]] = defaultdict(list)
    for r in graph.relationships:
        group = GROUPS.get(r.type)
        if group == "parent":
            ends = (r.end, r.start) if r.type == "CHILD_OF" else (r.start, r.end)
        else:
            ends = tuple(sorted((r.start, r.end)))  # type: ignore[assignment]
        if group:
            ties[(group, *ends)].append(dict(r.properties))
    found = []
    for tie, drawn in ties.items():
        stand = [r for r in drawn if not r.get("mirror")]
        stated = any(not r["inferred"] for r in drawn)
        if len(stand) != 1 or stand[0]["inferred"] == stated:
            found.append((*tie, "stands", len(stand)))
        if any(bool(r.get("claimed")) != stated for r in drawn):
            found.append((*tie, "claimed"))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_mirrors_stay_right_while_claims_come_and_go(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    held: set[str] = set()
    for number in range(14):
        if held and chance.random() < 0.35:
            gone = chance.choice(sorted(held))
            held.remove(gone)
            unload(store, [gone])
        else:
            one, other = chance.sample("abc", 2)
            text = claim(number, one, chance.choice(KIN), other)
            held.add(f"k{number}")
            load(store, [document(f"k{number}", text)])

        assert wrong(store.graph()) == []

"""Rules run on what is new alone conclude what whole rules do, on graphs that nobody wrote."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from graph.claims.infer import infer
from graph.claims.rdf import claimed_facts, dates, drawn, kg, overruled, thing
from graph.vocabulary import OBJECT_NODE, PREDICATE_NODE, SUBJECT_NODE, TYPE_NODE
from tests.graph.claimed import claim_nodes, classes
from tests.graph.whole_rules import infer_whole

PEOPLE = [f"person/{name}" for name in "abcdefg"]
TENURES = [f"tenure/{number}" for number in range(5)]
EVENTS = [f"event/{number}" for number in range(6)]
KIN = (
    *("parentOf", "fatherOf", "motherOf", "childOf", "siblingOf", "halfSiblingOf", "spouseOf"),
    *("stepParentOf", "uncleOrAuntOf", "grandparentOf", "cousinOf", "stepSiblingOf"),
)
KINDS = {"person": ["Person"], "tenure": ["Tenure"], "office": ["Office"], "place": ["Place"],
         "cartel": ["Cartel"], "administration": ["Administration"],
         "event": ["Arrest", "PolicyMeasure", "Killing", "Charge", "Sanction"]}  # fmt: skip
INTERVALS = (
    None,
    None,
    None,
    "2001/2005",
    "2003/2010",
    "2004-05/..",
    "2001-01-01/2005-12-31",
    "2012/",
)
TERMS = (
    "2001-01-20/2005-01-20",
    "2005-01-20/2009-01-20",
    "2009-01-20/..",
    "2004/2006",
    "2003~/2008",
)
DAYS = (
    "2005-01-20",
    "2004-05-06",
    "2004-05",
    "2004",
    "2010-10-10",
    "2003/2006",
    "2012?",
    "2001-01-20",
)


def rows(draw: random.Random) -> Iterator[tuple[str, str, str | tuple[str], str | None]]:
    """Subject, predicate, object (a text in a tuple) and interval of random claims."""
    one = draw.choice
    for _ in range(draw.randint(2, 14)):
        yield one(PEOPLE), one(KIN), one(PEOPLE), one(INTERVALS) if draw.random() < 0.3 else None
    for _ in range(draw.randint(0, 3)):
        yield one(PEOPLE), one(("memberOf", "leads", "founded")), "cartel/x", one(INTERVALS)
    for _ in range(draw.randint(0, 4)):
        yield f"place/{one('pqr')}", "partOf", f"place/{one('pqrs')}", one(INTERVALS)
    for tenure in TENURES[: draw.randint(0, 5)]:
        yield tenure, "holder", one(PEOPLE), None
        yield tenure, "office", one(("office/x", "office/y")), None
        for _ in range(draw.randint(0, 2)):
            yield tenure, "date", (one(TERMS),), None
        if draw.random() < 0.3:
            yield tenure, "attestedOn", (one(DAYS[:2]),), None
        if draw.random() < 0.6:
            yield (
                one(("administration/i", "administration/j")),
                "administrationTenure",
                tenure,
                None,
            )
    for event in EVENTS[: draw.randint(0, 6)]:
        for _ in range(draw.randint(1, 2)):
            yield event, "date", (one(DAYS),), None
        yield event, one(("madeBy", "concerns", "allegedPerpetrator")), one(PEOPLE), None


def graph(seed: int) -> list[ox.Quad]:
    """Claims with the triples that they draw, and a class of each thing."""
    draw = random.Random(seed)
    quads: dict[ox.Quad, None] = {}
    typed: set[str] = set()

    def say(
        subject: ox.NamedNode, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal
    ) -> None:
        quads[ox.Quad(subject, predicate, value)] = None

    said = list(rows(draw))
    # Some are said twice, mostly with another status.
    said += draw.sample(said, len(said) // 4)
    for number, (subject, predicate, value, valid) in enumerate(said):
        end = thing(value) if isinstance(value, str) else ox.Literal(*value)
        claim = thing(f"claim/{number}")
        for name in (subject, *([value] if isinstance(value, str) else [])):
            if name not in typed:
                typed.add(name)
                say(thing(name), TYPE_NODE, kg(draw.choice(KINDS[name.partition("/")[0]])))
        status = draw.choice(("stated", "stated", "charged", "alleged", "sentenced", "denied"))
        if status != "denied":
            say(thing(subject), kg(predicate), end)
        say(claim, TYPE_NODE, kg("Claim"))
        say(claim, SUBJECT_NODE, thing(subject))
        say(claim, PREDICATE_NODE, kg(predicate))
        say(claim, OBJECT_NODE, end)
        say(claim, kg("status"), ox.Literal(status))
        say(claim, kg("rank"), ox.Literal(draw.choice(("normal", "normal", "normal", "preferred"))))
        if valid:
            say(claim, kg("valid"), ox.Literal(valid))
        if number and draw.random() < 0.1:
            say(claim, kg("contradicts"), thing(f"claim/{draw.randrange(number)}"))
    return list(quads)


@pytest.mark.parametrize("block", range(8))
def test_rules_on_what_is_new_conclude_what_whole_rules_do(block: int) -> None:
    used: set[str] = set()
    for seed in range(block * 25, block * 25 + 25):
        quads = graph(seed)
        nodes = claim_nodes(quads)
        facts, passed = claimed_facts(nodes), frozenset(overruled(nodes))
        base = [*quads, *classes(quads), *dates(nodes), *drawn(nodes)]
        found = infer(base, facts, passed=passed)
        assert found == infer_whole(base, facts, passed=passed), f"seed {seed}"
        used.update(fact.rule or "" for fact in found)
    assert len(used) > 20, "the graphs give most rules something to conclude"

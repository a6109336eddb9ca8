"""Rules conclude what must be so, show what may be so, and nothing else."""

from __future__ import annotations

import owlrl
import pyoxigraph as ox
import pytest
import rdflib

from graph.claims.infer import derive
from graph.claims.rdf import Fact, claimed_facts
from ontology import BASE, KG, ROOM
from tests.graph.claimed import claim_nodes

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PREFIXES = f"@prefix kg: <{KG}> .\n@prefix rdf: <{RDF}> .\n@base <{BASE}> .\n"
Said = tuple[str, str, str] | tuple[str, str, str, dict[str, str]]


def derived(*rows: Said, more: str = "") -> list[ox.Quad]:
    """What follows from claims; a row may have valid, status, rank and contradicts (a number)."""
    lines = [PREFIXES, more]
    for number, (subject, predicate, value, *rest) in enumerate(rows, 1):
        said = rest[0] if rest else {}
        literal = predicate in ("date", "attestedOn")
        node = f'"{value}"' if literal else f"<{value}>"
        lines.append(f"<{subject}> kg:{predicate} {node} .")
        for name in [subject] if literal else [subject, value]:
            kind = name.partition("/")[0].capitalize()
            lines.append(f'<{name}> a kg:{kind} ; kg:name "{name}" .')
        lines.append(
            f"<claim/{number}> a kg:Claim ; rdf:subject <{subject}> ; rdf:predicate kg:{predicate} ;"
            f" rdf:object {node} ; kg:statedIn <source/s> ; kg:status"
            f' "{said.get("status", "stated")}" ; kg:rank "{said.get("rank", "normal")}" .'
        )
        if "valid" in said:
            lines.append(f'<claim/{number}> kg:valid "{said["valid"]}" .')
        if "contradicts" in said:
            lines.append(f"<claim/{number}> kg:contradicts <claim/{said['contradicts']}> .")
    return derive(list(ox.parse("\n".join(lines), format=ox.RdfFormat.TURTLE)))


def triples(quads: list[ox.Quad], *predicates: str) -> list[tuple[str, str, str]]:
    """The direct triples of some predicates."""
    found = []
    for quad in quads:
        local = quad.predicate.value.removeprefix(KG).removeprefix(RDF)
        if local in predicates and isinstance(quad.object, ox.NamedNode):
            end = quad.object.value.removeprefix(KG).removeprefix(BASE)
            found.append((quad.subject.value.removeprefix(BASE), local, end))
    return sorted(found)


def facts(quads: list[ox.Quad], predicate: str) -> dict[str, dict[str, list[str]]]:
    """The facts of a predicate with their values, by their subject and object."""
    nodes: dict[str, dict[str, list[str]]] = {}
    for q in quads:
        if isinstance(q.object, ox.NamedNode | ox.Literal):
            local = q.predicate.value.removeprefix(KG).removeprefix(RDF)
            value = q.object.value.removeprefix(KG).removeprefix(BASE).removeprefix(RDF)
            nodes.setdefault(q.subject.value, {}).setdefault(local, []).append(value)
    return {
        f"{n['subject'][0]} {n['object'][0]} {n.get('valid', [''])[0]}".strip(): n
        for n in nodes.values()
        if n.get("predicate") == [predicate]
    }


def term_of_office(name: str, when: str, **said: str) -> list[Said]:
    return [
        (f"tenure/{name}", "holder", f"person/{name}"),
        (f"tenure/{name}", "office", "office/president"),
        (f"tenure/{name}", "date", when, said),
    ]


EVENT = '<event/e> a kg:Arrest ; kg:name "e" .'


@pytest.mark.parametrize(
    ("tenure", "event", "during", "possibly"),
    [
        ("2018-12-01/2024-09-30", "2019-05-05", True, False),
        ("2018-12-01/2024-09-30", "2019", True, False),
        ("2018/2024", "2018-03-01", False, True),
        ("2018/2024", "2024-06", False, True),
        ("2018/2024", "2019", True, False),
        ("2018/2024", "2017", False, False),
        ("2019-01/2025-11-27", "2019", False, True),
        ("2019~/2025", "2019-06-01", False, True),
        ("2019-01-01/", "2020-01-01", False, False),
        ("2024-10-01/..", "2025", True, False),
        ("2024-10-01/..", "2024", False, True),
        ("2024-10-01/..", "2024-10-01", True, False),
        ("2018-12-01/2024-09-30", "2018-05/2019-05", False, True),
        ("2018-12-01/2024-09-30", "2024-05/2025-05", False, True),
        ("2018-12-01/2024-09-30", "2017/2025", False, True),
        ("2018-12-01/2024-09-30", "2019-05/", False, False),
        ("2018-12-01/2024-09-30", "../2019-05", False, False),
        ("2018-12-01/", "2018-11/2018-12-01", False, False),
    ],
)
def test_an_event_occurred_during_a_tenure_only_if_it_cannot_be_otherwise(
    tenure: str, event: str, during: bool, possibly: bool
) -> None:
    found = derived(*term_of_office("a", tenure), ("event/e", "date", event), more=EVENT)
    assert bool(triples(found, "occurredDuring")) is during
    assert bool(triples(found, "possiblyDuring")) is possibly


def test_a_handover_day_is_possibly_of_both_and_surely_of_neither() -> None:
    terms = [*term_of_office("a", "2021-01-20/2025-01-20"), *term_of_office("b", "2025-01-20/..")]
    found = derived(*terms, ("event/e", "date", "2025-01-20"), more=EVENT)
    assert triples(found, "occurredDuring") == []
    assert triples(found, "possiblyDuring") == [
        ("event/e", "possiblyDuring", "tenure/a"),
        ("event/e", "possiblyDuring", "tenure/b"),
    ]


def test_a_measure_of_a_handover_day_is_of_the_tenure_of_who_adopted_it() -> None:
    terms = [*term_of_office("a", "2021-01-20/2025-01-20"), *term_of_office("b", "2025-01-20/..")]
    order = [("event/e", "date", "2025-01-20"), ("event/e", "madeBy", "person/b")]
    heads = [
        ("administration/a", "administrationTenure", "tenure/a"),
        ("administration/b", "administrationTenure", "tenure/b"),
    ]
    found = derived(*terms, *order, *heads, more="<event/e> a kg:PolicyMeasure .")
    assert triples(found, "occurredUnder", "possiblyUnder", "possiblyDuring") == [
        ("event/e", "occurredUnder", "administration/b")
    ]


def test_siblings_are_not_drawn_through_a_half_sibling() -> None:
    found = derived(
        ("person/m", "motherOf", "person/a"),
        ("person/f", "fatherOf", "person/a"),
        ("person/m", "motherOf", "person/b"),
        ("person/g", "fatherOf", "person/b"),
        ("person/a", "siblingOf", "person/b"),
        ("person/b", "siblingOf", "person/c"),
    )
    assert ("person/a", "siblingOf", "person/c") not in triples(found, "siblingOf")
    both = {(s, o) for s, _, o in triples(found, "siblingOf") if s != "person/a"}
    assert not both & {(s, o) for s, _, o in triples(found, "halfSiblingOf")} - {
        ("person/b", "person/a")
    }


def test_nobody_is_concluded_to_be_sibling_and_half_sibling() -> None:
    found = derived(
        ("person/m", "motherOf", "person/a"),
        ("person/f", "fatherOf", "person/a"),
        ("person/m", "motherOf", "person/c"),
        ("person/g", "fatherOf", "person/c"),
        ("person/a", "siblingOf", "person/b"),
        ("person/b", "siblingOf", "person/c"),
    )
    assert ("person/a", "halfSiblingOf", "person/c") in triples(found, "halfSiblingOf")
    assert ("person/a", "siblingOf", "person/c") not in triples(found, "siblingOf")


@pytest.mark.parametrize("status", ["acquitted", "dismissed", "denied"])
@pytest.mark.parametrize("tie", ["leads", "memberOf", "founded", "affiliatedWith"])
def test_who_was_cleared_is_no_leader_and_his_kin_no_relatives(status: str, tie: str) -> None:
    cartel = "<organization/o> a kg:Cartel ."
    rows: list[Said] = [
        ("person/a", tie, "organization/o", {"status": status}),
        ("person/a", "siblingOf", "person/b"),
    ]
    found = derived(*rows, more=cartel)
    kinds = {end for _, _, end in triples(found, "type")}
    assert not kinds & {"Leader", "Relative", "Accused"}
    assert facts(found, tie) == {}
    rows.append(("person/a", tie, "organization/o", {"status": "alleged"}))
    assert facts(derived(*rows, more=cartel), tie)["person/a organization/o"]["evidence"] == [
        "claim/3"
    ]


def test_a_dismissed_charge_still_concerns_the_charged() -> None:
    found = derived(("charge/c", "concerns", "person/a", {"status": "dismissed"}))
    assert list(facts(found, "concerns")) == ["charge/c person/a"]


def test_in_laws_are_in_laws_for_the_time_of_the_marriage() -> None:
    found = derived(
        ("person/a", "spouseOf", "person/b", {"valid": "1990/1999"}),
        ("person/b", "siblingOf", "person/c"),
        ("person/p", "parentOf", "person/b"),
    )
    assert sorted(facts(found, "siblingInLawOf")) == [
        "person/a person/c 1990/1999",
        "person/c person/a 1990/1999",
    ]
    assert sorted(facts(found, "parentInLawOf")) == ["person/p person/a 1990/1999"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("2000/2005", "2010/2015", None),
        ("2000/2005", "2005/2015", None),
        ("2000/2005", "2003/2015", "2003/2005"),
        ("2000/2005", "2001-05-01", "2001-05-01"),
        ("2000/..", "2003/..", "2003/.."),
        ("2000/", "2003/", None),
        ("2000/", "2000/", "2000/"),
        ("2000/2005", "", "2000/2005"),
        ("", "", ""),
    ],
)
def test_parts_of_parts_hold_for_the_time_that_their_links_share(
    first: str, second: str, joined: str | None
) -> None:
    found = derived(
        ("organization/a", "partOf", "organization/b", {"valid": first} if first else {}),
        ("organization/b", "partOf", "organization/c", {"valid": second} if second else {}),
    )
    ends = [
        key for key in facts(found, "partOf") if key.startswith("organization/a organization/c")
    ]
    assert ends == ([] if joined is None else [f"organization/a organization/c {joined}".strip()])


def test_alliances_of_two_periods_are_mirrored_each() -> None:
    found = derived(
        ("organization/a", "alliedWith", "organization/b", {"valid": "2000/2005"}),
        ("organization/b", "alliedWith", "organization/a", {"valid": "2010/2015"}),
    )
    assert sorted(facts(found, "alliedWith")) == [
        "organization/a organization/b 2000/2005",
        "organization/a organization/b 2010/2015",
        "organization/b organization/a 2000/2005",
        "organization/b organization/a 2010/2015",
    ]


TWO_FATHERS: list[Said] = [
    ("person/f", "fatherOf", "person/a"),
    ("person/g", "fatherOf", "person/a", {"contradicts": "1"}),
    ("person/f", "fatherOf", "person/b"),
    ("person/g", "fatherOf", "person/b", {"contradicts": "3"}),
]


def test_two_fathers_in_contradiction_are_no_pair_of_parents() -> None:
    found = derived(*TWO_FATHERS)
    assert triples(found, "siblingOf", "halfSiblingOf") == []


def test_nothing_follows_from_what_a_preferred_claim_contradicts() -> None:
    rows: list[Said] = [
        ("person/f", "fatherOf", "person/a", {"rank": "preferred"}),
        ("person/g", "fatherOf", "person/a", {"contradicts": "1"}),
        ("person/h", "siblingOf", "person/g"),
        ("person/i", "siblingOf", "person/f"),
    ]
    found = derived(*rows)
    assert triples(found, "uncleOrAuntOf") == [("person/i", "uncleOrAuntOf", "person/a")]
    assert "person/g person/a" in facts(found, "fatherOf"), "it is still said"


def test_an_office_is_held_by_the_claims_of_the_date_that_is_shown() -> None:
    rows = [
        *term_of_office("a", "2018-12-01/2024-09-30", rank="preferred"),
        ("tenure/a", "date", "2018-12-01/2024-10-01", {"contradicts": "3"}),
    ]
    held = facts(derived(*rows), "holdsOffice")
    (fact,) = held.values()
    assert fact["valid"] == ["2018-12-01/2024-09-30"]
    assert sorted(fact["evidence"]) == ["claim/1", "claim/2", "claim/3"]


def test_the_firmest_derivation_counts_and_the_others_are_kept() -> None:
    rows: list[Said] = [
        ("person/a", "memberOf", "organization/o", {"status": "alleged"}),
        ("person/a", "leads", "organization/o", {"status": "convicted"}),
    ]
    found = derived(*rows, more="<organization/o> a kg:Cartel .")
    accused = facts(found, "type")["person/a Accused"]
    assert accused["status"] == ["convicted"]
    assert accused["evidence"] == ["claim/2"]
    (way,) = accused["derivation"]
    said = {
        (q.predicate.value, q.object.value)
        for q in found
        if q.subject.value == BASE + way and not isinstance(q.object, ox.BlankNode | ox.Triple)
    }
    weaker = Fact(BASE + "person/a", KG + "memberOf", BASE + "organization/o").iri
    assert said == {
        (RDF + "type", KG + "Derivation"),
        (KG + "rule", "accused"),
        (KG + "premise", weaker),
    }


def test_a_firmer_derivation_of_a_later_round_replaces_the_first() -> None:
    rows: list[Said] = [
        ("person/a", "parentOf", "person/b", {"status": "reported"}),
        ("person/b", "parentOf", "person/c", {"status": "reported"}),
        ("person/a", "fatherOf", "person/x", {"status": "stated"}),
        ("person/x", "fatherOf", "person/c", {"status": "stated"}),
    ]
    (fact,) = facts(derived(*rows), "grandparentOf").values()
    assert sorted(fact["evidence"]) == ["claim/3", "claim/4"]
    assert fact["status"] == ["stated"]


def test_a_claim_alone_draws_its_triple() -> None:
    text = PREFIXES + (
        "<claim/1> a kg:Claim ; rdf:subject <person/a> ; rdf:predicate kg:siblingOf ;"
        ' rdf:object <person/b> ; kg:statedIn <source/s> ; kg:status "stated" .'
    )
    quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert [f.object for f in claimed_facts(claim_nodes(quads))] == [BASE + "person/b"]
    assert ("person/a", "siblingOf", "person/b") in triples(derive(quads), "siblingOf")


def test_a_reasoner_knows_an_office_holder_as_an_official() -> None:
    graph = rdflib.Graph().parse(ROOM / "kg.ttl")
    graph.parse(
        data=PREFIXES + "<tenure/t> kg:holder <person/a> ; kg:office <office/o> .", format="turtle"
    )
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    person, kg = rdflib.URIRef(BASE + "person/a"), rdflib.Namespace(KG)
    assert (person, kg.holdsOffice, rdflib.URIRef(BASE + "office/o")) in graph
    assert (person, rdflib.RDF.type, kg.Official) in graph

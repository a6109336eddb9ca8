"""What stands behind an answer as PROV-O: each fact derived by a rule or drawn from claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from graph.claims import Fact
from graph.projection import Names, iri_of
from graph.vocabulary import OBJECT_NODE, PREDICATE_NODE, PREFIXES, SUBJECT_NODE, TYPE_NODE
from kg.why.keys import IS_A
from ontology import BASE, EDTF, KG, ontology

PROV = PREFIXES["prov"]
_RULES = BASE + "rule/"


def turtle(found: dict[str, Any]) -> str:
    """The facts, derivations, claims and sources in Turtle."""
    prefixes = {name: PREFIXES[name] for name in ("prov", "rdf", "rdfs", "xsd", "dct")}
    data = ox.serialize(
        sorted(set(_Provenance(found).triples()), key=str),
        format=ox.RdfFormat.TURTLE,
        prefixes={"kg": KG, **prefixes},
        base_iri=None,
    )
    return (data or b"").decode().rstrip("\n")


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def _text(value: str, language: str | None = None) -> ox.Literal:
    return ox.Literal(value, language=language) if language else ox.Literal(value)


class _Provenance:
    def __init__(self, found: dict[str, Any]) -> None:
        self.found = found
        self.names = Names({})

    def triples(self) -> Iterator[ox.Triple]:
        for name, fact in self.found["facts"].items():
            yield from self.fact(self.iri(name), fact)
        for name, words in self.found["rules"].items():
            rule = _node(_RULES + name)
            yield ox.Triple(rule, TYPE_NODE, _node(PROV + "Plan"))
            for language, text in words.items():
                yield ox.Triple(rule, _node(PREFIXES["rdfs"] + "comment"), _text(text, language))
        for name, claim in self.found["claims"].items():
            yield from self.claim(_node(iri_of(name)), claim)

    def iri(self, name: str) -> ox.NamedNode:
        """A fact's IRI: the one that an export with --derived has."""
        fact = self.found["facts"][name]
        object_ = fact["object"]
        value = f"\n{fact['value']}" if object_ is None else self._object(fact)
        subject, predicate = iri_of(fact["subject"]["id"]), self._predicate(fact["predicate"])
        return _node(Fact(subject, predicate, value, fact["valid"]).iri)

    def _object(self, fact: dict[str, Any]) -> str:
        identifier = str(fact["object"]["id"])
        return self.names.label_iri(identifier) if fact["predicate"] == IS_A else iri_of(identifier)

    def _predicate(self, name: str) -> str:
        if name == IS_A:
            return TYPE_NODE.value
        term = ontology().by_type.get(name) or ontology().by_key.get(name)
        return term.iri if term else f"{BASE}term/{name}"

    def fact(self, node: ox.NamedNode, fact: dict[str, Any]) -> Iterator[ox.Triple]:
        yield ox.Triple(node, TYPE_NODE, _node(PROV + "Entity"))
        yield ox.Triple(node, TYPE_NODE, _node(KG + "Fact"))
        yield ox.Triple(node, SUBJECT_NODE, _node(iri_of(fact["subject"]["id"])))
        yield ox.Triple(node, PREDICATE_NODE, _node(self._predicate(fact["predicate"])))
        said = _text(fact["value"]) if fact["object"] is None else _node(self._object(fact))
        yield ox.Triple(node, OBJECT_NODE, said)
        yield ox.Triple(node, _node(KG + "inferred"), ox.Literal(fact["inferred"]))
        for status in fact["statuses"]:
            yield ox.Triple(node, _node(KG + "statuses"), _text(status))
        if fact["valid"]:
            valid = ox.Literal(fact["valid"], datatype=_node(EDTF))
            yield ox.Triple(node, _node(KG + "valid"), valid)
        derived = _node(PROV + "wasDerivedFrom")
        if not fact["inferred"]:
            for claim in fact["claims"]:
                yield ox.Triple(node, derived, _node(iri_of(claim)))
        for number, way in enumerate(fact["derivations"], 1):
            activity = _node(f"{node.value}/derivation/{number}")
            plan = _node(f"{node.value}/derivation/{number}/plan")
            yield ox.Triple(node, _node(PROV + "wasGeneratedBy"), activity)
            yield ox.Triple(activity, TYPE_NODE, _node(PROV + "Activity"))
            yield ox.Triple(activity, _node(PROV + "qualifiedAssociation"), plan)
            yield ox.Triple(plan, TYPE_NODE, _node(PROV + "Association"))
            yield ox.Triple(plan, _node(PROV + "agent"), _node(BASE + "software/expediente"))
            yield ox.Triple(plan, _node(PROV + "hadPlan"), _node(_RULES + way["rule"]))
            used = [self.iri(p) for p in way["premises"] if p in self.found["facts"]]
            used += [_node(iri_of(c)) for c in way["claims"]]
            for one in used:
                yield ox.Triple(activity, _node(PROV + "used"), one)
                yield ox.Triple(node, derived, one)

    def claim(self, node: ox.NamedNode, claim: dict[str, Any]) -> Iterator[ox.Triple]:
        source = _node(f"{BASE}source/{claim['source']['id']}")
        yield ox.Triple(node, TYPE_NODE, _node(PROV + "Entity"))
        yield ox.Triple(node, TYPE_NODE, _node(KG + "Claim"))
        yield ox.Triple(node, SUBJECT_NODE, _node(iri_of(claim["subject"]["id"])))
        for name in [claim["predicate"]] if isinstance(claim["predicate"], str) else []:
            yield ox.Triple(node, PREDICATE_NODE, _node(self._predicate(name)))
        said = claim["object"]
        value = _text(claim["value"]) if said is None else _node(iri_of(said["id"]))
        yield ox.Triple(node, OBJECT_NODE, value)
        yield ox.Triple(node, _node(PROV + "hadPrimarySource"), source)
        for speaker in claim["attributed_to"]:
            agent = _node(iri_of(speaker["id"]))
            yield ox.Triple(node, _node(PROV + "wasAttributedTo"), agent)
            yield ox.Triple(agent, TYPE_NODE, _node(PROV + "Agent"))
            yield ox.Triple(agent, _node(PREFIXES["rdfs"] + "label"), _text(speaker["name"]))
        for channel in claim["via"]:
            yield ox.Triple(node, _node(KG + "via"), _node(iri_of(channel["id"])))
        for key in ("status", "certainty", "rank", "locator", "quote"):
            if claim[key]:
                yield ox.Triple(node, _node(KG + key), _text(claim[key]))
        for key in ("valid", "recorded"):
            if claim[key]:
                dated = ox.Literal(claim[key], datatype=_node(EDTF))
                yield ox.Triple(node, _node(KG + key), dated)
        for other in claim["contradicts"]:
            yield ox.Triple(node, _node(KG + "contradicts"), _node(iri_of(other)))
        yield ox.Triple(source, TYPE_NODE, _node(PROV + "Entity"))
        yield ox.Triple(source, _node(PREFIXES["dct"] + "title"), _text(claim["source"]["title"]))
        if claim["source"]["sha256"]:
            yield ox.Triple(source, _node(KG + "sha256"), _text(claim["source"]["sha256"]))

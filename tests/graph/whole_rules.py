"""What follows, the plain way: every rule is run whole, by a SPARQL engine, until nothing new comes.

The rules' files are the same, and so is what a conclusion is; what is joined, and in which order,
is left to the engine.  What :mod:`graph.claims.infer` concludes must be equal to this.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path

import pyoxigraph as ox

from graph.claims.dates import DateError, common
from graph.claims.infer import sparql_store
from graph.claims.rdf import Fact, span
from graph.vocabulary import OBJECT_NODE as OBJECT
from graph.vocabulary import PREDICATE_NODE as PREDICATE
from graph.vocabulary import SUBJECT_NODE as SUBJECT
from ontology import KG, OntologyError, ontology
from ontology import ROOM as ONTOLOGY_ROOM

RULES = ONTOLOGY_ROOM / "rules"
MOST_ROUNDS = 50


@dataclass(frozen=True)
class Rule:
    """A rule's name (its file's), its text, and the predicates that its premises may have.

    ``reads`` is None for a rule about predicates as such (symmetric, inverse and their like).
    """

    name: str
    text: str
    reads: frozenset[str] | None
    stage: int = 1

    def may_find_more(self, fresh: set[str]) -> bool:
        """Whether facts with these predicates can lead to a new conclusion."""
        return self.reads is None or not self.reads.isdisjoint(fresh)


def rules(folder: Path = RULES) -> list[Rule]:
    """All rule files, by name."""
    return [_rule(p.stem, p.read_text("utf-8")) for p in sorted(folder.glob("*.rq"))]


def _rule(name: str, text: str) -> Rule:
    stage = 2 if re.search(r"(?m)^#\+ stage: 2$", text) else 1
    if re.search(r"rdf:predicate\s+\?p\b", text):
        return Rule(name, text, None, stage)
    reads = frozenset(KG + local for local in re.findall(r"\bkg:(\w+)", text))
    return Rule(name, text, reads, stage)


def _conclusions(rule: Rule, store: ox.Store) -> list[dict[str, list[str]]]:
    try:
        triples = store.query(rule.text, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise OntologyError(f"ontology/rules/{rule.name}.rq: {error}; mend the rule.") from error
    if not isinstance(triples, ox.QueryTriples):
        raise OntologyError(f"ontology/rules/{rule.name}.rq: must be a CONSTRUCT.")
    nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if not isinstance(triple.object, ox.BlankNode | ox.Triple):
            nodes[str(triple.subject)][triple.predicate.value].append(triple.object.value)
    return list(nodes.values())


class _Working:
    """The facts so far, by triple and as RDF."""

    def __init__(
        self, quads: Iterable[ox.Quad], facts: list[Fact], passed: frozenset[str] = frozenset()
    ) -> None:
        self.store = sparql_store(quads)
        self.facts: dict[str, Fact] = {}
        self.claimed: dict[tuple[str, str, str], set[str | None]] = defaultdict(set)
        for fact in facts:
            self.claimed[fact.subject, fact.predicate, fact.object].add(fact.valid)
        self.add([f for f in facts if not f.evidence <= passed or not f.evidence])

    def add(self, facts: list[Fact]) -> None:
        for fact in facts:
            self.facts[fact.iri] = fact
        self.store.bulk_extend(q for f in facts for q in f.quads())
        self.store.bulk_extend(f.direct() for f in facts if f.inferred)

    def conclude(self, rule: Rule, found: dict[str, list[str]]) -> Fact | None:
        """The fact of one solution; None if it is no news."""
        subject, predicate, value = (
            found.get(p.value, [""])[0] for p in (SUBJECT, PREDICATE, OBJECT)
        )
        if subject == value:
            return None  # nobody is related to himself
        try:
            valid = reduce(common, sorted(found.get(KG + "valid", [])), None)
        except DateError:
            return None  # the premises need not hold at once
        claimed = self.claimed.get((subject, predicate, value))
        if claimed is not None and (valid is None or valid in claimed):
            return None  # a claim needs no rule
        premises = sorted(set(found.get(KG + "premise", [])))
        evidence = set(found.get(KG + "evidence", []))
        statuses: set[str] = set()
        for premise in premises:
            evidence |= self.facts[premise].evidence
            statuses |= self.facts[premise].statuses
        for claim in found.get(KG + "evidence", []):
            for quad in self.store.quads_for_pattern(
                ox.NamedNode(claim), ox.NamedNode(KG + "status"), None, None
            ):
                if isinstance(quad.object, ox.Literal):
                    statuses.add(quad.object.value)
        fact = Fact(
            subject,
            predicate,
            value,
            valid,
            *span(valid),
            frozenset(evidence),
            frozenset(statuses),
            rule.name,
            tuple(premises),
        )
        known = self.facts.get(fact.iri)
        # Whatever is firmer than a conclusion cannot itself have been concluded from it.
        news = known is None or (known.inferred and _firmness(fact) > _firmness(known))
        return fact if news else None

    def round(self, using: list[Rule]) -> set[str]:
        """Runs rules once; the predicates of what is new."""
        fresh: dict[str, dict[tuple[str, tuple[str, ...]], Fact]] = defaultdict(dict)
        for rule in using:
            for found in _conclusions(rule, self.store):
                fact = self.conclude(rule, found)
                if fact is None:
                    continue
                key = (rule.name, fact.premises)
                other = fresh[fact.iri].get(key)
                if other:  # one derivation that several claims support: they count together
                    fact = replace(
                        fact,
                        evidence=fact.evidence | other.evidence,
                        statuses=fact.statuses | other.statuses,
                    )
                fresh[fact.iri][key] = fact
        new = [_best(list(ways.values())) for _, ways in sorted(fresh.items()) if ways]
        for fact in new:
            if fact.iri in self.facts:  # firmer now
                for quad in list(self.store.quads_for_pattern(ox.NamedNode(fact.iri), None, None)):
                    self.store.remove(quad)
        self.add(new)
        return {fact.predicate for fact in new}


def _firmness(fact: Fact) -> int:
    """The firmness of the weakest status."""
    return min((ontology().statuses.get(s, -1) for s in fact.statuses), default=-1)


def _effort(fact: Fact) -> tuple[int, int, str, tuple[str, ...]]:
    return (-_firmness(fact), len(fact.premises), fact.rule or "", fact.premises)


def _best(ways: list[Fact]) -> Fact:
    """The best of a conclusion's derivations, with the others beside."""
    first, *others = sorted(ways, key=_effort)
    return replace(first, others=tuple((f.rule or "", f.premises) for f in others))


def infer_whole(
    quads: Iterable[ox.Quad],
    facts: list[Fact],
    using: list[Rule] | None = None,
    passed: frozenset[str] = frozenset(),
) -> list[Fact]:
    """The facts that the rules conclude from ``quads`` and ``facts``, sorted by triple.

    A fact that only ``passed`` claims support is no premise.
    """
    working = _Working(quads, facts, passed)
    using = rules() if using is None else using
    for stage in sorted({rule.stage for rule in using}):
        running = [rule for rule in using if rule.stage <= stage]
        changed: set[str] | None = None  # the predicates of the last round's facts; at first all
        for _ in range(MOST_ROUNDS):
            concerned = [r for r in running if changed is None or r.may_find_more(changed)]
            changed = working.round(concerned)
            if not changed:
                break
        else:
            raise OntologyError(
                f"The rules did not settle in {MOST_ROUNDS} rounds; look for a loop."
            )
    inferred = [f for f in working.facts.values() if f.inferred]
    return sorted(inferred, key=lambda f: (f.subject, f.predicate, f.object, f.valid or ""))

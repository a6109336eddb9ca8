"""Inference: rule files run over the facts until nothing new comes.

A rule is a SPARQL CONSTRUCT in ``ontology/rules`` (:mod:`graph.claims.rules` reads them).  Each
solution makes one blank node with ``rdf:subject``, ``rdf:predicate``, ``rdf:object``, its
``kg:premise`` facts, and, where a premise is a bare claim, ``kg:evidence``; ``kg:valid`` gives the
conclusion an interval, and several the one that they have in common: without one nothing follows.
Rules run together in rounds, those that say what is not so (``#+ stage: 2``) when the others have
settled; after its first round a rule sees only what the round before has found, joined with all
that is known.  A conclusion has the firmest of its derivations, of several the one with the fewest
premises, so that the result does not depend on any order; the others that the same round found are
kept beside.  So are, of a fact that is claimed, the derivations that do not rest on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache, reduce
from itertools import chain

import pyoxigraph as ox

from graph.claims.dates import DateError, common
from graph.claims.joins import Joined
from graph.claims.known import Known, New
from graph.claims.mirrors import marked
from graph.claims.patterns import Literal
from graph.claims.rdf import (
    DERIVED,
    Fact,
    Reading,
    asserted,
    claimed_facts,
    dates,
    drawn,
    inherited,
    overruled,
    span,
)
from graph.claims.rules import Rule, rules
from graph.claims.sheets import Sheets
from graph.vocabulary import GRAPH_ONTOLOGY, TYPE, TYPE_NODE
from graph.vocabulary import OBJECT_NODE as OBJECT
from graph.vocabulary import PREDICATE_NODE as PREDICATE
from graph.vocabulary import SUBJECT_NODE as SUBJECT
from ontology import FILES as ONTOLOGY_FILES
from ontology import KG, OntologyError, ontology

MOST_ROUNDS = 50
MOST_AT_ONCE = 1_000_000
"""Solutions of a rule in a round, beside twenty for each fact that claims support."""
_STATUS, _VALID, _PREMISE, _EVIDENCE = (
    KG + local for local in ("status", "valid", "premise", "evidence")
)


def ontology_quads() -> list[ox.Quad]:
    """The ontology itself, in a graph of its own."""
    return list(_ontology_quads())


@cache
def _ontology_quads() -> tuple[ox.Quad, ...]:
    graph = ox.NamedNode(GRAPH_ONTOLOGY)
    parsed = chain.from_iterable(
        ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) for path in ONTOLOGY_FILES
    )
    return tuple(ox.Quad(q.subject, q.predicate, q.object, graph) for q in parsed)


def sparql_store(quads: Iterable[ox.Quad]) -> ox.Store:
    """An in-memory SPARQL store of quads and the ontology.

    It normalises literals, so it only answers questions.
    """
    found = ox.Store()
    found.bulk_extend(quads)
    found.bulk_extend(ontology_quads())
    return found


Triple = tuple[str, str, str]
"""Subject, predicate and object."""
Way = tuple[str, tuple[str, ...]]
"""The rule and the premises of a derivation."""


class _Working:
    """The facts so far, by their triple and interval, and as rules read them."""

    def __init__(
        self, known: Known, facts: list[Fact], using: list[Rule], passed: frozenset[str]
    ) -> None:
        self.known = known
        self.most = MOST_AT_ONCE + 20 * len(facts)
        self.joined = {rule.name: Joined(rule, self.known) for rule in using}
        self.facts: dict[tuple[Triple, str | None], Fact] = {}
        self.named: dict[str, Fact] = {}
        self.claimed: dict[Triple, set[str | None]] = defaultdict(set)
        self.also: dict[tuple[Triple, str | None], set[Way]] = defaultdict(set)
        for fact in facts:
            self.claimed[fact.subject, fact.predicate, fact.object].add(fact.valid)
        self.add([f for f in facts if not f.evidence <= passed or not f.evidence])

    def add(self, facts: list[Fact]) -> New:
        """Takes facts; what is new of them for rules."""
        new = New()
        for fact in facts:
            triple = fact.subject, fact.predicate, fact.object
            self.facts[triple, fact.valid] = self.named[fact.iri] = fact
            row = (*triple, fact.iri)
            self.known.add_fact(row, fact.valid)
            new.facts[fact.predicate].append(row)
            if fact.inferred and self.known.add_triple(*triple):
                new.triples[fact.predicate].append((fact.subject, fact.object))
        return new

    def conclude(self, rule: Rule, found: dict[str, list[str]]) -> Fact | None:
        """The fact of one solution; None if it is no news."""
        ((subject,), (predicate,), (value,)) = (
            found[p.value] for p in (SUBJECT, PREDICATE, OBJECT)
        )
        if subject == value:
            return None  # nobody is related to himself
        try:
            valid = reduce(common, sorted(found.get(_VALID, ())), None)
        except DateError:
            return None  # the premises need not hold at once
        triple = subject, predicate, value
        premises = tuple(sorted(set(found[_PREMISE])))
        claimed = self.claimed.get(triple)
        if claimed is not None and (valid is None or valid in claimed):
            self.also[triple, valid].add((rule.name, premises))
            return None  # a claim needs no rule
        known = self.facts.get((triple, valid))
        if known and not known.inferred:
            return None
        evidence = set(found.get(_EVIDENCE, ()))
        statuses: set[str] = set()
        for claim in evidence:
            for _, status in self.known.triples[_STATUS].by_subject.get(claim, ()):
                if isinstance(status, Literal):
                    statuses.add(status.text)
        for premise in premises:
            evidence |= self.named[premise].evidence
            statuses |= self.named[premise].statuses
        # Whatever is firmer than a conclusion cannot itself have been concluded from it.
        if known and _firmness(statuses) <= _firmness(known.statuses):
            return None
        return Fact(
            *triple,
            valid,
            *span(valid),
            frozenset(evidence),
            frozenset(statuses),
            rule.name,
            premises,
        )

    def round(self, using: list[Rule], new: New, all_of: set[str]) -> New | None:
        """Runs rules once, on what is new or (``all_of``) on all; what is new then, if anything."""
        fresh: dict[tuple[Triple, str | None], dict[Way, Fact]] = defaultdict(dict)
        firmest: dict[tuple[Triple, str | None], int] = {}
        for rule in using:
            joined = self.joined[rule.name]
            for found in joined.solutions(None if rule.name in all_of else new, self.most):
                fact = self.conclude(rule, found)
                if fact is None:
                    continue
                key = (fact.subject, fact.predicate, fact.object), fact.valid
                firmest[key] = max(_firmness(fact.statuses), firmest.get(key, -1))
                way = rule.name, fact.premises
                other = fresh[key].get(way)
                if other:  # one derivation that several claims support: they count together
                    fact = replace(
                        fact,
                        evidence=fact.evidence | other.evidence,
                        statuses=fact.statuses | other.statuses,
                    )
                fresh[key][way] = fact
        if not fresh:
            return None
        best = {key: _best(list(ways.values())) for key, ways in fresh.items()}
        found_now = self.add(list(best.values()))
        for key, fact in best.items():
            if firmest[key] > _firmness(fact.statuses):
                # One of the claims alone is firmer than all together: its premises come again.
                self._again(found_now, {p for f in fresh[key].values() for p in f.premises})
        return found_now

    def running(self, new: New) -> list[str]:
        """The rules that concluded what came last."""
        found = {self.named[row[3]].rule for rows in new.facts.values() for row in rows}
        return sorted(rule for rule in found if rule)

    def inferred(self) -> list[Fact]:
        """The facts that rules concluded, sorted by triple."""
        found = [f for f in self.facts.values() if f.inferred]
        return sorted(found, key=lambda f: (f.subject, f.predicate, f.object, f.valid or ""))

    def with_derivations(self, fact: Fact) -> Fact:
        """A claimed fact with the ways in which rules conclude the same without resting on it."""
        triple = fact.subject, fact.predicate, fact.object
        ways = self.also.get((triple, fact.valid), set()) | self.also.get((triple, None), set())
        others = [way for way in ways if not self._rests_on(way[1], triple)]
        return replace(fact, others=tuple(sorted(others))) if others else fact

    def _rests_on(self, premises: tuple[str, ...], triple: Triple) -> bool:
        waiting, seen = list(premises), set(premises)
        while waiting:
            fact = self.named[waiting.pop()]
            if (fact.subject, fact.predicate, fact.object) == triple:
                return True
            waiting += set(fact.premises) - seen
            seen.update(fact.premises)
        return False

    def _again(self, new: New, premises: set[str]) -> None:
        for name in sorted(premises):
            fact = self.named[name]
            new.facts[fact.predicate].append((fact.subject, fact.predicate, fact.object, name))


def _firmness(statuses: Collection[str]) -> int:
    """The firmness of the weakest status."""
    order = ontology().statuses
    return min((order.get(s, -1) for s in statuses), default=-1)


def _effort(fact: Fact) -> tuple[int, int, str, tuple[str, ...]]:
    return (-_firmness(fact.statuses), len(fact.premises), fact.rule or "", fact.premises)


def _best(ways: list[Fact]) -> Fact:
    """The best of a conclusion's derivations, with the others beside."""
    if len(ways) == 1:
        return ways[0]
    first, *others = sorted(ways, key=_effort)
    return replace(first, others=tuple((f.rule or "", f.premises) for f in others))


def infer(
    quads: Iterable[ox.Quad],
    facts: list[Fact],
    using: list[Rule] | None = None,
    passed: frozenset[str] = frozenset(),
) -> list[Fact]:
    """The facts that the rules conclude from ``quads`` and ``facts``, sorted by triple.

    A fact that only ``passed`` claims support is no premise.
    """
    using = rules() if using is None else using
    return _settled(_known(using, quads), facts, using, passed).inferred()


def _known(using: list[Rule], quads: Iterable[ox.Quad]) -> Known:
    known = Known(using)
    known.read(ontology_quads())
    known.read(quads)
    return known


def _settled(
    known: Known, facts: list[Fact], using: list[Rule], passed: frozenset[str]
) -> _Working:
    """All that is known when nothing new comes."""
    working = _Working(known, facts, using, passed)
    for stage in sorted({rule.stage for rule in using}):
        running = [rule for rule in using if rule.stage <= stage]
        new = New()
        unseen = {rule.name for rule in running if rule.stage == stage}
        for _ in range(MOST_ROUNDS):
            found = working.round(running, new, unseen)
            if found is None:
                break
            new, unseen = found, set()
        else:
            raise OntologyError(
                f"The rules {', '.join(working.running(new))} still conclude something new after "
                f"{MOST_ROUNDS} rounds; look for a loop in ontology/rules."
            )
    return working


@cache
def predicates_read() -> frozenset[str]:
    """The predicates of all asserted triples from which anything follows."""
    return frozenset({*Known(rules()).triples, *Reading.PREDICATES})


def follows(quads: Iterable[ox.Quad], said: Callable[[Fact], bool]) -> Iterator[Fact | ox.Quad]:
    """All that follows from asserted quads: facts, inferred facts, dates, inherited classes.

    Of the quads those with :func:`predicates_read` are enough.  They are read once, and each that
    follows is given once, so that neither need be held; a fact comes as one, and :func:`as_quads`
    makes quads of it.  ``said`` tells whether the triple of a fact is among the asserted ones.
    """
    reading, using = Reading(), rules()
    known = _known(using, reading.through(quads))
    nodes = reading.nodes()

    def base() -> Iterator[ox.Quad]:
        yield from reading.classes()
        yield from dates(nodes)
        yield from drawn(nodes)

    known.read(base())
    facts = claimed_facts(nodes)
    settled = _settled(known, facts, using, frozenset(overruled(nodes)))
    facts = [settled.with_derivations(fact) for fact in facts]
    inferred = settled.inferred()
    del known, settled
    found = [*facts, *inferred]
    del facts, inferred
    yield from base()
    direct: dict[Triple, None] = {}
    for fact in marked(found):
        yield fact
        if (fact.inferred or not said(fact)) and _is_new(fact, direct, reading):
            yield fact.direct()
    kinds = {(s, kind) for s, p, o in direct if p == TYPE for kind in inherited(o)}
    for subject, kind in sorted(kinds):
        triple = subject, TYPE, kind
        if triple not in direct and not reading.inherits(subject, kind):
            yield ox.Quad(ox.NamedNode(subject), TYPE_NODE, ox.NamedNode(kind), DERIVED)


def _is_new(fact: Fact, direct: dict[Triple, None], reading: Reading) -> bool:
    """Notes the triple of a fact; whether it has not been given yet."""
    triple = fact.subject, fact.predicate, fact.object
    if triple in direct:
        return False
    direct[triple] = None
    return fact.predicate != TYPE or not reading.inherits(fact.subject, fact.object)


def as_quads(found: Iterable[Fact | ox.Quad]) -> Iterator[ox.Quad]:
    """What follows, as quads alone."""
    for one in found:
        if isinstance(one, Fact):
            yield from one.quads()
        else:
            yield one


def derive(quads: list[ox.Quad]) -> list[ox.Quad]:
    """All that follows from asserted quads, as a list."""
    said = {quad.triple for quad in quads if isinstance(quad.object, ox.NamedNode)}
    return list(as_quads(follows(quads, lambda fact: fact.direct().triple in said)))


def dataset(sheets: Sheets) -> tuple[list[ox.Quad], list[ox.Quad]]:
    """Asserted and derived quads of the sheets, each quad once."""
    quads = list(dict.fromkeys(asserted(sheets)))
    return quads, derive(quads)

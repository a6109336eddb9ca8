"""Claims become RDF: direct triples, claim nodes, and the facts that claims support together.

The asserted part (entities, sources, claims, direct triples) stands in the default graph.  What
is computed (facts with their evidence, comparable dates, inherited classes) stands in the graph
``GRAPH_DERIVED`` and is never exported unless asked for.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from graph.claims.dates import OPEN, DateError, certain, interval, one_of
from graph.claims.sheets import Sheets
from graph.vocabulary import OBJECT_NODE as OBJECT
from graph.vocabulary import PREDICATE_NODE as PREDICATE
from graph.vocabulary import SUBJECT_NODE as SUBJECT
from graph.vocabulary import TYPE_NODE as TYPE
from graph.vocabulary import XSD
from ontology import BASE, EDTF, GRAPH_DERIVED, KG, ontology

DERIVED = ox.NamedNode(GRAPH_DERIVED)

Term = ox.NamedNode | ox.BlankNode | ox.Literal


@cache
def kg(local: str) -> ox.NamedNode:
    """A term of the ontology."""
    return ox.NamedNode(KG + local)


def thing(identifier: str) -> ox.NamedNode:
    """The node of an id such as ``person/omar-garcia-harfuch``."""
    return ox.NamedNode(BASE + identifier)


def text(value: str) -> ox.Literal:
    """A plain string."""
    return ox.Literal(value)


def edtf(value: str) -> ox.Literal:
    """A date as it is known."""
    return ox.Literal(value, datatype=ox.NamedNode(EDTF))


def day(value: str) -> ox.Literal:
    """A full date."""
    return ox.Literal(value, datatype=ox.NamedNode(XSD + "date"))


def asserted(sheets: Sheets) -> Iterator[ox.Quad]:
    """The quads that the sheets say, in a fixed order; a triple may come more than once."""
    for entity in sheets.entities.values():
        node = thing(entity.id)
        for name in entity.classes:
            yield ox.Quad(node, TYPE, kg(name))
        yield ox.Quad(node, kg("name"), text(entity.name))
        if entity.name_es:
            yield ox.Quad(node, kg("nameEs"), text(entity.name_es))
        for label in entity.hidden_labels:
            yield ox.Quad(node, kg("hiddenLabel"), text(label))
        if entity.note:
            yield ox.Quad(node, kg("note"), text(entity.note))
    source_terms = {
        "title": "title",
        "kind": "sourceKind",
        "publisher": "publisherName",
        "url": "url",
        "published": "published",
        "read": "read",
        "sha256": "sha256",
        "language": "language",
        "licence": "licence",
        "note": "note",
    }
    for source in sheets.sources.values():
        node = thing("source/" + source.id)
        yield ox.Quad(node, TYPE, kg("Source"))
        yield ox.Quad(node, kg("name"), text(source.cells["title"]))
        for column, local in source_terms.items():
            cell = source.cells[column]
            if cell:
                term = ontology().terms[KG + local]
                yield ox.Quad(
                    node, kg(local), ox.Literal(cell, datatype=ox.NamedNode(term.datatype))
                )
    for claim in sheets.claims.values():
        node = thing("claim/" + claim.id)
        subject, predicate = thing(claim.subject), ox.NamedNode(claim.predicate.iri)
        value: ox.NamedNode | ox.Literal
        if claim.predicate.kind == "object":
            value = thing(claim.object)
        else:
            value = ox.Literal(claim.object, datatype=ox.NamedNode(claim.predicate.datatype))
        if claim.draws:
            yield ox.Quad(subject, predicate, value)
        yield ox.Quad(node, TYPE, kg("Claim"))
        yield ox.Quad(node, SUBJECT, subject)
        yield ox.Quad(node, PREDICATE, predicate)
        yield ox.Quad(node, OBJECT, value)
        yield ox.Quad(node, kg("statedIn"), thing("source/" + claim.source))
        yield ox.Quad(node, kg("status"), text(claim.status))
        yield ox.Quad(node, kg("rank"), text(claim.rank))
        yield ox.Quad(node, kg("locator"), text(claim.locator))
        for actor in claim.attributed_to:
            yield ox.Quad(node, kg("attributedTo"), thing(actor))
        for actor in claim.via:
            yield ox.Quad(node, kg("via"), thing(actor))
        if claim.certainty:
            level = ontology().certainties[claim.certainty]
            yield ox.Quad(node, kg("certainty"), text(claim.certainty))
            yield ox.Quad(node, kg("certaintyLevel"), ox.Literal(level))
        for other in claim.contradicts:
            yield ox.Quad(node, kg("contradicts"), thing("claim/" + other))
        if claim.quote:
            yield ox.Quad(node, kg("quote"), text(claim.quote))
        if claim.note:
            yield ox.Quad(node, kg("note"), text(claim.note))
        if claim.valid:
            yield ox.Quad(node, kg("valid"), edtf(claim.valid))
        cells = sheets.sources[claim.source].cells
        recorded = claim.recorded or cells["published"] or cells["read"]
        yield ox.Quad(node, kg("recorded"), edtf(recorded))


@dataclass(frozen=True)
class Fact:
    """A triple with one interval, and what supports it.

    ``evidence`` are the claims; an inferred fact also names its rule and its premises (facts), and
    the rules and premises of its ``others``: further derivations.  A ``mirror`` restates another
    fact; a ``claimed`` one is stated by claims, itself or as the one that it restates.
    """

    subject: str
    predicate: str
    object: str
    valid: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    evidence: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    rule: str | None = None
    premises: tuple[str, ...] = ()
    others: tuple[tuple[str, tuple[str, ...]], ...] = ()
    mirror: bool = False
    claimed: bool = False

    @property
    def inferred(self) -> bool:
        """Whether a rule concluded it."""
        return self.rule is not None

    @property
    def status(self) -> str | None:
        """The weakest status of its evidence."""
        order = ontology().statuses
        return min(self.statuses, key=lambda s: (order.get(s, -1), s), default=None)

    @property
    def iri(self) -> str:
        """A name that depends on the triple and its interval alone."""
        key = "\n".join((self.subject, self.predicate, self.object, self.valid or ""))
        return BASE + "fact/" + hashlib.sha256(key.encode()).hexdigest()[:20]

    def direct(self) -> ox.Quad:
        """The triple itself in the derived graph."""
        subject, predicate, value = map(ox.NamedNode, (self.subject, self.predicate, self.object))
        return ox.Quad(subject, predicate, value, DERIVED)

    def quads(self) -> Iterator[ox.Quad]:
        """The fact as a reified triple in the derived graph."""
        node = ox.NamedNode(self.iri)

        def quad(predicate: ox.NamedNode, value: Term) -> ox.Quad:
            return ox.Quad(node, predicate, value, DERIVED)

        yield quad(TYPE, kg("Fact"))
        yield quad(SUBJECT, ox.NamedNode(self.subject))
        yield quad(PREDICATE, ox.NamedNode(self.predicate))
        yield quad(OBJECT, ox.NamedNode(self.object))
        yield quad(kg("inferred"), ox.Literal(self.inferred))
        for name in ("claimed", "mirror"):
            if getattr(self, name):
                yield quad(kg(name), ox.Literal(True))
        for claim in sorted(self.evidence):
            yield quad(kg("evidence"), ox.NamedNode(claim))
        for status in sorted(self.statuses):
            yield quad(kg("statuses"), text(status))
        if self.status:
            yield quad(kg("status"), text(self.status))
        if self.valid:
            yield quad(kg("valid"), edtf(self.valid))
        if self.valid_from:
            yield quad(kg("validFrom"), day(self.valid_from))
        if self.valid_to:
            yield quad(kg("validTo"), day(self.valid_to))
        if self.rule:
            yield quad(kg("rule"), text(self.rule))
        for premise in self.premises:
            yield quad(kg("premise"), ox.NamedNode(premise))
        for rule, premises in self.others:
            key = "\n".join((rule, *premises)).encode()
            way = ox.NamedNode(f"{self.iri}/{hashlib.sha256(key).hexdigest()[:12]}")
            yield quad(kg("derivation"), way)
            yield ox.Quad(way, TYPE, kg("Derivation"), DERIVED)
            yield ox.Quad(way, kg("rule"), text(rule), DERIVED)
            for premise in premises:
                yield ox.Quad(way, kg("premise"), ox.NamedNode(premise), DERIVED)
        term = ontology().terms.get(self.predicate)
        if term and term.degree is not None:
            yield quad(kg("kinDegree"), ox.Literal(term.degree))
        if term and term.kinship:
            yield quad(kg("kinKind"), text(term.kinship))


def span(valid: str | None) -> tuple[str | None, str | None]:
    """First and last day of an interval text; an unreadable one (foreign data) is unknown."""
    if not valid:
        return None, None
    try:
        return interval(valid)
    except DateError:
        return None, None


@dataclass(slots=True)
class ClaimNode:
    """The parts of a claim, of each the first that was read; ``contradicts`` has the others' IRIs."""

    subject: Term | None = None
    predicate: Term | None = None
    object: Term | None = None
    status: Term | None = None
    rank: Term | None = None
    valid: Term | None = None
    contradicts: tuple[str, ...] = ()


_PARTS = {
    SUBJECT: "subject",
    PREDICATE: "predicate",
    OBJECT: "object",
    **{kg(local): local for local in ("status", "rank", "valid", "contradicts")},
}


class Reading:
    """What conclusions need of a dataset, taken from its quads as they go by."""

    PREDICATES = frozenset(term.value for term in (*_PARTS, TYPE))

    def __init__(self) -> None:
        self.types: dict[str, list[str]] = defaultdict(list)  # only those that inherit others
        self._parts: dict[str, ClaimNode] = defaultdict(ClaimNode)
        self._claims: set[str] = set()
        self._once: dict[Term, Term] = {}  # equal terms are one

    def through(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """The same quads."""
        names = _PARTS
        once, iri = self._once.setdefault, ox.NamedNode
        for quad in quads:
            subject, predicate, value, _ = quad
            name = names.get(predicate)
            if name is not None and type(subject) is iri and not isinstance(value, ox.Triple):
                node = self._parts[subject.value]
                if name == "contradicts":
                    node.contradicts += (value.value,) if isinstance(value, iri) else ("",)
                elif getattr(node, name) is None:
                    setattr(node, name, once(value, value))
            elif predicate == TYPE and type(subject) is iri and isinstance(value, iri):
                self._type(subject.value, value.value)
            yield quad

    def _type(self, subject: str, kind: str) -> None:
        if kind == KG + "Claim":
            self._claims.add(subject)
        if inherited(kind) and kind not in self.types.get(subject, ()):
            self.types[subject].append(kind)

    def nodes(self) -> dict[str, ClaimNode]:
        """The claims by IRI."""
        return {iri: self._parts[iri] for iri in sorted(self._claims)}

    def classes(self) -> Iterator[ox.Quad]:
        """The inherited classes of all that was read, each once."""
        for subject, kinds in self.types.items():
            node = ox.NamedNode(subject)
            for kind in dict.fromkeys(above for one in kinds for above in inherited(one)):
                yield ox.Quad(node, TYPE, ox.NamedNode(kind), DERIVED)

    def inherits(self, subject: str, kind: str) -> bool:
        """Whether a thing has a class from another one that is said."""
        return any(kind in inherited(one) for one in self.types.get(subject, ()))


def _drawn(nodes: dict[str, ClaimNode]) -> Iterator[tuple[str, ClaimNode, str]]:
    model = ontology()
    for iri, node in nodes.items():
        status, rank, predicate = node.status, node.rank, node.predicate
        if not isinstance(status, ox.Literal) or not isinstance(predicate, ox.NamedNode):
            continue
        kept = rank.value if isinstance(rank, ox.Literal) else None
        if model.draws(predicate.value, status.value, kept):
            yield iri, node, status.value


def overruled(nodes: dict[str, ClaimNode]) -> set[str]:
    """The claims that a preferred one contradicts: they are said, but nothing follows from them."""
    preferred = {iri for iri, node in nodes.items() if node.rank == text("preferred")}
    found: set[str] = set()
    for iri, node in nodes.items():
        for other in node.contradicts:
            pair = {iri, other}
            if len(pair & preferred) == 1:
                found |= pair - preferred
    return found


def drawn(nodes: dict[str, ClaimNode]) -> Iterator[ox.Quad]:
    """Of each claim whether it draws a fact, so that no rule or query need know which do."""
    yes = {iri for iri, _, _ in _drawn(nodes)}
    for iri in nodes:
        yield ox.Quad(ox.NamedNode(iri), kg("drawn"), ox.Literal(iri in yes), DERIVED)


def claimed_facts(nodes: dict[str, ClaimNode]) -> list[Fact]:
    """One fact for each subject, predicate, object (an entity) and interval that claims support."""
    grouped: dict[tuple[str, str, str, str | None], list[tuple[str, str]]] = defaultdict(list)
    for iri, node, status in _drawn(nodes):
        subject, predicate, value, valid = node.subject, node.predicate, node.object, node.valid
        if not (
            isinstance(subject, ox.NamedNode)
            and isinstance(predicate, ox.NamedNode)
            and isinstance(value, ox.NamedNode)
        ):
            continue
        when = valid.value if isinstance(valid, ox.Literal) else None
        grouped[subject.value, predicate.value, value.value, when].append((iri, status))
    return [
        Fact(s, p, o, v, *span(v), frozenset(c for c, _ in found), frozenset(x for _, x in found))
        for (s, p, o, v), found in sorted(
            grouped.items(), key=lambda item: tuple(x or "" for x in item[0])
        )
    ]


def dates(nodes: dict[str, ClaimNode]) -> Iterator[ox.Quad]:
    """Comparable days of everything that has a date, from its best claims, and which these are.

    Preferred claims hide the others; a coarser date that contains a finer one adds nothing; what
    then still differs is shown as one of a set, and the span runs from the first to the last day.
    """
    found: dict[tuple[str, bool], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for iri, node, _status in _drawn(nodes):
        subject, predicate, value = node.subject, node.predicate, node.object
        if predicate != kg("date") or not isinstance(value, ox.Literal):
            continue
        if isinstance(subject, ox.NamedNode):
            preferred = node.rank == text("preferred")
            found[subject.value, preferred][value.value].add(iri)
    for subject_iri in sorted({iri for iri, _ in found}):
        said = found.get((subject_iri, True)) or found[subject_iri, False]
        finest = finest_of(said)
        event = ox.NamedNode(subject_iri)
        yield ox.Quad(event, kg("when"), edtf(one_of(finest)), DERIVED)
        for claim in sorted(c for t in finest for c in said[t]):
            yield ox.Quad(event, kg("datedBy"), ox.NamedNode(claim), DERIVED)
        yield from _days(event, "dateFrom", "dateTo", [span(t) for t in finest], min, max)
        sure = [_certain(t) for t in finest]
        if all(first and last and first <= last for first, last in sure):
            yield from _days(event, "certainFrom", "certainTo", sure, max, min)


def _days(
    event: ox.NamedNode,
    first: str,
    last: str,
    spans: list[tuple[str | None, str | None]],
    begin: Callable[[list[str]], str],
    end: Callable[[list[str]], str],
) -> Iterator[ox.Quad]:
    """One first and one last day of several spans; none where one of them is unknown."""
    starts = [s for s, _ in spans if s]
    ends = [e for _, e in spans if e]
    if len(starts) == len(spans):
        yield ox.Quad(event, kg(first), day(begin(starts)), DERIVED)
    if len(ends) == len(spans):
        yield ox.Quad(event, kg(last), day(end(ends)), DERIVED)


def _certain(when: str) -> tuple[str | None, str | None]:
    """The days that a date covers for sure; none of an unreadable one (foreign data)."""
    try:
        return certain(when)
    except DateError:
        return None, None


def finest_of(texts: Collection[str]) -> list[str]:
    """Dates of one thing without those that say nothing which another does not say more exactly."""
    return [
        t for t in sorted(texts) if not any(_contains(t, other) for other in texts if other != t)
    ]


def _contains(coarse: str, fine: str) -> bool:
    """Whether the first date says nothing that the second does not say more exactly."""
    (a, b), (c, d) = span(coarse), span(fine)
    if (a, b) == (c, d):
        return coarse > fine  # equal spans: keep the one that sorts first
    return (a or "") <= (c or "") and (d or OPEN) <= (b or OPEN) and not (c is None and a)


@cache
def inherited(kind: str) -> tuple[str, ...]:
    """The classes that a class (an IRI) is a kind of, without itself, sorted."""
    model = ontology()
    return tuple(sorted(c for c in model.ancestors(kind) if c != kind and c in model.terms))

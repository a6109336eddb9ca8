"""Which statements in our terms are backed by claims; what is not stays foreign data.

The sheets are trusted: a triple stands in them because a claim draws it, a class or a name because
the register of entities has it.  Any file may use our terms as well.  What it says with them is kept
and given back, but it is a fact only where a claim says it: else it gets a foreign term's name
(``KG__MEMBER_OF``, ``kg__Official``), no rule reads it, and no query meets it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

import pyoxigraph as ox

from graph.claims.infer import follows, predicates_read
from graph.claims.rdf import Fact
from graph.projection.names import iri_of, name_of
from graph.projection.statements import STRING, Statement, quad_of
from graph.stores.base import KNOWLEDGE
from graph.vocabulary import OBJECT, PREDICATE, SUBJECT, TYPE
from ontology import BASE, KG, ontology

_CLAIM = KG.removeprefix(BASE) + "Claim"
_OURS = KG.removeprefix(BASE)

Said = Mapping[str, Mapping[Statement, Collection[str]]]
"""Statements by subject, each with the keys of the documents that make it."""
Unclaimed = dict[str, set[Statement]]


def in_our_terms(one: Statement) -> bool:
    """Whether a statement says something with a predicate or a class of ours."""
    if one.predicate == TYPE:
        return one.tag is None and one.value.startswith(_OURS)
    return one.predicate.startswith(KG)


def read_by_rules(one: Statement) -> bool:
    """Whether rules may read a statement: ours, or part of a claim; never another's schema."""
    return one.predicate in (SUBJECT, PREDICATE, OBJECT) or in_our_terms(one)


def unclaimed(said: Said) -> Unclaimed:
    """The statements in our terms that no claim backs, by subject.

    A triple is backed by a claim, of any document, that draws it.  A class or a name, which nobody
    claims, is backed where a claim of the same document speaks of the thing.  What only rules
    conclude is never backed.
    """
    doubtful = {
        name: found
        for name, mine in said.items()
        if (found := [s for s, d in mine.items() if KNOWLEDGE not in d and in_our_terms(s)])
    }
    if not doubtful:
        return {}
    claims = _Claims(said)
    left: Unclaimed = {}
    for name, found in doubtful.items():
        mine = said[name]
        bare = {one for one in found if not claims.back(name, one, mine[one])}
        if bare:
            left[name] = bare
    return left


def bare_quads(left: Unclaimed) -> set[ox.Quad]:
    """Statements that no claim backs, as quads."""
    return {quad_of(name, one) for name, found in left.items() for one in found}


class _Claims:
    """What the claims of all documents back."""

    def __init__(self, said: Said) -> None:
        self.claims: set[str] = set()
        self.triples: set[tuple[str, str, str | None, str]] = set()
        self.spoken: dict[str, set[str]] = defaultdict(set)  # document -> what its claims speak of
        for name, mine in said.items():
            if any(one.predicate == TYPE and one.value == _CLAIM for one in mine):
                self.read(name, mine)

    def read(self, name: str, mine: Mapping[Statement, Collection[str]]) -> None:
        values: dict[str, list[Statement]] = defaultdict(list)
        for one in mine:
            values[one.predicate].append(one)
        if not _is_whole(values):
            return
        self.claims.add(name)
        for one, documents in mine.items():
            named = one.tag is None and one.predicate not in (TYPE, PREDICATE)
            for document in documents:
                self.spoken[document].update((name, one.value) if named else (name,))
        (subject,), (predicate,), (value,) = (values[p] for p in (SUBJECT, PREDICATE, OBJECT))
        iri, status = iri_of(predicate.value), values[KG + "status"][0].value
        ranks: list[str | None] = [one.value for one in values[KG + "rank"]]
        if all(ontology().draws(iri, status, rank) for rank in ranks or [None]):
            self.triples.add((subject.value, iri, value.tag, value.value))

    def back(self, name: str, one: Statement, documents: Collection[str]) -> bool:
        """Whether claims back a statement in our terms about a thing."""
        if one.predicate == TYPE:
            term = ontology().terms.get(iri_of(one.value))
            if term is None or term.kind != "class" or term.drawn_by_rule:
                return False
            if one.value == _CLAIM:
                return name in self.claims
            return self.speak(name, documents)
        term = ontology().terms.get(one.predicate)
        if term is None or term.derived or (term.kind == "object") != (one.tag is None):
            return False
        if not term.drawn_by_rule:
            return (name, one.predicate, one.tag, one.value) in self.triples
        if term.kind == "object":  # an inverse or a rule's, unless it is what a claim is made of
            return term.domain == KG + "Claim" and name in self.claims
        return self.speak(name, documents)

    def speak(self, name: str, documents: Collection[str]) -> bool:
        return any(name in self.spoken[document] for document in documents)


def _is_whole(values: Mapping[str, list[Statement]]) -> bool:
    """Whether a claim says one thing, with one known status, and where it stands."""
    if any(len({(s.tag, s.value) for s in values.get(p, ())}) != 1 for p in _PARTS):
        return False
    subject, predicate, _, status = (values[p][0] for p in _PARTS)
    if subject.tag is not None or predicate.tag is not None:
        return False
    term = ontology().terms.get(iri_of(predicate.value))
    ours = predicate.value.startswith(_OURS)
    return (
        (not ours or (term is not None and term.kind != "class" and not term.drawn_by_rule))
        and status.tag == STRING
        and status.value in ontology().statuses
        and any(one.tag is None for one in values.get(KG + "statedIn", ()))
    )


_PARTS = (SUBJECT, PREDICATE, OBJECT, KG + "status")


def told(left: Unclaimed, said: Said) -> dict[str, int]:
    """How many statements of each document no claim backs."""
    counts: dict[str, int] = defaultdict(int)
    for name, found in left.items():
        for one in found:
            for document in said[name][one]:
                counts[document] += 1
    return dict(counts)


def backed(said: Said, left: Unclaimed) -> Iterator[tuple[str, Statement]]:
    """What rules may read and what they read, in a fixed order."""
    nothing: set[Statement] = set()
    read = predicates_read()
    for name in sorted(said):
        bare = left.get(name, nothing)
        for one in sorted((one for one in said[name] if one.predicate in read), key=_text):
            if read_by_rules(one) and one not in bare:
                yield name, one


def conclusions(said: Said) -> tuple[Iterator[Fact | ox.Quad], Unclaimed]:
    """What follows from documents that inform, and what they say in our terms without a claim."""
    left = unclaimed(said)
    nothing: set[Statement] = set()

    def is_said(fact: Fact) -> bool:
        name = name_of(fact.subject)
        bare = left.get(name, nothing)
        wanted = fact.predicate, name_of(fact.object)
        return any(
            (one.predicate, one.value) == wanted
            and one.tag is None
            and read_by_rules(one)
            and one not in bare
            for one in said.get(name, ())
        )

    # Sorted, so that no store's own order can show in a conclusion.
    return follows((quad_of(name, one) for name, one in backed(said, left)), is_said), left


def _text(one: Statement) -> tuple[str, str, str, str]:
    return one.predicate, one.graph, one.tag or "", one.value

"""Ties that restate others: the inverse, the same from the other end, the same in general terms.

A tie between two things is one, and is drawn several times: ``A SIBLING_OF B`` also as
``B SIBLING_OF A`` and, both ways, as ``RELATED_TO``.  One of them stands for all, and the others are
its mirrors, so that a picture or a count can take each tie once.  What claims state is never a
mirror of what only a rule concluded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph.claims.rdf import Fact
from graph.vocabulary import TYPE
from ontology import ontology

RESTATING = frozenset(("inverse", "subproperty", "symmetric"))  # the rules that say a tie again
Tie = tuple[str, str, str, str | None]
"""Subject, predicate, object and interval, the same for all that state it in equal terms."""


def marked(facts: list[Fact]) -> Iterator[Fact]:
    """The facts in their order, each with whether it is a mirror and whether claims state it."""
    stated: set[Tie] = set()  # in equal terms, or in more special ones
    special: dict[Tie, bool] = {}  # ties that a more special one restates; whether that is stated
    chosen: dict[Tie, Fact] = {}
    for fact in facts:
        tie = _tie(fact, fact.predicate)
        for general in _general(fact.predicate):
            above = _tie(fact, general)
            special[above] = special.get(above, False) or not fact.inferred
            if not fact.inferred:
                stated.add(above)
        if not fact.inferred:
            stated.add(tie)
        if tie not in chosen or _order(fact) < _order(chosen[tie]):
            chosen[tie] = fact
    for fact in facts:
        tie = _tie(fact, fact.predicate)
        more_special = tie in special and (fact.inferred or special[tie])
        mirror = more_special or chosen[tie] is not fact
        claimed = tie in stated
        yield replace(fact, mirror=mirror, claimed=claimed) if mirror or claimed else fact


def _tie(fact: Fact, predicate: str) -> Tie:
    """What a fact says with its predicate or a more general one, read from one and the same end."""
    one, turned = ontology().one_way(predicate)
    if turned is None:  # a symmetric one
        first, second = sorted((fact.subject, fact.object))
        return first, one, second, fact.valid
    if turned:
        return fact.object, one, fact.subject, fact.valid
    return fact.subject, one, fact.object, fact.valid


@cache
def _general(predicate: str) -> tuple[str, ...]:
    """The more general predicates of the ontology."""
    if predicate == TYPE or predicate not in (model := ontology()).terms:
        return ()
    own = {model.one_way(predicate)[0], predicate}
    return tuple(sorted(p for p in model.ancestors(predicate) if p in model.terms and p not in own))


def _order(fact: Fact) -> tuple[bool, int, bool, bool, str, str]:
    """The least stands for its tie: stated, firm, no rule's copy, as claims say it, by its ends."""
    firmness = ontology().statuses.get(fact.status or "", -1)
    turned = bool(ontology().one_way(fact.predicate)[1])
    copy = fact.rule in RESTATING
    return fact.inferred, -firmness, copy, turned, fact.subject, fact.object

"""Facts as the property graph shows them: the properties of their relationships."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.claims.rdf import Fact
from graph.projection.names import foreign_type, identifier, name_of, premise
from graph.projection.project import DERIVATIONS, Facts
from graph.projection.statements import Statement, statements
from graph.projection.values import Value
from ontology import ontology

Rest = dict[str, dict[Statement, None]]
"""Statements by subject."""


def facts_apart(follows: Iterable[Fact | ox.Quad]) -> tuple[Facts, Rest]:
    """The facts among what follows, by the triple that each is about; and the rest by subject."""
    shown = _Shown()
    rest: Rest = defaultdict(dict)
    for name, said in statements(shown.others(follows)):
        rest[name][said] = None
    shown.word()
    return shown.found, rest


class _Shown:
    """Facts while they come; their derivations are worded when all premises are known."""

    def __init__(self) -> None:
        self.found: Facts = defaultdict(list)
        self.premises: dict[str, str] = {}  # each fact as a premise, by its IRI
        self.concluded: list[tuple[dict[str, Value], list[tuple[str, tuple[str, ...]]]]] = []

    def others(self, follows: Iterable[Fact | ox.Quad]) -> Iterator[ox.Quad]:
        """Takes the facts, and gives what else there is."""
        for one in follows:
            if isinstance(one, Fact):
                self.take(one)
            else:
                yield one

    def take(self, fact: Fact) -> None:
        properties = _properties(fact)
        ends = name_of(fact.subject), fact.predicate, name_of(fact.object)
        self.found[ends].append(properties)
        self.premises[fact.iri] = _premise(fact)
        if ways := _ways(fact):
            self.concluded.append((properties, ways))

    def word(self) -> None:
        for properties, ways in self.concluded:
            properties[DERIVATIONS] = [
                f"{rule}: {'; '.join(sorted(self.premises[p] for p in used))}"
                for rule, used in ways
            ]


def _ways(fact: Fact) -> list[tuple[str, tuple[str, ...]]]:
    """The derivations of a fact by rule and premises, its own first."""
    first = [(fact.rule, fact.premises)] if fact.rule is not None else []
    return [*first, *sorted(fact.others)]


def _properties(fact: Fact) -> dict[str, Value]:
    term = ontology().terms.get(fact.predicate)
    told: dict[str, Value | None] = {
        "claims": sorted(identifier(name_of(claim)) for claim in fact.evidence),
        "statuses": sorted(fact.statuses),
        "status": fact.status,
        "inferred": fact.inferred,
        "claimed": fact.claimed or None,
        "mirror": fact.mirror or None,
        "rule": fact.rule,
        "valid": fact.valid or None,
        "valid_from": fact.valid_from or None,
        "valid_to": fact.valid_to or None,
        "degree": term.degree if term else None,
        "kinship": (term.kinship or None) if term else None,
    }
    return {key: value for key, value in told.items() if value is not None and value != []}


def _premise(fact: Fact) -> str:
    """A fact as others name it that rest on it."""
    term = ontology().terms.get(fact.predicate)
    return premise(
        identifier(name_of(fact.subject)),
        term.graph_name if term else foreign_type(fact.predicate),
        identifier(name_of(fact.object)),
        fact.valid,
    )

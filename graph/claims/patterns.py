"""What rules are made of: terms, patterns, operations, and branches of what must hold together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.vocabulary import XSD


class Literal(NamedTuple):
    """A literal: its text and its datatype."""

    text: str
    datatype: str = XSD + "string"


class Variable(NamedTuple):
    """A variable of a rule."""

    name: str


Value = str | Literal
"""An IRI (a blank node is ``_:`` and its label), or a literal."""
Term = Value | Variable
Ways = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class FactPattern:
    """A fact: its own name and its triple."""

    fact: Term
    subject: Term
    predicate: Term
    object: Term

    @property
    def terms(self) -> tuple[Term, ...]:
        """As the rows of facts have them."""
        return self.subject, self.predicate, self.object, self.fact


@dataclass(frozen=True)
class TriplePattern:
    """A triple by one of several predicates, each with whether it is read backwards."""

    subject: Term
    ways: Ways
    object: Term

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that a variable may stand for."""
        return self.subject, self.object


Pattern = FactPattern | TriplePattern


@dataclass(frozen=True)
class Call:
    """An operation (``<=``, ``&&``, ``STR``) on terms and other operations."""

    name: str
    parts: tuple[Term | Call, ...]


@dataclass
class Branch:
    """What must hold together: one way through the UNIONs and VALUES of a group."""

    patterns: list[Pattern] = field(default_factory=list)
    filters: list[Call] = field(default_factory=list)
    refused: list[list[Branch]] = field(default_factory=list)
    binds: list[tuple[Variable, Term | Call]] = field(default_factory=list)
    valid: list[tuple[Term, Variable]] = field(default_factory=list)
    fixed: dict[Variable, Value] = field(default_factory=dict)

    def agrees(self, other: Branch) -> bool:
        """Whether no variable has one value here and another there."""
        return all(other.fixed.get(v, value) == value for v, value in self.fixed.items())

    def with_(self, other: Branch) -> Branch:
        """Both together."""
        return Branch(
            list(dict.fromkeys(self.patterns + other.patterns)),
            self.filters + other.filters,
            self.refused + other.refused,
            self.binds + other.binds,
            self.valid + other.valid,
            self.fixed | other.fixed,
        )


def conjuncts(call: Term | Call) -> list[Call]:
    """The parts of an operation that must all hold."""
    if not isinstance(call, Call):
        return []
    if call.name == "&&":
        return [one for part in call.parts for one in conjuncts(part)]
    return [call]


def terms(part: Term | Call) -> Iterator[Term]:
    """The terms of an operation."""
    if isinstance(part, Call):
        for one in part.parts:
            yield from terms(one)
    else:
        yield part


def variables(part: Term | Call) -> list[Variable]:
    """The variables of an operation."""
    return [term for term in terms(part) if isinstance(term, Variable)]

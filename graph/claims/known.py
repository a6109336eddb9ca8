"""What rules read: facts by predicate, and the triples of the predicates that rules name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from sys import intern
from typing import Any

import pyoxigraph as ox

from graph.claims.operations import day
from graph.claims.patterns import Branch, Literal, Pattern, Term, TriplePattern, Value
from graph.claims.rules import Rule
from ontology import KG

Row = tuple[Any, ...]
"""What a pattern is compared with: (subject, object), or (subject, predicate, object, fact)."""


def value_of(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> Value:
    """A term as rules compare it; equal IRIs are one text."""
    if isinstance(term, ox.NamedNode):
        return intern(term.value)
    if isinstance(term, ox.BlankNode):
        return "_:" + term.value
    return Literal(term.value, intern(term.datatype.value))


class Relation:
    """Rows of one predicate; by their subject or their object as soon as somebody looks there."""

    def __init__(self, object_at: int) -> None:
        self.object_at = object_at
        self.all: dict[Row, None] = {}
        self._indexes: dict[int, dict[Value, list[Row]]] = {}
        self._days: list[tuple[str, Row]] | None = None
        self._distinct: dict[int, tuple[int, int]] = {}

    @property
    def by_subject(self) -> dict[Value, list[Row]]:
        """The rows by subject."""
        return self._by(0)

    @property
    def by_object(self) -> dict[Value, list[Row]]:
        """The rows by object."""
        return self._by(self.object_at)

    def _by(self, place: int) -> dict[Value, list[Row]]:
        index = self._indexes.get(place)
        if index is None:
            index = self._indexes[place] = defaultdict(list)
            for row in self.all:
                index[row[place]].append(row)
        return index

    def subjects(self) -> int:
        """About how many subjects there are."""
        return self._about(0)

    def objects(self) -> int:
        """About how many objects there are."""
        return self._about(self.object_at)

    def _about(self, place: int) -> int:
        if place in self._indexes:
            return len(self._indexes[place])
        number = len(self.all)
        before, found = self._distinct.get(place, (-1, 0))
        if not before <= number <= 2 * before:
            found = len({row[place] for row in self.all})
            self._distinct[place] = number, found
        return found

    def add(self, row: Row) -> bool:
        """Whether the row is new."""
        if row in self.all:
            return False
        self.all[row] = None
        for place, index in self._indexes.items():
            index[row[place]].append(row)
        self._days = None
        return True

    def between(self, first: str, last: str) -> list[Row]:
        """The rows whose object is a day between two others, or one of them."""
        if self._days is None:
            days = [(text, row) for row in self.all if (text := day(row[self.object_at]))]
            self._days = sorted(days, key=lambda pair: pair[0])
        begin = bisect_left(self._days, first, key=lambda pair: pair[0])
        end = bisect_right(self._days, last, key=lambda pair: pair[0])
        return [row for _, row in self._days[begin:end]]


class Known:
    """All that rules read: facts by predicate, and triples of the predicates that they name."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.facts: dict[str, Relation] = defaultdict(lambda: Relation(2))
        self.triples: dict[str, Relation] = {
            name: Relation(1) for rule in rules for b in rule.branches for name in _named(b)
        }
        self.triples.setdefault(KG + "status", Relation(1))  # of the claims that a conclusion names
        self.valid: dict[str, str] = {}

    def read(self, quads: Iterable[ox.Quad]) -> None:
        """Takes what is wanted of quads."""
        wanted = {ox.NamedNode(name): rows for name, rows in self.triples.items()}
        for quad in quads:
            rows = wanted.get(quad.predicate)
            if rows is not None:
                s, o = quad.subject, quad.object
                if not isinstance(s, ox.Triple) and not isinstance(o, ox.Triple):
                    rows.add((value_of(s), value_of(o)))

    def add_fact(self, row: Row, valid: str | None) -> None:
        """A fact, as a row of facts."""
        self.facts[row[1]].add(row)
        if valid is not None:
            self.valid[row[3]] = valid

    def add_triple(self, subject: str, predicate: str, value: str) -> bool:
        """Whether rules read such a triple, and it is new."""
        rows = self.triples.get(predicate)
        return rows is not None and rows.add((subject, value))


class New:
    """The rows that came last: facts by predicate and triples by predicate."""

    def __init__(self) -> None:
        self.facts: dict[str, list[Row]] = defaultdict(list)
        self.triples: dict[str, list[Row]] = defaultdict(list)

    def of(self, pattern: Pattern, predicate: Term | None) -> list[Row]:
        """The new rows that a pattern may take."""
        if isinstance(pattern, TriplePattern):
            return [
                row[::-1] if backwards else row
                for name, backwards in pattern.ways
                for row in self.triples.get(name, ())
            ]
        if isinstance(predicate, str):
            return self.facts.get(predicate, [])
        return [row for rows in self.facts.values() for row in rows]


def _named(branch: Branch) -> Iterator[str]:
    """The predicates of a branch's triples, and of those that it refuses."""
    for pattern in branch.patterns:
        if isinstance(pattern, TriplePattern):
            yield from (name for name, _ in pattern.ways)
    for group in branch.refused:
        for inner in group:
            yield from _named(inner)

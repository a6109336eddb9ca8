"""Ties between things, read set by set as the search needs them.

A tie is a recorded relationship with its claims.  What another says the other way round (of a
symmetric relation, or an inverse) is the same tie, with the claims of both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from kg.connections.declared import Declared
from ontology import ontology

LONG_AGO, OPEN = "0000-01-01", "9999-12-31"
ALL = 10**9  # ties of an end: it is read whole, however many there are
Row = dict[str, Any]
Fetch = Callable[[str, dict[str, Any]], list[Row]]
"""The rows of a query by its name and parameters, by whatever engine."""


@dataclass(frozen=True)
class Tie:
    """A tie; ``first`` and ``last`` are the days between which it may hold."""

    subject: str
    relation: str
    object: str
    valid: str | None
    status: str
    inferred: bool
    claims: tuple[str, ...]
    first: str
    last: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes it this one."""
        return self.subject, self.relation, self.object, self.valid or ""

    def other(self, thing: str) -> str:
        """The thing at its other end."""
        return self.object if thing == self.subject else self.subject


class Ties:
    """What has been read of the ties of a graph, by thing; reads more where it is asked to."""

    def __init__(
        self, fetch: Fetch, rules: Declared, ends: tuple[str, str], weakest: str | None = None
    ) -> None:
        self.fetch, self.rules, self.ends, self.weakest = fetch, rules, ends, weakest
        self.of: dict[str, dict[tuple[str, str, str, str], Tie]] = {}
        self.names: dict[str, str] = {}
        self.crowded: set[str] = set()  # met, and not walked on from: they have too many ties
        self.done: set[str] = set()  # things whose ties were read

    def begin(self) -> set[str]:
        """Reads the ties of both ends; those of them that have too many to be read without need."""
        rows = self._rows(sorted(self.ends), self.rules.most)
        for row in rows:
            self._take(row)
        found = {str(row["thing_id"]) for row in rows}
        self.done |= found
        return {*self.ends} - found

    def read(self, things: Iterable[str]) -> None:
        """Reads the ties of things that were not read yet."""
        new = sorted({*things} - self.done)
        ends = [t for t in new if t in self.ends]
        rest = [t for t in new if t not in self.ends]
        self.done.update(new)
        rows = self._rows(ends, ALL) + self._rows(rest, self.rules.most)
        self.crowded |= {*rest} - {str(row["thing_id"]) for row in rows}
        for row in rows:
            self._take(row)

    def _rows(self, things: list[str], most: int) -> list[Row]:
        if not things:
            return []
        rules = self.rules
        given = {"things": things, "left_out": rules.relations, "derived": [*rules.derived]}
        return self.fetch("ties_of", given | {"kinds": [*rules.kinds], "most": most})

    def _take(self, row: Row) -> None:
        subject, object_ = str(row["subject_id"]), str(row["object_id"])
        other = object_ if row["thing_id"] == subject else subject
        if (row["generic"] and other not in self.ends) or self._is_too_weak(row["status"]):
            return
        self.names |= {subject: str(row["subject"]), object_: str(row["object"])}
        tie = _tie(row)
        same = self.of.get(tie.subject, {}).get(tie.key)
        if same is not None:
            tie = _united(same, tie)
        for end in (tie.subject, tie.object):
            self.of.setdefault(end, {})[tie.key] = tie

    def _is_too_weak(self, status: str | None) -> bool:
        order = ontology().statuses
        return self.weakest is not None and order.get(status or "", -1) < order[self.weakest]


def _tie(row: Row) -> Tie:
    subject, relation, object_ = _one_way(row["subject_id"], row["relation"], row["object_id"])
    valid = row["valid"]
    first, last = _days(valid) if valid else (LONG_AGO, OPEN)
    if row["since"]:  # what is said of an event is so from then on
        first, last = max(first, str(row["since"])), OPEN
    claims = tuple(sorted(row["claims"]))
    status, inferred = str(row["status"] or ""), bool(row["inferred"])
    return Tie(subject, relation, object_, valid, status, inferred, claims, first, last)


def _one_way(subject: str, relation: str, object_: str) -> tuple[str, str, str]:
    """A symmetric or inverse tie as it is said in one of its two ways, always the same one."""
    model = ontology()
    term = model.by_type.get(relation)
    if term is None:
        return subject, relation, object_
    standing, turned = model.one_way(term.iri)
    if turned is None:  # a symmetric one
        return min(subject, object_), relation, max(subject, object_)
    if turned:
        return object_, model.terms[standing].graph_name, subject
    return subject, relation, object_


def _united(one: Tie, other: Tie) -> Tie:
    order = ontology().statuses
    weakest = min(one.status, other.status, key=lambda s: (order.get(s, -1), s))
    claims = tuple(sorted({*one.claims, *other.claims}))
    inferred = one.inferred and other.inferred
    return replace(one, status=weakest, claims=claims, inferred=inferred)


@lru_cache(maxsize=50_000)
def _days(valid: str) -> tuple[str, str]:
    """The first and the last day on which an interval may hold; what cannot be read may be any."""
    from graph.claims import DateError, interval

    try:
        first, last = interval(valid)
    except DateError:
        return LONG_AGO, OPEN
    return first or LONG_AGO, last or OPEN

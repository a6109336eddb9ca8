"""Finds the best supported paths between two things, and tells why each costs what it costs.

Both sides are read a step at a time, the one with fewer things first, and no further than needed:
what a path costs that is still unread is known from below, by where it must leave what was read.
The claims of a tie are read when it lies on a path that may be among the best.
"""

from __future__ import annotations

from typing import Any

from kg.connections.costs import Costs
from kg.connections.declared import Declared, declared
from kg.connections.search import Edge, Found, Path, cheapest, nearest
from kg.connections.ties import LONG_AGO, OPEN, Fetch, Tie, Ties

SCHEMA = 1
Object = dict[str, Any]


class Finder:
    """A search between two things, by their ids, over what ``fetch`` reads."""

    def __init__(
        self,
        fetch: Fetch,
        ends: tuple[str, str],
        rules: Declared | None = None,
        weakest: str | None = None,
    ) -> None:
        self.rules = rules or declared()
        self.ends = ends
        self.ties = Ties(fetch, self.rules, ends, weakest)
        self.costs = Costs(fetch, self.rules)
        self._edges: dict[str, list[Edge[Tie]]] = {}
        self._large: set[str] = set()  # ends with many ties, that are not read yet

    def find(self, k: int, longest: int) -> Found[Tie]:
        """The ``k`` best paths of at most so many steps."""
        sides, depths = [[self.ends[0]], [self.ends[1]]], [0, 0]
        found: Found[Tie] = Found([])
        self._large = self.ties.begin()
        while not self._are_sure(found, k):
            near = self._next(sides, depths, longest)
            if near is None:
                break
            sides[near] = self._walk_on(sides[near])
            depths[near] += 1
            found = self._settled(k, longest)
        return found

    def _next(self, sides: list[list[str]], depths: list[int], longest: int) -> int | None:
        """The side to walk on from: that with fewer things; None where all is read.

        A crowded thing is passed where both sides come to it, so then each must go half the way.  An
        end with very many ties is read when the other side has come to as many things.
        """
        going = [side for side in (0, 1) if sides[side]]
        for large in (side for side in going if self.ends[side] in self._large):
            other = 1 - large  # whose ties lead to it as well
            if depths[other] >= longest:
                return None
            is_small = (
                0 < len(sides[other]) < self.rules.most and self.ends[other] not in self._large
            )
            return other if is_small else large
        if not self.ties.crowded:
            if len(going) < 2 or sum(depths) >= longest:
                return None
            return min(going, key=lambda side: len(sides[side]))
        half = (longest + 1) // 2
        going = [side for side in going if depths[side] < half]
        return min(going, key=lambda side: (depths[side], len(sides[side])), default=None)

    def _are_sure(self, found: Found[Tie], k: int) -> bool:
        """Whether no path that is not read yet can be better than the last of those found.

        Such a path leaves what was read at some thing that was not walked on from, and comes back to
        it at another, or the same; between them is one step at least.
        """
        if len(found.paths) < k:
            return False
        rest = [nearest(self.edges, end, self._is_unread) for end in self.ends]
        return None in rest or found.paths[-1].cost < self.costs.least + sum(filter(None, rest))

    def _is_unread(self, thing: str) -> bool:
        return thing not in self.ties.done or thing in self.ties.crowded

    def _walk_on(self, side: list[str]) -> list[str]:
        """Reads the ties of one side's outermost things; the things behind these."""
        self.ties.read(side)
        self._large -= {*side}
        behind = {tie.other(thing) for thing in side for tie in self._of(thing)}
        self._forget({*side, *behind})
        return sorted(behind - self.ties.done - {*self.ends})  # an end is only an end

    def _of(self, thing: str) -> list[Tie]:
        return list(self.ties.of.get(thing, {}).values())

    def _settled(self, k: int, longest: int) -> Found[Tie]:
        """The best paths of what was read, when the claims of all of their ties are known."""
        while True:
            found = cheapest(self.edges, *self.ends, k, longest)
            unread = [t for path in found.paths for t in path.ties if not self.costs.is_read(t)]
            if not self.costs.read(unread):
                return found
            self._forget({end for t in unread for end in (t.subject, t.object)})

    def _forget(self, things: set[str]) -> None:
        """Drops the edges of things of whose ties more is known now."""
        for thing in things:
            self._edges.pop(thing, None)

    def edges(self, thing: str) -> list[Edge[Tie]]:
        """The ties of a thing with their costs; none that another between the same two outdoes."""
        if thing not in self._edges:
            by_other: dict[str, list[Edge[Tie]]] = {}
            for tie in self._of(thing):
                other = tie.other(thing)
                edge = Edge(other, self.costs.of(tie), tie.first, tie.last, tie.key, tie)
                by_other.setdefault(other, []).append(edge)
            self._edges[thing] = [e for _, es in sorted(by_other.items()) for e in _best(es)]
        return self._edges[thing]


def _best(edges: list[Edge[Tie]]) -> list[Edge[Tie]]:
    kept: list[Edge[Tie]] = []
    for edge in sorted(edges, key=lambda e: (e.cost, e.key)):
        if not any(k.first <= edge.first and edge.last <= k.last for k in kept):
            kept.append(edge)
    return kept


def paths(
    fetch: Fetch,
    ends: tuple[str, str],
    k: int,
    longest: int,
    rules: Declared | None = None,
    weakest: str | None = None,
) -> Object:
    """What ``kg paths --format json`` prints, but for names in another language and the view."""
    finder = Finder(fetch, ends, rules, weakest)
    found = finder.find(k, longest)
    walked = {node for path in found.paths for node in path.nodes}
    return {
        "schema": SCHEMA,
        "from": _named(finder, ends[0]),
        "to": _named(finder, ends[1]),
        "k": k,
        "max_length": longest,
        "min_status": weakest,
        "paths": [_path(finder, path) for path in found.paths],
        "left_out": finder.rules.relations,
        "crowded": sorted(finder.ties.crowded - walked),
        "given_up": found.given_up,
    }


def _named(finder: Finder, identifier: str) -> Object:
    return {"id": identifier, "name": finder.ties.names.get(identifier, identifier)}


def _path(finder: Finder, path: Path[Tie]) -> Object:
    pairs = zip(path.nodes, path.nodes[1:], path.ties, strict=False)
    steps = [_step(finder, path, one, two, tie) for one, two, tie in pairs]
    return {
        "cost": path.cost / 1000,
        "length": len(path.ties),
        "holds_from": None if path.first in ("", LONG_AGO) else path.first,
        "holds_to": None if path.last == OPEN else path.last,
        "steps": steps,
    }


def _step(finder: Finder, path: Path[Tie], one: str, two: str, tie: Tie) -> Object:
    beside = [
        t
        for t in finder.ties.of[one].values()
        if t.other(one) == two and t != tie and t.first <= path.last and path.first <= t.last
    ]
    finder.costs.read(beside)
    beside.sort(key=lambda t: (finder.costs.of(t), t.key))
    also = [_tie(finder, t) for t in beside]
    return {
        "from": _named(finder, one),
        "to": _named(finder, two),
        **_tie(finder, tie),
        "also": also,
    }


def _tie(finder: Finder, tie: Tie) -> Object:
    parts = finder.costs.parts(tie)
    return {
        "subject": _named(finder, tie.subject),
        "relation": tie.relation,
        "object": _named(finder, tie.object),
        "valid": tie.valid,
        "status": tie.status,
        "inferred": tie.inferred,
        "claims": list(tie.claims),
        "sources": finder.costs.origins(tie),
        "cost": sum(parts.values()) / 1000,
        "cost_of": {name: part / 1000 for name, part in parts.items()},
    }

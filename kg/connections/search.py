"""The k cheapest paths between two nodes, with a limit of steps and of what goes together in time.

It knows nothing of the project: nodes are texts, and an edge has a cost, the days between which it
holds, and a key by which ties of cost are broken.  Best first, by the exact least cost from a node
to the end in so many steps at most; so only what may be among the best is looked at.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

E = TypeVar("E", bound=Hashable)
MOST_TRIED = 200_000  # partial paths; more only where hardly any ties hold at the same time


class Edge(NamedTuple, Generic[E]):
    """An edge as one of its ends sees it."""

    to: str
    cost: int
    first: str
    last: str
    key: tuple[str, ...]
    tie: E


Edges = Callable[[str], Iterable[Edge[E]]]


@dataclass(frozen=True)
class Path(Generic[E]):
    """The nodes and the ties between them; all of them hold from ``first`` to ``last``."""

    cost: int
    nodes: tuple[str, ...]
    ties: tuple[E, ...]
    first: str
    last: str


@dataclass(frozen=True)
class Found(Generic[E]):
    """The cheapest paths, cheapest first, and whether the search was given up before all were sure."""

    paths: list[Path[E]]
    given_up: bool = False


def cheapest(edges: Edges[E], start: str, end: str, k: int, longest: int) -> Found[E]:
    """The ``k`` cheapest paths without a repeated node; of paths over the same nodes the cheapest.

    Paths of equal cost are ordered by length, then by their nodes and the keys of their ties.
    """
    bounds = _bounds(edges, end, longest)
    found: list[Path[E]] = []
    seen: set[tuple[str, ...]] = set()
    begun = bounds[longest].get(start)
    if begun is None or start == end:
        return Found([])
    heap: list[tuple[int, int, tuple[str, ...], tuple[tuple[str, ...], ...], int, Path[E]]] = []
    heapq.heappush(heap, (begun, 0, (start,), (), 0, Path(0, (start,), (), "", "9999-12-31")))
    number = 0
    while heap:
        _, _, nodes, keys, _, path = heapq.heappop(heap)
        if nodes[-1] == end:
            if nodes not in seen:
                seen.add(nodes)
                found.append(path)
                if len(found) == k:
                    break
            continue
        left = longest - len(path.ties) - 1
        for edge in edges(nodes[-1]):
            first, last = max(path.first, edge.first), min(path.last, edge.last)
            rest = bounds[left].get(edge.to)
            if rest is None or edge.to in nodes or first > last:
                continue
            number += 1
            cost = path.cost + edge.cost
            grown = Path(cost, (*nodes, edge.to), (*path.ties, edge.tie), first, last)
            entry = (cost + rest, len(grown.ties), grown.nodes, (*keys, edge.key), number, grown)
            heapq.heappush(heap, entry)
        if number > MOST_TRIED:
            return Found(found, given_up=True)
    return Found(found)


def nearest(edges: Edges[E], start: str, is_wanted: Callable[[str], bool]) -> int | None:
    """What it costs to come to the nearest node that is wanted; None if none can be reached."""
    waiting, done = [(0, start)], set()
    while waiting:
        cost, node = heapq.heappop(waiting)
        if is_wanted(node):
            return cost
        if node in done:
            continue
        done.add(node)
        for edge in edges(node):
            if edge.to not in done:
                heapq.heappush(waiting, (cost + edge.cost, edge.to))
    return None


def _bounds(edges: Edges[E], end: str, longest: int) -> list[dict[str, int]]:
    """For each number of steps the least cost to the end, by the nodes from which it can be reached."""
    bounds = [{end: 0}]
    changed = {end}
    for _ in range(longest):
        best = dict(bounds[-1])
        next_changed: set[str] = set()
        for node in sorted(changed):
            so_far = bounds[-1][node]
            for edge in edges(node):  # ties lead both ways
                cost = so_far + edge.cost
                if cost < best.get(edge.to, cost + 1):
                    best[edge.to] = cost
                    next_changed.add(edge.to)
        bounds.append(best)
        changed = next_changed
    return bounds

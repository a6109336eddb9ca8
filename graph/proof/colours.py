"""Blank nodes told apart by what is said about them: colour refinement.

A blank node's colour is a hash of the quads that it stands in, where the other blank nodes are
known by their own colours; this is repeated until no colour tells more than the one before
(the Weisfeiler-Leman test of dimension one, over quads).  The work is near-linear, which that of a
canonical labelling is not.  Equal datasets have equal colours.  The reverse holds too where what
the colours leave alike hangs together as trees (:attr:`Colouring.conclusive`).
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | ox.DefaultGraph

WORK = 10_000_000  # most colours that refinement reads, of blank nodes in quads
_HOLE = "\0"  # stands for a blank node; N-Quads has no such character


class Shape(NamedTuple):
    """A quad with blank nodes: its text with holes, and the blank node's label for each hole."""

    text: str
    labels: tuple[str, ...]


def shape(quad: ox.Quad) -> Shape:
    """The shape of a quad."""
    labels: list[str] = []
    parts = (quad.subject, quad.predicate, quad.object, quad.graph_name)
    return Shape(" ".join([_text(part, labels) for part in parts]), tuple(labels))


def _text(term: Term, labels: list[str]) -> str:
    if isinstance(term, ox.BlankNode):
        labels.append(term.value)
        return _HOLE
    if isinstance(term, ox.Triple):
        inner = [_text(part, labels) for part in (term.subject, term.predicate, term.object)]
        return f"<<( {' '.join(inner)} )>>"
    return str(term)


def has_blank(quad: ox.Quad) -> bool:
    """Whether a blank node stands in a quad, or in a triple term within it."""
    return bool(shape(quad).labels)


def tangles(shapes: Sequence[Shape]) -> tuple[int, int]:
    """How hard a canonical labelling is: the most nodes, and the most quads, of one tangle.

    A tangle is made of blank nodes which their own quads, the other blank nodes unnamed, do not
    tell apart from others, and which quads tie together.  RDFC-1.0 tries out their permutations.
    """
    said: dict[str, list[tuple[str, tuple[bool, ...]]]] = defaultdict(list)
    for text, labels in shapes:
        for label in set(labels):
            said[label].append((text, tuple([other == label for other in labels])))
    looks = {label: hash(tuple(sorted(quads))) for label, quads in said.items()}
    alike = Counter(looks.values())
    ties = _Ties()
    tied = [{x for x in labels if alike[looks[x]] > 1} for _, labels in shapes]
    for among in tied:
        ties.tie(among)
    nodes = Counter(ties.of(label) for label in looks if alike[looks[label]] > 1)
    quads = Counter(ties.of(next(iter(among))) for among in tied if among)
    return max(nodes.values(), default=0), max(quads.values(), default=0)


@dataclass(frozen=True)
class Colouring:
    """Colours by label, the quads in colours, and what they prove.

    ``lines`` are the coloured quads in the order of the shapes.  ``conclusive`` says that a dataset
    with the same hash is the same but for the labels of its blank nodes; ``work`` counts the
    colours that were read.
    """

    colours: dict[str, bytes]
    lines: list[bytes]
    conclusive: bool
    work: int

    def parts(self) -> Iterable[bytes]:
        """All that a hash of the coloured dataset covers, in a fixed order."""
        counts = f"{len(self.lines)} quads, {len(self.colours)} blank nodes\n"
        return chain([counts.encode()], sorted(self.lines), sorted(self.colours.values()))


def colouring(shapes: Sequence[Shape], rounds: int | None = None, work: int = WORK) -> Colouring:
    """Colours the blank nodes of distinct quads, as far as possible or ``rounds`` times.

    Equal datasets make the same rounds, since when to stop depends on counts alone.
    """
    refiner = _Refiner(shapes)
    stable = refiner.refine(rounds, work)
    colours = refiner.colours
    alike = Counter(colours.values())
    ties = _Ties()
    # What a colour of its own tells apart is as good as named.  If the rest are trees, colours that
    # are stable say all about them; and if there is no rest, they need not be stable.
    rest = [{x for x in labels if alike[colours[x]] > 1} for _, labels in shapes]
    trees = all(ties.tie(among) for among in rest)
    lines = [
        b"\n".join([head, *(colours[label] for label in nodes)])
        for head, nodes in zip(refiner.heads, refiner.nodes, strict=True)
    ]
    return Colouring(colours, lines, trees and (stable or not any(rest)), refiner.work)


class _Ties:
    """Which labels hang together."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, label: str) -> str:
        """One label for all that hang together with this one."""
        above = self._above
        while (upper := above.get(label, label)) != label:
            above[label] = above.get(upper, upper)
            label = upper
        return label

    def tie(self, labels: set[str]) -> bool:
        """Ties labels together; says whether no two of them were tied before."""
        first, *others = {self.of(label) for label in labels} or {""}
        self._above.update(dict.fromkeys(others, first))
        return len(others) + 1 >= len(labels)


class _Refiner:
    """Colours in rounds; each reads again only what the last one has changed for a node."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self.nodes = [tuple(dict.fromkeys(labels)) for _, labels in shapes]
        self.heads: list[bytes] = []
        known: dict[tuple[str, tuple[int, ...]], bytes] = {}
        for (text, labels), nodes in zip(shapes, self.nodes, strict=True):
            key = text, tuple([nodes.index(label) for label in labels])
            head = known.get(key)
            if head is None:
                head = known[key] = _digest(text.encode(), repr(key[1]).encode())
            self.heads.append(head)
        self.within: dict[str, list[int]] = defaultdict(list)
        for number, nodes in enumerate(self.nodes):
            for label in nodes:
                self.within[label].append(number)
        self.colours: dict[str, bytes] = dict.fromkeys(self.within, b"")
        self.members: dict[bytes, set[str]] = {b"": set(self.within)} if self.within else {}
        self.work = 0

    def refine(self, rounds: int | None, work: int) -> bool:
        """Whether the colours came to rest within the rounds and the work."""
        todo = set(self.within)
        number = 0
        while todo:
            if number == rounds or self.work >= work:
                return False
            number += 1
            moved = self._split(todo, str(number).encode())
            # A colour of its own cannot be split; to read it again would only change its hash.
            todo = {
                other
                for label in moved
                for quad in self.within[label]
                for other in self.nodes[quad]
                if other != label and len(self.members[self.colours[other]]) > 1
            }
        return True

    def _split(self, todo: set[str], number: bytes) -> list[str]:
        """Gives new colours, and returns the nodes that are now told apart from others.

        The biggest part of what had one colour is left out if it is bigger than each other part:
        what is known of the whole and of all other parts is known of it (Hopcroft), so a node is
        returned at most log2(n) times.
        """
        parts: dict[bytes, dict[bytes, set[str]]] = defaultdict(lambda: defaultdict(set))
        for label in todo:
            old = self.colours[label]
            parts[old][_digest(number, old, *sorted(self._said(label)))].add(label)
        moved: list[str] = []
        for old, news in parts.items():
            for colour, labels in news.items():
                self.members[old] -= labels
                self.members[colour] = labels
                self.colours.update(dict.fromkeys(labels, colour))
            if rest := self.members.pop(old):
                news[old] = self.members[old] = rest
            sizes = sorted(len(labels) for labels in news.values())
            biggest = sizes[-1] if len(sizes) == 1 or sizes[-1] > sizes[-2] else 0
            moved += chain.from_iterable(x for x in news.values() if len(x) != biggest)
        return moved

    def _said(self, label: str) -> Iterable[bytes]:
        for quad in self.within[label]:
            nodes = self.nodes[quad]
            self.work += len(nodes)
            # The node's own place is enough: its colour is in the hash already.
            place = str(nodes.index(label)).encode()
            yield _digest(self.heads[quad], place, *(self.colours[x] for x in nodes))


def _digest(*parts: bytes) -> bytes:
    """A hash of parts; only the first may be of any length, and it has no line feed."""
    return hashlib.sha256(b"\n".join(parts)).digest()

"""Search: all compositions of relations that use every word of a question, cheapest first.

Words that mean something become *pieces*: sets, relations without their ends, times, operators.
Neighbours are joined as their types allow, each join at a cost; small words between them (marks)
make the ways of joining that they announce cheaper.  A reading is a piece over all words.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator

from queries.ask.combining import Combining
from queries.ask.filling import Filling
from queries.ask.forms import AllOf, Cond, Entity, Rel, depth, replace
from queries.ask.pieces import (
    Marks,
    Piece,
    asked_for,
    taking,
    total,
)
from queries.ask.timing import Timing
from queries.ask.typed import MOST_DEPTH

MOST_PIECES = 9  # that one stretch of words may be read as
MOST_WHOLE = 30  # that the whole question may be read as
DEARER = 1.4  # than the cheapest: such pieces of one stretch are dropped
LEAST_SIZE = 2  # of what is called by its size alone: nobody says "the 1"
MOST_JOINS = 6_000  # that are tried for one question; what people ask takes 1,500 at most
LEAST_JOIN = 0.05  # what a join may save
_TAKING = frozenset(
    {"set", "rel", "operator", "time word", "ask", "asks", "whose"}
)  # kinds that others join


class Chart(Timing, Filling, Combining):
    """The search over one question's pieces."""

    def join(self, left: Piece, right: Piece, marks: Marks) -> Iterator[Piece]:
        """All pieces that two neighbours make, in their order in the question."""
        marks = marks | left.tail | right.lead
        if left.kind == "nothing":
            dropped = left.dropped + right.dropped
            yield replace(right, cost=total(left, right), lead=marks | left.lead, dropped=dropped)
            return
        if right.kind == "nothing":
            dropped = left.dropped + right.dropped
            yield replace(left, cost=total(left, right), tail=marks | right.tail, dropped=dropped)
            return
        dropped = left.dropped + right.dropped
        around = (left.lead, right.tail, dropped)
        for joined in self._joined(left, right, marks):
            if joined.cost > self._limit:
                continue
            if (joined.lead, joined.tail, joined.dropped) != around:
                joined = replace(joined, lead=left.lead, tail=right.tail, dropped=dropped)
            yield joined

    def _joined(self, left: Piece, right: Piece, marks: Marks) -> Iterator[Piece]:
        if left.kind in _TAKING:
            yield from self._join(left, right, marks, True)
        if right.kind in _TAKING:
            yield from self._join(right, left, marks, False)
        if left.kind == right.kind == "set":
            yield from self._sets(left, right, marks)
            yield from self._likewise(left, right, marks)
        if left.kind == right.kind == "rel" and marks & {"and", "or"}:
            yield from self._verbs(left, right)
        elif left.kind == right.kind == "value":
            one, other = left.cond, right.cond
            if one and other and one.column == other.column:
                both = tuple(sorted({*one.holds, *other.holds}))
                yield replace(
                    left, cond=Cond(one.column, holds=both), cost=total(left, right) - 0.05
                )
        elif left.kind == right.kind == "time":
            if "and" in marks:
                yield from self._range(left, right)
            if "or" in marks:
                yield from self._either(left, right)

    def _join(self, one: Piece, other: Piece, marks: Marks, forward: bool) -> Iterator[Piece]:
        """``one`` takes ``other``; ``forward`` if one stands before it."""
        if one.wh and isinstance(one.form, AllOf) and other.kind in ("ask", "asks"):
            yield replace(other, cost=total(one, other))  # "who was the judge"
        if one.kind in ("set", "rel") and one.form is not None:
            if other.kind in ("set", "rel"):
                yield from self._fill(one, other, marks, not forward)
            elif other.kind == "time" and other.when is not None:
                yield from self._timed(one, other)
            elif other.kind == "ask":
                yield taking(one, other, asks=(*one.asks, other.name))
            elif other.kind == "operator" and other.name not in ("not", "each"):
                yield taking(one, other, ops=(*one.ops, other.name))
            elif other.kind == "not":
                yield from self._without(one, other)
            elif other.kind == "side":
                yield from self._sided(one, other)
            elif other.kind == "value":
                yield from self._valued(one, other)
            elif other.kind == "status":
                yield from self._statused(one, other)
            elif other.kind == "number" and not forward:
                yield from self._numbered(one, other, marks)
        elif one.kind == "operator" and one.name == "not" and forward:
            if other.kind in ("set", "value") and len(other.asks) < 2:
                yield replace(
                    other, kind="not", cost=one.cost + other.cost, name=other.kind, asks=()
                )
        elif one.kind == "operator" and one.name == "each" and forward:
            if other.kind == "set" and not other.asks and not isinstance(other.form, Entity):
                yield replace(other, cost=total(one, other), each=True)
        elif one.kind == "time word" and forward:
            yield from self._bounded(one, other)
        elif one.kind == "ask" and other.kind == "ask" and forward:
            several = (*asked_for(one), *asked_for(other))
            yield replace(one, kind="asks", asks=several, cost=total(one, other) - 0.05)
        elif one.kind == "asks" and other.kind == "ask" and forward:
            yield replace(one, asks=(*one.asks, other.name), cost=total(one, other))
        elif one.kind == "whose":
            yield from self._whose(one, other, forward)
        if one.kind in ("set", "rel") and other.kind == "asks":
            yield taking(one, other, asks=(*one.asks, *other.asks))

    def raised(self, piece: Piece) -> Iterator[Piece]:
        """What a set may stand for without a word for it: *Los Zetas* for their members."""
        if piece.kind == "rel" and piece.form is not None and not piece.asks:
            form = self._focused(piece.form)
            if form is not None:
                yield replace(piece, kind="set", form=form, cost=piece.cost + 0.1)
            return
        if piece.kind == "value" and piece.cond is not None:
            if piece.query not in self.catalogue.queries:
                return
            query = self.query(piece.query)
            person = next(
                (c for c in ("person", query.source) if c in self.labels(query.name)), None
            )
            rel = Rel(piece.query, person, (piece.cond,))
            yield Piece("set", rel, piece.cost + 0.5)
            return
        if piece.kind == "number" and piece.number is not None:
            yield from self._sized(piece)
            return
        if piece.kind == "time" and piece.when is not None and piece.when.op == "during":
            for way in self.vocabulary.dated:
                target = self.query(way["query"]).target
                rel = Rel(way["query"], target, when=(piece.when,), implied=True)
                yield Piece("set", rel, piece.cost + way["cost"])
            return
        if piece.kind != "set" or piece.form is None or piece.asks or piece.ops or piece.wh:
            return
        if isinstance(piece.form, AllOf):
            return
        if isinstance(piece.form, Rel) and piece.form.implied:
            return
        for way in self.vocabulary.implied:
            if piece.cost + way["cost"] > self._limit:
                continue
            if isinstance(piece.form, Rel) and piece.form.query == way["query"]:
                continue
            label = way.get("of") or self.labels(way["query"])[way["from"]]
            kept = self.narrowed(piece.form, label)
            if kept is None or depth(kept) + 1 > MOST_DEPTH:
                continue
            implied = not way.get("alone", True)
            rel = Rel(way["query"], way["to"], (Cond(way["from"], kept),), implied=implied)
            yield replace(piece, form=rel, cost=piece.cost + way["cost"])

    def _sized(self, piece: Piece) -> Iterator[Piece]:
        if piece.number is None or piece.number < LEAST_SIZE:
            return
        for way in self.vocabulary.sizes:
            query = self.query(way["query"])
            rel = Rel(way["query"], query.target, (Cond(way["column"], value=piece.number),))
            yield Piece("set", rel, piece.cost + way["cost"])

    def readings(self, tokens: list[list[tuple[int, Piece]]], marks: list[Marks]) -> list[Piece]:
        """All pieces over all tokens, cheapest first.

        ``tokens[i]`` has the pieces that begin at token ``i`` with the token that they end before;
        ``marks[i]`` stands between the tokens ``i - 1`` and ``i``.
        """
        count = len(tokens)
        cells: dict[tuple[int, int], list[Piece]] = {}
        for width in range(1, count + 1):
            for start in range(count - width + 1):
                end = start + width
                if self.joins > MOST_JOINS:
                    return []
                cell = _Cell(MOST_WHOLE if width == count else MOST_PIECES)
                found = cell.kept(piece for to, piece in tokens[start] if to == end)
                for middle in range(start + 1, end):
                    left, right = cells.get((start, middle)), cells.get((middle, end))
                    if left and right:
                        found += self._all_joined(cell, left, right, marks[middle])
                self._limit = cell.dearest
                ups = cell.kept(
                    up for p in found if p.cost <= cell.dearest for up in self.raised(p)
                )
                # a number is a size, of a transfer, of people
                if width == 1 or any(p.kind == "number" for p in found):
                    cell.kept(up for p in ups for up in self.raised(p))
                if cell.pieces:
                    cells[start, end] = cell.best()
        return cells.get((0, count), [])

    def _all_joined(
        self, cell: _Cell, left: list[Piece], right: list[Piece], marks: Marks
    ) -> list[Piece]:
        """What can still be among the best of a stretch; both lists are cheapest first."""
        found: list[Piece] = []
        for one in left:
            for other in right:
                self._limit = cell.dearest
                if one.cost + other.cost - LEAST_JOIN > cell.dearest:
                    break
                self.joins += 1
                found += cell.kept(self.join(one, other, marks))
        return found


class _Cell:
    """The best pieces of one stretch of words, one for each reading."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.pieces: dict[tuple[object, ...], Piece] = {}
        self.costs: list[float] = []  # of all pieces, in order
        self.dearest = float("inf")  # a piece that costs more is not among the best

    def kept(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Adds pieces and gives back those that are not too dear, also of readings it has."""
        found = [p for p in pieces if p.cost <= self.dearest]
        for piece in found:
            key = piece.key()
            known = self.pieces.get(key)
            if known is None:
                insort(self.costs, piece.cost)
            elif piece.cost < known.cost:
                self.costs.remove(known.cost)
                insort(self.costs, piece.cost)
            else:
                continue
            self.pieces[key] = piece
            limits = (self.costs[0] + DEARER, *self.costs[self.most - 1 : self.most])
            self.dearest = min(limits)
        return found

    def best(self) -> list[Piece]:
        """The pieces, cheapest first."""
        kept = [p for p in self.pieces.values() if p.cost <= self.dearest]
        return sorted(kept, key=lambda p: p.cost)[: self.most]

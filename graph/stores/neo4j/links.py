"""Nodes by number and links between them, compactly: a million links fit into some 30 MB.

A node's number is ours and given on first sight; its internal id is the server's, known once the
node is made or found, and valid within one load.
"""

from __future__ import annotations

import json
import threading
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from graph.projection.nodes import Link

BATCH, BATCH_BYTES = 3000, 2_000_000  # rows and characters sent at once
BUCKETS = 4
UNKNOWN = -1

LinkRows = list[Any]  # [start, [[type, end], ...]], with properties behind the end where told


def weight(properties: dict[str, Any]) -> int:
    """About how many characters the values have."""
    total = 0
    for value in properties.values():
        if type(value) is str:
            total += len(value)
        elif type(value) is list:
            total += sum(len(v) if type(v) is str else 8 for v in value)
        else:
            total += 8
    return total


class Links:
    """Links to be made; filled by one thread, read by many."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.internal = array("q")
        self._starts, self._ends, self._types = array("l"), array("l"), array("l")
        self._type_numbers: dict[str, int] = {}
        self._type_names: list[str] = []
        self._told: dict[int, str] = {}  # properties of the links that have some, as JSON

    def __len__(self) -> int:
        return len(self._starts)

    def number(self, node: str) -> int:
        """The number of a node."""
        found = self.numbers.setdefault(node, len(self.internal))
        if found == len(self.internal):
            self.internal.append(UNKNOWN)
        return found

    def add(self, start: str, links: Iterable[Link]) -> None:
        """Adds the links of a node."""
        first = self.number(start)
        for link in links:
            kind = self._type_numbers.setdefault(link.type, len(self._type_names))
            if kind == len(self._type_names):
                self._type_names.append(link.type)
            if link.properties:
                self._told[len(self._starts)] = json.dumps(link.properties)
            self._starts.append(first)
            self._ends.append(self.number(link.end))
            self._types.append(kind)

    def found(self, numbers: list[int], internal: list[int]) -> None:
        """Notes internal ids; the lists go side by side."""
        for number, one in zip(numbers, internal, strict=True):
            self.internal[number] = one

    def unknown(self) -> list[list[Any]]:
        """Number and id of the nodes whose internal id is not known yet."""
        return [[n, i] for i, n in self.numbers.items() if self.internal[n] == UNKNOWN]

    def cells(self) -> dict[tuple[int, int], array[int]]:
        """The links by the buckets of their ends: cells without a common bucket share no node."""
        found: dict[tuple[int, int], array[int]] = {}
        for index, (start, end) in enumerate(zip(self._starts, self._ends, strict=True)):
            a, b = start % BUCKETS, end % BUCKETS
            cell = found.setdefault((a, b) if a <= b else (b, a), array("l"))
            cell.append(index)
        return found

    def batches(self, indices: Iterable[int]) -> Iterator[tuple[LinkRows, LinkRows]]:
        """Rows for the server, without and with properties, by start and in sizes it can take."""
        plain: dict[int, list[Any]] = {}
        told: dict[int, list[Any]] = {}
        count = size = 0
        for index in indices:
            row = [self._type_names[self._types[index]], self.internal[self._ends[index]]]
            start = self.internal[self._starts[index]]
            properties = self._told.get(index)
            if properties is None:
                plain.setdefault(start, []).append(row)
            else:
                told.setdefault(start, []).append([*row, json.loads(properties)])
                size += len(properties)
            count += 1
            if count >= BATCH or size >= BATCH_BYTES:
                yield _rows(plain), _rows(told)
                plain, told, count, size = {}, {}, 0, 0
        if count:
            yield _rows(plain), _rows(told)


def _rows(links: dict[int, list[Any]]) -> LinkRows:
    return [[start, rows] for start, rows in links.items()]


class Cells:
    """Cells handed out such that no two at once share a bucket, the largest first."""

    def __init__(self, cells: dict[tuple[int, int], array[int]]) -> None:
        self._left = sorted(cells.items(), key=lambda cell: -len(cell[1]))
        self._busy: set[int] = set()
        self._free = threading.Condition()

    def take(self, seconds: float) -> tuple[tuple[int, int], array[int]] | None:
        """A cell whose buckets are free; None where there was none for some time, or is none."""
        with self._free:
            if self._free.wait_for(self._next_free, seconds) and self._left:
                cell = next(c for c in self._left if self._busy.isdisjoint(c[0]))
                self._left.remove(cell)
                self._busy.update(cell[0])
                return cell
            return None

    def _next_free(self) -> bool:
        return not self._left or any(self._busy.isdisjoint(c[0]) for c in self._left)

    def give_back(self, buckets: tuple[int, int]) -> None:
        """The links of a cell are made."""
        with self._free:
            self._busy.difference_update(buckets)
            self._free.notify_all()

    @property
    def empty(self) -> bool:
        """Whether all were handed out."""
        return not self._left

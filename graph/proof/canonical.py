"""Whether two RDF datasets are the same but for the labels of their blank nodes.

The proof is a hash of the canonical form: RDFC-1.0, SHA-256 over sorted canonical N-Quads.  Quads
without blank nodes are only sorted, on disk where they are many.  The labels of the others come
from the library, which cannot be interrupted: where its work may explode it runs in a child process
with a time limit, and behind that limit stands colour refinement (:mod:`graph.proof.colours`).
"""

from __future__ import annotations

import contextlib
import hashlib
import heapq
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import IO

import pyoxigraph as ox

from graph.child import limit_memory, limit_time, run_child
from graph.proof.colours import Colouring, Shape, colouring, has_blank, shape, tangles
from ontology import ExpedienteError, TimeLimit

EXAMPLES = 5
N_QUADS = ox.RdfFormat.N_QUADS
# Measured: a clique of 4 nodes takes 1 ms, of 7 a second, of 8 thirteen; the quads between the same
# 4 nodes cost by their square; 20,000 nodes that are told apart take half a second.
SMALL_NODES, SMALL_QUADS, SMALL_DATASET = 4, 200, 20_000
_BATCH = 20_000  # quads
_RUN = 32 * 2**20  # bytes of lines that are sorted in memory


@dataclass(frozen=True)
class Proof:
    """A hash of a dataset of so many distinct quads, hexadecimal, and how it was made, in words.

    ``conclusive`` says that a dataset with the same hash by the same method is the same but for the
    labels of its blank nodes.
    """

    hash: str
    method: str
    quads: int
    conclusive: bool = True


@dataclass(frozen=True)
class Comparison:
    """Two proofs by one method, and examples, as N-Quads, of what only one side has.

    ``missing`` are quads of the left side, ``extra`` of the right; labels of blank nodes are those
    of their side, or ``c14n`` ones where only the canonical forms can tell the sides apart.
    """

    equal: bool
    method: str
    left: Proof
    right: Proof
    missing: list[str]
    extra: list[str]


def proof(quads: Iterable[ox.Quad], seconds: float = 20.0) -> Proof:
    """The proof of a dataset; ``seconds`` is the limit for interchangeable blank nodes."""
    with contextlib.closing(_Side(quads)) as side:
        try:
            return side.canonical(seconds)
        except TimeLimit as limit:
            return side.coloured(str(limit))


def compare(left: Iterable[ox.Quad], right: Iterable[ox.Quad], seconds: float = 20.0) -> Comparison:
    """Compares two datasets; ``seconds`` is the limit for each side."""
    with contextlib.closing(_Side(left)) as one, contextlib.closing(_Side(right)) as other:
        try:
            first, second = one.canonical(seconds), other.canonical(seconds)
        except TimeLimit as limit:
            first, second = one.coloured(str(limit)), other.coloured(str(limit))
        equal = first.hash == second.hash
        missing, extra = ([], []) if equal else _differences(one, other)
        method = (second if first.conclusive else first).method
        return Comparison(equal, method, first, second, missing, extra)


class _Lines:
    """Distinct lines, read in the order of their code points as often as wanted."""

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._size = 0
        self._runs: list[IO[bytes]] = []

    def add(self, line: bytes) -> None:
        self._held.append(line)
        self._size += len(line)
        if self._size > _RUN:
            run = tempfile.TemporaryFile(prefix="expediente-")  # noqa: SIM115
            run.writelines(sorted(set(self._held)))
            self._runs.append(run)
            self._held, self._size = [], 0

    def __iter__(self) -> Iterator[bytes]:
        for run in self._runs:
            run.seek(0)
        last = b""
        for line in heapq.merge(sorted(set(self._held)), *self._runs):
            if line != last:
                yield line
            last = line

    def close(self) -> None:
        for run in self._runs:
            run.close()


class _Side:
    """A dataset as lines of N-Quads, those with blank nodes apart."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.ground, self.blank = _Lines(), _Lines()
        self.triple_terms = False
        self.made: list[bytes] = []  # the quads with blank nodes, sorted, with canonical labels
        quads = iter(quads)
        while batch := list(islice(quads, _BATCH)):
            lines = (ox.serialize(batch, format=N_QUADS) or b"").splitlines(keepends=True)
            for quad, line in zip(batch, lines, strict=True):
                # Most lines need no second look, which takes longer than all the rest.
                within = b"_:" in line and has_blank(quad)
                (self.blank if within else self.ground).add(line)
                if b"<<(" in line and isinstance(quad.object, ox.Triple):
                    self.triple_terms = True

    def close(self) -> None:
        self.ground.close()
        self.blank.close()

    @cached_property
    def blank_data(self) -> bytes:
        return b"".join(self.blank)

    @cached_property
    def shapes(self) -> list[Shape]:
        return [shape(quad) for quad in ox.parse(self.blank_data, format=N_QUADS)]

    def colouring(self, rounds: int | None = None) -> Colouring:
        return colouring(self.shapes, rounds)

    def label(self, seconds: float) -> None:
        """Makes canonical labels, in which quads without blank nodes have no part.

        Raises TimeLimit.
        """
        data = self.blank_data
        if not data:
            return
        small = False
        if data.count(b"\n") <= SMALL_DATASET:
            nodes, quads = tangles(self.shapes)
            small = nodes <= SMALL_NODES and quads <= SMALL_QUADS
        found = canonical_lines(data) if small else canonical_in_time(data, seconds)
        self.made = sorted(found.splitlines(keepends=True))

    def canonical(self, seconds: float) -> Proof:
        """The proof by RDFC-1.0.  Raises TimeLimit."""
        method = "RDFC-1.0"
        if self.triple_terms:
            method += ", which does not define triple terms, as pyoxigraph extends it to them"
        self.label(seconds)
        digest, quads = hashlib.sha256(), 0
        for line in heapq.merge(self.ground, self.made):
            digest.update(line)
            quads += 1
        return Proof(digest.hexdigest(), method, quads)

    def coloured(self, why: str) -> Proof:
        """The proof by colour refinement, for lack of a better one."""
        digest, quads = hashlib.sha256(b"colour refinement\n"), len(self.shapes)
        for line in self.ground:
            digest.update(line)
            quads += 1
        found = self.colouring()
        for part in found.parts():
            digest.update(part)
        strength = (
            "conclusive for this dataset"
            if found.conclusive
            else "weaker: equal hashes are necessary but not sufficient, for blank nodes that look"
            " alike may be tied in another way"
        )
        method = f"colour refinement ({strength}; {why})"
        return Proof(digest.hexdigest(), method, quads, found.conclusive)


def canonical_lines(data: bytes) -> bytes:
    """N-Quads with canonical labels, in no order."""
    dataset = ox.Dataset(ox.parse(data, format=N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return ox.serialize(dataset, format=N_QUADS) or b""


def canonical_in_time(data: bytes, seconds: float) -> bytes:
    """Like :func:`canonical_lines`, in a process that is killed after ``seconds``."""
    found = bytearray()
    task = b"%r\n" % seconds + data
    ended = run_child("graph.proof.canonical", task, found.extend, seconds=seconds)
    if ended.late:
        raise TimeLimit(f"RDFC-1.0 took longer than {seconds:g} s")
    if ended.status == 0:
        return bytes(found)
    if ended.out_of_memory:
        raise TimeLimit("RDFC-1.0 needed more memory than it may use")
    raise ExpedienteError(f"RDFC-1.0 broke its process ({ended.last_words}); please report it.")


def _differences(one: _Side, other: _Side) -> tuple[list[str], list[str]]:
    """Some quads that only one of two sides has."""
    missing, extra = _apart(one.ground, other.ground)
    for found, more in zip((missing, extra), _blank_apart(one, other), strict=True):
        found += more[: EXAMPLES - len(found)]
    return [line[:-1].decode() for line in missing], [line[:-1].decode() for line in extra]


def _apart(one: Iterable[bytes], other: Iterable[bytes]) -> tuple[list[bytes], list[bytes]]:
    """The first lines that only one of two sorted sequences has."""
    missing: list[bytes] = []
    extra: list[bytes] = []
    lefts, rights = iter(one), iter(other)
    left, right = next(lefts, None), next(rights, None)
    while left is not None or right is not None:
        if min(len(missing), len(extra)) == EXAMPLES:
            break
        if left == right:
            left, right = next(lefts, None), next(rights, None)
        elif right is None or (left is not None and left < right):
            missing += [left] if left is not None and len(missing) < EXAMPLES else []
            left = next(lefts, None)
        else:
            extra += [right] if len(extra) < EXAMPLES else []
            right = next(rights, None)
    return missing, extra


def _blank_apart(one: _Side, other: _Side) -> tuple[list[bytes], list[bytes]]:
    """Some quads with blank nodes that only one side has, by colour.

    A difference colours all that is tied to it, so the fewest rounds that show it name it best.
    """
    for rounds in (0, 1, 2, 4, 8, None):
        lefts, rights = one.colouring(rounds).lines, other.colouring(rounds).lines
        surplus = Counter(lefts)
        surplus.subtract(rights)
        if any(surplus.values()):
            missing = _surplus(one, lefts, surplus)
            return missing, _surplus(other, rights, Counter({k: -n for k, n in surplus.items()}))
    # Only the canonical forms can tell them apart, where both were made.
    return _apart(one.made, other.made) if one.made and other.made else ([], [])


def _surplus(side: _Side, lines: list[bytes], surplus: Counter[bytes]) -> list[bytes]:
    """Quads in the colours of which a side has more than the other."""
    found: list[bytes] = []
    for coloured, line in zip(lines, side.blank, strict=True):
        if surplus[coloured] > 0:
            surplus[coloured] -= 1
            found.append(line)
            if len(found) == EXAMPLES:
                break
    return found


def _child() -> None:
    """Reads seconds and N-Quads from standard input, and writes these with canonical labels."""
    limit_time(float(sys.stdin.buffer.readline()))
    limit_memory()
    sys.stdout.buffer.write(canonical_lines(sys.stdin.buffer.read()))


if __name__ == "__main__":
    _child()

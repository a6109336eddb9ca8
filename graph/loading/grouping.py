"""Statements by subject, for inputs of any size: in memory while they fit, else on disk.

On disk they lie in partitions by a hash of the subject, so that a subject is in one of them and
each can be read and grouped by itself; one that is still too large is divided again.
"""

from __future__ import annotations

import contextlib
import marshal
import struct
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO, Self
from zlib import crc32

from graph.projection.project import is_class_or_predicate
from graph.projection.statements import Statement
from ontology import ExpedienteError

MEMORY = 160 * 1024 * 1024
"""Bytes that statements may take before they go to disk."""
_BITS = 6  # of the hash, for each division
_LEVELS = 5  # then the hash is used up: what is still together stays so
_STATEMENT = 150  # bytes: the tuple and its place in a list; of its texts only one is its own
_SUBJECT = 300  # bytes: a name, a list, and their place in a dictionary
REMEMBERED = 100_000
"""Names that need be there only once while statements are grouped in bounded memory."""
_LENGTH = struct.Struct("<Q")

Groups = dict[str, list[Statement]]


def by_subject(pairs: Iterable[tuple[str, Statement]]) -> Groups:
    """Each subject with its statements, each once, all in memory; equal names are one text."""
    found: Groups = {}
    last: str | None = None
    mine: list[Statement] = []
    for name, one in pairs:
        if name is not last:  # quads of one subject mostly come together
            last = name
            mine = found.setdefault(name, [])
        mine.append(one)
    for name, said in found.items():
        if len(said) > 1 and len(set(said)) < len(said):
            found[name] = list(dict.fromkeys(said))
    return found


def grouped(
    pairs: Iterable[tuple[str, Statement]], *, memory: int = MEMORY
) -> Iterator[tuple[str, list[Statement]]]:
    """Each subject once, with its statements, each once.

    What is a node only because others point to it comes with an empty list.  ``memory`` is an
    estimate in bytes; the statements of one subject are always held together.  The order depends
    on the input and on ``memory`` alone.  Raises ExpedienteError where the disk is full.
    """
    rest = iter(pairs)
    groups: Groups = {}
    if _gather(groups, rest, memory):
        yield from _each_once(groups)
        return
    with _Partitions(0) as partitions:
        partitions.write(groups)
        while not _gather(groups, rest, memory):
            partitions.write(groups)
        partitions.write(groups)
        yield from _regrouped(partitions, memory)


def _regrouped(partitions: _Partitions, memory: int) -> Iterator[tuple[str, list[Statement]]]:
    for stored in partitions.contents():
        groups: Groups = {}
        if _gather_stored(groups, stored, memory if partitions.level + 1 < _LEVELS else None):
            yield from _each_once(groups)
            continue
        with _Partitions(partitions.level + 1) as smaller:
            smaller.write(groups)
            while not _gather_stored(groups, stored, memory):
                smaller.write(groups)
            smaller.write(groups)
            yield from _regrouped(smaller, memory)


def _gather(groups: Groups, pairs: Iterator[tuple[str, Statement]], memory: int) -> bool:
    """Takes pairs until the memory is used up; whether all of them were taken."""
    room = memory
    for name, one in pairs:
        value = one.value
        room -= _STATEMENT + value.__sizeof__()
        if name in groups:
            groups[name].append(one)
        else:
            groups[name] = [one]
            room -= _SUBJECT
        if one.tag is None and value not in groups and not is_class_or_predicate(one):
            groups[value] = []
            room -= _SUBJECT
        if room < 0:
            return False
    return True


def _gather_stored(
    groups: Groups, stored: Iterator[tuple[str, list[Statement]]], memory: int | None
) -> bool:
    """Like :func:`_gather` for what was on disk; None is any amount of memory."""
    room = memory or 0
    for name, said in stored:
        if name in groups:
            groups[name] += said
        else:
            groups[name] = said
            room -= _SUBJECT
        room -= sum(_STATEMENT + one.value.__sizeof__() for one in said)
        if room < 0 and memory is not None:
            return False
    return True


def _each_once(groups: Groups) -> Iterator[tuple[str, list[Statement]]]:
    for name, said in groups.items():
        yield name, list(dict.fromkeys(said)) if len(said) > 1 else said


class _Partitions:
    """Files without a name, which are gone when they are closed or the process ends."""

    def __init__(self, level: int) -> None:
        self.level = level
        self._files: list[IO[bytes] | None] = [None] * (1 << _BITS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        for number in range(len(self._files)):
            self._close(number)

    def _close(self, number: int) -> None:
        file, self._files[number] = self._files[number], None
        if file is not None:
            with contextlib.suppress(OSError):  # a full disk has been told already
                file.close()

    def write(self, groups: Groups) -> None:
        """Moves groups to disk; they may be there already in part."""
        shift, mask = _BITS * self.level, len(self._files) - 1
        pieces: list[list[object]] = [[] for _ in self._files]
        for name, said in groups.items():
            piece = pieces[crc32(name.encode()) >> shift & mask]
            piece.append(name)
            piece.append(len(said))
            piece += chain.from_iterable(said)
        groups.clear()
        try:
            for number, piece in enumerate(pieces):
                if piece:
                    self._append(number, marshal.dumps(piece))
                    piece.clear()
        except OSError as error:
            raise ExpedienteError(
                f"{tempfile.gettempdir()}: could not be written while the input was sorted "
                f"({error.strerror}); make room there, or name another folder in TMPDIR."
            ) from error

    def _append(self, number: int, packed: bytes) -> None:
        file = self._files[number]
        if file is None:
            file = self._files[number] = tempfile.TemporaryFile(prefix="expediente-")  # noqa: SIM115
        file.write(_LENGTH.pack(len(packed)))
        file.write(packed)
        file.flush()

    def contents(self) -> Iterator[Iterator[tuple[str, list[Statement]]]]:
        """What each partition holds, one after the other; each is gone when the next one comes."""
        for number, file in enumerate(self._files):
            if file is not None:
                file.seek(0)
                yield _read(file)
                self._close(number)


def _read(file: IO[bytes]) -> Iterator[tuple[str, list[Statement]]]:
    make = tuple.__new__
    while length := file.read(_LENGTH.size):
        # Nobody else could have written into a file that has no name.
        piece = marshal.loads(file.read(*_LENGTH.unpack(length)))  # noqa: S302
        place, end = 0, len(piece)
        while place < end:
            name, count = piece[place], piece[place + 1]
            place += 2
            values = iter(piece[place : place + 4 * count])
            place += 4 * count
            yield (
                name,
                [
                    make(Statement, four)
                    for four in zip(values, values, values, values, strict=True)
                ],
            )

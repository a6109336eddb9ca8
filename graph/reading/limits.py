"""The bytes of an RDF file, unpacked and counted, and how far they may go."""

from __future__ import annotations

import bz2
import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from graph.reading.encodings import as_utf8
from graph.reading.trouble import Trouble
from graph.vocabulary import RESERVED_GRAPHS

_BINARY = getattr(os, "O_BINARY", 0)  # on Windows
MIB = 1 << 20
BLOCK = 1 << 16


@dataclass(frozen=True)
class Limits:
    """How far a file may go; beyond, it is refused."""

    statement: int = 32 * MIB  # bytes without one whole statement; a single token: 16 MiB
    document: int = 16 << 30  # bytes, unpacked
    ratio: int = 200  # unpacked to packed bytes
    ratio_from: int = 64 * MIB  # unpacked bytes from which the ratio is asked
    depth: int = 500  # nested values of JSON-LD, elements of RDF/XML, triple terms
    brackets: int = 100_000  # nested [ and ( of Turtle and TriG
    tag: int = 4 * MIB  # bytes of a tag or comment in RDF/XML
    entity: int = 1024  # characters that an XML entity stands for


@dataclass(frozen=True)
class Input:
    """A file to read, or standard input, whose bytes are then in ``spool``.

    ``named`` says that a person gave it its name, which else is that of the file.
    """

    name: str
    path: Path | None
    format: ox.RdfFormat
    base: str | None = None
    spool: IO[bytes] | None = field(default=None, compare=False, repr=False)
    named: bool = field(default=False, compare=False)


def check_graph(name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph | None) -> None:
    """Trouble where a graph has a name that is in use."""
    if name in RESERVED_GRAPHS:
        raise Trouble(
            f"{name} is a graph name that is in use for what is computed here",
            "export without --derived, or rename the graph",
        )


_CONTINUED = bytes(range(0x80, 0xC0))  # bytes of UTF-8 that begin no character


class Position:
    """A line and a column, both from 1, that move on with the bytes."""

    def __init__(self) -> None:
        self.line, self._column = 1, 0

    def advance(self, block: bytes) -> None:
        """Moves on over a block."""
        if lines := block.count(b"\n"):
            self.line += lines
            self._column = 0
            block = block[block.rfind(b"\n") + 1 :]
        self._column += len(block.translate(None, _CONTINUED))

    def after(self, block: bytes) -> tuple[int, int]:
        """The place of the last character of a block that begins here."""
        end = Position()
        end.line, end._column = self.line, self._column
        end.advance(block.removesuffix(b"\n"))
        return end.line, max(1, end._column)


class _Spooled(io.RawIOBase):
    """Standard input's bytes with a position of their own, so that they can be read twice."""

    def __init__(self, spool: IO[bytes]) -> None:
        self._spool, self._position = spool, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        self._spool.seek(self._position)
        data = self._spool.read(len(buffer))
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)

    def tell(self) -> int:
        return self._position


def open_packed(source: Input) -> io.BufferedReader:
    """The bytes as they are; Trouble if they cannot be opened."""
    if source.spool is not None:
        return io.BufferedReader(_Spooled(source.spool))
    if source.path is None:
        raise TypeError("standard input is read through find_inputs")
    try:
        # A pipe that took the place of a file meanwhile would keep us waiting.
        number = os.open(source.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        file = os.fdopen(number, "rb")
    except OSError as error:
        raise Trouble(f"cannot be read ({error.strerror})", "check its path and rights") from None
    if not stat.S_ISREG(os.fstat(number).st_mode):
        file.close()
        raise Trouble("is no regular file any more", "pipe it to '-' and name its --syntax")
    return file


def _check_encoding(start: bytes) -> bytes:
    """The first block without its byte order mark; Trouble if it is not UTF-8."""
    for marks, name in (
        ((b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\0\0\0"), "UTF-32"),
        ((b"\xff\xfe", b"\xfe\xff"), "UTF-16"),
    ):
        if start.startswith(marks):
            raise Trouble(f"is {name}", "save it as UTF-8", (1, 1))
    if b"\0" in start[:4]:
        name = "UTF-32" if start[1:4] == b"\0\0\0" else "UTF-16"
        raise Trouble(f"is {name}", "save it as UTF-8", (1, 1))
    return start.removeprefix(b"\xef\xbb\xbf")


def unpacked(source: Input, limits: Limits, size: int = BLOCK) -> Iterator[bytes]:
    """The text of a file as blocks of UTF-8; Trouble where it cannot be had or grows too large."""
    blocks = _blocks(source, limits, size)
    if source.format == ox.RdfFormat.RDF_XML:
        return as_utf8(blocks)
    return _marked(blocks)


def _marked(blocks: Iterator[bytes]) -> Iterator[bytes]:
    start = next(blocks, b"")
    if start:
        yield _check_encoding(start)
    yield from blocks


def _blocks(source: Input, limits: Limits, size: int) -> Iterator[bytes]:
    with open_packed(source) as packed:
        start = packed.peek(4)
        suffix = source.path.suffix.lower() if source.path else ""
        file: IO[bytes] = packed
        kind = ""
        if start.startswith(b"\x1f\x8b"):
            kind, file = "gzip", cast(IO[bytes], gzip.GzipFile(fileobj=packed))
        elif start.startswith(b"BZh"):
            kind, file = "bzip2", cast(IO[bytes], bz2.BZ2File(packed))
        elif suffix in (".gz", ".bz2"):
            raise Trouble(f"is not packed as its name says ({suffix})", "rename it, or pack it")
        total = 0
        while True:
            try:
                block = file.read(size)
            except EOFError:
                raise Trouble(
                    f"the {kind} data end in the middle", "the file is cut off; fetch it again"
                ) from None
            except (gzip.BadGzipFile, zlib.error, OSError) as error:
                raise Trouble(
                    f"the {kind} data are broken ({error})" if kind else f"cannot be read: {error}",
                    "fetch the file again",
                ) from None
            if not block:
                return
            total += len(block)
            if total > limits.document:
                raise Trouble(
                    f"is larger than {limits.document:,} bytes", "split it into several files"
                )
            if kind and total > limits.ratio_from and total > limits.ratio * packed.tell():
                raise Trouble(
                    f"unpacks to more than {limits.ratio} times its size",
                    "if it is really so repetitive, unpack it first",
                )
            yield block

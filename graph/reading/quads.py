"""RDF in: the quads of files, folders and standard input, with blank nodes named for good.

A blank node is known in its file only, so its name begins with the file's key; and the same file
gives the same names each time, so that loading it again changes nothing.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import IO, cast

import pyoxigraph as ox

from graph.reading.expanded import Unsaid
from graph.reading.guards import GuardedFile
from graph.reading.inputs import find_inputs, fingerprint, key_of
from graph.reading.jsonld import read_jsonld
from graph.reading.limits import BLOCK, Input, Limits, check_graph
from graph.reading.trouble import Trouble
from graph.vocabulary import FORMATS
from ontology import ReadError

__all__ = ["Input", "Limits", "find_inputs", "fingerprint", "key_of", "read"]

Renamer = Callable[[list[ox.Quad], list[int]], list[ox.Quad]]

_DATASETS = (ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS)
# In N-Quads as the library writes them, with one text at most in a line:
# Either half begins with plain characters, which are searched for fast.
_LABEL = re.compile(rb'_:(?<![^ \n]_:)([^ \n]+)|"[^\n]*"')
# The parser names a node without a label by up to 32 random digits that begin with a letter.
_RANDOM = re.compile(rb"[a-f][0-9a-f]{15,31}")
_MOST = 1000  # quads that are handled together
_BACK = 16 * BLOCK  # bytes before an error from which its place is looked for


def read(
    source: Input,
    limits: Limits | None = None,
    notes: list[str] | None = None,
    prefixes: dict[str, str] | None = None,
) -> Iterator[ox.Quad]:
    """The quads of a file in its order, with blank nodes renamed; ReadError where it is broken.

    A labelled blank node becomes ``KEY_LABEL``, any other ``KEYnNUMBER`` in order of appearance;
    what is remembered grows with the number of blank nodes without a label only.  ``notes`` gets
    sentences about what stands in the file and says nothing, ``prefixes`` those that it declares.
    """
    limits = limits or Limits()
    prefixes = {} if prefixes is None else prefixes
    if source.format == ox.RdfFormat.JSON_LD:
        yield from _read_jsonld(source, limits, [] if notes is None else notes, prefixes)
        return
    reader = GuardedFile(source, limits)
    try:
        yield from _quads(source, limits, reader, prefixes)
    except (Trouble, SyntaxError, MemoryError) as error:
        place = _place_of(error, source, limits, reader)
        what, remedy = _explained(error, source, first=reader.silent == reader.handed)
        raise ReadError(source.name, what, remedy, place) from None
    finally:
        reader.close()


def _read_jsonld(
    source: Input, limits: Limits, notes: list[str], prefixes: dict[str, str]
) -> Iterator[ox.Quad]:
    unsaid, first = Unsaid(), True
    try:
        for quad in read_jsonld(source, limits, key_of(source.name), unsaid, prefixes):
            first = False
            yield quad
    except Trouble as trouble:
        what, remedy = _explained(trouble, source, first=first)
        raise ReadError(source.name, what, remedy, trouble.place) from None
    notes += [f"{source.name}: {note}" for note in unsaid.notes()]


def _quads(
    source: Input, limits: Limits, reader: GuardedFile, prefixes: dict[str, str]
) -> Iterator[ox.Quad]:
    parsed = ox.parse(cast(IO[bytes], reader), source.format, base_iri=source.base)
    dataset = source.format in _DATASETS
    renamed = _renamer(key_of(source.name).encode(), reader)
    blank, other = ox.BlankNode, (ox.BlankNode, ox.Triple)
    batch: list[ox.Quad] = []
    spots: list[int] = []
    for quad in parsed:
        reader.silent = 0
        if dataset:
            check_graph(quad.graph_name)
        if reader.blank and (
            type(quad.object) in other
            or type(quad.subject) is blank
            or (dataset and type(quad.graph_name) is blank)
        ):
            spots.append(len(batch))
        elif not batch:
            yield quad
            continue
        batch.append(quad)
        if reader.due or len(batch) == _MOST:
            reader.due = False
            yield from renamed(batch, spots)
            batch, spots = [], []
    yield from renamed(batch, spots)
    prefixes |= parsed.prefixes
    prefixes |= reader.prefixes


def _n_quads(quads: Iterable[ox.Quad]) -> bytes:
    return cast(bytes, ox.serialize(quads, format=ox.RdfFormat.N_QUADS))


def _renamer(key: bytes, reader: GuardedFile) -> Renamer:
    """A function that gives quads new blank nodes, of which those at some places have any."""
    numbers: dict[bytes, int] = {}

    def rename(match: re.Match[bytes]) -> bytes:
        label = match[1]
        if label is None:  # a text
            return match[0]
        # What looks random stands in the file itself where that was written by this parser.
        if len(label) > 15 and _RANDOM.fullmatch(label) and reader.made(label):
            return b"_:%bn%d" % (key, numbers.setdefault(label, len(numbers) + 1))
        return b"_:%b_%b" % (key, label)

    def renamed(quads: list[ox.Quad], spots: list[int]) -> list[ox.Quad]:
        if not spots:
            return quads
        # To write, change and parse a text takes a third of the time that new terms take.
        text = _n_quads(quads[spot] for spot in spots)
        new = ox.parse(_LABEL.sub(rename, text), ox.RdfFormat.N_QUADS)
        for spot, quad in zip(spots, new, strict=True):
            quads[spot] = quad
        return quads

    return renamed


def _place_of(
    error: Exception, source: Input, limits: Limits, reader: GuardedFile
) -> tuple[int, int] | None:
    """Where an error stands; if it does not say so, the file is read again in small steps."""
    if isinstance(error, SyntaxError) and error.lineno:
        return error.lineno, error.offset or 1
    if isinstance(error, Trouble) and (error.place or not reader.handed):
        return error.place
    if isinstance(error, MemoryError):
        return reader.place()
    again = GuardedFile(source, limits, fine_from=max(0, reader.handed - _BACK))
    try:
        deque(_quads(source, limits, again, {}), maxlen=0)
    except (Trouble, SyntaxError, MemoryError):
        return again.place()
    finally:
        again.close()
    return None  # the file has changed meanwhile


def _explained(error: Exception, source: Input, *, first: bool) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    mend = f"mend it, or name another format with --syntax: {', '.join(FORMATS)}"
    if isinstance(error, Trouble):
        wrong = first and ("well-formed XML" in error.what or "(read as jsonld)" in error.what)
        return error.what, mend if wrong else error.remedy
    syntax = next(name for name, value in FORMATS.items() if value == source.format)
    what = re.sub(
        r"^Parser error at line .*?columns? \d+(?: and (?:column )?\d+)?: ", "", str(error)
    )
    what = re.sub(r" \(line \d+\)$", "", what)
    if isinstance(error, MemoryError):
        return (
            "a literal, name or comment is longer than 16 MiB",
            "put so long a text into a file of its own and link to it",
        )
    if "No scheme found" in what:
        if syntax in ("ntriples", "nquads"):
            return "a relative IRI, which the format does not have", "write the whole IRI"
        return f"a relative IRI, and there is no base ({what})", "give --base IRI"
    if "Invalid IRI" in what:
        return f"a malformed IRI ({what})", "percent-encode what is no part of an IRI"
    if "UTF-8" in what:
        return f"is not UTF-8 ({what})", "save it as UTF-8"
    if what == "Unexpected end of file":
        what = "the text ends in the middle, or half of a surrogate pair is escaped"
    return f"{what} (read as {syntax})", mend if first else "mend it there"

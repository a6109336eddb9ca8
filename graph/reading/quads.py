"""RDF in: the quads of files, folders and standard input, with blank nodes named for good.

A blank node is known in its file only, so its name begins with the file's key; and the same file
gives the same names each time, so that loading it again changes nothing.
"""

from __future__ import annotations

import contextlib
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import IO, cast

import pyoxigraph as ox

from graph.reading.guards import GuardedFile, check_nesting
from graph.reading.inputs import find_inputs, fingerprint, key_of
from graph.reading.limits import BLOCK, Input, Limits, Trouble
from graph.vocabulary import FORMATS, RESERVED_GRAPHS
from ontology import ReadError

__all__ = ["Input", "Limits", "find_inputs", "fingerprint", "key_of", "read"]

Renamer = Callable[[list[ox.Quad], list[int]], list[ox.Quad]]

_DATASETS = (ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS, ox.RdfFormat.JSON_LD)
# In N-Quads as the library writes them, with one text at most in a line:
# Either half begins with plain characters, which are searched for fast.
_LABEL = re.compile(rb'_:(?<![^ \n]_:)([^ \n]+)|"[^\n]*"')
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
# The parser names a node without a label by up to 32 random digits that begin with a letter.
_RANDOM = re.compile(rb"[a-f][0-9a-f]{15,31}")
_MOST = 1000  # quads that are handled together
_BACK = 16 * BLOCK  # bytes before an error from which its place is looked for


def read(source: Input, limits: Limits | None = None) -> Iterator[ox.Quad]:
    """The quads of a file in its order, with blank nodes renamed; ReadError where it is broken.

    A labelled blank node becomes ``KEY_LABEL``, any other ``KEYnNUMBER`` in order of appearance;
    what is remembered grows with the number of blank nodes without a label only.
    """
    limits = limits or Limits()
    reader = GuardedFile(source, limits)
    try:
        yield from _quads(source, limits, reader)
    except (Trouble, SyntaxError, MemoryError) as error:
        place = _place_of(error, source, limits, reader)
        what, remedy = _explained(error, source, first=reader.silent == reader.handed)
        raise ReadError(source.name, what, remedy, place) from None
    finally:
        reader.close()


def _quads(source: Input, limits: Limits, reader: GuardedFile) -> Iterator[ox.Quad]:
    json = source.format == ox.RdfFormat.JSON_LD
    if json:
        check_nesting(source, limits)
    # The strict JSON-LD parser leaves out what is no IRI; the lenient one shows it.
    parsed = ox.parse(cast(IO[bytes], reader), source.format, base_iri=source.base, lenient=json)
    dataset = source.format in _DATASETS
    renamed = _renamer(key_of(source.name).encode(), reader, json=json)
    blank, other = ox.BlankNode, (ox.BlankNode, ox.Triple)
    batch: list[ox.Quad] = []
    spots: list[int] = []
    for quad in parsed:
        reader.silent = 0
        if dataset and quad.graph_name in RESERVED_GRAPHS:
            raise Trouble(
                f"{quad.graph_name} is a graph name that is in use for what is computed here",
                "export without --derived, or rename the graph",
            )
        if json or (
            reader.blank
            and (
                type(quad.object) in other
                or type(quad.subject) is blank
                or (dataset and type(quad.graph_name) is blank)
            )
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


def _n_quads(quads: Iterable[ox.Quad]) -> bytes:
    return cast(bytes, ox.serialize(quads, format=ox.RdfFormat.N_QUADS))


def _renamer(key: bytes, reader: GuardedFile, *, json: bool) -> Renamer:
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
        if json:
            text = _checked(quads, text)
        new = ox.parse(_LABEL.sub(rename, text), ox.RdfFormat.N_QUADS)
        if json:
            return list(new)
        for spot, quad in zip(spots, new, strict=True):
            quads[spot] = quad
        return quads

    return renamed


def _checked(quads: list[ox.Quad], text: bytes) -> bytes:
    """N-Quads of what the lenient JSON-LD parser gives, if it is RDF; Trouble if it is not."""
    # Equal, but for the case of languages, only if nothing in it is malformed, and nothing passes
    # for more than it is.
    with contextlib.suppress(SyntaxError):
        strict = _n_quads(ox.parse(text, ox.RdfFormat.N_QUADS))
        if strict.lower() == text.lower():
            return strict
    # JSON-LD: a key that the context does not declare says nothing.
    said = [quad for quad in quads if ":" in quad.predicate.value]
    for quad in said:
        if quad.predicate.value.startswith("_:"):
            raise Trouble(
                f"the blank node '{quad.predicate.value}' is a predicate",
                "give the property an IRI",
            )
        value = quad.object
        if isinstance(value, ox.Literal) and value.language is not None:
            if not _LANGUAGE.fullmatch(value.language):
                raise Trouble(
                    f"the language tag '{value.language}' is malformed", "mend it, as in es-MX"
                )
            value = quad.predicate  # nothing else to check
        for term in (quad.subject, quad.predicate, value, quad.graph_name):
            name = term.datatype if isinstance(term, ox.Literal) else term
            try:
                if isinstance(name, ox.NamedNode):
                    ox.NamedNode(name.value)
                elif isinstance(name, ox.BlankNode):
                    ox.BlankNode(name.value)
            except ValueError as error:
                raise Trouble(*_bad_name(str(name), str(error))) from None
    return _n_quads(said)


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
        deque(_quads(source, limits, again), maxlen=0)
    except (Trouble, SyntaxError, MemoryError):
        return again.place()
    finally:
        again.close()
    return None  # the file has changed meanwhile


def _bad_name(value: str, why: str) -> tuple[str, str]:
    if "No scheme" in why:
        return f"{value} is a relative IRI, and there is no base", "give --base IRI"
    if value.startswith("_:"):
        return f"the blank node label '{value}' is malformed", "use letters and digits"
    return f"the IRI {value} is malformed ({why})", "percent-encode what is no part of an IRI"


def _explained(error: Exception, source: Input, *, first: bool) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    mend = f"mend it, or name another format with --syntax: {', '.join(FORMATS)}"
    if isinstance(error, Trouble):
        wrong = first and "well-formed XML" in error.what
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
    if "LoadDocumentCallback" in what:
        return (
            "a JSON-LD context stands elsewhere and is never fetched",
            "put its content in the place of its address",
        )
    if what == "Unexpected end of file":
        what = "the text ends in the middle, or half of a surrogate pair is escaped"
    return f"{what} (read as {syntax})", mend if first else "mend it there"

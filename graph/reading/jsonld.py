"""JSON-LD in: expanded by the reference processor (pyld), made into quads here.

What contexts mean is the processor's business.  Its own way from the expanded form to RDF is not
taken: it needs the whole document in memory, gives blank nodes new names, and changes doubles that
are written as text.  A long array or ``@graph`` is read node by node.
"""

from __future__ import annotations

import codecs
import contextlib
import json
import math
import re
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

import pyoxigraph as ox

from graph.reading.contexts import ADDRESSES, context_of
from graph.reading.expanded import NO_BASE, Unsaid, quads_of
from graph.reading.guards import check_nesting
from graph.reading.limits import BLOCK, Input, Limits, unpacked
from graph.reading.trouble import Trouble

BATCH = 1 << 18  # characters of nodes that are expanded together
WORK = 20_000_000  # terms of contexts that are copied for contexts inside them
_DELIMITERS = (":", "/", "?", "#", "[", "]", "@")  # that make a term a prefix (JSON-LD 1.1, 4.1.5)
_STREAMED = {"@context", "@id", "@graph"}
_SPACE = re.compile(r"[ \t\n\r]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FRAMES = 30  # of Python for each level of the text

Json = Any


@dataclass
class _Piece:
    """A value of the text and where it begins; ``text`` is what it was made of."""

    value: Json
    line: int
    column: int
    text: str

    def place(self, within: str | None = None) -> tuple[int, int]:
        """Where the piece begins, or where a text in it stands that is there but once or more."""
        at = self.text.find(within) if within else -1
        if at < 0:
            return self.line, self.column
        before = self.text[:at]
        if lines := before.count("\n"):
            return self.line + lines, at - before.rfind("\n")
        return self.line, self.column + at


class _Text:
    """A JSON text that is read value by value; what was read is forgotten."""

    def __init__(self, source: Input, limits: Limits) -> None:
        self._limits = limits
        self._blocks = unpacked(source, limits, 4 * BLOCK)
        self._decode = codecs.getincrementaldecoder("utf-8")()
        self._buffer, self._at, self._ended = "", 0, False
        self._line, self._column, self._counted = 1, 1, 0  # where what was counted ends
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=self._constant,
            parse_float=self._float,
            parse_int=self._int,
        )

    def close(self) -> None:
        """Closes the file."""
        self._blocks.close()  # type: ignore[attr-defined]

    def place(self) -> tuple[int, int]:
        """Where the next character stands."""
        self._line, self._column = self._after(self._at)
        self._counted = self._at
        return self._line, self._column

    def _after(self, end: int) -> tuple[int, int]:
        """The place of a character of the buffer that has not been counted yet."""
        if lines := self._buffer.count("\n", self._counted, end):
            return self._line + lines, end - self._buffer.rfind("\n", self._counted, end)
        return self._line, self._column + end - self._counted

    def _more(self, size: int = 1) -> bool:
        """Reads on, at least so many characters if there are; whether there were any."""
        self.place()
        parts, self._buffer = [self._buffer[self._at :]], ""
        self._at = self._counted = got = 0
        while got < size and not self._ended:
            block = next(self._blocks, b"")
            self._ended = not block
            try:
                parts.append(self._decode.decode(block, final=self._ended))
            except UnicodeDecodeError as error:
                self._buffer = "".join(parts) + error.object[: error.start].decode()
                raise Trouble(
                    "is not UTF-8", "save it as UTF-8", self._after(len(self._buffer))
                ) from None
            got += len(parts[-1])
        self._buffer = "".join(parts)
        return got > 0

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        passed = 0
        while True:
            found = _SPACE.match(self._buffer, self._at)
            end = found.end() if found else self._at
            passed += end - self._at
            self._at = end
            if passed > self._limits.statement:
                self._too_long()
            if self._at < len(self._buffer) or not self._more():
                return self._buffer[self._at : self._at + 1]

    def take(self, wanted: str) -> None:
        """Passes over a character, which must come next."""
        found = self.peek()
        if found != wanted:
            self.fault(f"'{wanted}' is missing" if found else "Unexpected end of file")
        self._at += 1

    def skips(self, wanted: str) -> bool:
        """Passes over a character if it comes next."""
        if self.peek() != wanted:
            return False
        self._at += 1
        return True

    def fault(self, what: str) -> NoReturn:
        """Raises Trouble about the next character."""
        raise Trouble(f"{what} (read as jsonld)", "mend it there", self.place())

    def value(self) -> _Piece:
        """The next value."""
        if not self.peek():
            self.fault("Unexpected end of file")
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
                if end < len(self._buffer) or self._ended:
                    break
            except (json.JSONDecodeError, _Twice) as error:
                # It may only be that the rest has not been read yet.
                if self._ended:
                    self._broken(error)
            held = len(self._buffer) - self._at
            if held > self._limits.statement:
                self._too_long()
            self._more(min(max(held, 4 * BLOCK), self._limits.statement - held + 1))
        text = self._buffer[self._at : end]
        if (found := _SURROGATE.search(text)) or "\\u" in text:
            self._check_surrogates(value, text, found)
        piece = _Piece(value, *self.place(), text)
        self._at = end
        return piece

    def _too_long(self) -> NoReturn:
        raise Trouble(
            f"more than {self._limits.statement:,} bytes without a statement",
            "put what is so long into a file of its own and link to it; a long document is an "
            "array of nodes, or @context and @graph alone",
            self.place(),
        )

    def _check_surrogates(self, value: Json, text: str, found: re.Match[str] | None) -> None:
        if found is None and not _SURROGATE.search(json.dumps(value, ensure_ascii=False)):
            return
        half = re.search(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])", text)
        place = self._after(self._at + (half.start() if half else 0))
        raise Trouble("half of a surrogate pair is escaped", "write the whole character", place)

    def _broken(self, error: Exception) -> NoReturn:
        if isinstance(error, _Twice):
            again = f'"{error.key}"'
            first = self._buffer.find(again, self._at)
            at = self._buffer.find(again, first + 1)
            raise Trouble(
                f"the key '{error.key}' stands twice in one object",
                "write its values as one array",
                self._after(max(at, self._at)),
            )
        assert isinstance(error, json.JSONDecodeError)
        at_end = error.pos >= len(self._buffer.rstrip()) or error.msg.startswith("Unterminated")
        what = "Unexpected end of file" if at_end else error.msg.removesuffix(" at")
        place = self._after(error.pos)
        raise Trouble(f"{what} (read as jsonld)", "mend it there", place)

    def _object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise _Twice(next(k for k, n in Counter(k for k, _ in pairs).items() if n > 1))
        return found

    def _constant(self, word: str) -> NoReturn:
        raise Trouble(f"{word} is no JSON", "write it as a text with a datatype", self.place())

    def _float(self, text: str) -> float:
        number = float(text)
        if math.isinf(number):
            raise Trouble(
                f"the number {text[:40]} is larger than a double can be",
                "write it as a text with a datatype",
                self.place(),
            )
        return number

    def _int(self, text: str) -> int | float:
        # A number of 22 digits or more is a double in JSON-LD.
        return int(text) if len(text) < 400 else self._float(text)


class _Twice(Exception):
    """A key that stands twice in one object."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass
class _Shape:
    """What a document is: an array, an object with @graph alone, or another value."""

    kind: str = "whole"
    head: dict[str, Json] = field(default_factory=dict)
    count: int = 0


def _shape(source: Input, limits: Limits) -> _Shape:
    """Reads a text to its end, for its shape and its faults in JSON."""
    found = _Shape()
    with contextlib.closing(_Text(source, limits)) as text:
        first = text.peek()
        if first == "[":
            found.kind = "array"
            found.count = sum(1 for _ in _items(text))
        elif first == "{":
            keys = set()
            graph = False
            for key in _keys(text):
                keys.add(key)
                if key == "@graph" and text.peek() == "[":
                    graph = True
                    found.count = sum(1 for _ in _items(text))
                elif key in _STREAMED:
                    found.head[key] = text.value().value
                else:
                    text.value()
            if graph and keys <= _STREAMED and isinstance(found.head.get("@id", ""), str):
                found.kind = "graph"
        else:
            text.value()
        if text.peek():
            text.fault("something follows the document")
    return found


def _items(text: _Text) -> Iterator[_Piece]:
    """The items of an array that comes next."""
    text.take("[")
    if text.skips("]"):
        return
    while True:
        yield text.value()
        if text.skips("]"):
            return
        text.take(",")


def _keys(text: _Text) -> Iterator[str]:
    """The keys of an object that comes next; the user takes each one's value."""
    text.take("{")
    if text.skips("}"):
        return
    seen: set[str] = set()
    while True:
        if text.peek() != '"':
            text.fault("a key is missing")
        key = text.value()
        if key.value in seen:
            raise Trouble(
                f"the key '{key.value}' stands twice in one object",
                "write its values as one array",
                key.place(),
            )
        seen.add(key.value)
        text.take(":")
        yield key.value
        if text.skips("}"):
            return
        text.take(",")


def _batches(source: Input, limits: Limits, shape: _Shape) -> Iterator[list[_Piece]]:
    """The nodes of a document in their order, some at a time."""
    with contextlib.closing(_Text(source, limits)) as text:
        if shape.kind == "whole":
            yield [text.value()]
            return
        if shape.kind == "graph":
            for key in _keys(text):
                if key == "@graph":
                    break
                text.value()
        batch: list[_Piece] = []
        size = 0
        for piece in _items(text):
            batch.append(piece)
            size += len(piece.text)
            if size > BATCH:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch


def read_jsonld(
    source: Input,
    limits: Limits,
    key: str,
    unsaid: Unsaid,
    prefixes: dict[str, str] | None = None,
) -> Iterator[ox.Quad]:
    """The quads of a JSON-LD document; ``unsaid`` counts what says nothing.

    ``prefixes`` gets those that the context at its top declares.

    Blank nodes are ``key_LABEL``, those without a label ``keynNUMBER``.  Raises Trouble.
    """
    check_nesting(source, limits)
    shape = _shape(source, limits)
    if prefixes is not None:
        prefixes |= _declared(shape.head.get("@context"))
    with _deep(limits):
        expand = _expander(source, unsaid)
    make = quads_of(key, source.base, unsaid)
    for batch in _batches(source, limits, shape):
        with _deep(limits):
            found = _expanded(batch, shape, expand, make)
        yield from found


def _declared(context: Json) -> dict[str, str]:
    """The prefixes that a context declares, its vocabulary under an empty one."""
    found: dict[str, str] = {}
    for part in context if isinstance(context, list) else [context]:
        for term, value in part.items() if isinstance(part, dict) else ():
            space = value.get("@id") if isinstance(value, dict) else value
            if isinstance(space, str) and space.endswith(_DELIMITERS) and ":" in space[:-1]:
                if not term.startswith("@"):
                    found[term] = space
                elif term == "@vocab":
                    found[""] = space
    return found


def _expanded(
    batch: list[_Piece],
    shape: _Shape,
    expand: Callable[[Json], list[Json]],
    make: Callable[[list[Json], str], list[ox.Quad]],
) -> list[ox.Quad]:
    quads: list[ox.Quad] = []
    try:
        expanded = expand(_document(batch, shape))
    except Trouble as trouble:
        if len(batch) == 1:
            raise _placed(trouble, batch[0]) from None
        for piece in batch:  # to tell which it is
            _expanded([piece], shape, expand, make)
        raise
    for piece, nodes in _by_piece(batch, shape, expanded, expand):
        try:
            quads += make(nodes, piece.text)
        except Trouble as trouble:
            raise _placed(trouble, piece) from None
    return quads


def _by_piece(
    batch: list[_Piece],
    shape: _Shape,
    expanded: list[Json],
    expand: Callable[[Json], list[Json]],
) -> Iterator[tuple[_Piece, list[Json]]]:
    """The expanded nodes with the piece that they come from, as far as that can be told."""
    nodes = expanded
    if shape.kind == "graph" and "@id" in shape.head:
        # One object with all nodes of the batch in its @graph.
        for graph in expanded:
            inside = graph.get("@graph", [])
            if len(inside) == len(batch):
                for piece, node in zip(batch, inside, strict=True):
                    yield piece, [{**graph, "@graph": [node]}]
                continue
            yield _joined(batch), [graph]
        return
    if len(nodes) == len(batch):
        for piece, node in zip(batch, nodes, strict=True):
            yield piece, [node]
        return
    yield _joined(batch), nodes


def _joined(batch: list[_Piece]) -> _Piece:
    """Several pieces as one, which begins where the first begins."""
    first = batch[0]
    return _Piece(None, first.line, first.column, "\n".join(piece.text for piece in batch))


def _document(batch: list[_Piece], shape: _Shape) -> Json:
    if shape.kind == "whole":
        return batch[0].value
    values = [piece.value for piece in batch]
    return {**shape.head, "@graph": values} if shape.kind == "graph" else values


def _placed(trouble: Trouble, piece: _Piece) -> Trouble:
    if trouble.place is None:
        trouble.place = piece.place(trouble.said and json.dumps(trouble.said, ensure_ascii=False))
    return trouble


@contextlib.contextmanager
def _deep(limits: Limits) -> Iterator[None]:
    """Room for values that stand one in another as deep as the limits allow."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, before + _FRAMES * limits.depth))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _expander(source: Input, unsaid: Unsaid) -> Callable[[Json], list[Json]]:
    """A function that expands a document; Trouble where it is no JSON-LD."""
    # Only now: importing it takes longer than reading a small file.
    from cachetools import LRUCache
    from pyld import jsonld
    from pyld.context_resolver import ContextResolver

    class Processor(jsonld.JsonLdProcessor):  # type: ignore[misc]
        work = 0

        def _clone_active_context(self, active_ctx: dict[str, Any]) -> dict[str, Any]:
            self.work += len(active_ctx["mappings"])
            if self.work > WORK:
                raise Trouble(
                    "contexts stand inside contexts with too many terms",
                    "declare the terms once, at the top",
                )
            found: dict[str, Any] = super()._clone_active_context(active_ctx)
            return found

        def _create_term_definition(
            self, active_ctx: Json, local_ctx: Json, term: str, *rest: Json, **options: Json
        ) -> None:
            # A type's context that is null would be overlooked; one in an array is not.
            value = local_ctx.get(term)
            if isinstance(value, Mapping) and value.get("@context", False) is None:
                local_ctx = {**local_ctx, term: {**value, "@context": [None]}}
            super()._create_term_definition(active_ctx, local_ctx, term, *rest, **options)

    def loader(address: str, _options: Json) -> dict[str, Json]:
        return {
            "contextUrl": None,
            "documentUrl": address,
            "document": context_of(address),
            "contentType": "application/ld+json",
        }

    processor = Processor(on_property_dropped=unsaid.key)
    options = {
        "base": source.base or NO_BASE,
        "documentLoader": loader,
        "contextResolver": ContextResolver(LRUCache(maxsize=100), loader),
        "processingMode": "json-ld-1.1",
    }

    def expand(document: Json) -> list[Json]:
        if isinstance(document, str) or document is None:
            raise Trouble("is a text and no JSON-LD document", "write an object or an array")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found: list[Json] = processor.expand(document, options)
            return found
        except jsonld.JsonLdError as error:
            raise _explained(error) from None
        except (TypeError, KeyError, AttributeError, ValueError, IndexError, RecursionError) as e:
            # The processor does not look before it leaps.
            raise Trouble(f"is no valid JSON-LD ({type(e).__name__}: {e})", "mend it") from None

    return expand


def _explained(error: Any) -> Trouble:
    """What the processor complains of."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, Trouble):
            return cause
        if getattr(cause, "code", None) == "loading remote context failed":
            address = str((cause.details or {}).get("url", "")).removeprefix(NO_BASE)  # type: ignore[attr-defined]
            said = Trouble(
                f"the JSON-LD context {address} stands elsewhere and is never fetched",
                "put its content in the place of its address; known without a network are "
                + ", ".join(ADDRESSES),
            )
            said.said = address
            return said
        cause = cause.__cause__
    what = str(error.args[0]).removeprefix("Invalid JSON-LD syntax; ").rstrip(". ")
    what = what.replace(NO_BASE, "")
    code = f" ({error.code})" if error.code and error.code not in what else ""
    trouble = Trouble(f"no valid JSON-LD: {what}{code}", "mend it there")
    trouble.said = _culprit(error.details)
    return trouble


def _culprit(details: Json) -> str | None:
    """The text of a document that an error is about, to find its place."""
    for value in (details or {}).values():
        while isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = next((k for k in value if not k.startswith("@")), None) or next(
                (v for v in value.values() if isinstance(v, str)), None
            )
        if isinstance(value, str):
            return value
    return None

"""The process in which a query runs: a task on standard input, its result on standard output.

The last line on standard error tells as JSON how it went.  Nothing here knows of stores, so that
the process starts fast.
"""

from __future__ import annotations

import io
import itertools
import json
import os
import sys
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring as _quoted
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from graph.child import end_with_parent, forbid_connections, limit_memory, limit_time
from graph.sparql.cells import named_graphs_of, places_of
from graph.sparql.terms import AGGREGATES, FUNCTIONS, as_loaded
from graph.vocabulary import FORMATS, RESULT_FORMATS, XSD

ROWS = ("md", *RESULT_FORMATS)
ROWS_AT_ONCE = 200
FILES_OPENED_AT_ONCE = 16  # by RocksDB, whatever else it is told
_STRING = XSD + "string"


class _Refused(Exception):
    """The query cannot be asked so; the text says why."""


def main() -> None:
    """Reads a task from standard input, runs it, and tells how it went."""
    end_with_parent()
    task = json.load(sys.stdin)
    out = sys.stdout.buffer
    try:
        told = _answered(task, out)
        out.flush()
    except BrokenPipeError:  # nobody reads any more
        os._exit(0)
    except _Refused as error:
        told = {"refused": str(error)}
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        told = {"error": _line(error)}
    print(json.dumps(told), file=sys.stderr)


def _line(error: Exception) -> str:
    return str(error).replace("\n", " ")


def _shut_in(folder: str, most_bytes: int) -> None:
    """From here on memory has a limit, and no file or connection can be opened.

    The engine opens a few files of its own at once and others when they are wanted, so a copy of
    many files is left the right to open some, though no socket where the system can tell them apart.
    """
    forbid_connections()
    many = len(list(Path(folder).glob("*.sst"))) > FILES_OPENED_AT_ONCE
    limit_memory(most_bytes, files=many)


def _answered(task: dict[str, Any], out: IO[bytes]) -> dict[str, Any]:
    if task["format"] == "rdfxml":
        import graph.export.rdf  # noqa: F401 - now, while files can be opened
    try:
        store = ox.Store.read_only(task["folder"])
    except (OSError, ValueError, RuntimeError) as error:
        return {"damaged": _line(error)}
    _shut_in(
        task["folder"], task["bytes"]
    )  # not before: the engine starts threads, which count as memory
    limit_time(task["seconds"], grace=0.0)  # from here on, however long the start took
    found = _found(store, task)
    told: dict[str, Any] = {"kind": "rows", "columns": [], "boolean": None, "truncated": False}
    format_, limit = task["format"], task["limit"]
    if isinstance(found, ox.QueryBoolean):
        _check(format_, "ASK", ROWS)
        if format_ in RESULT_FORMATS:
            found.serialize(out, format=RESULT_FORMATS[format_])
            out.write(b"\n")
        return {**told, "kind": "boolean", "boolean": bool(found), "none": not found}
    if isinstance(found, ox.QueryTriples):
        _check(format_, "CONSTRUCT or DESCRIBE", FORMATS)
        first = _First(found, limit)
        _write_graph(map(as_loaded, first), format_ or "ntriples", out)
        return {**told, "kind": "graph", "truncated": first.more, "none": first.none}
    if not isinstance(found, ox.QuerySolutions):
        raise _Refused("Only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked; write one of them.")
    _check(format_, "SELECT", ROWS)
    columns = [v.value for v in found.variables]
    solutions = _First(found, limit)
    if format_ in RESULT_FORMATS:
        _write_rows(columns, solutions, format_, out)
    else:
        for solution in solutions:
            row = [_shown(as_loaded(solution[i])) for i in range(len(columns))]
            out.write(json.dumps(row).encode() + b"\n")
    return {**told, "columns": columns, "truncated": solutions.more, "none": solutions.none}


def _found(
    store: ox.Store, task: dict[str, Any]
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """What a query gives, over the graphs that it or its user has chosen."""
    options: dict[str, Any] = {"prefixes": task["prefixes"], "base_iri": task["base"]}
    if not task["from"]:  # else the query chooses for itself
        there = frozenset(store.named_graphs())
        options["default_graph"] = places_of(task["graphs"], task["merged"], there)
        if task["named"] is not None:
            options["named_graphs"] = named_graphs_of(there, task["graphs"], task["named"])
    try:
        return store.query(
            task["text"],
            custom_functions=FUNCTIONS,
            custom_aggregate_functions=AGGREGATES,
            **options,
        )
    except SyntaxError:
        if task["text"] != task["query"]:  # the message is to be about what the user wrote
            ox.Store().query(task["query"], prefixes=task["prefixes"], base_iri=task["base"])
        raise


def _check(format_: str | None, kind: str, fitting: Iterable[str]) -> None:
    if format_ is not None and format_ not in fitting:
        raise _Refused(
            f"--format {format_} cannot hold what {kind} gives; choose {', '.join(fitting)}."
        )


class _First:
    """At most ``limit`` results; at the end ``more`` says whether there were others, ``none`` of none."""

    def __init__(self, found: Iterable[Any], limit: int) -> None:
        self.found: Iterator[Any] = iter(found)
        self.limit = limit
        self.more = self.none = False

    def __iter__(self) -> Iterator[Any]:
        first = next(self.found, None)
        if first is None:
            self.none = True
            return
        self.found = itertools.chain((first,), self.found)
        yield from itertools.islice(self.found, self.limit)
        self.more = next(self.found, None) is not None


def _write_graph(triples: Iterable[ox.Triple], name: str, out: IO[bytes]) -> None:
    if name == "rdfxml":  # whole, since what XML cannot hold is refused before the first byte
        from graph.export.rdf import write_rdf
        from ontology import UserError

        quads = [ox.Quad(t.subject, t.predicate, t.object) for t in triples]
        try:
            write_rdf(quads, name, out)
        except UserError as error:
            raise _Refused(str(error)) from error
        return
    ox.serialize(triples, out, format=FORMATS[name])
    if name == "jsonld":
        out.write(b"\n")


# --- Rows in the W3C's formats --------------------------------------------------------------------


def _write_rows(columns: list[str], solutions: _First, name: str, out: IO[bytes]) -> None:
    """Solutions as SPARQL 1.1 Query Results JSON, XML, CSV or TSV, streamed.

    The engine writes the three others only for a whole result, which may be longer than the limit;
    so it reads ours as JSON and turns that.
    """
    text = _json(columns, solutions)
    if name == "json":
        for part in text:
            out.write(part)
    else:
        stream = io.BufferedReader(_Pulled(text))
        parsed = ox.parse_query_results(stream, format=ox.QueryResultsFormat.JSON)
        parsed.serialize(out, format=RESULT_FORMATS[name])
    if name in ("json", "xml"):
        out.write(b"\n")


def _json(columns: list[str], solutions: Iterable[Any]) -> Iterator[bytes]:
    """The parts of a result in JSON, as they are wanted."""
    heads = [(name, _quoted(name) + ":") for name in columns]
    yield f'{{"head":{{"vars":[{",".join(map(_quoted, columns))}]}},"results":{{"bindings":['.encode()
    rows = iter(solutions)
    comma = ""
    while part := list(itertools.islice(rows, ROWS_AT_ONCE)):
        bindings = [
            "{"
            + ",".join([h + _binding(as_loaded(t)) for n, h in heads if (t := row[n]) is not None])
            + "}"
            for row in part
        ]
        yield (comma + ",".join(bindings)).encode()
        comma = ","
    yield b"]}}"


class _Pulled(io.RawIOBase):
    """A file whose content is made when it is read."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self.parts = parts
        self.rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.rest = self.rest or next(self.parts, b"")
        size = min(len(buffer), len(self.rest))
        buffer[:size], self.rest = self.rest[:size], self.rest[size:]
        return size


def _binding(term: object) -> str:
    """A term as SPARQL 1.1 Query Results JSON has it, a triple as SPARQL 1.2."""
    if isinstance(term, ox.NamedNode):
        return f'{{"type":"uri","value":{_quoted(term.value)}}}'
    if isinstance(term, ox.BlankNode):
        return f'{{"type":"bnode","value":{_quoted(term.value)}}}'
    if isinstance(term, ox.Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        value = ",".join(f'"{name}":{_binding(part)}' for name, part in parts)
        return f'{{"type":"triple","value":{{{value}}}}}'
    assert isinstance(term, ox.Literal)
    found = f'{{"type":"literal","value":{_quoted(term.value)}'
    if term.language:
        found += f',"xml:lang":{_quoted(term.language)}'
        if term.direction:
            found += f',"its:dir":{_quoted(term.direction.value)}'
    elif (datatype := term.datatype.value) != _STRING:
        found += f',"datatype":{_quoted(datatype)}'
    return found + "}"


def _shown(term: object) -> str | None:
    if term is None:
        return None
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


if __name__ == "__main__":
    main()

"""Ad hoc SPARQL in a child process, which can be killed when its time is over.

The engine cannot be interrupted from outside its own thread, so a query of unknown cost runs in a
process of its own, over a file of quads, and writes its result to standard output.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from graph.dataset import FILE, all_quads, sparql_of
from graph.infer import ontology_quads
from graph.stores import Store
from ontology import QueryError, StoreError, TimeLimit, UserError

RESULT_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPH_FORMATS = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES}


MOST_MEMORY = 4 * 2**30  # of the child, in bytes
GRACE_SECONDS = 1.0  # of the child's own time limit, which counts when its parent is gone
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_T = TypeVar("_T")


@dataclass(frozen=True)
class SparqlResult:
    """What a query gave: rows (cells as text), a truth value, or triples as N-Triples."""

    kind: str  # "rows" | "boolean" | "graph"
    columns: list[str]
    rows: list[list[str | None]]
    boolean: bool | None
    text: str
    truncated: bool


def run(
    store: Store, query: str, *, timeout: float, limit: int, format_: str | None = None
) -> SparqlResult:
    """Runs SELECT, ASK, CONSTRUCT or DESCRIBE over a store's RDF, derived triples included.

    ``format_`` asks for the standard serialisation as ``text``.  Raises QueryError, TimeLimit.
    """
    if not query.strip():
        raise QueryError("The query is empty; write some SPARQL.")
    if hasattr(store, "snapshot"):
        file: Path = store.snapshot() / FILE
        if not file.exists():
            sparql_of(store)  # makes it, unless the folder cannot be written
        if file.exists():
            return _in_child(file, query, timeout, limit, format_)
    with tempfile.TemporaryDirectory(prefix="expediente-") as folder:
        file = Path(folder) / FILE
        with file.open("wb") as out:
            ox.serialize([*all_quads(store), *ontology_quads()], out, format=ox.RdfFormat.N_QUADS)
        return _in_child(file, query, timeout, limit, format_)


def _in_child(
    file: Path, query: str, timeout: float, limit: int, format_: str | None
) -> SparqlResult:
    task = {
        "file": str(file),
        "query": query,
        "limit": limit,
        "format": format_,
        "seconds": timeout,
        "bytes": MOST_MEMORY,
    }
    # -P and no empty entry: a folder named graph where the user happens to stand is not ours.
    places = [str(Path(__file__).absolute().parents[1]), *(p for p in sys.path if p)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "graph.sparql"],
            input=json.dumps(task),
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TimeLimit(
            f"The query took longer than {timeout:g} s and was stopped; narrow it or raise --timeout."
        ) from error
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        if "memory allocation" in done.stderr:
            raise TimeLimit(
                "The query needs more memory than it may use; narrow it or add a LIMIT."
            ) from error
        tail = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
        raise QueryError(f"SPARQL: the query broke its process ({tail[0]}); narrow it.") from error
    if "damaged" in found:
        raise StoreError(f"{file} cannot be read ({found['damaged']}); run 'kg doctor --repair'.")
    if "refused" in found:
        raise UserError(found["refused"])
    if "error" in found:
        raise QueryError(f"SPARQL: {found['error']}; correct the query.")
    return SparqlResult(**found)


def _shown(term: object) -> str | None:
    if term is None:
        return None
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _decoded(data: bytes | None) -> str:
    return (data or b"").decode()


def _child() -> None:
    """Reads a task from standard input and writes its result to standard output."""
    task = json.load(sys.stdin)
    if hasattr(signal, "setitimer"):  # ends this process even if the one that waits is no more
        signal.setitimer(signal.ITIMER_REAL, task["seconds"] + GRACE_SECONDS)
    with contextlib.suppress(ImportError, ValueError, OSError):  # where the system knows limits
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (task["bytes"], task["bytes"]))
    store = ox.Store()
    try:
        store.bulk_load(path=task["file"], format=ox.RdfFormat.N_QUADS)
        # Without GRAPH a query sees the merge of all graphs.  The engine's own union would give a
        # triple as often as there are graphs that hold it, and counts would be wrong.
        for name in list(store.named_graphs()):
            quads = store.quads_for_pattern(None, None, None, name)
            store.bulk_extend([ox.Quad(q.subject, q.predicate, q.object) for q in quads])
    except (SyntaxError, ValueError, OSError) as error:
        print(json.dumps({"damaged": str(error)}))
        return
    try:
        found = store.query(task["query"])
        result = _result(found, task["limit"], task["format"])
    except UserError as error:
        print(json.dumps({"refused": str(error)}))
        return
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        print(json.dumps({"error": str(error).replace("\n", " ")}))
        return
    print(json.dumps(result))


def _result(found: object, limit: int, format_: str | None) -> dict[str, object]:
    """A SparqlResult as a map."""
    result: dict[str, object] = {
        "kind": "rows",
        "columns": [],
        "rows": [],
        "boolean": None,
        "text": "",
        "truncated": False,
    }
    rows_format, graph_format = RESULT_FORMATS.get(format_ or ""), GRAPH_FORMATS.get(format_ or "")
    if isinstance(found, ox.QueryBoolean):
        _refuse(format_, graph_format)
        wanted = rows_format if format_ in ("json", "xml") else None
        text = _decoded(found.serialize(format=wanted)) if wanted else ""
        return {**result, "kind": "boolean", "boolean": bool(found), "text": text}
    if isinstance(found, ox.QueryTriples):
        _refuse(format_, rows_format)
        triples, result["truncated"] = _first(found, limit)
        data = ox.serialize(triples, format=graph_format or ox.RdfFormat.N_TRIPLES)
        return {**result, "kind": "graph", "text": _decoded(data)}
    if not isinstance(found, ox.QuerySolutions):
        raise UserError("Only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked; write one of them.")
    _refuse(format_, graph_format)
    columns = result["columns"] = [v.value for v in found.variables]
    solutions, result["truncated"] = _first(found, limit)
    if rows_format:
        return {**result, "text": _serialised(columns, solutions, rows_format)}
    rows = [[_shown(solution[i]) for i in range(len(columns))] for solution in solutions]
    return {**result, "rows": rows}


def _refuse(format_: str | None, for_others: object) -> None:
    if for_others:
        raise UserError(f"--format {format_} does not fit this kind of query; choose another.")


def _first(found: Iterable[_T], limit: int) -> tuple[list[_T], bool]:
    """At most ``limit`` results, and whether there are more."""
    first = list(itertools.islice(found, limit + 1))
    return first[:limit], len(first) > limit


def _serialised(
    columns: list[str], solutions: list[ox.QuerySolution], format_: ox.QueryResultsFormat
) -> str:
    """Solutions in a standard format, which the engine writes only for a whole result."""
    bindings = [
        {name: _binding(solution[name]) for name in columns if solution[name] is not None}
        for solution in solutions
    ]
    text = json.dumps({"head": {"vars": columns}, "results": {"bindings": bindings}})
    parsed = ox.parse_query_results(text, format=ox.QueryResultsFormat.JSON)
    return _decoded(parsed.serialize(format=format_))


def _binding(term: object) -> dict[str, object]:
    """A term as SPARQL 1.1 Query Results JSON has it, a triple as SPARQL 1.2."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {k: _binding(v) for k, v in parts.items()}}
    assert isinstance(term, ox.Literal)
    found: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


if __name__ == "__main__":
    _child()

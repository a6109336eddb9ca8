"""Ad hoc SPARQL in a child process, which can be killed when its time is over.

The engine cannot be interrupted from outside its own thread, so a query of unknown cost runs in a
process of its own, over a file of quads, and writes its result to standard output.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.dataset import FILE, all_quads, sparql_of
from graph.infer import ontology_quads
from graph.stores import Store
from ontology import QueryError, TimeLimit, UserError

RESULT_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPH_FORMATS = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES}


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
        sparql_of(store)  # makes the file beside the snapshot, if it is not there yet
        file = store.snapshot() / FILE
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
    task = {"file": str(file), "query": query, "limit": limit, "format": format_}
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "graph.sparql"],
            input=json.dumps(task),
            capture_output=True,
            text=True,
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
        tail = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
        raise QueryError(f"SPARQL: the query broke its process ({tail[0]}); narrow it.") from error
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
    limit: int = task["limit"]
    try:
        store = ox.Store()
        store.bulk_load(path=task["file"], format=ox.RdfFormat.N_QUADS)
        found = store.query(task["query"], use_default_graph_as_union=True)
        result = _result(found, limit, task["format"])
    except (SyntaxError, ValueError, OSError, UserError, RuntimeError) as error:
        print(json.dumps({"error": str(error).replace("\n", " ")}))
        return
    print(json.dumps(result))


def _result(found: object, limit: int, format_: str | None) -> dict[str, object]:
    empty: dict[str, object] = {
        "kind": "rows",
        "columns": [],
        "rows": [],
        "boolean": None,
        "text": "",
        "truncated": False,
    }
    if isinstance(found, ox.QueryBoolean):
        wanted = RESULT_FORMATS.get(format_ or "")
        text = (
            _decoded(found.serialize(format=wanted))
            if wanted and format_ in ("json", "xml")
            else ""
        )
        return {**empty, "kind": "boolean", "boolean": bool(found), "text": text}
    if isinstance(found, ox.QueryTriples):
        triples: list[ox.Triple] = []
        for triple in found:
            if len(triples) == limit:
                empty["truncated"] = True
                break
            triples.append(triple)
        wanted_graph = GRAPH_FORMATS.get(format_ or "", ox.RdfFormat.N_TRIPLES)
        data = ox.serialize(triples, format=wanted_graph)
        return {**empty, "kind": "graph", "text": _decoded(data)}
    if not isinstance(found, ox.QuerySolutions):
        raise UserError("only SELECT, ASK, CONSTRUCT and DESCRIBE can be asked")
    wanted = RESULT_FORMATS.get(format_ or "")
    columns = [v.value for v in found.variables]
    if wanted:
        return {**empty, "columns": columns, "text": _decoded(found.serialize(format=wanted))}
    rows: list[list[str | None]] = []
    for solution in found:
        if len(rows) == limit:
            empty["truncated"] = True
            break
        rows.append([_shown(solution[i]) for i in range(len(columns))])
    return {**empty, "columns": columns, "rows": rows}


if __name__ == "__main__":
    _child()

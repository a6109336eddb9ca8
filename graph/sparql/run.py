"""Ad hoc SPARQL in a child process, which can be killed when its time is over.

The engine cannot be interrupted from outside its own thread, so a query of unknown cost runs in a
process of its own, over a copy of the store that it opens read-only.  Its result comes through a
pipe and goes on as it comes, so a large one needs no memory; a small one is held back until it is
whole.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from graph.sparql.child import GRAPH_FORMATS, RESULT_FORMATS
from graph.sparql.copy import copy_of, discard
from graph.sparql.guard import calls_out
from graph.stores import Store
from ontology import QueryError, StoreError, TimeLimit, UserError

__all__ = ["GRAPH_FORMATS", "RESULT_FORMATS", "SparqlResult", "run"]

MOST_MEMORY = 4 * 2**30  # of the child, in bytes
HELD = 2**20  # bytes of a result that wait for its end, so that a failure leaves no half of it


@dataclass(frozen=True)
class SparqlResult:
    """What a query gave: rows (cells as text), a truth value, or a graph.

    ``text`` is what was serialised, if nothing else took it.
    """

    kind: str  # "rows" | "boolean" | "graph"
    columns: list[str]
    rows: list[list[str | None]]
    boolean: bool | None
    text: str
    truncated: bool


def run(
    store: Store,
    query: str,
    *,
    timeout: float,
    limit: int,
    format_: str | None = None,
    out: IO[bytes] | None = None,
) -> SparqlResult:
    """Runs SELECT, ASK, CONSTRUCT or DESCRIBE over a store's RDF, derived triples included.

    ``format_`` asks for a standard serialisation, which goes to ``out`` as it comes; without it a
    SELECT gives rows and an ASK a truth value, and a graph is written as N-Triples; so it is with
    ``md``, which refuses a graph.  ``timeout`` is in seconds and counts from the moment when the store's copy is there; ``limit`` counts rows or
    triples.  Raises QueryError, UserError (a format that does not fit), TimeLimit, StoreError.
    """
    if not query.strip():
        raise QueryError("The query is empty; write some SPARQL.")
    if calls_out(query):
        raise QueryError(
            "SPARQL: SERVICE asks another server, which is not allowed here; take it out."
        )
    sink = io.BytesIO() if out is None else out
    task = {
        "query": query,
        "limit": limit,
        "format": format_,
        "seconds": timeout,
        "bytes": MOST_MEMORY,
    }
    for last in (False, True):
        folder = copy_of(store)
        held, passed, told = _in_child({"folder": str(folder), **task}, timeout, sink, format_)
        if "damaged" not in told:
            break
        discard(folder)
        if last or passed:
            raise StoreError(
                f"The copy for SPARQL of {store.url} was damaged ({told['damaged']}) and has been "
                "removed; run the query again."
            )
    if "refused" in told:
        raise UserError(told["refused"])
    if "error" in told:
        raise QueryError(f"SPARQL: {told['error']}; correct the query.")
    rows: list[list[str | None]] = []
    if format_ in (None, "md") and told["kind"] == "rows":
        rows = [json.loads(line) for line in held.splitlines()]
    else:
        sink.write(held)
    text = sink.getvalue().decode() if isinstance(sink, io.BytesIO) else ""
    return SparqlResult(
        told["kind"], told["columns"], rows, told["boolean"], text, told["truncated"]
    )


def _in_child(
    task: dict[str, Any], timeout: float, sink: IO[bytes], format_: str | None
) -> tuple[bytes, int, dict[str, Any]]:
    """What is still held of the result, how much has gone on, and what the child told."""
    # -P and no empty entry: a folder named graph where the user happens to stand is not ours.
    places = [str(Path(__file__).absolute().parents[2]), *(p for p in sys.path if p)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    late = threading.Event()
    with tempfile.TemporaryFile() as told:
        child = subprocess.Popen(
            [sys.executable, "-P", "-m", "graph.sparql.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=told,
            env=environment,
        )

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(timeout, stop)
        timer.start()
        try:
            held, passed = _through(
                child, json.dumps(task).encode(), sink, format_ not in (None, "md")
            )
            child.wait()
        except BaseException:  # the reader is gone, or somebody pressed Ctrl-C
            child.kill()
            child.wait()
            raise
        finally:
            timer.cancel()
            for pipe in (child.stdin, child.stdout):
                assert pipe is not None
                with contextlib.suppress(OSError):
                    pipe.close()
        told.seek(0)
        lines = told.read().decode("utf-8", "replace").strip().splitlines()
    if late.is_set():
        raise TimeLimit(
            f"The query took longer than {timeout:g} s and was stopped; narrow it or raise --timeout."
        )
    try:
        found: dict[str, Any] = json.loads(lines[-1])
    except (IndexError, ValueError) as error:
        if any("memory allocation" in line for line in lines):
            raise TimeLimit(
                "The query needs more memory than it may use; narrow it or add a LIMIT."
            ) from error
        tail = lines[-1] if lines else f"exit status {child.returncode}"
        raise QueryError(f"SPARQL: the query broke its process ({tail}); narrow it.") from error
    return held, passed, found


def _through(
    child: subprocess.Popen[bytes], task: bytes, sink: IO[bytes], may_pass: bool
) -> tuple[bytes, int]:
    """Gives the child its task and passes its output on, once there is much of it."""
    assert child.stdin is not None and child.stdout is not None
    with contextlib.suppress(BrokenPipeError):  # it will have told why
        child.stdin.write(task)
        child.stdin.close()
    held, passed = bytearray(), 0
    while part := child.stdout.read1(2**16):  # type: ignore[attr-defined]
        held += part
        if may_pass and (passed or len(held) > HELD):
            sink.write(held)
            passed += len(held)
            held.clear()
    return bytes(held), passed

"""Ad hoc SPARQL in a child process, which can be killed when its time is over.

The engine cannot be interrupted from outside its own thread, so a query of unknown cost runs in a
process of its own, over a copy of the store that it opens read-only.  Its result comes through a
pipe and goes on as it comes, so a large one needs no memory; a small one is held back until it is
whole.
"""

from __future__ import annotations

import io
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import IO, Any

import pyoxigraph as ox

from graph.child import MOST_MEMORY, START_SECONDS, run_child, told_by
from graph.sparql.cells import CHOICES, USUAL, checked
from graph.sparql.copy import copy_of, discard, facts_of
from graph.sparql.guard import calls_out
from graph.sparql.text import Reading, Unreadable, read
from graph.stores import Store
from graph.vocabulary import MORE_PREFIXES
from graph.vocabulary import PREFIXES as KNOWN_PREFIXES
from ontology import BASE, QueryError, StoreError, UserError

__all__ = ["CHOICES", "PREFIXES", "ChoosesGraphs", "SparqlResult", "run"]

PREFIXES = {
    **KNOWN_PREFIXES,
    **MORE_PREFIXES,
    "dcterms": KNOWN_PREFIXES["dct"],
}
"""The prefixes that a query need not declare; what it declares itself counts."""


class ChoosesGraphs(UserError):
    """A query that says by FROM what it is about was to be asked about something else."""


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
    overlooks: bool = False
    """Nothing was found in what is asserted, and something follows from that."""


def run(
    store: Store,
    query: str,
    *,
    timeout: float,
    limit: int,
    format_: str | None = None,
    out: IO[bytes] | None = None,
    graphs: Collection[str] | None = None,
    base: str | None = None,
) -> SparqlResult:
    """Runs SELECT, ASK, CONSTRUCT or DESCRIBE over a store's RDF.

    ``format_`` asks for a standard serialisation, which goes to ``out`` as it comes; without it a
    SELECT gives rows and an ASK a truth value, and a graph is written as N-Triples; so it is with
    ``md``, which refuses a graph.  ``timeout`` is in seconds and counts from the moment when the
    store's copy is open; ``limit`` counts rows or triples.  ``graphs`` are some of CHOICES: what
    the query is about where it has no FROM, as one graph; by default what is asserted.  Relative IRIs are relative to ``base``, else to the base of the store's only
    document, else to ours.  Raises QueryError, UserError (an option that does not fit), TimeLimit,
    StoreError.
    """
    if not query.strip():
        raise QueryError("The query is empty; write some SPARQL.")
    if calls_out(query):
        raise QueryError(
            "SPARQL: SERVICE asks another server, which is not allowed here; take it out."
        )
    base = _base(store, base)
    reading = _read(query, base)
    if graphs and reading is not None and reading.chooses_graphs:
        raise ChoosesGraphs("The query chooses its graphs with FROM; leave that or --graph out.")
    chosen = checked(graphs or USUAL)
    sink = io.BytesIO() if out is None else out
    task = {
        "query": query,
        "prefixes": PREFIXES,
        "base": base,
        "limit": limit,
        "format": format_,
        "seconds": timeout,
        "bytes": MOST_MEMORY,
        "from": reading is not None and reading.chooses_graphs,
        "graphs": chosen,
        "named": sorted(reading.iris) if reading and reading.asks_graphs else None,
    }
    for last in (False, True):
        folder = copy_of(store)
        result = _Sink(sink, may_pass=format_ not in (None, "md"))
        text = query
        facts = facts_of(folder)
        if facts["marked"]:
            if reading is None:
                raise QueryError(
                    "SPARQL: the query is not understood over literals that are to be given back as "
                    "they were loaded; correct it, or write it in a simpler way."
                )
            text = reading.text
        told = _told(
            {"folder": str(folder), "text": text, "merged": facts["merged"], **task},
            timeout,
            result,
        )
        if "damaged" not in told:
            break
        discard(folder)
        if last or result.passed:
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
        rows = [json.loads(line) for line in result.held.splitlines()]
    else:
        sink.write(result.held)
    text = sink.getvalue().decode() if isinstance(sink, io.BytesIO) else ""
    usual = not graphs and not task["from"]
    return SparqlResult(
        told["kind"],
        told["columns"],
        rows,
        told["boolean"],
        text,
        told["truncated"],
        overlooks=usual and facts["merged"] and told["none"],
    )


def _base(store: Store, given: str | None) -> str:
    """What relative IRIs in a query are relative to."""
    if given is not None:
        try:
            ox.NamedNode(given)
        except ValueError as error:
            raise UserError(f"--base {given}: {error}; give a whole IRI.") from None
        return given
    release = store.release()
    documents = release.documents if release else ()
    return (documents[0].base if len(documents) == 1 else None) or BASE


def _read(query: str, base: str) -> Reading | None:
    """What a query says of itself; None where only the engine may understand it."""
    try:
        return read(query, PREFIXES, base)
    except Unreadable:
        return None


class _Sink:
    """Passes a result on, once there is much of it; ``held`` waits for the end."""

    def __init__(self, out: IO[bytes], may_pass: bool) -> None:
        self.out, self.may_pass = out, may_pass
        self.held = bytearray()
        self.passed = 0

    def take(self, part: bytes) -> None:
        """The next part of the result."""
        self.held += part
        if self.may_pass and (self.passed or len(self.held) > HELD):
            self.out.write(self.held)
            self.passed += len(self.held)
            self.held.clear()


def _told(task: dict[str, Any], timeout: float, sink: _Sink) -> dict[str, Any]:
    """What the child told of a query whose result went to the sink."""
    ended = run_child(
        "graph.sparql.child", json.dumps(task).encode(), sink.take, seconds=timeout + START_SECONDS
    )
    late = (
        f"The query took longer than {timeout:g} s and was stopped; narrow it or raise --timeout."
    )
    return told_by(ended, "SPARQL", late)

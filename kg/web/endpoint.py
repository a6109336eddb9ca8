"""The result of a SPARQL query for a client that may be slow, greedy, or gone."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

from graph.sparql import ChoosesGraphs, run
from kg.web.protocol import Request
from ontology import QueryError, TimeLimit, UserError

if TYPE_CHECKING:
    from graph.sparql import SparqlResult
    from kg.session import Session

EVERYTHING = ("asserted", "derived", "ontology")  # what the twins of queries are about
MOST_BYTES = 256 * 2**20  # of one result
_IN_MEMORY = 4 * 2**20
_PIECE = 2**16


class Gone(Exception):
    """Nobody waits for the result any more."""


@dataclass(frozen=True)
class Limits:
    """How long a query may run and how much it may give."""

    seconds: float = 30.0
    rows: int = 100_000


class Result:
    """A whole result, in memory or in a file that has no name; it is written once and read once."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - pieces() closes it
        self.size = 0
        self.truncated = False
        self.stop = threading.Event()

    def write(self, data: bytes) -> int:
        """The next part; Gone where nobody waits, TimeLimit where it is too much."""
        if self.stop.is_set():
            raise Gone
        self.size += len(data)
        if self.size > MOST_BYTES:
            raise TimeLimit(
                f"The result is larger than {MOST_BYTES // 2**20} MB; narrow the query or add a LIMIT."
            )
        return self._file.write(data)

    def pieces(self) -> Iterator[bytes]:
        """All of it, a piece at a time; then it is gone."""
        with self._file:
            self._file.seek(0)
            while piece := self._file.read(_PIECE):
                yield piece

    def close(self) -> None:
        """Lets go of what nobody will read."""
        self.stop.set()
        self._file.close()


def answer(
    session: Session, request: Request, format_: str, limits: Limits, result: Result
) -> None:
    """Runs a query in its limited process into a result; UserError and its kinds as ``kg sparql``."""
    if result.stop.is_set():
        raise Gone
    try:
        try:
            found = _ran(session, request, request.graphs or EVERYTHING, format_, limits, result)
        except ChoosesGraphs:
            if request.graphs:
                raise
            found = _ran(session, request, None, format_, limits, result)
    except (QueryError, TimeLimit):
        raise
    except UserError as error:
        raise QueryError(str(error).replace("--graph", "default-graph-uri")) from error
    result.truncated = found.truncated


def _ran(
    session: Session,
    request: Request,
    graphs: Sequence[str] | None,
    format_: str,
    limits: Limits,
    result: Result,
) -> SparqlResult:
    return run(
        session.store,
        request.query,
        timeout=limits.seconds,
        limit=limits.rows,
        format_=format_,
        out=cast("IO[bytes]", result),
        graphs=graphs,
    )


def prepared(session: Session, limits: Limits) -> None:
    """Has the copy for SPARQL made, where there is none of this graph yet."""
    run(session.store, "ASK {}", timeout=limits.seconds, limit=1)

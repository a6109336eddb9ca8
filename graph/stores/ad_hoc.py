"""Cypher of unknown cost in a process that can be killed: what parent and child say to each other.

The task comes as JSON on the child's standard input; its rows are lines of JSON on standard
output, and the last line on standard error tells how it went.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from graph.child import NEEDS_MEMORY, START_SECONDS, end_with_parent, run_child, told_by
from graph.stores.base import Rows
from ontology import (
    ExpedienteError,
    QueryError,
    StoreAddressError,
    StoreError,
    TimeLimit,
    WriteRefused,
)

__all__ = ["answer", "asked"]

Task = dict[str, Any]
_ERRORS: dict[str, type[ExpedienteError]] = {
    kind.__name__: kind
    for kind in (QueryError, WriteRefused, TimeLimit, StoreError, StoreAddressError)
}


def asked(module: str, task: Task, seconds: float) -> Rows:
    """What a child of a module gives for a task; the child counts the seconds for itself.

    Raises what the child says, TimeLimit if it has to be killed, QueryError if the query broke it.
    """
    out = bytearray()
    try:
        given = json.dumps(task).encode()
    except (TypeError, ValueError) as error:
        raise QueryError(
            f"A parameter cannot be sent ({error}); give text, numbers, lists or maps."
        ) from error
    try:
        ended = run_child(module, given, out.extend, seconds=seconds + START_SECONDS)
    except OSError as error:
        raise StoreError(
            f"No process can be started for the query ({error.strerror}); end other programs."
        ) from error
    late = "The query took longer than it may; narrow it or raise --timeout."
    told = told_by(ended, "Cypher", late)
    if "error" in told:
        raise _ERRORS.get(told["error"], StoreError)(told["text"])
    records = [json.loads(line) for line in out.splitlines()]
    return Rows(told["columns"], records, told["truncated"])


def answer(rows: Callable[[Task], Rows]) -> None:
    """In a child: reads the task, and tells what a function gives for it; never returns."""
    end_with_parent()
    try:
        found = rows(json.load(sys.stdin))
        for record in found.records:
            sys.stdout.write(json.dumps(record) + "\n")
        sys.stdout.flush()
        told: dict[str, Any] = {"columns": found.columns, "truncated": found.truncated}
    except BrokenPipeError:  # nobody reads any more
        os._exit(0)
    except MemoryError:
        told = {"error": "TimeLimit", "text": NEEDS_MEMORY}
    except ExpedienteError as error:
        told = {"error": type(error).__name__, "text": str(error)}
    print(json.dumps(told), file=sys.stderr, flush=True)
    os._exit(0)  # without closing anything: an embedded engine would write beside those who read

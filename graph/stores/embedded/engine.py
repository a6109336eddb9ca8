"""The embedded engine itself: its switches, its handles, its errors, its values."""

from __future__ import annotations

import os
import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.child import NEEDS_MEMORY
from graph.stores.base import Record, Rows
from graph.stores.cypher_text import explains
from ontology import QueryError, StoreError, TimeLimit, WriteRefused

if TYPE_CHECKING:
    import arcadedb

HEAP = "1g"
ADDRESSES = "2g"  # reserved for the heap; else 32 GB, which a limit on addresses may forbid
MANY_FILES = 10_240  # macOS allows no more, whatever it says
NO_LIMIT_MS = 600_000
_LIMIT = "`arcadedb.command.timeout`"
_PATTERN = re.compile(
    r"Regular expression operation aborted \(.*?\): pattern '(.*)' against input of length (\d+)",
    re.S,
)
# What nobody can set from a query: "allowed by the setting `arcadedb.x`: raise the limit".
_SETTING = re.compile(
    r"(?:,? exceeding the maximum of (\d+))?\s*(?:allowed by the setting|You can set)\W*arcadedb\..*",
    re.S,
)
_NOT_THERE = ("FeatureNotImplemented", "UnknownFunction", "UnknownProcedure")
_MANY_FILES = "Too many open files"
_MEMORY = {"OutOfMemoryError", "HeapLimitExceededException"}
_DISK = {"IOException", "FileSystemException"}

_handles: dict[str, tuple[Any, int]] = {}  # one handle for a path and process, counted
_handles_lock = threading.Lock()


@contextmanager
def _engine(timeout: float | None) -> Iterator[Any]:
    """The engine with its switches set, to open or create a database with.

    The engine reads the switches when it opens its first database, so the first time limit holds
    for the whole process.  They are taken back at the end: a child process must not inherit them.
    """
    limit = int(timeout * 1000) if timeout else NO_LIMIT_MS
    switches = {
        "ARCADEDB_LOG_CONSOLE": "0",
        "ARCADEDB_LOG_DIR": tempfile.gettempdir(),
        "ARCADEDB_NATIVE_ISOLATE_ARGS": f"-Xmx{HEAP} -XX:ReservedAddressSpaceSize={ADDRESSES}"
        f" -Darcadedb.command.timeout={limit}"
        " -Darcadedb.opencypher.loadCsv.allowFileUrls=false"
        " -Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
    }
    _allow_many_files()
    before = {name: os.environ.get(name) for name in switches}
    os.environ.update(switches)
    try:
        yield imported()
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _allow_many_files() -> None:
    """Lets this process open what it may: a database has files for each type and set of labels."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MANY_FILES if hard == resource.RLIM_INFINITY else min(MANY_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):  # then the engine says which file is one too many
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def engine_version() -> str:
    """The engine's version; StoreError where it does not run."""
    return str(imported().__version__)


def imported() -> Any:
    """The engine's package; StoreError where it does not run."""
    try:
        import arcadedb
    except (ImportError, OSError) as error:
        raise StoreError(
            f"The embedded engine does not run on this platform ({error}); "
            "start a Neo4j and name it: --store bolt://HOST:7687."
        ) from error
    return arcadedb


def acquire(path: str, timeout: float | None) -> Any:
    """The process's handle of a snapshot, read-only; give it back with :func:`give_back`."""
    with _handles_lock, _engine(timeout) as engine, translated(path):
        handle, count = _handles.get(path, (None, 0))
        if handle is None:
            handle = engine.open_database(path, read_only=True)
        _handles[path] = (handle, count + 1)
    return handle


def give_back(path: str) -> None:
    """Gives a handle back; the last one closes the database."""
    with _handles_lock:
        handle, count = _handles[path]
        if count > 1:
            _handles[path] = (handle, count - 1)
            return
        del _handles[path]
        handle.close()


@contextmanager
def writable(path: Path, timeout: float | None, new: bool) -> Iterator[Any]:
    """A database that nobody else knows of, created or opened, to write into."""
    with _handles_lock, _engine(timeout) as engine:
        database = (engine.create_database if new else engine.open_database)(str(path))
    try:
        # The limit is for reading; it would be kept with the database, so it is taken out again.
        database.command("sql", f"ALTER DATABASE {_LIMIT} {NO_LIMIT_MS}")
        yield database
        database.command("sql", f"ALTER DATABASE {_LIMIT} null")
    finally:
        database.close()


@contextmanager
def translated(place: str, loading: bool = False) -> Iterator[None]:
    """Turns the engine's errors into ours; ``place`` is the store's folder.

    While it is ``loading`` there is no query that a user could mend.
    """
    import arcadedb

    try:
        yield
    except arcadedb.ArcadeDBError as error:
        raise (_failed_load if loading else _translate)(error, place) from error
    except UnicodeEncodeError as error:
        raise QueryError("The query is not Unicode text; write it in UTF-8.") from error


def _causes(error: arcadedb.ArcadeDBError) -> tuple[set[str], str, str]:
    """The names of an error's classes, its text, and that of its root."""
    native = getattr(error, "native", None) or {}
    chain = native.get("chain", [])
    names = {
        str(name).rsplit(".", 1)[-1] for name in (native.get("cls", ""), *(c[0] for c in chain))
    }
    text = str(native.get("error") or error).split("\n")[0]
    return names, text, str(chain[-1][1]) if chain else text


def _failed_load(error: arcadedb.ArcadeDBError, place: str) -> Exception:
    names, text, root = _causes(error)
    if "graal_create_isolate" in text:
        return _translate(error, place)
    if _MANY_FILES in text + root:
        return StoreError(
            f"The load into {place} failed ({_MANY_FILES}); raise the limit (ulimit -n); the graph "
            "is as it was."
        )
    if names & _DISK:
        return StoreError(
            f"The snapshot in {place} could not be written ({root}); "
            "make room on the disk; the graph is as it was."
        )
    if names & _MEMORY:
        return StoreError(
            f"The load into {place} needs more memory than the embedded engine has ({HEAP.upper()}B); load it "
            "in parts, or into a Neo4j with --store bolt://HOST:7687; the graph is as it was."
        )
    return StoreError(
        f"The load into {place} failed ({text.rstrip('. ')}); the graph is as it was."
    )


def _translate(error: arcadedb.ArcadeDBError, place: str) -> Exception:
    names, text, root = _causes(error)
    if "graal_create_isolate" in text:
        return StoreError(
            "The embedded engine cannot start: it needs 3 GB of addresses, and the limit is lower "
            "(ulimit -v); raise that, or use a Neo4j with --store bolt://HOST:7687."
        )
    if names & {"QueryNotIdempotentException", "DatabaseIsReadOnlyException"}:
        return WriteRefused("The query writes; only reading is allowed here: take the writing out.")
    if _MANY_FILES in text + root:
        return StoreError(
            f"The embedded store {place} cannot be opened ({_MANY_FILES}); raise the limit (ulimit -n)."
        )
    if names & _DISK:
        return StoreError(
            f"The embedded store {place} cannot be read or written ({root}); "
            "make room on the disk, or run 'kg doctor'."
        )
    if "SecurityException" in names:
        return QueryError("The query reads what is not in the graph; take LOAD CSV out.")
    if pattern := _PATTERN.search(text):  # the engine has a limit of its own for these
        return TimeLimit(
            f"Cypher: the regular expression '{pattern[1][:60]}' is too much for a text of "
            f"{int(pattern[2]):,} characters, whatever the time limit; write it with fewer "
            "repetitions, or use CONTAINS."
        )
    if "TimeoutException" in names:
        return TimeLimit("The query took longer than it may; narrow it or raise --timeout.")
    if names & _MEMORY:
        return TimeLimit(NEEDS_MEMORY)
    if "StackOverflowError" in names:
        return QueryError("Cypher: the query is nested too deep for the engine; make it flatter.")
    text = _SETTING.sub(_most, text).rstrip(". ")
    if text.startswith("Error executing procedure") and root not in text:
        text = f"{text} ({root.rstrip('. ')})"
    if names & {
        "CommandParsingException",
        "CommandSemanticException",
        "IllegalArgumentException",
        "CommandParameterMissingException",
        "CommandExecutionException",
        "InvalidPropertyTypeException",
        "ArithmeticErrorException",
    } or text.startswith(_NOT_THERE):
        return QueryError(f"Cypher: {text}; correct the query.")
    if names & {"LockException", "DatabaseOperationException", "DatabaseMetadataException"}:
        return StoreError(
            f"The embedded store {place} is locked or damaged ({text}); close other programs "
            "that use it or run 'kg doctor --repair'."
        )
    return StoreError(f"The embedded store {place}: {text}; run 'kg doctor'.")


def _most(limit: re.Match[str]) -> str:
    return f", and {int(limit[1]):,} is the most" if limit[1] else ""


def rows_of(database: Any, cypher: str, parameters: Record, limit: int | None) -> Rows:
    """The rows of a query, ``limit`` at most; errors are the engine's own.

    The language is fixed; EXPLAIN gives no rows, as on Neo4j.
    """
    columns: list[str] = []
    records: list[Record] = []
    result = database.query("opencypher", cypher, dict(parameters))
    if result is None or explains(cypher):
        return Rows([], [])
    for row in result:
        if not columns:
            columns = list(row.property_names)
        if limit is not None and len(records) >= limit:
            result.close()
            return Rows(columns, records, truncated=True)
        records.append({k: plain(v) for k, v in row.to_dict().items()})
    return Rows(columns, records)


def plain(value: Any) -> Any:
    """A value without the engine's own marks."""
    if isinstance(value, dict):
        kind = value.get("@type")
        found = {k: plain(v) for k, v in value.items() if not k.startswith("@")}
        if isinstance(kind, str):
            names = sorted(kind.split("~"))
            return {"labels": names, **found} if "Entity" in names else {"type": kind, **found}
        return found
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)

"""ArcadeDB in process, as immutable snapshots.

A load builds a new snapshot beside the old one and swaps it in by renaming one small file, so a
reader sees the old graph or the new one.  Nobody writes where somebody reads: the engine's
read-only mode is not safe beside a writer.  All that is particular to the young engine is here.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.files import write_text
from graph.project import Node, PropertyGraph, Relationship, Value
from graph.stores.base import CODEC, LoadReport, Record, Release, Rows
from ontology import QueryError, StoreError, TimeLimit, WriteRefused

if TYPE_CHECKING:
    import arcadedb

CURRENT = "current.json"
FILES = "files.json"
LAYOUT = 2  # of a snapshot's folder; another one is built anew
_ENTRY = {"snapshot", "generation", "nodes", "relationships", "codec"}
_READERS_WRITE = {"statistics.json", "last-tx-id.bin"}  # when they close
BATCH = 2000
HEAP = "1g"
KEPT_SNAPSHOTS = 2  # the new one and the one that a running reader may still hold
STALE_BUILD_SECONDS = 3600
NO_LIMIT_MS = 600_000
_LIMIT = "`arcadedb.command.timeout`"

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
        "ARCADEDB_NATIVE_ISOLATE_ARGS": f"-Xmx{HEAP} -Darcadedb.command.timeout={limit}"
        " -Darcadedb.opencypher.loadCsv.allowFileUrls=false"
        " -Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
    }
    before = {name: os.environ.get(name) for name in switches}
    os.environ.update(switches)
    try:
        yield _imported()
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def engine_version() -> str:
    """The engine's version; StoreError where it does not run."""
    return str(_imported().__version__)


def _imported() -> Any:
    try:
        import arcadedb
    except (ImportError, OSError) as error:
        raise StoreError(
            f"The embedded engine does not run on this platform ({error}); "
            "start a Neo4j and name it: --store bolt://HOST:7687."
        ) from error
    return arcadedb


def _translate(error: arcadedb.ArcadeDBError, place: str) -> Exception:
    native = getattr(error, "native", None) or {}
    chain = [c[0].rsplit(".", 1)[-1] for c in native.get("chain", [])]
    text = str(native.get("error") or error).split("\n")[0]
    names = {*chain, str(native.get("cls", "")).rsplit(".", 1)[-1]}
    if names & {"QueryNotIdempotentException", "DatabaseIsReadOnlyException"}:
        return WriteRefused("The query writes; only reading is allowed here: take the writing out.")
    if names & {"IOException", "FileSystemException"}:
        root = str(native["chain"][-1][1])
        return StoreError(
            f"The embedded store {place} cannot be read or written ({root}); "
            "make room on the disk, or run 'kg doctor'."
        )
    if "SecurityException" in names:
        return QueryError("The query reads what is not in the graph; take LOAD CSV out.")
    if "TimeoutException" in names:
        return TimeLimit("The query took longer than it may; narrow it or raise --timeout.")
    if "HeapLimitExceededException" in names:
        return TimeLimit("The query needs more memory than it may use; narrow it or add a LIMIT.")
    if names & {
        "CommandParsingException",
        "CommandSemanticException",
        "IllegalArgumentException",
        "CommandParameterMissingException",
        "CommandExecutionException",
        "InvalidPropertyTypeException",
        "ArithmeticErrorException",
    }:
        return QueryError(f"Cypher: {text}; correct the query.")
    if names & {"LockException", "DatabaseOperationException", "DatabaseMetadataException"}:
        return StoreError(
            f"The embedded store {place} is locked or damaged ({text}); close other programs "
            "that use it or run 'kg doctor --repair'."
        )
    return StoreError(f"The embedded store {place}: {text}; run 'kg doctor'.")


@contextmanager
def _translated(place: str) -> Iterator[None]:
    import arcadedb

    try:
        yield
    except arcadedb.ArcadeDBError as error:
        raise _translate(error, place) from error
    except UnicodeEncodeError as error:
        raise QueryError("The query is not Unicode text; write it in UTF-8.") from error


def _plain(value: Any) -> Any:
    """A value without the engine's own marks."""
    if isinstance(value, dict):
        kind = value.get("@type")
        plain = {k: _plain(v) for k, v in value.items() if not k.startswith("@")}
        if isinstance(kind, str):
            names = sorted(kind.split("~"))
            return {"labels": names, **plain} if "Entity" in names else {"type": kind, **plain}
        return plain
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


class EmbeddedStore:
    """A folder of snapshots; ``current.json`` names the one that counts."""

    def __init__(self, folder: Path, timeout: float | None = None) -> None:
        self.folder = folder
        self.timeout = timeout
        self._open: tuple[str, Any] | None = None

    @property
    def url(self) -> str:
        """``embedded:`` and the folder."""
        return f"embedded:{self.folder}"

    def _current(self) -> dict[str, Any] | None:
        try:
            found = json.loads((self.folder / CURRENT).read_text("utf-8"))
            if found.get("layout") != LAYOUT:
                return None
            if not found.keys() >= _ENTRY:
                raise ValueError("it lacks " + ", ".join(sorted(_ENTRY - found.keys())))
            built = (self.folder / found["snapshot"] / "db").is_dir()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise StoreError(
                f"{self.folder / CURRENT} cannot be read ({error}); run 'kg doctor --repair'."
            ) from error
        return found if built else None

    def release(self) -> Release | None:
        """What the current snapshot holds."""
        current = self._current()
        if current is None or current["codec"] != CODEC:
            return None
        return Release(current["generation"], current["nodes"], current["relationships"])

    def snapshot(self) -> Path:
        """The folder of the current snapshot; files derived from it may be kept beside."""
        current = self._current()
        if current is None:
            raise StoreError(f"The embedded store {self.folder} is empty; run 'kg load'.")
        return self.folder / str(current["snapshot"])

    def _database(self) -> Any:
        path = str(self.snapshot() / "db")
        if self._open and self._open[0] == path:
            return self._open[1]
        self.close()
        # The engine reads a file that was cut off as an empty one: rows would be missing silently.
        if broken := _damage(self.snapshot()):
            raise StoreError(
                f"The embedded store {self.folder} is damaged ({broken[0]}); "
                "run 'kg doctor --repair'."
            )
        with _handles_lock, _engine(self.timeout) as engine, _translated(path):
            handle, count = _handles.get(path, (None, 0))
            if handle is None:
                handle = engine.open_database(path, read_only=True)
            _handles[path] = (handle, count + 1)
        self._open = (path, handle)
        return handle

    def damage(self) -> list[str]:
        """The snapshot's files that are not as they were built; empty if all are whole."""
        return _damage(self.snapshot(), contents=True)

    def read(
        self, cypher: str, parameters: Record | None = None, *, limit: int | None = None
    ) -> Rows:
        """Runs a query; the language is fixed, and the snapshot is open read-only."""
        if not cypher.strip():
            raise QueryError("The query is empty; write some Cypher.")
        database = self._database()
        columns: list[str] = []
        records: list[Record] = []
        with _translated(str(self.folder)):
            result = database.query("opencypher", cypher, dict(parameters or {}))
            if result is None:
                return Rows([], [])
            for row in result:
                if not columns:
                    columns = list(row.property_names)
                if limit is not None and len(records) >= limit:
                    result.close()
                    return Rows(columns, records, truncated=True)
                records.append({k: _plain(v) for k, v in row.to_dict().items()})
        if columns[:1] == ["executionPlan"]:
            return Rows([], [])
        return Rows(columns, records)

    def graph(self) -> PropertyGraph:
        """The whole snapshot."""
        found = PropertyGraph(names=dict(self._current_names()))
        rows = self.read("MATCH (n:Entity) RETURN labels(n) AS labels, properties(n) AS properties")
        for record in rows.records:
            identifier = record["properties"]["id"]
            node = Node(identifier, set(record["labels"]), record["properties"])
            found.nodes[identifier] = node
        rows = self.read(
            "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS start, type(r) AS type, b.id AS end, "
            "properties(r) AS properties"
        )
        for r in rows.records:
            found.relationships.append(
                Relationship(r["start"], r["type"], r["end"], r["properties"])
            )
        return found

    def _current_names(self) -> dict[str, str]:
        file = self.snapshot() / "names.json"
        try:
            return dict(json.loads(file.read_text("utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise StoreError(
                f"{file} cannot be read ({error}); run 'kg doctor --repair'."
            ) from error

    def load(self, graph: PropertyGraph, generation: str) -> LoadReport:
        """Builds a snapshot beside the current one and swaps it in."""
        release = Release(generation, len(graph.nodes), len(graph.relationships))
        if self.release() == release:
            return LoadReport(release)
        before = self.release()
        _imported()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            building = Path(tempfile.mkdtemp(prefix=".building-", dir=self.folder))
        except OSError as error:
            raise StoreError(
                f"{self.folder} cannot be written ({error.strerror}); "
                "name a folder that can: --store embedded:PATH."
            ) from error
        try:
            with _translated(str(self.folder)):
                self._build(building / "db", graph)
            write_text(building / "names.json", json.dumps(graph.names))
            write_text(building / FILES, json.dumps(_files(building)))
            final = self._publish(building, release)
        except OSError as error:
            raise StoreError(
                f"The snapshot could not be written ({error.strerror}); "
                "make room on the disk; the graph is as it was."
            ) from error
        finally:
            shutil.rmtree(building, ignore_errors=True)
        self.close()
        self._remove_old(final)
        return LoadReport(
            release,
            nodes_created=release.nodes,
            nodes_deleted=before.nodes if before else 0,
            relationships_created=release.relationships,
            relationships_deleted=before.relationships if before else 0,
        )

    def _publish(self, building: Path, release: Release) -> str:
        final = f"{release.generation[:32]}-{LAYOUT}"
        target = self.folder / final
        try:
            building.rename(target)
        except OSError:
            if not target.is_dir():
                raise
            # Another process built the same generation first: its snapshot is as good as ours,
            # unless it was damaged since.
            if _damage(target, contents=True):
                target.rename(building.with_name(building.name + "-replaced"))
                building.rename(target)
        entry = {
            "snapshot": final,
            "layout": LAYOUT,
            "generation": release.generation,
            "nodes": release.nodes,
            "relationships": release.relationships,
            "codec": CODEC,
        }
        write_text(self.folder / CURRENT, json.dumps(entry))
        return final

    def _build(self, path: Path, graph: PropertyGraph) -> None:
        with _handles_lock, _engine(self.timeout) as engine:
            database = engine.create_database(str(path))
        try:
            # The limit is for reading; it would be kept with the database, so it is taken out again.
            database.command("sql", f"ALTER DATABASE {_LIMIT} {NO_LIMIT_MS}")
            # On the empty database: made later, an index would change the values it finds.
            database.command(
                "opencypher",
                "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
            )
            by_labels: dict[tuple[str, ...], list[dict[str, Value]]] = defaultdict(list)
            for node in graph.nodes.values():
                by_labels[tuple(sorted(node.labels))].append(node.properties)
            for labels, rows in sorted(by_labels.items()):
                create = (
                    f"UNWIND $rows AS row CREATE (n:{':'.join(map(_quoted, labels))}) SET n = row"
                )
                _in_batches(database, create, rows)
            by_type: dict[str, list[dict[str, Any]]] = defaultdict(list)
            for r in graph.relationships:
                by_type[r.type].append({"start": r.start, "end": r.end, "properties": r.properties})
            for name, links in sorted(by_type.items()):
                create = (
                    "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) "
                    "MATCH (b:Entity {id: row.end}) "
                    f"CREATE (a)-[r:{_quoted(name)}]->(b) SET r = row.properties"
                )
                _in_batches(database, create, links)
            database.command("sql", f"ALTER DATABASE {_LIMIT} null")
        finally:
            database.close()

    def _sweep(self) -> None:
        """Removes what killed builds left behind."""
        for path in self.folder.glob(".building-*"):
            if time.time() - path.stat().st_mtime > STALE_BUILD_SECONDS:
                shutil.rmtree(path, ignore_errors=True)

    def _snapshots(self) -> list[Path]:
        """What we built; a folder that holds other things too keeps them."""
        return [
            path
            for path in sorted(self.folder.iterdir())
            if (path / "db").is_dir() and (path / "names.json").is_file() and path.name[0] != "."
        ]

    def clear(self) -> list[str]:
        """Removes all that we built, whole or broken, and names it."""
        if not self.folder.is_dir():
            return []
        self.close()
        leftovers = [*self.folder.glob(".building-*"), *self.folder.glob(f".{CURRENT}-*")]
        doomed = [*self.folder.glob(CURRENT), *self._snapshots(), *leftovers]
        try:
            for path in doomed:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        except OSError as error:
            raise StoreError(
                f"{error.filename} cannot be removed ({error.strerror}); mend the folder's rights."
            ) from error
        return [path.name for path in doomed]

    def _remove_old(self, current: str) -> None:
        snapshots = [p for p in self._snapshots() if p.name != current]
        snapshots.sort(key=lambda p: p.stat().st_mtime, reverse=True)
        for path in snapshots[KEPT_SNAPSHOTS - 1 :]:
            shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        """Gives the handle back; the last one closes the database."""
        if self._open is None:
            return
        path, _ = self._open
        self._open = None
        with _handles_lock:
            handle, count = _handles[path]
            if count > 1:
                _handles[path] = (handle, count - 1)
                return
            del _handles[path]
            handle.close()


def _files(snapshot: Path) -> dict[str, list[Any]]:
    """Size and hash of each file that never changes again."""
    return {
        path.relative_to(snapshot).as_posix(): [path.stat().st_size, _hash(path)]
        for path in sorted(snapshot.rglob("*"))
        if path.is_file() and path.name not in _READERS_WRITE
    }


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _damage(snapshot: Path, contents: bool = False) -> list[str]:
    """The files of a snapshot that are gone or cut off, with ``contents`` changed in any way."""
    try:
        wanted = json.loads((snapshot / FILES).read_text("utf-8")).items()
    except (OSError, ValueError, AttributeError):
        return [FILES]
    return [
        name
        for name, (size, digest) in wanted
        if not (path := snapshot / name).is_file()
        or path.stat().st_size != size
        or (contents and _hash(path) != digest)
    ]


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _in_batches(database: Any, statement: str, rows: list[Any]) -> None:
    for start in range(0, len(rows), BATCH):
        with database.transaction():
            database.command("opencypher", statement, {"rows": rows[start : start + BATCH]})

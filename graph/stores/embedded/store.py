"""ArcadeDB in process, as immutable snapshots.

A load builds a new snapshot beside the old one, from nothing or from a copy of it, and swaps it in
by renaming one small file, so a reader sees the old graph or the new one.  Nobody writes where
somebody reads: the engine's read-only mode is not safe beside a writer.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.files import write_text
from graph.projection.nodes import LinkedNode, linked_node
from graph.stores.ad_hoc import asked
from graph.stores.base import (
    CODEC,
    Difference,
    Document,
    LoadReport,
    Record,
    Release,
    Rows,
    State,
    other_version,
    pinned,
    spelled,
    state,
)
from graph.stores.cypher_text import refuse
from graph.stores.embedded import files
from graph.stores.embedded.engine import (
    acquire,
    give_back,
    imported,
    rows_of,
    translated,
    writable,
)
from ontology import QueryError, StoreBusy, StoreError

if TYPE_CHECKING:
    from graph.projection.nodes import PropertyGraph
    from graph.stores.embedded.build import Build

CURRENT = "current.json"
LAYOUT = 4  # of a snapshot's folder; one of an older layout is read once more and written anew
KEPT_SNAPSHOTS = 2  # the new one and the one that a running reader may still hold
SCANNED = 2000  # nodes fetched at a time
MEASURED = 284_400, 826_262  # nodes and links of the largest graph in docs/performance.md
_ONE = "UNWIND $ids AS i MATCH (n:Entity {id: i}) RETURN "
_ROW = (
    _ONE + "i AS id, labels(n) AS labels, properties(n) AS properties, "
    "[(n)-[r]->(m) | [type(r), m.id, properties(r)]] AS links"
)
_STATE = _ONE + "i AS id, n._digest AS digest, n._docs AS documents"


class EmbeddedStore:
    """A folder of snapshots; ``current.json`` names the one that counts."""

    def __init__(self, folder: Path, timeout: float | None = None) -> None:
        self.folder = folder
        self.timeout = timeout
        self._open: tuple[str, Any] | None = None
        self._checked: Path | None = None  # the snapshot whose files were found whole

    @property
    def url(self) -> str:
        """``embedded:`` and the folder."""
        return f"embedded:{self.folder}"

    @property
    def identity(self) -> str:
        """Its address; the NUL stands where others have the name of a database."""
        return f"{self.url}\0"

    # --- What is there ----------------------------------------------------------------------------

    @property
    def shared(self) -> bool:
        """Nobody writes into a snapshot; its files have hashes."""
        return False

    def _current(self) -> Record | None:
        """What the pointer says, whatever version wrote it."""
        file = self.folder / CURRENT
        try:
            found = files.read_entry(file)
            if not (self.folder / found["snapshot"] / "db").is_dir():
                raise ValueError(f"{found['snapshot']} is gone")
        except (FileNotFoundError, NotADirectoryError):
            return self._newest()
        except PermissionError as error:
            raise files.not_ours(file) from error
        except (OSError, ValueError, TypeError) as error:
            raise StoreError(
                f"{file} cannot be read ({error}); run 'kg doctor --repair'."
            ) from error
        return found

    def _newest(self) -> Record | None:
        """What the newest snapshot says of itself, where the pointer is lost or not written yet."""
        if not self.folder.is_dir():
            return None
        try:
            snapshots = self._snapshots()
            found = [files.read_entry(path / files.ENTRY) for path in snapshots]
            found = [entry for entry in found if (self.folder / entry["snapshot"]) in snapshots]
            return max(found, key=lambda entry: entry["number"], default=None)
        except PermissionError as error:
            raise files.not_ours(self.folder) from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError(
                f"{self.folder} holds graphs, but {CURRENT} is missing, which names the current "
                "one; put it back, or run 'kg doctor --repair'."
            ) from error

    def release(self) -> Release | None:
        """What the current snapshot holds; OtherVersion where another version wrote it."""
        current = self._current()
        if current and (current["codec"], current["layout"]) != (CODEC, LAYOUT):
            newer = current["codec"] > CODEC or current["layout"] > LAYOUT
            raise other_version(self.url, newer)
        return self._release_of(current)

    def held(self) -> Release | None:
        """What the current snapshot holds, whatever version wrote it."""
        return self._release_of(self._current())

    def _release_of(self, current: Record | None) -> Release | None:
        if current is None:
            return None
        return Release(
            current["generation"],
            current["nodes"],
            current["relationships"],
            current["codec"],
            files.read_documents(self.folder / current["snapshot"]),
        )

    def strangers(self) -> list[str]:
        """What somebody else put into the database; nothing, unless a file was changed."""
        rows = self.read("MATCH (n) WHERE NOT n:Entity RETURN labels(n) AS labels", limit=5)
        return [f"a node with the labels {':'.join(r['labels'])}" for r in rows.records]

    def own_notes(self) -> int:
        """None: nobody can write into a snapshot."""
        return 0

    def cache_folder(self) -> Path:
        """The folder of the current snapshot, beside the database."""
        return self.snapshot()

    def snapshot(self) -> Path:
        """The folder of the current snapshot; StoreError if there is none."""
        current = self._current()
        if current is None:
            raise StoreError(f"The embedded store {self.folder} is empty; run 'kg load'.")
        return self.folder / str(current["snapshot"])

    def _whole(self, *, thoroughly: bool = False) -> Path:
        """The current snapshot's database, if its files are as they were built."""
        snapshot = self.snapshot()
        if snapshot == self._checked and not thoroughly:
            return snapshot / "db"
        # The engine notices neither a changed byte nor a missing end: rows would be wrong silently.
        try:
            broken = files.damage(snapshot, thoroughly=thoroughly)
        except PermissionError as error:
            raise files.not_ours(snapshot) from error
        if broken:
            raise StoreError(
                f"The embedded store {self.folder} is damaged ({broken[0]}); "
                "run 'kg doctor --repair'."
            )
        self._checked = snapshot
        return snapshot / "db"

    def damage(self) -> list[str]:
        """Whether the snapshot's files are as they were built."""
        snapshot = self.snapshot()
        try:
            broken = files.damage(snapshot, thoroughly=True)
        except PermissionError as error:
            raise files.not_ours(snapshot) from error
        return [f"{len(broken)} files are damaged ({broken[0]})"] if broken else []

    # --- Reading ----------------------------------------------------------------------------------

    def _database(self) -> Any:
        path = str(self.snapshot() / "db")
        if self._open and self._open[0] == path:
            return self._open[1]
        self.close()
        self._whole()
        handle = acquire(path, self.timeout)
        self._open = (path, handle)
        return handle

    def read(
        self, cypher: str, parameters: Record | None = None, *, limit: int | None = None
    ) -> Rows:
        """Runs a query; the language is fixed, and the snapshot is open read-only."""
        if not cypher.strip():
            raise QueryError("The query is empty; write some Cypher.")
        database = self._database()
        with translated(str(self.folder)):
            return rows_of(database, cypher, dict(parameters or {}), limit)

    def ad_hoc(
        self, cypher: str, parameters: Record | None = None, *, limit: int, seconds: float
    ) -> Rows:
        """Runs somebody's own query in a process that is killed when its time is over."""
        refuse(cypher, parameters)
        task = {
            "path": str(self._whole()),
            "store": str(self.folder),
            "cypher": cypher,
            "parameters": dict(parameters or {}),
            "limit": limit,
            "seconds": seconds,
        }
        return asked("graph.stores.embedded.child", task, seconds)

    def _stream(
        self, cypher: str, documents: Collection[str] | None, ids: Iterable[str] | None
    ) -> Iterator[dict[str, Any]]:
        """The rows of a query about nodes, some at a time, all from the same snapshot.

        The ids are fetched first and sorted here: the engine would sort whole nodes, and by
        another order of characters.
        """
        from graph.stores.embedded.build import batches

        path = str(self._whole())
        database = acquire(path, self.timeout)
        try:
            with translated(str(self.folder)):
                if ids is None:
                    where = ""
                    if documents is not None:
                        where = "WHERE any(d IN n._docs WHERE d IN $keys)"
                    found = database.query(
                        "opencypher",
                        f"MATCH (n:Entity) {where} RETURN n.id AS id",
                        {"keys": spelled(documents or ())},
                    )
                    ids = sorted([row.get("id") for row in found])
                for some in batches(ids, SCANNED):
                    yield from database.query("opencypher", cypher, {"ids": some}).iter_dicts()
        finally:
            give_back(path)

    def scan(
        self, *, documents: Collection[str] | None = None, ids: Iterable[str] | None = None
    ) -> Iterator[LinkedNode]:
        """Nodes with their outgoing links; a load meanwhile does not disturb it."""
        for row in self._stream(_ROW, documents, ids):
            yield linked_node(row["id"], row["labels"], row["properties"], row["links"])

    def states(
        self, *, documents: Collection[str] | None = None, ids: Iterable[str] | None = None
    ) -> Iterator[State]:
        """Fingerprints of nodes; a load meanwhile does not disturb it."""
        for row in self._stream(_STATE, documents, ids):
            yield state(row["id"], row["digest"], row["documents"])

    def long_names(self) -> dict[str, str]:
        """The names of nodes whose ids are hashes."""
        rows = self.read(
            "MATCH (n:Entity) WHERE n.id STARTS WITH 'sha256:' WITH n WHERE n.iri IS NOT NULL "
            "RETURN n.id AS id, n.iri AS name"
        )
        return {row["id"]: row["name"] for row in rows.records}

    def graph(self) -> PropertyGraph:
        """The whole snapshot."""
        from graph.projection.nodes import graph_of

        release, _, rows = pinned(self)
        return graph_of(rows, release.names if release else {})

    # --- Writing ----------------------------------------------------------------------------------

    def write(self, difference: Difference, release: Release, expected: str | None) -> LoadReport:
        """Builds a snapshot beside the current one and swaps it in.

        StoreBusy if another load is running or came first.
        """
        imported()
        with files.locked(self.folder):
            self._sweep()
            before = self.held()
            if (before.generation if before else None) != expected:
                raise StoreBusy(f"Another load into {self.folder} came first; run this one again.")
            with self._building() as building:
                report = self._build(
                    building, difference, release, None if difference.anew else before
                )
                files.write_documents(building, release.documents)
                final = self._publish(building, report.release)
            self.close()
            self._remove_old(final)
        return report

    @contextmanager
    def _building(self) -> Iterator[Path]:
        """A folder to build in, removed at the end unless it was renamed."""
        building: Path | None = None
        try:
            building = Path(tempfile.mkdtemp(prefix=".building-", dir=self.folder))
            yield building
        except OSError as error:
            raise StoreError(
                f"The snapshot in {self.folder} could not be written ({error.strerror or error}); "
                f"{files.remedy(error)}; the graph is as it was."
            ) from error
        finally:
            if building:
                shutil.rmtree(building, ignore_errors=True)

    def _build(
        self, building: Path, difference: Difference, release: Release, before: Release | None
    ) -> LoadReport:
        from graph.stores.embedded.build import Build

        path = building / "db"
        if before:
            files.copy_database(self._whole(thoroughly=True), path)
        with translated(str(self.folder), loading=True):
            with writable(path, self.timeout, new=before is None) as database:
                build = Build(database, new=before is None)
                build.apply(difference)
            old = before or Release("")
            release = replace(
                release,
                nodes=old.nodes + build.nodes_created - build.nodes_deleted,
                relationships=old.relationships + build.links_created - build.links_deleted,
                codec=CODEC,
            )
        self._prove(building, build, release)
        notes = []
        if release.nodes > MEASURED[0] or release.relationships > MEASURED[1]:
            notes.append(
                f"The embedded store was measured up to {MEASURED[0]:,} nodes and {MEASURED[1]:,} "
                "relationships (docs/performance.md), and this graph is larger; Neo4j is the better "
                "place for it: --store bolt://HOST:7687."
            )
        return LoadReport(
            release,
            build.nodes_created,
            build.nodes_changed,
            build.nodes_deleted,
            build.links_created,
            build.links_deleted,
            notes,
        )

    def _prove(self, building: Path, build: Build, release: Release) -> None:
        """Reads what was written: the engine says nothing when the disk refuses a page."""
        path = building / "db"
        problem = "".join(f"{name} lacks a page" for name in files.lost_pages(path)[:1])
        if not problem:
            try:
                with translated(str(self.folder)):
                    database = acquire(str(path), self.timeout)
                    try:
                        problem = build.missing(database, release) or ""
                    finally:
                        give_back(str(path))
            except (StoreError, QueryError) as error:
                problem = str(error)
        if not problem:
            return
        remedy = "load again, and report it if that fails too"
        if (refused := files.why_not(building)) is not None:
            problem, remedy = str(refused.strerror), files.remedy(refused)
        raise StoreError(
            f"The snapshot in {self.folder} could not be written ({problem}); "
            f"{remedy}; the graph is as it was."
        )

    def _publish(self, building: Path, release: Release) -> str:
        wanted = final = f"{release.generation[:32]}-{LAYOUT}"
        copy = 1
        while (self.folder / final).exists():  # an older one that a reader may still hold
            copy += 1
            final = f"{wanted}-{copy}"
        before = self._current()
        entry = {
            "snapshot": final,
            "layout": LAYOUT,
            "generation": release.generation,
            "nodes": release.nodes,
            "relationships": release.relationships,
            "codec": CODEC,
            "number": before.get("number", 0) + 1 if before else 1,
        }
        write_text(building / files.ENTRY, json.dumps(entry))
        files.seal_snapshot(building)
        building.rename(self.folder / final)
        write_text(self.folder / CURRENT, json.dumps(entry))
        return final

    # --- Cleaning up ------------------------------------------------------------------------------

    def _leftovers(self) -> list[Path]:
        return [*self.folder.glob(".building-*"), *self.folder.glob(f".{CURRENT}-*")]

    def _sweep(self) -> list[str]:
        """Removes what killed loads left behind; the lock is ours, so no other is running."""
        left = self._leftovers()
        try:
            for path in left:
                files.remove(path)
        except OSError as error:
            raise StoreError(
                f"{error.filename or self.folder} cannot be removed ({error.strerror or error}); "
                f"{files.remedy(error)}."
            ) from error
        return [path.name for path in left]

    def repair(self, *, running: bool = True) -> list[str]:
        """Removes what a killed load left; the graph itself was never touched by it.

        StoreBusy if a load is running: its lock goes with its process.
        """
        if not self.folder.is_dir() or not (running or self._leftovers()):
            return []
        with files.locked(self.folder):
            notes = [f"removed {name}, left by a load that was killed" for name in self._sweep()]
            return [*notes, *self._point_again()] if running else notes

    def _point_again(self) -> list[str]:
        """Lets the pointer name the newest whole snapshot, where it names none."""
        with suppress(StoreError):
            self._current()
            return []
        found = []
        for path in self._snapshots():
            with suppress(OSError, ValueError):
                entry = files.read_entry(path / files.ENTRY)
                if entry["snapshot"] == path.name and not files.damage(path, thoroughly=True):
                    found.append(entry)
        if not found:
            return []
        entry = max(found, key=lambda entry: int(entry["number"]))
        write_text(self.folder / CURRENT, json.dumps(entry))
        return [f"{CURRENT} names {entry['snapshot']} again, the newest graph that is whole"]

    def documents(self) -> list[Document]:
        """The documents of all snapshots as far as they can be read: what clearing would lose."""
        found: dict[str, Document] = {}
        for path in self._snapshots() if self.folder.is_dir() else ():
            with suppress(StoreError):
                found |= {d.key: d for d in files.read_documents(path)}
        return list(found.values())

    def clear(self) -> list[str]:
        """Removes all that we built, whole or broken, and names it."""
        if not self.folder.is_dir():
            return []
        self.close()
        with files.locked(self.folder):
            doomed = [*self.folder.glob(CURRENT), *self._snapshots(), *self._leftovers()]
            try:
                for path in doomed:
                    files.remove(path)
            except OSError as error:
                raise StoreError(
                    f"{error.filename} cannot be removed ({error.strerror}); "
                    "mend the folder's rights."
                ) from error
        return [path.name for path in doomed]

    def _snapshots(self) -> list[Path]:
        """What we built; a folder that holds other things too keeps them."""
        return [path for path in sorted(self.folder.iterdir()) if files.is_snapshot(path)]

    def _remove_old(self, current: str) -> None:
        snapshots = [p for p in self._snapshots() if p.name != current]
        snapshots.sort(key=lambda p: p.stat().st_mtime, reverse=True)
        for path in snapshots[KEPT_SNAPSHOTS - 1 :]:
            shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        """Gives the handle back; may be called twice."""
        if self._open is not None:
            path, _ = self._open
            self._open = None
            give_back(path)

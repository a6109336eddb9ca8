"""A load in many transactions, for what does not fit into one.

The mark says that it runs, so nobody reads.  Each session has a node of its own, which every batch
writes first: a repair that deletes these nodes waits for the batches that run, and stops the next.
Where the database held something, each batch writes beside its work how to undo it.
"""

from __future__ import annotations

import json
import queue
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from graph.projection.nodes import Link, LinkedNode
from graph.stores.base import LoadReport, Release
from graph.stores.neo4j.errors import translate
from graph.stores.neo4j.journal import Signed, surely, sweep, undo
from graph.stores.neo4j.links import Cells, Links
from graph.stores.neo4j.mark import (
    LOAD,
    MARK,
    UNDO,
    Mark,
    being_loaded,
    came_first,
    counted,
    lock_mark,
    recounted,
    settle_mark,
)
from graph.stores.neo4j.steps import (
    CHANGED_BATCH,
    FIND_NODES,
    NodeData,
    absent,
    announce,
    batched,
    change_nodes,
    create_links,
    create_nodes,
    delete_orphans,
    find_nodes,
    node_batches,
)
from ontology import ExpedienteError, StoreError

if TYPE_CHECKING:
    import neo4j

    from graph.stores.neo4j.bolt import Bolt

SESSIONS = 2
WAITING = 2  # batches that are ready for each session
SIGN_SECONDS = 2.0  # a session without work shows that it lives

Job = Callable[["neo4j.ManagedTransaction", bool], None]
"""One batch; the flag says that it was written before, and only the answer was lost."""


def load_in_parts(
    bolt: Bolt,
    changed: list[LinkedNode],
    created: Iterable[LinkedNode],
    release: Release,
    expected: str | None,
    recount: bool = False,
) -> LoadReport:
    """Applies a difference in many transactions; a failure undoes what was written."""
    load = _Load(bolt, release, expected)
    try:
        with bolt.session(write=True) as session:
            load.begin(session)
            load.run(session, changed, created, recount)
    except BaseException as error:
        if not load.undone(error):
            raise
    surely(bolt, sweep)  # what stays after a kill the next load deletes
    return load.report


class _Load:
    """One load while it runs."""

    def __init__(self, bolt: Bolt, release: Release, expected: str | None) -> None:
        self.bolt = bolt
        self.expected = expected
        self.token = secrets.token_hex(8)
        self.report = LoadReport(release)
        self.links = Links()
        self.mark = Mark()

    # --- Begin and end ------------------------------------------------------------------------------

    def begin(self, session: neo4j.Session) -> None:
        """Says on the mark that this load runs, if nothing came first."""
        self.mark = session.execute_write(self._claim)

    def _claim(self, tx: neo4j.ManagedTransaction) -> Mark:
        mark = lock_mark(tx)
        if mark.loading == self.token:
            return mark
        if mark.loading:
            raise being_loaded(self.bolt.url)
        if mark.generation != self.expected:
            raise came_first(self.bolt.url)
        tx.run(
            f"MATCH (m:{MARK}) SET m.loading = $token, m.fresh = $fresh "
            f"WITH m UNWIND $names AS name "
            f"CREATE (:{LOAD} {{id: name, token: $token, beat: timestamp()}})",
            token=self.token,
            fresh=self.expected is None,
            names=[self.signature(n) for n in range(SESSIONS + 1)],
        ).consume()
        return mark

    def signature(self, number: int) -> str:
        """The id of a session's node; the last is that of the load itself."""
        return f"{self.token}/{number}"

    def _settle(self, tx: neo4j.ManagedTransaction, again: bool) -> None:
        if not again:
            settle_mark(tx, self.report.release, self.token)
            announce(self.bolt, self.token)

    def undone(self, error: BaseException) -> bool:
        """Undoes the load; True if it turns out to have ended well, and only the answer was lost."""
        try:
            return undo(self.bolt, self.token)
        except Exception as another:
            first = error if isinstance(error, ExpedienteError) else another
            if not isinstance(first, ExpedienteError):
                first = translate(first, self.bolt.address)
            raise StoreError(
                f"{first} Nobody can read until the load is undone: run 'kg doctor --repair'."
            ) from error

    # --- The way through ----------------------------------------------------------------------------

    def run(
        self,
        session: neo4j.Session,
        changed: list[LinkedNode],
        created: Iterable[LinkedNode],
        recount: bool,
    ) -> None:
        """Nodes, then links, then what nothing points to any more, then the mark."""
        mine = Signed(self.bolt, session, self.signature(SESSIONS))
        suspects: set[str] = set()
        for start in range(0, len(changed), CHANGED_BATCH):
            suspects |= self._change(mine, changed[start : start + CHANGED_BATCH])
        self._create(created)
        mine.run(lambda tx, again: find_nodes(tx, self.bolt, self.links))
        self._link()
        gone = self._delete(mine, sorted(suspects), {r.id for r in changed})
        self.report.relationships_created = len(self.links)
        self.report.nodes_changed = sum(row.id not in gone for row in changed)
        self.report.release = counted(self.report.release, self.mark, self.report)
        if recount:
            self.report.release = session.execute_read(recounted, self.report.release)
        mine.run(self._settle)

    def _change(self, mine: Signed, rows: list[LinkedNode]) -> set[str]:
        added: list[tuple[str, list[Link]]] = []
        suspects: set[str] = set()
        removed = 0

        def job(tx: neo4j.ManagedTransaction, again: bool) -> None:
            nonlocal added, suspects, removed
            if not again:
                done = change_nodes(tx, self.bolt, rows)
                added, suspects, removed = done.added, done.suspects, done.removed
                self._note(tx, before=done.before)

        mine.run(job)
        for node, links in added:
            self.links.add(node, links)
        self.report.relationships_deleted += removed
        return suspects

    def _note(
        self,
        tx: neo4j.ManagedTransaction,
        created: list[str] | None = None,
        before: list[list[Any]] | None = None,
    ) -> None:
        """Writes how to undo; where the database was empty, undoing is emptying it."""
        if self.expected is None:
            return
        rows = [[*row[:3], [link[:3] for link in row[3]]] for row in before or ()]
        tx.run(
            f"CREATE (:{UNDO} {{token: $token, created: $created, before: $before}})",
            token=self.token,
            created=created or [],
            before=json.dumps(rows),
        ).consume()

    def _create(self, rows: Iterable[LinkedNode]) -> None:
        ready: queue.Queue[list[NodeData] | None] = queue.Queue(SESSIONS * WAITING)

        def jobs() -> Iterator[Job]:
            while True:
                try:
                    batch = ready.get(timeout=SIGN_SECONDS)
                except queue.Empty:
                    yield _sign
                    continue
                if batch is None:
                    return
                yield partial(self._make, batch)

        with _Crew(self, jobs) as crew:
            # Made here while the sessions wait for the server.
            for batch in chain(node_batches(rows, self.links), [None] * SESSIONS):
                self.report.nodes_created += len(batch or ())
                crew.put(ready, batch)

    def _make(self, batch: list[NodeData], tx: neo4j.ManagedTransaction, again: bool) -> None:
        if again:
            rows = [[number, properties["id"]] for number, _, properties in batch]
            found = tx.run(FIND_NODES, rows=rows).single(strict=True)
            self.links.found(found["numbers"], found["internal"])
            if len(found["numbers"]) < len(batch):
                raise absent(self.bolt, str(rows[0][1]))
            return
        self.links.found(*create_nodes(tx, batch))
        self._note(tx, created=[row[2]["id"] for row in batch])

    def _link(self) -> None:
        cells = Cells(self.links.cells())

        def jobs() -> Iterator[Job]:
            while not cells.empty:
                cell = cells.take(SIGN_SECONDS)
                if cell is None:
                    yield _sign
                    continue
                for plain, told in self.links.batches(cell[1]):
                    yield partial(_join, plain, told)
                cells.give_back(cell[0])

        with _Crew(self, jobs):
            pass

    def _delete(self, mine: Signed, suspects: list[str], changed: set[str]) -> set[str]:
        gone: set[str] = set()
        for ids in batched(suspects):
            rows: list[list[Any]] = []

            def job(tx: neo4j.ManagedTransaction, again: bool, ids: list[str] = ids) -> None:
                nonlocal rows
                if not again:
                    rows = delete_orphans(tx, ids)
                    # Of the others it is noted already how they were.
                    self._note(tx, before=[row for row in rows if row[0] not in changed])

            mine.run(job)
            gone.update(row[0] for row in rows)
        self.report.nodes_deleted = len(gone)
        return gone


def _sign(tx: neo4j.ManagedTransaction, again: bool) -> None:
    """A batch of nothing: writing the session's node is all."""


def _join(plain: list[Any], told: list[Any], tx: neo4j.ManagedTransaction, again: bool) -> None:
    if not again:
        create_links(tx, plain, told)


class _Crew:
    """Sessions that take batches until there are no more, each in a thread; leaving waits for all."""

    def __init__(self, load: _Load, jobs: Callable[[], Iterator[Job]]) -> None:
        self._load, self._jobs = load, jobs
        self._stopped = threading.Event()
        self._errors: list[BaseException] = []
        # Not Thread.join: once Ctrl-C interrupts that, Python before 3.13 takes a thread that
        # runs for one that has ended.
        self._ended = [threading.Event() for _ in range(SESSIONS)]

    def __enter__(self) -> _Crew:
        for number in range(SESSIONS):
            threading.Thread(target=self._work, args=(number,), daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._stopped.set()
        try:
            self._wait()
        except BaseException:  # Ctrl-C: a batch that runs is waited for, the next is not begun
            self._stopped.set()
            self._wait()
            raise
        if kind is None:
            self.check()

    def _wait(self) -> None:
        for ended in self._ended:
            ended.wait()

    def put(self, ready: queue.Queue[list[NodeData] | None], batch: list[NodeData] | None) -> None:
        """Hands a batch over, as soon as a session can take it."""
        while True:
            self.check()
            try:
                return ready.put(batch, timeout=SIGN_SECONDS)
            except queue.Full:
                continue

    def check(self) -> None:
        """Raises what a session failed with."""
        if self._errors:
            raise self._errors[0]

    def _work(self, number: int) -> None:
        try:
            with self._load.bolt.session(write=True) as session:
                mine = Signed(self._load.bolt, session, self._load.signature(number))
                for job in self._jobs():
                    if self._stopped.is_set():
                        return
                    mine.run(job)
        except BaseException as error:
            self._errors.append(error)
            self._stopped.set()
        finally:
            self._ended[number].set()

"""Neo4j 5.26 and newer over Bolt: a server, a cluster or Aura.

Sessions that read are refused every write by the server, and each read compares the mark before
and after, so that it sees the old graph or the new one.  How a load is written stands in
``write``.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice, starmap
from typing import TYPE_CHECKING, Any, TypeVar

from graph.projection.nodes import LinkedNode, linked_node
from graph.stores.ad_hoc import asked
from graph.stores.address import Address
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
from graph.stores.neo4j.bolt import CONNECT_SECONDS, Bolt
from graph.stores.neo4j.errors import OutOfTransactionMemory, out_of_memory, translate
from graph.stores.neo4j.mark import LEFT_ALONE, NOTE, OURS, being_loaded, look, read_release
from ontology import QueryError, StoreError, TimeLimit

if TYPE_CHECKING:
    import neo4j

    from graph.projection.nodes import PropertyGraph

READ_TRIES = 5  # of one query while loads come one after another
COMMIT_SECONDS = 15.0  # that a reader waits for a commit
PAGE = 2000  # nodes asked for at a time; fewer where the server's memory does not suffice

_T = TypeVar("_T")
_ROW = (
    "[n.id, labels(n), properties(n), "
    f"[(n)-[r]->(x) WHERE NOT x:({LEFT_ALONE}) | [type(r), x.id, properties(r)]]]",
    "[n.id, n._digest, n._docs]",
)
_SPOKEN_OF = "AND any(d IN n._docs WHERE d IN $documents) "


def _plain(value: Any) -> Any:
    """A driver's value as text, numbers, lists and maps."""
    from neo4j.graph import Node as Neo4jNode
    from neo4j.graph import Path
    from neo4j.graph import Relationship as Neo4jRelationship

    if isinstance(value, Neo4jNode):
        return {"labels": sorted(value.labels), **_properties(value)}
    if isinstance(value, Neo4jRelationship):
        return {"type": value.type, **_properties(value)}
    if isinstance(value, Path):
        return [_plain(x) for x in (*value.nodes, *value.relationships)]
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def _properties(entity: neo4j.graph.Entity) -> dict[str, Any]:
    return {key: _plain(entity[key]) for key in entity.keys()}  # noqa: SIM118 - not a dict


class Neo4jStore:
    """A database of its own on a Neo4j server."""

    def __init__(
        self,
        address: Address,
        timeout: float | None = None,
        marked_with: dict[str, str] | None = None,
    ) -> None:
        """``marked_with`` is said of the transactions that read, to find them on the server."""
        self.bolt = Bolt(address)
        self.timeout = timeout
        self.marked_with = marked_with
        self._last: str | None = None  # the mark's, when it was last read

    @property
    def url(self) -> str:
        """The server's address, without user or password."""
        return self.bolt.url

    @property
    def identity(self) -> str:
        """The server's address and the name of the database."""
        return f"{self.url}\0{self.bolt.address.database or ''}"

    def cache_folder(self) -> None:
        """A server has no folder here."""

    def release(self) -> Release | None:
        """What the mark and the documents in the database say.

        While a load runs that is what the store held before it.  Raises OtherVersion where another
        version wrote it.
        """
        release = self.held()
        if release is not None and release.codec != CODEC:
            raise other_version(self.url, release.codec > CODEC)
        return release

    def held(self) -> Release | None:
        """Like :meth:`release`, whatever version wrote it."""
        return self._whole(read_release, refuse_loading=False)

    @property
    def shared(self) -> bool:
        """Whoever has the password may write into it."""
        return True

    def documents(self) -> list[Document]:
        """Nothing is lost by clearing, which a server is not."""
        return []

    def strangers(self) -> list[str]:
        """A few of the nodes that are not ours, and of those with our label that have no id."""
        rows = self.read(
            f"MATCH (n) WHERE (NOT n:{'|'.join((*OURS, NOTE))}) OR (n:Entity AND n.id IS NULL) "
            "RETURN labels(n) AS labels, elementId(n) AS id ORDER BY id LIMIT 5"
        )
        return [
            f"a node with {'the labels ' + ':'.join(sorted(r['labels'])) if r['labels'] else 'no label'}"
            f" (elementId {r['id']})"
            for r in rows.records
        ]

    def own_notes(self) -> int:
        """The nodes that analysts made for themselves."""
        return int(self.read(f"MATCH (n:{LEFT_ALONE}) RETURN count(n) AS n").records[0]["n"])

    def read(
        self, cypher: str, parameters: Record | None = None, *, limit: int | None = None
    ) -> Rows:
        """Runs a query in a session that cannot write, with the server's own time limit.

        What fails in passing (a leader that changed, a lost connection) is tried again, and so is
        a query during which a load ended.  Raises StoreError while a load runs.
        """
        if not cypher.strip():
            raise QueryError("The query is empty; write some Cypher.")
        return self._whole(lambda tx: self._rows(tx, cypher, dict(parameters or {}), limit))

    def ad_hoc(
        self, cypher: str, parameters: Record | None = None, *, limit: int, seconds: float
    ) -> Rows:
        """Runs somebody's own query, with a deadline of the client's beside the server's own.

        Where the client has to stop it, the server is told to end the transaction.
        """
        refuse(cypher, parameters)
        address = self.bolt.address
        mark = secrets.token_hex(16)
        task = {
            "address": {
                "url": address.url,
                "user": address.user,
                "password": address.password,
                "database": address.database,
            },
            "mark": mark,
            "cypher": cypher,
            "parameters": dict(parameters or {}),
            "limit": limit,
            "seconds": seconds,
        }
        try:
            return asked("graph.stores.neo4j.child", task, seconds)
        except (TimeLimit, KeyboardInterrupt):
            self._terminate(mark)
            raise

    def _terminate(self, mark: str) -> None:
        """Ends what still runs under a mark, where the user may do so.

        The connection is closed already, which ends it as soon as the server notices.
        """
        import neo4j

        with suppress(Exception), self.bolt.session() as session:

            def told(text: str, **given: Any) -> list[Any]:
                query = neo4j.Query(text, timeout=CONNECT_SECONDS)
                return session.run(query, given).value()

            running = told(
                "SHOW TRANSACTIONS YIELD transactionId, metaData "
                "WHERE metaData.expediente = $mark RETURN transactionId",
                mark=mark,
            )
            if running:
                told("TERMINATE TRANSACTIONS $running", running=running)

    def _whole(
        self, work: Callable[[neo4j.ManagedTransaction], _T], *, refuse_loading: bool = True
    ) -> _T:
        """The result of reading, seen in one generation.

        The mark is read afterwards; if no load has ended since it was read the last time, maybe
        long before, then none has ended or run meanwhile.  That saves a round trip.
        """
        import neo4j

        @neo4j.unit_of_work(timeout=self.timeout, metadata=self.marked_with)
        def marked(tx: neo4j.ManagedTransaction) -> tuple[str | None, _T, str | None]:
            before = self._last if self._last else self._settled(tx, refuse_loading)
            return before, work(tx), self._settled(tx, refuse_loading)

        with self.bolt.translated(), self.bolt.session() as session:
            for _ in range(READ_TRIES):
                before, found, after = session.execute_read(marked)
                self._last = after
                if before == after:
                    return found
        raise StoreError(f"{self.url} was loaded anew each time it was read; ask again later.")

    def _settled(self, tx: neo4j.ManagedTransaction, refuse_loading: bool = True) -> str | None:
        """How the last load is called, when none changes the graph.

        Waits for a commit, and raises StoreError for a load of many."""
        until = time.monotonic() + COMMIT_SECONDS
        while True:
            seen = look(tx)
            if seen.loads > seen.commits and refuse_loading:
                raise being_loaded(self.url)
            if not seen.commits:
                return seen.last
            if time.monotonic() > until:
                raise being_loaded(self.url)
            time.sleep(0.02)

    def _rows(
        self, tx: neo4j.ManagedTransaction, cypher: str, parameters: Record, limit: int | None
    ) -> Rows:
        from neo4j.exceptions import TransientError

        records: list[Record] = []
        try:
            result = tx.run(cypher, parameters)
            columns = list(result.keys())
            for record in result:
                if limit is not None and len(records) >= limit:
                    result.consume()
                    return Rows(columns, records, truncated=True)
                records.append({name: _plain(record[name]) for name in columns})
        except TransientError as error:
            if out_of_memory(error):  # it would run out again, for half a minute
                raise translate(error, self.bolt.address) from error
            raise
        return Rows(columns, records)

    def scan(
        self, *, documents: Collection[str] | None = None, ids: Iterable[str] | None = None
    ) -> Iterator[LinkedNode]:
        """Nodes with their outgoing links, streamed in order of id, or in that of ``ids``.

        Raises StoreError, at the latest at the end, if a load came between.
        """
        return starmap(linked_node, self._stream(_ROW[0], documents, ids))

    def states(
        self, *, documents: Collection[str] | None = None, ids: Iterable[str] | None = None
    ) -> Iterator[State]:
        """Like :meth:`scan`, with a node's fingerprint and documents only."""
        return starmap(state, self._stream(_ROW[1], documents, ids))

    def long_names(self) -> dict[str, str]:
        """The names of nodes whose ids are hashes."""
        rows = self.read(
            "MATCH (n:Entity) WHERE n.id STARTS WITH 'sha256:' AND n.iri IS NOT NULL "
            "RETURN n.id AS id, n.iri AS name ORDER BY id"
        )
        return {row["id"]: row["name"] for row in rows.records}

    def _stream(
        self, columns: str, documents: Collection[str] | None, ids: Iterable[str] | None
    ) -> Iterator[list[Any]]:
        """Rows as the server lists them, page by page; the next page is fetched meanwhile."""
        condition = "" if documents is None else _SPOKEN_OF
        given: Record = {"documents": spelled(documents or ())}
        if ids is None:
            # A page is one record: the driver spends more on a record than on its content.
            text = (
                f"MATCH (n:Entity) WHERE n.id > $after {condition}"
                f"WITH n ORDER BY n.id LIMIT $most RETURN collect({columns})"
            )
            pages = self._pages(text, given)
        else:
            text = (
                "UNWIND $ids AS id MATCH (n:Entity {id: id}) "
                f"WHERE n.id > '' {condition}RETURN collect({columns})"
            )
            pages = self._pages_of(text, given, iter(dict.fromkeys(ids)))
        for page in pages:
            yield from page

    def _pages(self, text: str, given: Record) -> Iterator[list[Any]]:
        with (
            self.bolt.translated(),
            self.bolt.session() as session,
            ThreadPoolExecutor(1) as fetcher,
        ):
            first: str | None = None
            most = PAGE

            def fetch(after: str) -> tuple[str, list[Any], bool]:
                nonlocal most
                while True:
                    wanted = most
                    try:
                        last, page = self._page(
                            session, text, {**given, "after": after, "most": wanted}
                        )
                    except OutOfTransactionMemory:
                        if wanted == 1:
                            raise
                        most = max(1, wanted // 8)
                        continue
                    return last, page, len(page) < wanted

            coming: Future[tuple[str, list[Any], bool]] | None = fetcher.submit(fetch, "")
            while coming is not None:
                last, page, ended = coming.result()
                first = self._same(first, last)
                coming = None if ended else fetcher.submit(fetch, page[-1][0])
                yield page

    def _pages_of(self, text: str, given: Record, ids: Iterator[str]) -> Iterator[list[Any]]:
        first: str | None = None
        while some := list(islice(ids, PAGE)):
            with self.bolt.translated(), self.bolt.session() as session:
                waiting = [some]
                while waiting:
                    some = waiting.pop()
                    try:
                        last, page = self._page(session, text, {**given, "ids": some})
                    except OutOfTransactionMemory:
                        if len(some) == 1:
                            raise
                        middle = len(some) // 2
                        waiting += [some[middle:], some[:middle]]
                        continue
                    first = self._same(first, last)
                    yield page

    def _page(self, session: neo4j.Session, text: str, parameters: Record) -> tuple[str, list[Any]]:
        from neo4j.exceptions import TransientError

        def work(tx: neo4j.ManagedTransaction) -> tuple[str, list[Any]]:
            last = self._settled(tx)
            try:
                page = tx.run(text, parameters).single(strict=True).value()
            except TransientError as error:
                if out_of_memory(error):
                    raise translate(error, self.bolt.address) from error
                raise
            # A commit that came meanwhile may show nodes without their properties.
            return self._same(last or "", self._settled(tx)), page

        return session.execute_read(work)

    def _same(self, first: str | None, now: str | None) -> str:
        if first is not None and first != (now or ""):
            raise StoreError(f"{self.url} was loaded anew while it was read; begin again.")
        return now or ""

    def damage(self) -> list[str]:
        """Whether as many nodes and relationships are there as were loaded."""
        release = self.release()
        if release is None:
            raise StoreError(f"{self.url} is empty; run 'kg load --store {self.url}'.")
        counts = self.read(
            "MATCH (n:Entity) WITH count(n) AS nodes "
            "RETURN nodes, COUNT { (:Entity)-->(:Entity) } AS relationships"
        ).records[0]
        if counts == {"nodes": release.nodes, "relationships": release.relationships}:
            return []
        return [f"it holds {counts['nodes']} nodes and {counts['relationships']} relationships"]

    def clear(self) -> list[str]:
        """Nothing: whatever is wrong in a database can be mended in its place."""
        return []

    def graph(self) -> PropertyGraph:
        """All that the store holds, in memory."""
        from graph.projection.nodes import graph_of

        release, _, rows = pinned(self)
        return graph_of(rows, release.names if release else {})

    def write(self, difference: Difference, release: Release, expected: str | None) -> LoadReport:
        """Applies a difference: in one transaction, or in many while nobody may read.

        Raises StoreError if another load came first or runs now, ForeignDatabase where the
        database holds something else.
        """
        from graph.stores.neo4j.write import write

        with self.bolt.translated():
            return write(self.bolt, difference, release, expected)

    def repair(self, *, running: bool = True) -> list[str]:
        """Undoes what a killed load left, and says what was done; empty if the store is whole.

        A load that runs is undone as well, and stops; not so with ``running`` False, where
        StoreError says that it runs.
        """
        from graph.stores.neo4j.journal import repair

        with self.bolt.translated():
            return repair(self.bolt, running=running)

    def close(self) -> None:
        """Closes the driver."""
        self.bolt.close()

"""Neo4j 5.26 and newer over Bolt: a server, a cluster or Aura.

A load is a difference, computed here and written in one transaction, so readers see the old graph
or the new one.  Sessions that read are refused every write by the server.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from graph.project import Node, PropertyGraph, Relationship
from graph.stores.address import Address
from graph.stores.base import CODEC, LoadReport, Record, Release, Rows
from ontology import (
    ExpedienteError,
    ForeignDatabase,
    QueryError,
    StoreAddressError,
    StoreError,
    TimeLimit,
    WriteRefused,
)

if TYPE_CHECKING:
    import neo4j

MARK = "ExpedienteRelease"
MARK_ID = "expediente:release"
BATCH = 5000
MOST_NODES, MOST_RELATIONSHIPS = 20_000, 60_000  # in one transaction of 256 MB
CONNECT_SECONDS = 5.0
RETRY_SECONDS = 30.0


def _translate(error: Exception, address: Address) -> ExpedienteError:
    from neo4j import exceptions as e

    code = str(getattr(error, "code", "") or "")
    text = str(getattr(error, "message", None) or error).split("\n")[0]
    if isinstance(error, e.AuthError) or code.endswith("AuthenticationRateLimit"):
        remedy = "set KG_USER and KG_PASSWORD"
        return StoreAddressError(f"{address.url} refuses the user or the password; {remedy}.")
    if code.endswith("DatabaseNotFound"):
        return StoreAddressError(
            f"{address.url} has no database '{address.database}'; correct KG_DATABASE."
        )
    if isinstance(error, e.ServiceUnavailable | e.SessionExpired | e.ConfigurationError | OSError):
        return StoreError(f"{address.url} does not answer; start the server or correct --store.")
    if "AccessMode" in code or code.endswith("Security.Forbidden"):
        return WriteRefused("The query writes; only reading is allowed here: take the writing out.")
    if "TransactionTimedOut" in code:
        return TimeLimit("The query took longer than it may; narrow it or raise --timeout.")
    if "MemoryPoolOutOfMemory" in code:
        return StoreError(
            f"{address.url} ran out of transaction memory; raise dbms.memory.transaction.total.max."
        )
    if isinstance(error, e.ConstraintError):
        return StoreError(f"{address.url}: {text}; the graph is as it was.")
    if isinstance(error, e.ClientError):
        return QueryError(f"Cypher: {text}; correct the query.")
    return StoreError(f"{address.url}: {text}.")


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


def _frozen(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


class Neo4jStore:
    """A database of its own on a Neo4j server."""

    def __init__(self, address: Address, timeout: float | None = None) -> None:
        self.address = address
        self.timeout = timeout
        self._driver: neo4j.Driver | None = None
        self._bookmarks: neo4j.BookmarkManager | None = None

    @property
    def url(self) -> str:
        """The server's address, without user or password."""
        return self.address.url

    @contextmanager
    def _translated(self) -> Iterator[None]:
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            yield
        except (DriverError, Neo4jError, OSError) as error:
            raise _translate(error, self.address) from error
        except UnicodeEncodeError as error:
            raise QueryError("The query is not Unicode text; write it in UTF-8.") from error

    def _connect(self) -> neo4j.Driver:
        if self._driver is None:
            import neo4j

            # It would write to the terminal what _translate says better.
            logging.getLogger("neo4j").addHandler(logging.NullHandler())
            auth = None
            if self.address.user or self.address.password:
                auth = (self.address.user or "neo4j", self.address.password or "")
            with self._translated():
                driver = neo4j.GraphDatabase.driver(
                    self.address.url,
                    auth=auth,
                    connection_timeout=CONNECT_SECONDS,
                    connection_acquisition_timeout=CONNECT_SECONDS * 2,
                    max_transaction_retry_time=RETRY_SECONDS,
                    notifications_min_severity="OFF",
                    user_agent="expediente",
                )
                try:
                    # A server that is not there is told at once; only what worked is tried again.
                    driver.verify_connectivity()
                except BaseException:
                    driver.close()
                    raise
                self._driver = driver
        return self._driver

    def _session(self, write: bool = False) -> neo4j.Session:
        import neo4j

        driver = self._connect()
        if self._bookmarks is None:
            # On a cluster, what one session wrote the next one must see.
            self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        return driver.session(
            database=self.address.database,
            default_access_mode=neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS,
            bookmark_manager=self._bookmarks,
        )

    def release(self) -> Release | None:
        """What the mark in the database says."""
        rows = self.read(f"MATCH (m:{MARK}) RETURN properties(m) AS mark").records
        if not rows or rows[0]["mark"].get("codec") != CODEC:
            return None
        mark = rows[0]["mark"]
        return Release(mark["generation"], mark["nodes"], mark["relationships"])

    def read(
        self, cypher: str, parameters: Record | None = None, *, limit: int | None = None
    ) -> Rows:
        """Runs a query in a session that cannot write, with the server's own time limit.

        What fails in passing (a leader that changed, a lost connection) is tried again.
        """
        import neo4j

        if not cypher.strip():
            raise QueryError("The query is empty; write some Cypher.")

        @neo4j.unit_of_work(timeout=self.timeout)
        def work(tx: neo4j.ManagedTransaction) -> Rows:
            return self._rows(tx, cypher, dict(parameters or {}), limit)

        with self._translated(), self._session() as session:
            return session.execute_read(work)

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
            if "OutOfMemory" in str(error.code):  # it would run out again, for half a minute
                raise _translate(error, self.address) from error
            raise
        return Rows(columns, records)

    def graph(self) -> PropertyGraph:
        """The whole database, without the mark."""
        with self._translated(), self._session() as session:
            return session.execute_read(_read_graph)

    def load(self, graph: PropertyGraph, generation: str) -> LoadReport:
        """Writes the difference between the database and ``graph`` in one transaction."""
        release = Release(generation, len(graph.nodes), len(graph.relationships))
        with self._translated(), self._session(write=True) as session:
            self._refuse_foreign(session)
            session.run(
                "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
            ).consume()
            return session.execute_write(_write_difference, graph, release)

    def _refuse_foreign(self, session: neo4j.Session) -> None:
        found = session.run(
            f"OPTIONAL MATCH (m:{MARK}) WITH count(m) AS marks "
            "OPTIONAL MATCH (n) WITH marks, count(n) AS nodes "
            f"OPTIONAL MATCH (x) WHERE NOT x:Entity AND NOT x:{MARK} "
            "RETURN marks, nodes, count(x) AS foreign"
        ).single(strict=True)
        if found["nodes"] and (not found["marks"] or found["foreign"]):
            raise ForeignDatabase(
                f"{self.url} holds {found['foreign'] or found['nodes']} nodes that are not "
                "Expediente's; name an empty database with KG_DATABASE or use another server. "
                "Nothing was written."
            )

    def close(self) -> None:
        """Closes the driver."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None


def _read_graph(tx: neo4j.ManagedTransaction) -> PropertyGraph:
    found = PropertyGraph()
    for record in tx.run(f"MATCH (m:{MARK}) RETURN m.names AS names"):
        found.names = dict(json.loads(record["names"]))
    for record in tx.run("MATCH (n:Entity) RETURN labels(n) AS labels, properties(n) AS p"):
        properties = _plain(record["p"])
        found.nodes[properties["id"]] = Node(properties["id"], set(record["labels"]), properties)
    for record in tx.run(
        "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS start, type(r) AS type, b.id AS end, "
        "properties(r) AS p"
    ):
        found.relationships.append(
            Relationship(record["start"], record["type"], record["end"], _plain(record["p"]))
        )
    return found


def _key(relationship: Relationship) -> tuple[str, str, str, str]:
    return (
        relationship.start,
        relationship.type,
        relationship.end,
        _frozen(relationship.properties),
    )


def _batches(tx: neo4j.ManagedTransaction, statement: str, rows: list[Any]) -> None:
    for start in range(0, len(rows), BATCH):
        tx.run(statement, rows=rows[start : start + BATCH]).consume()


def _write_difference(
    tx: neo4j.ManagedTransaction, graph: PropertyGraph, release: Release
) -> LoadReport:
    before = _read_graph(tx)
    report = LoadReport(release)
    gone = [i for i in before.nodes if i not in graph.nodes]
    fresh = [n for i, n in graph.nodes.items() if i not in before.nodes]
    changed = [
        n
        for i, n in graph.nodes.items()
        if i in before.nodes
        and (
            before.nodes[i].labels != n.labels
            or _frozen(before.nodes[i].properties) != _frozen(n.properties)
        )
    ]
    had = Counter(_key(r) for r in before.relationships)
    wanted = Counter(_key(r) for r in graph.relationships)
    removed, added = had - wanted, wanted - had
    report.nodes_created, report.nodes_changed, report.nodes_deleted = (
        len(fresh),
        len(changed),
        len(gone),
    )
    report.relationships_created = added.total()
    report.relationships_deleted = removed.total()
    if len(fresh) > MOST_NODES or added.total() > MOST_RELATIONSHIPS:
        report.notes.append("large load: raise dbms.memory.transaction.total.max if it is refused")

    _delete_relationships(tx, before, removed)
    _batches(tx, "UNWIND $rows AS id MATCH (n:Entity {id: id}) DETACH DELETE n", gone)
    _create_nodes(tx, fresh)
    _change_nodes(tx, before, changed)
    _create_relationships(tx, added)
    mark = {
        "generation": release.generation,
        "nodes": release.nodes,
        "relationships": release.relationships,
        "codec": CODEC,
        "names": json.dumps(graph.names, sort_keys=True),
    }
    old = tx.run(f"MATCH (m:{MARK}) RETURN properties(m) AS p").single()
    if old is None or dict(old["p"]) != {"id": MARK_ID, **mark}:
        tx.run(f"MERGE (m:{MARK} {{id: $id}}) SET m += $mark", id=MARK_ID, mark=mark).consume()
    return report


def _delete_relationships(
    tx: neo4j.ManagedTransaction,
    before: PropertyGraph,
    removed: Counter[tuple[str, str, str, str]],
) -> None:
    if not removed:
        return
    ends = sorted({(start, type_) for start, type_, _, _ in removed})
    left = Counter(removed)
    doomed: list[str] = []
    for batch in range(0, len(ends), BATCH):
        rows = [{"id": s, "type": t} for s, t in ends[batch : batch + BATCH]]
        for record in tx.run(
            "UNWIND $rows AS row MATCH (a:Entity {id: row.id})-[r]->(b:Entity) "
            "WHERE type(r) = row.type RETURN elementId(r) AS element, a.id AS start, "
            "type(r) AS type, b.id AS end, properties(r) AS p",
            rows=rows,
        ):
            found = Relationship(
                record["start"], record["type"], record["end"], _plain(record["p"])
            )
            if left[_key(found)] > 0:
                left[_key(found)] -= 1
                doomed.append(record["element"])
    _batches(tx, "UNWIND $rows AS e MATCH ()-[r]->() WHERE elementId(r) = e DELETE r", doomed)


def _create_nodes(tx: neo4j.ManagedTransaction, fresh: list[Node]) -> None:
    rows = [{"labels": sorted(n.labels - {"Entity"}), "properties": n.properties} for n in fresh]
    _batches(
        tx,
        "UNWIND $rows AS row CREATE (n:Entity) SET n:$(row.labels) SET n = row.properties",
        rows,
    )


def _change_nodes(tx: neo4j.ManagedTransaction, before: PropertyGraph, changed: list[Node]) -> None:
    rows = [
        {
            "id": n.id,
            "properties": n.properties,
            "add": sorted(n.labels - before.nodes[n.id].labels),
            "remove": sorted(before.nodes[n.id].labels - n.labels),
        }
        for n in changed
    ]
    _batches(
        tx,
        "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n = row.properties "
        "SET n:$(row.add) REMOVE n:$(row.remove)",
        rows,
    )


def _create_relationships(
    tx: neo4j.ManagedTransaction, added: Counter[tuple[str, str, str, str]]
) -> None:
    # A dynamic type costs one plan for all types; a text for each was 5 to 16 times slower.
    rows = [
        {"start": start, "type": type_, "end": end, "properties": json.loads(properties)}
        for (start, type_, end, properties) in added.elements()
    ]
    _batches(
        tx,
        "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end}) "
        "CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties",
        rows,
    )

"""The steps of a load within one transaction, which small and big loads and undoing share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.projection.nodes import Link, LinkedNode, link_order
from graph.stores.neo4j.links import BATCH, BATCH_BYTES, Links, weight
from graph.stores.neo4j.mark import LEFT_ALONE, LOAD
from ontology import StoreError

if TYPE_CHECKING:
    import neo4j

    from graph.stores.neo4j.bolt import Bolt

CHANGED_BATCH = 500  # nodes that are read with all that goes out from them

# A number of ours comes back with each internal id: an order is not promised.
CREATE_NODES = (
    "UNWIND $rows AS row CREATE (n:$(row[1])) SET n = row[2] "
    "RETURN collect(row[0]) AS numbers, collect(id(n)) AS internal"
)
FIND_NODES = (
    "UNWIND $rows AS row MATCH (n:Entity {id: row[1]}) "
    "RETURN collect(row[0]) AS numbers, collect(id(n)) AS internal"
)
# By internal id, which takes half the time of a look-up by text; valid within one load, in which
# no node is deleted before the links are made.  A dynamic type costs one plan for all types.
CREATE_LINKS = (
    "UNWIND $rows AS row MATCH (a) WHERE id(a) = row[0] UNWIND row[1] AS link "
    "MATCH (b) WHERE id(b) = link[1] CREATE (a)-[r:$(link[0])]->(b)"
)
CREATE_TOLD_LINKS = CREATE_LINKS + " SET r = link[2]"
OLD_ROWS = (
    "UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN collect([n.id, labels(n), properties(n), "
    f"[(n)-[r]->(x) WHERE NOT x:({LEFT_ALONE}) | [type(r), x.id, properties(r), id(r)]]]) AS rows"
)
DELETE_LINKS = "UNWIND $ids AS id MATCH ()-[r]->() WHERE id(r) = id DELETE r"
CHANGE_NODES = (
    "UNWIND $rows AS row MATCH (n:Entity {id: row[0]}) SET n = row[1] SET n:$(row[2]) "
    "REMOVE n:$(row[3])"
)
_UNSAID = (
    "UNWIND $ids AS id MATCH (n:Entity {id: id}) WHERE n._docs IS NULL AND NOT EXISTS { (n)--() } "
)
ORPHANS = _UNSAID + "RETURN collect([n.id, labels(n), properties(n), []]) AS rows"
DELETE_ORPHANS = _UNSAID + "DELETE n"

NodeData = list[Any]  # a number of ours, labels, properties


class Changed(NamedTuple):
    """What became of changed nodes: as they were, links to be added, and who may be orphaned."""

    before: list[list[Any]]
    added: list[tuple[str, list[Link]]]
    removed: int
    suspects: set[str]


def announce(bolt: Bolt, token: str) -> None:
    """Tells readers that a commit comes; in a transaction of its own, which they see before it."""
    text = f"MERGE (l:{LOAD} {{id: $id}}) SET l.token = $token, l.commit = true"

    def work(tx: neo4j.ManagedTransaction) -> None:
        tx.run(text, id=f"{token}/commit", token=token).consume()

    with bolt.session(write=True) as session:
        session.execute_write(work)


def batched(ids: list[str]) -> Iterator[list[str]]:
    """Ids in numbers that one statement takes."""
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]


def node_batches(rows: Iterable[LinkedNode], links: Links) -> Iterator[list[NodeData]]:
    """Nodes for the server, in sizes it can take; their links are put aside."""
    batch: list[NodeData] = []
    size = 0
    for row in rows:
        links.add(row.id, row.links)
        batch.append([links.numbers[row.id], list(row.labels), row.properties])
        size += weight(row.properties)
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def create_nodes(tx: neo4j.ManagedTransaction, rows: list[NodeData]) -> tuple[list[int], list[int]]:
    """Makes nodes; numbers and internal ids side by side."""
    found = tx.run(CREATE_NODES, rows=rows).single(strict=True)
    return found["numbers"], found["internal"]


def find_nodes(tx: neo4j.ManagedTransaction, bolt: Bolt, links: Links) -> None:
    """Looks up the nodes that were there before; StoreError if one is not."""
    unknown = links.unknown()
    for start in range(0, len(unknown), BATCH):
        found = tx.run(FIND_NODES, rows=unknown[start : start + BATCH]).single(strict=True)
        links.found(found["numbers"], found["internal"])
    if missing := links.unknown():
        raise absent(bolt, missing[0][1])


def absent(bolt: Bolt, node: str) -> StoreError:
    """A node that ought to be there is not."""
    return StoreError(
        f"{bolt.url} has no node '{node}', which the load takes for granted; the graph is as it "
        "was: run 'kg doctor --repair' and load again."
    )


def create_links(tx: neo4j.ManagedTransaction, plain: list[Any], told: list[Any]) -> None:
    """Makes links, without and with properties."""
    if plain:
        tx.run(CREATE_LINKS, rows=plain).consume()
    if told:
        tx.run(CREATE_TOLD_LINKS, rows=told).consume()


def change_nodes(tx: neo4j.ManagedTransaction, bolt: Bolt, rows: list[LinkedNode]) -> Changed:
    """Gives nodes that are there new labels and properties, and takes the links that go."""
    found = tx.run(OLD_ROWS, ids=[row.id for row in rows]).single(strict=True)["rows"]
    before = {old[0]: old for old in found}
    doomed: list[int] = []
    added: list[tuple[str, list[Link]]] = []
    suspects: set[str] = set()
    news: list[list[Any]] = []
    for row in rows:
        if row.id not in before:
            raise absent(bolt, row.id)
        _, labels, _, had = before[row.id]
        wanted = Counter(map(link_order, row.links))
        for type_, end, properties, internal in had:
            key = link_order(Link(type_, end, properties))
            if wanted[key] > 0:
                wanted[key] -= 1
            else:
                doomed.append(internal)
                suspects.add(end)
        more = []
        for link in row.links:
            if wanted[key := link_order(link)] > 0:
                wanted[key] -= 1
                more.append(link)
        if more:
            added.append((row.id, more))
        if "_docs" not in row.properties:
            suspects.add(row.id)
        add, remove = set(row.labels) - set(labels), set(labels) - set(row.labels)
        news.append([row.id, row.properties, sorted(add), sorted(remove)])
    tx.run(DELETE_LINKS, ids=doomed).consume()
    tx.run(CHANGE_NODES, rows=news).consume()
    return Changed(list(before.values()), added, len(doomed), suspects)


def delete_orphans(tx: neo4j.ManagedTransaction, ids: list[str]) -> list[list[Any]]:
    """Deletes the nodes of which nothing is said and to which nothing points; as they were."""
    rows: list[list[Any]] = tx.run(ORPHANS, ids=ids).single(strict=True)["rows"]
    if rows:
        tx.run(DELETE_ORPHANS, ids=[row[0] for row in rows]).consume()
    return rows

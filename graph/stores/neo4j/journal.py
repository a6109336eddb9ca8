"""Undoing a load that failed or was killed, from what its batches noted.

Undoing can be killed as well, and repeated: each step looks at what is there.  The mark decides:
as long as it names the load, the load is to be undone; once it does not, what is left is swept.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from graph.projection.nodes import LinkedNode, linked_node
from graph.stores.neo4j.links import Links
from graph.stores.neo4j.mark import (
    DEAD_SECONDS,
    DOCUMENT,
    LOAD,
    MARK,
    UNDO,
    Mark,
    being_loaded,
    held,
    lock_mark,
    taken_over,
)
from graph.stores.neo4j.steps import (
    FIND_NODES,
    announce,
    change_nodes,
    create_links,
    create_nodes,
    find_nodes,
)

if TYPE_CHECKING:
    import neo4j

    from graph.stores.neo4j.bolt import Bolt

WIPED = 10_000  # relationships or nodes deleted at once
BATCH_SECONDS = 300.0  # the server ends a batch whose client is gone without a word


class Signed:
    """A session that signs each batch on its own node, in the same transaction."""

    def __init__(self, bolt: Bolt, session: neo4j.Session, name: str) -> None:
        self.bolt, self.session, self.name = bolt, session, name

    def run(self, job: Callable[[neo4j.ManagedTransaction, bool], None]) -> None:
        """Runs a batch; StoreError if the node is gone, because somebody repaired."""
        import neo4j

        number = secrets.randbits(62)

        @neo4j.unit_of_work(timeout=BATCH_SECONDS)
        def work(tx: neo4j.ManagedTransaction) -> None:
            # SET comes first: it waits for a batch of before whose answer was lost.
            record = tx.run(
                f"MATCH (l:{LOAD} {{id: $name}}) SET l.beat = timestamp() "
                "WITH l, l.done AS done SET l.done = $number RETURN done",
                name=self.name,
                number=number,
            ).single()
            if record is None:
                raise taken_over(self.bolt.url)
            job(tx, record["done"] == number)

        self.session.execute_write(work)


def repair(bolt: Bolt, *, running: bool = True) -> list[str]:
    """Undoes a load that was killed, and sweeps what others left.

    Raises StoreError where a load runs, if ``running`` is False.
    """
    with bolt.session(write=True) as session:
        mark, _, idle, leftovers = session.execute_write(held)
        notes = []
        if mark.loading:
            if not running and idle is not None and idle < DEAD_SECONDS:
                raise being_loaded(bolt.url)
            undo(bolt, mark.loading)
            notes.append("a load that was killed has been undone")
        if leftovers:
            sweep(session)
    return notes


def undo(bolt: Bolt, token: str) -> bool:
    """Takes a load over and undoes it; True if it had ended well."""
    name = f"{token}/undo-{secrets.token_hex(4)}"

    def take(tx: neo4j.ManagedTransaction) -> Mark:
        mark = lock_mark(tx, make=False)
        if mark.loading == token:
            tx.run(f"MATCH (l:{LOAD} {{token: $token}}) DELETE l", token=token).consume()
            tx.run(
                f"CREATE (:{LOAD} {{id: $name, token: $token, beat: timestamp()}})",
                name=name,
                token=token,
            ).consume()
        return mark

    def end(tx: neo4j.ManagedTransaction, again: bool) -> None:
        if mark.fresh and not again:
            tx.run(f"MATCH (d:{DOCUMENT}) DELETE d").consume()
        # The mark stays, and says to whoever reads meanwhile that something ended.
        text = f"MATCH (m:{MARK}) REMOVE m.loading, m.fresh SET m.last = $name"
        tx.run(text + (" REMOVE m.generation" if mark.fresh else ""), name=name).consume()
        announce(bolt, token)

    with bolt.session(write=True) as session:
        mark = session.execute_write(take)
        if mark.loading != token:
            return mark.last == token
        mine = Signed(bolt, session, name)
        if mark.fresh:
            wipe(mine)
        else:
            _restore(mine, token)
        mine.run(end)
        sweep(session)
    return False


def sweep(session: neo4j.Session) -> None:
    """Deletes notes and load nodes of loads that are over, the notes first."""
    for label in (UNDO, LOAD):
        while session.execute_write(_sweep, label):
            pass


def surely(bolt: Bolt, work: Callable[[neo4j.Session], object]) -> None:
    """Cleans up behind a load that is over; for Ctrl-C it is too late then."""
    try:
        with bolt.session(write=True) as session:
            work(session)
    except KeyboardInterrupt:
        with bolt.session(write=True) as session:
            work(session)


def _sweep(tx: neo4j.ManagedTransaction, /, label: str) -> int:
    mark = lock_mark(tx, make=False)  # waits for the commit that a load node announces
    text = f"MATCH (x:{label}) WHERE coalesce(x.token <> $loading, true) "
    return _count(tx, text + "WITH x LIMIT 100 DELETE x RETURN count(*) AS n", loading=mark.loading)


def _count(tx: neo4j.ManagedTransaction, /, text: str, **given: Any) -> int:
    return int(tx.run(text, **given).single(strict=True)["n"])


def _until_none(mine: Signed, text: str, **given: Any) -> None:
    """Runs a statement that deletes some and counts them, until it finds none."""
    left = 1

    def job(tx: neo4j.ManagedTransaction, again: bool) -> None:
        nonlocal left
        left = _count(tx, text, **given)

    while left:
        mine.run(job)


def wipe(mine: Signed) -> None:
    """Deletes all nodes that are not about the store itself."""
    most = f"LIMIT {WIPED} DELETE"
    # Ties between notes stay.
    ours = "MATCH (a)-[r]->(b) WHERE a:Entity OR b:Entity "
    _until_none(mine, f"{ours}WITH r {most} r RETURN count(*) AS n")
    _until_none(mine, f"MATCH (n:Entity) WITH n {most} n RETURN count(*) AS n")


def _restore(mine: Signed, token: str) -> None:
    # First the nodes that went, so that links find their ends; then what changed; and last what
    # was made, when nothing of the old graph points there any more.
    for rows in _noted(mine, token):
        _each(mine, rows, _bring_back)
    for rows in _noted(mine, token):
        _each(mine, rows, _change_back)
    for ids in _made(mine, token):
        _until_none(
            mine,
            "UNWIND $ids AS id MATCH (n:Entity {id: id})-[r]-() "
            f"WITH DISTINCT r LIMIT {WIPED} DELETE r RETURN count(*) AS n",
            ids=ids,
        )
        _until_none(
            mine,
            "UNWIND $ids AS id MATCH (n:Entity {id: id}) DELETE n RETURN count(*) AS n",
            ids=ids,
        )


def _entries(mine: Signed, token: str) -> list[int]:
    text = f"MATCH (u:{UNDO} {{token: $token}}) RETURN collect(id(u)) AS ids"
    found: list[int] = mine.session.execute_read(
        lambda tx: tx.run(text, token=token).single(strict=True)["ids"]
    )
    return found


def _note(mine: Signed, entry: int, key: str) -> Any:
    def ask(tx: neo4j.ManagedTransaction) -> Any:
        text = f"MATCH (u:{UNDO}) WHERE id(u) = $id RETURN properties(u) AS note"
        return tx.run(text, id=entry).single(strict=True)["note"][key]

    return mine.session.execute_read(ask)


def _noted(mine: Signed, token: str) -> Iterator[list[LinkedNode]]:
    for entry in _entries(mine, token):
        yield [linked_node(*row) for row in json.loads(_note(mine, entry, "before"))]


def _made(mine: Signed, token: str) -> Iterator[list[str]]:
    for entry in _entries(mine, token):
        yield _note(mine, entry, "created")


def _each(
    mine: Signed,
    rows: list[LinkedNode],
    step: Callable[[neo4j.ManagedTransaction, Bolt, list[LinkedNode]], None],
) -> None:
    mine.run(lambda tx, again: None if again else step(tx, mine.bolt, rows))


def _bring_back(tx: neo4j.ManagedTransaction, bolt: Bolt, rows: list[LinkedNode]) -> None:
    given = [[n, row.id] for n, row in enumerate(rows)]
    there = set(tx.run(FIND_NODES, rows=given).single(strict=True)["numbers"])
    create_nodes(
        tx,
        [[n, list(row.labels), row.properties] for n, row in enumerate(rows) if n not in there],
    )


def _change_back(tx: neo4j.ManagedTransaction, bolt: Bolt, rows: list[LinkedNode]) -> None:
    links = Links()
    for node, added in change_nodes(tx, bolt, rows).added:
        links.add(node, added)
    find_nodes(tx, bolt, links)
    for plain, told in links.batches(range(len(links))):
        create_links(tx, plain, told)

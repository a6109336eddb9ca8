"""Writing to Neo4j: a small difference in one transaction, a big one in many.

Up to a stated size all is written in one transaction.  Beyond it, or where the server has not the
memory for it, ``many`` writes in many, with a journal and without readers.
"""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, LiteralString

from graph.projection.nodes import LinkedNode
from graph.stores.base import Difference, LoadReport, Release
from graph.stores.neo4j.errors import OutOfTransactionMemory, out_of_memory, translate
from graph.stores.neo4j.journal import repair, surely
from graph.stores.neo4j.links import Links, weight
from graph.stores.neo4j.many import load_in_parts
from graph.stores.neo4j.mark import (
    LEFT_ALONE,
    LOAD,
    LOCKED,
    MARK_ID,
    OURS,
    SCHEMA,
    UNDO,
    being_loaded,
    came_first,
    counted,
    lock_mark,
    recounted,
    settle_mark,
)
from graph.stores.neo4j.steps import (
    CHANGED_BATCH,
    announce,
    batched,
    change_nodes,
    create_links,
    create_nodes,
    delete_orphans,
    find_nodes,
    node_batches,
)
from ontology import ForeignDatabase

if TYPE_CHECKING:
    import neo4j

    from graph.stores.neo4j.bolt import Bolt

MOST_NODES, MOST_RELATIONSHIPS, MOST_BYTES = 20_000, 60_000, 16_000_000  # in one transaction


def write(bolt: Bolt, difference: Difference, release: Release, expected: str | None) -> LoadReport:
    """See :meth:`graph.stores.base.Store.write`."""
    notes = []
    with bolt.session(write=True) as session:
        foreign, leftovers = session.execute_write(_foreign)
        if leftovers:
            notes = repair(bolt, running=False)
        if foreign > 0:
            raise ForeignDatabase(
                f"{bolt.url} holds {foreign} nodes that are not Expediente's; name an empty "
                "database with KG_DATABASE or use another server. Nothing was written."
            )
        if expected is None or difference.anew:
            for statement in SCHEMA:
                session.execute_write(_run, statement)
    changed, created = list(difference.changed), iter(difference.created)
    room = _Room()
    first: deque[LinkedNode] = deque()
    fits = all(room.takes(row) for row in changed)
    while fits and (row := next(created, None)) is not None:
        first.append(row)
        fits = room.takes(row)
    report = None
    if fits:
        try:
            report = _write_at_once(bolt, changed, first, release, expected, difference.recount)
        except OutOfTransactionMemory:
            report = None
    if report is None:
        report = load_in_parts(
            bolt, changed, chain(_drained(first), created), release, expected, difference.recount
        )
    report.notes[:0] = notes
    return report


class _Room:
    """What still fits into one transaction."""

    def __init__(self) -> None:
        self.nodes, self.links, self.bytes = MOST_NODES, MOST_RELATIONSHIPS, MOST_BYTES

    def takes(self, row: LinkedNode) -> bool:
        self.nodes -= 1
        self.links -= len(row.links)
        self.bytes -= weight(row.properties)
        return self.nodes >= 0 and self.links >= 0 and self.bytes >= 0


def _drained(rows: deque[LinkedNode]) -> Iterator[LinkedNode]:
    while rows:
        yield rows.popleft()


def _run(tx: neo4j.ManagedTransaction, /, statement: LiteralString) -> None:
    tx.run(statement).consume()


_COUNTS = (  # of all nodes, and of those with each of our labels
    # The mark is locked first, so that no commit comes between the counts.
    LOCKED + "RETURN COUNT { MATCH () } AS nodes, "
    f"[{', '.join(f'COUNT {{ MATCH (:{label}) }}' for label in OURS)}] AS ours, "
    f"COUNT {{ MATCH (:{LEFT_ALONE}) }} AS notes"
)


def _foreign(tx: neo4j.ManagedTransaction) -> tuple[int, bool]:
    """How many nodes are not ours, and whether a load runs or has left something.

    The counts come from the server's statistics; no node of ours has two of the labels.
    """
    found = tx.run(_COUNTS, id=MARK_ID).single(strict=True)
    nodes, ours = found["nodes"] - found["notes"], dict(zip(OURS, found["ours"], strict=True))
    told = sum(ours.values()) - ours["Entity"]
    # Entities alone, without anything that says they are ours, are somebody's.
    return nodes - sum(ours.values()) if told else nodes, bool(ours[LOAD] or ours[UNDO])


def _write_at_once(
    bolt: Bolt,
    changed: list[LinkedNode],
    created: Iterable[LinkedNode],
    release: Release,
    expected: str | None,
    recount: bool,
) -> LoadReport:
    token = secrets.token_hex(8)
    report = LoadReport(release)
    announced = False

    def work(tx: neo4j.ManagedTransaction) -> LoadReport:
        nonlocal report, announced
        from neo4j.exceptions import TransientError

        mark = lock_mark(tx)
        if mark.last == token:  # it was written, and only the answer was lost
            return report
        if mark.loading:
            raise being_loaded(bolt.url)
        if mark.generation != expected:
            raise came_first(bolt.url)
        try:
            report = _write_all(tx, bolt, changed, created, release)
            report.release = recounted(tx, release) if recount else counted(release, mark, report)
            settle_mark(tx, report.release, token)
            announced = True
            announce(bolt, token)
        except TransientError as error:
            if out_of_memory(error):  # it would run out again, for half a minute
                raise translate(error, bolt.address) from error
            raise
        return report

    try:
        with bolt.session(write=True) as session:
            return session.execute_write(work)
    finally:
        if announced:
            surely(bolt, lambda session: session.execute_write(_conclude, token))


def _conclude(tx: neo4j.ManagedTransaction, token: str) -> None:
    # The mark is locked first: a commit whose answer was lost may still be going on.
    text = LOCKED + f"MATCH (l:{LOAD} {{token: $token}}) DELETE l"
    tx.run(text, id=MARK_ID, token=token).consume()


def _write_all(
    tx: neo4j.ManagedTransaction,
    bolt: Bolt,
    changed: list[LinkedNode],
    created: Iterable[LinkedNode],
    release: Release,
) -> LoadReport:
    report = LoadReport(release)
    links, suspects = Links(), set[str]()
    for start in range(0, len(changed), CHANGED_BATCH):
        done = change_nodes(tx, bolt, changed[start : start + CHANGED_BATCH])
        for node, added in done.added:
            links.add(node, added)
        suspects |= done.suspects
        report.relationships_deleted += done.removed
    for rows in node_batches(created, links):
        links.found(*create_nodes(tx, rows))
        report.nodes_created += len(rows)
    find_nodes(tx, bolt, links)
    for plain, told in links.batches(range(len(links))):
        create_links(tx, plain, told)
    report.relationships_created = len(links)
    gone = {row[0] for ids in batched(sorted(suspects)) for row in delete_orphans(tx, ids)}
    report.nodes_deleted = len(gone)
    report.nodes_changed = sum(row.id not in gone for row in changed)
    return report

"""What a Neo4j database says about itself: the mark, its documents, and a running load.

All that is not ours is foreign: nodes that have none of the labels below and are no ``Entity``.
An analyst's notes are neither: whatever is called a ``Note`` is left alone, with its relationships.

The server makes a commit visible record by record, and the mark among the first.  So there is a
load node from before the first record changes until after the last one has; whoever reads the mark,
then finds no load node, and reads the same mark later with none again, has seen one state.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.stores.base import CODEC, Document, LoadReport, Record, Release, document_of
from ontology import StoreError

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.projection.values import Value

MARK, MARK_ID = "ExpedienteRelease", "expediente:release"
DOCUMENT, DOCUMENT_ID = "ExpedienteDocument", "expediente:document:"
LOAD = "ExpedienteLoad"  # a session of a load, or one commit
UNDO = "ExpedienteUndo"  # what a batch of a load has made and replaced
OURS = ("Entity", MARK, DOCUMENT, LOAD, UNDO)
NOTE = "Note"  # an analyst's own: no load makes, changes, counts or deletes one
LEFT_ALONE = f"{NOTE}&!Entity"  # what of ours somebody calls a note is an edit
NAMES = "entity_names"  # the full-text index
SCHEMA = (
    "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    # Two first loads at once would make two marks.
    f"CREATE CONSTRAINT expediente_mark IF NOT EXISTS FOR (m:{MARK}) REQUIRE m.id IS UNIQUE",
    # Its analyzer folds accents, so that "perez" finds Pérez; it follows a commit in a moment, and
    # no load waits for it.
    f"CREATE FULLTEXT INDEX {NAMES} IF NOT EXISTS FOR (n:Entity) ON EACH [n.names] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', "
    "`fulltext.eventually_consistent`: true}}",
)
DEAD_SECONDS = 30  # without a sign of life


class Mark(NamedTuple):
    """The mark as one transaction sees it.

    ``generation`` is None as long as the first load runs; ``loading`` is the token of a load that
    runs or was killed, ``last`` that of the load or undoing that ended last; ``fresh`` says that a
    running load found nothing, so that undoing it is wiping.
    """

    generation: str | None = None
    loading: str | None = None
    last: str | None = None
    fresh: bool = False
    codec: int = CODEC
    nodes: int = 0
    relationships: int = 0


class Seen(NamedTuple):
    """What a reader needs to know: how the last load is called, and whether one changes the graph.

    ``commits`` are loads of one transaction, which is over in a moment.
    """

    last: str | None
    loads: int
    commits: int


_FIELDS = ", ".join(f"m.{name} AS {name}" for name in Mark._fields)


def _mark(record: Any) -> Mark:
    given = {k: v for k, v in dict(record).items() if v is not None}
    return Mark(**given)


class Held(NamedTuple):
    """What a database says about itself: the mark, the documents, and what a load left or makes.

    ``idle`` are the seconds since the load that the mark names gave a sign of life; ``leftovers``
    says that nodes of loads are there, of one that runs or of one that was killed.
    """

    mark: Mark
    documents: tuple[Document, ...]
    idle: float | None
    leftovers: bool


_HELD = (  # one text for all who ask: a server that has just begun takes long to plan each
    f"OPTIONAL MATCH (m:{MARK}) WITH m OPTIONAL MATCH (d:{DOCUMENT}) "
    "WITH m, collect(properties(d)) AS documents "
    f"OPTIONAL MATCH (l:{LOAD}) WITH m, documents, count(l) AS loads, "
    "max(CASE l.token WHEN m.loading THEN l.beat END) AS beat "
    f"RETURN {_FIELDS}, documents, loads, (timestamp() - beat) / 1000.0 AS idle, "
    f"COUNT {{ MATCH (:{UNDO}) }} AS notes"
)


def held(tx: ManagedTransaction) -> Held:
    """All that a database says about itself; an empty mark where there is none."""
    found = dict(tx.run(_HELD).single(strict=True))
    rows, idle = found.pop("documents"), found.pop("idle")
    leftovers = bool(found.pop("loads") + found.pop("notes"))
    return Held(_mark(found), tuple(sorted(map(_document, rows), key=_key)), idle, leftovers)


_MAPS = ("names", "prefixes")  # a property holds no map: they are texts in JSON


def _document(row: Record) -> Document:
    try:
        return document_of(row | {key: json.loads(row.get(key, "{}")) for key in _MAPS})
    except (ValueError, TypeError) as error:
        raise StoreError(
            f"The database's node :{DOCUMENT} {row.get('id')} is not as a load wrote it ({error}); "
            "empty the database and load again."
        ) from error


def _key(document: Document) -> str:
    return document.key


def look(tx: ManagedTransaction) -> Seen:
    """The mark as a reader needs it: first its state, and then whether it is about to change."""
    record = tx.run(
        f"OPTIONAL MATCH (m:{MARK}) WITH m.last AS last OPTIONAL MATCH (l:{LOAD}) "
        "RETURN last, count(l) AS loads, count(l.commit) AS commits"
    ).single(strict=True)
    return Seen(record["last"], record["loads"], record["commits"])


LOCKED = (
    f"OPTIONAL MATCH (m:{MARK} {{id: $id}}) SET m.locked = true REMOVE m.locked "
    "WITH count(m) AS marks "
)
"""The mark, if there is one, is locked before what follows."""


def lock_mark(tx: ManagedTransaction, *, make: bool = True) -> Mark:
    """The mark, locked until the transaction ends; made if it is absent and ``make`` says so."""
    record = tx.run(
        f"{'MERGE' if make else 'MATCH'} (m:{MARK} {{id: $id}}) "
        f"SET m.locked = true REMOVE m.locked RETURN {_FIELDS}",
        id=MARK_ID,
    ).single()
    return Mark() if record is None else _mark(record)


def settle_mark(tx: ManagedTransaction, release: Release, token: str) -> None:
    """Writes a new release over the mark and its documents; the load that did it is over."""
    record = tx.run(
        f"MATCH (m:{MARK}) SET m = $mark WITH count(m) AS marks "
        f"OPTIONAL MATCH (d:{DOCUMENT}) RETURN collect(properties(d)) AS rows",
        mark=mark_properties(release) | {"last": token},
    ).single(strict=True)
    there = {row["id"]: row for row in record["rows"]}
    wanted = {DOCUMENT_ID + d.key: document_properties(d) for d in release.documents}
    if stale := [key for key, row in there.items() if wanted.get(key) != row]:
        tx.run(f"MATCH (d:{DOCUMENT}) WHERE d.id IN $ids DELETE d", ids=stale).consume()
    if rows := [row for key, row in wanted.items() if there.get(key) != row]:
        tx.run(f"UNWIND $rows AS row CREATE (d:{DOCUMENT}) SET d = row", rows=rows).consume()


def mark_properties(release: Release) -> dict[str, Value]:
    """What the mark says of a release."""
    return {
        "id": MARK_ID,
        "generation": release.generation,
        "nodes": release.nodes,
        "relationships": release.relationships,
        "codec": release.codec,
    }


def document_properties(document: Document) -> dict[str, Any]:
    """What the node of a document says."""
    row = {k: v for k, v in asdict(document).items() if v is not None}
    for key in _MAPS:
        row[key] = json.dumps(row[key], sort_keys=True, ensure_ascii=False)
    return {"id": DOCUMENT_ID + document.key, **row}


def read_release(tx: ManagedTransaction) -> Release | None:
    """What the mark and the documents say, whatever codec wrote them."""
    mark, documents, _, _ = held(tx)
    if mark.generation is None:
        return None
    return Release(
        mark.generation, mark.nodes, mark.relationships, mark.codec, documents, mark.last
    )


def recounted(tx: ManagedTransaction, release: Release) -> Release:
    """The release with the counts of what is there."""
    text = "MATCH (n:Entity) WITH count(n) AS nodes RETURN nodes, "
    text += f"COUNT {{ (:Entity)-->() }} - COUNT {{ (:{LEFT_ALONE})<--(:Entity) }} AS links"
    found = tx.run(text).single(strict=True)
    return replace(release, nodes=found["nodes"], relationships=found["links"])


def counted(release: Release, before: Mark, report: LoadReport) -> Release:
    """The release with its counts: what was there, and what a load changed."""
    there = before if before.generation else Mark()
    return replace(
        release,
        nodes=there.nodes + report.nodes_created - report.nodes_deleted,
        relationships=there.relationships
        + report.relationships_created
        - report.relationships_deleted,
    )


def came_first(url: str) -> StoreError:
    """Another load changed what this one was computed from."""
    return StoreError(
        f"{url}: another load came first, so this one would not fit; nothing was written: "
        "load again."
    )


def being_loaded(url: str) -> StoreError:
    """A load runs, or was killed."""
    return StoreError(
        f"{url} is being loaded, or a load was killed: wait, or run 'kg doctor --repair'."
    )


def taken_over(url: str) -> StoreError:
    """Somebody repaired while the load ran."""
    return StoreError(
        f"{url}: the load was undone by somebody's repair while it ran; load again when "
        "nobody else does."
    )

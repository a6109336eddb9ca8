"""Applying a difference to an embedded database that nobody reads yet.

New nodes and all new links go through the engine's bulk interface, the rest through Cypher, in the
order that the engine can bear: links go, properties change, labels change (which moves a node),
nodes come, links come, and nodes that nothing speaks of or points to go.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from graph.projection.nodes import Link, LinkedNode
from graph.stores.base import Difference, Release
from ontology import StoreError

if TYPE_CHECKING:
    from graph.projection.values import Value

BATCH = 2000  # rows of a Cypher statement
HELD_NODES = 20_000  # new nodes that wait for the bulk interface
# The engine's time grows with the square of the types: here it is half a minute.
MOST_LABEL_SETS, MOST_LINK_TYPES = 1000, 2500
LONGEST_NAME = 150  # characters of a file's name, which the engine makes longer
HELD_TEXT = 16_000_000  # characters of such nodes: a batch becomes one JSON text of the engine's
# Letters of any script, but nothing that the engine, its SQL or a file's name gives a meaning.
_NAME = re.compile(r"""[^\x00-,./:;<=>?@\[\\\]^`{|}~\x7f-\xa0\u2028\u2029]+""")

T = TypeVar("T")
LINKS = (
    "UNWIND $ids AS i MATCH (n:Entity {id: i}) RETURN i AS id, labels(n) AS labels, "
    "properties(n) AS properties, "
    "[(n)-[r]->(m) | [elementId(r), type(r), m.id, properties(r)]] AS links"
)


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items, ``size`` at a time."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


class Build:
    """One difference, applied; the counts say what it did."""

    def __init__(self, database: Any, new: bool) -> None:
        self.database = database
        self.new = new
        self.nodes_created = self.nodes_changed = self.nodes_deleted = 0
        self.links_created = self.links_deleted = 0
        self._rids: dict[str, str] = {}  # where nodes lie, in the engine's terms
        self._types: set[str] = set()
        self._links: dict[str, _Links] = defaultdict(_Links)
        self._suspects: set[str] = set()  # nodes that may be left without reason to be there
        self._traces: dict[str, tuple[Value | None, int]] = {}  # of the nodes that were written

    def apply(self, difference: Difference) -> None:
        """Applies a difference; StoreError if it does not fit the database."""
        if self.new:
            # Made later, an index would change the values it finds.
            self.database.command(
                "opencypher",
                "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
            )
        else:
            rows = self._rows("sql", "SELECT name FROM schema:types")
            self._types = {row["name"] for row in rows}
        if difference.anew:
            self._create(self._noting(difference.changed))
        else:
            for some in batches(difference.changed):
                self._change(some)
        self._create(difference.created)
        self._link()
        self._remove_orphans()

    def _noting(self, rows: Iterable[LinkedNode]) -> Iterator[LinkedNode]:
        """The rows; those of which nothing is said may turn out to be orphans."""
        for row in rows:
            if "_docs" not in row.properties:
                self._suspects.add(row.id)
            yield row

    def _rows(self, language: str, text: str, **parameters: Any) -> list[dict[str, Any]]:
        return [row.to_dict() for row in self.database.query(language, text, parameters)]

    def _run(self, text: str, **parameters: Any) -> None:
        with self.database.transaction():
            self.database.command("opencypher", text, parameters)

    def _declare(self, labels: Iterable[tuple[str, ...]], types: Iterable[str] = ()) -> None:
        """Makes types as Cypher makes them: a label set is a type that extends its labels.

        A label alone holds no node, since each is an ``Entity`` as well, and needs no files.  In a
        transaction of our own: in one of the engine's it would wait forever for pages that the
        bulk interface has written before.
        """
        sets = {"~".join(names): names for names in sorted(labels)}
        singles = {name for names in sets.values() for name in names}
        new_sets = [s for s, names in sets.items() if len(names) > 1 and s not in self._types]
        new_types = sorted(set(types) - self._types)
        self._check_room(new_sets, new_types)
        statements = [
            f"CREATE VERTEX TYPE {quoted(name)} IF NOT EXISTS BUCKETS 0"
            for name in sorted(singles - self._types)
        ]
        for joined in new_sets:
            extended = ", ".join(map(quoted, sets[joined]))
            statements += _in_short_files("VERTEX", joined, f" EXTENDS {extended}")
        for name in new_types:
            quoted(name)
            statements += _in_short_files("EDGE", name)
        self._types |= singles | sets.keys() | set(types)
        if statements:
            with self.database.transaction():
                for statement in statements:
                    self.database.command("sql", statement)

    def _check_room(self, sets: Iterable[str], types: Iterable[str]) -> None:
        """StoreError before the work, where the engine would take minutes to make its types."""
        held = [name for name in self._types if "~" in name]
        edges = [name for name in self._types if not re.search("[a-z]", name)]
        for new, there, most, what in (
            (sets, held, MOST_LABEL_SETS, "combinations of classes"),
            (types, edges, MOST_LINK_TYPES, "kinds of relationships"),
        ):
            count = len({*new, *there})
            if count > most:
                raise StoreError(
                    f"The graph has {count} {what} or more, and the embedded store takes {most}, "
                    "since each costs files and time; load it into a Neo4j: --store bolt://HOST:7687."
                )

    # --- Changed nodes ----------------------------------------------------------------------------

    def _change(self, rows: list[LinkedNode]) -> None:
        wanted = {row.id: row for row in rows}
        found = {r["id"]: r for r in self._rows("opencypher", LINKS, ids=list(wanted))}
        if strange := wanted.keys() - found.keys():
            raise StoreError(f"The graph has no node {min(strange)} to change; load it anew.")
        doomed: list[str] = []
        rewritten: list[dict[str, Value]] = []
        added: dict[tuple[str, ...], list[str]] = defaultdict(list)
        removed: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for row in rows:
            old = found[row.id]
            gone = self._compare_links(row, old["links"])
            doomed += gone
            labels = set(row.labels), set(old["labels"])
            if more := labels[0] - labels[1]:
                added[tuple(sorted(more))].append(row.id)
            if fewer := labels[1] - labels[0]:
                removed[tuple(sorted(fewer))].append(row.id)
            if row.properties != old["properties"]:
                rewritten.append(row.properties)
            if "_docs" not in row.properties:
                self._suspects.add(row.id)
            self._traces[row.id] = _trace(row)
        self.nodes_changed += len(rows)
        self.links_deleted += len(doomed)
        for some in batches(doomed):
            with self.database.transaction():
                places = ", ".join(some)  # the engine's own, like #12:3
                self.database.command("sql", f"DELETE FROM [{places}]")  # noqa: S608
        if rewritten:
            self._run(
                "UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n = row", rows=rewritten
            )
        # A node moves by way of both its old labels and its new ones.
        both = {tuple(sorted({*row.labels, *found[row.id]["labels"]})) for row in rows}
        self._declare(both | {row.labels for row in rows})
        for verb, groups in (("SET", added), ("REMOVE", removed)):
            for names, ids in sorted(groups.items()):
                items = ":".join(map(quoted, names))
                self._run(f"UNWIND $ids AS i MATCH (n:Entity {{id: i}}) {verb} n:{items}", ids=ids)

    def _compare_links(self, row: LinkedNode, old: list[list[Any]]) -> list[str]:
        """Remembers links that are to come, and returns where those lie that are to go."""
        surplus: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for rid, name, end, properties in old:
            surplus[_key(name, end, properties)].append((str(rid), end))
        for link in row.links:
            if same := surplus.get(_key(*link)):
                same.pop()
            else:
                self._keep(row.id, link)
        gone = [one for some in surplus.values() for one in some]
        self._suspects.update(end for _, end in gone)
        return [rid for rid, _ in gone]

    # --- New nodes and links ----------------------------------------------------------------------

    def _create(self, rows: Iterable[LinkedNode]) -> None:
        held: dict[tuple[str, ...], list[LinkedNode]] = defaultdict(list)
        count = text = 0
        for row in rows:
            held[row.labels].append(row)
            for link in row.links:
                self._keep(row.id, link)
            count += 1
            text += sum(map(_length, row.properties.values()))
            if count >= HELD_NODES or text >= HELD_TEXT:
                self._insert(held)
                held.clear()
                count = text = 0
        if held:
            self._insert(held)

    def _insert(self, held: dict[tuple[str, ...], list[LinkedNode]]) -> None:
        self._declare(held)
        with self.database.graph_batch() as bulk:
            for labels, rows in sorted(held.items()):
                rids = bulk.create_vertices("~".join(labels), [row.properties for row in rows])
                self.nodes_created += len(rows)
                for row, rid in zip(rows, rids, strict=True):
                    self._rids[row.id] = rid
                    self._traces[row.id] = _trace(row)

    def _keep(self, start: str, link: Link) -> None:
        if link.type not in self._links:
            self._check_room((), [*self._links, link.type])
        self._links[link.type].add(start, link)

    def _link(self) -> None:
        ends = {i for links in self._links.values() for some in links.ends for i in some}
        for ids in batches(sorted(ends - self._rids.keys())):
            text = "UNWIND $ids AS i MATCH (n:Entity {id: i}) RETURN i AS id, elementId(n) AS rid"
            found = {row["id"]: str(row["rid"]) for row in self._rows("opencypher", text, ids=ids)}
            if strange := set(ids) - found.keys():
                raise StoreError(f"A link ends at {min(strange)}, which is no node; load it anew.")
            self._rids |= found
        self._declare((), self._links)
        if not self._links:
            return
        with self.database.graph_batch() as bulk:
            for name, links in sorted(self._links.items()):
                starts, stops = ([self._rids[i] for i in some] for some in links.ends)
                bulk.new_edges(starts, name, stops, links.properties)
                self.links_created += len(starts)

    # --- Nodes that nothing speaks of -------------------------------------------------------------

    def _remove_orphans(self) -> None:
        suspects = self._suspects
        while suspects:
            following: set[str] = set()
            for ids in batches(sorted(suspects)):
                orphans = self._rows(
                    "opencypher",
                    "UNWIND $ids AS i MATCH (n:Entity {id: i}) WHERE n._docs IS NULL "
                    "AND NOT EXISTS { (n)<--(other) WHERE other.id <> i } "
                    "RETURN i AS id, [(n)-[r]->(m) | m.id] AS ends",
                    ids=ids,
                )
                for orphan in orphans:
                    following.update(set(orphan["ends"]) - {orphan["id"]})
                    self.links_deleted += len(orphan["ends"])
                    if self._traces.pop(orphan["id"], None):
                        self.nodes_changed -= 1
                gone = [orphan["id"] for orphan in orphans]
                self.nodes_deleted += len(gone)
                if gone:
                    self._run("UNWIND $ids AS i MATCH (n:Entity {id: i}) DETACH DELETE n", ids=gone)
            suspects = following

    # --- Proof ------------------------------------------------------------------------------------

    def missing(self, database: Any, release: Release) -> str | None:
        """What a database opened anew lacks of what was written; None if it is whole.

        ``release`` has the counts that are due.  Both ends of all links and the entries of the
        index are counted, and each node that was written is looked up with its links.
        """
        [counts] = database.query(
            "sql",
            "SELECT count(id) AS nodes, sum(outE().size()) AS starts, sum(inE().size()) AS ends "
            "FROM Entity",
        ).to_list()
        # A scan does not read the index, whose last pages may be missing as well.
        [index] = database.query(
            "sql", "SELECT count(*) AS indexed FROM index:`Entity[id]`"
        ).to_list()
        counts |= index
        due = {"nodes": release.nodes, "starts": release.relationships}
        due |= {"ends": release.relationships, "indexed": release.nodes}
        for name, number in due.items():
            if (counts[name] or 0) != number:
                found = "indexed nodes" if name == "indexed" else name
                return f"it has {counts[name]} {found} instead of {number}"
        right = sum(
            self._traces[r["id"]] == (r["digest"], r["links"]) for r in self._read(database)
        )
        wrong = len(self._traces) - right
        return f"{wrong} nodes are not as they were written" if wrong else None

    def _read(self, database: Any) -> Iterator[dict[str, Any]]:
        found = (
            "RETURN n.id AS id, n._digest AS digest, "
            "reduce(s = 0, x IN [(n)-[r]->(m:Entity) | size(keys(r))] | s + x + 1) AS links"
        )
        if self.new:
            yield from database.query("opencypher", f"MATCH (n:Entity) {found}").iter_dicts()
            return
        for ids in batches(self._traces):
            text = f"UNWIND $ids AS i MATCH (n:Entity {{id: i}}) {found}"
            yield from database.query("opencypher", text, {"ids": ids}).to_list()


class _Links:
    """The links of one type that are to come."""

    def __init__(self) -> None:
        self.ends: tuple[list[str], list[str]] = ([], [])
        self.rows: list[dict[str, Value]] = []
        self.bare = True

    @property
    def properties(self) -> list[dict[str, Value]] | None:
        """The properties of each; None where none has any, which the engine takes faster."""
        return None if self.bare else self.rows

    def add(self, start: str, link: Link) -> None:
        self.ends[0].append(start)
        self.ends[1].append(link.end)
        self.rows.append(link.properties)
        self.bare = self.bare and not link.properties


def _in_short_files(kind: str, name: str, more: str = "") -> list[str]:
    """Statements that make a type; its files are called like it where a file can be called so."""
    if len(quote(name, safe="")) <= LONGEST_NAME:
        return [f"CREATE {kind} TYPE `{name}` IF NOT EXISTS{more}"]
    bucket = "t_" + hashlib.blake2b(name.encode(), digest_size=16).hexdigest()
    return [
        f"CREATE BUCKET `{bucket}` IF NOT EXISTS",
        f"CREATE {kind} TYPE `{name}` IF NOT EXISTS{more} BUCKET `{bucket}`",
    ]


def quoted(name: str) -> str:
    """A label or type between backticks; StoreError where it is not what our names are made of."""
    if not _NAME.fullmatch(name):
        raise StoreError(f"'{name}' cannot name a label or a relationship type; load it anew.")
    return f"`{name}`"


def _key(name: str, end: str, properties: dict[str, Value]) -> str:
    return json.dumps([name, end, properties], sort_keys=True)


def _trace(row: LinkedNode) -> tuple[Value | None, int]:
    """What is looked up again: the digest, and the number of links and of their properties."""
    links = sum(len(link.properties) for link in row.links) + len(row.links)
    return row.properties.get("_digest"), links


def _length(value: Value) -> int:
    if isinstance(value, str):
        return len(value)
    return sum(map(_length, value)) if isinstance(value, list) else 8

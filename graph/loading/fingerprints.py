"""Whether a store still is what was loaded: each node with its links against its fingerprint.

A database on a server can be edited by whoever has its password, in Neo4j Browser for instance.
What a load wrote bears a fingerprint of labels, properties and outgoing links, so a changed one is
found by reading all there is, once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.projection.nodes import LinkedNode
from graph.projection.project import with_digest
from graph.projection.unproject import Unprojector
from graph.stores.base import Release, Store
from ontology import StoreError

SHOWN = 20


@dataclass
class Audit:
    """What differs from what was loaded.

    ``changed`` are the ids of nodes that are not as they were loaded, with their names; ``added``
    those of nodes that no load made; ``strangers`` are nodes that are not even called ours.  The
    counts are what is there and what is due.
    """

    changed: dict[str, str] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    counts: tuple[int, int] = (0, 0)
    due: tuple[int, int] = (0, 0)
    documents: set[str] = field(default_factory=set)

    @property
    def clean(self) -> bool:
        """Whether all is as it was loaded."""
        return not (self.changed or self.added or self.strangers) and self.counts == self.due

    def lines(self) -> Iterator[str]:
        """What differs, a phrase each; beyond some only how many."""
        found = [
            f"{_named(id_, name)}: its labels, properties or relationships are not as they were loaded"
            for id_, name in self.changed.items()
        ]
        found += [f"{id_}: no load made this node" for id_ in self.added]
        found += [f"{stranger}: it is not Expediente's" for stranger in self.strangers]
        for what, there, due in zip(("nodes", "relationships"), self.counts, self.due, strict=True):
            if there != due:
                found.append(f"{there} {what} are there, {due} were loaded")
        yield from found[:SHOWN]
        if len(found) > SHOWN:
            yield f"and {len(found) - SHOWN} more"


def audit(store: Store) -> Audit:
    """Reads all nodes and relationships of a store and compares them with their fingerprints.

    Raises StoreError where a load comes between.
    """
    found = Audit()
    release = store.release()
    if release is None:
        return found
    keys = {d.key for d in release.documents}
    nodes = links = 0
    for row in store.scan():
        nodes += 1
        links += len(row.links)
        if is_whole(row):
            continue
        documents = {d.removeprefix("+") for d in _texts(row.properties.get("_docs"))}
        if "_digest" in row.properties or documents & keys:
            found.changed[row.id] = str(row.properties.get("name", ""))
            found.documents |= documents & keys
        else:
            found.added.append(row.id)
    found.counts = nodes, links
    found.due = release.nodes, release.relationships
    found.strangers = store.strangers()
    if not found.clean:
        found.documents |= _incomplete(store, release)
    return found


def is_whole(row: LinkedNode) -> bool:
    """Whether a node has the fingerprint of what it has."""
    return fingerprint(row) == row.properties.get("_digest")


def fingerprint(row: LinkedNode) -> str:
    """The fingerprint that a node would get as it is."""
    bare = {k: v for k, v in row.properties.items() if k != "_digest"}
    return str(with_digest(row._replace(properties=bare)).properties["_digest"])


def _incomplete(store: Store, release: Release) -> set[str]:
    """The documents of which not all triples are there, or more."""
    reader = Unprojector(release.names, store.long_names())
    counts: Counter[str] = Counter()
    for row in store.scan():
        try:
            for _, documents in reader.said(row):
                counts.update(documents)
        except (KeyError, ValueError, TypeError):  # somebody's property: its node is named already
            continue
    return {d.key for d in release.documents if counts[d.key] != d.quads}


def _texts(value: object) -> list[str]:
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def refused(store: Store, found: Audit, missing: list[str], remedy: str) -> StoreError:
    """The store was edited, and what it was loaded from is not at hand."""
    what = "; ".join(found.lines())
    return StoreError(
        f"{store.url} was changed by others ({what}), and {', '.join(missing)} would have to be "
        f"read again; {remedy}. Nothing was written."
    )


def edited(store: Store, ids: Iterable[str]) -> list[str]:
    """Those of some nodes that others changed, as ids with names."""
    changed = {
        row.id: str(row.properties.get("name", ""))
        for row in store.scan(ids=ids)
        if not is_whole(row)
    }
    return [_named(id_, name) for id_, name in changed.items()]


def _named(id_: str, name: str) -> str:
    return f"{id_} ({name})" if name else id_

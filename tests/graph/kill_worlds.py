"""What the killed loads load: four states of a store, and what they hold, known without any store."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from graph.loading.change import Incoming, gather
from graph.loading.difference import Ledger
from graph.loading.documents import load, unload
from graph.projection.nodes import LinkedNode, nodes_of
from graph.proof.canonical import proof
from graph.stores import Store
from graph.stores.base import Document
from tests.in_memory import project_documents

EMPTY, KEPT, FIRST, SECOND = "empty", "kept", "first", "second"
WORLDS: dict[str, tuple[tuple[str, int], ...]] = {
    EMPTY: (),
    KEPT: (("kept", 1),),
    FIRST: (("kept", 1), ("other", 1)),
    SECOND: (("kept", 1), ("other", 2)),
}
"""The documents of each state, with their versions."""
ACTIONS = {
    "first load": (EMPTY, FIRST),
    "further document": (KEPT, FIRST),
    "replacing load": (FIRST, SECOND),
    "unload": (FIRST, KEPT),
}
THINGS = 90


def _text(key: str, version: int) -> str:
    """A document in TriG: links, hubs, shared quads, graphs, blank nodes, odd values."""
    chance = random.Random(f"{key} {version}")
    lines = ["@prefix ex: <http://example.org/> ."]
    for i in range(THINGS if key == "other" else THINGS // 3):
        if version == 2 and i % 5 == 0:
            continue
        changed = version if i % 3 == 0 else 1
        lines += [
            f'ex:t{i} a ex:Kind{i % 3} ; ex:note "{key} {i} {changed}"@en , "nota {i}"@es ;',
            f'  ex:size {i} , "0{i}"^^<http://www.w3.org/2001/XMLSchema#integer> ;',
            f"  ex:near ex:t{chance.randrange(THINGS)} ; ex:hub ex:hub ;",
            f"  ex:only{changed} ex:end{i // 4}_{changed} .",
            f"ex:g{i % 2} {{ ex:t{i} ex:near ex:t0 . _:{key}{i} ex:far ex:t{i} , _:{key}{i // 2} }}",
        ]
    lines += [f'ex:extra{i} ex:note "{i}" ; ex:hub ex:t{i} .' for i in range(20 * (version - 1))]
    return "\n".join(lines)


@cache
def incoming(key: str, version: int) -> Incoming:
    text = _text(key, version)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(key, f"{key}.trig", digest, 0)
    return gather(document, ox.parse(text, format=ox.RdfFormat.TRIG))


@dataclass(frozen=True)
class World:
    """What a store holds in one of its states, computed without any store."""

    name: str
    rows: str
    nodes: int
    relationships: int
    quads: Mapping[str, frozenset[ox.Quad]]
    proofs: Mapping[str, str]
    digests: Mapping[str, str]


@cache
def world(name: str) -> World:
    documents = WORLDS[name]
    quads = {
        key: list(dict.fromkeys(ox.parse(_text(key, version), format=ox.RdfFormat.TRIG)))
        for key, version in documents
    }
    rows = list(nodes_of(project_documents(quads, ())))
    return World(
        name,
        content(rows),
        len(rows),
        sum(len(row.links) for row in rows),
        {key: frozenset(found) for key, found in quads.items()},
        {key: proof(found).hash for key, found in quads.items()},
        {key: incoming(key, version).document.digest for key, version in documents},
    )


def content(rows: Sequence[LinkedNode]) -> str:
    """A hash of all nodes with all that they hold, but for the fingerprints."""
    digest = hashlib.sha256()
    for row in sorted(rows, key=lambda row: row.id):
        properties = {k: v for k, v in sorted(row.properties.items()) if k != "_digest"}
        digest.update(repr((row.id, row.labels, properties, sorted(map(repr, row.links)))).encode())
    return digest.hexdigest()


def act(store: Store, action: str) -> Ledger:
    """One change, as ``kg load`` and ``kg unload`` make it."""
    before, after = (dict(WORLDS[name]) for name in ACTIONS[action])
    if gone := sorted(before.keys() - after.keys()):
        return unload(store, gone)
    coming = [incoming(k, v) for k, v in after.items() if before.get(k) != v]
    return load(store, coming)

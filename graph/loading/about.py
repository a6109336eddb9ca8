"""What documents say of one thing without a claim: foreign properties, links, and links to it."""

from __future__ import annotations

from typing import NamedTuple

from graph.projection.names import Names, identifier, name_of, readable
from graph.projection.statements import STRING, TRIPLE
from graph.projection.unproject import Unprojector
from graph.stores.base import KNOWLEDGE, Store
from graph.vocabulary import OBJECT, PREDICATE, SUBJECT, TYPE
from ontology import KG

_NAMED = (
    "MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS id, n.name AS name, n._docs AS documents"
)
_TO = (
    "MATCH (x:Entity)-[r]->(n:Entity {id: $id}) WHERE r.claims IS NULL "
    "RETURN x.id AS id, x.name AS name, type(r) AS type, x._docs AS documents"
)


class Told(NamedTuple):
    """One statement: the name of its predicate in the graph, with its label if there is one.

    ``object_id`` is None for a literal; ``^`` before the predicate says that the other thing is the
    subject.
    """

    predicate: str
    object: str
    object_id: str | None


def told(store: Store, id_: str, *, limit: int = 1000) -> list[Told]:
    """What documents other than the knowledge say of a node, in a fixed order.

    Of links to it at most ``limit``.
    """
    release = store.release()
    rows = list(store.scan(ids=[id_]))
    if release is None or not rows:
        return []
    reader = Unprojector(release.names, store.long_names())
    names = Names(dict(release.names))
    found: list[tuple[str, str, str | None]] = []
    for one, documents in reader.said(rows[0]):
        if KNOWLEDGE in documents or one.predicate in (TYPE, SUBJECT, PREDICATE, OBJECT):
            continue
        if one.tag is None:
            found.append((one.predicate, one.value, identifier(one.value)))
        else:
            found.append((one.predicate, _literal(one.tag, one.value), None))
    named = _names(store, [end for _, _, end in found if end] + [p for p, _, _ in found])
    said = []
    for predicate, value, end in found:
        key = names.type(predicate) if end else names.key(predicate)
        said.append(Told(_labelled(key, predicate, named), named.get(end or "", value), end))
    for row in store.read(_TO, {"id": id_}, limit=limit).records:
        speaking = {d.removeprefix("+") for d in row["documents"] or ()}
        if speaking - {KNOWLEDGE}:
            predicate = names.type_iri(row["type"])
            if not predicate.startswith(KG):
                said.append(Told("^" + row["type"], row["name"], row["id"]))
    return sorted(set(said), key=lambda t: (t.predicate, t.object, t.object_id or ""))


def _names(store: Store, ids: list[str]) -> dict[str, str]:
    wanted = sorted({identifier(name_of(i)) for i in ids})
    rows = store.read(_NAMED, {"ids": wanted}).records
    return {row["id"]: row["name"] for row in rows}


def _labelled(key: str, predicate: str, named: dict[str, str]) -> str:
    """A predicate's name in the graph, with the label that a document gives it."""
    label = named.get(identifier(name_of(predicate)))
    plain = predicate.rstrip("#/").replace("#", "/").rpartition("/")[2]
    if label is None or label == plain or readable(label).lower() in key.lower():
        return key
    return f"{key} ({label})"


def _literal(tag: str, value: str) -> str:
    if tag == TRIPLE:
        return f"<<( {value} )>>"
    return f"{value} {tag}" if tag.startswith("@") and tag != STRING else value

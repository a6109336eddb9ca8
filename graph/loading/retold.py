"""Corrections of how claims are told, loaded without reading or deriving anything else.

The sheets that a load read are kept beside an embedded snapshot.  If the hash of sheets, ontology,
rules and code still is the snapshot's for them, what differs from them is all that is new.  Where
that is more than the telling of claims, or a node is not what these sheets make of it, nothing is
taken from here, and all is read.  A server has no place for the sheets.
"""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from graph.claims.corrected import retold
from graph.claims.infer import predicates_read
from graph.claims.rdf import DERIVED, kg
from graph.loading.change import Incoming, Telling
from graph.loading.grouping import by_subject
from graph.loading.knowledge import as_document, generation, knowledge_folder
from graph.projection.names import Names, identifier, term_of
from graph.projection.nodes import LinkedNode
from graph.projection.project import Projector, with_digest
from graph.projection.statements import Statement, statements
from graph.stores.base import KNOWLEDGE, Document, Release, Store
from ontology import SheetError, StoreError

SHEETS = "sheets"


def keep_sheets(store: Store, release: Release) -> None:
    """Keeps the sheets beside the snapshot that was made of them; where it can't, nobody is told."""
    document = release.document(KNOWLEDGE)
    if document is None:
        return
    with contextlib.suppress(OSError, StoreError):
        kept = _kept_folder(store, document)
        if kept is not None:
            folder = _folder(document)
            (kept / "claims").mkdir(parents=True, exist_ok=True)
            for path in (*folder.glob("*.csv"), *folder.glob("claims/*.csv")):
                shutil.copyfile(path, kept / path.relative_to(folder))


def told_anew(store: Store, release: Release, folder: Path | None) -> Incoming | None:
    """The sheets of a folder as a correction of those that a store holds; None where they are more."""
    held = release.document(KNOWLEDGE)
    if held is None or held.names or held.prefixes:
        return None
    if any(d.informs for d in release.documents if d != held):
        return None  # what others say in our terms may rest on these claims
    try:
        kept = _kept_folder(store, held)
        if kept is None or not kept.is_dir() or generation(kept) != held.digest:
            return None
        found = retold(kept, folder or knowledge_folder())
    except (OSError, StoreError, SheetError):  # who reads all sheets will tell
        return None
    if not found:
        return None
    before = by_subject(statements(q for old, _ in found.values() for q in old))
    after = by_subject(statements(q for _, new in found.values() for q in new))
    derived = _derived(store, before, after)
    if derived is None:
        return None
    more = sum(map(len, after.values())) - sum(map(len, before.values()))
    document = replace(as_document(folder), quads=held.quads + more, informs=held.informs)
    return Incoming(document, after, telling=Telling(release.generation, derived))


def _folder(document: Document) -> Path:
    return Path(document.folder) if document.folder else knowledge_folder()


def _kept_folder(store: Store, document: Document) -> Path | None:
    """Where the sheets of a document are kept; its folder's name is part of their hash."""
    place = store.cache_folder()
    return None if place is None else place / SHEETS / _folder(document).name


def _derived(
    store: Store, before: dict[str, list[Statement]], after: dict[str, list[Statement]]
) -> dict[str, list[Statement]] | None:
    """What follows about the nodes of claims; None where it may change, or a node is another one."""
    rows = {row.id: row for row in store.scan(ids=map(identifier, before))}
    found: dict[str, list[Statement]] = {}
    for name, said in before.items():
        if any(one.predicate in predicates_read() for one in set(said) ^ set(after[name])):
            return None
        row = rows.get(name)
        drawn = ox.Quad(term_of(name), kg("drawn"), ox.Literal(_is_drawn(row)), DERIVED)
        found[name] = [one for _, one in statements([drawn])]
        node = Projector(Names()).node(name, said, (KNOWLEDGE,), found[name])
        if row is None or with_digest(node).properties["_digest"] != row.properties.get("_digest"):
            return None
    return found


def _is_drawn(row: LinkedNode | None) -> bool:
    return row is not None and row.properties.get("drawn") is True

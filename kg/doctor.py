"""What works on this machine, what does not, and how to mend the store."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import closing
from importlib import metadata
from pathlib import Path

from graph.stores import Address, Store, open_store
from kg.session import address_of
from ontology import ExpedienteError, ForeignDatabase, OtherVersion, StoreError

PARTS = ("neo4j", "pyoxigraph", "rdflib", "typer", "pyshacl", "edtf")
REPAIR = "kg doctor --repair"

Finding = tuple[str, str, bool]
"""A part, its state with the remedy where it needs one, and whether it is well."""


def examine(url: str | None) -> Iterator[Finding]:
    """Looks at everything that a question needs; nothing is changed."""
    from queries.kept import cache_folder

    yield "python", platform.python_version(), True
    for name in ("expediente", *PARTS):
        try:
            yield name, metadata.version(name), True
        except metadata.PackageNotFoundError:
            yield name, "missing; reinstall Expediente", False
    yield "cache", *_writable(cache_folder())
    try:
        address = address_of(url)
    except ExpedienteError as error:
        yield "store", str(error), False
        return
    yield from _engine(needed=address.embedded)
    yield from _store(address)


def _writable(folder: Path) -> tuple[str, bool]:
    existing = folder
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    if existing.is_dir() and os.access(existing, os.W_OK):
        return str(folder), True
    return f"{folder} cannot be written; mend the folder's rights or name another", False


def _engine(needed: bool) -> Iterator[Finding]:
    from graph.stores import engine_version

    try:
        yield "embedded engine", engine_version(), True
    except ExpedienteError as error:
        yield "embedded engine", str(error), not needed


def _store(address: Address) -> Iterator[Finding]:
    with closing(open_store(address)) as store:
        try:
            if address.embedded:
                yield "store folder", *_writable(address.path)
            yield from _content(store, address)
        except ExpedienteError as error:
            yield "store", str(error), False


def _content(store: Store, address: Address) -> Iterator[Finding]:
    from graph.loading import is_stale
    from graph.sparql import copy_damage

    remedy = f"run 'kg load --store {address.url}'"
    release = store.release()
    if release is None:
        state = "it is built on first use" if address.own else remedy
        yield "store", f"{store.url}: empty; {state}", address.own
        return
    damaged = _damage(store)
    state = f"{store.url}: {release.nodes} nodes, generation {release.generation[:12]}"
    yield "store", f"{state}, but {damaged}; run '{REPAIR}'" if damaged else state, not damaged
    if broken := copy_damage(store):
        told = f"{', '.join(broken)} changed since it was written"
        yield "copy for SPARQL", f"{told}; 'kg sparql' writes it anew before it answers", False
    if count := store.own_notes():
        yield "notes", f"{count} of yours (label Note), which nothing here touches", True
    if is_stale(store):
        state = "it is built anew on next use" if address.own else remedy
        yield "knowledge", f"the packaged sheets have changed; {state}", address.embedded


def _damage(store: Store) -> str | None:
    """What is no longer as it was loaded: files, then nodes and relationships."""
    from graph.loading import audit

    broken = [] if store.shared else store.damage()
    if broken:
        return ", ".join(broken)
    found = audit(store)
    return None if found.clean else f"it was changed by others: {'; '.join(found.lines())}"


def mend(url: str | None) -> Iterator[str]:
    """Undoes what a killed load left, and makes a store whole again, with all its documents.

    What others have edited is mended, what an older version wrote is written anew.  An embedded
    store that is damaged is built anew with the packaged knowledge alone if it had that, and what is
    gone is named.  Where somebody named a store that holds nothing, it stays so.
    """
    from graph.loading import load, packaged_too, read_packaged
    from graph.stores import KNOWLEDGE, Document

    address = address_of(url)
    with closing(open_store(address)) as store:
        read_packaged()  # bad sheets are found before anything is removed
        yield from store.repair()
        lost: list[Document] = []
        if not store.shared and not _is_whole(store):
            lost = store.documents()
            for name in store.clear():
                yield f"removed {name}"
            for document in lost:
                if document.key != KNOWLEDGE:
                    yield f"{document.name} is gone with it; load it again: kg load {document.name}"
                elif document.folder:
                    yield (
                        f"{document.name} is gone with it; load it again: "
                        f"kg load --knowledge {document.folder}"
                    )
        held = store.held()
        knowledge = held.document(KNOWLEDGE) if held else None
        if held is None:
            ours = address.own or any(d.key == KNOWLEDGE and not d.folder for d in lost)
            if not ours and (strangers := store.strangers()):
                raise ForeignDatabase(
                    f"{store.url} holds what is not Expediente's ({'; '.join(strangers)}); name an "
                    "empty database with KG_DATABASE or use another server. Nothing was written."
                )
            if not ours:
                yield f"{store.url} holds nothing; 'kg load --store {store.url}' loads into it"
                return
        else:
            ours = knowledge is not None and knowledge.folder is None
        ledger = load(store, packaged_too(store, [], None) if ours else [])
        yield from ledger.report.notes
        release = ledger.report.release
    yield f"{release.nodes} nodes, {release.relationships} relationships in {store.url}"


def _is_whole(store: Store) -> bool:
    """Whether a store can be read as it was written; OtherVersion for one of a newer version."""
    try:
        if store.held() is None:
            return True
        store.release()
    except OtherVersion as error:
        if error.newer:
            raise
    except StoreError:
        return False
    return not store.damage()

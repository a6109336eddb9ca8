"""What works on this machine, what does not, and how to mend the store."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import closing
from importlib import metadata
from pathlib import Path

from graph.stores import Address, Release, Store, open_store
from kg.session import address_of
from ontology import ExpedienteError, StoreError

PARTS = ("neo4j", "pyoxigraph", "rdflib", "typer", "pyshacl", "edtf")
REPAIR = "kg doctor --repair"

Finding = tuple[str, str, bool]
"""A part, its state with the remedy where it needs one, and whether it is well."""


def examine(url: str | None) -> Iterator[Finding]:
    """Looks at everything that a question needs; nothing is changed."""
    from queries.catalogue import cache_folder

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
    from graph.loading import generation
    from graph.stores import KNOWLEDGE

    remedy = f"run 'kg load --store {address.url}'"
    release = store.release()
    if release is None:
        state = "it is built on first use" if address.embedded else remedy
        yield "store", f"{store.url}: empty; {state}", address.embedded
        return
    damaged = ", ".join(store.damage())
    state = f"{store.url}: {release.nodes} nodes, generation {release.generation[:12]}"
    yield "store", f"{state}, but {damaged}; run '{REPAIR}'" if damaged else state, not damaged
    knowledge = release.document(KNOWLEDGE)
    if knowledge is not None and knowledge.digest != generation():
        state = "it is built anew on next use" if address.embedded else remedy
        yield "knowledge", f"the packaged sheets have changed; {state}", address.embedded


def mend(url: str | None) -> Iterator[str]:
    """Undoes what a killed load left, and makes the store's knowledge whole again.

    An embedded store that is damaged is built anew, with the packaged knowledge alone.
    """
    from graph.loading import load, read_packaged, restore
    from graph.stores import KNOWLEDGE

    with closing(open_store(address_of(url))) as store:
        sheets = read_packaged()  # bad ones are found before anything is removed
        yield from store.repair()
        release = _release_or_none(store)
        removed = store.clear() if release is None or store.damage() else []
        if removed:
            for name in removed:
                yield f"removed {name}"
            for document in release.documents if release else ():
                if document.key != KNOWLEDGE:
                    yield f"{document.name} is gone with it; load it again: kg load {document.name}"
            release = None
        if release is None:
            release = load(store, [sheets]).report.release
        elif release.document(KNOWLEDGE) is not None:
            release = restore(store, sheets).report.release
    yield f"{release.nodes} nodes, {release.relationships} relationships in {store.url}"


def _release_or_none(store: Store) -> Release | None:
    try:
        return store.release()
    except StoreError:
        return None

"""The knowledge that ships with the software comes into a store, and is brought up to date."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from graph.loading.change import Incoming
from graph.loading.documents import load
from graph.loading.knowledge import (
    generation,
    is_current,
    is_stale,
    knowledge_folder,
    read_packaged,
)
from graph.loading.retold import told_anew
from graph.stores.base import KNOWLEDGE, LoadReport, Store
from ontology import OtherVersion

__all__ = [
    "generation",
    "is_current",
    "is_stale",
    "knowledge_folder",
    "load_packaged",
    "make_current",
    "packaged_too",
    "read_packaged",
]


def packaged_too(store: Store, incoming: list[Incoming], folder: Path | None) -> list[Incoming]:
    """Adds the packaged knowledge, or that of a folder of sheets; it is only read if it is new."""
    release = None
    with suppress(OtherVersion):  # whose digest says nothing
        release = store.release()
    held = release.document(KNOWLEDGE) if release else None
    if held is not None and held.digest == generation(folder):
        return [*incoming, Incoming(held, {}, again=lambda: read_packaged(folder))]
    told = told_anew(store, release, folder) if release and not incoming else None
    if told is not None:
        return [replace(told, again=lambda: read_packaged(folder))]
    return [*incoming, read_packaged(folder)]


def make_current(store: Store, *, own: bool = True) -> None:
    """Builds an empty store of our own from the packaged sheets, brings one that is behind up to date.

    What somebody named is only written anew where another version wrote it.
    """
    held = store.held()
    knowledge = held.document(KNOWLEDGE) if held else None
    ours = held is None or (knowledge is not None and knowledge.folder is None)
    load(store, packaged_too(store, [], None) if own and ours else [])


def load_packaged(store: Store, folder: Path | None = None) -> LoadReport:
    """Makes a store hold the packaged knowledge; nothing is written if it does already.

    Other documents stay.
    """
    return load(store, packaged_too(store, [], folder)).report

"""Loading: a document is added, replaced or removed, and only the difference is written.

A document is what one load brings.  A node keeps which documents speak of it, so that any of them
can be replaced or removed by itself; a quad that two documents share stays while one remains.
What rules conclude is computed anew only where the change can matter to them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from graph.loading.change import (
    Incoming,
    gather,
)
from graph.loading.difference import Change, Ledger
from graph.loading.fingerprints import Audit, audit, refused
from graph.loading.knowledge import generation, read_packaged
from graph.projection.unproject import Unprojector, quads_of
from graph.reading.inputs import link_out, origin
from graph.reading.quads import Input, fingerprint, key_of, read
from graph.stores.base import (
    CODEC,
    KNOWLEDGE,
    Document,
    Release,
    Store,
    pinned,
)
from ontology import ForeignDatabase, OtherVersion, StoreError, UserError


def read_documents(store: Store, inputs: Sequence[Input]) -> list[Incoming]:
    """Reads files; one that the store holds as it is is not parsed."""
    held = {d.key: d for d in held_as_now(store)}
    return [_read_document(source, held) for source in inputs]


def held_as_now(store: Store) -> tuple[Document, ...]:
    """The documents that a store holds as this version writes them."""
    held, older = _held(store)
    return held.documents if held and not older else ()


def _held(store: Store) -> tuple[Release | None, bool]:
    """What a store holds, and whether an older version wrote it; OtherVersion for a newer one."""
    try:
        return store.release(), False
    except OtherVersion as error:
        if error.newer:
            raise
        return store.held(), True


def described(source: Input) -> Document:
    """A file as a document, before it is read: its key, name, origin and digest."""
    key, syntax, sha256 = key_of(source.name), source.format.name, fingerprint(source)
    return _with_digest(
        Document(key, source.name, "", 0, syntax, source.base, sha256, origin=origin(source))
    )


def _with_digest(document: Document) -> Document:
    """A file's document with the digest that this version gives it."""
    what = [CODEC, document.name, document.format, document.base, document.sha256]
    return replace(document, digest=hashlib.sha256(json.dumps(what).encode()).hexdigest())


def check_places(store: Store, inputs: Sequence[Input]) -> None:
    """UserError for a file that would replace another one which only has its name.

    It is the same file as before if it stands where that stood, or holds the same bytes; a name
    that a person gives means the document of that name.
    """
    release = store.held()
    held = {d.key: d for d in release.documents} if release else {}
    for source in inputs:
        before = held.get(key_of(source.name))
        where = origin(source)
        if before is None or where is None or before.sha256 is None or before.origin is None:
            continue
        if where != before.origin or source.path is None:
            if fingerprint(source) == before.sha256:
                continue
            what = "came from another place" if source.path else "is there already"
            raise UserError(
                f"{source.path or source.name}: the document '{source.name}' of {store.url} {what}; "
                "keep both with --name NAME, or replace it with --replace."
            )


def _read_document(source: Input, held: Mapping[str, Document]) -> Incoming:
    document = described(source)
    found = held.get(document.key)
    if found is not None and found.digest == document.digest:
        return Incoming(found, {}, again=lambda: _gathered(source, document))
    return _gathered(source, document)


def _gathered(source: Input, document: Document) -> Incoming:
    notes: list[str] = []
    if target := link_out(source):
        notes.append(f"{source.name} is a link out of its folder, to {target}.")
    prefixes: dict[str, str] = {}
    incoming = gather(document, read(source, notes=notes, prefixes=prefixes), prefixes)
    if not incoming.document.quads:
        notes.append(f"{source.name} says nothing: no triple was found in it.")
    incoming.notes = notes
    return incoming


def telling(store: Store, incoming: list[Incoming]) -> list[Incoming]:
    """Without files that say nothing and would replace nothing: they need no document.

    In an empty store they stay, so that it is known what was loaded into it.
    """
    release = store.held()
    if release is None:
        return incoming
    held = {d.key for d in release.documents}
    return [one for one in incoming if one.document.quads or one.document.key in held]


def load(store: Store, incoming: Collection[Incoming], *, only: bool = False) -> Ledger:
    """Adds documents to a store, or replaces those of the same keys, all or nothing.

    ``only`` removes all others.  Loading what is there already changes nothing; what others have
    edited meanwhile is mended, and what an older version wrote is written anew.
    """
    notes = store.repair(running=False)
    held, older = _held(store)
    keys = {i.document.key for i in incoming}
    others = [d.key for d in held.documents if d.key not in keys] if held and only else []
    return _changed(store, held, older, incoming, others).apply(notes)


def unload(store: Store, keys: Collection[str]) -> Ledger:
    """Removes documents and only them; else like :func:`load`."""
    notes = store.repair(running=False)
    held, older = _held(store)
    return _changed(store, held, older, [], keys).apply(notes)


def _changed(
    store: Store,
    held: Release | None,
    older: bool,
    incoming: Collection[Incoming],
    removed: Collection[str],
) -> Change:
    if older or removed or len(incoming) > 1 or not _is_of(held, incoming):
        incoming = [i.whole if i.telling else i for i in incoming]
    if held is None:
        return Change(store, held, incoming, removed)
    if older:
        return _rewritten(store, held, incoming, removed)
    found = audit(store) if store.shared else None
    if found is None or found.clean:
        return Change(store, held, incoming, removed)
    return _mended(store, held, found, incoming, removed)


def _is_of(held: Release | None, incoming: Collection[Incoming]) -> bool:
    """Whether claims that are told anew are those of what a store holds."""
    now = held.generation if held else None
    return all(i.telling is None or i.telling.generation == now for i in incoming)


def _rewritten(
    store: Store, held: Release, incoming: Collection[Incoming], removed: Collection[str]
) -> Change:
    """All that an older version wrote, read once more, to be written in this version's way."""
    comes = {i.document.key for i in incoming} | set(removed)
    stays = [_reread(store, held, d) for d in held.documents if d.key not in comes]
    found = [*(i.whole for i in incoming), *stays]
    change = Change(store, held, found, removed, thorough=True, anew=True)
    names = ", ".join(d.name for d in held.documents)
    change.notes.append(
        f"{store.url} was written by an older version and is written anew; it held {names}."
    )
    return change


def _reread(store: Store, held: Release, document: Document) -> Incoming:
    reader = Unprojector(held.names, store.long_names())
    rows = store.scan(documents=[document.key])
    now = _with_digest(document) if document.sha256 else document
    try:
        found = gather(now, quads_of(rows, reader, document.key), document.prefixes)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise _unreadable(store, held, document, 0) from error
    if found.document.quads != document.quads:
        raise _unreadable(store, held, document, found.document.quads)
    return found


def _unreadable(store: Store, held: Release, document: Document, count: int) -> StoreError:
    names = ", ".join(d.name for d in held.documents)
    return StoreError(
        f"{store.url} was written by an older version of Expediente, and of {document.name} "
        f"{count} of {document.quads} triples can be read; nothing was written: load its documents "
        f"({names}) into another store, with --store."
    )


def _mended(
    store: Store,
    held: Release,
    found: Audit,
    incoming: Collection[Incoming],
    removed: Collection[str],
) -> Change:
    """The change together with all that it takes to undo what others have edited."""
    if found.strangers:
        raise ForeignDatabase(
            f"{store.url} holds what is not Expediente's ({'; '.join(found.strangers)}); take it "
            "out, or name a database of its own with KG_DATABASE. Nothing was written."
        )
    whole = {i.document.key: i.whole for i in incoming}
    knowledge = held.document(KNOWLEDGE)
    if knowledge and KNOWLEDGE in found.documents and KNOWLEDGE not in {*whole, *removed}:
        folder = Path(knowledge.folder) if knowledge.folder else None
        if (folder is None or folder.is_dir()) and generation(folder) == knowledge.digest:
            whole[KNOWLEDGE] = read_packaged(folder)
    missing = [d for d in held.documents if d.key in found.documents - whole.keys() - set(removed)]
    if missing:
        files = " ".join(d.name for d in missing if d.key != KNOWLEDGE)
        remedy = f"load them: kg load {files}".rstrip()
        raise refused(store, found, [d.name for d in missing], remedy)
    change = Change(store, held, list(whole.values()), removed, thorough=True)
    change.notes.append(f"{store.url} was changed by others, which has been mended:")
    change.notes += [f"  {line}" for line in found.lines()]
    return change


def document_quads(store: Store, key: str | None = None) -> Iterator[ox.Quad]:
    """The asserted quads of a store: of one document, or of all, each once.

    Raises StoreError where the store holds no such document.
    """
    release, long_names, rows = pinned(store, key)
    if release is None or (key is not None and release.document(key) is None):
        raise StoreError(f"{store.url} holds no document '{key}'; 'kg documents' lists them.")
    try:
        yield from quads_of(rows, Unprojector(release.names, long_names), key)
    except (KeyError, ValueError) as error:
        raise StoreError(
            f"{store.url} holds what no load wrote ({error}); 'kg doctor' names it, "
            "'kg doctor --repair' mends it."
        ) from error

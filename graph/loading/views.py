"""A view of a store as a store of its own: the claims that count, and all that follows from them.

What rules conclude, what queries count and what they find missing is right by construction, since
nothing else is there.  A view lies in the user's cache folder, whatever store it is of, and belongs
to one generation of the graph; two days on which the same claims count share one.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.files import write_text
from graph.loading.kept import made_of
from graph.stores import Address, Store, open_store
from graph.stores.base import Release
from ontology import StoreBusy, StoreError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from graph.claims.chosen import Chosen, View

MOST_KEPT = 12  # views on the disk; those that were not used for longest go
SECONDS = 120.0  # that another command may take to build the same one
PAUSE = 0.1
FACTS = "view.json"


@dataclass
class Viewed:
    """The store of a view, or of all where all counts, and what must be known of it."""

    store: Store
    release: Release  # of the graph that it is a view of
    undated: frozenset[str]  # claims of which nothing says when they are so


Building = Callable[[], AbstractContextManager[Any]]


def viewed(
    store: Store, view: View, timeout: float | None = None, building: Building = nullcontext
) -> Viewed:
    """The view of what a store holds now; it is built if there is none.

    ``building`` is entered while it is built.  Raises UserError where nothing counts.
    """
    release = store.release()
    if release is None:
        raise StoreError(f"{store.url} is empty; run 'kg load --store {store.url}'.")
    place = views_folder() / f"{_mark(release, view)}.json"
    told = _read(place)
    if told is None:
        with building():
            told = _build(store, release, view, place)
    if told["store"] is None:
        found = store
    else:
        folder = views_folder() / told["store"]
        with suppress(OSError):
            folder.touch()
        found = open_store(Address(f"embedded:{folder}", folder), timeout)
    return Viewed(found, release, frozenset(told["undated"]))


def views_folder() -> Path:
    """The user's folder for views."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("expediente", appauthor=False)) / "views"


def _mark(release: Release, view: View) -> str:
    what = json.dumps([made_of(release), view.key])
    return hashlib.sha256(what.encode()).hexdigest()[:32]


def _read(place: Path) -> dict[str, Any] | None:
    """What is known of a view; None where it has to be built."""
    try:
        told = json.loads(place.read_text("utf-8"))
        whole = told["store"] is None or (place.parent / told["store"] / FACTS).is_file()
        return {name: told[name] for name in ("store", "undated")} if whole else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _build(store: Store, release: Release, view: View, place: Path) -> dict[str, Any]:
    from graph.claims.chosen import Chosen
    from graph.claims.counted import Record
    from graph.loading.documents import document_quads

    said = {d.key: list(document_quads(store, d.key)) for d in release.documents}
    chosen = Chosen(Record(quad for quads in said.values() for quad in quads), view)
    told: dict[str, Any] = {
        "store": None,
        "undated": chosen.undated if view.as_of else [],
    }
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not chosen.is_everything:
            told["store"] = _loaded(release, chosen, said, place.parent)
        write_text(place, json.dumps(told))
    except OSError as error:
        raise StoreError(
            f"The view in {place.parent} could not be written ({error}); make room on the disk."
        ) from error
    _forget(place.parent, told["store"])
    return told


def _loaded(release: Release, chosen: Chosen, said: dict[str, list[ox.Quad]], place: Path) -> str:
    """Makes the store of a view, unless there is one of the same claims; its name."""
    what = [made_of(release), sorted((i, c.rank) for i, c in chosen.claims.items())]
    what.append(sorted(chosen.sources))
    digest = hashlib.sha256(json.dumps(what).encode()).hexdigest()
    folder = place / digest[:32]
    end = time.monotonic() + SECONDS
    while not (folder / FACTS).is_file():
        try:
            _load(release, chosen, said, folder, digest)
        except StoreBusy:  # another command builds it
            if time.monotonic() > end:
                raise
            time.sleep(PAUSE)
    return folder.name


def _load(
    release: Release, chosen: Chosen, said: dict[str, list[ox.Quad]], folder: Path, digest: str
) -> None:
    from graph.loading.change import gather
    from graph.loading.documents import load

    incoming = []
    for document in release.documents:
        own = hashlib.sha256(f"{digest}\0{document.digest}".encode()).hexdigest()
        quads = chosen.quads(said[document.key])
        incoming.append(gather(replace(document, digest=own), quads))
    store = open_store(Address(f"embedded:{folder}", folder))
    try:
        load(store, incoming, only=True)
    finally:
        store.close()
    write_text(folder / FACTS, json.dumps({"of": release.generation}))


def _forget(folder: Path, kept: str | None) -> None:
    """Removes the views that were not used for longest; what is in use elsewhere stays whole there."""
    with suppress(OSError):
        stores = [path for path in folder.iterdir() if path.is_dir() and path.name != kept]
        stores.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in stores[MOST_KEPT - 1 :]:
            shutil.rmtree(path, ignore_errors=True)
        for path in folder.glob("*.json"):
            if _read(path) is None:
                path.unlink()

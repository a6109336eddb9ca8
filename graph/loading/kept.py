"""What rules have concluded, kept beside an embedded snapshot: nobody need infer it again.

A file belongs to one generation of the graph, and to the rules and the code that made it.  Its first
line has the hash of the rest, so what is damaged is made anew.  A server has no place for it here.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from graph.files import write_whole
from graph.stores import Release, Store
from ontology import FILES as ONTOLOGY_FILES
from ontology import ROOM as ONTOLOGY_ROOM
from ontology import StoreError

PREFIX = "derived-"
_SUFFIX = ".nq"

Conclusions = tuple[list[ox.Quad], set[ox.Quad]]
"""What follows, in its order, and what is said in our terms without a claim."""


def made_of(release: Release) -> str:
    """A name for a generation as this version of the software, rules and engine reads it."""
    return hashlib.sha256(f"{release.generation}\0{_software()}".encode()).hexdigest()[:32]


@cache
def _software() -> str:
    digest = hashlib.sha256(f"{ox.__version__}\0".encode())
    rules = sorted((ONTOLOGY_ROOM / "rules").glob("*.rq"))
    code = sorted(Path(__file__).parents[1].rglob("*.py"))
    for path in (*ONTOLOGY_FILES, *rules, *code):
        # By its place as well: files of two rooms may have one name.
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def keep(store: Store, release: Release, follows: list[ox.Quad], bare: Collection[ox.Quad]) -> None:
    """Writes conclusions beside the snapshot, if it has a place that can be written."""
    with contextlib.suppress(OSError, StoreError):
        path = _place(store, release)
        if path is None:
            return
        quads = [*follows, *sorted(bare, key=str)]
        rest = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
        head = f"# {hashlib.sha256(rest).hexdigest()} {len(follows)}\n".encode()
        write_whole(path, lambda file: file.write(head + rest))
        for other in path.parent.glob(f"{PREFIX}*{_SUFFIX}"):
            if other != path:
                other.unlink(missing_ok=True)


def kept(store: Store, release: Release) -> Conclusions | None:
    """The conclusions that were kept; None where there are none, or not as they were written."""
    try:
        path = _place(store, release)
        if path is None:
            return None
        head, _, rest = path.read_bytes().partition(b"\n")
        _, digest, count = head.decode("ascii").split(" ")
        if hashlib.sha256(rest).hexdigest() != digest:
            return None
        quads = list(ox.parse(rest, format=ox.RdfFormat.N_QUADS))
        return quads[: int(count)], set(quads[int(count) :])
    except (OSError, ValueError, SyntaxError, StoreError):
        return None


def _place(store: Store, release: Release) -> Path | None:
    """The file for a release; None where there is no folder, or the store holds another by now."""
    folder = store.cache_folder()
    now = store.release()
    if folder is None or now is None or now.generation != release.generation:
        return None
    return folder / f"{PREFIX}{made_of(release)}{_SUFFIX}"

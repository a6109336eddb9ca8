"""What rules have concluded, kept beside an embedded snapshot: nobody need infer it again.

A file belongs to one generation of the graph, and to the rules and the code that made it.  Its first
line has the hash of the rest, so what is damaged is made anew.  A server has no place for it here.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from graph.claims.infer import as_quads
from graph.claims.rdf import Fact
from graph.files import write_whole
from graph.stores import Release, Store
from ontology import FILES as ONTOLOGY_FILES
from ontology import ROOM as ONTOLOGY_ROOM
from ontology import StoreError

PREFIX = "derived-"
_SUFFIX = ".nq"
_BATCH = 2_000  # facts and quads that are written together

Conclusions = tuple[list[ox.Quad], set[ox.Quad]]
"""What follows, in its order, and what is said in our terms without a claim."""


def made_of(release: Release) -> str:
    """A name for a state as this version of the software, rules and engine reads it."""
    return hashlib.sha256(f"{release.state}\0{_software()}".encode()).hexdigest()[:32]


@cache
def _software() -> str:
    digest = hashlib.sha256(f"{ox.__version__}\0".encode())
    rules = sorted((ONTOLOGY_ROOM / "rules").glob("*.rq"))
    code = sorted(Path(__file__).parents[1].rglob("*.py"))
    for path in (*ONTOLOGY_FILES, *rules, *code):
        # By its place as well: files of two rooms may have one name.
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


class Keeping:
    """Writes conclusions down while they go by, for the release that will hold them.

    Where nothing can be kept, nothing is, and nobody is told: they can be inferred again.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._digest, self._count = hashlib.sha256(), 0
        self._file: IO[bytes] | None = None
        if _has_place(store):
            with contextlib.suppress(OSError):
                self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is kept

    def through(self, follows: Iterable[Fact | ox.Quad]) -> Iterator[Fact | ox.Quad]:
        """The same."""
        batch: list[Fact | ox.Quad] = []
        for one in follows:
            batch.append(one)
            if len(batch) == _BATCH:
                self._write(batch)
                batch = []
            yield one
        self._write(batch)

    def as_before(self, release: Release | None) -> None:
        """Takes what is kept for a release, of which the conclusions stay as they are."""
        found = _kept_text(self.store, release) if release else None
        if found is None:
            self.close()
        elif self._file is not None:
            text, self._count = found
            self._digest.update(text)
            try:
                self._file.write(text)
            except OSError:
                self.close()

    def _write(self, found: Iterable[Fact | ox.Quad]) -> None:
        if self._file is None:
            return
        quads = list(as_quads(found))
        text = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
        self._count += len(quads)
        self._digest.update(text)
        try:
            self._file.write(text)
        except OSError:
            self.close()

    def keep(self, release: Release, bare: Collection[ox.Quad]) -> None:
        """Puts what was written beside the snapshot of a release, with what has no claim."""
        if self._file is None:
            return
        follows = self._count
        self._write(sorted(bare, key=str))
        with contextlib.suppress(OSError, StoreError):
            path = _place(self.store, release)
            if path is not None and self._file is not None:
                head = f"# {self._digest.hexdigest()} {follows}\n".encode()
                write_whole(path, partial(_copied, head, self._file))
                for other in path.parent.glob(f"{PREFIX}*{_SUFFIX}"):
                    if other != path:
                        other.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Forgets what was written."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None


def _copied(head: bytes, rest: IO[bytes], file: IO[bytes]) -> None:
    file.write(head)
    rest.seek(0)
    shutil.copyfileobj(rest, file)


def _has_place(store: Store) -> bool:
    try:
        return store.cache_folder() is not None
    except StoreError:  # it is empty: there will be one
        return True


def kept(store: Store, release: Release) -> Conclusions | None:
    """The conclusions that were kept; None where there are none, or not as they were written."""
    found = _kept_text(store, release)
    if found is None:
        return None
    text, count = found
    try:
        quads = list(ox.parse(text, format=ox.RdfFormat.N_QUADS))
    except (ValueError, SyntaxError):
        return None
    return quads[:count], set(quads[count:])


def _kept_text(store: Store, release: Release) -> tuple[bytes, int] | None:
    """The lines that were kept, if they are as they were written, and how many of them follow."""
    try:
        path = _place(store, release)
        if path is None:
            return None
        head, _, rest = path.read_bytes().partition(b"\n")
        _, digest, count = head.decode("ascii").split(" ")
        return (rest, int(count)) if hashlib.sha256(rest).hexdigest() == digest else None
    except (OSError, ValueError, StoreError):
        return None


def _place(store: Store, release: Release) -> Path | None:
    """The file for a release; None where there is no folder, or the store holds another by now."""
    folder = store.cache_folder()
    now = store.release()
    if folder is None or now is None or now.generation != release.generation:
        return None
    return folder / f"{PREFIX}{made_of(release)}{_SUFFIX}"

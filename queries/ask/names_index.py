"""The names index: a file for each generation of a graph, in which names are looked up.

It is made once and never changes.  Beside an embedded snapshot it lies in the snapshot's folder,
for a server in the user's cache folder; the user alone may read it.  It is believed only if it is
what was made of this generation: its name says of what and by which code, a seal beside it has its
digest.  A small file is read against its digest each time it is opened, a large one whenever the
system says that it was touched since it was last found whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.files import write_text
from graph.stores import Store
from ontology import ROOM as ONTOLOGY_ROOM
from ontology import StoreError
from queries.catalogue import catalogue
from queries.kept import YAML_READER, cache_folder

PREFIX = "names-"
SMALL = 8_000_000  # bytes that are read each time
MOST_TRIES = 3  # where the graph changes while it is read
_CODE = (
    "names.py",
    "names_build.py",
    "names_index.py",
    "naming.py",
    "relations.py",
    "series.py",
    "spelling.py",
    "times.py",
    "usual.py",
    "words.py",
)
SCHEMA = """
CREATE TABLE entity (n INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT, name_es TEXT, names TEXT,
    labels INTEGER NOT NULL, first TEXT, last TEXT);
CREATE TABLE labels (k INTEGER PRIMARY KEY, labels TEXT NOT NULL UNIQUE);
CREATE TABLE word (w INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, sound TEXT, proper INTEGER,
    many INTEGER NOT NULL DEFAULT 0);
CREATE TABLE name (key TEXT, n INTEGER, cost INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE part (w INTEGER, n INTEGER, alone INTEGER, PRIMARY KEY (w, n)) WITHOUT ROWID;
CREATE TABLE rest (rest INTEGER, w INTEGER, PRIMARY KEY (rest, w)) WITHOUT ROWID;
CREATE TABLE ordinary (text TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE usual (query TEXT, col TEXT, kind TEXT, PRIMARY KEY (query, col, kind)) WITHOUT ROWID;
CREATE TABLE stems (predicate TEXT, stem TEXT, PRIMARY KEY (predicate, stem)) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX entity_id ON entity (id);
CREATE INDEX entity_labels ON entity (labels);
CREATE INDEX word_sound ON word (sound) WHERE sound IS NOT NULL;
"""

Build = Callable[[sqlite3.Connection, Store], None]
Fill = Callable[[sqlite3.Connection], None]


def opened(store: Store, build: Build) -> sqlite3.Connection:
    """The index of what a store holds now, read-only; it is made if there is none that is whole.

    Where nothing can be written it is made in memory.  Raises StoreError where the store is empty
    or keeps changing.
    """
    for _ in range(MOST_TRIES):
        state = _state(store)
        places = [folder / _name(store, state) for folder in folders(store)]
        for place in places:
            if is_whole(place):
                return connected(place)
        made = _made(store, build, places)
        if _state(store) == state:
            return made
        made.close()  # another load came between; what was read is no graph of anybody's
    raise StoreError(f"{store.url} changes all the time; ask again when it has been loaded.")


def _state(store: Store) -> str:
    release = store.release()
    if release is None:
        raise StoreError(f"{store.url} is empty; run 'kg load --store {store.url}'.")
    return release.state


def folders(store: Store) -> Iterator[Path]:
    """Where an index may lie, the best place first."""
    if beside := store.cache_folder():
        yield beside
    address = hashlib.sha256(store.identity.encode()).hexdigest()[:16]
    yield cache_folder() / "names" / address


def _name(store: Store, state: str) -> str:
    """A name for a state as this version of the software makes an index of it."""
    digest = hashlib.sha256(f"{store.identity}\0{state}\0".encode())
    room = Path(__file__).parent
    digest.update(catalogue().fingerprint.encode())
    data = (room / "lexicon" / "names.yaml", ONTOLOGY_ROOM / "kg.ttl", YAML_READER)
    read = (room / "reads").glob("*.cypher")
    code = (room.parent / "folding.py", *(room / name for name in _CODE), *sorted(read))
    for path in (*code, *data):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{PREFIX}{digest.hexdigest()[:32]}.sqlite"


# --- Whole or not ---------------------------------------------------------------------------------


def is_whole(place: Path) -> bool:
    """Whether an index is there as it was made."""
    try:
        seal = json.loads(_seal(place).read_text("utf-8"))
        if seal["size"] != place.stat().st_size:
            return False
        if seal["size"] > SMALL and seal["touched"] == _touched(place):
            return True
        if seal["digest"] != _digest(place):
            return False
    except (OSError, ValueError, KeyError, TypeError):
        return False
    if seal["size"] > SMALL:
        with contextlib.suppress(OSError):
            _write_seal(place, seal["digest"])
    return True


def _seal(place: Path) -> Path:
    return place.with_suffix(".json")


def _touched(place: Path) -> list[int]:
    """What the system changes whenever somebody writes to a file or puts another in its place."""
    found = place.stat()
    return [found.st_ino, found.st_mtime_ns, found.st_ctime_ns]


def _digest(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_seal(place: Path, digest: str) -> None:
    seal = {"size": place.stat().st_size, "digest": digest, "touched": _touched(place)}
    write_text(_seal(place), json.dumps(seal), private=True)


# --- Made -----------------------------------------------------------------------------------------


def _made(store: Store, build: Build, places: list[Path]) -> sqlite3.Connection:
    for place in places:
        try:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{PREFIX}", dir=place.parent)  # mode 0600
        except OSError:
            continue
        os.close(handle)
        building = Path(name)
        try:
            write_index(building, lambda connection: build(connection, store))
            _publish(building, place)
        except (OSError, sqlite3.Error):
            continue  # no room here
        finally:
            building.unlink(missing_ok=True)
        return connected(place)
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _build(connection, lambda index: build(index, store))
    return connection


def write_index(path: Path, fill: Fill) -> None:
    """Makes an index in a file that nobody reads yet; OSError or sqlite3.Error if it can't."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        # Nobody else sees the file before it is whole, so nothing needs to be undone in it.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        _build(connection, fill)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _build(connection: sqlite3.Connection, fill: Fill) -> None:
    connection.executescript(SCHEMA)
    fill(connection)
    connection.executescript(INDEXES)
    connection.execute("ANALYZE")
    connection.commit()


def _publish(building: Path, place: Path) -> None:
    """The seal goes first: an index with a wrong seal is made anew, one without is too."""
    digest = _digest(building)
    _seal(place).unlink(missing_ok=True)
    building.replace(place)
    _write_seal(place, digest)
    for old in place.parent.glob(f"{PREFIX}*"):
        if old.stem != place.stem:
            with contextlib.suppress(OSError):  # another system keeps what somebody has open
                old.unlink()


def connected(place: Path) -> sqlite3.Connection:
    """An index, to be read only: nobody writes into it any more."""
    return sqlite3.connect(
        f"{place.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )

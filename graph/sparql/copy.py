"""The copy of a store that answers SPARQL: an Oxigraph database in a folder, whatever the size.

A copy belongs to one generation of the graph and never changes.  Beside an embedded snapshot it
lies in the snapshot's folder, for a server in the user's cache folder, readable by the user alone.
It is built under another name and renamed, so a killed build leaves nothing that counts.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import itertools
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from graph.claims.infer import ontology_quads
from graph.export.describe import Survey, description
from graph.loading.derived import derived_quads
from graph.loading.documents import document_quads
from graph.seal import damaged, seal
from graph.stores import Release, Store
from ontology import ROOM as ONTOLOGY_ROOM
from ontology import StoreError

PREFIX = "sparql-"
BUILDING = ".building-sparql-"
BATCH = 250_000  # quads held in memory while a copy is built
STALE_BUILD_SECONDS = 3600
MOST_TRIES = 3  # where the graph changes while it is copied


def copy_of(store: Store) -> Path:
    """The folder of the copy for what the store holds now; it is built if there is none.

    Raises StoreError where the store is empty, keeps changing, or nothing can be written.
    """
    for _ in range(MOST_TRIES):
        release = store.release()
        if release is None:
            raise StoreError(f"{store.url} is empty; run 'kg load --store {store.url}'.")
        places = list(_places(store, release))
        for folder in places:
            if _is_whole(folder):
                return folder
        building, place = _new_folder(places)
        try:
            _build(store, release, building)
            if _same(store, release):
                _publish(building, place)
                return place
        except OSError as error:
            raise StoreError(
                f"The copy for SPARQL in {place.parent} could not be written ({error}); "
                "make room on the disk; the graph is as it was."
            ) from error
        except StoreError:
            if _same(store, release):
                raise
            # Another load came between; what was read is no graph of anybody's.
        finally:
            shutil.rmtree(building, ignore_errors=True)
    raise StoreError(f"{store.url} changes all the time; run the query when it has been loaded.")


def sparql_of(store: Store) -> ox.Store:
    """An in-memory SPARQL store of all that a graph store holds, as one graph.

    A query may ask it with or without the union of graphs: each triple is there once.
    """
    found = ox.Store()
    kept = ox.Store.read_only(str(copy_of(store)))
    found.bulk_extend(kept.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    return found


def discard(folder: Path) -> None:
    """Removes a copy that turned out to be damaged; the next query builds it anew."""
    with contextlib.suppress(OSError):
        aside = Path(tempfile.mkdtemp(prefix=BUILDING, dir=folder.parent))
        folder.rename(aside / folder.name)  # at once, while the removal takes its time
        shutil.rmtree(aside, ignore_errors=True)


def _same(store: Store, release: Release) -> bool:
    now = store.release()
    return now is not None and now.generation == release.generation


def _places(store: Store, release: Release) -> Iterator[Path]:
    """Where the copy may be, the best place first; the last one ends with this process."""
    name = _name(release)
    if beside := store.cache_folder():
        yield beside / name
    address = hashlib.sha256(store.identity.encode()).hexdigest()[:16]
    yield cache_folder() / address / name


def cache_folder() -> Path:
    """The folder for copies of servers, and of snapshots that cannot be written."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("expediente", appauthor=False)) / "sparql"


def _name(release: Release) -> str:
    """A name for a generation as this version of the software, rules and engine copies it."""
    digest = hashlib.sha256(f"{release.generation}\0{ox.__version__}\0".encode())
    rules = sorted((ONTOLOGY_ROOM / "rules").glob("*.rq"))
    room = Path(__file__).parents[1]
    code = sorted(room.rglob("*.py"))
    for path in (ONTOLOGY_ROOM / "kg.ttl", *rules, *code):
        # By its place as well: files of two rooms may have one name.
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes() + b"\0")
    return PREFIX + digest.hexdigest()[:32]


def _new_folder(places: list[Path]) -> tuple[Path, Path]:
    """An empty folder to build in, for nobody else to read, and the place it is meant for."""
    for place in places:
        with contextlib.suppress(OSError):
            if place.parent.parent == cache_folder():
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sweep(place.parent)
            return Path(tempfile.mkdtemp(prefix=BUILDING, dir=place.parent)), place
    try:
        folder = Path(tempfile.mkdtemp(prefix="expediente-"))
        building = Path(tempfile.mkdtemp(prefix=BUILDING, dir=folder))
    except OSError as error:
        raise StoreError(
            f"{places[-1].parent} cannot be written ({error.strerror}); mend the folder's rights "
            "or name another with XDG_CACHE_HOME."
        ) from error
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return building, folder / places[-1].name


def _sweep(parent: Path) -> None:
    """Removes what killed builds left behind."""
    for path in parent.glob(BUILDING + "*"):
        with contextlib.suppress(OSError):  # another process may sweep as well
            if time.time() - path.stat().st_mtime > STALE_BUILD_SECONDS:
                shutil.rmtree(path, ignore_errors=True)


def _build(store: Store, release: Release, folder: Path) -> None:
    database = ox.Store(str(folder))
    for batch in _batches(_contents(store, release)):
        database.bulk_extend(batch)
    database.optimize()
    database.flush()
    del database  # closes it
    seal(folder, folder.iterdir())
    for path in folder.iterdir():
        path.chmod(0o600)


def _is_whole(folder: Path) -> bool:
    """Whether a copy is there as it was built; the engine would read a changed file as it is."""
    try:
        return not damaged(folder)
    except PermissionError:  # somebody else's
        return False


def _contents(store: Store, release: Release) -> Iterator[ox.Quad]:
    """All quads of a copy; the survey learns on the way which document has which."""
    survey = Survey(release)
    for document in release.documents:
        yield from _merged(survey.passing(document_quads(store, document.key), document.key))
    derived = derived_quads(store)
    yield from _merged(survey.passing(derived))
    yield from _merged(ontology_quads())
    # Not merged: a description must not show in what a query counts.
    yield from description(survey, derived=bool(derived))


def _batches(quads: Iterator[ox.Quad]) -> Iterator[Iterator[ox.Quad]]:
    """Parts that the engine can sort in bounded memory."""
    for first in quads:
        yield itertools.chain((first,), itertools.islice(quads, BATCH - 1))


def _merged(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Quads in their graphs and, without GRAPH, in the merge of all graphs.

    The engine's own union would give a triple as often as there are graphs that hold it, and
    counts would be wrong.
    """
    for quad in quads:
        yield quad
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            yield ox.Quad(quad.subject, quad.predicate, quad.object)


def _publish(building: Path, place: Path) -> None:
    """Gives a whole copy its name; copies of other generations beside it go."""
    if place.exists() and not _is_whole(place):
        discard(place)
    try:
        building.rename(place)
    except OSError:
        if not _is_whole(place):  # else another process was first, with the same quads
            raise
    for path in place.parent.glob(PREFIX + "*"):
        if path != place:
            shutil.rmtree(path, ignore_errors=True)

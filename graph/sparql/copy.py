"""The copy of a store that answers SPARQL: an Oxigraph database in a folder, whatever the size.

Which of its graphs a query is about can be chosen (:mod:`graph.sparql.cells`).

A copy belongs to one generation of the graph and never changes.  Beside an embedded snapshot it
lies in the snapshot's folder, for a server in the user's cache folder, readable by the user alone.
It is built under another name and renamed, so a killed build leaves nothing that counts.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import itertools
import json
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from graph.claims.infer import ontology_quads
from graph.export.describe import Survey, description
from graph.files import write_text
from graph.loading.derived import Derived
from graph.loading.documents import document_quads
from graph.loading.kept import made_of
from graph.seal import damaged, seal
from graph.sparql.cells import (
    COPYS_OWN,
    ONTOLOGY_ALONE,
    ONTOLOGY_DERIVED,
    ONTOLOGY_SAID,
    SAID_IN_NAMED,
    GraphName,
    places_of,
    said_place,
)
from graph.sparql.terms import as_loaded, as_loaded_quad, marked_quad
from graph.stores import Release, Store
from graph.vocabulary import GRAPH_UNCLAIMED
from ontology import StoreError

PREFIX = "sparql-"
BUILDING = ".building-sparql-"
FACTS = "facts.json"  # what must be known of a copy before it is asked
BATCH = 250_000  # quads held in memory while a copy is built
SMALL = 20_000  # nodes of a graph that is sorted in memory and written at once
UNCLAIMED = ox.NamedNode(GRAPH_UNCLAIMED)
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


def copy_damage(store: Store) -> list[str]:
    """The files of the store's copy that are not as they were written; none where there is no copy."""
    release = store.release()
    if release is None:
        return []
    found: list[str] = []
    for folder in filter(Path.is_dir, _places(store, release)):
        with contextlib.suppress(PermissionError):  # somebody else's
            found += [str(folder / name) for name in damaged(folder, thoroughly=True)]
    return found


def sparql_of(store: Store) -> ox.Store:
    """An in-memory SPARQL store of all that a graph store holds, as one graph.

    A query may ask it with or without the union of graphs: each triple is there once.
    """
    folder = copy_of(store)
    found = ox.Store()
    kept = ox.Store.read_only(str(folder))
    everything = ("asserted", "derived", "ontology")
    places = places_of(everything, facts_of(folder)["merged"], set(kept.named_graphs()))
    found.bulk_extend(
        ox.Quad(quad.subject, quad.predicate, as_loaded(quad.object))
        for place in places
        for quad in kept.quads_for_pattern(None, None, None, place)
    )
    return found


def facts_of(folder: Path) -> dict[str, bool]:
    """What a copy says of itself: ``marked``, whether literals stand under datatypes of their own,
    and ``merged``, whether the default graph holds what is asserted and what follows once more."""
    try:
        return {
            name: bool(value)
            for name, value in json.loads((folder / FACTS).read_text("utf-8")).items()
        }
    except (OSError, ValueError, AttributeError) as error:
        raise StoreError(
            f"The copy for SPARQL in {folder} cannot be read ({error}); run 'kg doctor --repair'."
        ) from error


def discard(folder: Path) -> None:
    """Removes a copy that turned out to be damaged; the next query builds it anew."""
    with contextlib.suppress(OSError):
        aside = Path(tempfile.mkdtemp(prefix=BUILDING, dir=folder.parent))
        folder.rename(aside / folder.name)  # at once, while the removal takes its time
        shutil.rmtree(aside, ignore_errors=True)


def _same(store: Store, release: Release) -> bool:
    now = store.release()
    return now is not None and now.state == release.state


def _places(store: Store, release: Release) -> Iterator[Path]:
    """Where the copy may be, the best place first; the last one ends with this process."""
    name = PREFIX + made_of(release)
    if beside := store.cache_folder():
        yield beside / name
    address = hashlib.sha256(store.identity.encode()).hexdigest()[:16]
    yield cache_folder() / address / name


def cache_folder() -> Path:
    """The folder for copies of servers, and of snapshots that cannot be written."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("expediente", appauthor=False)) / "sparql"


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
    # Each part that is written makes a dozen files, and only of few is the child shut in whole.
    first = ox.Store() if release.nodes <= SMALL else database
    filling = _Filling(first, Derived(store), ontology_quads())
    filling.fill(store, release)
    if first is not database:
        database.bulk_extend(first)
    database.optimize()
    database.flush()
    facts = {"marked": filling.marked, "merged": filling.merged}
    del filling, first, database  # closes it
    write_text(folder / FACTS, json.dumps(facts))
    seal(folder, folder.iterdir())
    for path in folder.iterdir():
        path.chmod(0o600)


def _is_whole(folder: Path) -> bool:
    """Whether a copy is there as it was built; the engine would read a changed file as it is."""
    try:
        return not damaged(folder)
    except PermissionError:  # somebody else's
        return False


class _Filling:
    """Puts the quads of a store into a copy: graphs as they are, and what can be chosen.

    What is said in our terms without a claim stays in its named graph, else has one of its own, and
    cannot be chosen: no query without GRAPH takes it for a fact.
    """

    def __init__(self, database: ox.Store, derived: Derived, ontology: list[ox.Quad]) -> None:
        self.database = database
        self.derived = [marked_quad(quad) for quad in derived.quads]
        self.unclaimed = derived.unclaimed
        self.apart: set[ox.Quad] = set()
        self.ontology = [marked_quad(quad) for quad in ontology]
        self.merged = bool(derived.quads)
        self.marked = False  # whether a literal stands under a datatype of its own
        self._named = False

    def fill(self, store: Store, release: Release) -> None:
        """All of it; the survey learns on the way which document has which."""
        survey = Survey(release)
        for document in release.documents:
            said = survey.passing(document_quads(store, document.key), document.key)
            self._add(itertools.chain.from_iterable(map(self._asserted, said)))
        if self._named:
            self._add(self._only_named())
        survey.take(map(as_loaded_quad, self.derived))
        self._add(self.derived)
        self._add(_quad(quad.triple) for quad in self.derived)
        self._add(self.ontology)
        self._add(self._ontology_apart())
        # Not to be chosen: a description must not show in what a query counts.
        self._add(map(marked_quad, description(survey, derived=bool(self.derived))))

    def _add(self, quads: Iterable[ox.Quad]) -> None:
        """In parts that the engine can sort in bounded memory."""
        coming = iter(quads)
        for first in coming:
            part = itertools.chain((first,), itertools.islice(coming, BATCH - 1))
            self.database.bulk_extend(part)

    def _is_said(self, triple: ox.Triple) -> bool:
        return _quad(triple, said_place(self.merged)) in self.database

    def _placed(self, triple: ox.Triple, place: GraphName) -> Iterator[ox.Quad]:
        """A triple where it can be chosen, and where all that is data lies."""
        yield _quad(triple, place)
        if self.merged:
            yield _quad(triple)

    def _asserted(self, quad: ox.Quad) -> Iterator[ox.Quad]:
        kept = marked_quad(quad)
        self.marked = self.marked or kept is not quad
        if quad in self.unclaimed:
            named = not isinstance(kept.graph_name, ox.DefaultGraph)
            kept = kept if named else _quad(kept.triple, UNCLAIMED)
            self.apart.add(kept)
            yield kept
        elif isinstance(kept.graph_name, ox.DefaultGraph):
            yield from self._placed(kept.triple, said_place(self.merged))
        else:
            self._named = True
            yield kept

    def _only_named(self) -> Iterator[ox.Quad]:
        """Triples that stand in named graphs and not in the default graph."""
        for quad in self.database:
            if isinstance(quad.graph_name, ox.DefaultGraph) or quad.graph_name in COPYS_OWN:
                continue
            if quad not in self.apart and not self._is_said(quad.triple):
                yield from self._placed(quad.triple, SAID_IN_NAMED)

    def _ontology_apart(self) -> Iterator[ox.Quad]:
        """The ontology's triples that others do not hold, for choices of it and others."""
        follows = {quad.triple for quad in self.derived}
        for quad in self.ontology:
            triple = quad.triple
            said = self._is_said(triple) or _quad(triple, SAID_IN_NAMED) in self.database
            if said and triple not in follows:
                yield _quad(triple, ONTOLOGY_SAID)
            elif not said:
                yield _quad(triple, ONTOLOGY_DERIVED if triple in follows else ONTOLOGY_ALONE)


def _quad(triple: ox.Triple, place: GraphName | None = None) -> ox.Quad:
    """A triple in a graph, by default the default graph."""
    s, p, o = triple
    return ox.Quad(s, p, o, ox.DefaultGraph() if place is None else place)


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

"""What every store can do, what goes in, and what it gives back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from ontology import OtherVersion, StoreError

if TYPE_CHECKING:
    from graph.projection.nodes import LinkedNode, PropertyGraph

Record = dict[str, Any]
KNOWLEDGE = "knowledge"  # the document of the packaged sheets
PIN_TRIES = 5  # of pinning a state while loads come one after another
CODEC = 5  # of the projection; a store of an older one is read once more and written anew


@dataclass(frozen=True)
class Document:
    """What one load brought: the packaged sheets, a file, standard input.

    ``digest`` is a hash of the content and of how it was read, so an equal digest means equal
    quads; ``names`` are the names that were made for its foreign terms, with their IRIs, and
    ``prefixes`` those in them that the file, or one before it, declares for a namespace;
    ``informs`` says that rules may conclude something from it; ``folder`` is where sheets were read
    that are not the packaged ones; ``origin`` is a hash of the place of a file that nobody gave a
    name, by which another file of the same name is known.
    """

    key: str
    name: str
    digest: str
    quads: int
    format: str = ""
    base: str | None = None
    sha256: str | None = None
    informs: bool = False
    names: dict[str, str] = field(default_factory=dict)
    folder: str | None = None
    origin: str | None = field(default=None, compare=False)
    prefixes: dict[str, str] = field(default_factory=dict)


def document_of(row: object) -> Document:
    """A document of what a store wrote down; what a newer version knows beside is left out.

    Raises ValueError where that is not what a load wrote.
    """
    if not isinstance(row, dict):
        raise ValueError("what it says of a document is no object")
    given: Record = {}
    for one in fields(Document):
        if one.name not in row:
            if one.name in _DUE:
                raise ValueError(f"it says of a document no '{one.name}'")
            continue
        value = row[one.name]
        kind = _KINDS.get(one.name, str)
        if type(value) is not kind and not (value is None and one.default is None):
            raise ValueError(f"what it says as '{one.name}' of a document is no {_CALLED[kind]}")
        if isinstance(value, dict) and not all(isinstance(v, str) for v in value.values()):
            raise ValueError(f"what it says as '{one.name}' of a document is not all text")
        given[one.name] = value
    return Document(**given)


_DUE = ("key", "name", "digest", "quads")
_KINDS: dict[str, type] = {"quads": int, "informs": bool, "names": dict, "prefixes": dict}
_CALLED = {str: "text", int: "whole number", bool: "truth value", dict: "object"}


@dataclass(frozen=True)
class Release:
    """What a store holds: a hash of all that went in, and counts of what came out."""

    generation: str
    nodes: int = 0
    relationships: int = 0
    codec: int = CODEC
    documents: tuple[Document, ...] = ()
    load: str | None = field(default=None, compare=False)

    @property
    def state(self) -> str:
        """What is made of the store is kept under this name: the generation, and the load behind it.

        Somebody may edit a server, and what was read meanwhile holds the edit.  The load that mends
        it brings the same generation back, but is another load.
        """
        return self.generation if self.load is None else f"{self.generation}\0{self.load}"

    @property
    def names(self) -> dict[str, str]:
        """The names of all foreign terms, with their IRIs."""
        found: dict[str, str] = {}
        for document in self.documents:
            found |= document.names
        return dict(sorted(found.items()))

    def document(self, key: str) -> Document | None:
        """The document of a key."""
        return next((d for d in self.documents if d.key == key), None)


class State(NamedTuple):
    """A node's fingerprint (``_digest``) and the documents that speak of it (``_docs``)."""

    id: str
    digest: str | None
    documents: tuple[str, ...]


def spelled(documents: Iterable[str]) -> list[str]:
    """How documents stand in ``_docs``: of all that is said of a node, or of some of it."""
    return [way + key for key in documents for way in ("", "+")]


def state(id_: str, digest: str | None, documents: Iterable[str] | None) -> State:
    """A state of what a node has as ``_digest`` and ``_docs``."""
    return State(id_, digest, tuple(d.removeprefix("+") for d in documents or ()))


@dataclass
class Difference:
    """What a load changes, node by node.

    ``created`` are nodes that the store has not, maybe as a generator that is consumed once, in
    which each node may link to any other that is created, changed or there; ``changed`` are whole
    new states of nodes that it has.  Nodes of which nothing is said (without ``_docs``) go when
    nothing points to them any more: those among ``changed``, and the ends of links that went.
    """

    created: Iterable[LinkedNode] = ()
    changed: Iterable[LinkedNode] = ()
    recount: bool = False  # somebody may have changed the store by hand
    anew: bool = False  # another version wrote the store: these nodes are all that shall be there


@dataclass(frozen=True)
class Rows:
    """Result rows; ``truncated`` says that the row limit cut them."""

    columns: list[str]
    records: list[Record]
    truncated: bool = False


@dataclass
class LoadReport:
    """What a load did to a store."""

    release: Release
    nodes_created: int = 0
    nodes_changed: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(
            self.nodes_created
            or self.nodes_changed
            or self.nodes_deleted
            or self.relationships_created
            or self.relationships_deleted
        )


class Store(Protocol):
    """A property graph that changes from one whole state to the next, and is read by Cypher.

    Values that come back are text, numbers, booleans, None, lists and maps; a node is a map with
    ``labels``, a relationship a map with ``type``.
    """

    @property
    def url(self) -> str:
        """The address, without secrets."""

    @property
    def shared(self) -> bool:
        """Whether others may write into it, so that each node must be looked at to be trusted."""

    @property
    def identity(self) -> str:
        """What tells it from any other store, for names in a cache; without secrets."""

    def cache_folder(self) -> Path | None:
        """A folder that goes with what the store holds now, for files made of it.

        None where the store has no folder on this machine.  Raises StoreError where it is empty.
        """

    def release(self) -> Release | None:
        """What the store holds, or None where it holds nothing of ours.

        Raises OtherVersion where another version wrote it.
        """

    def held(self) -> Release | None:
        """Like :meth:`release`, whatever version wrote it."""

    def strangers(self) -> list[str]:
        """Nodes that are not ours, a few of them, each as a phrase."""

    def own_notes(self) -> int:
        """How many notes of its users it holds, which nothing here ever touches."""

    def read(
        self, cypher: str, parameters: Record | None = None, *, limit: int | None = None
    ) -> Rows:
        """Runs a read-only query.

        Raises WriteRefused, QueryError, TimeLimit or StoreError.
        """

    def ad_hoc(
        self, cypher: str, parameters: Record | None = None, *, limit: int, seconds: float
    ) -> Rows:
        """Runs a query of unknown origin and cost: it may read, and call only what is allowed.

        At most ``limit`` rows come back.  Whatever the engine does, the caller has an answer or
        TimeLimit after so many ``seconds``, and nothing goes on running for it where that can be
        brought about.  Raises WriteRefused, QueryError, TimeLimit or StoreError.
        """

    def scan(
        self, *, documents: Collection[str] | None = None, ids: Iterable[str] | None = None
    ) -> Iterator[LinkedNode]:
        """Nodes with their outgoing links, streamed: all in order of id, or those of which any of
        these documents speaks, or those with these ids that exist."""

    def states(
        self, *, documents: Collection[str] | None = None, ids: Iterable[str] | None = None
    ) -> Iterator[State]:
        """Like :meth:`scan`, with a node's fingerprint and documents only."""

    def long_names(self) -> dict[str, str]:
        """The names of nodes whose ids are hashes."""

    def write(self, difference: Difference, release: Release, expected: str | None) -> LoadReport:
        """Applies a difference, all or nothing as readers see it.

        ``expected`` is the generation that the difference was computed from, None for an empty
        store; if another load came first, StoreError, and nothing is written.  The counts in
        ``release`` are filled in by the store.
        """

    def repair(self, *, running: bool = True) -> list[str]:
        """Undoes what a killed load left, and says what was done; empty if the store is whole.

        A load that shows life is stopped if ``running``, else StoreBusy or StoreError.
        """

    def damage(self) -> list[str]:
        """What is no longer as it was loaded, each in a few words; empty if the store is whole.

        Raises StoreError where the store is empty.
        """

    def documents(self) -> list[Document]:
        """What clearing would lose, as far as it can be read."""

    def clear(self) -> list[str]:
        """Removes what can only be built anew, and names it; other damage is for a load to mend."""

    def graph(self) -> PropertyGraph:
        """All that the store holds, in memory."""

    def close(self) -> None:
        """Lets go of files and connections; may be called twice."""


def other_version(url: str, newer: bool) -> OtherVersion:
    """A store of another version, with the remedy."""
    if newer:
        text = f"{url} was written by a newer version of Expediente; update this one, or name"
        return OtherVersion(text + " another store with --store.", newer=True)
    return OtherVersion(
        f"{url} was written by an older version of Expediente; run 'kg doctor --repair --store "
        f"{url}', which keeps its documents.",
        newer=False,
    )


class Pinned(NamedTuple):
    """A release with the long names and the nodes of the same state; the nodes are streamed."""

    release: Release | None
    long_names: dict[str, str]
    rows: Iterator[LinkedNode]


def pinned(store: Store, document: str | None = None) -> Pinned:
    """What a store holds now, or of one document, though a load may end meanwhile.

    Each by itself is of one state; a load between two of them would make rows with other names.
    Raises StoreError where loads come faster than they can be read.
    """
    documents = None if document is None else [document]
    for _ in range(PIN_TRIES):
        release = store.release()
        if release is None:
            return Pinned(None, {}, store.scan(documents=documents))
        names = store.long_names()
        rows = store.scan(documents=documents)
        first = next(rows, None)  # from here on the scan stays with its state, or says so
        if store.release() == release:
            return Pinned(release, names, rows if first is None else chain((first,), rows))
    raise StoreError(f"{store.url} was loaded anew each time it was read; ask again later.")

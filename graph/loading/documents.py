"""Loading: a document is added, replaced or removed, and only the difference is written.

A document is what one load brings.  A node keeps which documents speak of it, so that any of them
can be replaced or removed by itself; a quad that two documents share stays while one remains.
What rules conclude is computed anew only where the change can matter to them.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from graph.claims.infer import derive
from graph.loading.change import (
    Incoming,
    Said,
    gather,
    generation_of,
    united,
    without_collector,
)
from graph.projection.names import SHORT, Names, identifier
from graph.projection.nodes import LinkedNode
from graph.projection.project import (
    Documents,
    Projector,
    facts_of,
    is_fact,
    merged,
    objects_of,
    with_digest,
)
from graph.projection.statements import Statement, quad_of, statements
from graph.projection.unproject import Unprojector, quads_of
from graph.reading.inputs import link_out, origin
from graph.reading.quads import Input, fingerprint, key_of, read
from graph.stores.base import (
    CODEC,
    Difference,
    Document,
    LoadReport,
    Release,
    State,
    Store,
    pinned,
)
from ontology import ExpedienteError, StoreError, UserError


@dataclass
class Ledger:
    """What a load did: the store's report, and what the projection made of the quads."""

    report: LoadReport
    documents: tuple[Document, ...] = ()
    properties: int = 0
    beside: int = 0
    names: int = 0
    removed: tuple[str, ...] = ()


def read_documents(store: Store, inputs: Sequence[Input]) -> list[Incoming]:
    """Reads files; one that the store holds as it is is not parsed."""
    release = store.release()
    held = {d.key: d for d in release.documents} if release else {}
    return [_read_document(source, held) for source in inputs]


def described(source: Input) -> Document:
    """A file as a document, before it is read: its key, name, origin and digest."""
    sha256 = fingerprint(source)
    what = [CODEC, source.name, source.format.name, source.base, sha256]
    digest = hashlib.sha256(json.dumps(what).encode()).hexdigest()
    key, syntax = key_of(source.name), source.format.name
    return Document(key, source.name, digest, 0, syntax, source.base, sha256, origin=origin(source))


def check_places(store: Store, inputs: Sequence[Input]) -> None:
    """UserError for a file that would replace another one which only has its name.

    It is the same file as before if it stands where that stood, or holds the same bytes; a name
    that a person gives means the document of that name.
    """
    release = store.release()
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
        return Incoming(found, {})
    notes: list[str] = []
    if target := link_out(source):
        notes.append(f"{source.name} is a link out of its folder, to {target}.")
    incoming = gather(document, read(source, notes=notes))
    if not incoming.document.quads:
        notes.append(f"{source.name} says nothing: no triple was found in it.")
    incoming.notes = notes
    return incoming


def telling(store: Store, incoming: list[Incoming]) -> list[Incoming]:
    """Without files that say nothing and would replace nothing: they need no document.

    In an empty store they stay, so that it is known what was loaded into it.
    """
    release = store.release()
    if release is None:
        return incoming
    held = {d.key for d in release.documents}
    return [one for one in incoming if one.document.quads or one.document.key in held]


def load(store: Store, incoming: Collection[Incoming], *, only: bool = False) -> Ledger:
    """Adds documents to a store, or replaces those of the same keys, all or nothing.

    ``only`` removes all others.  Loading what is there already changes nothing.
    """
    notes = store.repair(running=False)
    release = store.release()
    keys = {i.document.key for i in incoming}
    others = [d.key for d in release.documents if d.key not in keys] if release and only else []
    return _Change(store, release, incoming, others).apply(notes)


def unload(store: Store, keys: Collection[str]) -> Ledger:
    """Removes documents and only them."""
    notes = store.repair(running=False)
    return _Change(store, store.release(), [], keys).apply(notes)


def restore(store: Store, sheets: Incoming) -> Ledger:
    """Makes a store's knowledge what the sheets say, whatever happened to its nodes meanwhile.

    Other documents stay as they can be read.
    """
    notes = store.repair(running=False)
    change = _Change(store, store.release(), [sheets], (), thorough=True)
    return change.apply(notes)


class _Change:
    """A change while it is computed; a ``thorough`` one trusts no fingerprint."""

    def __init__(
        self,
        store: Store,
        before: Release | None,
        incoming: Collection[Incoming],
        removed: Collection[str],
        thorough: bool = False,
    ) -> None:
        self.store = store
        self.before = before
        self.thorough = thorough
        self.incoming = sorted(incoming, key=lambda i: i.document.key)
        held = {d.key: d for d in before.documents} if before else {}
        # A document that is there as it comes changes nothing.
        self.incoming = [
            i
            for i in self.incoming
            if thorough
            or i.document.key not in held
            or held[i.document.key].digest != i.document.digest
        ]
        self.replaced = {i.document.key for i in self.incoming} | set(removed)
        self.replaced_held = sorted(self.replaced & held.keys())
        self.kept = [d for k, d in held.items() if k not in self.replaced]
        coming = [i.document for i in self.incoming]
        documents = tuple(sorted([*self.kept, *coming], key=lambda d: d.key))
        self.release = Release(generation_of(documents), documents=documents)
        self.removed = tuple(sorted(set(removed) & held.keys()))
        self.informs = any(d.informs for d in [*coming, *(held[k] for k in self.replaced_held)])
        names = dict(before.names) if before else {}
        for document in coming:
            names |= document.names
        self.projector = Projector(Names(names))
        self.properties = 0
        self.long_names: dict[str, str] = {}
        self.check = Unprojector(names, self.long_names)
        self.said_of: Callable[[str], Collection[Statement]] = lambda name: ()

    @cached_property
    def reader(self) -> Unprojector:
        """Reads what the store holds now."""
        if self.before is None:
            return Unprojector({}, self.long_names)
        # Only now: nothing of what is there is read for most new documents.
        self.long_names.update(self.store.long_names())
        return Unprojector(self.before.names, self.long_names)

    @cached_property
    def nodes(self) -> set[str]:
        """The names of all nodes of what comes."""
        found = {name for one in self.incoming for name in one.said}
        return found.union(*(objects_of(one.said) for one in self.incoming))

    def apply(self, notes: list[str]) -> Ledger:
        """Writes the difference; ``notes`` say what had to be mended before."""
        expected = self.before.generation if self.before else None
        if self.before and self.release.generation == expected and not self.thorough:
            return Ledger(LoadReport(self.before, notes=notes))
        with without_collector():
            difference = self.difference()
            difference.created = map(self.counted, difference.created)
            difference.changed = list(map(self.counted, difference.changed))
            difference.recount = self.thorough
            report = self.store.write(difference, self.release, expected)
            report.notes[:0] = notes
        made = {name for i in self.incoming for name in i.document.names}
        had = self.before.names if self.before else {}
        return Ledger(
            report,
            tuple(i.document for i in self.incoming),
            self.properties,
            self.projector.beside,
            len(made - had.keys()),
            self.removed,
        )

    def counted(self, row: LinkedNode) -> LinkedNode:
        """The row that is written, counted.

        Raises ExpedienteError if what is said of the node could not be read back from it.
        """
        self.properties += len(row.properties)
        name = self.check.name(row)
        said = self.said_of(name)
        lost = set(said).difference(one for one, _ in self.check.said(row)) if said else ()
        if lost:
            raise ExpedienteError(
                f"{len(lost)} triples about '{name}' would be lost; nothing was written: this is "
                "a fault of Expediente's, please report it."
            )
        return row

    def difference(self) -> Difference:
        self.long_names.update(
            (short, name)
            for name in self.nodes
            if len(name) > SHORT and (short := identifier(name)) != name
        )
        if not self.informs:
            found = self.simple_difference()
            if found is not None:
                return found
        return self.whole_difference()

    def node(self, name: str, shared: Said) -> LinkedNode:
        """The new state of a node; ``shared`` has what is said of it by several documents."""
        said = shared.get(name)
        if said is not None:
            return with_digest(self.projector.node(name, said, said))
        if len(self.incoming) == 1:  # one document: no need to note it for each statement
            one = self.incoming[0]
            mine = one.said.get(name, ())
            return with_digest(self.projector.node(name, mine, (one.document.key,)))
        return with_digest(self.projector.node(name, (), ()))

    def simply_said(self, shared: Said) -> Callable[[str], Collection[Statement]]:
        """What is said by name, where :meth:`node` has it from."""
        if len(self.incoming) == 1:
            mine = self.incoming[0].said
            return lambda name: shared[name] if name in shared else mine.get(name, ())
        return lambda name: shared.get(name, ())

    # --- Where no rule is concerned -----------------------------------------------------------------

    def simple_difference(self) -> Difference | None:
        """The difference where nothing can be concluded; None where something might be."""
        shared = united(self.incoming) if len(self.incoming) > 1 else {}
        self.said_of = self.simply_said(shared)
        if self.before is None:
            return Difference(self.node(name, shared) for name in sorted(self.nodes))
        states, touched = self.touched()
        mixed = [
            i for i in map(identifier, touched) if not self.replaced.issuperset(states[i].documents)
        ]
        if self.concerns_rules(states, touched, mixed):
            return None
        self.keep_others(mixed, shared)
        changed = (self.node(name, shared) for name in sorted(touched))
        created = sorted(name for name in self.nodes if identifier(name) not in states)
        return Difference(
            (self.node(name, shared) for name in created),
            [row for row in changed if row.properties["_digest"] != states[row.id].digest],
        )

    def touched(self) -> tuple[dict[str, State], set[str]]:
        """The states of the nodes that are there, by id, and the names of those that may change.

        These are the nodes of which replaced documents speak, or new ones do.
        """
        replaced = self.store.states(documents=self.replaced_held) if self.replaced_held else ()
        states = {state.id: state for state in replaced}
        long_names = self.reader.long_names if states else {}
        old = {long_names.get(i, i) for i in states}
        others = {identifier(name): name for name in self.nodes - old}
        found = {state.id: state for state in self.store.states(ids=list(others))}
        subjects = {name for one in self.incoming for name in one.said}
        return states | found, old | (subjects & {others[i] for i in found})

    def concerns_rules(self, states: dict[str, State], touched: set[str], mixed: list[str]) -> bool:
        """Whether rules have read what changes, or have concluded something about it.

        ``mixed`` are the ids of the nodes of which documents speak that stay.
        """
        informing = {d.key for d in self.kept if d.informs}
        if informing and any(informing.intersection(states[i].documents) for i in mixed):
            return True
        only_spoken_of = ((n, s) for n in touched if not (s := states[identifier(n)]).documents)
        return any(state.digest != _plain_digest(name) for name, state in only_spoken_of)

    def keep_others(self, mixed: list[str], shared: Said) -> None:
        """Adds to ``shared`` what documents that stay say of nodes that change."""
        for row in self.store.scan(ids=mixed) if mixed else ():
            name = self.reader.name(row)
            if name not in shared:
                shared[name] = {
                    s: (one.document.key,) for one in self.incoming for s in one.said.get(name, ())
                }
            self.keep(row, shared[name])

    def keep(self, row: LinkedNode, said: dict[Statement, Documents]) -> None:
        """Adds what the documents that stay say in a row."""
        for one, documents in self.reader.said(row):
            stay = [d for d in documents if d not in self.replaced]
            if stay:
                said[one] = merged(said.get(one, ()), stay)

    # --- Where rules are concerned ------------------------------------------------------------------

    def whole_difference(self) -> Difference:
        """The difference with all that rules read, computed anew."""
        informing = {d.key for d in self.release.documents if d.informs}
        said = united(self.incoming)
        self.said_of = lambda name: said.get(name, ())
        digests: dict[str, str | None] = {}
        if self.before is not None:
            held = {d.key for d in self.before.documents}
            self.read_held(sorted((informing & held) | set(self.replaced_held)), said, digests)
        derived = self.derive(said, informing)
        self.projector.facts = facts_of(derived)
        derived = {n: s for n, s in derived.items() if not is_fact(s)}
        nodes = {n for n, found in said.items() if found} | derived.keys()
        nodes.update(objects_of(said), objects_of(derived))
        unknown = [identifier(n) for n in nodes if identifier(n) not in digests]
        if self.before is not None and unknown:
            for row in self.store.scan(ids=unknown):
                digests[row.id] = self.fingerprint(row)
                self.keep(row, said.setdefault(self.reader.name(row), {}))
        created, changed = [], []
        gone = {self.reader.long_names.get(i, i) for i in digests} if digests else set()
        for name in sorted(nodes | gone):
            mine = said.get(name, {})
            row = with_digest(self.projector.node(name, mine, mine, derived.get(name, {})))
            if row.id not in digests:
                created.append(row)
            elif digests[row.id] != row.properties["_digest"]:
                changed.append(row)
            else:
                continue
        return Difference(created, changed)

    def fingerprint(self, row: LinkedNode) -> str:
        """The fingerprint of a node that the store has."""
        if not self.thorough:
            return str(row.properties.get("_digest"))
        bare = {k: v for k, v in row.properties.items() if k != "_digest"}
        return str(with_digest(row._replace(properties=bare)).properties["_digest"])

    def read_held(self, keys: list[str], said: Said, digests: dict[str, str | None]) -> None:
        """Reads the nodes of which documents speak, and those that their links lead to."""
        ends: set[str] = set()

        def take(rows: Iterable[LinkedNode]) -> None:
            for row in rows:
                digests[row.id] = self.fingerprint(row)
                self.keep(row, said.setdefault(self.reader.name(row), {}))
                ends.update(link.end for link in row.links)

        if keys:
            take(self.store.scan(documents=keys))
        missing = sorted(ends - digests.keys())
        if missing:
            take(self.store.scan(ids=missing))

    def derive(self, said: Said, informing: set[str]) -> dict[str, dict[Statement, None]]:
        """What follows from the documents that inform, by subject."""
        # Sorted, so that no store's own order can show in a conclusion.
        quads = [
            quad_of(name, one)
            for name in sorted(said)
            for one in sorted(said[name], key=_text)
            if informing.intersection(said[name][one])
        ]
        found: dict[str, dict[Statement, None]] = defaultdict(dict)
        for name, one in statements(derive(quads)):
            found[name][one] = None
        return dict(found)


def _text(one: Statement) -> tuple[str, str, str, str]:
    return one.predicate, one.graph, one.tag or "", one.value


def _plain_digest(name: str) -> str:
    """The fingerprint of a node of which nothing is said."""
    row = with_digest(Projector(Names()).node(name, (), ()))
    return str(row.properties["_digest"])


def document_quads(store: Store, key: str | None = None) -> Iterator[ox.Quad]:
    """The asserted quads of a store: of one document, or of all, each once.

    Raises StoreError where the store holds no such document.
    """
    release, long_names, rows = pinned(store, key)
    if release is None or (key is not None and release.document(key) is None):
        raise StoreError(f"{store.url} holds no document '{key}'; 'kg documents' lists them.")
    yield from quads_of(rows, Unprojector(release.names, long_names), key)

"""The difference that a load makes: which nodes become what, for a store to write all or nothing.

Where no rule is concerned, only what is said of the nodes that documents speak of is read; else all
that rules read is, and what they conclude is computed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from graph.claims.shown import facts_apart
from graph.loading.change import Incoming, Said, generation_of, named, united, without_collector
from graph.loading.claimed import bare_quads, conclusions, told
from graph.loading.fingerprints import is_whole
from graph.loading.kept import Keeping
from graph.loading.retold import keep_sheets
from graph.loading.room import check_room
from graph.projection.names import SHORT, Names, identifier, name_of
from graph.projection.nodes import LinkedNode
from graph.projection.project import Documents, Projector, merged, objects_of, with_digest
from graph.projection.statements import Statement
from graph.projection.unproject import Unprojector
from graph.stores.base import Difference, Document, LoadReport, Release, State, Store
from graph.vocabulary import TYPE
from ontology import KG, ExpedienteError

_IS_CLAIM = Statement(TYPE, "", None, name_of(KG + "Claim"))


@dataclass
class Ledger:
    """What a load did: the store's report, and what the projection made of the quads."""

    report: LoadReport
    documents: tuple[Document, ...] = ()
    properties: int = 0
    beside: int = 0
    names: int = 0
    removed: tuple[str, ...] = ()


class Change:
    """A change while it is computed; a ``thorough`` one trusts no fingerprint."""

    def __init__(
        self,
        store: Store,
        before: Release | None,
        incoming: Collection[Incoming],
        removed: Collection[str],
        thorough: bool = False,
        anew: bool = False,
    ) -> None:
        self.store = store
        self.before = before
        self.thorough = thorough
        self.anew = anew
        self.notes: list[str] = []
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
        self.incoming, names = named(self.incoming, before.documents if before and not anew else ())
        self.replaced = {i.document.key for i in self.incoming} | set(removed)
        self.replaced_held = sorted(self.replaced & held.keys())
        self.kept = [d for k, d in held.items() if k not in self.replaced]
        coming = [i.document for i in self.incoming]
        documents = tuple(sorted([*self.kept, *coming], key=lambda d: d.key))
        self.release = Release(generation_of(documents), documents=documents)
        self.removed = tuple(sorted(set(removed) & held.keys()))
        self.informs = any(d.informs for d in [*coming, *(held[k] for k in self.replaced_held)])
        self.projector = Projector(names)
        self.keeping: Keeping | None = None  # what rules concluded, where they ran
        self.bare: set[ox.Quad] = set()  # said in our terms without a claim
        self.left_out: dict[str, int] = {}  # statements without a claim, by document
        self.properties = 0
        self.long_names: dict[str, str] = {}
        self.check = Unprojector(names.foreign, self.long_names)
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
        notes = [*notes, *self.notes]
        expected = self.before.generation if self.before else None
        if self.before and self.release.generation == expected and not self.thorough:
            return Ledger(LoadReport(self.before, notes=notes))
        with without_collector():
            difference = self.difference()
            difference.created = map(self.counted, difference.created)
            difference.changed = list(map(self.counted, difference.changed))
            difference.recount = self.thorough
            difference.anew = self.anew
            report = self.store.write(difference, self.release, expected)
            report.notes[:0] = [*notes, *self.unclaimed_notes()]
        if self.keeping is not None:
            self.keeping.keep(report.release, self.bare)
        keep_sheets(self.store, report.release)
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

    def unclaimed_notes(self) -> Iterator[str]:
        """What the documents that come say in our terms without a claim."""
        for one in self.incoming:
            count = self.left_out.get(one.document.key, 0)
            if count:
                yield (
                    f"{one.document.name}: {count:,} triple{'s' if count > 1 else ''} in Expediente's "
                    "own terms without a claim: kept and given back, but no fact and in no answer; "
                    "add claims that say them (docs/projection.md)."
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
        """What is to be written."""
        self.long_names.update(
            (short, name)
            for name in self.nodes
            if len(name) > SHORT and (short := identifier(name)) != name
        )
        if any(one.telling for one in self.incoming):
            return self.told_difference()
        if not self.informs and not self.thorough:
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

    def told_difference(self) -> Difference:
        """The difference where some claims are told in another way: nothing else follows."""
        said = united(self.incoming)
        self.said_of = lambda name: said.get(name, ())
        self.keeping = Keeping(self.store)
        self.keeping.as_before(self.before)
        derived = {n: d for i in self.incoming if i.telling for n, d in i.telling.derived.items()}
        nodes = (self.projector.node(n, mine, mine, derived[n]) for n, mine in said.items())
        return Difference(changed=list(map(with_digest, nodes)))

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
        if self.anew:  # all that stays has been read already
            return
        try:
            for one, documents in self.reader.said(row):
                stay = [d for d in documents if d not in self.replaced]
                if stay:
                    said[one] = merged(said.get(one, ()), stay)
        except (KeyError, ValueError, TypeError):
            # Somebody's property; all that was loaded of this node comes again.
            if not self.thorough or is_whole(row):
                raise

    # --- Where rules are concerned ------------------------------------------------------------------

    def whole_difference(self) -> Difference:
        """The difference with all that rules read, computed anew."""
        informing = {d.key for d in self.release.documents if d.informs}
        read = sum(d.quads for d in self.release.documents if d.informs)
        check_room(self.store.url, read)
        said = united(self.incoming)
        self.said_of = lambda name: said.get(name, ())
        digests: dict[str, str | None] = {}
        if self.before is not None and not self.kept and not self.thorough:
            # Nothing that is there stays because it is said: its fingerprints are enough.
            digests.update((one.id, one.digest) for one in self.store.states() if one.digest)
        elif self.before is not None:
            held = {d.key for d in self.before.documents}
            keys = sorted((informing & held) | set(self.replaced_held))
            self.read_held(None if self.thorough else keys, said, digests)
        derived = self.derive(said, informing)
        nodes = {n for n, found in said.items() if found} | derived.keys()
        nodes.update(objects_of(said), objects_of(derived))
        unknown = [identifier(n) for n in nodes if identifier(n) not in digests]
        if self.before is not None and unknown:
            for row in self.store.scan(ids=unknown):
                digests[row.id] = self.fingerprint(row)
                self.keep(row, said.setdefault(self.reader.name(row), {}))
        gone = {self.reader.long_names.get(i, i) for i in digests} if digests else set()

        def made(names: Iterable[str]) -> Iterator[LinkedNode]:
            for name in sorted(names):
                mine = said.get(name, {})
                yield with_digest(self.projector.node(name, mine, mine, derived.get(name, {})))

        changed = [
            row
            for row in made(name for name in nodes | gone if identifier(name) in digests)
            if digests[row.id] != row.properties["_digest"]
        ]
        created = [n for n in nodes if identifier(n) not in digests]
        return Difference(_claims_last(created, said, made), changed)

    def fingerprint(self, row: LinkedNode) -> str:
        """The fingerprint of a node that the store has; none that fits where it is to be written."""
        if self.anew or (self.thorough and not is_whole(row)):
            return ""
        return str(row.properties.get("_digest"))

    def read_held(self, keys: list[str] | None, said: Said, digests: dict[str, str | None]) -> None:
        """Reads the nodes of which documents speak, and those that their links lead to; or all."""
        ends: set[str] = set()

        def take(rows: Iterable[LinkedNode]) -> None:
            for row in rows:
                digests[row.id] = self.fingerprint(row)
                self.keep(row, said.setdefault(self.reader.name(row), {}))
                ends.update(link.end for link in row.links)

        if keys is None:
            take(self.store.scan())
        elif keys:
            take(self.store.scan(documents=keys))
        missing = sorted(ends - digests.keys())
        if missing:
            take(self.store.scan(ids=missing))

    def derive(self, said: Said, informing: set[str]) -> dict[str, dict[Statement, None]]:
        """What follows from the documents that inform, by subject."""
        informs: Said = said
        if not all(informing.issuperset(d) for mine in said.values() for d in mine.values()):
            informs = {
                name: {one: found for one, found in mine.items() if informing.intersection(found)}
                for name, mine in said.items()
            }
        follows, left = conclusions(informs)
        self.keeping = Keeping(self.store)
        self.projector.unclaimed = left
        self.left_out = told(left, informs)
        self.bare = bare_quads(left)
        self.projector.facts, rest = facts_apart(self.keeping.through(follows))
        return rest


def _claims_last(
    names: list[str], said: Said, made: Callable[[Iterable[str]], Iterator[LinkedNode]]
) -> Iterator[LinkedNode]:
    """The nodes of names, those of claims last.

    Neo4j Browser shows the first hundred neighbours of a node in the order in which they were made.
    """
    claims = {n for n in names if _IS_CLAIM in said.get(n, ())}
    yield from made(n for n in names if n not in claims)
    yield from made(claims)


def _plain_digest(name: str) -> str:
    """The fingerprint of a node of which nothing is said."""
    row = with_digest(Projector(Names()).node(name, (), ()))
    return str(row.properties["_digest"])

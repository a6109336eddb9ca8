"""What a load brings, read and grouped by subject."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import starmap

import pyoxigraph as ox

from graph.loading.grouping import by_subject
from graph.projection.names import Names, iri_of
from graph.projection.project import Documents, merged
from graph.projection.statements import TRIPLE, Statement, statements
from graph.stores.base import CODEC, KNOWLEDGE, Document
from graph.vocabulary import OBJECT, PREDICATE, TYPE
from ontology import BASE, KG

Said = dict[str, dict[Statement, Documents]]
"""Statements by subject, each with the documents that make it."""
_OURS = KG.removeprefix(BASE)


@dataclass
class Incoming:
    """A document with its statements by the name of their subject, each statement once.

    One that the store holds as it is comes without statements; ``again`` reads them after all.
    ``notes`` say what stands in the file and says nothing.
    """

    document: Document
    said: dict[str, list[Statement]]
    again: Callable[[], Incoming] | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def whole(self) -> Incoming:
        """The same with its statements."""
        return self.again() if self.again else self


@contextmanager
def without_collector() -> Iterator[None]:
    """Millions of small tuples hold no cycles; looking for some costs more than making them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def gather(document: Document, quads: Iterable[ox.Quad]) -> Incoming:
    """Groups the quads of a document; its count, names and ``informs`` are filled in."""
    with without_collector():
        said = by_subject(statements(quads))
        count = sum(map(len, said.values()))
    names, informs = _names(said)
    return Incoming(replace(document, quads=count, names=names, informs=informs), said)


def united(incoming: Collection[Incoming]) -> Said:
    """What documents say together, by subject, each statement with those that make it."""
    found: Said = {}
    for one in incoming:
        documents = (one.document.key,)
        for name, said in one.said.items():
            mine = found.get(name)
            if mine is None:
                found[name] = dict.fromkeys(said, documents)
                continue
            for s in said:
                mine[s] = merged(mine.get(s, ()), documents)
    return found


def informs(subject: str, said: Iterable[Statement]) -> bool:
    """Whether rules may conclude something from what is said about a subject."""
    return subject.startswith(_OURS) or any(_of_ours(one.predicate, one.value) for one in said)


def _of_ours(predicate: str, value: str = "") -> bool:
    return predicate.startswith(KG) or (predicate == TYPE and value.startswith(_OURS))


def _names(said: Mapping[str, Iterable[Statement]]) -> tuple[dict[str, str], bool]:
    """The names of a document's foreign terms, and whether rules may conclude from it."""
    names = Names()
    links: set[str] = set()
    keys: set[str] = set()
    values: set[tuple[str, str]] = set()
    for found in said.values():
        for predicate, graph, tag, value in found:
            if tag is not None:
                if tag != TRIPLE and predicate not in (OBJECT, PREDICATE):  # they have fixed keys
                    keys.add(predicate)
            elif predicate in (TYPE, PREDICATE) and not value.startswith("_:"):
                values.add((predicate, value))
                if predicate == PREDICATE and graph:
                    links.add(predicate)
            else:
                links.add(predicate)
    for predicate, value in sorted(values):
        iri = iri_of(value)
        names.label(iri) if predicate == TYPE else names.term(iri)
    for predicate in sorted(links):
        names.type(predicate)
    for predicate in sorted(keys):
        names.key(predicate)
    ours = (
        any(subject.startswith(_OURS) for subject in said)
        or any(map(_of_ours, links | keys))
        or any(starmap(_of_ours, values))
    )
    return dict(sorted(names.foreign.items())), ours


def generation_of(documents: Collection[Document]) -> str:
    """A hash of what a store holds: of its documents and of the way they are written."""
    if [d.key for d in documents] == [KNOWLEDGE]:
        return next(iter(documents)).digest
    what = [CODEC, *sorted((d.key, d.digest) for d in documents)]
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()

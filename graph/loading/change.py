"""What a load brings, read and grouped by subject."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from graph.loading.grouping import by_subject
from graph.projection.names import Names
from graph.projection.project import Documents, merged
from graph.projection.readable import Terms, name_terms, spaces
from graph.projection.statements import Statement, statements
from graph.stores.base import CODEC, KNOWLEDGE, Document
from graph.vocabulary import TYPE
from ontology import BASE, KG

Said = dict[str, dict[Statement, Documents]]
"""Statements by subject, each with the documents that make it."""
_OURS = KG.removeprefix(BASE)


@dataclass(frozen=True)
class Telling:
    """That a document only tells some claims anew, since the ``generation`` of a store.

    ``derived`` is what follows about their nodes, before and after.
    """

    generation: str
    derived: dict[str, list[Statement]]


@dataclass
class Incoming:
    """A document with its statements by the name of their subject, each statement once.

    One that the store holds as it is comes without statements; ``again`` reads them after all.
    One with a ``telling`` comes with those of the claims that are told anew alone.
    ``notes`` say what stands in the file and says nothing; ``terms`` are for the store to name.
    """

    document: Document
    said: dict[str, list[Statement]]
    again: Callable[[], Incoming] | None = None
    notes: list[str] = field(default_factory=list)
    terms: Terms = field(default_factory=Terms)
    telling: Telling | None = None

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


def gather(
    document: Document, quads: Iterable[ox.Quad], prefixes: Mapping[str, str] | None = None
) -> Incoming:
    """Groups the quads of a document; its count and ``informs`` are filled in.

    ``prefixes`` are those that it declares, at the latest after the last quad.
    """
    terms = Terms({} if prefixes is None else prefixes)
    with without_collector():
        said = by_subject(statements(quads))
        count = sum(map(len, said.values()))
        for subject, found in said.items():
            terms.take(subject, found)
    ours = any(subject.startswith(_OURS) for subject in said)
    document = replace(document, quads=count, informs=ours or _in_our_terms(terms))
    return Incoming(document, said, terms=terms)


def named(
    incoming: Collection[Incoming], before: Sequence[Document]
) -> tuple[list[Incoming], Names]:
    """Documents with names for their foreign terms, which stay where documents ``before`` gave them."""
    names = Names({name: iri for d in before for name, iri in d.names.items()})
    held: dict[str, str] = {}
    for document in before:
        for prefix, space in document.prefixes.items():
            held.setdefault(prefix, space)
    found = []
    for one in incoming:
        given, used = name_terms(names, one.terms, spaces(one.terms.prefixes, held))
        held |= used
        document = replace(one.document, names=given, prefixes=used)
        found.append(replace(one, document=document))
    return found, names


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


def _in_our_terms(terms: Terms) -> bool:
    """Whether rules may conclude from what is said with these terms."""
    return any(iri.startswith(KG) for iri in terms.links | terms.keys | terms.classes)


def generation_of(documents: Collection[Document]) -> str:
    """A hash of what a store holds: of its documents and of the way they are written."""
    if [d.key for d in documents] == [KNOWLEDGE]:
        return next(iter(documents)).digest
    what = [CODEC, *sorted((d.key, d.digest) for d in documents)]
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()

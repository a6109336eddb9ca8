"""What a load brings, read and grouped by subject."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import starmap

import pyoxigraph as ox

from graph.projection.names import Names, iri_of, name_of, node_name
from graph.projection.project import OBJECT, PREDICATE, TYPE
from graph.projection.statements import TRIPLE, Statement, literal_tag
from graph.stores.base import CODEC, KNOWLEDGE, Document
from ontology import BASE, KG

_OURS = KG.removeprefix(BASE)


@dataclass
class Incoming:
    """A document with its statements by the name of their subject, each statement once.

    One that the store holds as it is comes without statements; ``again`` reads them after all.
    """

    document: Document
    said: dict[str, list[Statement]]
    again: Callable[[], Incoming] | None = None

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


class _Once(dict[str, str]):
    """Gives back the first of equal texts."""

    def __missing__(self, text: str) -> str:
        self[text] = text
        return text


class _Named(dict[str, str]):
    """The names of IRIs."""

    def __missing__(self, iri: str) -> str:
        name = name_of(iri)
        self[iri] = iri if name == iri else name
        return self[iri]


def gather(document: Document, quads: Iterable[ox.Quad]) -> Incoming:
    """Groups the quads of a document; its count, names and ``informs`` are filled in."""
    with without_collector():
        said = _by_subject(quads)
        count = 0
        for name, found in said.items():
            if len(set(found)) < len(found):
                said[name] = found = list(dict.fromkeys(found))
            count += len(found)
    names, informs = _names(said)
    return Incoming(replace(document, quads=count, names=names, informs=informs), said)


def _by_subject(quads: Iterable[ox.Quad]) -> dict[str, list[Statement]]:
    """Statements by subject; what :func:`statement` does, without doing it again for equal terms."""
    said: dict[str, list[Statement]] = {}
    once, named = _Once(), _Named()
    new, literal, iri, default = tuple.__new__, ox.Literal, ox.NamedNode, ox.DefaultGraph
    last, mine = "", list[Statement]()
    for quad in quads:
        subject, predicate, value, graph = quad
        text = subject.value if type(subject) is iri else ""
        if not text or text != last:  # quads of one subject mostly come together
            last = text
            name = named[text] if text else once[node_name(subject)]
            found = said.get(name)
            mine = said.setdefault(name, []) if found is None else found
        where = "" if type(graph) is default else once[node_name(graph)]
        kind = type(value)
        tag: str | None = None
        if kind is literal:
            tag, text = once[literal_tag(value)], value.value
        elif kind is iri:
            text = named[value.value]
        elif kind is ox.Triple:
            tag, text = TRIPLE, str(value)
        else:
            text = once[node_name(value)]
        mine.append(new(Statement, (once[predicate.value], where, tag, text)))
    return said


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

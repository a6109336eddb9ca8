"""Readable names for the foreign terms of a document: by its own prefixes, and by labels of codes.

What a term is called is settled by the first document of a store that uses it, and stays: a name
depends on what was there before, so it is kept in the store's dictionary and never computed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.projection.names import (
    LETTERS,
    Names,
    capitals,
    hashed,
    iri_of,
    local_of,
    name_of,
    readable,
)
from graph.projection.project import preference
from graph.projection.statements import TRIPLE, Statement
from graph.vocabulary import OBJECT, PREDICATE, PREFIXES, TYPE
from ontology import BASE, ontology

MOST_LABELS = 100_000
"""Codes with labels in a file from which on it is data and no vocabulary: then none is used."""
LONGEST_PREFIX = 20  # bytes
_LABELS = (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")  # the better one first
# Local names that tell nothing: BFO_0000051, P31, q0042, 12, 9f86d081-884c.
_CODE = re.compile(
    r"[A-Z][A-Za-z]{0,11}[_-]?\d+|[a-z]\d+|[a-z]{1,12}[_-]?\d{3,}|\d+|(?=.*\d)[0-9a-f]{8,}(-[0-9a-f]{4,})*"
)
_LETTER = re.compile(r"[^\W\d_]")
_PREFIX = re.compile(r"[^\W\d_]\w*")
_WELL_KNOWN = frozenset(PREFIXES.values())


@dataclass
class Terms:
    """What a document uses as classes, relationships and properties, and what it calls them.

    ``prefixes`` are those that it declares, with their namespaces; they may come while it is read.
    """

    prefixes: Mapping[str, str] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    stated: set[str] = field(default_factory=set)
    """Predicates that claims name."""
    labels: dict[str, tuple[tuple[int, ...], str]] | None = field(default_factory=dict)
    """The best label of what has a code for a name, behind its rank."""

    def take(self, subject: str, said: Iterable[Statement]) -> None:
        """Takes what is said of a subject."""
        labels: list[Statement] = []
        for one in said:
            predicate, graph, tag, value = one
            if tag is not None:
                if tag != TRIPLE and predicate not in (OBJECT, PREDICATE):  # they have fixed keys
                    self.keys.add(predicate)
                    if predicate in _LABELS:
                        labels.append(one)
            elif predicate in (TYPE, PREDICATE) and not value.startswith("_:"):
                (self.classes if predicate == TYPE else self.stated).add(iri_of(value))
                if predicate == PREDICATE and graph:
                    self.links.add(predicate)
            else:
                self.links.add(predicate)
        if labels and self.labels is not None and is_code(subject):
            self._label(subject, labels)

    def through(self, pairs: Iterable[tuple[str, Statement]]) -> Iterator[tuple[str, Statement]]:
        """Takes pairs on their way."""
        for name, one in pairs:
            self.take(name, (one,))
            yield name, one

    def _label(self, subject: str, said: list[Statement]) -> None:
        assert self.labels is not None
        best = min(map(_ranked, said))
        self.labels[subject] = min(best, self.labels.get(subject, best))
        if len(self.labels) > MOST_LABELS:
            self.labels = None

    def label(self, iri: str) -> str | None:
        """What a document calls a term whose own name tells nothing."""
        found = (self.labels or {}).get(name_of(iri))
        return found[1] if found and readable(found[1]) else None

    def uses(self) -> Iterator[tuple[str, str]]:
        """Each foreign term in order, with a kind of use: class, object, datatype."""
        terms = ontology().terms
        stated = {iri for iri in self.stated if iri not in terms}
        for kind, iris in (
            ("class", self.classes),
            ("object", self.links | stated),
            ("datatype", self.keys),
        ):
            for iri in sorted(iris):
                if iri not in terms or terms[iri].kind != kind:
                    yield iri, kind


def _ranked(label: Statement) -> tuple[tuple[int, ...], str]:
    language, region, text = preference(label)
    return (_LABELS.index(label.predicate), language, region), text


def is_code(name: str) -> bool:
    """Whether what a term is called tells nothing to people: the end of its IRI."""
    local = name[max(map(name.rfind, "#/:?=&")) + 1 :]
    return bool(local) and (_CODE.fullmatch(local) is not None or not _LETTER.search(local))


def spaces(declared: Mapping[str, str], held: Mapping[str, str]) -> dict[str, str]:
    """Prefixes that names may be made with, with their namespaces.

    Those that a store has (``held``) come first: a prefix means one namespace there, and a namespace
    keeps its prefix.  Those that everybody knows mean what everybody means.
    """
    found = dict(held)
    for given, space in sorted(declared.items()):
        prefix = _prefix(given or _last_part(space))
        if (
            prefix
            and not space[-1:].isalnum()
            and not space.startswith(BASE)
            and space not in _WELL_KNOWN
            and space not in found.values()
            and prefix not in PREFIXES
        ):
            found.setdefault(prefix, space)
    return found


def _last_part(space: str) -> str:
    """What to call a namespace that a file makes its own: the last part that begins like a name."""
    parts = [readable(part) for part in re.split(r"[#/:?=&]", space)]
    return next((part for part in reversed(parts) if part[:1].isalpha()), "")


def _prefix(given: str) -> str | None:
    """A prefix as it stands in names; None where it cannot be told from what stands behind it."""
    prefix = re.sub("_+", "_", readable(given)).lower()
    large, small = prefix.upper(), prefix
    usable = (
        _PREFIX.fullmatch(prefix)
        and any(map(str.islower, small))
        and not any(map(str.islower, large))
        and len(large.encode()) <= LONGEST_PREFIX
    )
    return prefix if usable else None


def name_terms(
    names: Names, terms: Terms, known: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Gives the foreign terms of a document their names, those first that they have already.

    ``known`` are the prefixes from :func:`spaces`.  Back come the names with their terms, and the
    prefixes that they were made with.
    """
    by_length = sorted(((s, p) for p, s in known.items()), key=lambda pair: -len(pair[0]))
    given: dict[str, str] = {}
    used: dict[str, str] = {}
    for iri, kind in terms.uses():
        prefix, local = _place(iri, by_length)
        name = names.given(iri, kind) or next(
            (n for n in _candidates(iri, kind, prefix, local, terms) if names.free(n, kind)), None
        )
        if name is None:
            name = {"class": names.label, "object": names.type, "datatype": names.key}[kind](iri)
        given[names.give(name, iri)] = iri
        if prefix in known:
            used[prefix] = known[prefix]
    return dict(sorted(given.items())), dict(sorted(used.items()))


def _place(iri: str, by_length: list[tuple[str, str]]) -> tuple[str, str]:
    """The prefix and the local name of a term; an empty prefix if it has none."""
    prefix, local = local_of(iri)
    if prefix is not None:
        return prefix, local
    for space, own in by_length:
        if iri.startswith(space) and len(iri) > len(space):
            return own, iri[len(space) :]
    return "", local


def _candidates(iri: str, kind: str, prefix: str, local: str, terms: Terms) -> Iterator[str]:
    """Names for a term, the best first; none where its IRI alone makes one that is as good."""
    label = terms.label(iri)
    if label is None and (not prefix or prefix in PREFIXES):
        return
    word = label or local
    letter = LETTERS[kind]
    text = readable(word)
    if prefix and text:
        if kind == "object":
            yield f"{prefix.upper()}__{capitals(text)}"
        else:
            yield f"{prefix}__{text}"
    yield hashed(iri, prefix or None, word, letter)

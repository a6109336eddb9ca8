"""Releases of knowledge: what one holds, told by a hash, and how two of them differ.

The hash is that of the N-Triples that ``kg export --format ntriples --document knowledge`` writes, so
a folder of sheets, a file that was exported and a store of either engine have the same one.
"""

from __future__ import annotations

import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from graph.claims.rdf import asserted
from graph.claims.sheets import read_sheets
from graph.export.lines import write_lines
from graph.loading.documents import document_quads
from graph.loading.knowledge import knowledge_folder
from graph.projection.names import identifier, name_of
from graph.reading.inputs import find_inputs
from graph.reading.quads import read
from graph.stores import Store
from graph.stores.base import KNOWLEDGE
from graph.vocabulary import OBJECT_NODE, PREDICATE_NODE, SUBJECT_NODE, TYPE_NODE
from ontology import KG, ontology

CLAIM, SOURCE, ENTITY = "claim", "source", "entity"
ADDED, REMOVED, CHANGED = "added", "removed", "changed"
_SAID = {SUBJECT_NODE: "subject", PREDICATE_NODE: "predicate", OBJECT_NODE: "object"}

Fields = dict[str, list[str]]
"""What is said of a thing, by the name of the field, each value once and sorted."""


@dataclass
class Contents:
    """Claims, sources and entities by id, each with its fields."""

    quads: list[ox.Quad]
    kinds: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Fields] = field(default_factory=dict)

    def __post_init__(self) -> None:
        said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        kinds: dict[str, str] = {}
        for quad in self.quads:
            subject = identifier(name_of(_text(quad.subject)))
            name = _field(quad.predicate)
            if quad.predicate == TYPE_NODE:
                kind = {KG + "Claim": CLAIM, KG + "Source": SOURCE}.get(_text(quad.object), ENTITY)
                kinds[subject] = kind if kinds.get(subject, ENTITY) == ENTITY else kinds[subject]
                if kind != ENTITY:
                    continue
            if name is not None:
                said[subject][name].add(_shown(quad.object))
        self.kinds = {one: kinds[one] for one in sorted(kinds)}
        self.fields = {
            one: {name: sorted(values) for name, values in sorted(said[one].items())}
            for one in self.kinds
        }

    @cached_property
    def hash(self) -> str:
        """The hash of what it holds."""
        return content_hash(self.quads)

    def told(self, one: str) -> str:
        """A thing in a few words: a claim by its parts, anything else by its name."""
        fields = self.fields[one]
        if self.kinds[one] != CLAIM:
            return "; ".join(fields.get("name", [one]))
        parts = (fields.get(part, ["?"])[0] for part in ("subject", "predicate", "object"))
        return " ".join(self.called(part) for part in parts)

    def called(self, one: str) -> str:
        """The name of a thing, where it has one here."""
        return "; ".join(self.fields.get(one, {}).get("name", [one]))


@dataclass(frozen=True)
class Difference:
    """A thing that came, went, or of which a field changed."""

    kind: str
    change: str
    id: str
    told: str
    field: str | None = None
    before: str | None = None
    after: str | None = None


def differences(old: Contents, new: Contents) -> Iterator[Difference]:
    """How two contents differ: claims first, then sources and entities, each in order of ids."""
    for kind in (CLAIM, SOURCE, ENTITY):
        ids = {one for side in (old, new) for one, k in side.kinds.items() if k == kind}
        for one in sorted(ids):
            if old.kinds.get(one) != kind:
                yield Difference(kind, ADDED, one, new.told(one))
            elif new.kinds.get(one) != kind:
                yield Difference(kind, REMOVED, one, old.told(one))
            else:
                yield from _changes(kind, one, old, new)


def _changes(kind: str, one: str, old: Contents, new: Contents) -> Iterator[Difference]:
    before, after = old.fields[one], new.fields[one]
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            was, now = ("; ".join(found.get(name, [])) or None for found in (before, after))
            yield Difference(kind, CHANGED, one, new.told(one), name, was, now)


def _field(predicate: ox.NamedNode) -> str | None:
    """The name of what the register or a claim says; None for a triple that a claim draws."""
    if predicate in _SAID:
        return _SAID[predicate]
    if predicate == TYPE_NODE:
        return "class"
    term = ontology().terms.get(predicate.value)
    if term is not None and not term.drawn_by_rule:
        return None
    return term.local if term is not None else predicate.value


def _text(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return term.value
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else str(term)


def _shown(term: object) -> str:
    if isinstance(term, ox.Literal):
        return term.value
    text = _text(term)
    return text.removeprefix(KG) if text.startswith(KG) else identifier(name_of(text))


def content_hash(quads: Iterable[ox.Quad]) -> str:
    """The SHA-256 of quads as sorted lines, N-Triples where no graph is named."""
    lines = io.BytesIO()
    write_lines(quads, "nquads", lines)
    return hashlib.sha256(lines.getvalue()).hexdigest()


def of_folder(folder: Path | None = None) -> Contents:
    """The contents of a folder of sheets, or of the packaged ones; SheetError for a bad cell."""
    return Contents(list(asserted(read_sheets(folder or knowledge_folder()))))


def of_file(path: Path) -> Contents:
    """The contents of an RDF file; ReadError where it cannot be read."""
    return Contents([quad for one in find_inputs([str(path)]) for quad in read(one)])


def of_store(store: Store) -> Contents:
    """The contents of the knowledge that a store holds; StoreError where it holds none."""
    return Contents(list(document_quads(store, KNOWLEDGE)))

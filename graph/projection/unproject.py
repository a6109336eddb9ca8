"""The inverse of the projection: what was said about a node, from what a store holds of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.projection.names import Names, iri_of, name_of, term_of
from graph.projection.nodes import LinkedNode
from graph.projection.project import BESIDE, DERIVATIONS, Documents
from graph.projection.statements import TRIPLE, Statement, datatype_tag, object_of, statements
from graph.projection.values import Value, usual_tag, written
from graph.vocabulary import OBJECT, PREDICATE, TYPE
from ontology import ontology

_LINE = re.compile(r"(.*) \.(?: # ([a-z0-9 -]+))?", re.DOTALL)
_NEW = tuple.__new__  # of a named tuple: a third of the time, and this is done for each quad
_OURS = frozenset(("id", "names", "value", "datatype", DERIVATIONS, *BESIDE))


class Unprojector:
    """Reads statements back; ``names`` are those of foreign terms, ``long_names`` of hashed ids."""

    def __init__(self, names: dict[str, str], long_names: dict[str, str] | None = None) -> None:
        self.names = Names(dict(names))
        self.long_names = {} if long_names is None else long_names
        self._keys: dict[str, tuple[str, bool]] = {}
        self._types: dict[str, str] = {}
        self._labels: dict[str, str] = {}

    def name(self, row: LinkedNode) -> str:
        """The name of a row's node."""
        return str(row.properties["iri"]) if "iri" in row.properties else row.id

    def said(self, row: LinkedNode) -> Iterator[tuple[Statement, Documents]]:
        """The asserted statements of a node, each once, with the documents that make them."""
        properties = row.properties
        default = tuple(d for d in _several(properties.get("_docs")) if d[0] != "+")
        beside = list(self.beside(_several(properties.get("_rdf")), default))
        yield from beside
        # What stands beside is not read from the values that are shown.
        beside_predicates = {
            one.predicate for one, _ in beside if one.tag is not None and one.tag != TRIPLE
        }
        hidden = {*_several(properties.get("_derived")), *map(self.names.key, beside_predicates)}
        hidden.update(self.names.unclaimed(p, "datatype") for p in beside_predicates)
        for one in self.classes(row):
            yield one, default
        for one in self.values(properties, hidden):
            yield one, default
        if "value" in properties and OBJECT not in beside_predicates:
            yield _claim_value(properties), default
        yield from self.links(row, default)

    def classes(self, row: LinkedNode) -> Iterator[Statement]:
        """The classes that labels stand for."""
        types = row.properties.get("_types")
        for label in row.labels if types is None else _several(types):
            if label != "Entity":
                yield Statement(TYPE, "", None, self.label_name(label))

    def values(self, properties: dict[str, Value], hidden: set[str]) -> Iterator[Statement]:
        """The literals that properties stand for, and the predicates that a claim names."""
        tags = {k: t for k, *t in (e.split(" ") for e in _several(properties.get("_tags")))}
        for key, shown in properties.items():
            if key == "predicate":
                for name in _several(shown):
                    value = name_of(self.names.term_iri(name))
                    yield Statement(PREDICATE, "", None, value)
            elif key not in _OURS and key not in hidden:
                iri, derived = self.key(key)
                if not derived:
                    yield from _literals(iri, shown, tags.get(key))

    def links(self, row: LinkedNode, default: Documents) -> Iterator[tuple[Statement, Documents]]:
        """What relationships stand for, in each of their graphs."""
        for link in row.links:
            if link.properties.get("inferred"):
                continue
            iri = self._types.get(link.type) or self._types.setdefault(
                link.type, self.names.type_iri(link.type)
            )
            end = self.long_names.get(link.end, link.end)
            contexts = link.properties.get("_graphs")
            if contexts is None:
                yield _NEW(Statement, (iri, "", None, end)), default
                continue
            for context in _several(contexts):
                graph, _, keys = context.partition(" # ")
                graph = name_of(graph[1:-1]) if graph.startswith("<") else graph
                where = tuple(keys.split(" ")) if keys else default
                yield Statement(iri, graph, None, end), where

    def beside(self, lines: list[str], default: Documents) -> Iterator[tuple[Statement, Documents]]:
        """The statements of ``_rdf``."""
        if not lines:
            return
        text: list[str] = []
        documents: list[Documents] = []
        for line in lines:
            match = _LINE.fullmatch(line)
            if match is None:
                raise ValueError(f"no line of _rdf: {line[:80]}")
            text.append(f"<x:s> {match[1]} .\n")
            documents.append(tuple(match[2].split(" ")) if match[2] else default)
        quads = ox.parse("".join(text), format=ox.RdfFormat.N_QUADS, lenient=True)
        for (_, one), where in zip(statements(quads), documents, strict=True):
            yield one, where

    def key(self, key: str) -> tuple[str, bool]:
        """A key's predicate, and whether its values are computed only."""
        found = self._keys.get(key)
        if found is None:
            iri = self.names.key_iri(key)
            term = ontology().terms.get(iri)
            derived = term is not None and term.derived and key == term.graph_name
            found = self._keys[key] = (iri, derived)
        return found

    def label_name(self, label: str) -> str:
        """The name of a label's class."""
        found = self._labels.get(label)
        if found is None:
            found = self._labels[label] = name_of(self.names.label_iri(label))
        return found


def _several(value: Value | None) -> list[str]:
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _literals(predicate: str, shown: Value, tags: list[str] | None) -> Iterator[Statement]:
    values = shown if isinstance(shown, list) else [shown]
    if tags is None:
        for value in values:
            tag = usual_tag(predicate, value)
            yield _NEW(Statement, (predicate, "", tag, written(value)))
        return
    if len(tags) == 1:
        tags = tags * len(values)
    for value, group in zip(values, tags, strict=True):
        text = written(value)
        for tag in group.split("|") if "|" in group else (group,):
            yield _NEW(Statement, (predicate, "", tag, text))


def _claim_value(properties: dict[str, Value]) -> Statement:
    tag = datatype_tag(iri_of(str(properties["datatype"])))
    return Statement(OBJECT, "", tag, str(properties["value"]))


def quads_of(
    rows: Iterable[LinkedNode], reader: Unprojector, document: str | None = None
) -> Iterator[ox.Quad]:
    """The asserted quads of rows, of one document or of all."""
    predicates: dict[str, ox.NamedNode] = {}
    default = ox.DefaultGraph()
    for row in rows:
        subject = term_of(reader.name(row))
        for one, documents in reader.said(row):
            if document is not None and document not in documents:
                continue
            predicate = predicates.get(one.predicate)
            if predicate is None:
                predicate = predicates[one.predicate] = ox.NamedNode(one.predicate)
            graph = term_of(one.graph) if one.graph else default
            yield ox.Quad(subject, predicate, object_of(one), graph)

"""The RDF of a store as a file: the asserted quads, sorted, in one of six syntaxes.

Sorted quads make the same bytes from every store.  Formats for triples have no place for a named
graph, so data that needs one is refused there rather than flattened; only what is computed here
(the derived data and the description) may be merged.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import IO, cast

import pyoxigraph as ox

from graph.loading.derived import derived_quads
from graph.loading.documents import document_quads
from graph.stores import Store
from graph.vocabulary import (
    FORMATS,
    GRAPH_METADATA,
    MORE_PREFIXES,
    OBJECT,
    PREDICATE,
    PREFIXES,
    RDF,
    SUBJECT,
)
from graph.vocabulary import TYPE_NODE as TYPE
from ontology import BASE, GRAPH_DERIVED, UserError

REIFIES = ox.NamedNode(RDF + "reifies")
RDF12_FORMATS = ("turtle", "trig", "ntriples", "nquads")
_REIFICATION = (SUBJECT, PREDICATE, OBJECT)
# A name that may follow the colon in an XML element: https://www.w3.org/TR/xml-names/#NT-NCName
_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NCNAME = f"[{_START}][{_START}0-9.\xb7\u0300-\u036f\u203f\u2040-]*"
_ENDS_IN_NAME = re.compile(_NCNAME + r"\Z")
_IS_NAME = re.compile(_NCNAME)
# Everything else cannot stand in an XML 1.0 document, not even escaped.
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Words of the syntax, which as an element would mean something else (RDF/XML 5.1).
_SYNTAX_WORDS = frozenset(
    RDF + name
    for name in (
        *("RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li", "Description"),
        *("aboutEach", "aboutEachPrefix", "bagID"),
    )
)


def rdf_quads(store: Store, *, derived: bool, document: str | None = None) -> list[ox.Quad]:
    """The quads of a store, or of one document, in a fixed order; derived ones in their graph."""
    return in_order(all_quads(store, derived=derived, document=document))


def all_quads(store: Store, *, derived: bool, document: str | None = None) -> Iterator[ox.Quad]:
    """The same as the store gives them."""
    yield from document_quads(store, document)
    if derived:
        yield from derived_quads(store)


def with_reifiers(quads: list[ox.Quad]) -> list[ox.Quad]:
    """Claims and facts as RDF 1.2 reifiers: ``claim rdf:reifies <<( s p o )>>``.

    What has exactly one rdf:subject, rdf:predicate and rdf:object in one graph is turned;
    anything else stays as it is.
    """
    parts: dict[tuple[str, str], dict[str, list[ox.Quad]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if quad.predicate.value in _REIFICATION:
            parts[str(quad.subject), str(quad.graph_name)][quad.predicate.value].append(quad)
    gone: set[ox.Quad] = set()
    turned: list[ox.Quad] = []
    for found in parts.values():
        if [len(found.get(p, ())) for p in _REIFICATION] != [1, 1, 1]:
            continue
        subject, predicate, value = (found[p][0] for p in _REIFICATION)
        if isinstance(subject.object, ox.Literal) or not isinstance(predicate.object, ox.NamedNode):
            continue
        triple = ox.Triple(subject.object, predicate.object, value.object)
        gone.update((subject, predicate, value))
        turned.append(ox.Quad(subject.subject, REIFIES, triple, subject.graph_name))
    return in_order([*(q for q in quads if q not in gone), *turned])


def in_order(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Each quad once, by graph (the default graph first), subject, predicate and object."""
    found = sorted(set(quads), key=str)
    default = ox.DefaultGraph()
    if any(quad.graph_name != default for quad in found):
        found.sort(key=_graph)  # which leaves the order within a graph
    return found


def _graph(quad: ox.Quad) -> str:
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)


def write_rdf(quads: list[ox.Quad], name: str, out: IO[bytes]) -> list[str]:
    """Writes quads in a format; notes tell what was merged.

    Raises UserError, before the first byte, where the format cannot hold the data.
    """
    form = FORMATS[name]
    notes: list[str] = []
    if not form.supports_datasets:
        quads, notes = _merged(quads, name)
    if name not in RDF12_FORMATS:
        _refuse_triple_terms(quads, name)
    prefixes = {} if name in ("ntriples", "nquads") else _prefixes(quads)
    if name == "rdfxml":
        quads = _with_xml_labels(quads)
        _refuse_what_xml_cannot_hold(quads)
        # A reader of XML takes a bare carriage return for a line feed.
        out = cast(IO[bytes], _Escaped(out))
    if form.supports_datasets:
        ox.serialize(quads, out, format=form, prefixes=prefixes)
    else:
        ox.serialize((q.triple for q in quads), out, format=form, prefixes=prefixes)
    if name in ("jsonld", "rdfxml"):
        out.write(b"\n")
    return notes


def _refuse_triple_terms(quads: Collection[ox.Quad], name: str) -> None:
    named = any(not isinstance(quad.graph_name, ox.DefaultGraph) for quad in quads)
    for quad in quads:
        if isinstance(quad.object, ox.Triple):
            fitting = [
                other for other in RDF12_FORMATS if FORMATS[other].supports_datasets or not named
            ]
            raise UserError(
                f"{quad.subject} has a triple term of RDF 1.2 under {quad.predicate}, which {name} "
                f"cannot hold; export it as {', '.join(fitting)}."
            )


def _merged(quads: list[ox.Quad], name: str) -> tuple[list[ox.Quad], list[str]]:
    """All quads in the default graph, if only what was computed here stood elsewhere."""
    ours = {GRAPH_DERIVED: "derived", GRAPH_METADATA: "metadata"}
    found = {q.graph_name for q in quads if not isinstance(q.graph_name, ox.DefaultGraph)}
    foreign = sorted(str(g) for g in found if g.value not in ours)
    if foreign:
        raise UserError(
            f"The data has named graphs ({foreign[0]}), which {name} cannot hold; "
            "export it as trig or nquads."
        )
    notes = [
        f"{name} has no named graphs: the {ours[graph.value]} statements are merged with the "
        f"others; trig and nquads keep them apart, in <{graph.value}>."
        for graph in sorted(found, key=str)
    ]
    return in_order(ox.Quad(q.subject, q.predicate, q.object) for q in quads), notes


def _prefixes(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """The prefixes that the data uses: the known ones, and one for each kind of our own ids."""
    used: set[str] = set()
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, ox.Literal):
                term = term.datatype
            if isinstance(term, ox.NamedNode):
                used.add(term.value[: max(term.value.rfind("#"), term.value.rfind("/")) + 1])
    known = {**PREFIXES, **MORE_PREFIXES}
    found = {prefix: space for prefix, space in known.items() if space in used}
    for space in used:
        kind = space.removeprefix(BASE).removesuffix("/")
        if space.startswith(BASE) and re.fullmatch("[a-z]+", kind) and kind not in known:
            found[kind] = space
    return dict(sorted(found.items()))


class _Escaped(io.RawIOBase):
    """A file in which carriage returns become character references."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.out.write(bytes(data).replace(b"\r", b"&#13;"))
        return len(data)


def _with_xml_labels(quads: list[ox.Quad]) -> list[ox.Quad]:
    """The same quads; if a blank node's label is no XML name, all labels get a letter in front."""
    terms = (term for q in quads for term in (q.subject, q.object))
    if all(_IS_NAME.fullmatch(t.value) for t in terms if isinstance(t, ox.BlankNode)):
        return quads

    def renamed(term: ox.NamedNode | ox.BlankNode) -> ox.NamedNode | ox.BlankNode:
        return ox.BlankNode("b" + term.value) if isinstance(term, ox.BlankNode) else term

    return [
        ox.Quad(
            renamed(cast(ox.NamedNode, q.subject)),
            q.predicate,
            q.object if isinstance(q.object, ox.Literal) else renamed(cast(ox.NamedNode, q.object)),
        )
        for q in quads
    ]


def _refuse_what_xml_cannot_hold(quads: Iterable[ox.Quad]) -> None:
    for quad in quads:
        names = [quad.predicate]
        if quad.predicate == TYPE and isinstance(quad.object, ox.NamedNode):
            names.append(quad.object)  # the serializer makes an element of a class, too
        for name in names:
            if name.value in _SYNTAX_WORDS or not _ENDS_IN_NAME.search(name.value):
                raise UserError(
                    f"rdfxml cannot write {name} as an element ({quad.subject} uses it); "
                    "export as turtle or nquads."
                )
        bad = NOT_IN_XML.search(quad.object.value) if isinstance(quad.object, ox.Literal) else None
        if bad:
            raise UserError(
                f"rdfxml cannot hold the character U+{ord(bad[0]):04X} in {quad.predicate} of "
                f"{quad.subject}; export as turtle or nquads."
            )

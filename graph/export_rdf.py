"""The RDF of a store as a file: the asserted quads, sorted, in one of six syntaxes.

Sorted quads make the same bytes from every store.  Formats for triples have no place for a named
graph, so data that needs one is refused there rather than flattened; only what is computed here
(the derived data and the description) may be merged.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import IO, cast

import pyoxigraph as ox

from graph.claims import TYPE
from graph.dataset import asserted_quads
from graph.infer import derive
from graph.names import PREFIXES
from graph.stores import Release, Store
from ontology import BASE, GRAPH_DERIVED, KG, UserError

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
GRAPH_METADATA = BASE + "graph/metadata"
DATASET = BASE + "dataset"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
TITLES = {"en": "Expediente: an evidence graph", "es": "Expediente: un grafo de evidencias"}

RDF = PREFIXES["rdf"]
REIFIES = ox.NamedNode(RDF + "reifies")
RDF12_FORMATS = ("turtle", "trig", "ntriples", "nquads")
_REIFICATION = (RDF + "subject", RDF + "predicate", RDF + "object")
MORE_PREFIXES = {"edtf": "http://id.loc.gov/datatypes/edtf/"}

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


def rdf_quads(store: Store, *, derived: bool) -> list[ox.Quad]:
    """The quads of a store in a fixed order; derived ones stand in their own graph."""
    # Sorted before anything is derived, so that no store's own order can show in a conclusion.
    quads = in_order(asserted_quads(store))
    return in_order([*quads, *derive(quads)]) if derived else quads


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
    return sorted(set(quads), key=_place)


def _place(quad: ox.Quad) -> tuple[str, str, str, str]:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), str(quad.predicate), str(quad.object)


def write_rdf(quads: list[ox.Quad], name: str, out: IO[bytes]) -> list[str]:
    """Writes quads in a format; notes tell what was merged.

    Raises UserError, before the first byte, where the format cannot hold the data.
    """
    form = FORMATS[name]
    notes: list[str] = []
    if not form.supports_datasets:
        quads, notes = _merged(quads, name)
    prefixes = _prefixes(quads)
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
                used.add(re.sub(r"[^#/]*\Z", "", term.value))
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


# --- The description of the dataset -------------------------------------------------------------


def metadata_quads(
    quads: list[ox.Quad], release: Release, name: str, *, derived: bool, licensed: bool
) -> list[ox.Quad]:
    """What the exported quads are: VoID counts, a DCAT entry, where they come from (PROV).

    There is no time in it.  The generation names the dataset, so that descriptions of two
    generations can lie in one place.  ``licensed`` says that the licence is ours to give.
    """
    dataset = f"{DATASET}/{release.generation[:16]}" + ("-derived" if derived else "")
    found = [
        *_catalogue_entry(dataset, release, name, licensed),
        *_provenance(dataset, quads),
        *_statistics(dataset, quads),
    ]
    return in_order(found)


def _say(subject: str, name: str, value: str | ox.Literal) -> ox.Quad:
    """One statement about the dataset; a text is an IRI here."""
    prefix, local = name.split(":")
    term = ox.NamedNode(value) if isinstance(value, str) else value
    predicate = ox.NamedNode(PREFIXES[prefix] + local)
    return ox.Quad(ox.NamedNode(subject), predicate, term, ox.NamedNode(GRAPH_METADATA))


def _catalogue_entry(
    dataset: str, release: Release, name: str, licensed: bool
) -> Iterator[ox.Quad]:
    form = FORMATS[name]
    distribution = f"{dataset}-{name}"
    for kind in ("void:Dataset", "dcat:Dataset", "prov:Entity"):
        prefix, local = kind.split(":")
        yield _say(dataset, "rdf:type", PREFIXES[prefix] + local)
    yield _say(dataset, "dct:identifier", ox.Literal(release.generation))
    yield _say(dataset, "dct:isVersionOf", DATASET)
    for language, title in TITLES.items():
        yield _say(dataset, "dct:title", ox.Literal(title, language=language))
    yield _say(dataset, "dcat:distribution", distribution)
    yield _say(distribution, "rdf:type", PREFIXES["dcat"] + "Distribution")
    yield _say(distribution, "dcat:mediaType", MEDIA_TYPES + form.media_type)
    if licensed:
        yield _say(dataset, "dct:license", LICENCE)
        yield _say(distribution, "dct:license", LICENCE)


def _provenance(dataset: str, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    making = dataset + "-making"
    yield _say(dataset, "prov:wasGeneratedBy", making)
    yield _say(making, "rdf:type", PREFIXES["prov"] + "Activity")
    source = ox.NamedNode(KG + "Source")
    for quad in quads:
        subject = quad.subject
        if quad.predicate == TYPE and quad.object == source and isinstance(subject, ox.NamedNode):
            yield _say(subject.value, "rdf:type", PREFIXES["prov"] + "Entity")
            yield _say(dataset, "prov:wasDerivedFrom", subject.value)
            yield _say(making, "prov:used", subject.value)


def _statistics(dataset: str, quads: list[ox.Quad]) -> Iterator[ox.Quad]:
    triples = {q.triple for q in quads}
    subjects = {t.subject for t in triples}
    instances: dict[str, int] = defaultdict(int)
    uses: dict[str, int] = defaultdict(int)
    for triple in triples:
        uses[triple.predicate.value] += 1
        if triple.predicate == TYPE and isinstance(triple.object, ox.NamedNode):
            instances[triple.object.value] += 1
    yield _say(dataset, "void:triples", ox.Literal(len(triples)))
    yield _say(
        dataset, "void:entities", ox.Literal(sum(isinstance(s, ox.NamedNode) for s in subjects))
    )
    yield _say(dataset, "void:distinctSubjects", ox.Literal(len(subjects)))
    yield _say(dataset, "void:distinctObjects", ox.Literal(len({t.object for t in triples})))
    yield _say(dataset, "void:classes", ox.Literal(len(instances)))
    yield _say(dataset, "void:properties", ox.Literal(len(uses)))
    yield _say(dataset, "void:uriSpace", ox.Literal(BASE))
    yield _say(dataset, "void:vocabulary", KG)
    for iri, count in instances.items():
        part = f"{dataset}-class-{_part(iri)}"
        yield _say(dataset, "void:classPartition", part)
        yield _say(part, "void:class", iri)
        yield _say(part, "void:entities", ox.Literal(count))
    for iri, count in uses.items():
        part = f"{dataset}-property-{_part(iri)}"
        yield _say(dataset, "void:propertyPartition", part)
        yield _say(part, "void:property", iri)
        yield _say(part, "void:triples", ox.Literal(count))


def _part(iri: str) -> str:
    """A name for a part of the dataset: a local name of ours, else digits of the IRI's hash."""
    local = iri.removeprefix(KG)
    return local if local.isalnum() else hashlib.sha256(iri.encode()).hexdigest()[:16]

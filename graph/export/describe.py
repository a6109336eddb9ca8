"""What a dataset is: VoID counts, a DCAT entry, where it comes from (PROV), whose it may be.

No time is in it, so the same store is described by the same bytes.  The generation names the
dataset, so that descriptions of two generations can lie in one place.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata

import pyoxigraph as ox

from graph.export.rdf import in_order
from graph.loading.documents import document_quads
from graph.loading.knowledge import generation
from graph.stores import Release, Store
from graph.stores.base import KNOWLEDGE, Document
from graph.vocabulary import FORMATS, GRAPH_METADATA, MORE_PREFIXES, PREFIXES
from graph.vocabulary import TYPE_NODE as TYPE
from ontology import BASE, GRAPH_DERIVED, KG

DATASET = BASE + "dataset"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
SOFTWARE_LICENCE = "https://spdx.org/licenses/Apache-2.0"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
TITLES = {"en": "Expediente: an evidence graph", "es": "Expediente: un grafo de evidencias"}

Name = ox.NamedNode | ox.BlankNode

_GRAPH = ox.NamedNode(GRAPH_METADATA)
_SOURCE = ox.NamedNode(KG + "Source")
_SPACES = {**PREFIXES, **MORE_PREFIXES}
_MEDIA = {f.name: f.media_type for f in FORMATS.values()}
_HEX = ox.NamedNode(PREFIXES["xsd"] + "hexBinary")
_DEFAULT = ox.DefaultGraph()


@dataclass(frozen=True)
class Counts:
    """What was counted in some quads: in triples, each once whatever its graphs."""

    triples: int
    subjects: int
    entities: int
    objects: int
    properties: dict[ox.NamedNode, int]
    classes: dict[ox.NamedNode, int]
    graphs: dict[Name, int]
    sources: tuple[ox.NamedNode, ...]
    ours: bool


class Statistics:
    """Counts quads as they come; terms are remembered by their hashes, so that millions fit."""

    def __init__(self) -> None:
        self._triples: set[int] = set()
        self._quads: set[int] = set()  # of named graphs
        self._subjects: set[int] = set()
        self._objects: set[int] = set()
        self._entities = 0
        self._properties: dict[ox.NamedNode, int] = defaultdict(int)
        self._classes: dict[ox.NamedNode, int] = defaultdict(int)
        self._graphs: dict[Name, int] = defaultdict(int)
        self._sources: set[ox.NamedNode] = set()
        self._ours = False

    def add(self, quad: ox.Quad) -> None:
        """Counts a quad; one that was there already counts no more."""
        subject, predicate, value, graph = quad
        triple = hash((subject, predicate, value))
        if graph != _DEFAULT:
            whole = hash((triple, graph))
            if whole not in self._quads:
                self._quads.add(whole)
                self._graphs[graph] += 1
        if triple in self._triples:
            return
        self._triples.add(triple)
        self._properties[predicate] += 1
        self._objects.add(hash(value))
        if (name := hash(subject)) not in self._subjects:
            self._subjects.add(name)
            if isinstance(subject, ox.NamedNode):
                self._entities += 1
                self._ours = self._ours or subject.value.startswith(BASE)
        if predicate == TYPE and isinstance(value, ox.NamedNode):
            self._classes[value] += 1
            if value == _SOURCE and isinstance(subject, ox.NamedNode):
                self._sources.add(subject)

    def counts(self) -> Counts:
        """What was counted so far."""
        return Counts(
            len(self._triples),
            len(self._subjects),
            self._entities,
            len(self._objects),
            dict(self._properties),
            dict(self._classes),
            dict(self._graphs),
            tuple(sorted(self._sources, key=str)),
            self._ours,
        )


class Survey:
    """Learns what a dataset is from its quads while they pass to somewhere else."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.documents: dict[str, Counts] = {}
        self._whole = Statistics()

    def passing(self, quads: Iterable[ox.Quad], document: str | None = None) -> Iterator[ox.Quad]:
        """The same quads, counted, for a document too if its key is given."""
        alone = len(self.release.documents) == 1  # then what was asserted is that document
        own = Statistics() if document is not None and not alone else None
        for quad in quads:
            self._whole.add(quad)
            if own is not None:
                own.add(quad)
            yield quad
        if document is not None:
            self.documents[document] = (own or self._whole).counts()

    def take(self, quads: Iterable[ox.Quad], document: str | None = None) -> None:
        """Counts quads that are wanted nowhere else."""
        for _ in self.passing(quads, document):
            pass

    @property
    def whole(self) -> Counts:
        """The counts of all that has passed."""
        return self._whole.counts()


def is_ours(release: Release) -> bool:
    """Whether a store holds the packaged knowledge of this version and nothing else."""
    return bool(release.documents) and all(_packaged(d) for d in release.documents)


def _packaged(document: Document) -> bool:
    return document.key == KNOWLEDGE and document.digest == generation()


def metadata_quads(
    store: Store, quads: Sequence[ox.Quad], release: Release, name: str, *, derived: bool
) -> list[ox.Quad]:
    """The description of quads that are exported in a format."""
    survey = Survey(release)
    if len(release.documents) == 1:
        (document,) = release.documents
        survey.take((q for q in quads if not (derived and _is_derived(q))), document.key)
        if derived:
            survey.take(filter(_is_derived, quads))
    else:
        for document in release.documents:
            survey.take(document_quads(store, document.key), document.key)
        survey.take(quads)
    return description(survey, derived=derived, format=name)


def _is_derived(quad: ox.Quad) -> bool:
    return isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value == GRAPH_DERIVED


def description(
    survey: Survey,
    *,
    derived: bool,
    format: str | None = None,  # noqa: A002 - the word that the command line has
) -> list[ox.Quad]:
    """The description in its own graph, sorted; with a ``format`` also of the file in it."""
    release = survey.release
    asserted = f"{DATASET}/{release.generation[:16]}"
    dataset = asserted + ("-derived" if derived else "")
    licensed = is_ours(release)
    counts = survey.whole
    found = [
        *_document_itself(dataset),
        *_entry(dataset, release, licensed),
        *_counted(dataset, counts),
        *_partitions(dataset, counts),
        *_making(dataset, asserted, counts, release, derived),
        *_software(),
    ]
    if format is not None:
        found += _file(dataset, format, licensed)
    for document in release.documents:
        if document.key in survey.documents:
            found += _subset(dataset, asserted, document, survey.documents[document.key])
    return in_order(found)


def _iri(name: str) -> str:
    prefix, local = name.split(":")
    return _SPACES[prefix] + local


def _say(subject: str | ox.NamedNode, name: str, value: str | ox.Literal | Name) -> ox.Quad:
    """One statement; a text is an IRI here."""
    who = ox.NamedNode(subject) if isinstance(subject, str) else subject
    what = ox.NamedNode(value) if isinstance(value, str) else value
    return ox.Quad(who, ox.NamedNode(_iri(name)), what, _GRAPH)


def _is(subject: str | ox.NamedNode, *kinds: str) -> Iterator[ox.Quad]:
    for kind in kinds:
        yield _say(subject, "rdf:type", _iri(kind))


def _part(iri: str) -> str:
    """A name for a part of the dataset: a local name of ours, else digits of the IRI's hash."""
    local = iri.removeprefix(KG)
    return local if local.isalnum() else hashlib.sha256(iri.encode()).hexdigest()[:16]


def _document_itself(dataset: str) -> Iterator[ox.Quad]:
    yield from _is(GRAPH_METADATA, "void:DatasetDescription")
    yield _say(GRAPH_METADATA, "foaf:primaryTopic", dataset)


def _entry(dataset: str, release: Release, licensed: bool) -> Iterator[ox.Quad]:
    yield from _is(dataset, "void:Dataset", "dcat:Dataset", "sd:Dataset", "prov:Entity")
    yield _say(dataset, "dct:identifier", ox.Literal(release.generation))
    yield _say(dataset, "dcat:version", ox.Literal(release.generation[:16]))
    yield _say(dataset, "dct:isVersionOf", DATASET)
    if release.documents and not release.document(KNOWLEDGE):
        names = [d.name for d in release.documents]
        more = [f"{len(names) - 3} more"] if len(names) > 3 else []
        yield _say(dataset, "dct:title", ox.Literal(", ".join([*names[:3], *more])))
    else:
        for language, title in TITLES.items():
            yield _say(dataset, "dct:title", ox.Literal(title, language=language))
    if licensed:
        yield _say(dataset, "dct:license", LICENCE)


def _file(dataset: str, name: str, licensed: bool) -> Iterator[ox.Quad]:
    distribution = f"{dataset}-{name}"
    yield _say(dataset, "dcat:distribution", distribution)
    yield from _is(distribution, "dcat:Distribution")
    yield _say(distribution, "dcat:mediaType", MEDIA_TYPES + FORMATS[name].media_type)
    if licensed:
        yield _say(distribution, "dct:license", LICENCE)


def _counted(dataset: str, counts: Counts) -> Iterator[ox.Quad]:
    for name, count in (
        ("triples", counts.triples),
        ("entities", counts.entities),
        ("distinctSubjects", counts.subjects),
        ("distinctObjects", counts.objects),
        ("classes", len(counts.classes)),
        ("properties", len(counts.properties)),
    ):
        yield _say(dataset, f"void:{name}", ox.Literal(count))
    if counts.ours:
        yield _say(dataset, "void:uriSpace", ox.Literal(BASE))
    terms = (*counts.properties, *counts.classes)
    for space in {re.sub(r"[^#/]*\Z", "", term.value) for term in terms}:
        if "//" in space:  # else it is a URN, whose terms have no document in common
            yield _say(dataset, "void:vocabulary", space)
    for graph, count in counts.graphs.items():
        named = f"{dataset}-graph-{_part(str(graph))}"
        yield _say(dataset, "sd:namedGraph", named)
        yield from _is(named, "sd:NamedGraph")
        yield _say(named, "sd:name", graph)
        yield _say(named, "sd:graph", named + "-content")
        yield from _is(named + "-content", "sd:Graph")
        yield _say(named + "-content", "void:triples", ox.Literal(count))


def _partitions(dataset: str, counts: Counts) -> Iterator[ox.Quad]:
    for term, count in counts.classes.items():
        part = f"{dataset}-class-{_part(term.value)}"
        yield _say(dataset, "void:classPartition", part)
        yield from _is(part, "void:Dataset")
        yield _say(part, "void:class", term)
        yield _say(part, "void:entities", ox.Literal(count))
    for term, count in counts.properties.items():
        part = f"{dataset}-property-{_part(term.value)}"
        yield _say(dataset, "void:propertyPartition", part)
        yield from _is(part, "void:Dataset")
        yield _say(part, "void:property", term)
        yield _say(part, "void:triples", ox.Literal(count))


def _making(
    dataset: str, asserted: str, counts: Counts, release: Release, derived: bool
) -> Iterator[ox.Quad]:
    """The load, and the inference if its conclusions are there."""
    load = asserted + "-load"
    yield from _is(load, "prov:Activity")
    yield _say(load, "prov:wasAssociatedWith", _agent())
    yield _say(dataset, "prov:wasGeneratedBy", load)
    for source in counts.sources:
        yield from _is(source, "prov:Entity")
        yield _say(dataset, "prov:wasDerivedFrom", source)
        yield _say(load, "prov:used", source)
    for document in release.documents:
        yield _say(load, "prov:used", _loaded(asserted, document))
    if derived:
        inference = asserted + "-inference"
        yield from _is(inference, "prov:Activity")
        yield _say(inference, "prov:wasAssociatedWith", _agent())
        yield _say(inference, "prov:wasInformedBy", load)
        yield _say(inference, "prov:used", KG.removesuffix("#"))
        yield from _is(KG.removesuffix("#"), "prov:Entity")
        yield from _is(GRAPH_DERIVED, "prov:Entity")
        yield _say(GRAPH_DERIVED, "prov:wasGeneratedBy", inference)


def _version() -> str | None:
    try:
        return metadata.version("expediente")
    except metadata.PackageNotFoundError:  # run from a checkout that nobody installed
        return None


def _agent() -> str:
    version = _version()
    return f"{BASE}software/expediente" + (f"-{version}" if version else "")


def _software() -> Iterator[ox.Quad]:
    agent, version = _agent(), _version()
    yield from _is(agent, "prov:SoftwareAgent")
    yield _say(agent, "dct:title", ox.Literal("Expediente"))
    yield _say(agent, "dct:license", SOFTWARE_LICENCE)
    if version:
        yield _say(agent, "dcat:version", ox.Literal(version))


def _loaded(asserted: str, document: Document) -> str:
    """The IRI of what was loaded: a file as it was then, or the sheets."""
    return f"{asserted}-document-{_part(document.key)}-source"


def _subset(dataset: str, asserted: str, document: Document, counts: Counts) -> Iterator[ox.Quad]:
    """A document: what the graph has of it, and the file that it came from."""
    subset = f"{asserted}-document-{_part(document.key)}"
    source = _loaded(asserted, document)
    yield _say(dataset, "void:subset", subset)
    yield from _is(subset, "void:Dataset", "dcat:Dataset", "sd:Dataset", "prov:Entity")
    yield _say(subset, "dct:identifier", ox.Literal(document.key))
    yield _say(subset, "dcat:version", ox.Literal(document.digest[:16]))
    yield _say(subset, "dct:title", ox.Literal(document.name))
    yield from _counted(subset, counts)
    yield _say(subset, "prov:wasGeneratedBy", asserted + "-load")
    yield _say(subset, "prov:wasDerivedFrom", source)
    yield _say(subset, "dcat:distribution", source)
    yield from _is(source, "dcat:Distribution", "prov:Entity")
    yield _say(source, "dct:title", ox.Literal(document.name))
    if document.format in _MEDIA:
        yield _say(source, "dcat:mediaType", MEDIA_TYPES + _MEDIA[document.format])
    if document.sha256:
        checksum = source + "-sha256"
        yield _say(source, "spdx:checksum", checksum)
        yield from _is(checksum, "spdx:Checksum")
        yield _say(checksum, "spdx:algorithm", _iri("spdx:checksumAlgorithm_sha256"))
        yield _say(checksum, "spdx:checksumValue", ox.Literal(document.sha256, datatype=_HEX))
    if _packaged(document):
        yield _say(subset, "dct:license", LICENCE)
        yield _say(source, "dct:license", LICENCE)

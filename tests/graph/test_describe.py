"""The description of a dataset: true counts, each document, W3C vocabularies used as they are meant."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from pyshacl import validate

from graph.export.describe import (
    LICENCE,
    Statistics,
    Survey,
    description,
    labels,
    metadata_quads,
)
from graph.export.rdf import in_order, rdf_quads, with_reifiers
from graph.loading.change import Incoming, gather
from graph.loading.derived import derived_quads
from graph.loading.documents import document_quads, load
from graph.loading.packaged import read_packaged
from graph.stores import Store, open_store, parse_address
from graph.stores.base import Document, Release
from graph.vocabulary import GRAPH_METADATA
from ontology import BASE, GRAPH_DERIVED, KG

# pyshacl has rdflib warn of itself.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.*deprecated:DeprecationWarning")

CLAIMS = f"""
@prefix kg: <{KG}> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @base <{BASE}> .
<person/ana> a kg:Person ; kg:name "Ana" ; kg:siblingOf <person/eva> .
<person/eva> a kg:Person ; kg:name "Eva" . <source/s> a kg:Source ; kg:name "S" .
<claim/1> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:siblingOf ;
  rdf:object <person/eva> ; kg:statedIn <source/s> ; kg:status "stated" ; kg:rank "normal" .
"""
GRAPHS = """
@prefix ex: <http://example.org/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
ex:a foaf:knows ex:b , _:c ; foaf:name "A"@en , "A" . <urn:x:y> a <urn:x:Kind> .
ex:g { ex:a foaf:knows ex:b . ex:b foaf:name "B" }
_:h { ex:a foaf:knows ex:b }
"""
SHARED = '@prefix ex: <http://example.org/> . ex:a <http://xmlns.com/foaf/0.1/name> "A" .'
TEXTS = {"claims.ttl": CLAIMS, "graphs.trig": GRAPHS, "shared.ttl": SHARED}

# What the specifications ask: VoID 2011, DCAT 3, PROV-O, SPARQL 1.1 Service Description, SPDX.
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix void: <http://rdfs.org/ns/void#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix spdx: <http://spdx.org/rdf/terms#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix x: <http://example.org/shapes/> .
x:agent a sh:NodeShape ; sh:targetClass foaf:Agent ;
  sh:property [ sh:path foaf:name ; sh:minCount 1 ; sh:nodeKind sh:Literal ] .
x:contact a sh:NodeShape ; sh:targetClass vcard:Organization ;
  sh:property [ sh:path vcard:fn ; sh:minCount 1 ], [ sh:path vcard:hasURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
x:dataset a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:nodeKind sh:IRI ; sh:class void:Dataset ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:uniqueLang true ],
    [ sh:path dct:description ; sh:minCount 1 ; sh:uniqueLang true ],
    [ sh:path dct:publisher ; sh:maxCount 1 ; sh:class foaf:Agent ],
    [ sh:path dcat:contactPoint ; sh:class vcard:Organization ],
    [ sh:path dct:identifier ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dcat:version ; sh:maxCount 1 ; sh:nodeKind sh:Literal ],
    [ sh:path dct:license ; sh:maxCount 1 ; sh:nodeKind sh:IRI ],
    [ sh:path dcat:distribution ; sh:class dcat:Distribution ],
    [ sh:path prov:wasGeneratedBy ; sh:minCount 1 ; sh:class prov:Activity ],
    [ sh:path prov:wasDerivedFrom ; sh:class prov:Entity ],
    [ sh:path void:triples ; sh:minCount 1 ].
x:void a sh:NodeShape ; sh:targetClass void:Dataset ;
  sh:property [ sh:path void:subset ; sh:class void:Dataset ],
    [ sh:path void:triples ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 0 ],
    [ sh:path void:entities ; sh:maxCount 1 ; sh:datatype xsd:integer ],
    [ sh:path void:classes ; sh:maxCount 1 ; sh:datatype xsd:integer ],
    [ sh:path void:properties ; sh:maxCount 1 ; sh:datatype xsd:integer ],
    [ sh:path void:distinctSubjects ; sh:maxCount 1 ; sh:datatype xsd:integer ],
    [ sh:path void:distinctObjects ; sh:maxCount 1 ; sh:datatype xsd:integer ],
    [ sh:path void:uriSpace ; sh:nodeKind sh:Literal ],
    [ sh:path void:vocabulary ; sh:nodeKind sh:IRI ],
    [ sh:path void:classPartition ; sh:class void:Dataset ;
      sh:node [ sh:property [ sh:path void:class ; sh:minCount 1 ; sh:maxCount 1 ] ] ],
    [ sh:path void:propertyPartition ; sh:class void:Dataset ;
      sh:node [ sh:property [ sh:path void:property ; sh:minCount 1 ; sh:maxCount 1 ] ] ],
    [ sh:path sd:namedGraph ; sh:class sd:NamedGraph ].
x:named a sh:NodeShape ; sh:targetClass sd:NamedGraph ;
  sh:property [ sh:path sd:name ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ],
    [ sh:path sd:graph ; sh:minCount 1 ; sh:class sd:Graph ].
x:distribution a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:mediaType ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
      sh:pattern "^https://www.iana.org/assignments/media-types/" ],
    [ sh:path dct:format ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
      sh:pattern "^http://publications.europa.eu/resource/authority/file-type/" ],
    [ sh:path dcat:accessURL ; sh:nodeKind sh:IRI ],
    [ sh:path spdx:checksum ; sh:maxCount 1 ; sh:class spdx:Checksum ].
x:checksum a sh:NodeShape ; sh:targetClass spdx:Checksum ;
  sh:property [ sh:path spdx:algorithm ; sh:hasValue spdx:checksumAlgorithm_sha256 ],
    [ sh:path spdx:checksumValue ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:hexBinary ].
x:activity a sh:NodeShape ; sh:targetClass prov:Activity ;
  sh:property [ sh:path prov:wasAssociatedWith ; sh:minCount 1 ; sh:class prov:SoftwareAgent ],
    [ sh:path prov:used ; sh:minCount 1 ; sh:class prov:Entity ],
    [ sh:path prov:wasInformedBy ; sh:class prov:Activity ].
x:document a sh:NodeShape ; sh:targetClass void:DatasetDescription ;
  sh:property [ sh:path foaf:primaryTopic ; sh:minCount 1 ; sh:maxCount 1 ; sh:class void:Dataset ].
"""
VOID, DCT, PROV = rdflib.VOID, rdflib.DCTERMS, rdflib.PROV
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")


def sha256(name: str) -> str:
    return hashlib.sha256(TEXTS[name].encode()).hexdigest()


def incoming(name: str) -> Incoming:
    form = ox.RdfFormat.TRIG if name.endswith("trig") else ox.RdfFormat.TURTLE
    key = name.partition(".")[0]
    quads = ox.parse(TEXTS[name].replace("_:", f"_:{key}_"), format=form)
    document = Document(key, name, sha256(name), 0, form.name, None, sha256(name))
    return gather(document, dict.fromkeys(quads))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(parse_address(f"embedded:{tmp_path_factory.mktemp('described')}"))
    load(opened, [incoming(name) for name in TEXTS])
    yield opened
    opened.close()


def held(store: Store) -> Release:
    release = store.release()
    assert release is not None
    return release


def described(store: Store, *, derived: bool = False) -> list[ox.Quad]:
    quads = in_order(document_quads(store))
    if derived:
        quads = in_order([*quads, *derived_quads(store)])
    return metadata_quads(store, quads, held(store), "trig", derived=derived)


def as_rdflib(quads: list[ox.Quad]) -> rdflib.Graph:
    graph = rdflib.Graph()
    data = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
    assert data is not None
    graph.parse(data=data.decode(), format="nt")
    return graph


def topic(graph: rdflib.Graph) -> rdflib.term.Node:
    found = graph.value(rdflib.URIRef(GRAPH_METADATA), rdflib.FOAF.primaryTopic)
    assert found is not None
    return found


def number(graph: rdflib.Graph, subject: rdflib.term.Node, name: rdflib.URIRef) -> int:
    value = graph.value(subject, name)
    assert isinstance(value, rdflib.Literal)
    return int(value)


def subset(graph: rdflib.Graph, name: str) -> rdflib.term.Node:
    (found,) = (
        s
        for s in graph.objects(topic(graph), VOID.subset)
        if (s, DCT.title, rdflib.Literal(name)) in graph
    )
    return found


@pytest.mark.parametrize("derived", [False, True])
def test_the_description_is_what_the_vocabularies_ask_for(store: Store, derived: bool) -> None:
    quads = described(store, derived=derived)
    assert {q.graph_name for q in quads} == {ox.NamedNode(GRAPH_METADATA)}
    conforms, _, text = validate(as_rdflib(quads), shacl_graph=SHAPES, shacl_graph_format="turtle")
    assert conforms, text


def test_the_shapes_would_find_a_fault(store: Store) -> None:
    graph = as_rdflib(described(store))
    graph.remove((topic(graph), DCT.identifier, None))
    assert not validate(graph, shacl_graph=SHAPES, shacl_graph_format="turtle")[0]


@pytest.mark.parametrize("derived", [False, True])
def test_the_counts_are_those_of_another_engine(store: Store, derived: bool) -> None:
    quads = [*document_quads(store), *(derived_quads(store) if derived else ())]
    data = ox.Store()
    data.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)

    def one(query: str) -> int:
        (row,) = data.query(query)
        return int(row[0].value)

    graph = as_rdflib(described(store, derived=derived))
    whole = topic(graph)
    for name, query in {
        "triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "entities": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o FILTER(isIRI(?s)) }",
        "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
        "distinctObjects": "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
        "properties": "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
        "classes": "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }",
    }.items():
        assert number(graph, whole, VOID[name]) == one(query), name
    parts = {
        str(graph.value(part, VOID.property)): number(graph, part, VOID.triples)
        for part in graph.objects(whole, VOID.propertyPartition)
    }
    counted = data.query("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p")
    assert parts == {row["p"].value: int(row["n"].value) for row in counted}
    parts = {
        str(graph.value(part, VOID["class"])): number(graph, part, VOID.entities)
        for part in graph.objects(whole, VOID.classPartition)
    }
    counted = data.query("SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c")
    assert parts == {row["c"].value: int(row["n"].value) for row in counted}


def test_each_document_is_a_part_with_its_file(store: Store) -> None:
    graph = as_rdflib(described(store))
    for name, triples in {"claims.ttl": 14, "graphs.trig": 6, "shared.ttl": 1}.items():
        part = subset(graph, name)
        assert number(graph, part, VOID.triples) == triples, name
        file = graph.value(part, PROV.wasDerivedFrom)
        assert graph.value(part, DCAT.distribution) == file
        media = str(graph.value(file, DCAT.mediaType)).rpartition("/")[2]
        assert media == ("trig" if name.endswith("trig") else "turtle")
        checksum = graph.value(file, SPDX.checksum)
        assert str(graph.value(checksum, SPDX.checksumValue)).lower() == sha256(name)
        assert (graph.value(part, PROV.wasGeneratedBy), PROV.used, file) in graph
    # A triple that two documents state, or two graphs hold, is one triple of the whole.
    assert number(graph, topic(graph), VOID.triples) == 14 + 6


def test_named_graphs_are_listed_with_their_sizes(store: Store) -> None:
    graph = as_rdflib(described(store, derived=True))

    def sizes(subject: rdflib.term.Node) -> dict[str, int]:
        return {
            named.n3() if isinstance(named := graph.value(g, SD.name), rdflib.URIRef) else "_:": (
                number(graph, graph.value(g, SD.graph), VOID.triples)  # type: ignore[arg-type]
            )
            for g in graph.objects(subject, SD.namedGraph)
        }

    assert sizes(subset(graph, "graphs.trig")) == {"<http://example.org/g>": 2, "_:": 1}
    assert sizes(subset(graph, "claims.ttl")) == {}
    derived = len(set(derived_quads(store)))
    assert derived > 5
    assert sizes(topic(graph)) == {
        "<http://example.org/g>": 2,
        "_:": 1,
        f"<{GRAPH_DERIVED}>": derived,
    }


def test_vocabularies_are_those_that_are_used(store: Store) -> None:
    graph = as_rdflib(described(store))
    assert {str(v) for v in graph.objects(topic(graph), VOID.vocabulary)} == {
        KG,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://xmlns.com/foaf/0.1/",
    }
    assert {str(v) for v in graph.objects(subset(graph, "graphs.trig"), VOID.uriSpace)} == set()
    assert {str(v) for v in graph.objects(subset(graph, "claims.ttl"), VOID.uriSpace)} == {BASE}


def test_the_making_is_told_without_a_time(store: Store) -> None:
    asserted, derived = as_rdflib(described(store)), as_rdflib(described(store, derived=True))
    source = rdflib.URIRef(BASE + "source/s")
    assert (topic(asserted), PROV.wasDerivedFrom, source) in asserted
    inference = derived.value(rdflib.URIRef(GRAPH_DERIVED), PROV.wasGeneratedBy)
    load_ = derived.value(topic(derived), PROV.wasGeneratedBy)
    assert (inference, PROV.wasInformedBy, load_) in derived
    assert (inference, None, None) not in asserted
    (agent,) = derived.subjects(rdflib.RDF.type, PROV.SoftwareAgent)
    assert (inference, PROV.wasAssociatedWith, agent) in derived
    times = [t for t in derived if "Time" in t[1] or "date" in str(getattr(t[2], "datatype", ""))]
    assert times == []


def test_the_same_content_is_described_alike_wherever_it_lies(store: Store, tmp_path: Path) -> None:
    other = open_store(parse_address(f"embedded:{tmp_path / 'other'}"))
    for name in reversed(TEXTS):  # in another order, and one by one
        load(other, [incoming(name)])
    assert described(other, derived=True) == described(store, derived=True)
    other.close()


def test_only_the_packaged_knowledge_has_our_licence(store: Store, tmp_path: Path) -> None:
    licence = rdflib.URIRef(LICENCE)
    assert (None, DCT.license, licence) not in as_rdflib(described(store))

    def licensed(release: Release) -> set[str]:
        survey = Survey(release)
        for document in release.documents:
            survey.take((), document.key)
        graph = as_rdflib(description(survey, derived=False, format="trig"))
        return {str(s).rpartition("/")[2] for s in graph.subjects(DCT.license, licence)}

    ours, other = read_packaged().document, incoming("shared.ttl").document
    assert licensed(Release("0" * 64, documents=(ours,))) == {
        "0" * 16,
        "0" * 16 + "-trig",
        "0" * 16 + "-document-knowledge",
        "0" * 16 + "-document-knowledge-source",
    }
    assert licensed(Release("0" * 64, documents=(ours, other))) == {
        "0" * 16 + "-document-knowledge",
        "0" * 16 + "-document-knowledge-source",
    }


def test_counting_a_quad_twice_changes_nothing(store: Store) -> None:
    once, twice = Statistics(), Statistics()
    for quad in document_quads(store):
        once.add(quad)
        twice.add(quad)
        twice.add(quad)
    assert once.counts() == twice.counts()


def test_only_the_packaged_knowledge_says_who_publishes_it_and_where_it_is(store: Store) -> None:
    def told(release: Release) -> rdflib.Graph:
        survey = Survey(release)
        for document in release.documents:
            survey.take((), document.key)
        return as_rdflib(description(survey, derived=False, format="jsonld"))

    ours = told(Release("0" * 64, documents=(read_packaged().document,)))
    publisher = ours.value(topic(ours), DCT.publisher)
    assert ours.value(publisher, rdflib.FOAF.name) == rdflib.Literal("Expediente contributors")
    contact = ours.value(topic(ours), DCAT.contactPoint)
    vcard = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
    assert ours.value(contact, vcard.hasURL) == rdflib.URIRef(BASE)
    file = ours.value(topic(ours), DCAT.distribution)
    assert ours.value(file, DCAT.accessURL) == rdflib.URIRef(BASE)
    types = "http://publications.europa.eu/resource/authority/file-type/"
    assert ours.value(file, DCT["format"]) == rdflib.URIRef(types + "JSON_LD")
    languages = {d.language for d in ours.objects(topic(ours), DCT.description)}  # type: ignore[attr-defined]
    assert languages == {"en", "es"}
    theirs = told(Release("0" * 64, documents=(incoming("shared.ttl").document,)))
    for name in (DCT.publisher, DCAT.contactPoint, DCAT.accessURL):
        assert (None, name, None) not in theirs
    assert {str(d) for d in theirs.objects(topic(theirs), DCT.description)} == {
        "What shared.ttl says, as it was loaded.",
        "Lo que dice shared.ttl, tal como se cargó.",
    }


@pytest.mark.parametrize("derived", [False, True])
def test_with_reifiers_the_counts_are_those_of_the_file(store: Store, derived: bool) -> None:
    quads = rdf_quads(store, derived=derived)
    turned = with_reifiers(quads)
    graph = as_rdflib(
        metadata_quads(store, turned, held(store), "trig", derived=derived, reifiers=True)
    )
    assert number(graph, topic(graph), VOID.triples) == len({q.triple for q in turned})
    claims = with_reifiers(list(document_quads(store, "claims")))
    assert len(claims) < 14
    assert number(graph, subset(graph, "claims.ttl"), VOID.triples) == len(claims)


def test_names_are_labels_in_their_languages_in_the_description_alone(store: Store) -> None:
    two = ox.parse(
        f'<{BASE}office/p> <{KG}name> "President" ; <{KG}nameEs> "Presidente" .',
        format=ox.RdfFormat.TURTLE,
    )
    found = labels([*document_quads(store), *two])
    assert {str(q) for q in found} == {
        f"<{BASE}{name}> <{rdflib.RDFS.label}> {label} <{GRAPH_METADATA}>"
        for name, label in (
            ("person/ana", '"Ana"'),
            ("person/eva", '"Eva"'),
            ("source/s", '"S"'),
            ("office/p", '"President"@en'),
            ("office/p", '"Presidente"@es'),
        )
    }
    assert (rdflib.URIRef(BASE + "person/ana"), rdflib.RDFS.label, rdflib.Literal("Ana")) in (
        as_rdflib(described(store))
    )
    assert not [
        q for q in rdf_quads(store, derived=True) if q.predicate.value == str(rdflib.RDFS.label)
    ]

"""Names that the whole graph shares: namespaces, words of RDF, graphs of our own, file formats."""

from __future__ import annotations

import pyoxigraph as ox

from ontology import BASE, GRAPH_DERIVED, KG
from ontology.model import OWL, RDF, RDFS, SKOS, XSD

__all__ = [
    "EXTENSIONS",
    "FORMATS",
    "GRAPH_DERIVED",
    "GRAPH_METADATA",
    "GRAPH_ONTOLOGY",
    "GRAPH_UNCLAIMED",
    "MORE_PREFIXES",
    "OBJECT",
    "OBJECT_NODE",
    "PREDICATE",
    "PREDICATE_NODE",
    "PREFIXES",
    "RDF",
    "RESERVED_GRAPHS",
    "RESULT_FORMATS",
    "SUBJECT",
    "SUBJECT_NODE",
    "TYPE",
    "TYPE_NODE",
    "XSD",
]

# --- Namespaces -----------------------------------------------------------------------------------

PREFIXES = {
    "as": "https://www.w3.org/ns/activitystreams#",
    "bf": "http://id.loc.gov/ontologies/bibframe/",
    "bibo": "http://purl.org/ontology/bibo/",
    "cc": "http://creativecommons.org/ns#",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "dbo": "http://dbpedia.org/ontology/",
    "dbp": "http://dbpedia.org/property/",
    "dbr": "http://dbpedia.org/resource/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcmitype": "http://purl.org/dc/dcmitype/",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "geosparql": "http://www.opengis.net/ont/geosparql#",
    "gn": "http://www.geonames.org/ontology#",
    "gr": "http://purl.org/goodrelations/v1#",
    "kg": KG,
    "ldp": "http://www.w3.org/ns/ldp#",
    "locn": "http://www.w3.org/ns/locn#",
    "madsrdf": "http://www.loc.gov/mads/rdf/v1#",
    "oa": "http://www.w3.org/ns/oa#",
    "obo": "http://purl.obolibrary.org/obo/",
    "oboinowl": "http://www.geneontology.org/formats/oboInOwl#",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "ontolex": "http://www.w3.org/ns/lemon/ontolex#",
    "org": "http://www.w3.org/ns/org#",
    "owl": OWL,
    "pav": "http://purl.org/pav/",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": RDF,
    "rdfs": RDFS,
    "rel": "http://purl.org/vocab/relationship/",
    "rov": "http://www.w3.org/ns/regorg#",
    "rss": "http://purl.org/rss/1.0/",
    "schema": "http://schema.org/",
    "sdo": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "sioc": "http://rdfs.org/sioc/ns#",
    "skos": SKOS,
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "sosa": "http://www.w3.org/ns/sosa/",
    "time": "http://www.w3.org/2006/time#",
    "vann": "http://purl.org/vocab/vann/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "wikibase": "http://wikiba.se/ontology#",
    "wp": "http://www.wikidata.org/prop/",
    "wpq": "http://www.wikidata.org/prop/qualifier/",
    "wps": "http://www.wikidata.org/prop/statement/",
    "xsd": XSD,
    "yago": "http://yago-knowledge.org/resource/",
}
"""Prefixes that names in the property graph are made with: a change changes what stores hold."""
MORE_PREFIXES = {
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "spdx": "http://spdx.org/rdf/terms#",
}
"""Prefixes that are only written."""

# --- Words of RDF: as text, and as nodes ------------------------------------------------------------

TYPE, SUBJECT, PREDICATE, OBJECT = (
    RDF + name for name in ("type", "subject", "predicate", "object")
)
TYPE_NODE, SUBJECT_NODE, PREDICATE_NODE, OBJECT_NODE = (
    ox.NamedNode(iri) for iri in (TYPE, SUBJECT, PREDICATE, OBJECT)
)

# --- Graphs that are computed here --------------------------------------------------------------------

GRAPH_ONTOLOGY = BASE + "graph/ontology"
GRAPH_METADATA = BASE + "graph/metadata"
GRAPH_UNCLAIMED = BASE + "graph/unclaimed"
RESERVED_GRAPHS = frozenset(
    ox.NamedNode(iri) for iri in (GRAPH_DERIVED, GRAPH_ONTOLOGY, GRAPH_METADATA, GRAPH_UNCLAIMED)
)
"""No file may say something in them."""

# --- File formats -------------------------------------------------------------------------------------

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
"""The syntaxes of RDF, by the names that the command line has."""
EXTENSIONS = {
    "ttl": "turtle",
    "turtle": "turtle",
    "trig": "trig",
    "nt": "ntriples",
    "ntriples": "ntriples",
    "nq": "nquads",
    "nquads": "nquads",
    "jsonld": "jsonld",
    "rdf": "rdfxml",
    "owl": "rdfxml",
    "rdfxml": "rdfxml",
}
RESULT_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
"""The syntaxes of SPARQL results."""

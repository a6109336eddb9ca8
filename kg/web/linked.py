"""Things as RDF: the queries that describe them, the dataset, and the endpoint itself."""

from __future__ import annotations

import pyoxigraph as ox

from graph.projection import iri_of
from graph.vocabulary import GRAPH_METADATA, PREFIXES
from kg.web.protocol import GRAPHS, Request
from ontology import BASE, NotFound

# Of what things come as, the first that a client takes: JSON-LD before other forms than Turtle.
MEDIA = {media: GRAPHS[media] for media in ("text/turtle", "application/ld+json")} | GRAPHS
_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_DCAT = "http://www.w3.org/ns/dcat#"
_VOID = "http://rdfs.org/ns/void#"


def thing(identifier: str) -> Request:
    """All that is stated with an entity, a claim or a source as subject or object."""
    try:
        node = ox.NamedNode(iri_of(identifier))  # no IRI that could end a query's term passes here
    except ValueError:
        raise NotFound(f"The graph has nothing that is called '{identifier}'.") from None
    return Request(
        f"CONSTRUCT {{ {node} ?p ?o . ?s ?q {node} }} WHERE {{ {{ {node} ?p ?o }} UNION {{ ?s ?q {node} }} }}"
    )


def dataset(endpoint: str) -> Request:
    """The description of the dataset (VoID, DCAT), with the address of its endpoint."""
    node = ox.NamedNode(endpoint)
    return Request(
        f"CONSTRUCT {{ ?s ?p ?o . ?d <{_VOID}sparqlEndpoint> {node} }} WHERE {{ GRAPH <{GRAPH_METADATA}> "
        f"{{ {{ ?s ?p ?o }} UNION {{ ?d a <{_DCAT}Dataset> }} }} }}"
    )


def service(endpoint: str, format_: ox.RdfFormat) -> bytes:
    """The endpoint by the words of SPARQL 1.1 Service Description."""
    here, graph = ox.NamedNode(endpoint), ox.BlankNode("dataset")
    kind = ox.NamedNode(PREFIXES["rdf"] + "type")

    def said(subject: ox.NamedNode | ox.BlankNode, name: str, value: str) -> ox.Triple:
        return ox.Triple(subject, ox.NamedNode(_SD + name), ox.NamedNode(value))

    triples = [
        ox.Triple(here, kind, ox.NamedNode(_SD + "Service")),
        said(here, "endpoint", endpoint),
        said(here, "supportedLanguage", _SD + "SPARQL11Query"),
        *(said(here, "resultFormat", _FORMATS + name) for name in _RESULTS),
        ox.Triple(here, ox.NamedNode(_SD + "defaultDataset"), graph),
        ox.Triple(graph, kind, ox.NamedNode(_SD + "Dataset")),
        said(graph, "defaultGraph", BASE + "dataset"),
        ox.Triple(ox.NamedNode(BASE + "dataset"), kind, ox.NamedNode(_SD + "Graph")),
    ]
    prefixes = {"sd": _SD, "formats": _FORMATS}
    return ox.serialize(triples, format=format_, prefixes=prefixes) or b""


_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)

"""The RDF of a store for people who work with rdflib."""

from __future__ import annotations

import pyoxigraph as ox
import rdflib

from graph.export_rdf import rdf_quads
from graph.names import PREFIXES
from graph.stores import Store

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def rdflib_dataset(store: Store, derived: bool = False) -> rdflib.Dataset:
    """The store's quads as an rdflib ``Dataset``, in memory.

    Named graphs stay apart, the derived one too; ``Dataset.default_union`` can be set to query all
    as one.
    """
    dataset = rdflib.Dataset()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    for quad in rdf_quads(store, derived=derived):
        if isinstance(quad.subject, ox.Triple) or isinstance(quad.object, ox.Triple):
            continue  # RDF 1.2; the graph holds RDF 1.1
        where = quad.graph_name
        graph = dataset if isinstance(where, ox.DefaultGraph) else dataset.graph(_node(where))
        graph.add((_node(quad.subject), rdflib.URIRef(quad.predicate.value), _term(quad.object)))
    return dataset


def _node(term: ox.NamedNode | ox.BlankNode) -> rdflib.URIRef | rdflib.BNode:
    return rdflib.BNode(term.value) if isinstance(term, ox.BlankNode) else rdflib.URIRef(term.value)


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> rdflib.term.Identifier:
    if not isinstance(term, ox.Literal):
        return _node(term)
    # rdflib tells "a" from "a"^^xsd:string, and its own parsers give the first.
    datatype = None if term.datatype.value == _STRING else rdflib.URIRef(term.datatype.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language, normalize=False)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)

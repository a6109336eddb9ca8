"""The RDF of a store for people who work with rdflib."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pyoxigraph as ox
import rdflib

from graph.export import rdf_quads
from graph.stores import Store
from graph.vocabulary import PREFIXES, XSD

_STRING = XSD + "string"


def rdflib_dataset(store: Store, derived: bool = False) -> rdflib.Dataset:
    """The store's quads as an rdflib ``Dataset``, in memory, each literal as it was written.

    Named graphs stay apart, the derived one too; ``Dataset.default_union`` can be set to query all
    as one.  rdflib knows RDF 1.1: triple terms and base directions are left out with a warning.
    """
    dataset = rdflib.Dataset()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    left_out = 0
    with _no_complaints():
        for quad in rdf_quads(store, derived=derived):
            value = quad.object
            directed = isinstance(value, ox.Literal) and value.direction is not None
            if directed or isinstance(quad.subject, ox.Triple) or isinstance(value, ox.Triple):
                left_out += 1
                continue
            where = quad.graph_name
            graph = dataset if isinstance(where, ox.DefaultGraph) else dataset.graph(_node(where))
            graph.add((_node(quad.subject), rdflib.URIRef(quad.predicate.value), _term(value)))
    if left_out:
        warnings.warn(
            f"{left_out} statements of RDF 1.2 are left out, which rdflib cannot hold; "
            "kg export and kg sparql have them.",
            stacklevel=2,
        )
    return dataset


@contextmanager
def _no_complaints() -> Iterator[None]:
    """rdflib prints a traceback for each literal that its datatype does not allow; they are kept."""
    log = logging.getLogger("rdflib.term")
    before = log.disabled
    log.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.disabled = before


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

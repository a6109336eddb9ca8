"""The queries' twins as examples of SPARQL, in the form of the SIB: ``sh:SPARQLExecutable``.

Each has its text with the values of the query's first example, its title in both languages, and
its theme as keyword, so that tools for such collections read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.vocabulary import PREFIXES
from ontology import BASE
from queries import Catalogue, Query, bind
from queries.run import sparql_text

SH = "http://www.w3.org/ns/shacl#"
SCHEMA = "https://schema.org/"
_SPACES = {
    "sh": SH,
    "schema": SCHEMA,
    "rdfs": PREFIXES["rdfs"],
    "rdf": PREFIXES["rdf"],
}


def example_text(query: Query) -> str | None:
    """The twin as it can be sent, with the values of the first example; None where there is no twin."""
    if query.sparql is None:
        return None
    given = query.examples[0] if query.examples else {}
    return sparql_text(query, bind(query, given))


def iri(query: Query) -> str:
    """What an example is called."""
    return f"{BASE}query/{query.name}"


def triples(found: Iterable[Query], endpoint: str) -> Iterator[ox.Triple]:
    """The examples of some queries."""
    kind, label = ox.NamedNode(_SPACES["rdf"] + "type"), ox.NamedNode(_SPACES["rdfs"] + "label")
    comment = ox.NamedNode(_SPACES["rdfs"] + "comment")
    for query in found:
        text = example_text(query)
        if text is None:
            continue
        node = ox.NamedNode(iri(query))
        for name in ("SPARQLExecutable", "SPARQLSelectExecutable"):
            yield ox.Triple(node, kind, ox.NamedNode(SH + name))
        for language, title in query.title.items():
            yield ox.Triple(node, label, ox.Literal(title, language=language))
            yield ox.Triple(node, comment, ox.Literal(query.about[language], language=language))
        yield ox.Triple(node, ox.NamedNode(SH + "select"), ox.Literal(text))
        yield ox.Triple(node, ox.NamedNode(SCHEMA + "keywords"), ox.Literal(query.theme))
        yield ox.Triple(node, ox.NamedNode(SCHEMA + "target"), ox.NamedNode(endpoint))


def examples(
    catalogue: Catalogue, endpoint: str, format_: ox.RdfFormat, name: str | None = None
) -> bytes:
    """All examples as one file, or that of one query."""
    queries = catalogue.queries
    chosen = [queries[n] for n in ([name] if name else sorted(queries))]
    prefixes = {**_SPACES, "query": BASE + "query/"}
    return ox.serialize(triples(chosen, endpoint), format=format_, prefixes=prefixes) or b""

"""What is said about one node: quads without their subject, as plain text.

A quad of the parser is several objects of its own; a statement is a tuple of texts that share what
they can, so that a million of them fit into memory, into a file, and into a set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from graph.projection.names import name_of, node_name, term_of
from graph.vocabulary import XSD

STRING = "^^string"
TRIPLE = "<<"

_TAGS: dict[str, str] = {}


class Statement(NamedTuple):
    """One quad without its subject.

    ``graph`` is empty for the default graph, else the graph's name (as :func:`node_name` gives it).
    ``tag`` is None where ``value`` names a node; ``^^string`` for a plain text, ``@en`` for a text
    in a language (``@en--ltr`` with a direction), ``^^`` and a datatype for any other literal, where
    a datatype of XML Schema stands by its local name; ``<<`` for a triple term, whose value is its N-Triples text without the final dot.
    """

    predicate: str
    graph: str
    tag: str | None
    value: str


def literal_tag(literal: ox.Literal) -> str:
    """The tag of a literal."""
    if literal.language is not None:
        direction = f"--{literal.direction}" if literal.direction else ""
        return f"@{literal.language}{direction}"
    return datatype_tag(literal.datatype.value)


def datatype_tag(datatype: str) -> str:
    """The tag of a datatype's IRI."""
    tag = _TAGS.get(datatype)
    if tag is None:
        local = datatype[len(XSD) :]
        plain = datatype.startswith(XSD) and local and ":" not in local
        tag = _TAGS[datatype] = "^^" + (local if plain else datatype)
    return tag


class _Once(dict[str, str]):
    """Gives back the first of equal texts."""

    def __missing__(self, text: str) -> str:
        self[text] = text
        return text


class _Named(dict[str, str]):
    """The names of IRIs."""

    def __missing__(self, iri: str) -> str:
        name = name_of(iri)
        self[iri] = iri if name == iri else name
        return self[iri]


def statements(
    quads: Iterable[ox.Quad], remembered: int | None = None
) -> Iterator[tuple[str, Statement]]:
    """For each quad the name of its subject, and the rest.

    Equal names are one text, of which so many are remembered; None is any number.
    """
    once, named = _Once(), _Named()
    new, literal, iri, default = tuple.__new__, ox.Literal, ox.NamedNode, ox.DefaultGraph
    for quad in quads:
        subject, predicate, value, graph = quad  # an attribute would be made anew each time
        name = named[subject.value] if type(subject) is iri else once[node_name(subject)]
        where = "" if type(graph) is default else once[node_name(graph)]
        kind = type(value)
        tag: str | None = None
        if kind is literal:
            tag, text = once[literal_tag(value)], value.value
        elif kind is iri:
            text = named[value.value]
        elif kind is ox.Triple:
            tag, text = TRIPLE, str(value)
        else:
            text = once[node_name(value)]
        yield name, new(Statement, (once[predicate.value], where, tag, text))
        if remembered is not None and len(once) + len(named) > remembered:
            once.clear()
            named.clear()


def literal_of(tag: str, value: str) -> ox.Literal:
    """The literal of a tag and a text."""
    if tag == STRING:
        return ox.Literal(value)
    if tag.startswith("@"):
        language, _, direction = tag[1:].partition("--")
        if direction:
            return ox.Literal(value, language=language, direction=ox.BaseDirection(direction))
        return ox.Literal(value, language=language)
    datatype = tag[2:]
    return ox.Literal(value, datatype=ox.NamedNode(datatype if ":" in datatype else XSD + datatype))


def triple_of(value: str) -> ox.Triple:
    """The triple term of its text ``s p o``."""
    (quad,) = ox.parse(f"<x:s> <x:p> <<( {value} )>> .", format=ox.RdfFormat.N_QUADS)
    if not isinstance(quad.object, ox.Triple):
        raise ValueError(f"no triple term: {value}")
    return quad.object


def object_of(said: Statement) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    """The object of a statement."""
    if said.tag is None:
        return term_of(said.value)
    if said.tag == TRIPLE:
        return triple_of(said.value)
    return literal_of(said.tag, said.value)


def quad_of(subject: str, said: Statement) -> ox.Quad:
    """The quad of a subject's name and a statement."""
    graph = term_of(said.graph) if said.graph else ox.DefaultGraph()
    return ox.Quad(term_of(subject), ox.NamedNode(said.predicate), object_of(said), graph)

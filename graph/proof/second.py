"""A second parser for each format, so that a proof does not rest on the one that loads.

JSON-LD is loaded by pyld and read again by pyoxigraph; any other format is loaded by pyoxigraph
and read again by rdflib.  Neither is always right where they differ, so a difference is told and
judged by people.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pyoxigraph as ox

from graph.proof.canonical import Comparison, compare
from graph.reading.limits import Input, Limits, unpacked
from graph.reading.quads import read

MOST_BYTES = 4 << 20  # unpacked; rdflib reads some 20,000 triples a second
_RDFLIB = {
    ox.RdfFormat.TURTLE: "turtle",
    ox.RdfFormat.N_TRIPLES: "nt",
    ox.RdfFormat.N_QUADS: "nquads",
    ox.RdfFormat.TRIG: "trig",
    ox.RdfFormat.RDF_XML: "xml",
}


def second_reading(source: Input, seconds: float) -> tuple[str, Comparison | None]:
    """What a second parser says of a file, in words, and the comparison where it differs."""
    name = "pyoxigraph" if source.format == ox.RdfFormat.JSON_LD else "rdflib"
    data = bytearray()
    for block in unpacked(source, Limits()):
        data += block
        if len(data) > MOST_BYTES:
            return f"{name}: not asked (over {MOST_BYTES >> 20} MiB)", None
    try:
        quads = list(_oxigraph(source, data) if name == "pyoxigraph" else _rdflib(source, data))
    except Exception as error:
        return f"{name}: cannot read it ({type(error).__name__})", None
    found = compare(read(source), quads, seconds)
    return (f"{name}: the same", None) if found.equal else (f"{name}: differs", found)


def _oxigraph(source: Input, data: bytearray) -> Iterator[ox.Quad]:
    yield from ox.parse(bytes(data), ox.RdfFormat.JSON_LD, base_iri=source.base)


def _rdflib(source: Input, data: bytearray) -> Iterator[ox.Quad]:
    import rdflib

    dataset = rdflib.Dataset()
    with _untouched():
        dataset.parse(
            data=bytes(data), format=_RDFLIB[source.format], publicID=source.base or "x-no-base:/"
        )
        for subject, predicate, value, graph in dataset.quads():
            plain = graph is None or graph == dataset.default_graph.identifier
            where = ox.DefaultGraph() if plain else _term(graph)
            yield ox.Quad(_term(subject), _term(predicate), _term(value), where)  # type: ignore[arg-type]


@contextmanager
def _untouched() -> Iterator[None]:
    """rdflib would write literals anew, and complain of some."""
    import rdflib

    before = rdflib.NORMALIZE_LITERALS
    loggers = [logging.getLogger(n) for n in ("rdflib.term", "rdflib")]
    levels = [one.level for one in loggers]
    try:
        rdflib.NORMALIZE_LITERALS = False
        for one in loggers:
            one.setLevel(logging.CRITICAL)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        rdflib.NORMALIZE_LITERALS = before
        for one, level in zip(loggers, levels, strict=True):
            one.setLevel(level)


def _term(term: object) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    import rdflib

    if isinstance(term, rdflib.BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        if term.datatype is None:
            return ox.Literal(str(term))
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)))
    return ox.NamedNode(str(term))

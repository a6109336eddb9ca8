"""The SHACL shapes: what of the data breaks them.

Two validators give the same findings.  ``shacl`` takes a thirtieth of the time and has wheels for the
usual platforms only; ``pyshacl`` runs everywhere (docs/decisions/0012-shacl-validator.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import NamedTuple

import pyoxigraph as ox

from ontology import BASE, OntologyError
from ontology import ROOM as ONTOLOGY_ROOM

SHAPES = ONTOLOGY_ROOM / "shapes.ttl"
CHECK = "shapes"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, where, and what to do."""

    severity: str  # "error" | "warning"
    check: str
    place: str
    message: str


class _Result(NamedTuple):
    """One result of a validator: the node and the value as plain text."""

    node: str
    message: str
    violation: bool
    value: str | None


Validator = Callable[[str], Iterable[_Result]]
"""Takes N-Triples."""


def compiled(triples: str) -> Iterator[_Result]:
    """What ``shacl`` finds."""
    import shacl

    try:
        shapes = shacl.Shapes.from_file(str(SHAPES))
        report = shapes.validate_text(triples, "ntriples")
    except ValueError as error:
        raise OntologyError(f"ontology/shapes.ttl: {error}") from error
    for one in report.results:
        node, violation = _plain(one.focus_node), one.severity == "Violation"
        yield _Result(node, one.message or "", violation, one.value_plain)


def _plain(term: str) -> str:
    """The value of a term in N-Triples: an IRI, or the text of a literal."""
    if term.startswith("<"):
        return term[1:-1]
    (quad,) = ox.parse(f"<x:s> <x:p> {term} .", format=ox.RdfFormat.N_TRIPLES)
    return str(getattr(quad.object, "value", term))


def interpreted(triples: str) -> Iterator[_Result]:
    """What ``pyshacl`` finds."""
    import pyshacl
    import rdflib

    data = rdflib.Graph().parse(data=triples, format="nt")
    shapes = rdflib.Graph().parse(SHAPES)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=False, inference="none")
    if not isinstance(report, rdflib.Graph):
        raise OntologyError(f"ontology/shapes.ttl: {report}")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        value = report.value(result, sh.value)
        yield _Result(
            str(report.value(result, sh.focusNode) or ""),
            str(report.value(result, sh.resultMessage) or ""),
            report.value(result, sh.resultSeverity) == sh.Violation,
            None if value is None else str(value),
        )


def run_shapes(quads: Iterable[ox.Quad], validator: Validator | None = None) -> Iterator[Finding]:
    """The violations of the SHACL shapes, by place."""
    if validator is None:
        validator = compiled if find_spec("shacl") else interpreted
    text = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES) or b""
    found = [
        Finding(
            "error" if one.violation else "warning",
            CHECK,
            one.node.removeprefix(BASE),
            one.message + (f" ({one.value})" if one.value is not None else ""),
        )
        for one in validator(text.decode())
    ]
    yield from sorted(found, key=lambda f: (f.place, f.message))

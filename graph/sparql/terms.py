"""Literals that the engine would not give back as they were loaded.

It keeps numbers, truth values, times and durations as values: ``"01"^^xsd:integer`` comes back as
``1``, ``"7"^^xsd:int`` as an integer.  A copy has such a literal under a datatype of its own, which
tells the real one, so that it stays a term of its own; functions give its value where a query asks
for that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from graph.vocabulary import XSD

__all__ = [
    "AGGREGATES",
    "DATATYPE",
    "FUNCTIONS",
    "MAX",
    "MIN",
    "VALUE",
    "as_loaded",
    "as_loaded_quad",
    "marked",
    "marked_quad",
]

MARK = "urn:x-expediente:as-loaded:"
VALUE = "urn:x-expediente:value"
DATATYPE = "urn:x-expediente:datatype"
MIN = "urn:x-expediente:min"
MAX = "urn:x-expediente:max"
HELD = 1000  # terms that a minimum or maximum keeps before it compares them

_STRING = XSD + "string"
_PLACE = ox.NamedNode("x:x")


def marked(term: Any) -> Any:
    """The term that a copy has for a term: the same, if the engine gives it back as it is."""
    if isinstance(term, ox.Triple):
        value = term.object  # each access makes an object of its own
        other = marked(value)
        return term if other is value else ox.Triple(term.subject, term.predicate, other)
    if not isinstance(term, ox.Literal) or term.language:
        return term
    datatype = term.datatype.value
    if datatype == _STRING or not datatype.startswith((XSD, MARK)):
        return term
    return _marked(term.value, datatype) or term


@lru_cache(100_000)
def _marked(text: str, datatype: str) -> ox.Literal | None:
    term = ox.Literal(text, datatype=ox.NamedNode(datatype))
    if not datatype.startswith(MARK):
        scratch = ox.Store()
        scratch.add(ox.Quad(_PLACE, _PLACE, term))
        (quad,) = scratch
        if quad.object == term:
            return None
    return ox.Literal(text, datatype=ox.NamedNode(MARK + datatype))


def marked_quad(quad: ox.Quad) -> ox.Quad:
    """A quad with the term that a copy has for its object."""
    value = quad.object
    other = marked(value)
    if other is value:
        return quad
    return ox.Quad(quad.subject, quad.predicate, other, quad.graph_name)


def as_loaded(term: Any) -> Any:
    """The term that was loaded, for one of a copy."""
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        if datatype.startswith(MARK):
            return ox.Literal(term.value, datatype=ox.NamedNode(datatype[len(MARK) :]))
    elif isinstance(term, ox.Triple):
        value = term.object
        other = as_loaded(value)
        return term if other is value else ox.Triple(term.subject, term.predicate, other)
    return term


def as_loaded_quad(quad: ox.Quad) -> ox.Quad:
    """A quad as it was loaded, for one of a copy."""
    return ox.Quad(quad.subject, quad.predicate, as_loaded(quad.object), quad.graph_name)


def _datatype(term: Any) -> Any:
    term = as_loaded(term)
    return term.datatype if isinstance(term, ox.Literal) else None


class _Extreme:
    """The least or the greatest of many terms, in the engine's own order, as it was loaded."""

    def __init__(self, last: bool) -> None:
        self.order = "DESC" if last else "ASC"
        self.terms: dict[Any, None] = {}

    def accumulate(self, term: Any) -> None:
        """Another term."""
        self.terms[term] = None
        if len(self.terms) >= HELD:
            self._settle()

    def _settle(self) -> None:
        store = ox.Store()
        store.extend(ox.Quad(_PLACE, _PLACE, term) for term in self.terms)
        text = f"SELECT ?t {{ ?s ?p ?t }} ORDER BY {self.order}(<{VALUE}>(?t)) LIMIT 1"
        found = store.query(text, custom_functions=FUNCTIONS)
        self.terms = {row["t"]: None for row in found}  # type: ignore[union-attr]

    def finish(self) -> Any:
        """The term, or None of none."""
        self._settle()
        return next(iter(self.terms), None)


FUNCTIONS: dict[ox.NamedNode, Callable[..., Any]] = {
    ox.NamedNode(VALUE): as_loaded,
    ox.NamedNode(DATATYPE): _datatype,
}
AGGREGATES: dict[ox.NamedNode, Callable[[], Any]] = {
    ox.NamedNode(MIN): lambda: _Extreme(last=False),
    ox.NamedNode(MAX): lambda: _Extreme(last=True),
}

"""Native values of literals, and the literals that native values stand for."""

from __future__ import annotations

from functools import cache

from graph.projection.statements import STRING
from graph.vocabulary import XSD
from ontology import ontology

Scalar = str | int | float | bool
Value = Scalar | list[str] | list[int] | list[float] | list[bool]

_LONGEST_INT = 2**63
_TEXTS = ("text", "date", "interval")  # column types whose native value is text
_INTEGERS = frozenset(
    "^^" + name
    for name in (
        *("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"),
        *("nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort"),
        "unsignedByte",
    )
)
_REALS = frozenset(("^^double", "^^float", "^^decimal"))


def native(tag: str, text: str) -> Scalar:
    """The friendliest native value of a literal: a number or a boolean where it fits, else text."""
    if tag == STRING or tag[0] == "@":
        return text
    try:
        if tag in _INTEGERS:
            number = int(text)
            return number if -_LONGEST_INT <= number < _LONGEST_INT else text
        if tag in _REALS:
            real = float(text)
            return real if real == real and abs(real) != float("inf") else text
    except ValueError:
        return text
    if tag == "^^boolean" and text in ("true", "false"):
        return text == "true"
    return text


def written(value: Scalar) -> str:
    """The text of a native value, as a literal would have it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)


@cache
def declared_tag(predicate: str) -> str:
    """The tag of a text under this predicate where nothing stands beside it."""
    term = ontology().terms.get(predicate)
    declared = term.datatype if term and term.kind == "datatype" else None
    if declared is None or declared in (XSD + "integer", XSD + "boolean", XSD + "double"):
        return STRING
    return "^^" + declared.removeprefix(XSD)


@cache
def wants_text(predicate: str) -> bool:
    """Whether values of this predicate are text whatever their datatype."""
    term = ontology().terms.get(predicate)
    return term is not None and term.column_type in _TEXTS


def usual_tag(predicate: str, value: Scalar) -> str:
    """The tag that a native value under a predicate has where nothing stands beside it."""
    if isinstance(value, str):
        return declared_tag(predicate)
    if isinstance(value, bool):
        return "^^boolean"
    return "^^integer" if isinstance(value, int) else "^^double"

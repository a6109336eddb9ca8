"""The operations of rules, on what was found so far."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from graph.claims.patterns import Call, Literal, Term, Value
from graph.vocabulary import XSD

Env = list[Any]
"""A value for each place of a branch; None where there is none."""
COMPARISONS = ("<=", ">=", "<", ">")
_DATE = XSD + "date"
_STRING = XSD + "string"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def text_of(value: Value) -> str:
    """The text of a literal, or the IRI."""
    return value.text if isinstance(value, Literal) else value


def day(value: Value | None) -> str | None:
    """The text of a day; None of anything else."""
    if isinstance(value, Literal) and value.datatype == _DATE and _DAY.fullmatch(value.text):
        return value.text
    return None


def evaluated(part: Term | Call, slot: Callable[[Term], int]) -> Callable[[Env], Any]:
    """An operation on what was found; None where it has no value."""
    if not isinstance(part, Call):
        place = slot(part)
        return lambda env: env[place]
    parts = [evaluated(one, slot) for one in part.parts]
    name = part.name
    one = parts[0]
    two = parts[-1]
    if name == "&&":
        return lambda env: one(env) and two(env)
    if name == "||":
        return lambda env: one(env) or two(env)
    if name in ("=", "!="):
        return lambda env: _equal(one(env), two(env), name == "=")
    if name in COMPARISONS:
        return lambda env: _less(name, one(env), two(env))
    if name == "STR":
        return lambda env: Literal(text_of(one(env)))
    if name == "STRDT":
        return lambda env: Literal(text_of(one(env)), two(env))
    if name == "ISIRI":
        return lambda env: isinstance(v := one(env), str) and not v.startswith("_:")
    return lambda env: text_of(one(env)).startswith(text_of(two(env)))


def compiled(call: Call, slot: Callable[[Term], int]) -> Callable[[Env], bool]:
    """An operation that is true or not; what has no value is not."""
    value = evaluated(call, slot)
    return lambda env: value(env) is True


def _equal(one: Value | None, two: Value | None, wanted: bool) -> bool:
    return one is not None and two is not None and (one == two) is wanted


def _less(name: str, one: Value, two: Value) -> bool:
    """Days and texts can be compared, and nothing else."""
    if not (isinstance(one, Literal) and isinstance(two, Literal)):
        return False
    if one.datatype != two.datatype or (one.datatype != _STRING and not (day(one) and day(two))):
        return False
    match name:
        case "<=":
            return one.text <= two.text
        case "<":
            return one.text < two.text
        case ">=":
            return one.text >= two.text
        case _:
            return one.text > two.text

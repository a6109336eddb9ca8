"""The header of a query as JSON Schema: what it takes, and what a row of it holds."""

from __future__ import annotations

from typing import Any

from queries import Column, Parameter, Query

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SIMPLE: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "description": "a date, EDTF: 2025, 2025-02, 2025-02-27, 2019~"},
    "interval": {
        "type": "string",
        "description": "an interval, EDTF: 2012-12-01/2018-11-30, /2026-02-22, 2024-10-01/..",
    },
}
_CLAIMS = {
    "type": "array",
    "items": {"type": "string"},
    "description": "ids of the claims that support the row, opened by the tool evidence",
}


def parameters_schema(query: Query) -> dict[str, Any]:
    """The parameters of a query; an entity is given by its id or by a name."""
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {p.name: _parameter(p) for p in query.parameters},
        "required": [p.name for p in query.parameters if p.required],
        "additionalProperties": False,
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    one = _one(parameter.kind)
    if parameter.kind not in _SIMPLE:
        one["description"] = f"{parameter.kind}: its id, or a name"
    found = {"type": "array", "items": one} if parameter.type.endswith("[]") else one
    if parameter.about:
        found["description"] = parameter.about
    if parameter.default is not None:
        found["default"] = parameter.default
    return found


def row_schema(query: Query) -> dict[str, Any]:
    """A row of a query: a column each, an entity's id behind it, and the claims."""
    properties: dict[str, Any] = {}
    for column in query.columns:
        properties[column.name] = _cell(column)
        if column.entity:
            properties[f"{column.name}_id"] = _cell(column)
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {**properties, "claims": _CLAIMS},
        "required": [*properties, "claims"],
    }


def _cell(column: Column) -> dict[str, Any]:
    one = _one(column.kind)
    if column.many:
        return {"type": ["array", "null"], "items": one | {"type": [one["type"], "null"]}}
    return one | {"type": [one["type"], "null"]}


def _one(kind: str) -> dict[str, Any]:
    return dict(_SIMPLE.get(kind) or {"type": "string", "description": kind})

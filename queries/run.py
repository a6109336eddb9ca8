"""Runs a query in either language and gives rows that can be compared.

Both languages are brought to one form: rows with the same cells are one row, their claims and
list cells are united and sorted, and the rows are ordered here, so no engine's collation counts.
In SPARQL a parameter is written ``$name`` and replaced by its term; one that isn't given stays an
unbound variable, and ``BOUND($name)`` becomes false.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from graph.vocabulary import XSD
from ontology import BASE, KG, QueryError, UserError
from queries.folding import fold
from queries.header import Parameter, Query

if TYPE_CHECKING:
    import pyoxigraph as ox

    from graph.stores import Store

Row = dict[str, Any]
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*'
    r"|(?P<bound>\bBOUND\s*\(\s*\$(?P<name>\w+)\s*\))|\$(?P<plain>\w+)"
)


@dataclass(frozen=True)
class Answer:
    """Rows of a query; each row has its columns (classes with ``_id``) and ``claims``."""

    query: str
    parameters: dict[str, Any]
    columns: list[str]
    rows: list[Row]


def bind(query: Query, given: dict[str, Any]) -> dict[str, Any]:
    """Checks and completes parameters; UserError names the parameter and the remedy."""
    known = {p.name: p for p in query.parameters}
    for name in given:
        if name not in known:
            listed = ", ".join(known) or "none"
            raise UserError(f"Query {query.name} has no parameter '{name}'; it takes: {listed}.")
    bound: dict[str, Any] = {}
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            if parameter.required:
                raise UserError(
                    f"Query {query.name}: the parameter '{parameter.name}' is missing; "
                    f"give {parameter.name}=VALUE ({parameter.type})."
                )
            bound[parameter.name] = None
        else:
            bound[parameter.name] = _value(query, parameter, value)
    return bound


def _value(query: Query, parameter: Parameter, value: Any) -> Any:
    place = f"Query {query.name}: parameter '{parameter.name}'"
    kind = parameter.type
    if kind.endswith("[]"):
        items = value if isinstance(value, list) else str(value).split(",")
        single = Parameter(parameter.name, kind[:-2])
        return [_value(query, single, item) for item in items]
    if kind == "integer":
        try:
            return int(value)
        except (TypeError, ValueError) as error:
            raise UserError(f"{place}: '{value}' is no whole number.") from error
    if kind == "number":
        try:
            return float(value)
        except (TypeError, ValueError) as error:
            raise UserError(f"{place}: '{value}' is no number.") from error
    if kind == "boolean":
        text = str(value).lower()
        if text not in ("true", "false"):
            raise UserError(f"{place}: '{value}' is neither true nor false.")
        return text == "true"
    if kind in ("date", "interval"):
        from graph.claims import DateError, interval

        try:
            first, last = interval(str(value))
        except DateError as error:
            raise UserError(f"{place}: {error}") from error
        if kind == "date" and (first is None or first != last):
            raise UserError(f"{place}: '{value}' is no single day; write 2025-02-27.")
        return first if kind == "date" else str(value)
    return str(value)


def sent(query: Query, bound: dict[str, Any]) -> dict[str, Any]:
    """The parameters as the text names them: of an interval its first and its last day."""
    named: dict[str, Any] = {}
    for parameter in query.parameters:
        value = bound[parameter.name]
        if parameter.type == "interval":
            named[f"{parameter.name}_from"], named[f"{parameter.name}_to"] = _days(value)
        else:
            named[parameter.name] = value
    return named


def _days(value: str | None) -> tuple[str | None, str | None]:
    from graph.claims import interval

    return interval(value) if value else (None, None)


def run_cypher(query: Query, bound: dict[str, Any], store: Store) -> Answer:
    """The answer by Cypher, on any store."""
    given = {name for name, value in bound.items() if value is not None}
    found = store.read(query.anchored(given), sent(query, bound))
    rows = []
    names = query.cells
    for record in found.records:
        row = {name: record.get(name) for name in names}
        row["claims"] = record.get("claims") or []
        rows.append(row)
    return Answer(query.name, bound, query.cells, _settle(query, rows))


def _term(kind: str, value: Any) -> str:
    import pyoxigraph as ox

    kind = kind.removesuffix("[]")
    if kind == "integer":
        return str(ox.Literal(str(value), datatype=ox.NamedNode(XSD + "integer")))
    if kind == "number":
        return str(ox.Literal(str(value), datatype=ox.NamedNode(XSD + "decimal")))
    if kind == "boolean":
        return "true" if value else "false"
    if kind in ("date", "interval"):
        return str(ox.Literal(str(value), datatype=ox.NamedNode(XSD + "date")))
    if kind == "text":
        return str(ox.Literal(str(value)))
    iri = str(value) if ":" in str(value) else BASE + str(value)
    try:
        return str(ox.NamedNode(iri))
    except ValueError as error:
        raise UserError(
            f"'{value}' is no id; write it as in person/omar-garcia-harfuch."
        ) from error


def sparql_text(query: Query, bound: dict[str, Any]) -> str:
    """The twin with its parameters in place."""
    if query.sparql is None:
        raise QueryError(f"Query {query.name} has no SPARQL twin: {query.no_twin}.")
    terms: dict[str, str] = {}
    for parameter in query.parameters:
        value = bound[parameter.name]
        if parameter.type == "interval":
            for suffix, day in zip(("from", "to"), _days(value), strict=True):
                if day is not None:
                    terms[f"{parameter.name}_{suffix}"] = _term("date", day)
        elif isinstance(value, list):  # for VALUES ?x { $name }
            terms[parameter.name] = " ".join(_term(parameter.type, item) for item in value)
        elif value is not None:
            terms[parameter.name] = _term(parameter.type, value)

    def replace(match: re.Match[str]) -> str:
        if match["bound"]:
            return "true" if match["name"] in terms else "false"
        if match["plain"]:
            return terms.get(match["plain"], match[0])
        return match[0]

    return _TOKEN.sub(replace, query.sparql)


def run_sparql(query: Query, bound: dict[str, Any], dataset: ox.Store) -> Answer:
    """The answer by SPARQL; names of entities are looked up in the dataset."""
    import pyoxigraph as ox

    try:
        solutions = dataset.query(sparql_text(query, bound), use_default_graph_as_union=True)
    except SyntaxError as error:
        raise QueryError(f"queries/{query.theme}/{query.name}.rq: {error}; correct it.") from error
    if not isinstance(solutions, ox.QuerySolutions):
        raise QueryError(f"queries/{query.theme}/{query.name}.rq: must be a SELECT.")
    variables = {v.value for v in solutions.variables}
    missing = [c.name for c in query.columns if c.name not in variables]
    if missing:
        raise QueryError(
            f"queries/{query.theme}/{query.name}.rq: does not select {', '.join(missing)}."
        )
    rows = []
    for solution in solutions:
        row: Row = {}
        for column in query.columns:
            value = solution[column.name]
            if column.entity:
                row[column.name] = _name(dataset, value)
                row[f"{column.name}_id"] = _identifier(value)
            else:
                row[column.name] = _native(value)
            if column.many:
                for name in (column.name, f"{column.name}_id"):
                    if name in row:
                        row[name] = [] if row[name] is None else [row[name]]
        claim = solution["claims"] if "claims" in variables else None
        row["claims"] = [] if claim is None else [_identifier(claim)]
        rows.append(row)
    return Answer(query.name, bound, query.cells, _settle(query, rows))


def _identifier(value: Any) -> str | None:
    from graph.projection import node_id

    return None if value is None else node_id(value)


def _native(value: Any) -> Any:
    import pyoxigraph as ox

    from graph.projection import literal_tag, native

    if value is None:
        return None
    if isinstance(value, ox.Literal):
        return native(literal_tag(value), value.value)
    return _identifier(value)


def _name(dataset: ox.Store, value: Any) -> str | None:
    import pyoxigraph as ox

    if value is None:
        return None
    names = [
        q.object.value
        for q in dataset.quads_for_pattern(value, ox.NamedNode(KG + "name"), None, None)
        if isinstance(q.object, ox.Literal)
    ]
    return min(names) if names else str(_identifier(value)).rsplit("/", 1)[-1]


def _settle(query: Query, rows: Iterable[Row]) -> list[Row]:
    """One row for equal cells, claims and lists united, in the query's order.

    Lists that belong together are those of one claim: rows of which they differ stay apart, so
    that no source's words stand under another's name.
    """
    lists = {c.name for c in query.columns if c.many}
    lists |= {f"{c.name}_id" for c in query.columns if c.many and c.entity}
    own = {n for c in query.together for n in (c, f"{c}_id")} & lists
    if own:
        rows = _united(rows, lists, by=frozenset({"claims"}))
    return _sorted(query, _united(rows, lists, by=frozenset(own)))


def _united(rows: Iterable[Row], lists: set[str], by: frozenset[str]) -> list[Row]:
    """Rows of equal cells as one, with what is in their lists and their claims; ``by``: which of
    these must be equal too."""
    merged: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        key = tuple(
            str(sorted(v or ()) if k in by else v)
            for k, v in row.items()
            if k in by or (k not in lists and k != "claims")
        )
        other = merged.setdefault(key, {**row, "claims": []} | {k: [] for k in lists})
        for name in (*lists, "claims"):
            value = [v for v in row.get(name) or [] if v is not None]
            other[name] = sorted({*other[name], *value})
    return list(merged.values())


def _sorted(query: Query, rows: Iterable[Row]) -> list[Row]:
    """Rows in the query's order; those that it leaves open by all of their cells."""

    def place(row: Row) -> list[Any]:
        cells: list[Any] = []
        for name in query.order:
            cell = row.get(name.lstrip("-"))
            cells.append(_Descending(_rank(cell)) if name.startswith("-") else _rank(cell))
        return cells

    found: list[Row] = []
    placed = sorted(((place(row), row) for row in rows), key=itemgetter(0))
    for _, alike in groupby(placed, key=itemgetter(0)):
        some = [row for _, row in alike]
        if len(some) > 1:
            some.sort(key=lambda row: [_rank(row[name]) for name in query.cells])
        found += some
    return found


def _rank(cell: Any) -> tuple[int, Any]:
    """Nothing last, numbers before text; text without regard to case and accents first."""
    if cell is None:
        return (3, "")
    if isinstance(cell, bool | int | float):
        return (0, cell)
    if isinstance(cell, list):
        return (2, [str(c) for c in cell])
    return _text_rank(str(cell))


@lru_cache(maxsize=50_000)
def _text_rank(text: str) -> tuple[int, Any]:
    return (1, (fold(text).lstrip("[{"), text))  # [2020,2021] stands with 2020


class _Descending:
    def __init__(self, value: tuple[int, Any]) -> None:
        self.value = value

    def __lt__(self, other: _Descending) -> bool:
        return other.value < self.value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Descending) and other.value == self.value

    __hash__ = None  # type: ignore[assignment]


def compare(first: Answer, second: Answer) -> list[str]:
    """How two answers differ, row by row; empty if they are equal."""

    def shown(answer: Answer) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in answer.rows:
            cells = " | ".join(f"{k}={v}" for k, v in row.items() if k != "claims")
            found[cells] = row["claims"]
        return found

    one, two = shown(first), shown(second)
    differences = [f"only in the first: {cells}" for cells in one if cells not in two]
    differences += [f"only in the second: {cells}" for cells in two if cells not in one]
    for cells, claims in one.items():
        if cells in two and two[cells] != claims:
            only = sorted(set(claims) ^ set(two[cells]))
            differences.append(f"other evidence ({', '.join(only)}): {cells}")
    return differences

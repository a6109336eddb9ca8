"""Answers against rows that were taken from the sources, not from the queries.

A file ``expected/<theme>/<query>.json`` (a label may follow the query's name: ``father.unknown``)
has the parameters, the ``key`` columns compared, the ``rows`` that must be there, ``complete`` if
they must be all there is, the rows that must ``never`` be there, and the ``basis`` in the sources.
Entities are compared by name; the order of rows and of lists in a cell does not count.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.stores import Store
from queries import bind, run_cypher
from queries.catalogue import read_catalogue

ROOM = Path(__file__).parent / "expected"
FILES = sorted(str(f.relative_to(ROOM)) for f in ROOM.rglob("*.json"))
CATALOGUE = read_catalogue()

Cells = tuple[Any, ...]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(sorted(value, key=str))
    return value if value is None or isinstance(value, int | float) else str(value)


def _cells(rows: list[list[Any]]) -> set[Cells]:
    return {tuple(_cell(value) for value in row) for row in rows}


def _lines(title: str, rows: set[Cells]) -> list[str]:
    return [f"{title} ({len(rows)}):", *sorted(f"  {list(row)}" for row in rows)] if rows else []


def differences(expected: dict[str, Any], found: list[list[Any]]) -> list[str]:
    """What is missing, what is too much and what must never be there; empty if all is well."""
    got, wanted, never = _cells(found), _cells(expected["rows"]), _cells(expected["never"])
    extra = got - wanted - never if expected["complete"] else set()
    faults = [
        *_lines("missing", wanted - got),
        *_lines("not expected", extra),
        *_lines("must never be there", got & never),
    ]
    return [*faults, *_lines("found", got)] if faults else []


def _read(file: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((ROOM / file).read_text("utf-8"))
    return expected


@pytest.mark.parametrize("file", FILES)
def test_an_answer_is_what_the_sources_say(file: str, packaged: Store) -> None:
    expected = _read(file)
    query = CATALOGUE.queries[Path(file).name.split(".")[0]]
    rows = run_cypher(query, bind(query, expected["parameters"]), packaged).rows
    faults = differences(expected, [[row[name] for name in expected["key"]] for row in rows])
    asked = f"{query.name} {json.dumps(expected['parameters'], ensure_ascii=False)}"
    assert not faults, "\n".join([asked, *faults, f"basis: {expected['basis']}"])


@pytest.mark.parametrize("file", FILES)
def test_an_expectation_is_well_formed(file: str) -> None:
    expected = _read(file)
    assert set(expected) == {"parameters", "key", "rows", "complete", "never", "basis"}
    query = CATALOGUE.queries[Path(file).name.split(".")[0]]
    assert query.theme == Path(file).parent.name
    assert set(expected["key"]) <= {column.name for column in query.columns}
    assert expected["rows"] or expected["complete"], "says nothing"
    assert expected["basis"]
    rows = [*expected["rows"], *expected["never"]]
    assert all(len(row) == len(expected["key"]) for row in rows)
    assert not _cells(expected["rows"]) & _cells(expected["never"])


def test_every_theme_has_an_expectation() -> None:
    without = {q.theme for q in CATALOGUE.queries.values()} - {Path(f).parent.name for f in FILES}
    assert without == set(), (
        "write down what the sources say for one query of the theme, as 'Add a query' of "
        f"CONTRIBUTING.md shows: tests/queries/expected/{min(without)}/<query>.json"
    )


def test_no_expectation_gets_lost() -> None:
    """New queries may be expected or not; those that were are still asked."""
    expected = {Path(f).name.split(".")[0] for f in FILES}
    complete = {Path(f).name.split(".")[0] for f in FILES if _read(f)["complete"]}
    assert (len(expected) >= 70, len(complete) >= 40) == (True, True)

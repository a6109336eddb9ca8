"""Questions of several steps: relations composed, against rows that were taken from the sources.

A file ``compositions/<question>.json`` has the ``steps``: a query with its parameters, the column
it leads ``to`` and, but for the first, the one that it leads ``from``.  What a step leads to is
what the next one starts from.  ``rows`` are the names at the end (with ``counted``, each with how
many entities of the step before lead there), ``complete``, ``never`` and ``basis`` as in
``expected``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.stores import Store
from queries import bind, run_cypher
from queries.catalogue import read_catalogue

ROOM = Path(__file__).parent / "compositions"
FILES = sorted(f.name for f in ROOM.glob("*.json"))
CATALOGUE = read_catalogue()


def _cells(row: dict[str, Any], column: str) -> list[tuple[str, str]]:
    """The entities in a cell, each as id and name."""
    ids, names = row[f"{column}_id"], row[column]
    if not isinstance(ids, list):
        return [] if ids is None else [(ids, names)]
    return list(zip(ids, names, strict=True))


def _run(step: dict[str, Any], parameters: dict[str, Any], store: Store) -> list[dict[str, Any]]:
    query = CATALOGUE.queries[step["query"]]
    return run_cypher(query, bind(query, parameters), store).rows


def _compose(steps: list[dict[str, Any]], store: Store) -> dict[str, set[str]]:
    """The names at the end of the last step, each with the ids that lead there."""
    reached: dict[str, set[str]] = {}
    inputs: set[str] = set()
    for number, step in enumerate(steps):
        given = step.get("parameters", {})
        starts = [given] if number == 0 else [{**given, step["from"]: i} for i in sorted(inputs)]
        reached, inputs = {}, set()
        for parameters in starts:
            for row in _run(step, parameters, store):
                for key, name in _cells(row, step["to"]):
                    reached.setdefault(name, set()).add(str(parameters.get(step.get("from"))))
                    inputs.add(key)
    return reached


@pytest.mark.parametrize("file", FILES)
def test_composed_relations_say_what_the_sources_say(file: str, packaged: Store) -> None:
    expected = json.loads((ROOM / file).read_text("utf-8"))
    reached = _compose(expected["steps"], packaged)
    if expected.get("counted"):
        got = {(name, len(starts)) for name, starts in reached.items()}
        wanted = {tuple(row) for row in expected["rows"]}
    else:
        got, wanted = set(reached), set(expected["rows"])
    assert wanted - got == set()
    assert (
        got & set(map(tuple, expected["never"]) if expected.get("counted") else expected["never"])
        == set()
    )
    if expected["complete"]:
        assert got == wanted
    assert expected["basis"]


def test_there_are_compositions() -> None:
    assert FILES, "the folder of compositions is empty"

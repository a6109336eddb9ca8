"""The W3C suites for Turtle, N-Triples and N-Quads: what is read, and what is refused where."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.proof.canonical import compare
from graph.reading.quads import find_inputs, read
from ontology import ReadError
from tests.graph.suites import SUITES, cases

EXCLUDED: dict[str, str] = {}
"""Tests by name that are not run, each with its reason."""
COUNTS = {
    "rdf-turtle": (94, 74, 145),
    "rdf-n-triples": (29, 41, 0),
    "rdf-n-quads": (34, 53, 0),
}
"""How many there are: negative, positive syntax, evaluation."""


def quads_of(path: Path, base: str | None) -> list[ox.Quad]:
    return list(read(find_inputs([str(path)], base=base)[0]))


@pytest.mark.parametrize("suite", SUITES)
def test_suite(shared: Path, suite: str, capsys: pytest.CaptureFixture[str]) -> None:
    counted = {"refused": 0, "read": 0, "evaluated": 0}
    failed = []
    for case in cases(shared, suite):
        if case.name in EXCLUDED:
            continue
        try:
            quads = quads_of(case.action, case.base)
        except ReadError as error:
            placed = error.name == case.action.name and error.line and error.column
            if case.refused and placed:
                counted["refused"] += 1
            else:
                failed.append(f"{case.name}: {error}")
            continue
        if case.refused:
            failed.append(f"{case.name}: was not refused")
        elif case.result is None:
            counted["read"] += 1
        elif compare(quads, quads_of(case.result, None)).equal:
            counted["evaluated"] += 1
        else:
            failed.append(f"{case.name}: differs from {case.result.name}")
    with capsys.disabled():
        print(f"\n{suite}: {counted}, {len(EXCLUDED)} excluded, {len(failed)} failed")
    assert failed == []
    assert tuple(counted.values()) == COUNTS[suite]

"""Both SHACL validators find the same, and what they find is shown alike."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from graph.claims.infer import dataset, ontology_quads
from graph.claims.shapes import Finding, compiled, interpreted, run_shapes
from graph.claims.sheets import read_sheets
from graph.loading.packaged import knowledge_folder
from ontology import BASE
from tests.ontology.test_kg_ttl import BAD, GOOD, PREFIXES

pytest.importorskip("shacl", reason="shacl has no wheel for this machine")


def quads(turtle: str) -> list[ox.Quad]:
    data = list(ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE))
    return [*data, *ontology_quads()]


def test_all_that_is_wrong_in_the_examples_is_found_alike() -> None:
    for bad, _ in BAD:
        data = quads(GOOD + bad)
        found = list(run_shapes(data, compiled))
        assert found == list(run_shapes(data, interpreted)), bad
        assert found, bad


@pytest.mark.parametrize("locator", ["char=7", "char=1,", "char=x,2", "char=1,2x", "", "\\n"])
def test_a_locator_that_is_nearly_a_span_is_refused_by_both(locator: str) -> None:
    data = quads(GOOD.replace('"row=1"', f'"{locator}"', 1))
    found = list(run_shapes(data, compiled))
    assert found == list(run_shapes(data, interpreted))
    assert [f.place for f in found] == ["claim/1"]


@pytest.mark.parametrize(
    "locator", ["char=1,2", "c", "ch", "cha", "char", "chart 7", "charm=1", "x"]
)
def test_a_locator_of_another_kind_is_taken_by_both(locator: str) -> None:
    data = quads(GOOD.replace('"row=1"', f'"{locator}"', 1))
    assert list(run_shapes(data, compiled)) == list(run_shapes(data, interpreted)) == []


def test_the_packaged_knowledge_with_a_fault_is_found_alike() -> None:
    asserted, derived = dataset(read_sheets(knowledge_folder()))
    kg = BASE + "ontology#"
    person = ox.NamedNode(BASE + "person/nemesio-oseguera-cervantes")
    asserted.append(ox.Quad(person, ox.NamedNode(kg + "nameEs"), ox.Literal("Uno")))
    asserted.append(ox.Quad(person, ox.NamedNode(kg + "nameEs"), ox.Literal("Dos")))
    found = list(run_shapes([*asserted, *derived], compiled))
    assert found == [
        Finding(
            "error",
            "shapes",
            "person/nemesio-oseguera-cervantes",
            "An entity has at most one Spanish name; keep one and put the others into alias claims "
            "or hidden labels.",
        )
    ]
    assert found == list(run_shapes([*asserted, *derived], interpreted))

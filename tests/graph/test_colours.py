"""Colour refinement finds what its definition says, in bounded work, and knows its strength."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.proof.colours import colouring, shape
from tests.graph.rdf_strategies import Quads
from tests.graph.tangles import (
    THING,
    P,
    Q,
    b,
    chain,
    clique,
    coloured,
    cycle,
    library_hash,
    shuffled,
    star,
)

NO_HURRY = settings(deadline=None)


@pytest.mark.parametrize("length", [300, 3_000])
def test_a_chain_takes_work_in_proportion_and_is_proven(length: int) -> None:
    found = colouring([shape(quad) for quad in chain(length)])
    assert found.conclusive
    assert len(set(found.colours.values())) == length + 1
    assert found.work < 20 * length


def test_refinement_ends_at_its_limit_of_work_and_says_so() -> None:
    quads = [*chain(300), *star(3, "x")]
    found = colouring([shape(quad) for quad in quads], work=1_000)
    assert not found.conclusive
    assert found.work < 3_000
    again = dict.fromkeys(shuffled(quads, 5))
    other = colouring([shape(quad) for quad in again], work=1_000)
    assert list(other.parts()) == list(found.parts())


@pytest.mark.parametrize(
    ("quads", "conclusive"),
    [
        ([*star(9, "x"), *star(9, "y")], True),
        ([quad for n in range(50) for quad in (ox.Quad(b(n, 0), P, b(n, 1)),)], True),
        ([*cycle(9), ox.Quad(b("else"), Q, THING)], False),
        ([*cycle(9, "x"), ox.Quad(b("x", 0), Q, THING)], True),
        (cycle(9), False),
        (clique(3), False),
        ([ox.Quad(b(n), P, b(n + 1), b("g")) for n in range(0, 20, 2)], True),
    ],
)
def test_trees_and_named_circles_are_proven(quads: Quads, conclusive: bool) -> None:
    found = coloured(quads)
    assert found.conclusive is conclusive
    assert ("weaker" in found.method) is not conclusive


def plain_refinement(quads: Quads) -> set[frozenset[str]]:
    """The blank nodes that colours leave alike, by the definition and without any cleverness."""
    shapes = [shape(quad) for quad in quads]
    colours: dict[str, object] = {label: 0 for _, labels in shapes for label in labels}
    while True:
        seen: dict[str, list[str]] = {label: [] for label in colours}
        for text, labels in shapes:
            there = [colours[label] for label in labels]
            for one in set(labels):
                seen[one].append(
                    repr((text, there, [[x == y, x == one] for x in labels for y in labels]))
                )
        fresh = {label: (colours[label], tuple(sorted(said))) for label, said in seen.items()}
        numbers = {colour: n for n, colour in enumerate(sorted(set(fresh.values())))}
        if len(numbers) == len(set(colours.values())):
            found: dict[object, set[str]] = defaultdict(set)
            for label, colour in colours.items():
                found[colour].add(label)
            return {frozenset(labels) for labels in found.values()}
        colours = {label: numbers[colour] for label, colour in fresh.items()}


NODES_OF_TEN = st.integers(0, 9).map(b)
TANGLED = st.lists(
    st.builds(
        ox.Quad,
        NODES_OF_TEN,
        st.sampled_from([P, P, P, Q]),
        st.one_of(NODES_OF_TEN, NODES_OF_TEN, st.just(THING)),
        st.sampled_from([ox.DefaultGraph()] * 5 + [b(0), b(1)]),
    ),
    max_size=14,
    unique=True,
)


@NO_HURRY
@example([*chain(5, "x"), *chain(5, "y"), ox.Quad(b("y", 5), Q, THING)])
@example([*cycle(8), *cycle(8, "y"), ox.Quad(b("y", 0), Q, THING), *star(4, "x")])
@example([*chain(20), *chain(7, "y"), *chain(7, "z")])
@given(TANGLED)
def test_refinement_finds_what_its_definition_says(quads: Quads) -> None:
    found: dict[bytes, set[str]] = defaultdict(set)
    for label, colour in colouring([shape(quad) for quad in quads]).colours.items():
        found[colour].add(label)
    assert {frozenset(labels) for labels in found.values()} == plain_refinement(quads)


def _classes(datasets: Iterable[Quads]) -> None:
    """Colours and canonical forms make the same classes, or the colours say that they may not."""
    by_colour: dict[str, set[str]] = defaultdict(set)
    by_form: dict[str, set[str]] = defaultdict(set)
    sure: set[str] = set()
    for quads in datasets:
        form, colour = library_hash(quads), coloured(quads)
        by_colour[colour.hash].add(form)
        by_form[form].add(colour.hash)
        if colour.conclusive:
            sure.add(colour.hash)
    assert all(len(colours) == 1 for colours in by_form.values())
    assert all(len(by_colour[colour]) == 1 for colour in sure)
    assert sure
    assert len(sure) < len(by_colour)


def test_colours_are_right_about_all_graphs_of_three_nodes() -> None:
    arrows = list(itertools.product(range(3), repeat=2))
    _classes(
        [ox.Quad(b(m), P, b(n)) for (m, n), there in zip(arrows, chosen, strict=True) if there]
        for chosen in itertools.product([False, True], repeat=len(arrows))
    )


def test_colours_are_right_about_all_datasets_of_two_nodes_that_also_name_graphs() -> None:
    threes = list(itertools.product(range(2), repeat=3))
    _classes(
        [
            ox.Quad(b(m), P, b(n), b(g))
            for (m, n, g), there in zip(threes, chosen, strict=True)
            if there
        ]
        for chosen in itertools.product([False, True], repeat=len(threes))
    )

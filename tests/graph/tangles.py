"""Datasets whose blank nodes are hard to tell apart, and the same ones in another guise."""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Iterable

import pyoxigraph as ox

from graph.proof.canonical import Proof, _Side
from graph.proof.colours import shape
from tests.graph.rdf_strategies import Quads

P, Q, S, THING = (ox.NamedNode("http://example.org/" + name) for name in "pqso")
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | ox.DefaultGraph


def b(*name: object) -> ox.BlankNode:
    return ox.BlankNode("n" + "_".join(map(str, name)))


def chain(length: int, name: str = "") -> Quads:
    return [ox.Quad(b(name, n), P, b(name, n + 1)) for n in range(length)]


def cycle(length: int, name: str = "") -> Quads:
    return [ox.Quad(b(name, n), P, b(name, (n + 1) % length)) for n in range(length)]


def clique(size: int) -> Quads:
    return [ox.Quad(b(m), P, b(n)) for m, n in itertools.permutations(range(size), 2)]


def star(leaves: int, name: str = "") -> Quads:
    return [ox.Quad(b(name, "hub"), P, b(name, n)) for n in range(leaves)]


def renamed(term: Term, names: dict[str, str]) -> Term:
    if isinstance(term, ox.BlankNode):
        return ox.BlankNode(names[term.value])
    if isinstance(term, ox.Triple):
        subject, value = renamed(term.subject, names), renamed(term.object, names)
        return ox.Triple(subject, term.predicate, value)  # type: ignore[arg-type]
    return term


def shuffled(quads: Iterable[ox.Quad], seed: int) -> Quads:
    """The same dataset: other labels, another order, some quads twice."""
    dice = random.Random(seed)
    quads = list(quads)
    labels = sorted({label for quad in quads for label in shape(quad).labels})
    fresh = [f"{dice.choice(['c14n', 'z', 'n'])}{n}" for n in range(len(labels))]
    dice.shuffle(fresh)
    names = dict(zip(labels, fresh, strict=True))
    found = [
        ox.Quad(
            *[renamed(part, names) for part in (q.subject, q.predicate, q.object, q.graph_name)]
        )  # type: ignore[arg-type]
        for q in quads
    ]
    found += dice.sample(found, len(found) // 3)
    dice.shuffle(found)
    return found


def library_hash(quads: Quads) -> str:
    """RDFC-1.0 of the whole dataset by the library alone."""
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted(f"{quad} .\n" for quad in dataset)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def coloured(quads: Quads) -> Proof:
    """The proof behind the limit."""
    side = _Side(quads)
    return side.coloured("no time")

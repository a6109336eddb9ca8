"""The tests of the W3C suites, from their manifests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

SUITES = ("rdf-turtle", "rdf-n-triples", "rdf-n-quads")
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
KINDS = {
    "PositiveSyntax": "positive syntax",
    "NegativeSyntax": "negative syntax",
    "NegativeEval": "negative evaluation",
    "Eval": "evaluation",
}


@dataclass(frozen=True)
class Case:
    """A test: ``result`` is there for evaluation tests, in N-Triples."""

    name: str
    kind: str
    action: Path
    result: Path | None
    base: str | None

    @property
    def refused(self) -> bool:
        """Whether the action is broken."""
        return self.kind.startswith("negative")


def cases(shared: Path, suite: str) -> list[Case]:
    """All tests of a suite, in the order of their names."""
    folder = shared / "suites" / suite
    here = "file:///suite/"
    quads = ox.Dataset(
        ox.parse(path=folder / "manifest.ttl", format=ox.RdfFormat.TURTLE, base_iri=here)
    )

    (home,) = [
        quad.object.value
        for quad in quads.quads_for_predicate(ox.NamedNode(MF + "assumedTestBase"))
    ] or [None]  # N-Triples and N-Quads have no relative IRIs
    found = []
    for quad in quads.quads_for_predicate(ox.NamedNode(RDF + "type")):
        kind = next((kind for end, kind in KINDS.items() if quad.object.value.endswith(end)), None)
        if kind is None:
            continue  # the manifest itself
        about = {q.predicate.value: q.object.value for q in quads.quads_for_subject(quad.subject)}
        action = about[MF + "action"].removeprefix(here)
        result = about.get(MF + "result")
        found.append(
            Case(
                about[MF + "name"],
                kind,
                folder / action,
                folder / result.removeprefix(here) if result else None,
                home + action if home else None,
            )
        )
    return sorted(found, key=lambda case: case.name)


def positive(shared: Path, suite: str) -> list[Case]:
    """The tests whose actions must come back isomorphic, to the result where there is one."""
    return [case for case in cases(shared, suite) if not case.refused]

"""Every positive test of the suites goes through a store and comes back isomorphic.

All of them are loaded at once, each as a document of its own, so each is proven with hundreds of
others beside it.  ``docs/conformance.md`` has the table that these tests count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.loading.documents import load, read_documents
from graph.proof.canonical import compare
from graph.reading.quads import Input, find_inputs, key_of, read
from graph.stores import Store
from tests.differences import quads_by_document
from tests.graph.suites import SUITES, positive

RDF = Path(__file__).parent / "rdf"
DOC = Path(__file__).parents[2] / "docs" / "conformance.md"
OWN = {"jsonld": "JSON-LD, our own", "trig": "TriG, our own", "rdf": "RDF/XML, our own"}
TITLES = {"rdf-turtle": "Turtle", "rdf-n-triples": "N-Triples", "rdf-n-quads": "N-Quads"}


@dataclass(frozen=True)
class Case:
    """What is loaded, and the file that says the same."""

    suite: str
    kind: str
    source: Input
    result: Path


def all_cases(shared: Path) -> Iterator[Case]:
    for suite in SUITES:
        for case in positive(shared, suite):
            name = f"{suite}/{case.name}{case.action.suffix}"
            (source,) = find_inputs([str(case.action)], base=case.base, name=name)
            kind = "evaluation" if case.result else "positive syntax"
            yield Case(TITLES[suite], kind, source, case.result or case.action)
    for path in sorted(RDF.iterdir()):
        result = path.with_name(path.name + ".nq.expected")
        if result.exists():
            (source,) = find_inputs([str(path)])
            suite = OWN.get(path.suffix[1:], "Turtle and N-Quads, our own")
            yield Case(suite, "evaluation", source, result)


def test_every_positive_test_comes_back(engine: str, store: Store, shared: Path) -> None:
    cases = list(all_cases(shared))
    load(store, read_documents(store, [case.source for case in cases]))
    held = quads_by_document(store)
    counted: Counter[tuple[str, str]] = Counter()
    failed = []
    for case in cases:
        found = held.get(key_of(case.source.name), [])
        if compare(read(expected(case)), found).equal:
            counted[case.suite, case.kind] += 1
        else:
            failed.append(case.source.name)
    assert failed == []
    shown = {
        (cells[0], cells[1]): int(cells[2 if engine == "embedded" else 3].split(" ")[0])
        for cells in (
            [cell.strip() for cell in line.strip("| \n").split("|")]
            for line in DOC.read_text("utf-8").splitlines()
            if line.startswith("| ") and " of " in line
        )
        if cells[1] in ("evaluation", "positive syntax")
    }
    assert shown == dict(counted)


def expected(case: Case) -> Input:
    """The file that says what must come back: the result, or what was loaded."""
    if case.result == case.source.path:
        return case.source
    return Input(case.result.name, case.result, ox.RdfFormat.N_QUADS, None)

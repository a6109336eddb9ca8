"""docs/projection.md says what the projection does: its examples are run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from graph.claims.infer import derive
from graph.projection.nodes import PropertyGraph
from graph.stores.base import KNOWLEDGE
from tests.in_memory import project_documents, unproject

DOC = Path(__file__).parents[1] / "docs" / "projection.md"
TEXT = DOC.read_text("utf-8")
FORMATS = {"turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG}
_PREFIXES = re.compile(r"^```turtle prefixes\n(.*?)^```$", re.S | re.M)
_EXAMPLE = re.compile(
    r"((?:^```(?:turtle|trig)(?: [a-z0-9-]+)?\n.*?^```\n\n)+?)^```json\n(.*?)^```$", re.S | re.M
)
_DOCUMENT = re.compile(r"^```(turtle|trig)(?: ([a-z0-9-]+))?\n(.*?)^```$", re.S | re.M)


@dataclass
class Example:
    """The documents of an example by key, and what the text shows of the graph."""

    documents: dict[str, list[ox.Quad]]
    shown: dict[str, Any]

    def graph(self) -> PropertyGraph:
        return project_documents(
            self.documents, derive([q for quads in self.documents.values() for q in quads])
        )


def quads_of(language: str, text: str) -> list[ox.Quad]:
    prefixes = _PREFIXES.search(TEXT)
    assert prefixes, f"{DOC.name} begins with a block 'turtle prefixes'"
    return list(ox.parse(prefixes[1] + text, format=FORMATS[language]))


def _examples() -> Iterator[Any]:
    after = _PREFIXES.search(TEXT)
    assert after
    for match in _EXAMPLE.finditer(TEXT, after.end()):
        documents = {m[2] or KNOWLEDGE: quads_of(m[1], m[3]) for m in _DOCUMENT.finditer(match[1])}
        line = TEXT[: match.start()].count("\n") + 1
        yield pytest.param(Example(documents, json.loads(match[2])), id=f"line {line}")


EXAMPLES = list(_examples())


def test_every_fenced_block_is_part_of_an_example() -> None:
    blocks = len(re.findall(r"^```\w", TEXT, re.M))
    parts = sum(len(p.values[0].documents) + 1 for p in EXAMPLES)
    assert blocks == 1 + parts, "RDF is followed by its JSON, with an empty line between"


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_projected_as_shown(example: Example) -> None:
    graph, shown = example.graph(), example.shown
    nodes = {
        n.id: {"labels": sorted(n.labels), "properties": n.properties} for n in graph.nodes.values()
    }
    for node in shown.get("nodes", []):
        assert nodes[node["properties"]["id"]] == node

    links = [
        {"start": r.start, "type": r.type, "end": r.end, "properties": r.properties}
        for r in graph.relationships
    ]
    types = {r["type"] for r in shown.get("relationships", [])}
    assert [x for x in links if x["type"] in types] == shown.get("relationships", [])
    assert not {x["type"] for x in links} & set(shown.get("absent", []))


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_comes_back_as_it_went_in(example: Example) -> None:
    graph = example.graph()
    for key, quads in example.documents.items():
        assert set(unproject(graph, key)) == set(quads)

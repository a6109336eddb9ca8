"""docs/projection.md says what the projection does: its examples are run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from graph.infer import derive
from graph.project import project, unproject

DOC = Path(__file__).parents[1] / "docs" / "projection.md"
TEXT = DOC.read_text("utf-8")
FORMATS = {"turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG}
_PREFIXES = re.compile(r"^```turtle prefixes\n(.*?)^```$", re.S | re.M)
_EXAMPLE = re.compile(r"^```(turtle|trig)\n(.*?)^```\n\n^```json\n(.*?)^```$", re.S | re.M)
EXAMPLES = [
    pytest.param(m[1], m[2], json.loads(m[3]), id=f"line {TEXT[: m.start()].count(chr(10)) + 1}")
    for m in _EXAMPLE.finditer(TEXT)
]


def quads_of(language: str, text: str) -> list[ox.Quad]:
    prefixes = _PREFIXES.search(TEXT)
    assert prefixes, f"{DOC.name} begins with a block 'turtle prefixes'"
    return list(ox.parse(prefixes[1] + text, format=FORMATS[language]))


def test_every_fenced_block_is_part_of_an_example() -> None:
    blocks = len(re.findall(r"^```\w", TEXT, re.M))
    assert blocks == 1 + 2 * len(EXAMPLES), (
        "RDF is followed by its JSON, with an empty line between"
    )


@pytest.mark.parametrize(("language", "text", "shown"), EXAMPLES)
def test_an_example_is_projected_as_shown(language: str, text: str, shown: dict[str, Any]) -> None:
    quads = quads_of(language, text)
    graph = project([*quads, *derive(quads)])

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


@pytest.mark.parametrize(("language", "text", "shown"), EXAMPLES)
def test_an_example_comes_back_as_it_went_in(
    language: str, text: str, shown: dict[str, Any]
) -> None:
    quads = quads_of(language, text)
    assert set(unproject(project([*quads, *derive(quads)]))) == set(quads)

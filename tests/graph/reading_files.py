"""Files for the tests of reading, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.reading.quads import Limits, find_inputs, read
from ontology import ReadError

LINE = b'<http://example.org/a> <http://example.org/p> "x" .\n'
XML = (
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    b'xmlns:ex="http://example.org/">%b</rdf:RDF>'
)
OPEN = XML.partition(b"%b")[0]
A_P = b"<http://example.org/a> <http://example.org/p> "
MIB = 1 << 20

Write = Callable[[str, bytes], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def new(name: str, data: bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return str(path)

    return new


def quads_of(path: str | Path, limits: Limits | None = None, **options: str) -> list[ox.Quad]:
    (source,) = find_inputs([str(path)], **options)  # type: ignore[arg-type]
    return list(read(source, limits))


def refused(path: str | Path, limits: Limits | None = None, **options: str) -> ReadError:
    with pytest.raises(ReadError) as caught:
        quads_of(path, limits, **options)
    assert str(caught.value).startswith(caught.value.name)
    return caught.value

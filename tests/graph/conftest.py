"""A new store of each engine, for tests that want equal answers of both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.stores import Store, open_store, parse_address


@pytest.fixture(params=["embedded", "neo4j"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def address(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store is."""
    if engine == "embedded":
        return f"embedded:{tmp_path / 'store'}"
    return str(request.getfixturevalue("clean_neo4j"))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with closing(open_store(parse_address(address))) as opened:
        yield opened

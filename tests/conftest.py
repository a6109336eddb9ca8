"""Fixtures for all tests."""

import os
from pathlib import Path

import pytest

# Imported, not named in `pytest_plugins`: that is refused in a conftest that is not at the top.
from tests.neo4j_fixture import (
    _ours_to_empty,
    clean_neo4j,
    neo4j_auth,
    neo4j_driver,
    neo4j_packaged,
    neo4j_server,
    neo4j_url,
    skip_or_fail,
)

__all__ = [
    "_ours_to_empty",
    "clean_neo4j",
    "neo4j_auth",
    "neo4j_driver",
    "neo4j_packaged",
    "neo4j_server",
    "neo4j_url",
    "shared",
]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the shared data: EXPEDIENTE_SHARED, else `shared` beside the repository."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("EXPEDIENTE_SHARED") or beside)
    if not folder.is_dir():
        skip_or_fail(f"no shared data: {folder} is absent")
    return folder

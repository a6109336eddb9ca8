"""Fixtures for all tests."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.stores import Store, open_store, parse_address
from kg.session import Session

# Imported, not named in `pytest_plugins`: that is refused in a conftest that is not at the top.
from tests.neo4j_fixture import (
    _ours_to_empty,
    bare_neo4j,
    clean_neo4j,
    neo4j_auth,
    neo4j_driver,
    neo4j_packaged,
    neo4j_server,
    neo4j_url,
)
from tests.packaged_store import packaged_store

__all__ = [
    "_ours_to_empty",
    "bare_neo4j",
    "clean_neo4j",
    "neo4j_auth",
    "neo4j_driver",
    "neo4j_packaged",
    "neo4j_server",
    "neo4j_url",
    "packaged",
    "packaged_folder",
    "session",
    "shared",
]

# A run in a shell's background ignores Ctrl-C, and so would all that the tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Java's second compiler pays for itself after minutes; a server of the tests lives for seconds,
# and with one collector thread two of them leave the cores to each other.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the shared data: EXPEDIENTE_SHARED, else `shared` beside the repository.

    It is no part of the repository: a clone without it passes, and says what it skipped.
    """
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get("EXPEDIENTE_SHARED") or beside)
    if not folder.is_dir():
        pytest.skip(f"no shared data: {folder} is absent")
    return folder


@pytest.fixture(scope="session")
def packaged_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged knowledge as an embedded store's folder; to be read or copied."""
    return packaged_store(tmp_path_factory)


@pytest.fixture(scope="module")
def session(packaged_folder: Path) -> Iterator[Session]:
    """What a command works with, on the same; a module's tests share one."""
    with Session(f"embedded:{packaged_folder}") as opened:
        yield opened


@pytest.fixture(scope="session")
def packaged(packaged_folder: Path) -> Iterator[Store]:
    """The same as a store, for tests that only read."""
    store = open_store(parse_address(f"embedded:{packaged_folder}"))
    yield store
    store.close()

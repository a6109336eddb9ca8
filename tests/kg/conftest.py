"""Fixtures: the command on two knowledges."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kg.family import make_family
from tests.kg_command import CHECKOUT, Command, make_checkout
from tests.kg_forks import CAN_FORK, Forks
from tests.packaged_store import put_at_home


def forking(command: Command) -> Iterator[Command]:
    if not CAN_FORK:
        yield command
        return
    forks = Forks(command.setting)
    yield dataclasses.replace(command, forks=forks)
    forks.close()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Command]:
    """The command on the small knowledge; tests that spoil something work on copies."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "checkout").mkdir()
    command = Command(make_checkout(folder / "checkout"), folder / "home")
    assert command("sources").status == 0  # builds the store
    yield from forking(command)


@pytest.fixture(scope="session")
def family(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Command]:
    """The command on a family whose claims stand in a text."""
    folder = tmp_path_factory.mktemp("family")
    (folder / "checkout").mkdir()
    knowledge = make_family(folder / "knowledge")
    command = Command(make_checkout(folder / "checkout", knowledge), folder / "home")
    assert command("sources").status == 0  # builds the store
    yield from forking(command)


@pytest.fixture(scope="session")
def kg(tmp_path_factory: pytest.TempPathFactory, packaged_folder: Path) -> Command:
    """The command as it is shipped, each time from a new interpreter."""
    command = Command(CHECKOUT, tmp_path_factory.mktemp("packaged") / "home")
    put_at_home(command.home, packaged_folder)
    return command


@pytest.fixture(scope="module")
def on_neo4j(
    small: Command, neo4j_url: str, neo4j_auth: tuple[str, str] | None
) -> Iterator[Command]:
    """The command for a user of that server."""
    user, password = neo4j_auth or ("", "")
    access = {"KG_STORE": neo4j_url, "KG_USER": user, "KG_PASSWORD": password}
    yield small.with_(**{k: v for k, v in access.items() if v})


@pytest.fixture
def spoilable(small: Command, tmp_path: Path) -> Command:
    """The command on the small knowledge with a built store of its own."""
    shutil.copytree(small.home, tmp_path / "home", ignore=shutil.ignore_patterns("tmp"))
    return dataclasses.replace(small, home=tmp_path / "home")

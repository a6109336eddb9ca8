"""Fixtures: the command on two knowledges."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.kg_command import CHECKOUT, Command, make_checkout


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """The command on the small knowledge; tests that spoil something work on copies."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "checkout").mkdir()
    command = Command(make_checkout(folder / "checkout"), folder / "home")
    assert command("sources").status == 0  # builds the store
    return command


@pytest.fixture(scope="session")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """The command as it is shipped."""
    return Command(CHECKOUT, tmp_path_factory.mktemp("packaged") / "home")


@pytest.fixture
def spoilable(small: Command, tmp_path: Path) -> Command:
    """The command on the small knowledge with a built store of its own."""
    shutil.copytree(small.home, tmp_path / "home", ignore=shutil.ignore_patterns("tmp"))
    return Command(small.checkout, tmp_path / "home")

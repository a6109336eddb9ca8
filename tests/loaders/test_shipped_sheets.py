"""The shipped sheets of loaders are what the loaders make of the shipped tables, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import loaders
from graph.claims.made import read_made
from graph.loading.packaged import knowledge_folder
from loaders.__main__ import main
from loaders.runner import discover

TABLES = Path(loaders.__file__).parent / "tables"


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in (".csv", ".json")
    }


def test_the_loaders_change_nothing_in_the_shipped_knowledge(tmp_path: Path) -> None:
    copy = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), copy)
    shipped = _bytes(copy)
    assert main([str(TABLES), "--into", str(copy)]) == 0
    assert _bytes(copy) == shipped, "run 'make sheets' and look at the difference"


def test_every_shipped_table_has_its_sheet() -> None:
    files = {x.name: x.file for x in discover() if (TABLES / x.file).is_file()}
    assert {p.name for p in TABLES.iterdir()} - set(files.values()) == {"README.md"}
    made = {sheet.loader: sheet.file for sheet in read_made(knowledge_folder()).sheets.values()}
    assert made == files


@pytest.mark.parametrize("folder", ["facts", "officials"])
def test_the_shipped_tables_are_those_that_are_shared(folder: str, shared: Path) -> None:
    given = {path.name: path.read_bytes() for path in (shared / folder).iterdir()}
    assert given
    assert {name: (TABLES / name).read_bytes() for name in given} == given

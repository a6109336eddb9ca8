"""The shipped table sheets are what the loaders make of the tables, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.loading.packaged import knowledge_folder

READ = "2026-11-21"


@pytest.mark.parametrize(("loader", "folder"), [("tables", "facts"), ("officials", "officials")])
def test_a_loader_makes_the_shipped_sheets(
    loader: str, folder: str, shared: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", f"loaders.{loader}", str(shared / folder), str(tmp_path)]
    subprocess.run([*command, "--read", READ], check=True, capture_output=True)
    made = sorted((tmp_path / "claims").glob("*.csv"))
    assert made
    shipped = knowledge_folder() / "claims"
    for sheet in made:
        again = f"python -m loaders.{loader} {folder} OUT"
        assert (shipped / sheet.name).read_bytes() == sheet.read_bytes(), f"{sheet.name}: {again}"

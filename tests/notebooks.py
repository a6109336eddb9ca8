"""The example notebooks in docs/, run from their first cell to their last.

``python -m tests.notebooks`` writes what the cells show into the files.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "docs").rglob("*.ipynb"))
COMMAND = "python -m tests.notebooks"
SECONDS = 120
_KEPT = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def read(path: Path) -> NotebookNode:
    """A notebook as it is stored."""
    return nbformat.read(path, as_version=4)


def ran(path: Path, environment: Mapping[str, str]) -> NotebookNode:
    """The notebook with what its cells show now, and nothing that differs from run to run."""
    notebook = read(path)
    client = NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", record_timing=False)
    client.execute(cwd=str(path.parent), env=dict(environment))
    notebook.metadata = nbformat.from_dict(_KEPT)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id, cell.metadata = f"cell-{number}", nbformat.from_dict({})
    return notebook


def outputs(notebook: NotebookNode) -> list[object]:
    """What the cells show."""
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


if __name__ == "__main__":
    for found in NOTEBOOKS:
        text = nbformat.writes(ran(found, os.environ))
        found.write_text(text.rstrip() + "\n", "utf-8", newline="\n")
        print(found.relative_to(ROOT))

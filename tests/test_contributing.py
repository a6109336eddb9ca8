"""What CONTRIBUTING shows works in a copy of the repository, with nothing done that it does not show."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_docs import ROOT, Block, blocks

PAGE = "CONTRIBUTING.md"
ROOMS = ("bench", "docs", "graph", "kg", "knowledge", "loaders", "ontology", "queries", "tests")
GENERATED = (  # by 'make sheets' and 'make docs'
    *("knowledge/claims/nicknames.csv", "knowledge/claims/made-by-loaders.json"),
    *("docs/reference/", ".answers.json"),
)


def _files(folder: Path) -> dict[str, bytes]:
    rooms = [path for room in ROOMS for path in sorted((folder / room).rglob("*"))]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in rooms
        if path.is_file() and "__pycache__" not in path.parts
    }


def _apply(block: Block, folder: Path) -> None:
    """A new file, or rows at the end of a sheet."""
    file = folder / block.info
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.text, "utf-8")
        return
    assert block.language == "csv", f"{block}: {block.info} is there already"
    with file.open(encoding="utf-8", newline="") as sheet:
        columns = next(csv.reader(sheet))
    with file.open("a", encoding="utf-8", newline="") as sheet:
        writer = csv.DictWriter(sheet, columns, lineterminator="\n")
        writer.writerows(csv.DictReader(io.StringIO(block.text)))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with all examples of the page applied."""
    folder = tmp_path_factory.mktemp("repository") / "expediente"
    folder.mkdir()
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.is_file() and not path.name.startswith("."):
            shutil.copyfile(path, folder / path.name)
    for block in blocks(PAGE, "csv", "cypher", "sparql", "json", "python", "tsv"):
        _apply(block, folder)
    return folder


def _run(copy: Path, *arguments: str) -> str:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("KG_", "XDG_", "PYTEST_"))}
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=copy,
        env=kept | {"PYTHONPATH": str(copy), "HOME": str(copy.parent)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, f"python -m {' '.join(arguments)}\n{done.stdout}"
    return done.stdout


def test_the_examples_work_together_as_they_stand(copy: Path) -> None:
    applied = _files(copy)
    # make sheets
    assert _run(copy, "loaders", "loaders/tables", "--into", "knowledge").splitlines()[-4:] == [
        "claims/transfers-people.csv: 599 claims, unchanged",
        "claims/us-executive.csv: 186 claims, unchanged",
        "entities.csv: unchanged",
        "sources.csv: 1 added",
    ]
    once = _files(copy)
    _run(copy, "loaders", "loaders/tables", "--into", "knowledge")
    assert _files(copy) == once
    # make check
    assert _run(copy, "kg", "check", "knowledge").splitlines()[-1:] == [
        "0 errors, 0 warnings in knowledge"
    ]
    # make docs
    _run(copy, "queries.answers")
    _run(copy, "kg.reference")
    changed = {name for name, held in _files(copy).items() if applied.get(name) != held}
    others = {name for name in changed if not any(part in name for part in GENERATED)}
    assert others == {"knowledge/sources.csv"}
    answers = (copy / "queries/people/roles_of_person.answers.json").read_text("utf-8")
    assert "Senior News Editor" in answers
    # make test, as far as it knows the examples
    chosen = "expect or nicknames or roles_of_person or shipped or two_queries or pattern"
    tests = ("queries/test_expected.py", "queries/test_queries.py", "loaders")
    told = _run(
        copy, "pytest", "-q", "-p", "no:cacheprovider", "-k", chosen, *(f"tests/{t}" for t in tests)
    )
    assert "failed" not in told


def test_a_theme_without_an_expectation_is_told_what_to_add(copy: Path) -> None:
    file = copy / "tests/queries/expected/people/roles_of_person.json"
    kept = file.read_bytes()
    file.unlink()
    try:
        with pytest.raises(AssertionError) as failed:
            _run(
                copy, "pytest", "-q", "-p", "no:cacheprovider", "-k", "every_theme", "tests/queries"
            )
    finally:
        file.write_bytes(kept)
    assert "as 'Add a query' of CONTRIBUTING.md shows" in str(failed.value)
    assert "tests/queries/expected/people/" in str(failed.value)

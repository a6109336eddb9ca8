"""The wheel alone answers: built, installed into an empty environment, asked from elsewhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.neo4j_fixture import skip_or_fail

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "Who is related to El Mencho?"
ROOMS = {"graph", "kg", "knowledge", "loaders", "ontology", "queries"}
# What pip says where it cannot reach what it wants to fetch.
NO_NETWORK = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|name resolution|getaddrinfo|"
    r"Network is unreachable|Connection refused|No matching distribution found|HTTP error 429"
)


def pip(python: str | Path, *arguments: str) -> None:
    """Runs pip; without a network the test is skipped, or fails where CI is set."""
    done = subprocess.run(
        [python, "-m", "pip", "--disable-pip-version-check", "--retries", "2", *arguments],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode and NO_NETWORK.search(done.stdout + done.stderr):
        skip_or_fail(f"pip cannot fetch what 'pip {arguments[0]}' needs: {done.stderr[-500:]}")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment that holds the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    commands = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip(commands / "python", "install", "--no-compile", str(wheel))  # few of the modules are used
    return commands


def test_the_wheel_holds_the_rooms_their_data_and_the_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tops = {name.split("/")[0] for name in names}
    (info,) = (top for top in tops if top.endswith(".dist-info"))
    assert tops - {info} == ROOMS
    assert {f"{info}/licenses/LICENSE", f"{info}/licenses/LICENSE-knowledge"} <= names
    for room in sorted(ROOMS):
        files = (f for f in (ROOT / room).rglob("*") if f.is_file() and f.suffix != ".pyc")
        assert {f.relative_to(ROOT).as_posix() for f in files} - names == set()


def test_the_installed_command_answers_with_evidence(installed: Path, tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    dropped = ("KG_", "XDG_", "PYTHON", "VIRTUAL_ENV")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}

    def kg(*arguments: str) -> str:
        return subprocess.run(
            [installed / "kg", *arguments],
            cwd=elsewhere,
            env=kept | {"HOME": str(home), "USERPROFILE": str(home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout

    answer = json.loads(kg("ask", "--json", QUESTION))
    assert answer["status"] == "answered"
    assert "person/rosalinda-gonzalez-valencia" in {r["relative_id"] for r in answer["rows"]}
    cited = {claim for row in answer["rows"] for claim in row["claims"]}
    assert cited == set(answer["evidence"])
    assert all(row["claims"] for row in answer["rows"])
    assert all(e["source"] and e["locator"] and e["status"] for e in answer["evidence"].values())

    shown = kg("ask", QUESTION)
    assert "Rosalinda González Valencia" in shown
    assert re.search(r"^  \[1\] .*\S", shown, re.M), "a line of evidence"
    assert list(elsewhere.iterdir()) == []

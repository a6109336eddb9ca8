"""``make``: a question reaches the command as it was written, and long work is announced."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.kg_command import CHECKOUT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="needs make")


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    """Looks installed; its programs print what they are given."""
    (tmp_path / "bin").mkdir()
    for name in ("kg", "python"):
        program = tmp_path / "bin" / name
        program.write_text("#!/bin/sh\nprintf '<%s>' \"$@\"\n")
        program.chmod(0o755)
    for mark in (".installed", ".developing"):
        (tmp_path / mark).touch()
    return tmp_path


def make(venv: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", *arguments, f"VENV={venv}"],
        cwd=CHECKOUT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    "question",
    [
        'Who is "El Mencho"?',
        "Who is 'El Mencho'?",
        "What cost $100 and $(HOME), $$ and ${HOME}?",
        "Who is `id`?",
        "Who \\ is # he; and | who & is * she < >?",
        "$(unfinished",
        "-5 or --help?",
        "Who led\nthe CJNG?",
        "¿Quién es Ovidio Guzmán?",
    ],
)
def test_a_question_is_asked_as_it_is_written(venv: Path, question: str) -> None:
    for given in (make(venv, "ask", f"Q={question}"), make(venv, "ask", Q=question)):
        assert (given.returncode, given.stderr) == (0, "")
        assert given.stdout == f"<ask><--><{question.replace(chr(10), ' ')}>"


def test_without_a_question_an_example_is_asked(venv: Path) -> None:
    assert make(venv, "ask").stdout == "<ask><--><Who is related to El Mencho?>"


def test_a_fresh_clone_is_told_what_happens_before_it_waits(venv: Path) -> None:
    (venv / ".installed").unlink()
    ran = make(venv, "ask", f"PYTHON={venv}/bin/python")
    assert ran.returncode == 0
    assert ran.stderr == (
        f"Installing Expediente into {venv}: once, and half a minute or more ...\n"
    )
    assert ran.stdout.endswith("<ask><--><Who is related to El Mencho?>")


def test_the_tests_say_beforehand_how_long_they_take_and_what_they_start(venv: Path) -> None:
    ran = make(venv, "test", EXPEDIENTE_TEST_NEO4J="")
    assert "minutes" in ran.stderr
    assert "start a Neo4j of their own" in ran.stderr
    assert ran.stdout.endswith("<-m><pytest><-n><2><--dist><loadfile>")


def test_the_tests_say_whose_neo4j_they_use(venv: Path) -> None:
    ran = make(venv, "test", EXPEDIENTE_TEST_NEO4J="bolt://localhost:7687")
    assert "use the Neo4j at bolt://localhost:7687." in ran.stderr
    assert ran.stdout.endswith("<-m><pytest>")

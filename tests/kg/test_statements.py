"""The Cypher of the commands: in files, alike on both engines, read-only, each in use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.statements import ROOM, statement
from queries.lint import lint

FILES = sorted(ROOM.glob("*.cypher"))
USED = re.compile(r"\bstatement\(\s*\"(\w+)\"")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_statement_answers_alike_on_both_engines(path: Path) -> None:
    text = statement(path.stem)
    assert lint(text) == []
    assert text.startswith("// ")  # says what it is for


def test_every_statement_is_used_and_every_used_one_is_there() -> None:
    room = Path(kg.__file__).parent
    used = {name for path in room.rglob("*.py") for name in USED.findall(path.read_text("utf-8"))}
    assert used == {path.stem for path in FILES}


def test_no_command_has_cypher_in_its_python() -> None:
    room = Path(kg.__file__).parent
    left = [
        path.name
        for path in room.rglob("*.py")
        if re.search(r"^(MATCH|UNWIND|CALL)\b|\bread\(\s*f?\"", path.read_text("utf-8"), re.M)
    ]
    assert left == []

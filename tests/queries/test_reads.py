"""The Cypher that asking reads names with: in files, alike on both engines, each in use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import queries
from queries.ask.reads import ROOM, reads
from queries.lint import lint

FILES = sorted(ROOM.glob("*.cypher"))
USED = re.compile(r"\breads\(\"(\w+)\"\)")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_what_is_read_for_names_answers_alike_on_both_engines(path: Path) -> None:
    text = reads(path.stem)
    assert lint(text) == []
    assert text.startswith("// ")  # says what it is for


def test_every_file_is_used_and_asking_has_no_cypher_in_its_python() -> None:
    room = Path(queries.__file__).parent / "ask"
    code = {path.name: path.read_text("utf-8") for path in room.rglob("*.py")}
    used = {name for text in code.values() for name in USED.findall(text)}
    assert used == {path.stem for path in FILES}
    clause = re.compile(r"^\W*(MATCH|UNWIND|CALL)\b|\bread\(\s*f?\"", re.M)
    assert [name for name, text in code.items() if clause.search(text)] == []

"""What reaches a terminal of 80 columns: whole words, nothing that steers it, colour if wanted."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from kg import commands  # noqa: F401 - they register themselves
from kg.app import app
from kg.terminal import screen
from tests.kg_command import Command
from tests.kg_terminal import on_terminal, plain

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]")
HOSTILE = "x\x1b]0;owned\x07\x9b31m\r\u202ey"
COMMANDS = sorted(str(c.name or c.callback.__name__) for c in app.registered_commands)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "arguments",
    [
        ["sources"],
        ["queries"],
        ["show", "Ana Robles"],
        ["query", "relatives", "person=Ana Robles"],
        ["ask", "Who", "is", "related", "to", "Ana", "Robles?"],
        ["find", "Robles"],
        ["schema"],
        ["--help"],
        *([name, "--help"] for name in COMMANDS),
    ],
    ids=" ".join,
)
def test_eighty_columns_are_enough_and_words_stay_whole(
    small: Command, arguments: list[str]
) -> None:
    status, text = on_terminal(small, *arguments)
    assert status == 0
    text = plain(text)
    lines = [line for line in text.split("\n") if " " in line.strip()]
    assert [line for line in lines if len(line) > 80] == []
    ran = small(*arguments)
    piped = ran.out + ran.err
    words = {w for w in re.split(r"\s+", text) if not set(w) <= {"─"}}
    assert {w for w in words if w.removesuffix(":") not in piped} == set()


def test_a_pipe_gets_a_row_a_line_whatever_its_width(small: Command) -> None:
    ran = small("sources")
    assert len(ran.out.splitlines()) == 4
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) > 80


def test_a_table_has_ids_and_claims_when_they_are_asked_for(small: Command) -> None:
    plainly = small("query", "parents", "child=Bruno Robles")
    assert plainly.out.splitlines()[0].split() == [
        *("child", "parent", "relation", "statuses", "inferred", "accused")
    ]
    whole = small("query", "parents", "child=Bruno Robles", "--ids").out
    assert "person/ana-robles" in whole
    assert "claim/faro-1; claim/voz-1" in whole
    assert "claim/" not in small("show", "Ana Robles").out
    assert "claim/" in small("show", "Ana Robles", "--ids").out


@pytest.mark.parametrize("format_", ["table", "md", "json", "csv", "tsv"])
def test_no_format_lets_a_value_steer_the_terminal(small: Command, format_: str) -> None:
    status, text = on_terminal(
        small, "cypher", "RETURN $x AS x", "--param", f"x={HOSTILE}", "--format", format_
    )
    assert status == 0
    assert STEERING.search(plain(text)) is None
    assert "owned" in text


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "json", "xml"])
def test_sparql_results_do_not_steer_the_terminal_either(small: Command, format_: str) -> None:
    query = 'SELECT ("x\\u001B]0;owned\\u0007\\u009By" AS ?x) {}'
    status, text = on_terminal(small, "sparql", query, "--format", format_)
    assert status == 0
    assert STEERING.search(plain(text)) is None
    assert "owned" in text


@pytest.mark.parametrize("format_", ["csv", "tsv"])
def test_lines_of_sparql_results_end_as_lines_on_a_terminal(small: Command, format_: str) -> None:
    query = "SELECT ?x { VALUES ?x { 1 2 } } ORDER BY ?x"
    status, text = on_terminal(small, "sparql", query, "--format", format_)
    heading = "x" if format_ == "csv" else "?x"
    assert (status, plain(text).splitlines()) == (0, [heading, "1", "2"])


def test_a_line_end_whose_halves_come_apart_is_one(tmp_path: Path) -> None:
    with (tmp_path / "shown").open("w", encoding="utf-8") as file:
        out = screen(file).buffer
        for piece in (b"a\r", b"\nb\rc", b"\r"):
            out.write(piece)
        out.flush()
    assert (tmp_path / "shown").read_text("utf-8") == "a\nb\\u000dc\\u000d"


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", HOSTILE],
        ["find", HOSTILE],
        ["query", HOSTILE],
        ["query", "parents", f"child={HOSTILE}"],
        ["queries", HOSTILE],
        ["schema", HOSTILE],
        ["sources", "--format", HOSTILE],
        ["load", HOSTILE],
        ["unload", HOSTILE],
        ["verify", HOSTILE],
        ["check", HOSTILE],
        ["check", "--texts", HOSTILE],
        ["cypher", "--file", HOSTILE],
        ["ask", "--batch", HOSTILE],
        ["ask", "--lang", HOSTILE],
        ["sources", "--store", HOSTILE],
        [HOSTILE],
    ],
    ids=lambda a: " ".join(a).encode("unicode_escape").decode(),
)
def test_a_mistake_with_a_hostile_name_is_told_without_it_steering_anything(
    small: Command, arguments: list[str]
) -> None:
    ran = small(*arguments)
    assert ran.status in (1, 2)
    assert STEERING.search(ran.err) is None
    status, text = on_terminal(small, *arguments)
    assert status == ran.status
    assert STEERING.search(plain(text)) is None


def test_a_name_cannot_forge_lines_of_a_message(spoilable: Command) -> None:
    """Neither a document's, which is refused, nor a file's."""
    (spoilable.home / "a.ttl").write_text('<http://e.org/a> <http://e.org/p> "1" .\n')
    forged = "a.ttl\nkg: nothing lost\x1b[2K"
    (spoilable.home / forged).write_text("no Turtle")
    for arguments in (["a.ttl", "--name", forged], [forged, "--syntax", "turtle"]):
        ran = spoilable("load", *arguments)
        assert ran.status == 2
        assert len(ran.err.splitlines()) == 1
        assert STEERING.search(ran.err) is None


def test_colour_is_for_terminals_that_have_it_and_people_who_want_it(small: Command) -> None:
    assert "\x1b[1m" in on_terminal(small, "sources")[1]
    assert on_terminal(small, "show", "nobody at all")[1].startswith("\x1b[31mkg: ")
    for setting in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_terminal(small.with_(**setting), "sources")[1]


def test_json_on_a_terminal_is_whole(small: Command) -> None:
    status, text = on_terminal(small, "ask", "--json", "Who is related to Ana Robles?")
    assert status == 0
    assert json.loads(text)["status"] == "answered"

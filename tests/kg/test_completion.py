"""What Tab offers, asked as each shell asks; with bash itself where it is there."""

from __future__ import annotations

import os
import select
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.kg_command import Command


def bash(command: Command, *words: str) -> list[str]:
    """Bash splits words at an equals sign, and joins them with line ends."""
    ran = command.with_(
        _KG_COMPLETE="complete_bash", COMP_WORDS="\n".join(words), COMP_CWORD=str(len(words) - 1)
    )()
    assert (ran.status, ran.err) == (0, "")
    return [line for line in ran.out.splitlines() if line]


def zsh(command: Command, line: str) -> str:
    ran = command.with_(_KG_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=line)()
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def fish(command: Command, line: str) -> list[str]:
    ran = command.with_(
        _KG_COMPLETE="complete_fish",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        _TYPER_COMPLETE_ARGS=line,
    )()
    assert (ran.status, ran.err) == (0, "")
    return ran.out.splitlines()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["query", "spou"], ["spouses"]),
        (["query", "relatives", ""], ["person=", "relative=", "kinship=", "degree="]),
        (["query", "relatives", "k"], ["kinship="]),
        (["query", "parents", "child", "=", "Bruno"], ["Bruno\\ Robles"]),
        (["query", "parents", "child", "=", "Bruno\\ R"], ["Bruno\\ Robles"]),
        (["query", "parents", "child", "=", '"Bruno R'], ["Bruno Robles"]),
        (["query", "parents", "child", "=", "person/bru"], ["person/bruno-robles"]),
        (["query", "parents", "child", "=", "Test"], []),  # no person
        (["query", "nosuch", ""], []),
        (["show", "La\\ J"], ["La\\ Jefa"]),
        (["schema", "Tenu"], ["Tenure"]),
        (["queries", "ki"], ["kin"]),
        (["sources", "--format", "c"], ["csv"]),
        (["unload", ""], ["knowledge"]),
    ],
    ids=str,
)
def test_bash_is_offered_words_that_it_can_put_on_the_line(
    small: Command, words: list[str], offered: list[str]
) -> None:
    assert bash(small, "kg", *words) == offered


def test_zsh_and_fish_are_offered_names_with_what_they_belong_to(small: Command) -> None:
    """They quote by themselves, and take a word with an equals sign for one word."""
    assert fish(small, "kg query parents child=Bru") == ["child=Bruno Robles\tperson/bruno-robles"]
    assert fish(small, "kg query spou")[0].startswith("spouses\t")
    assert zsh(small, "kg query parents child=Bru") == (
        '_arguments \'*: :(("child=Bruno Robles":"person/bruno-robles"))\'\n'
    )
    assert "spouses" in zsh(small, "kg query spou")


def test_tab_builds_nothing_and_is_silent_where_there_is_no_store(
    small: Command, tmp_path: Path
) -> None:
    nowhere = small.with_(KG_STORE=f"embedded:{tmp_path}/none")
    assert bash(nowhere, "kg", "show", "An") == []
    assert not (tmp_path / "none").exists()
    dead = small.with_(KG_STORE="bolt://127.0.0.1:1")
    assert bash(dead, "kg", "show", "An") == []
    assert bash(dead, "kg", "query", "spou") == ["spouses"]


@pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kg query parents child=Bru", "<query><parents><child=Bruno Robles>"),
        ("kg query parents child=Bruno\\ R", "<query><parents><child=Bruno Robles>"),
        ('kg show "Bruno R', "<show><Bruno Robles>"),
    ],
)
def test_bash_itself_completes_a_name_to_one_argument(
    small: Command, tmp_path: Path, typed: str, said: str
) -> None:
    """The command completes; run, it shows its arguments."""
    import pty

    program = tmp_path / "kg"
    program.write_text(
        f'#!/bin/sh\n[ "$_KG_COMPLETE" ] && exec "{sys.executable}" -m kg\nprintf "<%s>" "$@"\necho\n'
    )
    program.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(small.home)
        setting = small.setting | {"TERM": "dumb", "HISTFILE": "/dev/null", "PATH": path}
        os.execvpe("bash", ["bash", "--norc", "--noprofile", "-i"], setting)
    try:
        os.write(terminal, b"eval \"$(_KG_COMPLETE=source_bash kg)\"; echo rea''dy\n")
        until(terminal, "ready\r\n")
        os.write(terminal, typed.encode() + b"\t")
        until(terminal, "obles")
        os.write(terminal, b"\n")
        assert said in until(terminal, ">\r\n")
    finally:
        os.write(terminal, b"\nexit\n")
        os.close(terminal)
        os.waitpid(pid, 0)


def until(terminal: int, end: str) -> str:
    """What a terminal shows until a text has come."""
    shown, last = "", time.monotonic() + 30
    while end not in shown:
        assert select.select([terminal], [], [], max(last - time.monotonic(), 0))[0], shown
        shown += os.read(terminal, 1000).decode()
    return shown

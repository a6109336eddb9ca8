"""Help, completion, and what a terminal, a pipe or a full disk does to a command."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kg import commands  # noqa: F401 - the commands register themselves
from kg.app import app
from tests.kg_command import Command, Ran

COMMANDS = sorted(str(c.name or c.callback.__name__) for c in app.registered_commands)  # type: ignore[union-attr]
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
MOTHER = "Who is the mother of Bruno Robles?"


# --- Help -----------------------------------------------------------------------------------------


def test_without_a_command_the_help_is_shown(small: Command) -> None:
    ran = small.alone()
    assert ran.status == 2
    shown = ran.out + ran.err
    assert "Usage: kg [OPTIONS] COMMAND [ARGS]..." in shown
    assert [name for name in COMMANDS if f"\n  {name} " not in shown] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_shows_an_example_of_it(name: str) -> None:
    [command] = [c for c in app.registered_commands if name in (c.name, c.callback.__name__)]  # type: ignore[union-attr]
    text = command.callback.__doc__ or ""  # type: ignore[union-attr]
    [example] = [x for x in text.splitlines() if x.strip().startswith("Example: ")]
    assert f"kg {name}" in example


def test_the_list_of_commands_has_whole_sentences_and_no_markup(small: Command) -> None:
    shown = small.alone("--help").out.partition("Commands:")[2]
    assert "..." not in shown
    assert "without one, on a terminal, ask for questions." in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= 80
    assert "`" not in small.alone("show", "--help").out


def test_help_goes_to_standard_output_with_status_0(small: Command) -> None:
    for arguments in (["--help"], ["ask", "--help"]):
        ran = small.alone(*arguments)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith("Usage: kg ")
    assert 'Example: kg ask "Who is related to El Mencho?"' in " ".join(ran.out.split())


SAFE = ("ask", "cypher", "queries", "query", "show", "sources", "sparql")


@pytest.mark.parametrize("name", SAFE)
def test_the_example_of_a_command_works(kg: Command, name: str) -> None:
    [command] = [c for c in app.registered_commands if name in (c.name, c.callback.__name__)]  # type: ignore[union-attr]
    text = " ".join((command.callback.__doc__ or "").split())  # type: ignore[union-attr]
    words = shlex.split(text.partition("Example: ")[2])
    assert words[0] == "kg"
    ran = kg(*words[1:])
    assert ran.status == 0, ran.err
    assert len(ran.out.splitlines()) > 1


# --- Completion -----------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_be_taught_to_complete(small: Command, shell: str) -> None:
    ran = small.with_(_KG_COMPLETE=f"source_{shell}")()
    assert (ran.status, ran.err) == (0, "")
    assert "_KG_COMPLETE=complete_" in ran.out
    assert "kg" in ran.out


def test_commands_and_options_are_completed(small: Command) -> None:
    words = {"_KG_COMPLETE": "complete_bash", "COMP_WORDS": "kg que", "COMP_CWORD": "1"}
    ran = small.with_(**words)()
    assert (ran.status, ran.out.split(), ran.err) == (0, ["queries", "query"], "")
    words = {"_KG_COMPLETE": "complete_bash", "COMP_WORDS": "kg ask --ti", "COMP_CWORD": "2"}
    assert small.with_(**words)().out.split() == ["--timeout"]


# --- Streams --------------------------------------------------------------------------------------


def shell(command: Command, line: str) -> Ran:
    """Runs a line of a POSIX shell in which $KG is the command."""
    done = subprocess.run(
        ["sh", "-c", line],
        env=command.setting | {"KG": f"{shlex.quote(sys.executable)} -m kg"},
        cwd=command.home,
        capture_output=True,
        timeout=60,
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.err
    assert "Exception" not in ran.err
    return ran


@POSIX
def test_a_closed_standard_output_is_no_failure(small: Command) -> None:
    assert shell(small, f"$KG ask '{MOTHER}' >&-") == Ran(0, "", "")
    assert shell(small, "$KG queries >&- 2>&-") == Ran(0, "", "")
    assert shell(small, "$KG queries nosuch 2>&-") == Ran(2, "", "")


@POSIX
def test_closed_standard_input_is_an_empty_batch(small: Command) -> None:
    assert shell(small, "$KG ask --batch - <&-") == Ran(0, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["queries", f"ask '{MOTHER}'", "sparql 'ASK {}'"])
def test_a_full_disk_is_told_with_status_1(small: Command, command: str) -> None:
    assert shell(small, f"$KG {command} >/dev/full") == Ran(
        1,
        "",
        "kg: the output cannot be written (No space left on device); mend that and run it again.\n",
    )


@POSIX
def test_a_reader_that_goes_away_is_not_told(small: Command) -> None:
    """Much output breaks the pipe at once, little at the end."""
    much = "$KG cypher 'UNWIND range(1, 50000) AS n RETURN n' --limit 50000 --format csv"
    assert shell(small, f"{much} | head -n 2") == Ran(0, "n\n1\n", "")
    assert shell(small, "$KG queries kin | true") == Ran(0, "", "")


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    ids=str,
)
def test_a_pipe_gets_utf_8_whatever_the_locale(small: Command, environment: dict[str, str]) -> None:
    ran = small.with_(**environment)("show", "person/carla-nunez", "--format", "csv")
    assert ran.status == 0
    assert ran.err.startswith("Carla Núñez (person/carla-nunez): ")


@POSIX
def test_bytes_that_are_no_text_are_no_traceback(small: Command) -> None:
    broken = os.fsdecode(b"Bruno \xff")
    for arguments, status in (
        (["ask", broken, "--json"], 0),  # what is no letter is no word
        (["show", broken], 2),
        (["query", "parents", f"child={broken}"], 2),
        (["cypher", f"RETURN '{broken}' AS x"], 2),
        (["sparql", f"SELECT ('{broken}' AS ?x) {{}}"], 2),
        (["queries", broken], 2),
    ):
        assert small(*arguments).status == status, arguments


@POSIX
def test_a_terminal_is_asked_for_the_password_and_does_not_show_it(small: Command) -> None:
    """A user without a password; the server is dead, so the question is all that happens."""
    import pty

    setting = small.with_(KG_USER="ana", KG_STORE="bolt://127.0.0.1:1").setting
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(small.home)
        os.execvpe(sys.executable, [sys.executable, "-m", "kg", "sources"], setting)
    shown = read_until(terminal, b"Password of ana at bolt://127.0.0.1:1: ")
    os.write(terminal, b"geheim-7f3\n")
    shown += read_until(terminal, None)
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    text = shown.decode().replace("\r\n", "\n")
    assert os.waitstatus_to_exitcode(status) == 1
    assert text.split("\n")[0] == "Password of ana at bolt://127.0.0.1:1: "
    assert "kg: bolt://127.0.0.1:1 does not answer; start the server or correct --store." in text
    assert "geheim" not in text
    assert "Traceback" not in text


def read_until(terminal: int, end: bytes | None) -> bytes:
    found = b""
    while end is None or not found.endswith(end):
        try:
            part = os.read(terminal, 1000)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        found += part
    return found

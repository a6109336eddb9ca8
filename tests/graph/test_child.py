"""Work in a process of its own: its result, its limits, and that nothing is left of it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from graph.child import Ended, run_child

CHILDREN = {
    "echoing": "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())",
    "endless": "import sys, os, time; sys.stdin.read(); os.write(1, b'%d' % os.getpid())\ntime.sleep(600)",
    "broken": "import sys; sys.stdin.close(); sys.exit('kaputt: ñ')",
    "greedy": (
        "import sys; from graph.child import limit_memory; limit_memory(2**29)\n"
        "sys.stdin.read(); bytearray(2**30)"
    ),
    "shut": (
        "import sys; from graph.child import limit_memory; limit_memory(2**31, files=False)\n"
        "sys.stdin.read(); open('/etc/hostname')"
    ),
    "unconnected": (
        "import sys, socket; from graph.child import forbid_connections\n"
        "from threading import Event, Thread\n"
        "begin, told = Event(), []\n"
        "def tries():\n"
        "    begin.wait()\n"
        "    try: socket.socket(); told.append('opened')\n"
        "    except PermissionError: told.append('refused')\n"
        "older = Thread(target=tries); older.start()\n"
        "assert forbid_connections(); sys.stdin.read()\n"
        "begin.set(); older.join(); tries(); open('/etc/hostname').close()\n"
        "print(*told)"
    ),
    "orphan": (
        "import sys, time; from graph.child import limit_time; limit_time(0.0)\n"
        "sys.stdin.read(); time.sleep(600)"
    ),
}


@pytest.fixture(autouse=True)
def _children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in CHILDREN.items():
        (tmp_path / f"child_{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)


def ran(name: str, task: bytes = b"", seconds: float = 60.0) -> tuple[bytes, Ended]:
    found = bytearray()
    ended = run_child(f"child_{name}", task, found.extend, seconds=seconds)
    return bytes(found), ended


def test_a_child_gets_its_task_whole_and_its_output_comes_back_whole() -> None:
    task = os.urandom(3_000_000)
    assert ran("echoing", task) == (task, Ended(0, late=False, said=()))


@pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")
def test_a_child_without_connections_opens_files_and_no_socket_in_any_thread() -> None:
    assert ran("unconnected") == (b"refused refused\n", Ended(0, late=False, said=()))


def test_a_child_that_is_late_is_killed_and_gone() -> None:
    start = time.monotonic()
    pid, ended = ran("endless", seconds=2.0)
    assert time.monotonic() - start < 20
    assert ended.late
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


def test_a_child_that_breaks_says_why_though_it_never_read_its_task() -> None:
    found, ended = ran("broken", b"x" * 1_000_000)
    assert (found, ended) == (b"", Ended(1, late=False, said=("kaputt: ñ",)))
    assert ended.last_words == "kaputt: ñ"


def test_what_takes_the_output_may_end_the_child() -> None:
    pids: list[int] = []

    def take(part: bytes) -> None:
        pids.append(int(part))
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        run_child("child_endless", b"", take, seconds=60.0)
    with pytest.raises(ProcessLookupError):
        os.kill(pids[0], 0)


def test_a_child_that_wants_more_memory_than_it_may_have_is_told_from_one_that_broke() -> None:
    pytest.importorskip("resource", reason="the system knows no such limit")
    assert ran("greedy")[1].out_of_memory
    assert not ran("broken")[1].out_of_memory


def test_a_child_that_is_shut_in_opens_nothing() -> None:
    pytest.importorskip("resource", reason="the system knows no such limit")
    assert "Too many open files" in ran("shut")[1].last_words


def test_a_child_ends_by_itself_where_nobody_waits_for_it() -> None:
    _, ended = ran("orphan", seconds=60.0)
    assert not ended.late
    assert ended.status < 0
    assert ended.last_words == f"exit status {ended.status}"

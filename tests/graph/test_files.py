"""Whole files: their rights, and what a process leaves that is killed while it writes."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from graph.files import write_text, write_whole

WRITER = """
import sys, time
from pathlib import Path
from graph.files import tidied, write_whole
def write(file):
    file.write(b"half"); file.flush()
    print("writing", flush=True); time.sleep(60)
with tidied():
    write_whole(Path(sys.argv[1]), write)
"""


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    for rights in (0o600, 0o640, 0o444):
        path.touch()
        path.chmod(rights)
        write_text(path, "new")
        assert (mode(path), path.read_text()) == (rights, "new")
    assert names(tmp_path) == ["a.ttl"]


def test_a_new_file_has_the_rights_of_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_text(tmp_path / "a.ttl", "new")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a.ttl") == 0o640


def test_a_failure_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("old")

    def fail(_file: object) -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        write_whole(path, fail)
    assert (names(tmp_path), path.read_text()) == (["a.ttl"], "old")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_killed_writer_leaves_the_old_file_alone(tmp_path: Path, number: int) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("old")
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        writer.send_signal(number)
        writer.wait(30)
    assert (names(tmp_path), path.read_text()) == (["a.ttl"], "old")

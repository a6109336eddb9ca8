"""The starter's end of the keeper: no Java is left behind."""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from graph.stores.neo4j.local import keep
from graph.stores.neo4j.local.errors import LocalNeo4jError, tail


class Keeper:
    """A process of our own between this program and Java.

    `atexit` alone does not run when this program is killed, and then a Java of half a gigabyte
    would stay. The keeper notices, because its standard input ends.
    """

    def __init__(self, command: Sequence[str], home: Path, temporary: bool) -> None:
        self.logs = (home / "logs" / "console.log", home / "logs" / "neo4j.log")
        # An earlier run's lines are not this one's.
        self._old = {path: path.stat().st_size if path.exists() else 0 for path in self.logs}
        self._home = home
        self._temporary = temporary
        self._owner = os.getpid()
        environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        with self.logs[0].open("ab") as console:
            self._process = subprocess.Popen(  # noqa: S603 - no shell, checked words
                [sys.executable, "-I", keep.__file__, str(home) if temporary else "", *command],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=console,
                # Ctrl+C in a test run must not reach Java before the fixture does.
                start_new_session=True,
            )
        atexit.register(self._stop_at_exit)
        told = _pipe(self._process.stdout)
        first_line = told.readline().strip()
        told.close()
        if not first_line.isdigit():
            self.stop(remove=False)
            raise LocalNeo4jError(
                f"{command[0]} could not be started.\n{tail(self.said(self.logs[0]), 5)}"
            )
        self.java_pid = int(first_line)

    def ended(self) -> bool:
        """Whether the server, and so its keeper, has ended."""
        return self._process.poll() is not None

    def wait(self) -> int:
        """Waits until it has ended; its exit status."""
        return self._process.wait()

    def said(self, log_file: Path) -> str:
        """What this run has written to one of its logs."""
        try:
            written = log_file.read_bytes()
        except FileNotFoundError:
            return ""
        return written[self._old[log_file] :].decode("utf-8", errors="replace")

    def stop(self, remove: bool = True) -> None:
        """Asks Java to end, and ends it by force where it does not; twice is no error."""
        asking = _pipe(self._process.stdin)
        if not asking.closed:
            with contextlib.suppress(OSError):  # it may have ended by itself
                asking.write(b".")
                asking.close()
        try:
            self._process.wait(keep.STOP_SECONDS + 10)
        except subprocess.TimeoutExpired:
            self._kill()
        if self._process.wait() < 0:
            self._kill()  # somebody killed the keeper, so nobody has seen to Java
        atexit.unregister(self._stop_at_exit)
        if self._temporary and remove:
            shutil.rmtree(self._home, ignore_errors=True)

    def _kill(self) -> None:
        """The keeper and Java are the only ones in their session."""
        if sys.platform == "win32":
            self._process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _stop_at_exit(self) -> None:
        if os.getpid() == self._owner:  # the exit of a forked child is not ours
            self.stop()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "Popen was asked for it"
    return pipe

"""Work in a process of its own, which can be killed when its time is over.

An engine that cannot be interrupted from outside its own thread runs in a child: a module of ours
that reads its task from standard input, writes its result to standard output as it comes, and
says on standard error what went wrong.  Its parent kills it when its time is over or when somebody
presses Ctrl-C; the limits that it sets for itself hold even where its parent is no more.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["GRACE_SECONDS", "MOST_MEMORY", "Ended", "limit_memory", "limit_time", "run_child"]

MOST_MEMORY = 4 * 2**30  # of a child, in bytes
GRACE_SECONDS = 1.0  # of the child's own time limit, which counts when its parent is gone
_PIECE = 2**16  # bytes of a result that are read at once
_PLACE = Path(__file__).absolute().parents[1]


@dataclass(frozen=True)
class Ended:
    """How a child ended: its exit status, whether it was too late, its lines on standard error."""

    status: int
    late: bool
    said: tuple[str, ...]

    @property
    def out_of_memory(self) -> bool:
        """Whether the child, or a library in it, was refused memory."""
        return any("memory allocation" in line or "MemoryError" in line for line in self.said)

    @property
    def last_words(self) -> str:
        """The last line on standard error, else the exit status, for a message."""
        return self.said[-1] if self.said else f"exit status {self.status}"


def run_child(
    module: str, task: bytes, take: Callable[[bytes], object], *, seconds: float
) -> Ended:
    """Runs ``python -m module``, with a task to read, for so many seconds at most.

    The child must read the whole task before it writes much.  ``take`` gets its output in pieces,
    as they come; what ``take`` raises ends the child and is raised.  No child is left behind, even
    if this process is interrupted.  Raises OSError where no process can be started.
    """
    late = threading.Event()
    with tempfile.TemporaryFile() as errors:
        # -P and no empty entry: a folder named graph where the user happens to stand is not ours.
        places = [str(_PLACE), *(p for p in sys.path if p)]
        child = subprocess.Popen(  # noqa: S603 - no shell, our own words
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        )

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(seconds, stop)
        timer.start()
        try:
            _converse(child, task, take)
            child.wait()
        except BaseException:  # the reader is gone, or somebody pressed Ctrl-C
            child.kill()
            child.wait()
            raise
        finally:
            timer.cancel()
            for pipe in (child.stdin, child.stdout):
                assert pipe is not None
                with contextlib.suppress(OSError):
                    pipe.close()
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace").strip().splitlines()
    return Ended(child.returncode, late.is_set(), tuple(said))


def _converse(child: subprocess.Popen[bytes], task: bytes, take: Callable[[bytes], object]) -> None:
    assert child.stdin is not None and child.stdout is not None
    with contextlib.suppress(BrokenPipeError):  # it will have told why
        child.stdin.write(task)
        child.stdin.close()
    while part := child.stdout.read1(_PIECE):  # type: ignore[attr-defined]
        take(part)


def limit_time(seconds: float) -> None:
    """In a child: ends this process a little after so many seconds, where the system can."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE_SECONDS)


def limit_memory(most_bytes: int = MOST_MEMORY, *, files: bool = True) -> None:
    """In a child: from here on memory has a limit, and without ``files`` nothing can be opened.

    The stacks of threads count as memory, so an engine is to start its own before.  Does nothing
    where the system knows no limits.
    """
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        if not files:
            resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))

"""Work in a process of its own, which can be killed when its time is over.

An engine that cannot be interrupted from outside its own thread runs in a child: a module of ours
that reads its task from standard input, writes its result to standard output as it comes, and
says on standard error what went wrong.  Its parent kills it when its time is over, when somebody
presses Ctrl-C, and when the parent itself is told to end; the limits that it sets for itself hold
even where its parent was killed.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ontology import QueryError, TimeLimit

__all__ = [
    "GRACE_SECONDS",
    "MOST_MEMORY",
    "NEEDS_MEMORY",
    "START_SECONDS",
    "Ended",
    "end_with_parent",
    "forbid_connections",
    "limit_memory",
    "limit_time",
    "run_child",
    "told_by",
]

MOST_MEMORY = 4 * 2**30  # of a child, in bytes
NEEDS_MEMORY = "The query needs more memory than it may use; narrow it or add a LIMIT."
GRACE_SECONDS = 1.0  # of the child's own time limit, which counts when its parent is gone
START_SECONDS = 20.0  # that a child may take to start on a busy machine, where it counts for itself
_PR_SET_PDEATHSIG = 1
_PIECE = 2**16  # bytes of a result that are read at once
_ENDING = ("SIGTERM", "SIGHUP")
_LATE = 142  # the exit status of a child that counted for itself, where no signal ends it
# Of Linux: a name for each processor, the numbers of seccomp and socket on it.
_PROCESSORS = {"x86_64": (0xC000003E, 317, 41), "aarch64": (0xC00000B7, 277, 198)}
_PR_SET_NO_NEW_PRIVS = 38
_IO_URING_SETUP = 425  # which could open a socket on its own
_OTHER_ABI = 0x40000000  # numbers from here on are calls of another interface
_PLACE = Path(__file__).absolute().parents[1]


@dataclass(frozen=True)
class Ended:
    """How a child ended: its exit status, whether it was too late, its lines on standard error."""

    status: int
    late: bool
    said: tuple[str, ...]

    @property
    def timed_out(self) -> bool:
        """Whether its time was over, by its parent's clock or by its own."""
        return self.late or self.status in (_LATE, -getattr(signal, "SIGALRM", -_LATE))

    @property
    def out_of_memory(self) -> bool:
        """Whether the child, or a library in it, was refused memory."""
        return any("memory allocation" in line or "MemoryError" in line for line in self.said)

    @property
    def last_words(self) -> str:
        """The last line on standard error, else the exit status, for a message."""
        return self.said[-1] if self.said else f"exit status {self.status}"


def told_by(ended: Ended, language: str, late: str) -> dict[str, Any]:
    """What a child says of a query in its last line; TimeLimit or QueryError where it says nothing.

    ``language`` is that of the query, ``late`` the message where its time was over.
    """
    if ended.timed_out:
        raise TimeLimit(late)
    try:
        found: dict[str, Any] = json.loads(ended.last_words)
    except ValueError as error:
        if ended.out_of_memory:
            raise TimeLimit(NEEDS_MEMORY) from error
        raise QueryError(
            f"{language}: the query broke its process ({ended.last_words}); narrow it."
        ) from error
    return found


def run_child(
    module: str, task: bytes, take: Callable[[bytes], object], *, seconds: float
) -> Ended:
    """Runs ``python -m module OUR_PID``, with a task to read, for so many seconds at most.

    The child must read the whole task before it writes much.  ``take`` gets its output in pieces,
    as they come; what ``take`` raises ends the child and is raised.  No child is left behind, even
    if this process is interrupted.  Raises OSError where no process can be started.
    """
    late = threading.Event()
    with tempfile.TemporaryFile() as errors:
        # -P and no empty entry: a folder named graph where the user happens to stand is not ours.
        places = [str(_PLACE), *(p for p in sys.path if p)]
        child = subprocess.Popen(  # noqa: S603 - no shell, our own words
            [sys.executable, "-P", "-m", module, str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        )

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            with _ended_by_signals(child):
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


@contextlib.contextmanager
def _ended_by_signals(child: subprocess.Popen[bytes]) -> Iterator[None]:
    """What ends this process (SIGTERM, a terminal that closes) ends the child before.

    Where this process has an answer of its own to a signal, or is not in its main thread, that is
    left as it is.
    """

    def end(number: int, _: types.FrameType | None) -> None:
        child.kill()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    ours: list[int] = []
    if threading.current_thread() is threading.main_thread():
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, end)
                ours.append(number)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _converse(child: subprocess.Popen[bytes], task: bytes, take: Callable[[bytes], object]) -> None:
    assert child.stdin is not None and child.stdout is not None
    with contextlib.suppress(BrokenPipeError):  # it will have told why
        child.stdin.write(task)
        child.stdin.close()
    while part := child.stdout.read1(_PIECE):  # type: ignore[attr-defined]
        take(part)


def limit_time(seconds: float, grace: float = GRACE_SECONDS) -> None:
    """In a child: ends this process a little after so many seconds.

    Without ``grace`` the child counts for itself, from the moment when it has started: its parent
    sees such an end as ``timed_out``.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds + grace)
    else:
        timer = threading.Timer(seconds + grace, os._exit, [_LATE])
        timer.daemon = True
        timer.start()


def end_with_parent() -> None:
    """In a child: ends this process when its parent is killed, where the system can."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):  # a C library without it
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    # It may have ended before this was said, or before this process could say anything.  On
    # Windows a virtual environment puts a process of its own between the two.
    if os.name == "posix" and os.getppid() != int(sys.argv[1]):
        os._exit(1)


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


def forbid_connections() -> bool:
    """In a child: from here on none of its threads can open a socket; whether that is so.

    Files can still be opened.  Only Linux knows such a thing (seccomp), on the processors that are
    known here.
    """
    known = _PROCESSORS.get(os.uname().machine) if sys.platform == "linux" else None
    if known is None:
        return False
    import ctypes
    import struct

    processor, seccomp, socket = known
    load, equal, at_least, give = 0x20, 0x15, 0x35, 0x06
    allow, refuse = 0x7FFF0000, 0x00050000 | errno.EACCES
    steps = (  # each: what is done, how many steps are left out if so and if not, with what number
        (load, 0, 0, 4),
        (equal, 0, 5, processor),
        (load, 0, 0, 0),
        (equal, 3, 0, socket),
        (equal, 2, 0, _IO_URING_SETUP),
        (at_least, 1, 0, _OTHER_ABI),
        (give, 0, 0, allow),
        (give, 0, 0, refuse),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(code)))
    try:
        library = ctypes.CDLL(None)
        if library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
            return False
        set_filter, all_threads = 1, 1
        return not library.syscall(seccomp, set_filter, all_threads, program)
    except (OSError, AttributeError):  # a C library without it
        return False

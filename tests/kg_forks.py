"""Commands as forks of one process that has imported ``kg`` already: most of a short run is that.

Run as a program it is that process: it takes requests from the socket whose number is its first
argument.  A fork has its own arguments, environment, folder and streams, and ends as a process
does; what is only to be seen from the very start (the locale, imports, caches of the user's) is
for tests to run with ``Command.alone``.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import io
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

CAN_FORK = hasattr(os, "fork")
_LENGTH = struct.Struct("!I")
IMPORTED = (
    "graph.loading.derived",
    "graph.loading.documents",
    "graph.loading.packaged",
    "graph.sparql.query",
    "graph.stores.embedded.store",
    "graph.stores.neo4j.store",
    "kg.asking",
    "kg.commands",
    "kg.doctor",
    "kg.progress",
    "kg.render",
    "kg.resolve",
    "kg.respond",
    "kg.table",
    "neo4j",
    "queries.ask",
    "rich.console",
)


class Forks:
    """The tests' end: starts the process, sends it requests, one at a time."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", __file__, str(theirs.fileno())],
                env=dict(environment),
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # so that a fork that hangs can be ended with it
            )
        self._socket = ours

    def run(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        given: bytes,
        seconds: float,
    ) -> tuple[int, bytes, bytes]:
        """Exit status, standard output and standard error of ``kg`` with these arguments."""
        request = json.dumps([list(arguments), dict(environment), str(folder)]).encode()
        self._socket.settimeout(seconds)
        self._socket.settimeout(seconds)
        with contextlib.ExitStack() as files:
            streams = [files.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
            streams[0].write(given)
            streams[0].seek(0)
            numbers = [stream.fileno() for stream in streams]
            socket.send_fds(self._socket, [_LENGTH.pack(len(request))], numbers)
            self._socket.sendall(request)
            try:
                [status] = _LENGTH.unpack(_received(self._socket, _LENGTH.size))
            except TimeoutError:
                os.killpg(self._process.pid, signal.SIGKILL)
                raise
            for stream in streams[1:]:
                stream.seek(0)
            return os.waitstatus_to_exitcode(status), streams[1].read(), streams[2].read()

    def close(self) -> None:
        self._socket.close()
        self._process.wait(timeout=30)


def _received(connection: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        part = connection.recv(size - len(found))
        if not part:
            raise EOFError
        found += part
    return found


def _serve(connection: socket.socket) -> None:
    """Forks for each request until the tests close their end; returns in forks only."""
    for name in IMPORTED:
        with contextlib.suppress(ImportError):  # the command itself will tell
            importlib.import_module(name)
    with contextlib.suppress(Exception):  # likewise
        importlib.import_module("queries").catalogue()
    gc.collect()
    gc.freeze()  # a fork that collected these would have to copy them all
    while True:
        head, numbers, _, _ = socket.recv_fds(connection, _LENGTH.size, 3)
        if not head:
            sys.exit()
        request = json.loads(_received(connection, *_LENGTH.unpack(head)))
        pid = os.fork()
        if pid == 0:
            connection.close()
            _become(numbers, *request)
            return
        for number in numbers:
            os.close(number)
        _, status = os.waitpid(pid, 0)
        connection.sendall(_LENGTH.pack(status))


def _become(
    numbers: list[int], arguments: list[str], environment: dict[str, str], folder: str
) -> None:
    """Sets all that a new process would have been given."""
    for number, name in zip(numbers, ("stdin", "stdout", "stderr"), strict=True):
        old = getattr(sys, name)
        os.dup2(number, old.fileno())
        os.close(number)
        mode: Any = "rb" if name == "stdin" else "wb"
        binary = open(old.fileno(), mode, closefd=False)  # noqa: SIM115
        setattr(sys, name, io.TextIOWrapper(binary, old.encoding, old.errors))
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    tempfile.tempdir = None
    sys.path.insert(0, folder)
    sys.argv = ["kg", *arguments]


def _end() -> NoReturn:
    """Ends a fork as an interpreter does, but for freeing its memory piece by piece."""
    from kg.cli import main

    status: Any = 0
    try:
        main()
    except SystemExit as stop:
        status = stop.code or 0
    except BaseException:
        traceback.print_exc()
        status = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
    _end()

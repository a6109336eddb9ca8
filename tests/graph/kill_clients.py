"""A client process that loads, tells its moments, and is killed, stopped or interrupted."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from graph.stores import open_store, parse_address
from graph.stores.neo4j import links as neo4j_links
from graph.stores.neo4j import many as neo4j_load
from graph.stores.neo4j import steps as neo4j_parts
from graph.stores.neo4j import write as neo4j_write
from graph.stores.neo4j.store import Neo4jStore
from ontology import ExpedienteError
from tests.graph.kill_worlds import ACTIONS, WORLDS, act, incoming

FORK = multiprocessing.get_context("forkserver")
FORK.set_forkserver_preload([__name__, "neo4j"])  # else each client would import for a second
IN_PARTS = (
    (neo4j_write, "MOST_NODES", 0),
    (neo4j_links, "BATCH", 40),
    (neo4j_parts, "BATCH", 40),
    (neo4j_load, "CHANGED_BATCH", 40),
)
"""Every load is a big one, in many small transactions."""
PATIENCE = 90.0  # seconds, for a process to do what it must on a crowded machine


class Moments:
    """Tells the parent each moment, and stands still at one of them, with all threads."""

    def __init__(self, pipe: Connection, stop: int | None) -> None:
        self.pipe, self.stop = pipe, stop
        self.count = 0
        self.lock = threading.RLock()
        self.telling = False

    def __call__(self, name: str) -> None:
        with self.lock:
            if self.telling:  # a moment within the telling
                return
            self.telling = True
            try:
                self.pipe.send(("moment", name))
                if self.count == self.stop:
                    self.pipe.send(("stopped", name))
                    if self.pipe.poll(PATIENCE * 4):
                        self.pipe.recv()
            finally:
                self.telling = False
            self.count += 1


def _watch_statements(moment: Moments) -> None:
    import neo4j

    run, write = neo4j.ManagedTransaction.run, neo4j.Session.execute_write

    def told_run(self: Any, query: Any, *given: Any, **more: Any) -> Any:
        moment(str(query)[:40])
        return run(self, query, *given, **more)

    def told_write(self: Any, *given: Any, **more: Any) -> Any:
        done = write(self, *given, **more)
        moment("committed")
        return done

    neo4j.ManagedTransaction.run = told_run  # type: ignore[method-assign]
    neo4j.Session.execute_write = told_write  # type: ignore[method-assign]


def _watch_files(moment: Moments, folder: str) -> None:
    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if not event.startswith(("open", "os.", "shutil.", "tempfile.")) or not arguments:
            return
        # The engine's own files are not seen here: those moments are for the random delays.
        if isinstance(arguments[0], str | os.PathLike) and folder in os.fspath(arguments[0]):
            moment(f"{event} {Path(arguments[0]).name}")

    sys.addaudithook(hook)


def _client(
    url: str, action: str, big: bool, stop: int | None, pipe: Connection, access: dict[str, str]
) -> None:
    os.environ.update(access)
    moment = Moments(pipe, stop)
    store = open_store(parse_address(url))
    if isinstance(store, Neo4jStore):
        if big:
            for module, name, value in IN_PARTS:
                setattr(module, name, value)
        _watch_statements(moment)
    else:
        _watch_files(moment, url.removeprefix("embedded:"))
    for key, version in WORLDS[ACTIONS[action][1]]:
        incoming(key, version)
    pipe.send(("begun", ""))
    try:
        act(store, action)
    except ExpedienteError as error:
        pipe.send(("failed", str(error)))
    except KeyboardInterrupt:
        pipe.send(("failed", "interrupted"))
    else:
        pipe.send(("done", ""))
    store.close()


class Client:
    """A client process, from the side of who kills it."""

    def __init__(self, url: str, action: str, big: bool, stop: int | None = None) -> None:
        self.pipe, there = FORK.Pipe()
        # The server of the forks may be older than the Neo4j, and know no password of it.
        access = {k: v for k, v in os.environ.items() if k.startswith("KG_")}
        self.process = FORK.Process(
            target=_client, args=(url, action, big, stop, there, access), daemon=True
        )
        self.process.start()
        there.close()
        self.moments = 0
        self.last = ""
        self.end: tuple[str, str] | None = None
        self._until("begun")

    def _until(self, *words: str, deadline: float | None = None) -> bool:
        """Listens until one of the words comes or the deadline does, or the process ends."""
        limit = time.monotonic() + PATIENCE if deadline is None else deadline
        while (left := limit - time.monotonic()) > 0:
            if not self.pipe.poll(left):
                continue
            try:
                word, text = self.pipe.recv()
            except EOFError:
                return False
            if word == "moment":
                self.moments, self.last = self.moments + 1, text
            if word in ("done", "failed"):
                self.end = (word, text)
            if word in words or self.end:
                return word in words
        assert deadline is not None, f"the client did not come to {words} in {PATIENCE:.0f} s"
        return False

    def until_stopped(self) -> bool:
        return self._until("stopped")

    def wait(self, seconds: float, moments: int | None = None) -> None:
        """Until so many seconds or moments of the load have passed, or it is over."""
        limit = time.monotonic() + seconds
        while not self.end and self.moments != moments and time.monotonic() < limit:
            self._until("moment", deadline=limit)

    def finish(self) -> tuple[str, str]:
        """How it ended: ``done``, or ``failed`` and why."""
        self._until("done", "failed")
        assert self.end is not None, "the client died without a word"
        self.process.join(PATIENCE)
        return self.end

    def go_on(self) -> None:
        self.pipe.send("go on")

    def interrupt(self) -> None:
        """As Ctrl-C does."""
        pid = self.process.pid
        assert pid is not None
        os.kill(pid, signal.SIGINT)

    def kill(self) -> None:
        self.process.kill()
        self.process.join(PATIENCE)
        with suppress(EOFError, OSError):  # it may have said before it died that it was done
            while self.end is None and self.pipe.poll():
                word, text = self.pipe.recv()
                if word in ("done", "failed"):
                    self.end = (word, text)
        self.pipe.close()

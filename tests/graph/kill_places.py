"""Where loads are killed: an embedded store, a Neo4j, and a Neo4j that is killed itself."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import Any, Protocol

from graph.loading.documents import load
from graph.stores import Store, open_store, parse_address
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.neo4j.local import LocalNeo4j
from graph.stores.neo4j.mark import LOAD, MARK, UNDO
from graph.stores.neo4j.store import Neo4jStore
from tests.graph.kill_worlds import EMPTY, WORLDS, incoming


class Arena(Protocol):
    """A place where loads are killed."""

    name: str
    url: str

    @property
    def store(self) -> Store:
        """The store, as somebody else than the client has it open."""

    def become(self, name: str) -> None:
        """Makes the store hold one of the worlds."""

    def leftovers(self) -> list[str]:
        """What a killed load left, by name, as it lies there."""


class Embedded:
    """A folder; the worlds are made once and copied."""

    name = "embedded"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "store"
        self.url = f"embedded:{self.folder}"
        self.made = folder / "worlds"
        self.store = EmbeddedStore(self.folder)

    def become(self, name: str) -> None:
        self.store.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        if name == EMPTY:
            return
        ready = self.made / name
        if not ready.is_dir():
            first = open_store(parse_address(f"embedded:{ready}"))
            load(first, [incoming(*one) for one in WORLDS[name]])
            first.close()
        shutil.copytree(ready, self.folder)

    def leftovers(self) -> list[str]:
        found = [p.name for p in self.folder.glob(".*")] if self.folder.is_dir() else []
        return sorted(name.split("-")[0] for name in found if name != ".lock")


class Neo4j:
    """A database on a server."""

    name = "neo4j"

    def __init__(self, url: str) -> None:
        self.url = url
        self.store = Neo4jStore(parse_address(url))

    def ask(self, text: str) -> list[dict[str, Any]]:
        """Past the store, which lets nobody read while it is not whole."""
        with self.store.bolt.session(write=True) as session:
            return session.execute_write(lambda tx: tx.run(text).data())

    def become(self, name: str) -> None:
        if name == EMPTY:
            for text in ("MATCH ()-[r]->() DELETE r", "MATCH (n) DELETE n"):
                self.ask(text)
        else:
            load(self.store, [incoming(*one) for one in WORLDS[name]], only=True)

    def leftovers(self) -> list[str]:
        [found] = self.ask(
            f"OPTIONAL MATCH (l:{LOAD}) WITH count(l) AS loads, count(l.commit) AS commits "
            f"OPTIONAL MATCH (u:{UNDO}) WITH loads, commits, count(u) AS notes "
            f"OPTIONAL MATCH (m:{MARK}) RETURN loads, commits, notes, m.loading AS loading"
        )
        names = ["commit"] * found["commits"] + ["session"] * (found["loads"] - found["commits"])
        return names + ["note"] * found["notes"] + (["mark"] if found["loading"] else [])


SMALL_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Boots with less than half the work, and nothing here runs long enough to miss the rest."""


class Killable(Neo4j):
    """A database on a server of its own, which can be killed and comes back on its data."""

    name = "server"

    def __init__(self, home: Path) -> None:
        self.home = home
        self.server = self._start(None)
        super().__init__(self.server.uri)

    def _start(self, port: int | None) -> LocalNeo4j:
        before = os.environ.get("JAVA_TOOL_OPTIONS")
        os.environ["JAVA_TOOL_OPTIONS"] = f"{before or ''} {SMALL_JAVA}".strip()
        try:
            return LocalNeo4j.start(
                self.home, heap="256m", port=port, password=os.environ.get("KG_PASSWORD")
            )
        finally:
            if before is None:
                del os.environ["JAVA_TOOL_OPTIONS"]
            else:
                os.environ["JAVA_TOOL_OPTIONS"] = before

    def kill(self) -> None:
        os.kill(self.server.pid, signal.SIGKILL)
        self.server.wait()

    def restart(self) -> None:
        """On the same port, where a client that waits finds it again."""
        self.server = self._start(int(self.url.rpartition(":")[2]))

    def close(self) -> None:
        self.store.close()
        self.server.stop()

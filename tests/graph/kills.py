"""Loads that are killed, and the proof that nothing was lost: the machinery.

A client process loads while a reader looks on.  It is killed after a delay, or at a moment that it
names itself: before each of its statements and after each of its transactions (Neo4j), or each time
it touches a file of the store (embedded).  Then the store is repaired or loaded again, and has to be
what it was before the load, or what it shall be after it, in every node and every quad.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import random
import re
import shutil
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

import pyoxigraph as ox

from graph.incoming import Incoming, gather
from graph.load import document_quads, load, unload
from graph.neo4j_local import LocalNeo4j
from graph.project import project_documents
from graph.proof import proof
from graph.rows import rows_of
from graph.stores import Store, open_store, parse_address
from graph.stores.base import Document, NodeRow, Release
from graph.stores.embedded import KEPT_SNAPSHOTS
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_mark import LOAD, MARK, UNDO
from ontology import ExpedienteError, StoreError

FORK = multiprocessing.get_context("forkserver")
FORK.set_forkserver_preload(["tests.graph.kills", "neo4j"])
PATIENCE = 90.0  # seconds, for a process to do what it must on a crowded machine

# --- What is loaded -----------------------------------------------------------------------------

EMPTY, KEPT, FIRST, SECOND = "empty", "kept", "first", "second"
WORLDS: dict[str, tuple[tuple[str, int], ...]] = {
    EMPTY: (),
    KEPT: (("kept", 1),),
    FIRST: (("kept", 1), ("other", 1)),
    SECOND: (("kept", 1), ("other", 2)),
}
"""The documents of each state, with their versions."""
ACTIONS = {
    "first load": (EMPTY, FIRST),
    "further document": (KEPT, FIRST),
    "replacing load": (FIRST, SECOND),
    "unload": (FIRST, KEPT),
}
THINGS = 90


def _text(key: str, version: int) -> str:
    """A document in TriG: links, hubs, shared quads, graphs, blank nodes, odd values."""
    chance = random.Random(f"{key} {version}")
    lines = ["@prefix ex: <http://example.org/> ."]
    for i in range(THINGS if key == "other" else THINGS // 3):
        if version == 2 and i % 5 == 0:
            continue
        changed = version if i % 3 == 0 else 1
        lines += [
            f'ex:t{i} a ex:Kind{i % 3} ; ex:note "{key} {i} {changed}"@en , "nota {i}"@es ;',
            f'  ex:size {i} , "0{i}"^^<http://www.w3.org/2001/XMLSchema#integer> ;',
            f"  ex:near ex:t{chance.randrange(THINGS)} ; ex:hub ex:hub ;",
            f"  ex:only{changed} ex:end{i // 4}_{changed} .",
            f"ex:g{i % 2} {{ ex:t{i} ex:near ex:t0 . _:{key}{i} ex:far ex:t{i} , _:{key}{i // 2} }}",
        ]
    lines += [f'ex:extra{i} ex:note "{i}" ; ex:hub ex:t{i} .' for i in range(20 * (version - 1))]
    return "\n".join(lines)


@cache
def incoming(key: str, version: int) -> Incoming:
    text = _text(key, version)
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(key, f"{key}.trig", digest, 0)
    return gather(document, ox.parse(text, format=ox.RdfFormat.TRIG))


@dataclass(frozen=True)
class World:
    """What a store holds in one of its states, computed without any store."""

    name: str
    rows: str
    nodes: int
    relationships: int
    quads: Mapping[str, frozenset[ox.Quad]]
    proofs: Mapping[str, str]
    digests: Mapping[str, str]


@cache
def world(name: str) -> World:
    documents = WORLDS[name]
    quads = {
        key: list(dict.fromkeys(ox.parse(_text(key, version), format=ox.RdfFormat.TRIG)))
        for key, version in documents
    }
    rows = list(rows_of(project_documents(quads, ())))
    return World(
        name,
        content(rows),
        len(rows),
        sum(len(row.links) for row in rows),
        {key: frozenset(found) for key, found in quads.items()},
        {key: proof(found).hash for key, found in quads.items()},
        {key: incoming(key, version).document.digest for key, version in documents},
    )


def content(rows: Sequence[NodeRow]) -> str:
    """A hash of all nodes with all that they hold, but for the fingerprints."""
    digest = hashlib.sha256()
    for row in sorted(rows, key=lambda row: row.id):
        properties = {k: v for k, v in sorted(row.properties.items()) if k != "_digest"}
        digest.update(repr((row.id, row.labels, properties, sorted(map(repr, row.links)))).encode())
    return digest.hexdigest()


def act(store: Store, action: str) -> bool:
    """One change, as ``kg load`` and ``kg unload`` make it; whether anything was to be done."""
    before, after = (dict(WORLDS[name]) for name in ACTIONS[action])
    if gone := sorted(before.keys() - after.keys()):
        return unload(store, gone).report.changed
    coming = [incoming(k, v) for k, v in after.items() if before.get(k) != v]
    return load(store, coming).report.changed


# --- The client that is killed ------------------------------------------------------------------


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


def in_parts(batch: int = 40) -> None:
    """Makes every load of this process a big one, in many small transactions."""
    from graph.stores import neo4j_links, neo4j_load, neo4j_parts, neo4j_write

    neo4j_write.MOST_NODES = 0
    neo4j_links.BATCH = neo4j_parts.BATCH = batch
    neo4j_load.CHANGED_BATCH = batch


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


def _client(url: str, action: str, big: bool, stop: int | None, pipe: Connection) -> None:
    moment = Moments(pipe, stop)
    store = open_store(parse_address(url))
    if isinstance(store, Neo4jStore):
        if big:
            in_parts()
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
        self.process = FORK.Process(
            target=_client, args=(url, action, big, stop, there), daemon=True
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


# --- The places ---------------------------------------------------------------------------------


class Arena(Protocol):
    """A place where loads are killed."""

    name: str
    url: str
    store: Store

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
        self.store = open_store(parse_address(self.url))

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

    def _ask(self, text: str) -> list[dict[str, Any]]:
        """Past the store, which lets nobody read while it is not whole."""
        with self.store.session(write=True) as session:
            return session.execute_write(lambda tx: tx.run(text).data())

    def become(self, name: str) -> None:
        if name == EMPTY:
            for text in ("MATCH ()-[r]->() DELETE r", "MATCH (n) DELETE n"):
                self._ask(text)
        else:
            load(self.store, [incoming(*one) for one in WORLDS[name]], only=True)

    def leftovers(self) -> list[str]:
        [found] = self._ask(
            f"OPTIONAL MATCH (l:{LOAD}) WITH count(l) AS loads, count(l.commit) AS commits "
            f"OPTIONAL MATCH (u:{UNDO}) WITH loads, commits, count(u) AS notes "
            f"OPTIONAL MATCH (m:{MARK}) RETURN loads, commits, notes, m.loading AS loading"
        )
        names = ["commit"] * found["commits"] + ["session"] * (found["loads"] - found["commits"])
        return names + ["note"] * found["notes"] + (["mark"] if found["loading"] else [])


# --- Whoever reads meanwhile --------------------------------------------------------------------

REFUSALS = re.compile(
    r"is being loaded, or a load was killed|was loaded anew while it was read|is empty; run"
    r"|holds no document 'other'|does not answer|was loaded anew each time"
)


class Onlooker(threading.Thread):
    """Reads all the time; what it sees is one of two worlds, or a refusal that says why."""

    def __init__(self, url: str, worlds: Sequence[World], pause: float) -> None:
        super().__init__(daemon=True)
        self.pause = pause
        self.store = open_store(parse_address(url))
        self.worlds = worlds
        self.seen: Counter[str] = Counter()
        self.faults: list[str] = []
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.is_set():
            for look in (self._rows, self._quads):
                try:
                    self.seen[look()] += 1
                except StoreError as error:
                    if REFUSALS.search(str(error)):
                        self.seen["refused"] += 1
                    else:
                        self.faults.append(f"refused with {error}")
                except Exception as error:
                    self.faults.append(f"{look.__name__} failed with {error!r}")
            self.over.wait(self.pause)
        self.store.close()

    def _rows(self) -> str:
        rows = list(self.store.scan())
        found = content(rows)
        names = [w.name for w in self.worlds if w.rows == found]
        if not names:
            self.faults.append(f"saw {len(rows)} nodes that are neither before nor after")
        return names[0] if names else "a mixture"

    def _quads(self) -> str:
        quads = frozenset(document_quads(self.store, "other"))
        names = [w.name for w in self.worlds if w.quads.get("other") == quads]
        if not names:
            self.faults.append(f"saw {len(quads)} quads of a document in no version of it")
        return names[0] if names else "a mixture"


@contextmanager
def onlooking(url: str, worlds: Sequence[World], pause: float = 0.03) -> Iterator[Onlooker]:
    onlooker = Onlooker(url, worlds, pause)
    onlooker.start()
    try:
        yield onlooker
    finally:
        onlooker.over.set()
        onlooker.join(PATIENCE)
    assert not onlooker.faults, onlooker.faults[:3]


# --- The proof ----------------------------------------------------------------------------------


def prove(arena: Arena, names: Sequence[str]) -> str:
    """Which of the worlds the store holds, whole and with nothing left over."""
    store = arena.store
    release = store.release()
    held = {d.key: d.digest for d in release.documents} if release else {}
    [found] = [w for w in map(world, names) if w.digests == held] or [None]
    assert found is not None, f"the store holds {sorted(held)}, but not as in any of {names}"
    if release is None:
        assert found.name == EMPTY
        assert arena.leftovers() == []
        assert not isinstance(store, Neo4jStore) or list(store.scan()) == []
        return EMPTY
    rows = list(store.scan())
    assert content(rows) == found.rows, f"{found.name}: the nodes are not those of this world"
    assert (release.nodes, release.relationships) == (found.nodes, found.relationships)
    for key, expected in found.proofs.items():
        assert proof(document_quads(store, key)).hash == expected, f"{found.name}: {key} differs"
    _whole(arena, release)
    return found.name


def _whole(arena: Arena, release: Release) -> None:
    """Nothing lies about that the release does not account for."""
    assert arena.leftovers() == []
    if isinstance(arena, Neo4j):
        [count] = arena._ask("MATCH (n) RETURN count(n) AS n")
        assert count["n"] == release.nodes + len(release.documents) + 1
        [count] = arena._ask("MATCH ()-[r]->() RETURN count(r) AS n")
        assert count["n"] == release.relationships
    elif isinstance(arena, Embedded):
        assert arena.store.damage() == []  # type: ignore[attr-defined]
        assert len([p for p in arena.folder.iterdir() if p.is_dir()]) <= KEPT_SNAPSHOTS


# --- One kill -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Plan:
    """One kill: at a share of the moments of the load, or of the time it takes."""

    action: str
    big: bool
    share: float
    timed: bool
    repaired: bool


@dataclass
class Outcome:
    """What a kill hit, and what came of it."""

    plan: Plan
    moment: str
    left: list[str]
    state: str
    mended: list[str] = field(default_factory=list)
    client: str = ""  # how one ended that survived
    refused: bool = False  # the next load asked for a repair first
    seen: Counter[str] = field(default_factory=Counter)

    @property
    def phase(self) -> str:
        """Where it hit, by what it left."""
        if self.left:
            return "left " + ", ".join(sorted(set(self.left)))
        return "over" if self.state == ACTIONS[self.plan.action][1] else "nothing written"

    def __str__(self) -> str:
        plan = self.plan
        how = "timed" if plan.timed else f"at '{self.moment}'"
        told = ", ".join([f"{n} {what}" for what, n in sorted(self.seen.items())])
        rest = f"; the client: {self.client}" if self.client else ""
        return (
            f"{plan.action}{' in parts' if plan.big else ''}, {plan.share:.2f} {how}: {self.phase}; "
            f"{'repaired' if plan.repaired else 'loaded again'}"
            f"{' after a repair' if self.refused else ''}: {self.state}; reader: {told}{rest}"
        )


def plans(seed: int, kills: int, kinds: Sequence[tuple[str, bool]]) -> list[Plan]:
    """Kills of all kinds in turn, spread over the whole run of the load."""
    chance = random.Random(seed)
    shares = [(n + chance.random()) / kills for n in range(kills)]
    chance.shuffle(shares)
    found = []
    for n, share in enumerate(shares):
        action, big = kinds[n % len(kinds)]
        turn = n // len(kinds) + n % len(
            kinds
        )  # each kind meets each way of killing and of mending
        found.append(Plan(action, big, share, timed=turn % 3 == 2, repaired=turn % 2 == 0))
    return found


class Measures:
    """How many moments and seconds a load of each kind has; measured when first asked for."""

    def __init__(self, arena: Arena) -> None:
        self.arena = arena
        self.found: dict[tuple[str, bool], tuple[int, float]] = {}

    def __getitem__(self, kind: tuple[str, bool]) -> tuple[int, float]:
        if kind not in self.found:
            before, after = ACTIONS[kind[0]]
            self.arena.become(before)
            client = Client(self.arena.url, *kind)
            start = time.monotonic()
            assert client.finish()[0] == "done", client.end
            self.found[kind] = client.moments, time.monotonic() - start
            client.kill()
            assert prove(self.arena, [after]) == after
        return self.found[kind]


@contextmanager
def telling(plan: Plan) -> Iterator[None]:
    """Adds to whatever goes wrong which kill it was."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"the kill was {plan}")
        raise


def kill(arena: Arena, plan: Plan, measures: Measures) -> Outcome:
    """Kills one load, mends the store and proves it."""
    before, after = ACTIONS[plan.action]
    moments, seconds = measures[plan.action, plan.big]
    arena.become(before)
    with telling(plan), onlooking(arena.url, [world(before), world(after)]) as onlooker:
        client = Client(
            arena.url, plan.action, plan.big, None if plan.timed else int(plan.share * moments)
        )
        if plan.timed:
            client.wait(plan.share * seconds)
        else:
            client.until_stopped()
        client.kill()
        outcome = Outcome(plan, client.last, arena.leftovers(), "", seen=onlooker.seen)
        finished = client.end == ("done", "")
        mend(arena, plan, outcome, [after] if finished else [before, after])
    return outcome


def mend(arena: Arena, plan: Plan, outcome: Outcome, allowed: Sequence[str]) -> None:
    """Repairs, or loads again; either way the store is whole then."""
    before, after = ACTIONS[plan.action]
    if plan.repaired:
        outcome.mended = arena.store.repair()
        outcome.state = prove(arena, allowed)
        return
    try:
        changed = act(arena.store, plan.action)
        if not changed and arena.leftovers():
            outcome.mended = arena.store.repair()
    except StoreError as error:
        assert "run 'kg doctor --repair'" in str(error), error
        outcome.refused = True
        outcome.mended = arena.store.repair()
        changed = act(arena.store, plan.action)
    outcome.state = before if changed else after
    assert outcome.state in allowed
    assert prove(arena, [after]) == after


# --- Kills of the server ------------------------------------------------------------------------

SMALL_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Boots with less than half the work, and nothing here runs long enough to miss the rest."""


SELDOM = 0.5  # seconds between two looks: a server that has just begun works hard for each


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


def kill_server(
    arena: Killable,
    plan: Plan,
    measures: Mapping[tuple[str, bool], tuple[int, float]],
    *,
    survived: bool,
) -> Outcome:
    """Kills the server under a load, starts it again on its data, and proves what it holds.

    The client is killed with it, or has ``survived`` and goes on as it can.
    """
    before, after = ACTIONS[plan.action]
    moments, seconds = measures[plan.action, plan.big]
    arena.become(before)
    worlds = [world(before), world(after)]
    with telling(plan), onlooking(arena.url, worlds, SELDOM) as onlooker:
        client = Client(arena.url, plan.action, plan.big)
        if plan.timed:
            client.wait(plan.share * seconds)
        else:
            client.wait(PATIENCE, int(plan.share * moments))
        arena.kill()
        outcome = Outcome(plan, client.last, [], "", seen=onlooker.seen)
        if not survived:
            client.kill()
        arena.restart()
        outcome.left = arena.leftovers()
        if survived:
            outcome.client = " ".join(client.finish())
            client.kill()
        finished = client.end == ("done", "")
        mend(arena, plan, outcome, [after] if finished else [before, after])
    return outcome

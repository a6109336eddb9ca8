"""Nothing is lost when things break: kills, cut connections, full disks, others at work."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pytest
from neo4j import Driver

from graph.stores import Store, open_store, parse_address
from graph.stores.base import pinned
from graph.stores.neo4j import journal as neo4j_journal
from graph.stores.neo4j import steps as neo4j_parts
from graph.stores.neo4j import store as neo4j
from graph.stores.neo4j import write as neo4j_write
from graph.stores.neo4j.local import available
from graph.stores.neo4j.mark import LOAD, MARK
from ontology import StoreError
from tests.graph.kill_clients import IN_PARTS, PATIENCE, Client
from tests.graph.kill_places import Arena, Embedded, Killable, Neo4j
from tests.graph.kill_worlds import ACTIONS, FIRST, SECOND, act, content, world
from tests.graph.kills import Measures, Outcome, Plan, kill, kill_server, plans, prove
from tests.neo4j_fixture import PASSWORD, skip_or_fail

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")

SEED = 20_261_122


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here a load that was killed is known to be dead, and nobody waits for its commit."""
    monkeypatch.setattr(neo4j, "COMMIT_SECONDS", 0.1)
    monkeypatch.setattr(neo4j_journal, "DEAD_SECONDS", 0)


def tell(outcomes: list[Outcome]) -> Counter[str]:
    """Prints each kill (pytest -s, or a failure, shows them) and counts what they hit."""
    print(f"\nseed {SEED}")
    for outcome in outcomes:
        print(outcome)
    return Counter(outcome.phase for outcome in outcomes)


def hit(phases: Counter[str], what: str) -> int:
    return sum(n for phase, n in phases.items() if what in phase)


# --- Random kills -------------------------------------------------------------------------------


def test_killed_clients_of_an_embedded_store(tmp_path: Path) -> None:
    arena = Embedded(tmp_path)
    measures = Measures(arena)
    kinds = [(action, False) for action in ACTIONS]
    phases = tell([kill(arena, plan, measures) for plan in plans(SEED, 12, kinds)])
    arena.store.close()
    assert phases.total() == 12
    assert hit(phases, ".building") >= 3


def test_killed_clients_of_neo4j(clean_neo4j: str) -> None:
    arena = Neo4j(clean_neo4j)
    measures = Measures(arena)
    kinds = [
        ("first load", True),
        ("replacing load", True),
        ("replacing load", False),
        ("unload", True),
        ("further document", False),
    ]
    phases = tell([kill(arena, plan, measures) for plan in plans(SEED, 13, kinds)])
    arena.store.close()
    assert phases.total() == 13
    assert hit(phases, "mark") >= 3  # loads in parts that were to be undone
    assert hit(phases, "note") >= 1  # with something to be brought back


@pytest.fixture
def own_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Killable]:
    if reason := available():
        skip_or_fail(reason)
    monkeypatch.setenv("KG_USER", "neo4j")
    monkeypatch.setenv("KG_PASSWORD", PASSWORD)
    arena = Killable(tmp_path / "neo4j")
    yield arena
    arena.close()


SERVER_KILLS = (
    (Plan("replacing load", True, 0.4, timed=False, repaired=True), False),
    (Plan("replacing load", True, 0.7, timed=False, repaired=False), True),
    (Plan("first load", True, 0.6, timed=False, repaired=False), False),
    (Plan("replacing load", True, 0.5, timed=True, repaired=True), True),
    (Plan("replacing load", False, 0.8, timed=False, repaired=True), False),
)
SERVER_MEASURES = {  # as Measures finds them; each would cost a server that is cold seconds of work
    ("replacing load", True): (123, 3.0),
    ("first load", True): (123, 3.0),
    ("replacing load", False): (36, 1.0),
}


def test_killed_servers(own_server: Killable) -> None:
    phases = tell(
        [
            kill_server(own_server, plan, SERVER_MEASURES, survived=survived)
            for plan, survived in SERVER_KILLS
        ]
    )
    assert phases.total() == 5
    assert hit(phases, "left") >= 2


# --- Cut connections, interrupts, locks ---------------------------------------------------------


@pytest.fixture
def at_first(clean_neo4j: str) -> Iterator[Neo4j]:
    """A Neo4j that holds both documents, as a replacing load finds it."""
    arena = Neo4j(clean_neo4j)
    arena.become(FIRST)
    yield arena
    arena.store.close()


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, value in IN_PARTS:
        monkeypatch.setattr(module, name, value)


class Proxy:
    """A way to a server that cuts every connection after so many bytes, sooner or later for good."""

    def __init__(self, url: str, most: int, cuts: int | None) -> None:
        host, _, port = url.rpartition("://")[2].rpartition(":")
        self.behind = (host, int(port))
        self.most, self.cuts = most, cuts  # None: cut again and again
        self.cut = 0
        self.ends: list[socket.socket] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"bolt://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                near, _ = self.listener.accept()
                far = socket.create_connection(self.behind)
                self.ends += (near, far)
                left = [self.most]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(
                        target=self._carry, args=(one, other, left), daemon=True
                    ).start()

    def _carry(self, one: socket.socket, other: socket.socket, left: list[int]) -> None:
        with suppress(OSError), one, other:
            while data := one.recv(4096):
                left[0] -= len(data)
                if left[0] < 0 and (self.cuts is None or self.cut < self.cuts):
                    self.cut += 1
                    for end in (one, other):  # at once, for whoever waits at it as well
                        end.shutdown(socket.SHUT_RDWR)
                    if self.cut == self.cuts:
                        return
                    break
                other.sendall(data)

    def close(self) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)  # else one more is let in
        self.listener.close()

    def cut_all(self) -> None:
        """Cuts what is connected now."""
        for end in self.ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("most", [20_000, 60_000, 150_000])
@pytest.mark.parametrize("big", [True, False])
def test_a_cut_connection_is_made_again(
    at_first: Neo4j, request: pytest.FixtureRequest, big: bool, most: int
) -> None:
    if big:
        request.getfixturevalue("parts")
    proxy = Proxy(at_first.url, most, cuts=2)
    store = open_store(parse_address(proxy.url))
    try:
        act(store, "replacing load")
    finally:
        store.close()
        proxy.close()
    assert proxy.cut > 0
    assert prove(at_first, [SECOND]) == SECOND


def test_a_connection_that_stays_cut_is_told(
    at_first: Neo4j, neo4j_driver: Driver, monkeypatch: pytest.MonkeyPatch, parts: None
) -> None:
    monkeypatch.setattr("graph.stores.neo4j.bolt.RETRY_SECONDS", 1.0)
    monkeypatch.setattr("graph.stores.neo4j.journal.BATCH_SECONDS", 20.0)
    proxy = Proxy(at_first.url, sys.maxsize, cuts=None)
    store = open_store(parse_address(proxy.url))
    proxy_closes = threading.Event()

    def close_once_loading() -> None:
        """Before that a load reads, and there is nothing to undo."""
        running = f"MATCH (l:{LOAD}) RETURN count(l)"
        while not proxy_closes.wait(0.005):
            if neo4j_driver.execute_query(running).records[0].value():
                break
        proxy.close()
        proxy.cut_all()

    threading.Thread(target=close_once_loading, daemon=True).start()
    with pytest.raises(StoreError, match=r"does not answer; start the server .*kg doctor --repair"):
        act(store, "replacing load")
    proxy_closes.set()
    store.close()
    with pytest.raises(StoreError, match="is being loaded, or a load was killed"):
        list(at_first.store.scan())
    assert at_first.store.repair() == ["a load that was killed has been undone"]
    assert prove(at_first, [FIRST]) == FIRST


@pytest.mark.parametrize(("big", "share"), [(True, 0.3), (True, 0.6), (True, 0.9), (False, 0.8)])
def test_an_interrupted_load_undoes_itself(
    at_first: Neo4j, tmp_path: Path, big: bool, share: float
) -> None:
    embedded = Embedded(tmp_path)
    embedded.become(FIRST)
    arenas: list[Arena] = [at_first, embedded]
    for arena in arenas:
        moments, _ = Measures(arena)["replacing load", big]
        arena.become(FIRST)
        client = Client(arena.url, "replacing load", big=big)
        client.wait(PATIENCE, int(share * moments))
        client.interrupt()
        word, why = client.finish()
        assert (word, why) in (("failed", "interrupted"), ("done", ""))
        client.kill()
        # Without any repair: it has cleaned up behind itself.
        assert prove(arena, [SECOND if word == "done" else FIRST])
        arena.store.close()


def test_a_load_that_meets_a_deadlock_tries_again(
    at_first: Neo4j, neo4j_driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_nodes = neo4j_parts.change_nodes
    tried: list[object] = []

    def counted(*given: object) -> object:
        tried.append(given)
        return change_nodes(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(neo4j_write, "change_nodes", counted)
    with ThreadPoolExecutor(1) as beside, neo4j_driver.session() as session:
        with session.begin_transaction() as ours:
            # Of two that wait for each other the server gives up the one with fewer locks.
            ours.run("MATCH (n:Entity) SET n._held = 1").consume()
            ours.run("UNWIND range(1, 5000) AS i CREATE ()-[:HELD]->()").consume()
            loading = beside.submit(act, at_first.store, "replacing load")
            # The load holds the mark and waits for a node; then we want the mark.
            _until_blocked(neo4j_driver)
            ours.run(f"MATCH (m:{MARK}) SET m._held = 1").consume()
            ours.rollback()
        assert loading.result(PATIENCE)
    assert len(tried) == 2
    assert prove(at_first, [SECOND]) == SECOND


def _until_blocked(driver: Driver) -> None:
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        states = driver.execute_query("SHOW TRANSACTIONS YIELD status").records
        if any("Blocked" in row["status"] for row in states):
            return
        time.sleep(0.05)
    pytest.fail("no transaction came to wait for another")


# --- Two at once --------------------------------------------------------------------------------


@pytest.fixture
def arena(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Arena]:
    """Each of the places, holding both documents."""
    made: Arena = (
        Embedded(tmp_path)
        if engine == "embedded"
        else Neo4j(request.getfixturevalue("clean_neo4j"))
    )
    made.become(FIRST)
    yield made
    made.store.close()


def test_the_second_of_two_loads_is_told_in_a_sentence(arena: Arena, tmp_path: Path) -> None:
    file = tmp_path / "more.ttl"
    file.write_text("<http://example.org/a> <http://example.org/b> 1 .")
    client = Client(arena.url, "replacing load", big=True, stop=60)
    assert client.until_stopped(), client.end
    second = subprocess.run(
        [sys.executable, "-m", "kg", "load", str(file), "--store", arena.url],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    # And whoever reads sees the old graph, or is told.
    try:
        assert content(list(arena.store.scan())) == world(FIRST).rows
    except StoreError as error:
        assert arena.name == "neo4j", error
        assert "is being loaded, or a load was killed" in str(error)
    client.go_on()
    assert client.finish() == ("done", "")
    client.kill()
    assert second.returncode == 1
    [sentence] = second.stderr.splitlines()
    assert "load" in sentence and "wait" in sentence
    assert second.stdout == ""
    assert prove(arena, [SECOND]) == SECOND


class Overtaken:
    """A store in which a load ends between reading the release and the nodes."""

    def __init__(self, store: Store, load: Callable[[], object]) -> None:
        self.store, self.load = store, [load]

    def __getattr__(self, name: str) -> Any:
        if name == "long_names" and self.load:
            self.load.pop()()
        return getattr(self.store, name)


def test_names_and_nodes_are_of_one_state(arena: Arena) -> None:
    other = open_store(parse_address(arena.url))
    overtaken = Overtaken(arena.store, lambda: act(other, "replacing load"))
    release, _, rows = pinned(cast(Store, overtaken))
    assert release == other.release()
    assert content(list(rows)) == world(SECOND).rows
    other.close()


# --- Full disks: the store's own are in test_embedded_loads ---------------------------------------


def _small_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))


def test_a_full_folder_for_temporary_files_is_told(tmp_path: Path) -> None:
    """Standard input is kept there, to be read twice."""
    arena = Embedded(tmp_path)
    arena.become(FIRST)
    told = subprocess.run(
        [sys.executable, "-m", "kg", "load", "-", "--syntax", "turtle", "--store", arena.url],
        input=b"# a long comment\n" * 200_000,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        preexec_fn=_small_files,
    )
    assert told.returncode == 1
    [sentence] = told.stderr.decode().splitlines()
    assert "cannot be kept in" in sentence
    assert "TMPDIR" in sentence
    assert prove(arena, [FIRST]) == FIRST
    arena.store.close()

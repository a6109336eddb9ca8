"""Loads that are killed, and the proof that nothing was lost: the machinery.

A client process loads while a reader looks on.  It is killed after a delay, or at a moment that it
names itself: before each of its statements and after each of its transactions (Neo4j), or each time
it touches a file of the store (embedded).  Then the store is repaired or loaded again, and has to be
what it was before the load, or what it shall be after it, in every node and every quad.
"""

from __future__ import annotations

import random
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from graph.loading.documents import document_quads
from graph.projection.unproject import Unprojector, quads_of
from graph.proof.canonical import proof
from graph.stores import open_store, parse_address
from graph.stores.base import Release, pinned
from graph.stores.embedded.store import KEPT_SNAPSHOTS
from graph.stores.neo4j.store import Neo4jStore
from ontology import StoreError
from tests.graph.kill_clients import PATIENCE, Client
from tests.graph.kill_places import Arena, Embedded, Killable, Neo4j
from tests.graph.kill_worlds import ACTIONS, EMPTY, World, act, content, world

# --- Whoever reads meanwhile --------------------------------------------------------------------

REFUSALS = re.compile(
    r"is being loaded, or a load was killed|was loaded anew while it was read|is empty; run"
    r"|does not answer|was loaded anew each time"
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
        release, long_names, rows = pinned(self.store, "other")
        held = release is not None and release.document("other") is not None
        reader = Unprojector(release.names if release else {}, long_names)
        quads = frozenset(quads_of(rows, reader, "other")) if held else None
        names = [w.name for w in self.worlds if w.quads.get("other") == quads]
        if not names:
            self.faults.append(f"saw {len(quads or ())} quads of a document in no version of it")
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
    found = next((w for w in map(world, names) if w.digests == held), None)
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
        [count] = arena.ask("MATCH (n) RETURN count(n) AS n")
        assert count["n"] == release.nodes + len(release.documents) + 1
        [count] = arena.ask("MATCH ()-[r]->() RETURN count(r) AS n")
        assert count["n"] == release.relationships
    elif isinstance(arena, Embedded):
        assert arena.store.damage() == []
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
            f": {self.state}; reader: {told}{rest}"
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


class Measures(dict[tuple[str, bool], tuple[int, float]]):
    """How many moments and seconds a load of each kind has; measured when first asked for."""

    def __init__(self, arena: Arena) -> None:
        super().__init__()
        self.arena = arena

    def __missing__(self, kind: tuple[str, bool]) -> tuple[int, float]:
        before, after = ACTIONS[kind[0]]
        self.arena.become(before)
        client = Client(self.arena.url, *kind)
        start = time.monotonic()
        assert client.finish()[0] == "done", client.end
        self[kind] = client.moments, time.monotonic() - start
        client.kill()
        assert prove(self.arena, [after]) == after
        return self[kind]


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
    report = act(arena.store, plan.action).report
    outcome.mended = report.notes
    outcome.state = before if report.changed else after
    assert outcome.state in allowed
    assert prove(arena, [after]) == after


SELDOM = 0.5  # seconds between two looks: a server that has just begun works hard for each


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

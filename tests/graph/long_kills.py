"""A long run of kills: ``python -m tests.graph.long_kills N [SEED]``, or ``make kills N=500``.

About half of them hit clients of an embedded store, the others clients of a Neo4j of its own, and
every twentieth that server itself.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from graph.stores.neo4j import journal as neo4j_journal
from graph.stores.neo4j import store as neo4j
from tests.graph.kill_places import Arena, Embedded, Killable
from tests.graph.kill_worlds import ACTIONS, EMPTY
from tests.graph.kills import Measures, Outcome, Plan, kill, kill_server, plans

SERVER_SHARE = 20


class Tally:
    """What the kills hit, and which of them were not mended."""

    def __init__(self) -> None:
        self.phases: Counter[str] = Counter()
        self.mended: Counter[str] = Counter()
        self.failed: list[str] = []

    def add(self, arena: Arena, plan: Plan, run: Callable[[], Outcome]) -> None:
        """Runs one kill and tells of it; a failure is noted and the place made empty."""
        try:
            outcome = run()
        except Exception:
            self.failed.append(f"{arena.name}: {plan}")
            traceback.print_exc()
            arena.store.repair()
            arena.become(EMPTY)
            return
        self.phases[f"{arena.name}: {outcome.phase}"] += 1
        self.mended["repaired" if plan.repaired else "loaded again"] += 1
        print(f"{arena.name}: {outcome}", flush=True)

    def tell(self) -> None:
        """The summary."""
        total = self.phases.total() + len(self.failed)
        print(f"\n{total} kills, {len(self.failed)} of them not mended")
        for name, count in sorted([*self.phases.items(), *self.mended.items()]):
            print(f"{count:6} {name}")
        for failure in self.failed:
            print(f"not mended: {failure}")


def main(kills: int, seed: int) -> int:
    """Kills so many loads; the exit status is 1 if any was not mended."""
    print(f"{kills} kills, seed {seed}")
    # Here a load that was killed is known to be dead, and nobody waits for its commit.
    for module, name, value in ((neo4j, "COMMIT_SECONDS", 0.1), (neo4j_journal, "DEAD_SECONDS", 0)):
        setattr(module, name, value)
    started, tally = time.monotonic(), Tally()
    servers = kills // SERVER_SHARE
    with tempfile.TemporaryDirectory() as folder:
        embedded = Embedded(Path(folder))
        measures = Measures(embedded)
        for plan in plans(seed, (kills - servers) // 2, [(action, False) for action in ACTIONS]):
            tally.add(embedded, plan, partial(kill, embedded, plan, measures))
        embedded.store.close()
        server = Killable(Path(folder) / "neo4j")
        try:
            measures = Measures(server)
            kinds = [(action, big) for big in (True, False) for action in ACTIONS]
            for plan in plans(seed, kills - servers - (kills - servers) // 2, kinds):
                tally.add(server, plan, partial(kill, server, plan, measures))
            chance = random.Random(seed)
            for plan in plans(seed + 1, servers, kinds):
                survived = chance.random() < 0.3
                run = partial(kill_server, server, plan, measures, survived=survived)
                tally.add(server, plan, run)
        finally:
            server.close()
    tally.tell()
    print(f"{time.monotonic() - started:.0f} s")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    sys.exit(main(number, int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)))

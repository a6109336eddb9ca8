"""Nothing is lost when things break: kills, cut connections, full disks, others at work."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.neo4j_local import available
from graph.stores import neo4j, neo4j_journal
from tests.graph import kills
from tests.graph.kills import ACTIONS, Killable, Measures, Neo4j, Outcome, Plan, kill, kill_server
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
    arena = kills.Embedded(tmp_path)
    measures = Measures(arena)
    kinds = [(action, False) for action in ACTIONS]
    phases = tell([kill(arena, plan, measures) for plan in kills.plans(SEED, 12, kinds)])
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
    phases = tell([kill(arena, plan, measures) for plan in kills.plans(SEED, 13, kinds)])
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
    (Plan("replacing load", False, 0.8, timed=False, repaired=False), False),
)


def test_killed_servers(own_server: Killable) -> None:
    measures = Measures(own_server)
    phases = tell(
        [
            kill_server(own_server, plan, measures, survived=survived)
            for plan, survived in SERVER_KILLS
        ]
    )
    assert phases.total() == 5
    assert hit(phases, "left") >= 2

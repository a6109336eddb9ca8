"""How the cost grows with the knowledge, in processor time and memory: each stage, each query."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import Bench, Runs

TIMES = (1, 10, 30)
QUICK = (1, 2)
QUICK_QUERIES = 5
LARGE = 100
MOST_TO_COPIES = 1.2  # ten times as much in at most twelve times the time
MOST_FIRST = 0.6  # processor seconds for what follows from the packaged knowledge
MOST_LARGE, MOST_LARGE_MEGABYTES = 150.0, 1500.0
MOST_CORRECTED = 3.0  # seconds for one claim
MOST_ANCHORED = 3.0  # times what a query about one thing costs in the knowledge as it is
LEAST_MS = 0.5  # what is cheaper is too short to be compared
STAGES = ("sheets", "inference", "projection", "writing")
QUESTION = "Who is related to El Mencho?"
SHOWN = 5  # of the queries that grew most


@dataclass
class _Size:
    """What was measured with so many times the knowledge, by engine where there are two."""

    times: int
    claims: int = 0
    read: Runs = field(default_factory=Runs)
    derived: Runs = field(default_factory=Runs)
    first: Runs = field(default_factory=Runs)
    cold: Runs = field(default_factory=Runs)
    built: dict[str, Runs] = field(default_factory=dict)
    corrected: dict[str, Runs] = field(default_factory=dict)
    retold: dict[str, Runs] = field(default_factory=dict)
    queries: dict[str, dict[str, list[float]]] = field(default_factory=dict)


def growing(bench: Bench) -> None:
    """The packaged knowledge, and so many copies of it as dense as the first."""
    bench.say("## Growth: so many times the knowledge, in seconds of processors\n")
    url, why_not = (None, "--quick asks none") if bench.quick else bench.neo4j()
    times = QUICK if bench.quick else (*TIMES, LARGE) if bench.large else TIMES
    sizes: list[_Size] = []
    for number in times:
        sizes.append(_measured(bench, number, url))
        _told(bench, sizes[0], sizes[-1])
    _tables(bench, sizes)
    if not url:
        bench.say(f"No Neo4j: {why_not}.")


def _measured(bench: Bench, number: int, url: str | None) -> _Size:
    folder = bench.home / f"growth-{number}"
    asked = bench.home / "growth-asked.json"
    work = "bench.growth_work"
    found = _Size(number)
    found.claims = bench.child(work, "sheets", folder, "--times", number)["claims"]
    for _ in range(1 if bench.quick or number > 1 else 3):
        bench.child(work, "read", folder, runs=found.read)
        bench.child(work, "derive", folder, runs=found.derived)
    embedded = f"embedded:{bench.home / f'growth-store-{number}'}"
    for engine, store in (("embedded", embedded), ("Neo4j", url)):
        if store is None:
            continue
        for one in (found.built, found.corrected, found.retold):
            one[engine] = Runs()
        bench.child(work, "build", folder, "--store", store, runs=found.built[engine])
        if engine == "embedded":
            ask = [sys.executable, "-m", "kg", "ask", "--store", store, QUESTION]
            bench.measure(ask, found.first)
            for _ in range(1 if bench.quick else 3):
                bench.measure(ask, found.cold)
        few = ["--few", QUICK_QUERIES] if bench.quick else []
        told = bench.child(work, "queries", asked, "--store", store, *few)
        found.queries[engine] = told["queries"]
        changed = bench.home / "growth-corrected"
        shutil.copytree(folder, changed)
        bench.child(work, "tell", changed, "--store", store, runs=found.retold[engine])
        bench.child(work, "correct", changed, "--store", store, runs=found.corrected[engine])
        shutil.rmtree(changed)
        if engine == "Neo4j":
            bench.empty()
    for path in (folder, Path(embedded.removeprefix("embedded:"))):
        shutil.rmtree(path)
    return found


def _told(bench: Bench, first: _Size, now: _Size) -> None:
    """The numbers of one size."""
    name = f"x{now.times}"
    large = now.times == LARGE
    aim = MOST_FIRST if now is first else MOST_LARGE if large else None
    bench.found(f"derive {name}", now.derived.processor, "s", aim)
    memory = MOST_LARGE_MEGABYTES if large else None
    bench.found(f"derive {name}, memory", now.derived.peak, "MB", memory)
    for engine, runs in now.corrected.items():
        aim = MOST_CORRECTED if large else None
        bench.found(f"one claim corrected, {name}, {engine}", runs.processor, "s", aim)
        told = now.retold[engine].processor
        bench.found(f"one claim told anew, {name}, {engine}", told, "s", aim)
    if now is first:
        return
    copies = now.times / first.times
    pairs = {"sheets": (first.read, now.read), "derive": (first.derived, now.derived)}
    pairs |= {f"build, {engine}": (first.built[engine], runs) for engine, runs in now.built.items()}
    for what, (one, many) in pairs.items():
        ratio = many.processor / one.processor / copies
        aim = MOST_TO_COPIES if what == "derive" else None
        bench.found(f"{what} {name} to {now.times} times x1", ratio, "x", aim)
    cold = now.cold.work / first.cold.work
    bench.found(f"cold kg ask {name} to x1", cold)
    for engine in now.queries:
        grown = _grown(first, now, engine)
        bench.found(
            f"about one thing, {engine}, {name} to x1, most", grown[0][0], "x", MOST_ANCHORED
        )


def _grown(first: _Size, now: _Size, engine: str) -> list[tuple[float, str]]:
    """The queries about one thing by how much more they cost for a row, the most first."""
    before = first.queries[engine]
    found = []
    for name, (ms, rows) in now.queries[engine].items():
        was, had = before[name]
        if " " in name:
            more = max(1.0, rows / had) if had else 1.0
            found.append((ms / max(was, LEAST_MS) / more, name))
    return sorted(found, reverse=True)


def _tables(bench: Bench, sizes: list[_Size]) -> None:
    rows = [
        [
            f"x{size.times}",
            f"{size.claims:,}",
            *(f"{runs.processor:.2f} ({runs.memory})" for runs in (size.read, size.derived)),
            f"{size.first.work:.2f}",
            f"{size.cold.work:.2f} ({size.cold.memory})",
        ]
        for size in sizes
    ]
    head = ["knowledge", "claims", "read sheets", "derive", "first kg ask", "cold kg ask"]
    bench.table(head, rows)
    head = ["built", "nodes", "links", *STAGES, "all", "memory", "disk", "one claim corrected"]
    head.append("one told anew")
    bench.table(head, [_built(size, engine) for engine in sizes[0].built for size in sizes])
    for engine in sizes[0].queries:
        _query_table(bench, sizes, engine)


def _built(size: _Size, engine: str) -> list[str]:
    runs = size.built[engine]
    told: dict[str, Any] = runs.said[0]
    return [
        f"{engine} x{size.times}",
        f"{told['nodes']:,}",
        f"{told['relationships']:,}",
        *(f"{told['stages'][stage]:.1f}" for stage in STAGES),
        f"{told['processor']:.1f}",
        runs.memory,
        f"{told['megabytes']:.0f} MB" if told["megabytes"] else "",
        f"{size.corrected[engine].processor:.1f}",
        f"{size.retold[engine].processor:.1f}",
    ]


def _query_table(bench: Bench, sizes: list[_Size], engine: str) -> None:
    """Those that are about one thing and grew most for a row, and the whole relations."""
    last = sizes[-1]
    shown = [name for _, name in _grown(sizes[0], last, engine)[:SHOWN]]
    whole = [name for name in last.queries[engine] if " " not in name]
    shown += sorted(whole, key=lambda name: -last.queries[engine][name][0])[:SHOWN]
    rows = []
    for name in shown:
        cells = [size.queries[engine][name] for size in sizes]
        rows.append([name, *(f"{ms:.1f} ({rows:.0f})" for ms, rows in cells)])
    one = [name for name in last.queries[engine] if " " in name]
    for title, names in (("about one thing, median", one), ("whole relation, median", whole)):
        typical = [median(size.queries[engine][n][0] for n in names) for size in sizes]
        rows.append([f"{len(names)} {title}", *(f"{ms:.1f}" for ms in typical)])
    bench.table([f"{engine}, ms (rows)", *(f"x{size.times}" for size in sizes)], rows)

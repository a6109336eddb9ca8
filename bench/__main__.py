"""Speed and memory, as medians and ratios of one run on one machine.

``python -m bench`` measures whole processes (a command as a person starts it), the stages of a
build, and each query on both engines. Seconds depend on the machine and on what else it does;
ratios hardly do, so the runs that are compared take turns. Nothing here is a test.

The Neo4j is the one named in KG_BENCH_NEO4J, which must hold the packaged knowledge and is only
read, else a local one that is started for the purpose, else there is none. ``--quick`` measures
everything once, asks a few queries only, and starts no Neo4j.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

QUESTION = "Who is related to El Mencho?"
QUERY = "relatives"
NAMED = "KG_BENCH_NEO4J"
STAGES = ("sheets", "RDF", "inference", "projection", "engine")
WARM_RUNS = 5
QUICK_QUERIES = 5
MOST_ASK_TO_FLOOR, MOST_ASK, MOST_BUILD, MOST_QUERY_MS = 3.0, 0.6, 5.0, 50.0

# This process stays small and imports nothing of the project: a child's peak memory counts from
# what its parent had when it was started. Whatever needs the project is a child.

FLOOR = """\
import json, os, sys
task = json.load(open(sys.argv[1], encoding="utf-8"))
os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
os.environ["ARCADEDB_LOG_DIR"] = os.path.dirname(sys.argv[1])
os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = "-Xmx1g"
import arcadedb
database = arcadedb.open_database(task["database"], read_only=True)
print(len(list(database.query("opencypher", task["cypher"], task["parameters"]))))
database.close()
"""
DRIVER = """\
import json, os, sys
import neo4j
task = json.load(open(sys.argv[1], encoding="utf-8"))
password = os.environ.get("KG_PASSWORD")
auth = (os.environ.get("KG_USER", "neo4j"), password) if password else None
with neo4j.GraphDatabase.driver(sys.argv[2], auth=auth) as driver, driver.session() as session:
    print(len(list(session.run(task["cypher"], task["parameters"]))))
"""


@dataclass
class Runs:
    """What repeated runs of one process took: seconds, and megabytes at the peak."""

    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    @property
    def typical(self) -> float:
        """The median of the seconds."""
        return median(self.seconds)

    @property
    def memory(self) -> str:
        """The largest peak, as text."""
        return f"{max(self.megabytes):.0f} MB" if self.megabytes else "unknown"


class Bench:
    """Runs children in a home of their own."""

    def __init__(self, home: Path, quick: bool) -> None:
        self.home = home
        self.quick = quick
        self.environment = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith("XDG_") and k not in ("KG_STORE", "KG_DATABASE")
        }
        self.environment |= {"HOME": str(home), "KG_STORE": f"embedded:{home / 'store'}"}

    def measure(self, command: list[str], runs: Runs) -> str:
        """Runs a command once, adds what it took, and returns what it printed."""
        start = time.perf_counter()
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env=self.environment, encoding="utf-8"
        ) as child:
            assert child.stdout is not None
            printed = child.stdout.read()
            if hasattr(os, "wait4"):
                _, status, usage = os.wait4(child.pid, 0)
                child.returncode = os.waitstatus_to_exitcode(status)
                unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
                runs.megabytes.append(usage.ru_maxrss * unit / 1e6)
        runs.seconds.append(time.perf_counter() - start)
        if child.returncode:
            sys.exit(f"bench: {' '.join(command[:4])} ... ended with {child.returncode}")
        return printed

    def part(self, name: str, *arguments: str, runs: Runs | None = None) -> Any:
        """Runs a part of this module in a child and returns its JSON."""
        command = [sys.executable, "-m", "bench", "--part", name, *arguments]
        return json.loads(self.measure(command, runs or Runs()))

    @property
    def ask(self) -> list[str]:
        """The command that a person would type."""
        return [sys.executable, "-m", "kg", "ask", QUESTION]


def table(head: list[str], rows: list[list[str]]) -> None:
    """A table in Markdown, aligned for reading as it is."""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    for row in [head, ["-" * w for w in widths], *rows]:
        cells = [
            row[0].ljust(widths[0]),
            *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True)),
        ]
        print("| " + " | ".join(cells) + " |")
    print(flush=True)


def verdict(value: float, limit: float) -> str:
    """Whether a target is met."""
    return "met" if value < limit else "missed"


# --- The measurements -----------------------------------------------------------------------------


def cold_ask(bench: Bench, neo4j: str | None, why_not: str) -> dict[str, Runs]:
    """Whole processes, the store already built; returns their runs for the table of memory."""
    print("## Cold ask: whole processes, the store already built\n")
    task = bench.home / "task.json"
    task.write_text(json.dumps(bench.part("task")), "utf-8")
    scripts = {"floor.py": FLOOR, "driver.py": DRIVER}
    for name, text in scripts.items():
        (bench.home / name).write_text(text, "utf-8")
    raw = [sys.executable, str(bench.home / "driver.py"), str(task), str(neo4j)]
    commands = {
        "kg ask": bench.ask,
        "engine's floor": [sys.executable, str(bench.home / "floor.py"), str(task)],
        "neo4j driver" if neo4j else "import neo4j": (
            raw if neo4j else [sys.executable, "-c", "import neo4j"]
        ),
    }
    runs = {name: Runs() for name in commands}
    for _ in range(1 if bench.quick else 9):
        for name, command in commands.items():
            bench.measure(command, runs[name])
    asked = runs["kg ask"].typical
    table(
        ["process", "median s", "kg ask takes"],
        [[n, f"{r.typical:.3f}", f"{asked / r.typical:.2f} x"] for n, r in runs.items()],
    )
    floor = asked / runs["engine's floor"].typical
    print("The engine's floor imports the engine, opens the same snapshot and runs one query.")
    if neo4j:
        print("The raw driver connects to a server that is up and runs the same query.")
    else:
        print(f"No Neo4j ({why_not}), so only the import of its driver is compared.")
    print(
        f"Target: less than {MOST_ASK_TO_FLOOR:g} times the floor ({floor:.2f}, "
        f"{verdict(floor, MOST_ASK_TO_FLOOR)}) and less than {MOST_ASK:g} s "
        f"({asked:.3f}, {verdict(asked, MOST_ASK)}).\n"
    )
    return runs


def build(bench: Bench) -> Runs:
    """From the sheets to a store, in stages."""
    print("## Build: from the sheets to a new embedded store\n")
    runs = Runs()
    folders = [str(bench.home / f"build-{n}") for n in range(1 if bench.quick else 3)]
    found = [bench.part("build", folder, runs=runs) for folder in folders]
    stages = {stage: median(one[stage] for one in found) for stage in STAGES}
    total = sum(stages.values())
    rows = [[n, f"{s:.3f}", f"{s / total:.0%}"] for n, s in stages.items()]
    table(["stage", "median s", "share"], [*rows, ["all stages", f"{total:.3f}", "100%"]])
    print(f"The whole process, imports included: {runs.typical:.3f} s.")
    print(f"Target: less than {MOST_BUILD:g} s ({total:.2f}, {verdict(total, MOST_BUILD)}).\n")
    return runs


def queries(bench: Bench, neo4j: str | None, why_not: str) -> None:
    """Each query's first example, warm, on both engines."""
    print(f"## Queries: median of {1 if bench.quick else WARM_RUNS} warm runs, in ms\n")
    few = ["--quick"] if bench.quick else []
    embedded = bench.part("queries", *few)["times"]
    found: dict[str, Any] = {"refused": why_not}
    if neo4j:
        found = bench.part("queries", "--store", neo4j, *few)
    other: dict[str, float] = found.get("times", {})
    rows = [
        [name, f"{ms:.1f}", *([f"{other[name]:.1f}", f"{ms / other[name]:.2f}"] if other else [])]
        for name, ms in embedded.items()
    ]
    slowest = max(embedded.values())
    last = ["slowest", f"{slowest:.1f}", *([f"{max(other.values()):.1f}", ""] if other else [])]
    table(["query", "embedded", *(["Neo4j", "ratio"] if other else [])], [*rows, last])
    if not other:
        print(f"No Neo4j: {found['refused']}.")
    worst = max(slowest, *other.values()) if other else slowest
    over = [n for n in embedded if max(embedded[n], other.get(n, 0.0)) >= MOST_QUERY_MS]
    print(
        f"Target: no query takes {MOST_QUERY_MS:g} ms ({worst:.1f}, "
        f"{verdict(worst, MOST_QUERY_MS)}{': ' + ', '.join(over) if over else ''}).\n"
    )


def memory(processes: dict[str, Runs]) -> None:
    """The peaks of the children."""
    print("## Memory: peak of each process\n")
    table(["process", "peak"], [[name, runs.memory] for name, runs in processes.items()])


@contextlib.contextmanager
def server(bench: Bench) -> Iterator[tuple[str | None, str]]:
    """A Neo4j's address, or None and why there is none."""
    named = os.environ.get(NAMED)
    if named or bench.quick:
        yield named or None, f"{NAMED} names none, and --quick starts none"
        return
    reason = bench.part("startable")
    if reason:
        yield None, reason.rstrip(".")
        return
    command = [sys.executable, "-m", "graph.neo4j_local"]
    environment = {k: v for k, v in os.environ.items() if k != "KG_PASSWORD"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
    ) as child:
        try:
            assert child.stdout is not None
            address = child.stdout.readline().strip()
            if not address:
                yield None, "a local one did not start"
                return
            bench.environment.pop("KG_PASSWORD", None)
            bench.measure([sys.executable, "-m", "kg", "load", "--store", address], Runs())
            yield address, ""
        finally:
            child.terminate()


# --- Parts that run in a child --------------------------------------------------------------------


def part_task() -> dict[str, Any]:
    """The snapshot, and the query behind the question with its parameters."""
    from kg.session import Session
    from queries import bind

    with Session() as session:
        query = session.catalogue.get(QUERY)
        parameters = bind(query, query.examples[0])
        snapshot = getattr(session.store, "snapshot")()  # noqa: B009 - the embedded store's alone
        return {
            "database": str(snapshot / "db"),
            "cypher": query.cypher,
            "parameters": parameters,
        }


def part_build(folder: Path) -> dict[str, float]:
    """Seconds of each stage."""
    from graph.claims import asserted
    from graph.infer import derive
    from graph.packaged import generation, knowledge_folder
    from graph.project import project
    from graph.sheets import read_sheets
    from graph.stores import open_store, parse_address

    marks = [time.perf_counter()]
    sheets = read_sheets(knowledge_folder())
    marks.append(time.perf_counter())
    quads = list(dict.fromkeys(asserted(sheets)))
    marks.append(time.perf_counter())
    derived = derive(quads)
    marks.append(time.perf_counter())
    graph = project([*quads, *derived])
    marks.append(time.perf_counter())
    store = open_store(parse_address(f"embedded:{folder}"))
    store.load(graph, generation())
    marks.append(time.perf_counter())
    store.close()
    return dict(zip(STAGES, (b - a for a, b in pairwise(marks)), strict=True))


def part_queries(url: str | None, quick: bool) -> dict[str, Any]:
    """Milliseconds of each query by name, or why it was not measured."""
    from graph.packaged import generation
    from kg.session import Session
    from queries import bind, run_cypher

    with Session(url) as session:
        release = session.store.release()
        if release is None or release.generation != generation():
            return {"refused": f"{session.address.url} holds another state; load it with 'kg load'"}
        times: dict[str, float] = {}
        for query in list(session.catalogue.queries.values())[: QUICK_QUERIES if quick else None]:
            bound = bind(query, query.examples[0])
            run_cypher(query, bound, session.store)
            taken = []
            for _ in range(1 if quick else WARM_RUNS):
                start = time.perf_counter()
                run_cypher(query, bound, session.store)
                taken.append((time.perf_counter() - start) * 1000)
            times[query.name] = median(taken)
        return {"times": times}


def part_startable() -> str | None:
    """Why a local Neo4j cannot be started, or None."""
    from graph.neo4j_local import available

    return available()


def main() -> None:
    """Prints all tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="everything once, few queries")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--store", help=argparse.SUPPRESS)
    parser.add_argument("folder", nargs="?", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part == "task":
        print(json.dumps(part_task()))
    elif given.part == "build":
        print(json.dumps(part_build(given.folder)))
    elif given.part == "queries":
        print(json.dumps(part_queries(given.store, given.quick)))
    elif given.part == "startable":
        print(json.dumps(part_startable()))
    else:
        everything(given.quick)


def everything(quick: bool) -> None:
    """All measurements, in a temporary home."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors{load}\n")
    with tempfile.TemporaryDirectory(prefix="expediente-bench-") as folder:
        bench = Bench(Path(folder), quick)
        first = Runs()
        print("## First ask: nothing built yet\n")
        bench.measure(bench.ask, first)
        print(f"{first.typical:.3f} s for the store, the compiled queries and the answer.\n")
        with server(bench) as (address, why_not):
            processes = cold_ask(bench, address, why_not)
            built = build(bench)
            queries(bench, address, why_not)
        memory({"first kg ask": first, **processes, "build": built})


if __name__ == "__main__":
    main()

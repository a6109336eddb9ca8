"""Asking: whole processes (a command as a person starts it), the stages of a build, each query.

Run as a module it is the part of that which needs the project, in a child of the benchmark.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench.measure import Bench, Finding, Runs

QUESTION = "Who is related to El Mencho?"
QUERY = "relatives"
WARM_RUNS = 5
QUICK_QUERIES = 5
QUESTIONS = Path(__file__).parent / "questions" / "own.tsv"
QUICK_QUESTIONS = 20
MOST_UNDERSTANDING_MS, LEAST_BATCH = 10.0, 150.0
MOST_ASK_TO_FLOOR, MOST_ASK, MOST_BUILD, MOST_QUERY_MS = 3.0, 0.6, 5.0, 50.0

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


def asking(bench: Bench) -> None:
    """All of it."""
    first = Runs()
    bench.say("## First ask: nothing built yet\n")
    bench.measure(_ask(), first)
    bench.say(f"{first.typical:.3f} s for the store, the compiled queries and the answer.\n")
    url, why_not = (None, "--quick asks none") if bench.quick else bench.neo4j()
    try:
        if url:
            bench.measure([sys.executable, "-m", "kg", "load", "--store", url], Runs())
        processes = _cold_ask(bench, url, why_not)
        built = _build(bench)
        _questions(bench)
        _queries(bench, url, why_not)
    finally:
        if url:
            bench.empty()
    bench.say("## Memory: peak of each process\n")
    peaks = {"first kg ask": first, **processes, "build": built}
    bench.table(["process", "peak"], [[name, runs.memory] for name, runs in peaks.items()])


def _ask() -> list[str]:
    return [sys.executable, "-m", "kg", "ask", QUESTION]


def _cold_ask(bench: Bench, neo4j: str | None, why_not: str) -> dict[str, Runs]:
    """Whole processes, the store already built; returns their runs for the table of memory."""
    bench.say("## Cold ask: whole processes, the store already built\n")
    task = bench.home / "task.json"
    task.write_text(json.dumps(bench.child("bench.asking", "task")), "utf-8")
    scripts = {"floor.py": FLOOR, "driver.py": DRIVER}
    for name, text in scripts.items():
        (bench.home / name).write_text(text, "utf-8")
    raw = [sys.executable, str(bench.home / "driver.py"), str(task), str(neo4j)]
    commands = {
        "kg ask": _ask(),
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
    worked = runs["kg ask"].work
    bench.table(
        ["process", "median s", "kg ask takes", "processor s", "kg ask takes"],
        [
            [
                *(n, f"{r.typical:.3f}", f"{asked / r.typical:.2f} x"),
                *(f"{r.work:.3f}", f"{worked / r.work:.2f} x"),
            ]
            for n, r in runs.items()
        ],
    )
    floor = worked / runs["engine's floor"].work
    bench.say("The engine's floor imports the engine, opens the same snapshot and runs one query.")
    if neo4j:
        bench.say("The raw driver connects to a server that is up and runs the same query.")
    else:
        bench.say(f"No Neo4j ({why_not}), so only the import of its driver is compared.")
    _aims(
        bench,
        bench.found(
            "kg ask against the engine's floor, by processor", floor, "x", MOST_ASK_TO_FLOOR
        ),
        bench.found("kg ask", asked, "s", MOST_ASK),
    )
    return runs


def _aims(bench: Bench, *findings: Finding) -> None:
    bench.say("".join(f"{f.what}: {f.verdict()}.\n" for f in findings))


def _build(bench: Bench) -> Runs:
    """From the sheets to a store, in stages."""
    bench.say("## Build: from the sheets to a new embedded store\n")
    runs = Runs()
    folders = [bench.home / f"build-{n}" for n in range(1 if bench.quick else 3)]
    found = [bench.child("bench.asking", "build", "--folder", f, runs=runs) for f in folders]
    stages = {stage: median(one[stage] for one in found) for stage in found[0]}
    total = sum(stages.values())
    rows = [[n, f"{s:.3f}", f"{s / total:.0%}"] for n, s in stages.items()]
    bench.table(["stage", "median s", "share"], [*rows, ["all stages", f"{total:.3f}", "100%"]])
    bench.say(f"The whole process, imports included: {runs.typical:.3f} s.")
    _aims(bench, bench.found("all stages of a build", total, "s", MOST_BUILD))
    return runs


def _questions(bench: Bench) -> None:
    """Understanding and answering, a question at a time, and a whole batch as a process."""
    with QUESTIONS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    asked = [row["question"] for row in rows][: QUICK_QUESTIONS if bench.quick else None]
    file = bench.home / "questions.txt"
    file.write_text("\n".join(asked), "utf-8")
    bench.say(f"## Questions: {len(asked)} of bench/questions/own.tsv\n")
    found: dict[str, list[float]] = bench.child("bench.asking", "questions", "--file", file)
    rows_ms = [
        [stage, *(f"{quantiles(ms, n=100)[n - 1]:.1f}" for n in (50, 95)), f"{max(ms):.1f}"]
        for stage, ms in found.items()
    ]
    bench.table(["stage, ms of the processor", "median", "p95", "slowest"], rows_ms)
    one, batch = Runs(), Runs()
    first = bench.home / "question.txt"
    first.write_text(asked[0], "utf-8")
    for _ in range(1 if bench.quick else 3):
        for path, runs in ((first, one), (file, batch)):
            command = [sys.executable, "-m", "kg", "ask", "--batch", str(path)]
            bench.measure(command, runs)
    more = len(asked) - 1
    by_clock = more / max(batch.typical - one.typical, 0.001)
    a_second = more / max(batch.work - one.work, 0.001)
    bench.say(
        f"kg ask --batch: {batch.typical:.2f} s, {one.typical:.2f} s of them for one question; "
        f"{by_clock:.0f} questions a second by the clock, {a_second:.0f} by the processor."
    )
    _aims(
        bench,
        bench.found(
            "understanding, median", median(found["understanding"]), "ms", MOST_UNDERSTANDING_MS
        ),
        bench.found(
            "understanding, one in twenty takes more than",
            quantiles(found["understanding"], n=100)[94],
            "ms",
        ),
        bench.found(
            "a question of a batch, by processor", 1000 / a_second, "ms", 1000 / LEAST_BATCH
        ),
    )


def _queries(bench: Bench, neo4j: str | None, why_not: str) -> None:
    """Each query's first example, warm, on both engines."""
    runs = 1 if bench.quick else WARM_RUNS
    bench.say(f"## Queries: median of {runs} warm runs, in ms\n")
    few = ["--quick"] if bench.quick else []
    embedded: dict[str, float] = bench.child("bench.asking", "queries", *few)
    other: dict[str, float] = (
        bench.child("bench.asking", "queries", "--store", neo4j, *few) if neo4j else {}
    )
    rows = [
        [name, f"{ms:.1f}", *([f"{other[name]:.1f}", f"{ms / other[name]:.2f}"] if other else [])]
        for name, ms in embedded.items()
    ]
    slowest = max(embedded.values())
    last = ["slowest", f"{slowest:.1f}", *([f"{max(other.values()):.1f}", ""] if other else [])]
    bench.table(["query", "embedded", *(["Neo4j", "ratio"] if other else [])], [*rows, last])
    if not other:
        bench.say(f"No Neo4j: {why_not}.")
    for name, ms in [*embedded.items(), *other.items()]:
        if ms > MOST_QUERY_MS:
            bench.say(f"{name} takes {ms:.0f} ms.")
    worst = max([slowest, *other.values()])
    _aims(bench, bench.found("the slowest query", worst, "ms", MOST_QUERY_MS))


# --- In a child -----------------------------------------------------------------------------------


def part_task() -> dict[str, Any]:
    """The snapshot, and the query behind the question with its parameters."""
    from kg.session import Session
    from queries import bind

    with Session() as session:
        query = session.catalogue.get(QUERY)
        parameters = bind(query, query.examples[0])
        snapshot = session.store.cache_folder()
        assert snapshot is not None  # it is the embedded store
        return {
            "database": str(snapshot / "db"),
            "cypher": query.cypher,
            "parameters": parameters,
        }


def part_queries(url: str | None, quick: bool) -> dict[str, float]:
    """Milliseconds of each query by name."""
    from kg.session import Session
    from queries import bind, run_cypher

    with Session(url) as session:
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
        return times


def part_questions(file: Path) -> dict[str, list[float]]:
    """Milliseconds of the processor for each question, first only understood, then answered."""
    from kg.respond import respond
    from kg.session import Session
    from queries.ask.understand import understand

    with Session() as session:
        asker = session.asker
        questions = file.read_text("utf-8").splitlines()
        taken: dict[str, list[float]] = {"understanding": [], "the whole answer": []}

        def timed(stage: str, run: Callable[[], object]) -> None:
            start = time.process_time()
            run()
            taken[stage].append((time.process_time() - start) * 1000)

        for text in questions:
            timed(
                "understanding",
                partial(understand, text, session.catalogue, asker.vocabulary, asker.lexicon),
            )
        for text in questions:
            timed("the whole answer", partial(respond, session, text, asker=asker))
        return taken


def part_build(folder: Path) -> dict[str, float]:
    """Seconds of each stage."""
    from graph.claims.rdf import asserted
    from graph.claims.sheets import read_sheets
    from graph.loading.change import gather
    from graph.loading.documents import load
    from graph.loading.packaged import generation, knowledge_folder
    from graph.stores import open_store, parse_address
    from graph.stores.base import KNOWLEDGE, Difference, Document, LoadReport, Release

    store = open_store(parse_address(f"embedded:{folder}"))
    write = store.write

    def timed(difference: Difference, release: Release, expected: str | None) -> LoadReport:
        marks["inference and projection"] = time.perf_counter()
        return write(difference, release, expected)

    setattr(store, "write", timed)  # noqa: B010 - what went before ends where writing begins
    start = time.perf_counter()
    marks: dict[str, float] = {}
    sheets = read_sheets(knowledge_folder())
    marks["sheets"] = time.perf_counter()
    document = Document(KNOWLEDGE, KNOWLEDGE, generation(), 0)
    incoming = gather(document, asserted(sheets))
    marks["RDF"] = time.perf_counter()
    load(store, [incoming])
    marks["engine"] = time.perf_counter()
    store.close()
    times = list(marks.values())
    return dict(zip(marks, (b - a for a, b in pairwise([start, *times])), strict=True))


def main() -> None:
    """The command line of the child."""
    parser = argparse.ArgumentParser(prog="python -m bench.asking", description=__doc__)
    parser.add_argument("what", choices=["task", "build", "queries", "questions"])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--store")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--file", type=Path)
    given = parser.parse_args()
    if given.what == "task":
        found: Any = part_task()
    elif given.what == "build":
        found = part_build(given.folder)
    elif given.what == "questions":
        found = part_questions(given.file)
    else:
        found = part_queries(given.store, given.quick)
    print(json.dumps(found))


if __name__ == "__main__":
    main()

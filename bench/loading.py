"""Loading into Neo4j and into the embedded store, exporting, and loading what hardly changed."""

from __future__ import annotations

from itertools import pairwise

from bench.inputs import Input, made, real, short
from bench.measure import Bench, Runs

MOST_OVER_BOLT = 1.3
MOST_EMBEDDED = 2.0
MOST_EXPORT = 1.0
MOST_MEGABYTES = 700.0
MOST_CHANGE = 0.5  # a bound of our own: the whole file is read, so it cannot cost a hundredth
MILLION = 1_000_000
EMBEDDED_UP_TO = 100_000
CHANGED = 100_000
REPEATED = 3


def inputs(bench: Bench, most: int = MILLION) -> list[Input]:
    """The files to measure with, small ones first, no larger than ``most``."""
    sizes = (1_000, 10_000) if bench.quick else (10_000, 100_000, MILLION)
    found = [made(bench.home, n) for n in sizes if n <= most]
    if bench.quick:
        return found
    there = real()
    if not there:
        bench.say("UNESCO and DBpedia are left out: no shared data beside the repository.\n")
    return [*there, *found]


def repeats(bench: Bench, file: Input) -> int:
    """How often a file is measured."""
    return 1 if bench.quick or file.triples >= MILLION else REPEATED


def warm(bench: Bench, url: str, file: Input) -> None:
    """One load of each kind that does not count: a server that is new is slow."""
    if not bench.quick:
        bench.child("bench.bare_driver", "load", url, file.path)
        bench.empty()
        _ours(bench, url, file)
        bench.empty()


def _ours(bench: Bench, store: str, file: Input, runs: Runs | None = None) -> None:
    bench.child("bench.work", "load", file.path, "--store", store, runs=runs)


def over_bolt(bench: Bench) -> None:
    """Loads and exports of Neo4j against a bare driver, taking turns."""
    url, why_not = bench.neo4j()
    bench.say("## Load and export: Neo4j over Bolt, against a bare driver that keeps values only\n")
    if url is None:
        bench.say(f"Not measured: no Neo4j ({why_not}).\n")
        return
    loads, exports = [], []
    files = inputs(bench)
    warm(bench, url, files[0])
    seconds: dict[int, float] = {}
    for file in files:
        bare, two, ours, out_bare, out_ours = (Runs() for _ in range(5))
        for _ in range(repeats(bench, file)):
            bench.child("bench.bare_driver", "load", url, file.path, runs=bare)
            bench.child("bench.bare_driver", "export", url, bench.home / "bare.nt", runs=out_bare)
            bench.empty()
            bench.child("bench.bare_driver", "load", url, file.path, "--sessions", 2, runs=two)
            bench.empty()
            _ours(bench, url, file, ours)
            exporting = ("bench.work", "export", bench.home / "ours.nq", "--store", url)
            bench.child(*exporting, runs=out_ours)
            bench.empty()
        if file.name.startswith("synthetic"):
            seconds[file.triples] = ours.typical
        ratio = bench.found(
            f"load of {file.name}", ours.typical / bare.typical, "x", MOST_OVER_BOLT
        )
        bench.found(f"load of {file.name}, against two sessions", ours.typical / two.typical, "x")
        work = ours.processor / bare.processor
        bench.found(f"load of {file.name}, processor time", work, "x")
        aim = MOST_MEGABYTES if file.triples >= MILLION else None
        bench.found(f"load of {file.name}, memory", ours.peak, "MB", aim)
        loads.append([
            file.name,
            _rate(file.triples, bare.typical),
            _rate(file.triples, two.typical),
            _rate(file.triples, ours.typical),
            f"{ratio.value:.2f}",
            f"{ours.typical / two.typical:.2f}",
            f"{work:.2f}",
            ours.memory,
            *_others(file),
        ])  # fmt: skip
        written = out_ours.said[-1]["triples"]
        ratio = bench.found(
            f"export of {file.name}", out_ours.typical / out_bare.typical, "x", MOST_EXPORT
        )
        work = out_ours.processor / out_bare.processor
        bench.found(f"export of {file.name}, processor time", work, "x")
        exports.append([
            file.name,
            _rate(out_bare.said[-1]["triples"], out_bare.typical),
            _rate(written, out_ours.typical),
            f"{ratio.value:.2f}",
            f"{work:.2f}",
            str(file.triples - out_bare.said[-1]["triples"]),
            str(file.triples - written),
            out_ours.memory,
        ])  # fmt: skip
    head = [
        "loaded, 1000 triples/s",
        "bare",
        "bare, 2 sessions",
        "ours",
        "ratio",
        "to 2 sessions",
        "by processor",
    ]
    bench.table([*head, "memory", "n10s", "n10s best", "rdflib-neo4j"], loads)
    head = [
        "exported, 1000 triples/s",
        "bare",
        "ours",
        "ratio",
        "by processor",
        "bare loses",
        "ours loses",
    ]
    bench.table([*head, "memory"], exports)
    bench.say("n10s and rdflib-neo4j are published figures, not measured here.")
    bench.say(f"Aims: load at most {MOST_OVER_BOLT:g}, export at most {MOST_EXPORT:g}.\n")
    _growth(bench, seconds)


def _rate(triples: int, seconds: float) -> str:
    return f"{triples / seconds / 1000:.1f}"


def _others(file: Input) -> list[str]:
    if file.others is None:
        return ["", "", ""]
    return [f"{n:g}" for n in (file.others.default, file.others.best, file.others.rdflib)]


def _growth(bench: Bench, seconds: dict[int, float]) -> None:
    """How the seconds grow with the triples."""
    sizes = sorted(seconds)
    for small, large in pairwise(sizes):
        times = seconds[large] / seconds[small]
        bench.found(f"load of {short(large)} in loads of {short(small)}", times, "x")
        bench.say(f"Growth: {large // small} times the triples take {times:.1f} times as long.")
    bench.say()


def embedded(bench: Bench) -> None:
    """The embedded store against Neo4j, both with our loader, taking turns."""
    bench.say(f"## Embedded: against Neo4j over Bolt, up to {short(EMBEDDED_UP_TO)} triples\n")
    url, why_not = bench.neo4j()
    if url is None:
        bench.say(f"Only the embedded store: no Neo4j ({why_not}).\n")
    rows = []
    files = inputs(bench, EMBEDDED_UP_TO)
    if url:
        warm(bench, url, files[0])
    folders = 0
    for file in files:
        here, there = Runs(), Runs()
        for _ in range(repeats(bench, file)):
            folders += 1
            _ours(bench, f"embedded:{bench.home / f'loaded-{folders}'}", file, here)
            if url:
                _ours(bench, url, file, there)
                bench.empty()
        row = [file.name, _rate(file.triples, here.typical), here.memory]
        if url:
            ratio = here.typical / there.typical
            bench.found(f"load of {file.name}, embedded to Neo4j", ratio, "x", MOST_EMBEDDED)
            row += [_rate(file.triples, there.typical), f"{ratio:.2f}"]
        rows.append(row)
    head = ["loaded, 1000 triples/s", "embedded", "memory", *(["Neo4j", "ratio"] if url else [])]
    bench.table(head, rows)
    bench.say(f"Aim: at most {MOST_EMBEDDED:g}.\n")


def changing(bench: Bench) -> None:
    """A file of which one subject in a hundred changed, against the whole file."""
    from bench.synthetic import write

    triples = 10_000 if bench.quick else CHANGED
    file = made(bench.home, triples)
    changed = write(bench.home / f"changed-{triples}.nt", triples, changed=True)
    bench.say(f"## Change: 1 % of {short(triples)} triples changed, loaded again\n")
    url, why_not = bench.neo4j()
    if url is None:
        bench.say(f"No Neo4j ({why_not}), so only the embedded store.\n")
    rows = []
    for engine in ["embedded", *(["Neo4j"] if url else [])]:
        whole, again, same = Runs(), Runs(), Runs()
        for n in range(1 if bench.quick else REPEATED):
            store = url if engine == "Neo4j" else f"embedded:{bench.home / f'changing-{n}'}"
            for path, runs in ((file.path, whole), (changed, again), (changed, same)):
                arguments = ("load", path, "--store", store, "--name", "changing.nt")
                bench.child("bench.work", *arguments, runs=runs)
            if engine == "Neo4j":
                bench.empty()
        ratio = again.typical / whole.typical
        bench.found(f"1 % of {short(triples)}, {engine}", ratio, "x", MOST_CHANGE)
        rows.append([
            engine,
            f"{whole.typical:.2f}",
            f"{again.typical:.2f}",
            f"{ratio:.2f}",
            str(again.said[-1]["written"]),
            f"{same.typical:.2f}",
        ])  # fmt: skip
    head = ["store", "whole s", "1 % changed s", "ratio", "nodes written", "nothing changed s"]
    bench.table(head, rows)
    bench.say(
        f"Aim: at most {MOST_CHANGE:g}. The file is read and compared as a whole in any case; "
        "the embedded store copies its snapshot as well.\n"
    )

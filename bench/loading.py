"""Loading into Neo4j and into the embedded store, exporting, and loading what hardly changed."""

from __future__ import annotations

from dataclasses import dataclass, field
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
        turns = Turns()
        for _ in range(repeats(bench, file)):
            turns.take(bench, url, file)
        if file.name.startswith("synthetic"):
            seconds[file.triples] = turns.load.typical
        loads.append(_loaded(bench, file, turns))
        exports.append(_exported(bench, file, turns))
    head = (
        "loaded, 1000 triples/s|bare|bare, 2 sessions|ours|ratio|to 2 sessions|by processor|memory"
    )
    bench.table([*head.split("|"), "n10s", "n10s best", "rdflib-neo4j"], loads)
    head = "exported, 1000 triples/s|bare|ours|ratio|by processor|bare loses|ours loses|memory"
    bench.table(head.split("|"), exports)
    bench.say("n10s and rdflib-neo4j are published figures, not measured here.")
    bench.say(f"Aims: load at most {MOST_OVER_BOLT:g}, export at most {MOST_EXPORT:g}.\n")
    _growth(bench, seconds)


@dataclass
class Turns:
    """Loads and exports of one file, which took turns."""

    bare: Runs = field(default_factory=Runs)
    two: Runs = field(default_factory=Runs)
    load: Runs = field(default_factory=Runs)
    bare_export: Runs = field(default_factory=Runs)
    export: Runs = field(default_factory=Runs)

    def take(self, bench: Bench, url: str, file: Input) -> None:
        """One turn of each; the server is empty before and after."""
        out = bench.home / "out.nq"
        bench.child("bench.bare_driver", "load", url, file.path, runs=self.bare)
        bench.child("bench.bare_driver", "export", url, out, runs=self.bare_export)
        bench.empty()
        if file.triples < MILLION or bench.large:
            arguments = ("load", url, file.path, "--sessions", 2)
            bench.child("bench.bare_driver", *arguments, runs=self.two)
            bench.empty()
        _ours(bench, url, file, self.load)
        bench.child("bench.work", "export", out, "--store", url, runs=self.export)
        bench.empty()


def _loaded(bench: Bench, file: Input, turns: Turns) -> list[str]:
    name, ours, bare, two = f"load of {file.name}", turns.load, turns.bare, turns.two
    ratio = bench.found(name, ours.typical / bare.typical, "x", MOST_OVER_BOLT).value
    work = bench.found(f"{name}, processor time", ours.processor / bare.processor).value
    aim = MOST_MEGABYTES if file.triples >= MILLION else None
    bench.found(f"{name}, memory", ours.peak, "MB", aim)
    with_two = ["", ""]
    if two.seconds:
        to_two = bench.found(f"{name}, against two sessions", ours.typical / two.typical).value
        with_two = [_rate(file.triples, two.typical), f"{to_two:.2f}"]
    return [
        file.name,
        _rate(file.triples, bare.typical),
        with_two[0],
        _rate(file.triples, ours.typical),
        f"{ratio:.2f}",
        with_two[1],
        f"{work:.2f}",
        ours.memory,
        *_others(file),
    ]


def _exported(bench: Bench, file: Input, turns: Turns) -> list[str]:
    name, ours, bare = f"export of {file.name}", turns.export, turns.bare_export
    ratio = bench.found(name, ours.typical / bare.typical, "x", MOST_EXPORT).value
    work = bench.found(f"{name}, processor time", ours.processor / bare.processor).value
    told, written = bare.said[-1]["triples"], ours.said[-1]["triples"]
    return [
        file.name,
        _rate(told, bare.typical),
        _rate(written, ours.typical),
        f"{ratio:.2f}",
        f"{work:.2f}",
        str(file.triples - told),
        str(file.triples - written),
        ours.memory,
    ]


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

"""CSV for neo4j-admin: parsing, grouping, writing, importing.

``python -m bench.admin_import`` measures made-up triples of three sizes; ``--large`` adds 10
million, without the import. Each step is a process of its own: parsing alone; parsing and
grouping; writing CSV of nodes that are there already; all of these in one stream, whose peak
memory counts; and the import tool by its own clock, which leaves out Java's start.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.measure import Bench, Runs

if TYPE_CHECKING:
    from graph.projection.nodes import LinkedNode
    from graph.projection.project import Projector

SIZES = (10_000, 100_000, 1_000_000)
LARGE = 10_000_000
TIMES = {10_000: 3, 100_000: 3}  # else once
RATIO, MEMORY = 0.5, 1500.0  # the aims: writing to importing, and megabytes for the large size
WRITINGS = 3  # of which the median counts: writing is short, and making the rows is not
IMPORT_SECONDS = 1200
_HOME = ("conf", "data", "import", "logs", "plugins", "run")
_OPENED = ("java.nio", "java.io", "sun.nio.ch")
_DONE = re.compile(r"IMPORT DONE in (?:(\d+)h )?(?:(\d+)m )?(?:(\d+)s )?(?:(\d+)ms)?")


# --- In a child ---------------------------------------------------------------------------------


def run_import(folder: Path, home: Path, heap: str = "2g") -> str:
    """Runs the real tool, out of the server's jars, on an export; what it printed.

    Raises RuntimeError where it fails.
    """
    from graph.stores.neo4j.local import jars

    for part in _HOME:
        (home / part).mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [
            shutil.which("java", path=os.environ.get("JAVA_HOME", "") + "/bin") or "java",
            *(f"-Xmx{heap}", "-Dfile.encoding=UTF-8"),
            *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
            *("-cp", f"{jars()}/*", "org.neo4j.cli.AdminTool"),
            *("database", "import", "full", "neo4j", "@import.args"),
        ],
        cwd=folder,
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        capture_output=True,
        text=True,
        timeout=IMPORT_SECONDS,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return done.stdout


def _import(folder: Path) -> dict[str, Any]:
    from graph.stores.neo4j.local import available

    if reason := available():
        return {"why not": reason}
    with tempfile.TemporaryDirectory() as home:
        start = time.perf_counter()
        printed = run_import(folder, Path(home))
        whole = time.perf_counter() - start
    found = _DONE.search(printed)
    assert found, printed
    hours, minutes, seconds, thousandths = (int(part or 0) for part in found.groups())
    own = hours * 3600 + minutes * 60 + seconds + thousandths / 1000
    return {"seconds": own, "with start": whole}


def _rows(path: Path, projector: Projector) -> Iterator[LinkedNode]:
    import pyoxigraph as ox

    from graph.loading.grouping import REMEMBERED, grouped
    from graph.projection.project import with_digest
    from graph.projection.statements import statements

    quads = ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES)
    for name, said in grouped(statements(quads, REMEMBERED)):
        yield with_digest(projector.node(name, said, ("bench",) if said else ()))


def _csv(path: Path, folder: Path, *, stream: bool) -> dict[str, Any]:
    from graph.export.admin import admin_files
    from graph.loading.change import without_collector
    from graph.projection.names import Names
    from graph.projection.project import Projector
    from graph.stores.base import Document, Release

    def release() -> Release:  # whose names are all there when the last row has been made
        document = Document("bench", "bench", "bench", 0, names=projector.names.foreign)
        return Release("bench", documents=(document,))

    projector = Projector(Names())
    folder.mkdir(exist_ok=True)
    seconds = []
    with without_collector():
        rows = _rows(path, projector)
        held = rows if stream else list(rows)
        for _ in range(1 if stream else WRITINGS):
            start = time.perf_counter()
            admin_files(held, release, folder)
            seconds.append(time.perf_counter() - start)
    return {"seconds": median(seconds), "bytes": sum(p.stat().st_size for p in folder.iterdir())}


# --- The measuring process ----------------------------------------------------------------------


def importing(bench: Bench, *, large: bool = False) -> None:
    """The part of the benchmark."""
    sizes = (*(SIZES[:1] if bench.quick else SIZES), *([LARGE] if large else []))
    bench.say("## CSV for neo4j-admin, seconds\n")
    head = [
        "triples",
        "parse",
        "and group",
        "write CSV",
        "all, streamed",
        "peak",
        "import",
        "ratio",
    ]
    home = bench.environment["HOME"]
    # The jars are in the cache of whoever runs this, not in the home of the benchmark.
    bench.environment["HOME"] = os.environ.get("HOME", home)
    try:
        bench.table(head, [_measured(bench, triples) for triples in sizes])
    finally:
        bench.environment["HOME"] = home


def _measured(bench: Bench, triples: int) -> list[str]:
    path, folder = bench.home / f"{triples}.nt", bench.home / f"csv-{triples}"
    made = [sys.executable, "-m", "bench.synthetic", str(triples), str(path)]
    bench.measure(made, Runs())
    parse, group, write, stream, tool = Runs(), Runs(), Runs(), Runs(), Runs()
    why_not = ""
    for _ in range(1 if bench.quick else TIMES.get(triples, 1)):
        bench.child("bench.work", "parse", path, runs=parse)
        bench.child("bench.work", "spill", path, runs=group)
        bench.child("bench.admin_import", "stream", path, folder, runs=stream)
        if triples < LARGE:
            bench.child("bench.admin_import", "write", path, folder, runs=write)
            imported = bench.child("bench.admin_import", "import", folder, runs=tool)
            why_not = imported.get("why not", "")
    name = f"{triples:,} triples"
    aimed = MEMORY if triples == LARGE else None
    bench.found(f"{name}, peak memory of the stream", stream.peak, "MB", aimed)
    shown = [f"{triples:,}", *(f"{runs.typical:.2f}" for runs in (parse, group))]
    path.unlink()
    shutil.rmtree(folder)
    if why_not:
        bench.say(f"No import: {why_not}.\n")
    if why_not or not tool.seconds:
        return [*shown, "", f"{stream.typical:.2f}", stream.memory, "", ""]
    ratio = bench.found(
        f"{name}, writing CSV : import",
        write.typical / tool.typical,
        aim=RATIO if triples == SIZES[-1] else None,
    )
    times = [f"{runs.typical:.2f}" for runs in (write, stream)]
    return [*shown, *times, stream.memory, f"{tool.typical:.2f}", ratio.verdict()]


def main() -> None:
    """The command line, of the measuring process and of its children."""
    parser = argparse.ArgumentParser(prog="python -m bench.admin_import", description=__doc__)
    parser.add_argument("--large", action="store_true", help="10 million triples, too")
    parser.add_argument("--quick", action="store_true", help="the smallest size, once")
    parser.add_argument("--json", action="store_true", help="one object; tables go to stderr")
    parser.add_argument("child", nargs="*", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        what, *paths = given.child
        first, *rest = map(Path, paths)
        found = _import(first) if what == "import" else _csv(first, *rest, stream=what == "stream")
        print(json.dumps(found))
        return
    with tempfile.TemporaryDirectory(prefix="expediente-bench-") as folder:
        bench = Bench(Path(folder), quick=given.quick, as_json=given.json)
        bench.part = "import"
        importing(bench, large=given.large)
        bench.summary()


if __name__ == "__main__":
    main()

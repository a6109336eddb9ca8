"""What ``kg doctor`` costs: it reads all nodes and relationships, and compares their fingerprints."""

from __future__ import annotations

from bench.measure import Bench, Runs

TIMES = (1, 10)
QUICK = (1, 2)
MOST_TO_COPIES = 1.2  # ten times as much in at most twelve times the time


def scanning(bench: Bench) -> None:
    """The packaged knowledge and ten times as much, on both stores."""
    bench.say("## Doctor: all nodes compared with their fingerprints, in seconds of processors\n")
    url, why_not = (None, "--quick asks none") if bench.quick else bench.neo4j()
    times = QUICK if bench.quick else TIMES
    found: dict[str, list[Runs]] = {"embedded": [], **({"Neo4j": []} if url else {})}
    rows = []
    work = "bench.growth_work"
    for number in times:
        folder = bench.home / f"scanned-{number}"
        bench.child(work, "sheets", folder, "--times", number)
        for engine in found:
            store = (
                url if engine == "Neo4j" else f"embedded:{bench.home / f'scanned-store-{number}'}"
            )
            built = bench.child(work, "build", folder, "--store", store)
            runs = Runs()
            for _ in range(1 if bench.quick else 3):
                bench.child(work, "doctor", folder, "--store", store, runs=runs)
            if engine == "Neo4j":
                bench.empty()
            found[engine].append(runs)
            rows.append(_row(f"{engine} x{number}", built, runs))
    head = ["kg doctor", "nodes", "relationships", "s", "seconds by the clock", "memory"]
    bench.table(head, rows)
    for engine, (one, many) in found.items():
        copies = times[1] / times[0]
        ratio = many.processor / one.processor / copies
        name = f"doctor x{times[1]} to {times[1]} times x1, {engine}"
        bench.found(name, ratio, "x", MOST_TO_COPIES)
    if not url:
        bench.say(f"No Neo4j: {why_not}.")


def _row(name: str, built: dict[str, float], runs: Runs) -> list[str]:
    return [
        name,
        f"{built['nodes']:,}",
        f"{built['relationships']:,}",
        f"{runs.processor:.2f}",
        f"{runs.typical:.2f}",
        runs.memory,
    ]

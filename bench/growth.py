"""How the cost of inference grows with the knowledge, in processor time and memory."""

from __future__ import annotations

from bench.measure import Bench, Runs

REPEATED = 3
TIMES = (1, 3, 10, 30)
LARGE = 100
MOST_TO_COPIES = 1.2  # ten times as much in at most twelve times the time
MOST_FIRST = 0.6  # processor seconds for the packaged knowledge
MOST_LARGE, MOST_LARGE_MEGABYTES = 150.0, 1500.0


def growing(bench: Bench) -> None:
    """What follows from the knowledge, and from so many copies of it as dense as the first."""
    times = TIMES[:2] if bench.quick else (*TIMES, LARGE) if bench.large else TIMES
    bench.say("## Growth: what follows from so many times the knowledge\n")
    rows, first = [], 0.0
    for number in times:
        runs = Runs()
        for _ in range(1 if bench.quick or number > 10 else REPEATED):
            bench.child("bench.growth_work", number, runs=runs)
        told = runs.said[0]
        first = first or runs.processor
        ratio = runs.processor / first
        aim = MOST_FIRST if number == 1 else MOST_LARGE if number == LARGE else None
        bench.found(f"derive x{number}", runs.processor, "s", aim)
        if number > 1:
            bench.found(
                f"derive x{number} to {number} times x1", ratio / number, "x", MOST_TO_COPIES
            )
        megabytes = MOST_LARGE_MEGABYTES if number == LARGE else None
        bench.found(f"derive x{number}, memory", runs.peak, "MB", megabytes)
        counts = f"{told['quads']:,}", f"{told['facts']:,}"
        rows.append([f"x{number}", *counts, f"{runs.processor:.2f}", f"{ratio:.1f}", runs.memory])
    bench.table(["knowledge", "quads", "facts", "processor s", "to x1", "memory"], rows)

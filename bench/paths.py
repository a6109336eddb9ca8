"""How long it takes to find how two things are connected, beside networkx over the same ties."""

from __future__ import annotations

from statistics import median

from bench.measure import Bench, Runs

MILLION = 1_000_000
QUICK = 10_000
MOST_SECONDS = 1.0  # for three paths of up to six steps, of the median pair and of the slowest
NETWORKX_PAIRS = 5  # a pair takes networkx seconds on a million ties


def connecting(bench: Bench) -> None:
    """The packaged graph and made ones, a million ties among them."""
    bench.say(
        "## Paths: the three best of up to six steps, embedded, in seconds of processors a pair\n"
    )
    sizes = (0, QUICK) if bench.quick else (0, QUICK, MILLION)
    rows = [_row(bench, ties) for ties in sizes]
    head = ["graph", "relationships", "median s", "slowest s", "networkx median s", "to networkx"]
    bench.table(head, rows)
    bench.say("networkx holds all ties in memory; the seconds to read them are not counted.\n")


def _row(bench: Bench, ties: int) -> list[str]:
    name = f"{ties:,} ties" if ties else "packaged"
    store = f"embedded:{bench.home / f'paths-{ties}'}"
    built = bench.child("bench.paths_work", "build", store, "--ties", ties)
    runs = Runs()
    each = bench.child("bench.paths_work", "search", store, "--ties", ties, runs=runs)["each"]
    told = bench.child(
        "bench.paths_work", "networkx", store, "--ties", ties, "--most", NETWORKX_PAIRS
    )
    aim = MOST_SECONDS if ties == MILLION else None
    ours = bench.found(f"{name}, median", median(each), "s", aim)
    slowest = bench.found(f"{name}, slowest", max(each), "s", aim)
    # the same pairs on both sides
    ratio = median(each[:NETWORKX_PAIRS]) / median(told["each"])
    bench.found(f"{name}, to networkx", ratio, "x")
    return [
        name,
        f"{built['relationships']:,}",
        f"{ours.value:.3f}",
        f"{slowest.value:.3f}",
        f"{median(told['each']):.3f}",
        f"{ratio:.2f}",
    ]

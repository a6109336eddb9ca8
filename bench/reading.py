"""Without a store: how fast files are parsed and grouped; and SPARQL from memory and from disk."""

from __future__ import annotations

from bench.inputs import made, short
from bench.measure import Bench, Runs

MILLION = 1_000_000
LARGEST = 10 * MILLION
MOST_DISK_MEGABYTES = 1500.0
REPEATED = 3
STAGES = {"parse": "parser", "read": "reader", "group": "grouped", "spill": "grouped on disk"}


def parsing(bench: Bench) -> None:
    """The parser, our reader, and grouping by subject in memory and on disk, by size."""
    bench.say("## Read: N-Triples without a store, in 1000 triples/s, with peak memory\n")
    sizes: tuple[int, ...] = (10_000,) if bench.quick else (10_000, 100_000, MILLION)
    sizes = (*sizes, LARGEST) if bench.large else sizes
    rows = []
    for size in sizes:
        file = made(bench.home, size)
        row = [file.name]
        runs = {stage: Runs() for stage in STAGES}
        for _ in range(1 if bench.quick or size >= MILLION else REPEATED):
            for stage in STAGES:
                # Memory holds a million; ten million are for the disk.
                if stage != "group" or size < LARGEST:
                    bench.child("bench.work", stage, file.path, runs=runs[stage])
        for stage, taken in runs.items():
            if not taken.seconds:
                row.append("")
                continue
            aim = MOST_DISK_MEGABYTES if stage == "spill" and size == LARGEST else None
            bench.found(f"{stage} {short(size)}", size / taken.typical / 1000, "k/s")
            bench.found(f"{stage} {short(size)}, memory", taken.peak, "MB", aim)
            row.append(f"{size / taken.typical / 1000:.0f} ({taken.memory})")
        rows.append(row)
        if size == LARGEST:
            file.path.unlink()
    bench.table(["file", *STAGES.values()], rows)


def questions(bench: Bench) -> None:
    """A first question and the next ones, from a file read into memory and from a disk."""
    size = 10_000 if bench.quick else MILLION
    file = made(bench.home, size)
    bench.say(f"## SPARQL: {short(size)} triples, in memory and from disk\n")
    folder = bench.home / "oxigraph"
    built = bench.child("bench.work", "build", file.path, "--folder", folder)["seconds"]
    memory, disk = Runs(), Runs()
    for _ in range(1 if bench.quick else REPEATED):
        bench.child("bench.work", "sparql", file.path, runs=memory)
        bench.child("bench.work", "sparql", file.path, "--folder", folder, runs=disk)
    rows = []
    for name, runs in (("memory", memory), ("disk", disk)):
        following = sorted(told["next"] for told in runs.said)[len(runs.said) // 2]
        rows.append([name, f"{runs.typical:.3f}", f"{following:.3f}", runs.memory])
    first = bench.found("first answer, disk to memory", disk.typical / memory.typical, "x")
    bench.table(["SPARQL", "first answer s", "three more s", "memory"], rows)
    bench.say(
        f"The folder was built in {built:.1f} s, once. From it the first answer takes "
        f"{first.value:.3f} times as long as from a file that is read into memory first.\n"
    )

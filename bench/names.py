"""The names index at a thousand, a hundred thousand and a million names: its size, how long it takes
to make and to open, the memory of a process that asks, and the time a question takes.

Run as a module it is the part of that which needs the project, in a child of the benchmark.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import Bench, Runs

SIZES = (1_000, 100_000, 1_000_000)
MOST_MS = 50.0
QUESTIONS = 40  # of each kind
SYLLABLES = (
    *("ba", "be", "ca", "co", "da", "de", "fa", "fe", "ga", "go", "la", "le", "lo", "ma", "me"),
    *("mi", "na", "no", "pa", "pe", "ra", "re", "ri", "ro", "sa", "se", "ta", "te", "to", "za"),
)
WORDS_OF = 50  # names to one new word of names
LEAST_WORDS = 400


def naming(bench: Bench) -> None:
    """All of it."""
    sizes = SIZES[:1] if bench.quick else SIZES
    bench.say("## Names: an index of made-up people, by their number\n")
    rows = []
    typical: list[float] = []
    for size in sizes:
        file = bench.home / f"names-{size}.sqlite"
        making, asking = Runs(), Runs()
        made = bench.child("bench.names", "make", size, file, runs=making)
        found = bench.child("bench.names", "ask", size, file, runs=asking)
        typical.append(found["median"])
        bench.found(f"dearest question, {size} names", found["worst"], "ms", MOST_MS)
        for kind, taken in found["kinds"].items():
            bench.found(f"{kind}, {size} names", taken, "ms")
        row = [
            f"{size:,}",
            f"{made['seconds']:.1f} s",
            making.memory,
            f"{made['megabytes']:.1f} MB",
        ]
        row += [f"{found['open']:.1f} ms", asking.memory]
        rows.append(
            [*row, *(f"{t:.2f} ms" for t in found["kinds"].values()), f"{found['worst']:.1f} ms"]
        )
        file.unlink()
    kinds = list(found["kinds"])
    head = ["names", "made in", "peak", "file", "opened in", "peak, asking", *kinds, "dearest"]
    bench.table(head, rows)
    for (fewer, less), (more, much) in itertools.pairwise(zip(sizes, typical, strict=True)):
        bench.found(f"a question, {more} to {fewer} names", much / less)
        bench.say(f"{more // fewer} times as many names: a question takes {much / less:.2f} times.")


# --- In a child -----------------------------------------------------------------------------------


def people(size: int) -> Iterator[dict[str, Any]]:
    """People with two given names, two surnames and, one in ten, a nickname; common words first."""
    drawn = random.Random(20250227).random
    count = LEAST_WORDS + size // WORDS_OF
    words = ["".join(w).capitalize() for w in itertools.islice(_words(), count)]
    for number in range(size):
        parts = [words[int(drawn() ** 3 * count)] for _ in range(4)]
        names = [" ".join(parts)]
        if number % 10 == 0:
            names.append(f"El {words[int(drawn() * count)]} {number % 97}")
        yield {
            "id": f"person/{number}",
            "name": names[0],
            "name_es": None,
            "names": names,
            "labels": ["Actor", "Entity", "Person"],
            "first": None,
            "last": None,
            "said": int(1 / (drawn() + 0.001)),
        }


def _words() -> Iterator[tuple[str, ...]]:
    for length in (3, 4, 5):
        found = list(itertools.islice(itertools.product(SYLLABLES, repeat=length), 200_000))
        random.Random(7).shuffle(found)
        yield from found


def make(size: int, file: Path) -> dict[str, float]:
    """Makes an index; seconds and megabytes."""
    from queries.ask.names_build import fill, finish
    from queries.ask.names_index import write_index

    start = time.perf_counter()

    def filled(index: sqlite3.Connection) -> None:
        fill(index, people(size))
        finish(index)

    write_index(file, filled)
    return {"seconds": time.perf_counter() - start, "megabytes": file.stat().st_size / 1e6}


def ask(size: int, file: Path) -> dict[str, Any]:
    """Milliseconds: to open it, of each kind of question, of all and of the dearest."""
    from queries.ask.names import Lexicon
    from queries.ask.names_index import connected
    from queries.ask.words import words

    start = time.perf_counter()
    lexicon = Lexicon(connected(file))
    lexicon.whole(("nobody",))
    opened = (time.perf_counter() - start) * 1000
    step = max(1, size // QUESTIONS)
    asked = [p["name"] for p in itertools.islice(people(size), 0, None, step)][:QUESTIONS]
    kinds = {kind: [form(*name.split(" ")) for name in asked] for kind, form in FORMS.items()}
    common = frozenset({"who", "are", "the", "brothers", "of", "and", "sisters"})
    times: dict[str, list[float]] = {}
    for kind, questions in kinds.items():
        for question in questions:
            said = words(question)
            start = time.process_time()  # a question is too short for a clock that others share
            lexicon.named(said, common)
            times.setdefault(kind, []).append((time.process_time() - start) * 1000)
    every = [t for taken in times.values() for t in taken]
    return {
        "open": opened,
        "kinds": {kind: median(taken) for kind, taken in times.items()},
        "median": median(every),
        "worst": max(every),
    }


FORMS: dict[str, Callable[[str, str, str, str], str]] = {
    "whole": lambda a, b, c, d: f"who are the brothers of {a} {b} {c} {d}",
    "part": lambda a, b, c, d: f"brothers of {a} {c}",
    "order": lambda a, b, c, d: f"{c} {d}, {a} {b}",
    "surname": lambda a, b, c, d: f"who are the sisters of {c}",
    "misspelt": lambda a, b, c, d: f"brothers of {a[:-1]}x {b} {c[0]}{c[2]}{c[1]}{c[3:]} {d}",
    "unknown": lambda a, b, c, d: f"brothers of {a}{c}xq and {b}{d}wk",
}


def main() -> None:
    """The command line of the child."""
    parser = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__)
    parser.add_argument("what", choices=["make", "ask"])
    parser.add_argument("size", type=int)
    parser.add_argument("file", type=Path)
    given = parser.parse_args()
    print(json.dumps((make if given.what == "make" else ask)(given.size, given.file)))


if __name__ == "__main__":
    main()

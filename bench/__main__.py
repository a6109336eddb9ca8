"""Speed and memory, as medians and ratios of one run on one machine.

``python -m bench [PART...]`` measures all parts, or those that are named. Seconds depend on the
machine and on what else it does; ratios hardly do, so what is compared takes turns. Nothing here
is a test. docs/performance.md says what each part measures.

The Neo4j is the one named in KG_BENCH_NEO4J, which must be empty and is left empty, else a local
one that is started for the purpose, else there is none. ``--quick`` measures small sizes once
and starts no Neo4j.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.admin_import import importing
from bench.asking import asking
from bench.fuzzed import fuzzing
from bench.growth import growing
from bench.loading import changing, embedded, over_bolt
from bench.measure import Bench
from bench.names import naming
from bench.paths import connecting
from bench.reading import parsing, questions
from bench.scanning import scanning

PARTS: dict[str, Callable[[Bench], None]] = {
    "ask": asking,
    "names": naming,
    "paths": connecting,
    "fuzz": fuzzing,
    "read": parsing,
    "load": over_bolt,
    "embedded": embedded,
    "change": changing,
    "growth": growing,
    "doctor": scanning,
    "sparql": questions,
    "import": lambda bench: importing(bench, large=bench.large),
}


def main() -> None:
    """Prints the tables of each part, and what has an aim."""
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="small sizes, everything once")
    parser.add_argument(
        "--large", action="store_true", help="10 million triples for read, import; x100 for growth"
    )
    parser.add_argument("--json", action="store_true", help="one object; tables go to stderr")
    given = parser.parse_args()
    for part in given.parts:
        if part not in PARTS:
            parser.error(f"there is no part '{part}'; choose among {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory(prefix="expediente-bench-") as folder:
        bench = Bench(Path(folder), quick=given.quick, large=given.large, as_json=given.json)
        load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
        bench.say(f"Python {platform.python_version()}, {os.cpu_count()} processors{load}\n")
        try:
            for part in given.parts or PARTS:
                bench.part = part
                PARTS[part](bench)
        finally:
            bench.close()
        bench.summary()


if __name__ == "__main__":
    main()

"""``python -m bench.growth_work WHAT FOLDER``: one stage of the growth, in a child of the benchmark.

``sheets`` writes so many times the knowledge into a folder, and what the sheets assert beside it;
the others work with that and print one object in JSON, with the seconds of processors that it took.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import neo4j
import pyoxigraph as ox

from bench import growth_sheets
from bench.bare_driver import connect
from bench.clock import timed
from graph.claims import asserted, read_sheets
from graph.claims.infer import follows
from graph.claims.rdf import Fact
from graph.loading import documents, packaged
from graph.loading.change import without_collector
from graph.projection.nodes import LinkedNode
from graph.stores import LoadReport, Release, Store, open_store, parse_address
from graph.stores.base import Difference
from queries import Query, bind, run_cypher
from queries.catalogue import read_catalogue
from queries.header import SIMPLE_TYPES

ASSERTED = "asserted.nq"
OFTEN = 3  # times that a query about one thing is timed; the cheapest counts
AT_A_SERVER = 10  # runs between two looks at a server's clock, which goes by hundredths of a second
CASES = 2  # things that each query is asked about, from the first and the middle of its rows
CORRECTED = "relations.csv"
Told = dict[str, Any]


@contextmanager
def opened(url: str) -> Iterator[tuple[Store, neo4j.Driver | None]]:
    """A store, and a driver beside it that tells the server's seconds where it is a server."""
    store = open_store(parse_address(url))
    try:
        if store.shared:
            with connect(url) as driver:
                yield store, driver
        else:
            yield store, None
    finally:
        store.close()


def sheets(folder: Path, times: int) -> Told:
    """Writes sheets, and what they assert as N-Quads; the number of claims."""
    claims = growth_sheets.write(folder, times)
    quads = asserted(read_sheets(folder))
    with (folder / ASSERTED).open("wb") as file:
        ox.serialize(quads, file, format=ox.RdfFormat.N_QUADS)
    return {"claims": claims}


def read(folder: Path) -> Told:
    """Reads the sheets."""
    told: Told = {}
    with without_collector(), timed(told):
        found = read_sheets(folder)
    return told | {"claims": len(found.claims)}


def derive(folder: Path) -> Told:
    """Derives all that follows from the asserted quads, without what it takes to parse them."""

    def parsed() -> Iterator[ox.Quad]:
        return ox.parse(path=str(folder / ASSERTED), format=ox.RdfFormat.N_QUADS)

    parsing: Told = {}
    told: Told = {}
    with without_collector():  # as in a load
        with timed(parsing):
            quads = sum(1 for _ in parsed())
        with timed(told):
            facts = sum(isinstance(one, Fact) for one in follows(parsed(), lambda fact: True))
    told["processor"] -= parsing["processor"]
    return told | {"quads": quads, "facts": facts}


def build(folder: Path, url: str) -> Told:
    """Loads the sheets into an empty store; the seconds by stage."""
    stages: Told = {}
    with opened(url) as (store, driver):
        write = store.write

        def noted(difference: Difference, release: Release, expected: str | None) -> LoadReport:
            marks.append(time.thread_time())
            difference.created = _projected(difference.created, stages)
            return write(difference, release, expected)

        setattr(store, "write", noted)  # noqa: B010 - what went before ends where writing begins
        told: Told = {}
        marks: list[float] = []
        with timed(told, driver):
            marks.append(time.thread_time())
            incoming = packaged.packaged_too(store, [], folder)
            marks.append(time.thread_time())
            report = documents.load(store, incoming).report
        start, gathered, inferred = marks
        stages |= {"sheets": gathered - start, "inference": inferred - gathered}
        stages["writing"] = told["processor"] - sum(stages.values())
        place = store.cache_folder()
    size = sum(f.stat().st_size for f in place.rglob("*") if f.is_file()) if place else 0
    counts = {
        "nodes": report.nodes_created,
        "relationships": report.relationships_created,
        "megabytes": size / 1e6,
    }
    return told | counts | {"stages": stages}


def _projected(rows: Iterator[LinkedNode] | Any, stages: Told) -> Iterator[LinkedNode]:
    """The same rows; notes what it takes to make them."""
    stages["projection"] = 0.0
    found = iter(rows)
    while True:
        start = time.thread_time()
        row = next(found, None)
        stages["projection"] += time.thread_time() - start
        if row is None:
            return
        yield row


def correct(folder: Path, url: str) -> Told:
    """Loads the sheets again with one claim corrected."""
    path = folder / "claims" / CORRECTED
    lines = path.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if ",spouseOf," in line)
    lines[number] = re.sub(r"\d{4}/,", "1990/,", lines[number], count=1)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    told: Told = {}
    with opened(url) as (store, driver), timed(told, driver):
        report = documents.load(store, packaged.packaged_too(store, [], folder)).report
    return told | {"nodes": report.nodes_created + report.nodes_changed}


def tell(folder: Path, url: str) -> Told:
    """Loads the sheets again with another quotation for one claim."""
    path = folder / "claims" / CORRECTED
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[len(rows) // 2]["quote"] = "in other words"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    told: Told = {}
    with opened(url) as (store, driver), timed(told, driver):
        report = documents.load(store, packaged.packaged_too(store, [], folder)).report
    return told | {"nodes": report.nodes_created + report.nodes_changed}


def doctor(url: str) -> Told:
    """Examines a store; all of it must be well."""
    from kg.doctor import examine

    told: Told = {}
    with opened(url) as (_, driver), timed(told, driver):
        sick = [state for _, state, well in examine(url) if not well]
    if sick:
        raise SystemExit(f"not well: {sick}")
    return told


def queries(url: str, asked: Path, few: int | None) -> Told:
    """Milliseconds and rows of each query, whole and about one thing.

    What it is asked about is written into a file by the first run and read by the others.
    """
    catalogue = read_catalogue().queries
    found: dict[str, list[float]] = {}
    with opened(url) as (store, driver):
        if not asked.exists():
            chosen = list(catalogue.items())[:few]
            asked.write_text(json.dumps({n: _asked(q, store) for n, q in chosen}))
        for name, cases in json.loads(asked.read_text()).items():
            for given in cases:
                query = catalogue[name]
                bound = bind(query, given)
                rows = len(run_cypher(query, bound, store).rows)
                best = min(
                    _once(query, bound, store, driver, bool(given))
                    for _ in range(OFTEN if given else 1)
                )
                text = " ".join(f"{key}={value}" for key, value in given.items())
                found[f"{name} {text}".strip()] = [best * 1000, rows]
    return {"queries": found}


def _once(
    query: Query, bound: Told, store: Store, driver: neo4j.Driver | None, short: bool
) -> float:
    """Seconds of processors for a run; a short one is repeated where the clock is a server's."""
    runs = AT_A_SERVER if driver is not None and short else 1
    told: Told = {}
    with timed(told, driver):
        for _ in range(runs):
            run_cypher(query, bound, store)
    return float(told["processor"]) / runs


def _asked(query: Query, store: Store) -> list[Told]:
    """The whole relation, and each of its ends for a few things that have rows."""
    if any(p.required for p in query.parameters):
        return [query.examples[0]]
    whole = run_cypher(query, bind(query, {}), store).rows
    cases: list[Told] = [{}]
    for parameter in query.parameters:
        if parameter.kind in SIMPLE_TYPES:
            continue
        cells = [row.get(f"{parameter.name}_id") or [] for row in whole]
        ids = dict.fromkeys(
            one for cell in cells for one in (cell if isinstance(cell, list) else [cell])
        )
        chosen = list(ids)[:: max(1, (len(ids) + 1) // CASES)][:CASES]
        cases += [{parameter.name: one} for one in chosen]
    return cases


def main() -> None:
    """The command line of the child."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth_work", description=__doc__)
    parser.add_argument(
        "what",
        choices=["sheets", "read", "derive", "build", "correct", "tell", "doctor", "queries"],
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--store", default="")
    parser.add_argument("--few", type=int, help="so many queries and no more")
    given = parser.parse_args()
    if given.what == "sheets":
        told = sheets(given.folder, given.times)
    elif given.what in ("read", "derive"):
        told = {"read": read, "derive": derive}[given.what](given.folder)
    elif given.what in ("build", "correct", "tell"):
        run = {"build": build, "correct": correct, "tell": tell}[given.what]
        told = run(given.folder, given.store)
    elif given.what == "doctor":
        told = doctor(given.store)
    else:
        told = queries(given.store, given.folder, given.few)
    print(json.dumps(told))


if __name__ == "__main__":
    main()

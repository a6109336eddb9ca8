"""``python -m bench.paths_work WHAT STORE``: one stage of the bench of paths, in a child of it.

``build`` fills a store with so many made ties; ``search`` asks it for paths between pairs of
things, and ``networkx`` asks networkx for as many between the same, over the ties as they are read.
Each prints one object in JSON.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import time
from itertools import islice
from typing import Any

from bench.paths_graph import HUBS, Made, fill, thing
from graph.stores import Store, open_store, parse_address
from kg.connections.costs import Costs
from kg.connections.declared import declared
from kg.connections.find import paths
from kg.connections.limits import PATHS, STEPS
from kg.connections.ties import ALL, Fetch, Ties
from queries import bind, run_cypher
from queries.catalogue import read_catalogue

PAIRS, PACKAGED_PAIRS = 10, 20
READ_AT_ONCE = 2_000
Told = dict[str, Any]
Pair = tuple[str, str]


def fetch_from(store: Store) -> Fetch:
    """What the command reads by, without the names that are known elsewhere."""
    catalogue = read_catalogue()

    def fetch(name: str, given: Told) -> list[Told]:
        query = catalogue.get(name)
        return run_cypher(query, bind(query, given), store).rows

    return fetch


def pairs_of(store: Store, ties: int) -> list[Pair]:
    """Pairs of made things, each third one with a hub; of the packaged graph pairs of people."""
    drawn = random.Random(7).random
    if ties:
        things = Made(ties).things
        found = [(int(drawn() * things), int(drawn() * things)) for _ in range(PAIRS)]
        return [
            (thing(one), thing(n % HUBS if n % 3 == 0 else two))
            for n, (one, two) in enumerate(found)
        ]
    rows = store.read(
        "MATCH (p:Person)-[r]-() WHERE r.claims IS NOT NULL RETURN DISTINCT p.id AS id"
    )
    people = sorted(row["id"] for row in rows.records)
    ends = [people[int(drawn() * len(people))] for _ in range(2 * PACKAGED_PAIRS)]
    return [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=True) if a != b]


def search(store: Store, ties: int) -> Told:
    """Seconds of processors for each search, when the engine and the queries are warm.

    The embedded engine works in this process, so they are its seconds too.
    """
    fetch = fetch_from(store)
    pairs = pairs_of(store, ties)
    paths(fetch, pairs[0], PATHS, STEPS)
    taken, found = [], []
    for pair in pairs:
        start = time.process_time()
        answer = paths(fetch, pair, PATHS, STEPS)
        taken.append(time.process_time() - start)
        found.append([p["cost"] for p in answer["paths"]])
    return {"each": taken, "costs": found}


def by_networkx(store: Store, ties: int, most: int) -> Told:
    """The same by networkx over all ties, with the cost that a tie has before its claims are read."""
    import networkx as nx

    start = time.process_time()
    rows = store.read(
        "MATCH (n:Entity)-[r]->() WHERE r.claims IS NOT NULL RETURN DISTINCT n.id AS id"
    )
    ids = sorted(row["id"] for row in rows.records)
    fetch = fetch_from(store)
    everything = Ties(fetch, declared(), ("", ""))
    costs = Costs(fetch, declared())
    graph = nx.Graph()
    for first in range(0, len(ids), READ_AT_ONCE):
        everything.of.clear()
        for row in everything._rows(ids[first : first + READ_AT_ONCE], ALL):
            everything._take(row)
        for ties_of in everything.of.values():
            for tie in ties_of.values():
                cost = costs.of(tie)
                known = graph.get_edge_data(tie.subject, tie.object, {"weight": cost})
                graph.add_edge(tie.subject, tie.object, weight=min(cost, known["weight"]))
    reading = time.process_time() - start
    taken = []
    for one, two in pairs_of(store, ties)[:most]:
        start = time.process_time()
        with contextlib.suppress(nx.NetworkXNoPath, nx.NodeNotFound):
            list(islice(nx.shortest_simple_paths(graph, one, two, weight="weight"), PATHS))
        taken.append(time.process_time() - start)
    return {"each": taken, "reading": reading, "edges": graph.number_of_edges()}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.paths_work", description=__doc__)
    parser.add_argument("what", choices=["build", "search", "networkx"])
    parser.add_argument("store")
    parser.add_argument("--ties", type=int, default=0, help="0: the packaged knowledge")
    parser.add_argument("--most", type=int, default=PAIRS, help="pairs for networkx")
    given = parser.parse_args()
    store = open_store(parse_address(given.store))
    try:
        if given.what == "build":
            told: Told = _built(store, given.ties)
        elif given.what == "search":
            told = search(store, given.ties)
        else:
            told = by_networkx(store, given.ties, given.most)
    finally:
        store.close()
    print(json.dumps(told))


def _built(store: Store, ties: int) -> Told:
    if ties:
        return {"relationships": fill(store, ties)}
    from graph.loading.packaged import load_packaged

    load_packaged(store)
    release = store.release()
    return {"relationships": release.relationships if release else 0}


if __name__ == "__main__":
    main()

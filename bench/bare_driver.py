"""The reference: what a bare driver does that loses everything but the values.

It parses with pyoxigraph, groups by subject, merges nodes in batches with the last value of each
key (or a list where all are of one type), and creates relationships whose type is a parameter.
Datatypes, languages, lexical forms, named graphs and colliding names are lost, which is the point:
this is the time that the values alone take.

``python -m bench.bare_driver load|export|empty URL [FILE] [--sessions N]`` prints JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, LiteralString

import neo4j
import pyoxigraph as ox

from bench.clock import timed
from bench.inputs import parsed

BATCH = 10_000
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RETRY_SECONDS = 120.0
CONSTRAINT = "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
NODES = "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n:$(row.labels), n += row.values"
LINKS = (
    "UNWIND $rows AS row MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end}) "
    "CREATE (a)-[:$(row.type)]->(b)"
)
NUMBERS: dict[str, Callable[[str], Any]] = {
    "integer": int, "int": int, "long": int, "nonNegativeInteger": int, "positiveInteger": int,
    "decimal": float, "double": float, "float": float, "boolean": lambda text: text == "true",
}  # fmt: skip
MADE_UP = "urn:bare:"  # what an export puts before a key or type: the namespace was lost
MOST_INTEGER = 2**63

Row = dict[str, Any]


def connect(url: str) -> neo4j.Driver:
    """A driver with the user and password of KG_USER and KG_PASSWORD."""
    password = os.environ.get("KG_PASSWORD")
    auth = (os.environ.get("KG_USER", "neo4j"), password) if password else None
    return neo4j.GraphDatabase.driver(
        url, auth=auth, notifications_min_severity="OFF", max_transaction_retry_time=RETRY_SECONDS
    )


def native(literal: ox.Literal) -> Any:
    """The value of a literal, or its text."""
    convert = NUMBERS.get(literal.datatype.value.rpartition("#")[2])
    if convert is None:
        return literal.value
    try:
        value = convert(literal.value)
    except ValueError:
        return literal.value
    return value if abs(value) < MOST_INTEGER else literal.value


def local(iri: str) -> str:
    """The last part of an IRI; ``id`` is taken."""
    found = iri.rstrip("/#").replace("#", "/").rpartition("/")[2]
    return "id_" if found == "id" else found or iri


def name(term: Any) -> str:
    """The id of a node."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def grouped(path: Path) -> tuple[dict[str, dict[str, Any]], dict[str, list[str]], list[Row]]:
    """The values of each node by its id, the labels of those that have some, the relationships."""
    nodes: dict[str, dict[str, Any]] = {}
    labels: dict[str, list[str]] = {}
    links: list[Row] = []
    keys: dict[str, str] = {}
    for quad in parsed(path):
        subject, value = name(quad.subject), quad.object
        predicate = quad.predicate.value
        key = keys.get(predicate) or keys.setdefault(predicate, local(predicate))
        values = nodes.get(subject)
        if values is None:
            values = nodes[subject] = {}
        if isinstance(value, ox.Literal):
            new = native(value)
            old = values.get(key)
            if old is None:
                values[key] = new
            elif isinstance(old, list) and type(old[0]) is type(new):
                old.append(new)
            else:
                values[key] = [old, new] if type(old) is type(new) else new
        elif predicate == RDF_TYPE and isinstance(value, ox.NamedNode):
            labels.setdefault(subject, []).append(local(value.value))
        else:
            end = name(value)
            if end not in nodes:
                nodes[end] = {}
            links.append({"start": subject, "type": key, "end": end})
    return nodes, labels, links


def batches(rows: list[Row]) -> Iterator[list[Row]]:
    """Ten thousand rows at a time."""
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def load(url: str, path: Path, sessions: int) -> Row:
    """Loads a file; the seconds it took, and how much it wrote."""
    told: Row = {}
    with connect(url) as driver, timed(told, driver):
        with driver.session() as session:
            session.run(CONSTRAINT).consume()
        nodes, labels, links = grouped(path)
        described = [{"id": i, "labels": labels.get(i, []), "values": v} for i, v in nodes.items()]
        for statement, rows in ((NODES, described), (LINKS, links)):
            _write(driver, statement, rows, sessions)
    return told | {"nodes": len(nodes), "relationships": len(links)}


def _write(driver: neo4j.Driver, statement: LiteralString, rows: list[Row], sessions: int) -> None:
    def some(which: int) -> None:
        with driver.session() as session:
            for n, batch in enumerate(batches(rows)):
                if n % sessions == which:
                    # A transaction that met a deadlock with the other session is tried again.
                    session.execute_write(_run, statement, batch)

    with ThreadPoolExecutor(sessions) as pool:
        list(pool.map(some, range(sessions)))


def _run(tx: neo4j.ManagedTransaction, statement: LiteralString, rows: list[Row]) -> None:
    tx.run(statement, rows=rows).consume()


def quads(driver: neo4j.Driver) -> Iterator[ox.Quad]:
    """What the database holds, as far as it can be told."""
    keys: dict[str, ox.NamedNode] = {}

    def term(key: str) -> ox.NamedNode:
        return keys.get(key) or keys.setdefault(key, ox.NamedNode(MADE_UP + key))

    def node(i: str) -> ox.NamedNode | ox.BlankNode:
        return ox.BlankNode(i[2:]) if i.startswith("_:") else ox.NamedNode(i)

    with driver.session() as session:
        type_of = ox.NamedNode(RDF_TYPE)
        for labels, values in session.run("MATCH (n:Entity) RETURN labels(n), properties(n)"):
            subject = node(values.pop("id"))
            for label in labels:
                if label != "Entity":
                    yield ox.Quad(subject, type_of, term(label))
            for key, found in values.items():
                for value in found if isinstance(found, list) else (found,):
                    yield ox.Quad(subject, term(key), ox.Literal(value))
        for start, type_, end in session.run(
            "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id, type(r), b.id"
        ):
            yield ox.Quad(node(start), term(type_), node(end))


def export(url: str, path: Path) -> Row:
    """Writes N-Triples; the seconds it took, and how many."""
    told: Row = {}
    with connect(url) as driver, timed(told, driver), path.open("wb") as file:
        ox.serialize(quads(driver), file, format=ox.RdfFormat.N_TRIPLES)
    with path.open("rb") as file:
        return told | {"triples": sum(1 for _ in file)}


def empty(url: str) -> Row:
    """Deletes all that is there."""
    with connect(url) as driver, driver.session() as session:
        start = time.perf_counter()
        for deletion in (
            "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
            "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS",
        ):
            session.run(deletion).consume()
        return {"seconds": time.perf_counter() - start}


def count(url: str) -> Row:
    """How many nodes and relationships are there."""
    with connect(url) as driver, driver.session() as session:
        nodes = session.run("MATCH (n) RETURN count(n)").single(strict=True).value()
        links = session.run("MATCH ()-[r]->() RETURN count(r)").single(strict=True).value()
        return {"nodes": nodes, "relationships": links}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.bare_driver", description=__doc__)
    parser.add_argument("what", choices=["load", "export", "empty", "count"])
    parser.add_argument("url")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--sessions", type=int, default=1)
    given = parser.parse_args()
    if given.what in ("load", "export") and given.file is None:
        parser.error(f"{given.what} needs a FILE")
    if given.what == "load":
        done = load(given.url, given.file, given.sessions)
    elif given.what == "export":
        done = export(given.url, given.file)
    else:
        done = {"empty": empty, "count": count}[given.what](given.url)
    print(json.dumps(done))


if __name__ == "__main__":
    main()

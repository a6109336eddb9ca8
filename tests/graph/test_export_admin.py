"""CSV for neo4j-admin: what the real tool makes of it is what Bolt writes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pyoxigraph as ox
import pytest

from bench.admin_import import run_import
from graph.claims.infer import derive
from graph.export import admin as export_admin
from graph.export.admin import admin_files
from graph.export.front import export
from graph.projection.nodes import Link, LinkedNode, nodes_of
from graph.projection.values import Value
from graph.stores import open_store, parse_address
from graph.stores.base import Difference, Document, Release
from graph.stores.neo4j.local import LocalNeo4j, available
from graph.stores.neo4j.mark import SCHEMA
from ontology import StoreError
from tests.in_memory import project
from tests.neo4j_fixture import skip_or_fail

DOCUMENT = Document(
    key='file:a "b", c\n',
    name="a; b",
    digest="d1",
    quads=7,
    base="http://example.org/",
    informs=True,
    names={"p_ñ": "http://example.org/ñ", "x": 'a"b'},
)
RELEASE = Release("0123456789abcdef0123", documents=(DOCUMENT, Document("k2", "n2", "d2", 0)))
TURTLE = r"""
@prefix kg: <https://w3id.org/expediente/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <http://example.org/> .
@base <https://w3id.org/expediente/> .
<person/ana> a kg:Person ; kg:name "Ana" ; kg:siblingOf <person/eva> ; kg:alias "La; Uno", "Ñoña" .
<person/eva> a kg:Person ; kg:name "" ; kg:siblingOf <person/ana> .
<claim/1> a kg:Claim ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <person/ana> ;
  <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> kg:siblingOf ;
  <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <person/eva> ; kg:status "stated" .
ex:thing a ex:Kind, ex:Other ; ex:near ex:thing, _:1b, <person/ana> ; ex:flag true, "" ;
  ex:text "a\u0001\u001Fb", "\uFEFF", "" ; ex:real 1.0E20, 5.0E-324, -0.0E0, 1.7976931348623157E308 ;
  ex:size 9223372036854775807, -9223372036854775808 ; ex:when "2020-01-01"^^xsd:date .
ex:other a ex:Kind ; ex:text "one" ; ex:size "many" ; kg:alias "" ; ex:flag true .
_:1b ex:text "\\u0041 `tick` '\"", "'", "\"", ",", "\r\n", "\n" ; ex:near <http://example.org/a'b,c> .
<http://example.org/a'b,c> kg:alias "x", "" ; ex:text " leading and trailing " .
ex:g1 ex:text "tab\there", "; |", "\u2028\u0085", "null", "😀" ; ex:size 1, "1"^^xsd:boolean .
"""


def nasty_rows() -> list[LinkedNode]:
    """Nodes of RDF with all that is hard in CSV, and some that no RDF has made so far."""
    quads = list(ox.parse(TURTLE, format=ox.RdfFormat.TURTLE))
    long = f"http://example.org/{'long' * 1100}"
    quads += ox.parse(
        f"<{long}> <http://example.org/p> <http://example.org/o> <http://example.org/g> .\n"
        '<http://example.org/s> <http://example.org/q> "x" _:graph .\n'
        f'<http://example.org/s> <http://example.org/text> "{"long, and " * 40_000}" .\n',
        format=ox.RdfFormat.N_QUADS,
    )
    rows = nodes_of(project([*quads, *derive(quads)]))
    shapes = {
        "empty": [],
        "one empty": [""],
        "two empties": ["", ""],
        "ends empty": ["a", ""],
        "delimiter": ["a\x1fb", "c"],
        "only delimiter": ["\x1f"],
        "longs": [1, -(2**63)],
        "doubles": [0.5, 1e-07],
        "booleans": [True, False],
        "quotes": ['"', '""', "a,b"],
        "double": 1e22,
        "one": 1.0,
        "zero": 0,
        "no": False,
        "quote": '"',
        "blank": "   ",
    }
    links = [Link("R_ODD", "person/ana", {"value": v}) for v in shapes.values()]
    odd = [
        LinkedNode(f"odd/{k}", ("Entity",), {"id": f"odd/{k}", "value": v}, ())
        for k, v in shapes.items()
    ]
    every = LinkedNode(
        'odd/"all"\n',
        ("A b", "Entity"),
        {"id": 'odd/"all"\n', **shapes},
        (*links, *links[:3]),
    )
    return sorted([*rows, *odd, every])


Everything = tuple[list[str], Counter[str]]


def everything(url: str, auth: tuple[str, str] | None = None) -> Everything:
    """Each node with its labels and properties, each relationship; 1, 1.0 and true differ.

    The mark without ``last``, which names a load.
    """
    with neo4j.GraphDatabase.driver(url, auth=auth) as driver, driver.session() as session:
        nodes = session.run("MATCH (n) RETURN labels(n) AS labels, n {.*, last: null} AS p")
        found = [json.dumps([sorted(r["labels"]), r["p"]], sort_keys=True) for r in nodes]
        links = session.run(
            "MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, b.id AS end, "
            "properties(r) AS p"
        )
        return sorted(found), Counter(
            json.dumps([r["start"], r["type"], r["end"], r["p"]], sort_keys=True) for r in links
        )


def run_script(script: str, url: str) -> None:
    """As a client does that knows no more than where a statement ends."""
    *statements, rest = script.split(";\n")
    assert rest == ""
    with neo4j.GraphDatabase.driver(url) as driver, driver.session() as session:
        for statement in statements:
            session.run(statement).consume()


def test_the_real_tool_makes_the_graph_that_bolt_writes(
    clean_neo4j: str, neo4j_auth: tuple[str, str] | None, tmp_path: Path
) -> None:
    rows = nasty_rows()
    folder, home = tmp_path / "csv", tmp_path / "home"
    bolt = open_store(parse_address(clean_neo4j))
    bolt.write(Difference(rows), RELEASE, None)
    notes = export(bolt, "neo4j-admin", folder)
    assert f"cd {folder} && neo4j-admin database import full neo4j @import.args" in notes[1]
    if reason := available():
        skip_or_fail(f"no neo4j-admin: {reason}")
    run_import(folder, home, heap="1g")
    with LocalNeo4j.start(home) as server:
        run_script((folder / "after-import.cypher").read_text("utf-8"), server.uri)
        assert everything(server.uri) == everything(clean_neo4j, neo4j_auth)
        made = open_store(parse_address(server.uri))
        assert list(made.scan()) == list(bolt.scan())
        # All that reading RDF back depends on.
        assert made.release() == bolt.release()
        assert made.long_names() == bolt.long_names() != {}
        made.close()
    bolt.close()


# --- The files ----------------------------------------------------------------------------------


def node(identifier: str, links: tuple[Link, ...] = (), **properties: Value) -> LinkedNode:
    return LinkedNode(identifier, ("Entity", "Thing"), {"id": identifier, **properties}, links)


def files_of(folder: Path) -> dict[str, str]:
    return {p.name: p.read_bytes().decode() for p in folder.iterdir()}


def test_a_table_holds_all_labels_and_types_and_its_columns_come_as_they_are_met(
    tmp_path: Path,
) -> None:
    links = (
        Link("KNOWS", "b", {}),
        Link("SEES", "a", {"since": 2020}),
        Link("KNOWS", "b", {"x": ""}),
    )
    rows = [
        LinkedNode("a", ("Entity",), {"id": "a", "z": "1", "b": 'say "hi", \n'}, links),
        node("b", c=["x", "y"], z="2"),
        node("c"),
        LinkedNode("d", ("Entity",), {"z": 3, "id": "d", "no": False, "real": 1e-7}, ()),
    ]
    admin_files(rows, Release("g", documents=(DOCUMENT,)), tmp_path)
    files = files_of(tmp_path)
    assert files["nodes-0001.header.csv"] == "id:ID(Entity),:LABEL,b:string,z:string,c:string[]\n"
    assert files["nodes-0001.csv"] == (
        '"a","Entity","say ""hi"", \n","1"\n'
        '"b","Entity\x1fThing",,"2","x\x1fy"\n'
        '"c","Entity\x1fThing"\n'
    )
    assert files["nodes-0002.header.csv"] == "id:ID(Entity),:LABEL,no:boolean,real:double,z:long\n"
    assert files["nodes-0002.csv"] == '"d","Entity",false,1e-07,3\n'
    assert files["relationships-0001.header.csv"] == (
        ":START_ID(Entity),:END_ID(Entity),:TYPE,since:long,x:string\n"
    )
    assert files["relationships-0001.csv"] == (
        '"a","b","KNOWS"\n"a","a","SEES",2020\n"a","b","KNOWS",,""\n'
    )
    assert files["import.args"] == (
        "--id-type=string\n--array-delimiter=U+001F\n--multiline-fields=true\n"
        "--nodes=nodes-0001.header.csv,nodes-0001.csv\n"
        "--nodes=nodes-0002.header.csv,nodes-0002.csv\n"
        "--nodes=nodes-0003.header.csv,nodes-0003.csv\n"
        "--relationships=relationships-0001.header.csv,relationships-0001.csv\n"
    )
    assert files["nodes-0003.header.csv"].startswith("id:ID(Document),:LABEL,base:string,")
    assert files["import.sh"].startswith("#!/bin/sh\n")
    assert len(files) == 11


def test_what_csv_would_lose_comes_afterwards_and_the_mark_last(tmp_path: Path) -> None:
    links = (Link("SEES", "b", {"x": []}), Link("SEES", "a", {"x": []}))
    rows = [node("a", links, x=[""], y="kept"), node("b", x=[""]), node("c", x=["\x1f", ""])]
    admin_files(rows, Release("g"), tmp_path)
    files = files_of(tmp_path)
    assert files["nodes-0001.csv"].splitlines()[0].endswith('"kept"')
    assert not [name for name in files if name.startswith("relationships")]
    assert files["after-import.cypher"] == (
        "".join(f"{statement};\n" for statement in SCHEMA)
        + "WITH ['a', 'b'] AS start\nUNWIND range(0, 1) AS i\n"
        "MATCH (a:Entity {id: start[i]})\nSET a += {`x`: ['']};\n"
        "WITH ['a', 'a'] AS start, ['b', 'a'] AS end\nUNWIND range(0, 1) AS i\n"
        "MATCH (a:Entity {id: start[i]}) MATCH (b:Entity {id: end[i]})\n"
        "CREATE (a)-[:`SEES` {`x`: []}]->(b);\n"
        "WITH ['c'] AS start\nUNWIND range(0, 0) AS i\n"
        "MATCH (a:Entity {id: start[i]})\nSET a += {`x`: ['\\u001F', '']};\n"
        "MERGE (m:ExpedienteRelease {`id`: 'expediente:release'}) SET m = {`codec`: 5, "
        "`generation`: 'g', `id`: 'expediente:release', `nodes`: 3, `relationships`: 2};\n"
    )


def test_rows_are_written_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any number of them: the files grow while rows are still to come."""
    monkeypatch.setattr(export_admin, "_PENDING", 1000)
    sizes = []

    def rows() -> Iterator[LinkedNode]:
        for i in range(100):
            yield node(f"n{i:02}", text="x" * 50)
            sizes.append(sum(p.stat().st_size for p in tmp_path.glob(".*/nodes-0001.csv")))

    admin_files(rows(), Release("g"), tmp_path)
    assert len(set(sizes)) > 5
    assert (tmp_path / "nodes-0001.csv").read_text().count("\n") == 100


def test_a_table_is_as_wide_as_is_good_for_it(tmp_path: Path) -> None:
    rows = [node(f"n{i:03}", **{f"k{i}": "x", f"l{i}": "y"}) for i in range(300)]
    admin_files(rows, Release("g"), tmp_path)
    widths = [
        len(p.read_text().split(",")) - 2 for p in sorted(tmp_path.glob("nodes-*.header.csv"))
    ]
    assert widths == [256, 256, 88]


def test_a_long_value_gets_a_buffer_that_it_fits(tmp_path: Path) -> None:
    admin_files([node("a", text="ñ" * 2_000_000)], Release("g"), tmp_path)
    (argument,) = (a for a in (tmp_path / "import.args").read_text().splitlines() if "buffer" in a)
    size = (tmp_path / "nodes-0001.csv").stat().st_size
    assert argument == f"--read-buffer-size={size * 2}"


def test_a_new_export_takes_the_place_of_the_old_one_when_it_is_whole(tmp_path: Path) -> None:
    (tmp_path / "nodes-0099-Old.header.csv").write_text("from an earlier version")
    (tmp_path / "mine.csv").write_text("mine")
    admin_files([node("a", (Link("SEES", "a", {}),))], Release("g"), tmp_path)
    before = files_of(tmp_path)
    assert "nodes-0099-Old.header.csv" not in before
    assert before["mine.csv"] == "mine"

    def broken() -> Iterator[LinkedNode]:
        yield node("b")
        raise StoreError("gone")

    with pytest.raises(StoreError):
        admin_files(broken(), Release("h"), tmp_path)
    assert files_of(tmp_path) == before
    admin_files([node("b")], Release("h"), tmp_path)
    assert not list(tmp_path.glob("relationships*"))

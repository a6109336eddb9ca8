"""``kg sparql``: files and standard input, each format as its standard has it, and no way out."""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.kg_command import Command

PREFIX = "PREFIX kg: <https://w3id.org/expediente/ontology#> "
NAMES = PREFIX + "SELECT ?name { ?p a kg:Person ; kg:name ?name } ORDER BY ?name"
EDGES = PREFIX + "CONSTRUCT WHERE { ?p a kg:Person ; kg:name ?name }"
FOUR = ["Ana Robles", "Bruno Robles", "Carla Núñez", "Dora Díaz"]
SYNTAXES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


def test_rows_have_the_bytes_of_their_standards(small: Command) -> None:
    def printed(name: str) -> bytes:
        with small.start("sparql", NAMES, "--format", name) as process:
            out, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        return out

    assert printed("csv") == ("\r\n".join(["name", *FOUR]) + "\r\n").encode()  # RFC 4180
    assert printed("tsv") == ("\n".join(["?name", *(f'"{n}"' for n in FOUR)]) + "\n").encode()
    assert json.loads(printed("json")) == {
        "head": {"vars": ["name"]},
        "results": {"bindings": [{"name": {"type": "literal", "value": n}} for n in FOUR]},
    }
    literals = ET.fromstring(printed("xml")).iter("{http://www.w3.org/2005/sparql-results#}literal")
    assert [e.text for e in literals] == FOUR


@pytest.mark.parametrize("name", SYNTAXES)
def test_graphs_can_be_read_in_each_syntax(small: Command, name: str) -> None:
    ran = small("sparql", EDGES, "--format", name)
    assert (ran.status, ran.err) == (0, "")
    found = [t.object.value for t in ox.parse(ran.out, format=SYNTAXES[name])]
    assert sorted(v for v in found if "http" not in v) == FOUR
    assert len(found) == 8


def test_the_query_may_be_a_file_or_standard_input(small: Command, tmp_path: Path) -> None:
    file = tmp_path / "names.rq"
    file.write_text("\ufeff" + NAMES, "utf-8")
    wanted = small("sparql", NAMES, "--format", "tsv")
    assert small("sparql", str(file), "--format", "tsv") == wanted
    assert small("sparql", "--file", str(file), "--format", "tsv") == wanted
    assert small("sparql", "-f", str(file), "--format", "tsv") == wanted
    assert small("sparql", "--file", "-", "--format", "tsv", given=NAMES) == wanted
    absent = small("sparql", str(tmp_path / "absent.rq"))
    assert (absent.status, absent.out) == (2, "")
    assert "absent.rq: cannot be read" in absent.err
    both = small("sparql", NAMES, "--file", str(file))
    assert (both.status, both.out) == (2, "")


def test_a_format_that_does_not_fit_is_a_mistake(small: Command) -> None:
    for query, name, kind in ((NAMES, "trig", "SELECT"), (EDGES, "md", "CONSTRUCT or DESCRIBE")):
        ran = small("sparql", query, "--format", name)
        assert (ran.status, ran.out) == (2, ""), name
        assert ran.err.startswith(f"kg: --format {name} cannot hold what {kind} gives; choose ")


def test_a_graph_and_a_truth_value_without_a_format(small: Command) -> None:
    graph = small("sparql", EDGES)
    assert len(list(ox.parse(graph.out, format=ox.RdfFormat.N_TRIPLES))) == 8
    assert small("sparql", "ASK {}").out == "true\n"
    assert small("sparql", PREFIX + "ASK { ?p a kg:Nobody }", "--format", "md").out == "false\n"


def test_a_query_calls_no_other_server(small: Command) -> None:
    ran = small("sparql", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "kg: SPARQL: SERVICE asks another server, which is not allowed here; take it out.\n"
    )


def test_the_description_of_the_data_can_be_asked(small: Command) -> None:
    query = (
        "PREFIX void: <http://rdfs.org/ns/void#> PREFIX dct: <http://purl.org/dc/terms/> "
        "SELECT ?title ?n { GRAPH <https://w3id.org/expediente/graph/metadata> "
        "{ ?d void:subset ?part . ?part dct:title ?title ; void:triples ?n } }"
    )
    (row,) = small("sparql", query, "--format", "json").json["results"]["bindings"]
    exported = small("export", "--format", "ntriples")
    assert (row["title"]["value"], int(row["n"]["value"])) == (
        "knowledge",
        len(exported.out.splitlines()),
    )


def test_a_reader_that_leaves_is_no_failure_to_tell(small: Command) -> None:
    """``kg sparql ... | head -1``"""
    many = "SELECT * { " + "".join(
        f"VALUES ?{name} {{ {' '.join(map(str, range(60)))} }} " for name in "abc"
    )
    with small.start("sparql", many + "}", "--format", "csv", "--limit", "1000000") as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline() == b"a,b,c\r\n"
        process.stdout.close()
        err = process.stderr.read()
        process.wait(timeout=60)
    assert (process.returncode, err) == (1, b"")


def test_a_full_disk_is_told(small: Command) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with full.open("wb") as out:
        ran = small("sparql", NAMES, "--format", "csv", stdout=out)
    assert ran.status == 1
    assert "the output cannot be written" in ran.err


def test_sparql_knows_its_formats_in_its_help(small: Command) -> None:
    text = subprocess.list2cmdline([small("sparql", "--help").out])
    assert all(name in text for name in ("xml", "trig", "rdfxml"))


def test_prefixes_bases_and_graphs_are_given_or_known(small: Command) -> None:
    named = "SELECT ?name { <person/ana-robles> kg:name ?name }"
    wanted = ["name", "Ana Robles"]
    assert small("sparql", named, "--format", "csv").out.splitlines() == wanted
    other = small("sparql", named, "--base", "http://example.org/", "--format", "csv")
    assert (other.status, other.out.splitlines()) == (0, ["name"])
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    def counted(*graphs: str) -> int:
        options = [word for graph in graphs for word in ("--graph", graph)]
        return int(small("sparql", count, "--format", "csv", *options).out.split()[1])

    asserted = len(small("export", "--format", "ntriples").out.splitlines())
    assert counted("asserted") == asserted
    assert counted() == asserted
    everything = counted("asserted", "derived", "ontology")
    assert everything > counted("asserted", "derived") > asserted
    unknown = small("sparql", count, "--graph", "all")
    assert (unknown.status, unknown.out) == (2, "")
    assert unknown.err.startswith("kg: --graph 'all' is unknown; choose one of asserted, ")


def test_the_packaged_knowledge_counts_what_it_asserts(kg: Command) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    rows = kg("sparql", count, "--format", "csv").out.splitlines()
    assert rows[1] == str(len(kg("export", "--format", "nquads").out.splitlines()))


def test_what_is_inferred_is_seen_when_it_is_asked_for(small: Command) -> None:
    query = "SELECT ?p { ?p a kg:Relative }"
    told = "Nothing in what is asserted; --graph asserted --graph derived adds what follows.\n"
    for asked in (query, query.replace("SELECT ?p", "CONSTRUCT WHERE")):
        ran = small("sparql", asked)
        assert (ran.status, ran.err) == (0, told)
    assert small("sparql", query, "--format", "csv").err == told
    assert small("sparql", query.replace("SELECT ?p", "ASK")).err == told
    assert small("sparql", "SELECT ?p { ?p a kg:Person } LIMIT 1").err == ""
    both = small("sparql", query, "--graph", "asserted", "--graph", "derived")
    assert ("person/" in both.out, both.err) == (True, "")


def test_literals_of_a_file_come_back_as_they_were_loaded(small: Command, tmp_path: Path) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    lines = [
        f'<http://e/a> <http://e/p> "{text}"^^<{xsd}{kind}> .'
        for text, kind in (("1", "unsignedLong"), ("7", "int"), ("1.0", "float"), ("01", "integer"))
    ]
    (tmp_path / "types.nt").write_text("\n".join(lines))
    store = f"embedded:{tmp_path / 'store'}"
    loaded = small("load", str(tmp_path / "types.nt"), "--only", "--store", store)
    assert loaded.status == 0
    built = small("sparql", "CONSTRUCT WHERE { ?s ?p ?o }", "--store", store)
    assert sorted(built.out.splitlines()) == sorted(lines)
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?o = 1) }"
    assert small("sparql", count, "--store", store, "--format", "csv").out.split() == ["n", "3"]

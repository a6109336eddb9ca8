"""SPARQL over any store: the W3C's formats, limits, no way out, and a copy that can be trusted."""

from __future__ import annotations

import errno
import http.server
import io
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from graph.loading.change import Incoming, gather
from graph.loading.documents import load, unload
from graph.sparql.copy import BUILDING, PREFIX, copy_of, sparql_of
from graph.sparql.query import SparqlResult, run
from graph.stores import Store, open_store, parse_address
from graph.stores.base import Document
from graph.vocabulary import FORMATS as GRAPH_FORMATS
from graph.vocabulary import GRAPH_METADATA, RESULT_FORMATS
from kg.rdf import rdflib_dataset
from ontology import BASE, KG, QueryError, StoreError, TimeLimit, UserError

EX = "PREFIX ex: <http://example.org/> "
FIRST = f"""
@prefix ex: <http://example.org/> . @prefix kg: <{KG}> . @base <{BASE}> .
ex:a ex:near ex:b , _:c ; ex:word "dos\\n, \\"líneas\\""@es , "" ; ex:size 1.5 , true .
_:c ex:near ex:a . ex:g {{ ex:a ex:near ex:b . ex:b ex:near ex:a }}
<person/ana> a kg:Person ; kg:name "Ana" .
"""
SECOND = "@prefix ex: <http://example.org/> . ex:z ex:near ex:a . ex:a ex:near ex:b ."
ALL = EX + "SELECT ?s ?o { ?s ex:near|ex:word|ex:size|ex:nothing ?o }"
EDGES = EX + "CONSTRUCT WHERE { ?s ex:near ?o }"
NEAR = EX + "SELECT (COUNT(*) AS ?n) { ?s ex:near ?o }"
BUILDER = """
import sys
from graph.sparql.copy import copy_of
from graph.stores import open_store, parse_address
print(copy_of(open_store(parse_address(sys.argv[1]))))
"""


def incoming(key: str, text: str) -> Incoming:
    quads = ox.parse(text.replace("_:", f"_:{key}_"), format=ox.RdfFormat.TRIG)
    return gather(Document(key, f"{key}.trig", text, 0, "TriG"), dict.fromkeys(quads))


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Copies of servers lie in the test's folder, not in the developer's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("door") / "store"
    opened = open_store(parse_address(f"embedded:{folder}"))
    load(opened, [incoming("first", FIRST)])
    copy_of(opened)
    opened.close()
    return folder


@pytest.fixture(scope="module")
def store(built: Path) -> Iterator[Store]:
    opened = open_store(parse_address(f"embedded:{built}"))
    yield opened
    opened.close()


@pytest.fixture
def own(built: Path, tmp_path: Path) -> Iterator[Store]:
    """A store that a test may spoil, without a copy yet."""
    shutil.copytree(built, tmp_path / "store", ignore=shutil.ignore_patterns(PREFIX + "*"))
    opened = open_store(parse_address(f"embedded:{tmp_path / 'store'}"))
    yield opened
    opened.close()


def ask(store: Store, query: str, format_: str | None = None, **options: float) -> SparqlResult:
    settings: dict[str, float] = {"timeout": 60, "limit": 1000, **options}
    return run(
        store, query, timeout=settings["timeout"], limit=int(settings["limit"]), format_=format_
    )


def number(store: Store, query: str = NEAR) -> int:
    return int(str(ask(store, query).rows[0][0]))


# --- Formats --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RESULT_FORMATS)
def test_rows_are_what_the_engine_itself_would_write(store: Store, name: str) -> None:
    query = (
        EX + "SELECT ?p ?o ?none { ex:a ?p ?o FILTER(!isBlank(?o)) OPTIONAL { ?o ex:no ?none } }"
    )
    written = ask(store, query, name).text
    kept = ox.Store.read_only(str(copy_of(store)))
    found = kept.query(query)
    assert isinstance(found, ox.QuerySolutions)
    wanted = found.serialize(format=RESULT_FORMATS[name])
    assert wanted is not None
    assert written.rstrip("\r\n") == wanted.decode().rstrip("\r\n")
    assert written.count("líneas") == 1


def test_terms_that_sparql_1_2_adds_are_written(store: Store) -> None:
    query = 'SELECT ?t ?b { BIND(<<( <x:s> <x:p> "a"@ar--rtl )>> AS ?t) BIND(BNODE() AS ?b) }'
    (row,) = json.loads(ask(store, query, "json").text)["results"]["bindings"]
    assert row["t"] == {
        "type": "triple",
        "value": {
            "subject": {"type": "uri", "value": "x:s"},
            "predicate": {"type": "uri", "value": "x:p"},
            "object": {"type": "literal", "value": "a", "xml:lang": "ar", "its:dir": "rtl"},
        },
    }
    assert row["b"]["type"] == "bnode"
    assert '"a"@ar--rtl' in ask(store, query, "tsv").text


@pytest.mark.parametrize("name", GRAPH_FORMATS)
def test_graphs_come_in_each_syntax(store: Store, name: str) -> None:
    text = ask(store, EDGES, name).text
    datasets = (
        ox.Dataset(ox.parse(text, format=GRAPH_FORMATS[name])),
        ox.Dataset(ox.parse(ask(store, EDGES).text, format=ox.RdfFormat.N_TRIPLES)),
    )
    for dataset in datasets:
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert datasets[0] == datasets[1]
    assert len(datasets[0]) == 4


def test_describe_gives_a_graph_and_ask_a_truth_value(store: Store) -> None:
    assert ask(store, EX + "DESCRIBE ex:b", "ntriples").text.count("\n") == 1
    assert ask(store, EX + "ASK { ex:a ex:near ex:b }").boolean is True
    assert ask(store, EX + "ASK { ex:b ex:near ex:b }").boolean is False
    assert json.loads(ask(store, "ASK {}", "json").text) == {"head": {}, "boolean": True}
    assert "<boolean>true</boolean>" in ask(store, "ASK {}", "xml").text


@pytest.mark.parametrize(
    ("query", "name", "message"),
    [
        (
            ALL,
            "turtle",
            "--format turtle cannot hold what SELECT gives; choose md, json, xml, csv, tsv.",
        ),
        (
            "ASK {}",
            "trig",
            "--format trig cannot hold what ASK gives; choose md, json, xml, csv, tsv.",
        ),
        (
            EDGES,
            "csv",
            "--format csv cannot hold what CONSTRUCT or DESCRIBE gives; choose turtle, ",
        ),
    ],
)
def test_a_format_that_does_not_fit_is_told(
    store: Store, query: str, name: str, message: str
) -> None:
    sink = io.BytesIO()
    with pytest.raises(UserError) as error:
        run(store, query, timeout=60, limit=10, format_=name, out=sink)
    assert str(error.value).startswith(message)
    assert sink.getvalue() == b""


def test_rdfxml_that_xml_cannot_hold_is_refused_whole(store: Store) -> None:
    sink = io.BytesIO()
    query = 'CONSTRUCT { <x:a> <http://example.org/p> ?v } { VALUES ?v { "fine" "\\u0001" } }'
    with pytest.raises(UserError, match=r"U\+0001"):
        run(store, query, timeout=60, limit=10, format_="rdfxml", out=sink)
    assert sink.getvalue() == b""


# --- Limits ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [None, *RESULT_FORMATS, "turtle", "nquads"])
def test_the_limit_cuts_and_says_so(store: Store, name: str | None) -> None:
    query = EDGES if name in GRAPH_FORMATS else EX + "SELECT ?s ?o { ?s ex:near ?o }"
    for limit, cut in ((3, True), (4, False), (5, False)):
        found = ask(store, query, name, limit=limit)
        assert found.truncated is cut, limit
    if name == "json":
        assert len(json.loads(ask(store, query, name, limit=3).text)["results"]["bindings"]) == 3


def test_a_large_result_goes_on_before_it_is_whole(store: Store) -> None:
    numbers = " ".join(map(str, range(100)))
    query = f"SELECT * {{ VALUES ?a {{ {numbers} }} VALUES ?b {{ {numbers} }} VALUES ?c {{ 1 2 3 4 5 6 7 8 9 }} }}"

    class Sink(io.RawIOBase):
        parts = 0
        size = 0

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.parts += 1
            self.size += len(data)
            return len(data)

    sink = Sink()
    tracemalloc.start()
    try:
        run(store, query, timeout=120, limit=10**9, format_="xml", out=sink)  # type: ignore[arg-type]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sink.size > 20_000_000
    assert sink.parts > 10
    assert peak < 5_000_000


def test_time_is_limited_and_nothing_small_is_printed_by_halves(store: Store) -> None:
    sink = io.BytesIO()
    endless = (
        "SELECT * { { BIND(1 AS ?x) } UNION { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . "
        "?m ?n ?o . ?q ?r ?s . ?t ?u ?v . ?w ?y ?z "
        'FILTER(CONCAT(STR(?a), STR(?q), STR(?w)) = "?") } }'
    )
    with pytest.raises(TimeLimit, match="longer than 1 s"):
        run(store, endless, timeout=1, limit=10, format_="csv", out=sink)
    assert sink.getvalue() == b""


# --- No way out -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <{url}> { ?s ?p ?o } }",
        "SELECT * { service SILENT <{url}> { ?s ?p ?o } }",
        "SELECT * { BIND(<{url}> AS ?u) SERVICE ?u { ?s ?p ?o } }",
        "ASK { FILTER(1<2)SERVICE<{url}>{} }",
        "ASK { BIND(1 AS ?a) FILTER(?a<'>')SERVICE<{url}>{} FILTER('' = '') }",
        "ASK { ?s ?p 'a#b' .SERVICE<{url}>{} }",
        'ASK { ?s ?p """a"b""" . SERVICE <{url}> {} }',
        "ASK { ?s ?p ?o FILTER EXISTS { SERVICE <{url}> {} } }",
        "ASK { ?s ?p 1SERVICE<{url}>{} }",
        "ASK { ?s ?p trueSERVICE ?u {} }",
        "PREFIX : <{url}> ASK { SERVICE:x {} }",
        "PREFIX x: <{url}> ASK { SERVICESILENT x: {} }",
        "PREFIX x: <{url}> ASK { SERVICE# {\n  SILENT#}\nx:x{} }",
        "ASK { # a comment\n SERVICE <{url}> {} }",
        "ASK { \\u0053ERVICE <{url}> {} }",
        "ASK { SERV\\U00000049CE <{url}> {} }",
    ],
)
def test_federation_is_off(store: Store, query: str, listener: Listener) -> None:
    with pytest.raises(QueryError, match="SERVICE asks another server"):
        ask(store, query.replace("{url}", listener.url))
    assert listener.calls == []


class Listener:
    """A server on this machine that hopes to be called."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        calls = self.calls

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                calls.append(self.path)
                self.send_response(500)
                self.end_headers()

            do_GET = do_POST  # noqa: N815 - the library's name

            def log_message(self, *_: object) -> None:
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.server.shutdown()
    found.server.server_close()


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_a_query_that_is_not_seen_through_cannot_call_out_either(
    store: Store, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = f"SELECT * {{ SERVICE <{listener.url}> {{ ?s ?p ?o }} }}"
    with pytest.raises(OSError, match="500"):  # the engine itself would call
        list(ox.Store().query(query))
    assert len(listener.calls) == 1
    monkeypatch.setattr("graph.sparql.query.calls_out", lambda query: False)
    with pytest.raises(QueryError):
        ask(store, query)
    assert len(listener.calls) == 1


@pytest.mark.parametrize(
    "query",
    [
        "PREFIX service: <http://example.org/> ASK { ?service service:service ?o }",
        "ASK { ?s <http://example.org/SERVICE> 'SERVICE <x:y>' } # SERVICE <x:y> {}",
        'ASK { ?s ?p """ \\" SERVICE ""\' """ , \'\'\' SERVICE \'\'\', "a"@service }',
        "PREFIX ex: <http://example.org/> ASK { ?s ex:a.SERVICE _:service }",
        "ASK { ?s <http://example.org/service> ?o . ?s <http://example.org/service/x> ?p }",
    ],
)
def test_the_word_alone_is_no_federation(store: Store, query: str) -> None:
    assert ask(store, query).kind == "boolean"


@pytest.mark.parametrize(
    "query",
    ["INSERT DATA { <x:a> <x:b> <x:c> }", "LOAD <file:///etc/passwd>", "DROP ALL", "CLEAR DEFAULT"],
)
def test_updates_are_no_queries(store: Store, query: str) -> None:
    with pytest.raises(QueryError, match="SPARQL: "):
        ask(store, query)


# --- What a query sees ----------------------------------------------------------------------------


def test_all_graphs_are_merged_and_each_can_be_asked(store: Store) -> None:
    assert number(store) == 4  # ex:a ex:near ex:b stands in two graphs
    assert number(store, EX + "SELECT (COUNT(*) AS ?n) { GRAPH ex:g { ?s ?p ?o } }") == 2
    kept = sparql_of(store)
    for union in (False, True):
        (row,) = kept.query(NEAR, use_default_graph_as_union=union)
        assert row["n"].value == "4"


def test_the_description_can_be_asked_and_does_not_count(store: Store) -> None:
    void = "PREFIX void: <http://rdfs.org/ns/void#> "
    size = f"SELECT ?n {{ GRAPH <{GRAPH_METADATA}> {{ ?d void:subset ?part . ?part void:triples ?n }} }}"
    assert number(store, void + size) == 10
    assert number(store, void + "SELECT (COUNT(*) AS ?n) { ?s void:triples ?o }") == 0


# --- The copy -------------------------------------------------------------------------------------


def copies(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob(PREFIX + "*") if p.is_dir())


def test_a_copy_is_made_once_and_for_the_user_alone(own: Store) -> None:
    folder = copy_of(own)
    before = {p: p.stat().st_mtime_ns for p in folder.iterdir()}
    assert number(own) == number(own) == 4
    assert copy_of(own) == folder
    assert {p: p.stat().st_mtime_ns for p in folder.iterdir()} == before
    if os.name != "nt":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("damage", ["cut", "gone", "list", "noise"])
def test_a_damaged_copy_is_made_anew(own: Store, damage: str) -> None:
    folder = copy_of(own)
    file = max(folder.glob("*.sst"), key=lambda p: p.stat().st_size)
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:-20])
    elif damage == "gone":
        file.unlink()
    elif damage == "list":
        (folder / "files.json").write_text("[")
    else:  # of the same size, so that only the engine can tell
        (folder / "CURRENT").write_text("x" * (folder / "CURRENT").stat().st_size)
    assert number(own) == 4
    assert [p.name for p in folder.parent.iterdir() if p.name.startswith((PREFIX, BUILDING))] == [
        folder.name
    ]


def building(url: str, **options: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILDER, url], stdout=subprocess.PIPE, env=os.environ, **options
    )


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_killed_build_counts_for_nothing_and_is_swept(own: Store, tmp_path: Path) -> None:
    snapshot = tmp_path / "store"
    with building(own.url) as process:
        while not (left := list(snapshot.rglob(BUILDING + "*"))) and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
    assert left and copies(snapshot) == []
    assert number(own) == 4
    assert left[0].exists()  # it might be somebody's who still builds
    long_ago = time.time() - 7200
    os.utime(left[0], (long_ago, long_ago))
    shutil.rmtree(copy_of(own))
    assert number(own) == 4
    assert not left[0].exists()


def test_two_builders_at_once_make_one_copy(own: Store, tmp_path: Path) -> None:
    builders = [building(own.url) for _ in range(2)]
    told = [process.communicate(timeout=60)[0].decode().strip() for process in builders]
    assert [process.returncode for process in builders] == [0, 0]
    assert [str(p) for p in copies(tmp_path / "store")] == sorted(set(told))
    assert len(set(told)) == 1
    assert not list((tmp_path / "store").rglob(BUILDING + "*"))
    assert number(own) == 4


def test_another_generation_has_another_copy(own: Store) -> None:
    assert number(own) == 4
    load(own, [incoming("second", SECOND)])
    assert number(own) == 5
    unload(own, ["first"])
    assert number(own) == 2


def test_a_folder_that_cannot_be_written_is_no_hindrance(
    own: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user's cache takes its place, and where that is closed too, a folder for the moment."""
    closed = [tmp_path / "store"]
    really = tempfile.mkdtemp

    def mkdtemp(prefix: str = "", dir: Path | None = None) -> str:  # noqa: A002 - the library's word
        if dir is not None and any(dir.is_relative_to(folder) for folder in closed):
            raise OSError(errno.EROFS, "Read-only file system")
        return really(prefix=prefix, dir=dir)

    monkeypatch.setattr("graph.sparql.copy.tempfile.mkdtemp", mkdtemp)
    assert number(own) == 4
    (kept,) = copies(tmp_path)
    assert kept.is_relative_to(tmp_path / "cache")
    assert number(own) == 4 and copies(tmp_path) == [kept]
    shutil.rmtree(kept)
    closed.append(tmp_path / "cache")
    assert number(own) == 4
    assert copies(tmp_path) == []


def test_an_empty_store_is_told(tmp_path: Path) -> None:
    empty = open_store(parse_address(f"embedded:{tmp_path / 'empty'}"))
    with pytest.raises(StoreError, match="is empty; run 'kg load"):
        ask(empty, "ASK {}")


def test_a_server_has_its_copy_in_the_users_cache(clean_neo4j: str, tmp_path: Path) -> None:
    server = open_store(parse_address(clean_neo4j))
    cache = tmp_path / "cache"
    load(server, [incoming("first", FIRST)])
    assert number(server) == 4
    (one,) = copies(cache)
    assert number(server) == 4 and copies(cache) == [one]
    assert stat.S_IMODE(one.stat().st_mode) == 0o700
    load(server, [incoming("second", SECOND)])
    assert number(server) == 5
    (other,) = copies(cache)  # what was replaced does not stay about
    assert other != one
    server.close()


# --- rdflib ---------------------------------------------------------------------------------------

NASTY = """
<x:s> <x:p> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .
<x:s> <x:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<x:s> <x:p> "no number"^^<http://www.w3.org/2001/XMLSchema#integer> .
<x:s> <x:p> "nope"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<x:s> <x:p> "2020-01-01T25:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
<x:s> <x:p> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> .
<x:s> <x:p> "<b>"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML> .
<x:s> <x:p> "a"@en-us <x:g> .
<x:s> <x:p> "" _:g .
_:b <x:p> _:g _:g .
"""
RDF_1_2 = """
<x:s> <x:p> "a"@ar--rtl .
<x:s> <x:p> <<( <x:s> <x:p> "a" )>> .
"""


def test_rdflib_gets_any_rdf_as_it_was_written(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder
) -> None:
    opened = open_store(parse_address(f"embedded:{tmp_path / 'nasty'}"))
    quads = list(ox.parse(NASTY, format=ox.RdfFormat.N_QUADS))
    load(opened, [gather(Document("nasty", "nasty.nq", "1", 0), quads)])
    lines = set()
    for s, p, o, g in rdflib_dataset(opened).quads():
        text = str(o) if isinstance(o, rdflib.Literal) else o.n3()
        kind = (o.language or o.datatype) if isinstance(o, rdflib.Literal) else None
        in_graph = "" if g == rdflib.graph.DATASET_DEFAULT_GRAPH_ID or g is None else g.n3()
        lines.add((s.n3(), p.n3(), text, str(kind), in_graph))
    assert len(lines) == len(quads)
    assert {line[2] for line in lines} >= {"01", "1", "no number", "nope", "1.50", "<b>", ""}
    assert {line[4] for line in lines} == {"", "<x:g>", "_:g"}
    assert ("<x:s>", "<x:p>", "a", "en-us", "<x:g>") in lines
    assert caplog.text == "" and not recwarn.list
    more = list(ox.parse(RDF_1_2, format=ox.RdfFormat.N_QUADS))
    load(opened, [gather(Document("more", "more.nq", "1", 0), more)])
    with pytest.warns(UserWarning, match="2 statements of RDF 1.2 are left out"):
        assert len(rdflib_dataset(opened)) == len(lines)
    opened.close()

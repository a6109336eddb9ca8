"""What leaves a store: nothing is lost, nothing is added, and the bytes are the same every time."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import neo4j
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from graph.claims.infer import derive
from graph.export.front import FORMATS, export
from graph.export.lines import write_lines
from graph.export.rdf import FORMATS as RDF_FORMATS
from graph.export.rdf import in_order
from graph.projection.nodes import PropertyGraph
from graph.stores import Store, open_store, parse_address
from graph.vocabulary import GRAPH_METADATA
from kg.rdf import rdflib_dataset
from ontology import BASE, GRAPH_DERIVED, KG, StoreError, UserError
from tests.differences import put
from tests.graph.rdf_strategies import GRAPHS, NODES, PREDICATES, TERMS, TRIPLES
from tests.in_memory import project

DATASET_FORMATS = ("trig", "nquads", "jsonld")
TRIPLE_FORMATS = ("turtle", "ntriples", "rdfxml")
ROOT = Path(__file__).parents[2]
ANOTHER_PROCESS = """
import json, pathlib, sys
from graph.stores import open_store, parse_address
from tests.graph.test_export import every_digest
print(json.dumps(every_digest(open_store(parse_address(sys.argv[1])), pathlib.Path(sys.argv[2]))))
"""
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
PREFIXES = """
@prefix kg: <https://w3id.org/expediente/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix ex: <http://example.org/> .
@base <https://w3id.org/expediente/> .
"""
SMALL = (
    PREFIXES
    + r"""
<person/ana> a kg:Person ; kg:name "Ana" ; kg:siblingOf <person/eva> ; kg:alias "La; Uno", "Ñoña" ;
  kg:memberOf <organization/los-x> ; kg:note "it's \"quoted\", with \\ and \r\n a ;\n b" .
<person/eva> a kg:Person ; kg:name "Eva" ; foaf:name "Eva"@es-mx, "" .
<organization/los-x> a kg:Cartel ; kg:name "Los X" ; kg:peopleCount 3 .
<source/s> a kg:Source ; kg:name "S" ; kg:title "S" .
<claim/1> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:siblingOf ;
  rdf:object <person/eva> ; kg:statedIn <source/s> ; kg:status "stated" ; kg:rank "normal" ;
  kg:locator "row=1" .
<claim/2> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:memberOf ;
  rdf:object <organization/los-x> ; kg:statedIn <source/s> ; kg:status "alleged" ;
  kg:rank "normal" ; kg:locator "row=2" ; kg:valid "2019~"^^edtf:EDTF .
<claim/3> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:alias ; rdf:object "La; Uno" ;
  kg:statedIn <source/s> ; kg:status "reported" ; kg:rank "normal" ; kg:locator "row=3" .
"""
)
# What RDF may hold and our own sheets never do.
ANY = (
    SMALL
    + r"""
ex:thing a ex:Kind ; ex:near ex:thing, _:1b, <person/ana> ; ex:text "a\u0001\u001Fb", "\uFEFF" ;
  ex:size 9223372036854775807, -9223372036854775808 ; ex:real 1.0E20, 5.0E-324 ; ex:flag true .
ex:other a ex:Kind ; ex:text "one" ; ex:size "many" ; kg:alias "" ; ex:flag "false" .
_:1b a ex:Kind ; ex:text "\\u0041 `tick` '", "'" ; ex:near <http://example.org/a'b> .
<http://example.org/a'b> kg:alias "x", "" .
ex:grande ex:es "sí"@es ; ex:size "01"^^xsd:integer, ".50"^^xsd:decimal, "1"^^xsd:boolean .
"""
)


def quads_of(text: str, more: str = "") -> list[ox.Quad]:
    parsed = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    return [*parsed, *ox.parse(more, format=ox.RdfFormat.N_QUADS)]


RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SMALL_QUADS = quads_of(SMALL)
ANY_QUADS = quads_of(
    ANY,
    "<http://example.org/s> <http://example.org/p> <http://example.org/o> <http://example.org/g> .\n"
    '<http://example.org/s> <http://example.org/q> "x" _:graph .\n'
    f"<http://example.org/{'long' * 1100}> <http://example.org/p> <http://example.org/o> .\n",
)


def filled(url: str, quads: list[ox.Quad]) -> Store:
    store = open_store(parse_address(url))
    put(store, project([*quads, *derive(quads)]), "0123456789abcdef0123")
    return store


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = filled(f"embedded:{tmp_path_factory.mktemp('small')}", SMALL_QUADS)
    yield store
    store.close()


@pytest.fixture(scope="module")
def any_rdf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = filled(f"embedded:{tmp_path_factory.mktemp('any')}", ANY_QUADS)
    yield store
    store.close()


def text_of(store: Store, name: str, folder: Path, **options: bool) -> str:
    export(store, name, folder / name, **options)
    return (folder / name).read_bytes().decode()


def parsed(text: str, name: str) -> set[ox.Quad]:
    return set(ox.parse(text, format=RDF_FORMATS[name]))


def parsed_by_rdflib(text: str, name: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The quads as lines; rdflib is told to leave literals alone."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    words = {"rdfxml": "xml", "jsonld": "json-ld", "ntriples": "nt11"}
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=words.get(name, name))
    return lines_of(dataset)


def lines_of(dataset: rdflib.Dataset) -> set[str]:
    """One line a quad, as pyoxigraph writes it."""
    found = set()
    for s, p, o, g in dataset.quads():
        terms = [s, p, o] if g in (None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID) else [s, p, o, g]
        line = " ".join(t.n3() if not isinstance(t, rdflib.Literal) else _n3(t) for t in terms)
        found |= {str(q) for q in ox.parse(line + " .", format=ox.RdfFormat.N_QUADS)}
    return found


def _n3(literal: rdflib.Literal) -> str:
    datatype = ox.NamedNode(str(literal.datatype)) if literal.datatype else None
    return str(ox.Literal(str(literal), language=literal.language, datatype=datatype))


def exactly(graph: PropertyGraph) -> tuple[dict[str, str], Counter[str], dict[str, str]]:
    """A graph with nothing left out; 1, 1.0 and true differ."""
    return (
        {
            i: json.dumps([sorted(n.labels), n.properties], sort_keys=True)
            for i, n in graph.nodes.items()
        },
        Counter(
            json.dumps([r.start, r.type, r.end, r.properties], sort_keys=True)
            for r in graph.relationships
        ),
        graph.names,
    )


# --- RDF ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_each_rdf_format_gives_back_what_went_in(
    name: str, small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = text_of(small, name, tmp_path)
    assert parsed(text, name) == set(SMALL_QUADS)
    assert parsed_by_rdflib(text, name, monkeypatch) == {str(q) for q in SMALL_QUADS}


@pytest.mark.parametrize("name", DATASET_FORMATS)
def test_any_rdf_comes_back_with_its_named_graphs_and_blank_nodes(
    name: str, any_rdf: Store, tmp_path: Path
) -> None:
    assert parsed(text_of(any_rdf, name, tmp_path), name) == set(ANY_QUADS)


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_the_packaged_knowledge_leaves_whole_and_in_one_order(
    name: str, packaged: Store, tmp_path: Path
) -> None:
    quads = list(ox.parse(text_of(packaged, name, tmp_path), format=RDF_FORMATS[name]))
    assert set(quads) == parsed(text_of(packaged, "nquads", tmp_path), "nquads")
    assert quads == in_order(quads)


def test_turtle_has_each_subject_once_and_short_names(small: Store, tmp_path: Path) -> None:
    lines = text_of(small, "turtle", tmp_path).splitlines()
    assert [line for line in lines if line.startswith("person:")] == [
        "person:ana a kg:Person ;",
        "person:eva a kg:Person ;",
    ]
    assert "@prefix claim: <https://w3id.org/expediente/claim/> ." in lines
    assert not [line for line in lines if "wikidata" in line]


@pytest.mark.parametrize("name", DATASET_FORMATS)
def test_derived_data_stands_in_its_own_graph_and_only_on_request(
    name: str, small: Store, tmp_path: Path
) -> None:
    derived = ox.NamedNode(GRAPH_DERIVED)
    assert not [q for q in parsed(text_of(small, name, tmp_path), name) if q.graph_name == derived]
    quads = parsed(text_of(small, name, tmp_path, derived=True), name)
    assert quads == {*SMALL_QUADS, *derive(in_order(SMALL_QUADS))}
    brother = ox.Quad(
        ox.NamedNode(BASE + "person/eva"),
        ox.NamedNode(KG + "siblingOf"),
        ox.NamedNode(BASE + "person/ana"),
        derived,
    )
    assert brother in quads


@pytest.mark.parametrize("name", TRIPLE_FORMATS)
def test_a_format_of_triples_merges_derived_data_and_says_so(
    name: str, small: Store, tmp_path: Path
) -> None:
    (note,) = export(small, name, tmp_path / "out", derived=True)
    assert note.startswith(f"{name} has no named graphs: the derived statements are merged")
    quads = ox.parse(path=str(tmp_path / "out"), format=RDF_FORMATS[name])
    assert {q.triple for q in quads} == {
        q.triple for q in (*SMALL_QUADS, *derive(in_order(SMALL_QUADS)))
    }


@pytest.mark.parametrize("name", TRIPLE_FORMATS)
def test_a_format_of_triples_refuses_named_graphs_before_it_writes(
    name: str, any_rdf: Store, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=r"named graphs.*trig or nquads") as refused:
        export(any_rdf, name, tmp_path / "out")
    assert refused.value.exit_status == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("turtle", "reason"),
    [
        (r'ex:a ex:p "\u0001" .', r"U\+0001 in <http://example.org/p> of <http://example.org/a>"),
        ('ex:a <http://example.org/1> "x" .', "<http://example.org/1> as an element"),
        ('ex:a rdf:li "x" .', "rdf-syntax-ns#li> as an element"),
        ("ex:a a <http://example.org/1> .", "<http://example.org/1> as an element"),
    ],
)
def test_rdfxml_refuses_what_xml_cannot_hold(turtle: str, reason: str, tmp_path: Path) -> None:
    store = filled(f"embedded:{tmp_path / 'store'}", quads_of(PREFIXES + turtle))
    with pytest.raises(UserError, match=reason):
        export(store, "rdfxml", tmp_path / "out")
    assert not (tmp_path / "out").exists()
    store.close()


@pytest.mark.parametrize("name", ["jsonld", "rdfxml"])
def test_a_format_of_rdf_11_refuses_triple_terms_before_it_writes(
    name: str, tmp_path: Path
) -> None:
    quads = quads_of(PREFIXES + "ex:a ex:p ex:b {| ex:since 2020 |} .")
    store = filled(f"embedded:{tmp_path / 'store'}", quads)
    for target in (tmp_path / "out", None):
        with pytest.raises(UserError, match=f"{name} cannot hold; export it as turtle, trig, nt"):
            export(store, name, target)
    assert not (tmp_path / "out").exists()
    store.close()


def test_rdfxml_keeps_blank_nodes_apart_whose_labels_are_no_xml_names(tmp_path: Path) -> None:
    quads = quads_of(PREFIXES + "_:1 ex:p _:b1 . _:b1 ex:p ex:año . ex:año ex:año 'x' .")
    store = filled(f"embedded:{tmp_path / 'store'}", quads)
    assert isomorphic(parsed(text_of(store, "rdfxml", tmp_path), "rdfxml"), quads)
    store.close()


def isomorphic(one: Iterable[ox.Quad], other: Iterable[ox.Quad]) -> bool:
    """Whether two sets of quads are the same but for the labels of their blank nodes."""
    datasets = ox.Dataset(one), ox.Dataset(other)
    for dataset in datasets:
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return datasets[0] == datasets[1]


# --- The description ----------------------------------------------------------------------------


def test_the_description_counts_names_and_dates_nothing(small: Store, tmp_path: Path) -> None:
    notes = export(small, "trig", tmp_path / "out", metadata=True)
    assert "no licence" in notes[0]
    quads = list(ox.parse(path=str(tmp_path / "out"), format=ox.RdfFormat.TRIG))
    graph = [q for q in quads if q.graph_name == ox.NamedNode(GRAPH_METADATA)]
    assert {q for q in quads if q not in graph} == set(SMALL_QUADS)
    dataset = BASE + "dataset/0123456789abcdef"

    def said(subject: str, predicate: str) -> list[str]:
        return sorted(
            str(q.object)
            for q in graph
            if q.subject.value == subject and q.predicate.value == predicate
        )

    integer = "^^<http://www.w3.org/2001/XMLSchema#integer>"
    void, dct, prov = (
        "http://rdfs.org/ns/void#",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/ns/prov#",
    )
    assert said(dataset, void + "triples") == [f'"{len(SMALL_QUADS)}"{integer}']
    assert said(dataset, void + "entities") == [f'"7"{integer}']
    assert said(dataset, void + "classes") == [f'"4"{integer}']
    assert said(dataset + "-class-Claim", void + "entities") == [f'"3"{integer}']
    assert said(dataset + "-property-memberOf", void + "triples") == [f'"1"{integer}']
    assert said(dataset, dct + "identifier") == ['"0123456789abcdef0123"']
    assert said(dataset, dct + "title") == [
        '"Expediente: an evidence graph"@en',
        '"Expediente: un grafo de evidencias"@es',
    ]
    assert said(dataset, prov + "wasDerivedFrom") == [f"<{BASE}source/s>"]
    assert said(dataset + "-trig", "http://www.w3.org/ns/dcat#mediaType") == [
        "<https://www.iana.org/assignments/media-types/application/trig>"
    ]
    assert not [q for q in graph if "date" in str(q.object) or "Time" in str(q.predicate)]


@pytest.mark.parametrize("name", ["csv", "graphml", "cypher", "neo4j-admin"])
def test_a_description_is_refused_where_there_is_no_rdf(
    name: str, small: Store, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="--metadata is RDF"):
        export(small, name, tmp_path / "out", metadata=True)


# --- The same bytes -----------------------------------------------------------------------------


def digest(path: Path) -> str:
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    content = b"".join(f"{p.name}\n".encode() + p.read_bytes() for p in files)
    return hashlib.sha256(content).hexdigest()


def every_digest(store: Store, folder: Path) -> dict[str, str]:
    """All that can be exported, under names that say how."""
    found = {}
    folder.mkdir()
    for name in FORMATS:
        for derived in (False, True):
            target = folder / f"{name}-{derived}"
            try:
                export(store, name, target, derived=derived, metadata=name in RDF_FORMATS)
            except UserError as error:
                found[target.name] = str(error)
            else:
                found[target.name] = digest(target)
    return found


@pytest.mark.parametrize("which", ["small", "any_rdf"])
def test_another_process_writes_the_same_bytes(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    store: Store = request.getfixturevalue(which)
    told = subprocess.run(
        [sys.executable, "-c", ANOTHER_PROCESS, store.url, str(tmp_path / "there")],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout) == every_digest(store, tmp_path / "here")


def test_both_stores_give_the_same_bytes(any_rdf: Store, clean_neo4j: str, tmp_path: Path) -> None:
    other = filled(clean_neo4j, ANY_QUADS[::-1])
    assert every_digest(other, tmp_path / "neo4j") == every_digest(any_rdf, tmp_path / "embedded")
    other.close()


# --- CSV ----------------------------------------------------------------------------------------


def nodes_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_csv_has_a_row_a_node_and_a_row_a_relationship(small: Store, tmp_path: Path) -> None:
    export(small, "csv", tmp_path)
    nodes = {row["id"]: row for row in nodes_of(tmp_path / "nodes.csv")}
    assert nodes.keys() == small.graph().nodes.keys()
    ana = nodes["person/ana"]
    assert list(ana)[:3] == ["id", "labels", "name"]
    assert list(ana)[3:] == sorted(list(ana)[3:])
    assert not [key for key in ana if key.startswith("_")]
    assert ana["labels"] == "Actor;Entity;Person"
    assert ana["alias"] == r"La\; Uno;Ñoña"
    assert ana["note"] == 'it\'s "quoted", with \\ and \r\n a ;\n b'
    links = nodes_of(tmp_path / "relationships.csv")
    (member,) = (row for row in links if row["type"] == "MEMBER_OF")
    assert member == {
        "start": "person/ana",
        "start_name": "Ana",
        "type": "MEMBER_OF",
        "end": "organization/los-x",
        "end_name": "Los X",
        "claimed": "true",
        "claims": "claim/2",
        "inferred": "false",
        "status": "alleged",
        "statuses": "alleged",
        "degree": "",
        "kinship": "",
        "valid": "2019~",
        "valid_from": member["valid_from"],
        "valid_to": member["valid_to"],
    }


@pytest.mark.parametrize("derived", [False, True])
def test_csv_has_inferred_relationships_and_labels_only_on_request(
    derived: bool, packaged: Store, tmp_path: Path
) -> None:
    export(packaged, "csv", tmp_path, derived=derived)
    links = nodes_of(tmp_path / "relationships.csv")
    labels = {x for row in nodes_of(tmp_path / "nodes.csv") for x in row["labels"].split(";")}
    assert ("true" in {row["inferred"] for row in links}) is derived
    assert (labels & {"Leader", "Relative", "Official"} != set()) is derived
    assert {"Cartel", "Organization", "Person"} <= labels


# --- GraphML ------------------------------------------------------------------------------------


def test_graphml_declares_every_key_and_holds_every_value(any_rdf: Store, tmp_path: Path) -> None:
    root = ET.fromstring(text_of(any_rdf, "graphml", tmp_path, derived=True))
    graph = any_rdf.graph()
    keys = {k.attrib["id"]: k.attrib for k in root.iter(GRAPHML + "key")}
    data = {
        node.attrib["id"]: {keys[d.attrib["key"]]["attr.name"]: d.text or "" for d in node}
        for node in root.iter(GRAPHML + "node")
    }
    assert {i: d.keys() for i, d in data.items()} == {
        i: n.properties.keys() | {"labels"} for i, n in graph.nodes.items()
    }
    thing = data["http://example.org/thing"]
    assert thing["labels"].startswith(":Entity:c_Kind_")
    (text_key,) = (k for k in thing if k.startswith("p_text_"))
    assert json.loads(thing[text_key].replace("\\ufeff", "\ufeff")) == ["a\x01\x1fb", "\ufeff"]
    assert data["person/ana"]["note"] == 'it\'s "quoted", with \\ and \r\n a ;\n b'
    assert keys["node_people_count"]["attr.type"] == "long"
    assert keys["edge_inferred"]["attr.type"] == "boolean"
    edges = Counter(
        (e.attrib["source"], e.attrib["label"], e.attrib["target"])
        for e in root.iter(GRAPHML + "edge")
    )
    assert edges == Counter((r.start, r.type, r.end) for r in graph.relationships)


# --- Back into Neo4j ----------------------------------------------------------------------------


def run_script(script: str, url: str, auth: tuple[str, str] | None = None) -> None:
    """As a client does that knows no more than where a statement ends."""
    *statements, rest = script.split(";\n")
    assert rest == ""
    with neo4j.GraphDatabase.driver(url, auth=auth) as driver, driver.session() as session:
        for statement in statements:
            session.run(statement).consume()


def test_the_cypher_script_makes_the_same_graph_and_the_same_release(
    any_rdf: Store, clean_neo4j: str, neo4j_auth: tuple[str, str] | None, tmp_path: Path
) -> None:
    script = text_of(any_rdf, "cypher", tmp_path)
    run_script(script, clean_neo4j, neo4j_auth)
    made = open_store(parse_address(clean_neo4j))
    assert exactly(made.graph()) == exactly(any_rdf.graph())
    assert made.release() == any_rdf.release()
    assert text_of(made, "cypher", tmp_path) == script
    assert not put(made, project([*ANY_QUADS, *derive(ANY_QUADS)]), "0123456789abcdef0123").changed
    with pytest.raises(neo4j.exceptions.ConstraintError):
        run_script(script, clean_neo4j, neo4j_auth)
    made.close()


# --- Where it goes ------------------------------------------------------------------------------


def test_without_a_target_the_bytes_go_to_standard_output(
    small: Store, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    export(small, "nquads", None)
    assert capfdbinary.readouterr().out.decode() == text_of(small, "nquads", tmp_path)


def test_an_unknown_format_is_a_usage_error(small: Store) -> None:
    with pytest.raises(UserError, match="'rdf' is unknown; choose one of turtle, trig") as error:
        export(small, "rdf", None)
    assert error.value.exit_status == 2


@pytest.mark.parametrize("name", ["csv", "neo4j-admin"])
def test_several_files_need_a_folder(name: str, small: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for target in (None, tmp_path / "file"):
        with pytest.raises(UserError, match="folder"):
            export(small, name, target)


def test_a_place_that_cannot_be_written_is_named(small: Store, tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "absent" / "file"):
        with pytest.raises(UserError, match=str(tmp_path)):
            export(small, "turtle", target)


def test_a_failed_export_leaves_the_old_file(any_rdf: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("old")
    with pytest.raises(UserError):
        export(any_rdf, "turtle", tmp_path / "out")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"out": "old"}


def test_an_exported_file_can_be_read_by_others(small: Store, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    export(small, "turtle", tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode == plain.stat().st_mode


def test_an_empty_store_has_nothing_to_export(tmp_path: Path) -> None:
    store = open_store(parse_address(f"embedded:{tmp_path / 'store'}"))
    with pytest.raises(StoreError, match="kg load"):
        export(store, "turtle", tmp_path / "out")


# --- rdflib -------------------------------------------------------------------------------------


def test_rdflib_gets_the_same_quads_with_their_lexical_forms(any_rdf: Store) -> None:
    dataset = rdflib_dataset(any_rdf)
    assert lines_of(dataset) == {str(q) for q in ANY_QUADS}
    eva = rdflib.URIRef(BASE + "person/eva")
    names = {o for _, _, o, _ in dataset.quads((eva, rdflib.FOAF.name, None, None))}
    assert names == {rdflib.Literal("Eva", lang="es-mx"), rdflib.Literal("")}


def test_the_facade_adds_derived_data_on_request(small: Store) -> None:
    def siblings(dataset: rdflib.Dataset) -> set[str]:
        eva, sibling = rdflib.URIRef(BASE + "person/eva"), rdflib.URIRef(KG + "siblingOf")
        return {str(o) for _, _, o, _ in dataset.quads((eva, sibling, None, None))}

    assert siblings(rdflib_dataset(small)) == set()
    assert siblings(rdflib_dataset(small, derived=True)) == {BASE + "person/ana"}
    assert {"ask", "dataset", "query"} <= set(kg.__all__)


@pytest.mark.parametrize("name", ["turtle", "trig", "ntriples", "nquads"])
def test_claims_leave_as_rdf_12_reifiers_on_request(
    name: str, small: Store, tmp_path: Path
) -> None:
    quads = parsed(text_of(small, name, tmp_path, reifiers=True), name)
    reifiers = {q.subject: q.object for q in quads if q.predicate.value.endswith("#reifies")}
    claims = {q.subject for q in SMALL_QUADS if q.object == ox.NamedNode(KG + "Claim")}
    assert set(reifiers) == claims
    back = set()
    for claim, triple in reifiers.items():
        assert isinstance(triple, ox.Triple)
        for part in ("subject", "predicate", "object"):
            back.add(ox.Quad(claim, ox.NamedNode(RDF + part), getattr(triple, part)))
    kept = {q for q in quads if not q.predicate.value.endswith("#reifies")}
    assert kept | back == set(SMALL_QUADS)


def test_reifiers_are_refused_where_there_is_no_rdf_12(small: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"--reifiers is RDF 1\.2, which rdfxml is not"):
        export(small, "rdfxml", tmp_path / "x", reifiers=True)


@given(st.lists(st.builds(ox.Quad, NODES, PREDICATES, TERMS | TRIPLES, GRAPHS), max_size=12))
@settings(deadline=None)
def test_lines_that_are_sorted_on_disk_are_those_that_are_sorted_in_memory(
    quads: list[ox.Quad],
) -> None:
    expected = ox.serialize(in_order(quads), format=ox.RdfFormat.N_QUADS)
    for most in (2, 3, 100):
        out = io.BytesIO()
        write_lines([*quads, *quads], "nquads", out, most=most)
        assert out.getvalue() == expected
    named = any(quad.graph_name != ox.DefaultGraph() for quad in quads)
    out = io.BytesIO()
    with pytest.raises(UserError) if named else contextlib.nullcontext():
        write_lines(quads, "ntriples", out, most=2)
    assert out.getvalue() == (b"" if named else expected)

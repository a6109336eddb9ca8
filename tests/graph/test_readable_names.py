"""Foreign terms are called as their own file calls them, and keep that name in the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.loading import document_quads, load, read_documents, unload
from graph.reading import find_inputs, key_of, read
from graph.stores import Store

ONTOLOGY = """@prefix my: <http://my.example/terms#> . @prefix obo: <http://purl.obolibrary.org/obo/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix : <http://my.example/local/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
obo:BFO_0000051 rdfs:label "has part"@en , "tiene parte"@es .
my:C0001 rdfs:label "cell line" .
my:x a my:C0001 ; my:has_part my:y ; obo:BFO_0000051 my:y ; my:birthDate "1969" ; my:😀 1 ;
  owl:versionIRI my:v1 ; :colour "red" ; <http://other.example/R42> my:y .
<http://other.example/R42> rdfs:label "is near" .
"""


def loaded(store: Store, path: Path, text: str) -> str:
    """The key of a text that was loaded from a file."""
    path.write_text(text, "utf-8")
    load(store, read_documents(store, find_inputs([str(path)])))
    return key_of(path.name)


def names(store: Store) -> dict[str, str]:
    release = store.release()
    assert release is not None
    return release.names


def test_terms_are_named_by_the_prefixes_and_labels_of_their_file(
    store: Store, tmp_path: Path
) -> None:
    key = loaded(store, tmp_path / "onto.ttl", ONTOLOGY)
    assert set(names(store)) == {
        *("my__cell_line", "MY__HAS_PART", "OBO__HAS_PART", "my__birthDate", "my__grinning_face"),
        *("OWL__VERSION_IRI", "local__colour", "R_IS_NEAR_07EEC27B", "rdfs__label"),
    }
    (row,) = store.read(
        "MATCH (n:my__cell_line)-[:MY__HAS_PART]->(m)<-[:OBO__HAS_PART]-(n) "
        "RETURN n.my__birthDate AS born, n.my__grinning_face AS face, m.id AS part"
    ).records
    assert row == {"born": "1969", "face": 1, "part": "http://my.example/terms#y"}
    (source,) = find_inputs([str(tmp_path / "onto.ttl")])
    assert set(document_quads(store, key)) == set(read(source))


def test_a_name_stays_whatever_is_loaded_later(store: Store, tmp_path: Path) -> None:
    first = loaded(store, tmp_path / "a.ttl", "@prefix a: <http://v/> . a:s a:p1 a:o ; a:P7 1 .")
    before = names(store)
    second = loaded(
        store,
        tmp_path / "b.ttl",
        "@prefix b: <http://v/> . @prefix a: <http://w/> . b:t b:p1 b:s ; b:P7 2 ; a:p1 b:s ; b:q 3 ."
        'b:P7 <http://www.w3.org/2000/01/rdf-schema#label> "seven" .',
    )
    assert before == {"A__P1": "http://v/p1", "a__P7": "http://v/P7"}
    # What has a prefix in the store keeps it, also for new terms; the prefix means nothing else.
    assert names(store) == before | {
        "a__q": "http://v/q",
        "R_P1_17BFE0FA": "http://w/p1",
        "rdfs__label": "http://www.w3.org/2000/01/rdf-schema#label",
    }
    unload(store, [first])
    assert names(store)["a__P7"] == "http://v/P7"
    (source,) = find_inputs([str(tmp_path / "b.ttl")])
    assert set(document_quads(store, second)) == set(read(source))


def test_two_terms_that_would_share_a_name_are_told_apart(store: Store, tmp_path: Path) -> None:
    text = "@prefix a: <http://v/> . a:s a:isNear a:o ; a:is_near a:o ; a:IS_NEAR a:o ."
    key = loaded(store, tmp_path / "twins.ttl", text)
    assert names(store) == {
        "A__IS_NEAR": "http://v/IS_NEAR",
        "A__IS_NEAR_222762D0": "http://v/isNear",
        "A__IS_NEAR_79C1B9EA": "http://v/is_near",
    }
    (source,) = find_inputs([str(tmp_path / "twins.ttl")])
    assert set(document_quads(store, key)) == set(read(source))


def test_a_prefix_that_everybody_knows_is_nobodys_own(store: Store, tmp_path: Path) -> None:
    text = "@prefix foaf: <http://mine/> . @prefix kg: <http://also/> . foaf:s foaf:p 1 ; kg:q 2 ."
    loaded(store, tmp_path / "claims-foaf.ttl", text)
    assert set(names(store)) == {"p_p_fedb9c00", "p_q_6ea2d343"}


XML = """<?xml version="1.0"?><!DOCTYPE r [<!ENTITY my "http://my.example/terms#">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:my="&my;">
<my:Kind rdf:about="http://my.example/x"><my:size>1</my:size></my:Kind></rdf:RDF>"""
JSON = """{"@context": {"my": "http://my.example/terms#", "size": "my:size", "Kind": "my:Kind"},
"@id": "http://my.example/x", "@type": "Kind", "size": "1"}"""


@pytest.mark.parametrize(("name", "text"), [("x.rdf", XML), ("x.jsonld", JSON)])
@pytest.mark.parametrize("engine", ["embedded"])
def test_xml_and_json_declare_prefixes_too(
    store: Store, tmp_path: Path, name: str, text: str
) -> None:
    loaded(store, tmp_path / name, text)
    assert set(names(store)) == {"my__Kind", "my__size"}

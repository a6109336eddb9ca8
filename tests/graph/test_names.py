"""Names of foreign terms: for people, of the IRI alone, and never two terms with one name."""

from __future__ import annotations

import string
from itertools import combinations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.projection.names import PREFIXES, Names, foreign_key, foreign_label, foreign_type
from graph.projection.nodes import PropertyGraph
from tests.in_memory import project

E = "http://ejemplo.mx/ont#"
NAMES = {
    "http://xmlns.com/foaf/0.1/knows": ("foaf__knows", "foaf__knows", "FOAF__KNOWS"),
    "http://purl.obolibrary.org/obo/IAO_0100001": (
        *("obo__IAO_0100001", "obo__IAO_0100001", "OBO__IAO_0100001"),
    ),
    "http://www.wikidata.org/prop/direct/P31": ("wdt__P31", "wdt__P31", "WDT__P31"),
    "http://www.w3.org/2002/07/owl#versionIRI": (
        *("owl__versionIRI", "owl__versionIRI", "OWL__VERSION_IRI"),
    ),
    "http://schema.org/名前": ("schema__名前", "schema__名前", "SCHEMA__名前"),
    "http://ejemplo.mx/ontología#Organización": (
        *("c_Organización_c958e5d1", "p_Organización_c958e5d1", "R_ORGANIZACIÓN_C958E5D1"),
    ),
    E + "组织": ("c_组织_c950ae10", "p_组织_c950ae10", "R_组织_C950AE10"),
    E + "منظمة": ("c_منظمة_0692e454", "p_منظمة_0692e454", "R_منظمة_0692E454"),
    "http://x/हिन्दी": ("c_हिन्दी_5f429ea1", "p_हिन्दी_5f429ea1", "R_हिन्दी_5F429EA1"),
    "http://ejemplo.mx/ontología#está_en": (
        *("c_está_en_6192abb3", "p_está_en_6192abb3", "R_ESTÁ_EN_6192ABB3"),
    ),
    "http://x.org/a-b.c": ("c_a_b_c_722b1c4d", "p_a_b_c_722b1c4d", "R_A_B_C_722B1C4D"),
    "http://x/HTTPServerID": (
        *("c_HTTPServerID_5f47b77c", "p_HTTPServerID_5f47b77c", "R_HTTP_SERVER_ID_5F47B77C"),
    ),
    "http://x.org/Stra%C3%9Fe": ("c_Straße_49d8f2b1", "p_Straße_49d8f2b1", "R_STRASSE_49D8F2B1"),
    E + "😀": ("c_grinning_face_f76753ea", "p_grinning_face_f76753ea", "R_GRINNING_FACE_F76753EA"),
}


@pytest.mark.parametrize("iri", NAMES)
def test_a_name_can_be_read(iri: str) -> None:
    assert (foreign_label(iri), foreign_key(iri), foreign_type(iri)) == NAMES[iri]


LOCAL = st.text(st.sampled_from(string.ascii_letters + "_-.1234é组ßπΠªⅰ"), min_size=1, max_size=6)
IRIS = st.builds(str.__add__, st.sampled_from([*PREFIXES.values(), E, "urn:x:"]), LOCAL)


@given(st.lists(IRIS, min_size=2, max_size=30, unique=True))
def test_no_two_terms_share_a_name(iris: list[str]) -> None:
    for name in (foreign_label, foreign_key, foreign_type):
        assert len({name(iri) for iri in iris}) == len(iris)


@given(IRIS)
def test_labels_and_types_are_told_apart_in_every_script(iri: str) -> None:
    label, key, type_ = foreign_label(iri), foreign_key(iri), foreign_type(iri)
    assert any(c.islower() for c in label)
    assert not any(c.islower() for c in type_)
    for name in (label, key, type_):
        assert not set(name) & set("~,`@. -") and len(name.encode()) < 100
        assert name[0].isalpha()


def test_locals_that_differ_in_case_only_have_types_of_their_own() -> None:
    for space in ("http://xmlns.com/foaf/0.1/", "http://www.wikidata.org/entity/", E):
        locals_ = (
            "fooBar",
            "foobar",
            "FooBar",
            "FOO_BAR",
            "foo_bar",
            "foo_Bar",
            "FOOBAR",
            "fOOBar",
        )
        types = [foreign_type(space + local) for local in locals_]
        assert all(one != other for one, other in combinations(types, 2))


def test_a_name_leads_back_to_its_term() -> None:
    names = Names()
    for iri in NAMES:
        assert names.label_iri(names.label(iri)) == iri
        assert names.type_iri(names.type(iri)) == iri
        assert names.key_iri(names.key(iri)) == iri


# Display names

LABELS = {
    'rdfs:label "Farbe"@de , "Color"@en-us , "Colour"@en-GB': ["Color", "Colour", "Farbe"],
    'rdfs:label "Adams Duglas"@vep , "Douglas Adams"@mul': ["Douglas Adams", "Adams Duglas"],
    'rdfs:label "Aerolínea"@es-MX , "Aaa"@de': ["Aerolínea", "Aaa"],
    'rdfs:label "x"@es , "b"@en-GB , "c"@en': ["c", "b", "x"],
    'schema:name "Acme Ltd"': ["Acme Ltd"],
    'dct:title "A dataset"@en': ["A dataset"],
    'gn:name "Culiacán"': ["Culiacán"],
    'skos:altLabel "alt"': ["alt"],
    'rdfs:label "اسم"@ar , "名前"@ja': ["اسم", "名前"],
    'skos:prefLabel "pref"@en ; rdfs:label "etiqueta"@es ; skos:altLabel "alt"': [
        *("etiqueta", "alt", "pref"),
    ],
    'rdfs:label "" , "x"@fr': ["x"],
    'rdfs:label "  "@en , "two\\n  lines"@en': ["two lines"],
    "ex:p 1": ["Joaquín_Guzmán"],
}
PREFIXED = """@prefix ex: <http://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <http://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix gn: <http://www.geonames.org/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


@pytest.mark.parametrize("said", LABELS)
def test_the_best_label_is_the_name_and_all_are_names(said: str) -> None:
    text = f"{PREFIXED} <http://example.org/p/Joaqu%C3%ADn_Guzm%C3%A1n> {said} ."
    graph: PropertyGraph = project(ox.parse(text, ox.RdfFormat.TURTLE))
    (node,) = graph.nodes.values()
    assert node.properties["names"] == LABELS[said]
    assert node.properties["name"] == LABELS[said][0]
    assert node.properties["_derived"] == ["name"]

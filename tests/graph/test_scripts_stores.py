"""Foreign terms in every script go into both engines and come back."""

from __future__ import annotations

from pathlib import Path

from graph.loading import document_quads, load, read_documents
from graph.reading import find_inputs, key_of, read
from graph.stores import Store

TEXT = """@prefix ex: <http://ejemplo.mx/ontología#> . @prefix o: <http://ejemplo.mx/ont#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <http://schema.org/> .
ex:Ñandú a ex:Organización , o:组织 , o:منظمة , schema:名前 ; ex:títuloOficial "Dirección" ;
  o:имя "имя" ; o:名前 "名" ; o:😀 "😀" ; ex:está_en ex:México ; o:جزء_من ex:أ ; o:组织 o:组织 ;
  schema:名前 ex:México , "x" ; rdfs:label "منظمة"@ar , "Ñandú"@es-MX .
"""


def test_terms_of_every_script_come_back(store: Store, tmp_path: Path) -> None:
    (tmp_path / "scripts.ttl").write_text(TEXT, "utf-8")
    inputs = find_inputs([str(tmp_path / "scripts.ttl")])
    load(store, read_documents(store, inputs), only=True)
    key = key_of("scripts.ttl")
    assert set(document_quads(store, key)) == set(read(inputs[0]))
    (row,) = store.read(
        "MATCH (n:`o__组织`)-[r:`EX__ESTÁ_EN`]->(m) "
        "RETURN n.name AS name, n.names AS names, n.`ex__títuloOficial` AS title, "
        "m.name AS other"
    ).records
    assert row == {
        "name": "Ñandú",
        "names": ["Ñandú", "منظمة"],
        "title": "Dirección",
        "other": "México",
    }

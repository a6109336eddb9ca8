"""Foreign data that uses our terms is kept, and draws no fact until a claim says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.loading.derived import derived_quads
from graph.loading.documents import document_quads, load, unload
from graph.sparql.copy import sparql_of
from graph.stores import Store
from queries import bind, compare, run_cypher, run_sparql
from queries.catalogue import read_catalogue
from tests.graph.test_load import document, quads_of

CATALOGUE = read_catalogue()
PEOPLE = """
<person/ana> a kg:Person ; kg:name "Ana" ; kg:memberOf <organization/o> .
<organization/o> a kg:Cartel ; kg:name "O" .
<source/s> a kg:Source ; kg:name "S" .
<claim/1> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:memberOf ;
  rdf:object <organization/o> ; kg:statedIn <source/s> ; kg:status "stated" ; kg:rank "normal" ;
  kg:locator "row=1" .
"""
FOREIGN = {
    "a link": "<person/bob> kg:memberOf <organization/o> .",
    "classes and a name": """<person/bob> a kg:Official, kg:Leader, kg:Accused, kg:Person ;
        kg:name "Bob" ; kg:nameEs "Beto" ; kg:memberOf <organization/o> .""",
    "links within a graph": "ex:g { <person/bob> kg:leads <organization/o> ; a kg:Person }",
    "a claim without a source": """<person/bob> kg:memberOf <organization/o> .
        <claim/x> a kg:Claim ; rdf:subject <person/bob> ; rdf:predicate kg:memberOf ;
        rdf:object <organization/o> ; kg:status "stated" ; kg:rank "normal" .""",
    "a claim without a status": """<claim/x> a kg:Claim ; rdf:subject <person/bob> ;
        rdf:predicate kg:memberOf ; rdf:object <organization/o> ; kg:statedIn <source/s> .""",
    "a claim with an unknown status": """<claim/x> a kg:Claim ; rdf:subject <person/bob> ;
        rdf:predicate kg:memberOf ; rdf:object <organization/o> ; kg:statedIn <source/s> ;
        kg:status "certain" .""",
    "a claim with two statuses": """<claim/x> a kg:Claim ; rdf:subject <person/bob> ;
        rdf:predicate kg:memberOf ; rdf:object <organization/o> ; kg:statedIn <source/s> ;
        kg:status "denied", "stated" .""",
    "what looks like a fact": """<fact/x> a kg:Fact ; rdf:subject <person/bob> ;
        rdf:predicate kg:memberOf ; rdf:object <organization/o> ; kg:inferred false ;
        kg:evidence <claim/1> ; kg:status "stated" ; kg:statuses "stated" .""",
    "a premise": "<person/bob> kg:siblingOf <person/ana> .",
    "what rules conclude": """<person/bob> kg:relatedTo <person/ana> ; kg:holdsOffice <office/x> .
        <organization/o> kg:hasMember <person/bob> ; kg:ledBy <person/bob> .""",
    "a schema": """kg:memberOf rdfs:subPropertyOf kg:leads ; a
        <http://www.w3.org/2002/07/owl#SymmetricProperty> ; kg:relationshipType "OWNS" .""",
    "a date": '<person/bob> kg:when "2020" ; kg:dateFrom "2020-01-01" ; kg:drawn true .',
}
COUNTS = dict(zip(FOREIGN, (1, 7, 2, 4, 2, 3, 4, 5, 1, 4, 1, 3), strict=True))
ASKED: dict[str, dict[str, str]] = {
    "membership": {"organization": "organization/o"},
    "leaders": {},
    "relatives": {"person": "person/ana"},
    "statements": {"topic": "person/bob"},
}


def rows(store: Store) -> dict[str, list[dict[str, object]]]:
    """The answers of both languages, which are alike."""
    database = sparql_of(store)
    found = {}
    for name, given in ASKED.items():
        query = CATALOGUE.queries[name]
        bound = bind(query, given)
        answer = run_cypher(query, bound, store)
        assert compare(answer, run_sparql(query, bound, database)) == []
        found[name] = answer.rows
    return found


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_no_claim_says_is_kept_and_is_no_row(kind: str, store: Store) -> None:
    load(store, [document("a", PEOPLE)])
    before, follows = rows(store), set(derived_quads(store))
    assert [row["claims"] for row in before["membership"]] == [["claim/1"]]
    ledger = load(store, [document("b", FOREIGN[kind])])
    (note,) = ledger.report.notes
    assert note.startswith(f"b.trig: {COUNTS[kind]} triple") and "without a claim" in note
    quads = quads_of("b", FOREIGN[kind])
    assert set(document_quads(store, "b")) == set(quads)
    assert rows(store) == before
    assert set(derived_quads(store)) == follows


def test_a_claim_makes_a_fact_of_it_and_its_removal_unmakes_it(store: Store) -> None:
    load(store, [document("a", PEOPLE), document("b", FOREIGN["a link"])])
    before = rows(store)
    claim = """<person/bob> a kg:Person ; kg:name "Bob" .
        <claim/2> a kg:Claim ; rdf:subject <person/bob> ; rdf:predicate kg:memberOf ;
        rdf:object <organization/o> ; kg:statedIn <source/s> ; kg:status "alleged" ;
        kg:rank "normal" ; kg:locator "row=2" ."""
    assert load(store, [document("c", claim)]).report.notes == []
    found = [(row["member"], row["claims"]) for row in rows(store)["membership"]]
    assert sorted(found) == [("Ana", ["claim/1"]), ("Bob", ["claim/2"])]
    unload(store, ["b"])
    assert sorted((r["member"], r["claims"]) for r in rows(store)["membership"]) == sorted(found)
    assert set(document_quads(store)) == {*quads_of("a", PEOPLE), *quads_of("c", claim)}
    load(store, [document("b", FOREIGN["a link"])])
    unload(store, ["c"])
    assert rows(store) == before


def test_exported_knowledge_answers_like_the_sheets(packaged: Store, tmp_path: Path) -> None:
    from contextlib import closing

    from graph.loading.change import gather
    from graph.stores import open_store, parse_address
    from graph.stores.base import Document

    copy = gather(Document("copy", "copy.nq", "d", 0), document_quads(packaged))
    with closing(open_store(parse_address(f"embedded:{tmp_path / 'copy'}"))) as store:
        ledger = load(store, [copy])
        assert ledger.report.notes == []
        assert set(derived_quads(store)) == set(derived_quads(packaged))
        for name in ("membership", "relatives", "transfers", "transfers_by_president"):
            query = CATALOGUE.queries[name]
            for example in query.examples:
                bound = bind(query, example)
                assert (
                    run_cypher(query, bound, store).rows == run_cypher(query, bound, packaged).rows
                )


def test_a_claim_that_calls_something_a_fact_makes_none(store: Store) -> None:
    said = """<source/s> a kg:Source . <person/x> a kg:Person .
        <claim/1> a kg:Claim ; rdf:subject <person/x> ; rdf:predicate rdf:type ;
        rdf:object kg:Fact ; kg:statedIn <source/s> ; kg:status "stated" ; kg:rank "normal" ."""
    load(store, [document("a", said)])
    assert store.read("MATCH (n:Person) RETURN n.id AS id", {}).records == [{"id": "person/x"}]
    assert set(document_quads(store)) == set(quads_of("a", said))


def test_a_thing_may_have_a_name_that_begins_as_those_of_facts_do(store: Store) -> None:
    said = """<fact/a> kg:name "Dawn" . <source/s> a kg:Source .
        <claim/1> a kg:Claim ; rdf:subject <fact/a> ; rdf:predicate rdf:type ;
        rdf:object kg:Cartel ; kg:statedIn <source/s> ; kg:status "stated" ; kg:rank "normal" .
        <claim/2> a kg:Claim ; rdf:subject <fact/a> ; rdf:predicate kg:name ; rdf:object "Dawn" ;
        kg:statedIn <source/s> ; kg:status "stated" ; kg:rank "normal" ."""
    load(store, [document("a", said)])
    found = store.read("MATCH (n:Cartel) RETURN n.id AS id, n:Actor AS actor", {}).records
    assert [(r["id"], r["actor"]) for r in found] == [("fact/a", True)]
    assert set(document_quads(store)) == set(quads_of("a", said))

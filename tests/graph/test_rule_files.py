"""Rule files are read whole, or refused with the line that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.claims.infer import infer
from graph.claims.rdf import claimed_facts
from graph.claims.rules import rules
from ontology import KG, OntologyError
from tests.graph.claimed import claim_nodes
from tests.graph.test_infer import claims
from tests.graph.whole_rules import infer_whole
from tests.graph.whole_rules import rules as whole_rules

HEAD = f"""PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX kg: <{KG}>
CONSTRUCT {{ [] rdf:subject ?s ; rdf:predicate kg:knows ; rdf:object ?o ; kg:premise ?f }}
WHERE {{
  ?f a kg:Fact ; rdf:predicate kg:siblingOf ; rdf:subject ?s ; rdf:object ?o .
"""


def folder(tmp_path: Path, *lines: str) -> Path:
    (tmp_path / "own.rq").write_text(HEAD + "\n".join(lines) + "\n}\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("?s ?any ?o .", "?any"),
        ("?f kg:status ?status .", "kg:status"),
        ("?other rdf:subject ?s .", "rdf:subject"),
        ("FILTER EXISTS { ?s kg:leads ?x }", "EXISTS"),
        ("FILTER(REGEX(STR(?s), 'a'))", "'"),
        ('FILTER(LANG(?s) = "a")', "LANG"),
        ("OPTIONAL { ?s kg:leads ?x }", "kg:leads"),
        ("MINUS { ?s kg:leads ?o }", "MINUS"),
        ("?s kg:leads+ ?o .", "+"),
        ("{ FILTER(?s != ?o) } UNION { ?s kg:leads ?o }", "{"),
        ("FILTER NOT EXISTS { VALUES ?s { kg:a } }", "{"),
        ("?s foaf:knows ?o .", "foaf:knows"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(line: str, word: str, tmp_path: Path) -> None:
    with pytest.raises(OntologyError) as refused:
        rules(folder(tmp_path, line))
    assert str(refused.value).startswith("ontology/rules/own.rq, line 6: ")
    assert f"'{word}' cannot stand here; docs/decisions/0007" in str(refused.value)


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("rdf:object ?o ; kg:premise ?f", "rdf:object ?x ; kg:premise ?f"),
        ("kg:premise ?f", "kg:premise ?s"),
        ("rdf:subject ?s ; rdf:predicate kg:knows", "rdf:subject ?s, ?o ; rdf:predicate kg:knows"),
    ],
)
def test_a_conclusion_that_would_be_no_fact_is_refused(
    said: str, instead: str, tmp_path: Path
) -> None:
    (tmp_path / "own.rq").write_text(HEAD.replace(said, instead, 1) + "}\n", "utf-8")
    with pytest.raises(OntologyError, match="a conclusion has one subject"):
        rules(tmp_path)


def test_a_rule_without_an_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_text(HEAD, "utf-8")
    with pytest.raises(OntologyError, match="line 6: 'the end' cannot stand here"):
        rules(tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "?s kg:parentOf|^kg:childOf ?x .",
        "?s kg:parentOf ?x . ?x kg:parentOf ?x .",
        "VALUES ?s { <https://w3id.org/expediente/person/a> <https://w3id.org/expediente/person/c> }",
        "FILTER(STR(?s) < STR(?o) || ?s = <https://w3id.org/expediente/person/c>)",
        "FILTER NOT EXISTS { ?o kg:parentOf ?x . FILTER(?x = ?s) }",
        "{ ?s kg:parentOf ?x } UNION { ?x kg:parentOf ?o FILTER(STR(?x) > STR(?o)) }",
        '?s kg:name ?name . FILTER(STR(?name) >= "b")',
        "?s kg:name ?name . BIND(STR(?name) AS ?text) ?o kg:name ?text .",
    ],
)
def test_a_rule_concludes_what_a_sparql_engine_does(line: str, tmp_path: Path) -> None:
    quads = claims(
        *[("a", "siblingOf", "b"), ("b", "siblingOf", "a"), ("c", "siblingOf", "a")],
        *[("b", "siblingOf", "c"), ("a", "parentOf", "d"), ("d", "parentOf", "b")],
        *[("e", "childOf", "c"), ("c", "parentOf", "b"), ("f", "siblingOf", "e")],
    )
    facts = claimed_facts(claim_nodes(quads))
    own = folder(tmp_path, line)
    assert infer(quads, facts, rules(own)) == infer_whole(quads, facts, whole_rules(own))


def test_a_rule_that_goes_on_and_on_is_named(tmp_path: Path) -> None:
    chain = "?g a kg:Fact ; rdf:predicate kg:siblingOf ; rdf:subject ?m ; rdf:object ?o ."
    text = HEAD.replace("kg:siblingOf", "kg:knows").replace("rdf:object ?o .", "rdf:object ?m .")
    text = text.replace("kg:premise ?f", "kg:premise ?f, ?g") + chain + "\n}\n"
    (tmp_path / "round-by-round.rq").write_text(text, "utf-8")

    def run(length: int) -> int:
        siblings = [(f"p{n}", "siblingOf", f"p{n + 1}") for n in range(1, length)]
        quads = claims(("p0", "knows", "p1"), *siblings)
        return len(infer(quads, claimed_facts(claim_nodes(quads)), rules(tmp_path)))

    assert run(40) == 39
    with pytest.raises(OntologyError) as refused:
        run(60)
    assert str(refused.value) == (
        "The rules round-by-round still conclude something new after 50 rounds; look for a loop in "
        "ontology/rules."
    )


def test_a_rule_that_joins_what_shares_nothing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HEAD.replace("rdf:object ?o .", "rdf:object ?m .").replace(
        "premise ?f", "premise ?f, ?g"
    )
    text += "?g a kg:Fact ; rdf:predicate kg:spouseOf ; rdf:subject ?n ; rdf:object ?o .\n}\n"
    (tmp_path / "anybody.rq").write_text(text, "utf-8")
    siblings = [(f"a{n}", "siblingOf", f"b{n}") for n in range(50)]
    spouses = [(f"c{n}", "spouseOf", f"d{n}") for n in range(50)]
    quads = claims(*siblings, *spouses)
    facts = claimed_facts(claim_nodes(quads))
    assert len(infer(quads, facts, rules(tmp_path))) == 2500
    monkeypatch.setattr("graph.claims.infer.MOST_AT_ONCE", 0)
    with pytest.raises(OntologyError) as refused:
        infer(quads, facts, rules(tmp_path))
    assert str(refused.value) == (
        "ontology/rules/anybody.rq concludes more than 2,000 things at once; let its patterns share "
        "what they are about."
    )

"""``kg why``: a claim or a fact opened down to the words that it came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.why.gather import rule_words
from kg.why.keys import Key, Way
from kg.why.tree import Tree, drawn
from tests.kg.family import TEXT, write_text
from tests.kg_command import Command

IN_LAW = ("Luz Vera", "sister-in-law-of", "Iván Soto")
TREE = """\
Luz Vera is the sibling-in-law of Iván Soto (stated)
└─ [1] stated “sister-in-law of Iván Soto”
      claim/g-3; recorded 1 June 2020; rank normal
      Gossip from Villa Luna (gaceta), char=115,141

Luz Vera is the sibling-in-law of Iván Soto, since 2001 (reported; stated;
inferred)
└─ rule sibling-in-law-by-spouse: A spouse's sibling is a sibling-in-law.
   │  because Luz Vera is the sibling of Ana Robles and Ana Robles is the spouse
   │  of Iván Soto
   ├─ Luz Vera is the sibling of Ana Robles (stated)
   │  └─ [2] stated “sister of Ana Robles”
   │        claim/g-1; recorded 1 June 2020; rank normal
   │        Gossip from Villa Luna (gaceta), char=39,59
   └─ Ana Robles is the spouse of Iván Soto, since 2001 (reported)
      └─ [3] reported “Ana married Iván Soto in 2001”
            claim/g-2; valid since 2001; recorded 1 June 2020; rank normal
            said by Luz Vera
            Gossip from Villa Luna (gaceta), char=62,91
"""
ARBOL = """\
Luz Vera es cuñado o cuñada de Iván Soto (afirmado)
└─ [1] afirmado “sister-in-law of Iván Soto”
      claim/g-3; registrado: 1 de junio de 2020; rango normal
      Gossip from Villa Luna (gaceta), char=115,141
"""


def test_a_fact_opens_down_to_its_claims_and_to_the_premises_of_its_rule(family: Command) -> None:
    ran = family("why", *IN_LAW)
    assert (ran.status, ran.err, ran.out) == (0, "", TREE)


def test_lines_keep_within_80_columns_in_a_pipe(family: Command) -> None:
    assert max(map(len, family("why", *IN_LAW, "--lang", "es").out.splitlines())) <= 80


@pytest.mark.parametrize(
    "said",
    ["siblingInLawOf", "SIBLING_IN_LAW_OF", "sibling-in-law of", "brother-in-law-of", "cuñada-de"],
)
def test_a_predicate_is_an_id_a_label_in_two_languages_or_a_word_for_one_sex(
    family: Command, said: str
) -> None:
    assert family("why", "Luz Vera", said, "person/ivan-soto").out == TREE


def test_a_fact_is_explained_in_spanish(family: Command) -> None:
    out = family("why", *IN_LAW, "--lang", "es").out
    assert out.startswith(ARBOL)
    said = " ".join(out.replace("│", " ").split())
    assert "El hermano o la hermana del cónyuge es cuñado o cuñada." in said
    assert "porque Luz Vera es hermano o hermana de Ana Robles y Ana Robles es cónyuge de" in said


def test_a_claim_opens_with_what_it_contradicts(family: Command) -> None:
    assert family("why", "g-5").out == family("why", "claim/g-5").out == (
        "Claim: Transfer of Bruno Robles, 2020-05-06: date 7 May 2020\n"
        "└─ [1] stated, set aside “7 May 2020”\n"
        "      claim/g-5; recorded 1 June 2020; rank set aside; it supports no fact\n"
        "      Gossip from Villa Luna (gaceta), char=215,225\n"
        "      note: The record shows the day before.\n"
        "      contradicts: Transfer of Bruno Robles, 2020-05-06: date 6 May 2020\n"
        "      (stated; el-faro)\n"
    )  # fmt: skip


def test_a_denial_stands_beside_the_fact_that_it_denies(family: Command) -> None:
    out = family("why", "Luz Vera", "memberOf", "Test Cartel").out
    first, beside = out.split("\n\n")
    assert first.startswith(
        "alleged: Luz Vera is member of Test Cartel\n└─ [1] alleged “Luz carried"
    )
    assert beside.startswith(
        "Claims that say the same and support no fact\n└─ [2] denied “no member of the cartel”"
    )
    assert "said by Carla Núñez" in beside


def test_a_value_is_a_fact_too(family: Command) -> None:
    ran = family("why", "Ana Robles", "alias", "la jefa")
    assert ran.out.startswith("Ana Robles: alias La Jefa (stated)\n└─ [1] stated\n")


def test_a_class_that_a_rule_gives_names_the_rule(family: Command) -> None:
    out = family("why", "Bruno Robles", "is", "Accused").out
    assert out.startswith("Bruno Robles is classed as accused person (alleged; stated; inferred)\n")
    assert "claim/faro-3" in out and "rule accused: " in out


def test_all_derivations_that_are_kept_are_shown(family: Command) -> None:
    out = family("why", "Bruno Robles", "is", "accused", "--json").json
    [name] = out["roots"]
    premises = [d["premises"] for d in out["facts"][name]["derivations"]]
    assert premises == [
        ["person/bruno-robles MEMBER_OF organization/test-cartel 2015/.."],
        ["person/bruno-robles TRANSFERRED_IN transfer/2020-05-06"],
    ]


# --- Passages -------------------------------------------------------------------------------------


def test_the_passage_is_shown_with_the_span_marked(family: Command, tmp_path: Path) -> None:
    folder = write_text(tmp_path / "texts")
    out = family("why", "g-4", "--sources", str(folder)).out
    assert (
        "passage: Luz is the sister-in-law of Iván Soto and, says Carla Núñez, ⟦no member of the "
        "cartel⟧." in " ".join(out.split())
    )
    assert family.with_(KG_SOURCES=str(folder))("why", "g-4").out == out


def test_a_text_changed_by_one_byte_is_not_shown(family: Command, tmp_path: Path) -> None:
    folder = write_text(tmp_path / "texts", TEXT.replace("Luz is", "Lux is"))
    ran = family("why", "g-4", "--sources", str(folder))
    assert ran.status == 0
    assert (
        f"passage: 003_gaceta.txt in {folder} is not the text that was read (its SHA-256 differs), so "
        "no passage is shown" in " ".join(ran.out.split())
    )
    assert "⟦" not in ran.out
    told = family("why", "g-4", "--sources", str(folder), "--json").json["claims"]["claim/g-4"]
    assert told["passage"] == {"state": "differs", "file": "003_gaceta.txt", "folder": str(folder)}


def test_a_folder_without_the_text_says_so(family: Command, tmp_path: Path) -> None:
    ran = family("why", "g-4", "--sources", str(tmp_path))
    assert f"passage: {tmp_path} does not have the text that was read" in " ".join(ran.out.split())


def test_a_missing_folder_is_an_error_wherever_it_was_named(
    family: Command, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    told = f"there is no folder {gone}; name the one with the texts of the sources.\n"
    ran = family("why", "g-4", "--sources", str(gone))
    assert (ran.status, ran.out, ran.err) == (2, "", f"kg: --sources: {told}")
    ran = family.with_(KG_SOURCES=str(gone))("why", "g-4")
    assert (ran.status, ran.out, ran.err) == (2, "", f"kg: KG_SOURCES: {told}")


# --- For programs ---------------------------------------------------------------------------------


def test_json_has_the_facts_the_rules_in_two_languages_and_the_claims(family: Command) -> None:
    found = family("why", *IN_LAW, "--json").json
    base = "person/luz-vera SIBLING_IN_LAW_OF person/ivan-soto"
    assert found["roots"] == [base, f"{base} 2001/.."]
    assert found["facts"][f"{base} 2001/.."]["derivations"] == [
        {
            "rule": "sibling-in-law-by-spouse",
            "premises": [
                "person/ana-robles SPOUSE_OF person/ivan-soto 2001/..",
                "person/luz-vera SIBLING_OF person/ana-robles",
            ],
            "claims": [],
        }
    ]
    assert found["rules"]["sibling-in-law-by-spouse"] == {
        "en": "A spouse's sibling is a sibling-in-law.",
        "es": "El hermano o la hermana del cónyuge es cuñado o cuñada.",
    }
    claim = found["claims"]["claim/g-2"]
    assert claim["attributed_to"] == [{"id": "person/luz-vera", "name": "Luz Vera"}]
    assert (claim["status"], claim["valid"], claim["recorded"], claim["rank"]) == (
        "reported",
        "2001/..",
        "2020-06-01",
        "normal",
    )
    assert (claim["source"]["id"], claim["locator"]) == ("gaceta", "char=62,91")


def test_prov_leads_from_the_fact_to_sources_and_speaker(family: Command) -> None:
    out = family("why", *IN_LAW, "--format", "turtle").out
    store = ox.Store()
    store.load(out.encode(), format=ox.RdfFormat.TURTLE)
    rows = store.query(
        """
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX kg: <https://w3id.org/expediente/ontology#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?claim ?source ?who WHERE {
          ?fact rdf:predicate kg:siblingInLawOf ; kg:inferred true ; prov:wasDerivedFrom+ ?claim ;
            prov:wasGeneratedBy/prov:qualifiedAssociation/prov:hadPlan ?rule .
          ?rule a prov:Plan .
          ?claim prov:hadPrimarySource ?source .
          OPTIONAL { ?claim prov:wasAttributedTo ?who }
        } ORDER BY ?claim
        """
    )
    base = "https://w3id.org/expediente/"
    assert isinstance(rows, ox.QuerySolutions)
    assert [[v.value.removeprefix(base) if v else None for v in row] for row in rows] == [
        ["claim/g-1", "source/gaceta", None],
        ["claim/g-2", "source/gaceta", "person/luz-vera"],
    ]


def test_a_fact_has_the_iri_that_the_derived_graph_gives_it(family: Command) -> None:
    out = family("why", *IN_LAW, "--format", "turtle").out
    asked = (
        "SELECT ?f { ?f rdf:predicate kg:siblingInLawOf ; kg:rule 'sibling-in-law-by-spouse' ; "
        "rdf:subject <person/luz-vera> }"
    )
    ran = family("sparql", asked, "--graph", "derived", "--format", "json")
    assert ran.status == 0, ran.err
    [row] = json.loads(ran.out)["results"]["bindings"]
    assert f"<{row['f']['value']}> " in out


def test_mermaid_draws_sources_claims_rules_and_facts(family: Command) -> None:
    lines = family("why", *IN_LAW, "--format", "mermaid").out.splitlines()
    assert lines[0] == "flowchart BT"
    assert '  F3R1{{"A spouse\'s sibling is a sibling-in-law."}}' in lines
    assert lines[-4:] == [
        "  F1 --> F3R1",
        "  F4 --> F3R1",
        '  F4(["Luz Vera is the sibling of Ana Robles (stated)"])',
        "  C1 --> F4",
    ]
    assert '  S1[("Gossip from Villa Luna (gaceta)")]' in lines
    assert '  S1 -->|"char=115,141"| C3' in lines
    assert '  C2["reported: “Ana married Iván Soto in 2001” — Luz Vera"]' in lines


# --- Mistakes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["claim/g-99"],
            "The graph has no claim 'claim/g-99'; --ids shows the claims of a table, 'kg show' a thing, "
            "and a fact has three parts.",
        ),
        (["\udcff"], "'?' has bytes that are no text; give a name or an id."),
        (
            ["Luz Vera", "parent of", "Iván Soto"],
            "The graph has no fact 'Luz Vera parent of Iván Soto'; near it: Iván Soto related to "
            "Luz Vera; Iván Soto is the sibling-in-law of Luz Vera; Luz Vera related to "
            "Iván Soto; Luz Vera is the sibling-in-law of Iván Soto.",
        ),
        (
            ["Ana Robles", "alias", "La Flaca"],
            "The graph has no fact 'Ana Robles alias La Flaca'; near it: Ana Robles: alias La Jefa.",
        ),
        (
            ["Luz Vera", "brother-in-lw of", "Iván Soto"],
            "There is no predicate 'brother-in-lw of'; did you mean siblingInLawOf, parentInLawOf, "
            "siblingOf?",
        ),
        (
            ["Luz Vera", "is", "Leader"],
            "The graph does not have 'Luz Vera' as Leader; it is Accused, Actor, Person, Relative.",
        ),
        (
            ["Luz", "Vera"],
            "kg why takes a claim's id, or a fact in three parts: SUBJECT PREDICATE OBJECT; put names "
            "of several words into quotation marks.",
        ),
        (
            ["La Flaca", "siblingOf", "Iván Soto"],
            "'La Flaca' may be one of 2: person/carla-nunez, person/dora-diaz; give the id.",
        ),
        (["g-1", "--lang", "fr"], "--lang 'fr' is unknown; choose en or es."),
        (["g-1", "--format", "svg"], "--format 'svg' is unknown; choose one of tree, json, mermaid, turtle."),
        (["g-1", "--row", "1"], "--row is about the last answer; take it or the claim or fact away."),
    ],
)  # fmt: skip
def test_a_mistake_says_what_is_near(family: Command, arguments: list[str], told: str) -> None:
    ran = family("why", *arguments)
    assert (ran.status, ran.out, ran.err) == (2, "", f"kg: {told}\n")


# --- The last answer ------------------------------------------------------------------------------


@pytest.fixture
def alone(family: Command, tmp_path: Path) -> Command:
    """The family's command with a cache of its own."""
    return family.with_(XDG_CACHE_HOME=str(tmp_path / "cache"))


def kept_in(command: Command) -> Path:
    [file] = Path(command.environment["XDG_CACHE_HOME"]).rglob("last-answer.json")
    return file


def test_the_last_answer_is_opened_row_by_row_and_says_where_it_was_kept(alone: Command) -> None:
    asked = alone("ask", "Who are the in-laws of Luz Vera?")
    assert asked.status == 0, asked.err
    ran = alone("why")
    assert ran.err == (
        f"The last answer, to “Who are the in-laws of Luz Vera?”, kept in {kept_in(alone)}\n"
    )
    head, _, tree = ran.out.partition("\n")
    assert head.startswith("Row 1: Iván Soto")
    assert tree.startswith("├─ Luz Vera is the sibling-in-law of Iván Soto (stated)\n")
    assert "rule sibling-in-law-by-spouse" in tree
    assert alone("why", "--row", "1").out == ran.out


def test_the_last_answer_is_opened_in_its_own_language_or_another(alone: Command) -> None:
    assert alone("ask", "¿Quién es la madre de Bruno Robles?").status == 0
    assert alone("why").out.startswith("Fila 1: Ana Robles")
    assert alone("why", "--lang", "en").out.startswith("Row 1: Ana Robles")
    found = alone("why", "--json").json
    assert found["question"] == "¿Quién es la madre de Bruno Robles?"
    [row] = found["rows"]
    assert row["facts"] == ["person/ana-robles MOTHER_OF person/bruno-robles"]
    assert row["claims"] == []


def test_a_row_of_values_opens_to_its_claims(alone: Command) -> None:
    assert alone("ask", "What are the aliases of Ana Robles?", "--json").status == 0
    assert "└─ [1] stated Ana Robles: alias La Jefa\n" in alone("why").out


def test_what_cannot_be_opened_says_what_to_do(alone: Command, small: Command) -> None:
    nothing = "kg: No answer has been kept to be opened; ask with 'kg ask' first, or name a claim or a fact.\n"
    ran = alone("why")
    assert (ran.status, ran.out, ran.err) == (2, "", nothing)
    assert alone("ask", "Who is the mother of Bruno Robles?").status == 0
    assert alone("ask", "Who shot J. R.?").status == 4  # which keeps nothing
    ran = alone("why", "--row", "2")
    assert (ran.status, ran.err) == (2, "kg: --row 2: the last answer has one row; count from 1.\n")
    other = small.with_(XDG_CACHE_HOME=alone.environment["XDG_CACHE_HOME"])("why")
    assert (other.status, other.out) == (2, "")
    assert other.err.startswith(
        "kg: The last answer, to 'Who is the mother of Bruno Robles?', came "
    )
    kept_in(alone).write_text("{", "utf-8")
    ran = alone("why")
    assert (ran.status, ran.err) == (2, nothing)


def test_an_answer_of_the_graph_as_it_was_is_not_opened(alone: Command) -> None:
    from graph.seal import read_sealed, write_sealed

    assert alone("ask", "Who is the mother of Bruno Robles?").status == 0
    kept = json.loads(read_sealed(kept_in(alone)))
    write_sealed(kept_in(alone), json.dumps(kept | {"release": "another"}))
    ran = alone("why")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "kg: The graph has changed since the last answer, to 'Who is the mother of Bruno Robles?'; "
        "ask again.\n"
    )


def circle() -> dict[str, Any]:
    """Two facts that somebody has made each other's premise."""
    names = ["person/a SIBLING_OF person/b", "person/b SIBLING_OF person/a"]
    ends = {"a": {"id": "person/a", "name": "A"}, "b": {"id": "person/b", "name": "B"}}
    facts = {}
    for name, other in (names, reversed(names)):
        key = Key.read(name)
        facts[name] = {
            "subject": ends[key.subject[-1]], "predicate": "SIBLING_OF",
            "object": ends[key.object[-1]], "value": None, "valid": None, "status": "stated",
            "statuses": ["stated"], "inferred": True, "claims": [],
            "derivations": [{"rule": "symmetric", "premises": [other], "claims": []}],
        }  # fmt: skip
    rules = {"symmetric": rule_words("symmetric")}
    return {"roots": names[:1], "asked": [], "beside": [], "missing": [], "facts": facts,
            "rules": rules, "claims": {}}  # fmt: skip


def test_circular_premises_end_and_are_named() -> None:
    from kg.why.show import shown

    text, notes = shown(circle(), "tree", "en")
    assert text == (
        "A is the sibling of B (stated; inferred)\n"
        "└─ rule symmetric: A symmetric relation holds both ways.\n"
        "   └─ B is the sibling of A (stated; inferred)\n"
        "      └─ rule symmetric: A symmetric relation holds both ways.\n"
        "         └─ A is the sibling of B (stated; inferred)\n"
        "               leads back to itself: this premise rests on what it should\n"
        "               support"
    )
    assert notes == [
        "A is the sibling of B (stated; inferred): its premises lead back to it; somebody has "
        "changed the graph, 'kg doctor --repair' or 'kg load' mends it."
    ]


def test_facts_that_claims_state_may_support_each_other() -> None:
    from kg.why.show import shown

    found = circle()
    for fact in found["facts"].values():
        fact["inferred"] = False
    text, notes = shown(found, "tree", "en")
    assert text == (
        "A is the sibling of B (stated)\n"
        "└─ also follows otherwise, by rule symmetric: A symmetric relation holds both\n"
        "   │  ways.\n"
        "   └─ B is the sibling of A (stated)"
    )
    assert notes == []


def test_a_premise_that_the_graph_lacks_is_named() -> None:
    found = circle()
    name = "person/b SIBLING_OF person/a"
    del found["facts"][name]
    text = drawn(Tree(found, "en").nodes())
    assert f"└─ {name}: the graph lacks this premise" in text


def test_an_interval_with_spaces_survives_as_a_premise() -> None:
    key = Key("person/a", "SPOUSE_OF", "person/b", "since; long ago: 50%")
    assert Way.read(f"symmetric: {key}") == Way("symmetric", (key,))


def test_a_rule_of_another_version_is_shown_by_its_name() -> None:
    assert rule_words("no-such-rule") == {"en": "no-such-rule", "es": "no-such-rule"}

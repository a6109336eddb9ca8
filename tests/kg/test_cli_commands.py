"""``kg queries``, ``query``, ``show`` and ``sources``: rows in five formats, mistakes with status 2."""

from __future__ import annotations

import csv
import io

import pytest

from tests.kg_command import Command

MOTHER = {
    "child": "Bruno Robles",
    "child_id": "person/bruno-robles",
    "parent": "Ana Robles",
    "parent_id": "person/ana-robles",
    "relation": "MOTHER_OF",
    "statuses": ["reported", "stated"],
    "inferred": False,
    "accused": False,
    "claims": ["claim/faro-1", "claim/voz-1"],
}
SOURCES = [
    {
        "source": "el-faro",
        "kind": "page",
        "title": "Who is who in Villa Luna",
        "publisher": "El Faro",
        "published": "2021-03-04",
        "url": "https://example.org/el-faro",
        "claims": 6,
    },
    {
        "source": "la-voz",
        "kind": "page",
        "title": "Otra historia de Villa Luna",
        "publisher": "La Voz",
        "published": "2022-05-06",
        "url": "https://example.org/la-voz",
        "claims": 2,
    },
]


def of_markdown(text: str) -> list[list[str]]:
    lines = [[c.strip() for c in x.strip("|").split("|")] for x in text.splitlines()]
    assert set(lines[1]) == {"---"}
    return [lines[0], *lines[2:]]


def of_table(text: str) -> list[list[str]]:
    lines = [[c.strip() for c in x.split("   ") if c.strip()] for x in text.splitlines()]
    assert set(lines[1][0]) == {"─"}
    return [lines[0], *lines[2:]]


READERS = {
    "csv": lambda text: list(csv.reader(io.StringIO(text))),
    "tsv": lambda text: list(csv.reader(io.StringIO(text), delimiter="\t")),
    "md": of_markdown,
    "table": of_table,
}


def test_the_sources_are_listed_with_the_number_of_their_claims(small: Command) -> None:
    ran = small("sources", "--format", "json")
    assert (ran.status, ran.json, ran.err) == (0, SOURCES, "")


@pytest.mark.parametrize("name", READERS)
def test_rows_come_in_each_format_on_standard_output(small: Command, name: str) -> None:
    ran = small("sources", "--format", name)
    assert (ran.status, ran.err) == (0, "")
    values = [[str(v) for v in row.values()] for row in SOURCES]
    assert READERS[name](ran.out) == [list(SOURCES[0]), *values]


def test_a_query_gives_its_columns_and_claims(small: Command) -> None:
    """By id and by name; a second opinion is told apart from the rows."""
    by_id = small("query", "parents", "child=person/bruno-robles", "--format", "json")
    assert (by_id.status, by_id.json, by_id.err) == (0, [MOTHER], "")
    by_name = small("query", "parents", "child=Bruno Robles", "--format", "json", "--check")
    assert (by_name.status, by_name.json) == (0, [MOTHER])
    assert by_name.err == "Cypher and SPARQL agree.\n"


def test_lists_in_a_cell_are_joined_and_truth_values_are_words(small: Command) -> None:
    ran = small("query", "parents", "child=Bruno Robles", "--format", "csv")
    assert ran.out.splitlines() == [
        "child,child_id,parent,parent_id,relation,statuses,inferred,accused,claims",
        "Bruno Robles,person/bruno-robles,Ana Robles,person/ana-robles,MOTHER_OF,reported; stated,no,no,claim/faro-1; claim/voz-1",
    ]


def test_a_query_describes_itself_without_a_store(small: Command) -> None:
    ran = small("query", "parents", "--describe", "--store", "bolt://127.0.0.1:1")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Parents and children\n")
    assert "  child: Person" in ran.out
    assert "\nCypher:\n" in ran.out
    assert "\nSPARQL:\nPREFIX" in ran.out


def test_an_entity_is_shown_with_status_and_claims(small: Command) -> None:
    ran = small("show", "La Jefa", "--format", "json", "--no-inferred")
    assert ran.status == 0
    assert (ran.err, ran.json["name"], ran.json["names"]) == ("", "Ana Robles", ["La Jefa"])
    kept = ("predicate", "object", "object_id", "status", "claims")
    mother = {
        "predicate": "MOTHER_OF",
        "object": "Bruno Robles",
        "object_id": "person/bruno-robles",
        "status": "reported",
        "claims": ["claim/faro-1", "claim/voz-1"],
    }
    rows = [{k: row[k] for k in kept} for row in ran.json["said"]]
    assert mother in rows
    assert {tuple(row["claims"]) for row in rows} == {
        ("claim/faro-1", "claim/voz-1"),
        ("claim/faro-2",),
    }


def test_queries_are_listed_by_theme_in_either_language(small: Command) -> None:
    ran = small("queries", "kin", "--lang", "es", "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    assert {row["theme"] for row in ran.json} == {"kin"}
    [mother] = [row for row in ran.json if row["query"] == "parents"]
    assert mother == {
        "theme": "kin",
        "query": "parents",
        "title": "Padres e hijos",
        "parameters": ["child?", "parent?"],
    }


def test_a_query_without_rows_has_its_columns_all_the_same(small: Command) -> None:
    ran = small("query", "parents", "child=Ana Robles", "--format", "csv")
    assert ran.status == 0
    assert ran.out == "child,child_id,parent,parent_id,relation,statuses,inferred,accused,claims\n"
    assert small("query", "parents", "child=Ana Robles", "--format", "json").json == []


MISTAKES: list[tuple[list[str], str]] = [
    (["queries", "nosuch"], "There is no theme 'nosuch'; choose one of designations, "),
    (["queries", "--lang", "fr"], "--lang 'fr' is unknown; choose en or es."),
    (
        ["queries", "--format", "xml"],
        "--format 'xml' is unknown; choose one of table, json, csv, tsv, md.",
    ),
    (["query", "parnts", "child=x"], "There is no query 'parnts'; did you mean parents, "),
    (["query", "zzz"], "There is no query 'zzz'; 'kg queries' lists them."),
    (
        ["query", "parents", "child=person/bruno-robles", "age=3"],
        "Query parents has no parameter 'age'; it takes: child, parent.",
    ),
    (["query", "parents", "child"], "Parameter 'child': write it as KEY=VALUE."),
    (["query", "parents", "child="], "Parameter 'child=': write it as KEY=VALUE."),
    (
        ["query", "parents", "child=Ana Robles", "child=Dora Díaz"],
        "Parameter 'child' is given twice; give it once.",
    ),
    (
        ["query", "parents", "child=person/ana-roble"],
        "The graph has no Person 'person/ana-roble'; did you mean person/ana-robles",
    ),
    (
        ["query", "parents", "child=La Flaca"],
        "'La Flaca' may be one of 2: person/carla-nunez, person/dora-diaz; give the id.",
    ),
    (
        ["query", "parents", "child=organization/test-cartel"],
        "'organization/test-cartel' is Actor, Cartel, CriminalOrganization, Organization, "
        "but Person is wanted here; give another id.",
    ),
    (
        ["query", "membership", "member=Ana Robles", "direct=maybe"],
        "Query membership: parameter 'direct': 'maybe' is neither true nor false.",
    ),
    (
        ["query", "events", "period=2025-02-30"],
        "Query events: parameter 'period': '2025-02-30' is not a date in EDTF; ",
    ),
    (
        ["query", "events", "period=2021/2020"],
        "Query events: parameter 'period': '2021/2020' ends before it begins; ",
    ),
    (
        ["query", "relatives", "person=Ana Robles", "degree=two"],
        "Query relatives: parameter 'degree': 'two' is no whole number.",
    ),
    (["show", "person/nobody-at-all"], "The graph has no Entity 'person/nobody-at-all'"),
    (["show", "claim/nosuch"], "The graph has no claim 'claim/nosuch'."),
    (["show", ""], "The graph has no Entity ''"),
    (["show", "La Flaca"], "'La Flaca' may be one of 2: person/carla-nunez, person/dora-diaz; "),
    (["show", "Ana Robles", "--format", "pdf"], "--format 'pdf' is unknown; choose one of table, "),
    (["sources", "--format", "pdf"], "--format 'pdf' is unknown; choose one of table, "),
    (["check", "--format", "pdf"], "--format 'pdf' is unknown; choose one of table, "),
    (["export", "--format", "pdf"], "--format 'pdf' is unknown; choose one of turtle, "),
]


@pytest.mark.parametrize(("arguments", "message"), MISTAKES, ids=[" ".join(m[0]) for m in MISTAKES])
def test_a_mistake_is_one_sentence_and_status_2(
    small: Command, arguments: list[str], message: str
) -> None:
    ran = small(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"kg: {message}")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["nosuch"],
        ["query"],
        ["show"],
        ["sources", "--nosuch"],
        ["query", "parents", "--timeout", "0"],
    ],
    ids=" ".join,
)
def test_a_command_that_cannot_be_read_ends_with_status_2_and_names_the_help(
    small: Command, arguments: list[str]
) -> None:
    ran = small(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "--help' for help." in ran.err
    assert "Error: " in ran.err

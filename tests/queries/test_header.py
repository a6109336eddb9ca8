"""Query files: read with their headers, or refused with the file and all its faults."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ontology import NotFound, QueryError, UserError
from queries.catalogue import read_catalogue
from queries.header import Column, Parameter, Query, Saying, headings, read_query
from queries.run import bind

HEADER = """\
//+ title: {en: Relatives by degree, es: Parientes por grado}
//+ about: {en: Kin in one degree., es: Parientes de un grado.}
//+ from: person
//+ to: relative
//+ attributes: [degree]
//+ words:
//+   en:
//+     relative: [relative, {say: [next of kin], with: {degree: 1}}]
//+     person -> relative: [is kin to]
//+   es:
//+     relative: [pariente]
//+ says: {en: "{relative} is a relative of {person}", es: "{relative} es pariente de {person}"}
//+ questions: {en: ["Who are Ana's relatives?"], es: ["¿Quiénes son los parientes de Ana?"]}
//+ examples: [{person: person/ana, degree: 2}]
//+ parameters:
//+   person: {type: Person, required: true}
//+   degree: {type: integer, default: 1, about: "how near"}
//+ columns: {person: Person, relative: Person, degree: integer, aliases: "text[]"}
//+ order: [degree, -relative]
"""
CYPHER = "MATCH (p:Entity {id: $person})-[r]-(x) WHERE r.degree = $degree RETURN x.id AS x\n"
TWIN = "#+ endpoint: in-memory\nSELECT ?relative { ?relative ?r $person }\n"


def write(
    folder: Path, name: str = "by_degree", header: str = HEADER, twin: str | None = TWIN
) -> Path:
    (folder / "kin").mkdir(exist_ok=True)
    path = folder / "kin" / f"{name}.cypher"
    path.write_text(header + CYPHER, "utf-8")
    if twin is not None:
        path.with_suffix(".rq").write_text(twin, "utf-8")
    return path


def test_a_query_file_is_read_whole(tmp_path: Path) -> None:
    assert read_query(write(tmp_path)) == Query(
        name="by_degree",
        theme="kin",
        title={"en": "Relatives by degree", "es": "Parientes por grado"},
        about={"en": "Kin in one degree.", "es": "Parientes de un grado."},
        examples=[{"person": "person/ana", "degree": 2}],
        parameters=[
            Parameter("person", "Person", True, None, ""),
            Parameter("degree", "integer", False, 1, "how near"),
        ],
        columns=[
            Column("person", "Person", headings()["person"]),
            Column("relative", "Person", headings()["relative"]),
            Column("degree", "integer", headings()["degree"]),
            Column("aliases", "text[]", headings()["aliases"]),
        ],
        order=["degree", "-relative"],
        cypher=CYPHER,
        sparql="SELECT ?relative { ?relative ?r $person }\n",
        no_twin=None,
        source="person",
        target="relative",
        attributes=["degree"],
        words=[
            Saying("en", "relative", ["relative"]),
            Saying("en", "relative", ["next of kin"], holds={"degree": 1}),
            Saying("en", "relative", ["is kin to"], subject="person"),
            Saying("es", "relative", ["pariente"]),
        ],
        says={
            "en": "{relative} is a relative of {person}",
            "es": "{relative} es pariente de {person}",
        },
        questions={
            "en": ["Who are Ana's relatives?"],
            "es": ["¿Quiénes son los parientes de Ana?"],
        },
    )


def test_a_column_knows_whether_it_is_an_entity_and_whether_it_is_a_list(tmp_path: Path) -> None:
    columns = read_query(write(tmp_path)).columns
    assert [(c.name, c.entity, c.many) for c in columns] == [
        ("person", True, False),
        ("relative", True, False),
        ("degree", False, False),
        ("aliases", False, True),
    ]


def test_the_compiled_form_gives_the_same_query(tmp_path: Path) -> None:
    query = read_query(write(tmp_path))
    assert Query.from_json(json.loads(json.dumps(query.as_json()))) == query


def test_a_query_may_do_without_a_twin_if_it_says_why(tmp_path: Path) -> None:
    header = HEADER + '//+ no_twin: "SPARQL knows no shortest paths"\n'
    query = read_query(write(tmp_path, header=header, twin=None))
    assert (query.sparql, query.no_twin) == (None, "SPARQL knows no shortest paths")


FAULTS = {
    "no twin": (HEADER, None, "the twin by_degree.rq is missing; write it, or say in no_twin why"),
    "twin and reason": (
        HEADER + "//+ no_twin: none needed\n",
        TWIN,
        "no_twin is given, but there is a twin; remove one of them",
    ),
    "the twin repeats": (HEADER, "#+ title: x\nSELECT", "the twin's header repeats ['title']"),
    "unknown key": (HEADER + "//+ colour: red\n", TWIN, "unknown keys colour"),
    "no title": (
        re.sub(r"//\+ title.*\n", "", HEADER),
        TWIN,
        "title needs a text for each of en, es",
    ),
    "no Spanish": (
        HEADER.replace(", es: Parientes por grado", ""),
        TWIN,
        "title needs a text for each of en, es",
    ),
    "patterns of old": (HEADER + "//+ ask: {en: [x], es: [y]}\n", TWIN, "unknown keys ask"),
    "an end that is no column": (
        HEADER.replace("from: person", "from: kin"),
        TWIN,
        "from names 'kin', which is no column",
    ),
    "an attribute that is no column": (
        HEADER.replace("attributes: [degree]", "attributes: [share]"),
        TWIN,
        "attributes names 'share', which is no column",
    ),
    "words for no column": (
        HEADER.replace("relative: [pariente]", "kin: [pariente]"),
        TWIN,
        "words of 'kin': kin is no column",
    ),
    "a verb from no column": (
        HEADER.replace("person -> relative", "kin -> relative"),
        TWIN,
        "words of 'kin -> relative': kin is no column",
    ),
    "words in one language": (
        HEADER.replace("//+     relative: [pariente]\n", ""),
        TWIN,
        "words are needed in each of en, es",
    ),
    "words in a third language": (
        HEADER.replace("//+   es:\n//+     relative", "//+   fr:\n//+     relative"),
        TWIN,
        "words has the language 'fr', which is unknown",
    ),
    "words that fix no column": (
        HEADER.replace("with: {degree: 1}", "with: {level: 1}"),
        TWIN,
        "words of 'relative' fix level, which is no column",
    ),
    "words without a word": (
        HEADER.replace("say: [next of kin], ", ""),
        TWIN,
        "words of 'relative': an entry is a word or has say and with",
    ),
    "a sentence with no column": (
        HEADER.replace("es pariente de {person}", "es pariente de {kin}"),
        TWIN,
        "says uses {kin}, which is no column",
    ),
    "a sentence in one language": (
        HEADER.replace(', es: "{relative} es pariente de {person}"', ""),
        TWIN,
        "says needs a text for each of en, es",
    ),
    "unknown class": (
        HEADER.replace("type: Person", "type: Personage"),
        TWIN,
        "parameter person has the type 'Personage', which is no class of the ontology "
        "and none of text, integer, number, boolean, date, interval",
    ),
    "a parameter without type": (
        HEADER.replace("{type: Person, required: true}", "{required: true}"),
        TWIN,
        "parameter person: unknown or missing keys []",
    ),
    "a parameter with other keys": (
        HEADER.replace("required: true}", "must: true}"),
        TWIN,
        "parameter person: unknown or missing keys ['must']",
    ),
    "no columns": (
        re.sub(r"//\+ columns.*\n", "", HEADER).replace("//+ order: [degree, -relative]\n", ""),
        TWIN,
        "columns are missing",
    ),
    "a column of its own": (
        HEADER.replace("aliases:", "claims: text, aliases:"),
        TWIN,
        "claims is reserved and always there; take it out of columns",
    ),
    "a column without heading": (
        HEADER.replace("aliases:", "zzz: text, aliases:"),
        TWIN,
        "column zzz has no heading; add it to queries/columns.yaml",
    ),
    "no examples": (
        HEADER.replace("[{person: person/ana, degree: 2}]", "[]"),
        TWIN,
        "examples are missing; give one at least",
    ),
    "an example too much": (
        HEADER.replace("degree: 2}]", "level: 2}]"),
        TWIN,
        "an example gives 'level', which is no parameter",
    ),
    "an example too little": (
        HEADER.replace("person: person/ana, ", ""),
        TWIN,
        "an example lacks the parameter person",
    ),
    "order": (
        HEADER.replace("[degree, -relative]", "[age]"),
        TWIN,
        "order names 'age', which is no column",
    ),
    "a parameter of the text": (
        HEADER.replace("  degree: {type: integer", "  level: {type: integer").replace(
            "degree: 2}", "level: 2}"
        ),
        TWIN,
        "the text uses $degree, which is no parameter",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_file(tmp_path: Path, fault: str) -> None:
    header, twin, message = FAULTS[fault]
    with pytest.raises(QueryError) as error:
        read_query(write(tmp_path, header=header, twin=twin))
    assert str(error.value).startswith("queries/kin/by_degree.cypher: ")
    assert message in str(error.value)
    assert error.value.exit_status == 2


def test_all_faults_of_a_file_are_named_at_once(tmp_path: Path) -> None:
    header = re.sub(r"//\+ title.*\n", "", HEADER) + "//+ colour: red\n"
    with pytest.raises(QueryError) as error:
        read_query(write(tmp_path, header=header, twin=None))
    assert str(error.value) == (
        "queries/kin/by_degree.cypher: unknown keys colour; "
        "title needs a text for each of en, es; the twin by_degree.rq is missing; "
        "write it, or say in no_twin why SPARQL can't."
    )


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("//+ title: {en: x\n//+ about: y\n", "queries/kin/by_degree.cypher:2: header: "),
        (
            "//+ [1, 2]\n",
            "queries/kin/by_degree.cypher:1: header: must be a map of keys and values.",
        ),
    ],
)
def test_a_header_that_is_no_yaml_map_is_refused_by_line(
    tmp_path: Path, header: str, message: str
) -> None:
    with pytest.raises(QueryError) as error:
        read_query(write(tmp_path, header=header))
    assert str(error.value).startswith(message)


# --- The catalogue --------------------------------------------------------------------------------


def test_a_catalogue_holds_the_queries_by_name(tmp_path: Path) -> None:
    write(tmp_path, "first")
    write(tmp_path, "second")
    found = read_catalogue(tmp_path)
    assert list(found.queries) == ["first", "second"]
    with pytest.raises(NotFound) as error:
        found.get("fist")
    assert str(error.value) == "There is no query 'fist'; did you mean first?"


def test_a_name_twice_is_refused_with_both_files(tmp_path: Path) -> None:
    path = write(tmp_path, "first")
    (tmp_path / "offices").mkdir()
    (tmp_path / "offices" / "first.cypher").write_text(path.read_text("utf-8"), "utf-8")
    with pytest.raises(QueryError) as error:
        read_catalogue(tmp_path)
    assert str(error.value) == (
        "queries/offices/first.cypher: the name is taken by queries/kin/first.cypher; rename one."
    )


def test_a_twin_without_its_query_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "first")
    (tmp_path / "kin" / "lonely.rq").write_text(TWIN, "utf-8")
    with pytest.raises(QueryError) as error:
        read_catalogue(tmp_path)
    assert str(error.value) == "queries: lonely.rq has no .cypher file; write or remove it."


def test_any_change_of_a_file_changes_the_fingerprint(tmp_path: Path) -> None:
    path = write(tmp_path, "first")
    before = read_catalogue(tmp_path).fingerprint
    assert read_catalogue(tmp_path).fingerprint == before
    twin = path.with_suffix(".rq")
    twin.write_text(twin.read_text("utf-8") + " ", "utf-8")
    assert read_catalogue(tmp_path).fingerprint != before


# --- Parameters -----------------------------------------------------------------------------------


@pytest.fixture
def query(tmp_path: Path) -> Query:
    header = HEADER.replace(
        "//+ columns:",
        "//+   share: {type: number, default: null}\n"
        "//+   sure: {type: boolean, default: null}\n"
        "//+   day: {type: date, default: null}\n"
        "//+   period: {type: interval, default: null}\n"
        '//+   others: {type: "Person[]", default: null}\n'
        "//+ columns:",
    )
    return read_query(write(tmp_path, header=header))


def test_parameters_are_typed_and_completed(query: Query) -> None:
    given = {
        "person": "person/ana",
        "degree": "3",
        "share": "0.5",
        "sure": "TRUE",
        "day": "2025-02-27",
        "period": "2024/2025-02",
        "others": "person/eva,person/leo",
    }
    assert bind(query, given) == given | {
        "degree": 3,
        "share": 0.5,
        "sure": True,
        "others": ["person/eva", "person/leo"],
    }
    assert bind(query, {"person": "person/ana"}) == dict.fromkeys(given) | {
        "person": "person/ana",
        "degree": 1,
    }


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "the parameter 'person' is missing; give person=VALUE (Person)."),
        ({"person": "a", "age": 1}, "has no parameter 'age'; it takes: person, degree, share, "),
        ({"person": "a", "degree": "two"}, "parameter 'degree': 'two' is no whole number."),
        ({"person": "a", "degree": "2.5"}, "parameter 'degree': '2.5' is no whole number."),
        ({"person": "a", "share": "half"}, "parameter 'share': 'half' is no number."),
        ({"person": "a", "sure": "yes"}, "parameter 'sure': 'yes' is neither true nor false."),
        ({"person": "a", "day": "2025-02-30"}, "parameter 'day': '2025-02-30' is not a date"),
        ({"person": "a", "day": "2025-02"}, "parameter 'day': '2025-02' is no single day; write "),
        ({"person": "a", "period": "2025/2024"}, "'2025/2024' ends before it begins; swap "),
        ({"person": "a", "period": "last year"}, "'last year' is not a date in EDTF; write "),
    ],
)
def test_a_wrong_parameter_is_named_with_the_remedy(
    query: Query, given: dict[str, object], message: str
) -> None:
    with pytest.raises(UserError) as error:
        bind(query, given)
    assert str(error.value).startswith("Query by_degree")
    assert message in str(error.value)

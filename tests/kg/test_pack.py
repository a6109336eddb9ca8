"""The pack for Neo4j Browser: what is in it, and that its texts answer as the command does."""

import io
import re
import zipfile

import pytest
from neo4j import Driver
from neo4j.exceptions import Neo4jError

from graph.stores import open_store, parse_address
from kg.browser import write_pack
from kg.browser.pack import pack
from kg.browser.texts import favourites, inlined, literal, parameters, picture, table
from ontology import UserError, ontology
from queries import bind, catalogue, run_cypher

MENCHO = "person/nemesio-oseguera-cervantes"
ALL = list(catalogue().queries.values())


def names(archive: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.namelist()


def test_a_pack_holds_style_guides_favourites_and_parameters(tmp_path):
    write_pack(tmp_path / "new" / "folder")

    assert sorted(p.name for p in (tmp_path / "new" / "folder").iterdir()) == [
        "favourites-en.zip",
        "favourites-es.zip",
        "guide-en.html",
        "guide-es.html",
        "parameters-en.md",
        "parameters-es.md",
        "style.grass",
    ]


def test_two_packs_are_the_same_bytes():
    assert pack().files == pack().files


def test_a_folder_that_cannot_be_written_is_named_with_the_remedy(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(UserError, match=r"-o .*file: the folder cannot be written .*name another"):
        write_pack(tmp_path / "file")


def test_every_label_has_a_style_and_the_shared_one_is_the_first():
    selectors = re.findall(r"^(node\.\w+) \{", pack().files["style.grass"].decode(), re.MULTILINE)

    assert selectors[0] == "node.Entity"
    assert set(selectors) == {f"node.{t.graph_name}" for t in ontology().classes}


def test_the_style_keeps_to_what_browser_can_read():
    sheet = pack().files["style.grass"].decode()

    assert all(not set(":;") & set(c) for c in re.findall(r'caption: "(.*)"', sheet))
    assert "//" not in sheet and "/*" not in sheet
    assert 'caption: "LEADS ({status})"' in sheet
    assert 'caption: "{status} {predicate}"' in sheet  # of claims: what they say


def test_relatives_have_the_colour_of_persons():
    blocks = dict(re.findall(r"node\.(\w+) \{(.*?)\}", pack().files["style.grass"].decode(), re.S))

    assert blocks["Relative"] == blocks["Person"] == blocks["Leader"]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_favourites_lie_in_folders_by_theme_a_table_and_a_picture_for_each_query(lang):
    paths = names(pack().files[f"favourites-{lang}.zip"])

    assert len(paths) == len(set(paths)) == 2 * len(ALL) + len(favourites())
    assert len({p.split("/")[0] for p in paths}) == len({q.theme for q in ALL}) + 1


def test_a_favourite_begins_with_its_title():
    with zipfile.ZipFile(io.BytesIO(pack().files["favourites-es.zip"])) as opened:
        first = [opened.read(name).decode().splitlines()[0] for name in opened.namelist()]

    assert "// Parientes" in first
    assert all(line.startswith("// ") for line in first)


def test_parameters_can_be_pasted_all_at_once_with_nulls():
    told = pack().files["parameters-en.md"].decode()

    line = f":param {{person: '{MENCHO}', relative: null, kinship: null, degree: null}}"
    assert line in told


def test_a_value_is_written_so_that_it_cannot_leave_its_quotation_marks():
    assert literal("O'Neill\\") == r"'O\'Neill\\'"
    assert literal([1, None, True, "a"]) == "[1, null, true, 'a']"


def test_no_parameter_is_left_in_a_text():
    quoted = re.compile(r"'(?:[^'\\]|\\.)*'")
    left = [q.name for q in ALL for e in q.examples if "$" in quoted.sub("", inlined(q, e))]

    assert left == []


def test_the_tables_have_the_rows_of_the_command(neo4j_packaged, neo4j_driver: Driver):
    store = open_store(parse_address(neo4j_packaged))
    wrong = []
    with neo4j_driver.session() as session:
        for query in ALL:
            example = query.examples[0]
            rows = session.run(table(query, example)).data()
            answer = run_cypher(query, bind(query, example), store).rows
            shown = [c.name for c in query.columns if not c.many]
            if _cells(rows, shown) != _cells(answer, shown):
                wrong.append(query.name)
    store.close()
    assert wrong == []


def _cells(rows, columns):
    return sorted(str([row[c] for c in columns]) for row in rows)


def _drawn(session, text):
    graph = session.run(text).graph()
    return {n["id"] for n in graph.nodes}, list(graph.relationships)


def test_the_picture_of_the_kin_of_el_mencho_has_17_nodes_and_each_tie_once(
    neo4j_packaged, neo4j_driver: Driver
):
    query = catalogue().get("relatives")
    with neo4j_driver.session() as session:
        nodes, ties = _drawn(session, picture(query, {"person": MENCHO}))

    assert len(nodes) == 17 and MENCHO in nodes
    assert len(ties) == 17
    assert len({(frozenset(n["id"] for n in t.nodes), t.type) for t in ties}) == 17


def test_every_picture_draws_an_answer_that_has_rows_and_every_favourite_draws(
    neo4j_packaged, neo4j_driver: Driver
):
    with neo4j_driver.session() as session:
        wrong = [
            q.name
            for q in ALL
            if bool(session.run(table(q, q.examples[0])).data())
            != bool(_drawn(session, picture(q, q.examples[0]))[0])
        ]
        favourite = [f.name for f in favourites() if not _drawn(session, f.text)[0]]

    assert wrong == []
    assert favourite == []


def test_no_favourite_path_runs_through_a_claim(neo4j_packaged, neo4j_driver: Driver):
    (shortest,) = [f for f in favourites() if f.name == "shortest"]
    with neo4j_driver.session() as session:
        graph = session.run(shortest.text).graph()

    assert not any("Claim" in n.labels for n in graph.nodes)


def test_every_query_runs_under_cypher_25_with_the_same_rows(neo4j_packaged, neo4j_driver: Driver):
    """Only servers of 2025.06 and later have it: ``make cypher25`` starts one.

    Each example with its parameters; the first one's table as well, in which they stand in the text.
    """
    with neo4j_driver.session() as session:
        try:
            session.run("CYPHER 25 RETURN 1").consume()
        except Neo4jError:
            pytest.skip("this server has no CYPHER 25: see make cypher25")
        wrong, tried = [], 0
        for query in ALL:
            for example in query.examples:
                tried += 1
                if not _same_under_25(session, query, example):
                    wrong.append((query.name, example))
    print(f"CYPHER 25: {tried} examples of {len(ALL)} queries, {len(wrong)} with other rows")
    assert wrong == []


def _same_under_25(session, query, example):
    given = {name for name, value in example.items() if value is not None}
    texts = [(query.anchored(given), parameters(query, example))]
    if example == query.examples[0]:
        texts.append((table(query, example), {}))
    return all(
        _rows(session, f"CYPHER 25\n{text}", values) == _rows(session, text, values)
        for text, values in texts
    )


def _rows(session, text, values):
    return sorted(str(row) for row in session.run(text, values).data())

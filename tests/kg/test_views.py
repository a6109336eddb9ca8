"""``--as-of``, ``--known-at`` and ``--policy``: what counts, by each command and in both languages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.claims.chosen import view
from graph.loading.views import MOST_KEPT, viewed, views_folder
from graph.sparql import sparql_of
from graph.stores import Store
from kg.known import split_known
from queries import bind, compare, run_cypher, run_sparql
from queries.catalogue import read_catalogue
from tests.kg_command import Command

CATALOGUE = read_catalogue()
PRESIDENT = "Who was president of Mexico?"
MEMBERS = ("ask", "How many members does the Test Cartel have?", "--json")
PEOPLE = ("query", "transfers", "--format", "json")


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the module's own, which no other test and no user has."""
    folder = tmp_path_factory.getbasetemp() / "views-cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    monkeypatch.setenv("HOME", str(folder))
    return folder


# --- The commands ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2012-11-30", "person/felipe-calderon-hinojosa"),
        ("2012-12-01", "person/enrique-pena-nieto"),
    ],
)
def test_who_was_president_depends_on_the_day(kg: Command, day: str, holder: str) -> None:
    found = kg("ask", PRESIDENT, "--as-of", day, "--json").json
    assert [row["official_id"] for row in found["rows"]] == [holder]
    assert found["as_of"] == day


def test_a_death_of_2026_is_not_known_in_2025(kg: Command) -> None:
    question = ("ask", "When did Nemesio Oseguera Cervantes die?", "--json", "--known-at")
    assert kg(*question, "2026-12-31").json["status"] == "answered"
    ran = kg(*question, "2025-12-31")
    assert (ran.status, ran.json["status"], ran.json["rows"]) == (4, "unanswerable", [])
    assert ran.json["reason"].endswith(" (Only what was known by 31 December 2025 was looked at.)")
    assert "2026" not in ran.json["reason"]


def test_a_query_counts_what_was_known(family: Command) -> None:
    assert [row["people"] for row in family(*PEOPLE).json] == [13]
    assert [row["people"] for row in family(*PEOPLE, "--known-at", "2020").json] == [13]
    ran = family("query", "parents", "child=Bruno Robles", "--known-at", "2021", "--format", "json")
    assert [(r["parent"], r["claims"]) for r in ran.json] == [("Ana Robles", ["claim/faro-1"])]


def test_a_count_counts_what_holds_as_of_the_day(family: Command) -> None:
    found = family(*MEMBERS, "--as-of", "2014").json
    assert (found["status"], found["rows"][0]["claims"]) == ("answered", ["claim/g-8"])
    assert found["left_out"] == [
        "No claim behind this says a time: whether it holds on that day is not recorded."
    ]
    later = family(*MEMBERS, "--as-of", "2016", "--check", "--lang", "es").json
    assert later["rows"][0]["claims"] == ["claim/faro-3", "claim/g-8"]
    assert (later["left_out"], later["check"]["equal"]) == ([], True)


def test_show_leaves_out_what_was_not_known(family: Command) -> None:
    bruno = ("show", "Bruno Robles", "--format", "json")
    told = {row["predicate"] for row in family(*bruno).json["said"]}
    assert {"MEMBER_OF", "TRANSFERRED_IN", "CHILD_OF"} <= told
    before = {row["predicate"] for row in family(*bruno, "--as-of", "2014").json["said"]}
    assert told - before >= {"MEMBER_OF", "TRANSFERRED_IN"} and "CHILD_OF" in before
    ran = family("show", "Luz Vera", "--known-at", "2019")
    assert ran.status == 2 and "--known-at 2019: no source had been published" in ran.err


def test_why_opens_the_last_answer_in_the_view_that_gave_it(family: Command) -> None:
    asked = ("ask", "Who is the mother of Bruno Robles?", "--known-at", "2021")
    assert family(*asked).status == 0
    opened = family("why", "--json")
    assert (opened.status, list(opened.json["claims"])) == (0, ["claim/faro-1"])
    assert family(*asked[:2]).status == 0
    assert set(family("why", "--json").json["claims"]) == {"claim/faro-1", "claim/voz-1"}


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--as-of=2025-02-30", "is no day of the calendar; write 2025-02-27, 2025-02 or 2025."),
        ("--as-of=1000", "nothing is dated that early; what is known begins on 2001-01-01."),
        ("--known-at=2020-05-31", "no source had been published or read by then; the first was on"),
        ("--known-at=2020/2021", "is a span of time; give one day, one month or one year."),
        ("--policy=gazeta", "is neither all nor preferred nor a source; did you mean gaceta?"),
    ],
)
def test_what_cannot_be_chosen_is_the_askers_mistake(
    family: Command, option: str, message: str
) -> None:
    for command in (
        ["query", "parents"],
        ["ask", "Who is related to Luz Vera?"],
        ["show", "Luz Vera"],
    ):
        ran = family(*command, option)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("kg: " + option.partition("=")[0]) and message in ran.err
        assert ran.err.count("\n") == 1


def test_in_python_the_same_is_chosen_by_name(
    packaged_folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import kg

    store = f"embedded:{packaged_folder}"
    found = kg.query("tenures", store, office="office/president-of-mexico", as_of="2012-12-01")
    assert [row["official"] for row in found] == ["Enrique Peña Nieto"]
    assert kg.ask(PRESIDENT, store, as_of="2012-11-30")["rows"][0]["official"] == (
        "Felipe Calderón Hinojosa"
    )


KNOWN = [
    ("As known in 2025, who led the CJNG?", "who led the CJNG?", "2025"),
    ("Who died, as known by 31 December 2025?", "Who died?", "2025-12-31"),
    ("Who died as was known in March 2025 in Mexico?", "Who died in Mexico?", "2025-03"),
    ("¿Quién murió, según lo que se sabía en marzo de 2026?", "¿Quién murió?", "2026-03"),
    ("Según lo que se sabía hasta 2025, ¿quién murió?", "¿quién murió?", "2025"),
]


@pytest.mark.parametrize(("question", "rest", "day"), KNOWN)
def test_words_say_by_which_day_something_was_known(question: str, rest: str, day: str) -> None:
    assert split_known(question) == (rest, day)


@pytest.mark.parametrize(
    "question",
    ["Who is known as La Tuta?", "Who was known in 2025?", "As known in 2025-02-30, who led?"],
)
def test_other_words_say_nothing_of_the_kind(question: str) -> None:
    assert split_known(question) is None


def test_a_question_as_known_by_a_day_is_answered_by_what_was_known(family: Command) -> None:
    found = family("ask", "Who is the mother of Bruno Robles, as known in 2021?", "--json").json
    assert (found["rows"][0]["claims"], found["known_at"]) == (["claim/faro-1"], "2021")
    assert found["question"] == "Who is the mother of Bruno Robles, as known in 2021?"
    assert found["left_out"] == ["(Only what was known by 2021 was looked at.)"]
    chosen = family(
        "ask", "Who is the mother of Bruno Robles?", "--known-at", "2021", "--json"
    ).json
    assert chosen["rows"] == found["rows"]


# --- Policies -------------------------------------------------------------------------------------


def test_a_policy_shows_what_was_set_aside_marked_and_says_that_it_is_contested(
    family: Command,
) -> None:
    dates = ("show", "transfer/2020-05-06", "--format", "json")
    usual = [
        (r["object"], r["rank"])
        for r in family(*dates).json["said"]
        if r["predicate"] == "date_claimed"
    ]
    every = family(*dates, "--policy", "all").json["said"]
    shown = [(r["object"], r["rank"]) for r in every if r["predicate"] == "date_claimed"]
    assert ("2020-05-07", "deprecated") in usual
    assert ("2020-05-07", "deprecated (shown)") in shown
    found = family("ask", "When was Bruno Robles transferred?", "--json", "--policy", "all").json
    assert (found["status"], found["policy"]) == ("answered", "all")
    assert "claim/g-5" in found["evidence"]
    alone = family("ask", "When was Bruno Robles transferred?", "--json", "--policy=el-faro").json
    assert "claim/g-5" not in alone["evidence"]
    assert {"claim/g-5"} == {c for row in alone["contested"] for c in row["claims"]}


def test_rows_say_in_one_line_that_they_are_contested(family: Command) -> None:
    line = "1 row rests on what sources disagree about; 'kg conflicts' shows both sides.\n"
    assert family("query", "transfers").err == line
    assert family("query", "transfers", "--policy", "el-faro", "--format", "md").err == line
    assert family("query", "transfers", "--format", "json").err == ""
    assert family("query", "parents").err == ""


# --- The stores -----------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", [{"as_of": "2025-03-01"}, {"known_at": "2025-12-31"}], ids=str)
def test_every_query_rests_on_what_counts_and_agrees_with_its_twin(
    packaged: Store, cache: Path, choice: dict[str, str]
) -> None:
    wanted = view(**choice)
    found = viewed(packaged, wanted)
    kept = {r["id"] for r in found.store.read("MATCH (c:Claim) RETURN c.id AS id").records}
    dataset = sparql_of(found.store)
    wrong, rows = [], 0
    for query in CATALOGUE.queries.values():
        if any(p.required for p in query.parameters) or query.sparql is None:
            continue
        bound = bind(query, {})
        first = run_cypher(query, bound, found.store)
        rows += len(first.rows)
        wrong += [f"{query.name}: {d}" for d in compare(first, run_sparql(query, bound, dataset))]
        wrong += [f"{query.name}: {c}" for r in first.rows for c in r["claims"] if c not in kept]
    found.store.close()
    assert wrong == []
    assert rows > 100


def test_days_on_which_the_same_counts_share_a_view_and_old_ones_go(
    packaged: Store, cache: Path
) -> None:
    first = viewed(packaged, view(as_of="2012-12-02"))
    again = viewed(packaged, view(as_of="2012-12-03"))
    assert first.store.url == again.store.url != packaged.url
    now = viewed(packaged, view(known_at="2027"))
    assert now.store is packaged
    for one in (first, again):
        one.store.close()
    for number in range(MOST_KEPT + 3):  # as if they had been built long ago
        folder = views_folder() / f"old-{number}"
        folder.mkdir()
        os.utime(folder, (number, number))
    viewed(packaged, view(as_of="1950-02")).store.close()
    stores = [path for path in views_folder().iterdir() if path.is_dir()]
    assert len(stores) == MOST_KEPT
    assert not (views_folder() / "old-0").exists()


def test_a_view_that_was_spoiled_is_built_anew(packaged: Store, cache: Path) -> None:
    wanted = view(as_of="1950-03")
    found = viewed(packaged, wanted)
    release = found.store.release()
    found.store.close()
    for place in views_folder().glob("*.json"):
        place.write_text("{", "utf-8")
    again = viewed(packaged, wanted)
    assert again.store.release() == release
    again.store.close()


def test_neo4j_gives_the_same_view(packaged: Store, neo4j_packaged: str, cache: Path) -> None:
    from graph.stores import open_store, parse_address

    server = open_store(parse_address(neo4j_packaged))
    try:
        for choice in ({"as_of": "2012-11-30"}, {"known_at": "2021"}, {"policy": "all"}):
            one, two = viewed(packaged, view(**choice)), viewed(server, view(**choice))
            assert one.store.graph() == two.store.graph()
            one.store.close()
            two.store.close()
    finally:
        server.close()

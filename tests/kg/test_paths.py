"""How two things are connected: the same paths on every engine, and why they cost what they cost."""

from __future__ import annotations

import json
import random
from itertools import permutations
from typing import Any

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

import kg
import kg.commands
from graph.claims.infer import sparql_store
from graph.loading.derived import derived_quads
from graph.loading.documents import document_quads
from graph.stores import Store, open_store, parse_address
from kg.app import app
from kg.connections.ask import connections
from kg.connections.declared import declared
from kg.connections.find import paths
from kg.connections.search import Edge, cheapest
from kg.connections.show import notes, rows, titles
from kg.session import Session
from ontology import NotFound, UserError, ontology
from queries import bind, run_cypher, run_sparql
from queries.catalogue import read_catalogue

CATALOGUE = read_catalogue()
EL_CUINI, EL_MENCHO = "person/abigael-gonzalez-valencia", "person/nemesio-oseguera-cervantes"
PAIRS = [
    (EL_CUINI, EL_MENCHO),
    ("person/rafael-caro-quintero", "person/pamela-bondi"),
    ("person/omar-trevino-morales", "person/lucio-hernandez-lechuga"),
    ("person/jair-francisco-patron-tobias", "person/jesus-ricardo-patron-sanchez"),
]


def fetch_from(store: Store) -> Any:
    def fetch(name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
        query = CATALOGUE.get(name)
        return run_cypher(query, bind(query, given), store).rows

    return fetch


@pytest.fixture(scope="module")
def dataset(packaged: Store) -> ox.Store:
    return sparql_store([*document_quads(packaged), *derived_quads(packaged)])


@pytest.mark.parametrize("pair", PAIRS)
def test_the_paths_are_the_same_in_cypher_and_sparql(
    pair: tuple[str, str], packaged: Store, dataset: ox.Store
) -> None:
    def fetch(name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
        query = CATALOGUE.get(name)
        return run_sparql(query, bind(query, given), dataset).rows

    found = paths(fetch_from(packaged), pair, 3, 6)
    assert found["paths"]
    assert paths(fetch, pair, 3, 6) == found


def test_the_paths_are_the_same_on_neo4j(packaged: Store, neo4j_packaged: str) -> None:
    server = open_store(parse_address(neo4j_packaged))
    try:
        for pair in PAIRS:
            found = paths(fetch_from(server), pair, 5, 6)
            assert found == paths(fetch_from(packaged), pair, 5, 6)
    finally:
        server.close()


def test_each_step_has_its_claims_status_and_a_cost_that_adds_up(session: Session) -> None:
    found = connections(session, "El Cuini", "El Mencho")
    assert [p["length"] for p in found["paths"]] == [1, 2, 2]
    for path in found["paths"]:
        assert path["cost"] == pytest.approx(sum(s["cost"] for s in path["steps"]))
        for step in path["steps"]:
            assert step["claims"]
            assert step["status"]
            assert step["cost"] == pytest.approx(sum(step["cost_of"].values()))
    first = found["paths"][0]["steps"][0]
    assert first["claims"] == ["claim/56cc1eb09e5931c2-077", "claim/b57c6af5b0474095-038"]
    assert "0.3 for 2 independent sources" in rows(found, "en")[0]["why"]
    assert titles(found, "es")[1].startswith("2. Abigael González Valencia – Rosalinda González")


# --- What the costs say, on graphs made for it ----------------------------------------------------


class Small:
    """A graph of ties written down in a test, as the two queries would give it."""

    def __init__(self) -> None:
        self.ties: list[dict[str, Any]] = []
        self.claims: dict[str, dict[str, Any]] = {}

    def tie(self, one: str, two: str, *sources: str, **told: Any) -> None:
        names = []
        for source in sources or ("a",):
            name = f"claim/{len(self.claims)}"
            self.claims[name] = {"claim": name, "source_id": source, "rank": "normal"}
            self.claims[name] |= told.get("claim", {})
            names.append(name)
        row = {"subject_id": one, "subject": one, "object_id": two, "object": two}
        row |= {"relation": "AFFILIATED_WITH", "status": "stated", "inferred": False}
        row |= {"valid": None, "since": None, "generic": False, "claims": names}
        self.ties.append(row | {k: v for k, v in told.items() if k != "claim"})

    def __call__(self, name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
        if name == "support_of":
            return [self.claims[c] for c in given["given"]]
        found = []
        for thing in given["things"]:
            of = [t for t in self.ties if thing in (t["subject_id"], t["object_id"])]
            found += [{**t, "thing_id": thing} for t in of if len(of) <= given["most"]]
        return found

    def ways(self, one: str = "A", two: str = "Z", k: int = 9, longest: int = 6) -> list[str]:
        found = paths(self, (one, two), k, longest)["paths"]
        return ["".join([one, *(s["to"]["id"] for s in p["steps"])]) for p in found]


def test_independent_sources_count_more_than_one_that_repeats_itself() -> None:
    graph = Small()
    graph.tie("A", "R", "one", "one", "one", "one")
    graph.tie("R", "Z", "one", "one", "one", "one")
    graph.tie("A", "S", "one", "two")
    graph.tie("S", "Z", "one", "two")
    assert graph.ways() == ["ASZ", "ARZ"]


def test_two_sources_that_quote_one_speaker_are_one() -> None:
    graph = Small()
    graph.tie("A", "R", "one", "two", claim={"speaker_id": ["person/x"]})
    graph.tie("R", "Z", "one", "two", claim={"speaker_id": ["person/x"]})
    graph.tie("A", "S", "one", "two")
    graph.tie("S", "Z")
    assert graph.ways() == ["ASZ", "ARZ"]


@pytest.mark.parametrize(
    ("weak", "told"),
    [
        ("status", {"status": "alleged"}),
        ("certainty", {"claim": {"certainty": "could"}}),
        ("certainty", {"claim": {"certainty": "potentially"}}),
        ("rank", {"claim": {"rank": "deprecated (shown)"}}),
    ],
)
def test_what_is_weak_comes_behind(weak: str, told: dict[str, Any]) -> None:
    graph = Small()
    graph.tie("A", "R", **told)
    graph.tie("R", "Z", **told)
    graph.tie("A", "S")
    graph.tie("S", "Z")
    assert graph.ways() == ["ASZ", "ARZ"]
    found = paths(graph, ("A", "Z"), 2, 6)["paths"]
    assert found[1]["steps"][0]["cost_of"][weak] > found[0]["steps"][0]["cost_of"][weak]


def test_ties_that_never_hold_on_one_day_make_no_path() -> None:
    graph = Small()
    graph.tie("A", "O", valid="2000/2006")
    graph.tie("O", "Z", valid="2007/2012")
    graph.tie("A", "P", valid="2000/2006")
    graph.tie("P", "Z", valid="2006/2012")
    assert graph.ways() == ["APZ"]


def test_three_ties_must_hold_on_one_day_all_together() -> None:
    graph = Small()
    graph.tie("A", "B", valid="2000/2005")
    graph.tie("B", "C", valid="2004/2009")
    graph.tie("C", "Z", valid="2008/2012")
    assert graph.ways() == []
    assert graph.ways("A", "C") == ["ABC"]


def test_what_is_said_of_an_event_is_so_from_then_on() -> None:
    graph = Small()
    graph.tie("A", "E", since="2010-05-01")
    graph.tie("E", "Z", valid="2020")
    graph.tie("A", "F", since="2021-05-01")
    graph.tie("F", "Z", valid="2020")
    assert graph.ways() == ["AEZ"]


def test_the_same_tie_said_both_ways_is_counted_once_with_the_claims_of_both() -> None:
    graph = Small()
    graph.tie("A", "Z", "one", relation="SIBLING_OF")
    graph.tie("Z", "A", "two", relation="SIBLING_OF")
    (path,) = paths(graph, ("A", "Z"), 3, 6)["paths"]
    (step,) = path["steps"]
    assert step["also"] == []
    assert step["sources"] == ["one", "two"]


def test_nothing_leads_through_a_generic_thing_but_it_may_be_an_end() -> None:
    graph = Small()
    graph.tie("A", "M", generic=True)
    graph.tie("M", "Z", generic=True)
    assert graph.ways("A", "Z") == []
    assert graph.ways("A", "M") == ["AM"]


def test_a_crowded_thing_joins_two_sides_and_is_not_walked_on_from() -> None:
    graph = Small()
    for number in range(declared().most + 1):
        graph.tie("H", f"x{number}")
    graph.tie("A", "H")
    graph.tie("H", "Z")
    assert graph.ways() == ["AHZ"]
    graph.tie("x1", "y1")
    graph.tie("y1", "y2")
    graph.tie("y2", "y3")
    found = paths(graph, ("A", "y3"), 3, 4)
    assert found["paths"] == []
    assert found["crowded"] == ["H"]
    assert "H" in notes(found, "en")[1]


def test_an_end_with_very_many_ties_is_read_only_where_it_must_be() -> None:
    graph = Small()
    for number in range(declared().most + 1):
        graph.tie("Z", f"x{number}")
    graph.tie("A", "B")
    graph.tie("B", "Z")
    graph.tie("B", "C")
    graph.tie("C", "x5")
    read: list[str] = []

    def fetch(name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
        rows = graph(name, given)
        read.extend(str(row.get("thing_id")) for row in rows)
        return rows

    found = paths(fetch, ("A", "Z"), 1, 6)["paths"]
    assert [p["length"] for p in found] == [2]
    assert "Z" not in read
    assert graph.ways("A", "Z", k=2) == ["ABZ", "ABCx5Z"]
    assert graph.ways("Z", "A", k=2) == ["ZBA", "Zx5CBA"]


def test_without_a_path_the_sentence_says_how_long_and_what_was_left_out() -> None:
    graph = Small()
    graph.tie("A", "B")
    (told,) = notes(paths(graph, ("A", "Z"), 3, 4), "en")
    assert "No path of at most 4 steps" in told
    assert "citizenship and countries" in told


# --- The search -----------------------------------------------------------------------------------


def all_paths(edges: dict[str, list[Edge[str]]], longest: int) -> list[tuple[int, tuple[str, ...]]]:
    """Every path from A to Z by trying every order of the others."""
    found: dict[tuple[str, ...], int] = {}
    between = sorted(set(edges) - {"A", "Z"})
    for count in range(longest):
        for middle in permutations(between, count):
            nodes = ("A", *middle, "Z")
            for cost in walks(edges, nodes, 0, "", "9999"):
                found[nodes] = min(cost, found.get(nodes, cost))
    return sorted((cost, nodes) for nodes, cost in found.items())


def walks(edges: Any, nodes: tuple[str, ...], cost: int, first: str, last: str) -> list[int]:
    if first > last:
        return []
    if len(nodes) == 1:
        return [cost]
    return [
        total
        for e in edges[nodes[0]]
        if e.to == nodes[1]
        for total in walks(edges, nodes[1:], cost + e.cost, max(first, e.first), min(last, e.last))
    ]


@pytest.mark.parametrize("seed", range(20))
def test_the_search_finds_what_trying_everything_finds(seed: int) -> None:
    drawn = random.Random(seed)
    names = "ABCDEZ"
    edges: dict[str, list[Edge[str]]] = {name: [] for name in names}
    for number in range(14):
        one, two = drawn.sample(names, 2)
        year = 2000 + drawn.randrange(6)
        cost, first, last = drawn.randint(1, 9), str(year), str(year + drawn.randrange(4))
        for start, end in ((one, two), (two, one)):
            edges[start].append(Edge(end, cost, first, last, (str(number),), str(number)))
    longest = drawn.randint(2, 5)
    wanted = all_paths(edges, longest)
    found = cheapest(lambda n: edges[n], "A", "Z", len(wanted) + 1, longest).paths
    assert sorted((p.cost, p.nodes) for p in found) == wanted
    assert [p.cost for p in found] == sorted(p.cost for p in found)
    one = cheapest(lambda n: edges[n], "A", "Z", 1, longest).paths
    assert [p.cost for p in one] == [cost for cost, _ in wanted[:1]]


def test_what_is_declared_is_in_the_ontology() -> None:
    model, rules = ontology(), declared()
    for relation in [*rules.relations, *rules.derived]:
        assert relation in model.by_type, relation
    for kind in rules.kinds:
        assert model.by_label[kind].local == kind
    assert set(rules.costs["status"]) <= set(model.statuses)


# --- The command ----------------------------------------------------------------------------------


def run(session: Session, *arguments: str) -> Any:
    assert kg.commands  # which register themselves
    return CliRunner().invoke(app, ["paths", *arguments, "--store", session.address.url])


def test_the_command_prints_the_object_of_the_python_function(session: Session) -> None:
    done = run(session, "El Cuini", "El Mencho", "--format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == kg.paths("El Cuini", "El Mencho", session.address.url)
    assert callable(kg.paths)


def test_no_path_is_said_and_has_a_status_of_its_own(session: Session) -> None:
    done = run(session, "El Cuini", "Pam Bondi", "--max-length", "1")
    assert done.exit_code == 4
    assert "No path of at most 1 step leads from" in done.stderr


def test_the_same_thing_twice_an_unknown_and_a_shared_name_are_refused(session: Session) -> None:
    with pytest.raises(UserError, match="are the same"):
        connections(session, "El Mencho", EL_MENCHO)
    with pytest.raises(NotFound, match="no Entity 'Nobody Atall'"):
        connections(session, "Nobody Atall", "El Mencho")
    shared = next(
        name
        for name, ids in session.lexicon.by_name.items()
        if len([i for i in ids if i.startswith("person/")]) > 1
    )
    with pytest.raises(UserError, match="give the id"):
        connections(session, shared, "El Mencho")


def test_a_day_is_chosen_as_everywhere(session: Session) -> None:
    found = kg.paths("El Cuini", "El Mencho", session.address.url, as_of="1990")
    ways = [[s["relation"] for s in p["steps"]] for p in found["paths"]]
    assert ["SIBLING_OF", "SPOUSE_OF"] not in ways
    assert found["view"] == {"as_of": "1990"}


def test_what_is_weaker_than_a_status_is_no_tie(session: Session) -> None:
    found = connections(session, "El Cuini", "El Mencho", weakest="reported")
    assert found["paths"]
    assert all(s["status"] != "alleged" for p in found["paths"] for s in p["steps"])

"""Loads of a real Neo4j: in one transaction and in many, killed, undone, and side by side."""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from types import ModuleType

import pytest
from neo4j import Driver

from graph.projection.nodes import Link, LinkedNode
from graph.stores.address import parse_address
from graph.stores.base import Difference, Document, Release, State
from graph.stores.neo4j import journal as neo4j_journal
from graph.stores.neo4j import links as neo4j_links
from graph.stores.neo4j import many as neo4j_load
from graph.stores.neo4j import steps as neo4j_parts
from graph.stores.neo4j import write as neo4j_write
from graph.stores.neo4j.mark import LOAD, UNDO
from graph.stores.neo4j.store import Neo4jStore
from ontology import ForeignDatabase, OtherVersion, StoreError
from tests.neo4j_fixture import empty

OLD = Release("old", documents=(Document("k", "K", "1", 2, names={"a": "http://a"}),))
NEW = Release("new", documents=(Document("k", "K", "2", 2), Document("l", "L", "3", 1)))


def node(name: str, *links: Link, label: str = "Thing", **properties: object) -> LinkedNode:
    said = {"id": name, "_docs": ["k"], "_digest": f"{name} {properties}", "name": name}
    return LinkedNode(
        name,
        ("Entity", label),
        said | properties,  # type: ignore[arg-type]
        tuple(sorted(links)),
    )


def unsaid(name: str) -> LinkedNode:
    return LinkedNode(name, ("Entity",), {"id": name, "_digest": "", "name": name}, ())


def to(end: str, kind: str = "NEAR", **properties: object) -> Link:
    return Link(kind, end, properties)  # type: ignore[arg-type]


def old_rows() -> list[LinkedNode]:
    """A graph with every kind of value, a hub, an orphan to be, and two like links."""
    ring = [
        node(f"n{i:03d}", to(f"n{(i + 1) % 60:03d}"), to("hub", claims=[f"c{i}"], inferred=False))
        for i in range(60)
    ]
    return [
        *ring,
        node("hub", to("hub"), to("lonely"), to("lonely"), to("n001", "FAR", degree=1.0)),
        node("values", i=1, f=1.5, t=True, texts=["a", ""], numbers=[1, 2], long="x" * 40_000),
        node("_:b\U0001f600", **{"p odd `key`": "é\u0000\ud7ff"}),
        node("_:b\uffff"),
        unsaid("lonely"),
    ]


def change() -> Difference:
    """Some of it changes, comes and goes."""
    rows = {row.id: row for row in old_rows()}
    changed = [
        node("hub", to("hub"), to("n001", "FAR", degree=2.0), to("new001")),
        node("n003", label="Other", size=3),
        node("n004", *rows["n004"].links, to("n005", "FAR")),
        unsaid("values"),
    ]
    return Difference(new_rows(), changed)


def new_rows(count: int = 100) -> Iterator[LinkedNode]:
    for i in range(count):
        yield node(f"new{i:03d}", to("hub", f"T{i % 7}"), to(f"new{i // 2:03d}"), to("n000"))


def after() -> list[LinkedNode]:
    rows = {row.id: row for row in old_rows()}
    rows |= {row.id: row for row in [*change().changed, *new_rows()]}
    del rows["lonely"], rows["values"]
    return sorted(rows.values())


def content(store: Neo4jStore) -> list[LinkedNode]:
    return list(store.scan())


@pytest.fixture
def store(clean_neo4j: str) -> Iterator[Neo4jStore]:
    with_it = Neo4jStore(parse_address(clean_neo4j))
    yield with_it
    with_it.close()


def another(store: Neo4jStore) -> Neo4jStore:
    return Neo4jStore(store.bolt.address)


IN_PARTS = (
    (neo4j_write, "MOST_NODES", 0),
    (neo4j_links, "BATCH", 25),
    (neo4j_parts, "BATCH", 20),
    (neo4j_load, "CHANGED_BATCH", 3),
    (neo4j_load, "SIGN_SECONDS", 0.2),
)
"""Everything is a big load, in many small batches."""


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, value in IN_PARTS:
        monkeypatch.setattr(module, name, value)


def leftovers(store: Neo4jStore) -> int:
    [row] = store.read(f"MATCH (n) WHERE n:{LOAD} OR n:{UNDO} RETURN count(n) AS n").records
    return int(row["n"])


# --- What a load does ---------------------------------------------------------------------------


def test_small_and_big_loads_make_the_same_graph(
    store: Neo4jStore, neo4j_driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = []
    for big in (False, True):
        if big:
            empty(neo4j_driver)
            for module, name, value in IN_PARTS:
                monkeypatch.setattr(module, name, value)
        first = store.write(Difference(iter(old_rows())), OLD, None)
        assert content(store) == sorted(old_rows())
        assert store.release() == first.release
        assert (first.release.nodes, first.release.relationships) == (65, 124)
        second = store.write(change(), NEW, "old")
        assert content(store) == after()
        assert store.release() == second.release
        graph = store.graph()
        assert (len(graph.nodes), len(graph.relationships)) == (
            second.release.nodes,
            second.release.relationships,
        )
        assert leftovers(store) == 0
        reports.append((first, second))
    assert reports[0] == reports[1]
    second = reports[0][1]
    assert (second.nodes_created, second.nodes_changed, second.nodes_deleted) == (100, 3, 2)
    assert (second.relationships_created, second.relationships_deleted) == (303, 5)


def test_scans_and_states_of_some(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.stores.neo4j.store.PAGE", 2)
    rows = [
        node("a", to("c")),
        node("b", to("a"), _docs=["l", "+k"]),
        node("c", _docs=["l"]),
        node("sha256:1", _docs=["m"], iri="http://long"),
        unsaid("d"),
    ]
    store.write(Difference([*rows[:1], unsaid("e"), *rows[1:]]), OLD, None)
    assert [row.id for row in store.scan(documents=["k"])] == ["a", "b"]
    assert [row.id for row in store.scan(documents=["l"])] == ["b", "c"]
    assert list(store.scan(documents=["nosuch"])) == []
    assert sorted(store.scan(ids=["d", "a", "no", "d", "b"])) == sorted([rows[0], rows[1], rows[4]])
    assert list(store.states(ids=["b", "d"])) == [
        State("b", str(rows[1].properties["_digest"]), ("l", "k")),
        State("d", "", ()),
    ]
    assert [state.id for state in store.states()] == ["a", "b", "c", "d", "e", "sha256:1"]
    assert store.long_names() == {"sha256:1": "http://long"}


def test_a_load_computed_from_something_else_is_refused(store: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="another load came first"):
        store.write(Difference(old_rows()), OLD, "something")
    assert store.release() is None
    store.write(Difference(old_rows()), OLD, None)
    for expected in (None, "something"):
        with pytest.raises(StoreError, match="another load came first"):
            store.write(change(), NEW, expected)
    assert content(store) == sorted(old_rows())


def test_a_foreign_database_is_refused(store: Neo4jStore, neo4j_driver: Driver) -> None:
    neo4j_driver.execute_query("CREATE (:Entity {id: 'x'})")
    with pytest.raises(ForeignDatabase, match="1 nodes that are not"):
        store.write(Difference(old_rows()), OLD, None)
    neo4j_driver.execute_query("MATCH (n) DELETE n")
    store.write(Difference(old_rows()), OLD, None)
    neo4j_driver.execute_query("CREATE (:Stranger)")
    with pytest.raises(ForeignDatabase, match="1 nodes that are not"):
        store.write(change(), NEW, "old")


@pytest.mark.parametrize("codec", [1, 1001])
def test_what_another_codec_wrote_stays_until_it_is_replaced_knowingly(
    store: Neo4jStore, neo4j_driver: Driver, codec: int
) -> None:
    store.write(Difference(old_rows()), OLD, None)
    neo4j_driver.execute_query(f"MATCH (m:ExpedienteRelease) SET m.codec = {codec}")
    with pytest.raises(OtherVersion, match="older" if codec == 1 else "newer"):
        store.release()
    held = store.held()
    assert held is not None
    assert (held.generation, held.codec) == ("old", codec)
    with pytest.raises(StoreError, match="another load came first"):
        store.write(Difference([node("only")]), NEW, None)
    assert content(store) == sorted(old_rows())
    changes = Difference(change().created, change().changed, recount=True, anew=True)
    report = store.write(changes, NEW, "old")
    assert report.release == store.release()


@pytest.mark.parametrize("parts", [False, True])
def test_a_link_to_nowhere_and_a_twin_change_nothing(
    store: Neo4jStore, parts: bool, request: pytest.FixtureRequest
) -> None:
    if parts:
        request.getfixturevalue("in_parts")
    store.write(Difference(old_rows()), OLD, None)
    for broken, words in (
        ([*new_rows(), node("x", to("nowhere"))], "no node 'nowhere'"),
        ([*new_rows(), node("n000")], "already exists"),
    ):
        with pytest.raises(StoreError, match=words):
            store.write(Difference(broken, change().changed), NEW, "old")
        assert content(store) == sorted(old_rows())
    with pytest.raises(StoreError, match="no node 'absent'"):
        store.write(Difference((), [node("absent")]), NEW, "old")
    assert leftovers(store) == 0


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
@pytest.mark.parametrize("first", [True, False])
def test_a_load_that_fails_undoes_itself(
    store: Neo4jStore, in_parts: None, error: type[BaseException], first: bool
) -> None:
    def rows() -> Iterator[LinkedNode]:
        yield from new_rows(60)
        raise error

    if not first:
        store.write(Difference(old_rows()), OLD, None)
    with pytest.raises(error):
        store.write(
            Difference(rows(), [] if first else change().changed), NEW, None if first else "old"
        )
    assert content(store) == ([] if first else sorted(old_rows()))
    assert leftovers(store) == 0
    assert (store.release() is None) == first


def test_ctrl_c_waits_for_the_batches_that_run(
    store: Neo4jStore, in_parts: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cleaning up while another thread still writes would pull the connection from under it."""
    create_links = neo4j_load.create_links
    begun: list[int] = []
    ended: list[int] = []

    def slowly(*given: object) -> None:
        begun.append(1)
        if len(begun) == 1:
            time.sleep(0.3)  # by then the main thread waits for this one
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            time.sleep(0.3)
        create_links(*given)  # type: ignore[arg-type]
        ended.append(1)

    store.write(Difference(old_rows()), OLD, None)
    monkeypatch.setattr(neo4j_load, "create_links", slowly)
    with pytest.raises(KeyboardInterrupt):
        store.write(change(), NEW, "old")
    assert begun == ended != []
    assert content(store) == sorted(old_rows())
    assert leftovers(store) == 0


@pytest.mark.parametrize(
    ("module", "cleaning", "limits"),
    [(neo4j_journal, "_sweep", IN_PARTS), (neo4j_write, "_conclude", ())],
)
def test_ctrl_c_comes_too_late_for_a_load_that_is_over(
    store: Neo4jStore,
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    cleaning: str,
    limits: tuple[tuple[ModuleType, str, object], ...],
) -> None:
    clean_up = getattr(module, cleaning)
    tried: list[int] = []

    def interrupted(*given: object) -> object:
        tried.append(1)
        if len(tried) == 1:
            raise KeyboardInterrupt
        return clean_up(*given)

    store.write(Difference(old_rows()), OLD, None)
    for limited, name, value in limits:
        monkeypatch.setattr(limited, name, value)
    monkeypatch.setattr(module, cleaning, interrupted)
    store.write(change(), NEW, "old")
    assert len(tried) > 1
    assert content(store) == after()
    assert leftovers(store) == 0


def test_a_dense_hub_is_linked_by_two_sessions(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_write, "MOST_NODES", 0)
    monkeypatch.setattr(neo4j_links, "BATCH", 100)
    rows = [node("hub", *(to(f"r{i:04d}") for i in range(1500)))]
    rows += [
        node(f"r{i:04d}", to("hub"), to(f"r{(i * 7) % 1500:04d}"), to(f"r{(i * 11) % 1500:04d}"))
        for i in range(1500)
    ]
    store.write(Difference(rows), OLD, None)
    assert content(store) == rows


# --- Beside others ------------------------------------------------------------------------------


def test_nobody_reads_while_a_load_runs_and_no_other_load_begins(
    store: Neo4jStore, in_parts: None
) -> None:
    store.write(Difference(old_rows()), OLD, None)
    reader = another(store)
    assert reader.read("MATCH (n:Entity) RETURN count(n) AS n").records == [{"n": 65}]
    tried = []

    def rows() -> Iterator[LinkedNode]:
        for i, row in enumerate(new_rows()):
            if i == 80:
                for attempt in (
                    lambda: reader.read("RETURN 1 AS x"),
                    lambda: list(reader.scan()),
                    lambda: list(reader.states(ids=["hub"])),
                    lambda: reader.write(Difference(), NEW, "old"),
                    lambda: reader.repair(running=False),
                ):
                    with pytest.raises(StoreError, match="is being loaded, or a load was killed"):
                        attempt()
                    tried.append(attempt)
                release = reader.release()
                assert release is not None
                assert release.generation == "old"
            yield row

    store.write(Difference(rows(), change().changed), NEW, "old")
    assert len(tried) == 5
    assert content(reader) == after()
    reader.close()


@pytest.mark.parametrize("parts", [False, True])
def test_of_two_loads_at_once_one_wins(
    store: Neo4jStore, parts: bool, request: pytest.FixtureRequest
) -> None:
    if parts:
        request.getfixturevalue("in_parts")
    told: list[str] = []
    won: list[str] = []

    def load(tag: str) -> None:
        mine = another(store)
        try:
            mine.write(Difference([node(f"{tag}{i}") for i in range(50)]), Release(tag), None)
            won.append(tag)
        except StoreError as error:
            told.append(str(error))
        finally:
            mine.close()

    threads = [threading.Thread(target=load, args=(tag,)) for tag in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert len(told) == 2
    assert [t for t in told if "came first" not in t and "is being loaded" not in t] == []
    assert {row.id[0] for row in content(store)} == set(won)
    assert leftovers(store) == 0


def test_no_reader_sees_a_mixture(store: Neo4jStore) -> None:
    """The server shows a commit record by record; readers must not."""
    count = 3000

    def rows(value: int) -> list[LinkedNode]:
        return [node(f"n{i:04d}", value=value) for i in range(count)]

    store.write(Difference(rows(0)), Release("0"), None)
    seen: list[list[int]] = []
    over = threading.Event()

    def read() -> None:
        mine = another(store)
        while not over.is_set():
            [row] = mine.read(
                "UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN collect(n.value) AS values",
                {"ids": [f"n{i:04d}" for i in (0, count // 2, count - 1)]},
            ).records
            seen.append(row["values"])
        mine.close()

    reader = threading.Thread(target=read)
    reader.start()
    for generation in range(1, 5):
        store.write(Difference((), rows(generation)), Release(str(generation)), str(generation - 1))
    over.set()
    reader.join()
    assert seen
    assert [values for values in seen if len(set(values)) != 1] == []


def test_a_reader_waits_for_a_commit(store: Neo4jStore, neo4j_driver: Driver) -> None:
    store.write(Difference(old_rows()), OLD, None)
    neo4j_parts.announce(store.bolt, "somebody")
    answers: list[int] = []
    reader = threading.Thread(target=lambda: answers.append(len(content(store))))
    reader.start()
    reader.join(0.3)
    assert answers == []
    neo4j_driver.execute_query(f"MATCH (l:{LOAD}) DELETE l")
    reader.join()
    assert answers == [65]


def test_a_scan_says_so_if_a_load_came_between(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.stores.neo4j.store.PAGE", 10)
    store.write(Difference(old_rows()), OLD, None)
    scan = another(store).scan()
    next(scan)
    store.write(change(), NEW, "old")
    with pytest.raises(StoreError, match="was loaded anew while it was read"):
        list(scan)


# --- Killed -------------------------------------------------------------------------------------


def _load_until_killed(url: str, stage: str, first: bool, ready: Connection) -> None:
    """A load that stops at a stage, says so, and waits to be killed."""
    for module, name, value in IN_PARTS:
        setattr(module, name, value)

    def stop() -> None:
        ready.send(stage)
        time.sleep(600)

    def rows() -> Iterator[LinkedNode]:
        yield from new_rows(60)
        if stage == "nodes":
            stop()
        yield from list(new_rows())[60:]
        if first:
            yield from old_rows()

    linked = []
    create_links = neo4j_load.create_links

    def counted_links(*given: object) -> None:
        create_links(*given)  # type: ignore[arg-type]
        linked.append(given)
        if stage == "links" and len(linked) == 5:
            stop()

    neo4j_load.create_links = counted_links  # type: ignore[assignment]
    if stage == "commit":
        neo4j_load.settle_mark = lambda *_: stop()  # type: ignore[assignment]
    if stage == "sweep":
        neo4j_load.sweep = lambda _: stop()  # type: ignore[assignment]
    if stage == "announced":
        neo4j_write.MOST_NODES = 1000
        announce = neo4j_write.announce

        def announced(*given: object) -> None:
            announce(*given)  # type: ignore[arg-type]
            stop()

        neo4j_write.announce = announced  # type: ignore[assignment]
    mine = Neo4jStore(parse_address(url))
    mine.write(Difference(rows(), () if first else change().changed), NEW, None if first else "old")


def kill_at(store: Neo4jStore, stage: str, first: bool) -> None:
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(
        target=_load_until_killed, args=(store.url, stage, first, there), daemon=True
    )
    process.start()
    assert here.poll(60), "it came to the stage"
    process.kill()
    process.join()


@pytest.mark.parametrize(
    ("stage", "first"),
    [
        ("nodes", True),
        ("links", True),
        ("nodes", False),
        ("links", False),
        ("commit", False),
        ("sweep", False),
        ("announced", False),
    ],
)
def test_a_killed_load_is_repaired(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch, stage: str, first: bool
) -> None:
    monkeypatch.setattr("graph.stores.neo4j.store.COMMIT_SECONDS", 0.1)
    before = [] if first else sorted(old_rows())
    if not first:
        store.write(Difference(old_rows()), OLD, None)
    kill_at(store, stage, first)
    with pytest.raises(StoreError, match="run 'kg doctor --repair'"):
        store.read("MATCH (n) RETURN count(n) AS n")
    if stage not in ("sweep", "announced"):
        with pytest.raises(StoreError, match="is being loaded, or a load was killed"):
            store.repair(running=False)
        assert store.repair() == ["a load that was killed has been undone"]
    else:
        store.repair()
    assert store.repair() == []
    assert content(store) == (after() if stage == "sweep" else before)
    assert leftovers(store) == 0
    if stage != "sweep":
        store.write(
            Difference([node("next")]),
            Release("next"),
            None if first else "old",
        )
        assert "next" in [row.id for row in store.scan(ids=["next"])]


def test_the_next_load_undoes_one_without_a_sign_of_life(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(Difference(old_rows()), OLD, None)
    kill_at(store, "links", False)
    with pytest.raises(StoreError, match="is being loaded, or a load was killed"):
        store.write(change(), NEW, "old")
    monkeypatch.setattr(neo4j_journal, "DEAD_SECONDS", 0)
    report = store.write(change(), NEW, "old")
    assert report.notes == ["a load that was killed has been undone"]
    assert content(store) == after()


def test_undoing_can_be_killed_and_done_again(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(Difference(old_rows()), OLD, None)
    kill_at(store, "commit", False)
    for step in ("_made", "_change_back", "_bring_back"):
        with monkeypatch.context() as stopping:

            def stop(*_: object) -> None:
                raise KeyboardInterrupt

            stopping.setattr(neo4j_journal, step, stop)
            with pytest.raises(KeyboardInterrupt):
                store.repair()
        with pytest.raises(StoreError, match="is being loaded, or a load was killed"):
            content(store)
    store.repair()
    assert content(store) == sorted(old_rows())
    assert leftovers(store) == 0


def test_a_repair_stops_a_load_that_runs(store: Neo4jStore, in_parts: None) -> None:
    store.write(Difference(old_rows()), OLD, None)
    other = another(store)

    def rows() -> Iterator[LinkedNode]:
        for i, row in enumerate(new_rows()):
            if i == 60:
                assert other.repair()
            yield row

    with pytest.raises(StoreError, match="undone by somebody's repair"):
        store.write(Difference(rows(), change().changed), NEW, "old")
    assert content(other) == sorted(old_rows())
    assert leftovers(other) == 0
    other.close()

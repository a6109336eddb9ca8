"""Loads into the embedded store: snapshots, the lock, kills, full disks, the bulk interface."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import pytest

from graph.projection.nodes import Link, LinkedNode
from graph.stores.base import Difference, Release
from graph.stores.embedded import build as embedded_build
from graph.stores.embedded import engine as embedded_engine
from graph.stores.embedded import files as embedded_files
from graph.stores.embedded import store as embedded
from graph.stores.embedded.store import EmbeddedStore
from ontology import StoreBusy, StoreError
from tests.differences import bare, put
from tests.graph.test_store_contract import assert_rows, row

SPAWN = multiprocessing.get_context("spawn")
KINDS = ((), ("Person",), ("Actor", "Person"), ("c_Kind_161b444d",))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    opened = EmbeddedStore(tmp_path / "store")
    yield opened
    opened.close()


def chain(count: int, note: str = "") -> list[LinkedNode]:
    """Nodes of changing kinds, each linked to the next and to itself."""
    return [
        row(
            f"n{i:05}",
            *KINDS[i % 4],
            links=[(f"TO_{i % 7}", f"n{(i + 1) % count:05}"), Link("SELF", f"n{i:05}", {"i": i})],
            note=note or str(i),
        )
        for i in range(count)
    ]


def snapshots(store: EmbeddedStore) -> list[str]:
    return sorted(p.name for p in store.folder.iterdir() if p.is_dir())


# --- The bulk interface ---------------------------------------------------------------------------


def test_types_are_as_cypher_makes_them(store: EmbeddedStore, tmp_path: Path) -> None:
    put(store, chain(8), "one")
    with embedded_engine.writable(tmp_path / "cypher", None, new=True) as database:
        embedded_build.Build(database, new=True).apply(Difference())
        for one in chain(8):
            labels = ":".join(one.labels)
            database.command("opencypher", f"CREATE (n:{labels} {{id: $id}})", {"id": one.id})
        for one in chain(8):
            for link in one.links:
                database.command(
                    "opencypher",
                    "MATCH (a:Entity {id: $a}) MATCH (b:Entity {id: $b}) "
                    f"CREATE (a)-[:{link.type}]->(b)",
                    {"a": one.id, "b": link.end},
                )

    def schema(path: Path) -> object:
        text = (path / "schema.json").read_text()
        types: dict[str, dict[str, Any]] = json.loads(re.sub(r"(_0)_\d+", r"\1_N", text))["types"]
        for name in ("Actor", "Person", "c_Kind_161b444d"):  # labels alone hold no node
            types[name].pop("buckets")
        return types

    assert schema(store.snapshot() / "db") == schema(tmp_path / "cypher")


def test_a_node_may_have_any_number_of_labels_of_any_length(store: EmbeddedStore) -> None:
    """A label set is a type of the engine's, whose files cannot be called like it."""
    classes = [f"c_AClassWithALongNameOf31Letter_{n:08}" for n in range(40)]
    long_type = "R_" + "LONG_" * 60 + "00000000"
    first = [row("a", *classes[:5], links=[(long_type, "b")]), row("b", *classes)]
    put(store, first, "one")
    assert_rows(store.scan(), first)
    counts = store.read(
        f"MATCH (n:{classes[0]})-[r:{long_type}]->(m:{classes[39]}) RETURN n.id, m.id"
    )
    assert counts.records == [{"n.id": "a", "m.id": "b"}]
    second = [row("a", *classes[3:30], links=[(long_type, "b")]), row("b", "c_Other_00000000")]
    put(store, second, "two")
    assert_rows(store.scan(), second)
    [found] = store.read("MATCH (n:Entity {id: 'a'}) RETURN n, labels(n) AS labels").records
    assert sorted(found["labels"]) == found["n"]["labels"] == ["Entity", *classes[3:30]]
    names = [p.name for p in (store.snapshot() / "db").iterdir()]
    assert max(map(len, names)) < 200


def test_too_many_kinds_are_refused_before_the_work(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine's time grows with the square of its types: minutes for some thousands."""
    put(store, chain(8), "one")
    classes = [row(f"a{i}", f"c_Kind{i}_00000000") for i in range(1001)]
    links = [row("a", links=[(f"R_{i}", "a") for i in range(2501)])]
    start = time.monotonic()
    for rows, what in ((classes, "100[1-9] combinations of classes"), (links, "250[1-9] kinds of")):
        with pytest.raises(StoreError, match=f"has {what}.* load it into a Neo4j: --store bolt://"):
            put(store, [*chain(8), *rows], "two")
    assert time.monotonic() - start < 20
    assert_rows(store.scan(), chain(8))
    monkeypatch.setattr(embedded_build, "MOST_LABEL_SETS", 4)
    put(store, [*chain(8), row("x", "c_New_00000000")], "four sets and Entity alone")
    with pytest.raises(StoreError, match="has 5 combinations"):
        put(store, [*chain(8), row("x", "c_New_00000000", "Person")], "by a change")


def test_nodes_of_new_kinds_come_in_many_batches(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A type that is made after a bulk write can wait forever, unless it is done right."""
    monkeypatch.setattr(embedded_build, "HELD_NODES", 3)
    first = [row(f"a{i}", f"c_Kind{i // 2}_00000000", links=[(f"R_{i}", "a0")]) for i in range(12)]
    put(store, first, "one")
    assert_rows(store.scan(), first)
    monkeypatch.setattr(embedded_build, "HELD_TEXT", 1)
    more = [row(f"b{i}", f"c_Kind{i + 4}_00000000", links=[(f"R_{i + 9}", "a1")]) for i in range(6)]
    put(store, [*first, *more], "two")
    assert_rows(store.scan(), [*first, *more])
    counts = store.read("MATCH (n:c_Kind5_00000000) RETURN count(n) AS n")
    assert counts.records == [{"n": 3}]


def test_a_name_that_could_end_its_quotes_is_refused(store: EmbeddedStore) -> None:
    for bad in (row("a", "x` EXTENDS `V"), row("a", links=[("R`x", "a")]), row("a", "A~B")):
        with pytest.raises(StoreError, match="cannot name a label"):
            put(store, [bad], "one")
    assert store.release() is None


def test_a_large_load_recommends_neo4j(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "MEASURED", (3, 9))
    assert put(store, [row("a"), row("b")], "one").notes == []
    [note] = put(store, chain(5), "two").notes
    assert "--store bolt://" in note


def _many_types(folder: Path) -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, hard))
    put(EmbeddedStore(folder), [row("a", links=[(f"R_{i}", "a") for i in range(150)])], "one")


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_more_types_than_a_process_may_open_files_at_first(store: EmbeddedStore) -> None:
    loading = SPAWN.Process(target=_many_types, args=(store.folder,))
    loading.start()
    loading.join()
    assert loading.exitcode == 0
    assert [len(r.links) for r in store.scan()] == [150]


# --- Snapshots ------------------------------------------------------------------------------------


def test_a_reader_keeps_its_snapshot_while_others_load(store: EmbeddedStore) -> None:
    old, new = chain(30, "old"), chain(30, "new")
    put(store, old, "old")
    other = EmbeddedStore(store.folder)
    reading = other.scan()
    found = [next(reading)]
    put(store, new, "new")
    assert_rows([*found, *reading], old)
    assert_rows(other.scan(), new)
    other.close()


def test_snapshots_bear_the_generation_and_old_ones_go(store: EmbeddedStore) -> None:
    put(store, chain(4, "a"), "aa")
    put(store, chain(4, "b"), "bb")
    put(store, chain(4, "a"), "aa")
    assert snapshots(store) == ["aa-4-2", "bb-4"]
    assert store.snapshot().name == "aa-4-2"
    assert_rows(store.scan(), chain(4, "a"))
    assert store.damage() == []


@contextmanager
def somebody_else() -> Iterator[None]:
    """For a while this process has the rights of a user who owns nothing here."""
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else"
)
def test_the_store_of_somebody_else_is_called_theirs() -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "theirs"
        mine = EmbeddedStore(folder)
        put(mine, chain(8), "one")
        mine.close()
        snapshot = mine.snapshot()
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        words = r"\(Permission denied\); it belongs to root; take a folder of your own: --store"
        for closed in (folder, folder / "current.json", snapshot, snapshot / "db" / "schema.json"):
            mode = closed.stat().st_mode
            closed.chmod(0o600)
            with somebody_else():
                store = EmbeddedStore(folder)
                for use in (lambda s: list(s.scan()), lambda s: put(s, chain(9), "two")):
                    with pytest.raises(StoreError, match=words):
                        use(store)
                store.close()
            closed.chmod(mode)
        with somebody_else():
            store = EmbeddedStore(folder)
            assert_rows(store.scan(), chain(8))
            store.close()


def test_nothing_is_built_upon_damage(store: EmbeddedStore) -> None:
    put(store, chain(50), "one")
    store.close()
    file = max((store.snapshot() / "db").iterdir(), key=lambda p: p.stat().st_size)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"is damaged .* run 'kg doctor --repair'"):
        put(store, chain(51), "two")
    assert store.snapshot().name == "one-4"


def test_the_list_of_files_of_an_earlier_version_is_read(store: EmbeddedStore) -> None:
    """It had the size and the hash of each file, and nothing else."""
    put(store, chain(50), "one")
    store.close()
    listed = store.snapshot() / "files.json"
    told = json.loads(listed.read_text())
    listed.write_text(json.dumps({n: [size, digest] for n, (size, _, _, digest) in told.items()}))
    assert EmbeddedStore(store.folder).damage() == []
    assert_rows(EmbeddedStore(store.folder).scan(), chain(50))
    file = max((store.snapshot() / "db").glob("*.bucket"), key=lambda p: p.stat().st_size)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(StoreError, match=r"is damaged .* run 'kg doctor --repair'"):
        list(EmbeddedStore(store.folder).scan())


def test_what_readers_write_is_not_trusted(store: EmbeddedStore) -> None:
    """The engine's counts, which a reader rewrites when it closes, are made anew."""
    put(store, chain(50), "one")
    store.close()
    (store.snapshot() / "db" / "statistics.json").write_text('{"Entity_0": {"count": 7}}')
    put(store, [*chain(50), row("one more")], "two")
    rows = store.read("MATCH (n:Entity) RETURN count(n) AS n")
    assert rows.records == [{"n": 51}]


# --- Two at once ----------------------------------------------------------------------------------


def test_the_second_of_two_loads_is_told_at_once(store: EmbeddedStore) -> None:
    other = EmbeddedStore(store.folder)

    def rows() -> Iterator[LinkedNode]:
        yield row("a")
        for refused in (other.repair, other.clear, lambda: put(other, [row("b")], "other")):
            with pytest.raises(StoreBusy, match=r"Another load into .* is running; wait"):
                refused()

    report = store.write(Difference(created=rows()), Release("one"), None)
    assert report.nodes_created == 1
    with pytest.raises(StoreBusy, match="came first; run this one again"):
        other.write(Difference(created=[row("b")]), Release("other"), None)
    assert [r.id for r in other.scan()] == ["a"]
    other.close()


def _stuck(folder: Path, ready: Event) -> None:
    def rows() -> Iterator[LinkedNode]:
        yield from chain(10, "never")
        ready.set()
        time.sleep(600)

    store = EmbeddedStore(folder)
    before = store.release()
    nodes = rows() if before is None else (r._replace(id="x" + r.id) for r in rows())
    store.write(Difference(created=nodes), Release("stuck"), before.generation if before else None)


@pytest.mark.parametrize("full", [False, True])
def test_a_killed_load_leaves_a_folder_that_the_next_one_removes(
    store: EmbeddedStore, full: bool
) -> None:
    if full:
        put(store, chain(10), "one")
    for mended in (lambda: store.repair(), lambda: put(store, chain(12), "two")):
        ready = SPAWN.Event()
        loading = SPAWN.Process(target=_stuck, args=(store.folder, ready))
        loading.start()
        assert ready.wait(60)
        with pytest.raises(StoreBusy):
            store.repair()
        loading.kill()
        loading.join()
        [left] = store.folder.glob(".building-*")
        release = store.release()
        assert (release.generation if release else None) == ("one" if full else None)
        said = mended()
        assert not left.exists()
        if isinstance(said, list):
            assert said == [f"removed {left.name}, left by a load that was killed"]
    assert_rows(store.scan(), chain(12))
    assert store.repair() == []


# --- Full disks -----------------------------------------------------------------------------------


LONG = "x" * 1000  # so that a few hundred nodes fill some pages


def _limited(folder: Path, limit: int, said: multiprocessing.Queue[str]) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        put(EmbeddedStore(folder), chain(900, LONG + "new"), "new")
        said.put("loaded")
    except StoreError as error:
        said.put(str(error))


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_a_limit_on_files_leaves_the_graph_as_it_was(store: EmbeddedStore) -> None:
    """At each limit another file is refused: of ours, of the copied, of the engine's."""
    put(store, chain(600, LONG), "one")
    store.close()
    for limit in (1000, 100_000, 270_000):
        said: multiprocessing.Queue[str] = SPAWN.Queue()
        loading = SPAWN.Process(target=_limited, args=(store.folder, limit, said))
        loading.start()
        text = said.get(timeout=100)
        loading.join()
        assert text.endswith("(File too large); make room on the disk; the graph is as it was.")
        assert snapshots(store) == ["one-4"]
        assert store.damage() == []
    assert_rows(store.scan(), chain(600, LONG))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder],
            check=True,
            capture_output=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small disk can be mounted: {error}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_leaves_the_graph_as_it_was(small_disk: Path) -> None:
    chance = random.Random(3)
    old, new = chain(400, "o" * 200), chain(700, "n" * 2000)
    store = EmbeddedStore(small_disk / "store")

    def resize(kilobytes: int) -> None:
        mounting = ["mount", "-o", f"remount,size={kilobytes}k", small_disk]
        subprocess.run(mounting, check=True)

    put(store, old, "old")
    store.close()
    used = (os.statvfs(small_disk).f_blocks - os.statvfs(small_disk).f_bavail) * 4
    refused = 0
    for _ in range(10):
        resize(used + chance.randrange(200, 7000))
        try:
            put(store, new, "new")
        except StoreError as error:
            refused += 1
            assert "No space left" in str(error)
            assert str(error).endswith("make room on the disk; the graph is as it was.")
            assert snapshots(store) == ["old-4"]
            assert_rows(store.scan(), old)
        else:
            assert_rows(store.scan(), new)
            resize(64_000)
            store.clear()
            put(store, old, "old")
        store.close()
    assert refused >= 4
    resize(64_000)
    put(store, new, "new")
    assert_rows(store.scan(), new)
    store.close()


def test_a_page_that_the_disk_refused_is_found(store: EmbeddedStore) -> None:
    """A hole in a file, as a page leaves it that was not written though a later one was."""
    put(store, chain(600, LONG), "one")
    store.close()
    database = store.snapshot() / "db"
    assert embedded_files.lost_pages(database) == []
    file = next(
        p for p in database.iterdir() if p.stat().st_size >= 3 * 65536 and ".65536." in p.name
    )
    with file.open("r+b") as opened:
        opened.seek(65536)
        opened.write(bytes(65536))
    assert embedded_files.lost_pages(database) == [file.name]
    with file.open("r+b") as opened:
        opened.truncate(70_000)
    assert embedded_files.lost_pages(database) == [file.name]


def test_each_page_of_a_compacted_index_may_be_lost_and_is_missed(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    """The engine compacts the index of ids when it has grown to some megabytes."""
    rows = [row(f"{i:06}" + "x" * 250, "Person") for i in range(12_000)]
    report = put(store, rows, "one")
    store.close()
    database = store.snapshot() / "db"
    assert embedded_files.lost_pages(database) == []
    paged = [p for p in database.iterdir() if p.stat().st_size and re.search(r"\.v\d\.", p.name)]
    assert [p.suffix for p in paged].count(".uctidx") == 1, "it was compacted"
    for path in paged:
        content = path.read_bytes()
        size = int(path.name.split(".")[-3])
        for start in range(0, len(content), size):
            path.write_bytes(content[:start] + bytes(size) + content[start + size :])
            assert embedded_files.lost_pages(database) == [path.name]
        path.write_bytes(content)
    build = embedded_build.Build(None, new=True)
    index = next(p for p in paged if p.suffix == ".uctidx")
    os.truncate(index, index.stat().st_size - int(index.name.split(".")[-3]))
    assert embedded_files.lost_pages(database) == [], "what is cut off leaves no hole"
    opened = embedded_engine.acquire(str(database), None)
    try:
        problem = build.missing(opened, report.release)
    finally:
        embedded_engine.give_back(str(database))
    assert re.fullmatch(r"it has \d+ indexed nodes instead of 12000", problem or "")


def test_a_graph_that_is_not_what_was_written_is_found(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    """The proof behind a load sees a node, a link or a property that is not there."""
    rows = [row("a", links=[("KNOWS", "b"), Link("KNOWS", "b", {"n": 1})]), row("b"), bare("c")]
    right = Release("one", 3, 2)
    changes = {
        "DETACH DELETE c": "it has 2 nodes instead of 3",
        "CREATE (c)-[:KNOWS]->(a)": "it has 3 starts instead of 2",
        "SET a._digest = '0'": "1 nodes are not as they were written",
        "REMOVE r.n": "1 nodes are not as they were written",
        "SET c.name = 'C'": None,  # its digest would differ
    }
    for number, (change, problem) in enumerate(changes.items()):
        with embedded_engine.writable(tmp_path / str(number), None, new=True) as database:
            build = embedded_build.Build(database, new=True)
            build.apply(Difference(created=rows))
            assert build.missing(database, right) is None
            matched = "MATCH (a:Entity {id: 'a'})-[r:KNOWS {n: 1}]->() MATCH (c:Entity {id: 'c'}) "
            database.command("opencypher", matched + change)
            assert build.missing(database, right) == problem

"""Stores that are missing, dead, locked, damaged or out of date; nothing is lost, all is told."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.stores import open_store, parse_address
from ontology import StoreAddressError, StoreError
from tests.kg_command import SMALL, Command, make_checkout

MOTHER = "Who is the mother of Bruno Robles?"
ANSWER = "Ana Robles is the mother of Bruno Robles (reported and stated)."
SECRET = "geheim-7f3"
NOT_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere"
)


def first_line(text: str) -> str:
    return text.splitlines()[0]


# --- Addresses ------------------------------------------------------------------------------------

PASSWORD_IN_URL = (
    "Store address: a password does not belong in a URL; "
    "put it into KG_PASSWORD and take it out of the address."
)
ADDRESSES = [
    (f"bolt://neo4j:{SECRET}@localhost:7687", PASSWORD_IN_URL),
    (f"bolt://:{SECRET}@localhost", PASSWORD_IN_URL),
    (f"http://neo4j:{SECRET}@localhost", PASSWORD_IN_URL),
    (f"neo4j:{SECRET}@localhost:7687", PASSWORD_IN_URL),
    (f"bolt://neo4j:a/{SECRET}@localhost:7687", PASSWORD_IN_URL),
    (f"bolt://neo4j:a#{SECRET}@localhost:7687", PASSWORD_IN_URL),
    (f"bolt://neo4j:a@{SECRET}@localhost:7687", PASSWORD_IN_URL),
    (f"bolt://neo4j:[{SECRET}@localhost:7687", PASSWORD_IN_URL),
    (
        f"bolt://localhost:7687?password={SECRET}",
        "Store address: nothing may follow host and port; name the database with KG_DATABASE.",
    ),
    (
        "bolt://localhost:7687/movies",
        "Store address: nothing may follow host and port; name the database with KG_DATABASE.",
    ),
    (
        "bolt://localhost:76870",
        "Store address: host or port cannot be read; "
        "write bolt://HOST:PORT with a port from 1 to 65535.",
    ),
    (
        "bolt://localhost:port",
        "Store address: host or port cannot be read; "
        "write bolt://HOST:PORT with a port from 1 to 65535.",
    ),
    ("bolt://", "Store address: the host is missing; write bolt://HOST:PORT."),
    (
        "mysql://localhost",
        "Store address: 'mysql' is no known kind of store; write embedded:PATH or one of "
        "neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s://, bolt+ssc://.",
    ),
    (
        "/srv/graph",
        "Store address: '/srv/graph' is no known kind of store; write embedded:PATH or one of "
        "neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s://, bolt+ssc://.",
    ),
]


@pytest.mark.parametrize(("url", "message"), ADDRESSES, ids=[a[0] for a in ADDRESSES])
def test_a_wrong_address_is_refused_and_no_password_repeated(url: str, message: str) -> None:
    with pytest.raises(StoreAddressError) as error:
        parse_address(url, {})
    assert str(error.value) == message
    assert SECRET not in str(error.value)


def test_an_address_is_read_with_its_user_and_without_a_final_slash() -> None:
    address = parse_address("bolt://m%C3%ADa@[::1]:7687/", {"KG_PASSWORD": SECRET, "KG_USER": "x"})
    assert (address.url, address.user, address.password) == ("bolt://[::1]:7687", "mía", SECRET)
    assert SECRET not in repr(address)


def test_a_wrong_address_ends_with_status_2_wherever_it_comes_from(small: Command) -> None:
    url = f"bolt://neo4j:{SECRET}@localhost:7687"
    wanted = (2, "", f"kg: {PASSWORD_IN_URL}\n")
    by_option = small("sources", "--store", url)
    assert (by_option.status, by_option.out, by_option.err) == wanted
    by_variable = small.with_(KG_STORE=url)("load")
    assert (by_variable.status, by_variable.out, by_variable.err) == wanted
    asked = small("ask", MOTHER, "--json", "--store", url)
    assert (asked.status, asked.json["reason"], asked.err) == (2, PASSWORD_IN_URL, wanted[2])
    doctor = small("doctor", "--store", url)
    assert (doctor.status, doctor.out.splitlines()[-1]) == (1, f"store: {PASSWORD_IN_URL}")
    for ran in (by_option, by_variable, asked, doctor):
        assert SECRET not in ran.out + ran.err


def test_the_password_shows_nowhere(small: Command) -> None:
    with_password = small.with_(KG_PASSWORD=SECRET, KG_USER="neo4j", KG_STORE="bolt://127.0.0.1:1")
    for arguments in (["doctor"], ["load"], ["ask", "x", "--json"]):
        ran = with_password(*arguments)
        assert ran.status == 1
        assert SECRET not in ran.out + ran.err


# --- Servers that do not answer -------------------------------------------------------------------


@pytest.fixture
def web_server() -> Iterator[int]:
    """The port of a server that speaks HTTP, to which Bolt is a bad request."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with contextlib.suppress(OSError):  # the test is over
                while True:
                    connection, _ = server.accept()
                    with connection:
                        connection.recv(100)
                        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("url", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt+s://[::1]:1"])
def test_a_dead_server_is_one_sentence_and_status_1(small: Command, url: str) -> None:
    ran = small("ask", MOTHER, "--store", url)
    message = f"kg: {url} does not answer; start the server or correct --store.\n"
    assert (ran.status, ran.out, ran.err) == (1, "", message)


def test_a_server_that_is_no_neo4j_is_one_sentence(small: Command, web_server: int) -> None:
    url = f"bolt://127.0.0.1:{web_server}"
    ran = small("load", "--store", url)
    message = f"kg: {url} does not answer; start the server or correct --store.\n"
    assert (ran.status, ran.out, ran.err) == (1, "", message)


def test_a_server_that_stays_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.stores.neo4j.bolt.CONNECT_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        store = open_store(parse_address(url, {}))
        start = time.monotonic()
        with pytest.raises(StoreError) as error:
            store.read("RETURN 1 AS x")
        store.close()
    assert time.monotonic() - start < 10
    assert str(error.value) == f"{url} does not answer; start the server or correct --store."


# --- A platform without the embedded engine -------------------------------------------------------


@pytest.fixture
def no_engine(small: Command, tmp_path: Path) -> Command:
    """As on a platform without a wheel: the engine cannot be imported."""
    (tmp_path / "arcadedb").mkdir()
    (tmp_path / "arcadedb" / "__init__.py").write_text(
        "raise ImportError('no wheel for this platform')\n"
    )
    path = os.pathsep.join([str(tmp_path), str(small.checkout)])
    cache = str(small.home / ".cache")  # reading all query files again would only take time
    return Command(small.checkout, tmp_path / "home", {"PYTHONPATH": path, "XDG_CACHE_HOME": cache})


NO_ENGINE = (
    "The embedded engine does not run on this platform (no wheel for this platform); "
    "start a Neo4j and name it: --store bolt://HOST:7687."
)


def test_without_the_engine_a_question_names_the_way_with_neo4j(no_engine: Command) -> None:
    ran = no_engine("ask", MOTHER)
    assert (ran.status, ran.out, ran.err) == (1, "", f"kg: {NO_ENGINE}\n")


def test_without_the_engine_all_that_needs_no_store_works(no_engine: Command) -> None:
    assert no_engine("queries", "kin").status == 0
    doctor = no_engine("doctor")
    assert doctor.status == 1
    assert f"embedded engine: {NO_ENGINE}" in doctor.out.splitlines()


# --- Folders --------------------------------------------------------------------------------------


def test_a_folder_that_cannot_be_written_is_named(small: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for folder in (tmp_path / "file" / "store", tmp_path / "file"):
        ran = small("load", "--store", f"embedded:{folder}")
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith(f"kg: {folder} cannot be written (")
        assert ran.err.endswith("); name a folder that can: --store embedded:PATH.\n")
    doctor = small("doctor", "--store", f"embedded:{tmp_path / 'file'}")
    assert doctor.status == 1
    assert (tmp_path / "file").read_text() == "not a folder"


@NOT_ROOT
def test_a_folder_without_the_right_to_write_is_named(small: Command, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    ran = small("load", "--store", f"embedded:{tmp_path / 'store'}")
    tmp_path.chmod(0o700)
    assert (ran.status, ran.out) == (1, "")
    assert "cannot be written (Permission denied)" in ran.err


def test_a_planted_link_is_removed_and_not_followed(spoilable: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (spoilable.store_folder / ".building-x").symlink_to(tmp_path, target_is_directory=True)
    ran = changed_knowledge(spoilable)("load")
    assert (ran.status, ran.err) == (0, "removed .building-x, left by a load that was killed\n")
    assert (tmp_path / "mine.txt").read_text() == "mine"
    (spoilable.store_folder / ".building-x").symlink_to(tmp_path / "nowhere")
    assert spoilable("doctor", "--repair").status == 0
    assert not (spoilable.store_folder / ".building-x").is_symlink()


@pytest.mark.skipif(sys.platform != "linux", reason="the engine reserves less elsewhere")
def test_a_limit_of_memory_or_of_files_is_called_so(spoilable: Command) -> None:
    import resource

    def little_memory() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))

    def few_files() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24))

    for limited, words in ((little_memory, "(ulimit -v)"), (few_files, "(ulimit -n)")):
        for arguments in (["cypher", "RETURN 1 AS x"], ["load", "--store", "embedded:other"]):
            ran = spoilable.alone(*arguments, preexec_fn=limited)
            assert (ran.status, ran.out) == (1, ""), arguments
            assert words in ran.err
            assert "; raise " in ran.err
            assert "disk" not in ran.err


def test_a_cache_that_cannot_be_written_costs_only_time(spoilable: Command) -> None:
    file = spoilable.home / "file"
    file.write_text("")
    ran = spoilable.alone.with_(XDG_CACHE_HOME=str(file / "cache"))("ask", MOTHER)
    assert (ran.status, first_line(ran.out), ran.err) == (0, ANSWER, "")


def test_a_store_may_lie_in_a_folder_with_any_name(small: Command, tmp_path: Path) -> None:
    folder = tmp_path / "señas y #más %20"
    there = small.with_(KG_STORE=f"embedded:{folder}")
    assert there("load").status == 0
    ran = there("ask", MOTHER, "--check")
    assert (ran.status, first_line(ran.out)) == (0, ANSWER)
    assert (folder / "current.json").is_file()


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_a_full_disk_leaves_the_graph_as_it_was(spoilable: Command) -> None:
    """A limit on the size of files stands for the disk."""
    import resource

    changed = changed_knowledge(spoilable)
    before = snapshot_of(spoilable)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    ran = changed("load", preexec_fn=limited)
    assert (ran.status, ran.out) == (1, "")
    assert "(File too large); make room on the disk" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert snapshot_of(spoilable) == before
    assert list(spoilable.store_folder.glob(".building-*")) == []
    assert spoilable("ask", MOTHER).status == 0


# --- Locked and damaged stores --------------------------------------------------------------------


def snapshot_of(command: Command) -> Path:
    current = json.loads((command.store_folder / "current.json").read_text())
    return command.store_folder / str(current["snapshot"])


def test_a_locked_store_is_told_and_works_afterwards(spoilable: Command) -> None:
    script = (
        "import sys, arcadedb\n"
        "with arcadedb.open_database(sys.argv[1]):\n"
        "    print('open', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(snapshot_of(spoilable) / "db")]
    with subprocess.Popen(
        command,
        env=spoilable.setting | {"ARCADEDB_LOG_DIR": str(spoilable.home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        ran = spoilable("ask", MOTHER)
        holder.communicate(b"")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("kg: The embedded store ")
    assert " is locked or damaged (" in ran.err
    assert ran.err.endswith("close other programs that use it or run 'kg doctor --repair'.\n")
    assert spoilable("ask", MOTHER).status == 0


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def spoil(path: Path) -> None:
    path.write_bytes(bytes(b ^ 0x5A for b in path.read_bytes()))


DAMAGES = {
    "a file is cut off": lambda snapshot: cut(biggest(snapshot)),
    "a file is gone": lambda snapshot: biggest(snapshot).unlink(),
    "the documents are gone": lambda snapshot: (snapshot / "documents.json").unlink(),
    "the list of files is gone": lambda snapshot: (snapshot / "files.json").unlink(),
    "the pointer is no JSON": lambda snapshot: (snapshot.parent / "current.json").write_text("{"),
    "the pointer is another JSON": lambda snapshot: (snapshot.parent / "current.json").write_text(
        '{"layout": 3}'
    ),
}


def biggest(snapshot: Path) -> Path:
    return max((snapshot / "db").iterdir(), key=lambda p: (p.stat().st_size, p.name))


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_told_and_repaired(spoilable: Command, damage: str) -> None:
    snapshot = snapshot_of(spoilable)
    DAMAGES[damage](snapshot)
    ran = spoilable("ask", MOTHER)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.endswith("run 'kg doctor --repair'.\n")
    repaired = spoilable("doctor", "--repair")
    assert repaired.status == 0
    if damage.startswith("the pointer"):
        assert f"current.json names {snapshot.name} again" in repaired.err
    else:
        assert f"removed {snapshot.name}" in repaired.err
    assert first_line(spoilable("ask", MOTHER).out) == ANSWER


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[1]", "what it says of a document is no object"),
        ("{}", "it is no list of documents"),
        ('[{"key": "k"}]', "it says of a document no 'name'"),
        (
            '[{"key": "k", "name": "k", "digest": "d", "quads": "1"}]',
            "what it says as 'quads' of a document is no whole number",
        ),
        (
            '[{"key": "k", "name": "k", "digest": "d", "quads": 1, "names": 5}]',
            "what it says as 'names' of a document is no object",
        ),
        (
            '[{"key": "k", "name": "k", "digest": "d", "quads": 1, "names": {"a": 1}}]',
            "what it says as 'names' of a document is not all text",
        ),
    ],
)
def test_a_list_of_documents_that_was_spoiled_is_told_in_one_sentence(
    spoilable: Command, written: str, told: str
) -> None:
    file = snapshot_of(spoilable) / "documents.json"
    file.write_text(written)
    for arguments in (["documents"], ["ask", MOTHER], ["load"]):
        ran = spoilable(*arguments)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err == f"kg: {file} cannot be read ({told}); run 'kg doctor --repair'.\n"
    assert spoilable("doctor", "--repair").status == 0
    assert first_line(spoilable("ask", MOTHER).out) == ANSWER


def test_damage_that_leaves_sizes_alone_is_found_by_the_doctor(spoilable: Command) -> None:
    before = spoilable("export", "--format", "nquads")
    spoil(biggest(snapshot_of(spoilable)))
    sick = spoilable("doctor")
    assert sick.status == 1
    assert sick.out.splitlines()[-1].endswith("; run 'kg doctor --repair'")
    assert spoilable("doctor", "--repair").status == 0
    assert spoilable("export", "--format", "nquads") == before


FLIPS = 30


def flipped(files: list[Path], chance: random.Random) -> Iterator[str]:
    """One letter of a stored text after the other is changed and put back; size and times stay."""
    texts = [(f, m.start()) for f in files for m in re.finditer(rb"[A-Za-z]{4,}", f.read_bytes())]
    for file, place in chance.sample(texts, FLIPS):
        content, status = file.read_bytes(), file.stat()
        place += chance.randrange(4)
        file.write_bytes(
            content[:place]
            + bytes([content[place] ^ chance.choice((1, 2, 4))])
            + content[place + 1 :]
        )
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
        yield f"{file.name}, byte {place}"
        file.write_bytes(content)
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_a_changed_letter_is_noticed_before_an_answer(spoilable: Command) -> None:
    right = spoilable("query", "parents", "child=Bruno Robles")
    assert right.status == 0
    database = snapshot_of(spoilable) / "db"
    buckets = [p for p in database.iterdir() if p.suffix in (".bucket", ".json", ".dict")]
    for where in flipped(sorted(buckets), random.Random(8)):
        ran = spoilable("query", "parents", "child=Bruno Robles")
        if ran != right:
            assert (ran.status, ran.out) == (1, ""), where
            assert " is damaged (" in ran.err, where
            assert ran.err.endswith("; run 'kg doctor --repair'.\n"), where


def test_a_changed_letter_in_the_copy_for_sparql_makes_no_answer(spoilable: Command) -> None:
    query = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 2000"
    right = spoilable("sparql", query, "--format", "csv", "--limit", "2000")
    assert right.status == 0
    for number in range(FLIPS):
        [copy] = snapshot_of(spoilable).glob("sparql-*")
        places = flipped(
            [p for p in sorted(copy.iterdir()) if p.suffix == ".sst"], random.Random(number)
        )
        where = next(places)
        assert spoilable("sparql", query, "--format", "csv", "--limit", "2000") == right, where


def test_the_doctor_names_a_copy_for_sparql_that_was_changed(spoilable: Command) -> None:
    query = ("sparql", "ASK { ?s a kg:Person }")
    assert spoilable(*query).status == 0
    assert spoilable("doctor").status == 0
    [copy] = snapshot_of(spoilable).glob("sparql-*")
    where = next(
        flipped([p for p in sorted(copy.iterdir()) if p.suffix == ".sst"], random.Random(9))
    )
    sick = spoilable("doctor")
    assert sick.status == 1, where
    assert "copy for SPARQL: " in sick.out
    assert "'kg sparql' writes it anew" in sick.out
    assert spoilable(*query).status == 0
    assert spoilable("doctor").status == 0


def test_counts_that_somebody_changed_are_put_right(spoilable: Command) -> None:
    """The engine counts nodes by a file that each reader writes anew."""
    count = ("cypher", "MATCH (n:Person) RETURN count(n) AS n", "--format", "csv")
    right = spoilable(*count)
    file = snapshot_of(spoilable) / "db" / "statistics.json"
    file.write_text(re.sub(r'"count":\d+', '"count":7', file.read_text()))
    assert spoilable(*count) == right
    file.unlink(missing_ok=True)  # ours, put right, is written by a reader that ends by itself only
    assert spoilable(*count) == right


def kept_copies(kg: Command) -> list[Path]:
    """What is kept in the user's cache folder of words, wordings, headings and queries."""
    kinds = ("queries", "vocabulary", "wording", "headings")
    return [file for kind in kinds for file in kg.home.rglob(f"{kind}-*.json")]


def test_an_edited_cache_makes_no_answer(spoilable: Command) -> None:
    """Valid JSON, and wrong."""
    right = spoilable("ask", MOTHER)
    caches = kept_copies(spoilable)
    assert len(caches) == 4
    for cache in caches:
        for old, new in (("ana-robles", "iris-robles"), ("mother", "father"), ("[", "[5, ")):
            text = cache.read_text()
            cache.write_text(text.replace(old, new))
            assert spoilable.alone("ask", MOTHER) == right, (cache.name, old)


def test_spoiled_caches_are_made_anew(spoilable: Command) -> None:
    assert spoilable("ask", MOTHER).status == 0
    caches = kept_copies(spoilable)
    caches += snapshot_of(spoilable).glob("names-*")
    assert len(caches) >= 4
    for cache, text in zip(caches, itertools.cycle(("", "[5]", "{")), strict=False):
        cache.write_text(text)
    ran = spoilable.alone("ask", MOTHER)
    assert (ran.status, first_line(ran.out), ran.err) == (0, ANSWER, "")


def test_a_repair_touches_nothing_that_is_not_ours(spoilable: Command) -> None:
    """Somebody's project happens to have a folder named db."""
    others = [
        spoilable.store_folder / "project" / "db" / "mine.txt",
        spoilable.store_folder / "notes.txt",
    ]
    for other in others:
        other.parent.mkdir(parents=True, exist_ok=True)
        other.write_text("mine")
    assert spoilable("doctor", "--repair").status == 0
    assert changed_knowledge(spoilable)("load").status == 0
    assert [other.read_text() for other in others] == ["mine"] * 2


def test_the_doctor_finds_a_healthy_machine_healthy(spoilable: Command, tmp_path: Path) -> None:
    ran = spoilable("doctor")
    lines = dict(line.split(": ", 1) for line in ran.out.splitlines())
    assert (ran.status, ran.err) == (0, "")
    assert list(lines)[:2] == ["python", "expediente"]
    assert lines["store folder"] == str(spoilable.store_folder)
    assert lines["store"].startswith(f"embedded:{spoilable.store_folder}: 18 nodes, generation ")
    fresh = Command(spoilable.checkout, tmp_path / "new")("doctor")
    assert fresh.status == 0
    assert fresh.out.splitlines()[-1].endswith(": empty; it is built on first use")
    store = f"embedded:{tmp_path / 'nothing'}"
    empty = spoilable("doctor", "--store", store)
    assert empty.status == 1
    assert empty.out.splitlines()[-1] == (f"store: {store}: empty; run 'kg load --store {store}'")
    assert not (tmp_path / "nothing").exists()


# --- Building, and building anew ------------------------------------------------------------------


def changed_knowledge(command: Command) -> Command:
    """The same user's command with a knowledge in which Ana has another name."""
    folder = command.home / "changed"
    folder.mkdir()
    checkout = make_checkout(folder)
    entities = checkout / "knowledge" / "entities.csv"
    entities.write_text(entities.read_text().replace("Ana Robles", "Ana Robles Vda. de Sanz"))
    return Command(checkout, command.home)


def test_changed_knowledge_is_built_anew_by_itself(spoilable: Command) -> None:
    old = snapshot_of(spoilable)
    changed = changed_knowledge(spoilable)
    told = changed("doctor")
    assert (told.status, told.out.splitlines()[-1]) == (
        0,
        "knowledge: the packaged sheets have changed; it is built anew on next use",
    )
    [row] = changed("query", "parents", "child=Bruno Robles", "--format", "json").json
    assert row["parent"] == "Ana Robles Vda. de Sanz"
    assert snapshot_of(spoilable) != old
    kept = {p.name for p in spoilable.store_folder.iterdir()}
    assert kept == {".lock", "current.json", old.name, snapshot_of(spoilable).name}


@pytest.mark.parametrize("own", [True, False])
def test_a_store_keeps_the_sheets_that_it_was_loaded_with(
    spoilable: Command, tmp_path: Path, own: bool
) -> None:
    sheets = shutil.copytree(SMALL, tmp_path / "sheets")
    entities = sheets / "entities.csv"
    entities.write_text(entities.read_text().replace("Ana Robles", "Ana Otra"))
    command = spoilable if own else spoilable.with_(KG_STORE=f"embedded:{tmp_path / 'store'}")
    assert command("load", "--knowledge", str(sheets)).status == 0
    loaded = command("documents").out
    for arguments in (
        ["query", "parents", "child=Bruno Robles", "--format", "csv"],
        ["sparql", "SELECT ?o { ?s <https://w3id.org/expediente/ontology#name> ?o }"],
        ["export", "--format", "nquads"],
    ):
        ran = command(*arguments)
        assert (ran.status, ran.err) == (0, "")
        assert "Ana Otra" in ran.out
        assert "Ana Robles" not in ran.out
    assert command("doctor", "--repair").status == 0
    assert command("documents").out == loaded
    (tmp_path / "x.ttl").write_text("<http://e.org/a> <http://e.org/b> 1 .")
    assert command("load", str(tmp_path / "x.ttl")).status == 0
    assert "Ana Otra" in command("export", "--format", "nquads").out
    assert command("load").status == 0, "asked for, the packaged sheets come"
    assert "Ana Otra" not in command("export", "--format", "nquads").out


def test_a_store_with_a_name_is_not_built_anew_unasked(spoilable: Command, tmp_path: Path) -> None:
    store = f"embedded:{tmp_path / 'store'}"
    named = {"KG_STORE": store}
    assert spoilable.with_(**named)("load").status == 0
    before = spoilable.with_(**named)("query", "parents", "child=Bruno Robles")
    assert (before.status, before.err) == (0, "")
    changed = changed_knowledge(spoilable).with_(**named)
    after = changed("query", "parents", "child=Bruno Robles")
    assert (after.status, after.out) == (0, before.out)
    assert after.err == (
        f"{store} holds the packaged knowledge as it was before; "
        f"'kg load --store {store}' brings it up to date.\n"
    )
    assert changed("load").status == 0
    assert "Ana Robles Vda. de Sanz" in changed("query", "parents", "child=Bruno Robles").out


def test_a_store_with_a_name_that_holds_nothing_is_not_filled_unasked(
    small: Command, tmp_path: Path
) -> None:
    store = f"embedded:{tmp_path / 'store'}"
    here = small.with_(KG_STORE=store)
    told = (
        f"kg: {store} holds nothing yet; 'kg load FILE --store {store}' loads a file into it, "
        f"'kg load --store {store}' the packaged knowledge.\n"
    )
    (tmp_path / "bad.ttl").write_text("<http://e.org/a> nonsense")
    for before in (None, ["load", str(tmp_path / "bad.ttl"), "--only"], ["doctor", "--repair"]):
        if before:
            here(*before)
        for arguments in (
            *(["ask", MOTHER], ["query", "parents"], ["cypher", "RETURN 1 AS x"]),
            *(["sparql", "ASK {}"], ["export"], ["show", "person/ana"], ["sources"]),
        ):
            ran = here(*arguments)
            assert (ran.status, ran.out, ran.err) == (2, "", told), (before, arguments)
        assert "is empty" in here("documents").err
    assert here("load").status == 0
    assert first_line(here("ask", MOTHER).out) == ANSWER


def test_a_damaged_store_of_a_file_alone_is_not_filled_with_what_it_never_held(
    small: Command, tmp_path: Path
) -> None:
    store = f"embedded:{tmp_path / 'store'}"
    here = small.with_(KG_STORE=store)
    (tmp_path / "x.ttl").write_text("<http://e.org/a> <http://e.org/b> 1 .")
    assert here("load", str(tmp_path / "x.ttl"), "--only").status == 0
    [snapshot] = [p for p in (tmp_path / "store").iterdir() if p.is_dir()]
    cut(biggest(snapshot))
    ran = here("doctor", "--repair")
    assert "x.ttl is gone with it; load it again: kg load x.ttl" in ran.err
    assert "is empty" in here("documents").err


def test_two_first_uses_at_once_both_work(small: Command, tmp_path: Path) -> None:
    fresh = Command(small.checkout, tmp_path)
    running = [fresh.start("ask", MOTHER, "--check") for _ in range(3)]
    ends = [process.communicate(timeout=100) for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], ends
    assert {first_line(out.decode()) for out, _ in ends} == {ANSWER}
    assert {err.decode() for _, err in ends} == {"Cypher and SPARQL agree.\n"}
    names = sorted(p.name for p in fresh.store_folder.iterdir())
    assert names == sorted([".lock", "current.json", snapshot_of(fresh).name])


def test_a_killed_first_use_leaves_nothing_in_the_way(small: Command, tmp_path: Path) -> None:
    fresh = Command(small.checkout, tmp_path, {"XDG_CACHE_HOME": str(small.home / ".cache")})
    for seconds in (0.7, 1.1):
        with fresh.start("ask", MOTHER) as process:
            time.sleep(seconds)
            process.kill()
    ran = fresh("ask", MOTHER)
    assert (ran.status, first_line(ran.out), ran.err) == (0, ANSWER, "")


def test_loading_twice_changes_nothing(small: Command, tmp_path: Path) -> None:
    store = f"embedded:{tmp_path / 'store'}"
    first = small("load", "--store", store)
    assert (first.status, first.err) == (0, "")
    assert first.out.splitlines()[0] == f"18 nodes, 30 relationships in {store}"
    second = small("load", "--store", store)
    assert second.status == 0
    assert second.err == f"{store} holds this graph already; nothing was written.\n"
    assert second.out.splitlines() == [first.out.splitlines()[0], first.out.splitlines()[-1]]


# --- Bad sheets and bad query files ---------------------------------------------------------------

MISTAKES = 150


@pytest.fixture
def bad_sheets(tmp_path: Path) -> Path:
    """A full sheet of mistakes: two in each of its rows."""
    folder = shutil.copytree(SMALL, tmp_path / "bad")
    header = (folder / "claims" / "la-voz.csv").read_text().splitlines()[0]
    rows = [
        f'bad-{n},person/nobody-{n},alias,X,30/02/2025,stated,,la-voz,"char=1,2",,normal,'
        for n in range(MISTAKES)
    ]
    (folder / "claims" / "bad.csv").write_text("\n".join([header, *rows]) + "\n")
    return folder


def test_a_full_sheet_of_mistakes_is_refused_by_cell_and_nothing_is_lost(
    spoilable: Command, bad_sheets: Path
) -> None:
    before = snapshot_of(spoilable)
    ran = spoilable("load", "--knowledge", str(bad_sheets))
    assert (ran.status, ran.out) == (2, "")
    lines = ran.err.removeprefix("kg: ").splitlines()
    assert len(lines) == 201
    assert lines[:2] == [
        "claims/bad.csv:2: column subject: 'person/nobody-0' is not in entities.csv; "
        "add it there or correct the id.",
        "claims/bad.csv:2: column valid: '30/02/2025' looks like a date that a spreadsheet program "
        "rewrote; format the column as text and write it as 2025-02-27.",
    ]
    assert lines[-1] == "... and 100 more problems."
    assert snapshot_of(spoilable) == before
    assert first_line(spoilable("ask", MOTHER).out) == ANSWER


def test_a_check_lists_mistakes_as_rows_and_ends_with_status_2(
    small: Command, bad_sheets: Path
) -> None:
    ran = small("check", str(bad_sheets), "--format", "json")
    assert ran.status == 2
    assert ran.json[0] == {
        "severity": "error",
        "check": "sheets",
        "place": "claims/bad.csv:2",
        "message": "column subject: 'person/nobody-0' is not in entities.csv; "
        "add it there or correct the id.",
    }
    assert ran.err.endswith(f" errors, 0 warnings in {bad_sheets}\n")
    missing = small("check", "nowhere")
    assert missing.status == 2
    assert "nowhere/sources.csv is missing; name a folder of claim sheets." in missing.out


def test_good_sheets_pass_the_check(small: Command) -> None:
    ran = small.alone("check", str(SMALL), "--no-shapes")
    assert (ran.status, ran.out, ran.err) == (0, "", f"0 errors, 0 warnings in {SMALL}\n")


def test_a_check_of_texts_that_are_not_there_says_that_nothing_was_checked(
    small: Command, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    ran = small.alone(
        *("check", str(SMALL), "--no-shapes", "--texts", str(tmp_path / "empty")),
        *("--format", "json"),
    )
    assert ran.status == 2
    assert [(row["severity"], row["check"]) for row in ran.json] == [("error", "texts")]
    assert ran.json[0]["message"].startswith(
        "none of the 2 texts that claims cite by place is there"
    )
    assert ran.err.splitlines() == [
        f"0 of 2 texts found in {tmp_path / 'empty'}, 0 of 8 spans checked",
        f"1 errors, 0 warnings in {SMALL}",
    ]


def test_a_query_file_without_a_twin_is_named(small: Command, tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path, copied=("queries",))
    (checkout / "queries" / "kin" / "parents.rq").unlink()
    command = Command(checkout, tmp_path / "home")
    message = (
        "queries/kin/parents.cypher: the twin parents.rq is missing; "
        "write it, or say in no_twin why SPARQL can't."
    )
    for arguments in (["queries"], ["ask", MOTHER], ["query", "parents", "child=Bruno Robles"]):
        ran = command(*arguments)
        assert (ran.status, ran.out, ran.err) == (2, "", f"kg: {message}\n")

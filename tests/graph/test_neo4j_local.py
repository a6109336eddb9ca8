"""The launcher of a Neo4j without Docker, and the fixtures that the tests get their Neo4j from."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ClientError, Neo4jError

from graph.stores.neo4j.local import (
    NEO4J_VERSION,
    RELEASES,
    LocalNeo4j,
    LocalNeo4jError,
    available,
    jars,
)
from graph.stores.neo4j.local import java as local_java
from graph.stores.neo4j.local import server as local_server
from graph.stores.neo4j.local.keeper import Keeper
from graph.stores.neo4j.mark import SCHEMA
from tests.neo4j_fixture import CONSTRAINTS, empty, refuse_to_empty, skip_or_fail

PASSWORD = "correct horse"
REPOSITORY = Path(local_java.__file__).parents[4]


@pytest.fixture(scope="module")
def _startable() -> None:
    if reason := available():
        skip_or_fail(f"no Neo4j without Docker: {reason}")


@pytest.fixture(scope="module")
def server(_startable: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalNeo4j]:
    with LocalNeo4j.start(tmp_path_factory.mktemp("shared-home")) as running:
        yield running


@pytest.fixture
def keepers(monkeypatch: pytest.MonkeyPatch) -> list[Keeper]:
    """All that are started in the test, also by a `start` that fails and returns none."""
    started: list[Keeper] = []

    class Remembered(Keeper):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)  # type: ignore[arg-type]
            started.append(self)

    monkeypatch.setattr(local_server, "Keeper", Remembered)
    return started


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def gone(pid: int, seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not alive(pid)


def fetched(address: str) -> tuple[str, str | None]:
    """The page, and which other pages' scripts may read it."""
    request = urllib.request.Request(address, headers={"Origin": "http://elsewhere.example"})
    # Without proxies: some machines have one in the environment, even for this address.
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
        return answer.read().decode(), answer.headers["Access-Control-Allow-Origin"]


def port_of(uri: str) -> int:
    return int(uri.rpartition(":")[2])


def is_open(uri: str) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port_of(uri))) == 0


# --- A running server ---------------------------------------------------------------------------


def test_it_boots_answers_and_leaves_nothing_behind(
    server: LocalNeo4j, monkeypatch: pytest.MonkeyPatch, keepers: list[Keeper]
) -> None:
    # It begins again, as the port that it takes for free is another's by the time it listens.
    free = local_server.choose_ports(None, None, False)
    chosen = iter([(port_of(server.uri), None), free])
    monkeypatch.setattr(local_server, "choose_ports", lambda *_: next(chosen))
    with LocalNeo4j.start() as second:
        pid, home = second.pid, second.home
        assert port_of(second.uri) == free[0]
        assert [alive(keeper.java_pid) for keeper in keepers] == [False, True]
        assert alive(pid)
        assert is_open(second.uri)
        with GraphDatabase.driver(second.uri, auth=second.auth) as driver:
            records, _, _ = driver.execute_query(
                "CALL dbms.components() YIELD name, versions, edition"
            )
            assert [record.data() for record in records] == [
                {"name": "Neo4j Kernel", "versions": [NEO4J_VERSION], "edition": "community"}
            ]
    assert not alive(pid)
    assert not is_open(second.uri)
    assert not home.exists()
    second.stop()  # a second time is no error


def test_a_query_can_not_read_the_files_of_this_machine(server: LocalNeo4j) -> None:
    with (
        GraphDatabase.driver(server.uri, auth=server.auth) as driver,
        pytest.raises(Neo4jError, match="file"),
    ):
        driver.execute_query("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_a_query_can_not_call_an_address(server: LocalNeo4j, host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.5)
        url = f"http://{host}:{listening.getsockname()[1]}/x.csv"
        with (
            GraphDatabase.driver(server.uri, auth=server.auth) as driver,
            pytest.raises(Neo4jError, match=r"blocked|blocklist"),
        ):
            driver.execute_query("LOAD CSV FROM $url AS row RETURN row", url=url)
        with pytest.raises(TimeoutError):
            listening.accept()


def test_a_password_is_set_once_and_then_needed(_startable: None, tmp_path: Path) -> None:
    with LocalNeo4j.start(tmp_path, password=PASSWORD) as server:
        assert server.auth == ("neo4j", PASSWORD)
        with GraphDatabase.driver(server.uri, auth=server.auth) as driver:
            driver.execute_query("CREATE (:Entity {id: 'kept'})")
        for wrong in (("neo4j", "battery staple"), ("neo4j", "neo4j")):
            with (
                GraphDatabase.driver(server.uri, auth=wrong) as driver,
                pytest.raises(AuthError),
            ):
                driver.verify_connectivity()
        with GraphDatabase.driver(server.uri) as driver, pytest.raises(ClientError):
            driver.verify_connectivity()

    with (
        LocalNeo4j.start(tmp_path, password=PASSWORD) as server,
        GraphDatabase.driver(server.uri, auth=server.auth) as driver,
    ):
        records, _, _ = driver.execute_query("MATCH (n:Entity) RETURN n.id")
        assert [record.value() for record in records] == ["kept"]

    with pytest.raises(LocalNeo4jError, match="was given another password earlier"):
        LocalNeo4j.start(tmp_path, password="battery staple")


def test_a_home_is_kept_and_serves_one_at_a_time(server: LocalNeo4j, keepers: list[Keeper]) -> None:
    with pytest.raises(LocalNeo4jError, match=f"Another Neo4j is running on {server.home}"):
        LocalNeo4j.start(server.home)
    assert [alive(keeper.java_pid) for keeper in keepers] == [False]
    assert is_open(server.uri)
    assert server.home.is_dir()


# --- What can go wrong while it starts ----------------------------------------------------------


def test_a_given_port_that_is_taken_is_named(server: LocalNeo4j, tmp_path: Path) -> None:
    port = port_of(server.uri)
    with pytest.raises(LocalNeo4jError, match=rf"^Port {port} can't be had on 127.0.0.1: .*in use"):
        LocalNeo4j.start(tmp_path, port=port)


def test_a_setting_that_is_refused_is_named(
    _startable: None, keepers: list[Keeper], tmp_path: Path
) -> None:
    with pytest.raises(LocalNeo4jError) as failure:
        LocalNeo4j.start(tmp_path, settings={"server.no_such_setting": "1"})
    assert str(failure.value) == (
        "Neo4j refuses a setting: No declared setting with name: server.no_such_setting."
    )
    assert [alive(keeper.java_pid) for keeper in keepers] == [False]


def test_a_failed_boot_shows_the_end_of_the_log(
    _startable: None, keepers: list[Keeper], tmp_path: Path
) -> None:
    with pytest.raises(LocalNeo4jError) as failure:
        LocalNeo4j.start(tmp_path, heap="1k")
    assert str(failure.value).startswith(
        "Neo4j ended while it was starting (exit status 1).\n"
        f"The end of {tmp_path / 'logs' / 'console.log'}:\n"
    )
    assert "Too small maximum heap" in str(failure.value)
    assert [alive(keeper.java_pid) for keeper in keepers] == [False]


def test_one_that_does_not_answer_in_time_is_ended(_startable: None, keepers: list[Keeper]) -> None:
    with pytest.raises(LocalNeo4jError, match="did not answer within 1 seconds"):
        LocalNeo4j.start(timeout=1)
    assert [alive(keeper.java_pid) for keeper in keepers] == [False]
    assert [keeper.logs[0].exists() for keeper in keepers] == [False]  # nor its temporary home


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"heap": "plenty"}, "The heap is 'plenty' but must look like 512m or 2g."),
        ({"password": "short"}, "Neo4j takes no password of fewer than 8 characters."),
    ],
)
def test_an_option_that_can_not_work_is_refused_before_anything_starts(
    options: dict[str, str], sentence: str
) -> None:
    with pytest.raises(LocalNeo4jError) as failure:
        LocalNeo4j.start(**options)  # type: ignore[arg-type]
    assert str(failure.value) == sentence


# --- No Java is left behind ---------------------------------------------------------------------

STARTER = """
import time
from graph.stores.neo4j.local import LocalNeo4j
server = LocalNeo4j.start()
print(server.pid, server.home, flush=True)
"""


def starter(program: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
    )


def test_a_program_that_ends_without_stop_stops_its_server(_startable: None) -> None:
    with starter(STARTER) as process:
        told, _ = process.communicate()
    pid, home = told.split()
    assert process.returncode == 0
    assert not alive(int(pid))
    assert not Path(home).exists()


def test_a_program_that_is_killed_leaves_no_server(_startable: None) -> None:
    with starter(STARTER + "time.sleep(600)") as process:
        assert process.stdout is not None
        pid, home = process.stdout.readline().split()
        assert alive(int(pid))
        process.kill()
    assert gone(int(pid))
    deadline = time.monotonic() + 10
    while Path(home).exists() and time.monotonic() < deadline:
        time.sleep(0.1)  # the keeper removes it once Java is gone
    assert not Path(home).exists()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_until_it_is_told_to_end(
    _startable: None, tmp_path: Path, ending: signal.Signals
) -> None:
    _, http_port = local_server.choose_ports(None, None, True)
    command = f"-m graph.stores.neo4j.local --http --http-port {http_port} --home".split()
    with subprocess.Popen(
        [sys.executable, *command, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
        env={name: value for name, value in os.environ.items() if name != "KG_PASSWORD"},
    ) as process:
        assert process.stdout is not None
        uri = process.stdout.readline().strip()
        with GraphDatabase.driver(uri) as driver:
            assert driver.execute_query("RETURN 1").records[0].value() == 1
        own_page = f"http://127.0.0.1:{http_port}"
        assert fetched(f"{own_page}/browser/")[0].startswith("<!doctype html>")
        # No other page's script may read what this one answers.
        assert fetched(f"{own_page}/")[1] == own_page
        process.send_signal(ending)
        rest, notes = process.communicate()
    assert (process.returncode, rest) == (0, "")
    assert f"Neo4j Browser: {own_page}/browser/\n" in notes
    assert "No password: anyone on this machine can read and write.\n" in notes
    assert not is_open(uri)
    assert (tmp_path / "data").is_dir()


# --- Java and the jars, with stand-ins for the programs ----------------------------------------


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of programs that the launcher sees, besides the system's `sh` and co."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return folder


def put(program: Path, script: str) -> None:
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
    program.chmod(0o755)


def put_java(program: Path, version: str) -> None:
    put(program, f"""echo 'openjdk version "{version}" 2025-01-01' >&2""")


def put_maven(programs: Path, *answers: str) -> Path:
    """A Maven that answers each call as told; returns the file in which it notes its calls."""
    calls = programs.parent / "calls"
    cases = "\n".join(f"  {number}) {answer};;" for number, answer in enumerate(answers, 1))
    put(
        programs / "mvn",
        f"""echo "$*" >> {calls}
for word in "$@"; do case "$word" in -DoutputDirectory=*) lib="${{word#*=}}";; esac; done
bring() {{ mkdir -p "$lib"; for a in neo4j neo4j-server; do echo jar > "$lib/$a-$1.jar"; done; }}
fail() {{ echo "[INFO] Scanning"; echo "[ERROR] $1"; exit 1; }}
case $(wc -l < {calls} | tr -d ' ') in
{cases}
esac""",
    )
    return calls


BRING = f"bring {NEO4J_VERSION}"
BUSY = "fail 'Could not transfer artifact: status code: 429, Too Many Requests'"


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_java, "FETCH_PAUSES", (0.0, 0.0, 0.0))


def test_without_java_it_says_what_to_install(programs: Path) -> None:
    sentence = "There is no java here: install Java 17 or later, or set JAVA_HOME."
    assert available() == sentence
    with pytest.raises(LocalNeo4jError, match="There is no java here"):
        LocalNeo4j.start()


@pytest.mark.parametrize(("version", "major"), [("1.8.0_292", "8"), ("11.0.2", "11"), ("16", "16")])
def test_an_old_java_is_named_with_its_version(programs: Path, version: str, major: str) -> None:
    put_java(programs / "java", version)
    sentence = (
        f"{programs / 'java'} is Java {major}, and Neo4j {NEO4J_VERSION} needs 17 or later: "
        "install it, or set JAVA_HOME to it."
    )
    assert available() == sentence
    with pytest.raises(LocalNeo4jError) as failure:
        LocalNeo4j.start()
    assert str(failure.value) == sentence


@pytest.mark.parametrize("version", ["17.0.15", "21", "25-ea", "25.0.1"])
def test_java_17_and_later_will_do(programs: Path, tmp_path: Path, version: str) -> None:
    put_java(programs / "java", version)
    put_maven(programs)
    assert available(tmp_path) is None


def test_a_java_that_tells_no_version_is_not_used(programs: Path) -> None:
    put(programs / "java", "echo 'The operation couldn’t be completed.' >&2; exit 1")
    assert available() == (
        f"{programs / 'java'} does not tell its version, so it is no usable Java: "
        "install Java 17 or later, or set JAVA_HOME."
    )


def test_java_home_comes_before_the_path(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_java(programs / "java", "11.0.2")
    put_java(tmp_path / "jdk" / "bin" / "java", "21.0.1")
    put_maven(programs)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))
    assert available(tmp_path) is None


def test_maven_is_needed_only_until_the_jars_are_there(programs: Path, tmp_path: Path) -> None:
    put_java(programs / "java", "17.0.1")
    sentence = (
        "Neo4j's jars have not been fetched yet and there is no mvn to fetch them: "
        "install Maven 3.8 or later."
    )
    assert available(tmp_path / "cache") == sentence
    with pytest.raises(LocalNeo4jError) as failure:
        jars(tmp_path / "cache")
    assert str(failure.value) == sentence

    put_maven(programs, BRING)
    folder = jars(tmp_path / "cache")
    (programs / "mvn").unlink()
    assert available(tmp_path / "cache") is None
    assert jars(tmp_path / "cache") == folder


def test_a_busy_registry_is_asked_again(programs: Path, tmp_path: Path, no_pauses: None) -> None:
    calls = put_maven(programs, BUSY, BUSY, BRING)
    folder = jars(tmp_path / "cache")
    assert sorted(path.name for path in folder.iterdir()) == [
        f"neo4j-{NEO4J_VERSION}.jar",
        f"neo4j-server-{NEO4J_VERSION}.jar",
    ]
    first, second, third = calls.read_text().splitlines()
    # Without this Maven repeats a failure from memory.
    assert "--update-snapshots" not in first
    assert second.endswith("--update-snapshots")
    assert second == third
    # One folder and its lock: nothing half-made is left.
    assert {path.name for path in folder.parent.iterdir()} == {folder.name, f"{folder.name}.lock"}


def test_when_maven_goes_on_failing_the_message_has_the_end_of_its_log(
    programs: Path, tmp_path: Path, no_pauses: None
) -> None:
    calls = put_maven(programs, BUSY, BUSY, BUSY, BUSY)
    with pytest.raises(LocalNeo4jError) as failure:
        jars(tmp_path / "cache")
    first, second = str(failure.value).splitlines()
    kept_log = Path(
        first.removeprefix("Maven could not fetch Neo4j's jars; the end of its log, ").removesuffix(
            ":"
        )
    )
    assert kept_log.read_text().startswith("[INFO] Scanning")
    assert second == ("  [ERROR] Could not transfer artifact: status code: 429, Too Many Requests")
    assert len(calls.read_text().splitlines()) == 4
    assert not [path for path in kept_log.parent.iterdir() if path.is_dir()]


def test_without_a_network_maven_is_asked_once(programs: Path, tmp_path: Path) -> None:
    calls = put_maven(programs, "fail 'repository.invalid: Unknown host'")
    with pytest.raises(LocalNeo4jError, match="Unknown host"):
        jars(tmp_path / "cache")
    assert len(calls.read_text().splitlines()) == 1


def test_a_maven_that_brings_the_wrong_version_is_not_believed(
    programs: Path, tmp_path: Path
) -> None:
    put_maven(programs, "bring 4.4.0")
    with pytest.raises(LocalNeo4jError, match="brought no neo4j, neo4j-server"):
        jars(tmp_path / "cache")


def test_builders_at_the_same_time_fetch_once(programs: Path, tmp_path: Path) -> None:
    calls = put_maven(programs, f"sleep 0.5; {BRING}", BRING)
    with ThreadPoolExecutor(4) as builders:
        folders = set(builders.map(lambda _: jars(tmp_path / "cache"), range(4)))
    assert len(folders) == 1
    assert len(calls.read_text().splitlines()) == 1


def test_what_a_killed_builder_left_is_cleared_away(programs: Path, tmp_path: Path) -> None:
    put_maven(programs, BRING)
    folder = local_java.folder_of(RELEASES["5.26"].jars, tmp_path)
    left = tmp_path / f"{folder.name}.building-killed"
    left.mkdir()
    assert jars(tmp_path) == folder
    assert not left.exists()


# --- The fixtures -------------------------------------------------------------------------------


@pytest.mark.parametrize("time_around", ["first", "second"])
def test_bare_neo4j_is_empty_whatever_the_test_before_left(
    bare_neo4j: str, neo4j_auth: tuple[str, str] | None, time_around: str
) -> None:
    with GraphDatabase.driver(bare_neo4j, auth=neo4j_auth) as driver:
        assert contents(driver) == (0, [], ["LOOKUP", "LOOKUP"])
        driver.execute_query("CREATE CONSTRAINT `odd ``name` FOR (n:X) REQUIRE n.id IS UNIQUE")
        driver.execute_query("CREATE INDEX plain FOR (n:X) ON (n.name)")
        driver.execute_query("CREATE FULLTEXT INDEX words FOR (n:X) ON EACH [n.text]")
        driver.execute_query("CREATE (a:X {id: 1})-[:R]->(:X {id: 2})-[:R]->(a)")


def test_clean_neo4j_keeps_the_constraints_of_loads_and_no_others(
    bare_neo4j: str, neo4j_driver: Driver, request: pytest.FixtureRequest
) -> None:
    for statement in SCHEMA:
        neo4j_driver.execute_query(statement)
    neo4j_driver.execute_query("CREATE CONSTRAINT theirs FOR (n:X) REQUIRE n.id IS UNIQUE")
    neo4j_driver.execute_query("CREATE (:X {id: 1})")
    request.getfixturevalue("clean_neo4j")
    nodes, constraints, _ = contents(neo4j_driver)
    assert (nodes, sorted(constraints)) == (0, sorted(CONSTRAINTS))


def test_more_than_a_batch_is_emptied_too(
    bare_neo4j: str, neo4j_driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.neo4j_fixture.BATCH", 7)
    neo4j_driver.execute_query("UNWIND range(1, 20) AS i CREATE (:X {id: i})-[:R]->(:Y)")
    empty(neo4j_driver)
    assert contents(neo4j_driver) == (0, [], ["LOOKUP", "LOOKUP"])


@pytest.mark.parametrize(
    ("made", "held"),
    [
        ("CREATE (:Theirs)", "1 nodes and 0 constraints and indexes"),
        ("CREATE INDEX theirs FOR (n:T) ON (n.x)", "0 nodes and 1 constraints and indexes"),
    ],
)
def test_a_named_server_that_holds_something_is_not_emptied(
    bare_neo4j: str, neo4j_driver: Driver, made: str, held: str
) -> None:
    refuse_to_empty(neo4j_driver)  # an empty one is fine
    with neo4j_driver.session() as session:
        session.run(made).consume()
    with pytest.raises(pytest.fail.Exception, match=held):
        refuse_to_empty(neo4j_driver)


def contents(driver: Driver) -> tuple[int, list[str], list[str]]:
    """The number of nodes, the constraints' names, the indexes' kinds."""
    with contextlib.closing(driver.session()) as session:
        return (
            session.run("MATCH (n) RETURN count(n)").single(strict=True).value(),
            [row["name"] for row in session.run("SHOW CONSTRAINTS YIELD name")],
            [row["type"] for row in session.run("SHOW INDEXES YIELD type")],
        )

"""A real Neo4j for the tests, from wherever one can be had.

In this order: the server named in EXPEDIENTE_TEST_NEO4J (with KG_USER and KG_PASSWORD), else
Docker, else Maven Central's jars; else the test is skipped with the reasons, or fails where CI
is set. EXPEDIENTE_TEST_NEO4J_RELEASE chooses another release than 5.26 for the last two.
"""

import contextlib
import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import NoReturn

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph.stores.neo4j.local import RELEASES, LocalNeo4j, LocalNeo4jError, available

NAMED = "EXPEDIENTE_TEST_NEO4J"
MAY_EMPTY = "EXPEDIENTE_TEST_NEO4J_EMPTY"
RELEASE = RELEASES[os.environ.get("EXPEDIENTE_TEST_NEO4J_RELEASE") or "5.26"]
PASSWORD = "expediente-tests"  # of a server made here: with one, as most servers are
DOCKER_ANSWERS_WITHIN = 3  # seconds
CONSTRAINTS = ("entity_id", "expediente_mark")  # that a load makes
INDEX = "entity_names"  # that it makes as well
BATCH = 10_000
"""Deleted at a time: a whole graph in one transaction can pass the server's memory limit."""


@dataclass(frozen=True)
class Neo4jServer:
    """A running server and the way in."""

    url: str
    auth: tuple[str, str] | None
    made_here: bool
    """False for a server that was named: what it holds may be somebody's."""


class _NotThisWayError(Exception):
    """Why a server can't be had in one of the ways."""


def skip_or_fail(reason: str) -> NoReturn:
    """Skip (pytest's -ra shows why); where CI is set fail, so that nothing goes untested."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason} (CI is set, so this is not skipped)", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jServer]:
    """One server for the whole run. Its data is left as the last test left it."""
    reasons = []
    with contextlib.ExitStack() as running:
        for way in WAYS:
            try:
                server = way(running)
            except _NotThisWayError as reason:
                reasons.append(str(reason))
            else:
                break
        else:
            skip_or_fail(f"no Neo4j: {'; '.join(reasons)}")
        with pytest.MonkeyPatch.context() as environment:
            if server.auth:  # for what reads them as a user's command does
                environment.setenv("KG_USER", server.auth[0])
                environment.setenv("KG_PASSWORD", server.auth[1])
            yield server


@pytest.fixture(scope="session")
def neo4j_url(neo4j_server: Neo4jServer) -> str:
    return neo4j_server.url


@pytest.fixture(scope="session")
def neo4j_auth(neo4j_server: Neo4jServer) -> tuple[str, str] | None:
    """For the driver's `auth`: user and password, or None where the server asks for none."""
    return neo4j_server.auth


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    with GraphDatabase.driver(neo4j_server.url, auth=neo4j_server.auth) as driver:
        yield driver


@pytest.fixture(scope="session")
def _ours_to_empty(neo4j_server: Neo4jServer, neo4j_driver: Driver) -> Iterator[Driver]:
    """Asked once: after that, whatever a named server holds was made by these tests."""
    if not neo4j_server.made_here and os.environ.get(MAY_EMPTY) != "1":
        refuse_to_empty(neo4j_driver)
    yield neo4j_driver
    if not neo4j_server.made_here:
        empty(neo4j_driver)  # so that the next run finds it empty, and starts


@pytest.fixture
def clean_neo4j(_ours_to_empty: Driver, neo4j_url: str) -> str:
    """The address of a database without nodes, and with no constraints and indexes but ours.

    Where ours go with each test, the server plans every query anew for each: half a second.
    """
    empty(_ours_to_empty, keep=CONSTRAINTS)
    return neo4j_url


@pytest.fixture
def bare_neo4j(_ours_to_empty: Driver, neo4j_url: str) -> str:
    """The address of a database as a new server has it."""
    empty(_ours_to_empty)
    return neo4j_url


def refuse_to_empty(driver: Driver) -> None:
    """Fail if the database holds anything that was there before the tests."""
    with driver.session() as session:
        nodes = session.run("MATCH (n) RETURN count(n)").single(strict=True).value()
    schema = len(_names(driver, "CONSTRAINTS")) + len(_names(driver, "INDEXES"))
    if nodes or schema:
        pytest.fail(
            f"The Neo4j named in {NAMED} holds {nodes} nodes and {schema} constraints and "
            "indexes that these tests did not make, and they would delete them: name an empty "
            f"one, or set {MAY_EMPTY}=1.",
            pytrace=False,
        )


def empty(driver: Driver, keep: Collection[str] = ()) -> None:
    """Delete relationships, then nodes, then constraints and indexes but for those to keep."""
    with driver.session() as session:
        for deletion in (
            "MATCH ()-[r]->() WITH r LIMIT $batch DELETE r RETURN count(*)",
            "MATCH (n) WITH n LIMIT $batch DELETE n RETURN count(*)",
        ):
            while session.run(deletion, batch=BATCH).single(strict=True).value() == BATCH:
                pass
        # Constraints first: an index that belongs to one goes with it and can't be dropped.
        for name in set(_names(driver, "CONSTRAINTS")).difference(keep):
            session.run("DROP CONSTRAINT $name", name=name).consume()
        for name in set(_names(driver, "INDEXES")).difference({INDEX} if keep else ()):
            session.run("DROP INDEX $name", name=name).consume()


def _names(driver: Driver, what: str) -> list[str]:
    # A new database has two look-up indexes, of labels and of types: they stay.
    question = {
        "CONSTRAINTS": "SHOW CONSTRAINTS YIELD name",
        "INDEXES": (
            "SHOW INDEXES YIELD name, type, owningConstraint "
            "WHERE type <> 'LOOKUP' AND owningConstraint IS NULL"
        ),
    }[what]
    with driver.session() as session:
        return [row["name"] for row in session.run(question)]


# --- The ways to a server -----------------------------------------------------------------------


def _named(running: contextlib.ExitStack) -> Neo4jServer:
    url = os.environ.get(NAMED)
    if not url:
        raise _NotThisWayError(f"{NAMED} names none")
    password = os.environ.get("KG_PASSWORD")
    auth = (os.environ.get("KG_USER", "neo4j"), password) if password else None
    try:
        with GraphDatabase.driver(url, auth=auth) as driver:
            driver.verify_connectivity()
    except (DriverError, Neo4jError, ValueError) as error:
        # Somebody wants this one, so another is no substitute and a skip would hide the mistake.
        pytest.fail(f"The Neo4j named in {NAMED}, {url}, can't be used: {error}", pytrace=False)
    return Neo4jServer(url, auth, made_here=False)


def _docker(running: contextlib.ExitStack) -> Neo4jServer:
    try:
        from docker.errors import DockerException  # type: ignore[import-untyped]
        from testcontainers.community.neo4j import Neo4jContainer
        from testcontainers.core.docker_client import DockerClient
        from testcontainers.core.exceptions import ContainerStartException
    except ImportError as error:
        raise _NotThisWayError(f"testcontainers is not installed ({error})") from error
    try:
        DockerClient(timeout=DOCKER_ANSWERS_WITHIN).client.ping()
    except (DockerException, OSError) as error:  # requests' errors are OSErrors
        raise _NotThisWayError("no Docker daemon answers") from error
    auth = ("neo4j", PASSWORD)
    container = Neo4jContainer(
        f"neo4j:{RELEASE.version}-community", username=auth[0], password=auth[1]
    )
    for setting, value in {
        # The sizes of `graph.stores.neo4j.local`, so that a test meets the same limits everywhere.
        "server_memory_heap_max__size": "512m",
        "server_memory_pagecache_size": "128m",
        "dbms_memory_transaction_total_max": "256m",
        "db_tx__log_preallocate": "false",
        "dbms_security_allow__csv__import__from__file__urls": "false",
        "dbms_usage__report_enabled": "false",
    }.items():
        container.with_env(f"NEO4J_{setting}", value)
    try:
        running.enter_context(container)
    except (DockerException, ContainerStartException, DriverError, OSError) as error:
        # For instance a daemon that can't reach the registry of images.
        raise _NotThisWayError(f"Docker can't run {container.image}: {error}") from error
    return Neo4jServer(container.get_connection_url(), auth, made_here=True)


def _jars(running: contextlib.ExitStack) -> Neo4jServer:
    if reason := available(release=RELEASE):
        raise _NotThisWayError(reason)
    try:
        server = running.enter_context(LocalNeo4j.start(password=PASSWORD, release=RELEASE))
    except LocalNeo4jError as error:
        raise _NotThisWayError(str(error)) from error
    return Neo4jServer(server.uri, server.auth, made_here=True)


WAYS: tuple[Callable[[contextlib.ExitStack], Neo4jServer], ...] = (_named, _docker, _jars)


@pytest.fixture(scope="module")
def neo4j_packaged(_ours_to_empty: Driver, neo4j_url: str) -> str:
    """The URL of a database that holds the packaged knowledge, for tests that only read."""
    from graph.loading.packaged import load_packaged
    from graph.stores import open_store, parse_address

    empty(_ours_to_empty, keep=CONSTRAINTS)
    store = open_store(parse_address(neo4j_url))
    try:
        load_packaged(store)
    finally:
        store.close()
    return neo4j_url

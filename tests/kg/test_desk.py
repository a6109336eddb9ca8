"""``kg desk``: what it refuses, what it tells a server, and the pack that it serves."""

from __future__ import annotations

import socket
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import httpx
import pytest

from kg.browser.pack import pack
from kg.browser.serving import PackServer
from kg.browser.settings import (
    HOSTS,
    NOTHING_OUTSIDE,
    POLICY,
    READ_ONLY,
    READ_ONLY_ALL,
    is_closed,
    lacks,
    link,
    of_the_desk,
)
from kg.browser.visit import browser_of, checked_browser
from ontology import UserError
from tests.kg.desks import FREE, put_jars
from tests.kg_command import Command

BROWSER = "http://127.0.0.1:7474"
ASKS_OUTSIDE = (  # what Neo4j 5.26 and 2026.05 have unless they are told otherwise
    "default-src 'self'; script-src 'self' cdn.segment.com canny.io; img-src 'self' "
    "guides.neo4j.com data:; style-src 'self' fonts.googleapis.com 'unsafe-inline'; font-src "
    "'self' fonts.gstatic.com; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
    "connect-src 'self' api.canny.io api.segment.io ws: wss: http: https:"
)


# --- The pack as it is served -------------------------------------------------------------------


@pytest.fixture
def served() -> Iterator[str]:
    server = PackServer(0)
    with server.serve(pack(server.address).files, [BROWSER]):
        yield server.address


def test_browser_may_read_the_pack_with_whatever_headers_it_adds(served: str) -> None:
    asked = httpx.options(
        f"{served}/guide-en.html",
        headers={"Origin": BROWSER, "Access-Control-Request-Headers": "pragma,sentry-trace"},
    )
    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Headers"] == "*"
    guide = httpx.get(f"{served}/guide-en.html", headers={"Origin": BROWSER})
    assert guide.headers["Access-Control-Allow-Origin"] == BROWSER
    assert f'data-exec="style {served}/style.grass"' in guide.text
    assert f'href="{served}/favourites-en.zip"' in guide.text


def test_favourites_are_fetched_as_a_file(served: str) -> None:
    told = httpx.get(f"{served}/favourites-es.zip")
    assert told.headers["Content-Disposition"] == "attachment"
    assert zipfile.ZipFile(BytesIO(told.content)).testzip() is None


def test_other_pages_may_not_read_the_pack(served: str) -> None:
    told = httpx.get(f"{served}/style.grass", headers={"Origin": "http://elsewhere.example"})
    assert "Access-Control-Allow-Origin" not in told.headers
    rebound = httpx.get(f"{served}/style.grass", headers={"Host": "elsewhere.example"})
    assert rebound.status_code == 421


@pytest.mark.parametrize("path", ["", "none", "..%2f..%2fetc/passwd", "/etc/passwd", "%00"])
def test_nothing_but_the_pack_is_served(served: str, path: str) -> None:
    assert httpx.get(f"{served}/{path}").status_code == 404


def test_the_pack_outlives_clients_that_hang_up_and_many_at_once(served: str) -> None:
    at = ("127.0.0.1", int(served.rpartition(":")[2]))
    waiting = [socket.create_connection(at) for _ in range(200)]
    waiting[0].sendall(b"GET /guide-en.html HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    for client in waiting:
        client.close()
    assert httpx.get(f"{served}/style.grass").status_code == 200


# --- What a server is told, and what one does not do ---------------------------------------------


def test_a_server_of_our_own_lacks_nothing() -> None:
    told = of_the_desk("http://127.0.0.1:8766", "en", writable=False)
    assert lacks(told, "neo4j", "127.0.0.1") == []
    assert lacks(told | {READ_ONLY: "", READ_ONLY_ALL: "true"}, "neo4j", "127.0.0.1") == []
    (other,) = lacks(told, "case", "127.0.0.1")
    assert other.line == "server.databases.read_only=case"
    assert told[READ_ONLY] == "neo4j"
    assert READ_ONLY not in of_the_desk("http://127.0.0.1:8766", "en", writable=True)


def test_a_server_as_it_is_installed_is_told_what_it_lacks_with_the_lines() -> None:
    told = {HOSTS: "guides.neo4j.com,localhost", POLICY: ASKS_OUTSIDE}
    found = lacks(told, "neo4j", "localhost")
    assert [lack.line for lack in found] == [
        "server.databases.read_only=neo4j",
        f"{POLICY}={NOTHING_OUTSIDE}",
    ]
    (host,) = [lack for lack in lacks(told, "neo4j", "127.0.0.1") if HOSTS in lack.line]
    assert host.what == "Browser opens no guide from 127.0.0.1"


@pytest.mark.parametrize(
    ("policy", "closed"),
    [
        (NOTHING_OUTSIDE, True),
        (ASKS_OUTSIDE, False),
        ("", False),
        ("script-src 'self'", False),  # whatever it does not name is open
        ("default-src 'self'; connect-src *", False),
        ("default-src 'self'; connect-src http:", False),
        ("default-src 'self'; connect-src ws://127.0.0.1:*", True),
        ("default-src 'self'; font-src localhost.example", False),
    ],
)
def test_a_policy_is_closed_if_nobody_outside_can_be_asked(policy: str, closed: bool) -> None:
    assert is_closed(policy) is closed


def test_the_address_of_browser_is_where_the_server_says() -> None:
    at = "server.http.listen_address"
    assert browser_of("bolt://db.example:7687", {at: "0.0.0.0:80"}) == "http://db.example:80"
    assert browser_of("neo4j://[::1]:7687", {at: ":7475"}) == "http://[::1]:7475"
    assert browser_of("bolt://db", {}) == "http://db:7474"
    with pytest.raises(UserError, match=r"bolt://db has no HTTP .* say with --browser"):
        browser_of("bolt://db", {"server.http.enabled": "false"})


@pytest.mark.parametrize(
    "given", ["localhost:7474", "ftp://x", "http://", "http://u:p@x", "http://x:y"]
)
def test_an_address_of_browser_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(UserError, match="--browser: write http://HOST:PORT"):
        checked_browser(given)


def test_a_link_connects_by_itself_only_where_no_password_is_asked_for() -> None:
    free = link(BROWSER, "bolt://a:1", password=False, database=None, guide="http://b/g.html")
    assert free == (
        f"{BROWSER}/browser/?dbms=bolt://a:1&preselectAuthMethod=NO_AUTH&cmd=guide"
        "&arg=http://b/g.html"
    )
    closed = link(BROWSER, "bolt://a:1", password=True, database="case", guide="")
    assert closed == f"{BROWSER}/browser/?dbms=bolt://a:1&db=case"


# --- The command ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--store", "embedded:x"], "embedded:x is no Neo4j, which Browser needs; leave --store"),
        (["--store", "bolt://localhost:1", "--port", "1"], "--port: only for a server of your own"),
        (["--browser", "http://x"], "--browser is about a server that is there; name it with"),
        (["--neo4j", "4.4"], "--neo4j '4.4' is unknown; choose one of 5.26, 2026."),
        (["--lang", "fr"], "--lang 'fr' is unknown; choose en or es."),
    ],
)
def test_a_wish_that_cannot_be_is_one_sentence(
    kg: Command, arguments: list[str], message: str
) -> None:
    ran = kg("desk", "--no-open", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"kg: {message}") and ran.err.count("\n") == 1


def test_a_server_that_does_not_answer_is_named(kg: Command) -> None:
    ran = kg("desk", "--no-open", "--store", "bolt://localhost:1")
    message = "kg: bolt://localhost:1 does not answer; start the server or correct --store.\n"
    assert (ran.status, ran.out, ran.err) == (1, "", message)


def test_without_java_it_says_what_to_install(kg: Command, tmp_path: Path) -> None:
    ran = kg.with_(PATH=str(tmp_path), JAVA_HOME="")("desk", "--no-open", *FREE)
    message = "kg: There is no java here: install Java 17 or later, or set JAVA_HOME.\n"
    assert (ran.status, ran.out, ran.err) == (1, "", message)


@pytest.mark.parametrize("option", ["--port", "--bolt-port", "--pack-port"])
def test_a_port_in_use_is_named_with_the_option(kg: Command, option: str) -> None:
    put_jars(kg.home)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        given = [*FREE, option, port]  # the last one counts
        ran = kg("desk", "--no-open", *given)
    assert (ran.status, ran.out) == (2, "")
    assert port in ran.err and option in ran.err and "or 0 for any that is free" in ran.err
    assert ran.err.count("\n") == 1


def test_a_home_of_a_later_release_is_left_alone(kg: Command, tmp_path: Path) -> None:
    put_jars(kg.home)
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "neo4j.conf").write_text("# Neo4j 2026.05.0\n")
    ran = kg("desk", "--no-open", "--home", str(tmp_path), *FREE)
    assert ran.status == 1
    assert "was last used by Neo4j 2026.05.0, whose data 5.26.31 cannot read" in ran.err


def test_a_server_without_http_is_named(
    kg: Command, clean_neo4j: str, neo4j_auth: tuple[str, str]
) -> None:
    user, password = neo4j_auth
    access = {"KG_USER": user, "KG_PASSWORD": password}
    ran = kg.with_(**access)("desk", "--no-open", "--store", clean_neo4j, "--pack-port", "0")
    assert (ran.status, ran.out) == (2, "")
    assert "say with --browser where" in ran.err and password not in ran.err

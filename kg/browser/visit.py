"""The desk at a server that is there already: what its settings allow, and what they do not."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from graph.stores import Address, Store, open_store
from kg.browser.desk import Say, origins_of, tell_favourites
from kg.browser.pack import pack
from kg.browser.serving import LOOPBACK, PackServer
from kg.browser.settings import (
    DATABASE,
    HOSTS,
    HTTP_AT,
    HTTP_ON,
    POLICY,
    READ_ONLY,
    READ_ONLY_ALL,
    guide_at,
    lacks,
    link,
    serves_from,
)
from kg.progress import Busy
from kg.terminal import named
from ontology import UserError

WANTED = (HOSTS, POLICY, HTTP_ON, HTTP_AT, READ_ONLY, READ_ONLY_ALL)
USUAL_PORT = 7474
_ANSWER_SECONDS = 10.0


@dataclass(frozen=True)
class Visit:
    """A server to visit; ``browser`` is where its Browser is, if its settings do not say so."""

    address: Address
    browser: str | None
    pack_port: int
    lang: str


@contextmanager
def visited(visit: Visit, say: Say) -> Iterator[str]:
    """The address to open; the pack is served within the block. What could not be set is said."""
    with closing(open_store(visit.address)) as store:
        told = _settings(store)
        browser = visit.browser or browser_of(visit.address.url, told)
        _check_browser(browser)
        _fill(store, say)
    # Another name for this machine, where only that one is allowed.
    host = next((h for h in reversed(LOOPBACK) if serves_from(told, h)), LOOPBACK[0])
    served = PackServer(visit.pack_port, host)
    with served.serve(pack(served.address).files, origins_of(browser)):
        _tell(visit, told, host, say)
        tell_favourites(served.address, visit.lang, say)
        guide = guide_at(served.address, visit.lang)
        yield link(
            browser,
            visit.address.url,
            password=bool(visit.address.user or visit.address.password),
            database=visit.address.database,
            guide=guide,
        )


def browser_of(bolt: str, told: dict[str, str]) -> str:
    """Where a server says that its HTTP is, on the host by which it was called."""
    if told.get(HTTP_ON) == "false":
        raise UserError(
            f"{bolt} has no HTTP ({HTTP_ON}=false), so no Neo4j Browser; say with --browser where "
            "one is."
        )
    host = urlsplit(bolt).hostname or ""
    port = told.get(HTTP_AT, "").rpartition(":")[2] or str(USUAL_PORT)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def checked_browser(given: str | None) -> str | None:
    """The address of a Browser as somebody gave it, without a path; UserError if it is none."""
    if given is None:
        return None
    try:
        parts = urlsplit(given)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        parts, port = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise UserError("--browser: write http://HOST:PORT, where the server's HTTP listens.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}"


def _settings(store: Store) -> dict[str, str]:
    """Those that matter; none where the user may not see them."""
    try:
        text = (Path(__file__).parent / "settings.cypher").read_text("utf-8")
        rows = store.read(text, {"wanted": list(WANTED)})
    except UserError:  # a server may not have the command, or not for everybody
        return {}
    return {row["name"]: row["value"] for row in rows.records}


def _fill(store: Store, say: Say) -> None:
    """Loads the knowledge into a server that holds nothing; what somebody loaded is left alone."""
    from graph.loading import is_stale, load_packaged

    if store.release() is None:
        with Busy("loading"):
            release = load_packaged(store).release
        say(f"Loaded {release.nodes} nodes and {release.relationships} relationships.")
    elif is_stale(store):
        say(
            named(
                f"{store.url} holds the packaged knowledge as it was before; "
                f"'kg load --store {store.url}' brings it up to date."
            )
        )


def _check_browser(browser: str) -> None:
    parts = urlsplit(browser)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=_ANSWER_SECONDS)
    try:
        connection.request("GET", "/browser/")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise UserError(
            f"{browser}/browser/ does not answer ({named(str(error))}); say with --browser where "
            "Neo4j Browser is."
        ) from error
    finally:
        connection.close()
    if status != 200:
        raise UserError(
            f"There is no Neo4j Browser at {browser}/browser/ (status {status}); say with --browser "
            "where one is."
        )


def _tell(visit: Visit, told: dict[str, str], host: str, say: Say) -> None:
    url = named(visit.address.url)
    if not told:
        say(f"The settings of {url} cannot be read by this user, so nothing is known of them.")
        return
    missing = lacks(told, visit.address.database or DATABASE, host)
    if missing:
        say(f"What the settings of {url} do not do, with the line of neo4j.conf that would:")
    for lack in missing:
        say(f"  {lack.what}:\n    {lack.line}")

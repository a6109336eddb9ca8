"""A Neo4j of one's own to look at: started from jars, loaded, read-only, with the pack beside it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn
from urllib.parse import urlsplit

from graph.stores import RELEASES, Address, LocalNeo4j, PortTakenError, Store, open_store
from kg.browser.pack import pack
from kg.browser.serving import PackServer
from kg.browser.settings import DATABASE, link, of_the_desk
from kg.progress import Busy
from ontology import StoreError, UserError

Say = Callable[[str], None]
USER = "neo4j"


@dataclass(frozen=True)
class Wish:
    """What somebody wants of the desk; a port that is 0 is any that is free."""

    home: Path
    port: int
    bolt_port: int
    pack_port: int
    release: str
    lang: str
    writable: bool
    password: str | None


def home_of(release: str) -> Path:
    """Where a desk's data is kept: a folder for each line of releases, whose data differ."""
    import platformdirs

    return Path(platformdirs.user_data_dir("expediente", appauthor=False)) / f"desk-{release}"


@contextmanager
def own_desk(wish: Wish, say: Say) -> Iterator[tuple[str, LocalNeo4j]]:
    """The address to open, and the server; both servers end with the block.

    StoreError and UserError say in a sentence why there is none.
    """
    served = PackServer(wish.pack_port)
    try:
        server = _ready(wish, served.address, say)
    except BaseException:
        served.close()
        raise
    with server:
        assert server.http_url is not None, "it was asked for"
        files = pack(served.address).files
        with served.serve(files, origins_of(server.http_url)):
            tell_favourites(served.address, wish.lang, say)
            address = link(
                server.http_url,
                server.uri,
                password=wish.password is not None,
                database=None,
                guide="",  # the server's first command opens it
            )
            yield address, server


def origins_of(browser: str) -> list[str]:
    """The names by which a page of Browser may call itself."""
    parts = urlsplit(browser)
    port = f":{parts.port}" if parts.port else ""
    hosts = {parts.hostname or ""}
    if hosts & {"127.0.0.1", "localhost"}:
        hosts = {"127.0.0.1", "localhost"}
    return [f"{parts.scheme}://{host}{port}" for host in sorted(hosts)]


def tell_favourites(address: str, lang: str, say: Say) -> None:
    """Browser imports favourites by no address: somebody has to drop them."""
    say(f"Favourites: {address}/favourites-{lang}.zip (drop it on Browser's window, once)")


def _ready(wish: Wish, pack_address: str, say: Say) -> LocalNeo4j:
    """A server that holds the packaged knowledge, and lets nobody change it.

    A server only becomes read-only, or ceases to be, when it starts: for a load it starts twice.
    """
    if not wish.writable and _has_data(wish.home):
        server = _start(wish, pack_address, writable=False)
        if _stopped_unless(_holds_all, server, wish):
            return server
    server = _start(wish, pack_address, writable=True)
    if not _stopped_unless(_loaded(say), server, wish):
        raise AssertionError("a load succeeds or raises")
    if wish.writable:
        return server
    server.stop()
    return _start(wish, pack_address, writable=False)


def _stopped_unless(well: Callable[[Store], bool], server: LocalNeo4j, wish: Wish) -> bool:
    """What is said of the server's store; the server is stopped where that is no, or fails."""
    address = Address(server.uri, Path(), USER if wish.password else None, wish.password, DATABASE)
    try:
        with closing(open_store(address)) as store:
            if well(store):
                return True
    except BaseException:
        server.stop()
        raise
    server.stop()
    return False


def _has_data(home: Path) -> bool:
    return (home / "data" / "databases" / DATABASE).is_dir()


def _holds_all(store: Store) -> bool:
    from graph.loading import is_current

    try:
        return is_current(store)
    except StoreError:  # a load was killed: the next one undoes it
        return False


def _loaded(say: Say) -> Callable[[Store], bool]:
    def load(store: Store) -> bool:
        from graph.loading import load_packaged

        for note in store.repair(running=False):
            say(note)
        with Busy("loading"):
            report = load_packaged(store)
        if report.changed:
            release = report.release
            say(f"Loaded {release.nodes} nodes and {release.relationships} relationships.")
        return True

    return load


def _start(wish: Wish, pack_address: str, *, writable: bool) -> LocalNeo4j:
    try:
        with Busy("starting Neo4j"):
            return LocalNeo4j.start(
                wish.home,
                http=True,
                password=wish.password,
                port=wish.bolt_port or None,
                http_port=wish.port or None,
                release=RELEASES[wish.release],
                settings=of_the_desk(pack_address, wish.lang, writable),
            )
    except PortTakenError as error:
        raise UserError(
            f"{str(error).rstrip('.')}; give others with --port (Browser) and --bolt-port, "
            "or 0 for any that is free."
        ) from error


def open_in_browser(address: str) -> bool:
    """Opens an address in the user's web browser; False where there is no screen to open one on."""
    screen = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screen):
        return False  # else a browser made of text would take over the terminal
    import webbrowser

    return webbrowser.open(address)


def end_on_terminate() -> None:
    """A service manager's or a shell's `kill` ends the desk as cleanly as Ctrl-C does."""
    signal.signal(signal.SIGTERM, _interrupt)


def _interrupt(signal_number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt

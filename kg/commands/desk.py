"""The command that opens the graph in Neo4j Browser: desk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.app import LangOption, StoreOption, app, check_choice, check_language, say
from kg.terminal import named
from ontology import UserError

if TYPE_CHECKING:
    from kg.browser.desk import Wish

PORT, BOLT_PORT, PACK_PORT = 7474, 7687, 8766
RELEASES = ("5.26", "2026")
OWN_ONLY = ("--home", "--port", "--bolt-port", "--neo4j", "--writable")


@app.command()
def desk(
    store: StoreOption = None,
    home: Annotated[
        Path | None,
        typer.Option("--home", metavar="DIR", help="Where its data is kept; else with the user's."),
    ] = None,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help="Port of Neo4j Browser; 0 for a free one."),
    ] = PORT,
    bolt_port: Annotated[
        int, typer.Option("--bolt-port", min=0, max=65535, help="Port of Bolt; 0 for a free one.")
    ] = BOLT_PORT,
    pack_port: Annotated[
        int,
        typer.Option(
            "--pack-port", min=0, max=65535, help="Port of style and guide; 0 for a free one."
        ),
    ] = PACK_PORT,
    neo4j: Annotated[
        str, typer.Option("--neo4j", metavar="RELEASE", help="5.26, or 2026 (needs Java 21).")
    ] = RELEASES[0],
    browser: Annotated[
        str | None,
        typer.Option(
            "--browser",
            metavar="URL",
            help="With --store: where Browser is; else as the server's settings say.",
        ),
    ] = None,
    writable: Annotated[
        bool, typer.Option("--writable", help="What is typed in Browser may change the graph.")
    ] = False,
    lang: LangOption = "en",
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Say the address, and open nothing.")
    ] = False,
) -> None:
    """Open the graph in Neo4j Browser, with style and guide, on this machine only, until Ctrl-C.

    Starts a Neo4j from jars (Java 17 or later; Maven, once), loads the knowledge, and makes it
    read-only; its data is kept. With KG_PASSWORD set it asks for that password. With --store it
    visits a server that is there, and says what that server's settings do not do.

    Example: kg desk --no-open
    """
    check_language(lang)
    check_choice("--neo4j", neo4j, RELEASES)
    from graph.stores import parse_address
    from kg.browser.desk import Wish, end_on_terminate, home_of

    address = parse_address(store) if store or os.environ.get("KG_STORE") else None
    if address is not None and address.embedded:
        raise UserError(
            f"{named(address.url)} is no Neo4j, which Browser needs; leave --store and KG_STORE "
            "away for one of your own, or name a bolt:// address."
        )
    end_on_terminate()
    if address is not None:
        _refuse_own()
        _visit(store, browser, pack_port, lang, no_open)
        return
    if browser is not None:
        raise UserError("--browser is about a server that is there; name it with --store.")
    wish = Wish(
        (home or home_of(neo4j)).expanduser().absolute(),
        *(port, bolt_port, pack_port, neo4j, lang, writable),
        os.environ.get("KG_PASSWORD") or None,
    )
    _own(wish, no_open)


def _refuse_own() -> None:
    from click import Context, get_current_context
    from click.core import ParameterSource

    def is_given(context: Context, name: str) -> bool:
        return context.get_parameter_source(name) is ParameterSource.COMMANDLINE

    context = get_current_context()
    given = {
        option
        for parameter in context.command.params
        for option in parameter.opts
        if option in OWN_ONLY and is_given(context, parameter.name or "")
    }
    if given:
        raise UserError(
            f"{', '.join(sorted(given))}: only for a server of your own; leave it away, or --store."
        )


def _own(wish: Wish, no_open: bool) -> None:
    import logging
    import sys

    from kg.browser.desk import own_desk
    from ontology import StoreError

    # Of the jars that are fetched; the driver's own log stays unseen.
    fetching = logging.getLogger("graph.stores.neo4j.local")
    fetching.addHandler(logging.StreamHandler(sys.stderr))
    fetching.setLevel(logging.INFO)
    with own_desk(wish, say) as (address, server):
        say(f"Data: {named(str(wish.home))}")
        if wish.password is None:
            say("No password: anyone on this machine can read it.")
        try:
            _show(address, "style and guide", no_open)
            status = server.wait()
        except KeyboardInterrupt:
            return
        raise StoreError(f"Neo4j ended by itself (exit status {status}); see {wish.home / 'logs'}.")


def _visit(
    store: str | None, browser: str | None, pack_port: int, lang: str, no_open: bool
) -> None:
    import threading

    from kg.browser.visit import Visit, checked_browser, visited
    from kg.session import address_of

    visit = Visit(address_of(store), checked_browser(browser), pack_port, lang)
    with visited(visit, say) as address:
        try:
            _show(address, "the guide, which loads the style", no_open)
            threading.Event().wait()
        except KeyboardInterrupt:
            return


def _show(address: str, what: str, no_open: bool) -> None:
    """The address, alone on standard output."""
    from kg.browser.desk import open_in_browser

    say(f"Neo4j Browser, with {what} (Ctrl-C ends it):")
    print(named(address), flush=True)
    if not no_open and not open_in_browser(address):
        say("No web browser could be opened here; open the address yourself.")

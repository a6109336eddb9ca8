"""Commands that show the graph to a browser and to programs: browse."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.app import StoreOption, TimeoutOption, app, check_installed, say

WANTED = ("starlette", "uvicorn", "jinja2")


SourcesOption = Annotated[
    str | None,
    typer.Option(
        "--sources",
        metavar="DIR",
        help="A folder with the texts of the sources: shows passages. Else KG_SOURCES.",
    ),
]


@app.command()
def browse(
    store: StoreOption = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on; 0 for a free one.")
    ] = 8765,
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; only this machine by default.")
    ] = "127.0.0.1",
    sources: SourcesOption = None,
    timeout: TimeoutOption = 30.0,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=10**9, help="Rows of SPARQL at most.")
    ] = 100_000,
    cors: Annotated[
        str | None,
        typer.Option(
            "--cors",
            metavar="ORIGIN",
            help="Pages of this origin may read data too, or * for all; else those of this machine.",
        ),
    ] = None,
) -> None:
    """Serve a page to ask in and a SPARQL endpoint (/sparql), on this machine only, until Ctrl-C.

    It only reads: nothing that a page or a program sends changes the graph.

    Example: kg browse --port 8765
    """
    check_installed(*WANTED)
    from kg.session import make_ready
    from kg.web.app import Settings
    from kg.web.endpoint import Limits
    from kg.web.guard import LOOPBACK
    from kg.web.listening import is_loopback
    from kg.web.serve import serve
    from kg.why.passages import sources_in

    texts = sources_in(sources)
    make_ready(store)
    near = is_loopback(host)
    if not near:
        say(
            f"warning: whoever reaches {host} can read this graph, without a password and unencrypted; "
            "it stays read-only."
        )
    hosts = frozenset((*LOOPBACK, host)) if near else None
    serve(Settings(store, texts, Limits(timeout, limit), hosts, cors), host, port)

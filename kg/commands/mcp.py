"""The command that serves assistants: mcp."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.app import StoreOption, TimeoutOption, app
from ontology import UserError


@app.command()
def mcp(
    store: StoreOption = None,
    http: Annotated[
        bool,
        typer.Option("--http", help="Over HTTP on this machine; else standard input and output."),
    ] = False,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port of --http; 0 for a free one.")
    ] = 8766,
    timeout: TimeoutOption = 30.0,
) -> None:
    """Serve the graph to assistants by the Model Context Protocol; it only reads.

    Tools: ask, find, describe_query, query, evidence, conflicts. Resources: sources, claims, entities.

    Example: kg mcp --http --port 8766
    """
    from importlib.util import find_spec

    if find_spec("mcp") is None:
        raise UserError("kg mcp needs the MCP SDK; install it with pip install 'expediente[mcp]'.")
    from kg.mcp.serve import serve_http, serve_stdio
    from kg.session import make_ready

    make_ready(store)
    if http:
        serve_http(store, timeout, port)
    else:
        serve_stdio(store, timeout)

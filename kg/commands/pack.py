"""The command that writes what other programs are given: pack."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.app import app, check_choice, say
from kg.terminal import named

PACKS = ("browser",)


@app.command()
def pack(
    what: Annotated[str, typer.Argument(metavar="PROGRAM", help="For which program: browser.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write into.")
    ],
) -> None:
    """Write style, guides, favourites and parameters for Neo4j Browser.

    Example: kg pack browser -o browser-pack
    """
    from kg.browser import write_pack

    check_choice("PROGRAM", what, PACKS)
    for name in sorted(write_pack(output).files):
        print(named(str(output / name)))
    say("Drop style.grass and one favourites archive on Neo4j Browser's window.")

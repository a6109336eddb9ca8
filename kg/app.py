"""The app that the commands register with, and what they share: options, messages."""

from __future__ import annotations

import math
import sys
from typing import Annotated, Optional

import typer

from ontology import UserError

app = typer.Typer(
    name="kg",
    help="Ask an evidence graph of Mexico-US organised-crime cases; every answer shows its sources.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

StoreOption = Annotated[
    Optional[str],  # noqa: UP045 - Typer evaluates it
    typer.Option(
        "--store",
        metavar="URL",
        help="embedded:PATH, bolt://HOST:PORT or neo4j://HOST; else KG_STORE, else the embedded store.",
    ),
]
FormatOption = Annotated[str, typer.Option("--format", help="table, json, csv, tsv or md.")]


def _number(value: float) -> float:
    if math.isnan(value):  # it is neither below the least nor above the most
        raise typer.BadParameter("nan is no number.")
    return value


TimeoutOption = Annotated[
    float,
    typer.Option(
        "--timeout",
        min=0.1,
        max=86_400,
        callback=_number,
        help="Seconds that a query may take.",
    ),
]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=10**9, help="Rows shown at most.")]


def say(text: str) -> None:
    """A line for the person, not for the pipe."""
    print(text, file=sys.stderr)


def checked_format(format_: str) -> str:
    """The format, or a usage error."""
    from kg.render import FORMATS

    if format_ not in FORMATS:
        raise UserError(f"--format '{format_}' is unknown; choose one of {', '.join(FORMATS)}.")
    return format_


def pairs(texts: list[str] | None) -> dict[str, str]:
    """``KEY=VALUE`` texts as a map; UserError for one that is none or that is given twice."""
    found: dict[str, str] = {}
    for text in texts or []:
        key, sign, value = text.partition("=")
        if not sign or not key or not value:
            raise UserError(f"Parameter '{text}': write it as KEY=VALUE.")
        if key in found:
            raise UserError(f"Parameter '{key}' is given twice; give it once.")
        found[key] = value
    return found

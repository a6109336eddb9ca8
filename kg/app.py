"""The app that the commands register with, and what they share: options, messages."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Annotated, Any, Optional, TypeVar

import typer

from kg.complete import LANGUAGES, formats, languages, quote_for_bash, statuses
from kg.terminal import escaped
from ontology import UserError

if TYPE_CHECKING:
    from click import Context

    from graph.claims import View


_Run = TypeVar("_Run", bound=Callable[..., Any])


class _Command(typer.core.TyperCommand):
    def get_help(self, ctx: Context) -> str:
        """The help as it is meant: Typer escapes it for a markup that is not used here."""
        return super().get_help(ctx).replace("\\[", "[")

    def get_short_help_str(self, limit: int = 0) -> str:
        """The whole first sentence: the list of commands has lines enough for it."""
        return super().get_short_help_str(limit=1_000)


class _Group(typer.core.TyperGroup):
    def get_help(self, ctx: Context) -> str:
        """As that of a command."""
        return super().get_help(ctx).replace("\\[", "[")

    def _main_shell_completion(self, *arguments: Any, **options: Any) -> None:
        if "_KG_COMPLETE" in os.environ:
            quote_for_bash()
        super()._main_shell_completion(*arguments, **options)


class _App(typer.Typer):
    def command(self, name: str | None = None) -> Callable[[_Run], _Run]:  # type: ignore[override]
        """Registers a command."""
        return super().command(name, cls=_Command)


app = _App(
    name="kg",
    cls=_Group,
    help="Ask an evidence graph of Mexico-US organised-crime cases; every answer shows its sources.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    suggest_commands=False,  # Click does so already
)


def _version(wanted: bool) -> None:
    if wanted:
        from kg.releases import version_lines

        print("\n".join(version_lines()))
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help="Show the version, and the release of the knowledge.",
        ),
    ] = False,
) -> None:
    pass


StoreOption = Annotated[
    Optional[str],  # noqa: UP045 - Typer evaluates it
    typer.Option(
        "--store",
        metavar="URL",
        help="embedded:PATH, bolt://HOST:PORT or neo4j://HOST; else KG_STORE, else the embedded store.",
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        help="table, json, csv, tsv or md.",
        autocompletion=formats,
    ),
]
LangOption = Annotated[str, typer.Option("--lang", help="en or es.", autocompletion=languages)]
CsvSafeOption = Annotated[
    bool,
    typer.Option("--csv-safe", help="CSV in which no spreadsheet finds a formula to run."),
]
IdsOption = Annotated[
    bool, typer.Option("--ids", help="With ids and claims in a table; other formats have them.")
]


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
MinStatusOption = Annotated[
    Optional[str],  # noqa: UP045 - Typer evaluates it
    typer.Option(
        "--min-status",
        metavar="STATUS",
        help="Only what rests on nothing weaker: alleged, charged, convicted ...",
        autocompletion=statuses,
    ),
]
AsOfOption = Annotated[
    Optional[str],  # noqa: UP045 - Typer evaluates it
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Only what may hold on a day (2015-03-01), in a month or a year, and what happened by then.",
    ),
]
KnownAtOption = Annotated[
    Optional[str],  # noqa: UP045 - Typer evaluates it
    typer.Option(
        "--known-at",
        metavar="DATE",
        help="Only what sources said that were published, else read, by the end of DATE.",
    ),
]
PolicyOption = Annotated[
    Optional[str],  # noqa: UP045 - Typer evaluates it
    typer.Option(
        "--policy",
        metavar="WHICH",
        help="all: also what was set aside; preferred: only the best rank; or SOURCE,...: only these.",
    ),
]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=10**9, help="Rows shown at most.")]


def say(text: str) -> None:
    """A line for the person, not for the pipe."""
    from kg.terminal import reading

    with reading():
        print(escaped(text), file=sys.stderr)


def check_choice(option: str, value: str | None, known: Collection[str]) -> None:
    """UserError unless the value of an option, if there is one, is among those known."""
    if value is not None and value not in known:
        raise UserError(f"{option} '{value}' is unknown; choose one of {', '.join(known)}.")


def check_language(lang: str | None) -> None:
    """UserError unless a language, if there is one, is one that we speak."""
    if lang not in (None, *LANGUAGES):
        raise UserError(f"--lang '{lang}' is unknown; choose {' or '.join(LANGUAGES)}.")


def check_status(min_status: str | None) -> None:
    """UserError unless a status, if there is one, draws facts."""
    if min_status is not None:  # else the ontology need not be read
        check_choice("--min-status", min_status, statuses(""))


def check_installed(*names: str) -> None:
    """UserError unless what makes pages is installed."""
    from importlib.util import find_spec

    if missing := [name for name in names if find_spec(name) is None]:
        raise UserError(
            f"The pages need {', '.join(missing)}; install them with pip install 'expediente[web]'."
        )


def view_of(as_of: str | None, known_at: str | None, policy: str | None) -> View | None:
    """What the three options choose; None where nothing is, so that nothing need be imported."""
    if as_of is known_at is policy is None:
        return None
    from graph.claims import view

    return view(as_of, known_at, policy)


def checked_format(format_: str, csv_safe: bool = False) -> str:
    """The format, or a usage error; ``csv_safe`` makes a safe CSV of CSV and of the default."""
    from kg.render import CSV_SAFE, FORMATS

    if csv_safe:
        if format_ not in ("csv", "table"):
            raise UserError(f"--csv-safe is about CSV; take it or --format {format_} away.")
        return CSV_SAFE

    check_choice("--format", format_, FORMATS)
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

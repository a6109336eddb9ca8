"""The command line ``kg``.  Rows go to standard output, all else to standard error."""

from __future__ import annotations

import io
import math
import os
import sys
from typing import Annotated, Optional, TextIO

import typer

from ontology import ExpedienteError, UserError

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


@app.command()
def ask(
    question: Annotated[
        str | None, typer.Argument(help="A question in English or Spanish.")
    ] = None,
    store: StoreOption = None,
    json_: Annotated[
        bool, typer.Option("--json", help="One JSON object with rows and evidence.")
    ] = False,
    batch: Annotated[
        str | None,
        typer.Option(
            "--batch",
            metavar="FILE",
            help="A question a line from a file or - ; one JSON object a line.",
        ),
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", help="en or es: language of the answer.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how the question was understood.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Answer in Cypher and SPARQL and show any difference.")
    ] = False,
    timeout: TimeoutOption = 30.0,
) -> None:
    """Answer a question, with the evidence.

    Example: kg ask "Who is related to El Mencho?"
    """
    from kg.asking import ask_batch, ask_one, print_failure
    from kg.session import Session

    if lang not in (None, "en", "es"):
        raise UserError(f"--lang '{lang}' is unknown; choose en or es.")
    if (question is None) == (batch is None):
        raise UserError("Give one question, or --batch FILE with a question a line.")
    try:
        with Session(store, timeout) as session:
            if batch is not None:
                status = ask_batch(session, batch, lang, check)
            else:
                status = ask_one(session, question or "", lang, json_, explain, check)
    except ExpedienteError as error:
        if json_ and question is not None:
            print_failure(question, error, lang)
        raise
    raise typer.Exit(status)


def main() -> None:
    """Runs a command; an error is one sentence and an exit status, never a traceback."""
    _open_streams()
    try:
        from kg import commands  # noqa: F401 - the other commands register themselves

        try:
            app(prog_name="kg")
        finally:
            sys.stdout.flush()  # here, where a full disk can still be reported
    except ExpedienteError as error:
        say(f"kg: {error}")
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        say("kg: stopped.")
        sys.exit(130)
    except SystemExit as stop:
        if stop.code == 130:  # an interrupt that the command line library has caught first
            say("kg: stopped.")
        raise
    except OSError as error:
        # What could not be written stays in the buffer; Python would try again at its end.
        sys.stdout = _nothing("w")
        if not isinstance(error, BrokenPipeError):  # else nobody is there to be told
            say(f"kg: the output cannot be written ({error.strerror}); mend that and run it again.")
        sys.exit(1)


def _open_streams() -> None:
    """UTF-8 into a pipe or file, whatever the locale; a stream that is closed swallows its text.

    A closed stream must not leave its number free, or a file of the store would get it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nothing(mode))
        elif mode == "w":
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _nothing(mode: str) -> TextIO:
    return io.TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8")

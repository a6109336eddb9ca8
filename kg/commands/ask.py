"""The command that answers questions."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.app import StoreOption, TimeoutOption, app
from ontology import ExpedienteError, UserError


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

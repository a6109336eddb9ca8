"""The command that answers questions."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import Annotated

import typer

from kg.app import (
    AsOfOption,
    KnownAtOption,
    MinStatusOption,
    PolicyOption,
    StoreOption,
    TimeoutOption,
    app,
    check_language,
    check_status,
    view_of,
)
from kg.complete import languages
from kg.terminal import reading
from ontology import ExpedienteError, UserError


@app.command()
def ask(
    question: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[QUESTION]...",
            help="A question in English or Spanish; quotation marks around it may be left out.",
        ),
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
        str | None,
        typer.Option("--lang", help="en or es: language of the answer.", autocompletion=languages),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how the question was understood.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Answer in Cypher and SPARQL and show any difference.")
    ] = False,
    evidence: Annotated[
        str,
        typer.Option("--evidence", metavar="N", help="Claims shown: a number, all or none."),
    ] = "10",
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    policy: PolicyOption = None,
    min_status: MinStatusOption = None,
    release: Annotated[
        bool,
        typer.Option("--release", help="Say by which release of the knowledge it was answered."),
    ] = False,
    timeout: TimeoutOption = 30.0,
) -> None:
    """Answer a question, with the evidence; without one, on a terminal, ask for questions.

    Example: kg ask "Who is related to El Mencho?"
    """
    from kg.asking import ask_batch, ask_one, print_failure, read_evidence
    from kg.firmness import session_of

    check_status(min_status)
    check_language(lang)
    view = view_of(as_of, known_at, policy)
    asked = None if question is None else " ".join(question)
    shown = read_evidence(evidence)
    if release and asked is None and batch is None and not json_:
        print(_release_in(store, timeout))
        return
    prompt = asked is None and batch is None and not json_ and sys.stdin.isatty()
    if (asked is None) == (batch is None) and not prompt:
        raise UserError("Give one question, or --batch FILE with a question a line.")
    try:
        with session_of(store, timeout, min_status, view) as session:
            session.tells_release = release
            if prompt:
                from kg.prompt import converse

                with reading():
                    status = converse(session, lang, explain, shown)
            elif batch is not None:
                status = ask_batch(session, batch, lang, check)
            else:
                with nullcontext() if json_ else reading():
                    status = ask_one(session, asked or "", lang, json_, explain, check, shown)
    except ExpedienteError as error:
        if json_ and asked is not None:
            print_failure(asked, error, lang)
        raise
    raise typer.Exit(status)


def _release_in(store: str | None, timeout: float) -> str:
    """The release of the knowledge that a store holds, as a line."""
    from kg.releases import release_line, release_of
    from kg.session import Session

    with Session(store, timeout) as session:
        held = session.base.release()
        return release_line(release_of(session.base), held.generation if held else None, "en")

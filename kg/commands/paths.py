"""How two things are connected: paths."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from kg.app import (
    AsOfOption,
    KnownAtOption,
    LangOption,
    MinStatusOption,
    PolicyOption,
    StoreOption,
    TimeoutOption,
    app,
    check_choice,
    check_language,
    check_status,
    say,
    view_of,
)
from kg.complete import names
from kg.connections.limits import MOST_PATHS, MOST_STEPS, PATHS, STEPS

FORMATS = ("table", "json", "md", "mermaid")
NO_PATH = 4  # as kg ask, where nothing is found


@app.command()
def paths(
    first: Annotated[str, typer.Argument(help="An id or a name.", autocompletion=names)],
    second: Annotated[str, typer.Argument(help="Another.", autocompletion=names)],
    k: Annotated[int, typer.Option("--k", min=1, max=MOST_PATHS, help="Paths at most.")] = PATHS,
    max_length: Annotated[
        int, typer.Option("--max-length", min=1, max=MOST_STEPS, help="Steps of a path at most.")
    ] = STEPS,
    store: StoreOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    policy: PolicyOption = None,
    min_status: MinStatusOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what each step costs, and why.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Search in Cypher and in SPARQL and compare.")
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", help="table, json, md or mermaid (a picture).")
    ] = "table",
    lang: LangOption = "en",
    timeout: TimeoutOption = 30.0,
) -> None:
    """Show how two things are connected: the best supported paths of ties that hold at the same time.

    A step costs less the better it is supported: by independent sources, status, certainty and rank.
    A path of ties is no accusation. Where there is none, the exit status is 4.

    Example: kg paths "El Cuini" "El Mencho" --explain
    """
    from kg.connections.ask import connections
    from kg.connections.show import COLUMNS, EXPLAINED, mermaid, notes, rows, titles
    from kg.connections.show import say as words
    from kg.render import as_json, rows_as
    from kg.session import Session

    check_choice("--format", format_, FORMATS)
    check_language(lang)
    check_status(min_status)
    view = view_of(as_of, known_at, policy)
    with Session(store, timeout, view) as session:
        search = partial(
            connections,
            session,
            first,
            second,
            k=k,
            longest=max_length,
            weakest=min_status,
            language=lang,
        )
        found = search()
        differs = check and found != search(sparql=True)
    if format_ == "json":
        print(as_json(found, indent=2))
    elif found["paths"] and format_ == "mermaid":
        print(mermaid(found, lang))
    elif found["paths"]:
        for title in titles(found, lang):
            say(title)
        print(rows_as(format_, COLUMNS + (EXPLAINED if explain else []), rows(found, lang)))
    for note in notes(found, lang):
        say(note)
    if check:
        say(words(lang, "differ" if differs else "agree"))
    if differs:
        raise typer.Exit(1)
    if not found["paths"]:
        raise typer.Exit(NO_PATH)

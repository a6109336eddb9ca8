"""Commands that measure: eval."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.app import FormatOption, StoreOption, TimeoutOption, app, check_choice, checked_format

BY = ("kind", "difficulty", "lang")


@app.command("eval")
def evaluate(
    file: Annotated[
        Path, typer.Argument(help="Questions with the outcome expected, tab-separated.")
    ],
    store: StoreOption = None,
    margin_curve: Annotated[
        bool,
        typer.Option("--margin-curve", help="Show right against coverage as the margin is raised."),
    ] = False,
    by: Annotated[
        str | None, typer.Option("--by", help="Only by kind, difficulty or lang; else by each.")
    ] = None,
    json_: Annotated[
        bool, typer.Option("--json", help="One JSON object, with every question.")
    ] = False,
    format_: FormatOption = "table",
    timeout: TimeoutOption = 30.0,
) -> None:
    """Judge how a file of questions is answered.

    Example: kg eval questions.tsv --by kind
    """
    from kg.evaluate import curve, read_questions, report, run, table
    from kg.render import rows_as
    from kg.respond import respond
    from kg.session import Session
    from queries.ask import FAR

    check_choice("--by", by, BY)
    format_ = checked_format(format_)
    questions = read_questions(file)
    with Session(store, timeout) as session:
        asker = session.asker
        asker.ahead = FAR
        judged = run(questions, lambda question: respond(session, question, asker=asker))
    attributes = BY if by is None else (by,)
    if json_:
        print(json.dumps(report(judged, attributes), ensure_ascii=False, indent=2))
        return
    parts = [table(judged, one) for one in attributes]
    if margin_curve:
        parts += [curve(judged, "margin"), curve(judged, "cost")]
    print("\n\n".join(rows_as(format_, list(rows[0]), rows) for rows in parts))

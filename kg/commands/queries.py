"""Commands about the canned queries: queries, query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.app import (
    AsOfOption,
    CsvSafeOption,
    FormatOption,
    IdsOption,
    KnownAtOption,
    LangOption,
    MinStatusOption,
    PolicyOption,
    StoreOption,
    TimeoutOption,
    app,
    check_language,
    check_status,
    checked_format,
    pairs,
    say,
    view_of,
)
from kg.complete import parameters as completed
from kg.complete import query_names, themes
from ontology import NotFound

if TYPE_CHECKING:
    from kg.session import Session


@app.command()
def queries(
    theme: Annotated[
        str | None, typer.Argument(help="Only the queries of one theme.", autocompletion=themes)
    ] = None,
    lang: LangOption = "en",
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
) -> None:
    """List the canned queries.

    Example: kg queries kin
    """
    from kg.render import rows_as
    from queries import catalogue

    format_ = checked_format(format_, csv_safe)
    check_language(lang)
    found = [q for q in catalogue().queries.values() if theme in (None, q.theme)]
    if not found:
        themes = sorted({q.theme for q in catalogue().queries.values()})
        raise NotFound(f"There is no theme '{theme}'; choose one of {', '.join(themes)}.")
    rows = [
        {
            "theme": q.theme,
            "query": q.name,
            "title": q.title[lang],
            "parameters": [p.name + ("" if p.required else "?") for p in q.parameters],
        }
        for q in found
    ]
    print(rows_as(format_, ["theme", "query", "title", "parameters"], rows))


@app.command()
def query(
    name: Annotated[
        str,
        typer.Argument(help="A query's name; 'kg queries' lists them.", autocompletion=query_names),
    ],
    parameters: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KEY=VALUE]...", help="As often as needed.", autocompletion=completed
        ),
    ] = None,
    store: StoreOption = None,
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
    ids: IdsOption = False,
    check: Annotated[
        bool, typer.Option("--check", help="Answer in Cypher and SPARQL and show any difference.")
    ] = False,
    describe: Annotated[
        bool, typer.Option("--describe", help="Show the query's parameters, columns and texts.")
    ] = False,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    policy: PolicyOption = None,
    min_status: MinStatusOption = None,
    timeout: TimeoutOption = 30.0,
) -> None:
    """Run a canned query by name.

    Example: kg query relatives person="El Mencho" kinship=blood
    """
    from kg.edited import edited_in
    from kg.firmness import at_least
    from kg.render import readable, rows_as
    from kg.resolve import resolve_parameters
    from kg.session import Session
    from queries import bind, run_cypher
    from queries.ask.wording import phrase

    format_ = checked_format(format_, csv_safe)
    check_status(min_status)
    view = view_of(as_of, known_at, policy)
    with Session(store, timeout, view) as session:
        found = session.catalogue.get(name)
        if describe:
            print(_described(found))
            return
        given = resolve_parameters(session, found, pairs(parameters))
        answer = run_cypher(found, bind(found, given), session.store)
        columns = readable(format_, [*answer.columns, "claims"], ids)
        rows = answer.rows
        if min_status is not None:
            rows = at_least(session.store, rows, min_status)
        print(rows_as(format_, columns, rows))
        if weaker := len(answer.rows) - len(rows):
            say(f"{weaker} row{'s' if weaker > 1 else ''} weaker than {min_status} left out.")
        if what := edited_in(session.base, rows):
            say(phrase("en", "edited", store=session.base.url, what=what))
        if format_ in ("table", "md"):
            _say_contested(session, name, rows)
        if check:
            differences = _differences(session, found, answer)
            for line in differences:
                say(line)
            if differences:
                raise typer.Exit(1)
            say(found.no_twin or "Cypher and SPARQL agree.")


def _say_contested(session: Session, name: str, rows: list[dict[str, Any]]) -> None:
    """One line for rows of which sources disagree, whatever a policy leaves out of them."""
    from kg.conflicts import QUERY
    from kg.standing import contested

    if name == QUERY:  # whose rows are these claims
        return
    judge = session.without_policy.store
    if count := contested(judge, session.catalogue.get(QUERY), rows):
        rest = "1 row rests" if count == 1 else f"{count} rows rest"
        say(f"{rest} on what sources disagree about; 'kg conflicts' shows both sides.")


def _differences(session: Any, found: Any, answer: Any) -> list[str]:
    """How the same question in SPARQL, on another engine, is answered otherwise."""
    from queries import compare, run_sparql

    if found.sparql is None:
        return []
    return compare(answer, run_sparql(found, answer.parameters, session.dataset))


def _described(found: Any) -> str:
    lines = [found.title["en"], "", found.about["en"], "", "Parameters:"]
    lines += [
        f"  {p.name}: {p.type}{'' if p.required else ' (optional)'} {p.about}".rstrip()
        for p in found.parameters
    ]
    lines += [
        "",
        "Columns: " + ", ".join(f"{c.name}: {c.type}" for c in found.columns),
        "",
        "Questions:",
    ]
    lines += [f"  {q}" for q in found.questions.get("en", []) + found.questions.get("es", [])]
    lines += ["", "Cypher:", found.cypher.rstrip(), ""]
    lines += (
        ["SPARQL:", found.sparql.rstrip()] if found.sparql else [f"No SPARQL twin: {found.no_twin}"]
    )
    return "\n".join(lines)

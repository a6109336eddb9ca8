"""Commands for queries of one's own: cypher, sparql."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.app import (
    CsvSafeOption,
    FormatOption,
    LimitOption,
    StoreOption,
    TimeoutOption,
    app,
    check_choice,
    checked_format,
    pairs,
    say,
)
from ontology import UserError


def _text(query_: str | None, file: str | None) -> str:
    if (query_ is None) == (file is None):
        raise UserError("Give a query, or --file FILE (- for standard input).")
    if query_ is not None:
        return query_
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file or "").read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"--file {file}: cannot be read ({error}); name a UTF-8 text.") from error


FileOption = Annotated[
    str | None, typer.Option("--file", "-f", help="Read the query from a file or - .")
]


@app.command()
def cypher(
    query_: Annotated[
        str | None, typer.Argument(metavar="CYPHER", help="A query that only reads.")
    ] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", help="KEY=VALUE for $KEY; as often as needed.")
    ] = None,
    file: FileOption = None,
    store: StoreOption = None,
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
    limit: LimitOption = 1000,
    timeout: TimeoutOption = 30.0,
) -> None:
    """Run Cypher of your own. It only reads, with a time limit and a row limit.

    Example: kg cypher 'MATCH (p:Leader) RETURN p.name AS leader' --format csv
    """
    from kg.render import rows_as
    from kg.session import Session
    from queries.lint import lint

    format_ = checked_format(format_, csv_safe)
    text = _text(query_, file)
    with Session(store, timeout) as session:
        if session.address.embedded:
            for warning in lint(text):
                say(f"warning: {warning}")
        found = session.store.ad_hoc(text, pairs(parameters), limit=limit, seconds=timeout)
    if found.columns or format_ == "json":  # the embedded engine names no columns without rows
        print(rows_as(format_, found.columns, found.records))
    if not found.records:
        say("No rows.")
    if found.truncated:
        say(f"Only the first {limit} rows are shown; raise --limit for more.")


@app.command()
def sparql(
    query_: Annotated[
        str | None,
        typer.Argument(
            metavar="SPARQL", help="SELECT, ASK, CONSTRUCT or DESCRIBE, or a file with one."
        ),
    ] = None,
    file: FileOption = None,
    store: StoreOption = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            help="table or md; json, csv, tsv, xml as the W3C has them; for graphs turtle, ntriples, "
            "nquads, trig, jsonld, rdfxml.",
        ),
    ] = "table",
    graph: Annotated[
        list[str] | None,
        typer.Option(
            "--graph",
            help="asserted, derived (inferred), ontology, or default (asserted in no named graph); "
            "as often as needed. Else asserted.",
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base", metavar="IRI", help="What relative IRIs in the query are relative to."
        ),
    ] = None,
    csv_safe: CsvSafeOption = False,
    limit: LimitOption = 1000,
    timeout: TimeoutOption = 30.0,
) -> None:
    """Run SPARQL of your own over the same graph. A time limit stops it.

    It is about what is asserted, as kg export is; --graph asserted --graph derived adds what was
    inferred from it.
    The usual prefixes need not be declared (kg, rdf, rdfs, owl, xsd, skos, foaf, dct, prov ...).

    Example: kg sparql 'SELECT ?name { ?c a kg:Cartel ; kg:name ?name }'
    """
    from graph.sparql import run
    from graph.vocabulary import FORMATS as GRAPH_FORMATS
    from graph.vocabulary import RESULT_FORMATS
    from kg.render import CSV_SAFE, rows_as
    from kg.session import Session

    known = ["table", "md", *RESULT_FORMATS, *GRAPH_FORMATS]
    check_choice("--format", format_, known)
    if csv_safe:
        format_ = checked_format(format_, csv_safe)
    if query_ is not None and file is None and query_.endswith((".rq", ".sparql")):
        query_, file = None, query_  # no query ends like this
    text = _text(query_, file)
    wanted = None if format_ in ("table", CSV_SAFE) else format_
    sys.stdout.flush()
    out = sys.stdout.buffer
    with Session(store) as session:
        found = run(
            session.store,
            text,
            timeout=timeout,
            limit=limit,
            format_=wanted,
            out=out,
            graphs=graph,
            base=base,
        )
    out.flush()
    if format_ in ("table", "md", CSV_SAFE) and found.kind == "boolean":
        print("true" if found.boolean else "false")
    elif format_ in ("table", "md", CSV_SAFE) and found.kind == "rows":
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        print(rows_as(format_, found.columns, rows))
    if found.overlooks:
        say("Nothing in what is asserted; --graph asserted --graph derived adds what follows.")
    if found.truncated:
        say(f"Only the first {limit} results are shown; raise --limit for more.")

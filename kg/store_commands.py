"""Commands about sheets and stores: check, export, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import FormatOption, StoreOption, app, checked_format, say
from kg.progress import Busy
from ontology import UserError


@app.command()
def check(
    knowledge: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="A folder of claim sheets; else the packaged ones."),
    ] = None,
    texts: Annotated[
        Path | None,
        typer.Option(
            "--texts", metavar="DIR", help="The sources' texts, to check spans and quotations."
        ),
    ] = None,
    shapes: Annotated[
        bool, typer.Option("--shapes/--no-shapes", help="SHACL takes longest.")
    ] = True,
    format_: FormatOption = "table",
) -> None:
    """Check the sheets, the shapes and the rules about the data.

    Example: kg check knowledge --texts articles
    """
    from graph.check import check as run_check
    from graph.packaged import knowledge_folder
    from kg.render import rows_as

    format_ = checked_format(format_)
    folder = knowledge or knowledge_folder()
    if texts is not None and not texts.is_dir():
        raise UserError(f"--texts {texts}: is no folder.")
    with Busy("checking"):
        findings = run_check(folder, texts, shapes=shapes)
    rows = [
        {"severity": f.severity, "check": f.check, "place": f.place, "message": f.message}
        for f in findings
    ]
    if rows:
        print(rows_as(format_, ["severity", "check", "place", "message"], rows))
    errors = sum(f.severity == "error" for f in findings)
    say(f"{errors} errors, {len(findings) - errors} warnings in {folder}")
    raise typer.Exit(2 if errors else 0)


@app.command()
def export(
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            help="turtle, trig, ntriples, nquads, jsonld, rdfxml, csv, graphml, cypher or neo4j-admin.",
        ),
    ] = "turtle",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="A file, or a folder for csv and neo4j-admin; else standard output.",
        ),
    ] = None,
    derived: Annotated[
        bool, typer.Option("--derived", help="With inferred and other computed data.")
    ] = False,
    metadata: Annotated[
        bool, typer.Option("--metadata", help="With VoID, DCAT and PROV descriptions.")
    ] = False,
    reifiers: Annotated[
        bool, typer.Option("--reifiers", help="Claims as RDF 1.2 triple terms.")
    ] = False,
    store: StoreOption = None,
) -> None:
    """Export the graph; the same store gives the same bytes.

    Example: kg export --format turtle -o expediente.ttl
    """
    from graph.export import export as run_export
    from kg.session import Session

    with Session(store) as session:
        notes = run_export(
            session.store,
            format_,
            output,
            derived=derived,
            metadata=metadata,
            reifiers=reifiers,
        )
    for note in notes:
        say(note)


@app.command()
def doctor(
    store: StoreOption = None,
    repair: Annotated[
        bool, typer.Option("--repair", help="Remove what is broken and build it anew.")
    ] = False,
) -> None:
    """Say what works here and what does not.

    Example: kg doctor --store bolt://localhost:7687
    """
    from kg.doctor import examine, mend

    if repair:
        for line in mend(store):
            say(line)
    healthy = True
    for part, state, well in examine(store):
        print(f"{part}: {state}")
        healthy = healthy and well
    raise typer.Exit(0 if healthy else 1)

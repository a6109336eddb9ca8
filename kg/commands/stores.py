"""Commands about sheets and stores: check, export, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.app import (
    AsOfOption,
    CsvSafeOption,
    FormatOption,
    KnownAtOption,
    PolicyOption,
    StoreOption,
    app,
    checked_format,
    say,
    view_of,
)
from kg.commands.documents import BaseOption, SyntaxOption, document_key
from kg.progress import Busy
from kg.terminal import flat, named
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
    csv_safe: CsvSafeOption = False,
) -> None:
    """Check the sheets, the shapes and the rules about the data.

    Example: kg check knowledge --texts articles
    """
    from graph.claims import examine
    from graph.loading import knowledge_folder
    from kg.render import rows_as

    format_ = checked_format(format_, csv_safe)
    folder = knowledge or knowledge_folder()
    if texts is not None and not texts.is_dir():
        raise UserError(f"--texts {texts}: is no folder.")
    with Busy("checking"):
        checked = examine(folder, texts, shapes=shapes)
    findings = checked.findings
    rows = [
        {"severity": f.severity, "check": f.check, "place": f.place, "message": f.message}
        for f in findings
    ]
    if rows:
        print(rows_as(format_, ["severity", "check", "place", "message"], rows))
    if checked.texts and checked.spans:
        (found, cited), (looked, spans) = checked.texts, checked.spans
        say(f"{found} of {cited} texts found in {texts}, {looked} of {spans} spans checked")
    for source, (alone, every) in checked.free_text.items():
        over = ", more than one in eight" if alone * 8 > every else ""
        say(f"{source}: {alone} of {every} claims rest on free text alone{over}")
    errors = sum(f.severity == "error" for f in findings)
    say(f"{errors} errors, {len(findings) - errors} warnings in {named(str(folder))}")
    raise typer.Exit(2 if errors else 0)


@app.command()
def export(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]", help="An RDF file to make neo4j-admin's files of, without a store."
        ),
    ] = None,
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
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="DOCUMENT", help="Only what this document says."),
    ] = None,
    base: BaseOption = None,
    syntax: SyntaxOption = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    policy: PolicyOption = None,
    store: StoreOption = None,
) -> None:
    """Export the graph, or a view of it; the same store gives the same bytes.

    Example: kg export --format turtle -o expediente.ttl
    """
    from graph.export import export as run_export
    from kg.session import Session

    view = view_of(as_of, known_at, policy)
    if file is not None:
        more = derived or metadata or reifiers or document or store or view
        if format_ != "neo4j-admin" or more:
            raise UserError("A FILE is exported as --format neo4j-admin -o DIR and nothing else.")
        for note in _export_file(file, base, syntax, output):
            say(named(note))
        return
    if base or syntax:
        raise UserError("--base and --syntax are about a FILE; name one.")

    with Session(store, view=view) as session:
        notes = run_export(
            session.store,
            format_,
            output,
            derived=derived,
            metadata=metadata,
            reifiers=reifiers,
            document=document_key(session.store, document) if document else None,
        )
    for note in notes:
        say(named(note))


def _export_file(file: str, base: str | None, syntax: str | None, output: Path | None) -> list[str]:
    from graph.export import export_file
    from graph.reading import find_inputs

    inputs = find_inputs([file], base=base, format=syntax)
    if len(inputs) != 1:
        raise UserError(f"{file}: holds {len(inputs)} files; export one at a time, or load them.")
    with Busy("writing"):
        return export_file(inputs[0], output)


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
            say(named(line))
    healthy = True
    for part, state, well in examine(store):
        print(f"{part}: {flat(state)}")
        healthy = healthy and well
    raise typer.Exit(0 if healthy else 1)

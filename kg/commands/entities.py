"""Commands about what the graph speaks of: show, find, sources."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kg.app import (
    AsOfOption,
    CsvSafeOption,
    FormatOption,
    IdsOption,
    KnownAtOption,
    PolicyOption,
    StoreOption,
    app,
    checked_format,
    say,
    view_of,
)
from kg.complete import names, terms
from kg.statements import statement
from kg.terminal import flat
from ontology import NotFound, UserError


@app.command()
def show(
    entity: Annotated[
        str, typer.Argument(help="An id (person/...) or a name.", autocompletion=names)
    ],
    store: StoreOption = None,
    inferred: Annotated[
        bool, typer.Option("--inferred/--no-inferred", help="With what follows by rule.")
    ] = True,
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
    ids: IdsOption = False,
    custody: Annotated[
        bool,
        typer.Option(
            "--custody", help="Only a person's way through custody and law, with its gaps."
        ),
    ] = False,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    policy: PolicyOption = None,
) -> None:
    """Show all that the graph says of one entity, with status.

    --ids shows the claims too.

    ^ marks what is said of something else with this as its object; rank, a claim that was set aside
    (deprecated) or is preferred. What foreign documents say has no claims. Below the table, a person's
    arrests, transfers, charges and sentences stand in order, with the gaps; --custody shows only these.

    Example: kg show "La Tuta"
    """
    from kg.dossier import COLUMNS, CUSTODY_COLUMNS, rows
    from kg.dossier import custody as chain_of
    from kg.render import readable, rows_as
    from kg.resolve import resolve
    from kg.session import Session
    from kg.things import entity_head

    format_ = checked_format(format_, csv_safe)
    with Session(store, view=view_of(as_of, known_at, policy)) as session:
        identifier = resolve(session, entity)
        head = entity_head(session, identifier, entity)
        person = "Person" in head["labels"]
        if custody and not person:
            raise UserError(f"--custody is about a person; '{entity}' is none.")
        wanted = custody or (person and format_ in ("table", "md"))
        chain = chain_of(session, identifier) if wanted else []
        said = [] if custody else rows(session, identifier)
    said = [r for r in said if inferred or not r["inferred"]]
    say(flat(f"{head['name']} ({identifier}): {', '.join(sorted(head['labels']))}"))
    others = [n for n in head["names"] if n != head["name"]]
    if others:
        say(flat("also: " + "; ".join(others)))
    if "Claim" in head["labels"]:
        say(flat(f"'kg why {identifier}' shows what a claim says, and where."))
    blocks = []
    if not custody:
        shown = COLUMNS
        if format_ in ("table", "md"):
            shown = _marked(said)
        blocks.append(rows_as(format_, readable(format_, shown, ids), said))
    if custody or chain:
        blocks.append(rows_as(format_, readable(format_, CUSTODY_COLUMNS, ids), chain))
    print(blocks[0])
    for block in blocks[1:]:
        print()
        print(block)  # by itself: it may have colour


def _marked(rows: list[dict[str, Any]]) -> list[str]:
    """The columns for a reader: ranks only where there are others than the usual one."""
    from kg.dossier import COLUMNS

    for row in rows:
        row["rank"] = None if row["rank"] == "normal" else row["rank"]
    return [c for c in COLUMNS if c != "rank" or any(row["rank"] for row in rows)]


@app.command()
def find(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="A name, or words of one, or an id.")
    ],
    kind: Annotated[
        str, typer.Option("--kind", help="A class, as Person; else anything.", autocompletion=terms)
    ] = "Entity",
    store: StoreOption = None,
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Candidates at most.")] = 10,
) -> None:
    """Find whom a name may mean: candidates with scores and reasons.

    Example: kg find Garcia Harfush
    """
    from kg.render import rows_as
    from kg.resolve import candidates
    from kg.session import Session
    from ontology import ontology

    format_ = checked_format(format_, csv_safe)
    model = ontology()
    if kind != "Entity" and kind not in model.by_label:
        raise UserError(f"--kind '{kind}' is no class; 'kg schema labels' lists them.")
    said = " ".join(name)
    with Session(store) as session:
        found = candidates(session.lexicon, said, kind)[:limit]
    if not found:
        raise NotFound(f"The graph has no {kind} that is called like '{said}'; try fewer words.")
    rows = [c.as_row() for c in found]
    print(rows_as(format_, list(rows[0]), rows))


@app.command()
def sources(
    store: StoreOption = None,
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
) -> None:
    """List the sources with the number of their claims.

    Example: kg sources --format csv
    """
    from kg.render import rows_as
    from kg.session import Session

    format_ = checked_format(format_, csv_safe)
    with Session(store) as session:
        rows = session.store.read(statement("sources")).records
    for row in rows:
        row["source"] = row["source"].removeprefix("source/")
    rows.sort(key=lambda r: r["source"])
    columns = ["source", "kind", "title", "publisher", "published", "url", "claims"]
    print(rows_as(format_, columns, rows))

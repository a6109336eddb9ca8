"""Commands about what the graph speaks of: show, find, sources."""

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
    PolicyOption,
    StoreOption,
    app,
    check_choice,
    check_installed,
    check_language,
    checked_format,
    say,
    view_of,
)
from kg.complete import formats, names, terms
from kg.statements import statement
from kg.terminal import flat
from ontology import NotFound, UserError

if TYPE_CHECKING:
    from kg.session import Session


@app.command()
def show(
    entity: Annotated[
        str, typer.Argument(help="An id (person/...) or a name.", autocompletion=names)
    ],
    store: StoreOption = None,
    inferred: Annotated[
        bool, typer.Option("--inferred/--no-inferred", help="With what follows by rule.")
    ] = True,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            help="table, json, csv, tsv, md, or html: one page that needs nothing else.",
            autocompletion=formats,
        ),
    ] = "table",
    csv_safe: CsvSafeOption = False,
    ids: IdsOption = False,
    custody: Annotated[
        bool,
        typer.Option(
            "--custody", help="Only a person's way through custody and law, with its gaps."
        ),
    ] = False,
    lang: LangOption = "en",
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    policy: PolicyOption = None,
) -> None:
    """Show the dossier of a person, or all that the graph says of any other entity, with status.

    Of a person: names, legal status, kin, organisations with their time, the custody chain with its
    gaps, events, statements, what sources disagree about, and the sources.

    ← turns a relation round: the other is its subject. A remark says that a claim was set aside or
    is preferred, or that a rule concluded the row. What foreign documents say has no claims. --ids shows
    ids and claims too; csv and tsv have the rows alone, with the names of the graph (^ for ←).

    Example: kg show "La Tuta"
    """
    from kg.resolve import resolve
    from kg.session import Session
    from kg.things import entity_head

    format_ = _format_of_dossier(format_, csv_safe)
    check_language(lang)
    with Session(store, view=view_of(as_of, known_at, policy)) as session:
        identifier = resolve(session, entity)
        head = entity_head(session, identifier, entity)
        if custody and "Person" not in head["labels"]:
            raise UserError(f"--custody is about a person; '{entity}' is none.")
        if custody:
            text = [_chain(session, identifier, format_, lang, ids)]
        elif format_ in _ROWS_ALONE:
            text = [_rows_alone(session, identifier, format_, inferred)]
        else:
            text = _dossier(session, identifier, format_, lang, inferred, ids)
    if custody or format_ in _ROWS_ALONE:
        _say_head(head, identifier)
    if "Claim" in head["labels"]:
        say(flat(f"'kg why {identifier}' shows what a claim says, and where."))
    print(text[0])
    for block in text[1:]:
        print()
        print(block)  # by itself: it may have colour


_ROWS_ALONE = ("csv", "tsv", "csv-safe")


def _format_of_dossier(format_: str, csv_safe: bool) -> str:
    from kg.render import FORMATS

    if format_ == "html" and not csv_safe:
        check_installed("jinja2")
        return format_
    check_choice("--format", format_, (*FORMATS, "html"))
    return checked_format(format_, csv_safe)


def _say_head(head: dict[str, Any], identifier: str) -> None:
    say(flat(f"{head['name']} ({identifier}): {', '.join(sorted(head['labels']))}"))
    others = [n for n in head["names"] or [] if n != head["name"]]
    if others:
        say(flat("also: " + "; ".join(others)))


def _chain(session: Session, identifier: str, format_: str, lang: str, ids: bool) -> str:
    from kg.dossier import CUSTODY_COLUMNS, chain_table
    from kg.dossier import custody as chain_of
    from kg.render import rows_as

    if format_ == "html":
        raise UserError("--custody has no page of its own; take --custody or --format html away.")
    chain = chain_of(session, identifier, lang)
    if format_ in ("table", "md"):
        return chain_table(chain, format_, lang, ids)
    return rows_as(format_, CUSTODY_COLUMNS, chain)


def _rows_alone(session: Session, identifier: str, format_: str, inferred: bool) -> str:
    from kg.dossier import COLUMNS, rows
    from kg.render import rows_as

    said = [r for r in rows(session, identifier) if inferred or not r["inferred"]]
    return rows_as(format_, COLUMNS, said)


def _dossier(
    session: Session, identifier: str, format_: str, lang: str, inferred: bool, ids: bool
) -> list[str]:
    from kg.dossier import blocks, dossier
    from kg.render import as_json

    found = dossier(session, identifier, lang, inferred)
    if format_ == "json":
        return [as_json(found, indent=2)]
    if format_ == "html":
        from kg.web.dossier import standing_alone

        return [standing_alone(found)]
    return blocks(found, format_, ids)


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

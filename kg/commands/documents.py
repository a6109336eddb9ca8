"""Commands about documents: load, unload, verify, documents."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.app import CsvSafeOption, FormatOption, StoreOption, app, checked_format, say
from kg.complete import documents as document_names
from kg.progress import Busy
from kg.terminal import named
from ontology import NotFound, UserError

if TYPE_CHECKING:
    from graph.loading import Ledger
    from graph.stores import Store

KnowledgeOption = Annotated[
    Path | None,
    typer.Option(
        "--knowledge", metavar="DIR", help="A folder of claim sheets in place of the packaged ones."
    ),
]
FilesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="RDF files, folders of them, or - ; may be gzipped."),
]
BaseOption = Annotated[
    str | None, typer.Option("--base", metavar="IRI", help="What relative IRIs are relative to.")
]
NameOption = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", help="The document's name; else that of the file."),
]
SyntaxOption = Annotated[
    str | None,
    typer.Option(
        "--syntax",
        help="turtle, trig, ntriples, nquads, rdfxml or jsonld; else by the file's extension.",
    ),
]


@app.command()
def load(
    files: FilesArgument = None,
    store: StoreOption = None,
    only: Annotated[
        bool, typer.Option("--only", help="These files alone, without what else the store holds.")
    ] = False,
    base: BaseOption = None,
    name: NameOption = None,
    syntax: SyntaxOption = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="A file may replace another one that has its name."),
    ] = False,
    knowledge: KnowledgeOption = None,
) -> None:
    """Load RDF files, or without files the packaged knowledge.

    All of it is loaded or nothing. Each file is a document: loading it again replaces it, and
    other documents stay.
    Another file of the same name is refused: give it a --name, or --replace the first.
    An empty store gets the packaged knowledge as well, unless --only is given.

    Example: kg load thesaurus.ttl.gz --store bolt://localhost:7687
    """
    from graph.loading import check_places, packaged_too, read_documents, telling
    from graph.loading import load as run_load
    from graph.reading import find_inputs, links_not_followed
    from graph.stores import open_store
    from kg.session import address_of

    if not files and (base or name or syntax):
        raise UserError("--base, --name and --syntax are about files; name a FILE.")
    if files and only and knowledge:
        raise UserError("--only leaves the knowledge out; take --knowledge or --only away.")
    inputs = find_inputs(files or [], base=base, name=name, format=syntax)
    with closing(open_store(address_of(store))) as opened, Busy("loading"):
        _mend(opened)
        if not (replace or only):
            check_places(opened, inputs)
        incoming = read_documents(opened, inputs)
        notes = [note for one in incoming for note in one.notes]
        links = links_not_followed(files or [])
        if not only:
            incoming = telling(opened, incoming)
        if not files or knowledge or (not only and opened.held() is None):
            incoming = packaged_too(opened, incoming, knowledge)
        ledger = run_load(opened, incoming, only=only)
        links += own_notes(opened)
    for note in [*notes, *links]:
        say(named(note))
    _show(opened, ledger, silent=bool(notes))


@app.command()
def unload(
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="DOCUMENT...",
            help="Keys or names; see kg documents.",
            autocompletion=document_names,
        ),
    ],
    store: StoreOption = None,
) -> None:
    """Remove documents from a store, and only them.

    What others say as well stays.

    Example: kg unload thesaurus.ttl.gz --store bolt://localhost:7687
    """
    from graph.loading import unload as run_unload
    from graph.stores import open_store
    from kg.session import address_of

    with closing(open_store(address_of(store))) as opened:
        _mend(opened)
        keys = [document_key(opened, document) for document in documents]
        with Busy("removing"):
            ledger = run_unload(opened, keys)
    _show(opened, ledger)


@app.command()
def documents(
    store: StoreOption = None,
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
) -> None:
    """List what a store was loaded from.

    Example: kg documents --store bolt://localhost:7687
    """
    from graph.stores import open_store
    from kg.render import rows_as
    from kg.session import address_of

    format_ = checked_format(format_, csv_safe)
    with closing(open_store(address_of(store))) as opened:
        release = opened.release()
    rows = [
        {
            "document": d.key,
            "name": d.name,
            "quads": d.quads,
            "syntax": d.format,
            "sha256": d.sha256,
        }
        for d in (release.documents if release else ())
    ]
    if not rows:
        say(f"{named(opened.url)} is empty.")
        return
    print(rows_as(format_, ["document", "name", "quads", "syntax", "sha256"], rows))


@app.command()
def verify(
    files: FilesArgument = None,
    store: StoreOption = None,
    base: BaseOption = None,
    name: NameOption = None,
    syntax: SyntaxOption = None,
    knowledge: KnowledgeOption = None,
    seconds: Annotated[
        float,
        typer.Option("--seconds", min=0.1, help="Work limit of the canonical form of a document."),
    ] = 20.0,
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
) -> None:
    """Prove that a store gives back each file as it is.

    Whatever else it holds makes no difference.

    Compares the canonical hash (RDFC-1.0) of the file and of the store's document; without files
    those of the packaged knowledge.  Each node and relationship is compared with its fingerprint
    as well.  Exit status 1 if any differs.

    Example: kg verify thesaurus.ttl.gz --store bolt://localhost:7687
    """
    from graph.loading import audit
    from graph.proof import verify as run_verify
    from graph.reading import find_inputs, links_not_followed
    from graph.stores import open_store
    from kg.render import rows_as
    from kg.session import address_of

    format_ = checked_format(format_, csv_safe)
    inputs = find_inputs(files or [], base=base, name=name, format=syntax)
    with closing(open_store(address_of(store))) as opened, Busy("comparing"):
        edited = list(audit(opened).lines())
        for line in edited:
            say(named(f"{opened.url} was changed by others: {line}."))
        found = list(run_verify(opened, inputs, knowledge, seconds))
        mine = own_notes(opened)
    for note in [*links_not_followed(files or []), *mine]:
        say(named(note))
    print(rows_as(format_, list(found[0].row()), [proof.row() for proof in found]))
    for proof in found:
        for line in proof.remarks():
            say(named(line))
    raise typer.Exit(0 if all(proof.equal for proof in found) and not edited else 1)


def _mend(store: Store) -> None:
    """Undoes what a killed load left, before anything is read."""
    for note in store.repair(running=False):
        say(named(note))


def document_key(store: Store, document: str) -> str:
    """The key of a document by its key or its name."""
    release = store.release()
    held = release.documents if release else ()
    for one in held:
        if document in (one.key, one.name):
            return one.key
    listed = ", ".join(d.name for d in held[:5]) or "none"
    raise NotFound(
        f"{store.url} holds no document '{document}'; it holds {listed}: see 'kg documents'."
    )


def own_notes(store: Store) -> list[str]:
    """That the notes of those who use a store were left as they are, where there are any."""
    count = store.own_notes()
    if count == 1:
        return [f"{store.url}: 1 note (label Note) was left as it is."]
    return [f"{store.url}: {count} notes (label Note) were left as they are."] if count else []


def _show(store: Store, ledger: Ledger, *, silent: bool = False) -> None:
    report = ledger.report
    release = report.release
    if not (report.changed or ledger.documents or ledger.removed):
        already = "" if silent else " holds this graph already;"
        say(f"{named(store.url)}{already or ':'} nothing was written.")
    for note in report.notes:
        say(named(note))
    print(f"{release.nodes} nodes, {release.relationships} relationships in {named(store.url)}")
    for document in ledger.documents:
        print(
            f"{named(document.name)}: {document.quads} triples, as document {named(document.key)}"
        )
    for key in ledger.removed:
        print(f"{named(key)}: removed")
    if report.changed:
        print(
            f"nodes: {report.nodes_created} new, {report.nodes_changed} changed, "
            f"{report.nodes_deleted} gone; relationships: {report.relationships_created} new, "
            f"{report.relationships_deleted} gone"
        )
        print(
            f"properties: {ledger.properties} written; {ledger.beside} values kept beside; "
            f"{ledger.names} names made for foreign terms; nothing lost"
        )
    print(f"generation {release.generation}")

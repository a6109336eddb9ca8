"""Commands that open an answer, and what sources disagree about: why, conflicts."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.app import LangOption, StoreOption, app, check_choice, check_language, say
from kg.complete import kinds, languages, names
from ontology import UserError

FORMATS = ("tree", "json", "mermaid", "turtle")


@app.command()
def why(
    about: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CLAIM | SUBJECT PREDICATE OBJECT]",
            help="A claim's id, or a fact in three parts; else the last answer.",
            autocompletion=names,
        ),
    ] = None,
    store: StoreOption = None,
    sources: Annotated[
        str | None,
        typer.Option(
            "--sources",
            metavar="DIR",
            help="A folder with the texts of the sources: shows passages. Else KG_SOURCES.",
        ),
    ] = None,
    row: Annotated[
        int | None, typer.Option("--row", metavar="N", help="Only this row of the last answer.")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", help="en or es; else en, or the last answer's.", autocompletion=languages
        ),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", help="tree, json, mermaid or turtle (PROV-O).")
    ] = "tree",
    json_: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Open a claim, a fact or the last answer down to the sentences that it came from.

    SUBJECT and OBJECT are names or ids; PREDICATE is an id (siblingInLawOf), a label in English or
    Spanish, or either with hyphens. SUBJECT is Leader asks why somebody is of a class.

    'kg ask' keeps its last answer in your cache folder (last-answer.json); without arguments that is
    what is opened.

    Example: kg why "El Cuini" brother-in-law-of "El Mencho"
    """
    from kg.render import as_json
    from kg.session import Session
    from kg.why.asked import why_claim, why_fact
    from kg.why.last import kept_answer, why_last
    from kg.why.passages import add_passages, sources_in
    from kg.why.say import say as words
    from kg.why.show import shown

    format_ = "json" if json_ else format_
    check_choice("--format", format_, FORMATS)
    check_language(lang)
    if row is not None and about:
        raise UserError("--row is about the last answer; take it or the claim or fact away.")
    texts = sources_in(sources)
    with Session(store) as session:
        match about or []:
            case []:
                kept = kept_answer(session)
                lang = lang or kept["language"]
                found = why_last(session, kept, lang, row)
                say(words(lang, "last", question=kept["question"], file=found["kept_in"]))
            case [claim]:
                lang = lang or "en"
                found = why_claim(session, claim, lang)
            case [subject, predicate, object_]:
                lang = lang or "en"
                found = why_fact(session, subject, predicate, object_, lang)
            case _:
                raise UserError(
                    "kg why takes a claim's id, or a fact in three parts: SUBJECT PREDICATE OBJECT; "
                    "put names of several words into quotation marks."
                )
    if texts is not None:
        add_passages(found["claims"], texts)
    if format_ == "json":
        print(as_json(found, indent=2))
        return
    text, notes = shown(found, format_, lang)
    print(text)
    for note in notes:
        say(note)


@app.command()
def conflicts(
    entity: Annotated[
        str | None,
        typer.Argument(help="An id or a name; else everything.", autocompletion=names),
    ] = None,
    store: StoreOption = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", help="within, across or against-record.", autocompletion=kinds),
    ] = None,
    lang: LangOption = "en",
    json_: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Show what sources disagree about: both sides, which one stands, and why.

    within: in one source; across: between sources; against-record: a text against the tables.

    Example: kg conflicts "Rosa A."
    """
    from kg.conflicts import conflicts as found_conflicts
    from kg.render import as_json
    from kg.resolve import resolve
    from kg.session import Session
    from kg.why.disputes import counted, nodes
    from kg.why.say import say as words
    from kg.why.tree import drawn

    check_language(lang)
    check_choice("--kind", kind, kinds(""))
    with Session(store) as session:
        topic = resolve(session, entity) if entity is not None else None
        found = found_conflicts(session, topic, kind, lang)
        if json_:
            print(as_json(found, indent=2))
            return
        known = session.lexicon.entities.get(topic or "")
    if not found["disputes"]:
        named = known.called(lang) if known else topic
        about = words(lang, "about", name=named) if topic else ""
        say(words(lang, "none", about=about))
        return
    print(drawn(nodes(found, lang)))
    say(counted(found, lang))

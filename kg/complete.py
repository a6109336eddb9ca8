"""What the shell offers when Tab is pressed: queries, their parameters, names, ids.

Nothing is built, asked or said here: where there is no store yet, nothing is offered.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from queries.header import Parameter

MOST = 60  # of the names that begin as what is typed
_SECONDS = 3.0  # a server may take to answer
LANGUAGES = ("en", "es")  # of answers
_FORMATS = ("table", "json", "csv", "tsv", "md")
_SHELL_MARKS = re.compile(r"([^\w/.,:@%+=-])")

Offer = list[tuple[str, str]]
"""Words, each with what a shell shows beside it."""


def formats(incomplete: str) -> list[str]:
    """The formats of rows."""
    return [f for f in _FORMATS if f.startswith(incomplete)]


def languages(incomplete: str) -> list[str]:
    """The languages of answers."""
    return [lang for lang in LANGUAGES if lang.startswith(incomplete)]


def kinds(incomplete: str) -> list[str]:
    """The kinds of disputes."""
    from kg.conflicts import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete)]


def statuses(incomplete: str) -> list[str]:
    """The statuses that draw facts, the weakest first."""
    from ontology import ontology

    model = ontology()
    found = [s for s in model.statuses if s not in model.silent_statuses]
    return [s for s in sorted(found, key=model.statuses.__getitem__) if s.startswith(incomplete)]


def themes(incomplete: str) -> list[str]:
    """The themes of queries."""
    from queries import catalogue

    found = {q.theme for q in catalogue().queries.values()}
    return sorted(t for t in found if t.startswith(incomplete))


def query_names(incomplete: str) -> Offer:
    """The queries by name, with their titles."""
    from queries import catalogue

    found = catalogue().queries.values()
    return [(q.name, q.title["en"]) for q in found if q.name.startswith(incomplete)]


def parameters(ctx: typer.Context, incomplete: str) -> Offer:
    """``KEY=`` for the parameters that are not given yet, and after the sign their values."""
    from queries import catalogue

    query = catalogue().queries.get(str(ctx.params.get("name")))
    if query is None:
        return []
    given = [str(p) for p in ctx.params.get("parameters") or ()]
    # bash takes an equals sign for a word, and wants what comes after it alone
    if given and not incomplete and bash_word() == "=":
        key, typed, head = given[-1], "", ""
    elif len(given) > 1 and given[-1] == "=":
        key, typed, head = given[-2], incomplete, ""
    else:
        key, sign, typed = incomplete.partition("=")
        head = key + sign
        if not sign:
            known = {g.partition("=")[0] for g in given}
            fitting = [p for p in query.parameters if p.name.startswith(key)]
            return [(f"{p.name}=", p.about or p.type) for p in fitting if p.name not in known]
    parameter = next((p for p in query.parameters if p.name == key), None)
    offered = _values(ctx, parameter, typed) if parameter else []
    return [(head + value, about) for value, about in offered]


def _values(ctx: typer.Context, parameter: Parameter, typed: str) -> Offer:
    from queries.header import SIMPLE_TYPES

    kind = parameter.kind
    if kind == "boolean":
        return [(v, "") for v in ("true", "false") if v.startswith(typed)]
    return [] if kind in SIMPLE_TYPES else _named(ctx, typed, kind)


def names(ctx: typer.Context, incomplete: str) -> Offer:
    """The names and ids of entities that begin so."""
    return _named(ctx, incomplete, "Entity")


def _named(ctx: typer.Context, typed: str, kind: str) -> Offer:
    found: Offer = []
    with suppress(Exception):  # Tab is no place for an error
        from kg.session import Session

        with Session(ctx.params.get("store"), _SECONDS) as session:
            if session.is_ready():
                from kg.resolve import beginning

                found = beginning(session.lexicon, typed, kind)[:MOST]
    return found


def documents(ctx: typer.Context, incomplete: str) -> Offer:
    """The documents of a store, by name."""
    found: Offer = []
    with suppress(Exception):
        from kg.session import Session

        with Session(ctx.params.get("store"), _SECONDS) as session:
            release = session.store.release() if session.is_ready() else None
            found = [(d.name, d.key) for d in (release.documents if release else ())]
    return [(name, key) for name, key in found if name.startswith(incomplete)]


def terms(incomplete: str) -> Offer:
    """The names of the schema."""
    from ontology import ontology

    found = [(t.graph_name, t.labels.get("en", "")) for t in ontology().terms.values()]
    return sorted({f for f in found if f[0].lower().startswith(incomplete.lower())})


def bash_word() -> str:
    """The word that bash completes, as it was typed; empty in another shell."""
    words = os.environ.get("COMP_WORDS", "").split("\n")
    at = os.environ.get("COMP_CWORD", "")
    return words[int(at)] if at.isdecimal() and int(at) < len(words) else ""


def quote_for_bash() -> None:
    """Has what is offered to bash quoted: it puts words on the line as they are, other shells not."""
    from click.shell_completion import CompletionItem, add_completion_class, get_completion_class

    plain: Any = get_completion_class("bash")

    class Bash(plain):  # type: ignore[misc]
        def format_completion(self, item: CompletionItem) -> str:
            text = str(super().format_completion(item))
            return text if bash_word()[:1] in ("'", '"') else _SHELL_MARKS.sub(r"\\\1", text)

    add_completion_class(Bash, "bash")

"""The command that shows what can be asked for: labels, relationships, properties, statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from kg.app import CsvSafeOption, FormatOption, LangOption, app, check_language, checked_format
from kg.complete import terms
from ontology import NotFound

if TYPE_CHECKING:
    from ontology import Ontology, Term

KINDS = ("labels", "relationships", "properties", "statuses")
_COLUMNS = ["kind", "name", "from", "to", "called", "meaning"]


@app.command()
def schema(
    about: Annotated[
        Optional[str],  # noqa: UP045 - Typer evaluates it
        typer.Argument(
            metavar="[NAME]",
            help=f"{', '.join(KINDS)}, or one of their names: then that, and what it may have.",
            autocompletion=terms,
        ),
    ] = None,
    lang: LangOption = "en",
    format_: FormatOption = "table",
    csv_safe: CsvSafeOption = False,
) -> None:
    """Show the labels, relationships and properties, with meaning.

    Example: kg schema Person
    """
    from kg.render import rows_as
    from ontology import ontology

    format_ = checked_format(format_, csv_safe)
    check_language(lang)
    model = ontology()
    rows = schema_rows(model, lang)
    if about is not None:
        rows = _chosen(model, rows, about)
    print(rows_as(format_, _COLUMNS, rows))


def schema_rows(model: Ontology, lang: str) -> list[dict[str, Any]]:
    """A row for each label, relationship type, property and status, by kind and name."""
    kinds = {"class": "label", "object": "relationship", "datatype": "property"}
    order = list(kinds.values())
    rows = [_row(model, kinds[t.kind], t, lang) for t in model.terms.values() if t.kind in kinds]
    rows.sort(key=lambda row: (order.index(row["kind"]), row["name"]))
    for status, firmness in sorted(model.statuses.items(), key=lambda item: (item[1], item[0])):
        called = model.status_labels.get(status, {}).get(lang, "")
        silent = status in model.silent_statuses
        meaning = "a claim that draws no fact" if silent else f"firmness {firmness}"
        rows.append(dict(zip(_COLUMNS, ["status", status, "", "", called, meaning], strict=True)))
    return rows


def _row(model: Ontology, kind: str, term: Term, lang: str) -> dict[str, Any]:
    if kind == "label":
        ends = ("", ", ".join(_name(model, p) for p in term.parents))
    elif kind == "relationship":
        ends = (_name(model, term.domain), _name(model, term.range))
    else:
        ends = (_name(model, term.domain), f"{term.column_type}{'[]' if term.multiple else ''}")
    meaning = term.comments.get(lang) or term.comments.get("en", "")
    called = term.labels.get(lang, "")
    return dict(zip(_COLUMNS, [kind, term.graph_name, *ends, called, meaning], strict=True))


def _name(model: Ontology, iri: str | None) -> str:
    if iri is None:
        return ""
    term = model.terms.get(iri)
    return term.graph_name if term else shortened(iri)


def shortened(iri: str) -> str:
    """A term of another vocabulary with its usual prefix."""
    from graph.vocabulary import MORE_PREFIXES, PREFIXES

    for prefix, space in {**PREFIXES, **MORE_PREFIXES}.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def _chosen(model: Ontology, rows: list[dict[str, Any]], about: str) -> list[dict[str, Any]]:
    wanted = about.casefold()
    singular = {"labels": "label", "relationships": "relationship", "properties": "property"}
    kind = {**singular, "statuses": "status"}.get(wanted)
    if kind:
        return [row for row in rows if row["kind"] == kind]
    named = [row for row in rows if wanted in (row["name"].casefold(), row["called"].casefold())]
    if not named:
        import difflib

        names = {row["name"].casefold(): row["name"] for row in rows}
        near = [names[n] for n in difflib.get_close_matches(wanted, names, 3)]
        hint = f"did you mean {', '.join(near)}?" if near else "'kg schema' lists all."
        raise NotFound(f"The schema has no '{about}'; {hint}")
    around: set[str] = set()
    for row in named:
        term = model.by_label.get(row["name"]) if row["kind"] == "label" else None
        if term is not None:
            lines = {term.iri, *model.ancestors(term.iri)}
            around |= {_name(model, iri) for iri in lines}
    return [
        r for r in rows if r in named or (r["kind"] != "label" and {r["from"], r["to"]} & around)
    ]

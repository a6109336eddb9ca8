"""In which part of a dossier a row stands, and which rows say no more than others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ontology import Term, ontology
from queries.ask.wording import label

if TYPE_CHECKING:
    from kg.session import Session

SECTIONS = ("names", "kin", "organizations", "events", "statements", "ties")
_NAMES = frozenset(("alias", "name", "name_es", "names", "hidden_label"))
_ABOUT = frozenset(("description", "role", "rank_text", "note", "quantity"))
# By the classes of what a row leads to, the first that fits.
_BY_CLASS = {
    "statements": frozenset(("Communication", "PolicyMeasure", "Report")),
    "events": frozenset(("Event", "Designation", "Sanction")),
    "organizations": frozenset(("Organization", "Office", "Tenure", "Administration", "Group")),
}
TURNED = "^"


def section_of(session: Session, row: dict[str, Any]) -> str:
    """The section of a row of a person's dossier."""
    name = row["predicate"].removeprefix(TURNED)
    if name in _NAMES:
        return "names"
    if name in _ABOUT:
        return "statements"
    term = _term(row)
    if term is not None and (term.kinship or name == "RELATED_TO"):
        return "kin"
    classes = session.lexicon.labels_of(row["object_id"] or "")
    return next((s for s, wanted in _BY_CLASS.items() if classes & wanted), "ties")


def relation(row: dict[str, Any], language: str) -> str:
    """The relation in words; an arrow turns round what is said of something else."""
    if row["predicate"].startswith(TURNED):
        return f"← {label(row['predicate'][1:], language)}"
    return label(row["predicate"], language)


def telling(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows without those by rule that another row implies: *parent of* where it is *father of*."""
    implied = {(*_end(row), above) for row in rows for above in _above(row)}
    return [
        row
        for row in rows
        if not row["inferred"] or (*_end(row), row["predicate"].removeprefix(TURNED)) not in implied
    ]


def _end(row: dict[str, Any]) -> tuple[Any, ...]:
    other = row["object_id"] or row["object"]
    return row["predicate"].startswith(TURNED), other, row["valid"]


def _above(row: dict[str, Any]) -> set[str]:
    """The relations that a row's is a kind of, by their names in the graph."""
    term, model = _term(row), ontology()
    if term is None:
        return set()
    above = model.ancestors(term.iri) - {term.iri}
    return {model.terms[iri].graph_name for iri in above if iri in model.terms}


def _term(row: dict[str, Any]) -> Term | None:
    return ontology().by_type.get(row["predicate"].removeprefix(TURNED))

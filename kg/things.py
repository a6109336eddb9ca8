"""What the graph has by an id: entities, and sources with their claims; one error for what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.statements import statement
from ontology import NotFound

if TYPE_CHECKING:
    from kg.session import Session


def entity_head(session: Session, identifier: str, said: str | None = None) -> dict[str, Any]:
    """Name, names and labels of an entity; NotFound, by what was ``said``, where there is none."""
    return _one(session, "entity", statement("entity"), identifier, said)


def called(session: Session, identifier: Any, name: Any, language: str) -> str:
    """What a thing is called in a language; the given name where none is known in it."""
    known = session.lexicon.entities.get(str(identifier)) if identifier else None
    return known.called(language) if known else str(name if name is not None else identifier)


def source_head(session: Session, identifier: str, said: str | None = None) -> dict[str, Any]:
    """What a source is and where it is to be read; NotFound as for an entity."""
    return _one(session, "source", statement("source"), identifier, said)


def claims_of_source(session: Session, identifier: str) -> list[str]:
    """The ids of a source's claims, sorted."""
    found = session.store.read(statement("claims_of_source"), {"id": identifier}).records
    return sorted(row["id"] for row in found)


def sources_by_claims(session: Session) -> list[dict[str, Any]]:
    """All sources, those with the most claims first."""
    rows = session.store.read(statement("sources")).records
    return sorted(rows, key=lambda r: (-r["claims"], r["source"]))


def _one(
    session: Session, kind: str, text: str, identifier: str, said: str | None
) -> dict[str, Any]:
    records = session.store.read(text, {"id": identifier}).records
    if not records:
        raise NotFound(f"The graph has no {kind} '{said or identifier}'.")
    return records[0]

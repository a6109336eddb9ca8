"""All that the graph says of one entity, from both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.statements import statement
from ontology import ontology

if TYPE_CHECKING:
    from kg.session import Session

COLUMNS = ["predicate", "object", "object_id", "valid", "status", "rank", "inferred", "claims"]


def rows(session: Session, identifier: str) -> list[dict[str, Any]]:
    """What is said of an entity; ``^`` before a predicate says that the other thing is its subject.

    A claim that draws no fact has a row of its own with its status and rank; so has each value.
    """
    from graph.loading import told

    read = session.store.read
    given = {"id": identifier}
    outgoing = read(statement("facts"), given).records
    found = [
        *read(statement("values"), given).records,
        *outgoing,
        *_only_incoming(read(statement("incoming"), given).records, outgoing),
        *read(statement("undrawn"), given).records,
    ]
    nothing: dict[str, Any] = {"valid": None, "status": None, "inferred": False, "claims": []}
    found += [one._asdict() | nothing for one in told(session.store, identifier)]
    whole = [{"rank": None} | row for row in found]
    return sorted(whole, key=_order)


def _order(row: dict[str, Any]) -> tuple[Any, ...]:
    """Of all that a row has, so that no engine's order shows."""
    said = str(row["object"]), str(row["valid"]), str(row["status"])
    return row["predicate"], *said, row["claims"]


def _only_incoming(
    incoming: list[dict[str, Any]], outgoing: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The relationships to an entity that none from it says the other way round."""
    said = {(row["predicate"], row["object_id"]) for row in outgoing}
    return [
        row | {"predicate": "^" + row["predicate"]}
        for row in incoming
        if (_turned(row["predicate"]), row["object_id"]) not in said
    ]


def _turned(predicate: str) -> str | None:
    """The predicate that says the same from the other end."""
    model = ontology()
    term = model.by_type.get(predicate)
    if term is None:
        return None
    if term.symmetric:
        return predicate
    inverse = model.terms.get(term.inverse or "")
    return inverse.graph_name if inverse else None

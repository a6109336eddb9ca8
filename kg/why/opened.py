"""The facts behind the rows of an answer, for a picture of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.why.gather import Gatherer
from kg.why.last import to_be_kept, why_last

if TYPE_CHECKING:
    from kg.session import Session

MOST_OPENED = 60  # rows whose facts are looked for
MOST_EVIDENCE = 150  # claims on a page


def opened_rows(session: Session, part: dict[str, Any]) -> dict[str, Any]:
    """The facts behind the rows, where they are not too many, and the claims."""
    if len(part["rows"]) <= MOST_OPENED:
        kept = to_be_kept(part, session.store.url)
        return why_last(session, kept, part["language"], None)
    gatherer = Gatherer(session, part["language"])
    return gatherer.explanation([], asked=list(part["evidence"])[:MOST_EVIDENCE])


def told_facts(opened: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The facts that the rows themselves say; those that claims say where no fact does."""
    rows = opened.get("rows", [])
    found = {name: opened["facts"][name] for row in rows for name in row["facts"]}
    for claim in (c for row in rows for c in row["claims"]):
        said = opened["claims"].get(claim)
        if said and said["drawn"] and said["object"] and isinstance(said["predicate"], str):
            key = f"{said['subject']['id']} {said['predicate']} {said['object']['id']}"
            as_fact = {**said, "inferred": False, "statuses": [said["status"]]}
            found.setdefault(key, as_fact)
    return found


def facts_behind(session: Session, response: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The facts that the rows of an answer say, of all its parts."""
    found: dict[str, dict[str, Any]] = {}
    for part in response.get("parts") or [response]:
        if part["rows"]:
            found |= told_facts(opened_rows(session, part))
    return found

"""A search as a command or a program asks for it: by names, in a store, in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.connections.find import paths
from kg.resolve import resolve
from ontology import UserError

if TYPE_CHECKING:
    from kg.connections.ties import Fetch
    from kg.session import Session

K, LONGEST, MOST_STEPS, MOST_PATHS = 3, 6, 8, 50


def connections(
    session: Session,
    first: str,
    second: str,
    *,
    k: int = K,
    longest: int = LONGEST,
    weakest: str | None = None,
    language: str = "en",
    sparql: bool = False,
) -> dict[str, Any]:
    """The best paths between two things given by ids or names; with ``sparql`` by the twins.

    Raises NotFound for a name that is unknown, UserError for one that several bear, or for the
    same thing twice.
    """
    if not 1 <= k <= MOST_PATHS:
        raise UserError(f"k is {k}; ask for 1 to {MOST_PATHS} paths.")
    if not 1 <= longest <= MOST_STEPS:
        raise UserError(f"The greatest length is {longest}; choose 1 to {MOST_STEPS} steps.")
    ends = resolve(session, first), resolve(session, second)
    if ends[0] == ends[1]:
        raise UserError(
            f"'{first}' and '{second}' are the same ({ends[0]}); name two different things."
        )
    fetch = _sparql(session) if sparql else _cypher(session)
    found = paths(fetch, ends, k, longest, weakest=weakest)
    return {**_named(session, found, language), "view": session.view.said if session.view else {}}


def _cypher(session: Session) -> Fetch:
    from queries import bind, run_cypher

    def fetch(name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
        query = session.catalogue.get(name)
        return run_cypher(query, bind(query, given), session.store).rows

    return fetch


def _sparql(session: Session) -> Fetch:
    from queries import bind, run_sparql

    def fetch(name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
        query = session.catalogue.get(name)
        return run_sparql(query, bind(query, given), session.dataset).rows

    return fetch


def _named(session: Session, found: Any, language: str) -> Any:
    """The same with the names that things have in a language."""
    if isinstance(found, list):
        return [_named(session, one, language) for one in found]
    if not isinstance(found, dict):
        return found
    if found.keys() == {"id", "name"}:
        known = session.lexicon.entities.get(found["id"])
        return {"id": found["id"], "name": known.called(language) if known else found["name"]}
    return {name: _named(session, one, language) for name, one in found.items()}

"""A search as a command or a program asks for it: by names, in a store, in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.connections.find import paths
from kg.connections.limits import MOST_PATHS, MOST_STEPS, PATHS, STEPS
from kg.resolve import resolve
from kg.things import called
from ontology import UserError

if TYPE_CHECKING:
    from kg.connections.ties import Fetch
    from kg.session import Session


def connections(
    session: Session,
    first: str,
    second: str,
    *,
    k: int = PATHS,
    longest: int = STEPS,
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
    found = paths(_fetch(session, sparql), ends, k, longest, weakest=weakest)
    return {**_named(session, found, language), "view": session.view.said if session.view else {}}


def _fetch(session: Session, sparql: bool) -> Fetch:
    from queries import bind, run_cypher, run_sparql

    def fetch(name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
        query = session.catalogue.get(name)
        bound = bind(query, given)
        if sparql:
            return run_sparql(query, bound, session.dataset).rows
        return run_cypher(query, bound, session.store).rows

    return fetch


def _named(session: Session, found: Any, language: str) -> Any:
    """The same with the names that things have in a language."""
    if isinstance(found, list):
        return [_named(session, one, language) for one in found]
    if not isinstance(found, dict):
        return found
    if found.keys() == {"id", "name"}:
        return {**found, "name": called(session, found["id"], found["name"], language)}
    return {name: _named(session, one, language) for name, one in found.items()}

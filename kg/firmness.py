"""Only what is at least as firm as a status: rows of queries, and questions over such rows alone.

A row is as firm as the weakest of its own statuses, and one that shows none as the weakest of its
claims; what rests on no claim (a thing by its class) stays.  So nothing that rests on an allegation
is left among what is charged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.session import Session
from kg.statements import statement
from ontology import ontology
from queries.ask.relations import ALL_STATUSES, statuses_of

if TYPE_CHECKING:
    from graph.claims import View
    from graph.stores import Store
    from queries.ask import Asker
    from queries.ask.relations import Fetch

Rows = list[dict[str, Any]]


def at_least(store: Store, rows: Rows, least: str) -> Rows:
    """The rows that are at least as firm as a status."""
    order = ontology().statuses
    silent = {c for row in rows if not statuses_of(row, ALL_STATUSES) for c in row["claims"]}
    given = {"ids": sorted(silent)}
    found = store.read(statement("statuses"), given).records if silent else []
    known = {row["id"]: row["status"] for row in found}

    def firmness(row: dict[str, Any]) -> int:
        statuses = statuses_of(row, ALL_STATUSES) or [known.get(c, "") for c in row["claims"]]
        return min((order.get(s, -1) for s in statuses), default=order[least])

    return [row for row in rows if firmness(row) >= order[least]]


def statuses_behind(claims: Iterable[str], evidence: Mapping[str, Any]) -> list[str]:
    """How firmly the claims behind a row are put, the weakest first; ``evidence`` has claims by id."""
    order = ontology().statuses
    found = {str(evidence[c]["status"]) for c in claims if c in evidence}
    return sorted(found, key=lambda s: (order.get(s, -1), s))


class FirmSession(Session):
    """A session in which questions see nothing weaker than a status."""

    def __init__(
        self, url: str | None, timeout: float | None, least: str, view: View | None = None
    ) -> None:
        super().__init__(url, timeout, view)
        self.least = least

    def asker_by(self, fetch: Fetch) -> Asker:
        """Somebody who answers by the rows that are firm enough."""
        least = self.least or ""
        return super().asker_by(lambda q, given: at_least(self.store, fetch(q, given), least))


def session_of(
    url: str | None, timeout: float | None, least: str | None, view: View | None = None
) -> Session:
    """A session that answers by all rows, or by those that are at least as firm as a status."""
    if least is None:
        return Session(url, timeout, view)
    return FirmSession(url, timeout, least, view)

"""What can go wrong, once for all rooms.

Errors of lower layers (CSV, SPARQL engines, drivers) are translated at the border where they
arise; nothing above ever sees a foreign exception.  The exit status belongs to the kind of error:
2 for what the user can mend, 1 for what failed.
"""

from __future__ import annotations


class ExpedienteError(Exception):
    """One sentence: the place, what is wrong, what to do."""

    exit_status = 1


class UserError(ExpedienteError):
    """The user's mistake: a bad address, name, parameter, sheet or query."""

    exit_status = 2


class SheetError(UserError):
    """One or more bad cells; nothing has been loaded."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class ReadError(UserError):
    """An RDF file that cannot be read; nothing has been loaded.

    ``line`` and ``column`` count from 1, in characters; None where the whole file is meant.
    """

    def __init__(
        self, name: str, what: str, remedy: str, place: tuple[int, int] | None = None
    ) -> None:
        self.name = name
        self.line: int | None = place[0] if place else None
        self.column: int | None = place[1] if place else None
        where = f"{name}, line {self.line}, column {self.column}" if place else name
        super().__init__(f"{where}: {what}; {remedy}.")


class QueryError(UserError):
    """A query that cannot be read or run as it stands."""


class WriteRefused(QueryError):
    """An ad hoc query tried to write."""


class NotFound(UserError):
    """An id, name or query that the graph does not hold."""


class StoreError(ExpedienteError):
    """The store cannot be reached, opened or written."""


class OtherVersion(StoreError):
    """Another version of Expediente wrote the store; ``newer`` says that it knows more than this."""

    def __init__(self, message: str, *, newer: bool) -> None:
        self.newer = newer
        super().__init__(message)


class StoreBusy(StoreError):
    """Another load is at work in the store, or came first."""


class StoreAddressError(UserError):
    """The store's address or credentials are wrong."""


class ForeignDatabase(UserError):
    """The database holds something that Expediente did not put there."""


class TimeLimit(ExpedienteError):
    """A query was stopped because it took longer than it may."""


class OntologyError(ExpedienteError):
    """The ontology itself is broken: a packaging fault, not the user's."""

"""The driver's errors as ours: one sentence that names the place and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology import (
    ExpedienteError,
    QueryError,
    StoreAddressError,
    StoreError,
    TimeLimit,
    WriteRefused,
)

if TYPE_CHECKING:
    from graph.stores.address import Address


class OutOfTransactionMemory(StoreError):
    """The server refused a transaction for its size; nothing of it was written."""


def out_of_memory(error: BaseException) -> bool:
    """Whether the server refused for memory: trying the same again is of no use."""
    return "OutOfMemory" in str(getattr(error, "code", "") or "")


def translate(error: Exception, address: Address) -> ExpedienteError:
    """Our error for one of the driver's."""
    from neo4j import exceptions as e

    code = str(getattr(error, "code", "") or "")
    text = str(getattr(error, "message", None) or error).split("\n")[0].rstrip(". ")
    if isinstance(error, e.AuthError) or code.endswith("AuthenticationRateLimit"):
        remedy = "set KG_USER and KG_PASSWORD"
        return StoreAddressError(f"{address.url} refuses the user or the password; {remedy}.")
    if code.endswith("DatabaseNotFound"):
        return StoreAddressError(
            f"{address.url} has no database '{address.database}'; correct KG_DATABASE."
        )
    if isinstance(error, e.ServiceUnavailable | e.SessionExpired | e.ConfigurationError | OSError):
        return StoreError(f"{address.url} does not answer; start the server or correct --store.")
    if "AccessMode" in code or code.endswith("Security.Forbidden"):
        return WriteRefused("The query writes; only reading is allowed here: take the writing out.")
    if "TransactionTimedOut" in code:
        return TimeLimit("The query took longer than it may; narrow it or raise --timeout.")
    if out_of_memory(error):
        return OutOfTransactionMemory(
            f"{address.url} ran out of transaction memory; do it in parts, or raise "
            "dbms.memory.transaction.total.max."
        )
    if isinstance(error, e.ConstraintError):
        return StoreError(f"{address.url}: {text}; the graph is as it was.")
    if isinstance(error, e.TransientError):
        return StoreError(f"{address.url}: {text}; it was tried again in vain, try later.")
    if isinstance(error, e.ClientError):
        return QueryError(f"Cypher: {text}; correct the query.")
    return StoreError(f"{address.url}: {text}.")

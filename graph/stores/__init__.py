"""Where the graph lives: one protocol, an adapter for each engine.

``open_store`` is the door; nothing outside this folder imports an engine or a driver.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.stores.address import Address, parse_address
from graph.stores.base import KNOWLEDGE, Document, LoadReport, Record, Release, Rows, Store

if TYPE_CHECKING:
    from graph.stores.cypher_text import Token, tokens
    from graph.stores.neo4j.local import RELEASES, LocalNeo4j, LocalNeo4jError, PortTakenError
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "cypher_text": "Token tokens",
            "neo4j.local": "RELEASES LocalNeo4j LocalNeo4jError PortTakenError",
        },
    )

__all__ = [
    "KNOWLEDGE",
    "RELEASES",
    "Address",
    "Document",
    "LoadReport",
    "LocalNeo4j",
    "LocalNeo4jError",
    "PortTakenError",
    "Record",
    "Release",
    "Rows",
    "Store",
    "Token",
    "engine_version",
    "open_store",
    "parse_address",
    "tokens",
]


def open_store(address: Address, timeout: float | None = None) -> Store:
    """Opens a store; engines are imported only when they are wanted.

    ``timeout`` limits each read, in seconds.  Raises StoreError or StoreAddressError.
    """
    if address.embedded:
        from graph.stores.embedded.store import EmbeddedStore

        return EmbeddedStore(address.path, timeout=timeout)
    from graph.stores.neo4j.store import Neo4jStore

    return Neo4jStore(address, timeout=timeout)


def engine_version() -> str:
    """The embedded engine's version; StoreError where it does not run."""
    from graph.stores.embedded import engine

    return engine.engine_version()

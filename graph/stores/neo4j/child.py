"""The process in which a query of unknown cost waits for a server.

The driver waits as long as its server takes; a process can be ended, and its connection with it.
"""

from __future__ import annotations

from typing import Any

from graph.child import limit_time
from graph.stores.ad_hoc import answer
from graph.stores.address import Address
from graph.stores.base import Rows
from graph.stores.neo4j.store import Neo4jStore

SERVER_SECONDS = 2.0  # that a server may be late with its own time limit


def rows(task: dict[str, Any]) -> Rows:
    """``task`` has the ``address``, a ``mark`` for the transaction, the query and its limits."""
    address = Address(**{**task["address"], "path": None})
    store = Neo4jStore(address, task["seconds"], {"expediente": task["mark"]})
    try:
        store.bolt.connect()
        limit_time(task["seconds"], grace=SERVER_SECONDS)
        return store.read(task["cypher"], task["parameters"], limit=task["limit"])
    finally:
        store.close()


if __name__ == "__main__":
    answer(rows)

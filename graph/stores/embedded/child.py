"""The process in which a query of unknown cost runs over a snapshot.

The engine cannot be interrupted inside an expression, a process can.
"""

from __future__ import annotations

from typing import Any

from graph.child import limit_time
from graph.stores.ad_hoc import answer
from graph.stores.base import Rows
from graph.stores.embedded.engine import acquire, rows_of, translated


def rows(task: dict[str, Any]) -> Rows:
    """``task`` has the database's ``path``, the ``store`` for messages, the query and its limits."""
    with translated(task["store"]):
        database = acquire(task["path"], task["seconds"])
        limit_time(task["seconds"], grace=0.0)  # from here on, however long the start took
        return rows_of(database, task["cypher"], task["parameters"], task["limit"])


if __name__ == "__main__":
    answer(rows)

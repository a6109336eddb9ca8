"""Why a local Neo4j cannot be had."""

from __future__ import annotations

from ontology import StoreError


class LocalNeo4jError(StoreError):
    """A local Neo4j can't be had: one sentence says why, log lines may follow it."""


class PortTakenError(LocalNeo4jError):
    """Another program listens where this server was to listen."""


def tail(text: str, lines: int, only: str = "") -> str:
    """The last lines (those with `only` where there are any), indented."""
    rows = [row for row in text.splitlines() if row.strip()]
    chosen = [row for row in rows if only in row] or rows
    return "\n".join(f"  {row}" for row in chosen[-lines:]) or "  (nothing)"

"""How much one reply holds: an assistant reads all that it is given, and pays for it."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from kg.render import as_json

MOST_NAME = 500
MOST_ROWS = 200
FEW_ROWS = 50  # where nothing is wished
MOST_CLAIMS = 100
MOST_TEXT = 60_000  # characters of a reply
MOST_CELL = 2_000
_MORE = "…"


def size(value: Any) -> int:
    """Characters of a value as JSON."""
    return len(as_json(value))


def clipped(value: Any) -> Any:
    """A value without endless texts: documents of others may hold any."""
    if isinstance(value, dict):
        return {k: clipped(v) for k, v in value.items()}
    if isinstance(value, list):
        return [clipped(v) for v in value]
    if isinstance(value, str) and len(value) > MOST_CELL:
        return value[: MOST_CELL - 1] + _MORE
    return value


def fitting_rows(
    rows: list[dict[str, Any]], evidence: dict[str, Any], limit: int
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """As many rows, and of their claims, as fit into a reply."""
    shown = clipped(rows[:limit])
    while True:
        claims = clipped({c: evidence[c] for c in _first_of_each(shown) if c in evidence})
        if size(shown) + size(claims) <= MOST_TEXT:
            return shown, claims
        if len(shown) > 1:
            shown = shown[: len(shown) // 2]
        elif shown and shown[0]["claims"]:
            shown = [shown[0] | {"claims": shown[0]["claims"][: len(shown[0]["claims"]) // 2]}]
        else:
            return [], {}


def _first_of_each(rows: list[dict[str, Any]]) -> list[str]:
    """The claims of rows, the first of each row before the second of any, as many as fit."""
    ranked = [(n, c) for row in rows for n, c in enumerate(row["claims"])]
    return list(dict.fromkeys(c for _, c in sorted(ranked, key=itemgetter(0))))[:MOST_CLAIMS]


def fitting(items: Iterable[Any], room: int = MOST_TEXT) -> list[Any]:
    """The first of some things, as many as fit."""
    found: list[Any] = []
    for item in map(clipped, items):
        room -= size(item)
        if room < 0:
            break
        found.append(item)
    return found


def fitting_items(items: dict[str, Any], room: int = MOST_TEXT) -> dict[str, Any]:
    """The first entries of a map, as many as fit."""
    return dict(fitting(([k, v] for k, v in items.items()), room))

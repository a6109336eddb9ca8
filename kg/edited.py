"""Whether what rows speak of is as it was loaded: a server may be edited by others.

``kg doctor`` reads a whole store; here only the things and claims of an answer are looked at, so
that nobody is shown a verdict that no claim has given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.stores import Store

MOST = 1_000  # ids that are looked at: more would be felt
SHOWN = 3


def edited_in(store: Store, rows: Iterable[Mapping[str, Any]]) -> str | None:
    """Some names of what the rows speak of that others have edited; None where nothing is."""
    from graph.loading import edited

    if not store.shared:
        return None
    names = edited(store, sorted(_ids(rows))[:MOST])
    if not names:
        return None
    rest = f" (+{len(names) - SHOWN})" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + rest


def _ids(rows: Iterable[Mapping[str, Any]]) -> set[str]:
    found: set[str] = set()
    for row in rows:
        for name, value in row.items():
            if name.endswith("_id") or name == "claims":
                values = value if isinstance(value, list) else [value]
                found.update(v for v in values if isinstance(v, str))
    return found

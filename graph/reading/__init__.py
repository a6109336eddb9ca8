"""Files of RDF, read whole or refused by name and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.reading.inputs import find_inputs, fingerprint, key_of, links_not_followed
    from graph.reading.limits import Input, Limits
    from graph.reading.quads import read
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "inputs": "find_inputs fingerprint key_of links_not_followed",
            "limits": "Input Limits",
            "quads": "read",
        },
    )

__all__ = [
    "Input",
    "Limits",
    "find_inputs",
    "fingerprint",
    "key_of",
    "links_not_followed",
    "read",
]

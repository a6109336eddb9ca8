"""Claims to RDF to a property graph and back; the stores; inference; export.

The door: what one does with a graph.  A room's own door has more.

>>> import graph
>>> store = graph.open_store(graph.parse_address())                       # doctest: +SKIP
>>> graph.load(store, graph.read_documents(store, graph.find_inputs(["file.ttl"])))  # doctest: +SKIP
>>> graph.export.export(store, "turtle", None)                            # doctest: +SKIP
>>> graph.sparql.run(store, "ASK {}", timeout=30.0, limit=1000)           # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph import export, sparql
    from graph.claims import check
    from graph.loading import load, read_documents, unload
    from graph.proof import verify
    from graph.reading import find_inputs
    from graph.stores import open_store, parse_address
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "claims": "check",
            "loading": "load read_documents unload",
            "proof": "verify",
            "reading": "find_inputs",
            "stores": "open_store parse_address",
        },
        rooms=("export", "sparql"),
    )

__all__ = [
    "check",
    "export",
    "find_inputs",
    "load",
    "open_store",
    "parse_address",
    "read_documents",
    "sparql",
    "unload",
    "verify",
]

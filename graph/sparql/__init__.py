"""SPARQL over the same graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.sparql.copy import copy_damage, sparql_of
    from graph.sparql.query import CHOICES, ChoosesGraphs, SparqlResult, run
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "copy": "copy_damage sparql_of",
            "query": "CHOICES ChoosesGraphs SparqlResult run",
        },
    )

__all__ = [
    "CHOICES",
    "ChoosesGraphs",
    "SparqlResult",
    "copy_damage",
    "run",
    "sparql_of",
]

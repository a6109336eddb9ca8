"""What can be asked: query files, their twins and answers, and words turned into one of them."""

from __future__ import annotations

from queries.catalogue import Catalogue, catalogue
from queries.header import Column, Parameter, Query
from queries.run import Answer, bind, compare, run_cypher, run_sparql, sent

__all__ = [
    "Answer",
    "Catalogue",
    "Column",
    "Parameter",
    "Query",
    "bind",
    "catalogue",
    "compare",
    "run_cypher",
    "run_sparql",
    "sent",
]

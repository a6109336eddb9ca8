"""From claim sheets to RDF: dates, sheets, quads, inference, checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.claims.checks import DataRule, Finding, check, data_rules
    from graph.claims.dates import OPEN, DateError, interval, one_of
    from graph.claims.infer import dataset, derive, ontology_quads, sparql_store
    from graph.claims.rdf import Fact, asserted
    from graph.claims.sheets import (
        CLAIM_COLUMNS,
        ENTITY_COLUMNS,
        QUOTE_WORDS,
        SOURCE_COLUMNS,
        Claim,
        Entity,
        Sheets,
        Source,
        read_sheets,
    )
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "checks": "DataRule Finding check data_rules",
            "dates": "DateError OPEN interval one_of",
            "infer": "dataset derive ontology_quads sparql_store",
            "rdf": "Fact asserted",
            "sheets": "CLAIM_COLUMNS ENTITY_COLUMNS QUOTE_WORDS SOURCE_COLUMNS Claim Entity Sheets Source read_sheets",
        },
    )

__all__ = [
    "CLAIM_COLUMNS",
    "ENTITY_COLUMNS",
    "OPEN",
    "QUOTE_WORDS",
    "SOURCE_COLUMNS",
    "Claim",
    "DataRule",
    "DateError",
    "Entity",
    "Fact",
    "Finding",
    "Sheets",
    "Source",
    "asserted",
    "check",
    "data_rules",
    "dataset",
    "derive",
    "interval",
    "one_of",
    "ontology_quads",
    "read_sheets",
    "sparql_store",
]

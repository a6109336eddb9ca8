"""From claim sheets to RDF: dates, sheets, quads, inference, checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.claims.cells import spoiled
    from graph.claims.checks import Checked, DataRule, check, data_rules, examine
    from graph.claims.chosen import View, view
    from graph.claims.dates import OPEN, DateError, interval, one_of
    from graph.claims.infer import dataset, derive, ontology_quads, sparql_store
    from graph.claims.made import (
        RECORD,
        Made,
        MadeSheet,
        claim_digest,
        digest,
        hand_edits,
        read_made,
    )
    from graph.claims.mirrors import RESTATING
    from graph.claims.moments import Moment, moment
    from graph.claims.rdf import Fact, asserted
    from graph.claims.shapes import Finding
    from graph.claims.sheets import (
        CLAIM_COLUMNS,
        ENTITY_COLUMNS,
        QUOTE_WORDS,
        SOURCE_COLUMNS,
        SPAN,
        Claim,
        Entity,
        Sheets,
        Source,
        claim_files,
        read_sheets,
    )
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "cells": "spoiled",
            "checks": "Checked DataRule check data_rules examine",
            "dates": "DateError OPEN interval one_of",
            "infer": "dataset derive ontology_quads sparql_store",
            "made": "Made MadeSheet RECORD claim_digest digest hand_edits read_made",
            "mirrors": "RESTATING",
            "moments": "Moment moment",
            "rdf": "Fact asserted",
            "shapes": "Finding",
            "sheets": "CLAIM_COLUMNS ENTITY_COLUMNS QUOTE_WORDS SOURCE_COLUMNS SPAN Claim Entity Sheets Source claim_files read_sheets",
            "chosen": "View view",
        },
    )

__all__ = [
    "CLAIM_COLUMNS",
    "ENTITY_COLUMNS",
    "OPEN",
    "QUOTE_WORDS",
    "RECORD",
    "RESTATING",
    "SOURCE_COLUMNS",
    "SPAN",
    "Checked",
    "Claim",
    "DataRule",
    "DateError",
    "Entity",
    "Fact",
    "Finding",
    "Made",
    "MadeSheet",
    "Moment",
    "Sheets",
    "Source",
    "View",
    "asserted",
    "check",
    "claim_digest",
    "claim_files",
    "data_rules",
    "dataset",
    "derive",
    "digest",
    "examine",
    "hand_edits",
    "interval",
    "moment",
    "one_of",
    "ontology_quads",
    "read_made",
    "read_sheets",
    "sparql_store",
    "spoiled",
    "view",
]

"""What can be said: the ontology's terms and the names that people type."""

from __future__ import annotations

from pathlib import Path

from ontology.errors import (
    ExpedienteError,
    ForeignDatabase,
    NotFound,
    OntologyError,
    OtherVersion,
    QueryError,
    ReadError,
    SheetError,
    StoreAddressError,
    StoreBusy,
    StoreError,
    TimeLimit,
    UserError,
    WriteRefused,
)
from ontology.model import BASE, EDTF, FILES, GRAPH_DERIVED, KG, Ontology, Term, ontology

ROOM = Path(__file__).parent

__all__ = [
    "BASE",
    "EDTF",
    "FILES",
    "GRAPH_DERIVED",
    "KG",
    "ROOM",
    "ExpedienteError",
    "ForeignDatabase",
    "NotFound",
    "Ontology",
    "OntologyError",
    "OtherVersion",
    "QueryError",
    "ReadError",
    "SheetError",
    "StoreAddressError",
    "StoreBusy",
    "StoreError",
    "Term",
    "TimeLimit",
    "UserError",
    "WriteRefused",
    "ontology",
]

"""The errors of this package, for who calls it from Python; each is one sentence with a remedy.

``UserError`` and its kinds are what the caller can mend; all are ``ExpedienteError``.
"""

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

__all__ = [
    "ExpedienteError",
    "ForeignDatabase",
    "NotFound",
    "OntologyError",
    "OtherVersion",
    "QueryError",
    "ReadError",
    "SheetError",
    "StoreAddressError",
    "StoreBusy",
    "StoreError",
    "TimeLimit",
    "UserError",
    "WriteRefused",
]

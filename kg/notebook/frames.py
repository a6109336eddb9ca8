"""Rows as data frames of pandas or polars."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from graph.claims import DateError, interval
from ontology import UserError
from queries.header import DATED

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Columns = dict[str, list[Any]]


def pandas_frame(
    columns: list[str], rows: list[dict[str, Any]], kinds: dict[str, str]
) -> pd.DataFrame:
    """A data frame of pandas; days are ``datetime64[s]``, which has room for an open end."""
    try:
        import pandas as pd
    except ImportError as error:
        raise UserError(
            "to_pandas() needs pandas; install it with pip install 'expediente[notebook]'."
        ) from error
    days, texts = _columns(columns, rows, kinds)
    found = {c: pd.Series(v, dtype="object") for c, v in texts.items()}
    found |= {c: pd.Series(v, dtype="datetime64[s]") for c, v in days.items()}
    frame = pd.DataFrame({c: found[c] for c in _in_order(texts, days)}, index=range(len(rows)))
    listed = {c for c, values in texts.items() if any(isinstance(v, list) for v in values)}
    return frame.astype(
        {c: kind for c, kind in _simple(kinds).items() if c in texts and c not in listed}
    )


def _simple(kinds: dict[str, str]) -> dict[str, str]:
    """The types of pandas that know what is missing."""
    return {
        name: {"integer": "Int64", "number": "Float64", "boolean": "boolean"}[kind]
        for name, kind in kinds.items()
        if kind in ("integer", "number", "boolean")
    }


def polars_frame(
    columns: list[str], rows: list[dict[str, Any]], kinds: dict[str, str]
) -> pl.DataFrame:
    """A data frame of polars."""
    try:
        import polars as pl
    except ImportError as error:
        raise UserError("to_polars() needs polars; install it with pip install polars.") from error
    days, texts = _columns(columns, rows, kinds)
    found = {c: pl.Series(c, v, strict=False) for c, v in texts.items()}
    for name, values in days.items():
        as_dates = [date.fromisoformat(v) if v else None for v in values]
        found[name] = pl.Series(name, as_dates, dtype=pl.Date)
    return pl.DataFrame([found[c] for c in _in_order(texts, days)])


def _columns(
    columns: list[str], rows: list[dict[str, Any]], kinds: dict[str, str]
) -> tuple[Columns, Columns]:
    """The first and last days of what has a date, and all cells as they are."""
    wanted = [*columns, *(["claims"] if "claims" not in columns else [])]
    texts = {c: [row.get(c) for row in rows] for c in wanted}
    days: Columns = {}
    for name in columns:
        if _says_when(name, kinds.get(name)):
            both = [_days(value) for value in texts[name]]
            for side, ending in enumerate(("from", "to")):
                days[f"{name}_{ending}"] = [pair[side] for pair in both]
    return days, texts


def _says_when(name: str, kind: str | None) -> bool:
    """By its type, or by its name: some queries give dates as text, in EDTF too."""
    return kind in ("date", "interval") or name.rpartition("_")[2] in DATED


def _days(value: Any) -> tuple[str | None, str | None]:
    try:
        return interval(value) if isinstance(value, str) and value else (None, None)
    except DateError:  # a document of others may say anything
        return (None, None)


def _in_order(texts: Columns, days: Columns) -> list[str]:
    """The days of a column behind it; the claims last."""
    found: list[str] = []
    for name in texts:
        found += [name, *(d for d in (f"{name}_from", f"{name}_to") if d in days)]
    return found

"""Rows as tables with links: what templates show, whoever has made the rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.asking import named, shown_columns, title_of
from kg.firmness import statuses_behind
from kg.web.links import Links
from kg.web.words import words
from queries.ask.wording import phrase, value_text

if TYPE_CHECKING:
    from kg.session import Session

STATUS_COLUMNS = frozenset(("status", "statuses"))


@dataclass(frozen=True)
class Part:
    """A piece of a cell, maybe a link."""

    text: str
    href: str | None = None


@dataclass(frozen=True)
class Table:
    """Headings and rows of cells; a cell is a list of parts."""

    heads: list[str]
    rows: list[list[list[Part]]]


def cell(
    session: Session, row: dict[str, Any], column: str, language: str, links: Links
) -> list[Part]:
    """A cell for a reader, each entity in it with its page."""
    value, ids = row.get(column), row.get(f"{column}_id")
    if value in (None, []):
        return []
    if not isinstance(value, list):
        href = links.of(str(ids)) if ids else None
        return [Part(named(session, row, column, language), href)]
    whole = ids if isinstance(ids, list) and len(ids) == len(value) else [None] * len(value)
    return [
        part
        for one, identifier in zip(value, whole, strict=True)
        for part in cell(
            session, {column: one, f"{column}_id": identifier}, column, language, links
        )
    ]


def statuses(claims: Iterable[str], evidence: Mapping[str, Any], language: str) -> list[Part]:
    """How firmly the claims behind a row are put, the weakest first."""
    found = statuses_behind(claims, evidence)
    return [Part(value_text(s, "status", language)) for s in found]


def tells_status(columns: Collection[str]) -> bool:
    """Whether rows say by themselves how firm they are."""
    return bool(STATUS_COLUMNS.intersection(columns))


def answer_table(
    session: Session,
    part: dict[str, Any],
    links: Links,
    cited: Callable[[list[str]], list[Part]],
    most: int | None = None,
) -> Table | None:
    """An answer's rows, each with a status and what ``cited`` makes of its claims; the first ``most``."""
    language, columns = part["language"], shown_columns(part)
    if not columns:
        return None
    silent = not tells_status(columns)
    heads = [title_of(c, language) for c in columns]
    heads += [words(language)["status"]] if silent else []
    rows = []
    for row in part["rows"][:most]:
        cells = [cell(session, row, c, language, links) for c in columns]
        if silent:
            cells.append(statuses(row["claims"], part["evidence"], language))
        rows.append([*cells, cited(row["claims"])])
    return Table([*heads, phrase(language, "evidence").lower()], rows)

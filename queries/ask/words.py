"""Words, and the dates that people write with them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for number, name in enumerate(names.split(), 1)
} | {"setiembre": 9, "jan": 1, "feb": 2, "aug": 8, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_FILLERS = frozenset({"of", "de", "del", "the", "el", "on", "in", "en", "year", "ano", "dia"})
ARTICLES = frozenset({"the", "el", "la", "los", "las", "a", "al"})


@dataclass(frozen=True)
class Word:
    """A word as compared, and where it stands in the question."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    # Twice: decomposing may bring out capitals, as of a mathematical letter (Unicode 3.13, D146).
    decomposed = text
    for _ in range(2):
        decomposed = unicodedata.normalize("NFKD", decomposed.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(question: str) -> list[Word]:
    """The words of a question, without punctuation."""
    return [Word(fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(question)]


def folded(text: str) -> tuple[str, ...]:
    """The words of a name, as compared."""
    return tuple(w.text for w in words(text))


def read_date(parts: tuple[str, ...]) -> str | None:
    """An EDTF date out of words, in English or Spanish, or None.

    >>> read_date(("20", "de", "enero", "de", "2026"))
    '2026-01-20'
    >>> read_date(("may", "2025"))
    '2025-05'
    >>> read_date(("2025", "02", "30")) is None
    True
    """
    kept = [re.sub(r"^(\d{1,2})(st|nd|rd|th|o)$", r"\1", p) for p in parts if p not in _FILLERS]
    year = month = day = None
    for part in kept:
        if re.fullmatch(r"\d{4}", part) and year is None:
            year = int(part)
        elif part in _MONTHS and month is None:
            month = _MONTHS[part]
        elif part == "primero" and day is None:
            day = 1
        elif re.fullmatch(r"\d{1,2}", part):
            # 2025 02 27 counts down; 27 febrero and febrero 27 say which is the month
            if month is None and year is not None:
                month = int(part)
            elif day is None:
                day = int(part)
            else:
                return None
        else:
            return None
    if not year:
        return None
    if month is None:
        return None if day is not None else f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def read_interval(parts: tuple[str, ...]) -> str | None:
    """An EDTF date or interval out of words: ``between May 2025 and July 2025`` too.

    What is said with the date belongs to "since" and "until", not to "after" and "before".
    """
    whole = read_date(parts)
    if whole:
        return whole
    for opening, middle in (
        (("between", "entre"), ("and", "y")),
        (("from", "de", "desde"), ("to", "until", "a", "hasta")),
    ):
        if parts and parts[0] in opening:
            for at in range(2, len(parts) - 1):
                if parts[at] in middle:
                    start, end = read_date(parts[1:at]), read_date(parts[at + 1 :])
                    if start and end and _first(start) <= _last(end):
                        return f"{start}/{end}"
    date = read_date(parts[1:]) if parts else None
    if date is None:
        return None
    if parts[0] in ("since", "desde"):
        return f"{date}/.."
    if parts[0] in ("until", "hasta"):
        return f"../{date}"
    try:
        if parts[0] in ("after", "despues"):
            return f"{_last(date) + dt.timedelta(days=1)}/.."
        if parts[0] in ("before", "antes"):
            return f"../{_first(date) - dt.timedelta(days=1)}"
    except OverflowError:  # the calendar has no such day
        return None
    return None


def _first(date: str) -> dt.date:
    return dt.date(*(int(p) for p in [*date.split("-"), "1", "1"][:3]))


def _last(date: str) -> dt.date:
    year, month, day = [*(int(p) for p in date.split("-")), 0, 0][:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])

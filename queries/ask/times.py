"""The dates and periods that people write, in English and Spanish."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

MOST_WORDS = 8  # of one date
MONTH_NAMES = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
}
MONTHS = (
    {  # as they are compared, also by their first three letters
        said: number
        for names in MONTH_NAMES.values()
        for number, name in enumerate(names, 1)
        for said in (name.lower(), name[:3].lower())
    }
    | {"setiembre": 9, "sept": 9}
)
# "may", "mar" and "sep" are words of other kinds too: alone they are no month without a year or day.
_INSIDE = frozenset({"of", "de", "del", "the", "el", "in", "en", "year", "ano", "dia", "day"})
# Names of people are months as well: alone they are one only behind a small word.
_ALSO_NAMES = frozenset(
    {"may", "march", "mar", "april", "june", "august", "mayo", "abril", "julio", "sep"}
)
_MONTH_AFTER = frozenset({"in", "en", "of", "de", "del", "during", "durante", "between", "entre"})
_TO = frozenset({"and", "or", "to", "y", "e", "o", "u", "a", "hasta", "until", "till", "through"})
_FIRST = frozenset({"primero", "first"})  # of a month
_ORDINAL = re.compile(r"^(\d{1,2})(st|nd|rd|th|o|ro)$")


@dataclass(frozen=True)
class Interval:
    """The first and the last day of a period as ISO dates, both inclusive; None is open."""

    first: str | None
    last: str | None
    month: int | None = None  # without days: this month of any year

    @staticmethod
    def of(text: str) -> Interval | None:
        """A year, month or day as EDTF writes it; None if it is no such date."""
        year, *rest = (int(p) for p in text.split("-"))
        return _period(year, *rest)

    def __str__(self) -> str:
        if self.month is not None:
            return f"XXXX-{self.month:02d}"
        if self.first == self.last:
            return str(self.first)
        if self.first and self.last and self.whole_year():
            return self.first[:4]
        if self.first and self.whole_month():
            return self.first[:7]
        return f"{self.first or '..'}/{self.last or '..'}"

    def whole_year(self) -> bool:
        """Whether it is just one year."""
        first, last = self.first or "", self.last or ""
        return first[5:] == "01-01" and last[5:] == "12-31" and first[:4] == last[:4]

    def whole_month(self) -> bool:
        """Whether it is just one month."""
        if not self.first or not self.last or not self.first.endswith("-01"):
            return False
        year, month = int(self.first[:4]), int(self.first[5:7])
        return self.last == f"{self.first[:7]}-{calendar.monthrange(year, month)[1]:02d}"

    def before(self) -> Interval | None:
        """All that ends before it begins; None if there is no such day."""
        return Interval(None, _moved(self.first, -1)) if self.first else None

    def after(self) -> Interval | None:
        """All that begins after it ends; None if there is no such day."""
        return Interval(_moved(self.last, 1), None) if self.last else None


def _moved(day: str | None, by: int) -> str | None:
    if day is None:
        return None
    try:
        return str(dt.date.fromisoformat(day) + dt.timedelta(days=by))
    except (OverflowError, ValueError):  # the calendar has no such day
        return None


def read_date(parts: tuple[str, ...], language: str = "en") -> Interval | None:
    """A day, month or year out of folded words; None if they are no date.

    Of two numbers below 13 the month stands first in English, the day in Spanish.

    >>> str(read_date(("20", "de", "enero", "de", "2026")))
    '2026-01-20'
    >>> str(read_date(("may", "2025")))
    '2025-05'
    >>> str(read_date(("1", "20", "2026")))
    '2026-01-20'
    >>> read_date(("2025", "02", "30")) is None
    True
    """
    kept = [_ORDINAL.sub(r"\1", p) for p in parts if p not in _INSIDE]
    if not kept or len(kept) > 3:
        return None
    if all(p.isascii() and p.isdigit() for p in kept):
        return _numbers(kept, language)
    months = [MONTHS[p] for p in kept if p in MONTHS]
    numbers = ["1" if p in _FIRST else p for p in kept if p not in MONTHS]
    if len(months) != 1 or not all(re.fullmatch(r"\d{1,2}|\d{4}", n) for n in numbers):
        return None
    years = [int(n) for n in numbers if len(n) == 4]
    days = [int(n) for n in numbers if len(n) < 4]
    if len(years) != 1 or len(days) > 1:
        return None
    return _period(years[0], months[0], days[0] if days else None)


def _numbers(kept: list[str], language: str) -> Interval | None:
    if len(kept[0]) == 4 and all(len(k) < 3 for k in kept[1:]):
        year, *rest = (int(k) for k in kept)
        return _period(year, *rest) if 1000 <= year <= 2999 else None
    if len(kept) != 3 or len(kept[2]) not in (2, 4) or any(len(k) > 2 for k in kept[:2]):
        return None
    one, two, year = (int(k) for k in kept)
    year += 2000 if year < 100 else 0
    month, day = (two, one) if one > 12 or (language == "es" and two <= 12) else (one, two)
    return _period(year, month, day)


def _period(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    if month is None:
        return Interval(f"{year:04d}-01-01", f"{year:04d}-12-31")
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return Interval(f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{last:02d}")
    if not 1 <= day <= last:
        return None
    said = f"{year:04d}-{month:02d}-{day:02d}"
    return Interval(said, said)


def dates_in(parts: list[str], language: str) -> dict[tuple[int, int], Interval]:
    """All longest dates in a list of folded words, by where they stand (from, to).

    >>> {span: str(found) for span, found in dates_in("sent in january 2026 to".split(), "en").items()}
    {(2, 4): '2026-01'}
    """
    found: dict[tuple[int, int], Interval] = {}
    at = 0
    while at < len(parts):
        if not _may_begin(parts[at]):
            at += 1
            continue
        for end in range(min(len(parts), at + MOST_WORDS), at, -1):
            date = _whole(parts[at:end], language)
            if date is not None:
                found[at, end] = date
                at = end - 1
                break
        at += 1
    return found | _months_in(parts, found)


def _months_in(
    parts: list[str], dates: dict[tuple[int, int], Interval]
) -> dict[tuple[int, int], Interval]:
    """Months without a year: of the year that is said behind the next one, else of any.

    >>> {span: str(found) for span, found in dates_in("entre enero y marzo de 2025".split(), "es").items()}
    {(3, 6): '2025-03', (1, 2): '2025-01'}
    >>> [str(found) for found in dates_in("el mayo en enero".split(), "es").values()]
    ['XXXX-01']
    """
    found: dict[tuple[int, int], Interval] = {}
    inside = {n for start, end in dates for n in range(start, end)}
    for at, word in enumerate(parts):
        month = MONTHS.get(word)
        before = parts[at - 1] if at else ""
        if month is None or at in inside or (word in _ALSO_NAMES and before not in _MONTH_AFTER):
            continue
        joined = at + 2 if parts[at + 1 : at + 2] and parts[at + 1] in _TO else len(parts)
        year = next((d.first for (start, _), d in dates.items() if start == joined), None)
        period = _period(int(year[:4]), month) if year else Interval(None, None, month)
        if period is not None:
            found[at, at + 1] = period
    return found


def _may_begin(part: str) -> bool:
    return part[:1].isdigit() or part in MONTHS or part in _FIRST


def _whole(parts: list[str], language: str) -> Interval | None:
    if parts[-1] in _INSIDE:
        return None
    if len(parts) > 2 and parts[-3] in MONTHS and parts[-2] in ("de", "del"):
        parts = [*parts[:-1], re.sub(r"^([12]\d)$", r"20\1", parts[-1])]  # "enero del 26"
    if len(parts) == 1 and not re.fullmatch(r"(19|20)\d\d", parts[0]):
        return None  # a number alone is a date only if it is a likely year
    return read_date(tuple(parts), language)

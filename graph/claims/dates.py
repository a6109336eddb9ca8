"""Dates as they are known: EDTF in, first and last day out.

EDTF is the Library of Congress's Extended Date/Time Format (ISO 8601-2).  Comparable days are
full ISO dates, both inclusive; None is unknown, and an end that has not come is 9999-12-31.  They
compare as text, so only the years 0000 to 9999 have any: an earlier or a later date is refused.
"""

from __future__ import annotations

import calendar
import math
import re
import time
from functools import lru_cache

from ontology import UserError

OPEN = "9999-12-31"
_SEASONS, _WINTER = "21", "24"
_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DOUBTED = re.compile(r"[\d-]+[~?%]", re.ASCII)
_SET = re.compile(r"\[[\d-]+(,[\d-]+)+\]", re.ASCII)


class DateError(UserError):
    """A text that is not an EDTF date, or a date that is not in the calendar."""


def _day(moment: object, open_end: bool) -> str | None:
    if isinstance(moment, time.struct_time):
        if not 0 <= moment.tm_year <= 9999:
            raise OverflowError
        return f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"
    if isinstance(moment, float) and math.isinf(moment):
        return OPEN if open_end else None
    return None


@lru_cache(maxsize=4096)
def interval(text: str) -> tuple[str | None, str | None]:
    """The earliest first day and the latest last day of an EDTF text.

    >>> interval("2025-02")
    ('2025-02-01', '2025-02-28')
    >>> interval("2024-10-01/..")
    ('2024-10-01', '9999-12-31')
    >>> interval("../2024")
    (None, '2024-12-31')
    >>> interval("1996/")
    ('1996-01-01', None)
    """
    # The parser knows an unknown end only as a guess of some years; unknown stays unknown here.
    if "/" in text:
        start, _, end = text.partition("/")
        first = None if start in ("", "..") else interval(start)[0]
        last = OPEN if end == ".." else None if end == "" else interval(end)[1]
        if start in ("", "..") and end in ("", ".."):
            raise DateError(f"'{text}' names no day; leave the cell empty instead.")
        if first and last and first > last:
            raise DateError(f"'{text}' ends before it begins; swap its two parts.")
        return first, last
    plain = _PLAIN.fullmatch(text) if text.isascii() else None
    if plain and (plain[2] or "01") < _SEASONS:
        return _plain(text, *plain.groups())
    if plain and plain[2] == _WINTER and plain[3] is None:
        return _winter(text, int(plain[1]))
    if bounds := _without_parser(text):
        return bounds
    if not text.isascii() or not text or not (text[0].isdigit() or text[0] in "[{-Y"):
        raise _unreadable(text)
    from edtf import EDTFParseException, parse_edtf  # 0.1 s: only who reads sheets pays for it

    try:
        parsed = parse_edtf(text)
        first, last = _day(parsed.lower_strict(), False), _day(parsed.upper_strict(), True)
    except OverflowError as error:
        raise _beyond(text) from error
    except (EDTFParseException, ValueError, AttributeError, IndexError, TypeError) as error:
        raise _unreadable(text) from error
    if first and last and first > last:
        raise DateError(f"'{text}' ends before it begins; swap its two parts.")
    return first, last


_DOUBT = re.compile(r"[~?%X]")


@lru_cache(maxsize=4096)
def certain(text: str) -> tuple[str | None, str | None]:
    """The first and the last day that an interval covers whatever its bounds turn out to be.

    None is a bound that is unknown or doubted.  A date that is no interval happens within its days
    and covers none of them for sure, unless it is one day.

    >>> certain("2018/2024")
    ('2018-12-31', '2024-01-01')
    >>> certain("2024-10-01/..")
    ('2024-10-01', '9999-12-31')
    >>> certain("2025")
    (None, None)
    """
    start, slash, end = text.partition("/")
    if not slash:
        first, last = interval(text)
        return (first, last) if first == last and not _DOUBT.search(text) else (None, None)
    bounds = interval(text)
    first = None if start in ("", "..") or _DOUBT.search(start) else interval(start)[1]
    last = OPEN if end == ".." else None if not end or _DOUBT.search(end) else interval(end)[0]
    return (first, last) if bounds != (None, None) else (None, None)


def common(one: str | None, other: str | None) -> str | None:
    """The interval for which two things hold at once, as EDTF; None if both always do.

    Raises DateError where they need not hold at once at all, or a text is no date.

    >>> common("2000/2005", "2003/2010")
    '2003/2005'
    >>> common("2001-05-01", "2000/2005")
    '2001-05-01'
    """
    if one is None or other is None or one == other:
        return one or other
    for inner, outer in ((one, other), (other, one)):
        (first, last), (start, end) = interval(inner), certain(outer)
        if first and last and start and end and start <= first and last <= end:
            return inner
    if "/" in one and "/" in other:
        starts, ends = zip(one.split("/"), other.split("/"), strict=True)
        (begins, start), (stops, end) = _latest(starts), _earliest(ends)
        if begins and stops and begins <= stops:
            return f"{start}/{end}"
    raise DateError(f"'{one}' and '{other}' may have no day in common.")


def _latest(starts: tuple[str, ...]) -> tuple[str | None, str]:
    """The later of two starts: its last possible day, and its text."""
    days = [certain(f"{text}/..")[0] if text not in ("", "..") else None for text in starts]
    if None in days:
        return None, ""
    return max((day, text) for day, text in zip(days, starts, strict=True) if day)


def _earliest(ends: tuple[str, ...]) -> tuple[str | None, str]:
    """The earlier of two ends: its first possible day, and its text."""
    days = [OPEN if text == ".." else certain(f"../{text}")[1] if text else None for text in ends]
    if None in days:
        return None, ""
    return min((day, text) for day, text in zip(days, ends, strict=True) if day)


def _without_parser(text: str) -> tuple[str, str] | None:
    """A doubted date is what it is without the doubt, and a set lasts from its first to its last.

    None where the parser has to decide.
    """
    dates = text[1:-1].split(",") if _SET.fullmatch(text) else [text[:-1]]
    if len(dates) == 1 and not _DOUBTED.fullmatch(text):
        return None
    bounds = []
    for date in dates:
        plain = _PLAIN.fullmatch(date)
        if plain is None or (plain[2] or "01") >= _SEASONS:
            return None
        try:
            bounds.append(_plain(date, *plain.groups()))
        except DateError:
            return None
    return min(first for first, _ in bounds), max(last for _, last in bounds)


def _plain(text: str, year: str, month: str | None, day: str | None) -> tuple[str, str]:
    """Most dates need no parser: years, months and days, as the standard library knows them."""
    if month is None:
        return f"{text}-01-01", f"{text}-12-31"
    if not 1 <= int(month) <= 12:
        raise _unreadable(text)
    last = calendar.monthrange(int(year), int(month))[1]
    if day is None:
        return f"{text}-01", f"{text}-{last:02d}"
    if not 1 <= int(day) <= last:
        raise _unreadable(text)
    return text, text


def _winter(text: str, year: int) -> tuple[str, str]:
    """A winter runs into the next year: seasons are those of the north, by whole months."""
    if year == 9999:
        raise _beyond(text)
    last = calendar.monthrange(year + 1, 2)[1]
    return f"{year:04d}-12-01", f"{year + 1:04d}-02-{last:02d}"


def _beyond(text: str) -> DateError:
    return DateError(
        f"'{text}' lies outside the years 0000 to 9999, and dates are compared within them only; "
        "leave the cell empty and write the date into the note."
    )


def _unreadable(text: str) -> DateError:
    return DateError(
        f"'{text}' is not a date in EDTF; write 2025, 2025-02, 2025-02-27, 2019~ or 2024-10-01/.."
    )


def one_of(texts: list[str]) -> str:
    """Several dates that sources give for one event, as one EDTF text.

    >>> one_of(["2020-02-21", "2020-02-20"])
    '[2020-02-20,2020-02-21]'
    """
    distinct = sorted(set(texts))
    if len(distinct) == 1:
        return distinct[0]
    plain = [t for t in distinct if "/" not in t and "[" not in t]
    if len(plain) != len(distinct):  # intervals cannot stand in a set: the first in order speaks
        return distinct[0]
    return "[" + ",".join(distinct) + "]"

"""What has a date, drawn in order: the data of an SVG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.claims import OPEN, DateError, interval

MOST_ITEMS = 80
_WIDTH, _LEFT, _RIGHT, _ROW, _TOP = 900, 20, 880, 24, 34
_MOST_YEARS = 10  # that are marked


@dataclass(frozen=True)
class Bar:
    """One item: from ``x`` on so wide, in its row; its text stands where there is room."""

    x: float
    width: float
    y: int
    text: str
    text_x: float
    side: str
    when: str
    anchor: str = ""  # of the sentence that says the same on the page
    kind: str = ""


@dataclass(frozen=True)
class Timeline:
    """Bars in the order of time, and the marks of years."""

    bars: list[Bar]
    years: list[tuple[float, int]]
    width: int
    height: int


def timeline(items: Iterable[tuple[str, ...]]) -> Timeline | None:
    """A timeline of texts with their EDTF dates and those in words; None where it would say nothing.

    An item is a date, a text, the date in words, and maybe the anchor of a sentence and a kind.

    What never ends, or has no known beginning, is drawn to the edge.
    """
    dated = {(_days(valid), *rest) for valid, *rest in items}
    spans: list[tuple[Any, ...]] = sorted((*days, *rest) for days, *rest in dated if days)
    if len(spans) < 2 or len(spans) > MOST_ITEMS:
        return None
    bounds = [day for first, last, *_ in spans for day in (first, last) if day]
    low, high = int(min(bounds)), int(max(bounds))
    length = max(1, high - low)

    def place(day: int) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * (day - low) / length, 1)

    bars = []
    for row, (first, last, text, when, *more) in enumerate(spans):
        x, end = place(first or low), place(last or high)
        late = x > (_LEFT + _RIGHT) / 2
        bars.append(
            Bar(
                *(x, max(6.0, round(end - x, 1)), _TOP + row * _ROW, text),
                *((x - 6, "end") if late else (max(end, x + 6) + 6, "start")),
                *(when, *more),
            )
        )
    years = range(date.fromordinal(low).year, date.fromordinal(high).year + 1)
    every = max(1, -(-len(years) // _MOST_YEARS))
    marks = [
        (place(max(low, date(year, 1, 1).toordinal())), year)
        for year in years
        if year % every == 0 or len(years) == 1
    ]
    return Timeline(bars, marks, _WIDTH, _TOP + len(bars) * _ROW + 10)


def _days(valid: str) -> tuple[int, int] | None:
    """The first and the last day as ordinals, 0 for one that is not known or open."""
    try:
        first, last = interval(valid)
    except (DateError, ValueError):
        return None
    found = _ordinal(first), _ordinal(None if last == OPEN else last)
    return found if any(found) else None


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day and not day.startswith("0000") else 0

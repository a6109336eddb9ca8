"""Days that a reader chooses, and how a date that is known in part compares with them.

docs/time.md has the rules.  A moment may be a day, a month or a year; all of its days are meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.claims.dates import OPEN, DateError, interval
from ontology import UserError

LONG_AGO = "0000-01-01"


@dataclass(frozen=True)
class Moment:
    """The first and the last day that are meant, and how they were written."""

    first: str
    last: str
    text: str

    def may_meet(self, when: str) -> bool:
        """Whether what lasts for an interval may last on one of the days.

        >>> moment("--as-of", "2012-11-30").may_meet("2006-12-01/2012-11-30")
        True
        >>> moment("--as-of", "2012-12-01").may_meet("2006-12-01/2012-11-30")
        False
        """
        start, end = span_of(when)
        return start <= self.last and self.first <= end

    def may_follow(self, when: str) -> bool:
        """Whether what happens at a date may have happened, or begun, by the last of the days."""
        return span_of(when)[0] <= self.last

    def surely_follows(self, when: str | None) -> bool:
        """Whether what became known at a date was known by the last of the days, whatever its day.

        >>> moment("--known-at", "2025-02").surely_follows("2025-02")
        True
        >>> moment("--known-at", "2025-02-27").surely_follows("2025-02")
        False
        """
        return when is not None and span_of(when)[1] <= self.last


def span_of(when: str) -> tuple[str, str]:
    """The earliest first and the latest last day; what is unknown may be any day.

    So may what cannot be read, which only foreign data has.
    """
    try:
        first, last = interval(when)
    except DateError:
        return LONG_AGO, OPEN
    return first or LONG_AGO, last or OPEN


def moment(option: str, text: str) -> Moment:
    """What a reader gives as a day; UserError, naming the option, for what is none."""
    try:
        first, last = interval(text.strip())
    except DateError as error:
        raise UserError(
            f"{option} '{text}' is no day of the calendar; write 2025-02-27, 2025-02 or 2025."
        ) from error
    if "/" in text or first is None or last is None or last == OPEN:
        raise UserError(
            f"{option} '{text}' is a span of time; give one day, one month or one year."
        )
    return Moment(first, last, text.strip())

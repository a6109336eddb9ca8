"""How dates that are known in part compare with the days of a reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.claims.moments import moment
from ontology import UserError

# A date; a moment; may what lasts so meet it; may it have begun by then; was it surely known by then.
COMPARED = [
    ("2012-11-30", "2012-11-30", True, True, True),
    ("2012-12-01", "2012-11-30", False, False, False),
    ("2006-12-01/2012-11-30", "2012-11-30", True, True, True),
    ("2006-12-01/2012-11-30", "2012-12-01", False, True, True),
    ("2006-12-01/2012-11-30", "2006-11-30", False, False, False),
    ("2025", "2025-06-01", True, True, False),
    ("2025", "2025-12-31", True, True, True),
    ("2025", "2024-12-31", False, False, False),
    ("2025", "2026-01-01", False, True, True),
    ("2025-02", "2025", True, True, True),
    ("2025-02", "2025-02", True, True, True),
    ("2025-02", "2025-02-27", True, True, False),
    ("2019~", "2019-06-01", True, True, False),
    ("2019?/2024", "2019-01-01", True, True, False),
    ("2024-10-01/..", "2024-09-30", False, False, False),
    ("2024-10-01/..", "2090", True, True, False),
    ("1996/", "1995", False, False, False),
    ("1996/", "2026", True, True, False),
    ("/2017", "1900", True, True, False),
    ("/2017", "2018", False, True, True),
    ("../2024", "2025-01-01", False, True, True),
    ("[2020-02-20,2020-02-21]", "2020-02-20", True, True, False),
    ("[2020-02-20,2020-02-21]", "2020-02-21", True, True, True),
    ("2016/2017", "2016", True, True, False),
    ("no date at all", "2016", True, True, False),
]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "time.md"


def documented() -> list[tuple[str, str, bool, bool, bool]]:
    """The rows of the table in docs/time.md."""
    row = re.compile(r"\| `([^`]+)` \| `([^`]+)` \| (yes|no) \| (yes|no) \| (yes|no) \|")
    found = [row.fullmatch(line) for line in PAGE.read_text("utf-8").splitlines()]
    return [(m[1], m[2], *(m[n] == "yes" for n in (3, 4, 5))) for m in found if m]


def test_the_page_has_a_table_of_comparisons() -> None:
    assert len(documented()) > 10


@pytest.mark.parametrize(("when", "day", "meets", "follows", "known"), [*COMPARED, *documented()])
def test_partial_dates_compare_by_the_rules(
    when: str, day: str, meets: bool, follows: bool, known: bool
) -> None:
    asked = moment("--as-of", day)
    assert (asked.may_meet(when), asked.may_follow(when)) == (meets, follows)
    assert asked.surely_follows(when) is known


def test_what_has_no_recorded_date_is_not_known_by_any_day() -> None:
    assert not moment("--known-at", "9998").surely_follows(None)


@pytest.mark.parametrize(
    "text", ["2025-02-30", "2025-13", "yesterday", "", " ", "99999", "2025-2-3"]
)
def test_a_day_that_does_not_exist_is_refused_with_its_option(text: str) -> None:
    with pytest.raises(UserError) as raised:
        moment("--as-of", text)
    assert str(raised.value) == (
        f"--as-of '{text}' is no day of the calendar; write 2025-02-27, 2025-02 or 2025."
    )


@pytest.mark.parametrize("text", ["2020/2021", "2020/..", "../2020", "/2020", "2020/"])
def test_a_span_is_no_moment(text: str) -> None:
    with pytest.raises(UserError, match="is a span of time; give one day, one month or one year"):
        moment("--known-at", text)

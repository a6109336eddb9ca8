from __future__ import annotations

import calendar
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims.dates import OPEN, DateError, certain, interval, one_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-02-27", ("2025-02-27", "2025-02-27")),
        ("2019~", ("2019-01-01", "2019-12-31")),
        ("2025-02?", ("2025-02-01", "2025-02-28")),
        ("../2024", (None, "2024-12-31")),
        ("/2024", (None, "2024-12-31")),
        ("2024-10-01/..", ("2024-10-01", OPEN)),
        ("1996/", ("1996-01-01", None)),
        ("2018-12-01/2024-09-30", ("2018-12-01", "2024-09-30")),
        ("[2020-02-20,2020-02-21]", ("2020-02-20", "2020-02-21")),
        ("0000", ("0000-01-01", "0000-12-31")),
        ("0000-02", ("0000-02-01", "0000-02-29")),
        ("0000-02-29", ("0000-02-29", "0000-02-29")),
        ("0000/0001", ("0000-01-01", "0001-12-31")),
        ("2012-21", ("2012-03-01", "2012-05-31")),
        ("2012-23", ("2012-09-01", "2012-11-30")),
        ("2012-24", ("2012-12-01", "2013-02-28")),
        ("2011-24/2013", ("2011-12-01", "2013-12-31")),
    ],
)
def test_a_date_as_known_has_a_first_and_a_last_day(text: str, expected: tuple[str, str]) -> None:
    assert interval(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "27/02/2025",
        "2025-13",
        "2023-02-30",
        "yesterday",
        "2025-2-7",
        "../..",
        "/",
        "2024/2020",
        "٢٠٢٥",
        "45715x",
        "2025-02-27/2025-02-26",
        "2025-00",
        "2025-02-00",
        "2025-24-01",
        "2025-99",
    ],
)
def test_what_is_no_date_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(DateError) as refused:
        interval(text)
    assert any(word in str(refused.value) for word in ("write", "leave", "swap"))


@pytest.mark.parametrize(
    "text",
    [
        "-0044-03-15",
        "-0100",
        "-0500/-0100",
        "-0001/2000",
        "Y170000002",
        "Y-17000",
        "Y17E8",
        "9999-24",
    ],
)
def test_a_date_outside_the_years_that_compare_is_refused_for_what_it_is(text: str) -> None:
    with pytest.raises(DateError) as refused:
        interval(text)
    assert "outside the years 0000 to 9999" in str(refused.value)
    assert "write the date into the note" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018/2024", ("2018-12-31", "2024-01-01")),
        ("2018-12-01/2024-09-30", ("2018-12-01", "2024-09-30")),
        ("2024-10-01/..", ("2024-10-01", OPEN)),
        ("1996/", ("1996-12-31", None)),
        ("../2024", (None, "2024-01-01")),
        ("2018~/2024?", (None, None)),
        ("2025", (None, None)),
        ("2025-02-27", ("2025-02-27", "2025-02-27")),
        ("2025-02-27?", (None, None)),
    ],
)
def test_an_interval_covers_some_days_for_sure(
    text: str, expected: tuple[str | None, str | None]
) -> None:
    assert certain(text) == expected


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31)))
def test_every_day_is_its_own_span(day: date) -> None:
    assert interval(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(st.integers(1000, 9998), st.integers(1, 12))
def test_a_month_runs_from_its_first_to_its_last_day(year: int, month: int) -> None:
    last = calendar.monthrange(year, month)[1]
    expected = (f"{year}-{month:02d}-01", f"{year}-{month:02d}-{last:02d}")
    assert interval(f"{year}-{month:02d}") == expected


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_an_interval_is_read_only_in_the_right_order(one: date, two: date) -> None:
    text = f"{one.isoformat()}/{two.isoformat()}"
    if one <= two:
        assert interval(text) == (one.isoformat(), two.isoformat())
    else:
        with pytest.raises(DateError):
            interval(text)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        first, last = interval(text)
    except DateError:
        return
    assert first is None or last is None or first <= last


def test_dates_in_conflict_are_shown_as_one_of_a_set() -> None:
    assert one_of(["2020-02-21", "2020-02-20", "2020-02-20"]) == "[2020-02-20,2020-02-21]"
    assert one_of(["2020"]) == "2020"
    assert one_of(["2020/2021", "2020/2022"]) == "2020/2021"


def written(day: date, length: int) -> str:
    return day.isoformat()[:length]


DATES = st.builds(written, st.dates(), st.sampled_from([4, 7, 10]))


@settings(deadline=None, max_examples=50)  # the first date waits for the parser to be imported
@given(
    st.builds(str.__add__, DATES, st.sampled_from("~?%"))
    | st.lists(DATES, min_size=2, max_size=4).map(lambda dates: f"[{','.join(dates)}]")
)
def test_what_needs_no_parser_is_what_the_parser_says(text: str) -> None:
    found = parse_edtf(text)
    expected = [found.lower_strict(), found.upper_strict()]
    assert interval(text) == tuple(f"{d[0]:04d}-{d[1]:02d}-{d[2]:02d}" for d in expected)

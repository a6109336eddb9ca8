"""Dates in words, English and Spanish: read right or not at all."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.claims.dates import interval
from queries.ask.words import fold, folded, read_date, read_interval, words

NO_HURRY = settings(deadline=None)  # two busy cores are slow now and then

ENGLISH = "January February March April May June July August September October November December"
SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
MONTHS = {"en": ENGLISH.split(), "es": SPANISH.split()}
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))
YEARS = st.integers(1000, 9999)


def date_of(text: str) -> str | None:
    return read_date(folded(text))


def interval_of(text: str) -> str | None:
    return read_interval(folded(text))


# --- Words ----------------------------------------------------------------------------------------


def test_words_are_compared_without_case_accents_and_punctuation() -> None:
    assert folded("¿Quién es «El Güero» Núñez-Pérez?") == (
        "quien",
        "es",
        "el",
        "guero",
        "nunez",
        "perez",
    )


@NO_HURRY
@given(st.text())
def test_a_word_knows_where_it_stands(text: str) -> None:
    for word in words(text):
        assert fold(text[word.start : word.end]) == word.text


@NO_HURRY
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


# --- Dates ----------------------------------------------------------------------------------------


def written(year: int, month: int, day: int, form: str) -> str:
    """A day in words, whether the calendar has it or not."""
    english, spanish = MONTHS["en"][month - 1], MONTHS["es"][month - 1]
    ending = ENDINGS.get(day, "th")
    return {
        "iso": f"{year:04d}-{month:02d}-{day:02d}",
        "slashes": f"{year:04d}/{month}/{day}",
        "day first": f"{day} {english} {year:04d}",
        "ordinal": f"the {day}{ending} of {english}, {year:04d}",
        "month first": f"{english} {day}, {year:04d}",
        "on": f"on {english} {day}{ending} {year:04d}",
        "spanish": f"{day} de {spanish} de {year:04d}",
        "el": f"el {day} de {spanish.capitalize()} del año {year:04d}",
        "el día": f"EL DÍA {day} DE {spanish.upper()} DE {year:04d}",
    }[form]


def in_words(day: dt.date, form: str) -> str:
    return written(day.year, day.month, day.day, form)


FORMS = (
    "iso",
    "slashes",
    "day first",
    "ordinal",
    "month first",
    "on",
    "spanish",
    "el",
    "el día",
)


@NO_HURRY
@given(DAYS, st.sampled_from(FORMS))
def test_a_day_in_words_is_that_day(day: dt.date, form: str) -> None:
    assert date_of(in_words(day, form)) == in_words(day, "iso")


@NO_HURRY
@given(YEARS, st.integers(1, 12), st.sampled_from(["en", "es"]))
def test_a_month_in_words_is_that_month(year: int, month: int, language: str) -> None:
    name = MONTHS[language][month - 1]
    for text in (
        f"{name} {year}",
        f"{name} de {year}",
        f"in {name} of {year}",
        f"en {name} {year}",
    ):
        assert date_of(text) == f"{year}-{month:02d}"


@NO_HURRY
@given(YEARS)
def test_a_year_is_a_year(year: int) -> None:
    for text in (f"{year}", f"in {year}", f"the year {year}", f"en el año {year}"):
        assert date_of(text) == f"{year}"


@NO_HURRY
@given(YEARS, st.integers(1, 12), st.integers(1, 31), st.sampled_from(FORMS))
@example(2025, 2, 30, "spanish")
@example(2023, 2, 29, "month first")
@example(2025, 4, 31, "iso")
def test_a_day_that_no_calendar_has_is_not_read(
    year: int, month: int, number: int, form: str
) -> None:
    read = date_of(written(year, month, number, form))
    real = number <= calendar.monthrange(year, month)[1]
    assert read == (written(year, month, number, "iso") if real else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the",
        "27",
        "May",
        "27 May",
        "27 02 2025",
        "02/27/2025",
        "2025 13",
        "2025-00-10",
        "2025-02-30",
        "30 February 2025",
        "0 May 2025",
        "0000",
        "0000-01-01",
        "May 2025 June",
        "2025 2026",
        "5 May 2025 7",
        "20255",
        "noon 2025",
        "el Mencho 2025",
        "1 2 3 2025",
    ],
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert date_of(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("primero de mayo de 2025", "2025-05-01"),
        ("1º de mayo de 2025", "2025-05-01"),
        ("setiembre de 2024", "2024-09"),
        ("Sept 2024", "2024-09"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_other_ways_to_write_a_date(text: str, date: str) -> None:
    assert date_of(text) == date


PIECES = st.sampled_from(
    [
        *[
            "the",
            "of",
            "de",
            "del",
            "el",
            "on",
            "in",
            "en",
            "year",
            "a",
            "la",
            "and",
            "y",
            "between",
            "entre",
            "from",
            "to",
            "until",
            "hasta",
        ],
        *[
            "since",
            "after",
            "before",
            "desde",
            "despues",
            "antes",
            "primero",
            "may",
            "mayo",
            "february",
            "1st",
            "2nd",
            "31",
            "30",
            "29",
        ],
        *[
            "0",
            "00",
            "1",
            "2",
            "12",
            "13",
            "99",
            "2025",
            "2024",
            "0000",
            "9999",
            "1900",
            "20250227",
            "x",
        ],
    ]
)


@NO_HURRY
@given(st.lists(PIECES, max_size=8).map(tuple))
@example(("2025", "02", "29"))
@example(("after", "9999"))
@example(("before", "9999", "12", "31"))
@example(("before", "0001"))
def test_whatever_is_read_is_a_date_of_the_calendar(parts: tuple[str, ...]) -> None:
    date = read_date(parts)
    if date is not None:
        first, last = interval(date)
        assert first is not None
        assert last is not None
        assert first <= last
        assert first.startswith(date)
    period = read_interval(parts)
    if period is not None:
        interval(period)  # raises where it ends before it begins


# --- Periods --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025", "2025"),
        ("in May 2025", "2025-05"),
        ("between May 2025 and July 2025", "2025-05/2025-07"),
        ("entre mayo de 2025 y julio de 2025", "2025-05/2025-07"),
        ("between 2020 and 2020", "2020/2020"),
        ("from 2019 to 5 May 2021", "2019/2021-05-05"),
        ("from 2019 until 2021", "2019/2021"),
        ("de 2019 a 2021", "2019/2021"),
        ("desde enero de 2019 hasta 2021", "2019-01/2021"),
        ("since 2024", "2024/.."),
        ("desde el 1 de octubre de 2024", "2024-10-01/.."),
        ("until March 2020", "../2020-03"),
        ("hasta 2020", "../2020"),
        ("after 2024", "2025-01-01/.."),
        ("after February 2024", "2024-03-01/.."),
        ("después del 31 de diciembre de 2024", "2025-01-01/.."),
        ("before 2025", "../2024-12-31"),
        ("before March 2024", "../2024-02-29"),
        ("antes del 1 de enero de 2025", "../2024-12-31"),
    ],
)
def test_a_period_in_words(text: str, period: str) -> None:
    assert interval_of(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "",
        "between 2021 and 2020",
        "entre julio de 2025 y mayo de 2025",
        "from 5 May 2021 to 4 May 2021",
        "between 2020",
        "between 2020 and",
        "between May and July 2025",
        "since",
        "since yesterday",
        "after 9999",
        "before 30 February 2020",
        "after the 31st of April 2021",
    ],
)
def test_what_is_no_period_is_not_read(text: str) -> None:
    assert interval_of(text) is None


@NO_HURRY
@given(DAYS, DAYS, st.sampled_from(FORMS), st.sampled_from(FORMS))
def test_between_two_days_lies_what_lies_between_them(
    one: dt.date, other: dt.date, first_form: str, second_form: str
) -> None:
    text = f"between {in_words(one, first_form)} and {in_words(other, second_form)}"
    wanted = f"{in_words(one, 'iso')}/{in_words(other, 'iso')}" if one <= other else None
    assert interval_of(text) == wanted


@NO_HURRY
@given(DAYS, st.sampled_from(FORMS))
def test_before_and_after_leave_the_day_itself_out(day: dt.date, form: str) -> None:
    said, iso = in_words(day, form), in_words(day, "iso")
    assert interval_of(f"since {said}") == f"{iso}/.."
    assert interval_of(f"until {said}") == f"../{iso}"
    if day < dt.date.max:
        after = interval_of(f"after {said}")
        assert after == f"{day + dt.timedelta(days=1)}/.."
    before = interval_of(f"before {said}")
    assert before == f"../{day - dt.timedelta(days=1)}"

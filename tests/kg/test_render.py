"""Rows in each format: whatever stands in a cell, it stays in its cell and steers nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import sys

import pytest

from kg.render import as_json, readable, rows_as
from kg.table import table
from kg.terminal import escaped, flat, named, wrapped

STEERING = [chr(c) for c in (*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029, 0x202E, 0x2066)]
HOSTILE = "a\x1b]0;owned\x07\x9b31m|<script>x</script>\\|\r\nb\tc\x7f\u202ed\u2028e"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("character", STEERING, ids=lambda c: f"{ord(c):04x}")
def test_what_steers_a_terminal_is_shown_and_not_sent(character: str) -> None:
    text = f"x{character}y"
    assert named(text).isprintable()
    assert flat(text).isprintable()
    assert RAW.search(escaped(text)) is None
    assert json.loads(f'"{escaped(text)}"' if character not in "\t\n" else '"x"')[0] == "x"


def test_other_text_stays_as_it_is() -> None:
    text = "Núñez — «El Señor» 王 עברית 👩\u200d👧 e\u0301"
    assert (escaped(text), named(text), flat(text)) == (text, text, text)


def test_a_name_cannot_pass_for_a_line() -> None:
    assert named("a.ttl\nnothing lost\r\tx") == "a.ttl\\nnothing lost\\r\\tx"


@pytest.mark.parametrize("format_", ["table", "md", "tsv"])
def test_a_row_is_one_line_without_control_characters(format_: str) -> None:
    text = rows_as(format_, ["x", "y"], [{"x": HOSTILE, "y": "z"}])
    assert RAW.search(text) is None
    assert len(text.split("\n")) == (2 if format_ == "tsv" else 3)
    assert "\\u001b]0;owned" in text.replace("\\\\u", "\\u")


def test_json_gives_back_every_character_and_sends_none_that_steers() -> None:
    text = rows_as("json", ["x"], [{"x": HOSTILE + "".join(STEERING)}])
    assert json.loads(text) == [{"x": HOSTILE + "".join(STEERING)}]
    assert RAW.search(text.replace("\n", "")) is None
    assert as_json({HOSTILE: float("nan")}) == as_json({HOSTILE: None})


@pytest.mark.parametrize("format_", ["csv", "csv-safe"])
@pytest.mark.parametrize("value", [HOSTILE, "a\rb", "a\nb", 'say "x", y', "", "\r"])
def test_csv_gives_back_every_character(format_: str, value: str) -> None:
    text = rows_as(format_, ["x", "y"], [{"x": value, "y": "z"}, {"x": "1", "y": value}])
    rows = list(csv.reader(io.StringIO(text, newline="")))
    given = "'" + value if value == "\r" and format_ == "csv-safe" else value
    assert rows == [["x", "y"], [given, "z"], ["1", given]]


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        (" =1+1", "' =1+1"),
        ("\t=1", "'\t=1"),
        ("＝1+1", "'＝1+1"),
        ("-5", "-5"),
        ("+4.5e3", "+4.5e3"),
        ("a=b", "a=b"),
        ("2025-01-02", "2025-01-02"),
        ("", ""),
    ],
)
def test_csv_for_a_spreadsheet_has_no_formulas(value: str, safe: str) -> None:
    text = rows_as("csv-safe", [value or "x"], [{(value or "x"): value}, {}])
    assert list(csv.reader(io.StringIO(text)))[:2] == [[safe or "x"], [safe]]
    plain = rows_as("csv", ["x"], [{"x": value}, {}])
    assert list(csv.reader(io.StringIO(plain)))[1] == [value]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a|b", "a\\|b"),
        ("a\\|b", "a\\\\\\|b"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("R&D", "R&D"),
        ("a\r\nb\rc", "a b c"),
        ("*x* _y_ `z` [a](b) ~~c~~", "\\*x\\* \\_y\\_ \\`z\\` [a\\](b) \\~\\~c\\~\\~"),
        ("is_about", "is_about"),
    ],
)
def test_markdown_shows_text_as_text(value: str, shown: str) -> None:
    assert rows_as("md", ["x"], [{"x": value}]).split("\n") == ["| x |", "|---|", f"| {shown} |"]


# --- Tables ---------------------------------------------------------------------------------------


def shown(headings: list[str], rows: list[list[str]], width: int | None) -> list[str]:
    return table(headings, rows, width, sys.stdout).split("\n")


def test_a_table_that_fits_has_a_line_for_a_row() -> None:
    assert shown(["name", "n"], [["Ana", "1"], ["", "22"]], 20) == [
        "name   n",
        "─────────",
        "Ana    1",
        "       22",
    ]


def test_a_table_that_is_too_wide_is_broken_between_words() -> None:
    rows = [["Jessica Johana Oseguera", "daughter of a man"]]
    assert shown(["relative", "relation"], rows, 30) == [
        "relative            relation",
        "──────────────────────────────",
        "Jessica Johana      daughter",
        "Oseguera            of a man",
    ]


def test_where_columns_do_not_fit_a_row_is_a_block_without_empty_cells() -> None:
    rows = [["Ana", "https://example.org/a/long/address", ""], ["B", "", "one two three four"]]
    assert shown(["name", "address", "text"], rows, 24) == [
        "name:    Ana",
        "address: https://example.org/a/long/address",
        "",
        "name:    B",
        "text:    one two three",
        "         four",
    ]


def test_a_pipe_is_as_wide_as_the_row() -> None:
    rows = [["x" * 300, "y z " * 50]]
    assert [len(line) for line in shown(["a", "b"], rows, None)] == [304, 503, 502]


def test_wide_letters_take_two_places() -> None:
    assert shown(["name", "n"], [["王小明", "1"], ["Ana", "2"]], 20)[2:] == [
        "王小明   1",
        "Ana      2",
    ]


def test_ids_and_claims_are_left_to_who_asks_for_them() -> None:
    columns = ["mother", "mother_id", "valid_id", "claims"]
    assert readable("table", columns, ids=False) == ["mother", "valid_id"]
    assert readable("table", columns, ids=True) == columns
    assert readable("csv", columns, ids=False) == columns


def test_a_long_line_is_broken_between_words_and_set_in() -> None:
    text = "  [1] stated “one two three four” source char=1,2\nshort"
    assert wrapped(text, 24).split("\n") == [
        "  [1] stated “one two",
        "      three four” source",
        "      char=1,2",
        "short",
    ]

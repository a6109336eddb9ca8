"""Rows for people and for programs: table, JSON, CSV, TSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
import math
import re
import sys
from typing import Any

from kg.terminal import flat, width_of

FORMATS = ("table", "json", "csv", "tsv", "md")
CSV_SAFE = "csv-safe"  # csv without formulas; asked for by --csv-safe
# What a spreadsheet takes for a formula, in full width too.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
# In Markdown a mark that could begin something; an underscore inside a word and brackets that
# no link follows cannot.
_MARKUP = re.compile(r"[\\`*|~]|\](?=[(\[])|(?<!\w)_|_(?!\w)|[<>]|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
# Raw in JSON these would steer a terminal; json escapes the others by itself.
_RAW_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def cell(value: Any) -> str:
    """A value as text; a list by semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(cell(v) for v in value)
    if isinstance(value, dict):
        if "labels" in value:
            return f"({value.get('name') or value.get('id')})"
        if "type" in value:
            return f"[{value['type']}]"
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)


def readable(format_: str, columns: list[str], ids: bool) -> list[str]:
    """The columns to show: a table for people leaves out ids and claims, unless they are asked for."""
    if format_ != "table" or ids:
        return columns
    return [c for c in columns if c != "claims" and c.removesuffix("_id") not in {*columns} - {c}]


def rows_as(
    format_: str,
    columns: list[str],
    rows: list[dict[str, Any]],
    headings: dict[str, str] | None = None,
) -> str:
    """Rows in a format, without a line end at the end; a table may have other headings."""
    if format_ == "json":
        return as_json(rows, indent=2)
    if format_ in ("csv", CSV_SAFE, "tsv"):
        return _separated(format_, columns, rows)
    if format_ == "md":
        lines = ["| " + " | ".join(map(marked_down, columns)) + " |", "|" + "---|" * len(columns)]
        for row in rows:
            cells = [marked_down(cell(row.get(c))) for c in columns]
            lines.append("| " + " | ".join(cells) + " |")
        return "\n".join(lines)
    return _table(columns, rows, headings or {})


def as_json(value: Any, indent: int | None = None) -> str:
    """JSON that shows text as it is, but for what would steer a terminal."""
    text = json.dumps(_finite(value), ensure_ascii=False, indent=indent)
    return _RAW_IN_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def _finite(value: Any) -> Any:
    """JSON knows no infinity and nothing that is not a number: they are null there."""
    if isinstance(value, dict):
        return {k: _finite(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_finite(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _separated(format_: str, columns: list[str], rows: list[dict[str, Any]]) -> str:
    """CSV gives values as they are; in TSV, which cannot quote, a tab or line end is a space."""
    out = io.StringIO()
    if format_ == "tsv":
        for texts in (columns, *([cell(row.get(c)) for c in columns] for row in rows)):
            out.write("\t".join(map(flat, texts)) + "\n")
        return out.getvalue().removesuffix("\n")
    guard = _guarded if format_ == CSV_SAFE else str
    writer = csv.writer(out, lineterminator="\n")
    for texts in (columns, *([cell(row.get(c)) for c in columns] for row in rows)):
        if any("\r" in text for text in texts):  # not every version of csv quotes a bare one
            out.write(",".join(_quoted(guard(text)) for text in texts) + "\n")
        else:
            writer.writerow([guard(text) for text in texts])
    return out.getvalue().removesuffix("\n")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: text behind an apostrophe."""
    risky = _FORMULA.match(text.lstrip(" ")) and not _NUMBER.fullmatch(text)
    return "'" + text if risky else text


def marked_down(text: str) -> str:
    """Text on one line of Markdown in which nothing is markup."""
    return _MARKUP.sub(lambda m: _ENTITIES.get(m[0], "\\" + m[0]), flat(text))


def _table(columns: list[str], rows: list[dict[str, Any]], headings: dict[str, str]) -> str:
    from kg.table import table

    names = [flat(headings.get(column, column.replace("_", " "))) for column in columns]
    cells = [[flat(cell(row.get(c))) for c in columns] for row in rows]
    return table(names, cells, width_of(sys.stdout), sys.stdout)

"""Rows for people and for programs: table, JSON, CSV, TSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
import math
import sys
from typing import Any

FORMATS = ("table", "json", "csv", "tsv", "md")


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


def rows_as(
    format_: str,
    columns: list[str],
    rows: list[dict[str, Any]],
    headings: dict[str, str] | None = None,
) -> str:
    """Rows in a format, without a line end at the end; a table may have other headings."""
    if format_ == "json":
        return json.dumps(_finite(rows), ensure_ascii=False, indent=2)
    if format_ in ("csv", "tsv"):
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n", delimiter="\t" if format_ == "tsv" else ",")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_flat(row.get(c), format_) for c in columns])
        return out.getvalue().rstrip("\n")
    if format_ == "md":
        lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
        for row in rows:
            cells = [cell(row.get(c)).replace("|", "\\|").replace("\n", " ") for c in columns]
            lines.append("| " + " | ".join(cells) + " |")
        return "\n".join(lines)
    return _table(columns, rows, headings or {})


def _finite(value: Any) -> Any:
    """JSON knows no infinity and nothing that is not a number: they are null there."""
    if isinstance(value, dict):
        return {k: _finite(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_finite(v) for v in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _flat(value: Any, format_: str) -> str:
    text = cell(value)
    return text.replace("\t", " ").replace("\n", " ") if format_ == "tsv" else text


def _table(columns: list[str], rows: list[dict[str, Any]], headings: dict[str, str]) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        heading = headings.get(column, column.replace("_", " "))
        table.add_column(Text(heading), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(row.get(c))) for c in columns))
    out = io.StringIO()
    width = None if sys.stdout.isatty() else 160
    console = Console(file=out, width=width, no_color=not sys.stdout.isatty(), highlight=False)
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip("\n")

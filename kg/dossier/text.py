"""A dossier as text: a part a table, for a terminal, a pipe, or as Markdown."""

from __future__ import annotations

import sys
from typing import Any

from kg.dossier.custody import GAP
from kg.dossier.sections import SECTIONS, relation, telling
from kg.dossier.words import says
from kg.render import marked_down, rows_as
from kg.table import table
from kg.terminal import Styled, coloured, flat, heading, width_of, wrapped
from kg.why.disputes import nodes
from kg.why.tree import WIDTH, Node, drawn
from queries.ask.wording import joined, label, value_text

_DETAILS = {"court": "in_court", "legal_basis": "legal_ground", "administrations": "under"}
Rows = list[dict[str, str]]


def blocks(found: dict[str, Any], format_: str, ids: bool = False) -> list[str]:
    """The dossier in pieces, between which stands an empty line; ``format_`` is table or md."""
    language = found["language"]
    parts = [_head(found, format_)]
    if found["legal_status"]:
        rows = [_status_row(row, language, ids) for row in found["legal_status"]]
        parts += _part("legal_status", rows, format_, language)
    for section in ("said", *SECTIONS):
        if section == "events" and "Person" in found["classes"]:
            parts.append(_chain(found, format_, ids))
        said = [_said_row(row, language, ids) for row in shown(found, section)]
        parts += _part(section, _without_empty(said), format_, language)
    if found["conflicts"]:
        parts.append(_titled("conflicts", _disputes(found, format_), format_, language))
    sources = [_source_row(row, language) for row in found["sources"]]
    return parts + _part("sources", sources, format_, language)


def shown(found: dict[str, Any], section: str) -> list[dict[str, Any]]:
    """The rows of a section that say something of their own; steps stand in the chain."""
    rows = [row for row in found["said"] if row["section"] == section]
    steps = {step["event_id"] for step in found["custody"]}
    return [
        r for r in telling(rows) if r["rank"] or not r["object_id"] or r["object_id"] not in steps
    ]


def chain_table(chain: list[dict[str, Any]], format_: str, language: str, ids: bool) -> str:
    """The custody chain alone, as a table for people."""
    return _rows(format_, [_step_row(step, language, ids) for step in chain])


def details(step: dict[str, Any], language: str) -> list[str]:
    """Where a step was taken, before which court, on what ground, who was in office."""
    found = list(step["place"])
    for name, word in _DETAILS.items():
        if step[name]:
            found.append(says(language, word, names=joined(step[name], language)))
    return found


def remark(row: dict[str, Any], language: str) -> str:
    """That a claim was set aside or preferred, and that a rule concluded a row."""
    told = []
    if row["rank"] not in (None, "normal"):
        told.append(value_text(row["rank"], "rank", language))
    if row["inferred"]:
        told.append(says(language, "inferred"))
    return "; ".join(told)


# --- Rows -----------------------------------------------------------------------------------------


def _said_row(row: dict[str, Any], language: str, ids: bool) -> dict[str, str]:
    valid = row["valid"]
    cells = {
        "relation": relation(row, language),
        "object": _value(row, language),
        "when": value_text(valid, "valid", language)
        if isinstance(valid, str)
        else str(valid or ""),
        "status": value_text(row["status"], "status", language),
        "remark": remark(row, language),
    }
    return _headed(cells, language) | _ids(ids, row, "predicate", "object_id", "claims")


def _value(row: dict[str, Any], language: str) -> str:
    dated = row["predicate"] in ("date_claimed", "planned_date", "determined_on", "attested_on")
    if row["object_id"] is None and dated and isinstance(row["object"], str):
        return value_text(row["object"], "date", language)
    return str(row["object"] if row["object"] is not None else row["object_id"])


def _step_row(step: dict[str, Any], language: str, ids: bool) -> dict[str, str]:
    gap = step["kind"] == GAP
    cells = {
        "when": _days(step["date"]),
        "step": says(language, "gap") if gap else step["step"],
        "event": "; ".join([step["event"], *details(step, language)]),
        "status": "; ".join(value_text(s, "status", language) for s in step["statuses"]),
    }
    return _headed(cells, language) | _ids(ids, step, "event_id", "claims")


def _days(text: str | None) -> str:
    """A date as the graph has it, short enough for a column; of a gap its two ends."""
    ends = (text or "").split("/")
    return "\u00a0– ".join("" if end == ".." else end for end in ends).strip()


def _status_row(row: dict[str, Any], language: str, ids: bool) -> dict[str, str]:
    cells = {
        "status": value_text(row["status"], "status", language),
        "event": row["event"],
        "when": value_text(row["date"], "date", language),
    }
    return _headed(cells, language) | _ids(ids, row, "event_id", "claims")


def _source_row(row: dict[str, Any], language: str) -> dict[str, str]:
    cells = {
        "claims": str(row["claims"]),
        "source": row["title"] or row["id"],
        "publisher": row["publisher"] or "",
        "published": value_text(row["published"], "date", language),
    }
    return _headed(cells, language) | {"id": row["id"]}


def _headed(cells: dict[str, str], language: str) -> dict[str, str]:
    return {says(language, name): text for name, text in cells.items()}


def _ids(wanted: bool, row: dict[str, Any], *names: str) -> dict[str, str]:
    def text(value: Any) -> str:
        return "; ".join(value) if isinstance(value, list) else str(value or "")

    return {name: text(row[name]) for name in names} if wanted else {}


def _without_empty(rows: Rows) -> Rows:
    """Rows without the columns in which nothing stands."""
    full = {name for row in rows for name, text in row.items() if text}
    return [{name: text for name, text in row.items() if name in full} for row in rows]


# --- Text -----------------------------------------------------------------------------------------


def _head(found: dict[str, Any], format_: str) -> str:
    language = found["language"]
    lines = []
    if found["names"]:
        lines.append(says(language, "also", names="; ".join(found["names"])))
    if found["classes"]:  # a foreign thing may have none
        classes = joined([label(c, language) for c in found["classes"]], language)
        lines.append(says(language, "classes", names=classes))
    lines += [*found["presumption"], *found["only"]]
    title = f"{found['name']} ({found['id']})"
    if format_ == "md":
        return "\n\n".join([f"# {marked_down(title)}", *map(marked_down, lines)])
    told = "\n".join(wrapped(flat(line), width_of(sys.stdout) or WIDTH) for line in lines)
    return _ours(f"{heading(flat(title), sys.stdout)}\n{told}")


def _ours(text: str) -> str:
    """Text of lines of which some have colour of ours."""
    return Styled(text) if coloured(sys.stdout) else text


def _titled(section: str, body: str, format_: str, language: str) -> str:
    text = says(language, section)
    title = f"## {text}\n" if format_ == "md" else heading(text, sys.stdout)
    return _ours(f"{title}\n{body}")


def _part(section: str, rows: Rows, format_: str, language: str) -> list[str]:
    return [_titled(section, _rows(format_, rows), format_, language)] if rows else []


def _rows(format_: str, rows: Rows) -> str:
    """A table; it is to be read as a page, so in a pipe its rows are broken as at 80 columns."""
    columns = list(rows[0]) if rows else []
    if format_ == "md":
        return rows_as(format_, columns, list(rows))
    cells = [[flat(row[column]) for column in columns] for row in rows]
    return table(columns, cells, width_of(sys.stdout) or WIDTH, sys.stdout)


def _chain(found: dict[str, Any], format_: str, ids: bool) -> str:
    language = found["language"]
    body = says(language, "no_steps")
    if found["custody"]:
        body = chain_table(found["custody"], format_, language, ids)
    return _titled("custody", body, format_, language)


def _disputes(found: dict[str, Any], format_: str) -> str:
    claims = {name: c for one in found["conflicts"] for name, c in one["claims"].items()}
    tree = nodes({"disputes": found["conflicts"], "claims": claims}, found["language"])
    return "\n".join(_listed(tree)) if format_ == "md" else drawn(tree)


def _listed(tree: list[Node], depth: int = 0) -> list[str]:
    """A tree as a list of Markdown."""
    lines = []
    for node in tree:
        text = " ".join(marked_down(line) for line in node.lines)
        lines += [f"{'  ' * depth}- {text}", *_listed(node.below, depth + 1)]
    return lines

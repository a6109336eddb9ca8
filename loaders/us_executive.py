"""Presidents and vice-presidents of the United States: ``us_executive.yaml``, exact terms.

Only terms that touch 1945 or later are kept. Terms of one person in one office that follow each
other without a gap are one tenure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loaders.draft import Draft, RowClaims
from loaders.rows import Row
from loaders.tenures import say_tenure

FILE = "us_executive.yaml"
COLUMNS = "name terms"
SINCE = "1945"

Term = dict[str, str]


def load(draft: Draft, rows: list[Row]) -> None:
    """Says the exact terms, and the party of each."""
    source = draft.dataset("us-executive", draft.hashes[FILE])
    for entry in rows:
        try:
            names, held = entry.data["name"], _tenures(entry.data["terms"], draft.read)
            name = " ".join(names[k] for k in ("first", "middle", "last") if k in names)
        except (KeyError, TypeError, AttributeError):
            draft.problems.cell(
                entry,
                "terms",
                "the entry has no name or no terms with type, start and end; add them.",
            )
            continue
        for kind, terms in held:
            first, last = terms[0], terms[-1]
            if last["end"] < SINCE:
                continue
            cells = {"name": name, "type": kind, "party": last["party"]}
            row = replace(entry, cells=cells)
            person = draft.mappings.cell(draft.problems, "us_executive", row, "name")
            office = draft.mappings.cell(draft.problems, "us_offices", row, "type")
            party = draft.mappings.cell(draft.problems, "parties", row, "party")
            if not (person and office and party):
                continue
            column = "terms." + "-".join(dict.fromkeys((first["number"], last["number"])))
            claims = RowClaims(draft, "us-executive", row, [source])
            start, end = first["start"], last["open"] or last["end"]
            post = draft.mappings.section("offices")[office]
            _, said = say_tenure(draft, claims, column, person, post, start, end)
            if last["open"]:
                for claim in said:
                    claim["note"] += f"; the scheduled end {last['end']} has not come"
            claims.say(column, person, "memberOf", party, valid=f"{start}/{end}")


def _tenures(terms: list[dict[str, Any]], read: str) -> list[tuple[str, list[Term]]]:
    """Terms by office, joined where one begins on the day on which the last ended.

    ``open`` is '..' for a term whose scheduled end has not come on the day of reading.
    """
    joined: list[tuple[str, list[Term]]] = []
    for number, term in enumerate(terms, 1):
        end = str(term["end"])
        one = {
            "number": str(number),
            "start": str(term["start"]),
            "end": end,
            "open": ".." if end > read else "",
            "party": term.get("party", ""),
        }
        if joined and joined[-1][0] == term["type"] and joined[-1][1][-1]["end"] == one["start"]:
            joined[-1][1].append(one)
        else:
            joined.append((term["type"], [one]))
    return joined

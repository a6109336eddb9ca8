"""Presidents and vice-presidents from two public data sets, as claim sheets.

``python -m loaders.officials DIR OUT`` reads ``us_executive.yaml`` (exact terms, since the first
president) and the REIGN list (leaders of Mexico and the United States, ends to the month) from
DIR. Only terms that touch 1945 or later are kept. Terms of one person in one office that follow
each other without a gap are one tenure.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any

import yaml

from loaders.draft import READ, Claim, Draft, RowClaims
from loaders.mappings import Mappings, load_mappings
from loaders.rows import Row, read_rows
from loaders.tenures import say_tenure
from ontology import SheetError

EXECUTIVE = "us_executive.yaml"
REIGN = "reign_leaders_mex_usa_2021-03.csv"
REIGN_COLUMNS = "stateabb leader sdate smonth syear emonth eyear"
SINCE = "1945"

Term = dict[str, str]


def load_executive(draft: Draft, path: Path) -> dict[str, list[Claim]]:
    """Says the exact terms; returns the claims of each tenure's date."""
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    source = draft.dataset("us-executive", hashlib.sha256(raw).hexdigest())
    tree = yaml.compose(text)
    lines = [node.start_mark.line + 1 for node in tree.value] if tree else []
    dates: dict[str, list[Claim]] = {}
    for number, (line, entry) in enumerate(zip(lines, yaml.safe_load(text), strict=True), 1):
        name = " ".join(entry["name"][k] for k in ("first", "middle", "last") if k in entry["name"])
        for kind, terms in _tenures(entry["terms"], draft.read):
            first, last = terms[0], terms[-1]
            if last["end"] < SINCE:
                continue
            cells = {"name": name, "type": kind, "party": last["party"]}
            row = Row(path.name, line, number, cells, "entry")
            person = draft.mappings.cell(draft.problems, "us_executive", row, "name")
            office = draft.mappings.cell(draft.problems, "us_offices", row, "type")
            party = draft.mappings.cell(draft.problems, "parties", row, "party")
            if not (person and office and party):
                continue
            column = "terms." + "-".join(dict.fromkeys((first["number"], last["number"])))
            claims = RowClaims(draft, "us-executive", row, [source])
            start, end = first["start"], last["open"] or last["end"]
            post = draft.mappings.section("offices")[office]
            tenure, said = say_tenure(draft, claims, column, person, post, start, end)
            dates[tenure] = said
            if last["open"]:
                for claim in said:
                    claim["note"] += f"; the scheduled end {last['end']} has not come"
            claims.say(column, person, "memberOf", party, valid=f"{start}/{end}")
    return dates


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


def load_reign(draft: Draft, path: Path, exact: dict[str, list[Claim]]) -> None:
    """Says the terms of the REIGN list; disagreement with an exact term is marked on both."""
    rows = read_rows(path, REIGN_COLUMNS, draft.problems, delimiter=",")
    if not rows:
        return
    source = draft.dataset("reign-leaders-2021-03", hashlib.sha256(path.read_bytes()).hexdigest())
    for row in rows:
        who = f"{row['stateabb']} {row['leader']}"
        person = draft.mappings.cell(draft.problems, "reign", row, "leader", who)
        office = draft.mappings.cell(draft.problems, "reign_offices", row, "stateabb")
        days = _days(draft, row)
        if not (person and office and days):
            continue
        start, end = days
        claims = RowClaims(draft, "reign", row, [source])
        post = draft.mappings.section("offices")[office]
        tenure, said = say_tenure(draft, claims, "sdate", person, post, start, end)
        for claim in said:
            if not end:
                claim["note"] = "in office in March 2021"
            for other in exact.get(tenure, ()):
                if _disagree(claim["object"], other["object"]):
                    claim["contradicts"], other["contradicts"] = other["claim"], claim["claim"]


def _days(draft: Draft, row: Row) -> tuple[str, str] | None:
    for column in ("sdate", "smonth", "syear"):
        if not row[column].isdigit():
            draft.problems.cell(row, column, f"'{row[column]}' is no number; write digits only.")
            return None
    start = f"{row['syear']}-{int(row['smonth']):02d}-{int(row['sdate']):02d}"
    if not row["eyear"]:
        return (start, "") if draft.problems.date(row, "sdate", start) else None
    if not row["emonth"].isdigit():
        draft.problems.cell(row, "emonth", f"'{row['emonth']}' is no number; write digits only.")
        return None
    end = f"{row['eyear']}-{int(row['emonth']):02d}"
    good = draft.problems.date(row, "sdate", start) and draft.problems.date(row, "emonth", end)
    return (start, end) if good else None


def _disagree(coarse: str, exact: str) -> bool:
    """Whether a term (start to the day, end to the month or unknown) differs from an exact one."""
    (start, end), (first, last) = coarse.split("/"), exact.split("/")
    return start != first or bool(end and last[:7] != end)


def load_folder(folder: Path, mappings: Mappings | None = None, read: str = READ) -> Draft:
    """What both data sets say. SheetError lists every bad cell."""
    draft = Draft(mappings or load_mappings(), read=read)
    try:
        exact = load_executive(draft, folder / EXECUTIVE)
    except OSError as error:
        raise SheetError(
            [f"{EXECUTIVE}: cannot be read ({error.strerror}); check the folder."]
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError, KeyError, TypeError) as error:
        raise SheetError(
            [
                f"{EXECUTIVE}: is not the list of people with name and terms ({error!r}); "
                "fetch it again."
            ]
        ) from error
    load_reign(draft, folder / REIGN, exact)
    draft.problems.refuse()
    return draft


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m loaders.officials", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of the two data sets")
    parser.add_argument("out", type=Path, metavar="OUT", help="where the sheets go")
    parser.add_argument("--read", default=READ, metavar="DATE", help="when the data sets were read")
    given = parser.parse_args(arguments)
    try:
        draft = load_folder(given.folder, read=given.read)
        draft.write(given.out)
    except SheetError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    for sheet, claims in draft.sheets.items():
        print(f"{sheet}: {len(claims)} claims", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Leaders of Mexico and the United States in the REIGN list: ends to the month.

Where a term differs from the exact one of ``us_executive.yaml``, both claims say so.
"""

from __future__ import annotations

from loaders.draft import Claim, Draft, RowClaims
from loaders.rows import Row, is_number
from loaders.tenures import say_tenure

FILE = "reign_leaders_mex_usa_2021-03.csv"
COLUMNS = "stateabb leader sdate smonth syear emonth eyear"
NEEDS = ("us_executive.yaml",)


def load(draft: Draft, rows: list[Row]) -> None:
    """Says the terms; disagreement with an exact term is marked on both."""
    source = draft.dataset("reign-leaders-2021-03", draft.hashes[FILE])
    exact: dict[str, list[Claim]] = {}
    for claim in draft.sheets.get("us-executive", ()):
        if claim["predicate"] == "date":
            exact.setdefault(claim["subject"], []).append(claim)
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
        if not is_number(row[column]):
            draft.problems.cell(row, column, f"'{row[column]}' is no number; write digits only.")
            return None
    start = f"{row['syear']}-{int(row['smonth']):02d}-{int(row['sdate']):02d}"
    if not row["eyear"]:
        return (start, "") if draft.problems.date(row, "sdate", start) else None
    if not is_number(row["emonth"]):
        draft.problems.cell(row, "emonth", f"'{row['emonth']}' is no number; write digits only.")
        return None
    end = f"{row['eyear']}-{int(row['emonth']):02d}"
    good = draft.problems.date(row, "sdate", start) and draft.problems.date(row, "emonth", end)
    return (start, end) if good else None


def _disagree(coarse: str, exact: str) -> bool:
    """Whether a term (start to the day, end to the month or unknown) differs from an exact one."""
    (start, end), (first, last) = coarse.split("/"), exact.split("/")
    return start != first or bool(end and last[:7] != end)

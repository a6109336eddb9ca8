"""A person's way through custody and law in order, and its gaps: what is not recorded is said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kg.dossier.words import says
from kg.things import called
from kg.why.gather import weakest
from ontology import ontology
from queries.ask.vocabulary import ancestors

if TYPE_CHECKING:
    from kg.session import Session

QUERY = "custody_chain"
COLUMNS = [
    *("date", "step", "event", "event_id", "place", "court", "legal_basis", "administrations"),
    *("status", "claims"),
]
GAP = "gap"
# The steps as the query names them, in the order of those of one day.
_KINDS = (
    *("Arrest", "Escape", "Release", "Extradition", "Expulsion", "Transfer", "Custody"),
    *("CourtAppearance", "Plea", "Verdict", "Sentence", "Charge", "ProsecutionDecision"),
    *("CustodyEvent", "LegalEvent"),
)
_BEGINS = frozenset(("Arrest", "Custody", "Transfer"))
_ENDS = frozenset(("Release", "Escape"))
_MOVES = frozenset(("Transfer",))  # presuppose that somebody is held already
_LAW = frozenset(("Charge", "CourtAppearance", "Plea", "Verdict", "Sentence"))
_OUTCOME = frozenset(("Plea", "Verdict", "Sentence"))
_LAST = "9999-12-31"
_DAYS_OF_A_YEAR = 365.25
_LONG = 366  # days without any step that are worth a word
_NAMES = ("place", "from_country", "to_country", "court", "legal_basis")
_IN_OFFICE = ("administration", "possible_administration")


def custody(session: Session, identifier: str, language: str = "en") -> list[dict[str, Any]]:
    """A person's arrests, releases, transfers, charges, pleas and sentences in order, and the gaps.

    What has no date comes last.  A gap says what must have been and is not recorded, or what one
    would expect and is not.
    """
    from queries import bind, run_cypher

    query = session.catalogue.get(QUERY)
    rows = run_cypher(query, bind(query, {"person": identifier}), session.store).rows
    events: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        events.setdefault(row["event_id"], []).append(row)
    steps = [_step(session, told, language) for told in events.values()]
    return with_gaps(sorted(steps, key=_order), language)


def _order(step: dict[str, Any]) -> tuple[str, ...]:
    """By the first and the last day; on one day an arrest comes before a hearing."""
    first, last = _days(step["date"])
    place = str(_KINDS.index(step["kind"])).zfill(2)
    return first or _LAST, last or _LAST, place, step["event_id"]


def _step(session: Session, told: list[dict[str, Any]], language: str) -> dict[str, Any]:
    """One event; several rows of it differ in how firmly it is put."""
    first = told[0]
    names = {c: _called(session, first, c, language) for c in (*_NAMES, *_IN_OFFICE)}
    countries = [*names["from_country"], *names["to_country"]]
    possible = [says(language, "possibly", name=n) for n in names["possible_administration"]]
    statuses = sorted({row["status"] for row in told})
    return {
        "date": first["date"],
        "step": ontology().by_label[first["step"]].labels[language],
        "kind": first["step"],
        "event": called(session, first["event_id"], first["event"], language),
        "event_id": first["event_id"],
        "place": names["place"] or ([" → ".join(countries)] if countries else []),
        "court": names["court"],
        "legal_basis": [*names["legal_basis"], *sorted(first["legal_form"])],
        "administrations": [*names["administration"], *possible],
        "status": weakest(statuses),
        "statuses": statuses,
        "claims": sorted({claim for row in told for claim in row["claims"]}),
    }


def _called(session: Session, row: dict[str, Any], column: str, language: str) -> list[str]:
    pairs = zip(row[f"{column}_id"], row[column], strict=True)
    return [called(session, i, name, language) for i, name in pairs]


# --- Gaps -----------------------------------------------------------------------------------------


def with_gaps(steps: list[dict[str, Any]], language: str = "en") -> list[dict[str, Any]]:
    """Steps in order with a row for each gap between them."""
    found: list[dict[str, Any]] = []
    held_since: dict[str, Any] | None = None
    before: dict[str, Any] | None = None  # the step before, whatever it was
    law: set[str] = set()  # what courts and prosecutors are recorded to have done meanwhile
    undated = [step for step in steps if step["date"] is None]
    for step in steps:
        if step["date"] is None:
            continue
        kinds, gaps = ancestors(step["kind"]), len(found)
        if kinds & _BEGINS - _MOVES and held_since is not None and not _same_day(held_since, step):
            found.append(_gap(held_since, step, says(language, "gap_end")))
            held_since = None
        if kinds & (_MOVES | _ENDS) and held_since is None:
            found.append(_gap(before, step, says(language, "gap_arrest")))
        if kinds & _ENDS and held_since is not None and not law & _LAW:
            found.append(_gap(held_since, step, says(language, "gap_law")))
        if gaps == len(found) and before is not None and (years := _years(before, step)):
            what = says(language, "gap_year" if years == 1 else "gap_years", count=years)
            found.append(_gap(before, step, what))
        found.append(step)
        before = step
        if kinds & _BEGINS and held_since is None:
            held_since, law = step, set()
        elif kinds & _ENDS:
            held_since = None
        law |= kinds
    told = law.union(*(ancestors(step["kind"]) for step in undated))
    if held_since is not None and not told & _OUTCOME:
        found.append(_gap(held_since, None, says(language, "gap_outcome")))
    if undated:
        found.append(_gap(None, None, says(language, "gap_date")))
    return [*found, *undated]


def _same_day(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["date"] == other["date"])


def _years(before: dict[str, Any], after: dict[str, Any]) -> int:
    """How many years lie between two steps at least; 0 where it is no more than one."""
    ends = _days(before["date"])[1], _days(after["date"])[0]
    if None in ends or _LAST in ends:
        return 0
    last, first = (date.fromisoformat(str(day)) for day in ends)
    passed = (first - last).days
    return max(1, round(passed / _DAYS_OF_A_YEAR)) if passed > _LONG else 0


def _days(text: str | None) -> tuple[str | None, str | None]:
    from graph.claims import DateError, interval

    try:
        return interval(text) if text else (None, None)
    except DateError:
        return None, None


def _gap(before: dict[str, Any] | None, after: dict[str, Any] | None, what: str) -> dict[str, Any]:
    ends = [str(one["date"]) if one else ".." for one in (before, after)]
    return {
        "date": None if before is None and after is None else "/".join(ends),
        "step": GAP,
        "kind": GAP,
        "event": what,
        "event_id": None,
        **{name: [] for name in ("place", "court", "legal_basis", "administrations")},
        "status": None,
        "statuses": [],
        "claims": [],
    }

"""All that the graph says of one entity, and a person's way through custody and law with its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.statements import statement
from ontology import ontology

if TYPE_CHECKING:
    from kg.session import Session

COLUMNS = ["predicate", "object", "object_id", "valid", "status", "rank", "inferred", "claims"]
CUSTODY_COLUMNS = [
    *("date", "step", "event", "event_id", "place", "legal_basis", "administrations"),
    *("status", "claims"),
]
GAP = "gap"
# The classes of steps, the most telling first; what begins custody and what ends it.
_STEPS = (
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
_GAPS = {
    "en": {
        "end": "how custody ended before this is not recorded",
        "arrest": "the arrest before this is not recorded",
        "law": "no charge, plea, verdict or sentence is recorded",
        "outcome": "no plea, verdict or sentence is recorded",
        "date": "of what follows no date is recorded",
        "possibly": "possibly {name}",
    },
    "es": {
        "end": "no está registrado cómo terminó la custodia anterior",
        "arrest": "no está registrada la detención anterior",
        "law": "no está registrada ninguna acusación, declaración, veredicto ni condena",
        "outcome": "no está registrada ninguna declaración, veredicto ni condena",
        "date": "de lo que sigue no está registrada ninguna fecha",
        "possibly": "posiblemente {name}",
    },
}


def rows(session: Session, identifier: str) -> list[dict[str, Any]]:
    """What is said of an entity; ``^`` before a predicate says that the other thing is its subject.

    A claim that draws no fact has a row of its own with its status and rank; so has each value.
    """
    from graph.loading import told

    read = session.store.read
    given = {"id": identifier}
    outgoing = read(statement("facts"), given).records
    found = [
        *read(statement("values"), given).records,
        *outgoing,
        *_only_incoming(read(statement("incoming"), given).records, outgoing),
        *read(statement("undrawn"), given).records,
    ]
    nothing: dict[str, Any] = {"valid": None, "status": None, "inferred": False, "claims": []}
    found += [one._asdict() | nothing for one in told(session.store, identifier)]
    whole = [{"rank": None} | row for row in found]
    return sorted(whole, key=_order)


def _order(row: dict[str, Any]) -> tuple[Any, ...]:
    """Of all that a row has, so that no engine's order shows."""
    said = str(row["object"]), str(row["valid"]), str(row["status"])
    return row["predicate"], *said, row["claims"]


def _only_incoming(
    incoming: list[dict[str, Any]], outgoing: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The relationships to an entity that none from it says the other way round."""
    said = {(row["predicate"], row["object_id"]) for row in outgoing}
    return [
        row | {"predicate": "^" + row["predicate"]}
        for row in incoming
        if (_turned(row["predicate"]), row["object_id"]) not in said
    ]


def _turned(predicate: str) -> str | None:
    """The predicate that says the same from the other end."""
    model = ontology()
    term = model.by_type.get(predicate)
    if term is None:
        return None
    if term.symmetric:
        return predicate
    inverse = model.terms.get(term.inverse or "")
    return inverse.graph_name if inverse else None


# --- Custody --------------------------------------------------------------------------------------


def custody(session: Session, identifier: str, language: str = "en") -> list[dict[str, Any]]:
    """A person's arrests, releases, transfers, charges, pleas and sentences in order, and the gaps.

    What has no date comes last.  A gap says what must have been and is not recorded, or what one
    would expect and is not.
    """
    events: dict[str, dict[str, Any]] = {}
    for row in session.store.read(statement("custody"), {"id": identifier}).records:
        known = events.setdefault(row["event_id"], row | {"claims": []})
        known["claims"] = sorted({*known["claims"], *row["claims"]})
    order = sorted(
        events.values(),
        key=lambda e: (e["date_from"] or _LAST, e["date_to"] or _LAST, _place(e), e["event_id"]),
    )
    return list(with_gaps([_step(e, language) for e in order], language))


def _place(event: dict[str, Any]) -> int:
    return next(n for n, c in enumerate(_STEPS) if c in event["labels"])


def _step(event: dict[str, Any], language: str) -> dict[str, Any]:
    kind = next(c for c in _STEPS if c in event["labels"])  # the query asks for these classes
    countries = [*sorted(event["from_countries"]), *sorted(event["to_countries"])]
    forms = event["legal_form"] or []
    forms = forms if isinstance(forms, list) else [forms]
    possibly = _GAPS[language]["possibly"]
    possible = [possibly.format(name=name) for name in sorted(event["possible_administrations"])]
    return {
        "date": event["date"],
        "step": ontology().by_label[kind].labels[language],
        "event": event["event"],
        "event_id": event["event_id"],
        "place": sorted(event["places"]) or ([" → ".join(countries)] if countries else []),
        "legal_basis": [*sorted(event["legal_basis"]), *sorted(forms)],
        "administrations": [*sorted(event["administrations"]), *possible],
        "status": event["status"],
        "claims": event["claims"],
        "labels": sorted(event["labels"]),
    }


def with_gaps(steps: list[dict[str, Any]], language: str = "en") -> list[dict[str, Any]]:
    """Steps in order with a row for each gap between them."""
    found: list[dict[str, Any]] = []
    words = _GAPS[language]
    held_since: dict[str, Any] | None = None
    law: set[str] = set()  # what courts and prosecutors are recorded to have done meanwhile
    undated = [step for step in steps if step["date"] is None]
    for step in steps:
        if step["date"] is None:
            continue
        labels = set(step["labels"])
        if labels & _BEGINS - _MOVES and held_since is not None and not _same_day(held_since, step):
            found.append(_gap(held_since, step, words["end"]))
            held_since = None
        if labels & (_MOVES | _ENDS) and held_since is None:
            before = found[-1] if found else None
            found.append(_gap(before, step, words["arrest"]))
        if labels & _ENDS and held_since is not None and not law & _LAW:
            found.append(_gap(held_since, step, words["law"]))
        found.append(step)
        if labels & _BEGINS and held_since is None:
            held_since, law = step, set()
        elif labels & _ENDS:
            held_since = None
        law |= labels
    told = law.union(*(step["labels"] for step in undated))
    if held_since is not None and not told & _OUTCOME:
        found.append(_gap(held_since, None, words["outcome"]))
    if undated:
        found.append(_gap(None, None, words["date"]))
    return [{k: v for k, v in s.items() if k != "labels"} for s in [*found, *undated]]


def _same_day(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["date"] == other["date"])


def _gap(before: dict[str, Any] | None, after: dict[str, Any] | None, what: str) -> dict[str, Any]:
    ends = [str(one["date"]) if one else ".." for one in (before, after)]
    return {
        "date": None if before is None and after is None else "/".join(ends),
        "step": GAP,
        "event": what,
        "event_id": None,
        "place": [],
        "legal_basis": [],
        "administrations": [],
        "status": None,
        "claims": [],
    }

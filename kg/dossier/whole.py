"""The whole dossier as one object: what ``kg show --format json`` prints and other forms are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.conflicts import conflicts
from kg.dossier.custody import custody
from kg.dossier.rows import rows
from kg.dossier.sections import section_of
from kg.dossier.words import says
from kg.things import called, entity_head
from kg.why.gather import Gatherer
from queries.ask.wording import joined, label, phrase, value_text

if TYPE_CHECKING:
    from kg.session import Session

SCHEMA = 1
LEGAL_STATUS = "legal_status"
LADDER = ("alleged", "charged", "pleaded guilty", "convicted", "sentenced")
BESIDE = ("acquitted", "dismissed")
DECIDED = frozenset(("pleaded guilty", "convicted", "sentenced"))
_UNSAID = ("Entity", "Claim")  # classes that tell a reader nothing
_OF_SOURCE = ("title", "publisher", "published", "url")


def dossier(
    session: Session, identifier: str, language: str = "en", inferred: bool = True
) -> dict[str, Any]:
    """All that the graph says of an entity; NotFound where there is none.

    ``said`` are the rows, each with its ``section``; of a person also ``legal_status`` and the
    ``custody`` chain with its gaps.  ``evidence`` has every claim behind them by its id.
    """
    head = entity_head(session, identifier)
    person = "Person" in head["labels"]
    said = [r for r in rows(session, identifier) if inferred or not r["inferred"]]
    for row in said:
        row["section"] = section_of(session, row) if person else "said"
        if row["object_id"]:
            row["object"] = called(session, row["object_id"], row["object"], language)
    chain = custody(session, identifier, language) if person else []
    status = _legal_status(session, identifier, language) if person else []
    behind = [c for row in [*said, *chain, *status] for c in row["claims"]]
    claims = Gatherer(session, language).explanation([], asked=sorted({*behind}))["claims"]
    name = called(session, identifier, head["name"], language)
    return {
        "schema": SCHEMA,
        "id": identifier,
        "name": name,
        "names": [n for n in head["names"] or [] if n != name],
        "classes": sorted(label for label in head["labels"] if label not in _UNSAID),
        "language": language,
        "release": getattr(session.store.release(), "generation", None),
        "only": only(session, language),
        "presumption": presumption(head["labels"], said, status, language),
        "legal_status": status,
        "said": said,
        "custody": chain,
        "conflicts": _conflicts(session, identifier, _events(chain), language),
        "sources": _sources(behind, claims),
        "evidence": claims,
    }


def only(session: Session, language: str) -> list[str]:
    """By what view of the graph the dossier is made, in words."""
    said = session.view.said if session.view else {}
    return [
        phrase(
            language,
            f"only_{name}",
            said=text if name == "policy" else value_text(text, "date", language),
        )
        for name, text in said.items()
    ]


def _events(chain: list[dict[str, Any]]) -> set[str]:
    return {step["event_id"] for step in chain if step["event_id"]}


# --- Legal status ---------------------------------------------------------------------------------


def _legal_status(session: Session, identifier: str, language: str) -> list[dict[str, Any]]:
    """How far matters are recorded to have come, the firmest first; beside the ladder last."""
    from queries import bind, run_cypher

    query = session.catalogue.get(LEGAL_STATUS)
    found = run_cypher(query, bind(query, {"person": identifier}), session.store).rows
    ordered = sorted(found, key=lambda r: (-(r["rung"] or 0), str(r["date"] or "9"), r["event_id"]))
    return [
        {
            **{name: row[name] for name in ("status", "rung", "event_id", "date", "claims")},
            "event": called(session, row["event_id"], row["event"], language),
        }
        for row in ordered
    ]


def presumption(
    labels: Iterable[str],
    said: list[dict[str, Any]],
    status: list[dict[str, Any]],
    language: str,
) -> list[str]:
    """What must be said of a person before anything else: where matters stand, and innocence."""
    if "Person" not in labels:
        return [says(language, "everyone")]
    recorded = {row["status"] for row in status}
    lines = []
    if recorded & {*LADDER}:
        steps = " < ".join(label(s, language) for s in LADDER)
        told = _listed((s for s in LADDER if s in recorded), language)
        lines.append(says(language, "ladder", ladder=f"({steps})", found=told))
    if recorded & {*BESIDE}:
        told = _listed((s for s in BESIDE if s in recorded), language)
        lines.append(says(language, "beside_ladder", found=told))
    if not recorded and "Accused" not in labels:
        lines.append(says(language, "unaccused"))
    if any(row["status"] == "denied" for row in said):
        lines.append(says(language, "denied"))
    return [*lines, says(language, "decided" if recorded & DECIDED else "presumed")]


def _listed(statuses: Iterable[str], language: str) -> str:
    return joined([label(s, language) for s in statuses], language)


# --- Sources and disputes -------------------------------------------------------------------------


def _conflicts(
    session: Session, identifier: str, events: set[str], language: str
) -> list[dict[str, Any]]:
    """The disputes about a thing and a person's steps, each side with its claims in full.

    Who else was there is no dispute about this person.  What a policy leaves out is told here all
    the same.
    """
    found = conflicts(session.without_policy, None, None, language)
    claims = found["claims"]

    def is_about(dispute: dict[str, Any]) -> bool:
        said = [claims[c] for side in dispute["sides"] for c in side["claims"]]
        ends = {one["subject"]["id"] for one in said}
        here = {identifier} & {*ends, *(one["object"]["id"] for one in said if one["object"])}
        return bool(here) or ends <= events

    return [
        {**dispute, "claims": {c: claims[c] for s in dispute["sides"] for c in s["claims"]}}
        for dispute in found["disputes"]
        if is_about(dispute)
    ]


def _sources(behind: list[str], claims: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The sources of what is said, those of the most claims first."""
    known = {c: claims[c]["source"] for c in {*behind} if c in claims}
    counts = Counter(source["id"] for source in known.values())
    told = {source["id"]: source for source in known.values()}
    return [
        {"id": name, **{key: told[name][key] for key in _OF_SOURCE}, "claims": count}
        for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]

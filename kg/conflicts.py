"""What sources disagree about: the two sides of each dispute, which one stands, and why.

The query ``conflicts`` finds pairs of claims: those that a reader has marked, different values of what
has one value, and what one side denies.  A claim that was set aside without such a pair stands against
the record, as its note tells.  Pairs that say the same on both sides are one dispute.

A dispute has its ``kind``, what it was ``found_by`` (reader, values, denial, note), two ``sides`` with
their claims, the ``resolution`` (preferred, set aside, open), the place of the side that ``stands``,
and ``reasons``: the notes of the claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.claims import SPAN
from kg.statements import statement
from kg.why.gather import Gatherer

if TYPE_CHECKING:
    from kg.session import Session

SCHEMA = 1
KINDS = ("within", "across", "against-record")
QUERY = "conflicts"


def conflicts(
    session: Session, topic: str | None, kind: str | None, language: str
) -> dict[str, Any]:
    """The disputes about an entity (an id), or all, and the claims on their sides."""
    pairs = _pairs(session, topic)
    paired = {claim for pair in pairs for claim in pair}
    alone = [c for c in _set_aside(session, topic) if c not in paired]
    found = Gatherer(session, language).explanation([], asked=sorted({*paired, *alone}))
    claims = found["claims"]
    disputes = [*disputes_of(pairs, claims), *(_against_a_note(c, claims[c]) for c in alone)]
    disputes = [d for d in disputes if kind in (None, d["kind"])]
    disputes.sort(key=lambda d: (KINDS.index(d["kind"]), [s["claims"] for s in d["sides"]]))
    shown = {c for d in disputes for side in d["sides"] for c in side["claims"]}
    return {
        "schema": SCHEMA,
        "language": language,
        "release": found["release"],
        "topic": topic,
        "disputes": disputes,
        "claims": {name: claim for name, claim in claims.items() if name in shown},
    }


def _pairs(session: Session, topic: str | None) -> list[tuple[str, str]]:
    from queries import bind, run_cypher

    query = session.catalogue.get(QUERY)
    given = {"topic": topic} if topic else {}
    rows = run_cypher(query, bind(query, given), session.store).rows
    found = {tuple(str(row["conflict"]).split(" ")) for row in rows}
    return sorted((one, two) for one, two in found)


def _set_aside(session: Session, topic: str | None) -> list[str]:
    rows = session.store.read(statement("set_aside")).records
    return sorted({r["id"] for r in rows if topic in (None, r["subject"], r["object"])})


def disputes_of(
    pairs: list[tuple[str, str]], claims: dict[str, dict[str, Any]]
) -> list[dict[str, Any]]:
    """Pairs of claims as disputes: those that say the same on both sides are one."""
    grouped: dict[tuple[Any, ...], list[tuple[str, str]]] = {}
    for one, two in pairs:
        if _rank(claims[one]) < _rank(claims[two]):
            one, two = two, one  # the firmer side first
        said = _said(claims[one]), _said(claims[two])
        if said[::-1] in {key[1:] for key in grouped}:
            one, two, said = two, one, said[::-1]
        key = (_kind(claims[one], claims[two]), *said)
        grouped.setdefault(key, []).append((one, two))
    return [_dispute(key[0], found, claims) for key, found in grouped.items()]


def _said(claim: dict[str, Any]) -> tuple[Any, ...]:
    """What makes two claims one side: the same words of the graph, and denying or not."""
    object_ = claim["object"]["id"] if claim["object"] else claim["value"]
    return claim["subject"]["id"], claim["predicate"], object_, claim["status"] == "denied"


def _rank(claim: dict[str, Any]) -> int:
    return {"deprecated": 0, "preferred": 2}.get(claim["rank"], 1)


def in_a_text(claim: dict[str, Any]) -> bool:
    """Whether a claim was read in a text and not taken from a table of the record."""
    return SPAN.fullmatch(claim["locator"] or "") is not None


def _kind(one: dict[str, Any], two: dict[str, Any]) -> str:
    if one["source"]["id"] == two["source"]["id"]:
        return "within"
    return "across" if in_a_text(one) == in_a_text(two) else "against-record"


def _dispute(
    kind: str, pairs: list[tuple[str, str]], claims: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    sides = [sorted({pair[place] for pair in pairs}) for place in (0, 1)]
    stands, resolution = _resolution(sides, claims)
    return {
        "kind": kind,
        "found_by": _found_by(pairs, claims),
        "resolution": resolution,
        "stands": stands,
        "reasons": _reasons(sides, claims),
        "pairs": len(pairs),
        "sides": [{"claims": side} for side in sides],
    }


def _found_by(pairs: list[tuple[str, str]], claims: dict[str, dict[str, Any]]) -> str:
    """A reader's mark, a denial, or two values of what has one."""
    if any(two in claims[one]["contradicts"] for one, two in pairs):
        return "reader"
    if any("denied" in (claims[one]["status"], claims[two]["status"]) for one, two in pairs):
        return "denial"
    return "values"


def _resolution(
    sides: list[list[str]], claims: dict[str, dict[str, Any]]
) -> tuple[int | None, str]:
    """The place of the side that stands, and how that was decided: by rank, or not at all."""
    best = [max(_rank(claims[c]) for c in side) for side in sides]
    if best[0] == best[1]:
        return None, "set aside" if best[0] == 0 else "open"
    stands = 0 if best[0] > best[1] else 1
    return stands, "preferred" if best[stands] == 2 else "set aside"


def _reasons(sides: list[list[str]], claims: dict[str, dict[str, Any]]) -> list[str]:
    """What the notes of the claims tell, those of what was set aside first."""
    ordered = sorted((c for side in sides for c in side), key=lambda c: (_rank(claims[c]), c))
    return list(dict.fromkeys(claims[c]["note"] for c in ordered if claims[c]["note"]))


def _against_a_note(name: str, claim: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": "against-record",
        "found_by": "note",
        "resolution": "set aside",
        "stands": 0,
        "reasons": [claim["note"]] if claim["note"] else [],
        "pairs": 0,
        "sides": [{"claims": []}, {"claims": [name]}],
    }

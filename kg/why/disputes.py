"""Disputes for people: both sides, what was decided, and the reason."""

from __future__ import annotations

from typing import Any

from kg.why import say
from kg.why.tree import Node
from queries.ask.wording import FIRM, label, value_text


def nodes(found: dict[str, Any], language: str) -> list[Node]:
    """A node for each dispute, with its sides below."""
    return [
        _node(number, dispute, found["claims"], language)
        for number, dispute in enumerate(found["disputes"], 1)
    ]


def counted(found: dict[str, Any], language: str) -> str:
    """How many disputes there are, by kind, and how many of them are open."""
    disputes = found["disputes"]
    kinds = [d["kind"] for d in disputes]
    return say.say(
        language,
        "counted",
        disputes=len(disputes),
        pairs=sum(d["pairs"] for d in disputes),
        within=kinds.count("within"),
        across=kinds.count("across"),
        against=kinds.count("against-record"),
        open=sum(d["resolution"] == "open" for d in disputes),
    )


def _node(number: int, dispute: dict[str, Any], claims: dict[str, Any], language: str) -> Node:
    first = claims[next(side["claims"][0] for side in dispute["sides"] if side["claims"])]
    predicate = first["predicate"]
    what = f"{first['subject']['name']}: {label(str(predicate), language)}"
    head = say.say(
        language,
        "dispute",
        number=number,
        what=what,
        kind=say.say(language, dispute["kind"]),
        found_by=say.say(language, f"by_{dispute['found_by']}"),
        resolution=say.say(language, _resolution(dispute, claims)),
    )
    below = [
        _side(place, dispute, side["claims"], claims, language)
        for place, side in enumerate(dispute["sides"])
    ]
    reasons = _reasons(dispute, language)
    return Node([head], below + ([Node(reasons)] if reasons else []))


def _resolution(dispute: dict[str, Any], claims: dict[str, Any]) -> str:
    if dispute["resolution"] == "open":
        ranks = {claims[c]["rank"] for side in dispute["sides"] for c in side["claims"]}
        return "both_preferred" if ranks == {"preferred"} else "open"
    if dispute["stands"] is None:
        return "both_set_aside"
    return "resolved_preferred" if dispute["resolution"] == "preferred" else "resolved_set_aside"


def _reasons(dispute: dict[str, Any], language: str) -> list[str]:
    if dispute["resolution"] == "open":
        return [say.say(language, "remark", note=note) for note in dispute["reasons"]]
    told = [say.say(language, "reason", note=note) for note in dispute["reasons"]]
    return told or [say.say(language, "no_reason")]


def _side(
    place: int, dispute: dict[str, Any], names: list[str], claims: dict[str, Any], language: str
) -> Node:
    fallen = bool(names) and all(claims[name]["rank"] == "deprecated" for name in names)
    mark = "side_falls" if fallen else "side"
    if dispute["stands"] is not None and not fallen:
        mark = "side_stands" if place == dispute["stands"] else "side_less"
    if not names:
        return Node([say.say(language, mark, said=say.say(language, "the_record"))])
    first = claims[names[0]]
    said = say.triple(first, language)
    if first["status"] == "denied":
        said = say.say(language, "denies", said=said)
    elif first["status"] not in FIRM:
        said = f"{value_text(first['status'], 'status', language)}: {said}"
    lines = [say.claim_line(claims[name], language) for name in names]
    return Node([say.say(language, mark, said=said)], [Node([line]) for line in lines])

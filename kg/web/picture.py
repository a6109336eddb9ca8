"""The facts of an answer as a picture: elements for the page's script, an SVG without one, and a list."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.web.links import Links
from kg.why.keys import IS_A
from kg.why.say import fact_line
from queries.ask.wording import FIRM, label, value_text

if TYPE_CHECKING:
    from queries.ask import Known

MOST_TIES = 120  # in a picture that somebody can still read
_KINDS = (
    ("Person", "person"),
    ("Organization", "organization"),
    ("Event", "event"),
    ("Place", "place"),
)
_WIDTH, _NODE_ROOM = 900, 30
_MOST_LETTERS = 26


@dataclass(frozen=True)
class Spot:
    """Where a thing stands in the SVG."""

    name: str
    short: str
    kind: str
    href: str
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """A tie between two spots."""

    start: Spot
    end: Spot
    text: str
    kind: str  # the class of its stroke


@dataclass(frozen=True)
class Picture:
    """Elements as Cytoscape.js takes them, the same drawn, and the same in words."""

    elements: dict[str, list[dict[str, Any]]]
    spots: list[Spot]
    lines: list[Line]
    width: int
    height: int
    ties: list[str]


def stroke(fact: Mapping[str, Any]) -> str:
    """How a tie is drawn: firm, weak (alleged, charged ...) or concluded by a rule."""
    if fact["status"] is not None and fact["status"] not in FIRM:
        return "weak"
    return "inferred" if fact["inferred"] else "firm"


def picture(
    facts: Iterable[Mapping[str, Any]], known: Mapping[str, Known], links: Links, language: str
) -> Picture | None:
    """The picture of facts between entities; None where there are none, or too many."""
    drawn = [f for f in facts if f["object"] is not None and f["predicate"] != IS_A]
    if not drawn or len(drawn) > MOST_TIES:
        return None
    ends = {
        end["id"]: known[end["id"]].called(language) if end["id"] in known else end["name"]
        for f in drawn
        for end in (f["subject"], f["object"])
    }
    spots, height = _placed(ends, drawn, known, links)
    lines = [
        Line(spots[f["subject"]["id"]], spots[f["object"]["id"]], _tie(f, language), stroke(f))
        for f in drawn
    ]
    nodes = [
        {
            "data": {"id": i, "label": s.name, "href": s.href},
            "classes": s.kind,
            "position": {"x": s.x, "y": s.y},  # as in the SVG
        }
        for i, s in spots.items()
    ]
    edges = [
        {
            "data": {
                "id": f"tie-{n}",
                "source": f["subject"]["id"],
                "target": f["object"]["id"],
                "label": line.text,
            },
            "classes": line.kind,
        }
        for n, (f, line) in enumerate(zip(drawn, lines, strict=True))
    ]
    return Picture(
        {"nodes": nodes, "edges": edges},
        list(spots.values()),
        lines,
        _WIDTH,
        height,
        [fact_line(dict(f), language) for f in drawn],
    )


def _tie(fact: Mapping[str, Any], language: str) -> str:
    """What stands beside a line: the relation, and how firm it is where that is in doubt."""
    text = label(str(fact["predicate"]), language)
    if stroke(fact) == "weak":
        text = f"{value_text(fact['status'], 'status', language)}: {text}"
    return text


def _kind(known: Known | None) -> str:
    labels = known.labels if known else frozenset()
    return next((kind for name, kind in _KINDS if name in labels), "other")


def _placed(
    ends: Mapping[str, str],
    facts: list[Mapping[str, Any]],
    known: Mapping[str, Known],
    links: Links,
) -> tuple[dict[str, Spot], int]:
    """The thing with the most ties in the middle, the others around it."""
    count = Counter(f[side]["id"] for f in facts for side in ("subject", "object"))
    order = sorted(ends, key=lambda i: (-count[i], i))
    around = order[1:] if len(order) > 2 else order
    height = max(320, min(1400, 120 + len(around) * _NODE_ROOM))
    middle_x, middle_y = _WIDTH / 2, height / 2

    def spot(identifier: str, x: float, y: float) -> Spot:
        one = known.get(identifier)
        name = ends[identifier]
        short = name if len(name) <= _MOST_LETTERS else name[: _MOST_LETTERS - 1] + "…"
        return Spot(name, short, _kind(one), links.of(identifier), round(x, 1), round(y, 1))

    found = {} if around is order else {order[0]: spot(order[0], middle_x, middle_y)}
    for place, identifier in enumerate(around):
        angle = 2 * math.pi * place / len(around) - math.pi / 2
        x = middle_x + (middle_x - 110) * math.cos(angle)
        found[identifier] = spot(identifier, x, middle_y + (middle_y - 40) * math.sin(angle))
    return found, height

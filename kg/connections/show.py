"""Paths in words, as rows and as a picture, in one language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from kg.connections.declared import declared
from kg.terminal import flat
from kg.why.mermaid import quoted
from kg.why.say import triple
from ontology import yaml_files
from queries.ask.wording import joined, label, value_text

FILE = Path(__file__).with_name("said.yaml")
COLUMNS = ["path", "step", "tie", "valid", "status", "sources", "claims"]
EXPLAINED = ["cost", "why"]
MOST_NAMED = 5  # of the things that were not walked on from
Object = dict[str, Any]


@cache
def _said() -> dict[str, Any]:
    found: dict[str, Any] = yaml_files.read(FILE)
    return found


def say(language: str, name: str, /, **holes: Any) -> str:
    """A text around names and labels, its holes filled."""
    return str(_said()[language][name]).format(**holes)


def _counted(language: str, name: str, count: int) -> str:
    return str(_said()[language][name]["one" if count == 1 else "more"]).format(count=count)


def _number(cost: float) -> str:
    return f"{cost:.3f}".rstrip("0").rstrip(".")


def _tie(tie: Object, language: str) -> str:
    """What a tie says, read from its subject to its object."""
    return triple({**tie, "predicate": tie["relation"]}, language)


def _status(tie: Object, language: str) -> str:
    told = label(tie["status"], language)
    return f"{told} ({say(language, 'inferred')})" if tie["inferred"] else told


def rows(found: Object, language: str) -> list[Object]:
    """A row for each step; what else joins the same two stands behind the tie."""
    return [
        {
            "path": number,
            "step": place,
            "tie": _with_others(step, language),
            "valid": step["valid"],
            "status": _status(step, language),
            "sources": len(step["sources"]),
            "claims": step["claims"],
            "cost": _number(step["cost"]),
            "why": why(step, language),
        }
        for number, path in enumerate(found["paths"], 1)
        for place, step in enumerate(path["steps"], 1)
    ]


def _with_others(step: Object, language: str) -> str:
    said = _tie(step, language)
    if not step["also"]:
        return said
    others = [f"{label(t['relation'], language)} ({_status(t, language)})" for t in step["also"]]
    return f"{said}; {say(language, 'also', ties=joined(others, language))}"


def why(step: Object, language: str) -> str:
    """What a step costs and what for."""
    costs = step["cost_of"]
    holes = dict.fromkeys(("status", "certainty", "rank"), "")
    for name in holes:
        if costs[name]:
            told = label(step["status"], language)
            holes[name] = say(language, f"why_{name}", cost=_number(costs[name]), status=told)
    count = _counted(language, "sources", len(step["sources"]))
    step_, sources = _number(costs["step"]), _number(costs["sources"])
    return say(language, "why", step=step_, sources=sources, count=count, **holes)


def titles(found: Object, language: str) -> list[str]:
    """A line for each path: its things, what it costs, and when all of its ties may hold."""
    return [_title(number, path, language) for number, path in enumerate(found["paths"], 1)]


def _title(number: int, path: Object, language: str) -> str:
    names = [path["steps"][0]["from"]["name"], *(step["to"]["name"] for step in path["steps"])]
    length = _counted(language, "steps", path["length"])
    days = {
        name: value_text(path[key], "date", language)
        for name, key in (("first", "holds_from"), ("last", "holds_to"))
    }
    way = {(True, True): "between", (True, False): "since", (False, True): "until"}.get(
        (bool(days["first"]), bool(days["last"])), "always"
    )
    time, cost = say(language, way, **days), _number(path["cost"])
    things = " – ".join(names)
    return flat(
        say(language, "title", number=number, things=things, cost=cost, length=length, time=time)
    )


def notes(found: Object, language: str) -> list[str]:
    """What a reader must know beside: that there is no path, what was not walked on from."""
    told = []
    if not found["paths"]:
        length = _counted(language, "steps", found["max_length"])
        first, second = found["from"]["name"], found["to"]["name"]
        left_out = "; ".join(declared().called(language))
        told.append(
            say(language, "none", length=length, first=first, second=second, left_out=left_out)
        )
    if found["crowded"]:
        things = found["crowded"][:MOST_NAMED]
        if more := len(found["crowded"]) - len(things):
            things = [*things, say(language, "and_more", count=more)]
        most = declared().most
        told.append(say(language, "crowded", most=most, things="; ".join(things)))
    if found["given_up"]:
        told.append(say(language, "given_up"))
    return told


def mermaid(found: Object, language: str) -> str:
    """The paths as one flowchart: things, and ties with their status."""
    nodes: dict[str, str] = {}
    names: dict[str, str] = {}
    edges: dict[str, None] = {}
    for path in found["paths"]:
        for step in path["steps"]:
            for end in (step["subject"], step["object"]):
                nodes.setdefault(end["id"], f"N{len(nodes) + 1}")
                names[end["id"]] = end["name"]
            told = f"{label(step['relation'], language)} ({_status(step, language)})"
            start, end_ = nodes[step["subject"]["id"]], nodes[step["object"]["id"]]
            edges[f"  {start} -->|{quoted(told)}| {end_}"] = None
    lines = [f"  {node}[{quoted(names[id_])}]" for id_, node in nodes.items()]
    return "\n".join(["flowchart LR", *lines, *edges])

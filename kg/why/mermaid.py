"""What stands behind an answer as a Mermaid flowchart: sources, claims, rules, facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.terminal import flat
from kg.why import say


def flowchart(found: dict[str, Any], language: str) -> str:
    """A flowchart from the sources up to what was asked about."""
    return "\n".join(["flowchart BT", *_Chart(found, language).lines()])


class _Chart:
    def __init__(self, found: dict[str, Any], language: str) -> None:
        self.found, self.language = found, language
        self.facts = {name: f"F{n}" for n, name in enumerate(found["facts"], 1)}
        asked = {*found["asked"], *found["beside"]}
        behind = {c for f in found["facts"].values() for c in self._own(f)}
        shown = [name for name in found["claims"] if name in asked | behind]
        self.claims = {name: f"C{n}" for n, name in enumerate(shown, 1)}
        sources = sorted({found["claims"][c]["source"]["id"] for c in shown})
        self.sources = {name: f"S{n}" for n, name in enumerate(sources, 1)}

    def _own(self, fact: dict[str, Any]) -> list[str]:
        if not fact["inferred"]:
            return list(fact["claims"])
        return [c for way in fact["derivations"] for c in way["claims"]]

    def lines(self) -> Iterator[str]:
        titles: dict[str, str] = {}
        for name, node in self.claims.items():
            claim = self.found["claims"][name]
            source = claim["source"]
            titles[source["id"]] = f"{source['title']} ({source['id']})"
            yield f"  {node}[{quoted(self._claim(claim))}]"
            yield f"  {self.sources[source['id']]} -->|{quoted(claim['locator'])}| {node}"
        for identifier, node in self.sources.items():
            yield f"  {node}[({quoted(titles[identifier])})]"
        for name, node in self.facts.items():
            fact = self.found["facts"][name]
            yield f"  {node}([{quoted(say.fact_line(fact, self.language))}])"
            if not fact["inferred"]:
                yield from (f"  {self.claims[c]} --> {node}" for c in fact["claims"])
            for number, way in enumerate(fact["derivations"], 1):
                rule = f"{node}R{number}"
                words = self.found["rules"][way["rule"]][self.language]
                yield f"  {rule}{{{{{quoted(words)}}}}}"
                yield f"  {rule} --> {node}"
                yield from (
                    f"  {self.facts[p]} --> {rule}" for p in way["premises"] if p in self.facts
                )
                yield from (f"  {self.claims[c]} --> {rule}" for c in way["claims"])

    def _claim(self, claim: dict[str, Any]) -> str:
        text = say.status_and_rank(claim, self.language)
        said = " ".join((claim["quote"] or "").split())
        text += f": “{said}”" if said else f": {say.triple(claim, self.language)}"
        if claim["attributed_to"]:
            text += " — " + ", ".join(s["name"] for s in claim["attributed_to"])
        return text


def quoted(text: str) -> str:
    """A label: a quotation mark, and what Mermaid reads as an entity or a tag, as entities."""
    marks = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;"}
    return '"' + "".join(marks.get(c, c) for c in flat(text or "")) + '"'

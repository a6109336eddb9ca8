"""What stands behind an answer as a tree of lines, for people."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import Any, TextIO

from kg.terminal import Styled, broken, coloured, flat, heading, width_of
from kg.why import say
from queries.ask.wording import value_text

WIDTH = 80  # in a pipe
_NARROWEST = 24
_TEE, _LAST, _BAR, _GAP = "├─ ", "└─ ", "│  ", "   "


@dataclass
class Node:
    """Lines and what hangs below them."""

    lines: list[str]
    below: list[Node] = field(default_factory=list)


class Tree:
    """The nodes of an explanation.  A claim or a fact is shown in full where it first comes."""

    def __init__(self, found: dict[str, Any], language: str) -> None:
        self.found = found
        self.language = language
        self.numbers: dict[str, int] = {}
        self.shown: set[str] = set()
        self.circular: list[str] = []

    def nodes(self) -> list[Node]:
        """A node for each claim and fact that was asked about, and one for what stands beside.

        Of an answer that was kept, a node for each row.
        """
        if "rows" in self.found:
            return list(map(self.row, self.found["rows"]))
        nodes = [self.asked(name) for name in self.found["asked"]]
        nodes += [self.fact(name) for name in self.found["roots"]]
        if self.found["beside"]:
            below = [self.claim(c) for c in self.found["beside"]]
            nodes.append(Node([say.say(self.language, "beside")], below))
        return nodes

    def row(self, row: dict[str, Any]) -> Node:
        """A row of an answer with the facts that say it, and its other claims."""
        cells = [
            value_text(value, column, self.language)
            for column, value in row["cells"].items()
            if value not in (None, [])
        ]
        said = say.say(self.language, "row", number=row["number"], said="; ".join(cells))
        node = Node([said], [self.fact(name) for name in row["facts"]])
        rest = [self.claim(name) for name in row["claims"]]
        if rest and node.below:
            node.below.append(Node([say.say(self.language, "rest")], rest))
        else:
            node.below += rest
        return node

    def asked(self, name: str) -> Node:
        """A claim that was asked about: what it says, then where it stands."""
        claim = self.found["claims"][name]
        said = f"{say.say(self.language, 'asked')}: {say.triple(claim, self.language)}"
        return Node([said], [self.claim(name)])

    def fact(self, name: str, above: tuple[str, ...] = ()) -> Node:
        """A fact with what supports it."""
        fact = self.found["facts"].get(name)
        if fact is None:
            return Node([f"{name}: {say.say(self.language, 'missing')}"])
        line = say.fact_line(fact, self.language)
        if name in above:
            self.circular.append(name)
            return Node([line, say.say(self.language, "circular")])
        if name in self.shown:
            return Node([f"{line}: {say.say(self.language, 'above')} {self._all(fact)}".rstrip()])
        self.shown.add(name)
        node = Node([line])
        if not fact["inferred"]:
            node.below += [self.claim(c, fact) for c in fact["claims"]]
        for place, way in enumerate(fact["derivations"]):
            also = place > 0 or not fact["inferred"]
            if also and not {*above, name}.isdisjoint(way["premises"]):
                continue  # it stands without, and what it supports is no news about it
            node.below.append(self.derivation(fact, way, also, (*above, name)))
        return node

    def derivation(
        self, fact: dict[str, Any], way: dict[str, Any], also: bool, above: tuple[str, ...]
    ) -> Node:
        """A rule in words with its premises."""
        facts = self.found["facts"]
        premises = say.along(fact, way["premises"], facts)
        lines = [say.rule_line(way["rule"], self.found["rules"], self.language, also)]
        known = [facts[p] for p in premises if p in facts]
        if len(known) > 1:
            lines.append(say.because(known, self.language))
        below = [self.fact(p, above) for p in premises]
        return Node(lines, below + [self.claim(c) for c in way["claims"]])

    def claim(self, name: str, fact: dict[str, Any] | None = None) -> Node:
        """A claim; the second time only its number."""
        claim = self.found["claims"].get(name)
        if claim is None:
            return Node([f"{name}: {say.say(self.language, 'missing')}"])
        known = name in self.numbers
        number = self.numbers.setdefault(name, len(self.numbers) + 1)
        head = say.claim_head(claim, number, self.language, fact)
        if known:
            return Node([f"{head}: {say.say(self.language, 'above')}"])
        node = Node([head, *say.claim_lines(name, claim, self.language, fact)])
        if "passage" in claim:
            told = say.passage_text(claim["passage"], self.language)
            node.lines.append(f"{say.say(self.language, 'passage')}: {told}")
        node.lines += self._contradicted(claim)
        return node

    def _contradicted(self, claim: dict[str, Any]) -> list[str]:
        claims = self.found["claims"]
        return [
            say.say(
                self.language,
                "contradicts",
                said=say.triple(claims[other], self.language),
                status=say.status_and_rank(claims[other], self.language),
                source=claims[other]["source"]["id"],
            )
            for other in claim["contradicts"]
            if other in claims
        ]

    def _all(self, fact: dict[str, Any]) -> str:
        """The numbers of a fact's claims that have been shown."""
        numbers = sorted(self.numbers[c] for c in fact["claims"] if c in self.numbers)
        return "[" + ", ".join(map(str, numbers)) + "]" if numbers else ""


def drawn(nodes: list[Node], stream: TextIO | None = None) -> str:
    """Nodes as lines no wider than a terminal, or 80 columns in a pipe."""
    stream = stream or sys.stdout
    width = width_of(stream) or WIDTH
    blocks = []
    for node in nodes:
        lines = [heading(line, stream) for line in _broken(node.lines, width)]
        lines += _below(node.below, "", width)
        blocks.append("\n".join(lines))
    text = "\n\n".join(blocks)
    return Styled(text) if coloured(stream) else text


def _below(nodes: list[Node], before: str, width: int) -> list[str]:
    lines = []
    for place, node in enumerate(nodes):
        last = place == len(nodes) - 1
        mark, rest = (_LAST, _GAP) if last else (_TEE, _BAR)
        under = before + rest
        hanging = under + (_BAR if node.below else _GAP)
        own = _broken(node.lines, max(width - len(hanging), _NARROWEST))
        lines.append(before + mark + own[0])
        lines += [hanging + line for line in own[1:]]
        lines += _below(node.below, under, width)
    return lines


def _broken(lines: list[str], width: int) -> list[str]:
    return [part for line in lines for part in broken(flat(line), width)]

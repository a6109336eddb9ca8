"""The lint for questions about one thing: given its id, no pattern may begin with a whole class.

For each parameter that is an entity, the text is read as it runs when that parameter is given, with
its anchors in place.  A node is known if its id stands with it, or a clause before has bound it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.stores import Token, tokens
from queries.header import SIMPLE_TYPES, Query
from queries.lint_patterns import CLOSING, NOTHING, OPENING, SUBQUERIES

FEW = frozenset(("Country", "Court", "Government"))
"""Classes of which the world has a few hundred, however much is said."""

_CLAUSES = {"MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "OPTIONAL", "ORDER"}
_CLAUSES |= {"SKIP", "LIMIT"}


@dataclass
class _Node:
    """A node of a pattern as it is written."""

    name: str = ""
    labels: set[str] = field(default_factory=set)
    by_id: bool = False


def scans(query: Query) -> list[str]:
    """Patterns that read a class to answer about one thing, each with the parameter that is given."""
    found = [
        f"given {parameter.name}, ({pattern}) is read as a whole; begin at what is known, "
        f"or put an anchor before it: //? {parameter.name}: MATCH ... (rule 28)."
        for parameter in query.parameters
        if parameter.kind not in SIMPLE_TYPES
        for pattern in _Reader(query.anchored({parameter.name})).scans()
    ]
    return list(dict.fromkeys(found))


class _Reader:
    """Reads a query from left to right, and keeps which names are bound."""

    def __init__(self, cypher: str) -> None:
        self.tokens = list(tokens(cypher))
        self.place = 0

    def scans(self) -> Iterator[str]:
        yield from self._body(set())

    @property
    def now(self) -> Token:
        return self.at(self.place)

    def at(self, place: int) -> Token:
        return self.tokens[place] if 0 <= place < len(self.tokens) else NOTHING

    def _body(self, outer: set[str]) -> Iterator[str]:
        """A query, or what stands between the braces of a subquery that sees ``outer``."""
        bound = set(outer)
        while (token := self.now) != NOTHING and not token.is_("}"):
            self.place += 1
            if token.is_("MATCH"):
                yield from self._match(bound)
            elif token.is_("WITH") and not self.at(self.place - 2).is_("STARTS", "ENDS"):
                yield from self._with(bound)
            elif token.is_("UNION"):
                bound = set(outer)
            elif token.is_("CALL"):
                yield from self._call(bound)
            elif token.is_("AS"):  # of an UNWIND
                bound.add(self.now.said)
            elif token.is_(*SUBQUERIES) and self.now.is_("{"):
                yield from self._subquery(bound)
        self.place += 1

    def _subquery(self, bound: set[str]) -> Iterator[str]:
        """EXISTS { } and the like: a whole query, or a pattern alone; ``place`` is its brace."""
        self.place += 1
        if self.now.is_("("):
            yield from self._match(set(bound))
        yield from self._body(bound)

    def _call(self, bound: set[str]) -> Iterator[str]:
        """CALL (x) { } sees what it names; CALL { } nothing."""
        seen: set[str] = set()
        while not self.now.is_("{"):
            seen |= {self.now.said} & bound
            self.place += 1
        self.place += 1
        start = self.place
        yield from self._body(seen)
        bound |= _returned(self.tokens[start : self.place])

    def _with(self, bound: set[str]) -> Iterator[str]:
        """Keeps the names of its items; ``place`` is the first of them."""
        kept: set[str] = set()
        depth = 0
        while (token := self.now) != NOTHING:
            if depth == 0 and (token.is_("}") or token.is_(*_CLAUSES)):
                break
            if token.is_(*SUBQUERIES) and self.at(self.place + 1).is_("{"):
                self.place += 1
                yield from self._subquery(bound)
                continue
            depth += token.is_(*OPENING) - token.is_(*CLOSING)
            following = self.at(self.place + 1)
            ends = following.is_(",", "}") or following.is_(*_CLAUSES) or following == NOTHING
            if depth == 0 and ends and token.kind in ("word", "name"):
                kept.add(token.said)
            self.place += 1
        bound.intersection_update(kept)
        bound |= kept

    def _match(self, bound: set[str]) -> Iterator[str]:
        """The patterns of a MATCH, with commas between; ``place`` is the first bracket."""
        while self.now.is_("("):
            nodes, typed, text = self._pattern()
            if not _known(nodes, typed, bound):
                yield text
            bound |= {node.name for node in nodes if node.name}
            if not self.now.is_(","):
                break
            self.place += 1

    def _pattern(self) -> tuple[list[_Node], bool, str]:
        """A chain of nodes; whether all its hops name their types; the label that it begins with."""
        nodes = [self._node()]
        typed = True
        while self.now.is_("-", "<"):
            while not self.now.is_("[", "("):
                self.place += 1
            if self.now.is_("["):
                typed &= self._hop()
            else:
                typed = False
            while not self.now.is_("("):
                self.place += 1
            nodes.append(self._node())
        first = nodes[0]
        return nodes, typed, ":".join([first.name, *sorted(first.labels)])

    def _node(self) -> _Node:
        node = _Node()
        if self.at(self.place + 1).kind in ("word", "name"):
            node.name = self.at(self.place + 1).said
        depth = 0
        while (token := self.now) != NOTHING:
            depth += token.is_(*OPENING) - token.is_(*CLOSING)
            if depth == 1 and token.is_(":"):
                node.labels.add(self.at(self.place + 1).said)
            if depth == 2 and token.said == "id" and self.at(self.place + 1).is_(":"):
                node.by_id = True
            self.place += 1
            if depth == 0:
                break
        return node

    def _hop(self) -> bool:
        """Goes past a relationship; whether it names its type."""
        typed = False
        while not self.now.is_("]"):
            typed |= self.now.is_(":")
            self.place += 1
        return typed


def _known(nodes: list[_Node], typed: bool, bound: set[str]) -> bool:
    """Whether an engine can begin at what is known.

    The embedded one goes from left to right, but for a single hop with a type, which it also takes
    from its other end.
    """
    known = [node.by_id or node.name in bound for node in nodes]
    if len(nodes) == 1:
        return known[0] or bool(nodes[0].labels & FEW)
    return known[0] or (len(nodes) == 2 and typed and known[1])


def _returned(body: list[Token]) -> set[str]:
    """The names that the last RETURN of a subquery gives."""
    names: set[str] = set()
    for number, token in enumerate(body):
        if token.is_("RETURN"):
            names = set()
        elif token.is_("AS"):
            names.add(body[number + 1].said)
    return names

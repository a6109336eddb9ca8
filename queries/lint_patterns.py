"""Rules of the lint that need to know what is a pattern, and which names it binds."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.stores import Token, tokens

BOUND_AGAIN = (
    "a bound relationship in a bare pattern or a comprehension is ignored by the embedded engine; "
    "match it in EXISTS { } or in a MATCH (rule 26)."
)
TWICE = (
    "a relationship variable that stands twice in one MATCH gives rows on the embedded engine and "
    "none on Neo4j; give each its own, or match in two clauses (rule 27)."
)
DROPPED = (
    "a name that WITH DISTINCT dropped still binds in EXISTS { } on the embedded engine; take a "
    "fresh name there (rule 23)."
)
UNDIRECTED = (
    "an undirected quantified path counts a self-loop twice on the embedded engine; give it a "
    "direction, or write a variable-length pattern (rule 12)."
)
GROUPED = (
    "a grouping key beside an aggregate in one item gives a wrong row on the embedded engine; "
    "aggregate in a WITH and build the map behind it (rule 13)."
)

_CLAUSES = {
    *("MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "ORDER", "CREATE", "MERGE"),
    *("SET", "DELETE", "REMOVE", "FOREACH", "YIELD", "SKIP", "LIMIT"),
}
SUBQUERIES = ("EXISTS", "COUNT", "COLLECT")
_AGGREGATES = {"count", "collect", "sum", "avg", "min", "max", "stdev", "stdevp"}
_AGGREGATES |= {"percentilecont", "percentiledisc"}
OPENING, CLOSING = ("(", "[", "{"), (")", "]", "}")
NOTHING = Token("", "")


@dataclass
class _Frame:
    """What stands between two brackets, or the whole query."""

    opening: str
    clause: str  # the last keyword
    exists: bool = False
    subquery: bool = False
    hops: set[str] = field(default_factory=set)  # the relationships of the last MATCH
    undirected: bool = False  # whether a hop in it has no direction


class _Walk:
    """Goes through a query once."""

    def __init__(self, cypher: str) -> None:
        self.tokens = list(tokens(cypher))
        self.found: dict[str, None] = {}
        self.bound: set[str] = set()  # relationships and what AS names
        self.names: set[str] = set()  # whatever was bound
        self.dropped: set[str] = set()
        self.stack = [_Frame("", "")]

    def at(self, place: int) -> Token:
        return self.tokens[place] if 0 <= place < len(self.tokens) else NOTHING

    def run(self) -> list[str]:
        for place, token in enumerate(self.tokens):
            frame = self.stack[-1]
            if token.kind == "sign" and token.said in OPENING:
                self._open(place, token.said)
            elif token.kind == "sign" and token.said in CLOSING:
                self._close(place)
            elif token.kind == "word" and token.said.upper() in _CLAUSES:
                self._clause(place, frame)
            elif token.kind in ("word", "name"):
                self._name(place, token.said)
        return list(self.found)

    # --- Brackets ---------------------------------------------------------------------------------

    def _open(self, place: int, sign: str) -> None:
        frame, before = self.stack[-1], self.at(place - 1)
        inner = _Frame(sign, frame.clause, frame.exists)
        if sign == "{" and (before.is_(*SUBQUERIES) or self._is_call(place)):
            inner = _Frame(sign, "MATCH", frame.exists or before.is_("EXISTS"), subquery=True)
        elif sign == "[" and before.is_("-"):
            self._hop(place, frame)
        elif sign == "[":
            inner.clause = "LIST"
        self.stack.append(inner)

    def _is_call(self, place: int) -> bool:
        if self.at(place - 1).is_("CALL"):
            return True
        depth = 0
        while self.at(place - 1).is_(")") or depth:
            place -= 1
            depth += self.at(place).is_(")") - self.at(place).is_("(")
            if place < 0:
                return False
        return depth == 0 and self.at(place - 1).is_("CALL")

    def _hop(self, place: int, frame: _Frame) -> None:
        """A relationship: ``place`` is its bracket."""
        name = self.at(place + 1)
        end = place
        while end < len(self.tokens) and not self.at(end).is_("]"):
            end += 1
        left, right = self.at(place - 2).is_("<"), self.at(end + 2).is_(">")
        if not (left or right):
            frame.undirected = True
            behind = self.at(end + 2)
            if behind.is_("{", "+", "*") and self.at(end + 1).is_("-"):
                self.found[UNDIRECTED] = None
        if name.kind not in ("word", "name") or name.is_("WHERE"):
            return
        pattern = self._home()
        if frame.clause in ("MATCH", "CREATE", "MERGE"):
            if name.said in pattern.hops:
                self.found[TWICE] = None
            pattern.hops.add(name.said)
            self.bound.add(name.said)
        elif self._in_list() is None or name.said in self.bound:
            self.found[BOUND_AGAIN] = None

    def _home(self) -> _Frame:
        """The frame whose clause is about what stands here."""
        for frame in reversed(self.stack):
            if frame.subquery or frame.opening in ("", "["):
                return frame
        return self.stack[0]

    def _in_list(self) -> _Frame | None:
        for frame in reversed(self.stack):
            if frame.opening == "[":
                return frame
            if frame.subquery:
                return None
        return None

    def _close(self, place: int) -> None:
        if len(self.stack) == 1:
            return
        frame = self.stack.pop()
        outer = self.stack[-1]
        if frame.opening == "(" and frame.undirected and frame.clause == "MATCH":
            behind = self.at(place + 1)
            if behind.is_("{", "+", "*"):
                self.found[UNDIRECTED] = None
            outer.undirected = True

    # --- Words ------------------------------------------------------------------------------------

    def _clause(self, place: int, frame: _Frame) -> None:
        word = self.at(place).said.upper()
        if word == "WITH" and self.at(place - 1).is_("STARTS", "ENDS"):
            return
        frame.clause = word
        if word == "UNION" and len(self.stack) == 1:  # another query, with names of its own
            self.bound, self.names, self.dropped = set(), set(), set()
        if word == "MATCH":
            frame.hops = set()
        if word == "WITH" and self.at(place + 1).is_("DISTINCT"):
            kept = self._kept(place + 2)
            self.dropped |= self.names - kept
        if word in ("WITH", "RETURN") and self._groups_in_one(place + 1):
            self.found[GROUPED] = None

    def _items(self, place: int) -> list[list[Token]]:
        """The items of a WITH or RETURN."""
        items: list[list[Token]] = [[]]
        depth = 0
        while (token := self.at(place)) != NOTHING:
            depth += token.is_(*OPENING) - token.is_(*CLOSING)
            if depth < 0 or (depth == 0 and token.kind == "word" and token.is_(*_CLAUSES)):
                break
            if depth == 0 and token.is_(","):
                items.append([])
            else:
                items[-1].append(token)
            place += 1
        return items

    def _kept(self, place: int) -> set[str]:
        return {item[-1].said for item in self._items(place) if item}

    def _groups_in_one(self, place: int) -> bool:
        return any(map(_mixes, self._items(place)))

    def _name(self, place: int, said: str) -> None:
        frame, before = self.stack[-1], self.at(place - 1)
        if frame.exists and said in self.dropped and not before.is_(".", ":"):
            self.found[DROPPED] = None
        if before.is_("AS"):
            self.bound.add(said)
            self.names.add(said)
        elif frame.clause == "MATCH" and before.is_("(", "[") and not frame.exists:
            self.names.add(said)


def _mixes(item: list[Token]) -> bool:
    """Whether a map in an item holds an aggregate and something else that is no constant."""
    if not any(token.is_("{") for token in item):
        return False
    starts = [
        i
        for i, token in enumerate(item[:-1])
        if token.kind == "word" and token.said.lower() in _AGGREGATES and item[i + 1].is_("(")
    ]
    if not starts or not _in_map(item, starts[0]):
        return False
    inside: set[int] = set()
    for start in starts:
        depth, place = 0, start + 1
        while place < len(item):
            depth += item[place].is_(*OPENING) - item[place].is_(*CLOSING)
            inside.add(place)
            place += 1
            if depth == 0:
                break
    for i, token in enumerate(item):
        following = item[i + 1] if i + 1 < len(item) else NOTHING
        if token.kind not in ("word", "name") or i in inside or i in starts:
            continue
        if following.is_(":") or (i and item[i - 1].is_("AS")) or token.is_("AS", "DISTINCT"):
            continue
        if token.said.lower() in ("null", "true", "false"):
            continue
        return True
    return False


def _in_map(item: list[Token], place: int) -> bool:
    """Whether a place in an item stands in a map, and in no call or subquery around it."""
    opened: list[int] = []
    for i in range(place):
        if item[i].is_(*OPENING):
            opened.append(i)
        elif item[i].is_(*CLOSING) and opened:
            opened.pop()
    if not opened or not item[opened[0]].is_("{"):
        return False
    before = item[opened[0] - 1] if opened[0] else NOTHING
    return not before.is_(*SUBQUERIES)


def pattern_warnings(cypher: str) -> list[str]:
    """Warnings about patterns and items, each once."""
    return _Walk(cypher).run()

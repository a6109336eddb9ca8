"""What can be told from the text of a Cypher query before an engine sees it.

A text is read here more widely than an engine reads it: what might be a call in some reading is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from graph.stores.cypher_calls import FUNCTIONS, PROCEDURES, refuse_call
from graph.stores.cypher_regex import explodes
from ontology import QueryError

__all__ = ["FUNCTIONS", "PROCEDURES", "Token", "explains", "refuse", "tokens"]

MOST_CHARACTERS = 1_000_000
MOST_NESTED = 100  # brackets in brackets
MOST_STEPS = 2_000  # operators and keywords; the embedded engine itself stops at 200 in a row
MOST_UNIONS = 100

# Words with a bracket behind them that call nothing.
_KEYWORDS = frozenset(
    [
        "all",
        "allshortestpaths",
        "and",
        "any",
        "as",
        "asc",
        "ascending",
        "assert",
        "by",
        "call",
        "case",
        "collect",
        "constraint",
        "contains",
        "count",
        "create",
        "delete",
        "desc",
        "descending",
        "detach",
        "distinct",
        "drop",
        "each",
        "else",
        "end",
        "ends",
        "exists",
        "explain",
        "finish",
        "for",
        "foreach",
        "from",
        "group",
        "groups",
        "if",
        "in",
        "index",
        "insert",
        "is",
        "let",
        "limit",
        "match",
        "merge",
        "next",
        "node",
        "nodetach",
        "not",
        "null",
        "offset",
        "on",
        "only",
        "optional",
        "or",
        "order",
        "paths",
        "path",
        "profile",
        "remove",
        "repeatable",
        "require",
        "return",
        "set",
        "shortest",
        "shortestpath",
        "show",
        "skip",
        "starts",
        "then",
        "trail",
        "transactions",
        "union",
        "unique",
        "unwind",
        "use",
        "using",
        "walk",
        "when",
        "where",
        "with",
        "xor",
        "yield",
        "acyclic",
    ]
)
_SHOWN = frozenset(
    [
        "index",
        "indexes",
        "constraint",
        "constraints",
        "all",
        "range",
        "text",
        "point",
        "fulltext",
        "vector",
        "lookup",
        "unique",
        "uniqueness",
        "node",
        "rel",
        "relationship",
        "property",
        "type",
        "exist",
        "existence",
        "key",
    ]
)
_STRING_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
_TOKEN = re.compile(
    r"""
      (?P<text> '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<comment> //[^\n\r]* | /\*.*?\*/ )
    | (?P<name> `(?:[^`]|``)*` )
    | (?P<word> [^\W\d]\w* )
    | (?P<number> \d\w* (?: \.\d\w* )? )
    | (?P<parameter> \$ (?: \w+ | `(?:[^`]|``)*` ) )
    | (?P<sign> \S )
    """,
    re.DOTALL | re.VERBOSE,
)
_OPENING, _CLOSING = "([{", ")]}"
_ENDS = (")", "]", "}", ",", ";", "=", "<", ">")  # signs that an operand may end before
_FLAT = frozenset("()[]{},:;.")  # signs that join nothing


class Token(NamedTuple):
    """A piece of a query: its kind (``text name word number parameter sign``), what it says.

    A name between backticks says what is between them.
    """

    kind: str
    said: str

    def is_(self, *words: str) -> bool:
        """Whether it is one of these keywords or signs, in capitals."""
        return self.kind in ("word", "sign") and self.said.upper() in words


def tokens(cypher: str) -> Iterator[Token]:
    """The pieces of a query, comments left out."""
    for match in _TOKEN.finditer(cypher):
        kind = str(match.lastgroup)
        if kind == "name":
            yield Token(kind, match[0][1:-1].replace("``", "`"))
        elif kind != "comment":
            yield Token(kind, match[0])


def explains(cypher: str) -> bool:
    """Whether a query asks for its plan and not for rows."""
    first = (t for t in tokens(cypher) if not (t.is_("CYPHER", "=") or t.kind == "number"))
    return next(first, Token("", "")).is_("EXPLAIN")


def refuse(cypher: str, parameters: Mapping[str, object] | None = None) -> None:
    """Raises QueryError for a query that must not reach an engine; the text says why.

    Escapes like ``\\u0041`` may be resolved by an engine before it reads, so both are looked at.
    """
    if not cypher.strip():
        raise QueryError("The query is empty; write some Cypher.")
    if len(cypher) > MOST_CHARACTERS:
        raise QueryError(
            f"The query has {len(cypher):,} characters, and {MOST_CHARACTERS:,} are the most; "
            "give long lists as parameters."
        )
    texts = {cypher, _ESCAPE.sub(lambda match: chr(int(match[1], 16)), cypher)}
    for text in sorted(texts):
        found = list(tokens(text))
        _refuse_size(found)
        _refuse_clauses(found)
        _refuse_patterns(found, parameters or {})
        for name, procedure in _called(found):
            refuse_call(name, procedure)


def _refuse_size(found: list[Token]) -> None:
    depth = deepest = steps = 0
    for token in found:
        if token.kind == "sign" and token.said in _OPENING:
            depth += 1
            deepest = max(deepest, depth)
        elif token.kind == "sign" and token.said in _CLOSING:
            depth -= 1
        steps += _is_step(token)
    unions = sum(token.is_("UNION") for token in found)
    for count, most, what in (
        (deepest, MOST_NESTED, "brackets in one another"),
        (unions, MOST_UNIONS, "UNIONs"),
        (steps, MOST_STEPS, "operators and keywords"),
    ):
        if count > most:
            raise QueryError(
                f"Cypher: the query has {count:,} {what}, and {most:,} are the most; "
                "ask in several queries, or give a list as a parameter."
            )


def _is_step(token: Token) -> bool:
    if token.kind == "sign":
        return token.said not in _FLAT
    return token.kind == "word" and token.said.lower() in _KEYWORDS


def _refuse_clauses(found: list[Token]) -> None:
    for one, other in pairwise([Token("", ""), *found]):
        if one.is_("LOAD") and other.is_("CSV"):
            raise QueryError(
                "Cypher: LOAD CSV reads what is not in the graph; take it out, and load files "
                "with 'kg load'."
            )
        if other.is_("TERMINATE", "KILL") and (one.kind == "" or one.is_(";")):
            raise QueryError("Cypher: TERMINATE ends what others ask; only reading is allowed.")
    first = next((t for t in found if not t.is_("EXPLAIN", "PROFILE")), Token("", ""))
    second = found[found.index(first) + 1 :][:1]
    if first.is_("SHOW") and second and second[0].said.lower() not in _SHOWN:
        raise QueryError(
            f"Cypher: SHOW {second[0].said.upper()[:40]} tells about the server and not about the "
            "graph; SHOW INDEXES and SHOW CONSTRAINTS are allowed."
        )
    if first.is_("USE"):
        raise QueryError(
            "Cypher: USE names another database, and a query is about one store; take USE out and "
            "choose the store with --store, a server's database with KG_DATABASE."
        )


def _refuse_patterns(found: list[Token], parameters: Mapping[str, object]) -> None:
    """Looks at regular expressions, which must stand in the query as they are or be its parameters."""
    for place, (one, two) in enumerate(pairwise(found)):
        if not (one.is_("=") and two.is_("~")):
            continue
        given = _alone(found[place + 2 :])
        if given is None:
            raise QueryError(
                "Cypher: what stands behind =~ is computed, and a regular expression may take for ever; "
                "write one text in quotation marks there, or a parameter."
            )
        if given.kind == "text":
            pattern: object = _STRING_ESCAPE.sub(r"\1", given.said[1:-1])
        else:
            pattern = parameters.get(given.said[1:].strip("`"))
        if isinstance(pattern, str) and explodes(pattern):
            raise QueryError(
                f"Cypher: the regular expression '{pattern[:60]}' repeats a repetition, which can take "
                "for ever; write it without, or use CONTAINS."
            )


def _alone(rest: list[Token]) -> Token | None:
    """The text or parameter with which an expression begins, brackets or not, if it is all of it."""
    depth = 0
    while depth < len(rest) and rest[depth].is_("("):
        depth += 1
    if depth == len(rest) or rest[depth].kind not in ("text", "parameter"):
        return None
    behind = [*rest[depth + 1 : 2 * depth + 3], Token("", ""), Token("", "")]
    if not all(token.is_(")") for token in behind[:depth]):
        return None
    one, two = behind[depth : depth + 2]
    if one.kind in ("", "word") or one.is_(*_ENDS) or (one.is_("|") and not two.is_("|")):
        return rest[depth]
    return None


def _called(found: list[Token]) -> Iterator[tuple[str, bool]]:
    """The names that are called, and whether as a procedure."""
    place = 0
    while place < len(found):
        if found[place].kind not in ("word", "name"):
            place += 1
            continue
        start, parts = place, [found[place].said]
        while (
            place + 2 < len(found)
            and found[place + 1] == Token("sign", ".")
            and found[place + 2].kind in ("word", "name")
        ):
            parts.append(found[place + 2].said)
            place += 2
        place += 1
        behind = found[place] if place < len(found) else Token("", "")
        before = found[start - 1] if start else Token("", "")
        name = ".".join(parts)
        keyword = found[start].kind == "word" and len(parts) == 1 and name.lower() in _KEYWORDS
        if before.is_("CALL") and not keyword:
            if not behind.is_("{"):
                yield name, True
        elif behind.is_("(") and not keyword and not before.is_(":", "|", "&", "!"):
            yield name, False

"""A lint for Cypher that must answer alike on both engines (docs/engines.md).

Its rules are about text, so they are careful rather than clever: strings and comments are taken
out first, and each warning says what to write instead.
"""

from __future__ import annotations

import itertools
import re

from graph.stores import tokens
from queries.lint_patterns import pattern_warnings

_STRINGS = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*|/\*.*?\*/", re.S)
_CLAUSE = re.compile(
    r"\b(OPTIONAL\s+MATCH|MATCH|WITH|RETURN|UNWIND|CALL|UNION|CREATE|MERGE|SET|DELETE)\b", re.I
)
_LIST_TEST = re.compile(
    r"\b(any|all|none|single|reduce)\s*\(|\bCASE\b|\[\s*\$\w+\s*\]|\[\d+\]", re.I
)
_RULES: list[tuple[re.Pattern[str], str]] = [
    (
        re.compile(r"\bid\s*\(\s*\w+\s*\)|\belementId\s*\(", re.I),
        "elementId() and id() are not stable; use n.id (rule 6).",
    ),
    (
        re.compile(r"\ballShortestPaths\s*\(", re.I),
        "allShortestPaths is slow on the embedded engine; enumerate a bounded pattern (rule 10).",
    ),
    (
        re.compile(r"\b(SHORTEST|ANY\s+SHORTEST|ALL\s+SHORTEST)\s+(\d|\()", re.I),
        "path prefixes are not understood by both engines (rule 15).",
    ),
    (re.compile(r"\bLOAD\s+CSV\b", re.I), "LOAD CSV is not allowed (rule 15)."),
    (
        re.compile(r"\b(apoc|gds|coll)\.", re.I),
        "APOC, GDS and coll.* are not there on both engines (rule 15).",
    ),
    (
        re.compile(r"^\s*CYPHER\b", re.I | re.M),
        "a CYPHER prefix is not understood by both engines (rule 15).",
    ),
    (
        re.compile(r"-\[[^\]]*:\s*\$\(", re.I),
        "a dynamic type in MATCH is ignored by the embedded engine; write type(r) = $t (rule 4).",
    ),
    (
        re.compile(r"\(\w*\s*:\s*\$any\s*\(", re.I),
        "$any(labels) finds nothing on the embedded engine; write any(l IN labels(n) WHERE l IN $ls) (rule 4).",
    ),
    (
        re.compile(r"\(\w*:Entity:\w+\s*\{\s*id\s*:", re.I),
        "look up by (n:Entity {id: $id}) alone and filter the label in WHERE (rule 7).",
    ),
    (
        re.compile(r"(?<![\w`])\(\w*(?::(?!Entity\b)\w+)?\s*\{\s*id\s*:", re.I),
        "look up by (n:Entity {id: $id}); other labels scan (rule 7).",
    ),
    (
        re.compile(r"\[[^\]]*\*\s*(\d+\s*\.\.\s*)?\]"),
        "bound every variable-length pattern (rule 11).",
    ),
    (re.compile(r"\bexists\s*\(\s*\w+\.\w+", re.I), "write n.p IS NOT NULL (rule 14)."),
    (re.compile(r"\breturn\b[^;]*\bduration\b", re.I), "durations do not compare alike (rule 17)."),
    (
        re.compile(r"\bduration\b[^;]*?[<>](?!-)|[^-]>[^;]*?\bduration\b", re.I),
        "durations do not compare alike (rule 17).",
    ),
    (re.compile(r"\d_\d{3}\b"), "write numbers without underscores (rule 15)."),
]


def lint(cypher: str) -> list[str]:
    """Warnings, each with what to write instead; empty for Cypher that both engines answer alike."""
    text = _STRINGS.sub(lambda m: "''" if m[0][0] in "'\"" else " ", cypher)
    found = [message for pattern, message in _RULES if pattern.search(text)]
    if _cross_or(text):
        found.append(
            "an OR (or NOT over AND) across two variables of one MATCH may lose rows on the embedded "
            "engine; put a WITH between MATCH and WHERE (rule 0)."
        )
    if _path_filter(text):
        found.append(
            "shortestPath with a WHERE on the path finds nothing on the embedded engine (rule 9)."
        )
    if _returns_path(text):
        found.append("a path comes back as text; return nodes(p) and relationships(p) (rule 6).")
    if _bare_count(text):
        found.append(
            "a lone count over a hop reads every edge; write COUNT { } or count(DISTINCT x) (rule 8)."
        )
    if _bad_regex(cypher):
        found.append(
            "a regular expression that cannot be read matches nothing on the embedded engine, and "
            "is an error on Neo4j (rule 17)."
        )
    return list(dict.fromkeys([*found, *pattern_warnings(cypher)]))


def _bad_regex(cypher: str) -> bool:
    """Whether a regular expression that stands in the query cannot be read."""
    pieces = list(tokens(cypher))
    for one, two, three in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if one.is_("=") and two.is_("~") and three.kind == "text":
            pattern = re.sub(r"\\(.)", r"\1", three.said[1:-1])
            opened = len(re.findall(r"(?<!\\)\(", pattern)) - len(re.findall(r"(?<!\\)\)", pattern))
            in_class = "[" in pattern
            if opened and not in_class:
                return True
    return False


def _clauses(text: str) -> list[tuple[str, str]]:
    marks = list(_CLAUSE.finditer(text))
    ends = [m.start() for m in marks[1:]] + [len(text)]
    # without any clause there is one end and no mark
    return [(m[1].upper(), text[m.end() : e]) for m, e in zip(marks, ends, strict=False)]


def _cross_or(text: str) -> bool:
    for name, body in _clauses(text):
        if not name.endswith("MATCH") or not re.search(r"\bWHERE\b", body, re.I):
            continue
        pattern, where = re.split(r"\bWHERE\b", body, maxsplit=1, flags=re.I)
        if not re.search(r"\bOR\b", where, re.I) and not re.search(
            r"\bNOT\s*\([^)]*\bAND\b", where, re.I
        ):
            continue
        variables = set(re.findall(r"[(\[]\s*(\w+)\s*[:{)\]*]", pattern))
        used = {v for v in variables if re.search(rf"\b{v}\b\s*[.:\[]|\(\s*{v}\b", where)}
        if len(used) > 1 and _LIST_TEST.search(where):
            return True
    return False


def _path_filter(text: str) -> bool:
    match = re.search(r"\b(\w+)\s*=\s*shortestPath\s*\(", text, re.I)
    return bool(match and re.search(rf"\bWHERE\b[^;]*\(\s*{match[1]}\s*\)", text, re.I))


def _returns_path(text: str) -> bool:
    names = re.findall(r"\b(\w+)\s*=\s*(?:shortestPath\s*)?\(", text, re.I)
    last = [body for name, body in _clauses(text) if name == "RETURN"]
    return any(
        re.search(rf"(^|,)\s*{n}\s*(,|AS\b|$)", body, re.I | re.M) for n in names for body in last
    )


def _bare_count(text: str) -> bool:
    clauses = _clauses(text)
    for (first, body), (then, items) in itertools.pairwise(clauses):
        counted = re.fullmatch(r"\s*count\s*\(\s*(\*|\w+)\s*\)(\s+AS\s+\w+)?\s*;?\s*", items, re.I)
        if (
            first == "MATCH"
            and then in ("RETURN", "WITH")
            and counted
            and re.search(r"\]-|--", body)
        ):
            return True
    return False

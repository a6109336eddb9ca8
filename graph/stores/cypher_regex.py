"""Regular expressions that can take for ever: a repetition of what can be read in many ways.

Neither server nor driver can stop one that has begun, so an ad hoc query with one is not sent.
"""

from __future__ import annotations

import itertools
import re

__all__ = ["explodes"]

MANY = 4  # repetitions from which on the ways to read a text are too many

_TOKEN = re.compile(
    r"""
      (?P<escape> \\Q.*?(?:\\E|\Z) | \\. )
    | (?P<set> \[ \^? \]? (?: \\. | [^\]\\] )* \] )
    | (?P<open> \( (?: \?(?: <?[=!] | [a-zA-Z-]*: | <\w+> | > ) )? )
    | (?P<close> \) )
    | (?P<repeat> [*+] | \{ \d+ (?: ,\d* )? \} )
    | (?P<other> . )
    """,
    re.DOTALL | re.VERBOSE,
)


def explodes(pattern: str) -> bool:
    """Whether a group is repeated whose own repetition can share its text out in many ways.

    So it is where a group holds ``.*`` or ``.+``, or ends in an open repetition, maybe with
    something optional behind: ``(.*a){20}``, ``(a+)+``, ``(\\w+\\s?)*``; not ``(\\w+ )*``.
    """
    bodies: list[list[tuple[str, str, bool]]] = [[]]  # kind, text, whether it explodes if repeated
    for match in _TOKEN.finditer(pattern):
        kind, text = str(match.lastgroup), match[0]
        if kind == "open":
            bodies.append([])
        elif kind == "close" and len(bodies) > 1:
            body = bodies.pop()
            bodies[-1].append(("group", "", _open(body)))
        elif kind == "repeat" and bodies[-1]:
            if bodies[-1][-1][0] == "group" and bodies[-1][-1][2] and _most(text) >= MANY:
                return True
            bodies[-1].append((kind, text, False))
        else:
            bodies[-1].append((kind, text, False))
    return False


def _open(body: list[tuple[str, str, bool]]) -> bool:
    """Whether a text that a body matches can end in many places."""
    for one, two in itertools.pairwise(body):
        if one[:2] == ("other", ".") and two[0] == "repeat" and _most(two[1]) >= MANY:
            return True
    if any(piece[2] for piece in body):
        return True
    rest = list(body)
    while rest and rest[-1][1] in ("?", "$"):  # lazy, or optional with what it follows
        rest.pop()
        if rest and rest[-1][0] != "repeat":
            rest.pop()
    return bool(rest) and rest[-1][0] == "repeat" and _most(rest[-1][1]) >= MANY


def _most(repeat: str) -> float:
    """How often at most."""
    if repeat in "*+" or repeat.endswith(",}"):
        return float("inf")
    return float(repeat.strip("{}").rpartition(",")[2])

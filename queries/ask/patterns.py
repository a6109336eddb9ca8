"""Question patterns: ``who is related to {person}``, with [optional words] and (alternatives).

A pattern is expanded once into plain sequences of words and slots.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import tempfile
from dataclasses import dataclass
from functools import cache

from ontology import QueryError
from queries.ask.words import folded
from queries.catalogue import Catalogue, cache_folder
from queries.header import LANGUAGES

MOST_EXPANSIONS = 256
_PIECE = re.compile(r"\{(\w+)\}|\[([^\[\]]*)\]|\(([^()]*)\)|([^\[\](){}]+)")


@dataclass(frozen=True)
class Pattern:
    """One plain sequence; a slot is written ``{name}``."""

    query: str
    language: str
    parts: tuple[str, ...]

    @property
    def literals(self) -> frozenset[str]:
        """The words that a question must hold to match."""
        return frozenset(p for p in self.parts if not p.startswith("{"))


def expand(text: str) -> list[tuple[str, ...]]:
    """All plain sequences of a pattern.

    >>> expand("who is [the] (wife|spouse) of {person}")[0]
    ('who', 'is', 'wife', 'of', '{person}')
    """
    choices: list[list[tuple[str, ...]]] = []
    at = 0
    for match in _PIECE.finditer(text):
        if match.start() != at:
            raise QueryError(f"Pattern '{text}': brackets do not match at {at}.")
        at = match.end()
        slot, optional, either, plain = match.groups()
        if slot:
            choices.append([("{" + slot + "}",)])
        elif optional is not None:
            options = [x for part in optional.split("|") for x in _inner(part)]
            choices.append([(), *options])
        elif either is not None:
            choices.append([x for part in either.split("|") for x in _inner(part)])
        else:
            choices.append([folded(plain)])
    if at != len(text):
        raise QueryError(f"Pattern '{text}': brackets do not match at {at}.")
    found = [tuple(itertools.chain(*combination)) for combination in itertools.product(*choices)]
    if len(found) > MOST_EXPANSIONS:
        raise QueryError(f"Pattern '{text}' has {len(found)} forms; at most {MOST_EXPANSIONS}.")
    return list(dict.fromkeys(f for f in found if f))


def _inner(part: str) -> list[tuple[str, ...]]:
    pieces = re.split(r"(\{\w+\})", part)
    return [tuple(itertools.chain(*((p,) if p.startswith("{") else folded(p) for p in pieces)))]


def compile_patterns(catalogue: Catalogue) -> list[Pattern]:
    """All patterns of all queries, in the order of their names."""
    return [
        Pattern(query.name, language, parts)
        for query in catalogue.queries.values()
        for language in LANGUAGES
        for text in query.ask[language]
        for parts in expand(text)
    ]


@cache
def _kept(fingerprint: str) -> list[Pattern] | None:
    try:
        rows = json.loads((cache_folder() / f"patterns-{fingerprint}.json").read_text("utf-8"))
        return [Pattern(q, language, tuple(parts)) for q, language, parts in rows]
    except (OSError, ValueError):
        return None


def patterns(catalogue: Catalogue) -> list[Pattern]:
    """The compiled patterns, kept in the user's cache folder like the catalogue."""
    kept = _kept(catalogue.fingerprint)
    if kept is not None:
        return kept
    found = compile_patterns(catalogue)
    file = cache_folder() / f"patterns-{catalogue.fingerprint}.json"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".patterns-", dir=file.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump([[p.query, p.language, p.parts] for p in found], out, ensure_ascii=False)
        os.replace(name, file)
    except OSError:
        pass  # a cache that cannot be written costs time, nothing else
    return found

"""Question patterns: ``who is related to {person}``, with [optional words] and (alternatives)."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.seal import read_sealed, write_sealed
from ontology import QueryError
from queries.ask.words import folded
from queries.catalogue import Catalogue, cache_folder
from queries.header import LANGUAGES

_PIECE = re.compile(r"\{(\w+)\}|\[([^\[\]]*)\]|\(([^()]*)\)|([^\[\](){}]+)")

Words = Sequence[str]  # words, and slots written ``{name}``
Part = Sequence[Words]  # alternatives; an optional part has the empty one


@dataclass(frozen=True)
class Pattern:
    """A pattern as parts that must follow each other, each with its alternatives."""

    query: str
    language: str
    parts: Sequence[Part]
    needed: Sequence[str]  # words that every form has

    def possible(self, present: frozenset[str]) -> bool:
        """Whether a question with these words may match: each part has an alternative in it."""
        return present.issuperset(self.needed) and all(
            any(all(w in present or w.startswith("{") for w in words) for words in part)
            for part in self.parts
            if len(part) > 1
        )


def pattern(query: str, language: str, parts: Sequence[Part]) -> Pattern:
    """A pattern with the words that it cannot do without."""
    needed = {w for part in parts if len(part) == 1 for w in part[0] if not w.startswith("{")}
    return Pattern(query, language, parts, sorted(needed))


def parse(text: str) -> tuple[Part, ...]:
    """The parts of a pattern; QueryError where brackets do not match.

    >>> parse("who is [the] (wife|spouse) of {person}")[1:4]
    (((), ('the',)), (('wife',), ('spouse',)), (('of',),))
    """
    parts: list[Part] = []
    at = 0
    for match in _PIECE.finditer(text):
        if match.start() != at:
            break
        at = match.end()
        slot, optional, either, plain = match.groups()
        if slot:
            parts.append((("{" + slot + "}",),))
        elif optional is not None:
            parts.append(((), *(_sequence(part) for part in optional.split("|"))))
        elif either is not None:
            parts.append(tuple(_sequence(part) for part in either.split("|")))
        elif folded(plain):
            parts.append((folded(plain),))
    if at != len(text) or not parts:
        raise QueryError(f"Pattern '{text}': the brackets do not match at {at}; correct them.")
    return tuple(parts)


def _sequence(part: str) -> tuple[str, ...]:
    pieces = re.split(r"(\{\w+\})", part)
    return tuple(itertools.chain(*((p,) if p.startswith("{") else folded(p) for p in pieces)))


def plain(text: str) -> str:
    """The shortest plain question of a pattern, as a person would write it.

    >>> plain("[please] who is [the] (wife|spouse) of {person}")
    'who is wife of {person}'
    """
    shorter = re.sub(r"\[[^\[\]]*\]", "", text)
    shorter = re.sub(r"\(([^|()]*)[^()]*\)", r"\1", shorter)
    return re.sub(r"\s+", " ", shorter).strip()


def expand(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    """All plain sequences of a pattern; there may be thousands.

    >>> next(expand(parse("who is [the] (wife|spouse) of {person}")))
    ('who', 'is', 'wife', 'of', '{person}')
    """
    for combination in itertools.product(*parts):
        yield tuple(itertools.chain(*combination))


def compile_patterns(catalogue: Catalogue) -> list[Pattern]:
    """All patterns of all queries, in the order of their names."""
    return [
        pattern(query.name, language, parse(text))
        for query in catalogue.queries.values()
        for language in LANGUAGES
        for text in query.ask[language]
    ]


_compiled: dict[str, list[Pattern]] = {}  # by the catalogue's fingerprint


def patterns(catalogue: Catalogue) -> list[Pattern]:
    """The compiled patterns, kept in the user's cache folder like the catalogue."""
    if catalogue.fingerprint not in _compiled:
        _compiled[catalogue.fingerprint] = _kept(catalogue) or _keep(catalogue)
    return _compiled[catalogue.fingerprint]


def _file(catalogue: Catalogue) -> Path:
    return cache_folder() / f"patterns-{catalogue.fingerprint}.json"


def _kept(catalogue: Catalogue) -> list[Pattern] | None:
    try:
        rows = json.loads(read_sealed(_file(catalogue)))
        return [Pattern(*row) for row in rows]
    except (OSError, ValueError, TypeError):
        return None


def _keep(catalogue: Catalogue) -> list[Pattern]:
    found = compile_patterns(catalogue)
    file = _file(catalogue)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        rows = [[p.query, p.language, p.parts, p.needed] for p in found]
        write_sealed(file, json.dumps(rows, ensure_ascii=False))
    except OSError:
        pass  # a cache that cannot be written costs time, nothing else
    return found

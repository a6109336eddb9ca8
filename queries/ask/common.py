"""Words that people know: one of them is no slip for another, whatever stands near it."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from queries.kept import kept, mark_of

LEAST_SEEN = 100  # times in the texts that the lists were counted in: rarer ones may be slips


def is_common(word: str) -> bool:
    """Whether a folded word, or what it is the plural of, is an ordinary one of English or Spanish.

    The lists are those of pyspellchecker, counted in subtitles of films.  They are read when the
    first word is looked up: only a word that means nothing here is.
    """
    return any(seen(form) for form in {word, word.removesuffix("s"), word.removesuffix("es")})


def seen(word: str) -> int:
    """How often a folded word stands in those texts, in the language where it is the more frequent;
    0 for a rare one."""
    text = _text()
    at = text.find(f" {word}:")
    return int(text[at + len(word) + 2 : text.index(" ", at + 1)]) if at >= 0 else 0


@cache
def _text() -> str:
    """All words with their numbers: to look a few of them up, no table is made of thousands."""
    text: str = kept("common", mark_of([Path(__file__)], version("pyspellchecker")), _joined)
    return text


def _joined() -> str:
    from queries.ask.words import LANGUAGES, folded

    found: dict[str, int] = {}
    for language in LANGUAGES:
        packed = files("spellchecker").joinpath("resources", f"{language}.json.gz").read_bytes()
        counts: dict[str, int] = json.loads(gzip.decompress(packed))
        for word, number in counts.items():
            if number >= LEAST_SEEN:
                for part in (word,) if word.isascii() else (word, *folded(word)):
                    found[part] = max(number, found.get(part, 0))
    return f" {' '.join(f'{word}:{number}' for word, number in sorted(found.items()))} "

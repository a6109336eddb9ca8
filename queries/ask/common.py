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
    forms = {word, word.removesuffix("s"), word.removesuffix("es")}
    return any(f" {form} " in _text() for form in forms)


@cache
def _text() -> str:
    """All words between spaces: to look a few of them up, no set is made of thousands."""
    text: str = kept("common", mark_of([Path(__file__)], version("pyspellchecker")), _joined)
    return text


def _joined() -> str:
    from queries.ask.words import folded

    found: set[str] = set()
    for language in ("en", "es"):
        packed = files("spellchecker").joinpath("resources", f"{language}.json.gz").read_bytes()
        counts: dict[str, int] = json.loads(gzip.decompress(packed))
        found.update(w for w, seen in counts.items() if seen >= LEAST_SEEN)
    accented = [w for w in found if not w.isascii()]
    return f" {' '.join(sorted(found.union(*(folded(w) for w in accented))))} "

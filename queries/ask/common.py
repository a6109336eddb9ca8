"""Words that people know: one of them is no slip for another, whatever stands near it."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files

LEAST_SEEN = 100  # times in the texts that the lists were counted in: rarer ones may be slips


def is_common(word: str) -> bool:
    """Whether a folded word, or what it is the plural of, is an ordinary one of English or Spanish.

    The lists are those of pyspellchecker, counted in subtitles of films.  They are read when the
    first word is looked up: only a word that means nothing here is.
    """
    known = _words()
    return not known.isdisjoint({word, word.removesuffix("s"), word.removesuffix("es")})


@cache
def _words() -> frozenset[str]:
    from queries.ask.words import folded

    found: set[str] = set()
    for language in ("en", "es"):
        packed = files("spellchecker").joinpath("resources", f"{language}.json.gz").read_bytes()
        counts: dict[str, int] = json.loads(gzip.decompress(packed))
        found.update(w for w, seen in counts.items() if seen >= LEAST_SEEN)
    accented = [w for w in found if not w.isascii()]
    return frozenset(found.union(*(folded(w) for w in accented)))

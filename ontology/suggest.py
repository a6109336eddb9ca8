"""Did you mean: the known words that are nearest to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST = 3


def suggest(said: str, known: Iterable[str]) -> str:
    """``; did you mean memberOf?`` or nothing; case, hyphens and underscores do not count.

    >>> suggest("member_of", ["memberOf", "leads"]), suggest("xyz", ["memberOf"])
    ('; did you mean memberOf?', '')
    """
    words: dict[str, str] = {}
    for word in known:
        words.setdefault(_plain(word), word)
    plain = _plain(said)
    near = [plain] if plain in words else difflib.get_close_matches(plain, words, MOST, 0.8)
    return f"; did you mean {', '.join(words[word] for word in near)}?" if near else ""


def _plain(word: str) -> str:
    return "".join(c for c in word.lower() if c not in "-_ ")

"""How a misspelt word is found: by how it sounds in Spanish, and by what is left without a letter.

Two words that differ by few letters have a rest in common when as many letters are left out of
each (symmetric deletion). Looking rests up costs the same however many words there are.
"""

from __future__ import annotations

import re
import zlib
from itertools import combinations

SHORTEST = 5  # letters of a word that may hold a typing error
LONG = 8  # letters from which on two errors are one too few to be another word
HEAD = 7  # letters of a word that its rests are made of; more would only make the index larger


def sound(word: str) -> str:
    """A word as it sounds in Spanish: z, s and soft c, b and v, ll and y, h, g and j are alike.

    >>> sound("gomes") == sound("gomez"), sound("villareal") == sound("villarreal")
    (True, True)
    >>> sound("guerrero") == sound("gerrero"), sound("iban") == sound("ivan")
    (False, True)
    """
    text = word.replace("qu", "k").replace("ck", "k").replace("ll", "y").replace("ph", "f")
    text = re.sub(r"c(?=[ei])", "s", text)
    text = re.sub(r"g(?=[ei])", "j", text)
    text = re.sub(r"n(?=[bpv])", "m", text)
    text = text.replace("c", "k").replace("z", "s").replace("v", "b").replace("x", "j")
    text = text.replace("y", "i").replace("h", "")
    return re.sub(r"(.)\1+", r"\1", text)


def errors(word: str) -> int:
    """How many typing errors a word may hold: none in a short one, two in a long one."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < LONG else 2


def rests(word: str, most: int) -> set[int]:
    """What is left of the head of a word without up to ``most`` letters, as 32-bit numbers."""
    head = word[:HEAD]
    found = {head}
    for count in range(1, most + 1):
        for kept in combinations(range(len(head)), max(0, len(head) - count)):
            found.add("".join(head[i] for i in kept))
    return {zlib.crc32(rest.encode()) - (1 << 31) for rest in found}


def kept_rests(word: str) -> set[int]:
    """The rests by which a word of a name is found; of a long one, for two errors."""
    return rests(word, 2 if len(word) >= LONG - 1 else 1)


def nearest(word: str, words: list[str], most: int) -> list[str]:
    """Of some words those that differ least from one, by at most some typing errors.

    Two errors are believed only behind a first letter that is right.
    """
    from rapidfuzz.distance import OSA

    found: dict[str, int] = {}
    for other in words:
        distance = OSA.distance(word, other, score_cutoff=most)
        if distance <= most and (distance < 2 or other[0] == word[0]):
            found[other] = distance
    least = min(found.values(), default=0)
    return sorted(w for w, distance in found.items() if distance == least)

"""A question as other people write it: the same words, otherwise spelt, begun, ended and spaced."""

from __future__ import annotations

import random
import re
import unicodedata
import zlib
from collections.abc import Callable

from queries.folding import fold

SHORTEST = 6  # letters of a word in which a typing error is made
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = (
    "please, ", "hey, ", "hi, ", "could you tell me ", "oye, ", "por favor, ", "hola, ",
    "me puedes decir ",
)  # fmt: skip
_AFTER = (", please", " pls", ", thanks", ", por favor", " porfa", ", gracias")
# Small words that mean the same wherever they stand; "a", "to" and "no" do not.
_PAIRS = (
    *(("of", "de"), ("and", "y"), ("in", "en"), ("with", "con"), ("who", "quién")),
    *(("where", "dónde"), ("when", "cuándo"), ("between", "entre"), ("against", "contra")),
)
_FIXED = re.compile(
    r"\bin-|\bwho says|\ben común", re.IGNORECASE
)  # phrases, which have one language
_OTHER = dict(_PAIRS) | {b: a for a, b in _PAIRS}


def _upper_or_lower(question: str, chance: random.Random) -> str:
    return chance.choice((question.lower(), question.upper(), question.title()))


def _without_accents(question: str, chance: random.Random) -> str:
    decomposed = unicodedata.normalize("NFD", question)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _mistyped(question: str, chance: random.Random) -> str:
    """One letter too much, too few, another, or two that changed places; never the first."""
    words = [m for m in _WORD.finditer(question) if len(m[0]) >= SHORTEST]
    if not words:
        return question
    word = chance.choice(words)
    text, at = word[0], chance.randrange(1, len(word[0]) - 1)
    wrong = chance.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + chance.choice(_LETTERS) + text[at + 1 :],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )
    return question[: word.start()] + wrong + question[word.end() :]


def _polite(question: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(_BEFORE) + question
    return question.rstrip("?.! ") + chance.choice(_AFTER)


def _punctuated(question: str, chance: random.Random) -> str:
    bare = question.strip("¿?.! ")
    return chance.choice((bare, bare + "?", "¿" + bare, bare + " ???", question.replace(",", "")))


def _mixed(question: str, chance: random.Random) -> str:
    """A small word in the other language; not within a name: *Cártel de Sinaloa*."""
    words = list(_WORD.finditer(question))

    def named(n: int) -> bool:
        return 0 < n < len(words) and words[n][0][0].isupper()

    fitting = [
        word
        for n, word in enumerate(words)
        if word[0].lower() in _OTHER
        and not (named(n - 1) and named(n + 1))
        and not named(n)
        and n + 1 < len(words)  # "which is spoken of"
        and not _FIXED.search(question, max(0, word.start() - 4), word.end() + 7)
    ]
    if not fitting:
        return question
    word = chance.choice(fitting)
    return question[: word.start()] + _OTHER[word[0].lower()] + question[word.end() :]


def _spaced(question: str, chance: random.Random) -> str:
    return re.sub(" ", lambda _: chance.choice((" ", "  ", " \t")), f" {question} ")


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "case": _upper_or_lower,
    "accents": _without_accents,
    "typing error": _mistyped,
    "politeness": _polite,
    "punctuation": _punctuated,
    "small words": _mixed,
    "spaces": _spaced,
}


def variations(question: str, count: int) -> list[tuple[str, str]]:
    """So many variations as (kind, question), always the same ones; kinds that change nothing fall out.

    Each kind takes its turn; every fourth variation is changed in a second way as well.
    """
    found = []
    for number in range(count):
        chance = random.Random(zlib.crc32(f"{number} {question}".encode()))
        # where few are made, each question begins with another kind
        kind = list(KINDS)[(number + zlib.crc32(fold(question).encode())) % len(KINDS)]
        made = KINDS[kind](question, chance)
        if number % 4 == 3:
            second = chance.choice([k for k in KINDS if k not in (kind, "typing error")])
            made, kind = KINDS[second](made, chance), f"{kind}, {second}"
        if made != question:
            found.append((kind, made))
    return found

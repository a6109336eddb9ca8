"""Words that nobody knows, read as the word of the vocabulary that was meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from queries.ask.times import MONTHS
from queries.ask.words import LANGUAGES, stem

SHORTEST = 5  # letters of a word that may be misspelt
LONG = 8  # letters of a word in which two errors are forgiven
SHORTEST_STEM = 4


@dataclass
class Speller:
    """All words that mean something, in the forms that people write, by form and by stem."""

    forms: list[str] = field(default_factory=list)
    by_stem: dict[str, dict[str, str]] = field(default_factory=dict)  # language: stem -> a word

    @classmethod
    def of(cls, written: Iterable[tuple[str, str]]) -> Speller:
        """A speller of words, each as (language, word)."""
        words = sorted({*written, *((x, month) for x in LANGUAGES for month in MONTHS)})
        forms = {f for language, word in words for f in _forms(word, language)}
        by_stem: dict[str, dict[str, str]] = {x: {} for x in LANGUAGES}
        for language, word in words:
            base = stem(word, language)
            if len(base) >= SHORTEST_STEM:
                by_stem[language].setdefault(base, word)
        return cls(sorted(f for f in forms if len(f) >= SHORTEST), by_stem)

    def knows(self, word: str) -> bool:
        """Whether a word is written as one of them."""
        at = bisect_left(self.forms, word)
        return at < len(self.forms) and self.forms[at] == word

    def meant(self, word: str) -> str | None:
        """The known word that a folded one was meant to be; None if there is none, or several.

        One typing error is forgiven, in long words two.  Several forms of one word are one.
        """
        if len(word) < SHORTEST or not word.isalpha():
            return None
        for errors in range(1, 3 if len(word) >= LONG else 2):
            near = _near(word, self.forms, errors)
            if near:
                return near[0] if _one_word(near) else None
            for language in LANGUAGES:
                base = stem(word, language)
                if len(base) < SHORTEST_STEM or errors > 1:
                    continue
                stems = _near(base, list(self.by_stem[language]), errors)
                if stems:
                    return self.by_stem[language][stems[0]] if len(stems) == 1 else None
        return None


def _near(word: str, known: list[str], errors: int) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, known, scorer=OSA.distance, score_cutoff=errors, limit=None)
    return sorted(one for one, _, _ in found)


def _one_word(found: list[str]) -> bool:
    return any(len({stem(f, language) for f in found}) == 1 for language in LANGUAGES)


def _forms(word: str, language: str) -> Iterator[str]:
    """A word with its usual endings; a form that nobody writes does no harm."""
    yield word
    if not word.isalpha() or word.endswith(("s", "ed", "ing")):
        return  # it has an ending
    if language == "en":
        yield from (word + "s", word + "es", word + "ed", word + "ing")
        if word.endswith("e"):
            yield from (word + "d", word[:-1] + "ing")
        if word.endswith("y"):
            yield from (word[:-1] + "ies", word[:-1] + "ied")
    else:
        yield from (word + "s", word + "es")
        if word.endswith(("o", "e")):
            yield from (word[:-1] + "a", word[:-1] + "as", word[:-1] + "os")

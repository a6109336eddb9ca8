"""Words that nobody knows, read as the word of the vocabulary that was meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from queries.ask.common import is_common
from queries.ask.times import MONTHS
from queries.ask.words import LANGUAGES, stem

SHORTEST = 5  # letters of a word that may be misspelt
LONG = 8  # letters of a word in which two errors are forgiven
SHORTEST_STEM = 4


@dataclass
class Speller:
    """All words that mean something, in the forms that people write."""

    words: list[tuple[str, str]]  # language and word, as they are written
    forms: list[str] = field(default_factory=list)  # with their usual endings, sorted

    @classmethod
    def of(cls, written: Iterable[tuple[str, str]]) -> Speller:
        """A speller of words, each as (language, word)."""
        words = sorted({*written, *((x, month) for x in LANGUAGES for month in MONTHS)})
        forms = {f for language, word in words for f in _forms(word, language)}
        return cls(words, sorted(f for f in forms if len(f) >= SHORTEST))

    @cached_property
    def by_stem(self) -> dict[str, dict[str, str]]:
        """A word for each stem, by language: for what cannot be found by its letters only."""
        found: dict[str, dict[str, str]] = {x: {} for x in LANGUAGES}
        for language, word in self.words:
            base = stem(word, language)
            if len(base) >= SHORTEST_STEM:
                found[language].setdefault(base, word)
        return found

    def knows(self, word: str) -> bool:
        """Whether a word is written as one of them."""
        at = bisect_left(self.forms, word)
        return at < len(self.forms) and self.forms[at] == word

    def meant(self, word: str) -> str | None:
        """The known word that a folded one was meant to be; None if there is none, or several.

        One typing error is forgiven, in long words two.  Several forms of one word are one.  A
        word that people know is no slip: *abogado* is not *abordado*.
        """
        found = self.near(word)
        return found[0] if found and _one_word(found) and not is_common(word) else None

    def slip_of(self, word: str) -> str | None:
        """A known word a letter away that has the same stem as one that nobody writes."""
        if len(word) < LONG or self.knows(word):
            return None
        near = _near(word, self.forms, 1)
        return next((f for f in near if any(stem(f, x) == stem(word, x) for x in LANGUAGES)), None)

    def near(self, word: str) -> list[str]:
        """The known words that differ least from a folded one: by its letters, or by its stem's."""
        if len(word) < SHORTEST or not word.isalpha():
            return []
        for errors in range(1, 3 if len(word) >= LONG else 2):
            found = _near(word, self.forms, errors)
            for language in LANGUAGES if errors == 1 and not found else ():
                base = stem(word, language)
                stems = self.by_stem[language]
                if len(base) >= SHORTEST_STEM:
                    found += [stems[s] for s in _near(base, list(stems), errors)]
            if found:
                return found
        return []


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

"""Words that nobody knows, read as the word of the vocabulary that was meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from queries.ask.common import is_common, seen
from queries.ask.times import MONTHS
from queries.ask.words import LANGUAGES, stem

SHORTEST = 5  # letters of a word that may be misspelt
LONG = 8  # letters of a word in which two errors are forgiven
SHORTEST_STEM = 4
DOMINANT = 20  # times more often a word is written than those that are not meant then
MOST_KEPT = 2_000  # words of questions of which it is kept what they are near to
_VERBAL = frozenset(  # endings of regular Spanish verbs
    {
        *("a", "an", "e", "en", "o", "io", "ia", "ian", "aba", "aban", "aron", "ieron"),
        *("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ando", "iendo"),
        *("ara", "aran", "era", "eran", "ira", "iran", "ar", "er", "ir", "arse", "erse", "irse"),
    }
)

_ByLength = dict[int, list[str]]


@dataclass
class Speller:
    """All words that mean something, in the forms that people write."""

    forms: list[str]  # with their usual endings, sorted
    by_stem: dict[str, dict[str, str]]  # a word for each stem, by language
    _found: dict[str, list[str]] = field(default_factory=dict, repr=False)  # of words asked for

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

    @classmethod
    def of_texts(cls, texts: dict[str, str]) -> Speller:
        """The inverse of :meth:`as_texts`."""
        pairs = {x: iter(texts[x].split(" ")) for x in LANGUAGES}
        by_stem = {x: dict(zip(found, found, strict=True)) for x, found in pairs.items()}
        return cls(texts["forms"].split(" "), by_stem)

    def as_texts(self) -> dict[str, str]:
        """As few texts, which are read faster than as many words: most questions need none."""
        stems = {x: " ".join(f"{s} {w}" for s, w in self.by_stem[x].items()) for x in LANGUAGES}
        return {"forms": " ".join(self.forms), **stems}

    @cached_property
    def _forms_by_length(self) -> _ByLength:
        return _by_length(self.forms)

    @cached_property
    def _stems_by_length(self) -> dict[str, _ByLength]:
        return {x: _by_length(stems) for x, stems in self.by_stem.items()}

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
        if found and not _one_word(found):
            found = _likeliest(found)
        if found and not _one_word(found):  # rather a vowel is lost than one letter another
            found = _likeliest([f for f in found if _consonants(f) == _consonants(word)])
        return found[0] if found and _one_word(found) and not is_common(word) else None

    def slip_of(self, word: str) -> str | None:
        """A known word a letter away that has the same stem as one that nobody writes."""
        if len(word) < LONG or self.knows(word) or _is_verb(word):
            return None
        near = _near(word, self._forms_by_length, 1)
        return next((f for f in near if any(stem(f, x) == stem(word, x) for x in LANGUAGES)), None)

    def near(self, word: str) -> list[str]:
        """The known words that differ least from a folded one: by its letters, or by its stem's."""
        if word not in self._found:
            if len(self._found) >= MOST_KEPT:
                self._found.clear()
            self._found[word] = self._nearest(word)
        return self._found[word]

    def _nearest(self, word: str) -> list[str]:
        if len(word) < SHORTEST or not word.isalpha():
            return []
        for errors in range(1, 3 if len(word) >= LONG else 2):
            found = _near(word, self._forms_by_length, errors)
            for language in LANGUAGES if errors == 1 and not found else ():
                base = stem(word, language)
                if len(base) >= SHORTEST_STEM:
                    near = _near(base, self._stems_by_length[language], errors)
                    found += [self.by_stem[language][s] for s in near]
            if found:
                return found
        return []


def _by_length(words: Iterable[str]) -> _ByLength:
    found: _ByLength = {}
    for word in words:
        found.setdefault(len(word), []).append(word)
    return found


def _near(word: str, known: _ByLength, errors: int) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near: list[str] = []
    for length in range(len(word) - errors, len(word) + errors + 1):
        some = known.get(length, [])
        found = process.extract(word, some, scorer=OSA.distance, score_cutoff=errors, limit=None)
        near += [one for one, _, _ in found]
    return sorted(near)


def _is_verb(word: str) -> bool:
    """Whether a word is a regular form of a Spanish verb, of which the vocabulary has few."""
    base = stem(word, "es")
    return word.startswith(base) and word[len(base) :] in _VERBAL


def _likeliest(found: list[str]) -> list[str]:
    """The words of some that people write far more often than the others; all where none is."""
    counts = {word: seen(word) for word in found}
    most = max(counts.values(), default=0)
    return [w for w in found if counts[w] * DOMINANT >= most] if most else found


def _consonants(word: str) -> str:
    return "".join(c for c in word if c not in "aeiou")


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

"""Words as they are compared: without case and accents, and by their stems."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import re
import sys
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from queries.folding import fold

LANGUAGES = ("en", "es")
ARTICLES = frozenset({"the", "el", "la", "los", "las", "a", "al"})
_WORD = re.compile(r"[^\W_]+")
_PACKAGE = "_snowballstemmer"
_SNOWBALL = {"en": "english", "es": "spanish"}


@dataclass(frozen=True)
class Word:
    """A word as compared, and where it stands in the question."""

    text: str
    start: int
    end: int
    enye: bool = False  # whether it is written with ñ, which makes it another word
    stressed: bool = False  # whether it ends in a stressed vowel: *entregó* is no *entrega*


def words(question: str) -> list[Word]:
    """The words of a question, without punctuation."""
    return [
        Word(
            fold(m[0]),
            m.start(),
            m.end(),
            "ñ" in m[0].lower(),
            m[0][-1] in "áéíóúÁÉÍÓÚ",
        )
        for m in _WORD.finditer(question)
    ]


def folded(text: str) -> tuple[str, ...]:
    """The words of a name, as compared."""
    return tuple(w.text for w in words(text))


@cache
def _stemmer(language: str) -> Any:
    """Snowball's stemmer of a language.

    Its package imports some thirty languages, which would take 20 ms at every start; it is entered by
    another name here, so that nobody who imports it as a whole gets less.
    """
    name = _SNOWBALL[language]
    if _PACKAGE not in sys.modules:
        whole = importlib.util.find_spec("snowballstemmer")
        package = importlib.machinery.ModuleSpec(_PACKAGE, None, is_package=True)
        package.submodule_search_locations = whole.submodule_search_locations if whole else []
        sys.modules[_PACKAGE] = importlib.util.module_from_spec(package)
    module = importlib.import_module(f"{_PACKAGE}.{name}_stemmer")
    return getattr(module, f"{name.capitalize()}Stemmer")()


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word by Snowball's rules; short words and numbers stay as they are."""
    if len(word) < 4 or not word.isalpha():
        return word
    if language == "es":
        word = _singular(word)
    found = str(_stemmer(language).stemWord(word))
    if language == "en" and word.endswith("ses"):  # *aliases* has the stem of *alias*
        found = str(_stemmer(language).stemWord(found))
    # Without its accent *aprehendió* or *aprehendía* keeps an i that *aprehender* has not.
    return found[:-1] if language == "es" and len(found) > 3 and found.endswith("i") else found


def _singular(word: str) -> str:
    """A Spanish noun without its plural; Snowball makes *ciudad* and *ciudades* two stems."""
    if word.endswith("es") and len(word) > 5 and word[-3] in "dlnrj":
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 4 and word[-2] in "aeo" else word

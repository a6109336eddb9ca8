"""What names are: an entity as it is called, a name in a question, and what each way of naming costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from queries.ask.words import ARTICLES

MOST_WORDS = 9  # of one name in a question
MOST_FITTING = 40  # entities that a name may mean; the best known of them

# Small words, which join those of a name and are none of them.
SILENT = ARTICLES | frozenset(
    {"of", "de", "del", "on", "from", "and", "y", "in", "en", "for", "para", "s"}
)

# What each way of naming costs.  A name has one of the first four, and the dearest of the others.
WHOLE = 0.0  # a name or an alias, with or without its article
ORDER = 0.1  # all words of a name in another order: "Guzmán López, Ovidio"
PART = 0.3  # some words of somebody's names: "Ovidio López"
WORD = 0.6  # a single one: "Guzmán"
INITIAL = 0.1  # a letter for a word: "J. A. García Vilano"
JOINED = 0.2  # "elmencho", "el men cho", "z40"
SOUND = 0.4  # "Gusmán", "Billareal"
TYPED = 0.8  # one or two letters that differ
WAYS = {INITIAL: "initials", JOINED: "joined", SOUND: "sound", TYPED: "letters"}

# What a thing is first, of the kinds that it is of.
KINDS = (
    *("Person", "CriminalOrganization", "Administration", "Court", "Office", "Organization"),
    *("Country", "Place", "Transfer", "Source", "Event", "LegalInstrument", "Group"),
)


@dataclass(frozen=True)
class Known:
    """An entity: what it is called, what it is, and on which days it happened."""

    id: str
    name: str
    labels: frozenset[str]
    names: tuple[str, ...]
    days: tuple[str | None, str | None] = (None, None)
    name_es: str | None = None

    def called(self, language: str) -> str:
        """The name in a language."""
        return self.name_es if language == "es" and self.name_es else self.name


class Named(NamedTuple):
    """Words of a question, from ``start`` to ``end``, that name one of ``ids``; and how.

    The best known entity comes first; ``more`` says that more fit than are given.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    cost: float
    how: str  # whole, order, part, initials, joined, sound, letters
    more: bool = False


def bare(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A name without its article."""
    while len(parts) > 1 and parts[0] in ARTICLES:
        parts = parts[1:]
    return parts


@lru_cache(maxsize=2_000)
def kind_of(labels: frozenset[str]) -> str:
    """What a thing with these labels is first."""
    return next((k for k in KINDS if k in labels), "Entity")

"""Dates, numbers, nouns and values as people write them, in one language.

The words themselves are data: ``wording.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from ontology import ontology, yaml_files
from queries.ask.times import MONTH_NAMES
from queries.ask.words import LANGUAGES, folded, words
from queries.header import DATED
from queries.kept import kept, mark_of

FILE = Path(__file__).parent / "wording.yaml"
FIRM = frozenset(
    {"stated", "reported", "convicted", "sentenced", "pleaded guilty", "acquitted", "dismissed"}
)
_DATE = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$")
_SOUNDS_AS_I = re.compile(r"^h?i(?!e)", re.IGNORECASE)
_SOUNDS_AS_O = re.compile(r"^h?o", re.IGNORECASE)


@cache
def wording() -> dict[str, Any]:
    """All words of answers, as ``wording.yaml`` has them."""
    found: dict[str, Any] = kept("wording", mark_of([FILE]), lambda: yaml_files.read(FILE))
    return found


def phrase(language: str, name: str, /, **holes: Any) -> str:
    """A text of answers, its holes filled."""
    return str(wording()[language][name]).format(**holes)


def refusal(language: str, name: str, /, **holes: Any) -> str:
    """A text of refusals, its holes filled."""
    return str(wording()["refusals"][language][name]).format(**holes)


def joined(parts: Sequence[str], language: str, last: str = "and") -> str:
    """A list in words: *A, B and C*; in Spanish *e* and *u* where the sound asks for it.

    >>> joined(["Ana", "Inés"], "es"), joined(["A", "B", "C"], "en")
    ('Ana e Inés', 'A, B and C')
    """
    if len(parts) < 2:
        return "".join(parts)
    word = phrase(language, last)
    if language == "es":
        if word == "y" and _SOUNDS_AS_I.match(parts[-1]):
            word = "e"
        if word == "o" and _SOUNDS_AS_O.match(parts[-1]):
            word = "u"
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def number(count: int, language: str) -> str:
    """A number in words up to twelve, else in digits."""
    names = wording()["numbers"][language]
    return str(names[count - 1]) if 0 < count <= len(names) else str(count)


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def is_polar(question: str) -> bool:
    """Whether a question asks for yes or no: *is X ...*, *did X ...*, or *X is ...?*."""
    parts = folded(question)
    polar = words_of("polar")
    if not parts or parts[0] in polar:
        return bool(parts)
    if not question.rstrip().endswith("?") or asks_which(question):
        return False
    said = (w for before, w in pairwise(parts) if before not in _LINKS)
    return any(w in polar for w in said)


_LINKS = frozenset({"que", "that"})  # *those that were*: no question is asked by that


def asks_which(question: str) -> bool:
    """Whether somebody or something is asked for: by *who*, *which*, *qué* and the like."""
    asking = words_of("asking")
    for n, word in enumerate(words(question)):
        written = question[word.start : word.end].lower()
        if word.text in asking and (not n or written in _ASKED or word.text not in _LINKING):
            return True
    return False


_ASKED = frozenset({"qué", "cómo", "cuándo", "dónde"})  # without the accent they only link,
_LINKING = frozenset(folded(" ".join(_ASKED)))  # unless a question begins with them


@cache
def words_of(*section: str) -> frozenset[str]:
    """All words of a section of ``wording.yaml``, in all languages, as they are compared."""
    found = wording()
    for name in section:
        found = found[name]
    return frozenset(part for words in listed(found) for part in words)


def listed(by_language: dict[str, list[str]]) -> tuple[tuple[str, ...], ...]:
    """Words of all languages as they are compared, from a list for each of them."""
    return tuple(folded(w) for language in LANGUAGES for w in by_language[language])


def plural(noun: str, language: str) -> str:
    """A noun, or nouns joined by *or*, in the plural.

    >>> plural("child", "en"), plural("hijo o hija", "es"), plural("sibling-in-law", "en")
    ('children', 'hijos o hijas', 'siblings-in-law')
    """
    known = wording()["plurals"][language].get(noun)
    if known:
        return str(known)
    if language == "es":
        return " o ".join(_plural_es(part) for part in noun.split(" o "))
    head, law, rest = noun.partition("-in-law")
    if law:
        return plural(head, language) + law + rest
    head, of, rest = noun.partition(" of ")
    if of:
        return plural(head, language) + of + rest
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _plural_es(noun: str) -> str:
    first, space, rest = noun.partition(" ")
    known = wording()["plurals"]["es"].get(first)
    if known:
        many = str(known)
    elif first.endswith("z"):
        many = first[:-1] + "ces"
    elif first.endswith("ión"):
        many = first[:-3] + "iones"
    elif first.endswith(tuple("aeiouáéó")):
        many = first + "s"
    else:
        many = first if first.endswith("s") else first + "es"
    if space and rest.split(" ")[0] not in ("de", "del", "en", "a"):
        rest = _plural_es(rest)
    return many + space + rest


# -- dates -------------------------------------------------------------------------------------


def date_text(text: str, language: str) -> str:
    """A date of the graph without a preposition: *27 February 2025*, *febrero de 2025*.

    ``text`` is EDTF as the graph has it; what is none comes back as it is.
    """
    return _dated(text, language, alone=True)


def date_phrase(text: str, language: str) -> str:
    """The same as a part of a sentence: *on 27 February 2025*, *in 2013*, *until June 2020*.

    >>> date_phrase("2025-02-27", "es"), date_phrase("2025-02", "en"), date_phrase("2019-06~", "en")
    ('el 27 de febrero de 2025', 'in February 2025', 'about June 2019')
    >>> date_phrase("2018-12-01/2024-09-30", "en"), date_phrase("/2026-02-22", "es")
    ('from 1 December 2018 to 30 September 2024', 'hasta el 22 de febrero de 2026')
    """
    return _dated(text, language, alone=False)


def _dated(text: str, language: str, alone: bool) -> str:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        days = [d.strip() for d in re.split(r"\.\.|,", text[1:-1]) if d.strip()]
        if len(days) == 2:
            first, last = (_single(d, language, alone=True) for d in days)
            return phrase(language, "between", first=first, last=last)
        return joined([_single(d, language, alone=True) for d in days], language, "or")
    if "/" in text:
        first, _, last = text.partition("/")
        first, last = (x if x not in ("", "..") else "" for x in (first, last))
        if first == last and first:
            return _single(first, language, alone)
        ends = [_single(x, language, alone=True) if x else "" for x in (first, last)]
        if ends[0] and ends[1]:
            first, last = (_the(x, language) for x in ends)
            return contracted(phrase(language, "span", first=first, last=last), language)
        if ends[0]:
            return phrase(language, "since", date=_the(ends[0], language))
        return phrase(language, "until", date=_the(ends[1], language)) if ends[1] else ""
    return _single(text, language, alone)


def _the(day: str, language: str) -> str:
    """Spanish has an article before a day, not before a month or a year."""
    return f"el {day}" if language == "es" and day[:1].isdigit() and " de " in day else day


def _single(text: str, language: str, alone: bool) -> str:
    if text.startswith("XXXX-"):
        month = MONTH_NAMES[language][int(text[5:]) - 1]
        return month if alone else phrase(language, "in", date=month)
    found = _DATE.match(text)
    if not found:
        return text
    year, month, day, doubt = found.groups()
    months = MONTH_NAMES[language]
    if not month or not 1 <= int(month) <= 12:
        said = year if not month else text
    elif language == "es":
        said = f"{months[int(month) - 1]} de {year}"
    else:
        said = f"{months[int(month) - 1]} {year}"
    if month and day:
        said = f"{int(day)} de {said}" if language == "es" else f"{int(day)} {said}"
    if doubt:
        return phrase(language, "about_date" if doubt == "~" else "perhaps_date", date=said)
    return said if alone else phrase(language, "on" if day else "in", date=said)


DATES = frozenset({*DATED, "published", "period", "earlier_term", "later_term"})  # that hold dates


def value_text(value: Any, column: str, language: str) -> str:
    """A cell in words: labels for statuses and relations, dates, lists, yes and no; empty for null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return {"en": ("no", "yes"), "es": ("no", "sí")}[language][value]
    if isinstance(value, list):
        return joined([value_text(v, column, language) for v in value], language)
    if not isinstance(value, str):
        return str(value)
    if column in DATES:
        return date_text(value, language)
    return label(value, language)


def label(value: str, language: str) -> str:
    """The label of a relationship type, a property, a status or another word of the graph."""
    model = ontology()
    term = model.by_type.get(value) or model.by_label.get(value) or _by_graph_name().get(value)
    found = term.labels if term else model.status_labels.get(value)
    return str((found or wording()["values"].get(value, {})).get(language, value))


@cache
def _by_graph_name() -> dict[str, Any]:
    terms = ontology().terms
    values = terms.values() if isinstance(terms, dict) else terms
    return {t.graph_name: t for t in values if t.kind == "datatype" and t.graph_name}


def sexed(text: str, language: str, sex: str | None) -> str:
    """A text with *uncle or aunt* as one of them where the sex is known (``m`` or ``f``).

    >>> sexed("sibling-in-law of", "en", "m"), sexed("tío o tía de", "es", "f")
    ('brother-in-law of', 'tía de')
    """
    if sex is None:
        return text
    for both, (he, she) in wording()["sexed"][language].items():
        found = re.sub(rf"(?<![\w-]){re.escape(both)}(?![\w-])", he if sex == "m" else she, text)
        if found != text:
            return found
    return text


def contracted(text: str, language: str) -> str:
    """Spanish *de el* and *a el* before a day as *del* and *al*; names keep theirs."""
    if language != "es":
        return text
    return re.sub(r"\ba el (?=\d)", "al ", re.sub(r"\bde el (?=\d)", "del ", text))


def article(noun: str) -> str:
    """An English noun with its indefinite article."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"

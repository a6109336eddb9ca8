"""A question becomes a query with parameters, or candidates, or a reason why not.

At this stage a question must match one of the patterns that the query files carry; anything else
is not answered.  ``understand`` is the door that free wording will come in by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from queries.ask.lexicon import Known, Lexicon
from queries.ask.patterns import Pattern, Words, patterns, plain
from queries.ask.words import Word, folded, read_date, read_interval, words
from queries.catalogue import Catalogue
from queries.header import SIMPLE_TYPES, Query

MOST_SLOT_WORDS = 16
MOST_SUGGESTIONS = 3
FEWEST_LITERALS = 2  # words of a pattern that make an unknown name worth telling
_COUNT = re.compile(r"\d{1,9}")
_SPANISH = frozenset(
    [
        "que",
        "quien",
        "quienes",
        "cual",
        "cuales",
        "cuando",
        "donde",
        "como",
        "cuantos",
        "cuantas",
        "por",
        "el",
        "la",
        "los",
        "las",
        "de",
        "del",
        "en",
        "es",
        "fue",
        "fueron",
        "hay",
        "entre",
        "para",
        "se",
        "al",
        "un",
        "una",
    ]
)


@dataclass
class Understanding:
    """How a question was understood.

    ``status`` is ``understood``, ``ambiguous`` or ``unanswerable``; ``steps`` tell how.
    """

    status: str
    language: str
    query: str | None = None
    parameters: dict[str, Any] = field(default_factory=dict)
    candidates: list[Known] = field(default_factory=list)
    reason: str | None = None
    steps: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Match:
    pattern: Pattern
    slots: dict[str, tuple[int, int]]  # of words
    literals: int

    @property
    def firmness(self) -> tuple[int, int]:
        """More words of the pattern itself first, then fewer slots."""
        return (self.literals, -len(self.slots))


def language_of(question: str) -> str:
    """English or Spanish, by marks and small words."""
    if any(c in question for c in "¿¡ñ"):
        return "es"
    found = {w.text for w in words(question)}
    return (
        "es"
        if len(found & _SPANISH)
        > len(found & {"the", "of", "who", "what", "is", "are", "in", "did", "which", "how"})
        else "en"
    )


def _ways(pattern: Pattern, said: list[str]) -> Iterator[_Match]:
    """All ways in which the words of a question match a pattern, each slot filling once."""
    seen: set[tuple[tuple[str, tuple[int, int]], ...]] = set()

    def words_of(
        sequence: Words, at: int, found: dict[str, tuple[int, int]]
    ) -> Iterator[tuple[int, dict[str, tuple[int, int]]]]:
        if not sequence:
            yield at, found
            return
        name, rest = sequence[0], sequence[1:]
        if not name.startswith("{"):
            if at < len(said) and said[at] == name:
                yield from words_of(rest, at + 1, found)
            return
        for end in range(at + 1, min(len(said), at + MOST_SLOT_WORDS) + 1):
            yield from words_of(rest, end, {**found, name[1:-1]: (at, end)})

    def walk(part: int, at: int, found: dict[str, tuple[int, int]]) -> Iterator[_Match]:
        if part == len(pattern.parts):
            key = tuple(sorted(found.items()))
            if at == len(said) and key not in seen:
                seen.add(key)
                filled = sum(end - start for start, end in found.values())
                yield _Match(pattern, found, len(said) - filled)
            return
        for sequence in pattern.parts[part]:
            for end, more in words_of(sequence, at, found):
                yield from walk(part + 1, end, more)

    yield from walk(0, 0, {})


def _matches(question: list[Word], catalogue: Catalogue) -> list[_Match]:
    said = [w.text for w in question]
    present = frozenset(said)
    found = [
        match
        for pattern in patterns(catalogue)
        if pattern.possible(present)
        for match in _ways(pattern, said)
    ]
    found.sort(key=lambda m: (m.firmness, m.pattern.query), reverse=True)
    return found


class _Reader:
    """Resolves the slots of a match."""

    def __init__(self, question: str, said: list[Word], lexicon: Lexicon) -> None:
        self.question, self.said, self.lexicon = question, said, lexicon

    def text(self, span: tuple[int, int]) -> str:
        return self.question[self.said[span[0]].start : self.said[span[1] - 1].end]

    def whole(self, match: _Match, catalogue: Catalogue) -> bool:
        """Whether each entity of a match is said by a whole name."""
        types = {p.name: p.type for p in catalogue.queries[match.pattern.query].parameters}
        return all(
            types[name] in SIMPLE_TYPES or self.lexicon.exact(self.parts(span), types[name])
            for name, span in match.slots.items()
        )

    def parts(self, span: tuple[int, int]) -> tuple[str, ...]:
        return tuple(w.text for w in self.said[span[0] : span[1]])

    def values(self, kind: str, span: tuple[int, int]) -> list[Any]:
        """All values that a slot may have; none if it has none."""
        parts = self.parts(span)
        if kind == "date":
            date = read_date(parts)
            return [date] if date and len(date) == 10 else []
        if kind == "interval":
            found = read_interval(parts)
            return [found] if found else []
        if kind == "integer":
            return [int(parts[0])] if len(parts) == 1 and _COUNT.fullmatch(parts[0]) else []
        if kind == "text":
            return [self.text(span)]
        if kind in SIMPLE_TYPES:
            return []
        return list(self.lexicon.find(parts, kind))


def understand(
    question: str, catalogue: Catalogue, lexicon: Lexicon, language: str | None = None
) -> Understanding:
    """Finds the query that a question asks for; never guesses between two.

    Reasons are given in ``language``, else in that of the question.
    """
    said = words(question)
    if not said:
        language = language or language_of(question)
        reason = _say(language, "The question is empty.", "La pregunta está vacía.")
        return Understanding("unanswerable", language, reason=reason)
    matches = _matches(said, catalogue)
    reader = _Reader(question, said, lexicon)
    doubtful: Understanding | None = None
    unknown: Understanding | None = None
    understood: list[tuple[_Match, dict[str, Any]]] = []
    firmest = (0, 0)
    for match in matches:
        if understood and match.firmness < understood[0][0].firmness:
            break
        if doubtful and match.firmness < firmest:
            break  # a looser reading does not settle a doubt
        query = catalogue.queries[match.pattern.query]
        types = {p.name: p.type for p in query.parameters}
        values = {n: reader.values(types[n], span) for n, span in match.slots.items()}
        missing = [n for n, v in values.items() if not v]
        several = [n for n, v in values.items() if len(v) > 1]
        if missing:
            if match.literals >= FEWEST_LITERALS:  # else the question is hardly of this kind
                told = language or language_of(question)
                unknown = unknown or _unknown(match, query, missing, reader, told)
        elif several:
            name = several[0]
            doubtful = doubtful or _doubtful(match, name, values[name], reader, language)
            firmest = max(firmest, match.firmness)
        else:
            understood.append((match, {n: v[0] for n, v in values.items()}))
    if understood:
        # whole names before parts of names, where two patterns fit equally well
        whole = [u for u in understood if reader.whole(u[0], catalogue)]
        return _decide(whole or understood, catalogue, language)
    if doubtful or unknown:
        return doubtful or unknown  # type: ignore[return-value]
    language = language or language_of(question)
    reason = _say(language, "I can't answer that.", "No puedo responder eso.")
    return Understanding("unanswerable", language, reason=reason)


def _say(language: str, english: str, spanish: str) -> str:
    return spanish if language == "es" else english


def _decide(
    understood: list[tuple[_Match, dict[str, Any]]], catalogue: Catalogue, language: str | None
) -> Understanding:
    match, values = understood[0]
    readings = {
        (m.pattern.query, tuple(sorted((n, getattr(v, "id", v)) for n, v in found.items())))
        for m, found in understood
    }
    language = language or match.pattern.language
    if len(readings) > 1:
        people = [v for _, found in understood for v in found.values() if isinstance(v, Known)]
        candidates = list({k.id: k for k in people}.values())
        titles = sorted({catalogue.queries[m.pattern.query].title[language] for m, _ in understood})
        reason = _say(
            language,
            "The question can be read in several ways: ",
            "La pregunta se puede leer de varias maneras: ",
        )
        return Understanding(
            "ambiguous", language, candidates=candidates, reason=reason + "; ".join(titles) + "."
        )
    steps = [f"query: {match.pattern.query}", f"words of the question's pattern: {match.literals}"]
    parameters: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Known):
            parameters[name] = value.id
            steps.append(f"{name}: {value.name} ({value.id})")
        else:
            parameters[name] = value
            steps.append(f"{name}: {value}")
    return Understanding("understood", language, match.pattern.query, parameters, steps=steps)


def _unknown(
    match: _Match, query: Query, missing: list[str], reader: _Reader, language: str | None
) -> Understanding:
    language = language or match.pattern.language
    name = missing[0]
    said = reader.text(match.slots[name])
    kind = next(p.type for p in query.parameters if p.name == name)
    if kind in ("date", "interval"):
        reason = _say(
            language,
            f"'{said}' is no date that I can read; write it as 2025-02-27.",
            f"'{said}' no es una fecha que pueda leer; escríbala como 2025-02-27.",
        )
    else:
        reason = _say(
            language,
            f"The graph knows nobody and nothing called '{said}' that fits this question.",
            f"El grafo no conoce a nadie ni nada llamado '{said}' que corresponda a esta pregunta.",
        )
    return Understanding("unanswerable", language, reason=reason)


def _doubtful(
    match: _Match, name: str, found: list[Any], reader: _Reader, language: str | None
) -> Understanding:
    language = language or match.pattern.language
    said = reader.text(match.slots[name])
    reason = _say(
        language,
        f"'{said}' may be one of {len(found)}.",
        f"'{said}' puede ser uno de {len(found)}.",
    )
    return Understanding("ambiguous", language, match.pattern.query, {}, list(found), reason)


# A suggestion puts an example's name into the question: not beside a word of guilt.
_ASKED_FIRST = ("relatives", "transfers_under_official", "people_of_transfer")
_NEVER_SUGGESTED = frozenset({"guilty", "convicted", "culpable", "condenado", "condenada"})


def suggestions(question: str, catalogue: Catalogue, language: str, lexicon: Lexicon) -> list[str]:
    """The nearest questions that can be answered, with an example's names in their slots."""
    asked = set(folded(question))
    scored: list[tuple[float, str]] = []
    for query in catalogue.queries.values():
        for text in map(plain, query.ask[language]):
            if _NEVER_SUGGESTED & set(folded(text)):
                continue
            shared = len(asked & (set(folded(text)) - {"the", "of", "de", "la", "el"}))
            filled = _filled(text, query, lexicon) if shared else None
            if filled:
                scored.append((-shared / (len(folded(text)) + 2), filled))
    if not scored:  # nothing is near: what people ask first
        first = [catalogue.queries[n] for n in _ASKED_FIRST if n in catalogue.queries]
        texts = [_filled(plain(q.ask[language][0]), q, lexicon) for q in first]
        return [text for text in texts if text]
    scored.sort()
    return list(dict.fromkeys(text for _, text in scored))[:MOST_SUGGESTIONS]


def _filled(text: str, query: Query, lexicon: Lexicon) -> str | None:
    """A question with an example's names; None where it has none, or the graph not its entity."""
    example = next((e for e in query.examples if all("{" + n + "}" in text for n in e)), {})
    values = {**query.examples[0], **example}
    for parameter in query.parameters:
        slot, value = "{" + parameter.name + "}", str(values.get(parameter.name, ""))
        known = lexicon.entities.get(value)
        simple = parameter.type.removesuffix("[]") in SIMPLE_TYPES
        if slot in text and (not value or not (known or simple)):
            return None
        text = text.replace(slot, known.name if known else value)
    return text[:1].upper() + text[1:] + "?"

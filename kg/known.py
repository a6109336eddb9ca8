"""A question that says by which day something was known: *as known in 2025*, *según lo que se sabía en 2025*."""

from __future__ import annotations

import re

from queries.ask.times import MONTHS, read_date
from queries.ask.words import words

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DATE = (
    r"\d{4}(?:-\d{1,2}){0,2}"
    rf"|(?:{_MONTH})\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?\s+(?:of\s+|del?\s+)?\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+|de\s+)?(?:{_MONTH})\.?,?\s+(?:of\s+|del?\s+)?\d{{4}}"
)
_EN_AT = r"(?:(?:in|by|on|at|as\s+of|until|up\s+to)(?:\s+the\s+end\s+of)?)"
_EN = r"(?:as|from|by|on|with|given|according\s+to)\s+(?:what\s+)?(?:was\s+|it\s+was\s+)?known"
_ES_AT = r"(?:en|el|al|hasta|para|a)(?:\s+(?:el|los|fines\s+de|finales\s+de))*"
_ES = (
    r"(?:según|segun|con|por|de\s+acuerdo\s+con)\s+lo\s+que\s+se\s+(?:sabía|sabia|conocía|conocia)"
)
_SAID = re.compile(
    rf"[\s,;(]{{0,4}}\b(?:{_EN}\s+{_EN_AT}|{_ES}\s+{_ES_AT})\s+(?P<date>{_DATE})\b[\s,;)]{{0,4}}",
    re.IGNORECASE,
)


def split_known(question: str, language: str | None = None) -> tuple[str, str] | None:
    """The question without the words, and the day, month or year that they name; None without any.

    >>> split_known("As known in 2025, who led the CJNG?")
    ('who led the CJNG?', '2025')
    >>> split_known("¿Quién murió, según lo que se sabía en marzo de 2026?")
    ('¿Quién murió?', '2026-03')
    >>> split_known("Who is known as La Tuta?")
    """
    found = _SAID.search(question)
    if found is None:
        return None
    date = read_date(tuple(word.text for word in words(found["date"])), language or "en")
    if date is None:
        return None
    before, after = question[: found.start()], question[found.end() :]
    between = " " if before and after and after[:1] not in "?!.¿¡" else ""
    return (before + between + after).strip(), str(date)

"""Which of several forms a client wants: by ``Accept``, as RFC 9110 weighs it, or by ``?format=``."""

from __future__ import annotations

from collections.abc import Sequence


def chosen(accept: str | None, offered: Sequence[str]) -> str | None:
    """The media type that is wanted most, the first one where nothing is said; None if none will do.

    >>> chosen("text/html;q=0.5, text/turtle", ["text/html", "text/turtle"])
    'text/turtle'
    >>> chosen("image/png", ["text/html"]) is None
    True
    """
    if not accept or not accept.strip():
        return offered[0]
    wanted = _wanted(accept)
    weighed = [(_weight(wanted, one), -place) for place, one in enumerate(offered)]
    weight, place = max(weighed)
    return offered[-place] if weight > 0 else None


def language(accept: str | None, known: Sequence[str]) -> str:
    """The language of ``Accept-Language`` that is known and wanted most, else the first."""
    best, found = 0.0, known[0]
    for name, weight in _wanted(accept or ""):
        short = name.partition("-")[0]
        if short in known and weight > best:
            best, found = weight, short
    return found


def _wanted(header: str) -> list[tuple[str, float]]:
    found = []
    for part in header.lower().split(","):
        name, *parameters = (p.strip() for p in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    weight = min(1.0, max(0.0, float(parameter[2:])))
                except ValueError:
                    weight = 0.0
        if name:
            found.append((name, weight))
    return found


def _weight(wanted: list[tuple[str, float]], offered: str) -> float:
    """The weight by the most exact range that fits."""
    for pattern in (offered, offered.partition("/")[0] + "/*", "*/*"):
        for name, weight in wanted:
            if name == pattern:
                return weight
    return 0.0

"""Text without case and accents, as it is compared."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    # Twice: decomposing may bring out capitals, as of a mathematical letter (Unicode 3.13, D146).
    decomposed = text
    for _ in range(2):
        decomposed = unicodedata.normalize("NFKD", decomposed.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))

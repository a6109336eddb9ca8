"""Words into a query: patterns, names and dates; right, or asks back, or silent."""

from __future__ import annotations

from queries.ask.lexicon import Lexicon, lexicon_of
from queries.ask.understand import Understanding, language_of, suggestions, understand

__all__ = ["Lexicon", "Understanding", "language_of", "lexicon_of", "suggestions", "understand"]

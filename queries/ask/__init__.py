"""Asking: a question in words becomes a form, a small composition of queries, and its answer."""

from queries.ask.names import Known, Lexicon, lexicon_of

__all__ = ["Known", "Lexicon", "lexicon_of"]

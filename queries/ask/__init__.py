"""Asking: a question in words becomes a form, a small composition of queries, and its answer."""

from queries.ask.decide import FAR, Asker, Decision
from queries.ask.names import Known, Lexicon, lexicon_of
from queries.ask.relations import Relations
from queries.ask.results import Result
from queries.ask.say import Teller
from queries.ask.vocabulary import vocabulary
from queries.ask.words import folded
from queries.folding import fold

__all__ = [
    "FAR",
    "Asker",
    "Decision",
    "Known",
    "Lexicon",
    "Relations",
    "Result",
    "Teller",
    "fold",
    "folded",
    "lexicon_of",
    "vocabulary",
]

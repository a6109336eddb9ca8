"""Whether a question asks for a judgement: *is she a criminal?*

Such a word means a person like any other in *which criminals were handed over*; said of somebody
it is a verdict, which only a case may give.  So it is answered by cases, killings of which sources
accuse somebody, and designations, and by nothing else that happens to be known of him.
"""

from __future__ import annotations

from functools import cache

from queries.ask.forms import Ask, Entity, Rel
from queries.ask.wording import asks_which, listed, wording, words_of
from queries.ask.words import folded
from queries.catalogue import Catalogue

_THEME = "justice"
_LISTS = ("designations", "organization")  # a list that names organisations: the one asked about
_BETWEEN = 3  # words between a copula's article and the word: *a very well known drug lord*


def judges(question: str) -> bool:
    """Whether yes or no is asked of what would be a verdict on somebody."""
    said = folded(question)
    if asks_which(question):
        return False
    at = next((i for i, w in enumerate(said) if w in words_of("judging", "copulas")), None)
    if at is None:
        return False
    rest = said[at + 1 :]
    for phrase in _verdicts():
        for i in range(len(rest) - len(phrase) + 1):
            if rest[i : i + len(phrase)] != phrase:
                continue
            before = rest[max(0, i - _BETWEEN - 1) : i]
            last = i + len(phrase) == len(rest)
            if last or i == 0 or set(before) & words_of("judging", "articles"):
                return True
    return False


def may_judge(ask: Ask, catalogue: Catalogue) -> bool:
    """Whether an answer to it tells of cases, of accusations, or of the list that somebody is on."""
    form = ask.form
    if not isinstance(form, Rel) or any(w.forms for w in form.when):
        return False  # what happened in somebody's time says nothing of him
    if not any(isinstance(c.form, Entity | Rel) for c in form.conds):
        return False
    if catalogue.queries[form.query].theme == _THEME:
        return True
    query, column = _LISTS
    known = form.cond(column)
    return form.query == query and known is not None and isinstance(known.form, Entity)


@cache
def _verdicts() -> tuple[tuple[str, ...], ...]:
    return listed(wording()["judging"]["words"])

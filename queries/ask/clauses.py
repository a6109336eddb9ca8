"""Two questions in one: *who were his parents and whom did he marry?* is each asked by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from queries.ask.decide import Asker, Decision
from queries.ask.follow import Talk, asking, speaks_of
from queries.ask.forms import Or
from queries.ask.quoting import answered
from queries.ask.wording import listed, wording
from queries.ask.words import Word, words

LEAST_WORDS = 3  # of a question that stands by itself, its question word among them
MOST_CLAUSES = 3
_MARKS = (",", ";", "?", ".", "¿", ":", " - ", "–", "—")
CHEAP = 0.5  # the cost up to which one form is believed where the parts have no answer
DEAREST = 1.25  # the cost up to which a form with columns is believed to answer both


# "..., isn't he?" asks nothing more.
_TAG = re.compile(
    r"[,;]\s*¿?(?:(?:is|are|was|were|did|does|do|has|have|had)(?:n['’]?t)?\s+(?:he|she|it|they|there)"
    r"|right|correct|true|yes|no|verdad|cierto|o no|or not)\s*\?*\s*$",
    re.IGNORECASE,
)


@cache
def _joining() -> frozenset[tuple[str, ...]]:
    return frozenset(listed(wording()["clauses"]["joining"]))


def clauses(question: str, spelled: Callable[[list[Word]], list[Word]] = list) -> list[str]:
    """The questions in a question; one where it is one.

    >>> clauses("Who were the parents of Gerardo and whom did he marry?")
    ['Who were the parents of Gerardo', 'whom did he marry?']
    >>> clauses("When and where was he arrested?")
    ['When and where was he arrested?']
    """
    said = spelled(words(question))
    texts = [w.text for w in said]
    starts = [0]
    for n in range(LEAST_WORDS, len(texts) - LEAST_WORDS + 1):
        before = question[said[n - 1].end : said[n].start]
        joined = (texts[n - 1],) in _joining() or any(c in before for c in _MARKS)
        if joined and _begins(texts[n:]) and n - starts[-1] > LEAST_WORDS:
            starts.append(n)
    if len(starts) == 1 or len(starts) > MOST_CLAUSES:
        return [question]
    if not _asks(texts[: starts[1]]) and not speaks_of(question[said[starts[1]].start :]):
        return [question]  # "Of the 29, who is accused": its beginning is no question
    found = []
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        last = end - 1 if end < len(texts) and (texts[end - 1],) in _joining() else end
        stop = said[last - 1].end if end < len(texts) else len(question)
        found.append(question[said[start].start if start else 0 : stop].strip(" ,;¿"))
    return found


_TOPIC = re.compile(
    r"^\s*¿?\s*(?P<topic>[^:;?¿!]+?)\s*(?::|;|,|\s[-–—]+)\s+(?P<rest>.+)$", re.DOTALL
)
MOST_TOPIC = 10  # words of what is named before a question on it


def about_topic(question: str) -> str | None:
    """*H2 and H4: how are they related?* as *how are H2 and H4 related?*; None where nothing is named first.

    >>> about_topic("The Office - who belongs to it?")
    'who belongs to The Office?'
    >>> about_topic("Where was he arrested, and when?") is None
    True
    """
    found = _TOPIC.match(question)
    if found is None:
        return None
    topic, rest = found["topic"].strip(), found["rest"]
    before = [w.text for w in words(topic)]
    if not before or len(before) > MOST_TOPIC or _asks(before):
        return None
    said = words(rest)
    for kind in ("one", "all", "thing"):
        for n, word in enumerate(said):
            if (word.text,) not in listed(wording()["topics"][kind]):
                continue
            return f"{rest[: word.start]}{topic}{rest[said[n].end :]}"
    return None


def _begins(parts: list[str]) -> bool:
    return any(tuple(parts[: len(w)]) == w for w in asking())


def _asks(parts: list[str]) -> bool:
    return any(_begins(parts[n:]) for n in range(len(parts)))


def _has_both(whole: Decision) -> bool:
    """Whether one form answers both: *when was he arrested and in which city* asks for columns."""
    if whole.ask is None or whole.status != "answered" or isinstance(whole.ask.form, Or):
        return False
    return bool(whole.ask.columns) and whole.cost <= DEAREST


def answers(asker: Asker, question: str) -> list[tuple[str, Decision]]:
    """Each question in a question with its decision: a later one may speak of those before."""
    question = _TAG.sub("?", question)
    whole = answered(asker, question)
    if whole.status == "unanswerable":
        turned = about_topic(question)
        told = answered(asker, turned) if turned else whole
        if turned and told.status != "unanswerable":
            return [(question, told)]
    parts = clauses(question, asker.vocabulary.spelled)
    if len(parts) == 1 or _has_both(whole):
        return [(question, whole)]
    found = [(parts[0], answered(asker, parts[0]))]
    for part in parts[1:]:
        last = found[-1][1]
        found.append((part, Talk(asker, last if last.status == "answered" else None).refer(part)))
    failed = any(d.status != "answered" for _, d in found)
    if failed and whole.status == "answered" and whole.cost <= CHEAP:
        return [(question, whole)]  # "which people founded a cartel, and which cartel was it"
    return found

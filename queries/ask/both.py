"""What two have in common: *members of both Los Zetas and the CDN* are those of each, not of either."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.forms import And, Ask, Entity, Or, Rel
from queries.ask.wording import wording
from queries.ask.words import LANGUAGES, folded


def says_both(question: str) -> bool:
    """Whether a question joins two with a word that asks for each of them.

    >>> says_both("Who is tied to both Los Zetas and the Cártel del Noreste?")
    True
    >>> says_both("Who is tied to Los Zetas and the Cártel del Noreste?")
    False
    """
    said = folded(question)
    return any(
        opens in said and joins in said[said.index(opens) + 2 :]
        for language in LANGUAGES
        for opens, joins in wording()["both"][language]
    )


def in_both(ask: Ask) -> Ask:
    """The same question to what a relation has with each of the things that stood as *either*."""
    form = ask.form
    if not isinstance(form, Rel):
        return ask
    for cond in form.conds:
        either = cond.form
        if cond.column == form.focus or not isinstance(either, Or) or either.joint:
            continue
        if all(isinstance(part, Entity) for part in either.parts):
            each = tuple(form.put(cond, replace(cond, form=part)) for part in either.parts)
            return replace(ask, form=And(each))
    return ask

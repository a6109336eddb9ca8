"""Offices under somebody, and the time when somebody held one.

*Clinton's vice president* is who held that office in Clinton's time, and *while Biden was president*
is Biden's own time in it, not that of whoever was president somewhere meanwhile.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from queries.ask.forms import And, Ask, Cond, Entity, Form, Minus, Or, Rel, When
from queries.ask.vocabulary import Vocabulary


def served(ask: Ask, vocabulary: Vocabulary) -> Ask:
    """A list of an office's holders that names one of them, as who held it in his time."""
    form = ask.form
    if ask.what != "list" or not isinstance(form, Rel) or form.when:
        return ask
    for way in vocabulary.served:
        column = way["column"]
        one, office = form.cond(column), form.cond(way["beside"])
        if form.query != way["query"] or form.focus != column or one is None or office is None:
            continue
        if isinstance(one.form, Entity) and isinstance(office.form, Entity):
            others = tuple(c for c in form.conds if c is not one)
            timed = replace(form, conds=others, when=(When("during", forms=(one.form,)),))
            return replace(ask, form=timed)
    return ask


def in_own_time(form: Form, vocabulary: Vocabulary) -> Form:
    """A form in which the time of an office's holder *during somebody* is that of himself in it."""
    if isinstance(form, And | Or):
        return replace(form, parts=tuple(in_own_time(p, vocabulary) for p in form.parts))
    if isinstance(form, Minus):
        whole, without = (in_own_time(f, vocabulary) for f in (form.whole, form.without))
        return replace(form, whole=whole, without=without)
    if not isinstance(form, Rel):
        return form
    conds = tuple(
        c if c.form is None else replace(c, form=in_own_time(c.form, vocabulary))
        for c in form.conds
    )
    when = tuple(
        replace(w, forms=tuple(_own(f, vocabulary.served) for f in w.forms)) for w in form.when
    )
    return replace(form, conds=conds, when=when)


def _own(form: Form, ways: list[dict[str, Any]]) -> Form:
    if not isinstance(form, Rel) or len(form.when) != 1:
        return form
    [when] = form.when
    for way in ways:
        column = way["column"]
        if (form.query, form.focus) != (way["query"], column) or form.cond(column) is not None:
            continue
        if form.cond(way["beside"]) and when.op == "during" and len(when.forms) == 1:
            [holder] = when.forms
            if isinstance(holder, Entity):
                return replace(form, conds=(*form.conds, Cond(column, holder)), when=())
    return form

"""Relations that know more: where transfers went is known also where nobody's own destination is.

A reading whose conditions another relation has all of is asked of that one.  Which they are is
data: ``homes`` in ``lexicon/common.yaml``.
"""

from __future__ import annotations

from dataclasses import replace

from queries.ask.forms import And, Ask, Form, Minus, Or, Rel
from queries.ask.vocabulary import Vocabulary
from queries.catalogue import Catalogue


def at_home(ask: Ask, vocabulary: Vocabulary, catalogue: Catalogue) -> Ask:
    """A question asked of the relations that know most of what it speaks of."""
    form = _moved(ask.form, vocabulary, catalogue)
    outer = form.query if isinstance(form, Rel) else ""
    if outer and not set(ask.columns) <= catalogue.queries[outer].kinds.keys():
        return ask
    return replace(ask, form=form)


def _moved(form: Form, vocabulary: Vocabulary, catalogue: Catalogue) -> Form:
    if isinstance(form, And | Or):
        return replace(form, parts=tuple(_moved(p, vocabulary, catalogue) for p in form.parts))
    if isinstance(form, Minus):
        whole, without = (_moved(f, vocabulary, catalogue) for f in (form.whole, form.without))
        return replace(form, whole=whole, without=without)
    if not isinstance(form, Rel):
        return form
    conds = tuple(
        c if c.form is None else replace(c, form=_moved(c.form, vocabulary, catalogue))
        for c in form.conds
    )
    form = replace(form, conds=conds)
    for way in vocabulary.homes:
        given = {c.column for c in conds}
        fits = (form.query, form.focus) == (way["query"], way["focus"]) and form.focus not in given
        if fits and given and given <= set(way["given"]) and way["home"] in catalogue.queries:
            return replace(form, query=way["home"])
    return form

"""Times: what bounds a relation, and what a relation bounds."""

from __future__ import annotations

from collections.abc import Iterator

from queries.ask.forms import AllOf, And, Cond, Entity, Form, Minus, Or, Rel, When, replace
from queries.ask.groups import HOLDERS, is_holder
from queries.ask.pieces import (
    Piece,
    is_bound,
    may_meet,
    own_rels,
    total,
)
from queries.ask.times import Interval
from queries.ask.typed import Typed
from queries.ask.vocabulary import ancestors
from queries.header import DATED

_BENCH = frozenset({"court", "judge"})  # columns of those before whom a case is


class Timing(Typed):
    """How times are joined to other pieces."""

    def _timed(self, one: Piece, other: Piece) -> Iterator[Piece]:
        """A time bounds a relation that has dates."""
        when = other.when
        if when is None or one.form is None:
            return
        if isinstance(one.form, Entity) and one.kind == "set" and not (one.asks or one.ops):
            yield from self._lived(one, one.form, other, when)
        when = self._of_the_same(when, one.form)
        inner = when.forms[0] if when.op == "during" and len(when.forms) == 1 else None
        asked = inner is not None and is_holder(inner) and not when.each
        dearer = 0.15 if asked else 0.0  # somebody always holds an office
        for form in self._with_time(one.form, when):
            cost = total(one, other) + self._time_cost(form, when) + dearer
            yield replace(one, form=form, cost=cost)
        if asked and isinstance(inner, Rel) and isinstance(one.form, Rel):
            # "under which president was X handed over": the president is asked for
            happened = replace(one.form, focus=None)
            if not one.asks and not one.ops and is_bound(happened) and self._has_time(happened):
                then = When("during", forms=(happened,))
                held = replace(inner, focus=HOLDERS[inner.query], when=(*inner.when, then))
                yield replace(one, kind="set", form=held, cost=total(one, other) + 0.05, wh=True)

    def _lived(self, one: Piece, named: Entity, other: Piece, when: When) -> Iterator[Piece]:
        """Somebody by name at a time: what happened to him then."""
        for way in self.vocabulary.lived:
            kept = self.narrowed(named, self.labels(way["query"])[way["from"]])
            if kept is not None and self._is_person(named):
                rel = Rel(way["query"], way["to"], (Cond(way["from"], kept),))
                cost = total(one, other) + way["cost"]
                yield replace(
                    one, form=replace(rel, when=(self._of_the_same(when, rel),)), cost=cost
                )

    def _of_the_same(self, when: When, form: Form) -> When:
        """A time of whom a form names: *what happened to X between his arrest and his sentence*."""
        named = next(
            (
                c.form
                for rel in own_rels(form)
                for c in rel.conds
                if isinstance(c.form, Entity) and len(c.form.ids) == 1 and self._is_person(c.form)
            ),
            None,
        )
        if named is None or not when.forms:
            return when
        person = replace(named, label="Person")
        forms = tuple(
            f.given(Cond("person", person))
            if isinstance(f, Rel) and not is_bound(f) and "person" in self.labels(f.query)
            else f
            for f in when.forms
        )
        return replace(when, forms=forms)

    def _time_cost(self, form: Form, when: When) -> float:
        """A time goes to an event before it goes to what lasts, and is not told twice."""
        for rel in own_rels(form):
            if when in rel.when:
                seldom = 0.45 if rel.query in self.vocabulary.undated else 0.0
                return seldom or (0.0 if "date" in self.labels(rel.query) else 0.2)
        return 0.1

    def _with_time(self, form: Form, when: When) -> Iterator[Form]:
        if isinstance(form, Rel):
            if self.dated(form.query) and len(form.when) < 2 and may_meet(form.when, when):
                yield replace(form, when=(*form.when, when))
        elif isinstance(form, And):
            for at, part in enumerate(form.parts):
                for timed in self._with_time(part, when):
                    yield And((*form.parts[:at], timed, *form.parts[at + 1 :]))
        elif isinstance(form, Minus):
            for timed in self._with_time(form.whole, when):
                yield Minus(timed, form.without)

    def _bounded(self, word: Piece, other: Piece) -> Iterator[Piece]:
        """*before 2019*, *under Biden*, *when he was arrested*."""
        if other.ops:
            return  # "how many" is asked of what a time bounds, not of the time
        if word.name == "before" and self._sits(other):
            yield replace(other, cost=total(word, other) + 0.05)  # "the cases before the EDNY"
            return
        if word.name == "between":
            if other.kind == "range" and other.when is not None:
                yield replace(other, kind="time", cost=total(word, other))
            elif (
                isinstance(other.form, Or)
                and other.kind == "set"
                and not other.asks
                and all(
                    "Event" in ancestors(self.label(p) or "") or self._happens(p)
                    for p in other.form.parts
                )
            ):
                yield Piece(
                    "time", cost=total(word, other), when=When("between", forms=other.form.parts)
                )
            return
        if other.kind == "time" and other.when is not None and other.when.op == "during":
            yield replace(other, cost=total(word, other), when=replace(other.when, op=word.name))
        elif word.name == "during" and isinstance(other.form, AllOf) and other.kind == "set":
            for query, column in HOLDERS.items():  # "under which administration"
                if query in self.catalogue.queries and column == other.form.label.lower():
                    when = When("during", forms=(Rel(query, None),))
                    yield Piece("time", cost=total(word, other), when=when)
        elif word.name == "year" and isinstance(other.form, Entity) and self._is_person(other.form):
            return  # "the year of somebody" is of what happened to him
        elif other.kind in ("set", "rel") and other.form is not None and {*other.asks} <= {*DATED}:
            form = replace(other.form, focus=None) if isinstance(other.form, Rel) else other.form
            if isinstance(form, Entity) and form.label == "Office":  # while somebody held it
                form = Rel("tenures", None, (Cond("office", form),))
            whose = 0.4 if other.asks and not (isinstance(form, Rel) and form.conds) else 0.0
            if self._has_time(other.form):
                yield Piece(
                    "time", cost=total(word, other) + whose, when=When(word.name, forms=(form,))
                )

    def _sits(self, other: Piece) -> bool:
        """Whether somebody may stand before it: a court, or whoever is the judge of something."""
        if other.kind == "ask":
            return other.name in _BENCH
        if isinstance(other.form, Rel) and other.form.focus in _BENCH:
            return True
        return other.form is not None and self.label(other.form) == "Court"

    def _happens(self, form: Form) -> bool:
        """Whether a form is of what happens on a day: *his arrest*, whoever's it is."""
        return isinstance(form, Rel) and form.focus is None and "date" in self.labels(form.query)

    def _either(self, left: Piece, right: Piece) -> Iterator[Piece]:
        """*In 2015 or 2022*: a time in any of several periods."""
        one, two = left.when, right.when
        if one and two and one.op == two.op and not one.forms and not two.forms:
            several = [p for w in (one, two) for p in (w.periods or (w.period,)) if p]
            yield Piece("time", cost=total(left, right), when=When(one.op, periods=tuple(several)))

    def _range(self, left: Piece, right: Piece) -> Iterator[Piece]:
        one, two = left.when, right.when
        if one and two and one.period and two.period and one.op == two.op == "during":
            period = Interval(one.period.first, two.period.last)
            if (period.first or "") <= (period.last or "9"):
                yield Piece("range", cost=total(left, right), when=When("during", period))

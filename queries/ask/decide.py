"""From readings to one answer, a question back, or a true refusal.

The cheapest reading wins if no other of about the same cost says something else.  A name that fits
several is decided by the rest of the question where that leaves one; otherwise it is asked back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from queries.ask.answer import compute
from queries.ask.asks import asks_of
from queries.ask.both import in_both, says_both
from queries.ask.forms import AllOf, And, Ask, Entity, Form, Minus, Or, Rel, inner_rels
from queries.ask.homes import at_home
from queries.ask.judging import judges, may_judge
from queries.ask.names import Lexicon
from queries.ask.relations import Relations
from queries.ask.results import Result, unfocused
from queries.ask.run import Runner
from queries.ask.serving import in_own_time, served
from queries.ask.understand import Understanding, understand
from queries.ask.vocabulary import Vocabulary
from queries.ask.wording import is_polar

MARGIN = 0.04  # readings that differ by less in cost are about as good
FAR = 1.0  # how much dearer readings are that are still worth showing beside the one believed
NEXT = 0.6  # how much dearer a reading may be that is taken because the cheaper ones hold nothing
ECHO = 0.5  # what it costs that an answer would be the thing that the question names
MOST_READINGS = 24
DEAREST = 1.8  # of a reading that is believed
SURE = 0.5  # the cost up to which a question counts as read rightly
ECHOES = frozenset({"who_is", "events", "aliases"})  # queries whose rows tell of the thing itself
# Columns that say when, where and how: where they are empty, the other columns may tell it.
CIRCUMSTANCES = frozenset({"date", "term", "valid", "place", "destination", "manner", "text"})
UNION = frozenset({"Office"})  # a word for several of these means all of them


_WHOSE = re.compile(r"['’]s?\b|\b(?:of|de|del)\b", re.IGNORECASE)  # that one belongs to another


@dataclass
class Decision:
    """``status`` is answered, ambiguous or unanswerable; ``why`` says which kind of refusal."""

    status: str
    language: str
    result: Result | None = None
    ask: Ask | None = None
    cost: float = 0.0
    candidates: list[str] = field(default_factory=list)
    said: str = ""
    rivals: list[Ask] = field(default_factory=list)
    why: str = ""  # empty, unknown, unread, nothing, long, refused, judgement
    unknown: list[str] = field(default_factory=list)
    margin: float = 9.0  # how much dearer the next reading is that says something else, at least


@dataclass
class Asker:
    """Understands and answers questions about one state of a graph."""

    relations: Relations
    vocabulary: Vocabulary
    lexicon: Lexicon
    ahead: float = MARGIN  # how much dearer readings are run to see how sure the answer is
    runner: Runner = field(init=False)
    memo: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)  # of this state

    def __post_init__(self) -> None:
        self.runner = Runner(self.relations, self.lexicon)

    def answer(self, question: str) -> Decision:
        """The decision on one question; nothing of it enters the text of a query."""
        found = understand(question, self.relations.catalogue, self.vocabulary, self.lexicon)
        polar = is_polar(question)
        asks = self._asks(found, polar)
        if not polar and _WHOSE.search(question):
            asks = [(c, served(a, self.vocabulary)) for c, a in asks]
        if not polar and says_both(question):
            asks = [(c, b) for c, a in asks if (b := in_both(a)) != a] or asks
        if judges(question):
            asks = [(c, a) for c, a in asks if may_judge(a, self.relations.catalogue)]
            if not asks and not found.refused:
                return Decision("unanswerable", found.language, why="judgement")
        if not asks:
            return Decision(
                "unanswerable", found.language, why=_why(question, found), unknown=found.unknown
            )
        return self._decide(asks, found.language)

    def asked(self, ask: Ask, language: str) -> Decision:
        """The decision on a form that is there already."""
        return self._decide([(0.0, ask)], language)

    def _asks(self, found: Understanding, polar: bool = False) -> list[tuple[float, Ask]]:
        asks: list[tuple[float, Ask]] = []
        for piece in found.readings:
            if piece.cost > DEAREST:
                break
            ask = asks_of(piece, self.runner, self.vocabulary)
            if ask is not None:
                ask = replace(ask, form=in_own_time(ask.form, self.vocabulary))
            if ask is not None and ask not in [a for _, a in asks]:
                asks.append((piece.cost + _tells_nothing(ask, piece.wh, polar), ask))
        asks.sort(key=lambda a: (a[0], -len(a[1].columns)))  # first what leaves nothing out
        return asks[:MOST_READINGS]

    def _decide(self, asks: list[tuple[float, Ask]], language: str) -> Decision:
        best = asks[0][0]
        decided: Decision | None = None
        empty: list[Decision] = []  # readings that hold nothing
        tried: set[object] = set()
        for cost, ask in asks:
            if decided is not None and cost > decided.cost + self.ahead:
                break
            rows = unfocused(ask)
            if decided is None and rows in tried:
                continue  # they were none
            tried.add(rows)
            if decided is None and cost > best + NEXT:
                break
            if decided is None and empty:
                # Whose mother she is does not answer who her mother is, nor whom he killed who
                # killed him.
                held = [other.ask for other in empty if other.ask]
                turned = any(
                    self._is_turned(one, other) or _skips(one, other)
                    for whole in held
                    for one, other in product(_parts(whole), _parts(ask))
                )
                if turned or _tells_nothing(ask) >= ECHO or _has_all(ask.form):
                    continue
            one = self._one(ask, language, cost)
            if one.status == "unanswerable":
                empty.append(one)
            elif decided is None:
                decided = replace(one, margin=self.ahead)
            elif _wider(one, decided):
                decided = replace(one, rivals=decided.rivals, margin=decided.margin)
            elif decided.ask and self._goes_on(ask, decided.ask):
                continue  # "which transfers went there" does not ask who was in them
            elif one.result and decided.result and not one.result.within(decided.result):
                decided.margin = min(decided.margin, cost - decided.cost)
                decided.rivals.append(ask)
        if decided is None:  # then the first reading was tried, and holds nothing
            return self._instead(empty[0])
        if decided.status == "answered" and decided.margin < MARGIN and decided.ask:
            return replace(decided, status="ambiguous", rivals=[decided.ask, *decided.rivals])
        return self._at_home(decided)

    def _goes_on(self, ask: Ask, before: Ask) -> bool:
        """Whether a question is another with one more step that no word of it says."""
        catalogue = self.relations.catalogue
        form = at_home(ask, self.vocabulary, catalogue).form
        known = at_home(before, self.vocabulary, catalogue).form
        return isinstance(form, Rel) and any(c.form == known for c in form.conds)

    def _at_home(self, decided: Decision) -> Decision:
        """The answer from the relation that knows most of what was asked."""
        if decided.status != "answered" or decided.ask is None:
            return decided
        ask = at_home(decided.ask, self.vocabulary, self.relations.catalogue)
        if ask == decided.ask:
            return decided
        result = compute(ask, self.runner, self.vocabulary)
        return replace(decided, ask=ask, result=result) if result.rows else decided

    def _is_turned(self, one: Ask, other: Ask) -> bool:
        """Whether a reading tells of somebody what a verb of the other has as its object.

        Both may be of one relation, or of two that share the verb: who killed whom is told of
        killings and of deaths.
        """
        if _turned(one, other):
            return True
        here, there = one.form, other.form
        if not isinstance(here, Rel) or not isinstance(there, Rel) or here.query == there.query:
            return False
        does = here.subject or here.focus  # a noun for who does it is one for him: *the killer*
        if does is None:
            return False
        queries = self.relations.catalogue.queries
        mine, theirs = queries[here.query], queries[there.query]
        for (column, ids), (place, same) in product(_named(here), _named(there)):
            if column == does:
                shared = mine.verbs(does, here.object) & theirs.verbs(None, place)
            else:
                shared = mine.verbs(does, column) & theirs.verbs(place, None)
            if shared and ids == same:
                return True
        return False

    def _instead(self, empty: Decision) -> Decision:
        """What is recorded where what was asked is not; or nothing, if that is certain enough.

        "Is he of that cartel?" is answered by the cartel that sources name.  That nothing is
        recorded is said only of a question that was surely read rightly.
        """
        ask = empty.ask
        if ask is not None and isinstance(ask.form, Rel) and empty.cost <= SURE:
            kept = self.vocabulary.instead.get(ask.form.query)
            known = ask.form.cond(kept) if kept else None
            if known is not None and isinstance(known.form, Entity) and len(known.form.ids) == 1:
                others = tuple(c for c in ask.form.conds if c is known or c.form is None)
                if len(others) < len(ask.form.conds):
                    wider = replace(ask.form, conds=others, when=(), statuses=())
                    refused = [c.column for c in ask.form.conds if c.value is not None]
                    told = Ask("instead", wider, tuple(dict.fromkeys([*ask.columns, *refused])))
                    result = compute(told, self.runner, self.vocabulary)
                    if result.rows:
                        return replace(empty, status="answered", result=result, ask=told, why="")
        sure = empty.cost <= SURE and not (ask and _at_any_time(ask.form))
        return empty if sure else replace(empty, why="unsure")

    def _one(self, ask: Ask, language: str, cost: float) -> Decision:
        """One reading run, its shared names decided where they can be."""
        choice = next(choices(ask.form), None)
        if choice is None:
            result = compute(ask, self.runner, self.vocabulary)
            if not result.rows or _untold(ask, result):
                return Decision("unanswerable", language, why="nothing", ask=ask, cost=cost)
            return Decision("answered", language, result, ask, cost)
        if choice.label in UNION:
            return self._one(
                replace(ask, form=put(ask.form, choice, replace(choice, union=True))),
                language,
                cost,
            )
        found = [
            self._one(
                replace(ask, form=put(ask.form, choice, replace(choice, ids=(i,)))), language, cost
            )
            for i in choice.ids
        ]
        holding = [f for f in found if f.status != "unanswerable"]
        if not holding:
            return Decision("unanswerable", language, why="nothing", ask=ask, cost=cost)
        results = [f.result for f in holding if f.result]
        same = all(r.rows == results[0].rows for r in results) and len(results) == len(holding)
        if len(holding) == 1 and _restricted(ask.form, choice):
            return holding[0]
        if len(holding) == len(found) and same and holding[0].status == "answered":
            return holding[0]
        return Decision(
            "ambiguous", language, None, ask, cost, candidates=list(choice.ids), said=choice.said
        )


def _tells_nothing(ask: Ask, wh: bool = False, polar: bool = False) -> float:
    """What it costs that the answer would be the very thing that the question names.

    ``wh``: who or which is asked, so it is not whether the thing is one of them; ``polar``: just
    that is asked.
    """
    form = ask.form
    if (
        ask.what != "list"
        or not isinstance(form, Rel)
        or form.focus is None
        or form.query in ECHOES
    ):
        return 0.0
    if not form.conds and not form.when and not ask.columns:
        return 0.1  # "which courts are there": all of a class, before all that a relation has
    known = form.cond(form.focus)
    others = [c for c in form.conds if c.column != form.focus and c.form is not None]
    named = known is not None and isinstance(known.form, Entity) and len(known.form.ids) == 1
    if polar and not wh:
        return 0.0
    whole = known.form if known is not None else None
    if isinstance(whole, Rel) and any(isinstance(c.value, int) for c in whole.conds):
        return ECHO  # "which of the 37 were sent to X" asks for people, not for the transfer of 37
    return ECHO if named and (wh or (not others and not form.when)) else 0.0


def _untold(ask: Ask, result: Result) -> bool:
    """Whether nothing of what was asked is recorded: cases of X, but none with a judge."""
    asked = [c for c in ask.columns if c in result.columns and c not in CIRCUMSTANCES]
    return (
        ask.what == "attributes"
        and bool(asked)
        and all(row.get(c) in (None, [], "") for row in result.rows for c in asked)
    )


def _at_any_time(form: Form) -> bool:
    """Whether a time is that of all that a relation has: hardly what *before he left* means."""
    return any(
        isinstance(f, Rel) and not any(c.form or c.holds for c in f.conds) and not f.when
        for r in inner_rels(form)
        for w in r.when
        for f in w.forms
    )


def _has_all(form: Form) -> bool:
    """Whether all that a relation has is part of a form: *brothers, and sisters of X*."""
    return isinstance(form, Or) and any(
        isinstance(p, Rel) and not p.conds and not p.when for p in form.parts
    )


def _parts(ask: Ask) -> list[Ask]:
    """The same question to each of the forms that must all hold."""
    return [
        replace(ask, form=part)
        for part in (ask.form.parts if isinstance(ask.form, And) else [ask.form])
    ]


def _skips(one: Ask, other: Ask) -> bool:
    """Whether a reading is another without one of its steps: *her successor's* is not *hers*."""
    whole, part = one.form, other.form
    if not isinstance(whole, Rel) or not isinstance(part, Rel) or whole.query != part.query:
        return False
    ends = dict(_named(part))
    return any(
        ids == ends.get(cond.column)
        for cond in whole.conds
        if isinstance(cond.form, Rel)
        for end, ids in _named(cond.form)
        if end != cond.form.focus  # else the step only says more of whoever is named
    )


def _turned(one: Ask, other: Ask) -> bool:
    """Whether a reading is the same relation read backwards.

    A word that says which end is meant, as *mother*, is taken for the other end; or what a verb
    has as its object is taken for its subject: whom he killed does not answer who killed him.
    """
    if not isinstance(one.form, Rel) or not isinstance(other.form, Rel):
        return False
    if one.form.query != other.form.query:
        return False
    fixed = [c for c in one.form.conds if c.value is not None]
    ends = {c.form.ids: c.column for c in one.form.conds if isinstance(c.form, Entity)}
    moved = any(
        ends.get(c.form.ids, c.column) != c.column
        for c in other.form.conds
        if isinstance(c.form, Entity)
    )
    subject, told = other.form.subject, other.form.cond(other.form.subject or "")
    verb = (
        subject is not None
        and subject == one.form.subject
        and told is not None
        and isinstance(told.form, Entity)
        and told.form.label == "Person"
        and ends.get(told.form.ids) == one.form.object
    )
    return moved and (verb or bool(fixed)) and all(c in other.form.conds for c in fixed)


def _named(rel: Rel) -> list[tuple[str, tuple[str, ...]]]:
    """The columns of a relation in which something named stands, with what it may be."""
    return [(c.column, c.form.ids) for c in rel.conds if isinstance(c.form, Entity)]


def _wider(one: Decision, other: Decision) -> bool:
    """Whether a reading of the same cost gives all that another gives, and more."""
    if one.result is None or other.result is None or one.cost > other.cost + 0.02:
        return False
    mine, theirs = one.result.things(), other.result.things()
    return bool(theirs) and theirs < mine


def choices(form: Form) -> Iterator[Entity]:
    """The names in a form that fit several things."""
    if isinstance(form, Entity):
        if len(form.ids) > 1 and not form.union:
            yield form
    elif isinstance(form, Rel):
        for cond in form.conds:
            if cond.form is not None:
                yield from choices(cond.form)
        for when in form.when:
            for part in when.forms:
                yield from choices(part)
    elif isinstance(form, And | Or):
        for part in form.parts:
            yield from choices(part)
    elif isinstance(form, Minus):
        yield from choices(form.whole)
        yield from choices(form.without)


def put(form: Form, old: Entity, new: Entity) -> Form:
    """A form with one entity in the place of another."""
    if isinstance(form, Entity):
        return new if form == old else form
    if isinstance(form, Rel):
        conds = tuple(
            replace(c, form=put(c.form, old, new)) if c.form is not None else c for c in form.conds
        )
        when = tuple(replace(w, forms=tuple(put(f, old, new) for f in w.forms)) for w in form.when)
        return replace(form, conds=conds, when=when)
    if isinstance(form, And):
        return And(tuple(put(p, old, new) for p in form.parts))
    if isinstance(form, Or):
        return Or(tuple(put(p, old, new) for p in form.parts))
    if isinstance(form, Minus):
        return Minus(put(form.whole, old, new), put(form.without, old, new))
    return form


def _restricted(form: Form, choice: Entity) -> bool:
    """Whether something else in the question narrows what the name may mean."""
    if isinstance(form, And | Minus):
        return True
    if isinstance(form, Rel):
        given = [c.form for c in form.conds if c.form is not None and c.form != choice]
        inner = [f for f in given if _within(f, choice)]
        others = [f for f in given if f not in inner and not isinstance(f, AllOf)]
        return bool(others or form.when or any(_restricted(f, choice) for f in inner))
    return False


def _within(form: Form, choice: Entity) -> bool:
    return any(c == choice for c in choices(form))


def _why(question: str, found: Understanding) -> str:
    if not question.strip():
        return "empty"
    if found.too_long:
        return "long"
    if found.refused:
        return "refused"
    return "unknown" if found.unknown else "unread"

"""Joins the patterns of rules: facts and triples by subject, by object, and by day.

A branch of a rule becomes a chain of steps for each pattern that it may begin with: each step
takes the rows that fit what the steps before it have found.  What follows is always the pattern
that is expected to have the fewest, so two things that share a value meet by that value, and days
that must lie between two others are found by bisection.  A rule is so run on what is new alone
(:meth:`Joined.solutions` with ``new``), each of its patterns in turn taking the new rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from graph.claims.known import Known, New, Relation, Row
from graph.claims.operations import COMPARISONS, Env, compiled, day, evaluated, text_of
from graph.claims.patterns import (
    Branch,
    FactPattern,
    Pattern,
    Term,
    Value,
    Variable,
    terms,
    variables,
)
from graph.claims.rules import Rule
from ontology import OntologyError

Step = Callable[[Env], bool]
"""Goes on with what was found so far; True ends the search."""
Maker = Callable[[Step], Step]
"""Puts a step before others."""
Waiting = tuple[set[int], int | None, Callable[[set[int]], Maker]]
"""What is done as soon as places are filled: these, the one that it fills itself, and how."""


class Joined:
    """A rule over what is known."""

    def __init__(self, rule: Rule, known: Known) -> None:
        self.rule = rule
        self.branches = [_Plan(branch, known) for branch in rule.branches]

    def solutions(
        self, new: New | None = None, most: int | None = None
    ) -> list[dict[str, list[str]]]:
        """What the rule concludes, by property; only with something new in it, if that is given.

        OntologyError where that is more than ``most``.
        """
        found: dict[tuple[Any, ...], dict[str, list[str]]] = {}
        for plan in self.branches:
            shape = [
                (name, [plan.slot(t) for t in terms])
                for name, terms in self.rule.conclusion.items()
            ]

            def take(
                env: Env, shape: list[tuple[str, list[int]]] = shape, width: int = plan.width
            ) -> bool:
                key = tuple(env[s] for _, slots in shape for s in slots)
                if key not in found:
                    if len(found) == most:
                        raise OntologyError(
                            f"ontology/rules/{self.rule.name}.rq concludes more than {most:,} things "
                            "at once; let its patterns share what they are about."
                        )
                    found[key] = {
                        name: [text_of(env[s]) for s in slots if env[s] is not None]
                        for name, slots in shape
                    }
                return False

            plan.run(take, new)
        return list(found.values())


class _Plan:
    """A branch with a place for each of its terms, and its chains of steps."""

    def __init__(self, branch: Branch, known: Known, outer: _Plan | None = None) -> None:
        self.branch, self.known = branch, known
        self.slots: dict[Term, int] = outer.slots if outer else {}
        self.values: dict[int, Value] = outer.values if outer else {}
        for variable, value in branch.fixed.items():
            self.values[self.slot(variable)] = value
        self.patterns = branch.patterns
        self.comparisons = [(c, variables(c)) for c in branch.filters]
        self.refused = [[_Plan(b, known, self) for b in group] for group in branch.refused]
        for pattern in self.patterns:
            for term in pattern.terms:
                self.slot(term)
            if isinstance(pattern, FactPattern):
                self.slot(pattern.predicate)
        for variable, part in branch.binds:
            self.slot(variable)
            for term in terms(part):
                self.slot(term)
        for fact, variable in branch.valid:
            self.slot(fact)
            self.slot(variable)
        for call in branch.filters:
            for term in terms(call):
                self.slot(term)

    @property
    def width(self) -> int:
        """How many places there are."""
        return len(self.slots)

    def slot(self, term: Term) -> int:
        """The place of a term; a constant stands there from the start."""
        place = self.slots.setdefault(term, len(self.slots))
        if not isinstance(term, Variable):
            self.values[place] = term
        return place

    def places(self) -> set[int]:
        """The places that are shared with what is around: all but those that only this has."""
        own = {self.slot(t) for p in self.patterns for t in p.terms}
        own |= {self.slot(v) for _, names in self.comparisons for v in names}
        return own | {p for group in self.refused for plan in group for p in plan.places()}

    def run(self, take: Step, new: New | None) -> None:
        """All solutions; or those in which some pattern has a new row."""
        starts: list[tuple[int | None, list[Row] | None]] = [(None, None)]
        if new is not None:
            fresh = [new.of(p, self._predicate(p)) for p in self.patterns]
            starts = [(number, rows) for number, rows in enumerate(fresh) if rows]
        for start, rows in starts:
            first = self.chain(take, set(self.values), start, rows)
            env: Env = [None] * self.width
            for place, value in self.values.items():
                env[place] = value
            first(env)

    def _predicate(self, pattern: Pattern) -> Term | None:
        """The predicate of a fact, if it is known from the start."""
        if not isinstance(pattern, FactPattern):
            return None
        return self.values.get(self.slot(pattern.predicate))

    # --- The order of steps -------------------------------------------------------------------------

    def chain(
        self, last: Step, bound: set[int], start: int | None = None, rows: list[Row] | None = None
    ) -> Step:
        """The steps from what is bound to a solution, first of all the pattern ``start``."""
        makers: list[Maker] = []
        waiting = self._waiting(bound)
        self._settle(makers, waiting, bound)
        for number in self._order(bound, start):
            pattern = self.patterns[number]
            makers.append(self._maker(pattern, bound, rows if number == start else None))
            bound = bound | {self.slot(t) for t in pattern.terms}
            bound = self._settle(makers, waiting, bound)
        for fact, variable in self.branch.valid:
            makers.append(self._interval(self.slot(fact), self.slot(variable)))
            bound = bound | {self.slot(variable)}
        self._settle(makers, waiting, bound | {p for w in waiting for p in w[0]})
        step = last
        for maker in reversed(makers):
            step = maker(step)
        return step

    def _order(self, bound: set[int], start: int | None) -> list[int]:
        """The patterns as they are joined: each time the one that is expected to have the fewest.

        Where days have limits, whatever may come first is tried.
        """
        if len(self.patterns) < 2:
            return list(range(len(self.patterns)))
        starts: Iterable[int | None] = [start]
        if start is None and any(call.name in COMPARISONS for call, _ in self.comparisons):
            starts = range(len(self.patterns))
        return min((self._order_from(bound, one) for one in starts), key=lambda found: found[0])[1]

    def _order_from(self, bound: set[int], start: int | None) -> tuple[float, list[int]]:
        """An order of the patterns, after how many rows are expected to be seen in it."""
        left = dict(enumerate(self.patterns))
        order: list[int] = []
        rows, seen = 1.0, 0.0
        while left:
            expected = {n: self._expected(one, bound) for n, one in left.items()}
            first = start if start is not None and not order else None
            number = min(left, key=expected.__getitem__) if first is None else first
            rows *= expected[number]
            seen += rows
            order.append(number)
            bound = bound | {self.slot(t) for t in left.pop(number).terms}
        return seen, order

    def _waiting(self, bound: set[int]) -> list[Waiting]:
        """Comparisons, bindings, and what is refused."""
        found: list[Waiting] = []
        for call, names in self.comparisons:
            test = _tested(compiled(call, self.slot))
            found.append(({self.slot(v) for v in names}, None, partial(_whatever, test)))
        for variable, part in self.branch.binds:
            places, place = {self.slot(v) for v in variables(part)}, self.slot(variable)
            fill = partial(_filled, evaluated(part, self.slot), place)
            found.append((places, place, fill))
        mine = bound | {self.slot(t) for p in self.patterns for t in p.terms}
        mine |= {self.slot(v) for v, _ in self.branch.binds}
        for group in self.refused:
            shared = {p for plan in group for p in plan.places()} & mine
            found.append((shared, None, partial(_refusing, group)))
        return found

    @staticmethod
    def _settle(
        makers: list[Maker],
        waiting: list[Waiting],
        bound: set[int],
    ) -> set[int]:
        """Adds the tests and bindings that what is bound allows; comparisons come first."""
        again = True
        while again:
            again = False
            for one in list(waiting):
                places, fills, make = one
                if places <= bound:
                    makers.append(make(bound))
                    waiting.remove(one)
                    if fills is not None and fills not in bound:
                        bound = bound | {fills}
                        again = True
        return bound

    def _expected(self, pattern: Pattern, bound: set[int]) -> float:
        """How many rows a pattern is expected to have for what is bound."""
        s, o = self.slot(pattern.subject) in bound, self.slot(pattern.object) in bound
        if isinstance(pattern, FactPattern):
            if self.slot(pattern.fact) in bound:
                return 0.5
            name = self._predicate(pattern)
            if isinstance(name, str):
                return self._rows_expected(self.known.facts[name], pattern, s, o)
            every = sum(len(rows.all) for rows in self.known.facts.values())
            return every / 10 if self.slot(pattern.predicate) in bound else float(every)
        count = sum(
            self._rows_expected(self.known.triples[name], pattern, s, o) for name, _ in pattern.ways
        )
        if not s and not o and len(pattern.ways) == 1:
            lower, upper = self._limits(self.slot(pattern.object), bound)
            # A guess that is good enough to put days after what gives them their limits.
            return count / (30 if lower and upper else 3 if lower or upper else 1)
        return count

    def _rows_expected(
        self, rows: Relation, pattern: Pattern, subject: bool, object_: bool
    ) -> float:
        count = len(rows.all)
        if subject and object_:
            return 0.5
        if subject:
            return count / max(rows.subjects(), 1)
        value = self.values.get(self.slot(pattern.object))
        if value is not None:
            return float(len(rows.by_object.get(value, ())))
        return count / max(rows.objects(), 1) if object_ else float(count)

    def _limits(self, place: int, bound: set[int]) -> tuple[set[int], set[int]]:
        """The bound places that a value cannot lie before, and those that it cannot lie after."""
        below: dict[int, set[int]] = defaultdict(set)
        above: dict[int, set[int]] = defaultdict(set)
        for call, _ in self.comparisons:
            name, parts = call.name, call.parts
            if name in COMPARISONS and all(isinstance(p, Variable) for p in parts):
                left, right = (self.slot(p) for p in parts if isinstance(p, Variable))
                less, more = (left, right) if name in ("<=", "<") else (right, left)
                above[less].add(more)
                below[more].add(less)
        return _reached(below, place) & bound, _reached(above, place) & bound

    # --- Steps --------------------------------------------------------------------------------------

    def _maker(self, pattern: Pattern, bound: set[int], rows: list[Row] | None) -> Maker:
        slots = [self.slot(term) for term in pattern.terms]
        if rows is not None:
            return _taking(lambda env: rows, slots, bound)
        if isinstance(pattern, FactPattern):
            return _taking(self._facts(slots, bound), slots, bound)
        sources = []
        for name, backwards in pattern.ways:
            s, o = reversed(slots) if backwards else slots
            lower, upper = self._limits(o, bound) if s not in bound else (set(), set())
            source = _rows(self.known.triples[name], s, o, bound, lower, upper)
            sources.append((source, backwards))
        if len(sources) == 1 and not sources[0][1]:
            return _taking(sources[0][0], slots, bound)
        return _taking(
            lambda env: [
                row[::-1] if backwards else row
                for source, backwards in sources
                for row in source(env)
            ],
            slots,
            bound,
        )

    def _facts(self, slots: list[int], bound: set[int]) -> Callable[[Env], Iterable[Row]]:
        s, p, o, _ = slots
        facts = self.known.facts
        name = self.values.get(p)
        if isinstance(name, str):
            return _rows(facts[name], s, o, bound, set(), set())
        if p in bound:

            def of_predicate(env: Env) -> Iterable[Row]:
                rows = facts.get(env[p])
                return _rows(rows, s, o, bound, set(), set())(env) if rows else ()

            return of_predicate
        return lambda env: [row for rows in facts.values() for row in rows.all]

    def _interval(self, fact: int, place: int) -> Maker:
        valid = self.known.valid

        def maker(go_on: Step) -> Step:
            def step(env: Env) -> bool:
                env[place] = valid.get(env[fact])
                return go_on(env)

            return step

        return maker


def _reached(less: dict[int, set[int]], place: int) -> set[int]:
    found, waiting = set(), [place]
    while waiting:
        for other in less.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _rows(
    rows: Relation, s: int, o: int, bound: set[int], lower: set[int], upper: set[int]
) -> Callable[[Env], Iterable[Row]]:
    """The rows of a predicate that may fit; which of them do is tested where they are taken."""
    if s in bound and o in bound:
        if rows.object_at == 1:
            every = rows.all
            return lambda env: (row,) if (row := (env[s], env[o])) in every else ()
        by_subject, by_object = rows.by_subject, rows.by_object

        def both(env: Env) -> Iterable[Row]:
            ours, theirs = by_subject.get(env[s], ()), by_object.get(env[o], ())
            return ours if len(ours) <= len(theirs) else theirs

        return both
    if s in bound or o in bound:
        index, place = (rows.by_subject, s) if s in bound else (rows.by_object, o)
        return lambda env: index.get(env[place], ())
    if lower or upper:

        def days(env: Env) -> Iterable[Row]:
            first, last = [day(env[p]) for p in lower], [day(env[p]) for p in upper]
            if None in first or None in last:
                return ()
            return rows.between(max(map(str, first), default=""), min(map(str, last), default="~"))

        return days
    return lambda env: list(rows.all)


def _taking(source: Callable[[Env], Iterable[Row]], slots: list[int], bound: set[int]) -> Maker:
    """For each row that fits: its terms take their places, and the next step goes on."""
    compared = [(n, place) for n, place in enumerate(slots) if place in bound]
    taken = [(n, place) for n, place in enumerate(slots) if place not in bound]
    # A variable that stands twice in a pattern has one value.
    twice = [(n, m) for n, place in taken for m, other in taken if place == other and n < m]

    def maker(go_on: Step) -> Step:
        def step(env: Env) -> bool:
            for row in source(env):
                for n, place in compared:
                    if row[n] != env[place]:
                        break
                else:
                    if twice and any(row[n] != row[m] for n, m in twice):
                        continue
                    for n, place in taken:
                        env[place] = row[n]
                    if go_on(env):
                        return True
            return False

        return step

    return maker


def _tested(test: Callable[[Env], bool]) -> Maker:
    return lambda go_on: lambda env: test(env) and go_on(env)


def _whatever(maker: Maker, bound: set[int]) -> Maker:
    """The same, whatever is bound."""
    return maker


def _filled(value: Callable[[Env], Value | None], place: int, bound: set[int]) -> Maker:
    """A value takes its place, or must be the one that stands there."""
    compared = place in bound

    def maker(go_on: Step) -> Step:
        def step(env: Env) -> bool:
            found = value(env)
            if compared:
                return found == env[place] and go_on(env)
            env[place] = found
            return found is not None and go_on(env)

        return step

    return maker


def _refusing(group: list[_Plan], bound: set[int]) -> Maker:
    """Goes on where no way through the group has a solution."""

    def maker(go_on: Step) -> Step:
        ways = [plan.chain(lambda env: True, bound | set(plan.values)) for plan in group]
        return lambda env: not any(way(env) for way in ways) and go_on(env)

    return maker

"""A form is run: each of its relations gives rows, which are joined, filtered and traced to claims."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache

from queries.ask.forms import AllOf, And, Cond, Entity, Form, Or, Rel, When, replace
from queries.ask.names import Lexicon
from queries.ask.relations import ALL_STATUSES, Relations, Row, cells_of, statuses_of
from queries.ask.vocabulary import FREE_TEXTS
from queries.ask.words import folded, stem
from queries.header import DATED

MOST_JOINED = 12  # rows that one thing gets from two relations
MOST_KEPT = 300  # relations of which the rows are kept, as they were asked for


@dataclass
class Hit:
    """A thing in a set, with the rows that put it there."""

    id: str
    rows: list[Row] = field(default_factory=list)

    @property
    def claims(self) -> set[str]:
        """All claims of its rows."""
        return {c for row in self.rows for c in row["claims"]}


Hits = dict[str, Hit]


def claims_of(hits: Hits) -> list[str]:
    """The claims of all that is in a set, sorted."""
    return sorted({c for hit in hits.values() for c in hit.claims})


@dataclass(frozen=True)
class Span:
    """A period with the claims that it rests on; None is open or unknown."""

    first: str | None
    last: str | None
    claims: frozenset[str] = frozenset()
    month: int | None = None  # any day of this month


@dataclass
class Runner:
    """Runs forms over relations; ``lexicon`` tells names and classes of entities."""

    relations: Relations
    lexicon: Lexicon
    _rows: dict[Rel, list[Row]] = field(default_factory=dict)  # of the last relations run
    _inside: dict[str, frozenset[str]] | None = None  # a place: what lies in it

    def hits(self, form: Form) -> Hits:
        """The things that a form gives, by id, in the order of their rows."""
        if isinstance(form, Entity):
            return {i: Hit(i, [{"claims": []}]) for i in form.ids}
        if isinstance(form, AllOf):
            return {i: Hit(i, [{"claims": []}]) for i in self.lexicon.of_class(form.label)}
        if isinstance(form, Rel):
            return self._of_rel(form)
        if isinstance(form, And):
            return self._common([self.hits(p) for p in form.parts])
        if isinstance(form, Or):
            found: Hits = {}
            for part in form.parts:
                for key, hit in self.hits(part).items():
                    found.setdefault(key, Hit(key)).rows.extend(hit.rows)
            return found
        without = self.hits(form.without)
        return {k: h for k, h in self.hits(form.whole).items() if k not in without}

    # -- a relation --------------------------------------------------------------------------

    def rows(self, rel: Rel) -> list[Row]:
        """The rows of a relation that meet all its conditions; nobody may change them.

        The readings of a question have most of their parts in common: each is run once.
        """
        unfocused = replace(rel, focus=None)
        known = self._rows.get(unfocused)
        if known is None:
            if len(self._rows) >= MOST_KEPT:
                self._rows.clear()
            known = self._rows[unfocused] = self._run(rel)
        return known

    def _run(self, rel: Rel) -> list[Row]:
        given = {
            c.column: self.hits(c.form)
            for c in rel.conds
            if c.form is not None and not isinstance(c.form, AllOf) and not c.without
        }
        ends = {column: frozenset(hits) for column, hits in given.items()}
        rows, bound = self.relations.rows_among(rel.query, ends)
        spans = [(when, self.spans(when)) for when in rel.when]
        # a bound end is met by the query itself, which may know more of places than its rows say
        open_conds = [c for c in rel.conds if c.column not in bound]
        within = {c.column: self._within(ends[c.column]) for c in open_conds if c.column in ends}
        within |= {
            c.column: self._within(frozenset(self.hits(c.form)))
            for c in open_conds
            if c.without and c.form is not None
        }
        found = []
        for row in rows:
            claims = set(row["claims"])
            if not all(self._meets(row, c, within.get(c.column)) for c in open_conds):
                continue
            if rel.statuses and not set(rel.statuses) & statuses_of(row, ALL_STATUSES):
                continue
            for column, hits in given.items():
                claims |= {c for i in cells_of(row, column) if i in hits for c in hits[i].claims}
            held = [_held(row, when, periods, rel.at) for when, periods in spans]
            if None in held:
                continue
            claims |= {c for span in held if span for c in span.claims}
            found.append({**row, "claims": sorted(claims)})
        for cond in rel.conds:
            if cond.holds and cond.column in FREE_TEXTS:
                found = _nearest(found, cond)
        return found

    def _of_rel(self, rel: Rel) -> Hits:
        found: Hits = {}
        focus = rel.focus or self.relations.query(rel.query).target or ""
        wanted = rel.cond(focus)
        form = wanted.form if wanted else None
        # a place is wanted with all that lies in it
        among = (
            None
            if form is None or isinstance(form, AllOf)
            else self._within(frozenset(self.hits(form)))
        )
        for row in self.rows(rel):
            for identifier in cells_of(row, focus):
                if isinstance(form, AllOf) and form.label not in self.lexicon.labels_of(identifier):
                    continue
                if among is None or identifier in among:
                    found.setdefault(identifier, Hit(identifier)).rows.append(row)
        return found

    def _is(self, identifier: str, form: Form) -> bool:
        if isinstance(form, AllOf):
            return form.label in self.lexicon.labels_of(identifier)
        return identifier in self.hits(form)

    def _meets(self, row: Row, cond: Cond, among: frozenset[str] | None) -> bool:
        if cond.form is not None:
            present = cells_of(row, cond.column)
            if cond.without:
                return bool(present) and (among is None or among.isdisjoint(present))
            if among is None:
                return any(self._is(i, cond.form) for i in present)
            return not among.isdisjoint(present)
        cell = row.get(cond.column)
        cells = cell if isinstance(cell, list) else [cell]
        if cond.holds:
            least = 1.0 if cond.column not in FREE_TEXTS else 0.5
            return any(held(str(c), cond.holds) >= least for c in cells if c is not None)
        if cond.column not in row:
            return True  # a parameter, which the query itself has met
        return cond.value in cells

    def _within(self, ids: frozenset[str]) -> frozenset[str]:
        """Ids with, for places, all that lies in them."""
        places = [i for i in ids if "Place" in self.lexicon.labels_of(i)]
        if not places or "places_in" not in self.relations.catalogue.queries:
            return ids
        if any(p.required for p in self.relations.query("places_in").parameters):
            return ids
        if self._inside is None:
            inside: dict[str, set[str]] = {}
            for row in self.relations.rows("places_in"):
                for place in cells_of(row, "place"):
                    inside.setdefault(place, set()).update(cells_of(row, "part"))
            self._inside = {place: frozenset(parts) for place, parts in inside.items()}
        return ids.union(*(self._inside.get(p, frozenset()) for p in places))

    # -- several sets ------------------------------------------------------------------------

    def _common(self, parts: list[Hits]) -> Hits:
        first, *others = parts
        found: Hits = {}
        for key, hit in first.items():
            if all(key in other for other in others):
                rows = hit.rows
                for other in others:
                    rows = [_joined(one, two) for one in rows for two in other[key].rows][
                        :MOST_JOINED
                    ]
                found[key] = Hit(key, rows)
        return found

    # -- time --------------------------------------------------------------------------------

    def spans(self, when: When) -> list[Span]:
        """The periods that a time allows."""
        if when.periods:
            return [s for p in when.periods for s in self.spans(When(when.op, p))]
        if when.period is not None:
            if when.period.month is not None:
                return [Span(None, None, month=when.period.month)]
            return [_bounds(when.op, Span(when.period.first, when.period.last))]
        if when.op == "between":
            ends = [self._times(f) for f in when.forms]
            if not all(ends):
                return []
            first = min(s.first or "" for s in ends[0]) or None
            last = max(s.last or "9999-12-31" for s in ends[-1])
            claims = frozenset(c for side in ends for s in side for c in s.claims)
            return [Span(first, last, claims)]
        return [_bounds(when.op, s) for f in when.forms for s in self._times(f)]

    def _times(self, form: Form) -> list[Span]:
        """When what a form gives was: its own dates, a term of office, a day of an event."""
        if isinstance(form, Rel):
            return [s for row in self.rows(form) for s in row_spans(row)]
        if isinstance(form, And):
            return [s for hit in self.hits(form).values() for r in hit.rows for s in row_spans(r)]
        found: list[Span] = []
        for identifier in self.hits(form):
            found += self._times_of(identifier)
        return found

    def _times_of(self, identifier: str) -> list[Span]:
        labels = self.lexicon.labels_of(identifier)
        for label, query, column in _TIMED_BY:
            if label in labels and query in self.relations.catalogue.queries:
                rows = self.relations.rows(query, {column: identifier})
                return [s for row in rows for s in row_spans(row)]
        return []


_TIMED_BY = (
    ("Administration", "administrations", "administration"),
    ("Person", "tenures", "official"),
    ("Office", "tenures", "office"),
    ("Event", "events", "event"),
)


def held(text: str, wanted: tuple[str, ...]) -> float:
    """The share of some stems that a text has."""
    present = {stem(w, "en") for w in folded(text)}
    return sum(w in present for w in wanted) / len(wanted)


def _nearest(rows: list[Row], cond: Cond) -> list[Row]:
    """The rows whose free text has most of the words: people do not quote it."""

    def share(row: Row) -> float:
        cell = row.get(cond.column)
        return max(held(str(c), cond.holds) for c in (cell if isinstance(cell, list) else [cell]))

    best = max(map(share, rows), default=0.0)
    return [row for row in rows if share(row) == best]


def _joined(one: Row, two: Row) -> Row:
    joined = dict(one)
    for name, value in two.items():
        if name == "claims":
            continue
        if name in joined and joined[name] != value:
            name = f"{name}_2" if not name.endswith("_id") else f"{name[:-3]}_2_id"
        joined[name] = value
    joined["claims"] = sorted({*one["claims"], *two["claims"]})
    return joined


def _bounds(op: str, span: Span) -> Span:
    from queries.ask.times import Interval

    period = Interval(span.first, span.last)
    found: Interval | None
    if op == "year":  # of the day or the days
        found = Interval(
            f"{span.first[:4]}-01-01" if span.first else None,
            f"{span.last[:4]}-12-31" if span.last else None,
        )
    elif op == "before":
        found = period.before()
    elif op == "after":
        found = period.after()
    elif op == "since":
        found = Interval(span.first, None)
    elif op == "until":
        found = Interval(None, span.last)
    else:
        found = period
    return (
        Span("9999-12-31", "0000-01-01")
        if found is None
        else Span(found.first, found.last, span.claims)
    )


def row_spans(row: Row) -> list[Span]:
    """The times that a row states, from the first of its columns that has one."""
    for name in DATED:
        text = row.get(name)
        if text:
            claims = frozenset(row["claims"])
            read = [_interval(str(t)) for t in (text if isinstance(text, list) else [text])]
            return [Span(*found, claims) for found in read if found is not None]
    return []


@lru_cache(maxsize=4096)
def _interval(text: str) -> tuple[str | None, str | None] | None:
    """The first and the last day of what a row says; None if that is no date."""
    from graph.claims import DateError, interval

    try:
        return interval(text)
    except DateError:
        return None


def _one_month(first: str, last: str, month: int) -> bool:
    """Whether a period lies in one month, which is this one."""
    return first[:7] == last[:7] and first[5:7] == f"{month:02d}"


def _hands_over(span: Span, term: Span) -> bool:
    """Whether two lasting times of which one is a fact's share but the day on which one follows.

    Whose vice president left on the day of his inauguration did not serve under him.
    """
    if not term.claims or span.first == span.last or term.first == term.last:
        return False
    return (span.last is not None and span.last == term.first) or (
        span.first is not None and span.first == term.last
    )


def _held(row: Row, when: When, periods: list[Span], at: str = "") -> Span | None:
    """The period in which a row falls: a date within it, an interval that overlaps it.

    ``at`` is begin or end where only that side of an interval counts.
    """
    lasting = not row.get("date")
    own = row_spans(row)
    if at and lasting:
        sides = [s.first if at == "begin" else s.last for s in own]
        own, lasting = [Span(day, day) for day in sides if day and day < "9999"], False
    for period in periods:
        for span in own:
            is_open = (span.last or "9999") >= "9999"
            if lasting and is_open and (period.first or "") > str(dt.date.today()):
                continue  # what is to come is not recorded
            if period.month is not None:
                if span.first and span.last and _one_month(span.first, span.last, period.month):
                    return period
                continue
            first, last = span.first or "", span.last or "9999-12-31"
            start, end = period.first or "", period.last or "9999-12-31"
            if lasting and first <= end and start <= last and not _hands_over(span, period):
                return period
            if not lasting and first and start <= first and last <= end:
                return period
    return None

"""Combining: two sets as one, and what narrows a set without being a relation."""

from __future__ import annotations

from collections.abc import Iterator

from queries.ask.filling import generality
from queries.ask.forms import AllOf, And, Cond, Entity, Form, Minus, Or, Rel, replace
from queries.ask.groups import ENDS, RANKS
from queries.ask.pieces import (
    Marks,
    Piece,
    is_bound,
    is_filled,
    is_named,
    is_verb,
    merged_rels,
    own_rels,
    parts_of,
    put_rel,
    shape,
    total,
    widest,
)
from queries.ask.relations import STATUSES
from queries.ask.typed import STRANGE, Typed
from queries.ask.vocabulary import ancestors, compatible

MOST_KINDS = 4  # of things in a column that says something by itself


class Combining(Typed):
    """How sets, values, statuses, numbers and sides are joined."""

    def _sets(self, left: Piece, right: Piece, marks: Marks) -> Iterator[Piece]:
        """Two sets side by side: a list, or what they have in common."""
        one, other = left.form, right.form
        if one is None or other is None or (left.asks and right.asks):
            return
        if left.side or right.side or left.each or right.each:
            return  # these are said of what a relation takes
        labels = self.label(one), self.label(other)
        if None in labels or not compatible(str(labels[0]), str(labels[1])):
            return
        joined = replace(
            left,
            asks=(*left.asks, *right.asks),
            ops=(*left.ops, *right.ops),
            wh=left.wh or right.wh,
            cost=total(left, right),
        )
        if isinstance(one, AllOf) and one == other:
            yield replace(joined, form=one)  # a class said twice is one
            return
        if isinstance(one, AllOf) or isinstance(other, AllOf):
            general, special = (one, other) if isinstance(one, AllOf) else (other, one)
            if isinstance(special, AllOf) and isinstance(general, AllOf):
                if marks & {"of", "possessive"}:
                    return  # "people of whom" are not both
                for narrow, wide in ((special, general), (general, special)):
                    if wide.label in ancestors(narrow.label) and not marks & {"or"}:
                        yield replace(joined, form=narrow, cost=joined.cost + 0.1)
                        return
            if isinstance(special, Rel):
                return  # a class word restricts the focus of a relation: that is another join
            if is_named(special) and isinstance(general, AllOf):
                kept = self.narrowed(special, general.label)
                if kept is not None:  # a name is not what is asked for
                    cost = joined.cost + (0.4 if left.wh or right.wh else 0.1)
                    yield replace(joined, form=kept, cost=cost, wh=False)
                return
        if isinstance(one, Entity) and isinstance(other, Entity) and not marks & {"and", "or"}:
            common = tuple(i for i in one.ids if i in other.ids)
            if common:  # "El Chango Méndez": a nickname and a part of the name
                same = replace(one, ids=common, said=f"{one.said} {other.said}")
                yield replace(joined, form=same, cost=joined.cost + 0.05)
        if marks & {"and", "or"} or (isinstance(one, Entity) and isinstance(other, Entity)):
            parts = tuple(dict.fromkeys((*parts_of(one, Or), *parts_of(other, Or))))
            if len({isinstance(p, AllOf) for p in parts}) > 1:
                return  # "groups allied or affiliated": all of a class is no alternative
            cost = joined.cost + (0.05 if marks & {"and", "or", "with"} else 0.6)
            parts = widest(parts)
            bare = [p for p in parts if _is_bare(p)]
            if len(bare) not in (0, len(parts)):
                cost += 1.5  # "brothers and sisters of X": of X belongs to both
            clause = "and" in marks and (is_verb(one) or is_verb(other))
            if clause:
                cost += 0.6  # "members of X who were arrested and sent": both hold
            if len({isinstance(p, Entity) for p in parts}) > 1:
                cost += 0.6  # "are A and B connected" is not a list of A and of what B is
            joint = "with" in marks and not marks & {"and", "or"}
            form = parts[0] if len(parts) == 1 else Or(parts, joint)
            yield replace(joined, form=form, cost=cost)
        if isinstance(one, Entity) and isinstance(other, Entity):
            return
        several = [f for f in (one, other) if isinstance(f, Or) and is_named(f)]
        mixed = [
            f
            for f in (one, other)
            if isinstance(f, Or) and any(map(is_named, f.parts)) and not is_named(f)
        ]
        if mixed or (several and not {*RANKS, *ENDS} & {*left.ops, *right.ops}):
            return
        for entity, rel in ((one, other), (other, one)):
            if is_named(entity) and isinstance(rel, Rel) and rel.focus:
                kept = self.narrowed(entity, self.column_label(rel, rel.focus))
                if kept is not None and rel.cond(rel.focus) is None:
                    filled = rel.given(Cond(rel.focus, kept))
                    yield replace(joined, form=filled, cost=joined.cost + 0.3)
                return
        if isinstance(one, Rel) and isinstance(other, Rel):
            merged = merged_rels(one, other)
            if merged is not None:
                yield replace(joined, form=merged, cost=joined.cost + 0.2)
        parts = tuple(sorted((*parts_of(one, And), *parts_of(other, And)), key=shape))
        both = And(parts)
        clause = "and" in marks and (is_verb(one) or is_verb(other))
        strange = STRANGE if self._kinds_of(both) == frozenset() else 0.0
        cost = joined.cost + strange + (0.1 if clause else 0.3)
        for part in (one, other):
            kinds = self._kinds_of(part) or frozenset()
            if isinstance(part, Rel) and not is_bound(part) and len(kinds) > MOST_KINDS:
                cost += 0.4  # whatever somebody spoke of
        yield replace(joined, form=both, cost=cost)

    def _likewise(self, left: Piece, right: Piece, marks: Marks) -> Iterator[Piece]:
        """*A's arrest or B's*: of what follows is said what was said of the one before."""
        rel, other = left.form, right.form
        if not marks & {"and", "or"} or not isinstance(rel, Rel) or not isinstance(other, Entity):
            return
        if right.asks or right.ops:
            return
        named = [c for c in rel.conds if c.form is not None and is_named(c.form)]
        if len(named) != 1 or len([c for c in rel.conds if c.form is not None]) > 1:
            return
        known = named[0]
        parts = parts_of(known.form or other, Or)
        if all(isinstance(p, Entity) and p.label == other.label for p in parts):
            both = replace(known, form=Or((*parts, other)))
            yield replace(left, form=rel.put(known, both), cost=total(left, right) + 0.2)

    def _verbs(self, left: Piece, right: Piece) -> Iterator[Piece]:
        """*Allied or affiliated with X*: what follows belongs to both verbs."""
        one, other = left.form, right.form
        if not isinstance(one, Rel) or not isinstance(other, Rel) or one.query == other.query:
            return
        if not (is_filled(one) or is_filled(other)):
            yield Piece("set", Or((one, other)), total(left, right) + 0.25)

    def _sided(self, one: Piece, other: Piece) -> Iterator[Piece]:
        """*Paternal*, *on her mother's side*: kin through one of the parents."""
        if isinstance(one.form, Entity) and not one.side:
            yield replace(one, side=other.name, cost=total(one, other))
        through = self._through(one.form, other.name)
        if through is not None:
            yield replace(one, form=through, cost=total(one, other))

    def _without(self, one: Piece, other: Piece) -> Iterator[Piece]:
        """*But not X*: without what is X, or without what has X in one of its columns."""
        if one.kind != "set" or one.form is None or other.ops:
            return
        label = self.label(one.form)
        if isinstance(one.form, Rel) and isinstance(other.form, Entity):
            yield from self._elsewhere(one, one.form, other, other.form)
        if other.form is not None and label is not None:
            own = self.label(other.form)
            mine, theirs = self._kinds_of(one.form), self._kinds_of(other.form)
            if mine is not None and theirs is not None and mine.isdisjoint(theirs):
                return  # a transfer is none of those who have a nickname
            if own is not None and compatible(own, label):
                cost = total(one, other) + 0.1 + generality(label, own, False)
                if isinstance(one.form, Rel) and any(
                    isinstance(c.value, int) for c in one.form.conds
                ):
                    cost += 0.3  # "which of the 26 are not": people, not transfers
                yield replace(one, form=Minus(one.form, other.form), cost=cost)

    def _elsewhere(self, one: Piece, rel: Rel, other: Piece, named: Entity) -> Iterator[Piece]:
        """*Arrested outside Mexico*: without those that were in it."""
        if rel.focus is None or any(c.each for c in rel.conds):
            return
        query = self.query(rel.query)
        for column in self.class_columns(rel):
            if column in (rel.focus, query.source, query.target) or rel.cond(column) is not None:
                continue
            towards = "to" in self.vocabulary.roles.get(column, ())
            if towards or self.column_label(rel, column) in ("Entity", "Actor"):
                continue  # of anything at all, or of where somebody went: "not from X" says neither
            kept = self.narrowed(named, self.column_label(rel, column))
            if kept is not None and isinstance(kept, Entity):
                elsewhere = rel.given(Cond(column, kept, without=True))
                cost = total(one, other) + 0.15 + self._strange(rel.query, column, kept)
                cost += generality(self.column_label(rel, column), kept.label, False)
                yield replace(one, form=elsewhere, cost=cost)

    def _valued(self, one: Piece, other: Piece) -> Iterator[Piece]:
        """A value of a column: *charged* with *fentanyl*."""
        cond = other.cond
        if cond is None or one.form is None:
            return
        for at, rel in enumerate(own_rels(one.form)):
            if cond.column in self.labels(rel.query):
                known = rel.cond(cond.column)
                if known is None:
                    filled = rel.given(cond)
                elif known.holds:
                    both = tuple(sorted({*known.holds, *cond.holds}))
                    rest = replace(rel, conds=tuple(c for c in rel.conds if c is not known))
                    filled = rest.given(replace(known, holds=both))
                else:
                    continue
                yield replace(one, form=put_rel(one.form, at, filled), cost=total(one, other))

    def _statused(self, one: Piece, other: Piece) -> Iterator[Piece]:
        if one.form is None:
            return
        for at, rel in enumerate(own_rels(one.form)):
            names = self.labels(rel.query)
            if not names.keys().isdisjoint(STATUSES) and not rel.statuses:
                yield replace(
                    one,
                    form=put_rel(one.form, at, replace(rel, statuses=(other.name,))),
                    cost=total(one, other),
                )

    def _numbered(self, one: Piece, other: Piece, marks: Marks) -> Iterator[Piece]:
        """*29 people*, *the 37 transfer*: a number that one of the columns has."""
        if not isinstance(one.form, Rel) or other.number is None:
            return
        for column in self.query(one.form.query).columns:
            if column.kind == "integer" and one.form.cond(column.name) is None:
                yield replace(
                    one,
                    form=one.form.given(Cond(column.name, value=other.number)),
                    # "the 29 of the flight" are not the size of a flight, but who was on it
                    cost=total(one, other) + (0.5 if "of" in marks else 0.1),
                )


def _is_bare(form: Form) -> bool:
    """Whether a form is all that relations have: nothing of the question bounds any of them."""
    if isinstance(form, Rel):
        return not is_bound(form)
    return isinstance(form, And | Or) and all(map(_is_bare, form.parts))

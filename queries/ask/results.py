"""Results: rows as they were asked for, and when two of them say the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from queries.ask.forms import And, Ask, Entity, Form, Or, Rel, rels
from queries.ask.relations import STATUSES, Row
from queries.ask.run import Runner


@dataclass
class Result:
    """Rows as asked: ``columns`` in order (an entity's id beside it), each row with ``claims``."""

    ask: Ask
    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    trips: int = 0

    @property
    def claims(self) -> frozenset[str]:
        """All claims that the answer rests on."""
        return frozenset(c for row in self.rows for c in row["claims"])

    def same(self, other: Result) -> bool:
        """Whether two readings say the same: the same rows, things or claims."""
        if self.claims == other.claims:
            return True
        asked = self.ask.columns
        if self.ask.what == other.ask.what == "attributes" and asked == other.ask.columns:
            told = self.values(asked)
            if told and told == other.values(asked):
                return True
        if self.ask.by and self.ask.by == other.ask.by and "number" in self.columns:
            both = tuple(self.columns)
            return both == tuple(other.columns) and self.values(both) == other.values(both)
        mine, theirs = self.things(), other.things()
        if mine and mine == theirs:
            return True
        return unfocused(self.ask) == unfocused(other.ask)

    def values(self, columns: tuple[str, ...]) -> frozenset[str]:
        """What stands in some columns, row by row."""
        cells = ([row.get(c) for c in columns] for row in self.rows)
        return frozenset(repr(c) for c in cells if any(v not in (None, [], "") for v in c))

    def within(self, other: Result) -> bool:
        """Whether another answer says all that this one says."""
        mine = self.things()
        return self.same(other) or (bool(mine) and mine <= other.things())

    def things(self) -> frozenset[str]:
        """The ids in the first column: what the answer lists."""
        first = f"{self.columns[0]}_id" if self.columns else ""
        return frozenset(str(row[first]) for row in self.rows if first in row)


def unfocused(ask: Ask) -> object:
    """What a reading looks up, whichever of its columns it is read for."""
    form = ask.form
    if isinstance(form, Rel):
        return (ask.what, ask.columns, replace(form, focus=None))
    return ask


def focus_of(form: Form, runner: Runner) -> str | None:
    """The column that a form's things stand in."""
    outer = rels(form)
    if not outer:
        return None
    return outer[0].focus or runner.relations.query(outer[0].query).target


def shown(ask: Ask, runner: Runner) -> list[str]:
    """The columns that answer: what is asked for, where it came from, and how firmly it is said."""
    focus = focus_of(ask.form, runner)
    columns = [focus] if focus else []
    for rel in rels(ask.form):
        query = runner.relations.query(rel.query)
        if rel.focus and isinstance(ask.form, Or):
            columns.append(rel.focus)  # each of several relations has its own
        source = query.source
        if (
            source
            and rel.cond(source) is None
            and query.target
            and not query.column(query.target).entity
        ):
            columns.append(source)  # a text, and whose it is
        names = query.kinds
        if ask.what == "quotes":  # who said it, to whom, what and when
            columns += [c for c in names if c not in ("claim", "source")]
            continue
        for cond in rel.conds:
            several = not (isinstance(cond.form, Entity) and len(cond.form.ids) == 1)
            both = all(rel.cond(e or "") for e in (query.source, query.target))
            told = (
                several
                or both
                or cond.without
                or ask.what == "attributes"
                or isinstance(ask.form, And)
            )
            if cond.column in names and told:
                columns.append(cond.column)
        if ask.what in ("attributes", "instead"):
            columns += [c for c in ask.columns if c in names]
        if ask.what == "attributes":
            columns += [c for c in STATUSES if c in names]
        else:
            columns += [c for c in query.attributes if c in names]
    return list(dict.fromkeys(columns))


def united(ask: Ask, runner: Runner) -> frozenset[str]:
    """The columns whose lists are told together of one thing: all destinations of a transfer.

    Only where the other end of the relation is listed, of which each has several rows; lists that
    belong to one claim stay with it.
    """
    form = ask.form
    if not isinstance(form, Rel) or form.focus is None:
        return frozenset()
    query = runner.relations.query(form.query)
    if form.focus != query.source or ask.what == "attributes":
        return frozenset()
    return frozenset(c.name for c in query.columns if c.many and c.name not in query.together)


def merged(
    rows: Iterable[Row], columns: list[str], lists: frozenset[str] = frozenset()
) -> list[Row]:
    """Rows cut to some columns; equal ones become one, with the claims of all.

    Of ``lists`` one row has what is in those of all that are otherwise equal.
    """
    found: dict[str, Row] = {}
    for row in rows:
        cut = {name: row.get(name) for name in columns}
        cut |= {f"{n}_id": row[f"{n}_id"] for n in columns if f"{n}_id" in row}
        told = [n for name in lists for n in (name, f"{name}_id") if n in cut]
        key = repr({n: v for n, v in cut.items() if n not in told})
        other = found.setdefault(key, {**cut, "claims": []})
        for name in (*told, "claims"):
            value = cut[name] if name in cut else row[name]
            other[name] = sorted({*(other[name] or ()), *(value or ())})
    return list(found.values())

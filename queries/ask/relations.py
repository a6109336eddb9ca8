"""Relations as the forms see them: rows of a query, each fetched once, with its ends bound or whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from queries.catalogue import Catalogue
from queries.header import Query

Row = dict[str, Any]
Fetch = Callable[[Query, dict[str, Any]], list[Row]]
STATUSES = ("status", "statuses")  # columns that say how firmly a row is said
ALL_STATUSES = (*STATUSES, "offence_status")  # and how firmly a part of it is
FEW = 6  # ends that are bound one by one; of more, the whole relation is read in one go
SMALL = (
    20_000  # entities of a graph in which a whole relation takes no longer than some of its ends
)


def cells_of(row: Row, column: str) -> list[str]:
    """What stands in a column of a row: ids of things, else values; nothing for null."""
    return [str(v) for v in items_of(row.get(f"{column}_id", row.get(column)))]


def items_of(value: Any) -> list[Any]:
    """What is in a cell: in a list, alone, or nothing for null."""
    return value if isinstance(value, list) else [] if value is None else [value]


def statuses_of(row: Row, columns: Iterable[str] = STATUSES) -> set[str]:
    """The statuses that a row states."""
    found: set[str] = set()
    for name in columns:
        value = row.get(name)
        found |= set(value) if isinstance(value, list) else {value} if value else set()
    return found


@dataclass
class Relations:
    """Rows of queries by what their ends are; ``fetch`` runs one query with bound parameters.

    What was fetched is kept: it belongs to one state of the graph, like the object itself.  In a
    ``small`` graph a relation of which some ends were asked for one by one is read as a whole, so
    that many questions do not ask the store for each of theirs.
    """

    catalogue: Catalogue
    fetch: Fetch
    small: bool = False
    kept: dict[tuple[Any, ...], list[Row]] = field(default_factory=dict)
    trips: int = 0
    _asked: Counter[str] = field(default_factory=Counter)  # ends that were bound, by query
    _ends: dict[tuple[str, str], dict[str | None, list[Row]]] = field(default_factory=dict)

    def query(self, name: str) -> Query:
        """A query by name."""
        return self.catalogue.queries[name]

    def rows(self, name: str, given: Mapping[str, str] | None = None) -> list[Row]:
        """The rows of a query with some ends given, as ``{parameter: id}``."""
        bound = dict(given or {})
        key = (name, *sorted(bound.items()))
        if key not in self.kept:
            if bound and self._chosen(name, bound):
                column, *others = bound
                self.kept[key] = [
                    row
                    for row in self._by_end(name, column).get(bound[column], ())
                    if all(row[f"{other}_id"] == bound[other] for other in others)
                ]
            else:
                self.trips += 1
                self._asked[name] += 1
                self.kept[key] = self.fetch(self.query(name), bound)
        return self.kept[key]

    def _by_end(self, name: str, column: str) -> dict[str | None, list[Row]]:
        """The rows of a whole relation by what stands in a column."""
        key = (name, column)
        if key not in self._ends:
            found = self._ends[key] = {}
            for row in self.rows(name):
                found.setdefault(row[f"{column}_id"], []).append(row)
        return self._ends[key]

    def _chosen(self, name: str, bound: Mapping[str, str]) -> bool:
        """Whether the rows of some ends are chosen out of the whole relation."""
        query = self.query(name)
        if not bound.keys() <= query.choosable or any(p.required for p in query.parameters):
            return False
        return (name,) in self.kept or (self.small and self._asked[name] >= FEW)

    def _runs(self, name: str, ends: Mapping[str, frozenset[str]]) -> bool:
        """Whether the ends that a query cannot do without are one thing each."""
        needed = [p.name for p in self.query(name).parameters if p.required]
        return all(len(ends.get(n, ())) == 1 for n in needed)

    def rows_among(
        self, name: str, ends: Mapping[str, frozenset[str]]
    ) -> tuple[list[Row], frozenset[str]]:
        """The rows of which given ends are among some ids, as far as the query can tell.

        Ends of one id are bound; else the smallest set of ends is bound one by one if there are
        few of them; otherwise the whole relation is read, in one round trip.  The second value has
        the ends that were bound; of the others the caller looks at the rows.
        """
        known = {p.name for p in self.query(name).parameters}
        bindable = {c: ids for c, ids in ends.items() if c in known}
        if any(not ids for ids in ends.values()) or not self._runs(name, bindable):
            return [], frozenset(ends)
        ones = {c: next(iter(ids)) for c, ids in bindable.items() if len(ids) == 1}
        if ones:
            return self.rows(name, ones), frozenset(ones)
        few = min(bindable, key=lambda c: (len(bindable[c]), c), default=None)
        if few is None or len(bindable[few]) > FEW or (name,) in self.kept:
            return self.rows(name), frozenset()
        found: list[Row] = []
        for identifier in sorted(bindable[few]):
            found += [r for r in self.rows(name, {few: identifier}) if r not in found]
        return found, frozenset({few})

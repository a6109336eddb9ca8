"""The names by which the graph's entities can be asked for, and where a question says them.

Names are looked up in an index (``names_index``), never searched through.  A whole name is found as
it is; part of a name by the words that it has, in any order and with initials; a misspelt word by
how it sounds in Spanish or by one or two letters that differ; a split or joined one by its pieces.
Each way of naming has its cost, so that the plainest reading of a question is the cheapest.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from graph.stores import Store
from queries.ask import names_index
from queries.ask.names_build import build, fill, finish
from queries.ask.names_reading import Reading
from queries.ask.naming import Known, Named, bare
from queries.ask.words import Word

MOST_KEPT = 20_000  # entities that were read lately
_NO_TEXT = re.compile("[\ud800-\udfff]")

__all__ = ["Entities", "Known", "Lexicon", "Named", "bare", "lexicon_of"]


def _is_text(value: object) -> bool:
    """Whether a value can stand in an index: bytes of an argument that are no text cannot."""
    return isinstance(value, str) and not _NO_TEXT.search(value)


class Entities(Mapping[str, Known]):
    """The entities of an index by id, in the order of ids; each is read when it is wanted."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._get = lru_cache(maxsize=MOST_KEPT)(self._read)

    def _read(self, identifier: str) -> Known | None:
        if not _is_text(identifier):
            return None
        row = self._connection.execute(_ENTITY + "WHERE id = ?", (identifier,)).fetchone()
        return _known(row) if row else None

    def __getitem__(self, identifier: str) -> Known:
        found = self._get(identifier) if isinstance(identifier, str) else None
        if found is None:
            raise KeyError(identifier)
        return found

    def __iter__(self) -> Iterator[str]:
        for (identifier,) in self._connection.execute("SELECT id FROM entity ORDER BY id"):
            yield identifier

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM entity").fetchone()[0])


class Names(Mapping[str, list[str]]):
    """The ids by each stated name as it is compared, with and without its article."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getitem__(self, name: str) -> list[str]:
        query = "SELECT id FROM name JOIN entity USING (n) WHERE key = ? AND cost = 0 ORDER BY id"
        if not _is_text(name):
            raise KeyError(name)
        if not (found := [i for (i,) in self._connection.execute(query, (name,))]):
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        query = "SELECT DISTINCT key FROM name WHERE cost = 0 ORDER BY key"
        return (name for (name,) in self._connection.execute(query))

    def __len__(self) -> int:
        query = "SELECT count(DISTINCT key) FROM name WHERE cost = 0"
        return int(self._connection.execute(query).fetchone()[0])


_ENTITY = (
    "SELECT id, name, name_es, names, labels.labels, first, last "
    "FROM entity JOIN labels ON k = entity.labels "
)


def _known(row: tuple[Any, ...]) -> Known:
    identifier, name, name_es, names, labels, first, last = row
    called = [n for n in (name, name_es) if n]
    return Known(
        *(identifier, name, _labels(labels), tuple(dict.fromkeys([*called, *json.loads(names)]))),
        *((first, last), name_es),
    )


@lru_cache(maxsize=1_000)
def _labels(text: str) -> frozenset[str]:
    return frozenset(text.split(" "))


@dataclass
class Lexicon:
    """The names of one generation of a graph, in an index."""

    index: sqlite3.Connection
    entities: Mapping[str, Known] = field(init=False)
    by_name: Mapping[str, list[str]] = field(init=False)
    _stems: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, repr=False)
    _labels: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.entities = Entities(self.index)
        self.by_name = Names(self.index)

    @classmethod
    def of(
        cls, entities: Iterable[Known], texts: Mapping[str, Iterable[str]] | None = None
    ) -> Lexicon:
        """A lexicon in memory, of some entities and of the stems of texts by predicate."""
        index = sqlite3.connect(":memory:", check_same_thread=False)
        index.executescript(names_index.SCHEMA)
        fill(index, ({**asdict(k), "first": k.days[0], "last": k.days[1]} for k in entities))
        for predicate, stems in (texts or {}).items():
            index.executemany("INSERT INTO stems VALUES (?, ?)", [(predicate, s) for s in stems])
        finish(index)
        index.executescript(names_index.INDEXES)
        return cls(index)

    def labels_of(self, entity: str) -> frozenset[str]:
        """The classes of an entity; none if it is unknown."""
        found = self._labels.get(entity)
        if found is None:
            if len(self._labels) >= MOST_KEPT:
                self._labels.clear()
            known = self.entities.get(entity)
            found = self._labels[entity] = known.labels if known else frozenset()
        return found

    def of_class(self, label: str) -> list[str]:
        """The ids of all entities of a class, sorted."""
        rows = self.index.execute("SELECT k, labels FROM labels")
        kinds = [k for k, labels in rows if label in _labels(labels)]
        return sorted(i for (i,) in self._all("SELECT id FROM entity WHERE labels", kinds))

    def text_stems(self, predicates: list[str]) -> frozenset[str]:
        """The stems of all words in the values of some predicates."""
        key = tuple(predicates)
        if key not in self._stems:
            rows = self._all("SELECT stem FROM stems WHERE predicate", key)
            self._stems[key] = frozenset(w for (w,) in rows)
        return self._stems[key]

    @cached_property
    def usual(self) -> dict[str, frozenset[str]]:
        """The kinds of things that stand in a column, by ``query.column``, as far as known."""
        found: dict[str, set[str]] = {}
        for query, column, kind in self.index.execute("SELECT query, col, kind FROM usual"):
            found.setdefault(f"{query}.{column}", set()).add(kind)
        return {column: frozenset(kinds - {""}) for column, kinds in found.items()}

    def has_word(self, word: str) -> bool:
        """Whether a folded word is written so in some name."""
        query = "SELECT 1 FROM word WHERE text = ?"
        return self.index.execute(query, (word,)).fetchone() is not None

    def whole(self, parts: tuple[str, ...]) -> list[str]:
        """The ids of which this is a whole name, with or without its article."""
        for key in (" ".join(parts), " ".join(bare(parts))):
            rows = self.index.execute(
                "SELECT id FROM name JOIN entity USING (n) WHERE key = ? ORDER BY n", (key,)
            )
            if ids := [i for (i,) in rows]:
                return ids
        return []

    def named(self, question: list[Word], common: frozenset[str]) -> list[Named]:
        """All names in a question.

        A word that is ``common`` is no part of a name by itself, and is read as it is written.
        """
        return Reading(self.index, question, common).named()

    def written(self, question: list[Word]) -> list[Named]:
        """The whole names in a question, as they are; in a fraction of the time of all names."""
        return Reading(self.index, question, frozenset()).whole()

    def _all(self, query: str, values: Iterable[Any]) -> list[tuple[Any, ...]]:
        """The rows of a query that ends before its list of values."""
        query += " IN (SELECT value FROM json_each(?))"
        return self.index.execute(query, (json.dumps(list(values)),)).fetchall()


def lexicon_of(store: Store) -> Lexicon:
    """The names of what a store holds now; StoreError where it is empty or keeps changing."""
    return Lexicon(names_index.opened(store, build))

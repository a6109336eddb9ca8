"""The names by which the graph's entities can be asked for."""

from __future__ import annotations

import contextlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graph.seal import read_sealed, write_sealed
from graph.stores import Store
from ontology import ontology
from queries.ask.words import ARTICLES, folded, read_date

FILE = "lexicon.json"
_LINKS = frozenset({"of", "de", "del", "on", "from", "el", "the"})
_SILENT = ARTICLES | _LINKS | frozenset({"and", "y", "in", "en", "for", "para"})


@dataclass(frozen=True)
class Known:
    """An entity: what it is called, what it is, and on which days it happened."""

    id: str
    name: str
    labels: frozenset[str]
    names: tuple[str, ...]
    days: tuple[str | None, str | None] = (None, None)
    name_es: str | None = None

    def called(self, language: str) -> str:
        """The name in a language."""
        return self.name_es if language == "es" and self.name_es else self.name


@dataclass
class Lexicon:
    """Entities by id, and by each of their names."""

    entities: dict[str, Known]
    by_name: dict[str, list[str]] = field(default_factory=dict)  # a name as compared -> ids

    def __post_init__(self) -> None:
        if self.by_name:
            return  # kept from an earlier time
        found: dict[str, set[str]] = defaultdict(set)
        for known in self.entities.values():
            for name in known.names:
                parts = folded(name)
                found[" ".join(parts)].add(known.id)
                found[" ".join(_bare(parts))].add(known.id)
        found.pop("", None)
        self.by_name = {name: sorted(ids) for name, ids in found.items()}

    def exact(self, parts: tuple[str, ...], kind: str) -> list[Known]:
        """The entities of a class of which this is a whole name, with or without its article."""
        found = self._of(kind, self.by_name.get(" ".join(parts), ()))
        return found or self._of(kind, self.by_name.get(" ".join(_bare(parts)), ()))

    def find(self, parts: tuple[str, ...], kind: str) -> list[Known]:
        """The entities of a class that these words may mean.

        A whole name or alias first; else what happened on a date; else two or more words that
        stand together in a name.
        """
        exact = self.exact(parts, kind)
        if exact:
            return exact
        dated = self._dated(parts, kind)
        if dated:
            return dated
        wanted = _bare(parts)
        if len(wanted) < 2 or all(p in _SILENT or p.isdigit() for p in wanted):
            return []
        phrase = " " + " ".join(wanted) + " "
        found: set[str] = set()
        for name, ids in self.by_name.items():
            if phrase in f" {name} ":
                found.update(ids)
        return self._of(kind, found)

    def _of(self, kind: str, ids: Iterable[str]) -> list[Known]:
        found = [self.entities[i] for i in sorted(ids) if kind in self.entities[i].labels]
        # A page is often called after what it is about, and seldom meant.
        others = [k for k in found if "Source" not in k.labels]
        return others or found

    def _dated(self, parts: tuple[str, ...], kind: str) -> list[Known]:
        """What happened on a day: ``the transfer of 2025-08-12``, or the date alone."""
        if not any(len(p) == 4 and p.isdigit() for p in parts):
            return []  # no year, no date
        kinds = [kind]
        rest = _bare(parts)
        for term in ontology().classes:
            for label in (*term.labels.values(), *term.other_labels):
                name = folded(label)
                if name and rest[: len(name)] == name:
                    kinds = [term.graph_name]
                    rest = rest[len(name) :]
                    break
            if kinds != [kind]:
                break
        else:
            if "Event" not in {ontology().terms[a].local for a in _ancestors(kind)}:
                return []
        while rest and rest[0] in _LINKS:
            rest = rest[1:]
        date = read_date(rest) if rest else None
        if date is None or len(date) != 10:
            return []
        found = {k.id for k in self.entities.values() if k.days == (date, date)}
        return [k for k in self._of(kind, found) if kinds[0] in k.labels]


def _ancestors(kind: str) -> frozenset[str]:
    term = ontology().by_label.get(kind)
    return (
        frozenset(a for a in ontology().ancestors(term.iri) if a in ontology().terms)
        if term
        else frozenset()
    )


def _bare(parts: tuple[str, ...]) -> tuple[str, ...]:
    while len(parts) > 1 and parts[0] in ARTICLES:
        parts = parts[1:]
    return parts


_QUERY = """
MATCH (n:Entity) WHERE NOT n:Claim AND any(label IN labels(n) WHERE label IN $labels)
RETURN n.id AS id, n.name AS name, n.name_es AS name_es, n.names AS names, n.hidden_label AS hidden, n.title AS title,
       labels(n) AS labels, n.date_from AS first, n.date_to AS last
"""


def build(store: Store) -> Lexicon:
    """Reads the names out of a store."""
    entities: dict[str, Known] = {}
    # Questions are about our classes; a document from elsewhere may bring a million other nodes.
    labels = sorted(ontology().by_label)
    for record in store.read(_QUERY, {"labels": labels}).records:
        names = [*record["names"], *(record["hidden"] or [])]
        if "Source" in record["labels"]:  # a source is asked for by its id as well
            names.append(record["id"].removeprefix("source/"))
        entities[record["id"]] = Known(
            record["id"],
            record["name"],
            frozenset(record["labels"]),
            tuple(dict.fromkeys(names)),
            (record["first"], record["last"]),
            record["name_es"],
        )
    return Lexicon(dict(sorted(entities.items())))


def lexicon_of(store: Store) -> Lexicon:
    """The lexicon of a store; beside an embedded snapshot, which never changes, it is kept."""
    folder: Path | None = store.snapshot() if hasattr(store, "snapshot") else None
    if folder is None:
        return build(store)
    try:
        kept = json.loads(read_sealed(folder / FILE))
        return Lexicon(
            {
                r[0]: Known(r[0], r[1], frozenset(r[2]), tuple(r[3]), (r[4], r[5]), r[6])
                for r in kept["entities"]
            },
            kept["names"],
        )
    except (OSError, ValueError, TypeError, IndexError, KeyError):
        pass  # not made yet, or spoiled
    found = build(store)
    rows = [
        [k.id, k.name, sorted(k.labels), list(k.names), *k.days, k.name_es]
        for k in found.entities.values()
    ]
    with contextlib.suppress(OSError):  # slower next time, not wrong
        kept = {"entities": rows, "names": found.by_name}
        write_sealed(folder / FILE, json.dumps(kept, ensure_ascii=False))
    return found

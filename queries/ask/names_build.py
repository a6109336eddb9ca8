"""Reads the names out of a store into an index.

Entities are numbered by how much is said of them: of those that a name fits the best known come
first, and a list that is cut keeps them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from graph.stores import Store
from ontology import ontology, yaml_files
from queries.ask.naming import SILENT, bare
from queries.ask.reads import reads
from queries.ask.series import names_of_series
from queries.ask.spelling import LONG, kept_rests, sound
from queries.ask.usual import MOST_ENTITIES, usual_kinds
from queries.ask.words import LANGUAGES, folded, stem, words
from queries.catalogue import catalogue

AT_A_TIME = 5_000  # entities read from a store
DISTINCTIVE = 3  # places, offices and the like that a word may belong to and still name one alone
# What people call by a part of its name; of a group or a policy the words of the name are common ones.
IN_PART = frozenset(
    {"Person", "Organization", "Place", "Office", "Administration", "LegalInstrument", "Facility"}
)
BY_A_WORD = frozenset({"Person", "CriminalOrganization", "Court", "Administration"})
BY_A_RARE_WORD = frozenset({"Place", "Office", "Facility"})
_ALONE, _RARE = 1, 2  # how a word stands for an entity while the index is made; 0: not alone


Row = Mapping[str, Any]  # an entity: id, name, name_es, names, hidden, labels, first, last, said


@cache
def settings() -> dict[str, Any]:
    """The data that an index is made with; QueryError where the file is not YAML."""
    found: dict[str, Any] = yaml_files.read(Path(__file__).parent / "lexicon" / "names.yaml")
    return found


def build(connection: sqlite3.Connection, store: Store) -> None:
    """Fills an index with all that a store holds."""
    _fill_texts(connection, store)
    fill(connection, _rows(store))
    for name in names_of_series(store, settings()["series"]):
        connection.execute(
            "INSERT INTO computed SELECT ?, n, ? FROM sorted WHERE id = ?",
            (" ".join(name.words), round(name.cost * 100), name.id),
        )
        _add_words(connection, ((word, 0) for word in name.words))
    _fill_usual(connection, store)
    finish(connection)


def _fill_usual(connection: sqlite3.Connection, store: Store) -> None:
    """The kinds of things that stand in the columns of the queries."""
    labels = {
        i: frozenset(text.split(" "))
        for i, text in connection.execute(
            "SELECT id, labels FROM sorted LIMIT ?", (MOST_ENTITIES + 1,)
        )
    }
    connection.executemany(
        "INSERT INTO usual VALUES (?, ?, ?)", usual_kinds(store, catalogue(), labels)
    )


def _rows(store: Store) -> Iterator[Row]:
    # Questions are about our classes; what only another document knows is no name here.
    labels = sorted(ontology().by_label.keys() - {"Entity"})
    ids = [row["id"] for row in store.read(reads("named"), {"labels": labels}).records]
    for some in _batches(ids, AT_A_TIME):
        yield from store.read(reads("entities"), {"ids": some}).records


def _batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    left = iter(items)
    while some := list(islice(left, size)):
        yield some


def _fill_texts(connection: sqlite3.Connection, store: Store) -> None:
    """The stems of texts that can be asked for, and the words that texts have in lower case."""
    for row in store.read(reads("texts"), {}).records:
        text = str(row["text"])
        connection.executemany(
            "INSERT OR IGNORE INTO stems VALUES (?, ?)",
            [(row["predicate"], stem(w, "en")) for w in folded(text)],
        )
        _add_ordinary(connection, text)
    for row in store.read(reads("quotes"), {}).records:
        _add_ordinary(connection, str(row["text"]))
    _add_ordinary(connection, settings()["ordinary"])


def _add_ordinary(connection: sqlite3.Connection, text: str) -> None:
    found = {w.text for w in words(text) if text[w.start].islower()}
    found |= {stem(w, language) for w in found for language in LANGUAGES}
    connection.executemany(
        "INSERT OR IGNORE INTO ordinary VALUES (?)", [(word,) for word in sorted(found)]
    )


# --- Entities -------------------------------------------------------------------------------------


def fill(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Entities, their names and the words of these, without holding them all in memory."""
    connection.execute(
        "CREATE TEMP TABLE raw (id, name, name_es, names, labels, first, last, said)"
    )
    connection.executemany(
        "INSERT INTO raw VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (_raw(row) for row in rows)
    )
    connection.executescript(
        "CREATE TEMP TABLE sorted (n INTEGER PRIMARY KEY, id UNIQUE, name, name_es, names, labels, first, last);"
        "INSERT OR IGNORE INTO sorted SELECT NULL, id, name, name_es, names, labels, first, last "
        "FROM raw ORDER BY said DESC, id;"
        "DROP TABLE raw;"
        "INSERT INTO labels (labels) SELECT DISTINCT labels FROM sorted ORDER BY labels;"
        "INSERT INTO entity SELECT n, id, name, name_es, names, k, first, last "
        "FROM sorted JOIN labels USING (labels) ORDER BY n;"
        "CREATE TEMP TABLE found (key TEXT, n INTEGER);"
        "CREATE TEMP TABLE computed (key TEXT, n INTEGER, cost INTEGER);"
        "CREATE TEMP TABLE said_word (text TEXT PRIMARY KEY, proper INTEGER) WITHOUT ROWID;"
        "CREATE TEMP TABLE said_part (text TEXT, alone INTEGER, n INTEGER);"
    )
    generic = frozenset(folded(settings()["generic"]))
    reading = connection.execute(
        "SELECT n, name, name_es, names, labels, id FROM sorted ORDER BY n"
    )
    for some in iter(lambda: reading.fetchmany(AT_A_TIME), []):
        _add_names(connection, some, generic)


def _raw(row: Row) -> tuple[Any, ...]:
    names = [*(row["names"] or []), *(row.get("hidden") or [])]
    if "Source" in row["labels"]:  # a source is asked for by its id as well
        names.append(row["id"].removeprefix("source/"))
    others = [n for n in dict.fromkeys(names) if n not in (row["name"], row["name_es"])]
    return (
        *(row["id"], row["name"], row["name_es"], json.dumps(others, ensure_ascii=False)),
        *(" ".join(sorted(row["labels"])), row["first"], row["last"], row.get("said", 0)),
    )


def _add_names(
    connection: sqlite3.Connection, rows: Sequence[Sequence[Any]], generic: frozenset[str]
) -> None:
    keys: set[tuple[str, int]] = set()
    known: dict[str, int] = {}
    parts: set[tuple[str, int, int]] = set()
    for n, name, name_es, others, labels, _ in rows:
        classes = frozenset(labels.split(" "))
        alone = _ALONE if classes & BY_A_WORD else _RARE if classes & BY_A_RARE_WORD else 0
        for text in {name, name_es, *json.loads(others)} - {None}:
            said = words(text)
            whole = tuple(w.text for w in said)
            keys |= {(" ".join(whole), n), (" ".join(bare(whole)), n)} - {("", n)}
            if len(whole) == 1 and len(whole[0]) >= LONG:  # nothing else is meant by it
                known[whole[0]] = 1
            for word in said:
                proper = not text[word.start].islower() and word.text not in generic | SILENT
                known[word.text] = known.get(word.text, 0) | proper
                if not text[word.start].islower() and classes & IN_PART and word.text not in SILENT:
                    one = proper and len(word.text) > 1 and word.text.isalpha()
                    parts.add((word.text, alone if one else 0, n))
    connection.executemany("INSERT INTO found VALUES (?, ?)", sorted(keys))
    connection.executemany("INSERT INTO said_part VALUES (?, ?, ?)", sorted(parts))
    _add_words(connection, known.items())


def _add_words(connection: sqlite3.Connection, found: Iterable[tuple[str, int]]) -> None:
    connection.executemany(
        "INSERT INTO said_word VALUES (?, ?) "
        "ON CONFLICT DO UPDATE SET proper = max(proper, excluded.proper)",
        found,
    )


def finish(connection: sqlite3.Connection) -> None:
    """Writes the large tables in their order, and what misspelt words are found by.

    A name that is stated goes before one that is computed: "the Trump administration".
    """
    connection.create_function("sounds", 1, _sounds, deterministic=True)
    connection.executescript(
        "INSERT OR IGNORE INTO name SELECT key, n, 0 FROM found ORDER BY key, n;"
        "INSERT OR IGNORE INTO name SELECT key, n, cost FROM computed "
        "WHERE key NOT IN (SELECT key FROM found) ORDER BY cost;"
        "INSERT INTO word (text, sound, proper) SELECT text, sounds(text), proper FROM said_word ORDER BY text;"
        "DROP TABLE found; DROP TABLE computed; DROP TABLE said_word; DROP TABLE sorted;"
        "CREATE TEMP TABLE rare (text TEXT PRIMARY KEY) WITHOUT ROWID;"
    )
    connection.execute(
        "INSERT INTO rare SELECT text FROM said_part GROUP BY text HAVING count(DISTINCT n) <= ?",
        (DISTINCTIVE,),
    )
    connection.executescript(
        "INSERT INTO part SELECT w, n, max(alone = 1 OR (alone = 2 AND rare.text IS NOT NULL)) "
        "FROM said_part JOIN word USING (text) LEFT JOIN rare USING (text) GROUP BY w, n ORDER BY w, n;"
        "UPDATE word SET many = (SELECT count(*) FROM part WHERE part.w = word.w);"
        "DROP TABLE said_part; DROP TABLE rare;"
        "CREATE TEMP TABLE left_over (rest INTEGER, w INTEGER);"
    )
    connection.executemany(
        "INSERT INTO left_over VALUES (?, ?)",
        (
            (rest, w)
            for w, text in connection.execute("SELECT w, text FROM word WHERE sound IS NOT NULL")
            for rest in kept_rests(text)
            if len(text) > 4
        ),
    )
    connection.executescript(
        "INSERT OR IGNORE INTO rest SELECT rest, w FROM left_over ORDER BY rest, w;"
        "DROP TABLE left_over;"
    )


def _sounds(word: str) -> str | None:
    return sound(word) if len(word) > 3 and word.isalpha() else None

"""Checks the vocabulary: ``python -m queries.ask.vet``.

The words of the query files and of the lexicons are written by people who do not see each other's
lists.  This finds what they would stumble over: words that two relations claim, relations without
words in a language, words that nothing can use, and spellings that are written twice.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from ontology import ontology
from queries.ask.vocabulary import (
    MOST_WORDS,
    ROOM,
    Meaning,
    Vocabulary,
    _read,
    compatible,
    compile_vocabulary,
)
from queries.ask.words import LANGUAGES, folded
from queries.catalogue import Catalogue, read_catalogue
from queries.header import AT, SIMPLE_TYPES, Query, Saying

_WAYS = (
    "implied",
    "sizes",
    "dated",
    "stated",
    "lived",
    "served",
)  # of common.yaml: settings that name a query


class Finding(NamedTuple):
    """``kind`` is claimed, wordless, useless or twice; ``place`` a file or query; a sentence."""

    kind: str
    place: str
    text: str


class Claim(NamedTuple):
    """A word that two relations claim; ``queries`` in the order of their names."""

    language: str
    word: str
    queries: tuple[str, str]


def findings(catalogue: Catalogue) -> list[Finding]:
    """All that is wrong with the vocabulary, in the order of kinds and places; none is good."""
    common = _read(ROOM / "common.yaml", words=False)
    lexicons = {language: _read(ROOM / f"{language}.yaml") for language in LANGUAGES}
    found = compile_vocabulary(catalogue)
    return sorted(
        [
            *_claimed(found, catalogue, common.get("shared", [])),
            *_wordless(catalogue, common.get("wordless", {})),
            *_useless(catalogue),
            *_astray(catalogue, common),
            *_unknown(catalogue, lexicons),
            *_twice(catalogue, found),
            *_misspelt(lexicons, found),
        ]
    )


# -- words of two relations ---------------------------------------------------------------------


def claims(vocabulary: Vocabulary, catalogue: Catalogue) -> list[Claim]:
    """The words that two relations claim for columns between which types do not decide."""
    claimed: set[Claim] = set()
    for entries in vocabulary.phrases.values():
        of_columns = [(w, m) for w, m in entries if m.kind == "column"]
        for (one, mine), (other, theirs) in combinations(of_columns, 2):
            if one == other and _rivals(mine, theirs, catalogue):
                pair = sorted((_query(mine), _query(theirs)))
                claimed.add(Claim(mine.language, " ".join(one), (pair[0], pair[1])))
    return sorted(claimed)


def _query(meaning: Meaning) -> str:
    return meaning.name.split(".")[0]


def _rivals(one: Meaning, other: Meaning, catalogue: Catalogue) -> bool:
    """Whether two meanings are of different relations and could stand in one place."""
    if _query(one) == _query(other) or (one.subject is None) != (other.subject is None):
        return False
    ends = [(one.name.split(".")[1], other.name.split(".")[1])]
    if one.subject is not None and other.subject is not None:
        ends.append((one.subject, other.subject))
    mine, theirs = catalogue.queries[_query(one)], catalogue.queries[_query(other)]
    return all(_alike(_type(mine, a), _type(theirs, b)) for a, b in ends)


def _type(query: Query, column: str) -> str:
    return query.kinds[column]


def _alike(one: str, other: str) -> bool:
    if one in SIMPLE_TYPES or other in SIMPLE_TYPES:
        return one in SIMPLE_TYPES and other in SIMPLE_TYPES
    return compatible(one, other)


def _claimed(
    vocabulary: Vocabulary, catalogue: Catalogue, shared: list[dict[str, Any]]
) -> Iterator[Finding]:
    allowed = {
        (" ".join(folded(str(word))), tuple(sorted(entry["queries"])))
        for entry in shared
        for word in entry["words"]
    }
    made = claims(vocabulary, catalogue)
    for claim in made:
        if (claim.word, claim.queries) not in allowed:
            one, other = claim.queries
            yield Finding(
                "claimed",
                one,
                f'"{claim.word}" ({claim.language}) is also a word of {other}; take it from one, or '
                "list it under shared in common.yaml with the reason.",
            )
    real = {(c.word, c.queries) for c in made}
    for entry in shared:
        if not entry.get("why"):
            yield Finding("claimed", "common.yaml", f"shared {entry['queries']} gives no reason.")
    for word, pair in sorted(allowed - real):
        yield Finding(
            "claimed", "common.yaml", f'"{word}" is not shared by {" and ".join(pair)}; remove it.'
        )


# -- relations without words --------------------------------------------------------------------


def _wordless(catalogue: Catalogue, allowed: dict[str, str]) -> Iterator[Finding]:
    for query in catalogue.queries.values():
        spoken = {s.language for s in query.words}
        for language in LANGUAGES:
            if language not in spoken and query.name not in allowed:
                yield Finding("wordless", query.name, f"it has no words in {language}; add some.")
        if spoken and query.name in allowed:
            yield Finding("wordless", "common.yaml", f"{query.name} has words; remove it there.")
    for name in sorted(set(allowed) - set(catalogue.queries)):
        yield Finding("wordless", "common.yaml", f"there is no query {name}.")


# -- words that nothing can use -----------------------------------------------------------------


def _useless(catalogue: Catalogue) -> Iterator[Finding]:
    for query in catalogue.queries.values():
        columns = query.kinds.keys()
        fixable = columns | {p.name for p in query.parameters} | {AT}
        for saying in query.words:
            for column in filter(None, (saying.object, saying.subject)):
                if column not in columns:
                    yield Finding("useless", query.name, f"words for {column}, which is no column.")
            for held in sorted(set(saying.holds) - fixable):
                yield Finding("useless", query.name, f"with {held}, which nothing is called.")
            for phrase in saying.say:
                many = len(folded(phrase))
                if not 0 < many <= MOST_WORDS:
                    yield Finding(
                        "useless",
                        query.name,
                        f'"{phrase}" has {many} words; from 1 to {MOST_WORDS} are compared.',
                    )


def _astray(catalogue: Catalogue, common: dict[str, Any]) -> Iterator[Finding]:
    """Settings that name queries or columns that do not exist."""
    every = {c.name for q in catalogue.queries.values() for c in q.columns}
    named: list[tuple[str, str, Iterable[str]]] = []
    for section in _WAYS:
        for way in common.get(section, []):
            named.append((section, way["query"], [way[k] for k in _KEYS if k in way]))
            if "size" in way:
                named.append((section, way["size"]["query"], [way["size"]["column"]]))
    for way in common.get("homes", []):  # what it is asked of, and what knows more
        needed = [way["focus"], *way["given"]]
        named += [("homes", way[of], needed) for of in ("query", "home")]
    for name, way in common.get("compares", {}).items():
        named.append((f"compares {name}", way["query"], [way["column"], way["by"]]))
    for name, way in common.get("sided", {}).items():
        named += [("sided", name, []), (f"sided {name}", way["query"], [way["from"], way["to"]])]
    for column, queries in common.get("counted", {}).items():
        named += [("counted", query, [column]) for query in queries]
    named += [("instead", name, [column]) for name, column in common.get("instead", {}).items()]
    named += [("undated", name, []) for name in common.get("undated", [])]
    for section, name, columns in named:
        query = catalogue.queries.get(name)
        if query is None:
            yield Finding("useless", "common.yaml", f"{section}: there is no query {name}.")
            continue
        for column in sorted(set(columns) - query.kinds.keys()):
            yield Finding("useless", "common.yaml", f"{section}: {name} has no column {column}.")
    for section in ("roles", "texts"):
        for column in sorted(set(common.get(section, {})) - every):
            yield Finding("useless", "common.yaml", f"{section}: no query has a column {column}.")


_KEYS = ("from", "to", "column")


def _unknown(catalogue: Catalogue, lexicons: dict[str, dict[str, Any]]) -> Iterator[Finding]:
    every = {c.name for q in catalogue.queries.values() for c in q.columns}
    known = set(ontology().by_label)
    for language, found in lexicons.items():
        file = f"{language}.yaml"
        for name, entry in found.get("asks", {}).items():
            for column in entry["columns"]:
                if column not in every:
                    yield Finding("useless", file, f"asks {name}: no query has {column}.")
        for name in found.get("classes", {}):
            if name not in known:
                yield Finding("useless", file, f"classes: the ontology has no class {name}.")
        for section in ("marks", "asks", "operators", "times", "sides", "statuses"):
            missing = set(found.get(section, {})) ^ set(lexicons["en"].get(section, {}))
            for name in sorted(missing - _ENGLISH_ONLY):
                yield Finding("useless", file, f"{section} {name} is in one language only.")
        for phrase in _phrases(found):
            if len(folded(phrase)) > MOST_WORDS:
                yield Finding("useless", file, f'"{phrase}" has more than {MOST_WORDS} words.')


# What Spanish has no word of its own for.
_ENGLISH_ONLY = frozenset({"possessive", "do", "for", "more", "fewer"})


def _phrases(found: dict[str, Any]) -> Iterator[str]:
    for text in found.get("nothing", []):
        yield from (p.strip() for p in str(text).split(","))
    yield from found.get("refused", [])
    for section in ("marks", "classes", "operators", "times", "sides", "statuses"):
        for phrases in found.get(section, {}).values():
            yield from phrases
    for entry in found.get("asks", {}).values():
        yield from entry["say"]


# -- spellings that are written twice -----------------------------------------------------------


def _twice(catalogue: Catalogue, vocabulary: Vocabulary) -> Iterator[Finding]:
    for query in catalogue.queries.values():
        for first, second in _repeated(query.words, vocabulary):
            yield Finding("twice", query.name, f'"{second}" is "{first}" in another form.')


def _repeated(sayings: list[Saying], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    seen: dict[object, str] = {}
    nouns = {(s.language, folded(p)) for s in sayings if s.subject is None for p in s.say}
    for saying in sayings:
        for phrase in saying.say:
            written = folded(phrase)
            noun = (saying.language, written) in nouns
            same = written if noun else tuple(vocabulary.stem(w, saying.language) for w in written)
            held = tuple(sorted((k, str(v)) for k, v in saying.holds.items()))
            key = (saying.language, saying.subject, saying.object, held, noun, same)
            if key in seen:
                yield seen[key], phrase
            seen.setdefault(key, phrase)


def _misspelt(lexicons: dict[str, dict[str, Any]], vocabulary: Vocabulary) -> Iterator[Finding]:
    for language, found in lexicons.items():
        written = {
            w[0]
            for key, entries in vocabulary.phrases.items()
            if key.startswith(f"{language}|")
            for w, _ in entries
            if len(w) == 1
        }
        for section in ("spellings", "irregular"):
            bases: dict[str, list[str]] = defaultdict(list)
            for base, forms in found.get(section, {}).items():
                for form in forms:
                    bases[" ".join(folded(str(form)))].append(str(base))
            for form, of in sorted(bases.items()):
                if len(set(of)) > 1:
                    text = f'{section}: "{form}" is of {" and of ".join(sorted(set(of)))}.'
                    yield Finding("twice", f"{language}.yaml", text)
                if section == "spellings" and form in written:
                    text = f'spellings: "{form}" is a word itself, which nobody could say any more.'
                    yield Finding("twice", f"{language}.yaml", text)


def main() -> int:
    """Prints the findings, one a line; 1 if there are any."""
    found = findings(read_catalogue())
    for kind, place, text in found:
        print(f"{kind}: {place}: {text}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

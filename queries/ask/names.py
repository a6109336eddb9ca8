"""The names by which the graph's entities can be asked for, and where a question says them.

A whole name or alias is found by looking it up; a part of a name by the words that it has; a
misspelt word by how it sounds in Spanish, or by one or two letters that differ.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.files import write_text
from graph.stores import Store
from ontology import ontology
from queries.ask.words import ARTICLES, Word, folded, stem

FILE = "lexicon.json"
MOST_WORDS = 9  # of one name in a question
MOST_FITTING = 40  # entities that one part of a name may mean
_LINKS = frozenset({"of", "de", "del", "on", "from", "el", "the"})
_SILENT = ARTICLES | _LINKS | frozenset({"and", "y", "in", "en", "for", "para", "s"})
# What people call by a part of its name; of a group or a policy the words of the name are common ones.
_NAMED_IN_PART = frozenset(
    {"Person", "Organization", "Place", "Office", "Administration", "LegalInstrument", "Facility"}
)
_NAMED_BY_A_WORD = frozenset({"Person", "CriminalOrganization", "Court", "Administration"})
_WHOLE, _PART, _WORD, _SOUND, _TYPED = 0.0, 0.3, 0.6, 0.4, 0.8  # what a way of naming costs


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


class Named(NamedTuple):
    """Words of a question, from ``start`` to ``end``, that name one of ``ids``; and how."""

    start: int
    end: int
    ids: tuple[str, ...]
    cost: float
    how: str  # whole, part, sound, letters


def sound(word: str) -> str:
    """A word as it sounds in Spanish: z and s, b and v, ll and y, h, g and j, k and qu are alike.

    >>> sound("gomes") == sound("gomez"), sound("villareal") == sound("villarreal")
    (True, True)
    """
    text = word.replace("qu", "k").replace("ll", "y").replace("ph", "f")
    text = re.sub(r"c(?=[ei])", "s", text)
    text = re.sub(r"g(?=[ei])", "j", text)
    text = text.replace("c", "k").replace("z", "s").replace("v", "b").replace("x", "j")
    return re.sub(r"(.)\1", r"\1", text.replace("h", ""))


@dataclass
class Lexicon:
    """Entities by id, by each of their names, and by the words of these."""

    entities: dict[str, Known]
    by_name: dict[str, list[str]] = field(default_factory=dict)  # a name as compared -> ids
    texts: dict[str, list[str]] = field(default_factory=dict)  # a predicate -> stems of its values
    by_word: dict[str, set[str]] = field(default_factory=dict, repr=False)
    by_sound: dict[str, set[str]] = field(default_factory=dict, repr=False)
    _stems: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if not self.by_name:
            found: dict[str, set[str]] = defaultdict(set)
            for known in self.entities.values():
                for name in known.names:
                    parts = folded(name)
                    found[" ".join(parts)].add(known.id)
                    found[" ".join(bare(parts))].add(known.id)
            found.pop("", None)
            self.by_name = {name: sorted(ids) for name, ids in found.items()}
        words: dict[str, set[str]] = defaultdict(set)
        for name, ids in self.by_name.items():
            if not any(_NAMED_IN_PART & self.entities[i].labels for i in ids):
                continue
            for word in name.split(" "):
                if word not in _SILENT:
                    words[word].add(name)
        self.by_word = dict(words)
        sounds: dict[str, set[str]] = defaultdict(set)
        for word in words:
            if len(word) > 3 and word.isalpha():
                sounds[sound(word)].add(word)
        self.by_sound = dict(sounds)

    def labels_of(self, entity: str) -> frozenset[str]:
        """The classes of an entity; none if it is unknown."""
        known = self.entities.get(entity)
        return known.labels if known else frozenset()

    def text_stems(self, predicates: list[str]) -> frozenset[str]:
        """The stems of all words in the values of some predicates."""
        key = tuple(predicates)
        if key not in self._stems:
            self._stems[key] = frozenset(w for p in predicates for w in self.texts.get(p, ()))
        return self._stems[key]

    def whole(self, parts: tuple[str, ...]) -> list[str]:
        """The ids of which this is a whole name, with or without its article."""
        return self.by_name.get(" ".join(parts)) or self.by_name.get(" ".join(bare(parts))) or []

    def named(self, question: list[Word], common: frozenset[str]) -> list[Named]:
        """All names in a question; a word that is ``common`` is no part of a name by itself."""
        texts = [w.text for w in question]
        found: dict[tuple[int, int], Named] = {}
        for start in range(len(texts)):
            for end in range(min(len(texts), start + MOST_WORDS), start, -1):
                parts = tuple(texts[start:end])
                if parts[-1] in _SILENT:
                    continue
                if parts[0] in ARTICLES and " ".join(parts) not in self.by_name:
                    continue  # the article is no part of the name: "a Estados Unidos"
                ids = self.whole(parts)
                if ids and not (end - start == 1 and parts[0] in _SILENT):
                    found[start, end] = Named(start, end, tuple(ids), _WHOLE, "whole")
        whole = list(found.values())
        for named in self._partial(texts, common, set(found)):
            if any(
                named.start <= w.start
                and w.end <= named.end
                and not set(w.ids) & set(named.ids)
                and any("Place" in self.entities[i].labels for i in w.ids)
                and named.end - named.start > w.end - w.start
                for w in whole
            ):
                continue  # "Mexico to the United States" is no part of the name of their border
            known = found.get((named.start, named.end))
            if known is None or (known.how != "whole" and named.cost < known.cost):
                found[named.start, named.end] = named
        return list(found.values())

    def _partial(
        self, texts: list[str], common: frozenset[str], whole: set[tuple[int, int]]
    ) -> Iterator[Named]:
        """Parts of names: words that one name has, together, in any order."""
        ways = [self._ways(text, common) for text in texts]
        for start in range(len(texts)):
            if not ways[start]:
                continue
            names: set[str] | None = None
            cost, how, content = 0.0, "part", 0
            for end in range(start, min(len(texts), start + MOST_WORDS)):
                if texts[end] in _SILENT and end > start:
                    continue
                found = ways[end]
                if found is None:
                    break
                fitting, dear, way = found
                names = fitting if names is None else names & fitting
                if not names:
                    break
                content += texts[end] not in common
                cost = max(cost, dear)
                how = way if way != "part" else how
                ids = sorted(
                    {
                        i
                        for name in names
                        for i in self.by_name[name]
                        if self._in_part(i, start == end)
                    }
                )
                if not ids:
                    continue
                if content and len(ids) <= MOST_FITTING and (start, end + 1) not in whole:
                    base = _WORD if end == start else _PART
                    yield Named(start, end + 1, tuple(ids), base + cost, how)

    def _in_part(self, entity: str, one_word: bool) -> bool:
        """Whether part of its name names an entity; one word only people and criminal groups."""
        labels = self.entities[entity].labels
        return bool(labels & (_NAMED_BY_A_WORD if one_word else _NAMED_IN_PART))

    def _ways(self, word: str, common: frozenset[str]) -> tuple[set[str], float, str] | None:
        """The names that have a word or one like it, with the cost and the way of likeness."""
        if word in _SILENT:
            return None
        if word in self.by_word:
            return self.by_word[word], 0.0, "part"
        if word in common or len(word) < 4 or not word.isalpha():
            return None
        alike = self.by_sound.get(sound(word))
        if alike:
            return set().union(*(self.by_word[w] for w in alike)), _SOUND, "sound"
        near = self._near(word)
        return (set().union(*(self.by_word[w] for w in near)), _TYPED, "letters") if near else None

    def _near(self, word: str) -> list[str]:
        """Words of names that one or, in long words, two typing errors make into this one."""
        if len(word) < 5:
            return []
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 1 if len(word) < 8 else 2
        near = process.extract(
            word, self.by_word.keys(), scorer=OSA.distance, score_cutoff=most, limit=5
        )
        if not near:
            return []
        least = min(distance for _, distance, _ in near)
        return [w for w, distance, _ in near if distance == least and len(w) >= 5]


def bare(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A name without its article."""
    while len(parts) > 1 and parts[0] in ARTICLES:
        parts = parts[1:]
    return parts


_QUERY = """
MATCH (n:Entity) WHERE NOT n:Claim AND any(label IN labels(n) WHERE label IN $labels)
RETURN n.id AS id, n.name AS name, n.name_es AS name_es, n.names AS names, n.hidden_label AS hidden, n.title AS title,
       labels(n) AS labels, n.date_from AS first, n.date_to AS last
"""


_TEXTS = """
MATCH (c:Claim) WHERE c.value IS NOT NULL AND c.datatype ENDS WITH 'tring'
RETURN DISTINCT c.predicate AS predicate, c.value AS text
"""


def build(store: Store) -> Lexicon:
    """Reads the names, and the words of texts that can be asked for, out of a store."""
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
    texts: dict[str, set[str]] = defaultdict(set)
    for record in store.read(_TEXTS, {}).records:
        texts[record["predicate"]].update(stem(w, "en") for w in folded(str(record["text"])))
    return Lexicon(
        dict(sorted(entities.items())), texts={name: sorted(found) for name, found in texts.items()}
    )


def lexicon_of(store: Store) -> Lexicon:
    """The lexicon of a store; beside an embedded snapshot, which never changes, it is kept."""
    folder = store.cache_folder()
    if folder is None:
        return build(store)
    try:
        kept = json.loads((folder / FILE).read_text("utf-8"))
        return Lexicon(
            {
                r[0]: Known(r[0], r[1], frozenset(r[2]), tuple(r[3]), (r[4], r[5]), r[6])
                for r in kept["entities"]
            },
            kept["names"],
            texts=kept["texts"],
        )
    except (OSError, ValueError, TypeError, IndexError, KeyError):
        pass  # not made yet, or spoiled
    found = build(store)
    rows = [
        [k.id, k.name, sorted(k.labels), list(k.names), *k.days, k.name_es]
        for k in found.entities.values()
    ]
    with contextlib.suppress(OSError):  # slower next time, not wrong
        kept = {"entities": rows, "names": found.by_name, "texts": found.texts}
        write_text(folder / FILE, json.dumps(kept, ensure_ascii=False))
    return found

"""Finds the names in one question.

Each word is read as words of names: as it is, as one that sounds like it, as one a letter or two
away, as two that were joined or as half of one that was split.  Whole names are looked up for all
stretches of such words at once; parts of names are what the words of a stretch have in common.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

from queries.ask.common import is_common
from queries.ask.naming import (
    INITIAL,
    JOINED,
    MOST_FITTING,
    MOST_WORDS,
    ORDER,
    PART,
    SILENT,
    SOUND,
    TYPED,
    WAYS,
    WORD,
    Named,
    bare,
)
from queries.ask.spelling import SHORTEST, errors, nearest, rests, sound
from queries.ask.words import ARTICLES, LANGUAGES, Word, folded, stem

MOST_BENT = 2  # words of one name that are not as they are written
MOST_ALIKE = 6  # words that a misspelt one may be
_JOINING = {"of": "de", "de": "of", "del": "of"}  # small words of names, in the other language
MOST_KEYS = 2_000  # whole names that are looked up for one question
MOST_STEPS = 600  # stretches that are tried for parts of names
MOST_OF_A_WORD = 20_000  # entities with a word, the best known ones, that are looked through
MOST_WITH_INITIALS = 400  # entities whose names are compared with initials
MOST_COMPARED = 8  # entities of which it is asked whether all words of a name are said

Span = tuple[int, int]
_Spelled = tuple[int, int, tuple[str, ...], float, int]  # start, end, words, cost, how many bent


class _Word(NamedTuple):
    """A word of names: its number, whether it is a proper one, how many entities have it."""

    number: int
    proper: bool
    many: int


class _Edge(NamedTuple):
    """A stretch of the question up to ``end``, read as some words of names.

    A weak reading is not enough for a name by itself, without another word beside it.
    """

    end: int
    words: tuple[str, ...]
    cost: float
    weak: bool = False


@dataclass(frozen=True)
class _Part:
    """Words read up to ``at``: sets of alike ones, each of which must be in the names."""

    at: int
    groups: tuple[tuple[str, ...], ...] = ()
    initials: tuple[str, ...] = ()
    numbers: tuple[int, ...] | None = None  # of the entities that fit; None before any word
    cut: bool = False  # whether more fit
    cost: float = 0.0
    bent: int = 0
    content: int = 0
    ends: bool = True  # whether a name may end here
    weak: bool = False  # whether it needs more than one word


class Reading:
    """The names in a question, by an index; see :meth:`Lexicon.named`."""

    def __init__(
        self, index: sqlite3.Connection, question: list[Word], common: frozenset[str]
    ) -> None:
        self.index = index
        self.question = question
        self.texts = [w.text for w in question]
        self.common = common
        self.known: dict[str, _Word] = {}
        self.fixed: frozenset[str] = frozenset()  # words that are not bent
        self.written: set[str] = set()  # words of names that stand in the question
        self.steps = 0
        self.edges = self._edges()

    def _all(self, query: str, *values: Iterable[Any]) -> list[tuple[Any, ...]]:
        return self.index.execute(query, [json.dumps(list(v)) for v in values]).fetchall()

    # -- words -------------------------------------------------------------------------------

    def _edges(self) -> list[list[_Edge]]:
        """What is read at each place of the question without changing a letter."""
        texts = self.texts
        pairs = {n: a + b for n, (a, b) in enumerate(pairwise(texts))}
        splits = {text: list(_split(text)) for text in set(texts)}
        halves = {half for found in splits.values() for pair in found for half in pair}
        self._learn({*texts, *pairs.values(), *halves})
        self.written = {t for t in texts if t in self.known}
        self.fixed = fixed = self.common | SILENT | self._ordinary()
        edges: list[list[_Edge]] = [[] for _ in texts]
        for n, text in enumerate(texts):
            if text in self.known:
                edges[n].append(_Edge(n + 1, (text,), 0.0))
            elif text not in fixed:
                for pieces in splits[text]:
                    if all(p in self.known for p in pieces):
                        edges[n].append(_Edge(n + 1, pieces, JOINED))
            if pairs.get(n) in self.known and self._is_split(n, fixed):
                edges[n].append(_Edge(n + 2, (pairs[n],), JOINED))
        return edges

    def _bend(self, places: Iterable[int]) -> bool:
        """Reads words in some places as others that are like them; whether there are any."""
        texts = {n: self.texts[n] for n in places}
        texts = {n: t for n, t in texts.items() if len(t) > 3 and t.isalpha()}
        alike = self._alike(sorted(set(texts.values()) - self.fixed))
        for n, text in texts.items():
            weak = len(text) < SHORTEST or text in self.written
            self.edges[n] += [_Edge(n + 1, (w,), cost, weak) for w, cost in alike.get(text, ())]
        return any(alike.values())

    def _learn(self, texts: Iterable[str]) -> None:
        query = (
            "SELECT text, w, proper, many FROM word WHERE text IN (SELECT value FROM json_each(?))"
        )
        for text, w, proper, many in self._all(query, sorted(texts)):
            self.known[text] = _Word(w, bool(proper), many)

    def _ordinary(self) -> frozenset[str]:
        """The words that people write in lower case: those are not misspelt."""
        forms: dict[str, set[str]] = {}
        for text in self.texts:
            for form in (text, *(stem(text, language) for language in LANGUAGES)):
                forms.setdefault(form, set()).add(text)
        query = "SELECT text FROM ordinary WHERE text IN (SELECT value FROM json_each(?))"
        return frozenset(t for (form,) in self._all(query, sorted(forms)) for t in forms[form])

    def _is_split(self, n: int, fixed: frozenset[str]) -> bool:
        """Whether this word and the next may be one that was split."""
        one, other = self.texts[n], self.texts[n + 1]
        if one.isdigit() != other.isdigit():
            return min(len(one), len(other)) < 4 and not one.isdigit()
        if len(one) == len(other) == 1:
            return one.isalpha()  # "u s"
        return len(one + other) > 4 and not {one, other} <= (self.known.keys() | fixed)

    def _alike(self, texts: list[str]) -> dict[str, list[tuple[str, float]]]:
        """Words of names that sound like some words or, if there are none, differ by few letters."""
        by_sound: dict[str, list[str]] = {}
        query = (
            "SELECT sound, text, w, proper, many FROM word "
            "WHERE sound IN (SELECT value FROM json_each(?)) ORDER BY many DESC, text"
        )
        for key, text, w, proper, many in self._all(query, sorted({sound(t) for t in texts})):
            by_sound.setdefault(key, []).append(text)
            self.known[text] = _Word(w, bool(proper), many)
        found: dict[str, list[tuple[str, float]]] = {}
        unknown = []
        for text in texts:
            like = [t for t in by_sound.get(sound(text), ()) if t != text][:MOST_ALIKE]
            found[text] = [(t, SOUND) for t in like]
            if not like:
                unknown.append(text)
        for text, near in self._near(unknown).items():
            found[text] = [(t, TYPED) for t in near]
        return found

    def _near(self, texts: list[str]) -> dict[str, list[str]]:
        wanted = {text: rests(text, self._errors(text)) for text in texts}
        query = (
            "SELECT rest, text, w, proper, many FROM rest JOIN word USING (w) "
            "WHERE rest IN (SELECT value FROM json_each(?))"
        )
        by_rest: dict[int, set[str]] = {}
        for rest, text, w, proper, many in self._all(query, sorted(set().union(*wanted.values()))):
            if len(text) >= SHORTEST:
                by_rest.setdefault(rest, set()).add(text)
                self.known.setdefault(text, _Word(w, bool(proper), many))
        return {
            text: nearest(
                text,
                sorted(set().union(*(by_rest.get(r, ()) for r in some)) - {text}),
                self._errors(text),
            )[:MOST_ALIKE]
            for text, some in wanted.items()
        }

    def _errors(self, text: str) -> int:
        """How many; one in a word that is a name's already, or that an error made short."""
        return 1 if text in self.written else max(1, errors(text))

    # -- all names ---------------------------------------------------------------------------

    def whole(self) -> list[Named]:
        """The names that are written as they are, from their first word to their last."""
        return [n for n in self._whole().values() if n.how == "whole"]

    def named(self) -> list[Named]:
        """All names, one for each stretch of words; a whole one before one in part.

        A word that makes sense as it is written, by itself or with others, is not bent.
        """
        found = self._found()
        settled = {
            n
            for one in found.values()
            if one.how == "whole" or one.end - one.start > 1
            for n in range(one.start, one.end)
        }
        if self._bend(set(range(len(self.texts))) - settled):
            self.steps = 0
            found = self._found()
        return [n for n in found.values() if not self._is_known_word(n)]

    def _is_known_word(self, named: Named) -> bool:
        """Whether a name would be one word that people know, with another letter: no slip is."""
        alone = named.end - named.start == 1 and named.how == "letters"
        return alone and is_common(self.texts[named.start])

    def _found(self) -> dict[Span, Named]:
        found = self._whole()
        whole = [n for n in found.values() if n.how == "whole"]
        for named in self._parts({(n.start, n.end) for n in whole}):
            if named.how == "part" and any(
                named.start <= w.start
                and w.end <= named.end
                and not set(w.ids) & set(named.ids)
                and self._of_class(w.ids, "Place")
                and named.end - named.start > w.end - w.start
                for w in whole
            ):
                # "Mexico to the United States" is no part of the name of their border; a surname
                # may well be the name of something else
                people = self._of_class(named.ids, "Person")
                if not people:
                    continue
                named = named._replace(ids=people)
            known = found.get((named.start, named.end))
            if known is None or named.cost < known.cost:
                found[named.start, named.end] = named
        return found

    def _of_class(self, ids: tuple[str, ...], label: str) -> tuple[str, ...]:
        """Those of some entities that are of a class, the best known first."""
        query = (
            "SELECT id FROM entity JOIN labels ON k = entity.labels "
            "WHERE id IN (SELECT value FROM json_each(?)) "
            "AND instr(' ' || labels.labels || ' ', ' ' || ? || ' ') ORDER BY n"
        )
        return tuple(i for (i,) in self.index.execute(query, (json.dumps(ids), label)))

    def _ids(self, numbers: Iterable[int]) -> dict[int, str]:
        query = "SELECT n, id FROM entity WHERE n IN (SELECT value FROM json_each(?))"
        return dict(self._all(query, sorted(numbers)))

    # -- whole names -------------------------------------------------------------------------

    def _whole(self) -> dict[Span, Named]:
        wanted: dict[str, list[tuple[Span, float]]] = {}
        for span, words, cost in self._spelled():
            for key in self._keys(span, words, cost):
                wanted.setdefault(key, []).append((span, cost))
            if len(wanted) > MOST_KEYS:
                break
        best: dict[Span, dict[int, float]] = {}
        query = "SELECT key, n, cost FROM name WHERE key IN (SELECT value FROM json_each(?))"
        for key, n, own in self._all(query, wanted):
            for span, cost in wanted[key]:
                fitting = best.setdefault(span, {})
                fitting[n] = min(fitting.get(n, 9.0), own / 100 + cost)
        ids = self._ids({n for fitting in best.values() for n in fitting})
        found = {}
        for span, fitting in best.items():
            least = min(fitting.values())
            numbers = sorted(n for n, cost in fitting.items() if cost == least)
            given = tuple(ids[n] for n in numbers[:MOST_FITTING])
            how = WAYS.get(least, "whole")
            found[span] = Named(*span, given, least, how, len(numbers) > MOST_FITTING)
        return found

    def _spelled(self) -> Iterator[tuple[Span, tuple[str, ...], float]]:
        """All stretches as words of names, those first that are as they are written."""
        exact: list[_Spelled] = [(n, n, (), 0.0, 0) for n in range(len(self.texts))]
        bent: list[_Spelled] = []
        while exact or bent:
            start, at, words, cost, count = exact.pop() if exact else bent.pop()
            if at > start:
                yield (start, at), words, cost
            for edge in self.edges[at] if at < len(self.texts) else ():
                now = count + (edge.cost > 0)
                if edge.end - start <= MOST_WORDS and now <= MOST_BENT:
                    step = (start, edge.end, words + edge.words, max(cost, edge.cost), now)
                    (bent if now else exact).append(step)

    def _keys(self, span: Span, words: tuple[str, ...], cost: float) -> Iterator[str]:
        """What to look up for a stretch; nothing where it can be no name."""
        start, end = span
        if self.texts[end - 1] in SILENT and (
            end - start == 1 or not self._is_last_letter(end - 1)
        ):
            return
        if cost and end - start == 1 and not self._stands_alone(start, words, cost):
            return
        yield " ".join(words)
        if any(w in _JOINING for w in words[1:-1]):  # "the transfer de 2025", "traslado of 2025"
            yield " ".join([words[0], *(_JOINING.get(w, w) for w in words[1:-1]), words[-1]])
        # "elmencho" has an article of its own; in "a Estados Unidos" it is no part of the name
        if cost and words[0] in ARTICLES and self.texts[start] not in ARTICLES:
            yield " ".join(bare(words))

    def _stands_alone(self, at: int, words: tuple[str, ...], cost: float) -> bool:
        """Whether one word that is not as it is written is a name: no ordinary word is."""
        if not any(self.known[w].proper for w in words):
            return False
        return not any(e.weak and e.words == words and e.cost == cost for e in self.edges[at])

    def _is_last_letter(self, n: int) -> bool:
        """Whether a name may end in this letter: "U. S.", "Rosa A."."""
        text = self.texts[n]
        if len(text) != 1:
            return False
        return (
            len(self.texts[n - 1]) == 1
            or self._is_initial(n)
            or (text == "a" and n + 1 == len(self.texts))
        )

    def _is_initial(self, n: int) -> bool:
        """Whether a single letter stands for a word: "J. García"; "a García" has no full stop."""
        text = self.texts[n]
        if len(text) != 1 or not text.isalpha():
            return False
        if text not in SILENT:
            return True
        return n + 1 < len(self.texts) and self.question[n + 1].start - self.question[n].end > 1

    # -- parts of names ----------------------------------------------------------------------

    def _parts(self, whole: set[Span]) -> Iterator[Named]:
        """Words that the names of an entity have together, in any order."""
        for start, text in enumerate(self.texts):
            if text in SILENT and not self._is_initial(start):
                continue
            best: dict[int, Named] = {}
            todo = [_Part(start)]
            while todo and self.steps < MOST_STEPS:
                for part in self._longer(todo.pop(), start):
                    todo.append(part)
                    named = self._of_part(part, start) if (start, part.at) not in whole else None
                    known = best.get(part.at)
                    if named and (known is None or named.cost < known.cost):
                        best[part.at] = named
            yield from best.values()

    def _longer(self, part: _Part, start: int) -> Iterator[_Part]:
        at = part.at
        if at >= len(self.texts) or at - start >= MOST_WORDS:
            return
        text = self.texts[at]
        if self._is_initial(at):
            cost = max(part.cost, INITIAL)
            yield replace(part, at=at + 1, initials=(*part.initials, text), cost=cost)
        if text in SILENT and at > start:
            yield replace(part, at=at + 1, ends=False)
        for end, groups, cost, weak in self._groups(at):
            bent = part.bent + (cost > 0)
            if end - start > MOST_WORDS or bent > MOST_BENT:
                continue
            content = part.content + self._is_content(at, end, groups)
            step = _Part(
                *(end, part.groups + groups, part.initials, None, False),
                *(max(part.cost, cost), bent, content, True, part.weak or weak),
            )
            numbers, cut = self._having(step, part)
            if numbers:
                yield replace(step, numbers=numbers, cut=cut)

    def _groups(self, at: int) -> Iterator[tuple[int, tuple[tuple[str, ...], ...], float, bool]]:
        """What may be read at a place, alike words together."""
        alike: dict[tuple[int, float, bool], list[str]] = {}
        for edge in self.edges[at]:
            words = [w for w in edge.words if w not in SILENT]
            if len(words) == 1:
                alike.setdefault((edge.end, edge.cost, edge.weak), []).append(words[0])
            elif words:
                yield edge.end, tuple((w,) for w in words), edge.cost, edge.weak
        for (end, cost, weak), words in alike.items():
            yield end, (tuple(words),), cost, weak

    def _is_content(self, at: int, end: int, groups: tuple[tuple[str, ...], ...]) -> bool:
        """Whether words say more than any name of their kind has."""
        if all(t in self.common or t in SILENT for t in self.texts[at:end]):
            return False
        return any(len(w) > 1 and self.known[w].proper for group in groups for w in group)

    def _having(self, part: _Part, before: _Part) -> tuple[tuple[int, ...], bool]:
        """The entities that have all words, the best known first; and whether there are more."""
        self.steps += 1
        if before.numbers is not None and not before.cut:
            left = before.numbers
            for group in part.groups[len(before.groups) :]:
                test, value = self._test(group)
                query = (
                    f"SELECT DISTINCT n FROM part WHERE {test} "  # noqa: S608 - our own text
                    "AND n IN (SELECT value FROM json_each(?)) ORDER BY n"
                )
                rows = self.index.execute(query, (value, json.dumps(left)))
                left = tuple(n for (n,) in rows)
            return left, False
        first, *others = sorted(part.groups, key=lambda g: sum(self.known[w].many for w in g))
        test, value = self._test(first)
        query = (
            "SELECT DISTINCT n FROM "  # noqa: S608 - our own text
            f"(SELECT n FROM part WHERE {test} ORDER BY n LIMIT {MOST_OF_A_WORD}) AS a WHERE 1"
        )
        values = [value]
        for group in others:
            test, value = self._test(group)
            also = f"SELECT 1 FROM part AS b WHERE {test} AND b.n = a.n"  # noqa: S608 - our own
            query += f" AND EXISTS ({also})"
            values.append(value)
        most = MOST_WITH_INITIALS if part.initials else MOST_FITTING
        found = [n for (n,) in self.index.execute(f"{query} LIMIT {most + 1}", values)]
        return tuple(found[:most]), len(found) > most

    def _test(self, group: tuple[str, ...]) -> tuple[str, Any]:
        """The test for one of some alike words, and its value; for a single one nothing is sorted."""
        numbers = [self.known[w].number for w in group]
        if len(numbers) == 1:
            return "w = ?", numbers[0]
        return "w IN (SELECT value FROM json_each(?))", json.dumps(numbers)

    def _of_part(self, part: _Part, start: int) -> Named | None:
        """The name that ends here, if what is read is enough for one."""
        if not part.ends or not part.content or not part.numbers:
            return None
        numbers, cut, base = part.numbers, part.cut, PART
        if part.initials:
            numbers = tuple(n for n in numbers if self._fits(n, part, whole=False))
        elif len(part.groups) == 1:
            if part.weak:
                return None
            numbers, cut = self._alone(part.groups[0])
            base = WORD
        elif len(numbers) <= MOST_COMPARED:
            said = tuple(n for n in numbers if self._fits(n, part, whole=True))
            numbers, base = (said, ORDER) if said else (numbers, PART)
        if not numbers:
            return None
        ids = self._ids(numbers)
        how = WAYS.get(part.cost, "order" if base == ORDER else "part")
        given = tuple(ids[n] for n in numbers[:MOST_FITTING])
        if part.initials and not (given := self._of_class(given, "Person")):
            return None
        more = cut or len(numbers) > MOST_FITTING
        return Named(start, part.at, given, base + part.cost, how, more)

    def _alone(self, group: tuple[str, ...]) -> tuple[tuple[int, ...], bool]:
        """Whom a single word of his name is enough for."""
        test, value = self._test(group)
        query = f"SELECT DISTINCT n FROM part WHERE {test} AND alone ORDER BY n LIMIT ?"  # noqa: S608
        found = [n for (n,) in self.index.execute(query, (value, MOST_FITTING + 1))]
        return tuple(found[:MOST_FITTING]), len(found) > MOST_FITTING

    def _fits(self, number: int, part: _Part, *, whole: bool) -> bool:
        """Whether an entity has a name with these words and initials, and without others."""
        return any(_covers(name, part, whole) for name in self._names(number))

    def _names(self, number: int) -> list[tuple[str, ...]]:
        row = self.index.execute(
            "SELECT name, name_es, names FROM entity WHERE n = ?", (number,)
        ).fetchone()
        return [folded(text) for text in (row[0], row[1], *json.loads(row[2])) if text]


def _covers(name: tuple[str, ...], part: _Part, whole: bool) -> bool:
    left = Counter(w for w in name if w not in SILENT or len(w) == 1)
    for group in part.groups:
        word = next((w for w in group if left[w]), None)
        if word is None:
            return False
        left[word] -= 1
    for letter in part.initials:
        word = next((w for w in left.elements() if w[0] == letter), None)
        if word is None:
            return False
        left[word] -= 1
    return not whole or not any(left.values())


def _split(text: str) -> Iterator[tuple[str, str]]:
    """A word in two: letters and digits, an article and the rest, two longer words."""
    letters = text.rstrip("0123456789")
    if letters != text and letters.isalpha() and len(letters) < 4:
        yield letters, text[len(letters) :]
    if len(text) < 5 or not text.isalpha():
        return
    for at in range(2, len(text) - 2):
        if (text[:at] in ARTICLES and len(text) - at > 3) or (at > 3 and len(text) - at > 3):
            yield text[:at], text[at:]

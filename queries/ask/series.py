"""Names that stand nowhere in the graph and follow from it: *the second flight*, *Fox's sexenio*.

Things of a class that follow one another in time have a number, from the first to the last; where
only one falls in a month or a year they have that; and where they are somebody's, his names.
``lexicon/names.yaml`` says which classes, and how one of them is called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.stores import Store
from queries.ask.reads import reads
from queries.ask.times import MONTH_NAMES
from queries.ask.words import folded

_ORDINALS = {
    "en": (
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th",
    ),
    "f": ("primera segunda tercera cuarta quinta sexta septima octava novena decima",),
    "m": (
        "primer segundo tercer cuarto quinto sexto septimo octavo noveno decimo",
        "primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo",
    ),
}
_LAST = {"en": ("last", "latest", "most recent"), "f": ("ultima",), "m": ("ultimo",)}
_ALONE = {"f": "la", "m": "el"}  # "la tercera": in Spanish the number stands for the noun
# Costs: with a noun, which is hardly dearer than a name that is stated, and by the number alone.
PLAIN, SHORT = 0.01, 0.3


class Computed(NamedTuple):
    """A name as compared, whose it is, and what it costs."""

    words: tuple[str, ...]
    id: str
    cost: float


@dataclass
class _Member:
    id: str
    first: str
    last: str
    owners: list[tuple[str, ...]] = field(default_factory=list)


def names_of_series(store: Store, series: list[dict[str, Any]]) -> list[Computed]:
    """All names that follow from the order of things, sorted."""
    found: dict[tuple[tuple[str, ...], str], float] = {}
    for one in series:
        for name in _of_class(_members(store, one), one):
            key = (name.words, name.id)
            found[key] = min(name.cost, found.get(key, name.cost))
    return [Computed(words, i, cost) for (words, i), cost in sorted(found.items())]


def _members(store: Store, one: dict[str, Any]) -> dict[str, list[_Member]]:
    """Dated members by owner ('' where they are nobody's), each list in the order of time."""
    given = {"class": one["class"], "dated": one.get("dated", "")}
    dated: dict[str, tuple[str, str]] = {}
    for row in store.read(reads("members"), given).records:
        if row["first"]:
            days = (row["first"], row["last"] or row["first"])
            dated[row["id"]] = min(days, dated.get(row["id"], days))
    owners: dict[str, list[tuple[str, list[tuple[str, ...]]]]] = defaultdict(list)
    if "of" in one:
        for row in store.read(reads("owners"), {"class": one["class"], "of": one["of"]}).records:
            names = sorted({folded(name) for name in [*row["names"], *(row["hidden"] or [])]})
            owners[row["id"]].append((row["owner"], [name for name in names if name]))
    groups: dict[str, list[_Member]] = defaultdict(list)
    for member, (first, last) in sorted(dated.items(), key=lambda item: (item[1], item[0])):
        for owner, names in owners[member] if "of" in one else [("", [])]:
            groups[owner].append(_Member(member, first, last, names))
    return groups


def _of_class(groups: dict[str, list[_Member]], one: dict[str, Any]) -> Iterator[Computed]:
    spanish = one["nouns"]["es"]
    nouns = [("en", folded(n)) for n in one["nouns"]["en"]]
    nouns += [(gender, folded(n)) for gender in ("f", "m") for n in spanish.get(gender, [])]
    for members in groups.values():
        for at, member in enumerate(members):
            for kind, noun in nouns:
                numbers = list(_numbers(kind, at, len(members)))
                if "of" in one:
                    yield from _owned(member, kind, noun, numbers if len(members) > 1 else [()])
                    continue
                yield from (Computed((*n, *noun), member.id, PLAIN) for n in numbers)
                yield from _dated(member, members, kind, noun)
            if "of" not in one and len(members) > 1:
                for gender in spanish:
                    for number in _numbers(gender, at, len(members)):
                        yield Computed((_ALONE[gender], *number), member.id, SHORT)


def _numbers(kind: str, at: int, count: int) -> Iterator[tuple[str, ...]]:
    """*second*, *2nd*, and of the last one *last*; of one alone it is both the first and last."""
    for line in _ORDINALS[kind]:
        ordinals = line.split()
        if at < len(ordinals):
            yield (ordinals[at],)
    if at == count - 1:
        yield from (tuple(last.split()) for last in _LAST[kind])


def _owned(
    member: _Member, kind: str, noun: tuple[str, ...], numbers: list[tuple[str, ...]]
) -> Iterator[Computed]:
    for owner in member.owners:
        for number in numbers:
            if kind == "en":
                yield Computed((*number, *owner, *noun), member.id, PLAIN)
                yield Computed((*owner, "s", *number, *noun), member.id, PLAIN)
                yield Computed((*number, *noun, "of", *owner), member.id, PLAIN)
            else:
                yield Computed((*number, *noun, "de", *owner), member.id, PLAIN)
                yield Computed((*number, *noun, *owner), member.id, PLAIN)


def _dated(
    member: _Member, members: list[_Member], kind: str, noun: tuple[str, ...]
) -> Iterator[Computed]:
    """By day, month and year where no other of them happened then."""
    year, month = member.first[:4], member.first[5:7]
    if member.last[:4] != year:
        return
    others = [m for m in members if m is not member]
    language = "en" if kind == "en" else "es"
    link = "of" if kind == "en" else "de"
    times: list[tuple[str, ...]] = []
    if member.first == member.last and all(m.first != member.first for m in others):
        times.append(folded(member.first))
    if all(m.first[:4] != year and m.last[:4] != year for m in others):
        times.append((year,))
    if member.last[5:7] == month:
        named = MONTH_NAMES[language][int(month) - 1].lower()
        if all(m.first[:7] != member.first[:7] for m in others):
            times += [(named, year), (named, link, year), (named, "del", year)]
        if all(m.first[5:7] != month for m in others):
            times.append((named,))
    for time in times:
        yield Computed((*noun, link, *time), member.id, PLAIN)
        if kind == "en":
            yield Computed((*time, *noun), member.id, PLAIN)

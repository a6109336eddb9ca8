"""What a person calls an entity, as its id: the one place where a name given to a command is read."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.statements import statement
from ontology import NotFound, UserError

if TYPE_CHECKING:
    from kg.session import Session
    from queries import Query
    from queries.ask import Known, Lexicon

_ALIKE = 0.72  # of difflib's ratio: less is another name
_NEAREST = 3
_SOURCE = 0.9  # a page is often called after what it is about, and seldom meant


@dataclass(frozen=True)
class Candidate:
    """An entity that may be meant: how likely, from 0 to 1, by which of its names, and why."""

    known: Known
    score: float
    name: str
    reason: str

    def as_row(self) -> dict[str, Any]:
        """For a table of candidates."""
        return {
            "score": self.score,
            "name": self.known.name,
            "id": self.known.id,
            "kinds": sorted(self.known.labels - {"Entity"}),
            "matched": self.name,
            "reason": self.reason,
        }


def resolve_parameters(session: Session, query: Query, given: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a query with ids for names; UserError and NotFound as for one name."""
    return {name: _parameter(session, query, name, value) for name, value in given.items()}


def _parameter(session: Session, query: Query, name: str, value: Any) -> Any:
    """An id as it is, a name as the id of the one entity that bears it; several by commas."""
    from queries.header import SIMPLE_TYPES

    kind = next((p.type for p in query.parameters if p.name == name), None)
    if kind is None or value is None or kind.removesuffix("[]") in SIMPLE_TYPES:
        return value
    if kind.endswith("[]"):
        parts = value if isinstance(value, list | tuple) else str(value).split(",")
        return [resolve(session, str(one).strip(), kind[:-2]) for one in parts]
    return resolve(session, str(value), kind)


def check_text(said: str) -> None:
    """Raises UserError for bytes that are no text, which no store can be asked for."""
    if any("\ud800" <= c <= "\udfff" for c in said):
        raise UserError(f"'{said}' has bytes that are no text; give a name or an id.")


def resolve(session: Session, said: str, kind: str = "Entity") -> str:
    """The id of an entity named by id or by name; NotFound names what is near."""
    check_text(said)
    known = session.lexicon.entities.get(said)
    if known:
        if kind not in known.labels:
            labels = ", ".join(sorted(known.labels - {"Entity"}))
            raise UserError(f"'{said}' is {labels}, but {kind} is wanted here; give another id.")
        return said
    claim = said.startswith("claim/")
    if claim or kind == "Entity":  # claims, and things without a class, are not in the lexicon
        if session.store.read(statement("known"), {"id": said}).records:
            return said
        if claim:
            raise NotFound(f"The graph has no claim '{said}'.")
    matches = meant(session.lexicon, said, kind)
    # A page is often called after what it is about; the page itself is named by its id.
    things = [m for m in matches if "Source" not in m.labels] or matches
    if len(things) == 1:
        return things[0].id
    if matches:
        several = ", ".join(m.id for m in matches[:8])
        raise UserError(f"'{said}' may be one of {len(matches)}: {several}; give the id.")
    raise NotFound(f"The graph has no {kind} '{said}'{_hint(session.lexicon, said, kind)}")


def meant(lexicon: Lexicon, said: str, kind: str) -> list[Known]:
    """The entities of a class that are called so: by a whole name, else by what may be part of it."""
    from queries.ask.words import words

    parts = words(said)
    spans = [n for n in lexicon.named(parts, frozenset()) if (n.start, n.end) == (0, len(parts))]
    spans.sort(key=lambda n: n.cost)
    for named in spans:
        found = [lexicon.entities[i] for i in named.ids]
        found = [k for k in found if kind in k.labels or kind == "Entity"]
        if found:
            return found
    return []


def _hint(lexicon: Lexicon, said: str, kind: str) -> str:
    if "/" in said:
        near = difflib.get_close_matches(said, lexicon.entities, _NEAREST, 0.5)
    else:
        found = candidates(lexicon, said, kind)[:_NEAREST]
        near = [f"{c.known.name} ({c.known.id})" for c in found]
    if near:
        return f"; did you mean {', '.join(near)}?"
    return "; give a name or an id like person/omar-garcia-harfuch."


def candidates(lexicon: Lexicon, said: str, kind: str = "Entity") -> list[Candidate]:
    """All entities of a class that may be meant, the likeliest first."""
    from queries.ask.words import folded

    parts = folded(said)
    if said in lexicon.entities:
        known = lexicon.entities[said]
        return [Candidate(known, 1.0, known.name, "its id")] if kind in known.labels else []
    best: dict[str, Candidate] = {}
    for name, score, reason in _scored(lexicon.by_name, parts):
        for known in (lexicon.entities[i] for i in lexicon.by_name[name]):
            if kind not in known.labels:
                continue
            likely = round(score * (_SOURCE if "Source" in known.labels else 1.0), 2)
            if known.id not in best or likely > best[known.id].score:
                best[known.id] = Candidate(known, likely, _written(known, name), reason)
    for known in meant(lexicon, said, kind):  # what happened on a day too
        best.setdefault(known.id, Candidate(known, 0.9, known.name, "its date"))
    return sorted(best.values(), key=lambda c: (-c.score, c.known.name, c.known.id))


def _scored(names: Iterable[str], parts: tuple[str, ...]) -> Iterable[tuple[str, float, str]]:
    """Names that are said, or whose words are said, or that are spelt alike; with a score."""
    said, words = " ".join(parts), frozenset(parts)
    if not said:
        return
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(said)
    for name in names:
        has = name.split(" ")
        if name == said:
            yield name, 1.0, "the whole name"
        elif words <= {*has}:
            yield name, 0.5 + 0.4 * len(words) / len(has), "words of the name"
        else:
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
                continue
            ratio = matcher.ratio()
            if ratio >= _ALIKE:
                yield name, 0.8 * ratio, "spelt alike"


def _written(known: Known, compared: str) -> str:
    """The name as it is written whose words are the compared ones."""
    from queries.ask.words import folded

    written = [n for n in known.names if " ".join(folded(n)).endswith(compared)]
    return min(written, key=len, default=known.name)


def beginning(lexicon: Lexicon, typed: str, kind: str) -> list[tuple[str, str]]:
    """The names and the ids that begin as what is typed, each with what it belongs to."""
    start = typed.casefold()
    found = set()
    for known in lexicon.entities.values():
        if kind not in known.labels:
            continue
        if start and known.id.startswith(start):
            found.add((known.id, known.name))
        for name in known.names:
            if name.casefold().startswith(start) and name.isprintable():
                found.add((name, known.id))
    return sorted(found)


def with_word(lexicon: Lexicon, typed: str) -> list[str]:
    """The names with a word that begins as what is typed, those that begin so first; not of pages."""
    from queries.folding import fold

    start = fold(typed)
    found: dict[str, bool] = {}
    for known in lexicon.entities.values():
        if "Source" in known.labels:
            continue
        for name in known.names:
            plain = fold(name)
            if start and name.isprintable() and f" {start}" in f" {plain}":
                found[name] = not plain.startswith(start)
    return sorted(found, key=lambda name: (found[name], len(name), name))

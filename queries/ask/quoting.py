"""What was said, threatened, agreed or done about something, found by the words of its texts.

People do not quote: they ask *what did he warn about the trade talks*.  Where no form reads every word
of such a question, the texts of statements, policies, threats, demands, agreements and opinions are
looked through for the one that has most of its words and all the actors it names.  Only one that stands
out is an answer, and a question that has no word of such a relation is none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from queries.ask.answer import compute
from queries.ask.decide import Asker, Decision
from queries.ask.forms import Ask, Cond, Entity, Or, Rel, rels
from queries.ask.relations import Row, items_of
from queries.ask.times import dates_in
from queries.ask.understand import language_of
from queries.ask.vocabulary import Said
from queries.ask.words import Word, folded, stem, words
from queries.header import Query

LEAST = 0.8  # the share of a question's words that a text must have
LEAST_WORDS = 2  # words and names of a question that are found
NEAR = 0.26  # texts whose share is less by no more are given beside the best
SPOKEN = 0.1  # what it adds that a relation is one of which the question has a word
MOST_ROWS = 4  # that are given; of more that fit as well, none stands out
COST = 1.0
WHY = frozenset({"unknown", "unread", "unsure", "nothing"})  # refusals that a text may mend
# Of texts that fit as well, those of a statement are given rather than what was made of it.
_ORDER = {
    name: n
    for n, name in enumerate(
        ("statements", "threats", "demands", "policies", "agreements", "conditions", "opinions")
    )
}
_EVENTS = ("policy", "agreement", "condition", "event", "statement")
_ACTORS = ("speaker", "by", "party", "made_by")  # columns of those who say or do it
_NAMED = 0.3  # the cost up to which a name counts as one


@dataclass(frozen=True)
class Wanted:
    """What a question names and says: entities with their words, and stems of other words."""

    entities: tuple[tuple[str, frozenset[str]], ...]  # id, stems of the words that named it
    stems: tuple[frozenset[str], ...]  # for each word what it may be in a text


@dataclass
class Quotes:
    """Looks through the texts of one state of a graph."""

    asker: Asker

    def find(self, question: str) -> Decision | None:
        """The decision for the texts that stand out; None if there are none, or nothing asks for one."""
        said = self.asker.vocabulary.spelled(words(question))
        meanings = self.asker.vocabulary.said(said)
        if any(m.meaning.kind == "refused" for m in meanings):
            return None
        spoken = {query for query, _, _ in self._speaking(meanings)}
        if not spoken or self._tells_otherwise(meanings):
            return None
        language = language_of(question, meanings)
        wanted = self._wanted(said, meanings, language)
        if not wanted.stems and len(wanted.entities) < LEAST_WORDS:
            return None
        best = self._best(wanted, spoken)
        if best is None:
            return None
        query, rows, share = best
        forms = tuple(dict.fromkeys(self._form(query, row, wanted) for row in rows))
        ask = Ask("quotes", forms[0] if len(forms) == 1 else Or(forms))
        result = compute(ask, self.asker.runner, self.asker.vocabulary)
        if not result.rows or len(result.rows) > MOST_ROWS * 2:
            return None
        return Decision("answered", language, result, ask, COST + 1 - share, margin=NEAR)

    def _tells_otherwise(self, meanings: list[Said]) -> bool:
        """Whether a verb of the question belongs to relations of another kind: *designated*, *sent*."""
        verbs: dict[tuple[int, int], set[str]] = {}
        nouns: set[tuple[int, int]] = set()
        for one in meanings:
            if one.meaning.kind == "column" and one.meaning.subject is not None:
                verbs.setdefault((one.start, one.end), set()).add(one.meaning.name.split(".")[0])
            elif one.meaning.kind == "column":
                nouns.add((one.start, one.end))  # "extraditions" is no verb
        free = self.asker.vocabulary.with_text
        return any(not found & free for place, found in verbs.items() if place not in nouns)

    def _speaking(self, meanings: list[Said]) -> Iterator[tuple[str, int, int]]:
        """The words of a question that belong to relations with texts."""
        free = self.asker.vocabulary.with_text
        for one in meanings:
            if one.meaning.kind == "column" and one.meaning.name.split(".")[0] in free:
                yield one.meaning.name.split(".")[0], one.start, one.end

    def _wanted(self, said: list[Word], meanings: list[Said], language: str) -> Wanted:
        dates = dates_in([w.text for w in said], language)
        taken = {n for start, end in dates for n in range(start, end)}
        small = {
            n
            for m in meanings
            if m.meaning.kind in ("nothing", "mark", "ask", "operator", "time", "status")
            for n in range(m.start, m.end)
        }
        small |= {n for _, start, end in self._speaking(meanings) for n in range(start, end)}
        common = frozenset(said[n].text for n in small)
        names = [
            n
            for n in self.asker.lexicon.named(said, common)
            if n.cost <= _NAMED and len(n.ids) == 1 and not taken & {*range(n.start, n.end)}
        ]
        entities: list[tuple[str, frozenset[str]]] = []
        for name in sorted(names, key=lambda n: (n.start - n.end, n.cost)):
            place = set(range(name.start, name.end))
            if not taken & place:
                taken |= place
                stems = frozenset(stem(said[n].text, "en") for n in place)
                entities.append((name.ids[0], stems))
        rest = [n for n in range(len(said)) if n not in taken and n not in small]
        return Wanted(tuple(entities), tuple(self._stems(said[n].text) for n in rest))

    def _stems(self, word: str) -> frozenset[str]:
        english = self.asker.vocabulary.in_english.get(word, "")
        return frozenset({stem(word, "en"), *(stem(w, "en") for w in folded(english))})

    @cached_property
    def _texts(self) -> list[tuple[Query, Row, frozenset[str], frozenset[str]]]:
        """Each row of a relation with texts: the ids in it, and the stems of its texts and names."""
        found = []
        for name in sorted(self.asker.vocabulary.with_text):
            query = self.asker.relations.query(name)
            for row in self.asker.relations.rows(name):
                ids = frozenset(i for c in query.columns for i in items_of(row.get(f"{c.name}_id")))
                text = " ".join(str(t) for c in query.columns for t in items_of(row.get(c.name)))
                found.append((query, row, ids, frozenset(stem(w, "en") for w in folded(text))))
        return found

    def _best(self, wanted: Wanted, spoken: set[str]) -> tuple[Query, list[Row], float] | None:
        """The texts that have most of what is wanted, of one relation, and their share of it."""
        scored: list[tuple[float, int, Query, Row]] = []
        total = len(wanted.entities) + len(wanted.stems)
        for query, row, ids, stems in self._texts:
            named = [e for e, said in wanted.entities if e in ids or said <= stems]
            if any(self._is_actor(e) and e not in ids for e, _ in wanted.entities):
                continue  # somebody is named who has nothing to do with it
            matched = sum(1 for alternatives in wanted.stems if alternatives & stems)
            units = len(named) + matched
            if units >= LEAST_WORDS and (matched or len(named) >= LEAST_WORDS or not wanted.stems):
                meant = SPOKEN if query.name in spoken else 0.0
                scored.append((units / total + meant, units, query, row))
        if not scored:
            return None
        scored.sort(key=lambda s: (-s[0], _ORDER.get(s[2].name, len(_ORDER))))
        best, units, query, _ = scored[0]
        share = best - (SPOKEN if query.name in spoken else 0.0)
        tied = {_told_of(query, row) for s, _, q, row in scored if q is query and s == best}
        if share < LEAST or len(tied) > MOST_ROWS:
            return None
        rows = [row for s, _, q, row in scored if q is query and s >= best - NEAR]
        things = list(dict.fromkeys(_told_of(query, row) for row in rows))[:MOST_ROWS]
        return query, [row for row in rows if _told_of(query, row) in things], share

    def _is_actor(self, entity: str) -> bool:
        return bool(self.asker.lexicon.labels_of(entity) & {"Person", "Group"})

    def _form(self, query: Query, row: Row, wanted: Wanted) -> Rel:
        """The form that gives a row: by whom it is, and by its event or the words that it has."""
        rel = Rel(query.name, query.target if _is_thing(query) else None)
        for column in _ACTORS:
            for entity, _ in wanted.entities:
                if entity in items_of(row.get(f"{column}_id")) and rel.cond(column) is None:
                    rel = rel.given(Cond(column, Entity((entity,), "Entity")))
        for column in _EVENTS:
            for one in items_of(row.get(f"{column}_id")):
                if rel.cond(column) is None:
                    rel = rel.given(Cond(column, Entity((one,), "Entity")))
        if query.source == "topic":  # what came of it, all of it
            return rel.given(Cond("topic", Entity((str(row["topic_id"]),), "Entity")))
        text = frozenset(stem(w, "en") for t in items_of(row.get("text")) for w in folded(str(t)))
        held = tuple(sorted({s for found in wanted.stems for s in found if s in text}))
        return rel.given(Cond("text", holds=held)) if held else rel


def answered(asker: Asker, question: str) -> Decision:
    """The decision on a question: by a form that reads it all, else by the texts that stand out."""
    found = asker.answer(question)
    if found.status != "unanswerable" or found.why not in WHY:
        return found
    free = asker.vocabulary.with_text
    if (
        found.why == "nothing"
        and found.ask
        and not any(r.query in free for r in rels(found.ask.form))
    ):
        return found  # that nothing is recorded is true
    quotes = asker.memo.setdefault("quotes", {})
    if not quotes:
        quotes["of"] = Quotes(asker)
    return quotes["of"].find(question) or found


def _told_of(query: Query, row: Row) -> str:
    """What a text is about, where its relation tells several of one thing; else the text itself."""
    return str(row["topic_id"] if query.source == "topic" else row.get("text"))


def _is_thing(query: Query) -> bool:
    return query.column(query.target or "").entity

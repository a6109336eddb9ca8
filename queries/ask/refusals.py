"""Refusals that are true and lead on: what was not understood, what is false, what can be asked.

*Nothing is recorded* is said only of a question that was read in full and without doubt; whatever
is offered instead has been tried.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from queries.ask.decide import Asker, Decision, choices
from queries.ask.forms import AllOf, And, Ask, Cond, Entity, Form, Minus, Or, Rel, inner_rels
from queries.ask.groups import ENDS
from queries.ask.relations import Row, statuses_of
from queries.ask.run import row_spans
from queries.ask.say import Teller
from queries.ask.sentences import Sentences
from queries.ask.times import MONTH_NAMES
from queries.ask.wording import date_text, is_polar, joined, label, number, refusal
from queries.ask.words import folded, stem, words
from queries.header import DATED, Query

MOST_READ = 600  # characters of a question
MOST_SUGGESTED = 3
MOST_SHOWN = 3  # things of a relaxed form
MOST_CERTAIN = 0.6  # cost of a name that a suggestion may use: not a single word of one
MOST_TRIED = 8  # suggestions that are tried before enough are found
MOST_UNKNOWN = 3  # words that may be left out for a part of the answer
MOST_READINGS = 3
UNSURE = 1.3  # from this cost on a part of the question is not offered as one
SURE = 0.6  # up to this cost a reading with no answer is believed: then nothing is recorded
MOST_SURE = 2  # relations in such a reading
# Of a person nothing is offered that speaks of guilt, or that would put it to somebody.
_GUILT_THEMES = frozenset({"justice", "designations", "organizations"})
_GUILT = frozenset({"deaths", "operations", "bases", "conflicts", "claims", "threats"})
_CASES = frozenset({"verdicts", "sentences"})


@dataclass
class Refusal:
    """Why there is no answer, in words, as a kind, and what can be asked instead.

    ``why`` is empty, long, refused, judgement, date, unknown, unread, unsure, nothing or premise.
    """

    reason: str
    why: str
    suggestions: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Example:
    """An example question with a hole for the thing that it is about."""

    query: str
    column: str
    classes: str  # of what fits
    before: str
    after: str
    stems: frozenset[str]

    def about(self, name: str, language: str) -> str | None:
        """The question about something else; None where an article would not fit."""
        before = self.before
        last = before.rstrip().rpartition(" ")[2].lower()
        whole = name.partition(" ")[0].lower()
        if last in _ARTICLES and (whole in _ARTICLES or self.classes == "Person"):
            return None
        if last not in _ARTICLES and language == "en" and name.endswith(_WITH_THE):
            before += "the "
        if last not in _ARTICLES and language == "es" and name.startswith(_CON_EL):
            before = f"{before}el "
            before = (
                before.removesuffix(" de el ") + " del " if before.endswith(" de el ") else before
            )
            before = before.removesuffix(" a el ") + " al " if before.endswith(" a el ") else before
        return f"{before}{name}{self.after}"


@dataclass
class Refusals:
    """Words refusals in the language of ``teller``."""

    teller: Teller
    asker: Asker

    @property
    def language(self) -> str:
        """en or es."""
        return self.teller.language

    def of(self, decision: Decision, question: str) -> Refusal:
        """The refusal for a decision that has no answer."""
        if decision.why == "empty" or not words(question):
            return Refusal(refusal(self.language, "empty"), "empty")
        if decision.why in ("long", "refused", "judgement"):
            return Refusal(refusal(self.language, decision.why), decision.why)
        impossible = impossible_day(question)
        if impossible:
            return Refusal(refusal(self.language, "date", words=impossible), "date")
        if decision.why == "unsure" and decision.ask is not None:
            what = self.teller.form(decision.ask.form)
            reason, why = refusal(self.language, "unsure", what=what), "unsure"
        elif decision.why == "nothing" and decision.ask is not None:
            reason, why = self._nothing(decision.ask, decision.cost, question)
        elif decision.why == "unknown":
            reason, why = self._unknown(decision, question), "unknown"
        else:
            reason, why = refusal(self.language, "unread"), "unread"
        return Refusal(reason, why, self.suggestions(decision, question))

    # -- what was not understood ---------------------------------------------------------------

    def _unknown(self, decision: Decision, question: str) -> str:
        said = joined([f"“{w}”" for w in decision.unknown], self.language)
        reason = refusal(self.language, "unknown", words=said)
        names = any(w[:1].isupper() and not question.startswith(w) for w in decision.unknown)
        if names or len(decision.unknown) > MOST_UNKNOWN:
            return reason
        rest = self.asker.answer(_without(question, decision.unknown))
        if rest.status != "answered" or rest.ask is None or rest.cost > UNSURE:
            return reason
        if not any(r.conds or r.when for r in inner_rels(rest.ask.form)):
            return reason  # without anything that it is about, the rest is another question
        partly = refusal(self.language, "partly", what=self.teller.form(rest.ask.form), words=said)
        return f"{reason} {partly}"

    # -- what is not recorded ------------------------------------------------------------------

    def _nothing(self, ask: Ask, cost: float, question: str) -> tuple[str, str]:
        what = self.teller.form(ask.form)
        if cost > SURE or len(inner_rels(ask.form)) > MOST_SURE:
            return refusal(self.language, "unsure", what=what), "unsure"
        charged = self._charged(ask.form)
        if charged:
            return charged, "premise"
        if ask.what in ENDS and self.asker.runner.hits(ask.form):
            return refusal(self.language, "undated", what=what), "premise"
        way = "not_recorded" if is_polar(question) else "nothing"
        parts = [refusal(self.language, way, what=what)]
        blamed = self._innermost(ask.form)
        if blamed != ask.form:
            parts.append(refusal(self.language, "inner", what=self.teller.form(blamed)))
        relaxed = self._relaxed(blamed)
        if relaxed:
            parts.append(relaxed)
        return " ".join(parts), "premise" if blamed != ask.form or relaxed else "nothing"

    def _charged(self, form: Form) -> str | None:
        """*Charged, not convicted*: where the graph knows how far a case has come."""
        if not isinstance(form, Rel) or form.query not in _CASES:
            return None
        person = form.cond("person")
        queries = self.asker.relations.catalogue.queries
        if person is None or not isinstance(person.form, Entity) or "legal_status" not in queries:
            return None
        if len(person.form.ids) != 1 or form.when or len(form.conds) > 2:
            return None
        rows = self.asker.relations.rows("legal_status", {"person": person.form.ids[0]})
        known = {str(s) for r in rows for s in statuses_of(r)} - {"reported", "stated"}
        if not known or known & {"convicted", "sentenced", "acquitted"}:
            return None
        said = joined([label(s, self.language) for s in sorted(known)], self.language)
        name = self.teller.name(person.form.ids[0])
        return refusal(self.language, "charged", name=name, status=said)

    def _innermost(self, form: Form) -> Form:
        """The smallest part of a form that gives nothing, by itself or inside another."""
        for inner in _inside(form):
            if not isinstance(inner, Entity | AllOf) and not self._holds(inner):
                return self._innermost(inner)
        return form

    def _holds(self, form: Form) -> bool:
        """Whether a form gives anything; one with a name of several is taken to."""
        return next(choices(form), None) is not None or bool(self.asker.runner.hits(form))

    def _relaxed(self, form: Form) -> str | None:
        """What there is without one of the conditions: the premise that is false."""
        if isinstance(form, And | Minus | Or) or not isinstance(form, Rel):
            return None
        if next(choices(form), None) is not None:
            return None
        if form.when and all(w.period for w in form.when):
            rows = self.asker.runner.rows(replace(form, when=()))
            dates = self._dates(form, rows)
            if dates:
                lost = joined([self.teller.when(w) for w in form.when], self.language)
                return refusal(
                    self.language, "without_time", lost=lost,
                    are=self._are(rows), names=dates,
                )  # fmt: skip
        for cond in self._droppable(form):
            rest = replace(form, conds=tuple(c for c in form.conds if c is not cond))
            hits = self.asker.runner.hits(rest)
            if not hits:
                continue
            query = self.asker.relations.query(form.query)
            names = [self.teller.name(i) for i in hits][:MOST_SHOWN]
            more = [] if len(hits) <= MOST_SHOWN else ["…"]
            shown = ", ".join([*names, *more]) if query.theme != "justice" else ""
            text = refusal(
                self.language, "without",
                lost=self.teller.cond(query, cond), are=self._are(list(hits)), names=shown,
            )  # fmt: skip
            return text if shown else text.replace(": .", ".")
        return None

    def _droppable(self, form: Rel) -> list[Cond]:
        """Conditions without which the form still is about something, the least telling first."""
        about = [c for c in form.conds if isinstance(c.form, Entity)]
        rest = [c for c in form.conds if c not in about]
        if not about:
            return []
        return rest if rest else about[1:] if len(about) > 1 else []

    def _are(self, found: list[Any]) -> str:
        if len(found) == 1:
            return refusal(self.language, "is_one")
        return refusal(self.language, "are_many", number=number(len(found), self.language))

    def _dates(self, form: Rel, rows: list[Row]) -> str:
        """The rows as sentences where they are few, else the nearest of their dates."""
        query = self.asker.relations.query(form.query)
        if len(rows) <= MOST_SHOWN and query.says:
            sentences = Sentences(self.teller, self.asker.runner, self.asker.vocabulary)
            return "; ".join(sentences.filled(query, r) for r in rows)
        wanted = next((w.period.first or w.period.last for w in form.when if w.period), None) or ""
        days = {next(str(r[c]) for c in DATED if r.get(c)) for r in rows if row_spans(r)}
        near = sorted(days, key=lambda d: (_apart(d, wanted), d))[:MOST_SHOWN]
        return joined([date_text(d, self.language) for d in sorted(near)], self.language)

    # -- several -------------------------------------------------------------------------------

    def candidates(self, decision: Decision) -> list[dict[str, Any]]:
        """Who a name may mean, each with what tells it apart: groups, transfers, other names."""
        return [
            {"id": i, "name": self.asker.lexicon.entities[i].name, "why": self.apart(i)}
            for i in decision.candidates
        ]

    def apart(self, identifier: str) -> str:
        """What tells one thing apart from others of its name."""
        known = self.asker.lexicon.entities[identifier]
        parts: list[str] = []
        for query, end, other in _TELLING:
            if query not in self.asker.relations.catalogue.queries:
                continue
            if "Person" not in known.labels:
                continue
            for row in self.asker.relations.rows(query):
                ids = row.get(f"{end}_id")
                if identifier in (ids if isinstance(ids, list) else [ids]):
                    parts.append(self._told(row, other))
        aliases = [n for n in known.names if n not in (known.name, known.name_es)]
        if not parts and "Person" not in known.labels:
            parts.append(self._class(known.labels))
        if aliases:
            named = ", ".join(aliases[:MOST_SHOWN])
            parts.append(refusal(self.language, "also", names=named))
        return "; ".join(dict.fromkeys(p for p in parts if p)) or self._class(known.labels)

    def _told(self, row: Row, column: str) -> str:
        name = self.teller.name(str(row.get(f"{column}_id")))
        hedge = [label(s, self.language) for s in sorted(statuses_of(row))]
        return f"{name} ({', '.join(hedge)})" if hedge and column != "transfer" else name

    def _class(self, labels: frozenset[str]) -> str:
        named = [c for c in _CLASSES if c in labels]
        return self.teller.class_name(named[0]) if named else ""

    def several(self, decision: Decision, question: str) -> str:
        """The question back: which of several things, or which of several readings."""
        if decision.candidates:
            said = _as_written(question, decision.said)
            count = number(len(decision.candidates), self.language)
            return refusal(self.language, "several", said=said, number=count)
        told = list(dict.fromkeys(self.teller.ask(r) for r in decision.rivals))[:MOST_READINGS]
        return refusal(self.language, "readings", readings="; ".join(told))

    # -- what can be asked ---------------------------------------------------------------------

    def suggestions(self, decision: Decision, question: str) -> list[str]:
        """Questions about the things of this question that have an answer, the nearest first."""
        said = words(question[:MOST_READ])
        stems = frozenset(stem(w.text, self.language) for w in said)
        spoken = {r.query for r in inner_rels(decision.ask.form)} if decision.ask else set()
        found: list[str] = []
        for identifier in self._things(decision, question)[:2]:
            labels = self.asker.lexicon.labels_of(identifier)
            name = self.teller.name(identifier)
            fitting = self._examples(_narrowest(labels), "Person" in labels)
            fitting.sort(key=lambda e: (e.query not in spoken, -len(e.stems & stems), e.query))
            seen: set[str] = set()
            tries = 0
            for example in fitting:
                text = example.about(name, self.language)
                if text is None or example.query in seen:
                    continue
                if not self.asker.relations.rows(example.query, {example.column: identifier}):
                    seen.add(example.query)
                    continue
                tries += 1
                if self._answers(text):
                    seen.add(example.query)
                    found.append(text)
                if len(found) == MOST_SUGGESTED or tries == MOST_TRIED:
                    return found[:MOST_SUGGESTED]
        return found

    def _guilty(self, query: str) -> bool:
        return query in _GUILT or self.asker.relations.query(query).theme in _GUILT_THEMES

    def _things(self, decision: Decision, question: str) -> list[str]:
        """What the question is about for certain: names that fit one thing."""
        ids = [
            c.form.ids[0]
            for r in (inner_rels(decision.ask.form) if decision.ask else ())
            for c in r.conds
            if isinstance(c.form, Entity) and len(c.form.ids) == 1
        ]
        said = words(question[:MOST_READ])
        labels_of = self.asker.lexicon.labels_of
        found = [
            n._replace(ids=tuple(i for i in n.ids if "Source" not in labels_of(i)))
            for n in self.asker.lexicon.named(said, frozenset())
            if n.how in ("whole", "part") and n.cost < MOST_CERTAIN
        ]
        named = [
            n.ids[0] for n in found if len(n.ids) == 1 and not any(_inside_of(n, m) for m in found)
        ]
        return list(dict.fromkeys([*ids, *named]))

    def _answers(self, question: str) -> bool:
        """Whether the question that an example becomes has an answer; each is tried once."""
        tried = self.asker.memo.setdefault("tried", {})
        if question not in tried:
            tried[question] = self.asker.answer(question).status == "answered"
        return bool(tried[question])

    def _examples(self, classes: str, person: bool) -> list[_Example]:
        """The example questions about one named thing of a class, with a hole in its place."""
        kept = self.asker.memo.setdefault(f"examples {self.language}", {})
        found: list[_Example] = []
        for query in self.asker.relations.catalogue.queries.values():
            if person and self._guilty(query.name):
                continue
            if query.name not in kept:
                kept[query.name] = list(self._made(query))
            found += [e for e in kept[query.name] if e.classes == classes]
        return found

    def _made(self, query: Query) -> Iterator[_Example]:
        parameters = {p.name for p in query.parameters}
        for text in query.questions.get(self.language, []):
            said = words(text)
            named = self.asker.lexicon.written(said)
            wide = [n for n in named if not any(_inside_of(n, m) for m in named)]
            if len(wide) != 1 or len(wide[0].ids) != 1:
                continue
            labels = self.asker.lexicon.labels_of(wide[0].ids[0])
            column = next(
                (c for c in query.columns if c.name in parameters and c.kind in labels), None
            )
            if column is None:
                continue
            start, end = said[wide[0].start].start, said[wide[0].end - 1].end
            before, behind = text[:start], text[end:].removeprefix(".")  # "Rosa A.?"
            stems = frozenset(stem(w, self.language) for w in folded(before + behind))
            yield _Example(query.name, column.name, _narrowest(labels), before, behind, stems)


_OF = frozenset({"of", "de", "del"})  # between the parts of a date
_ARTICLES = frozenset({"the", "el", "la", "los", "las", "al", "del"})
_WITH_THE = ("Cartel", "Organization", "Department", "Court", "States", "Federation")
_CON_EL = ("Cártel", "Departamento", "Tribunal", "Gobierno")
_TELLING = (("membership", "member", "organization"), ("transferred", "person", "transfer"))
_CLASSES = (
    *("Person", "CriminalOrganization", "Court", "Organization", "Office", "Administration"),
    *("Transfer", "Event", "Country", "City", "Place", "Source"),
)


def impossible_day(question: str) -> str | None:
    """A day in a question that no calendar has, as it was written.

    >>> impossible_day("What happened on 30 February 2020?"), impossible_day("on 2025-02-27")
    ('30 February 2020', None)
    """
    said = words(question[:MOST_READ])
    texts = [w.text for w in said]
    for start in range(len(said)):
        for length in (3, 4, 5):
            found = _parts_of_day([t for t in texts[start : start + length] if t not in _OF])
            if found is None or start + length > len(said):
                continue
            year, month, day = found
            if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
                return question[said[start].start : said[start + length - 1].end]
    return None


def _parts_of_day(parts: list[str]) -> tuple[int, int, int] | None:
    """Year, month and day of three words of a date, if that is what they are."""
    if len(parts) != 3:
        return None
    if all(p.isascii() and p.isdigit() for p in parts) and [len(p) for p in parts] == [4, 2, 2]:
        numbers = [int(p) for p in parts]
        return (numbers[0], numbers[1], numbers[2]) if numbers[0] else None
    names = _months()
    for day, month in ((parts[0], parts[1]), (parts[1], parts[0])):
        digits = day.isascii() and day.isdigit() and len(day) < 3
        year = parts[2]
        if digits and month in names and year.isascii() and year.isdigit() and len(year) == 4:
            return (int(year), names[month], int(day)) if int(year) else None
    return None


@cache
def _months() -> dict[str, int]:
    return {m.lower(): n for names in MONTH_NAMES.values() for n, m in enumerate(names, 1)}


def _narrowest(labels: frozenset[str]) -> str:
    return next((c for c in _CLASSES if c in labels), "Entity")


def _inside_of(one: Any, other: Any) -> bool:
    return (
        one is not other
        and other.start <= one.start
        and one.end <= other.end
        and (other.end - other.start) > (one.end - one.start)
    )


def _inside(form: Form) -> list[Form]:
    """The forms right inside a form."""
    if isinstance(form, Rel):
        return [c.form for c in form.conds if c.form is not None] + [
            f for w in form.when for f in w.forms
        ]
    if isinstance(form, And | Or):
        return list(form.parts)
    return [form.whole] if isinstance(form, Minus) else []


def _without(question: str, unknown: list[str]) -> str:
    """A question without some of its words."""
    left = list(unknown)
    kept, at = [], 0
    for word in words(question):
        text = question[word.start : word.end]
        if text in left:
            left.remove(text)
            kept.append(question[at : word.start])
            at = word.end
    return "".join([*kept, question[at:]])


def _as_written(question: str, said: str) -> str:
    """A folded phrase as the question has it."""
    parts, all_words = said.split(" "), words(question)
    for n in range(len(all_words) - len(parts) + 1):
        if [w.text for w in all_words[n : n + len(parts)]] == parts:
            return question[all_words[n].start : all_words[n + len(parts) - 1].end]
    return said


def _apart(date: str, wanted: str) -> int:
    """How far two dates are apart, in days or so: enough to order by."""

    def days(text: str) -> int:
        digits = [int(x) for x in text.replace("/", "-").strip("[]-").split("-")[:3] if x.isdigit()]
        year, month, day = (*digits, *([1] * (3 - len(digits))))
        return year * 372 + month * 31 + day

    return abs(days(date) - days(wanted)) if wanted and any(c.isdigit() for c in date) else 0

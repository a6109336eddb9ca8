"""A form as a line that a person can read, and as JSON (the key ``form`` of an answer)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ontology import ontology
from queries.ask.forms import (
    AllOf,
    And,
    Ask,
    Cond,
    Entity,
    Form,
    Minus,
    Or,
    Rel,
    When,
    rels,
    replace,
)  # fmt: skip
from queries.ask.groups import SPANS
from queries.ask.names import Lexicon
from queries.ask.relations import STATUSES
from queries.ask.times import Interval
from queries.ask.wording import date_phrase, date_text, plural, value_text, wording
from queries.catalogue import Catalogue
from queries.header import Query

_W: dict[str, dict[str, str]] = {
    "en": {
        "of": "of", "and": " and also ", "or": " or ", "minus": " but not ", "with": "with",
        "during": "during", "year": "in the year of", "before": "before", "after": "after", "since": "since",
        "until": "until", "between": "between", "in": "in", "status": "whose status is",
        "all": "all", "each": "each", "yearly": "by year", "monthly": "by month", "count": "how many:", "first": "the first of", "last": "the last of",
        "most": "the most among", "least": "the fewest among", "more": "more among",
        "fewer": "fewer among", "why": "why:", "sources": "sources for", "older": "by birth, the oldest first:",
        "younger": "by birth, the youngest first:", "list": "", "attributes": "", "joins": " and ",
        "quotes": "what comes nearest:", "conflicts": "what the sources disagree about:", "instead": "what is recorded instead:", "holding": "about", "elsewhere": "but not", "that is": "of these",
    },
    "es": {
        "of": "de", "and": " y además ", "or": " o ", "minus": " pero no ", "with": "con",
        "during": "durante", "year": "en el año de", "before": "antes de", "after": "después de", "since": "desde",
        "until": "hasta", "between": "entre", "in": "en", "status": "cuyo estado es",
        "all": "todos los", "each": "cada", "yearly": "por año", "monthly": "por mes", "count": "cuántos:", "first": "lo primero de", "last": "lo último de",
        "most": "el máximo entre", "least": "el mínimo entre", "more": "más entre",
        "fewer": "menos entre", "why": "por qué:", "sources": "fuentes de", "older": "por nacimiento, de mayor a menor edad:",
        "younger": "por nacimiento, de menor a mayor edad:", "list": "", "attributes": "", "joins": " y ",
        "quotes": "lo más cercano:", "conflicts": "en qué discrepan las fuentes:", "instead": "lo que sí consta:", "holding": "sobre", "elsewhere": "pero no", "that is": "de estos",
    },
}  # fmt: skip
# Columns whose heading says no more than their class: "people of X" tells no relation.
_GENERAL = frozenset(
    {"person", "organization", "entity", "actor", "event", "place", "country", "court", "office"}
    | {"source", "first", "second", "thing", "subject", "object"}
)
_AUTHORS = frozenset({"by", "made_by", "said_by", "speaker"})  # headings that are no nouns
_ASKING = frozenset({"who", "what", "where", "quién", "qué", "adónde", "dónde", "lo"})
_WIDE = frozenset({"Actor", "Entity"})  # classes that narrow nothing


@dataclass
class Teller:
    """Says forms in one language."""

    catalogue: Catalogue
    lexicon: Lexicon
    language: str

    def word(self, name: str) -> str:
        """A small word of this language."""
        return _W[self.language].get(name, "")

    # -- text --------------------------------------------------------------------------------

    def ask(self, ask: Ask) -> str:
        """The whole form: ``guilty pleas of Ismael Zambada García [date, judge, court]``."""
        said = self.form(ask.form)
        if ask.columns:
            query = next((r for r in rels(ask.form)), None)
            names = [self.heading(query.query, c) if query else c for c in ask.columns]
            said += f" [{', '.join(names)}]"
        if ask.by in SPANS:
            said += f" {self.word(ask.by)}"
        what = "count" if ask.what == "each" else ask.what
        return f"{self.word(what)} {said}".strip()

    def form(self, form: Form) -> str:
        """A form as text, inner forms in brackets."""
        if isinstance(form, Entity):
            return self.word("or").join(self.name(i) for i in form.ids)
        if isinstance(form, AllOf):
            return f"{self.word('all')} {plural(self.class_name(form.label), self.language)}"
        if isinstance(form, And):
            return self.word("and").join(self.inner(p) for p in form.parts)
        if isinstance(form, Or):
            return self.word("or").join(self.inner(p) for p in form.parts)
        if isinstance(form, Minus):
            return f"{self.inner(form.whole)}{self.word('minus')}{self.inner(form.without)}"
        return self._rel(form)

    def inner(self, form: Form) -> str:
        """The same inside another form."""
        said = self.form(form)
        return said if isinstance(form, Entity) and len(form.ids) == 1 else f"({said})"

    def name(self, identifier: str) -> str:
        """An entity's name in this language."""
        known = self.lexicon.entities.get(identifier)
        return known.called(self.language) if known else identifier

    def class_name(self, label: str) -> str:
        """A class of the ontology in this language."""
        term = ontology().by_label.get(label)
        return str(term.labels.get(self.language, label)) if term else label

    def heading(self, query: str, column: str) -> str:
        """What a column is called in this language."""
        try:
            return self.catalogue.queries[query].column(column).headings[self.language]
        except KeyError:
            return column.replace("_", " ")

    def _rel(self, rel: Rel) -> str:
        query = self.catalogue.queries[rel.query]
        focus = rel.focus or query.target or ""
        own = rel.cond(focus)
        other = query.source if focus != query.source else query.target
        whose = rel.cond(other or "")
        if own is not None and isinstance(own.form, Entity) and whose is None:
            focus, whose, own = other or focus, own, None  # charges of X, not "people: X"
        said, told = self._noun(query, rel, focus, whose)
        if whose is not None and whose.form is not None and whose is not told:
            by = wording()["before"][self.language].get(whose.column)
            if by and whose.column in _AUTHORS:
                said += f" {by} {self.inner(whose.form)}"
            elif said.split(" ")[0] in _ASKING:  # a title that is no noun: "who somebody is"
                said += f": {self.inner(whose.form)}"
            else:
                said += f" {self.word('of')} {self.inner(whose.form)}"
        conds = [c for c in rel.conds if c is not told and (c is not whose or c.form is None)]
        more = [self.cond(query, c, focus) for c in conds]
        if rel.statuses:
            labels = [ontology().status_labels[s][self.language] for s in rel.statuses]
            more.append(f"{self.word('status')} {', '.join(labels)}")
        return " ".join([said, *(m for m in more if m), *(self.when(w) for w in rel.when)])

    def _noun(
        self, query: Query, rel: Rel, focus: str, whose: Cond | None
    ) -> tuple[str, Cond | None]:
        """What the things are, and the condition that the words for them say already."""
        for saying in query.words:
            if (saying.language, saying.object, saying.subject) == (self.language, focus, None):
                for cond in rel.conds:
                    if cond.column in STATUSES:
                        continue  # "felons" is no word for people of whom a verdict is recorded
                    if cond.value is not None and saying.holds == {cond.column: cond.value}:
                        return plural(saying.say[0], self.language), cond
        own = rel.cond(focus)
        if own is not None and isinstance(own.form, AllOf) and own.form.label not in _WIDE:
            return plural(self.class_name(own.form.label), self.language), own
        heading = plural(self.heading(query.name, focus), self.language)
        entity = focus in query.things
        given = whose is not None and whose.form is not None
        title = self._title(query, given)
        if whose is not None and whose.form is not None:
            if entity and focus not in _GENERAL:
                return heading, None
            if focus == query.target or focus in _AUTHORS or not entity:
                return title, None
            named = self.heading(query.name, whose.column)
            return f"{heading} {self.word('with')} {named} {self.inner(whose.form)}", whose
        if (
            focus in (query.target, query.source)
            and focus not in _AUTHORS
            and title.startswith(heading)
        ):
            return title, None
        return (title, None) if focus == query.target else (f"{heading} ({title})", None)

    def _title(self, query: Query, given: bool) -> str:
        """The title as a noun; without *of organisations* where *of X* comes behind it."""
        title = query.title[self.language]
        title = title[:1].lower() + title[1:] if not title[:2].isupper() else title
        of = f" {self.word('of')} "
        noun, found, rest = title.partition(of)
        if given and found and rest.split(" ")[0] in self._classes():
            return noun
        return title

    def _classes(self) -> frozenset[str]:
        return frozenset(
            plural(self.class_name(c), self.language)
            for c in ("Person", "Organization", "Transfer", "Source")
        )

    def cond(self, query: Query, cond: Cond, focus: str = "") -> str:
        """A condition as a person says it: *to United States*, *offence about “fentanyl”*."""
        heading = self.heading(query.name, cond.column)
        before = wording()["before"][self.language].get(cond.column)
        if cond.form is not None and cond.without:
            within = self.cond(query, replace(cond, without=False), focus)
            return f"{self.word('elsewhere')} {within}"
        if cond.form is not None and cond.each:
            named = self.cond(query, replace(cond, each=False), focus)
            return f"({self.word('each')}: {named.strip('()') or heading})"
        if cond.form is not None:
            if isinstance(cond.form, AllOf):
                if cond.form.label in _WIDE:
                    return ""
                named = plural(self.class_name(cond.form.label), self.language)
                return f"({heading}: {named})"
            if cond.column == focus:
                return f"({self.word('that is')}: {self.form(cond.form)})"
            return f"{before or self.word('with') + ' ' + heading} {self.inner(cond.form)}"
        if cond.holds:
            return f"{self.word('with')} {heading} {self.word('holding')} “{' '.join(cond.holds)}”"
        value = value_text(cond.value, cond.column, self.language)
        return f"({heading}: {value})"

    def when(self, when: When) -> str:
        """A time as text: *on 27 February 2025*, *before 2019*, *during (terms of X)*."""
        each = f"{self.word('each')} " if when.each else ""
        if when.periods:
            parts = [self.when(When(when.op, p)) for p in when.periods]
            return self.word("or").join(parts)
        if when.period is not None:
            text = edtf(when.period)
            if when.op == "during":
                return date_phrase(text, self.language)
            return f"{self.word(when.op)} {date_text(text, self.language)}"
        told = self.word("joins").join(self.inner(f) for f in when.forms)
        return f"{self.word(when.op)} {each}{told}"

    # -- JSON --------------------------------------------------------------------------------

    def ask_json(self, ask: Ask) -> dict[str, Any]:
        """The form as JSON; ``kind`` names the node."""
        found: dict[str, Any] = {"kind": ask.what, "of": self.json(ask.form)}
        if ask.columns:
            found["columns"] = list(ask.columns)
        return found

    def json(self, form: Form) -> dict[str, Any]:
        """A form as JSON: entity, class, step, and, or, not, where, in_time, with_status."""
        if isinstance(form, Entity):
            things = [{"kind": "entity", "id": i, "name": self.name(i)} for i in form.ids]
            return things[0] if len(things) == 1 else {"kind": "or", "of": things}
        if isinstance(form, AllOf):
            return {"kind": "class", "class": form.label}
        if isinstance(form, And | Or):
            kind = "and" if isinstance(form, And) else "or"
            return {"kind": kind, "of": [self.json(p) for p in form.parts]}
        if isinstance(form, Minus):
            without = {"kind": "not", "of": self.json(form.without)}
            return {"kind": "and", "of": [self.json(form.whole), without]}
        return self._step(form)

    def _step(self, rel: Rel) -> dict[str, Any]:
        query = self.catalogue.queries[rel.query]
        columns = query.kinds
        fixed = {c.column: c.value for c in rel.conds if c.value is not None}
        over = (
            rel.cond(query.source or "")
            if rel.focus != query.source
            else rel.cond(query.target or "")
        )
        found: dict[str, Any] = {
            "kind": "step",
            "query": rel.query,
            "from": over.column if over and over.form is not None else None,
            "to": rel.focus or query.target,
        }
        if fixed:
            found["fixed"] = fixed
        if over is not None and over.form is not None:
            found["over"] = self.json(over.form)
        for cond in rel.conds:
            if cond is over or cond.column not in columns or cond.value is not None:
                continue
            test = (
                {"holds": list(cond.holds)}
                if cond.form is None
                else {"without" if cond.without else "among": self.json(cond.form)}
            )
            found = {"kind": "where", "of": found, "column": cond.column, "test": test}
        for when in rel.when:
            found = {"kind": "in_time", "of": found, "op": when.op} | (
                {"interval": f"{when.period.first or '..'}/{when.period.last or '..'}"}
                if when.period and when.period.month is None
                else {"periods": [str(p) for p in when.periods or (when.period,)]}
                if when.period or when.periods
                else {"over": [self.json(f) for f in when.forms]}
            )
        if rel.statuses:
            found = {"kind": "with_status", "of": found, "statuses": list(rel.statuses)}
        return found


def edtf(period: Interval) -> str:
    """A period as the shortest date that says it."""
    text = str(period)
    return text.replace("..", "") if "/" in text else text

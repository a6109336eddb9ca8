"""A form as a line that a person can read, and as JSON (the key ``form`` of an answer)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ontology import ontology
from queries.ask.forms import AllOf, And, Ask, Cond, Entity, Form, Minus, Or, Rel, When
from queries.ask.names import Lexicon
from queries.catalogue import Catalogue
from queries.header import Query

_W: dict[str, dict[str, str]] = {
    "en": {
        "of": "of", "and": " and also ", "or": " or ", "minus": " but not ", "with": "with",
        "during": "during", "before": "before", "after": "after", "since": "since",
        "until": "until", "between": "between", "in": "in", "status": "whose status is",
        "all": "all", "count": "how many:", "first": "the first of", "last": "the last of",
        "most": "the most among", "least": "the fewest among", "more": "more among",
        "fewer": "fewer among", "why": "why:", "sources": "sources for", "older": "by birth, the oldest first:",
        "younger": "by birth, the youngest first:", "list": "", "attributes": "", "joins": " and ",
        "holding": "about",
    },
    "es": {
        "of": "de", "and": " y además ", "or": " o ", "minus": " pero no ", "with": "con",
        "during": "durante", "before": "antes de", "after": "después de", "since": "desde",
        "until": "hasta", "between": "entre", "in": "en", "status": "cuyo estado es",
        "all": "todo:", "count": "cuántos:", "first": "lo primero de", "last": "lo último de",
        "most": "el máximo entre", "least": "el mínimo entre", "more": "más entre",
        "fewer": "menos entre", "why": "por qué:", "sources": "fuentes de", "older": "por nacimiento, de mayor a menor edad:",
        "younger": "por nacimiento, de menor a mayor edad:", "list": "", "attributes": "", "joins": " y ",
        "holding": "sobre",
    },
}  # fmt: skip


@dataclass
class Teller:
    """Says forms in one language."""

    catalogue: Catalogue
    lexicon: Lexicon
    language: str

    def word(self, name: str) -> str:
        """A small word of this language."""
        return _W[self.language][name]

    # -- text --------------------------------------------------------------------------------

    def ask(self, ask: Ask) -> str:
        """The whole form: ``guilty pleas of Ismael Zambada García [date, judge, court]``."""
        said = self.form(ask.form)
        if ask.columns:
            query = next((r for r in _outer(ask.form)), None)
            names = [self.heading(query.query, c) if query else c for c in ask.columns]
            said += f" [{', '.join(names)}]"
        return f"{self.word(ask.what)} {said}".strip()

    def form(self, form: Form) -> str:
        """A form as text, inner forms in brackets."""
        if isinstance(form, Entity):
            return self.word("or").join(self.name(i) for i in form.ids)
        if isinstance(form, AllOf):
            term = ontology().by_label.get(form.label)
            label = term.labels.get(self.language, form.label) if term else form.label
            return f"{self.word('all')} {label}"
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

    def heading(self, query: str, column: str) -> str:
        """What a column is called in this language."""
        try:
            return self.catalogue.queries[query].column(column).headings[self.language]
        except (KeyError, StopIteration):
            return column.replace("_", " ")

    def _rel(self, rel: Rel) -> str:
        query = self.catalogue.queries[rel.query]
        said = self._noun(query, rel)
        source = rel.cond(query.source or "")
        if source is not None and source.form is not None and query.source != rel.focus:
            said += f" {self.word('of')} {self.inner(source.form)}"
        rest = [c for c in rel.conds if c is not source or query.source == rel.focus]
        more = [self._cond(query, c) for c in rest if not self._in_noun(query, rel, c)]
        if more:
            said += f" {self.word('with')} " + self.word("joins").join(more)
        if rel.statuses:
            labels = [ontology().status_labels[s][self.language] for s in rel.statuses]
            said += f" {self.word('status')} {', '.join(labels)}"
        return " ".join([said, *(self.when(w) for w in rel.when)])

    def _noun(self, query: Query, rel: Rel) -> str:
        title = query.title[self.language]
        noun = title[:1].lower() + title[1:] if not title[:2].isupper() else title
        focus = rel.focus or query.target
        for saying in query.words:
            if (saying.language, saying.object, saying.subject) == (self.language, focus, None):
                fixed = {c.column: c.value for c in rel.conds if c.value is not None}
                if saying.holds and saying.holds.items() <= fixed.items():
                    return saying.say[0]
        return (
            noun if focus == query.target else f"{self.heading(query.name, focus or '')} ({noun})"
        )

    def _in_noun(self, query: Query, rel: Rel, cond: Cond) -> bool:
        return cond.value is not None and any(
            s.holds.get(cond.column) == cond.value and s.object == (rel.focus or query.target)
            for s in query.words
        )

    def _cond(self, query: Query, cond: Cond) -> str:
        heading = self.heading(query.name, cond.column)
        if cond.form is not None:
            return f"{heading} {self.inner(cond.form)}"
        if cond.holds:
            return f"{heading} {self.word('holding')} “{' '.join(cond.holds)}”"
        return f"{heading} {cond.value}"

    def when(self, when: When) -> str:
        """A time as text."""
        if when.period is not None:
            op = "in" if when.op == "during" else when.op
            return f"{self.word(op)} {when.period}"
        return f"{self.word(when.op)} " + self.word("joins").join(self.inner(f) for f in when.forms)

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
        columns = {c.name for c in query.columns}
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
                else {"among": self.json(cond.form)}
            )
            found = {"kind": "where", "of": found, "column": cond.column, "test": test}
        for when in rel.when:
            found = {"kind": "in_time", "of": found, "op": when.op} | (
                {"interval": f"{when.period.first or '..'}/{when.period.last or '..'}"}
                if when.period
                else {"over": [self.json(f) for f in when.forms]}
            )
        if rel.statuses:
            found = {"kind": "with_status", "of": found, "statuses": list(rel.statuses)}
        return found


def _outer(form: Form) -> list[Rel]:
    from queries.ask.forms import rels

    return rels(form)

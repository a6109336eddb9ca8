"""The first line of an answer: it says the thing, in the question's language.

It is made from the form and the rows.  A single row is told by the ``says`` template of its query;
of several, how many they are, what they are, and the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ontology import ontology
from queries.ask.counting import stated
from queries.ask.forms import Ask, Entity, Or, Rel, inner_rels, rels
from queries.ask.relations import STATUSES, Row, statuses_of
from queries.ask.results import Result
from queries.ask.run import Runner
from queries.ask.say import Teller
from queries.ask.vocabulary import Vocabulary
from queries.ask.wording import (
    FIRM,
    article,
    capital,
    contracted,
    date_phrase,
    date_text,
    joined,
    label,
    number,
    phrase,
    plural,
    sexed,
    value_text,
    wording,
)
from queries.header import DATED, Query

MOST_NAMED = 5  # things named in a sentence
MOST_TOLD = 3  # rows told one by one
MOST_SPEAKERS = 2
MOST_TEXT = 300  # characters of one value in a sentence
Evidence = Mapping[str, Mapping[str, Any]]
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_HOLE = re.compile(r"\{(\w+)\}")
_DATED = re.compile(rf"\b(?:on|in|el|en) \{{({'|'.join(DATED)})\}}")
_NAMED_DAY = re.compile(r", (\d{4}(?:-\d\d){0,2})$")  # the date at the end of an event's name


@dataclass
class Sentences:
    """Tells results in the language of ``teller``."""

    teller: Teller
    runner: Runner
    vocabulary: Vocabulary
    _sexes: dict[str, str] | None = field(default=None, repr=False)

    @property
    def language(self) -> str:
        """en or es."""
        return self.teller.language

    def first(self, result: Result, evidence: Evidence, polar: bool = False) -> str:
        """The sentence of an answer with at least one row; ``polar``: yes or no was asked."""
        said = self._told(result, evidence)
        if self.both_given(result.ask) or (polar and self._affirms(result.ask)):
            return contracted(self._yes(said, result.rows), self.language)
        if self._accuses(result):
            return contracted(self._hedged(said, rels(result.ask.form)[0]), self.language)
        if result.ask.what in ("instead", "quotes"):
            said = phrase(self.language, result.ask.what, said=said)
        return contracted(capital(said), self.language)

    def _affirms(self, ask: Ask) -> bool:
        """Whether rows are a yes: not where what is asked about only says a time, or who it is.

        *Is she a narco* may be read as who she is, which affirms nothing.
        """
        if isinstance(ask.form, Rel) and ask.form.query == "who_is":
            return False
        timed = any(w.forms for r in inner_rels(ask.form) for w in r.when)
        return ask.what in ("list", "attributes") and not timed

    def _accuses(self, result: Result) -> bool:
        """Whether several people are listed or counted for what they are only accused of."""
        form = result.ask.form
        if not isinstance(form, Rel) or form.query not in wording()["deeds"]:
            return False
        return result.ask.what in ("list", "count") and form.focus == "person"

    def _hedged(self, said: str, deed: Rel) -> str:
        statuses = {s for row in self.runner.rows(deed) for s in statuses_of(row)}
        if not statuses or statuses & FIRM:
            return said
        named = capital(joined([label(s, self.language) for s in sorted(statuses)], self.language))
        return phrase(self.language, "weak", status=named, said=said)

    def both_given(self, ask: Ask) -> bool:
        """Whether both ends of the relation are named, so that only yes or no is open."""
        if ask.what != "list" or not isinstance(ask.form, Rel):
            return False
        query = self.runner.relations.query(ask.form.query)
        ends = [ask.form.cond(e) for e in {query.source, query.target} if e]
        return len(ends) == 2 and all(
            c is not None and isinstance(c.form, Entity) and len(c.form.ids) == 1 for c in ends
        )

    def _yes(self, said: str, rows: list[Row]) -> str:
        statuses = {s for row in rows for s in statuses_of(row)}
        if not statuses or statuses & FIRM:
            return phrase(self.language, "yes", said=said)
        named = capital(joined([label(s, self.language) for s in sorted(statuses)], self.language))
        return phrase(self.language, "weak", status=named, said=said)

    # -- by what is asked ----------------------------------------------------------------------

    def _told(self, result: Result, evidence: Evidence) -> str:
        ways: dict[str, Callable[[Result, Evidence], str]] = {
            "count": self._count,
            "first": self._end,
            "last": self._end,
            "most": self._ranked,
            "least": self._ranked,
            "each": self._ranked,
            "more": self._ranked,
            "fewer": self._ranked,
            "older": self._compared,
            "younger": self._compared,
            "why": self._why,
            "sources": self._sources,
            "conflicts": self._conflicts,
        }
        return ways.get(result.ask.what, self._listed)(result, evidence)

    def _count(self, result: Result, evidence: Evidence) -> str:
        if result.columns[0] != "number":  # how much: an attribute, not a number of things
            return self._listed(result, evidence)
        row, column = result.rows[0], result.columns[1]
        what = self.teller.form(result.ask.form)
        names = self.cell(row, column)
        count = row["number"]
        named = row[column] if isinstance(row[column], list) else [row[column]]
        said = capital(number(count, self.language))
        stated_only = column != result.ask.form.focus if isinstance(result.ask.form, Rel) else False
        many = self._joins(result, what)
        if len(named) > MOST_NAMED or not names or (stated_only and f"{column}_id" in row):
            return phrase(self.language, f"count{many}", number=said, what=what)
        return phrase(self.language, f"counted{many}", number=said, what=what, names=names)

    def _joins(self, result: Result, what: str) -> str:
        """``s`` where a number and the words make one phrase, *eight children of X*, else nothing."""
        outer = rels(result.ask.form)
        if not isinstance(result.ask.form, Rel):
            return ""
        if not outer or len(self._counted(result)) < 2:
            return ""
        query = self.runner.relations.query(outer[0].query)
        column = outer[0].focus or query.target or ""
        noun = plural(self.teller.heading(query.name, column), self.language)
        title = query.title[self.language].lower()
        return "s" if what.startswith(noun) or not what.startswith(title.split(" ")[0]) else ""

    def _counted(self, result: Result) -> range:
        count = result.rows[0].get("number") if result.columns[:1] == ["number"] else None
        return range(count if isinstance(count, int) else len(self._things(result)))

    def _end(self, result: Result, evidence: Evidence) -> str:
        row = result.rows[0]
        date = next((row[c] for c in DATED if row.get(c)), "")
        names = self._names(result)
        when = date_phrase(str(date[0] if isinstance(date, list) else date), self.language)
        told = self.row(result, row, evidence).rstrip(".") if len(result.rows) == 1 else names
        return phrase(self.language, result.ask.what, date=when, names=told).replace(", :", ":")

    def _ranked(self, result: Result, evidence: Evidence) -> str:
        focus = result.columns[0]
        if result.ask.what in ("each", "more", "fewer") or focus == "period":
            pairs = [
                phrase(self.language, "pair", name=self.cell(r, focus), number=str(r["number"]))
                for r in result.rows[:MOST_NAMED]
            ]
            more = ["…"] if len(result.rows) > MOST_NAMED else []
            return phrase(self.language, "more", names="; ".join([*pairs, *more]))
        return phrase(
            self.language,
            result.ask.what,
            number=str(result.rows[0]["number"]),
            names=self._names(result),
        )

    def _compared(self, result: Result, evidence: Evidence) -> str:
        """Who is older: only said where the dates of birth do not overlap."""
        column = result.columns[0]
        born = [(r, str(r.get("date") or "")) for r in result.rows]
        told = [
            phrase(
                self.language,
                "born",
                name=self.cell(r, column),
                date=date_phrase(d, self.language) or phrase(self.language, "none"),
            )
            for r, d in born
        ]
        one, other = born[0], born[1] if len(born) > 1 else born[0]
        length = min(len(one[1]), len(other[1]))
        if len(born) < 2 or not length or one[1][:length] == other[1][:length]:
            return phrase(self.language, "same_age", others="; ".join(told))
        return phrase(
            self.language,
            result.ask.what,
            name=self.cell(one[0], column),
            date=date_phrase(one[1], self.language),
            others="; ".join(told[1:]),
        )

    def _why(self, result: Result, evidence: Evidence) -> str:
        """*A is the brother-in-law of C, because A is the brother of B and B the wife of C.*"""
        said = self._tie(result.rows[0], "first", result.rows[0]["relation"], "second")
        for row in result.rows:
            steps, at = [], "first"
            for n in (1, 2, 3):
                tie = row.get(f"tie_{n}")
                if tie is None:
                    continue
                to = f"via_{n}" if row.get(f"via_{n}") else "second"
                steps.append(self._tie(row, at, tie, to))
                at = to
            if row.get("rule") and steps:
                return phrase(self.language, "why", said=said, steps=joined(steps, self.language))
        return phrase(self.language, "why_stated", said=said)

    def _tie(self, row: Row, subject: str, relation: str, object_: str) -> str:
        """One tie in words: *Rosalinda is the wife of Nemesio*."""
        named = label(relation, self.language)
        term = ontology().by_type.get(relation)
        named = sexed(named, self.language, self.sex(str(row.get(f"{subject}_id"))))
        noun = named.endswith((" of", " de")) or (term is not None and bool(term.kinship))
        way = "tie_verb"
        if noun:
            way = "is_a" if term is not None and term.kinship else "tie"
        return phrase(
            self.language,
            way,
            subject=self.cell(row, subject),
            relation=named,
            object=self.cell(row, object_),
        )

    def _sources(self, result: Result, evidence: Evidence) -> str:
        what = self.teller.form(result.ask.form)
        if len(result.rows) == 1:
            return phrase(self.language, "claim", what=what)
        sources = {e["source"] for e in evidence.values()}
        return phrase(
            self.language,
            "claims" if len(sources) > 1 else "claims_one",
            number=capital(number(len(result.rows), self.language)),
            sources=number(len(sources), self.language),
            what=what,
        )

    def _conflicts(self, result: Result, evidence: Evidence) -> str:
        facts = []
        for row in result.rows:
            parts = [self.cell(row, c) for c in ("relation", "object", "value")]
            said = " ".join(p for p in parts if p)
            facts.append(f"{said} ({self.cell(row, 'status')})")
        told = list(dict.fromkeys(facts))
        more = ["…"] if len(told) > MOST_NAMED else []
        what = self.teller.form(result.ask.form)
        return phrase(
            self.language, "conflict", what=what, facts="; ".join([*told[:MOST_NAMED], *more])
        )

    # -- lists ---------------------------------------------------------------------------------

    def _listed(self, result: Result, evidence: Evidence) -> str:
        if "step" in self._columns(result) and "subject" in result.columns:
            return phrase(self.language, "path", steps=self._chain(result.rows))
        if {"subject", "relation", "object", "value"} <= self._columns(result):
            about = self._about(result)
            if about:
                return about
        if result.ask.what == "attributes":
            said = self._attributes(result)
            if said:
                return said
        things = self._things(result)
        if len(result.rows) == 1:
            return self.row(result, result.rows[0], evidence)
        if len(things) == 1 and len(result.rows) <= MOST_TOLD and self._template(result):
            rows = [self.row(result, r, evidence).rstrip(".") for r in result.rows]
            return "; ".join(dict.fromkeys(rows)) + "."
        return self._several(result, things)

    def _about(self, result: Result) -> str | None:
        """Who somebody is: the ties first, then names, and what happened last."""
        rel = rels(result.ask.form)[0]
        query = self.runner.relations.query(rel.query)
        whom = rel.cond(query.source or "")
        if whom is None or not isinstance(whom.form, Entity) or query.name != "who_is":
            return None
        one = whom.form.ids[0]
        model = ontology()
        facts: dict[str, tuple[int, str]] = {}
        for row in self.runner.rows(rel):
            term = model.by_type.get(row["relation"]) or model.by_label.get(row["relation"])
            told = label(row["relation"], self.language)
            if row.get("subject_id") != one:
                fact, order = self.cell(row, "subject"), 3
            elif row.get("object"):
                fact, order = (
                    f"{told} {self.cell(row, 'object')}",
                    0 if term is None or not term.kinship else 1,
                )
            else:
                fact, order = f"{told} {self.cell(row, 'value')}", 2
            status = label(str(row["status"]), self.language)
            facts.setdefault(fact, (order, f"{fact} ({status})"))
        told_facts = [f for _, f in sorted(facts.values(), key=lambda f: f[0])][:MOST_NAMED]
        if not told_facts:
            return None
        return phrase(self.language, "about", name=self._name(one), facts="; ".join(told_facts))

    def _several(self, result: Result, things: list[str]) -> str:
        what = self.teller.form(result.ask.form)
        said = capital(number(len(things), self.language))
        if len(things) == 1:
            return phrase(self.language, "of_thing", what=capital(what), values=things[0])
        many = self._joins(result, what)
        if len(things) <= MOST_NAMED:
            names = self._listed_names(result, things)
            return phrase(self.language, f"counted{many}", number=said, what=what, names=names)
        dates = [str(r.get("date") or "") for r in result.rows]
        order = (
            "by_date"
            if all(dates) and dates == sorted(dates) and len(set(dates)) > 1
            else "in_order"
        )
        names = ("; " if self._textual(result) else ", ").join(things[:MOST_TOLD])
        return phrase(
            self.language, f"some{many}", number=said, what=what,
            order=phrase(self.language, order), names=names,
        )  # fmt: skip

    def _textual(self, result: Result) -> bool:
        """Whether what is listed is text, not things with names."""
        return f"{result.columns[0]}_id" not in result.rows[0]

    def _listed_names(self, result: Result, things: list[str]) -> str:
        if self._textual(result) and any(len(t) > 30 for t in things):
            return "; ".join(f"“{t}”" for t in things)
        return joined(things, self.language)

    def _things(self, result: Result) -> list[str]:
        column = result.columns[0]
        found: dict[str, str] = {}
        for row in result.rows:
            value, ids = row.get(column), row.get(f"{column}_id")
            if isinstance(value, list):
                for n, one in enumerate(value):
                    key = str(ids[n]) if isinstance(ids, list) and n < len(ids) else str(one)
                    found.setdefault(key, self._name(key) or self._short(one, column))
            elif value is not None:
                found.setdefault(str(ids or value), self.cell(row, column))
        return list(found.values())

    def _names(self, result: Result) -> str:
        things = self._things(result)
        more = len(things) - MOST_NAMED
        if more > 0:
            things = [*things[:MOST_NAMED], phrase(self.language, "others", number=more)]
        return joined(things, self.language)

    def _attributes(self, result: Result) -> str | None:
        """What was asked of one thing: by the template where it says all of it, else one by one."""
        asked = [c for c in result.ask.columns if c in result.columns]
        if len(result.rows) > MOST_TOLD or not asked:
            return None
        template = self._template(result)
        told = template is not None and set(asked) <= set(_HOLE.findall(template))
        if told and len(result.rows) == 1 and all(_given(result.rows[0].get(c)) for c in asked):
            return None
        parts = []
        for name in asked:
            values = dict.fromkeys(self.cell(r, name) for r in result.rows if _given(r.get(name)))
            said = joined(list(values), self.language) or phrase(self.language, "none")
            heading = self._heading(result, name)
            told_alone = len(asked) == 1
            parts.append(
                said
                if told_alone
                else phrase(self.language, "attribute", heading=heading, value=said)
            )
        things = self._things(result)
        what = self.teller.form(result.ask.form)
        if len(things) == 1 and len(rels(result.ask.form)) == 1:
            first = result.columns[0]
            what = (
                what
                if first in asked
                else f"{things[0]} ({what})"
                if things[0] not in what
                else what
            )
        return phrase(self.language, "of_thing", what=capital(what), values="; ".join(parts))

    def _heading(self, result: Result, column: str) -> str:
        for rel in rels(result.ask.form):
            if column in self.runner.relations.query(rel.query).kinds:
                return self.teller.heading(rel.query, column)
        return column.replace("_", " ")

    def _chain(self, rows: list[Row]) -> str:
        """The first path, a step after the other."""
        path = [r for r in rows if r.get("path") == rows[0].get("path")]
        steps = [self._tie(r, "subject", str(r["relation"]), "object") for r in path]
        return "; ".join(dict.fromkeys(steps))

    # -- one row -------------------------------------------------------------------------------

    def row(self, result: Result, row: Row, evidence: Evidence) -> str:
        """One row as a sentence, with its status and, where it is no plain fact, who says so."""
        said = []
        own: set[str] = set()
        for rel in rels(result.ask.form):
            query = self.runner.relations.query(rel.query)
            if query.says:
                whole = self._whole(result, rel, row)
                own |= statuses_of(whole)
                said.append(self.filled(query, whole))
            if isinstance(result.ask.form, Or):
                break
        if not said or not any(said):
            what = capital(self.teller.form(result.ask.form))
            said = [phrase(self.language, "of_thing", what=what, values=self._values(result, row))]
            return said[0]
        text = "; ".join(dict.fromkeys(s for s in said if s))
        return text + self._hedge(text, row, evidence, own) + "."

    def _values(self, result: Result, row: Row) -> str:
        return ", ".join(v for v in (self.cell(row, c) for c in result.columns) if v)

    def _whole(self, result: Result, rel: Rel, row: Row) -> Row:
        """A row with the columns that were cut off: from the same relation, by its claims."""
        query = self.runner.relations.query(rel.query)
        holes = set(_HOLE.findall(query.says[self.language]))
        stated = query.kinds.keys() & set(STATUSES)
        if holes <= set(row) and stated <= set(row):
            return row
        for hit in self.runner.rows(rel):
            same = all(hit.get(c) == row[c] for c in row if c in hit and c != "claims")
            if same and set(hit["claims"]) <= set(row["claims"]):
                return {**hit, **row}
        return row

    def _template(self, result: Result) -> str | None:
        outer = rels(result.ask.form)
        if len(outer) != 1:
            return None
        return self.runner.relations.query(outer[0].query).says.get(self.language)

    def filled(self, query: Query, row: Row) -> str:
        """The sentence of a query for one row, without what is null, ``[...]`` with its holes."""
        template = self._kin(query, row) or query.says[self.language]

        def optional(found: re.Match[str]) -> str:
            holes = _HOLE.findall(found[1])
            return found[1] if all(_given(row.get(h)) for h in holes) else ""

        text = _OPTIONAL.sub(optional, template)
        text = _DATED.sub(lambda m: self._when(row.get(m[1])), text)
        text = _HOLE.sub(lambda m: self.cell(row, m[1]), text)
        bearer = next(iter(_HOLE.findall(template)), "")
        text = sexed(text, self.language, self.sex(str(row.get(f"{bearer}_id"))))
        text = self._once(text, query, row)
        text = re.sub(r"\(\s*[,;]?\s*\)", "", text)
        text = re.sub(r"\s+", " ", re.sub(r"\s+([,;:.)])", r"\1", text))
        return text.strip(" ,;:")

    def _once(self, text: str, query: Query, row: Row) -> str:
        """Nothing twice: *Charges against X of X*; a date that the name of an event has already."""
        names = [self.cell(row, c.name) for c in query.columns if c.entity and row.get(c.name)]
        of = self.teller.word("of")
        for name in names:
            for other in names:
                if other != name and other in name:
                    text = text.replace(f"{name} {of} {other}", name)
        return re.sub(r"(, [^,;]*\d{4})\1(?=\W|$)", r"\1", text)

    def _kin(self, query: Query, row: Row) -> str | None:
        """Kin by the relation itself: *is the father of* instead of *is a parent of (father of)*."""
        term = ontology().by_type.get(str(row.get("relation")))
        if term is None or not term.kinship or not query.source or not query.target:
            return None
        if f"{query.source}_id" not in row or f"{query.target}_id" not in row:
            return None
        noun = term.labels[self.language]
        one = f"{{{query.target}}}"
        if self.language == "en":
            noun = (
                f"the {noun}"
                if term.iri.endswith(("fatherOf", "motherOf"))
                else article(sexed(noun, "en", self.sex(str(row[f"{query.target}_id"]))))
            )
            return f"{one} is {noun} {{{query.source}}}"
        return f"{one} es {noun} {{{query.source}}}"

    def _when(self, value: Any) -> str:
        values = value if isinstance(value, list) else [value]
        said = [date_phrase(str(v), self.language) for v in values if v]
        return joined(said, self.language)

    def _hedge(self, text: str, row: Row, evidence: Evidence, own: set[str]) -> str:
        """Status and speakers after a sentence that has not said them.

        ``own`` are the statuses of what the sentence says: a row that was found over the sentence
        of another man has claims on that too, whose status is not its own.
        """
        found = sorted(statuses_of(row) | own)
        if not found:
            found = sorted({str(evidence[c]["status"]) for c in row["claims"] if c in evidence})
        speakers = sorted(
            {a for c in row["claims"] if c in evidence for a in evidence[c]["attributed_to"]}
        )
        parts = []
        weak = set(found) - FIRM
        labels = [label(s, self.language) for s in found]
        if labels and not any(x in text for x in labels):
            parts.append(joined(labels, self.language))
        if weak and speakers and not any(s in text for s in speakers):
            more = len(speakers) - MOST_SPEAKERS
            named = speakers[:MOST_SPEAKERS]
            if more > 0:
                named.append(phrase(self.language, "others", number=more))
            parts.append(phrase(self.language, "speakers", names=joined(named, self.language)))
        return f" ({', '.join(parts)})" if parts else ""

    # -- cells ---------------------------------------------------------------------------------

    def cell(self, row: Row, column: str) -> str:
        """A cell in words; entities by their name in this language."""
        value, ids = row.get(column), row.get(f"{column}_id")
        if isinstance(value, list):
            whole = ids if isinstance(ids, list) and len(ids) == len(value) else [None] * len(value)
            named = [
                self._name(i) or self._short(v, column) for v, i in zip(value, whole, strict=True)
            ]
            return joined(named, self.language)
        return self._name(ids) or self._short(value, column)

    def _name(self, identifier: Any) -> str:
        known = self.runner.lexicon.entities.get(str(identifier))
        if known is None:
            return ""
        return _NAMED_DAY.sub(
            lambda m: ", " + date_text(m[1], self.language), known.called(self.language)
        )

    def _short(self, value: Any, column: str) -> str:
        text = value_text(value, column, self.language)
        return text if len(text) <= MOST_TEXT else text[:MOST_TEXT].rsplit(" ", 1)[0] + " …"

    def sex(self, person: str) -> str | None:
        """``m`` or ``f`` where a source calls somebody a father or a mother, else None."""
        if "Person" not in self.runner.lexicon.labels_of(person):
            return None
        if self._sexes is None:
            self._sexes = {}
            if "parents" in self.runner.relations.catalogue.queries:
                for row in self.runner.relations.rows("parents"):
                    known = {"FATHER_OF": "m", "MOTHER_OF": "f"}.get(str(row.get("relation")))
                    if known:
                        self._sexes[str(row["parent_id"])] = known
        return self._sexes.get(person)

    def _columns(self, result: Result) -> set[str]:
        return {
            c.name
            for rel in rels(result.ask.form)
            for c in self.runner.relations.query(rel.query).columns
        }

    # -- what is left out ----------------------------------------------------------------------

    def left_out(self, result: Result) -> list[str]:
        """What an answer does not have although the sources count it: names that are not public."""
        lines = []
        for rel in inner_rels(result.ask.form):
            for way in self.vocabulary.stated:
                if way["query"] != rel.query:
                    continue
                line = self._unnamed(rel, way)
                if line and line not in lines:
                    lines.append(line)
        if any(r.query == "sentences" for r in rels(result.ask.form)) and isinstance(
            result.ask.form, Or
        ):
            lines.append(phrase(self.language, "implied"))
        return lines

    def _unnamed(self, rel: Rel, way: dict[str, Any]) -> str | None:
        size = self.runner.relations.query(way["size"]["query"]).kinds
        conds = tuple(c for c in rel.conds if c.column in size)
        whole = Rel(rel.query, way["column"], conds, rel.when)
        if not conds and not rel.when:
            return None
        total = stated(whole, self.runner, self.vocabulary)
        if total is None:
            return None
        named, counted = len(self.runner.hits(whole)), total.rows[0]["number"]
        if named >= counted:
            return None
        return phrase(
            self.language, "left_out", unnamed=counted - named, all=counted,
            what=self.teller.form(whole),
        )  # fmt: skip


def _given(value: Any) -> bool:
    return value is not None and value != [] and value != ""

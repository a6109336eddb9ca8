"""What is asked of a form, computed: rows with the columns that the question wants, and claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from queries.ask.forms import AllOf, And, Ask, Cond, Entity, Form, Minus, Or, Rel, rels
from queries.ask.groups import SPANS, Counted, counted, grouped, numbers
from queries.ask.pieces import Piece
from queries.ask.relations import Row, cells_of
from queries.ask.run import Hits, Runner, row_spans
from queries.ask.vocabulary import Vocabulary
from queries.header import DATED

MOST_TOPICS = 6  # events of which a question about conflicts may speak
# Whoever was sentenced was convicted: relation, column and value, and the relation that implies it.
IMPLIED_BY = {("verdicts", "statuses", "convicted"): "sentences"}
RANKS = {"most": -1, "more": -1, "least": 1, "fewer": 1}
MOST_EQUAL = 3  # things that may be first together where there are no others
ENDS = {"first": 1, "last": -1}


@dataclass
class Result:
    """Rows as asked: ``columns`` in order (an entity's id beside it), each row with ``claims``."""

    ask: Ask
    columns: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    trips: int = 0

    @property
    def claims(self) -> frozenset[str]:
        """All claims that the answer rests on."""
        return frozenset(c for row in self.rows for c in row["claims"])

    def same(self, other: Result) -> bool:
        """Whether two readings say the same: the same rows, things or claims."""
        if self.claims == other.claims:
            return True
        asked = self.ask.columns
        if self.ask.what == other.ask.what == "attributes" and asked == other.ask.columns:
            told = self.values(asked)
            if told and told == other.values(asked):
                return True
        if self.ask.by and self.ask.by == other.ask.by and "number" in self.columns:
            both = tuple(self.columns)
            return both == tuple(other.columns) and self.values(both) == other.values(both)
        mine, theirs = self.things(), other.things()
        if mine and mine == theirs:
            return True
        return unfocused(self.ask) == unfocused(other.ask)

    def values(self, columns: tuple[str, ...]) -> frozenset[str]:
        """What stands in some columns, row by row."""
        cells = ([row.get(c) for c in columns] for row in self.rows)
        return frozenset(repr(c) for c in cells if any(v not in (None, [], "") for v in c))

    def within(self, other: Result) -> bool:
        """Whether another answer says all that this one says."""
        mine = self.things()
        return self.same(other) or (bool(mine) and mine <= other.things())

    def things(self) -> frozenset[str]:
        """The ids in the first column: what the answer lists."""
        first = f"{self.columns[0]}_id" if self.columns else ""
        return frozenset(str(row[first]) for row in self.rows if first in row)


def unfocused(ask: Ask) -> object:
    """What a reading looks up, whichever of its columns it is read for."""
    form = ask.form
    if isinstance(form, Rel):
        return (ask.what, ask.columns, replace(form, focus=None))
    return ask


def asks_of(piece: Piece, runner: Runner, vocabulary: Vocabulary) -> Ask | None:
    """A reading as a question to a set; None where it makes none."""
    form = piece.form
    if piece.kind not in ("set", "rel") or form is None or piece.side or piece.each:
        return None
    if "conflicts" in piece.ops:
        return Ask("conflicts", form)
    if isinstance(form, Entity):
        return _presented(piece, form, runner)
    if (
        isinstance(form, Rel)
        and form.implied
        and form.conds
        and all(isinstance(c.form, Entity) for c in form.conds)
    ):
        return None  # a name by itself does not ask for what it is a member of
    if isinstance(form, Or) and all(isinstance(p, Entity) for p in form.parts):
        return _compared(piece, form, runner, vocabulary) or _presented(piece, form, runner)
    if not rels(form) and not isinstance(form, AllOf):
        return None
    if isinstance(form, Rel) and form.implied and not form.conds:
        alone = {w["query"]: w["alone"] for w in vocabulary.dated if "alone" in w}
        other = alone.get(form.query)
        if (
            other and other in runner.relations.catalogue.queries
        ):  # what happened then, whatever it was
            form = Rel(other, runner.relations.query(other).target, when=form.when)
    if isinstance(form, AllOf):
        return _all_of(piece, form, runner)
    if isinstance(form, Rel) and form.focus is None:
        form = _open_end(form, runner)
    columns = _columns_asked(piece, form, runner, vocabulary)
    if columns is None:
        return None
    form = _implied_too(form, runner)
    ops = set(piece.ops) - {"only", "both"}
    if "together" in ops:
        together = _together(form, runner)
        if together is None:
            return None
        form, ops = together, ops - {"together"}
    named = "named" in ops  # only those whose names are known
    spans = ops & SPANS.keys()
    ops -= {"named"}
    ops -= spans
    if len(ops - {"count"}) > 1 or len(spans) > 1:
        return None
    if ops & {"count", *RANKS} or spans:
        form = _at_home(form, runner, vocabulary)
    ranked = next((op for op in ops if op in RANKS), "each")
    timed = bool(columns) and set(columns) <= set(DATED)
    if timed and ranked in ("most", "least") and not piece.wh and not spans:
        columns, spans = (), set() if grouped(form, ranked) else {"yearly"}  # "in which year"
        ops -= {"count"}
    by = grouped(form, ranked) if not spans else form
    if spans or by is not None:
        if not isinstance(by, Rel) or columns or ops - {"count", ranked}:
            return None
        if spans and by.focus is None and "count" not in ops and not timed:
            return None  # a verb alone says nothing that there could be many of
        if not spans or "count" in ops:
            by = _people_first(by, runner, vocabulary)
        return Ask(ranked, by, by=next(iter(spans), "each"))
    for op in ops:
        if op in ("more", "fewer"):
            return None  # than what?
        if op in RANKS and isinstance(form, Rel) and form.focus is None:
            return None  # a verb alone says nothing of which one could be the most
        if op in RANKS:
            form = _of_usual_kind(form, runner, vocabulary)
            if piece.wh or not _counts(form, columns, vocabulary):
                columns = tuple(c for c in columns if not _counts(form, (c,), vocabulary))
        if op in (*RANKS, *ENDS, "why", "sources"):
            return Ask(op, form, columns)
        if op in ("older", "younger"):
            return None
    if "count" in ops:
        if named:
            form = _people_of(form, vocabulary)
        return Ask("count", form, columns, by="named" if named else None)
    return Ask("attributes" if columns else "list", form, columns)


def _open_end(form: Rel, runner: Runner) -> Rel:
    """A relation of which one end is named, read for the other: *X answers to whom*."""
    query = runner.relations.query(form.query)
    named = form.cond(query.target or "")
    open_end = query.source and form.cond(query.source) is None
    if named is not None and isinstance(named.form, Entity) and open_end:
        return replace(form, focus=query.source)
    return form


def _at_home(form: Form, runner: Runner, vocabulary: Vocabulary) -> Form:
    """Transfers as the relation that lists them has them, where one that they stand in says no more."""
    for way in vocabulary.stated:
        home = runner.relations.query(way["size"]["query"])
        if not isinstance(form, Rel) or form.query != way["query"] or form.focus != home.target:
            continue
        columns = {c.name for c in home.columns}
        plain = all(c.column in columns and not c.each for c in form.conds)
        if plain and not form.subject and not any(w.each for w in form.when):
            return Rel(home.name, home.target, form.conds, form.when)
    return form


def _people_first(form: Rel, runner: Runner, vocabulary: Vocabulary) -> Rel:
    """What is counted where no word says it: people of a transfer, not transfers of people."""
    for way in vocabulary.stated:
        ends = (way["column"], way["size"]["column"])
        by_verb = form.subject == way["column"] and form.focus == form.object
        if form.query == way["query"] and (by_verb or form.focus in (None, *ends)):
            return replace(form, focus=way["column"])
    return form


def _counts(form: Form, columns: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether texts are what is counted: *which charge is the most frequent*."""
    outer = rels(form)
    return (
        len(columns) == 1
        and bool(outer)
        and outer[0].query in vocabulary.counted.get(columns[0], [])
    )


def _of_usual_kind(form: Form, runner: Runner, vocabulary: Vocabulary) -> Form:
    """All of a relation, where they are ranked, as those of them that are meant without a word."""
    if not isinstance(form, Rel) or form.conds or form.query not in vocabulary.ranked:
        return form
    if form.focus == "person":
        return form
    for column, value in vocabulary.ranked[form.query].items():
        form = form.given(Cond(column, value=value))
    return form


def _people_of(form: Form, vocabulary: Vocabulary) -> Form:
    """The people of transfers where only transfers are said: *how many of the 37*."""
    for way in vocabulary.stated:
        size = way["size"]
        if isinstance(form, Rel) and form.query == size["query"]:
            return Rel(way["query"], way["column"], (Cond("transfer", form),))
    return form


def _implied_too(form: Form, runner: Runner) -> Form:
    """People of a relation with those whom another relation implies, if nobody is named."""
    if not isinstance(form, Rel) or form.focus != "person" or form.cond("person") is not None:
        return form
    for cond in form.conds:
        other = IMPLIED_BY.get((form.query, cond.column, str(cond.value)))
        if other is None or other not in runner.relations.catalogue.queries:
            continue
        rest = tuple(c for c in form.conds if c is not cond)
        columns = {c.name for c in runner.relations.query(other).columns}
        if all(c.column in columns for c in rest):
            return Or((form, Rel(other, "person", rest, form.when)))
    return form


def _presented(piece: Piece, form: Entity | Or, runner: Runner) -> Ask | None:
    """A name alone, or several, ask who that is."""
    if (
        piece.ops
        or piece.dropped
        or set(piece.asks) - {"manner"}
        or "who_is" not in runner.relations.catalogue.queries
    ):
        return None
    ids = {i for p in form.parts for i in _ids_of(p)} if isinstance(form, Or) else {*form.ids}
    events = all("Event" in runner.lexicon.labels_of(i) for i in ids)
    if events and "events" in runner.relations.catalogue.queries:
        return Ask("list", Rel("events", "event", (Cond("event", form),)))
    return Ask("list", Rel("who_is", "entity", (Cond("entity", form),)))


def _ids_of(form: Form) -> tuple[str, ...]:
    return form.ids if isinstance(form, Entity) else ()


SHARED = ("transfer", "event", "statement")  # columns by which things belong together


def _together(form: Form, runner: Runner) -> Form | None:
    """*On the same flight as X*: those who share the event of the row, without X."""
    if not isinstance(form, Rel):
        return None
    names = [c.name for c in runner.relations.query(form.query).columns]
    shared = next((c for c in SHARED if c in names), None)
    named = [c for c in form.conds if isinstance(c.form, Entity) and c.column != shared]
    if shared is None or len(named) != 1 or named[0].form is None:
        return None
    with_them = Cond(shared, replace(form, focus=shared))
    column = named[0].column
    return Minus(replace(form, focus=column, conds=(with_them,)), named[0].form)


def _all_of(piece: Piece, form: AllOf, runner: Runner) -> Ask | None:
    """A class alone asks for its members; *who* and *people* ask for nothing."""
    if form.label in ("Actor", "Person", "Entity", "Event", "Source", "Place") or piece.asks:
        return None
    if "things" not in runner.relations.catalogue.queries or set(piece.ops) - {"count"}:
        return None
    found = Rel("things", "thing", (Cond("kind", value=form.label),))
    return Ask("count" if piece.ops else "list", found)


def _columns_asked(
    piece: Piece, form: Form, runner: Runner, vocabulary: Vocabulary
) -> tuple[str, ...] | None:
    """The columns for the attributes asked; None where no relation has one."""
    found: list[str] = []
    for name in piece.asks:
        wanted = vocabulary.asks.get(name, [name])
        for rel in rels(form):
            present = [c.name for c in runner.relations.query(rel.query).columns]
            fitting = [c for c in wanted if c in present]
            if fitting:
                found.append(fitting[0])
                break
        else:
            if name != "manner":  # "how are they connected" is answered by the rows themselves
                return None
    return tuple(dict.fromkeys(found))


def _compared(piece: Piece, form: Or, runner: Runner, vocabulary: Vocabulary) -> Ask | None:
    for op in piece.ops:
        way = vocabulary.compares.get(op)
        if way and way["query"] in runner.relations.catalogue.queries:
            return Ask(
                op, Rel(way["query"], way["column"], (Cond(way["column"], form),)), by=way["by"]
            )
    return None


def compute(ask: Ask, runner: Runner, vocabulary: Vocabulary) -> Result:
    """Runs a form and makes the rows that are asked for."""
    before = runner.relations.trips
    result = _compute(ask, runner, vocabulary)
    result.trips = runner.relations.trips - before
    return result


def _compute(ask: Ask, runner: Runner, vocabulary: Vocabulary) -> Result:
    form = ask.form
    if ask.what == "why":
        return _why(ask, runner)
    if ask.by in ("each", *SPANS) and isinstance(form, Rel):
        columns, rows = numbers(
            ask, form, runner, lambda part: _number_of(part, runner, vocabulary)
        )
        return Result(ask, columns, rows)
    if ask.what == "count":
        return _count(ask, runner, vocabulary)
    if ask.what == "conflicts":
        return _conflicts(ask, runner)
    hits = runner.hits(form)
    if ask.what in ENDS:
        hits = _ends(hits, ENDS[ask.what])
    elif ask.what in RANKS:
        return _ranked(ask, hits, runner, vocabulary)
    if ask.what == "sources":
        return _sources(ask, hits, runner)
    columns = shown(ask, runner)
    rows = [row for hit in hits.values() for row in hit.rows]
    if ask.by:
        rows.sort(key=lambda r: str(r.get(ask.by or "") or "9"), reverse=ask.what == "younger")
    return Result(ask, columns, merged(rows, columns))


def focus_of(form: Form, runner: Runner) -> str | None:
    """The column that a form's things stand in."""
    outer = rels(form)
    if not outer:
        return None
    return outer[0].focus or runner.relations.query(outer[0].query).target


def shown(ask: Ask, runner: Runner) -> list[str]:
    """The columns that answer: what is asked for, where it came from, and how firmly it is said."""
    focus = focus_of(ask.form, runner)
    columns = [focus] if focus else []
    for rel in rels(ask.form):
        query = runner.relations.query(rel.query)
        source = query.source
        if (
            source
            and rel.cond(source) is None
            and query.target
            and not query.column(query.target).entity
        ):
            columns.append(source)  # a text, and whose it is
        names = [c.name for c in query.columns]
        if ask.what == "quotes":  # who said it, to whom, what and when
            columns += [c for c in names if c not in ("claim", "source")]
            continue
        for cond in rel.conds:
            several = not (isinstance(cond.form, Entity) and len(cond.form.ids) == 1)
            both = all(rel.cond(e or "") for e in (query.source, query.target))
            told = several or both or ask.what == "attributes" or isinstance(ask.form, And)
            if cond.column in names and told:
                columns.append(cond.column)
        if ask.what in ("attributes", "instead"):
            columns += [c for c in ask.columns if c in names]
        if ask.what == "attributes":
            columns += [c for c in ("status", "statuses") if c in names]
        else:
            columns += [c for c in query.attributes if c in names]
    return list(dict.fromkeys(columns))


def merged(rows: Iterable[Row], columns: list[str]) -> list[Row]:
    """Rows cut to some columns; equal ones become one, with the claims of all."""
    found: dict[str, Row] = {}
    for row in rows:
        cut = {name: row.get(name) for name in columns}
        cut |= {f"{n}_id": row[f"{n}_id"] for n in columns if f"{n}_id" in row}
        other = found.setdefault(repr(cut), {**cut, "claims": []})
        other["claims"] = sorted({*other["claims"], *row["claims"]})
    return list(found.values())


def _count(ask: Ask, runner: Runner, vocabulary: Vocabulary) -> Result:
    number = None if ask.by == "named" else stated(ask.form, runner, vocabulary)
    if number is not None:
        return number
    hits = runner.hits(ask.form)
    if not hits:
        return Result(ask)
    if len(ask.columns) == 1 and rels(ask.form)[0].query in vocabulary.counted.get(
        ask.columns[0], []
    ):
        return _values(ask, hits)
    if ask.columns and not set(ask.columns) & {"date", "number"}:
        columns = shown(replace(ask, what="attributes"), runner)  # "how much was the fine"
        return Result(ask, columns, merged([r for h in hits.values() for r in h.rows], columns))
    focus = focus_of(ask.form, runner) or "thing"
    names = [runner.lexicon.entities[i].name if i in runner.lexicon.entities else i for i in hits]
    claims = sorted({c for hit in hits.values() for c in hit.claims})
    row = {"number": len(hits), focus: names, f"{focus}_id": list(hits), "claims": claims}
    extra = [c for c in ask.columns if c != focus]
    for name in extra:
        row[name] = sorted({str(r.get(name)) for h in hits.values() for r in h.rows if r.get(name)})
    return Result(ask, ["number", focus, *extra], [row])


def _number_of(form: Rel, runner: Runner, vocabulary: Vocabulary) -> Counted:
    """How many a form gives: as sources state it where they don't name all."""
    said = stated(form, runner, vocabulary)
    if said is not None and said.rows:
        return said.rows[0]["number"], said.rows[0]["claims"]
    query = runner.relations.query(form.query)
    if form.focus and form.cond(form.focus) is not None and query.target != form.focus:
        rows = runner.rows(form)  # of one thing: how many nicknames it has
        values = {str(v) for r in rows for v in cells_of(r, query.target or "")}
        return len(values), sorted({c for r in rows for c in r["claims"]})
    return counted(form, runner.hits(form))


def _values(ask: Ask, hits: Hits) -> Result:
    """How many different values a column has: nicknames, offences."""
    column = ask.columns[0]
    rows = [r for hit in hits.values() for r in hit.rows if r.get(column) is not None]
    values = sorted({str(r[column]) for r in rows})
    claims = sorted({c for r in rows for c in r["claims"]})
    return Result(
        ask, ["number", column], [{"number": len(values), column: values, "claims": claims}]
    )


def stated(form: Form, runner: Runner, vocabulary: Vocabulary) -> Result | None:
    """A number that sources state where not all are named: people of a transfer."""
    if not isinstance(form, Rel):
        return None
    for way in vocabulary.stated:
        if way["query"] != form.query or form.focus != way["column"]:
            continue
        size = runner.relations.query(way["size"]["query"])
        columns = {c.name for c in size.columns}
        if any(c.column not in columns or c.column == way["column"] for c in form.conds):
            return None
        totals = Rel(size.name, size.target, form.conds, form.when)
        rows = runner.rows(totals)
        kept = merged(rows, [size.target or "", "date", way["size"]["column"]])
        numbers = [r[way["size"]["column"]] for r in kept]
        if not any(isinstance(_number(n), int) for n in numbers):
            return None
        claims = sorted({c for r in kept for c in r["claims"]})
        total = 0
        for found in kept:
            stated = _number(found[way["size"]["column"]])
            if stated is None:  # nobody states how many: those who are named
                one = Entity((str(found.get(f"{size.target}_id")),), "Entity")
                named = runner.hits(replace(form, conds=(Cond(size.target or "", one),), when=()))
                claims = sorted({*claims, *(c for h in named.values() for c in h.claims)})
                stated = len(named)
            total += stated
        target = size.target or ""
        row: dict[str, Any] = {
            "number": total,
            target: [r[target] for r in kept],
            f"{target}_id": [r.get(f"{target}_id") for r in kept],
            "claims": claims,
        }
        return Result(Ask("count", form), ["number", target], [row])
    return None


def _number(value: Any) -> int | None:
    if isinstance(value, list):
        value = max(value) if value else None
    return value if isinstance(value, int) else None


def _ends(hits: Hits, direction: int) -> Hits:
    """The things with the first or the last date; nothing where no row is dated."""
    dated = {key: [_day(row, direction) for row in hit.rows] for key, hit in hits.items()}
    dates = sorted({d for found in dated.values() for d in found if d})
    if not dates:
        return {}
    wanted = dates[0] if direction > 0 else dates[-1]
    return {
        key: type(hit)(key, [r for r, d in zip(hit.rows, dated[key], strict=True) if d == wanted])
        for key, hit in hits.items()
        if wanted in dated[key]
    }


def _day(row: Row, direction: int) -> str:
    """The first or the last day of a row, as it counts from that side; empty where it has none."""
    spans = row_spans(row)
    days = [span.first if direction > 0 else span.last for span in spans]
    known = [d for d in days if d]
    return (min(known) if direction > 0 else max(known)) if known else ""


def _ranked(ask: Ask, hits: Hits, runner: Runner, vocabulary: Vocabulary) -> Result:
    """Things by how many others stand in their rows, or by a number that these state."""
    if _counts(ask.form, ask.columns, vocabulary):
        return _frequent(ask, hits)
    focus = focus_of(ask.form, runner) or ""
    number, measured_by = _measure(ask.form, focus, runner)
    stated_by = _stated_sizes(ask.form, focus, measured_by, runner, vocabulary)
    measured: list[tuple[int, Row]] = []
    for key, hit in hits.items():
        claims = sorted(hit.claims)
        if number:
            values = [v for v in (_number(r.get(number)) for r in hit.rows) if v is not None]
            if not values:
                continue
            amount = max(values)
        else:
            amount = len({i for r in hit.rows for i in cells_of(r, measured_by)})
        if key in stated_by:
            amount, claims = stated_by[key]
        known = runner.lexicon.entities.get(key)
        row = {focus: known.name if known else key, f"{focus}_id": key, "number": amount}
        dates = sorted({str(r["date"]) for r in hit.rows if r.get("date")})
        if number and dates:
            row["date"] = dates[0]
        measured.append((amount, {**row, "claims": claims}))
    measured.sort(key=lambda m: (RANKS[ask.what] * m[0], m[1][focus]))
    best = [row for amount, row in measured if amount == measured[0][0]]
    if len(best) == len(measured) > MOST_EQUAL:
        return Result(ask)  # all have as many: none has the most
    if ask.what in ("more", "fewer"):
        best = [row for _, row in measured]
    columns = [focus, "number", *(["date"] if best and "date" in best[0] else [])]
    return Result(ask, columns, best)


def _frequent(ask: Ask, hits: Hits) -> Result:
    """The texts of a column by how many things have them."""
    column = ask.columns[0]
    found: dict[str, tuple[set[str], set[str]]] = {}
    for key, hit in hits.items():
        for row in hit.rows:
            if row.get(column) is not None:
                things, claims = found.setdefault(str(row[column]), (set(), set()))
                things.add(key)
                claims.update(row["claims"])
    counts = sorted((RANKS[ask.what] * len(things), text) for text, (things, _) in found.items())
    best = [text for amount, text in counts if amount == counts[0][0]]
    rows = [
        {column: text, "number": len(found[text][0]), "claims": sorted(found[text][1])}
        for text in best
    ]
    return Result(ask, [column, "number"], rows)


def _stated_sizes(
    form: Form, focus: str, measured_by: str, runner: Runner, vocabulary: Vocabulary
) -> dict[str, Counted]:
    """How many sources count, by thing, where not all are named: people of each transfer."""
    outer = rels(form)[0]
    if not any((outer.query, measured_by) == (w["query"], w["column"]) for w in vocabulary.stated):
        return {}
    found = {}
    for key in runner.hits(form):
        one = Rel(outer.query, measured_by, (Cond(focus, Entity((key,), "Entity")),))
        found[key] = _number_of(one, runner, vocabulary)
    return found


def _measure(form: Form, focus: str, runner: Runner) -> tuple[str | None, str]:
    outer = rels(form)[0]
    query = runner.relations.query(outer.query)
    conds = [c.column for c in outer.conds if c.column != focus and not isinstance(c.form, Entity)]
    classes = {c.name for c in query.columns if c.entity}
    counted = [c for c in conds if c in classes]
    if counted:
        return None, counted[0]
    numbers = [c.name for c in query.columns if c.type.removesuffix("[]") == "integer"]
    if numbers:
        return numbers[0], ""
    others = [e for e in (query.target, query.source) if e and e != focus]
    return None, others[0] if others else ""


def _why(ask: Ask, runner: Runner) -> Result:
    """The chain behind a kinship: a query of its own, from one end to the other."""
    for rel in rels(ask.form):
        query = runner.relations.query(rel.query)
        ends = [rel.cond(e or "") for e in (query.source, query.target)]
        ids = [
            c.form.ids[0] for c in ends if c and isinstance(c.form, Entity) and len(c.form.ids) == 1
        ]
        if len(ids) == 2 and "why_related" in runner.relations.catalogue.queries:
            rows = runner.relations.rows("why_related", {"first": ids[0], "second": ids[1]})
            columns = [c.name for c in runner.relations.query("why_related").columns]
            if rows:
                return Result(ask, columns, merged(rows, columns))
    return Result(ask)


def _conflicts(ask: Ask, runner: Runner) -> Result:
    """What sources disagree about, of all that a form speaks of."""
    if "conflicts" not in runner.relations.catalogue.queries:
        return Result(ask)
    query = runner.relations.query("conflicts")
    topics = _spoken_of(ask.form, runner)
    columns = [query.target or "", *query.attributes]
    rows = [r for r in runner.relations.rows("conflicts") if topics & set(cells_of(r, "topic"))]
    return Result(ask, columns, merged(rows, columns))


def _spoken_of(form: Form, runner: Runner) -> set[str]:
    """The ids that a form names or finds on its way; of people only those that it names."""
    if isinstance(form, Entity):
        return set(form.ids)
    if isinstance(form, And | Or):
        return {i for part in form.parts for i in _spoken_of(part, runner)}
    if isinstance(form, Rel):
        inner = {i for c in form.conds if c.form is not None for i in _spoken_of(c.form, runner)}
        events = {
            i
            for row in runner.rows(form)
            for column in row
            if column.endswith("_id")
            for i in cells_of(row, column.removesuffix("_id"))
            if "Event" in runner.lexicon.labels_of(i)
        }
        return inner | (events if len(events) <= MOST_TOPICS else set())
    return set()


def _sources(ask: Ask, hits: Hits, runner: Runner) -> Result:
    """The claims behind the rows, one a row; who runs the answer adds what each says."""
    claims = sorted({c for hit in hits.values() for c in hit.claims})
    return Result(ask, ["claim"], [{"claim": c, "claims": [c]} for c in claims])

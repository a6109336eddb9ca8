"""From a reading to a question to a set: what is asked of it, and of which of its things."""

from __future__ import annotations

from dataclasses import replace

from queries.ask.counting import counts_texts
from queries.ask.forms import AllOf, Ask, Cond, Entity, Form, Minus, Or, Rel, rels
from queries.ask.groups import ENDS, RANKS, SPANS, grouped
from queries.ask.pieces import Piece
from queries.ask.run import Runner
from queries.ask.vocabulary import Vocabulary
from queries.header import DATED

# Whoever was sentenced was convicted: relation, column and value, and the relation that implies it.
IMPLIED_BY = {("verdicts", "statuses", "convicted"): "sentences"}
SHARED = ("transfer", "event", "statement")  # columns by which things belong together


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
    if "rank" in ops:  # all of them, the largest first
        form = _at_home(form, runner, vocabulary)
        known = isinstance(form, Rel) and form.focus is not None
        return Ask("more", form) if known and not ops - {"rank", "most", "count"} else None
    named = "named" in ops  # only those whose names are known
    spans = ops & SPANS.keys()
    ops -= {"named"}
    ops -= spans
    if len(ops - {"count"}) > 1 or len(spans) > 1:
        return None
    if ops & {"count", *RANKS} or spans:
        form = _at_home(form, runner, vocabulary)
    rank = next((op for op in ops if op in RANKS), "each")
    timed = bool(columns) and set(columns) <= set(DATED)
    if timed and rank in ("most", "least") and not piece.wh and not spans:
        columns, spans = (), set() if grouped(form, rank) else {"yearly"}  # "in which year"
        ops -= {"count"}
    by = grouped(form, rank) if not spans else form
    sized = _sized(by, rank, runner, vocabulary) if by and not spans | ops & {"count"} else None
    if sized is not None:  # "which transfer was bigger, that of February or that of August"
        form, by = sized, None
    if spans or by is not None:
        if not isinstance(by, Rel) or columns or ops - {"count", rank}:
            return None
        if spans and by.focus is None and "count" not in ops and not timed:
            return None  # a verb alone says nothing that there could be many of
        if not spans or "count" in ops:
            by = _people_first(by, vocabulary)
        return Ask(rank, by, by=next(iter(spans), "each"))
    for op in ops:
        if op in ("more", "fewer"):
            return None  # than what?
        if op in RANKS and isinstance(form, Rel) and form.focus is None:
            return None  # a verb alone says nothing of which one could be the most
        if op in RANKS:
            form = _of_usual_kind(form, vocabulary)
            if piece.wh or not counts_texts(form, columns, vocabulary):
                columns = tuple(c for c in columns if not counts_texts(form, (c,), vocabulary))
        if op in ENDS and isinstance(form, Or) and any(isinstance(p, Entity) for p in form.parts):
            return None  # somebody's name has no date
        if op in (*RANKS, *ENDS, "why", "sources"):
            return Ask(op, form, columns)
        if op in ("older", "younger"):
            return None
    if "count" in ops:
        if named:
            form = _people_of(form, vocabulary)
        return Ask("count", form, columns, by="named" if named else None)
    columns = tuple(c for c in columns if c not in _NUMBERING)
    return Ask("attributes" if columns else "list", form, columns)


_NUMBERING = frozenset(
    {"path", "step"}
)  # *the chain between them* is all its steps, not its number


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
        columns = home.kinds
        plain = all(c.column in columns and not c.each for c in form.conds)
        if plain and not form.subject and not any(w.each for w in form.when):
            return Rel(home.name, home.target, form.conds, form.when)
    return form


def _people_first(form: Rel, vocabulary: Vocabulary) -> Rel:
    """What is counted where no word says it: people of a transfer, not transfers of people."""
    for way in vocabulary.stated:
        ends = (way["column"], way["size"]["column"])
        by_verb = form.subject == way["column"] and form.focus == form.object
        if form.query == way["query"] and (by_verb or form.focus in (None, *ends)):
            return replace(form, focus=way["column"])
    return form


def _sized(form: Form, rank: str, runner: Runner, vocabulary: Vocabulary) -> Form | None:
    """Transfers of several times, where the largest is meant: sources state the size of each."""
    if rank not in ("most", "least") or not isinstance(form, Rel):
        return None
    if not any(w.each and w.periods for w in form.when):
        return None
    for way in vocabulary.stated:
        home = runner.relations.query(way["size"]["query"])
        if form.query not in (home.name, way["query"]):
            continue
        if all(c.column in home.kinds and not c.each for c in form.conds):
            times = tuple(replace(w, each=False) for w in form.when)
            return Rel(home.name, home.target, form.conds, times)
    return None


def _of_usual_kind(form: Form, vocabulary: Vocabulary) -> Form:
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
        columns = runner.relations.query(other).kinds
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


def _together(form: Form, runner: Runner) -> Form | None:
    """*On the same flight as X*: those who share the event of the row, without X."""
    if not isinstance(form, Rel):
        return None
    names = runner.relations.query(form.query).kinds
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
            present = runner.relations.query(rel.query).kinds
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

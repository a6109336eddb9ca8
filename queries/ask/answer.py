"""What is asked of a form, computed: rows with the columns that the question wants, and claims."""

from __future__ import annotations

from queries.ask.counting import count_of, number_of
from queries.ask.forms import And, Ask, Entity, Form, Or, Rel, rels
from queries.ask.groups import ENDS, RANKS, SPANS, numbers
from queries.ask.ranking import at_the_ends, has_all_dated, ranked
from queries.ask.relations import cells_of
from queries.ask.results import Result, merged, shown, united
from queries.ask.run import Hits, Runner, claims_of
from queries.ask.vocabulary import Vocabulary

MOST_TOPICS = 6  # events of which a question about conflicts may speak


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
        columns, rows = numbers(ask, form, runner, lambda part: number_of(part, runner, vocabulary))
        return Result(ask, columns, rows)
    if ask.what == "count":
        return count_of(ask, runner, vocabulary)
    if ask.what == "conflicts":
        return _conflicts(ask, runner)
    hits = runner.hits(form)
    if ask.what in ENDS:
        if not has_all_dated(form, hits):
            return Result(ask)
        hits = at_the_ends(hits, ENDS[ask.what])
    elif ask.what in RANKS:
        return ranked(ask, hits, runner, vocabulary)
    if ask.what == "sources":
        return _sources(ask, hits, runner)
    columns = shown(ask, runner)
    rows = [row for hit in hits.values() for row in hit.rows]
    if ask.by:
        rows.sort(key=lambda r: str(r.get(ask.by or "") or "9"), reverse=ask.what == "younger")
    return Result(ask, columns, merged(rows, columns, united(ask, runner)))


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
            columns = list(runner.relations.query("why_related").kinds)
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
    return Result(ask, ["claim"], [{"claim": c, "claims": [c]} for c in claims_of(hits)])

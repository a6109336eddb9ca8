"""Which claims count as of a day, as known by a day, and under a policy; and what stays with them."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest

from graph.claims.chosen import READMITTED, Chosen, view
from graph.claims.counted import Record
from graph.claims.infer import derive
from graph.claims.rdf import asserted, kg, thing
from graph.claims.sheets import SOURCE_COLUMNS, Claim, Entity, Place, Sheets, Source
from graph.vocabulary import OBJECT_NODE, PREDICATE_NODE, SUBJECT_NODE
from ontology import UserError, ontology
from tests.queries.random_claims import random_sheets

PLACE = Place("made-up.csv", 1)
SEEDS = range(11, 31)
DAYS = ["2018-12-01", "2019", "2024-10-01", "2025-02", "2025-02-27", "2025-08-11", "2026"]
ENTITIES = {
    "person/ana": "Person",
    "person/bo": "Person",
    "person/cy": "Person",
    "organization/x": "Cartel",
    "office/chief": "Office",
    "tenure/ana-chief": "Tenure",
    "tenure/bo-chief": "Tenure",
    "administration/ana": "Administration",
    "transfer/one": "Transfer",
    "event/death-bo": "Death",
}
PUBLISHED = {"early": "2019-03", "middle": "2025-02-28", "late": "2026-03-01", "undated": ""}
CLAIMS = [  # id, subject, predicate, object, valid, source, rank
    ("a1", "tenure/ana-chief", "holder", "person/ana", "", "early", "normal"),
    ("a2", "tenure/ana-chief", "office", "office/chief", "", "early", "normal"),
    ("a3", "tenure/ana-chief", "date", "2010-05-01/2016-04-30", "", "early", "normal"),
    ("b1", "tenure/bo-chief", "holder", "person/bo", "", "early", "normal"),
    ("b2", "tenure/bo-chief", "office", "office/chief", "", "early", "normal"),
    ("b3", "tenure/bo-chief", "date", "2016-05/2022", "", "early", "normal"),
    ("b4", "tenure/bo-chief", "date", "2016-05-01/2022-04-30", "", "middle", "preferred"),
    ("c1", "administration/ana", "administrationTenure", "tenure/ana-chief", "", "early", "normal"),
    ("c2", "administration/ana", "headedBy", "person/ana", "", "early", "normal"),
    ("d1", "person/cy", "memberOf", "organization/x", "2012/2015", "early", "normal"),
    ("d2", "person/ana", "siblingOf", "person/cy", "", "early", "normal"),
    ("d3", "person/bo", "memberOf", "organization/x", "", "middle", "normal"),
    ("e1", "transfer/one", "date", "2025-02-27", "", "middle", "normal"),
    ("e2", "person/cy", "transferredIn", "transfer/one", "", "middle", "normal"),
    ("e3", "transfer/one", "conductedBy", "administration/ana", "", "middle", "normal"),
    ("e4", "transfer/one", "peopleCount", "29", "", "middle", "preferred"),
    ("e5", "transfer/one", "peopleCount", "30", "", "late", "normal"),
    ("e6", "transfer/one", "peopleCount", "31", "", "late", "deprecated"),
    ("f1", "event/death-bo", "date", "2026-02-22", "", "late", "normal"),
    ("f2", "event/death-bo", "concerns", "person/bo", "", "late", "normal"),
    ("u1", "person/bo", "alias", "El Bo", "", "undated", "normal"),
]  # fmt: skip


def claim(
    number: str, subject: str, predicate: str, value: str, valid: str, source: str, rank: str
) -> Claim:
    term = ontology().term(predicate)
    assert term is not None, predicate
    return Claim(
        *(number, subject, term, value, valid, "stated", (), source),
        *("row=1", "", rank, "why", "", (), "", (), PLACE),
    )


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    made = Sheets()
    for identifier, kind in ENTITIES.items():
        made.entities[identifier] = Entity(identifier, (kind,), identifier, "", (), "", PLACE)
    for identifier, published in PUBLISHED.items():
        made.sources[identifier] = source(identifier, published)
    for row in CLAIMS:
        made.claims[row[0]] = claim(*row)
    return made


def source(identifier: str, published: str, read: str = "2026-11-21") -> Source:
    cells = dict.fromkeys(SOURCE_COLUMNS[1:], "")
    cells |= {"kind": "page", "title": identifier, "published": published, "read": read}
    return Source(identifier, cells, PLACE)


def chosen(
    sheets: Sheets,
    as_of: str | None = None,
    known_at: str | None = None,
    policy: str | None = None,
) -> tuple[Chosen, list[ox.Quad]]:
    quads = list(asserted(sheets))
    found = Chosen(Record(quads), view(as_of, known_at, policy))
    return found, list(found.quads(quads))


def counting(sheets: Sheets, **choice: str) -> set[str]:
    """The ids of the claims that count."""
    return {iri.rsplit("/", 1)[1] for iri in chosen(sheets, **choice)[0].claims}


def facts(quads: list[ox.Quad], predicate: str) -> set[tuple[str, str]]:
    """Subjects and objects of the facts of a predicate that follow from quads."""
    found: dict[str, dict[ox.NamedNode, str]] = {}
    for quad in derive(quads):
        if quad.predicate in (SUBJECT_NODE, PREDICATE_NODE, OBJECT_NODE):
            found.setdefault(str(quad.subject), {})[quad.predicate] = quad.object.value
    return {
        (one[SUBJECT_NODE].rsplit("/", 1)[1], one[OBJECT_NODE].rsplit("/", 1)[1])
        for one in found.values()
        if one.get(PREDICATE_NODE) == kg(predicate).value
    }


# --- As of a day ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2016-04-30", {("ana", "chief")}),
        ("2016-05-01", {("bo", "chief")}),
        ("2016", {("ana", "chief"), ("bo", "chief")}),
        ("2022-05-01", set()),
        ("2009", set()),
    ],
)
def test_an_office_is_held_by_whom_the_best_dates_say(
    sheets: Sheets, day: str, holders: set[tuple[str, str]]
) -> None:
    if day == "2009":
        with pytest.raises(UserError) as raised:
            chosen(sheets, as_of=day)
        assert str(raised.value) == (
            "--as-of 2009: nothing is dated that early; what is known begins on 2010-05-01."
        )
        return
    assert facts(chosen(sheets, as_of=day)[1], "holdsOffice") == holders


def test_a_state_counts_while_it_lasts_and_what_has_no_time_always(sheets: Sheets) -> None:
    assert "d1" in counting(sheets, as_of="2015-12-31")
    assert "d1" not in counting(sheets, as_of="2016-01-01")
    for day in ("2011", "2016-01-01", "2026-01-01"):
        assert {"d2", "d3", "u1"} <= counting(sheets, as_of=day)


def test_an_event_counts_from_its_day_on(sheets: Sheets) -> None:
    events = {"e1", "e2", "e3", "e4", "e5", "e6"}
    assert not events & counting(sheets, as_of="2025-02-26")
    assert events <= counting(sheets, as_of="2025-02-27")
    assert events <= counting(sheets, as_of="2030")
    assert not {"f1", "f2"} & counting(sheets, as_of="2026-02-21")


def test_an_event_of_the_past_keeps_whom_it_names_though_he_left_office(sheets: Sheets) -> None:
    found = counting(sheets, as_of="2025-03-01")
    assert "e3" in found
    assert not {"c1", "c2", "a1", "a2", "a3"} & found


def test_a_thing_of_which_nothing_counts_is_not_there(sheets: Sheets) -> None:
    _, quads = chosen(sheets, as_of="2025-02-26")
    assert not {q for q in quads if q.subject in (thing("transfer/one"), thing("event/death-bo"))}
    assert {q for q in quads if q.subject == thing("person/bo")}


def test_what_no_claim_dates_is_named_unless_its_time_does_not_matter(sheets: Sheets) -> None:
    found, _ = chosen(sheets, as_of="2025-03-01")
    assert found.undated == ["claim/d3"]


# --- As known by a day ----------------------------------------------------------------------------


def test_a_claim_is_known_when_its_source_was_surely_published_or_else_read(
    sheets: Sheets,
) -> None:
    early = {c for c in sheets.claims if sheets.claims[c].source == "early"}
    assert counting(sheets, known_at="2019-03-31") == early
    assert counting(sheets, known_at="2025-02-27") == early
    assert counting(sheets, known_at="2025") == early | {
        c for c in sheets.claims if sheets.claims[c].source == "middle"
    }
    assert "u1" not in counting(sheets, known_at="2026-11-20")
    assert chosen(sheets, known_at="2026-11-21")[0].is_everything


def test_nothing_was_known_before_the_first_source(sheets: Sheets) -> None:
    with pytest.raises(UserError) as raised:
        chosen(sheets, known_at="2019-03-30")
    assert str(raised.value) == (
        "--known-at 2019-03-30: no source had been published or read by then; "
        "the first was on 2019-03-31."
    )


def test_what_rests_only_on_later_claims_vanishes_with_its_things_and_sources(
    sheets: Sheets,
) -> None:
    _, quads = chosen(sheets, known_at="2025-12-31")
    text = "\n".join(map(str, quads))
    assert "death-bo" not in text
    assert "source/late" not in text and "source/undated" not in text
    assert {q.object.value for q in quads if q.predicate == kg("peopleCount")} == {"29"}
    held = chosen(sheets, known_at="2019-12-31")[1]
    assert {q.object.value for q in held if q.predicate == kg("date")} == {
        "2010-05-01/2016-04-30",
        "2016-05/2022",
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_later_source_never_changes_what_was_known_earlier(seed: int) -> None:
    """Half of the claims move to a source that was published later: the view stays the same."""
    sheets = random_sheets(seed)
    for number, one in list(sheets.sources.items()):
        sheets.sources[number] = source(one.id, "2024-05", "2026-01-01")
    before = Sheets(dict(sheets.entities), dict(sheets.sources), {})
    later = {c for c in sheets.claims if int(c[1:]) % 2}
    for number, one in sheets.claims.items():
        if number not in later:
            kept = tuple(c for c in one.contradicts if c not in later)
            before.claims[number] = replace(one, contradicts=kept)
    after = Sheets(dict(sheets.entities), {**sheets.sources, "late": source("late", "2025")}, {})
    for number, one in sheets.claims.items():
        after.claims[number] = replace(one, source="late") if number in later else one
    first, second = (chosen(s, known_at="2024")[1] for s in (before, after))
    assert set(first) == set(second)
    assert set(derive(first)) == set(derive(second))
    assert len(chosen(after)[1]) > len(second)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_follows_as_of_a_day_rests_only_on_claims_that_may_hold_on_it(seed: int) -> None:
    sheets = random_sheets(seed)
    left_out = 0
    for day in DAYS:
        try:
            found, quads = chosen(sheets, as_of=day)
        except UserError:  # nothing is dated that early
            continue
        evidence = {
            q.object.value.rsplit("/", 1)[1] for q in derive(quads) if q.predicate == kg("evidence")
        }
        assert evidence
        for number in evidence:
            assert may_hold(sheets, sheets.claims[number], day), (number, day)
        left_out += len(sheets.claims) - len(found.claims)
    assert left_out, "days on which everything counts prove nothing"


def may_hold(sheets: Sheets, one: Claim, day: str) -> bool:
    """The rule for a claim's own time, by itself: from the days that its text allows."""
    from graph.claims.dates import interval

    first, last = interval(day)
    ends = [one.subject, one.object] if one.predicate.kind == "object" else [one.subject]
    model = ontology()
    event = any(
        model.is_a(kg(kind).value, kg("Event").value)
        for end in ends
        for kind in sheets.entities[end].classes
    )
    dates = [one.valid] if one.valid else []
    if one.predicate.column_type == "interval" and one.predicate.local != "plannedDate":
        dates.append(one.object)
    for when in dates:
        start, end = interval(when)
        if (start or "") > str(last) or (not event and (end or "9999") < str(first)):
            return False
    return True


# --- Under a policy -------------------------------------------------------------------------------


def test_all_lets_what_was_set_aside_count_and_marks_it(sheets: Sheets) -> None:
    usual, every = chosen(sheets)[1], chosen(sheets, policy="all")[1]
    assert {q.object.value for q in usual if q.predicate == kg("peopleCount")} == {"29", "30"}
    assert {q.object.value for q in every if q.predicate == kg("peopleCount")} == {"29", "30", "31"}
    ranks = {q.subject.value: q.object.value for q in every if q.predicate == kg("rank")}
    assert [r for r in ranks.values() if r not in ("normal", "preferred")] == [READMITTED]


def test_preferred_leaves_the_best_rank_of_each_subject_and_predicate(sheets: Sheets) -> None:
    found = counting(sheets, policy="preferred")
    assert {"e4", "b4", "a3", "d1"} <= found
    assert not {"e5", "e6", "b3"} & found


def test_sources_leave_their_claims_alone(sheets: Sheets) -> None:
    found, quads = chosen(sheets, policy="late, source/undated")
    assert {one.source.rsplit("/", 1)[1] for one in found.claims.values()} == {"late", "undated"}
    assert found.sources == {thing("source/late").value, thing("source/undated").value}
    assert not {q for q in quads if q.subject == thing("source/early")}


def test_a_policy_and_a_day_go_together(sheets: Sheets) -> None:
    assert counting(sheets, policy="early", as_of="2018") == {"b1", "b2", "b3", "d2"}


@pytest.mark.parametrize(
    ("policy", "message"),
    [
        ("", "--policy '' names nothing; write all, preferred, or ids of sources."),
        ("all,late", "--policy 'all,late': 'all' stands alone; take the rest away."),
        (
            "lat",
            "--policy: 'lat' is neither all nor preferred nor a source; did you mean late?",
        ),
        (
            "nobody",
            "--policy: 'nobody' is neither all nor preferred nor a source; 'kg sources' lists them.",
        ),
    ],
)
def test_a_policy_that_means_nothing_is_refused(sheets: Sheets, policy: str, message: str) -> None:
    with pytest.raises(UserError) as raised:
        chosen(sheets, policy=policy)
    assert str(raised.value) == message

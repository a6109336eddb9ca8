"""Which claims count for a reader who has chosen a day, a state of knowledge, or a policy.

What is not a claim follows from those that count: a triple stays while one of them draws it, and a
thing while one of them speaks of it.  docs/time.md has the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from graph.claims.moments import Moment, span_of
from graph.claims.rdf import finest_of
from graph.vocabulary import OBJECT_NODE, PREDICATE_NODE, SUBJECT_NODE, TYPE_NODE
from ontology import EDTF, KG, ontology

_PARTS = {
    SUBJECT_NODE.value: "subject",
    PREDICATE_NODE.value: "predicate",
    OBJECT_NODE.value: "object",
    KG + "status": "status",
    KG + "rank": "rank",
    KG + "valid": "valid",
    KG + "recorded": "recorded",
    KG + "statedIn": "source",
}
_DATE, _ATTESTED, _PLANNED = KG + "date", KG + "attestedOn", KG + "plannedDate"
_TENURE_OF = KG + "administrationTenure"


@dataclass(slots=True)
class Told:
    """A claim; IRIs and values are texts."""

    subject: str = ""
    predicate: str = ""
    object: str = ""
    datatype: str | None = None  # of a value; None where the object is a thing
    status: str = ""
    rank: str = "normal"
    valid: str | None = None
    recorded: str | None = None
    source: str = ""
    speakers: list[str] = field(default_factory=list)

    @property
    def draws(self) -> bool:
        """Whether it supports a fact."""
        return ontology().draws(self.predicate, self.status, self.rank)

    @property
    def things(self) -> list[str]:
        """What it is about."""
        return [self.subject] if self.datatype is not None else [self.subject, self.object]

    @property
    def triple(self) -> tuple[str, str, str]:
        """What it draws, if it does."""
        return self.subject, self.predicate, self.object


class Record:
    """All claims and sources of a dataset, with the classes of the things they speak of."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.claims: dict[str, Told] = defaultdict(Told)
        self.classes: dict[str, set[str]] = defaultdict(set)
        self.dates: dict[str, dict[str, str]] = defaultdict(dict)  # of sources
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode):
                self._take(quad.subject.value, quad.predicate, quad.object)
        claims = {iri for iri, kinds in self.classes.items() if KG + "Claim" in kinds}
        self.claims = {iri: told for iri, told in self.claims.items() if iri in claims}
        for told in self.claims.values():
            told.recorded = told.recorded or self.recorded(told.source)

    def _take(self, subject: str, predicate: ox.NamedNode, value: object) -> None:
        if predicate == TYPE_NODE and isinstance(value, ox.NamedNode):
            self.classes[subject].add(value.value)
        elif predicate.value == KG + "attributedTo" and isinstance(value, ox.NamedNode):
            self.claims[subject].speakers.append(value.value)
        elif predicate.value in (KG + "published", KG + "read") and isinstance(value, ox.Literal):
            self.dates[subject][predicate.value] = value.value
        elif predicate.value in _PARTS and isinstance(value, ox.NamedNode | ox.Literal):
            told = self.claims[subject]
            setattr(told, _PARTS[predicate.value], value.value)
            if predicate == OBJECT_NODE and isinstance(value, ox.Literal):
                told.datatype = value.datatype.value

    def recorded(self, source: str) -> str | None:
        """When a source was published, else when it was read."""
        dates = self.dates.get(source, {})
        return dates.get(KG + "published") or dates.get(KG + "read")

    @property
    def sources(self) -> list[str]:
        """The IRIs of all sources, sorted."""
        return sorted(iri for iri, kinds in self.classes.items() if KG + "Source" in kinds)

    def is_a(self, thing: str, kind: str) -> bool:
        """Whether a thing is said to be of a class, or of a kind of it."""
        return any(_is_a(one, kind) for one in self.classes.get(thing, ()))


@cache
def _is_a(kind: str, above: str) -> bool:
    return ontology().is_a(kind, above)


class Times:
    """When things are, by the claims about their dates; the best ones count, as in facts."""

    def __init__(self, record: Record, claims: Iterable[Told]) -> None:
        self.record = record
        said: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.tenures: dict[str, set[str]] = defaultdict(set)  # of an administration
        for one in claims:
            if not one.draws:
                continue
            if one.predicate == _TENURE_OF:
                self.tenures[one.subject].add(one.object)
            elif one.predicate in (_DATE, _ATTESTED, _PLANNED):
                said[one.subject, one.predicate][one.rank].add(one.object)
        self._said = {
            key: finest_of(found.get("preferred") or set().union(*found.values()))
            for key, found in said.items()
        }

    def is_event(self, thing: str) -> bool:
        """Whether it happens, rather than lasts."""
        return self.record.is_a(thing, KG + "Event")

    def of(self, thing: str) -> list[str]:
        """Its dates, as EDTF; none if no claim says when it is."""
        if dates := self._said.get((thing, _DATE)):
            return dates
        other = _PLANNED if self.is_event(thing) else _ATTESTED
        if dates := self._said.get((thing, other)):
            return dates
        return [when for tenure in sorted(self.tenures.get(thing, ())) for when in self.of(tenure)]

    def may_be(self, thing: str, day: Moment) -> bool:
        """Whether a thing that has a time may be on a day, or an event may have happened by it."""
        dates = self.of(thing)
        if self.is_event(thing):
            return not dates or any(day.may_follow(when) for when in dates)
        return not dates or any(day.may_meet(when) for when in dates)

    def holds(self, one: Told, day: Moment) -> bool:
        """Whether a claim may be so on a day.

        What is said of events is so from then on; what is said of anything else, while it lasts.
        """
        events = [thing for thing in one.things if self.is_event(thing)]
        stated = [when for when in (one.valid, _time_in(one)) if when]
        if events:
            return all(map(day.may_follow, stated)) and all(self.may_be(e, day) for e in events)
        return all(map(day.may_meet, stated)) and all(self.may_be(t, day) for t in one.things)

    def is_dated(self, one: Told) -> bool:
        """Whether anything says when a claim is so."""
        return bool(one.valid or _time_in(one) or any(map(self.of, one.things)))

    def starts(self, claims: Iterable[Told]) -> Iterator[str]:
        """The first days of all that has one."""
        for one in claims:
            for when in (one.valid, _time_in(one)):
                if when and (first := span_of(when)[0]) > "0000-01-01":
                    yield first


def _time_in(one: Told) -> str | None:
    """The date that a claim states; a plan is no date on which anything happened."""
    return one.object if one.datatype == EDTF and one.predicate != _PLANNED else None

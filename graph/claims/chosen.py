"""A view of the claims: those that count at a moment, by what was known then, under a policy.

What is not a claim follows from the claims that count: a triple stays while one of them draws it,
and a thing while one of them speaks of it.  docs/time.md has the rules.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import pyoxigraph as ox

from graph.claims.counted import Record, Times, Told
from graph.claims.moments import Moment, moment, span_of
from graph.claims.rdf import kg
from graph.projection.names import identifier, name_of
from graph.vocabulary import TYPE_NODE
from ontology import BASE, KG, UserError, ontology
from ontology.suggest import suggest

ALL, PREFERRED = "all", "preferred"
READMITTED = "deprecated (shown)"  # the rank of what was set aside and counts all the same
_SOURCE = BASE + "source/"
_LIKES = 3  # sources named in a message


@dataclass(frozen=True)
class View:
    """What a reader chose; nothing chosen is the graph as it is."""

    as_of: Moment | None = None
    known_at: Moment | None = None
    policy: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.as_of or self.known_at or self.policy)

    @property
    def said(self) -> dict[str, str]:
        """The choices by name, as they were written."""
        found = {"as_of": self.as_of, "known_at": self.known_at}
        said = {name: chosen.text for name, chosen in found.items() if chosen}
        return said | ({"policy": ",".join(self.policy)} if self.policy else {})

    @property
    def key(self) -> str:
        """A name for all that asks for the same: `2025` and `2025-12-31` know the same."""
        as_of = self.as_of and (self.as_of.first, self.as_of.last)
        known_at = self.known_at and self.known_at.last
        what = json.dumps([as_of, known_at, sorted(self.policy)])
        return hashlib.sha256(what.encode()).hexdigest()[:24]


def view(as_of: str | None = None, known_at: str | None = None, policy: str | None = None) -> View:
    """What a reader gives as options; UserError, naming the option, for what is none."""
    chosen = () if policy is None else tuple(p.strip() for p in policy.split(",") if p.strip())
    if policy is not None and not chosen:
        raise UserError("--policy '' names nothing; write all, preferred, or ids of sources.")
    for word in (ALL, PREFERRED):
        if word in chosen and len(chosen) > 1:
            raise UserError(f"--policy '{policy}': '{word}' stands alone; take the rest away.")
    return View(
        None if as_of is None else moment("--as-of", as_of),
        None if known_at is None else moment("--known-at", known_at),
        chosen,
    )


class Chosen:
    """The claims of a record that count in a view, by IRI, and what stays with them."""

    def __init__(self, record: Record, wanted: View) -> None:
        self.record, self.wanted = record, wanted
        self.claims = self._holding(self._by_policy(self._known(record.claims)))

    @property
    def is_everything(self) -> bool:
        """Whether the view shows the graph as it is."""
        return self.claims == self.record.claims

    @cached_property
    def undated(self) -> list[str]:
        """The ids of the claims of which nothing says when they are so, though it matters."""
        times = Times(self.record, self.claims.values())
        return sorted(
            identifier(name_of(iri))
            for iri, one in self.claims.items()
            if not (_is_timeless(one) or times.is_dated(one))
        )

    def _known(self, claims: dict[str, Told]) -> dict[str, Told]:
        day = self.wanted.known_at
        if day is None:
            return dict(claims)
        known = {iri: one for iri, one in claims.items() if day.surely_follows(one.recorded)}
        if not known:
            dates = [span_of(one.recorded)[1] for one in claims.values() if one.recorded]
            first = f"; the first was on {min(dates)}" if dates else ""
            raise UserError(
                f"--known-at {day.text}: no source had been published or read by then{first}."
            )
        return known

    def _holding(self, claims: dict[str, Told]) -> dict[str, Told]:
        day = self.wanted.as_of
        if day is None:
            return claims
        times = Times(self.record, claims.values())
        first = min(times.starts(claims.values()), default=None)
        if first is not None and day.last < first:
            raise UserError(
                f"--as-of {day.text}: nothing is dated that early; what is known begins on {first}."
            )
        return {iri: one for iri, one in claims.items() if times.holds(one, day)}

    def _by_policy(self, claims: dict[str, Told]) -> dict[str, Told]:
        policy = self.wanted.policy
        if policy == (ALL,):
            return {iri: _readmitted(one) for iri, one in claims.items()}
        if policy == (PREFERRED,):
            return _best(claims)
        wanted = {_SOURCE + source.removeprefix("source/") for source in policy}
        self._check_sources(wanted)
        return {i: one for i, one in claims.items() if not wanted or one.source in wanted}

    def _check_sources(self, wanted: set[str]) -> None:
        known = [iri.removeprefix(_SOURCE) for iri in self.record.sources]
        for source in sorted(iri.removeprefix(_SOURCE) for iri in wanted):
            if source not in known:
                hint = suggest(source, known) or "; 'kg sources' lists them."
                raise UserError(
                    f"--policy: '{source}' is neither all nor preferred nor a source{hint}"
                )

    # --- What stays with the claims ---------------------------------------------------------------

    @cached_property
    def sources(self) -> set[str]:
        """The sources that were known, and those of the claims that count."""
        day, policy = self.wanted.known_at, self.wanted.policy
        stated = {one.source for one in self.claims.values()}
        found = set(self.record.sources)
        if day is not None:
            found = {s for s in found if day.surely_follows(self.record.recorded(s))}
        if policy not in ((), (ALL,), (PREFERRED,)):
            found = set()
        return found | stated

    @cached_property
    def _spoken(self) -> set[str]:
        return {
            thing for one in self.claims.values() for thing in (*one.things, *one.speakers)
        } | self.sources

    @cached_property
    def _drawn(self) -> set[tuple[str, str, str]]:
        return {one.triple for one in self.claims.values() if one.draws}

    @cached_property
    def _once_drawn(self) -> set[tuple[str, str, str]]:
        return {one.triple for one in self.record.claims.values() if one.draws}

    def quads(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """Of the quads of a document those that stay, and what is drawn besides."""
        for quad in quads:
            subject = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else None
            if subject is None or self._stays(subject, quad):
                one = self.claims.get(subject or "")
                if one is not None and one.rank == READMITTED:
                    yield from self._readmit(quad, one)
                else:
                    yield quad

    def _stays(self, subject: str, quad: ox.Quad) -> bool:
        value = quad.object.value if isinstance(quad.object, ox.NamedNode | ox.Literal) else ""
        if value in self.record.claims and value not in self.claims:
            return False
        if subject in self.record.claims:
            return subject in self.claims
        if (subject, quad.predicate.value, value) in self._once_drawn:
            return (subject, quad.predicate.value, value) in self._drawn
        ours = quad.predicate.value.startswith(KG) or (
            quad.predicate == TYPE_NODE and value.startswith(KG)
        )
        return not ours or subject in self._spoken

    def _readmit(self, quad: ox.Quad, one: Told) -> Iterator[ox.Quad]:
        """A quad of a claim that was set aside, with another rank, and beside it what it draws."""
        if quad.predicate != kg("rank"):
            yield quad
            return
        yield ox.Quad(quad.subject, quad.predicate, ox.Literal(READMITTED), quad.graph_name)
        if one.draws:
            value: ox.NamedNode | ox.Literal = (
                ox.NamedNode(one.object)
                if (one.datatype is None)
                else ox.Literal(one.object, datatype=ox.NamedNode(one.datatype))
            )
            yield ox.Quad(ox.NamedNode(one.subject), ox.NamedNode(one.predicate), value)


def _is_timeless(one: Told) -> bool:
    """Kin by blood are so always, and names are asked of no day."""
    term = ontology().terms.get(one.predicate)
    return one.predicate == KG + "alias" or (term is not None and term.kinship == "blood")


def _readmitted(one: Told) -> Told:
    return replace(one, rank=READMITTED) if one.rank == "deprecated" else one


def _best(claims: dict[str, Told]) -> dict[str, Told]:
    """Of what is said of one thing by one predicate the preferred claims, else the normal ones."""
    preferred = {(one.subject, one.predicate) for one in claims.values() if one.rank == PREFERRED}
    return {
        iri: one
        for iri, one in claims.items()
        if one.rank == PREFERRED
        or (one.rank != "deprecated" and (one.subject, one.predicate) not in preferred)
    }

"""Facts read back from their quads: a second way to what a load projects from facts themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from graph.projection.names import foreign_type, identifier, iri_of
from graph.projection.project import DERIVATIONS, Facts
from graph.projection.statements import Statement
from graph.projection.values import Value, native
from graph.vocabulary import OBJECT, PREDICATE, SUBJECT, TYPE
from ontology import BASE, KG, ontology

_FACT = KG.removeprefix(BASE) + "Fact"
_DERIVATION = KG.removeprefix(BASE) + "Derivation"
_VALID_MARKS = "/.~?%-,:[]{}"  # of EDTF; what else an interval has is quoted
_FACT_KEYS = {
    KG + "evidence": "claims",
    KG + "statuses": "statuses",
    KG + "status": "status",
    KG + "inferred": "inferred",
    KG + "claimed": "claimed",
    KG + "mirror": "mirror",
    KG + "rule": "rule",
    KG + "valid": "valid",
    KG + "validFrom": "valid_from",
    KG + "validTo": "valid_to",
    KG + "kinDegree": "degree",
    KG + "kinKind": "kinship",
}


def facts_read(
    follows: Iterable[tuple[str, Statement]],
) -> tuple[Facts, dict[str, dict[Statement, None]]]:
    """The facts among what follows, by the triple that each is about; and the rest by subject.

    Facts and their derivations are no nodes: they are said to be such before all else about them.
    The statements about one come together, perhaps with others between, so that no more than one is
    held as statements.
    """
    reader = _FactReader()
    rest: dict[str, dict[Statement, None]] = defaultdict(dict)
    named: set[str] = set()
    for name, one in follows:
        if one.predicate == TYPE and one.value in (_FACT, _DERIVATION):
            named.add(name)
        if name in named:
            reader.read(name, one)
        else:
            rest[name][one] = None
    return reader.facts(), rest


Said = Mapping[str, list[Statement]]


class _FactReader:
    """Reads facts, each with its derivations, and words these when all premises are known."""

    def __init__(self) -> None:
        self.found: Facts = defaultdict(list)
        self.premises: dict[str, str] = {}  # each fact as a premise, by name
        self.ways: list[tuple[dict[str, Value], list[tuple[str, list[str]]]]] = []
        self.current = ""
        self.parts: dict[str, dict[str, list[Statement]]] = {}  # the fact, and its derivations

    def read(self, name: str, one: Statement) -> None:
        if one.predicate == TYPE and one.value == _FACT:
            self.note()
            self.current, self.parts = name, {}
        self.parts.setdefault(name, defaultdict(list))[one.predicate].append(one)

    def facts(self) -> Facts:
        self.note()
        for properties, ways in self.ways:
            properties[DERIVATIONS] = [
                f"{rule}: {'; '.join(sorted(self.premises[p] for p in premises))}"
                for rule, premises in ways
            ]
        return self.found

    def note(self) -> None:
        """Adds the fact that statements describe, if they describe any."""
        values = self.parts.get(self.current)
        if values is None or SUBJECT not in values:  # a claim calls something a fact
            return
        subject, predicate, value = (values[p][0] for p in (SUBJECT, PREDICATE, OBJECT))
        if subject.tag is not None or value.tag is not None:
            return
        iri = iri_of(predicate.value)
        self.premises[self.current] = _premise(values, iri)
        properties = _fact(values)
        self.found[subject.value, iri, value.value].append(properties)
        ways = [_way(values)] if KG + "rule" in values else []
        ways += sorted(_way(self.parts[d.value]) for d in values.get(KG + "derivation", ()))
        if ways:
            self.ways.append((properties, ways))


def _way(values: Said) -> tuple[str, list[str]]:
    return values[KG + "rule"][0].value, sorted(p.value for p in values[KG + "premise"])


def _premise(values: Said, iri: str) -> str:
    """A fact as ``start TYPE end``, and its interval where it has one."""
    term = ontology().terms.get(iri)
    parts = [identifier(values[SUBJECT][0].value), term.graph_name if term else foreign_type(iri)]
    parts.append(identifier(values[OBJECT][0].value))
    if KG + "valid" in values:
        parts.append(quote(values[KG + "valid"][0].value, safe=_VALID_MARKS))
    return " ".join(parts)


def _fact(values: Mapping[str, list[Statement]]) -> dict[str, Value]:
    properties: dict[str, Value] = {}
    for predicate, key in _FACT_KEYS.items():
        found = values.get(predicate)
        if not found:
            continue
        if key in ("claims", "statuses"):
            properties[key] = sorted(
                identifier(s.value) if s.tag is None else s.value for s in found
            )
        elif found[0].tag is not None:
            properties[key] = native(found[0].tag, found[0].value)
    return properties

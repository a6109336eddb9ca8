"""The one place that reads the ontology: kg.ttl, and rdf.ttl for the names of RDF's own terms.

Labels, relationship types, property keys, column types and the reference pages all come from
here, so a class or a predicate is declared once, in the Turtle file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from ontology.errors import OntologyError

BASE = "https://w3id.org/expediente/"
KG = BASE + "ontology#"
GRAPH_DERIVED = BASE + "graph/derived"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DEFINITION = "http://purl.obolibrary.org/obo/IAO_0000115"  # where ontology tools look for it

_DATATYPES = {
    "text": XSD + "string",
    "integer": XSD + "integer",
    "number": XSD + "decimal",
    "boolean": XSD + "boolean",
    "date": XSD + "date",
    "interval": EDTF,
}

_CERTAINTIES = KG + "certaintyScheme"
FILES = tuple(Path(__file__).parent / name for name in ("kg.ttl", "rdf.ttl"))


@dataclass(frozen=True)
class Term:
    """A class or a property of the ontology.

    ``graph_name`` is what an analyst types: a node label, a relationship type or a property key.
    ``parents`` are the direct superclasses or superproperties inside the ontology.  A term that is
    ``drawn_by_rule`` cannot be claimed in a sheet; one that is ``derived`` is computed from the rest
    and never exported as knowledge.
    """

    iri: str
    kind: str  # "class" | "object" | "datatype"
    graph_name: str
    labels: dict[str, str]
    comments: dict[str, str]
    parents: tuple[str, ...] = ()
    domain: str | None = None
    range: str | None = None
    inverse: str | None = None
    symmetric: bool = False
    transitive: bool = False
    multiple: bool = False
    column_type: str = "text"
    degree: int | None = None
    kinship: str | None = None
    drawn_by_rule: bool = False
    derived: bool = False
    accuses: bool = False
    free_text: str = ""  # "always", "untied", or "" where values are no free text

    @property
    def datatype(self) -> str:
        """The datatype IRI of a datatype property's values, by its column type."""
        return _DATATYPES[self.column_type]

    @property
    def local(self) -> str:
        """The name after the namespace."""
        return self.iri.removeprefix(KG) if self.iri.startswith(KG) else self.iri.rsplit("#", 1)[-1]


@dataclass(frozen=True)
class Ontology:
    """All terms, findable by IRI, by local name and by the name in the graph."""

    terms: dict[str, Term]
    statuses: dict[str, int]  # status -> firmness, weakest first
    silent_statuses: frozenset[str]  # statuses that never draw a fact
    clearing_statuses: frozenset[str]  # statuses that end an accusation
    status_labels: dict[str, dict[str, str]]  # status -> language -> label
    ranks: tuple[str, ...]
    certainties: dict[str, int]  # hedging word, as printed -> its place, weakest first
    version: str
    by_label: dict[str, Term] = field(default_factory=dict)
    by_type: dict[str, Term] = field(default_factory=dict)
    by_key: dict[str, Term] = field(default_factory=dict)

    @property
    def classes(self) -> list[Term]:
        """Every class, by IRI."""
        return [t for t in self.terms.values() if t.kind == "class"]

    @property
    def properties(self) -> list[Term]:
        """Every object and datatype property, by IRI."""
        return [t for t in self.terms.values() if t.kind != "class"]

    def term(self, local: str) -> Term | None:
        """The term with this local name, if there is one."""
        return self.terms.get(KG + local)

    def draws(self, predicate: str, status: str, rank: str | None) -> bool:
        """Whether a claim about a predicate (an IRI) supports a fact.

        A deprecated one does not, nor one that is only thought, denied, threatened or promised; nor
        one that tells what somebody was cleared of.
        """
        if rank == "deprecated" or status not in self.statuses or status in self.silent_statuses:
            return False
        term = self.terms.get(predicate)
        return not (term and term.accuses and status in self.clearing_statuses)

    @cache  # noqa: B019 - the ontology lives as long as the process
    def ancestors(self, iri: str) -> frozenset[str]:
        """The term itself and all that it is a kind of, inside the ontology."""
        found = {iri}
        waiting = [iri]
        while waiting:
            term = self.terms.get(waiting.pop())
            for parent in term.parents if term else ():
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        return frozenset(found)

    def is_a(self, iri: str, ancestor: str) -> bool:
        """Whether the first class or property is the second one or a kind of it."""
        return ancestor in self.ancestors(iri)

    @cache  # noqa: B019 - the ontology lives as long as the process
    def one_way(self, predicate: str) -> tuple[str, bool | None]:
        """The predicate (an IRI) that stands for a pair of inverses, and whether it is the other one.

        That is the one that claims may use, or else the first by its IRI.  None in place of a truth
        says that the predicate is its own inverse.
        """
        term = self.terms.get(predicate)
        if term is None:
            return predicate, False
        if term.symmetric:
            return predicate, None
        other = self.terms.get(term.inverse or "")
        if other is None:
            return predicate, False
        first = min((term, other), key=lambda t: (t.drawn_by_rule, t.iri))
        return first.iri, first is not term

    def __hash__(self) -> int:
        return hash(self.version)


class _Quads:
    """What the file says, by subject and predicate."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.values: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]] = {}
        try:
            quads: list[ox.Quad] = []
            for path in paths:
                quads += ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        except (OSError, SyntaxError) as error:
            raise OntologyError(
                f"{path.name}: cannot be read ({error}); reinstall Expediente."
            ) from error
        for quad in quads:
            if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.Triple):
                said = self.values.setdefault(quad.subject.value, {})
                said.setdefault(quad.predicate.value, []).append(quad.object)

    def literals(self, iri: str, predicate: str) -> dict[str, str]:
        """Texts by language."""
        found = self.values.get(iri, {}).get(predicate, [])
        return {v.language or "": v.value for v in found if isinstance(v, ox.Literal)}

    def texts(self, iri: str, predicate: str) -> tuple[str, ...]:
        """Texts in any language."""
        found = self.values.get(iri, {}).get(predicate, [])
        return tuple(sorted(v.value for v in found if isinstance(v, ox.Literal)))

    def iris(self, iri: str, predicate: str) -> list[str]:
        found = self.values.get(iri, {}).get(predicate, [])
        return sorted(v.value for v in found if isinstance(v, ox.NamedNode))

    def first(self, iri: str, predicate: str) -> str | None:
        return next(iter(self.iris(iri, predicate)), None)

    def one(self, iri: str, name: str) -> str | None:
        """What an annotation of ours says."""
        return next(iter(self.literals(iri, KG + name).values()), None)


def _read(paths: tuple[Path, ...]) -> Ontology:
    said = _Quads(paths)
    known = {iri for iri in said.values if said.iris(iri, RDF + "type")}
    found = (_term(said, iri, known) for iri in sorted(known))
    terms = _with_inverses({term.iri: term for term in found if term})
    versions = [v for iri in said.values for v in said.texts(iri, OWL + "versionInfo")]
    statuses, silent, labels, ranks = _statuses(said)
    hedges = _certainties(said)
    version = versions[-1] if versions else "0"
    model = Ontology(terms, statuses, silent, _clearing(said), labels, ranks, hedges, version)
    _index(model, paths[0].name)
    return model


def _kind(said: _Quads, iri: str) -> tuple[str, str, str] | None:
    """What a term is, the annotation that names it in the graph, and what its parents are under."""
    kinds = said.iris(iri, RDF + "type")
    for kind, declared, name, up in (
        ("class", "Class", "nodeLabel", "subClassOf"),
        ("object", "ObjectProperty", "relationshipType", "subPropertyOf"),
        ("datatype", "DatatypeProperty", "propertyKey", "subPropertyOf"),
    ):
        if OWL + declared in kinds or (kind != "class" and said.one(iri, name)):
            return kind, name, up
    return None


def _term(said: _Quads, iri: str, known: set[str]) -> Term | None:
    """A class or a property that has a name in the graph."""
    found = _kind(said, iri)
    name = said.one(iri, found[1]) if found else None
    if found is None or name is None:
        return None
    kinds = said.iris(iri, RDF + "type")
    degree = said.one(iri, "degree")
    return Term(
        iri=iri,
        kind=found[0],
        graph_name=name,
        labels=said.literals(iri, RDFS + "label"),
        comments=said.literals(iri, DEFINITION),
        parents=tuple(p for p in said.iris(iri, RDFS + found[2]) if p in known and p != iri),
        domain=said.first(iri, RDFS + "domain"),
        range=said.first(iri, RDFS + "range"),
        inverse=said.first(iri, OWL + "inverseOf"),
        symmetric=OWL + "SymmetricProperty" in kinds,
        transitive=OWL + "TransitiveProperty" in kinds,
        multiple=said.one(iri, "multiple") == "true",
        column_type=said.one(iri, "columnType") or "text",
        degree=int(degree) if degree else None,
        kinship=said.one(iri, "kinship"),
        drawn_by_rule=said.one(iri, "drawnByRule") == "true",
        derived=said.one(iri, "derived") == "true",
        accuses=said.one(iri, "accuses") == "true",
        free_text=said.one(iri, "freeText") or "",
    )


def _with_inverses(terms: dict[str, Term]) -> dict[str, Term]:
    """The same terms; an inverse is declared on one side only."""
    for term in list(terms.values()):
        other = terms.get(term.inverse or "")
        if other is not None and other.inverse is None:
            terms[other.iri] = replace(other, inverse=term.iri)
    return terms


def _statuses(
    said: _Quads,
) -> tuple[dict[str, int], frozenset[str], dict[str, dict[str, str]], tuple[str, ...]]:
    """Statuses with their firmness, those that draw no fact, their labels; and the ranks."""
    statuses: dict[str, int] = {}
    silent: set[str] = set()
    labels: dict[str, dict[str, str]] = {}
    ranks: list[str] = []
    for iri in sorted(said.values):
        notation = next(iter(said.literals(iri, SKOS + "notation").values()), None)
        if notation is None or _CERTAINTIES in said.iris(iri, SKOS + "inScheme"):
            continue
        firmness, draws = said.one(iri, "firmness"), said.one(iri, "drawsFact")
        if draws is None and firmness is None:
            ranks.append(notation)
            continue
        statuses[notation] = int(firmness) if firmness else -1
        labels[notation] = said.literals(iri, SKOS + "prefLabel") or said.literals(
            iri, RDFS + "label"
        )
        if draws == "false":
            silent.add(notation)
    return statuses, frozenset(silent), labels, tuple(sorted(ranks))


def _certainties(said: _Quads) -> dict[str, int]:
    """The words that hedge, each with the place of its concept in the order."""
    found: dict[str, int] = {}
    for iri in sorted(said.values):
        if _CERTAINTIES in said.iris(iri, SKOS + "inScheme"):
            words = (*said.texts(iri, SKOS + "notation"), *said.texts(iri, SKOS + "altLabel"))
            found |= dict.fromkeys(words, int(said.one(iri, "firmness") or 0))
    return found


def _clearing(said: _Quads) -> frozenset[str]:
    """The statuses that end an accusation."""
    found = (
        said.texts(i, SKOS + "notation") for i in said.values if said.one(i, "clears") == "true"
    )
    return frozenset(notation for texts in found for notation in texts)


def _index(model: Ontology, file: str) -> None:
    """Fills in who has which name in the graph; OntologyError where two terms share one."""
    indexes = {"class": model.by_label, "object": model.by_type, "datatype": model.by_key}
    for term in model.terms.values():
        index = indexes[term.kind]
        if term.graph_name in index:
            first = index[term.graph_name].iri
            raise OntologyError(f"{file}: {first} and {term.iri} share the name {term.graph_name}.")
        index[term.graph_name] = term


@cache
def ontology() -> Ontology:
    """The ontology that ships with this release."""
    return _read(FILES)

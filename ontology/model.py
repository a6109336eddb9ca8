"""The one place that reads kg.ttl.

Labels, relationship types, property keys, column types and the reference pages all come from
here, so a class or a predicate is declared once, in the Turtle file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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

_DATATYPES = {
    "text": XSD + "string",
    "integer": XSD + "integer",
    "number": XSD + "decimal",
    "boolean": XSD + "boolean",
    "date": XSD + "date",
    "interval": EDTF,
}

FILE = Path(__file__).parent / "kg.ttl"


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
    other_labels: tuple[str, ...] = ()  # shorter words for it, in any language
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
    status_labels: dict[str, dict[str, str]]  # status -> language -> label
    ranks: tuple[str, ...]
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

    def __hash__(self) -> int:
        return hash(self.version)


def _read(path: Path) -> Ontology:
    types: dict[str, set[str]] = {}
    values: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]] = {}
    version = "0"
    try:
        quads = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise OntologyError(
            f"{path.name}: cannot be read ({error}); reinstall Expediente."
        ) from error
    for quad in quads:
        if not isinstance(quad.subject, ox.NamedNode):
            continue
        subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object
        if isinstance(value, ox.Triple):
            continue
        if predicate == RDF + "type" and isinstance(value, ox.NamedNode):
            types.setdefault(subject, set()).add(value.value)
        if predicate == OWL + "versionInfo" and isinstance(value, ox.Literal):
            version = value.value
        values.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def literals(iri: str, predicate: str) -> dict[str, str]:
        found = values.get(iri, {}).get(predicate, [])
        return {v.language or "": v.value for v in found if isinstance(v, ox.Literal)}

    def iris(iri: str, predicate: str) -> list[str]:
        found = values.get(iri, {}).get(predicate, [])
        return sorted(v.value for v in found if isinstance(v, ox.NamedNode))

    def one(iri: str, name: str) -> str | None:
        return next(iter(literals(iri, KG + name).values()), None)

    known = set(types)
    terms: dict[str, Term] = {}
    for iri in sorted(types):
        kinds = types[iri]
        if OWL + "Class" in kinds:
            kind, name, up = "class", one(iri, "nodeLabel"), "subClassOf"
        elif OWL + "ObjectProperty" in kinds or one(iri, "relationshipType"):
            kind, name, up = "object", one(iri, "relationshipType"), "subPropertyOf"
        elif OWL + "DatatypeProperty" in kinds or one(iri, "propertyKey"):
            kind, name, up = "datatype", one(iri, "propertyKey"), "subPropertyOf"
        else:
            continue
        if name is None:
            continue
        inverse = iris(iri, OWL + "inverseOf")
        degree = one(iri, "degree")
        terms[iri] = Term(
            iri=iri,
            kind=kind,
            graph_name=name,
            labels=literals(iri, RDFS + "label"),
            comments=literals(iri, RDFS + "comment"),
            other_labels=tuple(
                sorted(
                    v.value
                    for v in values.get(iri, {}).get(SKOS + "altLabel", [])
                    if isinstance(v, ox.Literal)
                )
            ),
            parents=tuple(p for p in iris(iri, RDFS + up) if p in known and p != iri),
            domain=next(iter(iris(iri, RDFS + "domain")), None),
            range=next(iter(iris(iri, RDFS + "range")), None),
            inverse=inverse[0] if inverse else None,
            symmetric=OWL + "SymmetricProperty" in kinds,
            transitive=OWL + "TransitiveProperty" in kinds,
            multiple=one(iri, "multiple") == "true",
            column_type=one(iri, "columnType") or "text",
            degree=int(degree) if degree else None,
            kinship=one(iri, "kinship"),
            drawn_by_rule=one(iri, "drawnByRule") == "true",
            derived=one(iri, "derived") == "true",
        )
    for term in list(terms.values()):  # an inverse is declared on one side only
        if term.inverse and term.inverse in terms and terms[term.inverse].inverse is None:
            other = terms[term.inverse]
            terms[other.iri] = Term(**{**other.__dict__, "inverse": term.iri})

    statuses: dict[str, int] = {}
    silent: set[str] = set()
    status_labels: dict[str, dict[str, str]] = {}
    ranks: list[str] = []
    for iri in sorted(values):
        notation = next(iter(literals(iri, SKOS + "notation").values()), None)
        if notation is None:
            continue
        firmness = one(iri, "firmness")
        draws = one(iri, "drawsFact")
        if draws is None and firmness is None:
            ranks.append(notation)
            continue
        statuses[notation] = int(firmness) if firmness else -1
        status_labels[notation] = literals(iri, SKOS + "prefLabel") or literals(iri, RDFS + "label")
        if draws == "false":
            silent.add(notation)
    model = Ontology(
        terms, statuses, frozenset(silent), status_labels, tuple(sorted(ranks)), version
    )
    for term in terms.values():
        index = {"class": model.by_label, "object": model.by_type, "datatype": model.by_key}[
            term.kind
        ]
        if term.graph_name in index:
            first = index[term.graph_name].iri
            raise OntologyError(
                f"{path.name}: {first} and {term.iri} share the name {term.graph_name}."
            )
        index[term.graph_name] = term
    return model


@cache
def ontology() -> Ontology:
    """The ontology that ships with this release."""
    return _read(FILE)

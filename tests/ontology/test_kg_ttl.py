"""The ontology, its shapes and its checks hold what they promise."""

from __future__ import annotations

import re
from collections.abc import Iterator

import owlrl
import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology import FILES, ROOM
from ontology.model import DEFINITION

KG = Namespace("https://w3id.org/expediente/ontology#")
BASE = "https://w3id.org/expediente/"
SH = Namespace("http://www.w3.org/ns/shacl#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
OWLRL_ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")

PREFIXES = """
@base <https://w3id.org/expediente/> .
@prefix kg: <https://w3id.org/expediente/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
"""


@pytest.fixture(scope="module")
def kg() -> Graph:
    return Graph().parse(ROOM / "kg.ttl").parse(ROOM / "rdf.ttl")


@pytest.fixture(scope="module")
def alignments() -> Graph:
    return Graph().parse(ROOM / "alignments.ttl")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(ROOM / "shapes.ttl")


def terms(graph: Graph, *types: Node) -> list[URIRef]:
    """All named terms of these types, sorted."""
    found = {s for t in types for s in graph.subjects(RDF.type, t) if isinstance(s, URIRef)}
    return sorted(found)


def own(found: list[URIRef]) -> list[URIRef]:
    return [t for t in found if t in KG]


def texts(graph: Graph, term: Node, predicate: URIRef) -> dict[str, str]:
    """The literals of a term by language; two of one language are an error."""
    found = [v for v in graph.objects(term, predicate) if isinstance(v, Literal)]
    assert len({v.language for v in found}) == len(found), f"{term} {predicate}"
    return {v.language or "": str(v) for v in found}


def local(term: Node) -> str:
    return str(term).rsplit("#", 1)[-1]


def snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


# --- words ----------------------------------------------------------------------------------------


def test_both_parsers_read_the_same_number_of_triples(kg: Graph) -> None:
    files = (str(path) for path in FILES)
    parsed = [q for f in files for q in ox.parse(path=f, format=ox.RdfFormat.TURTLE)]
    assert len(parsed) == len(kg)


def test_every_term_has_a_label_and_a_definition_in_english_and_spanish(kg: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    every = [*own(terms(kg, *kinds, SKOS.ConceptScheme)), RDF.subject, RDF.predicate, RDF.object]
    wanting = [
        f"{term} {predicate.fragment} {language}"
        for term in every
        for predicate in (RDFS.label, URIRef(DEFINITION))
        for language in ("en", "es")
        if len(texts(kg, term, predicate).get(language, "").split()) == 0
    ]
    assert wanting == []


def test_no_two_terms_have_one_definition(kg: Graph) -> None:
    found: dict[str, list[str]] = {}
    for term, text in kg.subject_objects(URIRef(DEFINITION)):
        found.setdefault(f"{text}@{text.language}", []).append(str(term))  # type: ignore[attr-defined]
    assert {text: told for text, told in found.items() if len(told) > 1} == {}


def test_every_status_and_rank_has_a_label_and_a_definition_in_both_languages(kg: Graph) -> None:
    wanting = [
        f"{concept} {predicate.fragment}"
        for concept in kg.subjects(RDF.type, SKOS.Concept)
        for predicate in (SKOS.prefLabel, SKOS.definition)
        if set(texts(kg, concept, predicate)) != {"en", "es"}
    ]
    assert wanting == []


def test_the_names_in_the_graph_follow_from_the_terms_and_are_unique(kg: Graph) -> None:
    labels = {c: str(kg.value(c, KG.nodeLabel)) for c in own(terms(kg, OWL.Class))}
    types = {p: str(kg.value(p, KG.relationshipType)) for p in own(terms(kg, OWL.ObjectProperty))}
    keys = {p: str(kg.value(p, KG.propertyKey)) for p in own(terms(kg, OWL.DatatypeProperty))}
    assert labels == {c: local(c) for c in labels}
    assert types == {p: snake(local(p)).upper() for p in types}
    given = {  # keys that are shorter than the term's name
        "sourceKind": "kind",
        "publisherName": "publisher",
        "date": "date_claimed",
        "when": "date",
        "kinDegree": "degree",
        "kinKind": "kinship",
    }
    assert keys == {p: given.get(local(p), snake(local(p))) for p in keys}
    assert kg.value(RDF.subject, KG.relationshipType) == Literal("SUBJECT")
    assert kg.value(RDF.object, KG.relationshipType) == Literal("OBJECT")
    for names in (labels, types, keys):
        assert len(set(names.values())) == len(names)
    every = [str(n) for p in (KG.nodeLabel, KG.relationshipType) for n in kg.objects(None, p)]
    assert len(set(every)) == len(every)
    assert all(any(c.islower() for c in n) for n in labels.values())
    assert not any(any(c.islower() for c in n) for n in types.values())


def test_every_property_says_what_it_joins_and_every_value_what_it_is(kg: Graph) -> None:
    columns = {"text", "integer", "number", "boolean", "date", "interval"}
    ranges = {
        "text": XSD.string,
        "integer": XSD.integer,
        "boolean": XSD.boolean,
        "number": XSD.decimal,
        "date": RDFS.Literal,
        "interval": RDFS.Literal,
    }
    for term in own(terms(kg, OWL.ObjectProperty, OWL.DatatypeProperty)):
        # A claim and a fact have a status and an interval alike: no class is their domain.
        shared = term in (KG.status, KG.valid)
        assert len(list(kg.objects(term, RDFS.domain))) == (0 if shared else 1), term
        assert len(list(kg.objects(term, RDFS.range))) == 1, term
    for term in own(terms(kg, OWL.DatatypeProperty)):
        column = str(kg.value(term, KG.columnType))
        assert column in columns, term
        assert kg.value(term, RDFS.range) == ranges[column], term


def test_every_kinship_but_the_general_one_has_a_degree_and_a_kind(kg: Graph) -> None:
    kin = [p for p in own(terms(kg, OWL.ObjectProperty)) if is_kin(kg, p)]
    assert len(kin) == 22
    for term in kin:
        assert kg.value(term, KG.kinship) in (Literal("blood"), Literal("affinity")), term
        assert isinstance(kg.value(term, KG.degree), Literal), term
        inverse = kg.value(term, OWL.inverseOf)
        if inverse:
            for annotation in (KG.degree, KG.kinship):
                assert kg.value(term, annotation) == kg.value(inverse, annotation), term


def is_kin(kg: Graph, term: URIRef) -> bool:
    return term != KG.relatedTo and KG.relatedTo in kg.transitive_objects(term, RDFS.subPropertyOf)


def test_computed_predicates_cannot_be_claimed(kg: Graph) -> None:
    derived = set(kg.subjects(KG.derived, Literal(True)))
    not_claimed = set(kg.subjects(KG.drawnByRule, Literal(True)))
    assert derived <= not_claimed
    assert {KG.holdsOffice, KG.occurredUnder, KG.occurredDuring, KG.hasMember} <= not_claimed
    assert not {KG.memberOf, KG.siblingOf, KG.childOf, KG.publishedBy, KG.date} & not_claimed


def test_the_core_speaks_of_no_other_vocabulary(kg: Graph) -> None:
    above = [*kg.objects(None, RDFS.subClassOf), *kg.objects(None, RDFS.subPropertyOf)]
    assert {o for o in above if isinstance(o, URIRef) and o not in KG} == set()
    assert [p for p in set(kg.predicates()) if str(p).endswith("Match")] == []


def test_no_two_terms_have_one_label(kg: Graph) -> None:
    labels = [(o, s) for s, o in kg.subject_objects(RDFS.label) if s in KG or s in RDF]
    twice = [pair for pair in labels if sum(o == pair[0] for o, _ in labels) > 1]
    assert sorted(twice) == []


def test_the_ontology_says_who_made_it_when_and_which_version_it_is(kg: Graph) -> None:
    node = URIRef("https://w3id.org/expediente/ontology")
    version = str(kg.value(node, OWL.versionInfo))
    assert kg.value(node, OWL.versionIRI) == URIRef(f"{node}/{version}")
    for name in ("creator", "publisher", "created", "modified", "license", "title", "description"):
        assert kg.value(node, URIRef(f"http://purl.org/dc/terms/{name}")), name
    for term in own(terms(kg, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)):
        assert kg.value(term, RDFS.isDefinedBy) == node, term


def test_alignments_say_of_a_term_what_it_can_be(kg: Graph, alignments: Graph) -> None:
    wikidata = "http://www.wikidata.org/prop/"
    qualified = ("P248", "P854", "P813", "P1683", "P958", "P580", "P582", "P3831")
    properties = set(terms(kg, OWL.ObjectProperty, OWL.DatatypeProperty))
    for term, _, end in alignments:
        if term in KG:
            assert (term, RDF.type, None) in kg, term
            assert not str(end).startswith(tuple(f"{wikidata}direct/{p}" for p in qualified)) or (
                str(end).removeprefix(f"{wikidata}direct/") not in qualified
            )
            assert not (term in properties and str(end).startswith("https://w3id.org/ftm#")), term
    assert (KG.Tenure, RDFS.subClassOf, URIRef("http://www.w3.org/2006/time#Interval")) not in (
        alignments
    )
    prov = "http://www.w3.org/ns/prov#"
    assert alignments.value(KG.statedIn, RDFS.subPropertyOf) == URIRef(prov + "wasDerivedFrom")


def test_mappings_lead_to_vocabularies_that_are_known(alignments: Graph) -> None:
    known = (
        "http://www.w3.org/ns/org#",
        "http://www.w3.org/ns/prov#",
        "http://www.w3.org/2006/time#",
        "http://xmlns.com/foaf/0.1/",
        "https://schema.org/",
        "http://purl.org/dc/terms/",
        "http://www.w3.org/2004/02/skos/core#",
        "https://w3id.org/ftm#",
        "http://www.wikidata.org/prop/direct/P",
        "http://www.wikidata.org/prop/qualifier/P",
        "http://www.wikidata.org/prop/reference/P",
        "http://wikiba.se/ontology#",
    )
    matches = (
        SKOS.exactMatch,
        SKOS.closeMatch,
        SKOS.broadMatch,
        SKOS.narrowMatch,
        SKOS.relatedMatch,
        RDFS.subClassOf,
        RDFS.subPropertyOf,
    )
    foreign = {
        str(o)
        for p in matches
        for s, o in alignments.subject_objects(p)
        if isinstance(o, URIRef) and o not in KG and o != RDF.Statement
    }
    assert {iri for iri in foreign if not iri.startswith(known)} == set()
    reached = {prefix for prefix in known for iri in foreign if iri.startswith(prefix)}
    assert reached == set(known)


# --- OWL 2 RL -------------------------------------------------------------------------------------

XSD_NAMES = """
decimal integer nonNegativeInteger nonPositiveInteger positiveInteger negativeInteger long int short
byte unsignedLong unsignedInt unsignedShort unsignedByte float double string normalizedString token
language Name NCName NMTOKEN boolean hexBinary base64Binary anyURI dateTime dateTimeStamp
"""
RL_DATATYPES = {
    RDFS.Literal,
    RDF.PlainLiteral,
    RDF.XMLLiteral,
    *(XSD[n] for n in XSD_NAMES.split()),
}
RL_TYPES = {
    OWL.Ontology,
    OWL.Class,
    OWL.Restriction,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    OWL.SymmetricProperty,
    OWL.AsymmetricProperty,
    OWL.IrreflexiveProperty,
    OWL.TransitiveProperty,
    OWL.FunctionalProperty,
    OWL.InverseFunctionalProperty,
    OWL.AllDisjointClasses,
    OWL.AllDisjointProperties,
}
RL_PREDICATES = {
    OWL.versionInfo,
    OWL.versionIRI,
    OWL.equivalentClass,
    OWL.disjointWith,
    OWL.propertyDisjointWith,
    OWL.inverseOf,
    OWL.equivalentProperty,
    OWL.propertyChainAxiom,
    OWL.members,
    OWL.onProperty,
    OWL.someValuesFrom,
    OWL.allValuesFrom,
    OWL.hasValue,
    OWL.intersectionOf,
    OWL.unionOf,
    OWL.oneOf,
    OWL.complementOf,
    OWL.maxCardinality,
    OWL.maxQualifiedCardinality,
    OWL.onClass,
}


def parts(graph: Graph, node: Node, predicate: URIRef) -> list[Node] | None:
    head = graph.value(node, predicate)
    return list(Collection(graph, head)) if head is not None else None


def is_sub_expression(graph: Graph, node: Node) -> bool:
    """Whether OWL 2 RL lets the class expression stand on the left of a subclass axiom."""
    if isinstance(node, URIRef):
        return node != OWL.Thing
    for predicate in (OWL.intersectionOf, OWL.unionOf):
        if (members := parts(graph, node, predicate)) is not None:
            return all(is_sub_expression(graph, m) for m in members)
    if parts(graph, node, OWL.oneOf) is not None or graph.value(node, OWL.hasValue) is not None:
        return True
    filler = graph.value(node, OWL.someValuesFrom)
    return filler is not None and (filler == OWL.Thing or is_sub_expression(graph, filler))


def is_super_expression(graph: Graph, node: Node) -> bool:
    """Whether OWL 2 RL lets the class expression stand on the right of a subclass axiom."""
    if isinstance(node, URIRef):
        return node != OWL.Thing
    if (members := parts(graph, node, OWL.intersectionOf)) is not None:
        return all(is_super_expression(graph, m) for m in members)
    if (other := graph.value(node, OWL.complementOf)) is not None:
        return is_sub_expression(graph, other)
    if (filler := graph.value(node, OWL.allValuesFrom)) is not None:
        return is_super_expression(graph, filler)
    most = graph.value(node, OWL.maxCardinality) or graph.value(node, OWL.maxQualifiedCardinality)
    if isinstance(most, Literal):
        return int(most) in (0, 1)
    return graph.value(node, OWL.hasValue) is not None


def outside_rl(graph: Graph) -> Iterator[str]:
    """What in the graph OWL 2 RL does not allow, each as a sentence."""
    for subject, kind in graph.subject_objects(RDF.type):
        if str(kind).startswith(str(OWL)) and kind not in RL_TYPES:
            yield f"{subject} is a {kind}"
    for predicate in set(graph.predicates()):
        if str(predicate).startswith(str(OWL)) and predicate not in RL_PREDICATES:
            yield f"{predicate} is used"
    for sub, sup in graph.subject_objects(RDFS.subClassOf):
        if not is_sub_expression(graph, sub):
            yield f"the left of {sub} subClassOf {sup}"
        if not is_super_expression(graph, sup):
            yield f"the right of {sub} subClassOf {sup}"
    for one, other in graph.subject_objects(OWL.equivalentClass):
        for side in (one, other):
            if not (is_sub_expression(graph, side) and is_super_expression(graph, side)):
                yield f"a side of {one} equivalentClass {other}"
    for one, other in graph.subject_objects(OWL.disjointWith):
        if not (is_sub_expression(graph, one) and is_sub_expression(graph, other)):
            yield f"{one} disjointWith {other}"
    objects = set(graph.subjects(RDF.type, OWL.ObjectProperty))
    values = set(graph.subjects(RDF.type, OWL.DatatypeProperty))
    notes = set(graph.subjects(RDF.type, OWL.AnnotationProperty))
    for double in (objects & values) | (objects & notes) | (values & notes):
        yield f"{double} is two kinds of property"
    for term, domain in graph.subject_objects(RDFS.domain):
        if not is_super_expression(graph, domain):
            yield f"the domain of {term}"
    for term, given in graph.subject_objects(RDFS.range):
        if term in values and given not in RL_DATATYPES:
            yield f"the datatype {given} of {term}"
        if term in objects and not is_super_expression(graph, given):
            yield f"the range of {term}"
    yield from not_simple(graph, objects)
    yield from undeclared(graph, objects | values | notes)


def not_simple(graph: Graph, objects: set[Node]) -> Iterator[str]:
    """Properties that must be simple but are transitive or have chains, and chains in a circle."""
    composite = set(graph.subjects(OWL.propertyChainAxiom)) | set(
        graph.subjects(RDF.type, OWL.TransitiveProperty)
    )
    while True:
        wider = {
            *composite,
            *(o for s in composite for o in graph.objects(s, RDFS.subPropertyOf)),
            *(o for s in composite for o in graph.objects(s, OWL.inverseOf)),
            *(o for s in composite for o in graph.subjects(OWL.inverseOf, s)),
        }
        if wider == composite:
            break
        composite = wider
    simple = {
        *graph.subjects(RDF.type, OWL.AsymmetricProperty),
        *graph.subjects(RDF.type, OWL.IrreflexiveProperty),
        *graph.subjects(RDF.type, OWL.FunctionalProperty),
        *(p for pair in graph.subject_objects(OWL.propertyDisjointWith) for p in pair),
        *(
            p
            for axiom in graph.subjects(RDF.type, OWL.AllDisjointProperties)
            for p in parts(graph, axiom, OWL.members) or []
        ),
    }
    for term in simple & composite:
        yield f"{term} must be simple"
    below: dict[Node, set[Node]] = {p: set() for p in objects}
    for sub, sup in graph.subject_objects(RDFS.subPropertyOf):
        below.setdefault(sup, set()).add(sub)
    for one, other in graph.subject_objects(OWL.inverseOf):
        below.setdefault(one, set()).add(other)
        below.setdefault(other, set()).add(one)
    axioms = graph.subject_objects(OWL.propertyChainAxiom)
    chains = [(term, list(Collection(graph, head))) for term, head in axioms]
    for term, links in chains:
        below.setdefault(term, set()).update(links)
    for term, links in chains:
        for link in links:
            reached, waiting = set(), [link]
            while waiting:
                for lower in below.get(waiting.pop(), ()):
                    if lower not in reached:
                        reached.add(lower)
                        waiting.append(lower)
            if term in reached:
                yield f"the chain of {term} runs in a circle by way of {link}"


def undeclared(graph: Graph, properties: set[Node]) -> Iterator[str]:
    """Terms in the place of a class or property that are not declared as one."""
    classes = set(graph.subjects(RDF.type, OWL.Class))
    used = {
        *(c for pair in graph.subject_objects(RDFS.subClassOf) for c in pair),
        *(c for pair in graph.subject_objects(OWL.disjointWith) for c in pair),
        *graph.objects(None, RDFS.domain),
        *(o for s, o in graph.subject_objects(RDFS.range) if o not in RL_DATATYPES),
        *graph.objects(None, OWL.someValuesFrom),
    }
    for term in used - classes:
        if isinstance(term, URIRef):
            yield f"the class {term} is not declared"
    standard = (str(RDF), str(RDFS), str(OWL))
    for term in {*graph.predicates(), *graph.objects(None, RDFS.subPropertyOf)} - properties:
        if not str(term).startswith(standard):
            yield f"the property {term} is not declared"


def test_the_ontology_stays_within_owl_2_rl(kg: Graph) -> None:
    assert sorted(outside_rl(kg)) == []


SUB = "rdfs:subClassOf [ a owl:Restriction ; owl:onProperty"


@pytest.mark.parametrize(
    "beyond",
    [
        "kg:Person rdfs:subClassOf [ a owl:Class ; owl:unionOf ( kg:Leader kg:Official ) ] .",
        "kg:leads rdfs:domain [ a owl:Class ; owl:unionOf ( kg:Person kg:Group ) ] .",
        f"kg:Person {SUB} kg:childOf ; owl:maxCardinality 2 ] .",
        f"kg:Person {SUB} kg:childOf ; owl:minCardinality 1 ] .",
        f"kg:Leader {SUB} kg:leads ; owl:someValuesFrom kg:Cartel ] .",
        "kg:relatedTo a owl:ReflexiveProperty .",
        "kg:date rdfs:range <http://id.loc.gov/datatypes/edtf/EDTF> .",
        "kg:grandparentOf a owl:IrreflexiveProperty .",
        "kg:parentOf owl:propertyChainAxiom ( kg:grandparentOf kg:childOf ) .",
        "kg:leads rdfs:range kg:Nowhere .",
    ],
)
def test_the_checker_finds_what_lies_beyond_owl_2_rl(kg: Graph, beyond: str) -> None:
    graph = Graph() + kg
    graph.parse(
        data=PREFIXES
        + "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        + "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        + beyond,
        format="turtle",
    )
    assert list(outside_rl(graph)) != []


def closure(kg: Graph, data: str = "") -> Graph:
    """The ontology and the data with all that OWL 2 RL concludes."""
    graph = Graph() + kg
    graph.parse(data=PREFIXES + data, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def contradictions(graph: Graph) -> list[str]:
    errors = [str(e) for e in graph.objects(None, OWLRL_ERROR)]
    return errors + [f"{s} is nothing" for s in graph.subjects(RDF.type, OWL.Nothing)]


def test_every_class_can_have_an_instance(kg: Graph) -> None:
    every = terms(kg, OWL.Class)
    data = "".join(f"<dummy/{n}> a <{c}> .\n" for n, c in enumerate(every))
    graph = closure(kg, data)
    assert contradictions(graph) == []
    empty = set(graph.subjects(RDFS.subClassOf, OWL.Nothing)) - {OWL.Nothing}
    assert empty == set()


def test_what_excludes_each_other_is_a_contradiction(kg: Graph) -> None:
    found = contradictions(
        closure(
            kg,
            """
            <both-person-and-cartel> a kg:Person, kg:Cartel .
            <both-cartel-and-agency> a kg:Cartel, kg:Agency .
            <own-parent> kg:parentOf <own-child> . <own-child> kg:parentOf <own-parent> .
            <own-sibling> kg:siblingOf <own-sibling> .
            """,
        )
    )
    for name in ("both-person-and-cartel", "both-cartel-and-agency", "own-parent", "own-sibling"):
        assert any(name in text for text in found), name


def test_owl_finds_kin_leaders_relatives_and_officials(kg: Graph) -> None:
    graph = closure(
        kg,
        """
        <cartel> a kg:Cartel .
        <boss> kg:leads <cartel> ; kg:siblingOf <aunt> ; kg:spouseOf <wife> .
        <aunt> kg:parentOf <niece> . <niece> kg:parentOf <grandniece> .
        <father> kg:fatherOf <wife> .
        <minister> kg:holdsOffice <office> . <office> a kg:Office .
        """,
    )
    assert contradictions(graph) == []

    def holds(subject: str, predicate: str, value: str) -> bool:
        return (URIRef(BASE + subject), KG[predicate], URIRef(BASE + value)) in graph

    def is_a(subject: str, kind: str) -> bool:
        return (URIRef(BASE + subject), RDF.type, KG[kind]) in graph

    assert holds("boss", "uncleOrAuntOf", "niece")
    assert holds("niece", "nephewOrNieceOf", "boss")
    assert holds("aunt", "grandparentOf", "grandniece")
    assert holds("boss", "greatUncleOrAuntOf", "grandniece")
    assert holds("father", "parentInLawOf", "boss")
    assert holds("wife", "siblingInLawOf", "aunt") and holds("aunt", "siblingInLawOf", "wife")
    assert holds("boss", "relatedTo", "grandniece") and holds("grandniece", "relatedTo", "boss")
    assert is_a("boss", "Leader") and is_a("boss", "Person")
    assert all(is_a(kin, "Relative") for kin in ("aunt", "niece", "grandniece", "wife", "father"))
    assert is_a("minister", "Official") and not is_a("boss", "Official")
    assert not holds("boss", "relatedTo", "boss")


# --- shapes ---------------------------------------------------------------------------------------


def claim(
    name: str,
    subject: str,
    predicate: str,
    value: str,
    status: str = "reported",
    rank: str = "normal",
    more: str = "",
) -> str:
    """A claim node in Turtle; ``more`` are further predicates, each followed by a semicolon."""
    silent = ("opinion", "denied", "threatened", "promised")
    drawn = str(status not in silent and rank != "deprecated").lower()
    return (
        f"<claim/{name}> a kg:Claim ; rdf:subject {subject} ; rdf:predicate kg:{predicate} ; "
        f'rdf:object {value} ; kg:statedIn <source/s> ; kg:status "{status}" ; kg:rank "{rank}" ; '
        f'{more} kg:drawn {drawn} ; kg:locator "row=1" .\n'
    )


GOOD = (
    """
    <source/s> a kg:Source ; kg:name "S" ; kg:title "S" ; kg:sourceKind "page" ;
      kg:url "https://example.org/s" ; kg:language "en" ; kg:read "2026-11-21"^^edtf:EDTF .
    <person/a> a kg:Person ; kg:name "A" ; kg:siblingOf <person/b> ; kg:memberOf <organization/c> .
    <person/b> a kg:Person ; kg:name "B" ; kg:transferredIn <transfer/t> .
    <organization/c> a kg:Cartel ; kg:name "C" .
    <place/m> a kg:Country ; kg:name "M" .
    <place/u> a kg:Country ; kg:name "U" .
    <office/o> a kg:Office ; kg:name "O" ; kg:jurisdiction <place/m> .
    <tenure/x> a kg:Tenure ; kg:name "X" ; kg:holder <person/b> ; kg:office <office/o> ;
      kg:date "2001/2006"^^edtf:EDTF .
    <transfer/t> a kg:Expulsion ; kg:name "T" ; kg:date "2025-02-27"^^edtf:EDTF ;
      kg:peopleCount 29 ; kg:legalForm "expulsion" ;
      kg:fromCountry <place/m> ; kg:toCountry <place/u> .
    """
    + claim("1", "<person/a>", "siblingOf", "<person/b>", more='kg:quote "one two three" ;')
    + claim(
        "2",
        "<person/a>",
        "memberOf",
        "<organization/c>",
        "alleged",
        more="kg:attributedTo <person/b> ;",
    )
    + claim(
        "3", "<transfer/t>", "date", '"2025-02-27"^^edtf:EDTF', more="kg:contradicts <claim/1> ;"
    )
    + """
    <fact/1> a kg:Fact ; rdf:subject <person/a> ; rdf:predicate kg:siblingOf ;
      rdf:object <person/b> ; kg:inferred false ; kg:evidence <claim/1> ; kg:kinDegree 2 .
    <fact/2> a kg:Fact ; rdf:subject <person/b> ; rdf:predicate kg:siblingOf ;
      rdf:object <person/a> ; kg:inferred true ; kg:rule "symmetric" ; kg:premise <fact/1> ;
      kg:evidence <claim/1> .
    """
)


def refused(kg: Graph, shapes: Graph, data: str) -> list[str]:
    """The messages of the shapes that the data breaks."""
    graph = Graph().parse(data=PREFIXES + data, format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=kg)
    assert isinstance(report, Graph)
    return sorted({str(m) for m in report.objects(None, SH.resultMessage)})


def test_good_data_conforms(kg: Graph, shapes: Graph) -> None:
    assert refused(kg, shapes, GOOD) == []


BAD = [
    ("<person/d> a kg:Person .", "exactly one name"),
    ('<person/a> kg:name "Another" .', "exactly one name"),
    ('<person/a> kg:nameEs "Uno", "Dos" .', "at most one Spanish name"),
    ('<tenure/y> a kg:Tenure ; kg:name "Y" ; kg:office <office/o> .', "exactly one holder"),
    (
        '<tenure/x> kg:office <office/p> . <office/p> a kg:Office ; kg:name "P" .',
        "exactly one office",
    ),
    ("<transfer/t> kg:fromCountry <place/u> .", "from one country to another"),
    ("<claim/1> rdf:subject <person/b> .", "exactly one subject"),
    ("<claim/1> rdf:object <person/a> .", "exactly one object"),
    ('<claim/1> kg:status "guilty" .', "one status of the list"),
    ('<claim/1> kg:rank "best" .', "one rank"),
    ('<claim/1> kg:locator "row=2" .', "one locator"),
    (claim("4", "<person/a>", "hasMember", "<person/b>"), "No claim may use this predicate"),
    (
        claim("4", "<person/a>", "alias", '"x"', more='kg:quote "1 2 3 4 5 6 7 8 9 10 11" ;'),
        "ten words",
    ),
    (
        claim("4", "<person/a>", "alias", '"x"').replace('"row=1"', '"char=7"'),
        "char=START,END",
    ),
    ("<claim/1> kg:attributedTo <place/m> .", "attributed to a person"),
    ('<claim/1> kg:valid "27/02/2025"^^edtf:EDTF .', "must be EDTF"),
    ('<transfer/t> kg:date "2025-02-27" .', "must be EDTF"),
    ('<transfer/t> kg:dateFrom "2025-02"^^xsd:date .', "full ISO date"),
    ('<transfer/t> kg:peopleCount "29" .', "whole and not negative"),
    ("<transfer/t> kg:cityCount -1 .", "whole and not negative"),
    ('<person/a> kg:alias "" .', "not empty"),
    ("<person/a> kg:transferredIn <place/m> .", "object must be a transfer"),
    (
        "<place/m> kg:memberOf <organization/c> .",
        "subject must be a person, group or organisation",
    ),
    ("<organization/c> kg:siblingOf <person/a> .", "subject must be a person;"),
    ('<person/a> kg:date "2025"^^edtf:EDTF .', "Only an event or a tenure has a date"),
    (
        "<person/a> kg:partOf <organization/c> .",
        "Only organisations, groups, places and offices have parts",
    ),
    ("<person/a> kg:about <person/b> .", "is about something"),
    ("<organization/c> a kg:Agency .", "no public body or party"),
    ("<person/a> a kg:Cartel .", "A person is no organisation"),
    ("<fact/1> kg:inferred true .", "whether it is inferred"),
    (
        "<fact/3> a kg:Fact ; rdf:subject <person/a> ; rdf:predicate kg:leads ; "
        "rdf:object <organization/c> ; kg:inferred true ; kg:evidence <claim/2> ; "
        "kg:premise <fact/1> .",
        "must name its rule",
    ),
    (
        "<fact/3> a kg:Fact ; rdf:subject <person/a> ; rdf:predicate kg:leads ; "
        "rdf:object <organization/c> ; kg:inferred false .",
        "at least one claim",
    ),
    ('<source/s> kg:sourceKind "rumour" .', "article, page, table or dataset"),
    ('<source/s> kg:sha256 "abc" .', "64 hexadecimal digits"),
    ('<source/s> kg:url "example.org" .', "http://"),
]


@pytest.mark.parametrize(("bad", "message"), BAD)
def test_bad_data_is_refused_with_a_remedy(
    kg: Graph, shapes: Graph, bad: str, message: str
) -> None:
    found = refused(kg, shapes, GOOD + bad)
    assert any(message in m for m in found), found
    assert all(";" in m for m in found), "what is wrong, and behind a semicolon what to do"


def test_the_shapes_know_the_statuses_ranks_and_predicates_of_the_ontology(
    kg: Graph, shapes: Graph
) -> None:
    def listed(path: URIRef) -> set[str]:
        patterns = [shapes.value(p, SH.pattern) for p in shapes.subjects(SH.path, path)]
        return {status for p in patterns if p for status in str(p)[2:-2].split("|")}

    def notations(scheme: URIRef) -> set[str]:
        return {str(kg.value(c, SKOS.notation)) for c in kg.subjects(SKOS.inScheme, scheme)}

    assert listed(KG.status) == notations(KG.statusScheme)
    assert listed(KG["rank"]) == notations(KG.rankScheme)
    forbidden = set(shapes.objects(None, SH.targetNode))
    classes = set(kg.subjects(RDF.type, OWL.Class))
    assert forbidden == set(kg.subjects(KG.drawnByRule, Literal(True))) - classes


def test_shapes_and_checks_use_terms_that_exist(kg: Graph, shapes: Graph) -> None:
    declared = {s for s in kg.subjects() if isinstance(s, URIRef)}
    used = {t for triple in shapes for t in triple if isinstance(t, URIRef) and t in KG}
    for path in sorted((ROOM / "checks").glob("*.rq")):
        text = "".join(line for line in path.read_text("utf-8").splitlines(True) if line[0] != "#")
        used |= {KG[name] for name in re.findall(r"\bkg:(\w+)", text)}
    assert used - declared == set()


def test_every_value_and_link_has_a_shape(kg: Graph, shapes: Graph) -> None:
    targeted = {*shapes.objects(None, SH.targetObjectsOf), *shapes.objects(None, SH.path)}
    for term in own(terms(kg, OWL.ObjectProperty)):
        if kg.value(term, RDFS.range) != KG.Entity:
            assert term in targeted or (term, KG.derived, Literal(True)) in kg, term
    for term in own(terms(kg, OWL.DatatypeProperty)):
        if (term, KG.derived, Literal(True)) not in kg:
            assert term in targeted, term


# --- checks ---------------------------------------------------------------------------------------

DAYS = """
{when} kg:when "{a}/{b}"^^edtf:EDTF ; kg:dateFrom "{a}"^^xsd:date ; kg:dateTo "{b}"^^xsd:date .
"""


def tenure(name: str, first: str, last: str) -> str:
    return f"<tenure/{name}> kg:holder <person/{name}> ; kg:office <office/president-of-m> .\n" + (
        DAYS.format(when=f"<tenure/{name}>", a=first, b=last)
    )


def event(name: str, kind: str, whom: str, first: str, last: str = "") -> str:
    return f"<event/{name}> a kg:{kind} ; kg:concerns <person/{whom}> .\n" + (
        DAYS.format(when=f"<event/{name}>", a=first, b=last or first)
    )


ADMINISTRATION = """
<administration/a> kg:administrationTenure <tenure/t> . <tenure/t> kg:holder <person/a> .
"""
CARTEL = "<organization/c> a kg:Cartel . "
INFERRED = """
<fact/{n}> a kg:Fact ; rdf:subject <person/a> ; rdf:predicate kg:{p} ; rdf:object <person/b> ;
  kg:inferred true .
"""
HELD = """
<fact/1> a kg:Fact ; rdf:subject <person/t> ; rdf:predicate kg:holdsOffice ; kg:inferred true ;
  rdf:object <office/president-of-m> ; kg:valid "2001-01-01/2002-01-01" ; kg:evidence <claim/1> .
"""
GENERATIONS = "<person/a> kg:parentOf <person/b> . <person/b> kg:fatherOf <person/d> . "
TWO_TRANSFERRED = """
<person/a> kg:transferredIn <transfer/t> . <person/b> kg:transferredIn <transfer/t> .
"""
# For every check: data on which it must speak, and the nearest data on which it must keep silent.
CASES = {
    "one-president-at-a-time": (
        tenure("a", "2006-12-01", "2012-12-01") + tenure("b", "2012-11-30", "2018-11-30"),
        tenure("a", "2006-12-01", "2012-12-01") + tenure("b", "2012-12-01", "2018-11-30"),
    ),
    "president-and-administration-agree": (
        ADMINISTRATION + "<administration/a> kg:headedBy <person/b> .",
        ADMINISTRATION + "<administration/a> kg:headedBy <person/a> .",
    ),
    "end-before-start": (
        tenure("a", "2012-12-01", "2006-12-01"),
        tenure("a", "2006-12-01", "2006-12-01"),
    ),
    "attested-within-tenure": (
        tenure("a", "2006-12-01", "2012-12-01")
        + '<tenure/a> kg:attestedOn "2013-01-01"^^edtf:EDTF .',
        tenure("a", "2006-12-01", "2012-12-01")
        + '<tenure/a> kg:attestedOn "2012-12-01"^^edtf:EDTF .',
    ),
    "birth-before-death": (
        event("b", "Birth", "a", "1970-01-01") + event("d", "Death", "a", "1969-12-31"),
        event("b", "Birth", "a", "1970-01-01", "1970-12-31")
        + event("d", "Death", "a", "1970-06-01"),
    ),
    "birth-before-any-event": (
        event("b", "Birth", "a", "1970-01-01") + event("x", "Arrest", "a", "1969-12-31"),
        event("b", "Birth", "a", "1970-01-01") + event("x", "Arrest", "a", "1990-01-01"),
    ),
    "death-after-custody": (
        event("d", "Death", "a", "2015-01-01") + event("x", "Arrest", "a", "2016-01-01"),
        event("d", "Death", "a", "2015-01-01", "2016-12-31")
        + event("x", "Arrest", "a", "2016-01-01"),
    ),
    "parent-older-than-child": (
        "<person/a> kg:parentOf <person/b> ."
        + event("x", "Birth", "a", "1980-01-01")
        + event("y", "Birth", "b", "1970-01-01"),
        "<person/a> kg:parentOf <person/b> ."
        + event("x", "Birth", "a", "1950-01-01")
        + event("y", "Birth", "b", "1970-01-01"),
    ),
    "event-after-it-became-known": (
        claim(
            "1",
            "<event/x>",
            "date",
            '"2026-12"^^edtf:EDTF',
            more='kg:recorded "2026-11-21"^^edtf:EDTF ;',
        ),
        claim(
            "1",
            "<event/x>",
            "date",
            '"2026"^^edtf:EDTF',
            more='kg:recorded "2026-11-21"^^edtf:EDTF ;',
        ),
    ),
    "nobody-own-relative": (
        "<person/a> kg:uncleOrAuntOf <person/a> .",
        "<person/a> kg:uncleOrAuntOf <person/b> .",
    ),
    "no-parent-loop": (
        GENERATIONS + "<person/a> kg:childOf <person/d> .",
        GENERATIONS + "<person/d> kg:childOf <person/b> .",
    ),
    "kinship-excludes": (
        "<person/a> kg:parentOf <person/b> . <person/b> kg:siblingOf <person/a> .",
        "<person/a> kg:parentOf <person/b> . <person/b> kg:siblingOf <person/d> .",
    ),
    "one-father-one-mother": (
        "<person/a> kg:fatherOf <person/d> . <person/b> kg:fatherOf <person/d> .",
        "<person/a> kg:fatherOf <person/d> . <person/b> kg:motherOf <person/d> .",
    ),
    "at-most-two-parents": (
        "<person/d> kg:childOf <person/a>, <person/b> . <person/e> kg:parentOf <person/d> .",
        "<person/d> kg:childOf <person/a>, <person/b> . <person/a> kg:parentOf <person/d> .",
    ),
    "cleared-draws-no-tie": (
        "<person/a> kg:leads <organization/c> ."
        + claim("1", "<person/a>", "leads", "<organization/c>", "acquitted").replace(
            "true", "false"
        ),
        "<person/a> kg:leads <organization/c> ."
        + claim("1", "<person/a>", "leads", "<organization/c>", "acquitted").replace(
            "true", "false"
        )
        + claim("2", "<person/a>", "leads", "<organization/c>", "alleged"),
    ),
    "concluded-one-kind-of-sibling": (
        INFERRED.format(n=1, p="siblingOf") + INFERRED.format(n=2, p="halfSiblingOf"),
        INFERRED.format(n=1, p="siblingOf") + INFERRED.format(n=2, p="stepSiblingOf"),
    ),
    "occurred-in-one-tenure-of-an-office": (
        ADMINISTRATION
        + tenure("t", "2001-01-01", "2002-01-01")
        + tenure("u", "2002-01-01", "2003-01-01")
        + "<event/e> kg:occurredDuring <tenure/t>, <tenure/u> .",
        ADMINISTRATION
        + tenure("t", "2001-01-01", "2002-01-01")
        + tenure("u", "2002-01-01", "2003-01-01")
        + "<event/e> kg:occurredDuring <tenure/u> ; kg:possiblyDuring <tenure/t> .",
    ),
    "shown-date-is-cited": (
        tenure("t", "2001-01-01", "2002-01-01")
        + claim("1", "<tenure/t>", "date", '"2001/2002"')
        + HELD,
        tenure("t", "2001-01-01", "2002-01-01")
        + claim("1", "<tenure/t>", "date", '"2001-01-01/2002-01-01"')
        + HELD
        + "<tenure/t> kg:datedBy <claim/1> .",
    ),
    "sibling-or-half-sibling": (
        claim("1", "<person/a>", "siblingOf", "<person/b>")
        + "<person/b> kg:halfSiblingOf <person/a> .",
        claim("1", "<person/a>", "siblingOf", "<person/b>", rank="deprecated")
        + "<person/b> kg:halfSiblingOf <person/a> .",
    ),
    "no-part-loop": (
        "<place/a> kg:partOf <place/b> . <place/b> kg:partOf <place/a> .",
        "<place/a> kg:partOf <place/b> . <place/b> kg:partOf <place/d> .",
    ),
    "transfer-people-within-size": (
        TWO_TRANSFERRED + "<transfer/t> kg:peopleCount 1 .",
        TWO_TRANSFERRED + "<transfer/t> kg:peopleCount 1, 2 .",
    ),
    "named-within-size": (
        "<transfer/t> kg:peopleCount 26 ; kg:namedCount 27 .",
        "<transfer/t> kg:peopleCount 26 ; kg:namedCount 26 .",
    ),
    "handed-over-once": (
        "<person/a> kg:transferredIn <transfer/t>, <transfer/v> .",
        "<person/a> kg:transferredIn <transfer/t>, <transfer/v> . "
        "<transfer/t> kg:fromCountry <place/m> . <transfer/v> kg:fromCountry <place/u> .",
    ),
    "officials-only-allegedly-tied": (
        CARTEL
        + claim("1", "<person/a>", "memberOf", "<organization/c>", "alleged")
        + "<tenure/t> kg:holder <person/a> .",
        CARTEL
        + claim("1", "<person/a>", "allegedlyTiedTo", "<organization/c>", "alleged")
        + "<tenure/t> kg:holder <person/a> .",
    ),
    "membership-not-stated": (
        CARTEL + claim("1", "<person/a>", "memberOf", "<organization/c>", "stated"),
        CARTEL + claim("1", "<person/a>", "memberOf", "<organization/c>", "alleged"),
    ),
    "founding-and-ties-not-stated": (
        CARTEL
        + "<person/a> a kg:Person ."
        + claim("1", "<person/a>", "founded", "<organization/c>", "stated"),
        CARTEL
        + "<person/a> a kg:Person ."
        + claim("1", "<person/a>", "founded", "<organization/c>", "reported"),
    ),
    "kinship-and-office-not-alleged": (
        claim("1", "<person/a>", "siblingOf", "<person/b>", "alleged"),
        claim("1", "<person/a>", "siblingOf", "<person/b>", "reported"),
    ),
    "legal-status-has-ground": (
        claim("1", "<person/a>", "description", '"x"', "convicted"),
        claim("1", "<person/a>", "description", '"x"', "convicted")
        + "<event/v> a kg:Verdict ; kg:concerns <person/a> .",
    ),
    "status-above-its-event": (
        "<event/x> a kg:Charge ." + claim("1", "<event/x>", "offence", '"x"', "convicted"),
        "<event/x> a kg:Charge ." + claim("1", "<event/x>", "offence", '"x"', "charged"),
    ),
    "silent-claim-drew-no-fact": (
        claim("1", "<event/x>", "causeOf", "<event/y>", "opinion")
        + "<event/x> kg:causeOf <event/y> .",
        claim("1", "<event/x>", "causeOf", "<event/y>", "opinion")
        + "<event/x> kg:causeOf <event/y> ."
        + claim("2", "<event/x>", "causeOf", "<event/y>", "stated"),
    ),
    "fact-has-evidence": (
        "<person/a> kg:memberOf <organization/c> .",
        "<person/a> kg:memberOf <organization/c> ."
        + claim("1", "<person/a>", "memberOf", "<organization/c>", "alleged"),
    ),
    "quote-at-most-ten-words": (
        claim("1", "<person/a>", "alias", '"x"', more='kg:quote "1 2 3 4 5 6 7 8 9 10 11" ;'),
        claim("1", "<person/a>", "alias", '"x"', more='kg:quote "1 2 3 4 5 6 7 8 9 10" ;'),
    ),
    "deprecated-says-why": (
        claim("1", "<person/a>", "alias", '"x"', rank="deprecated"),
        claim("1", "<person/a>", "alias", '"x"', rank="deprecated", more='kg:note "why" ;'),
    ),
    "claims-about-known-things": (
        claim("1", "<person/a>", "alias", '"x"'),
        claim("1", "<person/a>", "alias", '"x"') + '<person/a> kg:name "A" .',
    ),
    "different-sizes-contradict": (
        claim("1", "<transfer/t>", "peopleCount", "26")
        + claim("2", "<transfer/t>", "peopleCount", "27"),
        claim("1", "<transfer/t>", "peopleCount", "26")
        + claim("2", "<transfer/t>", "peopleCount", "27", more="kg:contradicts <claim/1> ;"),
    ),
    "denial-has-a-speaker": (
        claim("1", "<person/a>", "description", '"x"', "denied"),
        claim(
            "1", "<person/a>", "description", '"x"', "denied", more="kg:attributedTo <person/a> ;"
        ),
    ),
}


def answers(name: str, data: str) -> list[tuple[str | None, ...]]:
    """The rows of a check over the data: claim, subject, message."""
    store = ox.Store()
    store.load((PREFIXES + data).encode(), format=ox.RdfFormat.TURTLE)
    text = (ROOM / "checks" / f"{name}.rq").read_text("utf-8")
    rows = store.query(text, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    names = [v.value for v in rows.variables]
    assert {"subject", "message"} <= set(names) <= {"claim", "subject", "message"}
    return [tuple(getattr(row[n], "value", None) for n in names) for row in rows]


def test_two_fathers_of_whom_one_is_preferred_are_no_fault() -> None:
    fathers = CASES["one-father-one-mother"][0]
    said = claim("1", "<person/a>", "fatherOf", "<person/d>", rank="preferred") + claim(
        "2", "<person/b>", "fatherOf", "<person/d>", more="kg:contradicts <claim/1> ;"
    )
    assert answers("one-father-one-mother", fathers + said) == []
    undecided = said.replace('"preferred"', '"normal"')
    assert answers("one-father-one-mother", fathers + undecided)


def test_every_check_has_a_case() -> None:
    assert sorted(CASES) == sorted(p.stem for p in (ROOM / "checks").glob("*.rq"))


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_check_speaks_where_it_should_and_only_there(name: str) -> None:
    bad, good = CASES[name]
    found = answers(name, bad)
    assert found
    assert all(row[-1] for row in found), "every row says what is wrong"
    assert answers(name, good) == []


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_check_has_a_title_a_severity_and_a_remedy(name: str) -> None:
    lines = (ROOM / "checks" / f"{name}.rq").read_text("utf-8").splitlines()
    both = r'\{en: "[^"]+[^".]", es: "[^"]+[^".]"\}'
    assert re.fullmatch(rf"#\+ title: {both}", lines[0]), lines[0]
    assert re.fullmatch(r"#\+ severity: (error|warning)", lines[1]), lines[1]
    assert re.fullmatch(r'#\+ remedy: \{en: "[^"]+\.", es: "[^"]+\."\}', lines[2]), lines[2]

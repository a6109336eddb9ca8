"""Generated RDF datasets as nasty as RDF allows, for whatever must not lose any of it."""

from __future__ import annotations

import itertools
from typing import TypeVar

import pyoxigraph as ox
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.projection.names import LONGEST_ID
from ontology import BASE, KG, ontology

Quads = list[ox.Quad]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
EX = "http://example.org/"
TYPE, SUBJECT, PREDICATE, OBJECT, VALUE, FIRST, REST, NIL = (
    ox.NamedNode(RDF + name)
    for name in ("type", "subject", "predicate", "object", "value", "first", "rest", "nil")
)
OURS = sorted(ontology().terms)
T = TypeVar("T")


def one_of(values: list[T]) -> st.SearchStrategy[T]:
    """One of the values; unlike ``sampled_from`` it does not print them all, some of them huge."""
    return st.integers(0, len(values) - 1).map(lambda n: values[n])


# --- Terms ----------------------------------------------------------------------------------------

NAMES = [
    *(EX + name for name in ("a", "b", "c")),
    # Ours, and what would be misread if it were cut off like ours.
    *(BASE + rest for rest in ("person/ana", "person/Ana", "claim/1", "x%20y")),
    *(
        BASE + rest
        for rest in ("", "_:b0", "_x", "a:b", ":", "#", "?", "/", "//", "graph/derived/x")
    ),
    BASE + "sha256:" + "0" * 64,
    "sha256:" + "0" * 64,
    BASE.rstrip("/"),
    "a:",
    "a:b",
    "X:Y",
    "urn:x:a'b(c)!*;@,$&=+~",
    "mailto:a@example.org",
    "file:///C:/a%20b%00c",
    "http://[::1]:99999999/?%7A#",
    "http://example.org//..//./#?/",
    "http://ñandú.example/Ü/日本/𝄞?\ue000=\u200e#\u0301",
    "http://example.org/\u00a0\u2028\uffef",
    # At the limit of an index entry, in bytes and in characters, and far beyond it.
    *(EX + "l" * (size - len(EX)) for size in (1024, 1025, LONGEST_ID, LONGEST_ID + 1)),
    EX + "é" * (LONGEST_ID // 2),
    BASE + "long/" + "x" * LONGEST_ID,
    EX + "very-long/" + "y" * 40_000,
    KG + "Person",
    KG + "noSuchTerm",
    RDF + "type",
]
IRIS = one_of(NAMES).map(ox.NamedNode)
# Labels that a codec or a canonical form might make itself, and some that look like something else.
LABELS = ["b0", "b1", "b2", "0", "c14n0", "c14n1", "a.b", "_x", "é", "sha256"]
BLANKS = st.sampled_from(LABELS).map(ox.BlankNode)
NODES = st.one_of(IRIS, BLANKS)
GRAPHS = st.one_of(st.just(ox.DefaultGraph()), st.just(ox.DefaultGraph()), NODES)

FOREIGN = [
    # Names that differ by case or by namespace only, have nothing of a name, or look like ours.
    *("http://example.org/a/name", "http://example.org/b/name", "http://example.org/a/Name"),
    *("http://example.org/fooBar", "http://example.org/foobar", "http://example.org/FOO_BAR"),
    *("http://example.org/", "http://example.org/#", "http://example.org/日本", "urn:1", "x:"),
    *("http://xmlns.com/foaf/0.1/name", "http://xmlns.com/foaf/0.1/NAME"),
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://dbpedia.org/ontology/birthDate",
    *(EX + name for name in ("id", "iri", "_docs", "_rdf", "names", "Entity", "value", "p_size")),
    EX + "p" * LONGEST_ID,
    *(RDF + name for name in ("type", "subject", "predicate", "object", "value", "first", "_1")),
]
# Half of the predicates mean something to us.
PREDICATES = st.one_of(one_of(FOREIGN), one_of(OURS)).map(ox.NamedNode)

CHARACTERS = (
    "ab \"'\\\n\r\t\x00\x01\x08\x0b\x0c\x1f\x7f\x80\x85é\u0301\u2028\ufffe\uffff𝄞😀#.|<>^@_:"
)
ODD_TEXTS = [
    *(
        "",
        " ",
        "a",
        "A",
        "é",
        "e\u0301",
        "true",
        "1",
        "null",
        "\r",
        "\r\n",
        "\n",
        "\x00",
        "\\u0041",
    ),
    *(
        "x . # knowledge",
        ' .\n<x:s> <x:p> "',
        "@en",
        "^^string",
        "name @en|@es",
        "_:b0",
        "<<( a )>>",
    ),
    *("http://example.org/a", "person/ana", "2025-02-27", "[1, 2]", "{}", "$name", "`", "/*", "//"),
]
TEXTS = st.one_of(st.sampled_from(ODD_TEXTS), st.text(CHARACTERS, max_size=8), st.text(max_size=5))

FORMS = [
    *("0", "1", "01", "+1", "-0", "-1", "1.0", "1.", ".5", "1.50", "0.1", "1e0", "1E0", "1.0E0"),
    *("-0.0", "0.0", "1e400", "-1e400", "1e-400", "INF", "-INF", "+INF", "NaN", "nan", "inf"),
    *("Infinity", "1_000", " 1 ", "１", "0x10", "1e16", "1e+16", "123456789012345678.9", "5e-324"),
    *(str(2**63 + n) for n in (-1, 0, 1)),
    *(str(-(2**63) + n) for n in (-1, 0, 1)),
    *(str(2**53 + 1), str(2**64), "9" * 400, "9" * 5000),
    *("true", "false", "TRUE", "True", "", "abc", "\x00", "2025", "-0044", "12025", "2025Z"),
    *("2025-02", "2025-02-27", "2025-02-30", "2025-02-27Z", "2025-02-27-06:00", "--02-29", "---31"),
    *("2025-02-27T24:00:00", "2025-02-27T00:00:00.10-06:00", "2025-02-27T00:00:60Z", "00:00:00"),
    *(
        "2019~",
        "../2024",
        "2010/2015-02-27",
        "[2020,2021]",
        "2020-XX",
        "P1Y",
        "-PT0.10S",
        "AQ==",
        "0F",
    ),
]
XSD_NAMES = [
    *("string", "integer", "decimal", "double", "float", "boolean", "int", "long", "byte", "date"),
    *("nonNegativeInteger", "unsignedLong", "negativeInteger", "dateTime", "dateTimeStamp", "time"),
    *("gYear", "gYearMonth", "gMonthDay", "duration", "anyURI", "hexBinary", "base64Binary"),
    *("token", "normalizedString", "language", "noSuchType", "Integer", "a:b", ""),
]
DATATYPES = one_of(
    [
        *(XSD + name for name in XSD_NAMES),
        "http://id.loc.gov/datatypes/edtf/EDTF",
        RDF + "HTML",
        RDF + "JSON",
        EX + "type",
        "x:",
        BASE + "type",
        BASE,
        EX + "d" * LONGEST_ID,
        KG + "Person",
    ]
).map(ox.NamedNode)
LANGUAGES = st.sampled_from(
    ["en", "es", "es-mx", "zh-hant-tw", "de-ch-1996", "x-y", "sl-rozaj-biske-1994"]
)
DIRECTIONS = st.sampled_from([ox.BaseDirection.LTR, ox.BaseDirection.RTL])
TYPED = st.builds(
    lambda text, datatype: ox.Literal(text, datatype=datatype),
    st.one_of(one_of(FORMS), TEXTS),
    DATATYPES,
)
LOCALISED = st.builds(lambda text, tag: ox.Literal(text, language=tag), TEXTS, LANGUAGES)
DIRECTED = st.builds(
    lambda text, tag, way: ox.Literal(text, language=tag, direction=way),
    TEXTS,
    LANGUAGES,
    DIRECTIONS,
)
LITERALS = st.one_of(TEXTS.map(ox.Literal), TYPED, TYPED, LOCALISED, DIRECTED)
TERMS = st.one_of(NODES, LITERALS)
TRIPLES = st.recursive(
    st.builds(ox.Triple, NODES, PREDICATES, TERMS),
    lambda inner: st.builds(ox.Triple, NODES, PREDICATES, inner),
    max_leaves=3,
)

# --- Small groups of quads that are nasty together ------------------------------------------------

ANY = st.lists(st.builds(ox.Quad, NODES, PREDICATES, TERMS, GRAPHS), max_size=4)


def _many_values(
    subject: ox.NamedNode, predicate: ox.NamedNode, values: list[ox.Literal], graphs: list[object]
) -> Quads:
    pairs = zip(values, itertools.cycle(graphs), strict=False)
    return [ox.Quad(subject, predicate, value, graph) for value, graph in pairs]  # type: ignore[arg-type]


MANY_VALUES = st.builds(
    _many_values,
    NODES,
    PREDICATES,
    st.lists(TERMS, min_size=2, max_size=6),
    st.lists(GRAPHS, min_size=1, max_size=2),
)
ONE_TEXT_MANY_TAGS = st.builds(
    lambda subject, predicate, text, tags, types: [
        ox.Quad(subject, predicate, ox.Literal(text)),
        *(ox.Quad(subject, predicate, ox.Literal(text, language=tag)) for tag in tags),
        *(ox.Quad(subject, predicate, ox.Literal(text, datatype=type_)) for type_ in types),
    ],
    NODES,
    PREDICATES,
    st.one_of(TEXTS, one_of(FORMS)),
    st.lists(LANGUAGES, max_size=3),
    st.lists(DATATYPES, max_size=3),
)
ONE_TRIPLE_MANY_GRAPHS = st.builds(
    lambda subject, predicate, value, graphs: [
        ox.Quad(subject, predicate, value, graph) for graph in graphs
    ],
    NODES,
    PREDICATES,
    TERMS,
    st.lists(GRAPHS, min_size=2, max_size=4),
)
SELF = st.builds(
    lambda node, predicate, graph: [ox.Quad(node, predicate, node, graph)],
    NODES,
    PREDICATES,
    st.one_of(GRAPHS, BLANKS),
)
TYPES = st.builds(
    lambda node, classes, graph: [ox.Quad(node, TYPE, class_, graph) for class_ in classes],
    NODES,
    st.lists(st.one_of(one_of(OURS).map(ox.NamedNode), TERMS), min_size=1, max_size=3),
    GRAPHS,
)
TRIPLE_TERMS = st.builds(
    lambda node, predicate, triples, graph: [
        ox.Quad(node, predicate, triple, graph) for triple in triples
    ],
    NODES,
    st.one_of(PREDICATES, st.just(ox.NamedNode(RDF + "reifies"))),
    st.lists(TRIPLES, min_size=1, max_size=2),
    GRAPHS,
)


def _listed(values: list[ox.NamedNode], end: ox.NamedNode, graph: ox.NamedNode) -> Quads:
    cells = [ox.BlankNode(f"cell{n}") for n in range(len(values))]
    rests = [*cells[1:], end]
    return [
        ox.Quad(cell, predicate, value, graph)
        for cell, first, rest in zip(cells, values, rests, strict=True)
        for predicate, value in ((FIRST, first), (REST, rest))
    ]


LISTS = st.builds(
    _listed,
    st.lists(TERMS, min_size=1, max_size=3),
    st.one_of(st.just(NIL), st.just(ox.BlankNode("cell0")), LITERALS),
    GRAPHS,
)
PARTS_OF_CLAIMS = [
    (SUBJECT, NODES),
    (PREDICATE, st.one_of(one_of(OURS).map(ox.NamedNode), IRIS, LITERALS, BLANKS)),
    (OBJECT, TERMS),
    (ox.NamedNode(KG + "statedIn"), TERMS),
    (ox.NamedNode(KG + "status"), st.one_of(LITERALS, st.just(ox.Literal("stated")))),
    (ox.NamedNode(KG + "rank"), st.one_of(LITERALS, st.just(ox.Literal("normal")))),
    (ox.NamedNode(KG + "valid"), LITERALS),
    (ox.NamedNode(KG + "locator"), LITERALS),
    (VALUE, LITERALS),
]


@st.composite
def _claims(draw: st.DrawFn) -> Quads:
    """A claim that lacks parts, has some twice, or keeps them in another graph."""
    node, graph = draw(NODES), draw(st.one_of(st.just(ox.DefaultGraph()), GRAPHS))
    quads = [ox.Quad(node, TYPE, ox.NamedNode(KG + "Claim"))] if draw(st.booleans()) else []
    for predicate, values in draw(st.lists(st.sampled_from(PARTS_OF_CLAIMS), max_size=7)):
        quads.append(ox.Quad(node, predicate, draw(values), graph))
    return quads


def _huge(node: ox.NamedNode, predicate: ox.NamedNode, size: int, tag: str | None) -> Quads:
    text = 'é\n"\\𝄞. '
    text = text * (size // len(text.encode()) + 1)
    return [ox.Quad(node, predicate, ox.Literal(text, language=tag))]


HUGE = st.builds(
    _huge,
    NODES,
    PREDICATES,
    st.sampled_from([9_000, 9_000, 9_000, 66_000, 300_000]),
    st.sampled_from([None, "en"]),
)
GROUPS = st.one_of(
    ANY,
    MANY_VALUES,
    ONE_TEXT_MANY_TAGS,
    ONE_TRIPLE_MANY_GRAPHS,
    SELF,
    TYPES,
    TRIPLE_TERMS,
    LISTS,
    _claims(),
)
RARELY_HUGE = st.integers(0, 59).flatmap(lambda n: HUGE if n == 42 else GROUPS)


def _dataset(groups: list[Quads], one_subject: bool, one_predicate: bool) -> Quads:
    """The groups together; crowded, so that they meet on one node or under one predicate."""
    quads = list(itertools.chain.from_iterable(groups))
    subjects, predicates = [q.subject for q in quads], [q.predicate for q in quads]
    if one_subject:
        subjects = subjects[:1] * len(quads)
    if one_predicate:
        predicates = predicates[:1] * len(quads)
    made = [
        ox.Quad(subject, predicate, quad.object, quad.graph_name)
        for subject, predicate, quad in zip(subjects, predicates, quads, strict=True)
    ]
    return list(dict.fromkeys(made))


DATASETS: st.SearchStrategy[Quads] = st.builds(
    _dataset,
    st.lists(RARELY_HUGE, min_size=1, max_size=4),
    st.booleans(),
    st.sampled_from([False, False, True]),
)
"""Datasets of up to some twenty quads, each quad once."""


def generated(count: int) -> list[Quads]:
    """As many different datasets, the same ones each time, to be loaded many at once."""
    found: dict[tuple[str, ...], Quads] = {}

    @settings(
        max_examples=2 * count,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(DATASETS)
    def collect(quads: Quads) -> None:
        if quads and len(found) < count:
            found.setdefault(tuple(map(str, quads)), quads)

    collect()
    if len(found) < count:
        raise AssertionError(f"only {len(found)} of {count} generated datasets are different")
    return list(found.values())

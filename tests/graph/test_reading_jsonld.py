"""JSON-LD: the W3C's tests of toRdf, and what must not be invented, lost or guessed.

``jsonld-w3c.zip`` holds the manifest and the files of https://w3c.github.io/json-ld-api/tests/toRdf
(W3C Test Suite Licence and 3-clause BSD Licence).
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.proof.canonical import compare
from graph.reading.quads import Input, find_inputs, read
from ontology import ReadError
from tests.graph.reading_files import Write, quads_of, refused, write

__all__ = ["write"]

SUITE = Path(__file__).parent / "jsonld-w3c.zip"
REMOTE = "its context stands elsewhere, and none is fetched"
KEPT = "a text with language and direction stays one literal of RDF 1.2"
OPTION = "it is about an option that there is none of"
MALFORMED = "an IRI, a language tag or a predicate that is none is refused rather than dropped"
OTHERWISE = {
    **dict.fromkeys(("tc031", "tc034", "te126", "te127", "te128"), REMOTE),
    **dict.fromkeys(("tso05", "tso06", "tso08", "tso09", "tso11"), REMOTE),
    **dict.fromkeys(("tdi02", "tdi04", "tdi05", "tdi06"), KEPT),
    **dict.fromkeys(("tdi09", "tdi10", "tdi11", "tdi12", "te077"), OPTION),
    **dict.fromkeys(("te068", "te111", "te112", "tli12"), MALFORMED),
    **dict.fromkeys(("twf01", "twf03", "twf04", "twf05", "twf07"), MALFORMED),
}
"""Tests whose result differs on purpose, each with its reason."""


def test_the_w3c_tests_of_to_rdf_come_out_as_they_say(tmp_path: Path) -> None:
    with zipfile.ZipFile(SUITE) as suite:
        suite.extractall(tmp_path)
    manifest = json.loads((tmp_path / "toRdf-manifest.jsonld").read_text("utf-8"))
    otherwise, right = set(), 0
    for case in manifest["sequence"]:
        option, path = case.get("option", {}), tmp_path / case["input"]
        old = "json-ld-1.0" in (option.get("specVersion"), option.get("processingMode"))
        if old or path.suffix != ".jsonld":
            continue
        base = option.get("base", manifest["baseIri"] + case["input"])
        source = Input(path.name, path, ox.RdfFormat.JSON_LD, base)
        if is_as_expected(source, case, tmp_path):
            right += 1
        else:
            otherwise.add(case["@id"].removeprefix("#"))
    assert otherwise == OTHERWISE.keys()
    assert right == 415


def is_as_expected(source: Input, case: dict[str, str], folder: Path) -> bool:
    try:
        quads = list(read(source))
    except ReadError:
        return "jld:NegativeEvaluationTest" in case["@type"]
    if "expect" not in case:
        return "jld:PositiveSyntaxTest" in case["@type"]
    text = (folder / case["expect"]).read_bytes()
    return compare(quads, ox.parse(text, ox.RdfFormat.N_QUADS, lenient=True)).equal


def told(write: Write, text: str, **options: str) -> tuple[list[str], list[str]]:
    """The quads of a document, and the notes about it."""
    (source,) = find_inputs([write("a.jsonld", text.encode())], **options)  # type: ignore[arg-type]
    notes: list[str] = []
    return sorted(map(str, read(source, notes=notes))), notes


def test_a_term_that_is_not_declared_gives_no_triple_and_is_told(write: Write) -> None:
    quads, notes = told(
        write,
        '{"@context": {"p": "http://e.org/p"}, "@id": "http://e.org/a", "p": "1",'
        ' "undeclared": {"p": "hidden"}, "@reverse": {"odd": {"@id": "http://e.org/ghost", "p": "2"}}}',
    )
    assert quads == ['<http://e.org/a> <http://e.org/p> "1"']
    assert notes == [
        "a.jsonld: values of keys that no context declares say nothing (2): 'odd', 'undeclared'."
    ]


def test_a_keyword_is_no_iri(write: Write) -> None:
    quads, notes = told(write, '{"@id": "urn:a", "urn:p": [{"@id": "@id"}, {"@id": "urn:b"}]}')
    assert quads == ["<urn:a> <urn:p> <urn:b>"]
    assert notes == [
        "a.jsonld: statements with what is no IRI are left out, as JSON-LD has it (1): '@id'."
    ]


def test_dots_in_a_base_are_resolved(write: Write) -> None:
    text = '{"@context": {"@base": "http://e/a/b/../c/./"}, "@id": "../x", "urn:p": {"@id": "y"}}'
    assert told(write, text)[0] == ["<http://e/a/x> <urn:p> <http://e/a/c/y>"]


def test_a_type_may_set_the_context_aside(write: Write) -> None:
    context = '{"@vocab": "http://e/", "C": {"@id": "http://e/C", "@context": null}}'
    quads, notes = told(write, f'{{"@context": {context}, "@id": "urn:a", "@type": "C", "p": 1}}')
    assert quads == ["<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/C>"]
    assert len(notes) == 1


def test_texts_stay_as_written_and_numbers_become_canonical(write: Write) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    values = {
        f'{{"@value": "01.50", "@type": "{xsd}double"}}': f'"01.50"^^<{xsd}double>',
        f'{{"@value": "007", "@type": "{xsd}integer"}}': f'"007"^^<{xsd}integer>',
        f'{{"@value": 5, "@type": "{xsd}double"}}': f'"5.0E0"^^<{xsd}double>',
        f'{{"@value": 1.5, "@type": "{xsd}decimal"}}': f'"1.5E0"^^<{xsd}decimal>',
        "1.0": f'"1"^^<{xsd}integer>',
        "5.3e-10": f'"5.3E-10"^^<{xsd}double>',
        "1e21": f'"1.0E21"^^<{xsd}double>',
        "false": f'"false"^^<{xsd}boolean>',
        '{"@value": "س", "@language": "ar", "@direction": "rtl"}': '"س"@ar--rtl',
        '{"@value": {"b": 1.0, "a": null}, "@type": "@json"}': (
            r'"{\"a\":null,\"b\":1}"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>'
        ),
    }
    for value, literal in values.items():
        assert told(write, f'{{"@id": "urn:a", "urn:p": {value}}}') == (
            [f"<urn:a> <urn:p> {literal}"],
            [],
        )
    _, (note,) = told(write, '{"@id": "urn:a", "urn:p": 12345678901234567890123}')
    assert "are rounded (1)" in note


def test_a_long_array_and_a_long_graph_are_read_node_by_node(write: Write) -> None:
    nodes = ",\n".join(
        f'{{"@id": "ex:{n}", "ex:p": {{"@id": "_:b{n % 7}"}}, "ex:q": {{"ex:r": "é{n}"}}}}'
        for n in range(3_000)
    )
    context = '{"ex": "http://example.org/"}'
    whole = quads_of(write("a.jsonld", f'{{"@context": {context}, "@graph": [{nodes}]}}'.encode()))
    assert len(set(whole)) == 9_000
    late = quads_of(write("a.jsonld", f'{{"@graph": [{nodes}], "@context": {context}}}'.encode()))
    assert late == whole
    named = f'{{"@context": {context}, "@id": "ex:g", "@graph": [{nodes}]}}'
    graph = ox.NamedNode("http://example.org/g")
    assert quads_of(write("a.jsonld", named.encode())) == [
        ox.Quad(q.subject, q.predicate, q.object, graph) for q in whole
    ]
    error = refused(write("a.jsonld", named.replace('"ex:2500"', '"rel"').encode()))
    assert (error.line, "<rel> is a relative IRI" in str(error)) == (2_501, True)


def test_a_well_known_context_is_at_hand(write: Write) -> None:
    for address in ("https://schema.org", "http://schema.org/"):
        quads, notes = told(
            write,
            f'{{"@context": "{address}", "@id": "urn:a", "name": "A", "url": "http://a.example/"}}',
        )
        assert (quads, notes) == (
            [
                '<urn:a> <http://schema.org/name> "A"',
                "<urn:a> <http://schema.org/url> <http://a.example/>",
            ],
            [],
        )
    note = '{"@context": "https://www.w3.org/ns/activitystreams", "id": "urn:n", "content": "x", "odd": 1}'
    quads, notes = told(write, note)
    assert quads == ['<urn:n> <https://www.w3.org/ns/activitystreams#content> "x"']
    assert "'odd'" in notes[0]


HARMFUL = {
    "another context": (
        '{"@context": "http://e/c", "a": 1}',
        "known without a network are https://",
    ),
    "a relative context": ('{"@context": "c.jsonld", "a": 1}', "context c.jsonld stands elsewhere"),
    "a key twice": ('{"@id": "urn:a",\n "urn:p": 1,\n "urn:p": 2}', "'urn:p' stands twice"),
    "a key twice at the top": ('{"@id": "urn:a",\n\n "@id": "urn:b"}', "'@id' stands twice"),
    "NaN": ('{\n"urn:p":\nNaN}', "NaN is no JSON"),
    "a huge number": ('{"urn:p":\n\n 1e999}', "larger than a double"),
    "two documents": ("[]\n\n{}", "something follows the document"),
    "a term of itself": (
        '{"@context": {"a": "b:x",\n\n "b": "a:y"}}',
        "no valid JSON-LD: Cyclical",
    ),
}


@pytest.mark.parametrize("what", HARMFUL)
def test_harmful_json_ld_is_refused_with_its_place(write: Write, what: str) -> None:
    text, message = HARMFUL[what]
    error = refused(write("a.jsonld", text.encode()))
    assert message in str(error)
    assert error.line is not None


def test_contexts_in_contexts_end(write: Write) -> None:
    terms = ", ".join(f'"t{n}": "http://e/{n}"' for n in range(50_000))
    inner = '{"@context": {"x": "http://e/x"}, "x": %s}'
    node = "1"
    for _ in range(100):
        node = inner % node
    nodes = ", ".join([node] * 10)
    text = f'{{"@context": {{{terms}}}, "t1": [{nodes}]}}'
    error = refused(write("a.jsonld", text.encode()))
    assert "contexts stand inside contexts" in str(error)

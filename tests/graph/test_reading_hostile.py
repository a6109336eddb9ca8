"""RDF made to harm: refused within set limits, soon, and without the memory that it asks for."""

from __future__ import annotations

import gzip
import resource
from pathlib import Path

import pytest

from graph.reading.quads import Limits, find_inputs, fingerprint, read
from ontology import ReadError
from tests.graph.reading_files import A_P, LINE, MIB, OPEN, XML, Write, quads_of, refused, write

__all__ = ["write"]


def peak_memory() -> int:
    """The most that this process has held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def nested(before: bytes, down: bytes, inside: bytes, up: bytes, after: bytes, depth: int) -> bytes:
    return before + down * depth + inside + up * depth + after


HOSTILE = {
    "JSON-LD lists": ("a.jsonld", (b'{"urn:p": ', b"[", b"1", b"]", b"}", 10_000)),
    "JSON-LD nodes": ("a.jsonld", (b"", b'{"urn:p": ', b"1", b"}", b"", 10_000)),
    "JSON-LD graphs": ("a.jsonld", (b"", b'{"@graph": ', b'{"urn:p": 1}', b"}", b"", 10_000)),
    "JSON-LD @json": (
        "a.jsonld",
        (b'{"urn:p": {"@type": "@json", "@value": ', b"[", b"", b"]", b"}}", 10_000),
    ),
    "brackets in strings first": (
        "a.jsonld",
        (b'{"urn:q": "]]\\"]]]]", "urn:p": ', b"[", b"1", b"]", b"}", 501),
    ),
    "Turtle nodes": ("a.ttl", (A_P, b"[<urn:p>", b"1", b"]", b".", 10_001)),
    "Turtle lists without end": ("a.ttl", (A_P, b"(", b"", b"", b"", 10_001)),
    "Turtle comments with brackets": ("a.ttl", (A_P, b"( #)\n", b"", b"", b"", 10_001)),
    "Turtle reifiers": ("a.ttl", (b"", b"<<", b"", b"", b"", 10_001)),
    "triple terms": ("a.nt", (A_P, b"<<( <urn:s> <urn:p> ", b"<urn:o>", b")>>", b".", 10_000)),
    "triple terms in Turtle": ("a.ttl", (A_P, b"<<(<urn:s><urn:p>", b"1", b")>>", b".", 10_000)),
    "RDF/XML nodes": (
        "a.rdf",
        (OPEN, b"<ex:C><ex:p>", b"", b"</ex:p></ex:C>", b"</rdf:RDF>", 10_000),
    ),
    "RDF/XML literal": (
        "a.rdf",
        (
            OPEN + b'<ex:C><ex:p rdf:parseType="Literal">',
            b"<b>",
            b"",
            b"</b>",
            b"</ex:p></ex:C></rdf:RDF>",
            10_000,
        ),
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_deep_nesting(write: Write, what: str) -> None:
    name, parts = HOSTILE[what]
    limits = Limits() if parts[-1] <= 10_000 else Limits(brackets=5_000)
    error = refused(write(name, nested(*parts)), limits)
    assert "stand one in another" in str(error)
    assert error.line is not None
    if parts[3]:  # else it is broken as well
        assert len(quads_of(write(f"flat-{name}", nested(*parts[:-1], 20)))) > 0


def test_brackets_in_strings_do_not_nest(write: Write) -> None:
    texts = b'<urn:a> <urn:p> "(((((", \'[[[[["\', """<<( "" (((""", <urn:(((> . # (((((\n'
    assert len(quads_of(write("a.ttl", texts * 10_000))) == 40_000
    assert len(quads_of(write("a.jsonld", b'{"urn:p": "' + b"[{" * 1000 + b'"}'))) == 1


@pytest.mark.parametrize(
    ("name", "before", "after", "mib"),
    [
        ("a.nt", A_P + b'"', b'" .\n', 100),
        ("a.ttl", A_P + b'"""', b'""" .\n', 100),
        ("a.nq", A_P + b"<urn:", b"> .\n", 40),
        ("a.trig", b"# a line that never ends ", b"", 40),
        ("a.jsonld", b'{"@id": "urn:a", "urn:p": "', b'"}', 100),
        ("b.jsonld", b"[", b"1]", 40),
        ("a.rdf", OPEN + b"<ex:C><ex:p>", b"</ex:p></ex:C></rdf:RDF>", 100),
        ("b.rdf", OPEN + b"<ex:C ex:p='", b"'/></rdf:RDF>", 40),
        ("c.rdf", OPEN + b"<!-- ", b"--></rdf:RDF>", 40),
        ("d.rdf", b"<!DOCTYPE r [ <!-- ", b"--> ]><r/>", 40),
    ],
)
def test_100_mb_in_one_piece(
    write: Write, name: str, before: bytes, after: bytes, mib: int
) -> None:
    path = write(name, before)
    with Path(path).open("ab") as file:
        for _ in range(mib):
            file.write((b" " if name == "b.jsonld" else b"x") * MIB)
        file.write(after)
    peak = peak_memory()
    error = refused(path)
    assert peak_memory() - peak < 100 * MIB
    assert "longer than" in str(error) or "without a statement" in str(error)
    assert error.line == 1


def test_large_literals_within_the_limit(write: Write) -> None:
    for name, before, after in (
        ("a.nt", A_P + b'"', b'" .\n'),
        ("a.rdf", OPEN + b"<ex:C rdf:about='urn:a'><ex:p>", b"</ex:p></ex:C></rdf:RDF>"),
    ):
        quads = quads_of(write(name, before + b"x" * (8 * MIB) + after))
        assert max(len(quad.object.value) for quad in quads) == 8 * MIB


def test_zip_bomb(write: Write) -> None:
    limits = Limits(ratio_from=4 * MIB)
    path = write("a.nt.gz", gzip.compress(LINE * 200_000))
    assert "unpacks to more than 200 times its size" in str(refused(path, limits))
    assert len(quads_of(path, Limits(ratio_from=64 * MIB))) == 200_000
    assert "larger than 1,048,576 bytes" in str(refused(path, Limits(document=MIB)))


@pytest.mark.parametrize(
    "declared",
    [
        b'<!ENTITY a "0123456789"><!ENTITY b "'
        + b"&a;" * 10
        + b'"><!ENTITY c "'
        + b"&b;" * 11
        + b'">',
        b'<!ENTITY a "' + b"x" * 2000 + b'">',
        b'<!ENTITY a "&b;"><!ENTITY b "x">',
        b'<!ENTITY a SYSTEM "file:///etc/hostname">',
        b'<!ENTITY % a "x">',
    ],
)
def test_entities_that_grow_or_stand_elsewhere(write: Write, declared: bytes) -> None:
    text = b"<!DOCTYPE r [%b]>" % declared + XML % b"<ex:C ex:p='&a;'/>"
    error = refused(write("a.rdf", text))
    assert "entity" in str(error)
    assert error.line == 1


def test_few_entities_used_often(write: Write) -> None:
    text = b'<!DOCTYPE r [<!ENTITY a "%b">]>' % (b"x" * 900) + XML % (
        b"<ex:C><ex:p>" + b"&a;" * 100_000 + b"</ex:p></ex:C>"
    )
    assert "entities stand for too much" in str(refused(write("a.rdf", text)))
    # What they stand for counts as if it stood there.
    path = write("b.rdf", text.replace(b"&a;" * 95_000, b""))
    assert "without a statement" in str(refused(path, Limits(statement=MIB)))


def test_a_fingerprint_is_made_within_the_limits(write: Write) -> None:
    (source,) = find_inputs([write("a.nt", LINE * 100)])
    with pytest.raises(ReadError, match=r"a\.nt: is larger than 1,000 bytes; split it"):
        fingerprint(source, Limits(document=1_000))


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    lines = LINE * 50_000 + b"_:b <urn:p> <urn:o> .\n" * 10_000
    with gzip.open(tmp_path / "a.nt.gz", "wb", compresslevel=1) as file:
        for _ in range(8):
            file.write(lines)
    (source,) = find_inputs([str(tmp_path / "a.nt.gz")])
    peak = peak_memory()
    assert sum(1 for _ in read(source)) == 480_000
    assert peak_memory() - peak < 16 * MIB


def test_a_hundred_thousand_brackets(write: Write) -> None:
    error = refused(write("a.ttl", A_P + b"(" * 200_000))
    assert "more than 100,000 brackets" in str(error)
    assert (error.line, error.column) == (1, len(A_P) + 100_001)

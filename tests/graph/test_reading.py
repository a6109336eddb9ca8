"""RDF in: formats, names of blank nodes, and what is refused with place and remedy.

In ``rdf/`` stand inputs with the N-Quads that they say, which rdflib wrote; in ``base.trig`` one IRI
of those is corrected by hand (rdflib resolves ``<?query>`` without the last part of the path).  A
broken input has the line of its fault in its name.
"""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.proof.canonical import compare
from graph.reading.quads import find_inputs, fingerprint, key_of, read
from ontology import BASE, ReadError, UserError
from tests.graph.reading_files import A_P, LINE, XML, Write, quads_of, refused, write

__all__ = ["write"]

RDF = Path(__file__).parent / "rdf"
GOOD = sorted(path.name.removesuffix(".nq.expected") for path in RDF.glob("*.expected"))
BAD = sorted(path.name for path in RDF.glob("bad-*"))


def n_quads(text: bytes) -> list[ox.Quad]:
    return list(ox.parse(text, ox.RdfFormat.N_QUADS))


# What is read


def test_there_are_enough_inputs() -> None:
    assert len(GOOD) >= 25
    assert len(BAD) >= 20


@pytest.mark.parametrize("name", GOOD)
def test_input_says_what_rdflib_says(name: str) -> None:
    expected = n_quads((RDF / f"{name}.nq.expected").read_bytes())
    quads = quads_of(RDF / name)
    compared = compare(quads, expected)
    assert compared.equal, (compared.missing, compared.extra)
    assert quads_of(RDF / name) == quads, "the same labels each time"
    key = key_of(name)
    terms = [term for quad in quads for term in (quad.subject, quad.object, quad.graph_name)]
    assert all(t.value.startswith(key) for t in terms if isinstance(t, ox.BlankNode))


@pytest.mark.parametrize("name", BAD)
def test_broken_input_is_refused_with_its_line(name: str) -> None:
    error = refused(RDF / name)
    assert error.name == name
    assert error.line == int(name.rpartition("-")[2].partition(".")[0])
    assert error.column is not None


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.nt.gz", gzip.compress),
        ("a.NT.GZ", gzip.compress),
        ("a.nt.bz2", bz2.compress),
        ("a.nt", bytes),
        ("packed-all-the-same.nt", gzip.compress),
        ("members.nt.gz", lambda data: gzip.compress(data[:20]) + gzip.compress(data[20:])),
        ("mark.nt", lambda data: b"\xef\xbb\xbf" + data),
    ],
)
def test_packed(write: Write, name: str, pack: Callable[[bytes], bytes]) -> None:
    path = write(name, pack(LINE))
    assert quads_of(path) == n_quads(LINE)
    (source,) = find_inputs([path])
    assert fingerprint(source) == hashlib.sha256(pack(LINE)).hexdigest()


@pytest.mark.parametrize("format", ["turtle", "ttl", ".ttl", "text/turtle", "TTL"])
def test_format_by_name(write: Write, format: str) -> None:  # noqa: A002
    assert len(quads_of(write("noextension", LINE), format=format)) == 1


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]) -> None:
    data = pack(LINE * 3000)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    (source,) = find_inputs(["-"], format="turtle", name="notes")
    assert (source.name, source.path) == ("notes", None)
    assert fingerprint(source) == hashlib.sha256(data).hexdigest()
    assert [len(list(read(source))) for _ in range(2)] == [3000, 3000], "it can be read twice"


def test_relative_iris_with_a_base(write: Write) -> None:
    expected = n_quads(
        b"<http://example.org/d/a> <http://example.org/d/p> <http://example.org/d/b> .\n"
    )
    assert quads_of(write("a.ttl", b"<a> <p> <b> ."), base="http://example.org/d/f") == expected
    document = b'{"@id": "a", "http://example.org/d/p": {"@id": "b"}}'
    assert quads_of(write("a.jsonld", document), base="http://example.org/d/f") == expected


def test_undeclared_keys_of_json_ld_say_nothing(write: Write) -> None:
    document = b'{"@id": "http://example.org/a", "undeclared": 1, "http://example.org/p": "x"}'
    assert quads_of(write("a.jsonld", document)) == n_quads(LINE)


# Blank nodes


def test_names_of_blank_nodes(write: Write) -> None:
    key = key_of("Mi archivo.ttl")
    text = b"_:l <urn:p> [ <urn:q> _:abcdefabcdefabcdef ] . [] <urn:p> <<( [] <urn:p> _:l )>> ."
    quads = quads_of(write("Mi archivo.ttl", text.replace(b"( []", b"( _:m")))
    assert [str(quad) for quad in quads] == [
        f"_:{key}n1 <urn:q> _:{key}_abcdefabcdefabcdef",
        f"_:{key}_l <urn:p> _:{key}n1",
        f"_:{key}n2 <urn:p> <<( _:{key}_m <urn:p> _:{key}_l )>>",
    ]


def test_labels_that_look_random_are_told_apart(write: Write) -> None:
    label = b"f0e1d2c3b4a5968778695a4b3c2d1e0f"
    for name, text in {
        "a.nt": b"_:%b <urn:p> _:%b .\n",
        "a.ttl": b"_:%b <urn:p> _:%b .\n",
        "a.jsonld": b'{"@id": "_:%b", "urn:p": {"@id": "_:%b"}}',
    }.items():
        (quad,) = quads_of(write(name, text % (label, label)))
        assert str(quad.subject) == str(quad.object) == f"_:{key_of(name)}_{label.decode()}"


def test_many_blank_nodes_keep_their_number_across_blocks(write: Write) -> None:
    text = b"".join(
        b'[] <urn:p> "%d" , _:label%d . <urn:s> <urn:p> "%d _:x", _:label%d .\n' % ((n,) * 4)
        for n in range(5000)
    )
    quads = quads_of(write("a.ttl", text))
    key = key_of("a.ttl")
    assert len(quads) == 20_000
    for n in range(5000):
        lines = [str(quad) for quad in quads[4 * n : 4 * n + 4]]
        assert lines == [
            f'_:{key}n{n + 1} <urn:p> "{n}"',
            f"_:{key}n{n + 1} <urn:p> _:{key}_label{n}",
            f'<urn:s> <urn:p> "{n} _:x"',
            f"<urn:s> <urn:p> _:{key}_label{n}",
        ]


def test_a_late_first_blank_node_is_renamed(write: Write) -> None:
    # Before it, quads are handed on unseen.  The mark lies across two blocks of the reader.
    line = LINE.replace(b'"x"', b'"%b"')
    for shift in range(3):
        before = line % (b"x" * (65536 - len(line % b"") - 1 - shift))
        *_, last = quads_of(write(f"{shift}.nt", before + b" _:b <urn:p> <urn:o> .\n" + LINE))[:2]
        assert str(last.subject) == f"_:{key_of(f'{shift}.nt')}_b"


# Names, keys, folders


def test_keys() -> None:
    assert key_of("knowledge") == "knowledge"
    assert key_of("knowledge.ttl") != "knowledge"
    for name in ("a.ttl", "Año 2024 (final).ttl.GZ", "folder/a.ttl", "…", "2024.nq", "x" * 300):
        slug, _, digits = key_of(name).rpartition("-")
        assert digits == hashlib.sha256(name.encode()).hexdigest()[:6]
        assert 0 < len(slug) <= 40
        assert slug[0].isalpha()
        assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert key_of("folder/My File.ttl.gz").startswith("my-file-")


def test_folders(write: Write, tmp_path: Path) -> None:
    for name in ("d/b.ttl", "d/a/z.nt.gz", "d/A.NQ", "d/.hidden.ttl", "d/note.txt", "d/x.json"):
        write(name, b"")
    inputs = find_inputs([str(tmp_path / "d")], base="http://example.org/")
    assert [(source.name, source.format) for source in inputs] == [
        ("d/A.NQ", ox.RdfFormat.N_QUADS),
        ("d/b.ttl", ox.RdfFormat.TURTLE),
        ("d/a/z.nt.gz", ox.RdfFormat.N_TRIPLES),
    ]
    assert {source.base for source in inputs} == {"http://example.org/"}


def test_inputs_that_are_refused(write: Write, tmp_path: Path) -> None:
    one, other = write("d/a.ttl", b""), write("e/a.ttl", b"")
    (tmp_path / "empty").mkdir()
    loop = tmp_path / "loop.ttl"
    loop.symlink_to(loop)
    for paths, options, message in (
        ([one, other], {}, "the name 'a.ttl' is that of"),
        ([one, one], {}, "another --name"),
        ([one, other], {"name": "x"}, "2 files cannot have one name"),
        ([one], {"name": "knowledge"}, "the name 'knowledge'"),
        ([one], {"base": "relative"}, "--base relative: No scheme"),
        ([one], {"format": "word"}, "--syntax word: there is no such format"),
        ([one], {"format": "text/n3"}, "there is no such format"),
        (["-"], {}, "standard input has no extension"),
        ([str(tmp_path / "absent.ttl")], {}, "absent.ttl: does not exist"),
        ([str(tmp_path / "empty")], {}, "empty: holds no RDF file"),
        ([str(loop)], {}, "loop.ttl: cannot be read"),
        ([write("a.txt", b"")], {}, "a.txt: has no extension that tells its format"),
        ([os.devnull], {"format": "ttl"}, "is no regular file"),
        (["a\0b"], {}, "is no path"),
    ):
        with pytest.raises(UserError, match=r".+[;:].+\.$") as caught:
            find_inputs(paths, **options)
        assert message in str(caught.value)
        assert caught.value.exit_status == 2
    assert find_inputs([one, other][:1], name="mine")[0].name == "mine"


def test_a_file_that_goes_away(write: Write) -> None:
    path = write("a.ttl", LINE)
    (source,) = find_inputs([path])
    Path(path).unlink()
    for act in (fingerprint, lambda source: list(read(source))):
        with pytest.raises(ReadError, match=r"a\.ttl: cannot be read \(No such file"):
            act(source)


# Broken files

GZIPPED = gzip.compress(b"".join(LINE.replace(b"x", b"%d" % n) for n in range(20_000)))
BROKEN = {
    "cut off": ("a.nt.gz", GZIPPED[:-3000], "the gzip data end in the middle", True),
    "cut off in its head": ("a.nt.gz", GZIPPED[:12], "the gzip data end in the middle", False),
    "changed": ("a.nt.gz", GZIPPED[:-8] + b"12345678", "the gzip data are broken", True),
    "followed by something": ("a.nt.gz", gzip.compress(LINE) + b"x", "gzip data are broken", False),
    "bzip2 cut off": ("a.nt.bz2", bz2.compress(LINE)[:-9], "the bzip2 data end", False),
    "no gzip": ("a.nt.gz", LINE, "is not packed as its name says (.gz)", False),
    "N-Triples as JSON-LD": ("a.jsonld", LINE, "(read as jsonld)", True),
    "N-Triples as RDF/XML": ("a.rdf", LINE, "name another format with --syntax", True),
    "JSON-LD as Turtle": ("a.ttl", b'{"@id": "urn:a"}', "name another format with --syntax", True),
    "HTML as RDF/XML": ("a.rdf", b"<html><p>x<br></html>", "no well-formed XML", True),
    "nothing as RDF/XML": ("a.rdf", b"", "no element found", True),
    "nothing as JSON-LD": ("a.jsonld", b"", "Unexpected end of file", True),
    "UTF-16": ("a.nt", LINE.decode().encode("utf-16"), "is UTF-16; save it as UTF-8", True),
    "UTF-16 unmarked": ("a.ttl", LINE.decode().encode("utf-16-be"), "is UTF-16", True),
    "UTF-32": ("a.ttl", LINE.decode().encode("utf-32"), "is UTF-32; save it as UTF-8", True),
    "UTF-32 unmarked": ("a.ttl", LINE.decode().encode("utf-32-le"), "is UTF-32", True),
    "Latin-1 as UTF-16": (
        "a.rdf",
        b'<?xml version="1.0" encoding="UTF-16"?>' + XML % b"",
        "says that it is UTF-16, and is not; save it as UTF-8",
        True,
    ),
    "UTF-16 packed": ("a.nt.gz", gzip.compress(LINE.decode().encode("utf-16")), "UTF-16", True),
    "Latin-1": ("a.nt", A_P + b'"\xf1" .\n', "is not UTF-8", True),
    "Latin-1 as JSON-LD": ("a.jsonld", b'{"urn:p": "\xf1"}', "is not UTF-8", True),
    "Latin-1 as RDF/XML": ("a.rdf", XML % b"<ex:C ex:p='\xf1'/>", "is not UTF-8", True),
    "declared, but unknown": (
        "a.rdf",
        b'<?xml version="1.0" encoding="rot13"?>' + XML % b"",
        "an encoding that is not known (rot13); save it as UTF-8",
        True,
    ),
    "other than declared": (
        "a.rdf",
        b'<?xml version="1.0" encoding="EUC-JP"?>\n' + XML % b"<ex:C ex:p='\xf1'/>",
        "is not EUC_JP, as it says; save it as UTF-8",
        True,
    ),
    "surrogate escaped": ("a.nt", A_P + b'"\\uD800" .\n', "D800", True),
    "surrogate": ("a.nt", A_P + b'"\xed\xa0\x80" .\n', "is not UTF-8", True),
    "relative IRI": ("a.ttl", b"<a> <urn:p> 1 .", "give --base IRI", True),
    "relative IRI in N-Triples": ("a.nt", b"<a> <urn:p> <urn:o> .", "write the whole IRI", True),
    "relative IRI in RDF/XML": ("a.rdf", XML % b"<ex:C rdf:about='x'/>", "give --base IRI", True),
    "relative type in JSON-LD": ("a.jsonld", b'{"@type": "T"}', "give --base IRI", True),
    "space": ("a.ttl", b"<urn:a b> <urn:p> 1 .", "percent-encode", True),
    "space in RDF/XML": ("a.rdf", XML % b"<ex:C rdf:about='urn:x y'/>", "percent-encode", True),
    "space in JSON-LD": ("a.jsonld", b'{"@type": "urn:x y"}', "percent-encode", True),
    "label in JSON-LD": ("a.jsonld", b'{"@id": "_:x y", "urn:p": 1}', "label '_:x y' is", True),
    "entity declared twice": (
        "a.rdf",
        b'<!DOCTYPE r [<!ENTITY e "1"><!ENTITY e "2">]>' + XML % b"",
        "declares an entity twice",
        True,
    ),
    "attribute by default": (
        "a.rdf",
        b'<!DOCTYPE r [<!ATTLIST ex:p xml:lang CDATA "en">]>' + XML % b"",
        "would overlook",
        True,
    ),
    "context from elsewhere": (
        "a.jsonld",
        b'{"@context": "https://example.org/context", "name": "x"}',
        "never fetched",
        True,
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_broken_file(write: Write, what: str) -> None:
    name, data, message, placed = BROKEN[what]
    error = refused(write(name, data))
    assert message in str(error)
    assert error.name == name
    assert (error.line is not None) == placed


def test_a_broken_line_in_the_middle(write: Write) -> None:
    lines = LINE * 100_000
    error = refused(write("a.nt", lines + A_P + b'x" .\n' + lines))
    assert (error.line, error.column) == (100_001, 47)
    assert "mend it there" in str(error)


def test_places_far_inside(write: Write) -> None:
    """Where the parser does not say the place, the file is read again: packed too, to its end."""
    node = b"<rdf:Description rdf:about='urn:x'>\n<ex:p>\xc3\xa9</ex:p></rdf:Description>"
    text = XML % (node * 6_000 + b"\n<ex:C rdf:ID='1'/>\n" + node * 6_000)
    error = refused(write("a.rdf.gz", gzip.compress(text)), base="urn:x:")
    assert (error.line, error.column) == (6_002, 18)
    item = b'{"@id": "urn:a", "urn:p": "\xc3\xb1"},\n'
    text = b"[" + item * 6_000 + b'{"@id": "b", "urn:p": 1}]'
    error = refused(write("a.jsonld", text))
    assert error.line == 6_001
    assert "<b> is a relative IRI" in str(error)


@pytest.mark.parametrize("graph", ["derived", "ontology", "metadata"])
def test_graphs_in_use(write: Write, graph: str) -> None:
    iri = f"{BASE}graph/{graph}".encode()
    for name, text in {
        "a.nq": LINE + LINE.replace(b" .", b" <%b> ." % iri),
        "a.trig": LINE + b"<%b> { %b }" % (iri, LINE),
        "a.jsonld": b'[\n{"@id": "%b", "@graph": [{"@id": "urn:a", "urn:p": 1}]}]' % iri,
    }.items():
        error = refused(write(name, text))
        assert error.line == 2
        assert "a graph name that is in use" in str(error)
        assert "export without --derived, or rename the graph" in str(error)
    assert len(quads_of(write("b.nq", LINE.replace(b'"x"', b"<%b>" % iri)))) == 1


def test_a_reader_that_stops_closes_the_file(write: Write) -> None:
    path = write("a.nt", LINE * 10_000)
    code = (
        "import sys, warnings; warnings.simplefilter('error')\n"
        "from graph.reading.quads import find_inputs, read\n"
        "quads = read(find_inputs([sys.argv[1]])[0]); next(quads); quads.close()\n"
    )
    run = subprocess.run(
        [sys.executable, "-X", "dev", "-c", code, path], capture_output=True, text=True, timeout=60
    )
    assert (run.returncode, run.stderr) == (0, "")

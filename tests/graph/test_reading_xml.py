"""RDF/XML as XML allows it: other encodings than UTF-8, and the old names without a prefix."""

from __future__ import annotations

import codecs

import pytest

from tests.graph.reading_files import XML, Write, quads_of, write

__all__ = ["write"]

TEXTS = {
    "UTF-8": "ñ名😀",
    "UTF-16": "ñ名😀",
    "UTF-32": "ñ名😀",
    "ISO-8859-1": "ñ",
    "ISO-8859-15": "ñ€",
    "windows-1252": "ñ€",
    "KOI8-R": "Ж",
    "Shift_JIS": "名",
    "GB18030": "名😀",
}


def document(text: str, declared: str = "") -> str:
    body = f'<ex:C rdf:about="http://e/a"><ex:p>{text}</ex:p></ex:C>'
    return declared + XML.decode().replace("%b", body)


@pytest.mark.parametrize("encoding", TEXTS)
def test_an_encoding_that_is_declared_is_read(write: Write, encoding: str) -> None:
    text = TEXTS[encoding]
    declared = f"<?xml version='1.0' encoding='{encoding}'?>\n"
    data = document(text, declared).encode(encoding)
    assert [q.object.value for q in quads_of(write("a.rdf", data))][1] == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32-be"])
def test_a_mark_or_the_first_bytes_tell_the_encoding(write: Write, encoding: str) -> None:
    data = document("ñ").encode(encoding)
    assert [q.object.value for q in quads_of(write("a.rdf", data))][1] == "ñ"
    marked = codecs.BOM_UTF16_BE + document("ñ").encode("utf-16-be")
    assert [q.object.value for q in quads_of(write("b.rdf", marked))][1] == "ñ"


def test_characters_may_lie_across_blocks(write: Write) -> None:
    for shift in range(4):
        text = "x" * shift + "名😀" * 60_000
        data = document(text).encode("utf-16")
        assert [q.object.value for q in quads_of(write("a.rdf", data))][1] == text


OLD = (
    '<ex:C about="http://e/a" ID="x" ex:q=" about=\'no\' ">'
    '<ex:p resource="http://e/b"/><ex:r parseType="Resource"><ex:s>1</ex:s></ex:r>'
    "<ex:t parseType='Literal'><b about='no'/></ex:t><ex:u rdf:parseType=\"Literal\"><b ID='no'/></ex:u>"
    '</ex:C><rdf:Description about="http://e/c" type="http://e/T"/>'
).replace(' ID="x"', "")
NEW = (
    OLD.replace(' about="', ' rdf:about="')
    .replace(' resource="', ' rdf:resource="')
    .replace(" parseType=", " rdf:parseType=")
    .replace(' type="', ' rdf:type="')
)


def test_old_names_without_a_prefix_mean_those_of_rdf(write: Write) -> None:
    old, new = write("old/a.rdf", XML % OLD.encode()), write("new/a.rdf", XML % NEW.encode())
    quads = quads_of(old)
    assert quads == quads_of(new)
    assert len(quads) == 8
    assert any("<b about=" in q.object.value for q in quads), "what is a literal stays as it is"


def test_old_names_are_read_where_rdf_has_no_prefix(write: Write) -> None:
    text = (
        b'<RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
        b'<Description about="http://e/a"><e:p resource="http://e/b"/></Description></RDF>'
    )
    assert [str(q) for q in quads_of(write("a.rdf", text))] == [
        "<http://e/a> <http://e/p> <http://e/b>"
    ]


def test_old_names_are_read_across_blocks(write: Write) -> None:
    def text(prefix: str) -> bytes:
        nodes = (
            f'<ex:C {prefix}about="http://e/{n}"><ex:p {prefix}resource="http://e/{"x" * (n % 89)}"/>'
            f"<ex:q>{'é' * (n % 97)}</ex:q></ex:C>\n"
            for n in range(4_000)
        )
        return XML % "".join(nodes).encode()

    assert quads_of(write("a.rdf", text(""))) == quads_of(write("b.rdf", text("rdf:")))

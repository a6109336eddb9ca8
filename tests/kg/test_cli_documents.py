"""load, unload, verify and documents from the command line, and what they say of bad input."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.kg_command import Command

TURTLE = (
    "@prefix ex: <http://example.org/> .\n"
    'ex:a ex:size "01"^^<http://www.w3.org/2001/XMLSchema#integer> ; ex:word "chat"@fr , "chat"@en ;\n'
    "  ex:near [ ex:near ex:a ] .\n"
)
QUADS = 5
LINE = "<http://example.org/b> <http://example.org/near> <http://example.org/a> .\n"


@pytest.fixture
def notes(spoilable: Command) -> Path:
    file = spoilable.home / "notes.ttl"
    file.write_text(TURTLE, "utf-8")
    return file


def test_a_file_goes_in_is_proven_comes_out_and_goes(spoilable: Command, notes: Path) -> None:
    before = spoilable("export", "--format", "nquads").out
    loaded = spoilable("load", "notes.ttl")
    assert loaded.status == 0, loaded.err
    assert f"notes.ttl: {QUADS} triples, as document notes-" in loaded.out
    assert "; nothing lost" in loaded.out
    again = spoilable("load", "notes.ttl")
    assert (again.status, "nothing was written" in again.err) == (0, True)

    verified = spoilable("verify", "notes.ttl", "--format", "json")
    [row] = verified.json
    assert (verified.status, row["triples"], row["in store"], row["equal"]) == (0, 5, 5, True)
    assert f"{QUADS} of {QUADS} triples are proven equal by RDFC-1.0" in verified.err
    assert spoilable("verify").status == 0, "the sheets are proven likewise"

    listed = spoilable("documents", "--format", "json").json
    assert [d["name"] for d in listed] == ["knowledge", "notes.ttl"]
    one = spoilable("export", "--format", "nquads", "--document", "notes.ttl").out
    assert len(one.splitlines()) == QUADS
    assert '"01"^^<http://www.w3.org/2001/XMLSchema#integer>' in one

    assert spoilable("unload", "notes.ttl").status == 0
    assert spoilable("export", "--format", "nquads").out == before
    gone = spoilable("verify", "notes.ttl")
    assert (gone.status, gone.out) == (2, "")
    assert "notes.ttl is no document of embedded:" in gone.err


def test_verify_finds_what_differs(spoilable: Command, notes: Path) -> None:
    assert spoilable("load", "notes.ttl").status == 0
    notes.write_text(TURTLE.replace('"01"', '"1"'), "utf-8")
    ran = spoilable("verify", "notes.ttl")
    assert ran.status == 1
    assert "the store differs (5 of 5 triples); load the file again" in ran.err
    assert 'only in the file: <http://example.org/a> <http://example.org/size> "1"' in ran.err
    assert 'only in the store: <http://example.org/a> <http://example.org/size> "01"' in ran.err
    assert spoilable("load", "notes.ttl").status == 0
    assert spoilable("verify", "notes.ttl").status == 0


def test_only_a_base_a_name_and_standard_input(spoilable: Command) -> None:
    text = '<a> <p> "x" .'
    alone = ("--store", f"embedded:{spoilable.home / 'alone'}")
    ran = spoilable(
        *("load", "-", "--syntax", "turtle", "--name", "given", "--only"),
        *("--base", "http://example.org/", *alone),
        given=text,
    )
    assert (ran.status, ran.err) == (0, "")
    listed = spoilable("documents", "--format", "json", *alone).json
    assert [(d["name"], d["quads"]) for d in listed] == [("given", 1)]
    out = spoilable("export", "--format", "nquads", *alone)
    assert out.out == '<http://example.org/a> <http://example.org/p> "x" .\n'
    empty = spoilable("unload", "given", *alone)
    assert (empty.status, "0 nodes, 0 relationships" in empty.out) == (0, True)


BAD = {
    "a relative IRI without a base": ("a.ttl", b'<a> <p> "x" .', "line 1", "--base"),
    "an IRI with a space": ("a.nt", b"<http://e/a b> <http://e/p> <http://e/o> .\n", "line 1", ""),
    "a wrong extension": ("a.nt", TURTLE.encode(), "line 1", "--syntax"),
    "UTF-16": ("a.nt", LINE.encode("utf-16"), "is UTF-16", "save it as UTF-8"),
    "a truncated gzip": ("a.nt.gz", gzip.compress(LINE.encode() * 9000)[:-20], "a.nt.gz", ""),
    "a broken line in the middle": (
        "a.nt",
        (LINE * 5000 + "<http://e/a> <http://e/p> .\n" + LINE * 5000).encode(),
        "line 5001",
        "",
    ),
    "a graph name that is in use": (
        "a.nq",
        b"<x:a> <x:b> <x:c> <https://w3id.org/expediente/graph/derived> .\n",
        "line 1",
        "--derived",
    ),
}


@pytest.mark.parametrize("bad", BAD)
def test_bad_input_is_named_and_leaves_the_store_as_it_was(spoilable: Command, bad: str) -> None:
    name, content, place, remedy = BAD[bad]
    (spoilable.home / name).write_bytes(content)
    before = spoilable("documents", "--format", "json").out
    ran = spoilable("load", name)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"kg: {name}")
    assert ran.err.count("\n") == 1
    assert place in ran.err
    assert remedy in ran.err
    assert spoilable("documents", "--format", "json").out == before


MISTAKES = {
    "a missing file": (["load", "nothing.ttl"], "nothing.ttl"),
    "an unknown document": (["unload", "nothing"], "holds no document 'nothing'"),
    "--base without a file": (["load", "--base", "http://e/"], "name a FILE"),
    "--only with --knowledge": (["load", "notes.ttl", "--only", "--knowledge", "x"], "--only"),
    "a file in another format": (["export", "notes.ttl", "--format", "turtle"], "neo4j-admin"),
    "one document as GraphML": (
        ["export", "--format", "graphml", "--document", "knowledge"],
        "--document",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_sentence_and_status_2(
    spoilable: Command, notes: Path, mistake: str
) -> None:
    arguments, told = MISTAKES[mistake]
    ran = spoilable(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.startswith("kg: ")

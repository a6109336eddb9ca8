"""What a document is: a file in its place, a name that was given; and what is told of odd inputs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kg_command import Command

A, B = "<urn:a> <urn:p> 1 .\n", "<urn:b> <urn:p> 1 .\n"


@pytest.fixture
def alone(spoilable: Command) -> tuple[str, str]:
    return "--store", f"embedded:{spoilable.home / 'alone'}"


def write(command: Command, name: str, text: str) -> Path:
    path = command.home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def held(command: Command, alone: tuple[str, str]) -> list[str]:
    return command("export", "--format", "nquads", *alone).out.splitlines()


INTEGER = '"%d"^^<http://www.w3.org/2001/XMLSchema#integer> .'
A1, A2, B1 = (f"<urn:{s}> <urn:p> {INTEGER % n}" for s, n in (("a", 1), ("a", 2), ("b", 1)))


def test_a_file_does_not_replace_another_of_its_name(
    spoilable: Command, alone: tuple[str, str]
) -> None:
    write(spoilable, "a/data.ttl", A)
    write(spoilable, "b/data.ttl", B)
    assert spoilable("load", "a/data.ttl", "--only", *alone).status == 0
    ran = spoilable("load", "b/data.ttl", *alone)
    assert (ran.status, ran.out) == (2, "")
    assert "came from another place; keep both with --name NAME, or replace it with" in ran.err
    assert held(spoilable, alone) == [A1]

    assert spoilable("load", "b/data.ttl", "--name", "other", *alone).status == 0
    assert held(spoilable, alone) == [A1, B1]
    assert spoilable("unload", "other", *alone).status == 0
    assert spoilable("load", "b/data.ttl", "--replace", *alone).status == 0
    assert held(spoilable, alone) == [B1]


def test_the_same_file_replaces_itself_by_whatever_path(
    spoilable: Command, alone: tuple[str, str]
) -> None:
    file = write(spoilable, "a/data.ttl", A)
    assert spoilable("load", "a/data.ttl", "--only", *alone).status == 0
    file.write_text(A.replace("1", "2"), "utf-8")
    assert spoilable("load", "a/../a/data.ttl", *alone).status == 0
    assert held(spoilable, alone) == [A2]
    (spoilable.home / "link").symlink_to("a")
    file.write_text(A, "utf-8")
    assert spoilable("load", "link/data.ttl", *alone).status == 0
    assert held(spoilable, alone) == [A1]


def test_a_file_that_was_moved_as_it_is_stays_the_same(
    spoilable: Command, alone: tuple[str, str]
) -> None:
    file = write(spoilable, "a/data.ttl", A)
    assert spoilable("load", "a/data.ttl", "--only", *alone).status == 0
    file.rename(spoilable.home / "data.ttl")
    ran = spoilable("load", "data.ttl", *alone)
    assert (ran.status, "nothing was written" in ran.err) == (0, True)


def test_standard_input_replaces_only_what_has_a_name_or_when_told_so(
    spoilable: Command, alone: tuple[str, str]
) -> None:
    piped = ("load", "-", "--syntax", "turtle", *alone)
    assert spoilable(*piped, "--only", given=A).status == 0
    refused = spoilable(*piped, given=B)
    assert (refused.status, "'stdin'" in refused.err) == (2, True)
    assert spoilable(*piped, given=A).status == 0
    assert spoilable(*piped, "--replace", given=B).status == 0
    assert spoilable(*piped, "--name", "mine", given=A).status == 0
    assert spoilable(*piped, "--name", "mine", given=A.replace("1", "2")).status == 0
    assert held(spoilable, alone) == [A2, B1]


def test_a_file_that_says_nothing_is_told_and_changes_nothing(
    spoilable: Command, alone: tuple[str, str]
) -> None:
    write(spoilable, "a.ttl", A)
    write(spoilable, "empty.ttl", "# nothing\n")
    write(spoilable, "keys.jsonld", '{"name": "Kmart", "duns": 131978533}')
    before = spoilable("load", "a.ttl", "--only", *alone).out.splitlines()[-1]
    ran = spoilable("load", "empty.ttl", "keys.jsonld", *alone)
    assert ran.status == 0
    assert ran.err.splitlines() == [
        "empty.ttl says nothing: no triple was found in it.",
        "keys.jsonld: values of keys that no context declares say nothing (2): 'duns', 'name'.",
        "keys.jsonld says nothing: no triple was found in it.",
        f"{alone[1]}: nothing was written.",
    ]
    assert ran.out.splitlines()[-1] == before, "the generation"
    verified = spoilable("verify", "empty.ttl", "--format", "json", *alone)
    assert (verified.status, verified.json[0]["triples"]) == (0, 0)


def test_a_store_may_hold_an_empty_document(spoilable: Command, alone: tuple[str, str]) -> None:
    write(spoilable, "empty.ttl", "")
    ran = spoilable("load", "empty.ttl", "--only", *alone)
    assert (ran.status, "holds this graph already" in ran.err) == (0, False)
    assert "empty.ttl: 0 triples, as document empty-" in ran.out
    assert [d["name"] for d in spoilable("documents", "--format", "json", *alone).json] == [
        "empty.ttl"
    ]


@pytest.mark.parametrize("name", ["x\ny.ttl", "x\x1b[31m.ttl", "x\u202ey.ttl", "x\udcff.ttl"])
def test_a_name_that_is_not_printed_is_refused_escaped(
    spoilable: Command, alone: tuple[str, str], name: str
) -> None:
    (spoilable.home / "d").mkdir()
    file = spoilable.home / "d" / name
    file.write_text(A, "utf-8")
    for path in (f"d/{name}", "d"):
        ran = spoilable("load", path, "--only", *alone)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.count("\n") == 1
        assert ran.err.rstrip("\n").isprintable()
        assert "give it another: --name NAME" in ran.err
    ran = spoilable("load", f"d/{name}", "--name", "fine", "--only", *alone)
    assert ran.status == 0
    ran = spoilable("load", f"d/{name}", "--name", name, *alone)
    assert (ran.status, "--name" in ran.err) == (2, True)


def test_what_never_ends_in_a_folder_is_refused(spoilable: Command, alone: tuple[str, str]) -> None:
    write(spoilable, "d/a.ttl", A)
    inside = spoilable.home / "d" / "z.nt"
    os.mkfifo(inside)
    ran = spoilable("load", "d", "--only", *alone)
    assert (ran.status, "d/z.nt: is no regular file" in ran.err) == (2, True)
    inside.unlink()
    inside.symlink_to("/dev/zero")
    ran = spoilable("load", "d", "--only", *alone)
    assert (ran.status, "d/z.nt: is no regular file" in ran.err) == (2, True)
    inside.unlink()
    inside.symlink_to("nowhere")
    ran = spoilable("load", "d", "--only", *alone)
    assert (ran.status, "d/z.nt: does not exist" in ran.err) == (2, True)


def test_a_link_out_of_a_folder_is_read_and_told(
    spoilable: Command, alone: tuple[str, str]
) -> None:
    outside = write(spoilable, "b.ttl", B)
    write(spoilable, "d/a.ttl", A)
    (spoilable.home / "d" / "l.ttl").symlink_to("../b.ttl")
    (spoilable.home / "d" / "m.ttl").symlink_to("a.ttl")
    ran = spoilable("load", "d", "--only", *alone)
    assert ran.status == 0
    assert ran.err == f"d/l.ttl is a link out of its folder, to {outside.resolve()}.\n"
    assert held(spoilable, alone) == [A1, B1]


def test_a_link_to_a_folder_is_told_and_what_it_leads_to_is_not_read(
    spoilable: Command, alone: tuple[str, str]
) -> None:
    write(spoilable, "elsewhere/b.ttl", B)
    write(spoilable, "d/in/a.ttl", A)
    (spoilable.home / "d" / "out").symlink_to("../elsewhere")
    (spoilable.home / "d" / "in" / "up").symlink_to("../..")
    (spoilable.home / "d" / "twice").symlink_to("in")
    told = [
        f"d/{link} is a link to another folder, whose files are not read; to load them too, "
        f"name it: {target.resolve()}"
        for link, target in (
            ("out", spoilable.home / "elsewhere"),
            ("in/up", spoilable.home),
        )
    ]
    for command in ("load", "verify"):
        ran = spoilable(command, "d", *(["--only"] if command == "load" else []), *alone)
        links = sorted(line for line in ran.err.splitlines() if " is a link " in line)
        assert (ran.status, links) == (0, sorted(told)), command
    assert held(spoilable, alone) == [A1]
    (spoilable.home / "d" / "in" / "a.ttl").unlink()
    ran = spoilable("load", "d", "--only", *alone)
    assert (ran.status, "holds no RDF file itself (d/" in ran.err) == (2, True)
    assert spoilable("load", "d/out/", *alone).status == 0
    assert held(spoilable, alone) == [A1, B1]


def test_show_lists_what_foreign_documents_say(spoilable: Command, alone: tuple[str, str]) -> None:
    write(
        spoilable,
        "a.ttl",
        "@prefix ex: <http://example.org/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'ex:a foaf:name "Ana" ; foaf:age 30 ; foaf:knows ex:b ; ex:p12 "uno"@es .\n'
        'ex:b foaf:name "Beto" ; foaf:made ex:a . ex:p12 rdfs:label "title of honour"@en .\n',
    )
    assert spoilable("load", "a.ttl", "--only", *alone).status == 0
    rows = spoilable("show", "http://example.org/a", "--format", "json", *alone).json["said"]
    assert [(r["predicate"], r["object"], r["object_id"]) for r in rows] == [
        ("FOAF__KNOWS", "Beto", "http://example.org/b"),
        ("^FOAF__MADE", "Beto", "http://example.org/b"),
        ("ex__title_of_honour", "uno @es", None),
        ("foaf__age", "30", None),
        ("foaf__name", "Ana", None),
    ]


def test_verify_asks_a_second_parser(spoilable: Command, alone: tuple[str, str]) -> None:
    write(spoilable, "a.ttl", A)
    write(spoilable, "a.rdf", '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>')
    write(spoilable, "a.jsonld", '{"@id": "urn:a", "urn:p": [1, {"@list": ["x"]}]}')
    files = ("a.ttl", "a.rdf", "a.jsonld")
    assert spoilable("load", *files, "--only", *alone).status == 0
    ran = spoilable("verify", *files, "--format", "json", *alone)
    assert ran.status == 0
    assert [r["second parser"] for r in ran.json] == [
        *("rdflib: the same", "rdflib: the same", "pyoxigraph: the same"),
    ]


def test_verify_tells_where_two_parsers_differ(spoilable: Command, alone: tuple[str, str]) -> None:
    write(
        spoilable,
        "a.jsonld",
        '{"@context": {"@base": "http://e/a/b/../c/./"}, "@id": "../x", "urn:p": {"@id": "y"}}',
    )
    assert spoilable("load", "a.jsonld", "--only", *alone).status == 0
    ran = spoilable("verify", "a.jsonld", "--format", "json", *alone)
    assert (ran.status, ran.json[0]["equal"]) == (0, True)
    assert ran.json[0]["second parser"] == "pyoxigraph: differs"
    assert "not as pyoxigraph reads it: <http://e/a/x> <urn:p> <http://e/a/c/y>" in ran.err


OUT_OF_MEMORY = """
import sys
from kg.app import app
from kg.cli import main

@app.command()
def much():
    bytearray(1 << 62)

sys.argv = ["kg", "much"]
main()
"""


def test_memory_that_runs_out_is_told_in_a_sentence() -> None:
    command = [sys.executable, "-c", OUT_OF_MEMORY]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "kg: the memory ran out; a store is as it was before. Give it more, or do it in parts.\n"
    )

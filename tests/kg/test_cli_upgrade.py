"""Another version opens a store: nothing is lost, whichever of the two is the newer one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from graph.stores.embedded.files import seal_snapshot
from tests.kg_command import Command, make_checkout

FILES = {
    "people.ttl": "<http://e.org/a> a <http://e.org/Person> ; <http://e.org/n> '01', 1, 'u'@es .\n",
    "graphs.trig": "<http://e.org/g> { _:b <http://e.org/near> <http://e.org/a>, [] }\n",
    "ours.ttl": "<https://w3id.org/expediente/person/x> a <https://w3id.org/expediente/ontology#Person> ;\n"
    "  <https://w3id.org/expediente/ontology#name> 'Equis' .\n",
}


def version(folder: Path, **changed: int) -> Path:
    """A checkout of another version: one with another CODEC or LAYOUT."""
    folder.mkdir()
    checkout = make_checkout(folder, copied=("graph",))
    for name, number in changed.items():
        for file in ("stores/base.py", "stores/embedded/store.py"):
            path = checkout / "graph" / file
            lines = path.read_text().splitlines(keepends=True)
            lines = [f"{name} = {number}\n" if x.startswith(f"{name} = ") else x for x in lines]
            path.write_text("".join(lines))
    return checkout


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return [str(tmp_path / name) for name in FILES]


def documents(command: Command) -> list[dict[str, object]]:
    return list(command("documents", "--format", "json").json)


def as_found(command: Command, files: list[str]) -> tuple[object, object, int]:
    """All documents with their counts, all triples, and whether they are proven equal."""
    proof = command("verify", *files)
    quads = command("export", "--format", "nquads")
    assert (quads.status, quads.err) == (0, "")
    return documents(command), sorted(quads.out.splitlines()), proof.status


CHANGES = {"codec": {"CODEC": 1001}, "layout": {"LAYOUT": 1001}}


@pytest.mark.parametrize(
    ("change", "pointer", "only"),
    [
        ("codec", True, False),
        ("codec", False, True),
        ("layout", True, True),
        ("layout", False, False),
    ],
)
def test_a_newer_version_finds_every_document_again(
    small: Command, tmp_path: Path, files: list[str], change: str, pointer: bool, only: bool
) -> None:
    here = small.with_(KG_STORE=f"embedded:{tmp_path / 'store'}")
    assert here("load", *files, *(["--only"] if only else [])).status == 0
    before = as_found(here, files)
    assert before[2] == 0
    if not pointer:
        (tmp_path / "store" / "current.json").unlink()
        assert as_found(here, files) == before
    newer = Command(version(tmp_path / "v", **CHANGES[change]), small.home, here.environment)
    told = newer("documents")
    assert told.status == 1
    assert "was written by an older version of Expediente; run 'kg doctor --repair" in told.err
    asked = newer("ask", "Who is the mother of Bruno Robles?")
    assert asked.status == (4 if only else 0)
    assert as_found(newer, files) == before
    again = newer("load", *files, *(["--only"] if only else []))
    assert "nothing was written" in again.err
    back = here("documents")
    assert back.status == 1
    assert "was written by a newer version of Expediente; update this one" in back.err
    for arguments in (["load"], ["ask", "x"], ["doctor", "--repair"], ["unload", "people"]):
        ran = here(*arguments)
        assert (ran.status, "was written by a newer version" in ran.err) == (1, True), arguments
    assert as_found(newer, files) == before


def test_what_cannot_be_read_back_is_refused_and_named(
    small: Command, tmp_path: Path, files: list[str]
) -> None:
    here = small.with_(KG_STORE=f"embedded:{tmp_path / 'store'}")
    assert here("load", *files).status == 0
    [snapshot] = [p for p in (tmp_path / "store").iterdir() if p.is_dir()]
    kept = json.loads((snapshot / "documents.json").read_text())
    for document in kept:
        document["quads"] += document["name"] == "people.ttl"
    (snapshot / "documents.json").write_text(json.dumps(kept))
    seal_snapshot(snapshot)
    newer = Command(version(tmp_path / "v", CODEC=1001), small.home, here.environment)
    for command in ("ask x", "load", "doctor --repair"):
        ran = newer(*command.split())
        assert ran.status == 1
        assert "of people.ttl 4 of 5 triples can be read; nothing was written" in ran.err
        assert "(graphs.trig, knowledge, ours.ttl, people.ttl)" in ran.err
    assert snapshot.is_dir()


def test_graphs_without_a_pointer_and_without_a_word_about_themselves_are_kept(
    small: Command, tmp_path: Path, files: list[str]
) -> None:
    """As an older version leaves them, whose pointer is lost."""
    here = small.with_(KG_STORE=f"embedded:{tmp_path / 'store'}")
    assert here("load", *files).status == 0
    [snapshot] = [p for p in (tmp_path / "store").iterdir() if p.is_dir()]
    (tmp_path / "store" / "current.json").unlink()
    (snapshot / "snapshot.json").unlink()
    for arguments in (["ask", "x"], ["load"], ["documents"]):
        ran = here(*arguments)
        assert ran.status == 1
        assert "holds graphs, but current.json is missing" in ran.err
    repaired = here("doctor", "--repair")
    assert repaired.status == 0
    assert f"removed {snapshot.name}" in repaired.err
    for name in FILES:
        assert f"{name} is gone with it; load it again: kg load {name}" in repaired.err


@pytest.mark.parametrize("only", [True, False])
def test_on_a_server_every_document_is_found_again_too(
    small: Command, tmp_path: Path, files: list[str], only: bool, clean_neo4j: str
) -> None:
    secrets = {k: v for k, v in os.environ.items() if k in ("KG_USER", "KG_PASSWORD")}
    here = small.with_(KG_STORE=clean_neo4j, **secrets)
    assert here("load", *files, *(["--only"] if only else [])).status == 0
    before = as_found(here, files)
    newer = Command(version(tmp_path / "v", CODEC=1001), small.home, here.environment)
    asked = newer("ask", "Who is the mother of Bruno Robles?")
    assert asked.status == 1
    assert "was written by an older version of Expediente; run 'kg doctor --repair" in asked.err
    mended = newer("load", *files, *(["--only"] if only else []))
    assert mended.status == 0, mended.err
    assert "was written by an older version and is written anew; it held graphs.trig" in mended.err
    assert as_found(newer, files) == before
    assert newer("doctor").status == 0
    for arguments in (["load"], ["ask", "x"], ["doctor", "--repair"], ["unload", "people"]):
        ran = here(*arguments)
        assert (ran.status, "was written by a newer version" in ran.err) == (1, True), arguments
    assert as_found(newer, files) == before

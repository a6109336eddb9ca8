"""Releases of the knowledge: their hash, which one answered, and how two differ, claim by claim."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.kg.family import make_family
from tests.kg_command import SMALL, Command


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The family's knowledge as it was earlier: a claim less, one more, one of another rank."""
    folder = make_family(tmp_path_factory.mktemp("releases") / "before")
    sheet = folder / "claims" / "gaceta.csv"
    lines = sheet.read_text("utf-8").splitlines(keepends=True)
    assert lines[2].startswith("g-2,") and ",reported," in lines[2]
    lines[2] = lines[2].replace(",reported,", ",alleged,").replace(",2001/..,", ",,")
    lines[-1] = lines[-1].replace("g-8,", "g-9,")
    sheet.write_text("".join(lines), "utf-8")
    entities = folder / "entities.csv"
    entities.write_text(entities.read_text("utf-8").replace("Luz Vera", "Luz Vera Paz"), "utf-8")
    return folder


def test_a_diff_names_each_claim_that_came_went_or_changed(family: Command, before: Path) -> None:
    ran = family("diff", str(before), "packaged", "--format", "json")
    assert ran.status == 0
    said = [
        (r["kind"], r["change"], r["id"], r["field"], r["before"], r["after"]) for r in ran.json
    ]
    assert said == [
        ("claim", "changed", "claim/g-2", "status", "alleged", "reported"),
        ("claim", "changed", "claim/g-2", "valid", None, "2001/.."),
        ("claim", "added", "claim/g-8", None, None, None),
        ("claim", "removed", "claim/g-9", None, None, None),
        ("entity", "changed", "person/luz-vera", "name", "Luz Vera Paz", "Luz Vera"),
    ]
    assert ran.json[2]["told"] == "Luz Vera memberOf Test Cartel"
    assert ran.err.endswith(
        ": 1 claim added, 1 claim removed, 1 claim changed, 1 entity changed.\n"
    )


def test_a_release_is_the_same_as_sheets_as_a_file_and_in_a_store(
    family: Command, tmp_path: Path
) -> None:
    file = tmp_path / "release.nq"
    exported = family("export", "--format", "nquads", "--document", "knowledge", "-o", str(file))
    assert exported.status == 0
    told = hashlib.sha256(file.read_bytes()).hexdigest()
    assert family("--version").out.splitlines()[1].endswith(told[:16])
    for other in (str(file), told[:8], "embedded:"):
        ran = family("diff", "packaged", other, "--format", "csv")
        assert (ran.status, ran.out.count("\n")) == (0, 1)
        assert ran.err == f"{told[:16]} to {told[:16]}: nothing differs.\n"


def test_a_hash_finds_a_release_among_those_that_were_kept(
    family: Command, before: Path, tmp_path: Path
) -> None:
    shutil.copytree(before, tmp_path / "kept" / "2025" / "knowledge")
    then = family("diff", str(before), "packaged").err[:16]
    ran = family.with_(KG_RELEASES=str(tmp_path / "kept"))("diff", then, str(before))
    assert (ran.status, ran.err) == (0, f"{then} to {then}: nothing differs.\n")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            "abcdef1",
            "'abcdef1' is the hash neither of the packaged knowledge, nor of what the store",
        ),
        (
            "nowhere",
            "'nowhere' is no release: name a folder of sheets, an RDF file, a store, a hash",
        ),
        (".", "./sources.csv is missing; name a folder of claim sheets."),
    ],
)
def test_what_is_no_release_is_the_askers_mistake(
    family: Command, said: str, message: str, tmp_path: Path
) -> None:
    ran = family("diff", "packaged", said)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err and ran.err.count("\n") == 1


def test_an_answer_says_by_which_release_it_was_given(family: Command) -> None:
    told = family("--version").out.split()[-1]
    question = ("ask", "Who is the mother of Bruno Robles?", "--release")
    found = family(*question, "--json").json
    assert found["knowledge"]["content"].startswith(told)
    assert found["knowledge"]["version"] == family("--version").out.split()[1]
    shown = family(*question, "--lang", "es").out.splitlines()[-1]
    assert shown.startswith(
        f"Respondido con el conocimiento {found['knowledge']['version']} {told}"
    )
    assert family("ask", "--release").out.startswith("Answered by the knowledge ")
    assert "knowledge" not in family(*question[:2], "--json").json


def test_knowledge_of_another_folder_has_a_hash_and_no_version(
    family: Command, tmp_path: Path
) -> None:
    store = f"embedded:{tmp_path / 'store'}"
    assert family("load", "--knowledge", str(SMALL), "--store", store).status == 0
    found = family(
        "ask", "Who is the mother of Bruno Robles?", "--json", "--release", "--store", store
    )
    told = found.json["knowledge"]
    assert told["version"] is None and len(told["content"]) == 64
    assert told["content"][:16] == family("diff", str(SMALL), "packaged").err[:16]

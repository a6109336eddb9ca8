"""A claim that is only told in another way is loaded by itself, and the store is as if all were read."""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.claims.corrected import TELLING
from graph.loading import packaged
from graph.loading.derived import derived_quads
from graph.loading.documents import document_quads, load
from graph.loading.knowledge import knowledge_folder
from graph.loading.retold import SHEETS
from graph.stores import Store, open_store, parse_address
from ontology import SheetError
from tests.graph.test_load import contents, document
from tests.graph.test_sheets import ENTITIES, HEAD, folder, row

SOURCES = """id,kind,title,publisher,url,published,read,sha256,language,licence,note
paper-1,article,A paper,,,2025-08-13,2026-01-02,,en,,
paper-2,article,Another,,,,2026-02-03,,es,,
"""
SECOND = "claim,subject,predicate,object,valid,status,attributed_to,source,locator,quote,rank,note,recorded,contradicts,certainty,via\n"
ROWS = (
    row(),
    row(claim="p1-002", predicate="spouseOf", valid="2001/", quote='"her, sister"'),
    row(claim="p1-003", predicate="memberOf", object="organization/los-x", status="alleged"),
    row(claim="p1-004", predicate="alias", object="Ana P."),
    row(claim="p1-005", predicate="childOf", rank="deprecated", note="They are sisters."),
    row(claim="p1-006", predicate="childOf", status="denied"),
)
MORE = row(claim="p2-001", source="paper-2").rstrip("\n") + ",2026-03-01,p1-005,possibly,\n"


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    where = tmp_path / "sheets-of-ours"
    where.mkdir()
    folder(where, HEAD + "".join(ROWS), ENTITIES, SOURCES)
    (where / "claims" / "paper-2.csv").write_text(SECOND + MORE, "utf-8")
    return where


@pytest.fixture
def store(tmp_path: Path, sheets: Path) -> Iterator[Store]:
    opened = open_store(parse_address(f"embedded:{tmp_path / 'store'}"))
    packaged.load_packaged(opened, sheets)
    yield opened
    opened.close()


def edit(path: Path, change: Callable[[list[dict[str, str]]], object]) -> None:
    """Changes the rows of a sheet in their place."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def reads_all(store: Store, sheets: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Loads sheets again; whether all of them were read for it."""
    read = packaged.read_packaged
    asked: list[object] = []

    def noted(where: Path | None = None) -> object:
        asked.append(where)
        return read(where)

    with monkeypatch.context() as patch:
        patch.setattr(packaged, "read_packaged", noted)
        packaged.load_packaged(store, sheets)
    return bool(asked)


def is_as_from_scratch(store: Store, sheets: Path, tmp_path: Path) -> None:
    """That a store is what an empty one becomes with these sheets, with fingerprints and all."""
    where = tmp_path / "from-scratch"
    with closing(open_store(parse_address(f"embedded:{where}"))) as other:
        packaged.load_packaged(other, sheets)
        assert store.release() == other.release()
        assert list(store.scan()) == list(other.scan())
        assert contents(store) == contents(other)
        assert derived_quads(store) == derived_quads(other)
        assert set(document_quads(store)) == set(document_quads(other))
    shutil.rmtree(where)


VALUES: dict[str, tuple[str, ...]] = {
    "attributed_to": ("person/eva-perez", "group/analysts;organization/los-x", ""),
    "source": ("paper-1", "paper-2"),
    "locator": ("p. 3", "row=7"),
    "quote": ("her sister", 'he said "no", twice', ""),
    "note": ("A note, with a comma.", "In 'quotes'."),
    "certainty": ("possibly", "might", ""),
    "via": ("group/analysts", ""),
    "recorded": ("2024-05-06", ""),
}


@pytest.mark.parametrize("seed", range(6))
def test_any_corrections_of_how_claims_are_told_end_as_from_scratch(
    store: Store, sheets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    assert VALUES.keys() == TELLING
    chance = random.Random(seed)

    def change(rows: list[dict[str, str]]) -> None:
        one = chance.choice(rows)
        columns = [c for c in one if c in VALUES]
        for column in chance.sample(columns, chance.randint(1, 3)):
            one[column] = chance.choice([v for v in VALUES[column] if v != one[column]])

    for _ in range(2):
        for path in chance.sample(sorted((sheets / "claims").iterdir()), chance.randint(1, 2)):
            edit(path, change)
        assert not reads_all(store, sheets, monkeypatch)
    is_as_from_scratch(store, sheets, tmp_path)


@pytest.mark.parametrize(
    ("number", "cells"),
    [
        (1, {"valid": "2002/"}),
        (2, {"status": "stated"}),
        (3, {"object": "Ana Pérez P."}),
        (0, {"predicate": "halfSiblingOf"}),
        (0, {"rank": "preferred"}),
        (0, {"claim": "p1-100"}),
        (0, {"valid": "2002/", "note": "And a note."}),
    ],
)
def test_what_may_matter_to_rules_is_derived_again(
    store: Store,
    sheets: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    cells: dict[str, str],
) -> None:
    edit(sheets / "claims" / "paper-1.csv", lambda rows: rows[number].update(cells))
    assert reads_all(store, sheets, monkeypatch)
    is_as_from_scratch(store, sheets, tmp_path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a row more": lambda where: edit(
        where / "claims" / "paper-1.csv",
        lambda rows: rows.append(rows[0] | {"claim": "p1-7", "predicate": "cousinOf"}),
    ),
    "a row less": lambda where: edit(where / "claims" / "paper-1.csv", lambda rows: rows.pop()),
    "another order": lambda where: edit(
        where / "claims" / "paper-1.csv", lambda rows: rows.reverse()
    ),
    "an entity": lambda where: edit(
        where / "entities.csv", lambda rows: rows[0].update(note="A doctor.")
    ),
    "a source": lambda where: edit(
        where / "sources.csv", lambda rows: rows[0].update(published="2025-08-14")
    ),
    "a sheet less": lambda where: (where / "claims" / "paper-2.csv").unlink(),
}


@pytest.mark.parametrize("what", CHANGES)
def test_other_changes_of_sheets_are_read_whole(
    store: Store, sheets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    CHANGES[what](sheets)
    assert reads_all(store, sheets, monkeypatch)
    is_as_from_scratch(store, sheets, tmp_path)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"quote": " ".join(["word"] * 11)}, "has more than 10 words"),
        ({"source": "paper-9"}, "'paper-9' is not in sources.csv"),
        ({"attributed_to": "person/nobody"}, "'person/nobody' is not in entities.csv"),
        ({"locator": ""}, "is empty"),
    ],
)
def test_a_bad_cell_is_told_with_its_line_and_nothing_changes(
    store: Store, sheets: Path, cells: dict[str, str], told: str
) -> None:
    before = list(store.scan())
    edit(sheets / "claims" / "paper-1.csv", lambda rows: rows[2].update(cells))
    with pytest.raises(SheetError, match=told) as refused:
        packaged.load_packaged(store, sheets)
    assert "claims/paper-1.csv:4" in str(refused.value)
    assert list(store.scan()) == before


def quoted(rows: list[dict[str, str]]) -> None:
    rows[0]["quote"] = "other words"


def test_sheets_that_are_not_those_of_the_snapshot_are_not_trusted(
    store: Store, sheets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.cache_folder()
    assert kept is not None
    edit(kept / SHEETS / sheets.name / "claims" / "paper-1.csv", quoted)
    edit(sheets / "claims" / "paper-1.csv", quoted)
    assert reads_all(store, sheets, monkeypatch)
    is_as_from_scratch(store, sheets, tmp_path)


def test_corrected_sheets_in_another_folder_are_loaded_by_themselves(
    store: Store, sheets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("copy", "another-copy"):
        other = tmp_path / name
        shutil.copytree(sheets, other)
        edit(other / "claims" / "paper-1.csv", lambda rows, name=name: rows[0].update(quote=name))
        assert not reads_all(store, other, monkeypatch)
        is_as_from_scratch(store, other, tmp_path)


def test_another_version_of_rules_or_code_reads_all(
    store: Store, sheets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(sheets / "claims" / "paper-1.csv", quoted)
    monkeypatch.setattr("graph.loading.retold.generation", lambda folder: "another")
    assert reads_all(store, sheets, monkeypatch)


def test_beside_documents_that_rules_read_all_is_read(
    store: Store, sheets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, [document("a", '<person/bea> a kg:Person ; kg:name "Bea" .')])
    edit(sheets / "claims" / "paper-1.csv", quoted)
    assert reads_all(store, sheets, monkeypatch)


def test_beside_foreign_documents_a_telling_is_loaded_by_itself(
    store: Store, sheets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, [document("a", '<http://example.org/x> <http://example.org/p> "Ü" .')])
    before = set(document_quads(store, "a"))
    edit(sheets / "claims" / "paper-1.csv", quoted)
    assert not reads_all(store, sheets, monkeypatch)
    assert set(document_quads(store, "a")) == before
    told = {q.object.value for q in document_quads(store) if q.predicate.value.endswith("#quote")}
    assert "other words" in told


def test_a_telling_of_an_earlier_state_reads_all(
    store: Store, sheets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(sheets / "claims" / "paper-1.csv", quoted)
    incoming = packaged.packaged_too(store, [], sheets)
    load(store, [document("a", '<http://example.org/x> <http://example.org/p> "Ü" .')])
    load(store, incoming)
    load(store, incoming, only=True)
    is_as_from_scratch(store, sheets, tmp_path)


def test_a_load_that_fails_leaves_the_store_and_its_sheets(
    store: Store, sheets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, held = list(store.scan()), store.release()
    edit(sheets / "claims" / "paper-1.csv", quoted)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("graph.stores.embedded.files.write_documents", killed)
        with pytest.raises(KeyboardInterrupt):
            packaged.load_packaged(store, sheets)
    assert (list(store.scan()), store.release()) == (before, held)
    assert not reads_all(store, sheets, monkeypatch)
    is_as_from_scratch(store, sheets, tmp_path)


def test_the_packaged_knowledge_is_corrected_as_it_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), sheets, ignore=shutil.ignore_patterns("*.py", "__*"))
    with closing(open_store(parse_address(f"embedded:{tmp_path / 'store'}"))) as store:
        packaged.load_packaged(store, sheets)
        for path in sorted((sheets / "claims").glob("*.csv"))[::3]:
            edit(path, quoted)
        assert not reads_all(store, sheets, monkeypatch)
        is_as_from_scratch(store, sheets, tmp_path)

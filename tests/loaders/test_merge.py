"""What loaders say is merged into a knowledge folder, and nothing written by hand is lost."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graph.claims.made import RECORD
from graph.claims.sheets import read_sheets
from loaders.__main__ import main
from ontology import SheetError

RELATIONS = "subject\trelation\tobject\tperiod\tnote\tsource\n"
KIN = "Ana Ruiz\tsibling\tEva Ruiz\t\t\thttps://a.mx/las-hermanas\n"
ENTITIES = """id,class,name,name_es,hidden_labels,note
person/ana-ruiz,Person,Ana Ruiz,,La Roja,by hand
person/leo-paz,Person,Leo Paz,,,
"""
SOURCES = """id,kind,title,publisher,url,published,read,sha256,language,licence,note
own,page,Own,,https://own.mx/x,,2026-01-02,,es,,
"""
HEAD = "claim,subject,predicate,object,valid,status,attributed_to,source,locator,quote,rank,note\n"
CLAIM = "own-1,person/leo-paz,alias,El Leo,,reported,,own,paragraph=1,,normal,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of tables beside the knowledge that it goes into."""
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "relations.tsv").write_text(RELATIONS + KIN, "utf-8")
    knowledge = tmp_path / "knowledge"
    (knowledge / "claims").mkdir(parents=True)
    (knowledge / "entities.csv").write_text(ENTITIES, "utf-8")
    (knowledge / "sources.csv").write_text(SOURCES, "utf-8")
    (knowledge / "claims" / "own.csv").write_text(HEAD + CLAIM, "utf-8")
    return tmp_path


def merge(folder: Path) -> int:
    return main([str(folder / "tables"), "--into", str(folder / "knowledge")])


def files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((folder / "knowledge").rglob("*.*"))}


def refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What a merge that must be refused says; not a byte may change."""
    before = files(folder)
    assert merge(folder) == 2
    assert files(folder) == before
    return capsys.readouterr().err.splitlines()


def test_what_is_new_is_added_and_what_is_there_stays_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge(folder) == 0
    assert capsys.readouterr().err.splitlines() == [
        "claims/relations.csv: 1 claims",
        "entities.csv: 1 added",
        "sources.csv: 1 added",
    ]
    written = files(folder)
    lines = ENTITIES.splitlines(keepends=True)
    new = "person/eva-ruiz,Person,Eva Ruiz,,,\n"
    assert written["entities.csv"].decode() == "".join([*lines[:2], new, lines[2]])
    page = "a-hermanas,page,Las hermanas,a.mx,https://a.mx/las-hermanas,,2026-11-21,,,,"
    head, own = SOURCES.splitlines(keepends=True)
    assert written["sources.csv"].decode() == f"{head}{page}Title taken from the address.\n{own}"
    assert written["own.csv"].decode() == HEAD + CLAIM
    assert set(read_sheets(folder / "knowledge").claims) == {
        "own-1",
        "relations-ana-ruiz-sibling-of-eva-ruiz-a",
    }


def test_the_same_again_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert merge(folder) == 0
    once = files(folder)
    capsys.readouterr()
    assert merge(folder) == 0
    assert files(folder) == once
    assert capsys.readouterr().err.splitlines() == [
        "claims/relations.csv: 1 claims, unchanged",
        "entities.csv: unchanged",
        "sources.csv: unchanged",
    ]


def test_a_folder_that_is_not_there_is_made(folder: Path) -> None:
    assert main([str(folder / "tables"), "--into", str(folder / "new" / "knowledge")]) == 0
    made = read_sheets(folder / "new" / "knowledge")
    assert sorted(made.entities) == ["person/ana-ruiz", "person/eva-ruiz"]


def test_what_the_table_no_longer_says_goes_and_what_others_use_stays(folder: Path) -> None:
    assert merge(folder) == 0
    table = folder / "tables" / "relations.tsv"
    table.write_text(RELATIONS + KIN.replace("Eva Ruiz", "Luz Ruiz"), "utf-8")
    assert merge(folder) == 0
    assert sorted(read_sheets(folder / "knowledge").entities) == [
        "person/ana-ruiz",
        "person/leo-paz",
        "person/luz-ruiz",
    ]
    own = folder / "knowledge" / "claims" / "own.csv"
    own.write_text(HEAD + CLAIM.replace("leo-paz", "luz-ruiz"), "utf-8")
    table.write_text(RELATIONS + KIN, "utf-8")
    assert merge(folder) == 0
    assert "person/luz-ruiz" in read_sheets(folder / "knowledge").entities


def test_a_table_that_says_nothing_takes_its_sheet_with_it(folder: Path) -> None:
    assert merge(folder) == 0
    (folder / "tables" / "relations.tsv").write_text(RELATIONS, "utf-8")
    assert merge(folder) == 0
    left = read_sheets(folder / "knowledge")
    assert sorted(left.claims) == ["own-1"]
    assert sorted(left.entities) == ["person/ana-ruiz", "person/leo-paz"]
    assert sorted(left.sources) == ["own"]


def test_a_row_changed_by_hand_is_the_hands_from_then_on(folder: Path) -> None:
    assert merge(folder) == 0
    path = folder / "knowledge" / "entities.csv"
    by_hand = path.read_text("utf-8").replace("Eva Ruiz,,,", "Eva Ruiz,,La Güera,checked")
    path.write_text(by_hand, "utf-8")
    assert merge(folder) == 0
    assert path.read_text("utf-8") == by_hand


def test_a_thing_of_another_class_or_name_is_a_conflict(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "knowledge" / "entities.csv"
    path.write_text(ENTITIES.replace("Person,Ana Ruiz,,La Roja", "Cartel,Los Ana,,"), "utf-8")
    assert refused(folder, capsys) == [
        "entities.csv:2: column class: 'Cartel' here, but 'Person' by relations.tsv#row=1,"
        "column=relation; correct the class here or in the loader.",
        "entities.csv:2: column name: 'Los Ana' here, but 'Ana Ruiz' by relations.tsv#row=1,"
        "column=relation; if it is the same, add 'Ana Ruiz' to its hidden_labels, else give yours "
        "another id.",
    ]
    path.write_text(ENTITIES.replace("Ana Ruiz,,La Roja", "La Roja,,Ana Ruiz"), "utf-8")
    assert merge(folder) == 0


def test_a_source_at_another_address_is_a_conflict(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "knowledge" / "sources.csv"
    path.write_text(SOURCES + "a-hermanas,page,T,,https://b.mx/,,2026-01-02,,es,,\n", "utf-8")
    assert refused(folder, capsys) == [
        "sources.csv:3: column url: 'https://b.mx/' here, but 'https://a.mx/las-hermanas' by "
        "relations.tsv#row=1,column=relation; correct the cell here or give yours another id."
    ]


def test_a_row_by_hand_in_a_loaders_sheet_is_not_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge(folder) == 0
    capsys.readouterr()
    sheet = folder / "knowledge" / "claims" / "relations.csv"
    with sheet.open("a", encoding="utf-8") as file:
        file.write(CLAIM.replace("own-1", "mine-1").rstrip("\n") + ",\n")
    assert refused(folder, capsys) == [
        "claims/relations.csv:3: the row was added by hand; move your rows to a sheet of your own, "
        "or correct relations.tsv, and give the sheet back as it was."
    ]


def test_a_sheet_by_hand_is_not_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "knowledge" / "claims" / "own.csv"
    own.rename(own.with_name("relations.csv"))
    assert refused(folder, capsys) == [
        "claims/relations.csv:1: was written by hand; rename it, or let loaders/relations.py make a "
        "sheet of another name."
    ]


def test_a_claim_id_that_is_taken_is_named_by_file_and_row(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = folder / "knowledge" / "claims" / "own.csv"
    taken = "relations-ana-ruiz-sibling-of-eva-ruiz-a"
    own.write_text(HEAD + CLAIM.replace("own-1", taken), "utf-8")
    assert refused(folder, capsys) == [
        f"claims/relations.csv:2: column claim: '{taken}' stands already in claims/own.csv:2."
    ]


def test_a_claim_by_hand_that_contradicts_one_no_longer_made_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge(folder) == 0
    capsys.readouterr()
    own = folder / "knowledge" / "claims" / "own.csv"
    made = "relations-ana-ruiz-sibling-of-eva-ruiz-a"
    text = HEAD.replace("note", "note,contradicts") + CLAIM.replace("normal,", f"normal,,{made}")
    own.write_text(text, "utf-8")
    (folder / "tables" / "relations.tsv").write_text(RELATIONS, "utf-8")
    [told] = refused(folder, capsys)
    assert told.startswith(f"claims/own.csv:2: column contradicts: '{made}' is no claim")


def test_knowledge_that_is_bad_already_is_named_by_its_own_lines(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "knowledge" / "entities.csv"
    path.write_text(ENTITIES + "person/x,Persona,X,,,\n", "utf-8")
    assert refused(folder, capsys) == [
        "entities.csv:4: column class: 'Persona' is no class of the ontology; did you mean Person?"
    ]


@pytest.mark.parametrize(
    ("spoiled", "said"),
    [
        (ENTITIES.encode("utf-16"), "entities.csv: byte 0 is not UTF-8; save the sheet as"),
        (ENTITIES.encode() + b"x" * 200_000, "entities.csv:4: not CSV (field larger than"),
        (ENTITIES.replace("note", "notes").encode(), "entities.csv:1: has other columns than id,"),
    ],
)
def test_knowledge_that_cannot_be_read_is_named(
    folder: Path, spoiled: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "knowledge" / "entities.csv").write_bytes(spoiled)
    [told] = refused(folder, capsys)
    assert told.startswith(said)


def test_a_merge_that_was_cut_off_is_finished_by_the_next(folder: Path) -> None:
    assert merge(folder) == 0
    whole = files(folder)
    for lost in (["made-by-loaders.json"], ["made-by-loaders.json", "relations.csv"]):
        for name in lost:
            (folder / "knowledge" / "claims" / name).unlink()
        assert merge(folder) == 0
        again = files(folder)
        assert {n: b for n, b in again.items() if n != "made-by-loaders.json"} == {
            n: b for n, b in whole.items() if n != "made-by-loaders.json"
        }


def test_rows_keep_the_ends_of_lines_and_the_order_of_their_sheet(folder: Path) -> None:
    path = folder / "knowledge" / "entities.csv"
    rows = list(csv.reader(io.StringIO(ENTITIES)))
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([rows[0], rows[2], rows[1]])
    path.write_bytes(out.getvalue().encode())
    assert merge(folder) == 0
    assert path.read_bytes().decode() == out.getvalue() + "person/eva-ruiz,Person,Eva Ruiz,,,\r\n"


@pytest.mark.parametrize("name", ["file.txt", "other"])
def test_only_a_folder_of_claim_sheets_is_written_to(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "notes.md").write_text("notes", "utf-8")
    (folder / "file.txt").write_text("text", "utf-8")
    assert main([str(folder / "tables"), "--into", str(folder / name)]) == 2
    assert capsys.readouterr().err.startswith(f"{folder / name}: ")


def test_a_spoiled_record_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "knowledge" / RECORD).write_text("[]", "utf-8")
    [told] = refused(folder, capsys)
    assert told.startswith(f"{RECORD}: cannot be read (")


def test_knowledge_made_by_a_merge_is_read_as_any_other(folder: Path) -> None:
    assert merge(folder) == 0
    (folder / "knowledge" / "claims" / "relations.csv").write_text(HEAD, "utf-8")
    assert sorted(read_sheets(folder / "knowledge").claims) == ["own-1"]
    with pytest.raises(SheetError):
        read_sheets(folder / "tables")

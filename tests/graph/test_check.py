"""The packaged knowledge passes its checks, and a broken copy does not."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.claims.checks import check, examine, free_text, run_made, run_spans, source_texts
from graph.claims.made import RECORD
from graph.claims.rdf import asserted
from graph.claims.sheets import read_sheets
from graph.loading.packaged import knowledge_folder


def test_the_packaged_knowledge_has_no_faults() -> None:
    assert check(knowledge_folder()) == []


def test_every_span_is_inside_its_article_and_holds_its_quotation(shared: Path) -> None:
    sheets = read_sheets(knowledge_folder())
    texts = source_texts(shared / "sources")
    assert {s.cells["sha256"] for s in sheets.sources.values()} >= set(texts)
    assert list(run_spans(sheets, texts)) == []
    with_span = [c for c in sheets.claims.values() if c.locator.startswith("char=")]
    assert len(with_span) >= 300


def test_no_sentence_of_an_article_stands_in_the_project(shared: Path) -> None:
    texts = source_texts(shared / "sources")
    runs = {run for text in texts.values() for run in _runs(text)}
    root = knowledge_folder().parent
    guilty = []
    for path in sorted(root.rglob("*")):
        if not path.is_file() or path.suffix not in {
            ".csv",
            ".md",
            ".py",
            ".json",
            ".ttl",
            ".yaml",
        }:
            continue
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        if any(run in runs for run in _runs(path.read_text("utf-8"))):
            guilty.append(str(path.relative_to(root)))
    assert guilty == []


def _runs(text: str, length: int = 12) -> set[tuple[str, ...]]:
    words = "".join(c if c.isalnum() else " " for c in text.lower()).split()
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    target = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), target, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def _append(folder: Path, row: str) -> None:
    path = folder / "claims" / "relations.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write(row + "\n")


def _row(claim: str, subject: str, predicate: str, value: str, status: str = "reported") -> str:
    source = sorted(read_sheets(knowledge_folder()).sources)[0]
    return f"{claim},{subject},{predicate},{value},,{status},,{source},row=1,,normal,,"


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (("person/ruben-oseguera-gonzalez", "parentOf", "person/nemesio-oseguera-cervantes"), "no-parent-loop"),
        (("person/claudia-sheinbaum-pardo", "memberOf", "organization/los-zetas", "alleged"), "officials-only-allegedly-tied"),
        (("person/emma-coronel-aispuro", "memberOf", "organization/los-zetas", "stated"), "membership-not-stated"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named_with_its_row(copy: Path, row: tuple[str, ...], rule: str) -> None:
    _append(copy, _row("broken-1", *row))
    found = [f for f in check(copy, shapes=False) if f.check == rule]
    assert found, f"{rule} found nothing"
    assert all(f.message for f in found)


def test_a_moved_span_is_found(copy: Path, shared: Path) -> None:
    sheet = copy / "claims" / "b57c6af5b0474095.csv"
    text = sheet.read_text("utf-8")
    first = text.splitlines()[1]
    span = first.split('"char=')[1].split('"')[0]
    sheet.write_text(text.replace(f'"char={span}"', '"char=9000,9010"', 1), "utf-8")
    findings = check(copy, shared / "sources", shapes=False)
    assert [f.check for f in findings] == ["spans"]
    assert "b57c6af5b0474095.csv:2" in findings[0].place
    assert os.linesep not in findings[0].message


# How much of the texts was there


def test_a_folder_without_the_texts_is_an_error_and_not_a_clean_sheet(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("another text", "utf-8")
    (tmp_path / "latin.txt").write_bytes("Pérez".encode("latin-1"))
    checked = examine(knowledge_folder(), tmp_path, shapes=False)
    assert (checked.texts, checked.spans) == ((0, 5), (0, 1076))
    assert [(f.severity, f.check, f.place) for f in checked.findings] == [
        ("error", "texts", str(tmp_path))
    ]
    assert checked.findings[0].message == (
        "none of the 5 texts that claims cite by place is there, so nothing was checked; "
        "name the folder of the .txt files whose sha256 stands in sources.csv."
    )


def _with_text(copy: Path, texts: Path, text: str) -> None:
    """A source of our own with its text, and one claim that cites its first 20 characters."""
    texts.mkdir()
    (texts / "own.txt").write_bytes(text.encode())
    digest = hashlib.sha256(text.encode()).hexdigest()
    with (copy / "sources.csv").open("a", encoding="utf-8") as file:
        file.write(f"own,article,Own,,,,2026-11-21,{digest},en,,\n")
    head = (copy / "claims" / "events.csv").read_text("utf-8").splitlines()[0]
    claim = 'own-1,person/omar-garcia-harfuch,role,a role,,stated,,own,"char=0,20",{},normal,,'
    quote = '"said ""he -- that\'s"""'
    (copy / "claims" / "own.csv").write_text(f"{head}\n{claim.format(quote)}\n", "utf-8")


def test_texts_that_are_missing_are_counted(copy: Path, tmp_path: Path) -> None:
    _with_text(copy, tmp_path / "texts", 'said "he -- that\'s" all')
    checked = examine(copy, tmp_path / "texts", shapes=False)
    assert (checked.texts, checked.spans) == ((1, 6), (1, 1077))
    missing = [f for f in checked.findings if f.check == "texts"]
    assert len(missing) == len(checked.findings) == 5
    assert {f.severity for f in missing} == {"warning"}
    assert missing[0].message == (
        "the text of 56cc1eb09e5931c2 was not found, so 198 spans were not checked; "
        "put the text there."
    )


def test_a_quotation_with_marks_that_a_program_put_is_named_as_such(
    copy: Path, tmp_path: Path
) -> None:
    _with_text(copy, tmp_path / "texts", "said “he – that’s” all")
    found = [f for f in check(copy, tmp_path / "texts", shapes=False) if f.severity == "error"]
    assert [(f.check, f.place) for f in found] == [("spans", "claims/own.csv:2")]
    assert "has other quotation marks, dashes or spaces than its span" in found[0].message


# Sheets that loaders write

REMEDY = (
    ", but loaders/relations.py writes this sheet; correct relations.tsv and run "
    "'python -m loaders DIR --into knowledge', or move your row to a sheet of your own."
)


def _edit(copy: Path, change: Callable[[list[str]], None]) -> list[tuple[str, str]]:
    path = copy / "claims" / "relations.csv"
    lines = path.read_text("utf-8").splitlines()
    change(lines)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    found = list(run_made(copy))
    assert all(f.severity == "error" and f.message.endswith(REMEDY) for f in found)
    return [(f.place, f.message.removesuffix(REMEDY)) for f in found]


def test_a_row_added_by_hand_to_a_loaders_sheet_is_named(copy: Path) -> None:
    row = _row("mine-1", "person/ruben-oseguera-gonzalez", "alias", "El Uno")
    assert _edit(copy, lambda lines: lines.append(row)) == [
        ("claims/relations.csv:63", "the row was added by hand")
    ]


def test_a_check_of_everything_names_a_hand_edit_too(copy: Path) -> None:
    _append(copy, _row("mine-1", "person/ruben-oseguera-gonzalez", "alias", "El Uno"))
    assert [(f.check, f.place) for f in check(copy, shapes=False)] == [
        ("made-by-loaders", "claims/relations.csv:63")
    ]


def test_a_row_changed_by_hand_in_a_loaders_sheet_is_named(copy: Path) -> None:
    def change(lines: list[str]) -> None:
        lines[1] = lines[1].replace("1996/", "1996")

    assert _edit(copy, change) == [("claims/relations.csv:2", "the row was changed by hand")]


def test_a_row_taken_out_of_a_loaders_sheet_is_missed(copy: Path) -> None:
    def change(lines: list[str]) -> None:
        del lines[4]

    assert _edit(copy, change) == [("claims/relations.csv:5", "rows before this were taken out")]


def test_a_loaders_sheet_that_is_gone_is_missed(copy: Path) -> None:
    (copy / "claims" / "relations.csv").unlink()
    assert [(f.place, f.message) for f in run_made(copy)] == [
        ("claims/relations.csv:1", "the sheet is gone" + REMEDY)
    ]


def test_a_loaders_sheet_saved_by_a_spreadsheet_program_as_it_was_is_no_edit(copy: Path) -> None:
    path = copy / "claims" / "relations.csv"
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    path.write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    assert list(run_made(copy)) == []


@pytest.mark.parametrize("text", ["", "[]", '{"sheets": {"x": 3}}', '{"sheets": {}}'])
def test_a_spoiled_record_of_the_loaders_sheets_is_named(copy: Path, text: str) -> None:
    (copy / RECORD).write_text(text, "utf-8")
    [found] = check(copy, shapes=False)
    assert (found.severity, found.place) == ("error", RECORD)
    assert found.message.startswith("cannot be read (")
    assert found.message.endswith("; take it from the repository again.")


# Free text, speakers and hedges


def test_words_alone_are_free_text_and_words_of_a_statement_with_a_topic_are_not(
    copy: Path,
) -> None:
    source, statement = "cd4d87f347d754ed", "event/statement-us-officials-growing-collaboration"
    before = free_text(read_sheets(copy))[source]
    for name, subject, predicate in (
        ("free-1", "place/mexico", "description"),
        ("free-2", "event/trials-of-cartel-leaders-in-us-courts", "text"),
        ("tied-1", statement, "text"),
    ):
        _append(
            copy, f"{name},{subject},{predicate},in own words,,stated,,{source},row=1,,normal,,"
        )
    assert free_text(read_sheets(copy))[source] == (before[0] + 2, before[1] + 3)


def test_at_most_one_claim_in_eight_of_these_articles_rests_on_free_text_alone() -> None:
    counts = free_text(read_sheets(knowledge_folder()))
    mended = ("cd4d87f347d754ed", "a34a4d3c0d143abe", "df208c2b269460e3")
    assert [name for name in mended if counts[name][0] * 8 > counts[name][1]] == []


def test_a_claim_has_its_hedging_word_with_its_level_and_through_whom_it_is_known() -> None:
    kg = "https://w3id.org/expediente/ontology#"
    claim = ox.NamedNode("https://w3id.org/expediente/claim/a34a4d3c0d143abe-124")
    said = {
        quad.predicate.value.removeprefix(kg): quad.object.value
        for quad in asserted(read_sheets(knowledge_folder()))
        if quad.subject == claim and quad.predicate.value.startswith(kg)
    }
    names = ("attributedTo", "via", "certainty", "certaintyLevel")
    assert [said[name].removeprefix("https://w3id.org/expediente/") for name in names] == [
        "administration/trump-2",
        "group/analysts-article-001",
        "potentially",
        "1",
    ]


def test_a_hedge_that_is_no_word_of_the_scheme_is_refused_by_cell(copy: Path) -> None:
    sheet = copy / "claims" / "a34a4d3c0d143abe.csv"
    sheet.write_text(sheet.read_text("utf-8").replace(",potentially,", ",potentialy,", 1), "utf-8")
    messages = [f.message for f in examine(copy, shapes=False).findings]
    assert any(m.startswith("column certainty: 'potentialy' is none of:") for m in messages)

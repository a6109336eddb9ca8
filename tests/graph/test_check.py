"""The packaged knowledge passes its checks, and a broken copy does not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from graph.claims.checks import check, run_spans, source_texts
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

"""Loaders are found by what they declare, and run where their file is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.runner import Loader, discover, run
from ontology import OntologyError, SheetError

GOOD = "FILE = '{file}'\nCOLUMNS = 'a b'\ndef load(draft, rows):\n    pass\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty package of loaders, importable under the name of its folder."""
    folder = tmp_path / f"loaders_of_{tmp_path.name}".replace("-", "_")
    folder.mkdir()
    (folder / "__init__.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def found(package: Path, **modules: str) -> list[Loader]:
    for name, text in modules.items():
        (package / f"{name}.py").write_text(text, "utf-8")
    try:
        return discover(package, package.name)
    finally:
        for name in [n for n in sys.modules if n.startswith(package.name)]:
            del sys.modules[name]


def test_every_table_has_its_loader_and_each_follows_those_it_needs() -> None:
    assert [loader.file for loader in discover()] == [
        "fto_2025-02-20.tsv",
        "events.tsv",
        "officials.tsv",
        "us_executive.yaml",
        "reign_leaders_mex_usa_2021-03.csv",
        "relations.tsv",
        "transfers.tsv",
        "transfers_people.tsv",
    ]


def test_a_file_in_the_package_is_enough(package: Path) -> None:
    shared = "WORDS = 1\n"
    loaders = found(
        package, words=shared, two=GOOD.format(file="2.tsv"), one=GOOD.format(file="1.csv")
    )
    assert [(x.name, x.file, x.columns, x.needs) for x in loaders] == [
        ("one", "1.csv", "a b", ()),
        ("two", "2.tsv", "a b", ()),
    ]


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        ({"one": "FILE = 'x.tsv'\n"}, "one.py: declares no COLUMNS and no load; a loader has"),
        ({"one": GOOD.format(file="x.xlsx")}, "one.py: FILE is 'x.xlsx'; name a file as"),
        (
            {"one": GOOD.format(file="x.tsv"), "two": GOOD.format(file="x.tsv")},
            "two.py: x.tsv is read by loaders/one.py already",
        ),
        (
            {"one": GOOD.format(file="x.tsv") + "NEEDS = ('y.tsv',)\n"},
            "one.py: needs y.tsv, which no",
        ),
        ({"one": GOOD.format(file="x.tsv") + "NEEDS = ('x.tsv',)\n"}, "one.py: needs itself"),
    ],
)
def test_a_module_that_is_half_a_loader_is_named(
    package: Path, modules: dict[str, str], said: str
) -> None:
    with pytest.raises(OntologyError) as refused:
        found(package, **modules)
    assert f"loaders/{said}" in str(refused.value)


def test_two_loaders_of_one_sheet_are_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.tsv").write_text("person\tsource\nAna\thttps://a.mx/b-c\n", "utf-8")

    def load(draft, rows):  # type: ignore[no-untyped-def]
        for row in rows:
            source = draft.page(row, "source", row["source"])
            who = draft.person(row["person"])
            draft.claim("same", row, row.locator("person"), source, who, "alias", row.file)

    two = [Loader(name, f"{name}.tsv", "person source", load) for name in ("one", "two")]
    with pytest.raises(SheetError) as refused:
        run(tmp_path, loaders=two)
    assert refused.value.problems == [
        "two.tsv:2: column source: the sheet 'same' is made by loaders/one.py; "
        "let loaders/two.py make one of its own."
    ]


def test_a_folder_without_any_file_of_a_loader_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nicknames.tsv").write_text("a\tb\n", "utf-8")
    assert main([str(tmp_path), "--into", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err.startswith(
        f"{tmp_path}: has no file that a loader reads; put one"
    )
    assert main([str(tmp_path / "nowhere"), "--into", str(tmp_path / "out")]) == 2
    assert "is no folder; name the one where the files are." in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_file_that_no_loader_reads_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nicknames.tsv").write_text("a\tb\n", "utf-8")
    (tmp_path / "relations.tsv").write_text(
        "subject\trelation\tobject\tperiod\tnote\tsource\n"
        "Ana Ruiz\tsibling\tEva Ruiz\t\t\thttps://a.mx/las-hermanas\n",
        "utf-8",
    )
    assert main([str(tmp_path), "--into", str(tmp_path / "out")]) == 0
    assert "nicknames.tsv: no loader reads it" in capsys.readouterr().err.splitlines()


@pytest.mark.parametrize("date", ["2026", "yesterday", "2026-02-30"])
def test_a_day_of_reading_is_a_day(tmp_path: Path, date: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(tmp_path), "--into", str(tmp_path), "--read", date])
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("subject,relation,object,period,note,source\n", "the cells are not separated by tabulators"),
        ("subject\trelation\tobject\tperiod\tnote\tsource\nA\x1b\tsibling\tB\t\t\thttps://a.mx/b\n", "U+001B"),
        ("subject\trelation\tobject\tperiod\tnote\tsource\nA\tsibling\tB\t27/02/2025\t\thttps://a.mx/b\n", "'27/02/2025' looks like a date"),
        ("subject\trelation\tobject\tperiod\tnote\tsource\n" + "x" * 200_000, "not a table (field larger"),
    ],
)  # fmt: skip
def test_a_spoiled_table_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "relations.tsv").write_text(text, "utf-8")
    with pytest.raises(SheetError) as refused:
        run(tmp_path)
    assert any(p.startswith("relations.tsv:") and said in p for p in refused.value.problems)

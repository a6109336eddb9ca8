"""The documentation as a site: built strictly from the files in docs/, whole, and with nothing from outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FROM_THE_TOP = {
    "README.md": "index",
    "CONTRIBUTING.md": "contributing",
    "CHANGELOG.md": "changelog",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert built.returncode == 0, built.stderr
    return folder


def pages() -> set[str]:
    below = (p.relative_to(ROOT / "docs") for p in (ROOT / "docs").rglob("*.md"))
    return {p.with_suffix("").as_posix() for p in below} | set(FROM_THE_TOP.values())


def test_every_page_is_there_and_in_the_navigation(site: Path) -> None:
    there = {p.relative_to(site).with_suffix("").as_posix() for p in site.rglob("*.html")}
    assert there == pages() | {"404"}
    home = (site / "index.html").read_text("utf-8")
    linked = set(re.findall(r'<a href="([^"#]+)\.html" class="md-nav__link', home))
    assert pages() - linked <= {"index"}


def test_every_page_is_found_by_a_search(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"].partition("#")[0].removesuffix(".html") for entry in index["docs"]}
    assert found >= pages()


def test_no_page_asks_anything_from_outside(site: Path) -> None:
    asked = {
        (page.name, address)
        for page in site.rglob("*.html")
        for address in re.findall(
            r'<(?:script|img|iframe|link)\b[^>]*?\b(?:src|href)="((?:https?:)?//[^"]+)"',
            page.read_text("utf-8"),
        )
    }
    assert asked == set()


def test_pictures_and_the_notebook_are_part_of_it(site: Path) -> None:
    for name in ("pictures/architecture.svg", "pictures/model.svg", "notebooks/expediente.ipynb"):
        assert (site / name).read_bytes() == (ROOT / "docs" / name).read_bytes()
    for page in ("index", "architecture", "tutorial"):
        assert 'src="pictures/' in (site / f"{page}.html").read_text("utf-8")


def test_all_code_is_shown_as_code(site: Path) -> None:
    left = [
        page.name
        for page in site.rglob("*.html")
        if "```" in re.sub(r"<(pre|code|script)\b.*?</\1>", "", page.read_text("utf-8"), flags=re.S)
    ]
    assert left == []
    assert "queries/people/roles_of_person.rq" in (site / "contributing.html").read_text("utf-8")


def test_a_link_out_of_the_documents_is_a_name(site: Path) -> None:
    page = (site / "tutorial.html").read_text("utf-8")
    assert "<code>knowledge/claims/56cc1eb09e5931c2.csv</code>" in page
    assert 'href="../knowledge' not in page


def test_reference_has_a_page_for_each_theme_of_queries(site: Path) -> None:
    themes = {p.name for p in (ROOT / "queries").iterdir() if any(p.glob("*.cypher"))}
    assert {p.stem for p in (site / "reference" / "queries").glob("*.html")} == themes

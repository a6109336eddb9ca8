"""The page to write SPARQL in: in a real browser, in both languages, and without JavaScript."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.web.app import STATIC
from tests.chromium import PROGRAM, Page, chromium
from tests.kg.serving import browsing
from tests.kg_command import Command

NEEDS_BROWSER = pytest.mark.skipif(PROGRAM is None, reason="no Chromium on this machine")
ROWS = "document.querySelectorAll('#results tbody tr').length"


@pytest.fixture(scope="module")
def web(kg: Command) -> Iterator[httpx.Client]:
    with browsing(kg) as client:
        yield client


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    with chromium(tmp_path) as found:
        yield found


def unwanted(page: Page) -> list[str]:
    """What a page asked from elsewhere, and what failed in it."""
    return [r.url for r in page.requests.values() if r.outside] + page.errors


@NEEDS_BROWSER
@pytest.mark.parametrize(
    ("lang", "title"),
    [("en", "Transfers of people between countries"), ("es", "Traslados de personas entre países")],
)
def test_an_example_that_is_clicked_and_run_gives_the_rows_of_its_query(
    web: httpx.Client, kg: Command, page: Page, lang: str, title: str
) -> None:
    page.goto(f"{web.base_url}sparql?lang={lang}")
    page.until("document.querySelector('.CodeMirror') !== null")
    page.run("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    page.click("document.querySelector('a[href*=\"example=transfers&\"]')")
    page.until(
        f"document.querySelector('#shown')?.textContent === {title!r} && document.querySelector('.CodeMirror') !== null"
    )
    page.click("document.getElementById('run')")
    page.until(f"{ROWS} > 0")
    text = page.run("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    sent = web.post("sparql", data={"query": text, "format": "json"}).json()["results"]["bindings"]
    assert f"{len(sent)} results" in page.run("document.getElementById('results').innerText")
    rows = kg("query", "transfers", "--format", "json").json
    moved = {row["transfer"]["value"].rpartition("/")[2] for row in sent}
    assert moved
    assert moved <= {row["transfer_id"].rpartition("/")[2] for row in rows}
    assert not unwanted(page)


@NEEDS_BROWSER
def test_a_wrong_query_is_told_beside_the_editor(web: httpx.Client, page: Page) -> None:
    page.goto(f"{web.base_url}sparql")
    page.until("document.querySelector('.CodeMirror') !== null")
    page.run("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT * { ?s ?p }')")
    page.click("document.getElementById('run')")
    page.until("document.querySelector('#results').innerText.includes('correct the query')")
    assert not unwanted(page)


def test_without_javascript_an_example_is_a_link_and_the_query_a_form(web: httpx.Client) -> None:
    listed = web.get("sparql", params={"lang": "es"}, headers={"Accept": "text/html"}).text
    link = re.search(r'href="(/sparql\?example=transfers[^"]*)"', listed)
    assert link is not None
    shown = web.get(link[1].replace("&amp;", "&"), headers={"Accept": "text/html"}).text
    text = re.search(r"<textarea[^>]*>(.*?)</textarea>", shown, re.DOTALL)
    assert text is not None
    assert "Transfer" in text[1]
    assert '<form class="given" id="editor" method="post" action="/sparql">' in shown


@pytest.mark.parametrize("name", ["yasgui.min.js", "yasgui.min.css"])
def test_the_editor_is_the_one_that_is_recorded(name: str) -> None:
    recorded = (STATIC / "yasgui" / "README.md").read_text(encoding="utf-8")
    found = hashlib.sha256((STATIC / "yasgui" / name).read_bytes()).hexdigest()
    assert f"| `{name}` | `{found}` |" in recorded

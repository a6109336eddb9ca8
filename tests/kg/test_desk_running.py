"""``kg desk`` as an analyst sees it: a real Neo4j, its real Browser in Chromium, every request noted."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from neo4j import Driver, GraphDatabase

from kg.browser.texts import favourites
from queries import catalogue
from tests.chromium import PROGRAM, Page, chromium
from tests.kg.desks import FREE, Desk, at_the_desk, put_jars
from tests.kg_command import CHECKOUT, Command

PICTURES = CHECKOUT / "docs" / "pictures"
GUIDE = "document.querySelector('#guide-drawer')"
FRAMES = "document.querySelectorAll('[data-testid=frame]')"
ANSWERED = r"streaming \d+ records|Displaying \d+ nodes"  # of a table, of a picture
DRAWN = "svg.neod3viz"
PERSON = "#1F6FB2"  # the colour of persons in the style


@pytest.fixture(scope="module")
def opened(kg: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A web browser that only notes what it is to open."""
    folder = tmp_path_factory.mktemp("browser")
    program = folder / "open"
    program.write_text(f'#!/bin/sh\necho "$1" >> {folder}/asked\n')
    program.chmod(0o755)
    return program


@pytest.fixture(scope="module")
def desk(kg: Command, opened: Path) -> Iterator[Desk]:
    put_jars(kg.home)
    with at_the_desk(kg.with_(BROWSER=f"{opened} %s"), *FREE) as running:
        yield running


@pytest.fixture(scope="module")
def driver(desk: Desk) -> Iterator[Driver]:
    with GraphDatabase.driver(desk.bolt) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Browser as the address opens it; the tests below are what somebody does there, in turn."""
    if PROGRAM is None:
        pytest.skip("no Chromium on this machine")
    with chromium(tmp_path_factory.mktemp("chromium"), 1440, 880) as opened:
        opened.goto(desk.address)
        opened.until(f"{GUIDE} && {GUIDE}.innerText.includes('Begin here')", 90)
        opened.settle()  # it may open the guide twice
        yield opened


def turn_to(page: Page, title: str) -> None:
    """Goes on in the guide until its slide has this title."""
    for _ in range(20):
        if page.run(f"{GUIDE}.querySelector('h3').innerText") == title:
            return
        before = page.run(f"{GUIDE}.querySelector('h3').innerText")
        page.click("document.querySelector('[data-testid=guideNextSlide]')")
        page.until(f"{GUIDE}.querySelector('h3').innerText !== {json.dumps(before)}")
    raise AssertionError(f"the guide has no slide '{title}'")


def click_query(page: Page, at: int) -> str:
    """Runs a query of the slide by its small triangle; its text."""
    query = f"{GUIDE}.querySelectorAll('pre.runnable')[{at}]"
    text = str(page.run(f"{query}.innerText"))
    page.run(f"{FRAMES}[0].seen = true")  # Browser keeps the newest fifteen, so none are counted
    page.click(f"{query}.querySelector('i')")
    page.until(f"!{FRAMES}[0].seen && /{ANSWERED}/.test({FRAMES}[0].innerText)")
    return text


def drawn(page: Page) -> tuple[int, int]:
    """How many nodes and ties the newest picture has."""
    page.until(f"{FRAMES}[0].querySelectorAll('{DRAWN} .node').length")
    found: list[int] = page.run(
        f"['node', 'relationship'].map(k => {FRAMES}[0].querySelectorAll('{DRAWN} g.' + k).length)"
    )
    return found[0], found[1]


def keep(page: Page, name: str) -> None:
    """Takes a picture for the documentation where it is wanted: ``make pictures``."""
    if os.environ.get("EXPEDIENTE_PICTURES"):
        page.picture(PICTURES / name, scale=0.7)


def of_the_server(driver: Driver, text: str) -> Any:
    """What the same query gives over the driver: the counts of nodes and ties, and of rows."""
    with driver.session() as session:
        result = session.run(text)
        rows = list(result)
        graph = result.graph()
    return (len(graph.nodes), len(graph.relationships)), len(rows)


def test_the_address_opens_browser_connected_with_style_and_guide(page: Page) -> None:
    assert "Expediente in Neo4j Browser" in page.text()
    style = page.until("localStorage['neo4j.grass'] && JSON.parse(localStorage['neo4j.grass'])")
    assert PERSON in str(style)
    turn_to(page, "The model")
    assert page.until(f"{GUIDE}.querySelector('img').naturalWidth") > 100  # the drawn schema
    keep(page, "desk-model.png")


def test_one_click_draws_the_kin_of_el_mencho_as_17_nodes_and_each_tie_once(page: Page) -> None:
    turn_to(page, "The questions")
    click_query(page, 0)

    assert drawn(page) == (17, 17)
    colours = page.run(
        f"[...new Set([...{FRAMES}[0].querySelectorAll('{DRAWN} g.node circle.b-outline')]"
        ".map(c => c.getAttribute('fill').toUpperCase()))]"
    )
    assert colours == [PERSON]  # relatives and leaders too
    page.run("new Promise(done => setTimeout(done, 2000))")  # until the picture has settled
    keep(page, "desk.png")


def test_queries_that_are_clicked_show_what_the_server_answers(page: Page, driver: Driver) -> None:
    turn_to(page, "The questions")
    clicked = [click_and_compare(page, driver, at) for at in range(1, 8)]
    turn_to(page, "Ties without claims")
    clicked += [click_and_compare(page, driver, at) for at in range(len(favourites()))]

    assert clicked.count("picture") >= 6
    assert len(clicked) >= 10


def click_and_compare(page: Page, driver: Driver, at: int) -> str:
    text = click_query(page, at)
    graph, rows = of_the_server(driver, text)
    if graph != (0, 0):
        assert drawn(page) == graph, text
        return "picture"
    said = re.search(r"streaming (\d+) records", str(page.run(f"{FRAMES}[0].innerText")))
    assert said is not None and int(said[1]) == rows, text
    return "table"


def test_favourites_that_are_dropped_are_kept_in_folders(
    page: Page, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "favourites-en.zip"
    file.write_bytes(httpx.get(f"{desk.pack}/favourites-en.zip").content)
    with zipfile.ZipFile(file) as archive:
        wanted = len(archive.namelist())
    given = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        page.call("Input.dispatchDragEvent", type=kind, x=1000, y=500, data=given)
    count = "JSON.parse(localStorage['neo4j.documents'] || '[]').filter(d => !d.isStatic).length"
    page.until(f"{count} >= {wanted}")

    assert wanted == page.run(count) == 2 * len(catalogue().queries) + len(favourites())
    page.click("document.querySelector('[data-testid=navigationFavorites]')")
    page.until("document.body.innerText.includes('Designations')")
    keep(page, "desk-favourites.png")


def test_what_is_typed_in_browser_changes_nothing(page: Page, driver: Driver) -> None:
    before = driver.execute_query("MATCH (n) RETURN count(n)").records[0].value()
    page.click("document.querySelector('[data-testid=activeEditor] .monaco-editor')")
    page.call("Input.insertText", text="CREATE (n:Entity) RETURN n")
    page.click("document.querySelector('[data-testid=editor-Run]')")
    page.until(f"/ERROR/i.test({FRAMES}[0].innerText)")

    assert "WriteOnReadOnlyAccessDatabase" in page.run(f"{FRAMES}[0].innerText")
    assert driver.execute_query("MATCH (n) RETURN count(n)").records[0].value() == before


def test_nothing_was_asked_from_outside(page: Page) -> None:
    outside = [r for r in page.requests.values() if r.outside]

    assert {r.blocked for r in outside} == {
        "csp"
    }  # Browser tries, and its server's policy stops it
    assert any("fonts.googleapis.com" in r.url for r in outside)
    assert any(r.url.startswith("ws://127.0.0.1") for r in page.requests.values())  # workers' too
    assert page.errors == []


# --- Without a page: the command itself ------------------------------------------------------------


def test_it_opens_the_address_and_tells_where_things_are(desk: Desk, opened: Path) -> None:
    asked, end = opened.parent / "asked", time.monotonic() + 30
    while not asked.exists() and time.monotonic() < end:
        time.sleep(0.1)
    assert asked.read_text().split() == [desk.address]
    assert any(line.startswith("Data: ") for line in desk.told)
    assert any(line.startswith("No password") for line in desk.told)


def test_it_holds_the_knowledge_and_is_read_only(desk: Desk) -> None:
    with GraphDatabase.driver(desk.bolt) as driver:
        found = driver.execute_query("SHOW DATABASES YIELD name, access").records
        kin = driver.execute_query(
            "MATCH (p:Person {name: $n}) RETURN count(p)", n="Ovidio Guzmán López"
        )
    assert {r["name"]: r["access"] for r in found}["neo4j"] == "read-only"
    assert kin.records[0].value() == 1


def test_a_server_that_is_there_is_visited_and_nothing_is_left_to_say(
    kg: Command, desk: Desk
) -> None:
    with at_the_desk(
        kg, "--store", desk.bolt, "--pack-port", "0", "--no-open", "--lang", "es"
    ) as visit:
        assert visit.browser == desk.browser
        assert f"&cmd=guide&arg={visit.pack}/guide-es.html" in visit.address
        assert [line for line in visit.told if "do not do" in line] == []
        assert httpx.get(f"{visit.pack}/guide-es.html").status_code == 200


def test_it_ends_cleanly_and_keeps_its_data(kg: Command, desk: Desk) -> None:
    status, err = desk.end(signal.SIGTERM)
    assert (status, "Traceback" in err) == (0, False)
    for address in (desk.bolt, desk.browser, desk.pack):
        with socket.socket() as client:
            assert client.connect_ex(("127.0.0.1", int(address.rpartition(":")[2]))) != 0
    with at_the_desk(kg, "--no-open", *FREE) as again:
        assert not any(line.startswith("Loaded") for line in again.told)
        assert again.end(signal.SIGINT)[0] == 0
    assert os.listdir(next(kg.home.rglob("desk-5.26")) / "data")  # noqa: PTH208

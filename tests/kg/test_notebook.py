"""Answers in Python that show themselves, and become data frames and graphs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pandas as pd
import polars as pl
import pytest

import kg as package
from kg.notebook import Answer, Rows
from kg.notebook.frames import pandas_frame, polars_frame
from tests.kg_command import Command
from tests.notebooks import COMMAND, NOTEBOOKS, outputs, ran, read

KIN = "Who is related to El Mencho?"
MENCHO = "person/nemesio-oseguera-cervantes"


@pytest.fixture(scope="module")
def store(packaged_folder: Path) -> str:
    return f"embedded:{packaged_folder}"


@pytest.fixture(scope="module")
def kin(store: str) -> Answer:
    return package.ask(KIN, store=store)


def test_an_answer_is_still_the_map_of_the_command(kin: Answer) -> None:
    assert json.loads(json.dumps(kin)) == kin
    assert kin.rows == kin["rows"]
    assert kin.evidence == kin["evidence"]
    assert (kin.status, kin.sentence) == ("answered", kin["sentence"])


def test_an_answer_shows_rows_statuses_evidence_and_a_picture(kin: Answer) -> None:
    page = kin._repr_html_()
    assert page is not None
    tree = ElementTree.fromstring(page)  # well-formed: nothing in it is markup by chance
    assert len(tree.findall(".//tbody/tr")) == 16
    assert len(tree.findall(".//{http://www.w3.org/2000/svg}circle")) == 17
    for said in ("presumed innocent", "sibling-in-law of", "reported", "[1-2, 5, 16]"):
        assert said in page
    assert "brother-in-law to the elusive CJNG leader" in page


def test_what_texts_hold_is_no_markup(store: str, kin: Answer) -> None:
    name = "<script>alert(1)</script>"
    rows = [{**kin["rows"][0], "relative": name, "relative_id": None}]
    page = Answer({**kin, "sentence": name, "rows": rows}, store)._repr_html_()
    assert page is not None
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 2


def test_a_shared_name_shows_whom_it_may_mean(store: str) -> None:
    answer = package.ask("Who is Hernández?", store=store)
    assert (answer.status, answer.rows) == ("ambiguous", [])
    assert "person/lucio-hernandez-lechuga" in (answer._repr_html_() or "")


def test_a_store_that_is_gone_leaves_the_text(kin: Answer) -> None:
    assert Answer(dict(kin), "bolt://127.0.0.1:1")._repr_html_() is None


def test_rows_of_a_query_are_a_list_with_the_same_gifts(store: str) -> None:
    rows = package.query("transfers", store=store)
    assert isinstance(rows, list)
    assert rows.rows == list(rows)
    assert isinstance(rows, Rows)
    assert all(claim in rows.evidence for row in rows for claim in row["claims"])
    assert "Transfer of 37 people" in (rows._repr_html_() or "")


def test_dates_become_days_that_compare(store: str) -> None:
    rows = package.query("transfers", store=store)
    frame = rows.to_pandas()
    assert frame["date_from"].dtype == frame["date_to"].dtype == "datetime64[s]"
    later = frame[frame["date_from"] >= pd.Timestamp("2025-01-01")]
    assert later["people"].tolist() == [29, 26, 37]
    coarse = frame[frame["date"] == "2017"].iloc[0]
    assert (str(coarse["date_from"].date()), str(coarse["date_to"].date())) == (
        "2017-01-01",
        "2017-12-31",
    )


def test_an_open_end_and_an_unknown_one_stay_apart() -> None:
    rows = [{"valid": v, "claims": []} for v in ("2024-10-01/..", "2019~", None, "some day")]
    frame = pandas_frame(["valid"], rows, {"valid": "interval"})
    assert str(frame["valid_to"][0]) == "9999-12-31 00:00:00"
    assert frame["valid_to"].isna().tolist() == [False, False, True, True]
    polar = polars_frame(["valid"], rows, {"valid": "interval"})
    assert polar["valid_to"].dtype == pl.Date
    assert polar["valid_to"][0] == date(9999, 12, 31)


def test_pandas_and_polars_have_the_same_rows(kin: Answer) -> None:
    one, other = kin.to_pandas(), kin.to_polars()
    assert list(one.columns) == other.columns
    assert one["relative"].tolist() == other["relative"].to_list()
    assert one["degree"].isna().sum() == other["degree"].null_count() == 1


def test_an_answer_without_rows_is_an_empty_frame(store: str) -> None:
    assert package.ask("Who shot J. R.?", store=store).to_pandas().empty


WRITERS: list[Callable[..., Any]] = [nx.write_graphml, nx.write_gexf, nx.write_gml]


@pytest.mark.parametrize("write", WRITERS, ids=lambda w: w.__name__)
def test_the_whole_graph_is_accepted_by_the_writers(store: str, write: Callable[..., Any]) -> None:
    whole = package.graph(store=store)
    out = BytesIO()
    write(whole, out)
    assert len(whole) > 400
    assert len(out.getvalue()) > 100_000


def test_kin_are_seventeen_people_with_statuses_on_their_ties(kin: Answer) -> None:
    graph = package.graph(kin)
    assert len(graph) == 17
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"Person"}
    assert all(data["status"] and data["claims"] for _, _, data in graph.edges(data=True))
    assert kin.mermaid().startswith("flowchart BT\n")


def test_the_graph_of_a_name_is_what_touches_it(store: str) -> None:
    graph = package.graph("El Mencho", store=store, inferred=False)
    assert all(MENCHO in ends for ends in graph.edges())
    led = [d for _, _, d in graph.edges(data=True) if d["predicate"] == "LEADS"]
    assert {(d["status"], d["inferred"]) for d in led} == {("alleged", False)}
    assert {d["valid_to"] for d in led} == {"2025-12-31", "2026-02-22"}
    with pytest.raises(package.errors.NotFound):
        package.graph("Nobody At All", store=store)


def test_asking_in_python_needs_none_of_these_libraries() -> None:
    script = (
        "import sys\nfor name in ('pandas', 'polars', 'networkx'): sys.modules[name] = None\n"
        "import kg\nfrom kg.notebook import Answer\n"
        "try: Answer({'columns': [], 'rows': [], 'query': None}).to_pandas()\n"
        "except kg.errors.UserError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("to_pandas() needs pandas; install it with")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_notebook_shows_what_it_shows_when_it_is_run(path: Path, kg: Command) -> None:
    Path(kg.setting["TMPDIR"]).mkdir(parents=True, exist_ok=True)
    now, stored = ran(path, kg.setting), read(path)
    assert outputs(now) == outputs(stored), f"run '{COMMAND}' and look at the difference"
    assert any("<svg" in str(output) for output in outputs(now))

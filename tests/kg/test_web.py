"""kg browse in a process of its own, asked by outside clients: pages, data, SPARQL, a browser."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from ontology import KG
from tests.chromium import PROGRAM, dumped
from tests.kg.serving import browsing
from tests.kg_command import Command

KIN = {"q": "Who is related to El Mencho?"}
MENCHO = "entity/person/nemesio-oseguera-cervantes"
LD = "application/ld+json"


@pytest.fixture(scope="module")
def web(kg: Command) -> Iterator[httpx.Client]:
    with browsing(kg) as client:
        yield client


def test_a_question_is_answered_with_statuses_evidence_and_a_picture(web: httpx.Client) -> None:
    page = web.get("ask", params=KIN)
    assert page.status_code == 200
    for said in ("16 relatives of Nemesio Oseguera Cervantes", "Rosalinda González Valencia",
                 "reported", "brother-in-law to cartel leader", "<svg"):  # fmt: skip
        assert said in page.text
    picture = re.search(r'id="graph-elements"[^>]*>(.*?)</script>', page.text, re.DOTALL)
    assert picture is not None
    assert len(json.loads(picture[1])["nodes"]) == 17


def test_a_shared_name_is_asked_back_with_links(web: httpx.Client) -> None:
    page = web.get("ask", params={"q": "Who is Hernández?"}).text
    told = web.get("ask", params={"q": "Who is Hernández?", "format": "json"}).json()
    assert told["status"] == "ambiguous"
    for candidate in told["candidates"]:
        assert candidate["name"] in page


def test_a_refusal_leads_on_to_questions_that_can_be_answered(web: httpx.Client) -> None:
    told = web.get("ask", params={"q": "Is Emma Coronel a narco?"}).text
    assert "/ask?q=" in told
    assert "<table" not in told


def test_an_answer_in_spanish_stands_in_a_spanish_page(web: httpx.Client) -> None:
    page = web.get("ask", params={"q": "¿Quiénes son los hermanos de El Mencho?"}).text
    assert '<html lang="es"' in page
    assert "Antonio Oseguera Cervantes" in page


def test_what_a_question_holds_is_text_and_no_markup(web: httpx.Client) -> None:
    page = web.get("ask", params={"q": "<script>alert(1)</script> who is El Mencho"}).text
    assert "<script>alert" not in page


@pytest.mark.parametrize("path", ["", "queries", "sources", "sparql", MENCHO, "query/relatives"])
def test_pages_ask_nothing_from_outside_and_set_no_cookie(web: httpx.Client, path: str) -> None:
    page = web.get(path, headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in page.headers
    assert not re.search(r'(?:src|action)="(?:https?:)?//', page.text)
    assert not re.search(r'<link[^>]+href="(?:https?:)?//', page.text)


def test_an_entity_is_a_page_or_data_as_the_client_accepts(web: httpx.Client) -> None:
    assert "Nemesio Oseguera Cervantes" in web.get(MENCHO).text
    graphs = [
        rdflib.Graph().parse(data=web.get(MENCHO, headers={"Accept": kind}).text, format=name)
        for kind, name in (("text/turtle", "turtle"), (LD, "json-ld"))
    ]
    assert len(graphs[0]) > 100
    assert len(graphs[0]) == len(graphs[1])


CARO = "entity/person/rafael-caro-quintero"


@pytest.mark.parametrize(
    ("lang", "heads", "presumed", "gap"),
    [
        ("en", ["Legal status", "Kin", "Custody chain", "Statements about",
                "Where sources disagree", "Sources"], "presumed innocent", "gap:"),
        ("es", ["Situación jurídica", "Parentesco", "Cadena de custodia", "Lo que se dice",
                "Donde discrepan las fuentes", "Fuentes"], "se presume la inocencia", "laguna:"),
    ],
)  # fmt: skip
def test_a_person_has_the_dossier_in_both_languages(
    web: httpx.Client, lang: str, heads: list[str], presumed: str, gap: str
) -> None:
    page = web.get(CARO, params={"lang": lang}).text
    found = re.findall(r"<h2[^>]*>([^<]*)</h2>", page)
    assert [h for h in found if h in heads] == [h for h in heads if h in found]
    assert {heads[0], heads[2], heads[4], heads[5]} <= {*found}
    assert presumed in page
    assert gap in page
    bars = set(re.findall(r'<a href="#(step-\d+)"', page))
    assert len(bars) >= 7 and all(f'id="{bar}"' in page for bar in bars)


def test_every_sentence_of_a_dossier_opens_to_claims_and_leads_to_whom_it_names(
    web: httpx.Client,
) -> None:
    page = web.get(MENCHO, params={"lang": "es"}).text
    opened = re.findall(r"<details><summary>.*?</details>", page, re.DOTALL)
    sentences = [one for one in opened if 'class="claims"' in one]
    assert len(sentences) > 20
    assert all('href="/claim/' in one and 'href="/source/' in one for one in sentences)
    led_to = {re.sub("&amp;", "&", a) for a in re.findall(r'class="there" href="([^"]+)"', page)}
    assert "/entity/person/rosalinda-gonzalez-valencia?lang=es" in led_to
    for address in sorted(led_to)[:5]:
        assert web.get(address).status_code == 200, address


def test_pages_that_are_not_there_say_so(web: httpx.Client) -> None:
    for path in (
        "entity/person/nobody",
        "query/nothing",
        "../etc/passwd",
        "static/..%2f..%2fapp.py",
    ):
        answer = web.get(path)
        assert answer.status_code in (404, 410), path
        assert "Traceback" not in answer.text


def test_an_outside_client_gets_the_rows_of_a_twin(web: httpx.Client, kg: Command) -> None:
    store = SPARQLStore(str(web.base_url) + "sparql", returnFormat="json")
    found = store.query(f"SELECT DISTINCT ?t {{ ?t a <{KG}Transfer> }}")
    rows = kg("query", "transfers", "--format", "json").json
    assert {str(r[0]).rpartition("/")[2] for r in found} == {
        r["transfer_id"].rpartition("/")[2] for r in rows
    }


@pytest.mark.parametrize("kind", ["json", "xml", "csv", "tsv"])
def test_results_come_in_the_forms_of_the_w3c(web: httpx.Client, kind: str) -> None:
    asked = {"query": "SELECT (COUNT(*) AS ?n) { ?t a kg:Transfer }", "format": kind}
    by_get = web.get("sparql", params=asked)
    by_form = web.post("sparql", data=asked)
    assert by_get.status_code == by_form.status_code == 200
    assert by_get.text == by_form.text
    assert "7" in by_get.text


def test_a_query_is_posted_directly_and_changes_nothing(web: httpx.Client) -> None:
    headers = {"Content-Type": "application/sparql-query", "Accept": "text/csv"}
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    before = web.post("sparql", content=count, headers=headers).text
    update = web.post("sparql", content="INSERT DATA { <x:a> <x:b> <x:c> }", headers=headers)
    remote = web.get(
        "sparql", params={"query": "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"}
    )
    assert (update.status_code, remote.status_code) == (400, 400)
    assert web.post("sparql", content=count, headers=headers).text == before


def test_the_service_and_the_dataset_describe_themselves(web: httpx.Client) -> None:
    for path in ("sparql", ".well-known/void"):
        told = web.get(path, headers={"Accept": "text/turtle"})
        assert len(rdflib.Graph().parse(data=told.text, format="turtle")) > 5


def test_two_hundred_at_once_are_all_answered(web: httpx.Client) -> None:
    with ThreadPoolExecutor(50) as pool:
        found = list(pool.map(lambda _: web.get("complete", params={"q": "menc"}), range(200)))
    assert {f.status_code for f in found} == {200}
    assert all(any("Mencho" in name for name in f.json()) for f in found)


def test_a_very_long_question_is_refused_in_words(web: httpx.Client) -> None:
    asked = HTTPConnection(web.base_url.host, web.base_url.port, timeout=30)
    asked.request("GET", "/ask?q=" + "x" * 1_000_000)
    answer = asked.getresponse()
    assert (answer.status, "<h1" in answer.read().decode()) == (414, True)


def test_another_host_name_is_refused(web: httpx.Client) -> None:
    assert web.get("", headers={"Host": "elsewhere.example"}).status_code == 421


def test_a_client_that_hangs_up_leaves_the_server_answering(web: httpx.Client) -> None:
    address = (web.base_url.host, web.base_url.port or 80)
    for _ in range(5):
        with socket.create_connection(address) as gone:
            gone.sendall(b"GET /ask?q=Who+is+El+Mencho HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert web.get("").status_code == 200


def test_a_port_in_use_is_named(kg: Command) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = kg("browse", "--port", str(taken.getsockname()[1]))
    assert ran.status == 2
    assert "cannot be listened on" in ran.err


def test_neo4j_and_the_embedded_store_give_the_same_pages(
    web: httpx.Client, kg: Command, neo4j_packaged: str, neo4j_auth: tuple[str, str] | None
) -> None:
    user, password = neo4j_auth or ("", "")
    with browsing(kg.with_(KG_USER=user, KG_PASSWORD=password), "--store", neo4j_packaged) as other:
        for path, given in (("ask", KIN), (MENCHO, {}), ("query/transfers", {})):
            here, there = (c.get(path, params=given) for c in (web, other))
            assert here.status_code == there.status_code == 200
            assert here.text == there.text


@pytest.mark.skipif(PROGRAM is None, reason="no Chromium on this machine")
def test_a_browser_draws_the_picture_within_the_policy(web: httpx.Client, tmp_path: Path) -> None:
    address = str(httpx.URL(str(web.base_url) + "ask", params=KIN))
    page, log = dumped(
        address, tmp_path, "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--virtual-time-budget=5000"
    )
    assert "<canvas" in page
    assert "CONSOLE" not in log, log

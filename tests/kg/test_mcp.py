"""kg mcp in a process of its own, asked by the SDK's client over stdio and over HTTP."""

from __future__ import annotations

import json
import random
import re
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import anyio
import httpx
import jsonschema
import mcp_types
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.shared.exceptions import MCPError

from kg.mcp.limits import MOST_TEXT, fitting_rows, size
from tests.kg_command import Command

TOOLS = ["ask", "find", "describe_query", "query", "evidence", "conflicts"]
SHARED = "Who is Hernández?"
LECHUGA = ("person/lucio-hernandez-lechuga", "Lucio Hernández Lechuga")
HOSTILE = 1_000
Talk = Callable[[Client], Awaitable[Any]]


@pytest.fixture(scope="module")
def address(kg: Command) -> Iterator[str]:
    """A server over HTTP that ends with the tests, cleanly."""
    server = kg.start("mcp", "--http", "--port", "0")
    assert server.stderr is not None
    line = server.stderr.readline().decode()
    found = re.search(r"http://\S+", line)
    assert found is not None, line
    yield found[0]
    server.send_signal(signal.SIGINT)
    _, err = server.communicate(timeout=30)
    assert (server.returncode, b"Traceback" in err) == (0, False), err.decode()


def over_http(address: str, talk: Talk, **options: Any) -> Any:
    async def run() -> Any:
        async with Client(address, **options) as client:
            return await talk(client)

    return anyio.run(run)


def over_stdio(kg: Command, talk: Talk, log: Path) -> Any:
    setting = kg.setting
    Path(setting["TMPDIR"]).mkdir(parents=True, exist_ok=True)
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "kg", "mcp"], env=setting, cwd=kg.home
    )

    async def run() -> Any:
        with log.open("w") as errors:
            async with Client(stdio_client(server, errlog=errors)) as client:
                return await talk(client)

    return anyio.run(run)


async def called(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    """What a tool gives; it must match the schema that the server has promised."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert isinstance(result.structured_content, dict)
    return result.structured_content


def test_the_tools_are_six_typed_and_only_read(address: str) -> None:
    tools = over_http(address, lambda c: c.list_tools()).tools
    assert [t.name for t in tools] == TOOLS
    assert all(t.annotations.read_only_hint and not t.annotations.open_world_hint for t in tools)
    assert all(t.input_schema["properties"] and t.output_schema["properties"] for t in tools)
    assert len(json.dumps([t.model_dump(mode="json") for t in tools])) < 25_000
    [query] = [t for t in tools if t.name == "query"]
    assert "relatives" in query.input_schema["properties"]["name"]["enum"]


def test_an_answer_has_its_evidence_and_statuses(address: str) -> None:
    told = over_http(address, lambda c: called(c, "ask", question="Who led the CJNG?"))
    assert told["status"] == "answered"
    assert "(alleged)" in told["sentence"]
    assert "presumed innocent" in told["presumption"]
    leaders = [(row["leader_id"], row["statuses"]) for row in told["rows"]]
    assert leaders == [("person/nemesio-oseguera-cervantes", ["alleged"])] * 2
    quotes = [told["evidence"][row["claims"][0]]["quote"] for row in told["rows"]]
    assert quotes == ["cjng-leader-el-mencho-died", "CJNG leader “El Mencho”"]


def test_a_spanish_question_is_answered_in_spanish(address: str) -> None:
    told = over_http(address, lambda c: called(c, "ask", question="¿Quién lideró el CJNG?"))
    assert told["language"] == "es"
    assert "se presume inocente" in told["presumption"]


def test_a_shared_name_is_a_structured_reply_and_is_answered_when_somebody_is_meant(
    address: str,
) -> None:
    async def talk(client: Client) -> tuple[dict[str, Any], ...]:
        first = await called(client, "ask", question=SHARED)
        return first, *[await called(client, "ask", question=SHARED, meant=m) for m in LECHUGA]

    first, *then = over_http(address, talk)
    assert (first["status"], first["rows"]) == ("ambiguous", [])
    assert LECHUGA in [(c["id"], c["name"]) for c in first["candidates"]]
    assert "Who is Lucio Hernández Lechuga?" in [c["question"] for c in first["candidates"]]
    assert [t["status"] for t in then] == ["answered", "answered"]
    assert all(t["sentence"].startswith("Lucio Hernández Lechuga") for t in then)


@pytest.mark.parametrize("mode", ["auto", "legacy"])
@pytest.mark.parametrize("action", ["accept", "decline"])
def test_a_client_with_forms_asks_its_user_which_is_meant(
    address: str, mode: str, action: str
) -> None:
    asked = []

    async def form(_: Any, parameters: Any) -> mcp_types.ElicitResult:
        asked.append(parameters)
        content: Any = {"meant": LECHUGA[1]} if action == "accept" else None
        return mcp_types.ElicitResult(action=action, content=content)  # type: ignore[arg-type]

    told = over_http(
        address,
        lambda c: called(c, "ask", question=SHARED),
        mode=mode,
        elicitation_callback=form,
    )
    [one] = asked
    assert LECHUGA[1] in one.requested_schema["properties"]["meant"]["enum"]
    assert told["status"] == ("answered" if action == "accept" else "ambiguous")


def test_rows_of_every_query_match_the_schema_that_describes_them(address: str) -> None:
    async def talk(client: Client) -> list[str]:
        names = [q["name"] for q in (await called(client, "describe_query"))["queries"]]
        for name in names:
            told = (await called(client, "describe_query", name=name))["query"]
            for given in told["examples"][:1]:
                jsonschema.validate(given, told["parameters_schema"])
                found = await called(client, "query", name=name, parameters=given, limit=20)
                for row in found["rows"]:
                    jsonschema.validate(row, told["row_schema"])
                    assert not row["claims"] or row["claims"][0] in found["evidence"], name
                    assert not row["claims"] or row["statuses"], name
        return names

    assert len(over_http(address, talk)) > 50


def test_names_facts_and_disputes_are_opened(address: str) -> None:
    async def talk(client: Client) -> None:
        named = await called(client, "find", name="Garcia Harfush")
        assert named["found"][0]["id"] == "person/omar-garcia-harfuch"
        fact = {"subject": "El Cuini", "predicate": "brother-in-law-of", "object": "El Mencho"}
        opened = await called(client, "evidence", **fact)
        assert "brother-in-law to the elusive CJNG leader" in opened["text"]
        assert opened["claims"]
        disputes = await called(client, "conflicts", entity="Rosa A.")
        assert all(len(d["sides"]) == 2 for d in disputes["disputes"])
        shown = disputes["shown"]
        assert shown["rows"] == shown["of"] > 0

    over_http(address, talk)


def test_claims_sources_and_entities_are_resources(address: str) -> None:
    async def talk(client: Client) -> None:
        templates = (await client.list_resource_templates()).resource_templates
        assert {t.uri_template for t in templates} == {
            f"expediente://{x}" for x in ("claim/{id}", "source/{id}", "entity/{+id}")
        }
        for uri, said in (
            ("sources", "56cc1eb09e5931c2"),
            ("claim/56cc1eb09e5931c2-080", "CJNG leader"),
            ("source/56cc1eb09e5931c2", "56cc1eb09e5931c2-080"),
            ("entity/person/nemesio-oseguera-cervantes", "presumed innocent"),
        ):
            read = await client.read_resource(f"expediente://{uri}")
            [content] = read.contents
            assert isinstance(content, mcp_types.TextResourceContents)
            assert said in content.text
            json.loads(content.text)
        with pytest.raises(MCPError, match="no entity 'person/nobody'"):
            await client.read_resource("expediente://entity/person/nobody")

    over_http(address, talk)


def test_prompts_and_instructions_are_in_both_languages(address: str) -> None:
    async def talk(client: Client) -> None:
        names = {p.name for p in (await client.list_prompts()).prompts}
        assert names == {f"{p}_{x}" for p in ("brief", "check", "disputes") for x in ("en", "es")}
        told = await client.get_prompt("brief_es", {"name": "La Tuta {x}"})
        content = told.messages[0].content
        assert isinstance(content, mcp_types.TextContent)
        assert "La Tuta {x}" in content.text
        assert "se presume inocente" in content.text
        for said in ("presumed innocent", "as alleged", "se presume inocente", "como presunto"):
            assert said in (client.instructions or "")
        offered = await client.complete(
            mcp_types.PromptReference(name="brief_en"), {"name": "name", "value": "menc"}
        )
        assert "El Mencho" in offered.completion.values

    over_http(address, talk)


def test_a_reply_says_how_many_rows_of_how_many_it_holds(address: str) -> None:
    async def talk(client: Client) -> None:
        few = await called(client, "query", name="transfers", limit=2)
        assert (few["shown"]["rows"], few["shown"]["of"]) == (2, 7)
        many = await client.call_tool("query", {"name": "claims", "limit": 200})
        assert len(json.dumps(many.structured_content)) < 2 * MOST_TEXT

    over_http(address, talk)


def test_rows_that_are_too_long_are_halved_until_they_fit() -> None:
    rows: list[dict[str, Any]] = [{"text": "x" * 10**6, "claims": []} for _ in range(200)]
    shown, evidence = fitting_rows(rows, {}, 200)
    assert 0 < len(shown) < 200
    assert size(shown) <= MOST_TEXT
    assert evidence == {}


# --- What is hostile ------------------------------------------------------------------------------

_NASTY: tuple[Any, ...] = (
    *("", " ", "\x00", "\ud7ff", "🜏" * 300, "x" * 5_000, "../../etc/passwd", "file:///etc/passwd"),
    *("person/nemesio-oseguera-cervantes", "El Mencho", "' OR 1=1 --", "}) DETACH DELETE n //"),
    *("MATCH (n) DETACH DELETE n", "DROP ALL", "LOAD CSV FROM 'http://127.0.0.1/x' AS x RETURN x"),
    *(
        "<script>alert(1)</script>",
        "http://127.0.0.1:1/",
        "claim/../../x",
        "{x}",
        "%2e%2e%2f",
        "$x",
    ),
    *(None, True, -1, 0, 10**30, 1e308, [], {}, [[[]]], {"$ref": "#"}, ["x"] * 500, {"id": "x"}),
)
_ARGUMENTS = {
    "ask": ("question", "language", "meant", "limit"),
    "find": ("name", "kind", "limit"),
    "describe_query": ("name", "theme", "language"),
    "query": ("name", "parameters", "min_status", "limit", "language"),
    "evidence": ("claim", "subject", "predicate", "object", "language"),
    "conflicts": ("entity", "kind", "language", "limit"),
    "load": ("path",),
}
_QUERIES = ("relatives", "leaders", "transfers", "who_is", "path_between")
_PARAMETERS = ("person", "organization", "period", "relative", "from", "to", "x")


def _hostile(chance: random.Random) -> tuple[str, dict[str, Any]]:
    tool = chance.choice(list(_ARGUMENTS))
    given = {name: chance.choice(_NASTY) for name in _ARGUMENTS[tool] if chance.random() < 0.6}
    if tool == "query" and chance.random() < 0.7:
        given = {"name": chance.choice(_QUERIES)}
        given["parameters"] = {chance.choice(_PARAMETERS): chance.choice(_NASTY)}
    return tool, given


async def _attack(client: Client, chance: random.Random) -> str:
    """One hostile call: what became of it in a word."""
    try:
        if chance.random() < 0.15:
            rest = chance.choice([str(n) for n in _NASTY])
            await client.read_resource("expediente://" + rest + chance.choice(("", "/claim/x")))
            return "read"
        tool, given = _hostile(chance)
        result = await client.call_tool(tool, given)
    except MCPError as error:
        assert "Traceback" not in str(error)
        return "protocol error"
    text = "".join(c.text for c in result.content if isinstance(c, mcp_types.TextContent))
    assert "Traceback" not in text
    assert len(text) < 4 * MOST_TEXT
    if result.is_error:
        assert text != f"Error executing tool {tool}", (tool, given)  # a crash tells only this
        return "refused"
    return "answered"


def test_a_thousand_hostile_calls_over_stdio_change_and_break_nothing(
    kg: Command, tmp_path: Path
) -> None:
    before = _contents(kg.store_folder)
    chance = random.Random(12)

    async def talk(client: Client) -> tuple[Any, Any, list[str]]:
        first = await called(client, "ask", question="Who led the CJNG?")
        became = [await _attack(client, chance) for _ in range(HOSTILE)]
        return first, await called(client, "ask", question="Who led the CJNG?"), became

    log = tmp_path / "errors"
    first, last, became = over_stdio(kg, talk, log)
    assert first == last
    assert {"refused", "answered", "protocol error"} <= set(became)
    assert "Traceback" not in log.read_text()
    after = _contents(kg.store_folder)
    assert {file: after.get(file) for file in before} == before


def _contents(folder: Path) -> dict[Path, bytes]:
    """The files of a store, but for the one that each opening counts in."""
    files = (p for p in folder.rglob("*") if p.is_file() and p.name != "last-tx-id.bin")
    return {p: sha256(p.read_bytes()).digest() for p in files}


@pytest.mark.parametrize(
    "header", [{"Host": "elsewhere.example"}, {"Origin": "http://evil.example"}]
)
def test_http_answers_this_machine_only(address: str, header: dict[str, str]) -> None:
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accept = {"Accept": "application/json, text/event-stream"}
    assert httpx.post(address, json=call, headers=accept | header).status_code in (403, 421)


def test_a_body_of_two_megabytes_is_refused(address: str) -> None:
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"x": "y" * 2_000_000}}
    accept = {"Accept": "application/json, text/event-stream"}
    assert httpx.post(address, json=call, headers=accept).status_code == 413


def test_a_port_in_use_is_named(kg: Command) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = kg("mcp", "--http", "--port", str(taken.getsockname()[1]))
    assert ran.status == 2
    assert "cannot be listened on" in ran.err

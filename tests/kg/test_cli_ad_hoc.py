"""``kg cypher`` and ``kg sparql``: read-only, limited in time, memory and rows; clear mistakes."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from graph.sparql.query import run
from graph.stores import Store, parse_address
from graph.stores.cypher_calls import FUNCTIONS
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.neo4j.store import Neo4jStore
from ontology import QueryError, TimeLimit
from tests.kg_command import Command

T = TypeVar("T")

PREFIX = "PREFIX kg: <https://w3id.org/expediente/ontology#> "
NAMES = PREFIX + "SELECT ?name { ?p a kg:Person ; kg:name ?name } ORDER BY ?name"
CYPHER_NAMES = "MATCH (p:Person) RETURN p.name AS name ORDER BY name"
FOUR = ["Ana Robles", "Bruno Robles", "Carla Núñez", "Dora Díaz"]
ENDLESS_CYPHER = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b "
    "WITH a, b WHERE a * b < 0 RETURN count(*) AS n"
)
ENDLESS_SPARQL = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
WRITES = [
    "CREATE (n:Entity {id: 'x'})",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n:Entity) SET n.name = 'x' RETURN n",
    "MATCH (n) CALL { WITH n DELETE n } RETURN 1 AS x",
    "CREATE INDEX some_index FOR (n:Entity) ON (n.name)",
]
SPARQL_WRITES = [
    "INSERT DATA { <x:a> <x:b> <x:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "LOAD <file:///etc/passwd>",
]


# --- Cypher ---------------------------------------------------------------------------------------


def test_cypher_gives_rows_in_each_format(small: Command) -> None:
    assert small("cypher", CYPHER_NAMES, "--format", "json").json == [{"name": n} for n in FOUR]
    assert small("cypher", CYPHER_NAMES, "--format", "tsv").out.splitlines() == ["name", *FOUR]
    table = small("cypher", CYPHER_NAMES)
    assert (table.status, table.err) == (0, "")
    assert [line.strip() for line in table.out.splitlines()][2:] == FOUR


def test_cypher_cells_keep_their_shape(small: Command) -> None:
    """Brackets in a heading are no markup; a bar is escaped in Markdown; JSON knows no NaN."""
    query = "RETURN [1, 'b'] AS `[/x]`, {k: 1} AS m, null AS n, true AS t, 'a|b' AS p, 0.0/0 AS q"
    assert small("cypher", query, "--format", "md").out.splitlines() == [
        "| [/x] | m | n | t | p | q |",
        "|---|---|---|---|---|---|",
        '| 1; b | {"k": 1} |  | yes | a\\|b | nan |',
    ]
    assert small("cypher", query, "--format", "json").json == [
        {"[/x]": [1, "b"], "m": {"k": 1}, "n": None, "t": True, "p": "a|b", "q": None}
    ]
    assert small("cypher", query).out.split()[0] == "[/x]"


def test_cypher_takes_parameters_a_file_and_standard_input(small: Command, tmp_path: Path) -> None:
    query = "MATCH (n:Entity {id: $id}) RETURN n.name AS name"
    (tmp_path / "query.cypher").write_text("\ufeff// a comment\n" + query, "utf-8")
    given = ["--param", "id=person/carla-nunez", "--format", "json"]
    by_file = small("cypher", "--file", str(tmp_path / "query.cypher"), *given)
    by_input = small("cypher", "--file", "-", *given, given=query)
    assert by_file.json == by_input.json == [{"name": "Carla Núñez"}]


def test_a_parameter_stays_a_value(small: Command) -> None:
    query = "MATCH (n:Entity {id: $id}) RETURN n.name AS name"
    ran = small("cypher", query, "--param", "id=x'}) DETACH DELETE n //", "--format", "json")
    assert (ran.status, ran.json, ran.err) == (0, [], "No rows.\n")


def test_cypher_without_rows_says_so_on_standard_error(small: Command) -> None:
    ran = small("cypher", "MATCH (n:Nothing) RETURN n.id AS id")
    assert (ran.status, ran.out, ran.err) == (0, "", "No rows.\n")


def test_a_row_limit_cuts_and_says_so(small: Command) -> None:
    ran = small("cypher", CYPHER_NAMES, "--limit", "2", "--format", "json")
    assert (ran.status, ran.json) == (0, [{"name": n} for n in FOUR[:2]])
    assert ran.err == "Only the first 2 rows are shown; raise --limit for more.\n"
    assert small("cypher", CYPHER_NAMES, "--limit", "4").err == ""


@pytest.mark.parametrize(
    ("option", "value"),
    [("--limit", "0"), ("--limit", "9" * 20), ("--timeout", "inf"), ("--timeout", "nan")],
)
def test_a_limit_out_of_bounds_is_a_mistake(small: Command, option: str, value: str) -> None:
    ran = small("cypher", "RETURN 1 AS x", option, value)
    assert (ran.status, ran.out) == (2, "")
    assert f"Error: Invalid value for '{option}'" in ran.err


def test_what_writes_is_refused_and_nothing_is_lost(small: Command) -> None:
    before = small("export", "--format", "nquads")
    for query in WRITES:
        ran = small("cypher", query)
        assert (ran.status, ran.out) == (2, ""), query
        assert ran.err.splitlines()[-1] == (
            "kg: The query writes; only reading is allowed here: take the writing out."
        )
    for query in SPARQL_WRITES:
        ran = small("sparql", query)
        assert (ran.status, ran.out) == (2, ""), query
        assert ran.err.startswith("kg: SPARQL: ")
    assert small("export", "--format", "nquads") == before


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "The query is empty; write some Cypher."),
        ("MATCH (n", "Cypher: "),
        ("RETURN $missing AS x", "Cypher: "),
        ("RETURN 1/0 AS x", "Cypher: / by zero; correct the query."),
        ("RETURN date('2025-02-30') AS x", "Cypher: date() cannot parse "),
        ("BACKUP DATABASE", "Cypher: "),
        ("RETURN 'a\udcffb' AS x", "The query is not Unicode text; write it in UTF-8."),
    ],
)
def test_bad_cypher_is_one_sentence_and_status_2(small: Command, query: str, message: str) -> None:
    ran = small("cypher", query)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"kg: {message}")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("RETURN apoc.util.sleep(45000) AS x", "the function apoc.util.sleep is none of those"),
        ("RETURN util.sleep(45000) AS x", "the function util.sleep is none of those"),
        ("RETURN `apoc`.`util`.`sleep` (1) AS x", "the function apoc.util.sleep is none of those"),
        ("RETURN apoc /* a */ . load . json ('x') AS x", "the function apoc.load.json is none"),
        ("CALL db.createLabel('Thing')", "the procedure db.createLabel is none of those"),
        (
            "CALL apoc.export.json.all('/tmp/x', {}) YIELD file RETURN file",
            "the procedure apoc.exp",
        ),
        ("CALL load.csv('x')", "the procedure load.csv is none of those"),
        ("CALL dbms.listConfig() YIELD name RETURN name", "the procedure dbms.listConfig is none"),
        (
            "RETURN tolowr('x') AS x",
            "the function tolowr is none of those that are allowed; did you mean toLower()?",
        ),
        ("RETURN apoc.text.replace('x', 'y', 'z') AS x", "did you mean replace()?"),
        (
            "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
            "LOAD CSV reads what is not in",
        ),
        (
            "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
            "LOAD CSV reads what is not in",
        ),
        (
            "RETURN 1 AS x UNION LOAD /**/ CSV FROM 'x' AS x RETURN x",
            "LOAD CSV reads what is not in",
        ),
        ("\\u004cOAD CSV FROM 'file:///etc/hostname' AS x RETURN x", "LOAD CSV reads what is not"),
        ("USE other MATCH (n) RETURN n", "USE names another database, and a query is about one"),
        ("SHOW SETTINGS", "SHOW SETTINGS tells about the server"),
        ("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "TERMINATE ends what others ask"),
        (
            " UNION ".join(["RETURN 1 AS x"] * 1000),
            "the query has 999 UNIONs, and 100 are the most",
        ),
        ("RETURN " + "+".join(["1"] * 10_000) + " AS x", "operators and keywords, and 2,000 are"),
        ("RETURN " + "(" * 20_000 + "1" + ")" * 20_000 + " AS x", "20,000 brackets in one another"),
        ("RETURN " + "[" * 20_000, "20,000 brackets in one another, and 100 are the most"),
        (
            "RETURN " + "NOT " * 20_000 + "true AS x",
            "operators and keywords, and 2,000 are the most",
        ),
    ],
    ids=lambda value: value[:40],
)
def test_what_is_not_allowed_is_refused_before_an_engine_sees_it(query: str, message: str) -> None:
    """Where there is no engine to see it: a store on a server that is none."""
    store = Neo4jStore(parse_address("bolt://127.0.0.1:1"))
    with pytest.raises(QueryError) as error:
        store.ad_hoc(query, limit=10, seconds=5)
    assert str(error.value).startswith(("Cypher: ", "The query has"))
    assert message in str(error.value)


def test_a_query_that_is_not_allowed_is_one_sentence_and_status_2(small: Command) -> None:
    ran = small("cypher", "RETURN tolowr('x') AS x")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "kg: Cypher: the function tolowr is none of those that are allowed; "
        "did you mean toLower()?\n"
    )


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n:Person) WHERE (n)-[:PARENT_OF]->() AND NOT (n)<--() RETURN count(DISTINCT n) AS x",
        "RETURN 'apoc.util.sleep(1) LOAD CSV USE' AS x // apoc.util.sleep(1)",
        "CALL db.labels() YIELD label RETURN label AS x",
        "CALL (*) { RETURN 1 AS x } RETURN x",
        "RETURN size([x IN range(1, 3) WHERE x IN [1, 2] | toInteger(x)]) AS x",
        "MATCH p = ((a:Person)-[:PARENT_OF]->(b)){1,2} RETURN length(p) AS x",
        "WITH 1 AS load, 2 AS use RETURN load + use AS x",
        "RETURN date.truncate('month', date('2020-02-03')) AS x",
        "RETURN CASE WHEN (1 = 1) THEN (2) ELSE (3) END AS x ORDER BY (x) SKIP (0) LIMIT (1)",
        "SHOW INDEXES",
    ],
)
def test_what_is_allowed_is_answered(small: Command, query: str) -> None:
    ran = small("cypher", query, "--format", "json")
    assert (ran.status, ran.err) in ((0, ""), (0, "No rows.\n")), ran.err


def test_each_function_that_is_allowed_is_there(packaged: Store) -> None:
    """An engine says "unknown function" before anything else is wrong with a call."""
    for name in sorted(FUNCTIONS - {"all", "any", "none", "single", "reduce", "exists"}):
        try:
            packaged.read(f"RETURN {name}() AS x")
        except QueryError as error:
            assert "Unknown function" not in str(error), name


def test_cypher_that_answers_otherwise_on_neo4j_is_warned_of(small: Command) -> None:
    ran = small("cypher", "MATCH (n:Person {id: 'person/ana-robles'}) RETURN n.name AS name")
    assert ran.status == 0
    assert ran.err == ("warning: look up by (n:Entity {id: $id}); other labels scan (rule 7).\n")


@pytest.mark.parametrize("text", ["EXPLAIN MATCH (n) RETURN n", "/* a */ explain RETURN 1 AS x"])
def test_a_plan_is_no_row(small: Command, text: str) -> None:
    ran = small("cypher", text)
    assert (ran.status, ran.out, ran.err) == (0, "", "No rows.\n")


def test_a_column_may_be_called_like_a_plan(small: Command) -> None:
    query = "MATCH (p:Person) RETURN p.name AS executionPlan ORDER BY executionPlan"
    found = small("cypher", query, "--format", "json").json
    assert found == [{"executionPlan": name} for name in FOUR]


@pytest.mark.parametrize(
    ("arguments", "given", "message"),
    [
        ([], b"", "Give a query, or --file FILE (- for standard input)."),
        (["x", "--file", "-"], b"", "Give a query, or --file FILE (- for standard input)."),
        (["--file", "nowhere"], b"", "--file nowhere: cannot be read ("),
        (["--file", "."], b"", "--file .: cannot be read ("),
        (["--file", "-"], b"RETURN '\xff' AS x", "--file -: cannot be read ("),
    ],
)
def test_a_query_that_cannot_be_read_is_a_mistake(
    small: Command, arguments: list[str], given: bytes, message: str
) -> None:
    ran = small("sparql" if given else "cypher", *arguments, given=given)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"kg: {message}")


def test_endless_cypher_is_stopped_in_time(small: Command) -> None:
    start = time.monotonic()
    ran = small("cypher", ENDLESS_CYPHER, "--timeout", "1")
    assert time.monotonic() - start < 20
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "kg: The query took longer than it may; narrow it or raise --timeout.\n"


INSIDE_ONE_EXPRESSION = [
    "RETURN reduce(a=0, x IN range(1,6000000) | a + reduce(b=0, y IN range(1,6000000) | b+1)) AS n",
    "RETURN size([x IN range(1,6000000) | size([y IN range(1,6000000) | y])]) AS n",
    "RETURN any(x IN range(1,6000000) WHERE any(y IN range(1,6000000) WHERE y = -x)) AS n",
    "RETURN size(split(reduce(s='ab,', i IN range(1,28) | s+s), ',')) AS n",
]


@pytest.mark.parametrize("query", INSIDE_ONE_EXPRESSION)
def test_the_time_limit_holds_inside_one_expression(small: Command, query: str) -> None:
    start = time.monotonic()
    ran = small("cypher", query, "--timeout", "1")
    assert time.monotonic() - start < 20
    assert (ran.status, ran.out) == (1, "")
    assert ran.err in (
        "kg: The query took longer than it may; narrow it or raise --timeout.\n",
        "kg: The query needs more memory than it may use; narrow it or add a LIMIT.\n",
    )


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for the process in /proc")
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
@pytest.mark.parametrize("language", ["cypher", "sparql"])
def test_what_ends_a_command_ends_its_query(small: Command, language: str, number: str) -> None:
    query = INSIDE_ONE_EXPRESSION[0] if language == "cypher" else ENDLESS_SPARQL
    with small.start(language, query, "--timeout", "600", preexec_fn=heeding_signals) as process:
        [child] = wait_for(lambda: children_of(process.pid))
        time.sleep(1)
        start = time.monotonic()
        process.send_signal(getattr(signal, number))
        process.communicate(timeout=30)
    assert wait_for(lambda: not running(child), seconds=10)
    assert time.monotonic() - start < 15
    assert process.returncode == (130 if number == "SIGINT" else -getattr(signal, number))


def heeding_signals() -> None:
    """A process in the background may have inherited that it ignores them."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of addresses as Linux has them")
def test_a_limit_of_addresses_is_no_hindrance_or_is_named(small: Command) -> None:
    def limited(most: int) -> tuple[int, str]:
        def limit() -> None:
            import resource

            resource.setrlimit(resource.RLIMIT_AS, (most, most))

        with small.start("cypher", "RETURN 1 AS x", "--format", "csv", preexec_fn=limit) as process:
            out, err = process.communicate(timeout=60)
        return process.returncode, out.decode() + err.decode()

    assert limited(6 * 2**30) == (0, "x\n1\n")
    status, text = limited(3 * 2**29)
    assert status == 1
    assert text.startswith("kg: The embedded engine cannot start: it needs 3 GB of addresses")


def test_the_time_limit_holds_on_the_first_use_too(small: Command, tmp_path: Path) -> None:
    """The store is built first, without the limit; the query has it nevertheless."""
    start = time.monotonic()
    fresh = Command(small.checkout, tmp_path)
    ran = fresh("cypher", ENDLESS_CYPHER, "--timeout", "0.2")
    assert time.monotonic() - start < 40
    assert ran.status == 1
    assert ran.err == "kg: The query took longer than it may; narrow it or raise --timeout.\n"
    again = fresh("cypher", CYPHER_NAMES, "--format", "json")
    assert again.json == [{"name": n} for n in FOUR]


def test_the_time_limit_is_not_taken_from_a_parent_process(small: Command) -> None:
    """A program that uses the graph itself may start kg with another limit."""
    parent = (
        "import subprocess, sys\n"
        "from kg.session import Session\n"
        "with Session() as session:\n"
        "    session.store.read('RETURN 1 AS x')\n"
        "    ran = subprocess.run([sys.executable, '-m', 'kg', 'cypher', sys.argv[1],\n"
        "                          '--timeout', '1'], capture_output=True, timeout=60)\n"
        "print(ran.returncode)\n"
    )
    command = [sys.executable, "-c", parent, ENDLESS_CYPHER]
    done = subprocess.run(
        command, cwd=small.home, env=small.setting, capture_output=True, timeout=100, text=True
    )
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_a_question_has_the_time_limit(small: Command) -> None:
    """The smallest limit there is: answered in time, or stopped with a message."""
    ran = small("ask", "Who is the mother of Bruno Robles?", "--timeout", "0.1", "--json")
    assert ran.json["status"] in ("answered", "error")
    assert ran.status == {"answered": 0, "error": 1}[ran.json["status"]]


# --- SPARQL ---------------------------------------------------------------------------------------


def test_sparql_gives_rows_in_each_format(small: Command) -> None:
    table = small("sparql", NAMES)
    assert (table.status, table.err) == (0, "")
    assert [line.strip() for line in table.out.splitlines()][2:] == FOUR
    assert small("sparql", NAMES, "--format", "csv").out.splitlines() == ["name", *FOUR]
    assert small("sparql", NAMES, "--format", "md").out.splitlines()[2:] == [
        f"| {n} |" for n in FOUR
    ]
    found = small("sparql", NAMES, "--format", "json").json
    assert found["head"] == {"vars": ["name"]}
    assert found["results"]["bindings"] == [{"name": {"type": "literal", "value": n}} for n in FOUR]
    assert small("sparql", NAMES, "--format", "xml").out.count("<result>") == 4


@pytest.mark.parametrize("name", ["table", "json", "csv"])
def test_sparql_has_a_row_limit_in_each_format(small: Command, name: str) -> None:
    ran = small("sparql", NAMES, "--format", name, "--limit", "2")
    assert ran.status == 0
    assert [n for n in FOUR if n in ran.out] == FOUR[:2]
    assert ran.err == "Only the first 2 results are shown; raise --limit for more.\n"


def test_sparql_keeps_terms_whole_in_its_own_formats(small: Command) -> None:
    query = 'SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c) { (<x:y> "é\\n\\"q"@es 1.5) (UNDEF true "") } }'
    found = small("sparql", query, "--format", "json").json
    integer = "http://www.w3.org/2001/XMLSchema#"
    assert found["results"]["bindings"] == [
        {
            "a": {"type": "uri", "value": "x:y"},
            "b": {"type": "literal", "value": 'é\n"q', "xml:lang": "es"},
            "c": {"type": "literal", "value": "1.5", "datatype": integer + "decimal"},
        },
        {
            "b": {"type": "literal", "value": "true", "datatype": integer + "boolean"},
            "c": {"type": "literal", "value": ""},
        },
    ]
    assert small("sparql", query, "--format", "tsv").out == (
        '?a\t?b\t?c\t?d\n<x:y>\t"é\\n\\"q"@es\t1.5\t\n\ttrue\t""\t\n'
    )


def test_sparql_asks_and_builds_graphs(small: Command) -> None:
    ask = PREFIX + "ASK { ?p a kg:Person }"
    assert small("sparql", ask).out == "true\n"
    assert small("sparql", ask, "--format", "json").json == {"head": {}, "boolean": True}
    build = PREFIX + "CONSTRUCT { ?p kg:name ?n } { ?p a kg:Person ; kg:name ?n }"
    ran = small("sparql", build, "--limit", "3")
    assert ran.out.count(" <https://w3id.org/expediente/ontology#name> ") == 3
    assert ran.err == "Only the first 3 results are shown; raise --limit for more.\n"
    turtle = small("sparql", build, "--format", "turtle")
    assert (turtle.status, turtle.err) == (0, "")
    assert all(f'"{n}"' in turtle.out for n in FOUR)


@pytest.mark.parametrize("query", ["DROP ALL", "SELECT ?s { ?s ?p }", "hello"])
def test_sparql_that_cannot_be_read_is_a_mistake(small: Command, query: str) -> None:
    ran = small("sparql", query)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("kg: SPARQL: ")
    assert ran.err.endswith("; correct the query.\n")


def test_empty_sparql_and_an_unknown_format_are_mistakes(small: Command) -> None:
    empty = small("sparql", "  ")
    assert (empty.status, empty.err) == (2, "kg: The query is empty; write some SPARQL.\n")
    pdf = small("sparql", NAMES, "--format", "pdf")
    assert pdf.status == 2
    assert pdf.err.startswith("kg: --format 'pdf' is unknown; choose one of table, md, json, ")


def test_endless_sparql_is_stopped_in_time(small: Command) -> None:
    start = time.monotonic()
    ran = small("sparql", ENDLESS_SPARQL, "--timeout", "1")
    assert time.monotonic() - start < 20
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == (
        "kg: The query took longer than 1 s and was stopped; narrow it or raise --timeout.\n"
    )


def test_sparql_that_eats_memory_is_stopped(
    small: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a smaller limit than the real one, so that no machine is brought to its knees."""
    monkeypatch.setattr("graph.sparql.query.MOST_MEMORY", 2**29)
    double = "".join(f"BIND(CONCAT(?x{n}, ?x{n}, ?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(18))
    query = f'SELECT (STRLEN(?x18) AS ?n) {{ BIND("xxxx" AS ?x0) {double}}}'
    store = EmbeddedStore(small.store_folder)
    with pytest.raises(TimeLimit) as error:
        run(store, query, timeout=60, limit=10)
    assert str(error.value) == (
        "The query needs more memory than it may use; narrow it or add a LIMIT."
    )


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for the process in /proc")
def test_no_process_outlives_a_killed_command(small: Command) -> None:
    with small.start("sparql", ENDLESS_SPARQL, "--timeout", "3") as process:
        [child] = wait_for(lambda: children_of(process.pid))
        process.kill()
    assert wait_for(lambda: not running(child), seconds=15)


def children_of(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(word) for word in text.split()]


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(found: Callable[[], T], seconds: float = 20.0) -> T:
    """What a function gives as soon as it gives something."""
    end = time.monotonic() + seconds
    while not (result := found()) and time.monotonic() < end:
        time.sleep(0.05)
    return result


def test_a_folder_of_the_users_does_not_take_the_place_of_ours(
    small: Command, tmp_path: Path
) -> None:
    """SPARQL runs in a process of its own; that one must not import what lies about."""
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "__init__.py").write_text("raise SystemExit('wrong graph')")
    (tmp_path / "json.py").write_text("raise SystemExit('wrong json')")
    script = "import sys; sys.argv[0] = 'kg'; from kg.cli import main; main()"
    command = [sys.executable, "-P", "-c", script, "sparql", NAMES, "--format", "csv"]
    done = subprocess.run(
        command, cwd=tmp_path, env=small.setting, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (0, ["name", *FOUR], "")


def test_sparql_counts_a_triple_once(small: Command) -> None:
    """What is asserted may also follow by rule; it stands in two graphs then."""
    count = PREFIX + "SELECT (COUNT(*) AS ?n) { ?p a kg:Person }"
    both = ("--graph", "asserted", "--graph", "derived")
    assert small("sparql", count, *both, "--format", "csv").out.splitlines() == ["n", "4"]
    graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    assert "https://w3id.org/expediente/graph/derived" in small("sparql", graphs, *both).out

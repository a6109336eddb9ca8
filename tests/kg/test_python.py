"""The package from Python: what it gives is what the commands give, what is unknown raises."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import kg
import ontology.errors
from tests.kg_command import Command, Ran


def python(command: Command, text: str) -> Ran:
    """Runs Python in the command's setting; a raised error of ours is printed by its name."""
    script = (
        "import json, kg\ntry:\n    answer = "
        + text
        + "\nexcept kg.errors.ExpedienteError as error:\n"
        "    answer = [type(error).__name__, str(error)]\n"
        "print(json.dumps(answer))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=command.setting,
        cwd=command.home,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("person", ["Bruno Robles", "bruno robles", "person/bruno-robles"], ids=str)
def test_a_query_takes_a_name_as_the_command_does(small: Command, person: str) -> None:
    ran = small("query", "parents", f"child={person}", "--format", "json")
    assert ran.status == 0
    assert len(ran.json) == 1
    assert python(small, f"kg.query('parents', child={person!r})").json == ran.json


@pytest.mark.parametrize(
    ("call", "kind", "arguments"),
    [
        (
            "kg.query('parents', child='Nobody At All')",
            "NotFound",
            ["query", "parents", "child=Nobody At All"],
        ),
        (
            "kg.query('parents', child='person/nobody')",
            "NotFound",
            ["query", "parents", "child=person/nobody"],
        ),
        (
            "kg.query('parents', child='La Flaca')",
            "UserError",
            ["query", "parents", "child=La Flaca"],
        ),
        (
            "kg.query('parents', child='organization/test-cartel')",
            "UserError",
            ["query", "parents", "child=organization/test-cartel"],
        ),
        ("kg.query('mothr')", "NotFound", ["query", "mothr"]),
        ("kg.query('parents', persn='x')", "UserError", ["query", "parents", "persn=x"]),
        ("kg.cypher('CREATE (n)')", "WriteRefused", ["cypher", "CREATE (n)"]),
    ],
)
def test_what_is_unknown_raises_what_the_command_says(
    small: Command, call: str, kind: str, arguments: list[str]
) -> None:
    name, message = python(small, call).json
    assert name == kind
    assert small(*arguments).err.splitlines()[-1] == f"kg: {message}"


def test_queries_of_ones_own_give_rows(small: Command) -> None:
    rows = python(
        small,
        "kg.cypher('MATCH (p:Person) WHERE p.id = $id RETURN p.name AS name', "
        "{'id': 'person/ana-robles'})",
    ).json
    assert rows == [{"name": "Ana Robles"}]
    assert len(python(small, "kg.cypher('UNWIND range(1, 9) AS n RETURN n', limit=3)").json) == 3
    select = "SELECT ?x { VALUES ?x { 1 2 } } ORDER BY ?x"
    assert python(small, f"kg.sparql({select!r})").json == [{"x": "1"}, {"x": "2"}]
    assert python(small, "kg.sparql('ASK { ?s ?p ?o }')").json is True
    graph = "CONSTRUCT { <http://e.org/a> <http://e.org/p> 1 } WHERE {}"
    assert python(small, f"kg.sparql({graph!r})").json == (
        '<http://e.org/a> <http://e.org/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    )


def test_the_version_is_that_of_the_command(small: Command) -> None:
    version = json.loads(python(small, "kg.__version__").out)
    ran = small("--version")
    assert (ran.status, ran.out.splitlines()[0], ran.err) == (0, f"kg {version}", "")


def test_every_kind_of_error_is_public() -> None:
    kinds = {
        name
        for name, kind in vars(ontology.errors).items()
        if getattr(kind, "__module__", "") == "ontology.errors"
    }
    assert set(kg.errors.__all__) == kinds

"""The benchmark runs and measures what it says; its times are for people, so none is asserted."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from neo4j import Driver

from bench import bare_driver, synthetic
from bench.__main__ import PARTS

ROOT = Path(__file__).resolve().parents[1]
HEADINGS = [
    "First ask", "Cold ask", "Build", "Questions", "Queries", "Memory", "Names", "Paths", "Fuzzed", "Read",
    "Load and export", "Embedded", "Change", "Growth", "Doctor", "SPARQL", "Summary",
]  # fmt: skip
RATIOS = {
    "ask": ["kg ask against the engine's floor, by processor"],
    "load": [
        "load of synthetic 1 k",
        "load of synthetic 10 k",
        "load of synthetic 10 k, against two sessions",
        "export of synthetic 10 k",
        "load of 10 k in loads of 1 k",
    ],
    "embedded": ["load of synthetic 10 k, embedded to Neo4j"],
    "change": ["1 % of 10 k, embedded", "1 % of 10 k, Neo4j"],
    "growth": ["derive x2 to 2 times x1"],
    "doctor": ["doctor x2 to 2 times x1, embedded"],
    "sparql": ["first answer, disk to memory"],
}


def run(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def test_the_quick_benchmark_prints_every_part_and_ratio(
    clean_neo4j: str, neo4j_driver: Driver
) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("KG_STORE", "KG_DATABASE")}
    done = run("--quick", "--json", environment=environment | {"KG_BENCH_NEO4J": clean_neo4j})
    assert done.returncode == 0, done.stderr
    assert re.findall(r"^## (.+?):", done.stderr, re.M) == HEADINGS
    found = json.loads(done.stdout)["findings"]
    assert {one["part"] for one in found} == set(PARTS)
    for part, names in RATIOS.items():
        ratios = {f["what"]: f["value"] for f in found if f["part"] == part and f["unit"] == "x"}
        assert set(names) <= set(ratios)
        assert all(value > 0 for value in ratios.values())
    assert all((one["met"] is None) == (one["aim"] is None) for one in found)
    # A server that is named is left as it was: without nodes.
    assert not neo4j_driver.execute_query("MATCH (n) RETURN n LIMIT 1").records


def test_a_server_that_holds_something_is_left_alone(
    clean_neo4j: str, neo4j_driver: Driver
) -> None:
    neo4j_driver.execute_query("CREATE (:Somebody)")
    done = run("--quick", "load", environment=os.environ | {"KG_BENCH_NEO4J": clean_neo4j})
    assert done.returncode == 0, done.stderr
    assert "holds 1 nodes; name an empty one" in done.stdout
    assert len(neo4j_driver.execute_query("MATCH (n:Somebody) RETURN n").records) == 1


def test_a_part_that_is_not_there_is_refused() -> None:
    done = run("speed", environment=dict(os.environ))
    assert done.returncode == 2
    assert "there is no part 'speed'; choose among ask, names, paths, fuzz, read" in done.stderr


@pytest.mark.parametrize("sessions", [1, 2])
def test_the_reference_loads_values_and_relationships(
    clean_neo4j: str, neo4j_driver: Driver, tmp_path: Path, sessions: int
) -> None:
    file = tmp_path / "few.nt"
    file.write_text(
        '<x:a> <x:ns/name> "A"@en .\n<x:a> <x:ns/name> "Á"@es .\n<x:a> <x:ns/id> "taken" .\n'
        '<x:a> <x:ns/size> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
        '<x:a> <x:ns/size> "big" .\n'
        "<x:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <x:ns/Thing> .\n"
        "<x:a> <x:ns/near> _:b .\n<x:a> <x:ns/near> <x:a> .\n",
        "utf-8",
    )
    done = bare_driver.load(clean_neo4j, file, sessions)
    assert (done["nodes"], done["relationships"]) == (2, 2)
    (record,) = neo4j_driver.execute_query("MATCH (n:Thing) RETURN properties(n) AS p").records
    assert record["p"] == {"id": "x:a", "name": ["A", "Á"], "id_": "taken", "size": "big"}
    assert bare_driver.export(clean_neo4j, tmp_path / "out.nt")["triples"] == 7
    bare_driver.empty(clean_neo4j)
    assert bare_driver.count(clean_neo4j) == {"nodes": 0, "relationships": 0}


def test_the_reference_loads_all_of_a_synthetic_file(clean_neo4j: str, tmp_path: Path) -> None:
    file = synthetic.write(tmp_path / "made.nt", 5_000, blank=True)
    done = bare_driver.load(clean_neo4j, file, 2)
    assert (done["nodes"], done["relationships"]) == (500, 2_000)
    assert bare_driver.count(clean_neo4j) == {"nodes": 500, "relationships": 2_000}


# --- Made-up data ---------------------------------------------------------------------------------


def quads(path: Path) -> list[ox.Quad]:
    return list(ox.parse(path=str(path), format=ox.RdfFormat.N_TRIPLES))


def test_synthetic_files_are_as_they_say(tmp_path: Path) -> None:
    file = synthetic.write(tmp_path / "made.nt", 10_000)
    found = quads(file)
    assert len(found) == len(set(found)) == 10_000
    assert set(Counter(q.subject for q in found).values()) == {10}
    links = [q for q in found if isinstance(q.object, ox.NamedNode) and "#type" not in str(q)]
    assert len(links) == 4_000
    assert len({q.predicate for q in links}) == 12
    degrees = Counter(q.object for q in links)
    assert degrees.most_common(1)[0][1] > 20 * 4  # skewed: the mean is four
    literals = [q.object for q in found if isinstance(q.object, ox.Literal)]
    assert len({literal.datatype.value for literal in literals}) == 5
    assert len({literal.language for literal in literals}) == 6


def test_synthetic_files_are_the_same_everywhere(tmp_path: Path) -> None:
    plain = synthetic.write(tmp_path / "made.nt", 5_000)
    packed = synthetic.write(tmp_path / "made.nt.gz", 5_000)
    again = synthetic.write(tmp_path / "other.nt.gz", 5_000)
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()
    assert packed.read_bytes() == again.read_bytes()
    digest = hashlib.sha256(plain.read_bytes()).hexdigest()
    assert digest.startswith("a8f4523e0aa6faa9")


def test_a_hundredth_of_the_subjects_changes(tmp_path: Path) -> None:
    before = set(quads(synthetic.write(tmp_path / "a.nt", 10_000)))
    after = set(quads(synthetic.write(tmp_path / "b.nt", 10_000, changed=True)))
    assert len(after) == 10_000
    assert len({q.subject for q in before ^ after}) == 10
    assert 10 <= len(after - before) <= 50


def test_a_tenth_of_the_subjects_is_blank(tmp_path: Path) -> None:
    found = quads(synthetic.write(tmp_path / "a.nt", 10_000, blank=True))
    assert sum(isinstance(s, ox.BlankNode) for s in {q.subject for q in found}) == 100
    assert any(isinstance(q.object, ox.BlankNode) for q in found)


@pytest.mark.parametrize("triples", ["0", "15"])
def test_a_number_that_cannot_be_made_is_refused(tmp_path: Path, triples: str) -> None:
    command = [sys.executable, "-m", "bench.synthetic", triples, str(tmp_path / "a.nt")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "ask for a multiple of 10" in done.stderr
    assert not (tmp_path / "a.nt").exists()

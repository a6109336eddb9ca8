"""What the documents say is so: examples run, links lead somewhere, generated pages are current.

A `console` block holds commands behind `$ ` and what they print. `...` stands for anything: within
a line for some of it, alone for any number of lines.
"""

from __future__ import annotations

import csv
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from graph.claims.sheets import read_sheets
from graph.loading.packaged import knowledge_folder
from kg.reference import COMMAND, drift
from kg.session import Session
from loaders.draft import Draft
from loaders.mappings import load_mappings
from queries import bind, compare, run_cypher, run_sparql
from queries.header import read_query
from queries.lint import lint
from tests.neo4j_fixture import skip_or_fail
from tests.packaged_store import put_at_home

ROOT = Path(__file__).resolve().parents[1]
DOCS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
LOCAL_NEO4J = "bolt://localhost:7687"  # as written in the examples
NOT_RUN = {"python -m pip ": "tests/test_wheel.py builds the wheel and installs it"}
_BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.S | re.M)


@dataclass
class Block:
    """A fenced block: its language, what else the fence says, its text, and its place."""

    file: str
    line: int
    language: str
    info: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass
class Command:
    """A command of a console block and the lines that it prints."""

    text: str
    printed: list[str] = field(default_factory=list)


def blocks(name: str, *languages: str) -> list[Block]:
    text = (ROOT / name).read_text("utf-8")
    return [
        Block(name, text[: m.start()].count("\n") + 1, m[1], m[2].strip(), m[3])
        for m in _BLOCK.finditer(text)
        if m[1] in languages
    ]


def commands(block: Block) -> list[Command]:
    found: list[Command] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:]))
        else:
            assert found, f"{block}: begins with a command"
            found[-1].printed.append(line)
    return found


def printed_as_shown(output: str, shown: list[str]) -> bool:
    pattern = ""
    for line in shown:
        if line == "...":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += re.escape(line.rstrip()).replace(r"\.\.\.", r"[^\n]*") + "\n"
    lines = "".join(line.rstrip() + "\n" for line in output.splitlines())
    return re.fullmatch(pattern, lines) is not None


# --- README ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, packaged_folder: Path) -> dict[str, str]:
    """A home of its own for all examples, and this interpreter's commands before any others."""
    dropped = ("KG_", "XDG_", "MAKE", "MFLAGS")  # "make test" is no business of its examples
    kept = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
    programs = Path(sys.executable).parent
    if not (programs / "kg").exists():
        skip_or_fail(f"kg is not installed beside {sys.executable}: pip install -e .")
    home = tmp_path_factory.mktemp("home")
    put_at_home(home, packaged_folder)
    return kept | {
        "HOME": str(home),
        "PATH": f"{programs}{os.pathsep}{kept.get('PATH', '')}",
        "PYTHONUNBUFFERED": "1",  # both streams in the order in which they were written
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


def run(command: str, environment: dict[str, str], folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout


def made(command: str, environment: dict[str, str]) -> str | None:
    """What `make` would run last; nothing for targets that are too much for a test."""
    status, told = run(command.replace("make ", "make --dry-run ", 1), environment, ROOT)
    assert status == 0, told
    last = told.splitlines()[-1]
    return last.replace(".venv/bin/", "") if command.startswith("make ask ") else None


def check_local_neo4j(command: str, environment: dict[str, str], folder: Path) -> None:
    """Its options are known; it would run until it is stopped."""
    status, told = run("python -m graph.stores.neo4j.local --help", environment, folder)
    assert status == 0, told
    unknown = [w for w in shlex.split(command) if w.startswith("--") and w not in told]
    assert unknown == []


CONSOLE = [b for name in ("README.md", "CONTRIBUTING.md") for b in blocks(name, "console")]


@pytest.mark.parametrize("block", CONSOLE, ids=str)
def test_commands_print_what_is_shown(
    block: Block, environment: dict[str, str], folder: Path, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("neo4j_packaged") if LOCAL_NEO4J in block.text else ""
    auth = request.getfixturevalue("neo4j_auth") if url else None
    setting = dict(environment)
    for command in commands(block):
        text: str | None = command.text.replace(LOCAL_NEO4J, url) if url else command.text
        assert text is not None
        if any(text.startswith(start) for start in NOT_RUN):
            continue
        if text.startswith("export "):
            name, _, value = text.removeprefix("export ").partition("=")
            if name != "KG_PASSWORD":
                setting[name] = value
            elif auth is not None:
                setting |= {"KG_USER": auth[0], "KG_PASSWORD": auth[1]}
            continue
        if text.startswith("make "):
            text = made(text, setting)
            if text is None:
                continue
        if text.startswith("python -m graph.stores.neo4j.local"):
            check_local_neo4j(text, setting, folder)
            continue
        assert re.search(r"(^|\| *)kg ", text), f"{block}: nobody knows how to run '{text}'"
        status, output = run(text, setting, folder)
        assert status == 0, f"{block}: $ {text}\n{output}"
        if command.printed:
            shown = "\n".join(command.printed)
            assert printed_as_shown(output, command.printed), (
                f"{block}: $ {text}\nprints\n{output}\nbut the page shows\n{shown}"
            )


@pytest.mark.parametrize("block", blocks("README.md", "pycon"), ids=str)
def test_python_prints_what_is_shown(
    block: Block, environment: dict[str, str], folder: Path
) -> None:
    file = folder / f"readme-{block.line}.txt"
    file.write_text(block.text, "utf-8")
    status, output = run(f"python -m doctest {file.name}", environment, folder)
    assert (status, output) == (0, "")


@pytest.mark.parametrize("block", blocks("README.md", "cypher", "sparql"), ids=str)
def test_queries_in_the_readme_find_something(
    block: Block, environment: dict[str, str], folder: Path
) -> None:
    file = folder / f"readme-{block.line}.txt"
    file.write_text(block.text, "utf-8")
    command = f"kg {block.language} --file {file.name} --format csv"
    status, output = run(command, environment, folder)
    assert status == 0, output
    assert "warning:" not in output
    assert len(output.splitlines()) > 1


# --- CONTRIBUTING ---------------------------------------------------------------------------------


def test_the_example_rows_can_be_added(tmp_path: Path) -> None:
    knowledge = tmp_path / "knowledge"
    shutil.copytree(knowledge_folder(), knowledge, ignore=shutil.ignore_patterns("*.py*", "__*"))
    before = read_sheets(knowledge)
    for block in blocks("CONTRIBUTING.md", "csv"):
        file = tmp_path / block.info
        rows = list(csv.DictReader(io.StringIO(block.text)))
        if not file.exists():
            file.write_text(block.text, "utf-8")
            continue
        with file.open(encoding="utf-8", newline="") as sheet:
            columns = next(csv.reader(sheet))
        with file.open("a", encoding="utf-8", newline="") as sheet:
            csv.DictWriter(sheet, columns, lineterminator="\n").writerows(rows)
    after = read_sheets(knowledge)
    assert sorted(set(after.claims) - set(before.claims)) == [
        "example-page-001",
        "example-page-002",
    ]
    assert set(after.entities) - set(before.entities) == {"event/arrest-of-somebody"}
    assert set(after.sources) - set(before.sources) == {"example-page"}


@pytest.fixture
def session(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv("HOME", environment["HOME"])
    for name in [n for n in os.environ if n.startswith(("KG_", "XDG_"))]:
        monkeypatch.delenv(name)
    with Session() as opened:
        yield opened


def test_the_example_query_answers_alike_in_both_languages(
    session: Session, tmp_path: Path
) -> None:
    files = {b.language: b for b in blocks("CONTRIBUTING.md", "cypher", "sparql")}
    for block in files.values():
        file = tmp_path / block.info
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.text, "utf-8")
    query = read_query(tmp_path / files["cypher"].info)
    assert lint(query.cypher) == []
    bound = bind(query, query.examples[0])
    answer = run_cypher(query, bound, session.store)
    assert [list(row) for row in answer.rows] == [["text", "status", "claims"]]
    assert compare(answer, run_sparql(query, bound, session.dataset)) == []


def test_the_example_loader_makes_a_claim(tmp_path: Path) -> None:
    (block,) = blocks("CONTRIBUTING.md", "python")
    table = "person\tnickname\tsource\nAna Ruiz Díaz\tLa Uno\thttps://a.mx/los-capos\n"
    (tmp_path / "nicknames.tsv").write_text(table, "utf-8")
    names: dict[str, object] = {}
    exec(compile(block.text, str(block), "exec"), names)
    load = names["load_nicknames"]
    assert callable(load)
    draft = Draft(load_mappings())
    load(draft, tmp_path)
    draft.problems.refuse()
    (claim,) = draft.sheets["nicknames"]
    said = [claim[c] for c in ("subject", "predicate", "object", "status", "locator")]
    place = "nicknames.tsv#row=1,column=nickname"
    assert said == ["person/ana-ruiz-diaz", "alias", "La Uno", "reported", place]


# --- All documents --------------------------------------------------------------------------------


def test_generated_pages_are_up_to_date() -> None:
    stale = drift()
    assert stale == [], f"run '{COMMAND}' and look at the difference"


def without_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M))


def anchors(text: str) -> set[str]:
    """The names of a page's headings, as GitHub makes them."""
    without_blocks = re.sub(r"^```.*?^```$", "", text, flags=re.S | re.M)
    headings = re.findall(r"^#+ +(.+)$", without_blocks, re.M)
    return {re.sub(r"[^\w\- ]", "", h.lower()).strip().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", DOCS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        there = target.exists() and target.is_relative_to(ROOT)
        if not there or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            broken.append(link)
    assert broken == []


def test_pages_that_the_code_names_are_there() -> None:
    rooms = ("bench", "graph", "kg", "loaders", "ontology", "queries", "tests")
    files = [f for room in rooms for f in (ROOT / room).rglob("*.py")] + [ROOT / "pyproject.toml"]
    named = {
        (page, f.relative_to(ROOT).as_posix())
        for f in files
        for page in re.findall(r"\bdocs/[\w./-]+\.md\b", f.read_text("utf-8"))
    }
    assert [x for x in sorted(named) if not (ROOT / x[0]).exists()] == []


def test_every_rule_that_the_lint_names_is_explained() -> None:
    explained = re.findall(r"^(\d+)\. ", (ROOT / "docs" / "engines.md").read_text("utf-8"), re.M)
    assert explained == [str(n) for n in range(26)]
    named = re.findall(r"\brule (\d+)\b", (ROOT / "queries" / "lint.py").read_text("utf-8"))
    assert set(named) <= set(explained)


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## \[(\d[^\]]*)\] - (\S+)$", changes, re.M)
    assert citation["version"] == project["version"]
    assert released[0] == (project["version"], str(citation["date-released"]))

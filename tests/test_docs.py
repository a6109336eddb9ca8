"""What the documents say is so: examples run, links lead somewhere, generated pages are current.

A `console` block holds commands behind `$ ` and what they print. `...` stands for anything: within
a line for some of it, alone for any number of lines.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from neo4j import Driver

from kg.reference import COMMAND, drift
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


SERVERS = ("python -m graph.stores.neo4j.local", "kg desk")


def check_server(command: str, environment: dict[str, str], folder: Path) -> None:
    """Its options are known; it would run until it is stopped."""
    program = next(name for name in SERVERS if command.startswith(name))
    status, told = run(f"{program} --help", environment, folder)
    assert status == 0, told
    unknown = [w for w in shlex.split(command) if w.startswith("--") and w not in told]
    assert unknown == []


PAGES = (
    *(
        "README.md",
        "CONTRIBUTING.md",
        "docs/asking.md",
        "docs/paths.md",
        "docs/desk.md",
        "docs/time.md",
        "docs/tutorial.md",
        "docs/why.md",
    ),
    *sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "docs" / "howto").glob("*.md")),
)
SHOWN = [b for name in PAGES if name != "CONTRIBUTING.md" for b in blocks(name, "cypher", "sparql")]
QUERIES = [b for b in SHOWN if b.info != "neo4j"]
ONLY_NEO4J = [b for b in SHOWN if b.info == "neo4j"]
CONSOLE = [b for name in PAGES for b in blocks(name, "console")]


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
        if text.startswith(SERVERS):
            check_server(text, setting, folder)
            continue
        assert re.search(r"(^|\| *)kg ", text), f"{block}: nobody knows how to run '{text}'"
        status, output = run(text, setting, folder)
        assert status == 0, f"{block}: $ {text}\n{output}"
        if command.printed:
            shown = "\n".join(command.printed)
            assert printed_as_shown(output, command.printed), (
                f"{block}: $ {text}\nprints\n{output}\nbut the page shows\n{shown}"
            )


@pytest.mark.parametrize("block", [b for name in PAGES for b in blocks(name, "pycon")], ids=str)
def test_python_prints_what_is_shown(
    block: Block, environment: dict[str, str], folder: Path
) -> None:
    file = folder / f"shown-{block.line}.txt"
    file.write_text(block.text, "utf-8")
    status, output = run(f"python -m doctest {file.name}", environment, folder)
    assert (status, output) == (0, "")


@pytest.mark.parametrize("block", ONLY_NEO4J, ids=str)
def test_what_pages_show_for_neo4j_alone_does_something_there(
    block: Block, neo4j_packaged: str, neo4j_driver: Driver
) -> None:
    with neo4j_driver.session() as session, session.begin_transaction() as tx:
        result = tx.run(block.text)
        rows, done = result.data(), result.consume().counters
        tx.rollback()
    assert rows or (done.nodes_created, done.relationships_created) == (1, 1)


@pytest.mark.parametrize("block", QUERIES, ids=str)
def test_queries_that_pages_show_find_something(
    block: Block, environment: dict[str, str], folder: Path
) -> None:
    file = folder / f"shown-{block.line}.txt"
    file.write_text(block.text, "utf-8")
    command = f"kg {block.language} --file {file.name} --format csv"
    status, output = run(command, environment, folder)
    assert status == 0, output
    assert "warning:" not in output
    assert len(output.splitlines()) > 1


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
    assert explained == [str(n) for n in range(29)]
    lints = "".join(f.read_text("utf-8") for f in (ROOT / "queries").glob("lint*.py"))
    named = re.findall(r"\brule (\d+)\b", lints)
    assert set(named) <= set(explained)


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## \[(\d[^\]]*)\] - (\S+)$", changes, re.M)
    assert citation["version"] == project["version"]
    assert released[0] == (project["version"], str(citation["date-released"]))

"""Grouping by subject: the same groups from memory and from disk, and nothing left behind."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.loading.grouping import grouped
from graph.projection.statements import Statement
from graph.vocabulary import PREDICATE, TYPE
from ontology import ExpedienteError

ROOT = Path(__file__).parents[2]
Pairs = list[tuple[str, Statement]]

texts = st.text(st.characters(codec="utf-8"), max_size=8)
names = st.sampled_from(["a", "b", "http://example.org/ñ", "_:x", "d\x00\n\t"])
statements = st.builds(
    Statement,
    st.sampled_from(["http://example.org/p", TYPE, PREDICATE]),
    st.sampled_from(["", "_:g"]),
    st.sampled_from(["^^string", "@en"]),
    texts,
) | st.builds(
    Statement,
    st.sampled_from(["http://example.org/p", TYPE, PREDICATE]),
    st.sampled_from(["", "_:g"]),
    st.none(),
    names,
)


def expected(pairs: Pairs) -> dict[str, list[Statement]]:
    """By the definition: subjects, and objects that are nodes; each statement once, in order."""
    found: dict[str, dict[Statement, None]] = {}
    for name, said in pairs:
        found.setdefault(name, {})[said] = None
        blank, plain = said.value.startswith("_:"), not said.graph
        label = not blank and (said.predicate == TYPE or (said.predicate == PREDICATE and plain))
        if said.tag is None and not label:
            found.setdefault(said.value, {})
    return {name: list(said) for name, said in found.items()}


@pytest.mark.parametrize("memory", [0, 1500, 10**9])
@given(pairs=st.lists(st.tuples(names, statements), max_size=30))
def test_each_subject_comes_once_with_all_that_is_said_of_it(memory: int, pairs: Pairs) -> None:
    groups = list(grouped(pairs, memory=memory))
    assert dict(groups) == expected(pairs)
    assert len(groups) == len(expected(pairs))
    assert groups == list(grouped(pairs, memory=memory))
    assert all(type(s) is Statement for _, said in groups for s in said)


def test_a_partition_too_large_for_the_memory_is_divided_again() -> None:
    draw = random.Random(1)
    pairs = [
        (f"s{draw.randrange(3000)}", Statement("p", "", "^^string", str(draw.randrange(9))))
        for _ in range(20_000)
    ]
    groups = list(grouped(pairs, memory=20_000))  # a 64th of all takes 70 kB
    assert dict(groups) == expected(pairs)
    assert len(groups) == len(expected(pairs))


def test_one_subject_may_be_larger_than_the_memory() -> None:
    pairs = [("s", Statement("p", "", "^^string", str(i))) for i in range(3000)]
    assert list(grouped(pairs, memory=10_000)) == [("s", [said for _, said in pairs])]


def test_no_file_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pairs = [(f"s{i}", Statement("p", "", None, f"s{i + 1}")) for i in range(100)]
    groups = grouped(pairs, memory=0)
    next(groups)
    groups.close()
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    pairs = [(f"s{i}", Statement("p", "", None, "o")) for i in range(100)]
    with pytest.raises(ExpedienteError, match=r"/nowhere: .*make room there.*TMPDIR"):
        list(grouped(pairs, memory=0))


IN_LITTLE_SPACE = """
import resource
from graph.loading.grouping import grouped
from graph.projection.statements import Statement
from ontology import ExpedienteError
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
pairs = ((f"s{i}", Statement("p", "", "^^string", "x" * 100)) for i in range(20_000))
try:
    list(grouped(pairs, memory=100_000))
except ExpedienteError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size there")
def test_a_file_that_cannot_grow_is_told_with_the_remedy() -> None:
    """Stands for a full disk, which needs an administrator to make."""
    told = subprocess.run(
        [sys.executable, "-c", IN_LITTLE_SPACE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert "could not be written while the input was sorted" in told.stdout

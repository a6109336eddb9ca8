"""The doors of graph's rooms: what they give, and that opening one imports nothing else."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from types import ModuleType

import pytest

LAZY = ("claims", "export", "loading", "projection", "proof", "reading", "sparql")
DOORS = ("graph", *(f"graph.{room}" for room in (*LAZY, "stores")))


@pytest.mark.parametrize("name", DOORS)
def test_a_door_gives_all_that_it_names_and_nothing_else(name: str) -> None:
    door = import_module(name)
    for given in door.__all__:
        found = getattr(door, given)
        # What a door gives must not be hidden by a module of the same name.
        assert isinstance(found, ModuleType) == (name == "graph" and given in ("export", "sparql"))
    with pytest.raises(AttributeError, match=f"module '{name}' has no attribute 'nothing'"):
        door.nothing  # noqa: B018


def test_doors_are_opened_without_what_stands_behind_them() -> None:
    program = (
        f"import sys\nfor name in {DOORS}: __import__(name)\n"
        "print(*sorted(m for m in sys.modules if m.startswith(('graph', 'pyoxigraph', 'neo4j'))))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    inner = {"graph.lazy", "graph.stores.address", "graph.stores.base"}
    assert set(told.stdout.split()) - {"pyoxigraph", "pyoxigraph.pyoxigraph"} == {*DOORS, *inner}

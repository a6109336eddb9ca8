"""A load for which there is no memory is refused with its reason, and the store is as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.loading.documents import load
from graph.loading.room import check_room, memory_left
from graph.stores import open_store, parse_address
from ontology import StoreError
from tests.graph.test_load import document
from tests.graph.test_unclaimed import PEOPLE

LINUX = pytest.mark.skipif(not Path("/proc/meminfo").exists(), reason="Linux tells what is left")
LITTLE = """
import resource, sys
from graph.loading.packaged import load_packaged
from graph.stores import open_store, parse_address
from ontology import StoreError

store = open_store(parse_address(sys.argv[1]))
assert list(store.states())
import graph.loading.difference as difference
check = difference.check_room

def limited(url, triples):
    taken = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + 10_000_000, resource.RLIM_INFINITY))
    check(url, triples)

difference.check_room = limited
try:
    load_packaged(store)
except StoreError as error:
    print(error)
"""


@LINUX
def test_a_load_that_cannot_fit_is_refused_and_the_store_is_as_it_was(tmp_path: Path) -> None:
    store = open_store(parse_address(f"embedded:{tmp_path / 'store'}"))
    load(store, [document("a", PEOPLE)])
    before, nodes = store.release(), list(store.scan())
    command = [sys.executable, "-c", LITTLE, store.url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.startswith(f"{store.url}: loading takes at least 25 MB of memory more, and ")
    assert done.stdout.endswith(
        " MB are left; give it more, or load less at once. Nothing was written.\n"
    )
    assert (store.release(), list(store.scan())) == (before, nodes)
    store.close()


@LINUX
def test_what_is_left_is_known_and_enough_for_a_small_load() -> None:
    left = memory_left()
    assert left is not None
    assert left > 0
    check_room("embedded:x", 1)
    with pytest.raises(StoreError, match=r"^embedded:x: loading takes at least "):
        check_room("embedded:x", left)

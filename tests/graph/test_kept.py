"""What a load has concluded is kept beside its snapshot, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.loading.derived import Derived, concluded
from graph.loading.documents import document_quads, load, unload
from graph.loading.kept import PREFIX
from graph.stores import Store, open_store, parse_address
from tests.graph.test_load import document
from tests.graph.test_unclaimed import FOREIGN, PEOPLE

SIBLING = """<person/bea> a kg:Person ; kg:name "Bea" . <person/ana> kg:siblingOf <person/bea> .
<claim/2> a kg:Claim ; rdf:subject <person/ana> ; rdf:predicate kg:siblingOf ;
  rdf:object <person/bea> ; kg:statedIn <source/s> ; kg:status "stated" ; kg:rank "normal" ;
  kg:locator "row=2" ."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(parse_address(f"embedded:{tmp_path / 'store'}"))
    load(opened, [document("a", PEOPLE, SIBLING, *FOREIGN.values())])
    yield opened
    opened.close()


def kept_file(store: Store) -> Path:
    folder = store.cache_folder()
    assert folder is not None
    (found,) = folder.glob(PREFIX + "*")
    return found


def checked(store: Store, expect_inferred: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """That what is given is what follows, and whether it had to be inferred."""
    release = store.release()
    assert release is not None
    follows, bare = concluded(store, release)
    inferred = []

    def noted(*given: object) -> object:
        inferred.append(given)
        return concluded(store, release)

    with monkeypatch.context() as patch:
        patch.setattr("graph.loading.derived.concluded", noted)
        found = Derived(store)
    assert (found.quads, found.unclaimed) == (follows, bare)
    assert bool(inferred) is expect_inferred
    assert follows
    assert bare


def test_what_a_load_concluded_is_taken_as_it_was_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(store, False, monkeypatch)


def test_another_load_has_other_conclusions(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = kept_file(store)
    load(store, [document("b", SIBLING.replace("ana", "eva").replace("claim/2", "claim/3"))])
    assert kept_file(store) != first
    checked(store, False, monkeypatch)
    unload(store, ["b"])
    checked(store, False, monkeypatch)


def test_a_load_that_no_rule_is_about_leaves_the_first_question_to_infer(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, [document("c", "ex:z ex:near ex:y .")])
    checked(store, True, monkeypatch)
    checked(store, False, monkeypatch)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "shorter": lambda found: found[:-10],
    "changed": lambda found: found.replace(b"siblingOf", b"parentOf", 1),
    "a line missing": lambda found: b"\n".join(found.split(b"\n")[:-2]) + b"\n",
    "empty": lambda found: b"",
    "another thing": lambda found: b"\xff\xfe",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_inferred_and_kept_anew(
    damage: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = kept_file(store)
    whole = file.read_bytes()
    file.write_bytes(DAMAGES[damage](whole))
    checked(store, True, monkeypatch)
    assert file.read_bytes() == whole
    checked(store, False, monkeypatch)


OUT_OF_MEMORY = """
import resource, sys
from graph.loading import difference
from graph.loading.packaged import load_packaged
from graph.stores import open_store, parse_address

store = open_store(parse_address(sys.argv[1]))
assert list(store.states())
difference.check_room = lambda url, triples: None  # which would refuse it before
taken = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (taken + 20_000_000, resource.RLIM_INFINITY))
load_packaged(store)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited as on Linux")
def test_a_load_that_runs_out_of_memory_leaves_the_store_as_it_was(store: Store) -> None:
    before = store.release()
    assert before is not None
    command = [sys.executable, "-c", OUT_OF_MEMORY, store.url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode
    assert "emory" in done.stderr
    assert store.release() == before
    assert len(list(document_quads(store))) == sum(d.quads for d in before.documents)

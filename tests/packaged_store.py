"""The packaged knowledge in an embedded store, built once for all workers of a test run."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.loading.packaged import generation, load_packaged
from graph.stores import Store, open_store, parse_address
from graph.stores.address import data_folder

SECONDS = 120  # that another worker may take; then it has failed, and we build it ourselves


def packaged_store(factory: pytest.TempPathFactory) -> Path:
    """The folder of the store, to be read or copied, never written to."""
    run = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent  # of all workers
    folder = run / f"packaged-{generation()[:16]}"
    building = run / "packaged-building"
    try:
        building.mkdir()
    except FileExistsError:
        end = time.monotonic() + SECONDS
        while not folder.exists() and time.monotonic() < end:
            time.sleep(0.2)
        if folder.exists():
            return folder
        building = factory.mktemp("packaged-building")
    store = open_store(parse_address(f"embedded:{building / 'embedded'}"))
    try:
        load_packaged(store)
    finally:
        store.close()
    shutil.move(building / "embedded", folder)
    return folder


@contextmanager
def own_copy(packaged: Path, folder: Path, caches: str) -> Iterator[Store]:
    """A copy of the store that may be spoiled, without those of its caches."""
    shutil.copytree(packaged, folder)
    store = open_store(parse_address(f"embedded:{folder}"))
    for file in cached(store, caches):
        file.unlink()
    yield store
    store.close()


def cached(store: Store, caches: str) -> list[Path]:
    """The files beside a store that are named so: ``names-*``."""
    folder = store.cache_folder()
    assert folder is not None
    return sorted(folder.glob(caches))


def put_at_home(home: Path, packaged: Path) -> None:
    """Copies the store to where a user with this home has it, as if it had been built there."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("XDG_DATA_HOME", raising=False)
        environment.setenv("HOME", str(home))
        environment.setenv("USERPROFILE", str(home))
        environment.setenv("LOCALAPPDATA", str(home / "local"))
        shutil.copytree(packaged, data_folder())

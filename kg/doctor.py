"""What works on this machine, what does not, and how to mend the embedded store."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from graph.stores import Address, open_store, parse_address
from ontology import ExpedienteError

PARTS = ("arcadedb", "neo4j", "pyoxigraph", "rdflib", "typer", "pyshacl", "edtf")


def examine(url: str | None) -> Iterator[tuple[str, str, str]]:
    """Part, state, and a remedy where one is needed."""
    yield "python", platform.python_version(), ""
    for name in ("expediente", *PARTS):
        try:
            yield name, metadata.version(name), ""
        except metadata.PackageNotFoundError:
            remedy = "start a Neo4j and name it with --store" if name == "arcadedb" else "reinstall"
            yield name, "missing", remedy
    from queries.catalogue import cache_folder

    for part, folder in (("cache", cache_folder()),):
        yield part, *_writable(folder)
    try:
        address = parse_address(url)
    except ExpedienteError as error:
        yield "store", str(error), "correct --store or KG_STORE"
        return
    yield from _store(address)


def _writable(folder: Path) -> tuple[str, str]:
    existing = folder
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    if os.access(existing, os.W_OK):
        return str(folder), ""
    return (
        f"{folder} cannot be written",
        "answers still come, only slower; mend the folder's rights",
    )


def _store(address: Address) -> Iterator[tuple[str, str, str]]:
    from graph.packaged import generation

    store = open_store(address)
    try:
        if address.embedded:
            yield "store folder", *_writable(address.path)
        release = store.release()
        if release is None:
            remedy = "" if address.embedded else f"kg load --store {address.url}"
            yield (
                "store",
                f"{store.url}: empty (built on first use)"
                if address.embedded
                else f"{store.url}: empty",
                remedy,
            )
            return
        found = store.read("MATCH (n:Entity) RETURN count(n) AS nodes").records[0]["nodes"]
        state = f"{store.url}: {found} nodes, generation {release.generation[:12]}"
        if found != release.nodes:
            yield "store", f"{state}, but {release.nodes} were loaded", "kg doctor --repair"
            return
        yield "store", state, ""
        if release.generation != generation():
            remedy = "" if address.embedded else f"kg load --store {address.url}"
            yield "knowledge", "the store holds another state than the packaged sheets", remedy
    except ExpedienteError as error:
        yield "store", str(error), "kg doctor --repair" if address.embedded else "see above"
    finally:
        store.close()


def mend(url: str | None) -> Iterator[str]:
    """Builds the embedded store anew; loads a Neo4j of ours again."""
    from graph.packaged import load_packaged

    address = parse_address(url)
    if address.embedded and address.path.exists():
        for path in sorted(address.path.iterdir()):
            # only what we made: snapshots, their pointer, and what killed builds left
            ours = (path / "db").is_dir() or path.name == "current.json"
            if ours or path.name.startswith((".building-", ".current-")):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
                yield f"removed {path.name}"
    store = open_store(address)
    try:
        report = load_packaged(store)
    finally:
        store.close()
    yield f"{report.release.nodes} nodes in {store.url}"

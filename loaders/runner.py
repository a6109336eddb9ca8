"""Finds the loaders, and runs those whose file is present."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.draft import READ, Draft
from loaders.mappings import Mappings, load_mappings
from loaders.rows import Row, read_rows
from ontology import OntologyError, SheetError

ENDINGS = (".tsv", ".csv", ".yaml")


@dataclass(frozen=True)
class Loader:
    """A module that declares FILE, COLUMNS and load, and perhaps NEEDS."""

    name: str
    file: str
    columns: str
    load: Callable[[Draft, list[Row]], None]
    needs: tuple[str, ...] = ()


def discover(folder: Path = Path(__file__).parent, package: str = "loaders") -> list[Loader]:
    """The loaders of a package, each after those whose file it needs, else by name.

    OntologyError names a module that declares a part of what a loader has to.
    """
    found: dict[str, Loader] = {}
    for module in sorted(pkgutil.iter_modules([str(folder)]), key=lambda m: m.name):
        if module.name.startswith("_"):
            continue
        loader = _loader(module.name, f"{package}.{module.name}")
        if loader is None:
            continue
        if loader.file in found:
            raise OntologyError(
                f"loaders/{loader.name}.py: {loader.file} is read by "
                f"loaders/{found[loader.file].name}.py already; let one loader read it."
            )
        found[loader.file] = loader
    return list(_in_order(found))


def _loader(name: str, module_name: str) -> Loader | None:
    module = importlib.import_module(module_name)
    declared = {part: getattr(module, part, None) for part in ("FILE", "COLUMNS", "load")}
    missing = [part for part, value in declared.items() if value is None]
    if len(missing) == len(declared):
        return None  # what loaders share
    if missing:
        raise OntologyError(
            f"loaders/{name}.py: declares no {' and no '.join(missing)}; "
            "a loader has FILE, COLUMNS and load."
        )
    file = str(declared["FILE"])
    if not file.endswith(ENDINGS) or "/" in file:
        raise OntologyError(f"loaders/{name}.py: FILE is '{file}'; name a file as {ENDINGS}.")
    return Loader(name, file, module.COLUMNS, module.load, tuple(getattr(module, "NEEDS", ())))


def _in_order(loaders: dict[str, Loader]) -> Iterator[Loader]:
    done: set[str] = set()

    def visit(loader: Loader, on_the_way: tuple[str, ...]) -> Iterator[Loader]:
        if loader.file in on_the_way:
            raise OntologyError(
                f"loaders/{loader.name}.py: needs itself by way of NEEDS; take one of them out."
            )
        if loader.file in done:
            return
        for file in loader.needs:
            if file not in loaders:
                raise OntologyError(
                    f"loaders/{loader.name}.py: needs {file}, which no loader reads; correct NEEDS."
                )
            yield from visit(loaders[file], (*on_the_way, loader.file))
        done.add(loader.file)
        yield loader

    for loader in loaders.values():
        yield from visit(loader, ())


def run(
    folder: Path,
    mappings: Mappings | None = None,
    read: str = READ,
    loaders: Iterable[Loader] | None = None,
) -> Draft:
    """What the files of a folder say; SheetError lists every bad cell and names a missing file."""
    known = list(discover() if loaders is None else loaders)
    if not folder.is_dir():
        raise SheetError([f"{folder}: is no folder; name the one where the files are."])
    present = [loader for loader in known if (folder / loader.file).exists()]
    if not present:
        files = ", ".join(sorted(loader.file for loader in known))
        raise SheetError([f"{folder}: has no file that a loader reads; put one there of: {files}."])
    draft = Draft(mappings or load_mappings(), read=read)
    for loader in present:
        for file in loader.needs:
            if not (folder / file).exists():
                draft.problems.found.append(f"{loader.file}: needs {file} beside it; put it there.")
    draft.problems.refuse()
    for loader in present:
        path = folder / loader.file
        draft.loader = loader.name
        draft.tables[loader.file] = read_rows(path, loader.columns, draft.problems)
        if path.is_file():
            draft.hashes[loader.file] = hashlib.sha256(path.read_bytes()).hexdigest()
            loader.load(draft, draft.tables[loader.file])
    draft.problems.refuse()
    return draft

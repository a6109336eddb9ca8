"""The knowledge that ships with the software, and when a store must be built from it anew."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from graph.stores.base import LoadReport, Store
from ontology import ROOM as ONTOLOGY_ROOM
from ontology import StoreError

if TYPE_CHECKING:
    from graph.project import PropertyGraph
    from graph.sheets import Sheets

ROOM = Path(__file__).parent


def knowledge_folder() -> Path:
    """Where the packaged sheets are; no knowledge is imported, it is only found."""
    spec = find_spec("knowledge")
    if spec is None or not spec.submodule_search_locations:
        raise StoreError("The packaged knowledge is missing; reinstall Expediente.")
    return Path(next(iter(spec.submodule_search_locations)))


def generation(folder: Path | None = None) -> str:
    """A hash of the sheets, the ontology and the code that makes a graph of them.

    Two equal generations hold equal graphs, so a changed sheet, rule or codec rebuilds by itself.
    """
    folder = folder or knowledge_folder()
    digest = hashlib.sha256()
    parts = [
        *folder.glob("*.csv"),
        *folder.glob("claims/*.csv"),
        ONTOLOGY_ROOM / "kg.ttl",
        ONTOLOGY_ROOM / "model.py",
        *(ONTOLOGY_ROOM / "rules").glob("*.rq"),
        *(ROOM / name for name in _MAKERS),
    ]
    for path in sorted(parts, key=lambda p: (p.parent.name, p.name)):
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


_MAKERS = ("dates.py", "sheets.py", "claims.py", "infer.py", "names.py", "project.py")


def packaged_graph(folder: Path | None = None) -> tuple[Sheets, PropertyGraph]:
    """The packaged sheets and their property graph; SheetError if a cell is bad."""
    from graph.infer import dataset
    from graph.project import project
    from graph.sheets import read_sheets

    sheets = read_sheets(folder or knowledge_folder())
    asserted, derived = dataset(sheets)
    return sheets, project([*asserted, *derived])


def is_current(store: Store, folder: Path | None = None) -> bool:
    """Whether a store holds the packaged knowledge as it is now."""
    release = store.release()
    return release is not None and release.generation == generation(folder)


def load_packaged(store: Store, folder: Path | None = None) -> LoadReport:
    """Makes a store hold the packaged knowledge; nothing is written if it does already."""
    mark = generation(folder)
    release = store.release()
    if release is not None and release.generation == mark:
        return LoadReport(release)
    _, graph = packaged_graph(folder)
    return store.load(graph, mark)

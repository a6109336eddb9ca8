"""The knowledge that ships with the software, and when a store must be built from it anew."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from graph.stores.base import KNOWLEDGE, Document, LoadReport, Store
from ontology import ROOM as ONTOLOGY_ROOM
from ontology import StoreError

if TYPE_CHECKING:
    from graph.loading.change import Incoming

ROOM = Path(__file__).parents[1]


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


_MAKERS = (
    *("claims/dates.py", "claims/cells.py", "claims/sheets.py", "claims/rdf.py"),
    "claims/infer.py",
    *("projection/names.py", "projection/statements.py", "projection/values.py"),
    *("projection/project.py", "loading/change.py", "loading/grouping.py", "vocabulary.py"),
)


def read_packaged(folder: Path | None = None) -> Incoming:
    """The packaged sheets as a document; SheetError if a cell is bad."""
    from graph.claims.rdf import asserted
    from graph.claims.sheets import read_sheets
    from graph.loading.change import gather

    sheets = read_sheets(folder or knowledge_folder())
    return gather(Document(KNOWLEDGE, KNOWLEDGE, generation(folder), 0), asserted(sheets))


def packaged_too(store: Store, incoming: list[Incoming], folder: Path | None) -> list[Incoming]:
    """Adds the packaged knowledge, or that of a folder of sheets; it is only read if it is new."""
    from graph.loading.change import Incoming

    release = store.release()
    held = release.document(KNOWLEDGE) if release else None
    if held is not None and held.digest == generation(folder):
        return [*incoming, Incoming(held, {})]
    return [*incoming, read_packaged(folder)]


def is_current(store: Store, folder: Path | None = None) -> bool:
    """Whether a store needs no loading: its knowledge, if it has any, is that of the sheets now."""
    release = store.release()
    if release is None:
        return False
    held = release.document(KNOWLEDGE)
    return held is None or held.digest == generation(folder)


def load_packaged(store: Store, folder: Path | None = None) -> LoadReport:
    """Makes a store hold the packaged knowledge; nothing is written if it does already.

    Other documents stay.
    """
    from graph.loading.documents import load

    return load(store, packaged_too(store, [], folder)).report

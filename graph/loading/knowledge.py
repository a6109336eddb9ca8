"""Sheets as a document, and whether a store is behind those that ship with the software.

Each question asks whether its store is current, so nothing that loads is imported for it.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from graph.stores.base import KNOWLEDGE, Document, Store
from ontology import FILES as ONTOLOGY_FILES
from ontology import ROOM as ONTOLOGY_ROOM
from ontology import OtherVersion, StoreError

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
        *ONTOLOGY_FILES,
        ONTOLOGY_ROOM / "model.py",
        *(ONTOLOGY_ROOM / "rules").glob("*.rq"),
        *(ROOM / name for name in _MAKERS),
    ]
    for path in sorted(parts, key=lambda p: (p.parent.name, p.name)):
        digest.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


_MAKERS = (
    *("claims/dates.py", "claims/cells.py", "claims/sheets.py", "claims/rdf.py"),
    *("claims/patterns.py", "claims/rules.py", "claims/operations.py", "claims/known.py"),
    *("claims/joins.py", "claims/corrected.py"),
    *("claims/infer.py", "claims/shown.py"),
    *("projection/names.py", "projection/statements.py", "projection/values.py"),
    *(
        "projection/project.py",
        "projection/readable.py",
        "loading/change.py",
        "loading/grouping.py",
        "loading/claimed.py",
        "loading/retold.py",
        "vocabulary.py",
    ),
)


def is_stale(store: Store) -> bool:
    """Whether a store was built from the packaged sheets as they were before."""
    release = store.release()
    held = release.document(KNOWLEDGE) if release else None
    return held is not None and held.folder is None and held.digest != generation()


def is_current(store: Store, *, own: bool = True) -> bool:
    """Whether a store needs no loading: nobody but us decides what a store of our ``own`` holds.

    Sheets from another folder, and whatever is in a store that somebody named, stay as they were
    loaded.  OtherVersion if a newer version wrote it.
    """
    try:
        return store.release() is not None and not (own and is_stale(store))
    except OtherVersion as error:
        if error.newer:
            raise
        return False


def read_packaged(folder: Path | None = None) -> Incoming:
    """The packaged sheets as a document; SheetError if a cell is bad."""
    from graph.claims.rdf import asserted
    from graph.claims.sheets import read_sheets
    from graph.loading.change import gather

    sheets = read_sheets(folder or knowledge_folder())
    return gather(as_document(folder), asserted(sheets))


def as_document(folder: Path | None) -> Document:
    """The document of the packaged sheets, or of a folder of others, before they are read."""
    return Document(KNOWLEDGE, KNOWLEDGE, generation(folder), 0, folder=_other(folder))


def _other(folder: Path | None) -> str | None:
    """A folder that is not the packaged one, as it is called from anywhere."""
    if folder is None or folder.resolve() == knowledge_folder().resolve():
        return None
    return str(folder.resolve())

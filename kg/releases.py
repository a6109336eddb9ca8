"""Which release of the knowledge something is: a version and a hash of what it holds."""

from __future__ import annotations

import os
import re
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ontology import ExpedienteError, NotFound
from queries.kept import kept

if TYPE_CHECKING:
    from graph.export import Contents
    from graph.stores import Store

PACKAGED = "packaged"
SHORT = 16  # digits of a hash on the screen
_HASH = re.compile(r"[0-9a-f]{6,64}")
_SHEETS = "sources.csv"


def packaged_hash() -> str:
    """The hash of the packaged knowledge; worked out once for each."""
    from graph.loading import generation

    def made() -> str:
        from graph.export import of_folder

        return of_folder().hash

    return str(kept("release", generation()[:32], made))


def hash_of(store: Store) -> str | None:
    """The hash of the knowledge that a store holds, whatever is loaded besides; None for none."""
    from graph.loading import generation

    release = store.release()
    document = release.document("knowledge") if release else None
    if document is None:
        return None
    if document.digest == generation():
        return packaged_hash()

    def made() -> str:
        from graph.export import of_store

        return of_store(store).hash

    return str(kept("release", document.digest[:32], made))


def release_of(store: Store) -> dict[str, str | None]:
    """The release that a store holds; the version is known where it is the packaged one."""
    from kg import __version__

    found = hash_of(store)
    packaged = found is not None and found == packaged_hash()
    return {"version": __version__ if packaged else None, "content": found}


def release_line(release: dict[str, str | None], graph: str | None, language: str) -> str:
    """By which release something was answered, as a sentence."""
    from queries.ask.wording import phrase

    parts = [release["version"], (release["content"] or "")[:SHORT]]
    knowledge = " ".join(part for part in parts if part) or phrase(language, "no_release")
    return phrase(language, "release", knowledge=knowledge, graph=(graph or "")[:SHORT])


def version_lines() -> list[str]:
    """What ``kg --version`` prints; knowledge that cannot be read is no reason to say nothing."""
    from kg import __version__

    lines = [f"kg {__version__}"]
    with suppress(ExpedienteError):
        lines.append(f"knowledge {__version__} {packaged_hash()[:SHORT]}")
    return lines


# --- What is to be compared -----------------------------------------------------------------------


def contents_of(said: str, url: str | None) -> Contents:
    """What a person names: a folder of sheets, an RDF file, ``packaged``, a store, or a hash.

    A hash, or its beginning, is that of the packaged knowledge, of what the store at ``url`` holds,
    or of a release in the folder KG_RELEASES.  NotFound where nothing is called so.
    """
    from graph.export import of_file, of_folder

    path = Path(said)
    if path.is_dir():
        return of_folder(path)
    if path.is_file():
        return of_file(path)
    if said == PACKAGED:
        return of_folder()
    if "://" in said or said.startswith("embedded:"):
        return _of_store(said)
    if _HASH.fullmatch(said):
        found = _by_hash(said, url)
        if found is not None:
            return found
        raise NotFound(
            f"'{said}' is the hash neither of the packaged knowledge, nor of what the store holds, "
            f"nor of a release in {os.environ.get('KG_RELEASES') or 'KG_RELEASES (not set)'}; "
            "name a folder of sheets or an exported file."
        )
    raise NotFound(
        f"'{said}' is no release: name a folder of sheets, an RDF file, a store, a hash of six "
        "digits or more, or 'packaged'."
    )


def _of_store(url: str | None) -> Contents:
    from graph.export import of_store
    from kg.session import Session

    with Session(url) as session:
        return of_store(session.base)


def _by_hash(said: str, url: str | None) -> Contents | None:
    from graph.export import of_folder, of_store
    from kg.session import Session

    if packaged_hash().startswith(said):
        return of_folder()
    with closing(Session(url)) as session:
        if (hash_of(session.base) or "").startswith(said):
            return of_store(session.base)
    for folder in _kept_releases():
        found = of_folder(folder)
        if found.hash.startswith(said):
            return found
    return None


def _kept_releases() -> list[Path]:
    """The folders of sheets in the folder that KG_RELEASES names."""
    place = os.environ.get("KG_RELEASES")
    if not place:
        return []
    return sorted(folder.parent for folder in Path(place).glob(f"**/{_SHEETS}"))

"""The files of an embedded store: a lock for writers, and snapshots that are whole or refused."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from graph.files import write_text
from graph.seal import FILES, damaged, seal
from graph.stores.base import Document, Record, document_of
from ontology import StoreBusy, StoreError

DOCUMENTS = "documents.json"
ENTRY = "snapshot.json"  # what the pointer says of a snapshot, in the snapshot itself
LOCK = ".lock"
STATISTICS = "statistics.json"
_READERS_WRITE = (STATISTICS, "last-tx-id.bin")  # when they close
_NOT_COPIED = (*_READERS_WRITE, "database.lck")
_PAGES = re.compile(r"\.(\d+)\.v\d+\.\w+")  # of a file's name: its pages' size in bytes
_PAGE_HEAD = 8  # bytes: version and size of the content, of most pages never both zero
_PIECE = 1 << 20
SYNCED = 16  # files at once


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the folder's lock, for one writer at a time; StoreBusy if another holds it.

    The system drops the lock with the process, however that ends.
    """
    import filelock  # here, since only a writer needs it and importing it takes a while

    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = filelock.FileLock(folder / LOCK, timeout=0).acquire()
    except PermissionError as error:
        raise not_ours(folder, "written") from error
    except filelock.Timeout as error:
        raise StoreBusy(f"Another load into {folder} is running; wait until it is done.") from error
    except OSError as error:
        raise StoreError(
            f"{folder} cannot be written ({error.strerror}); "
            "name a folder that can: --store embedded:PATH."
        ) from error
    with held:
        yield


def not_ours(folder: Path, what: str = "read") -> StoreError:
    """A folder that somebody else may use and we may not; whose it is, if the system says so."""
    place, owner = folder, ""
    while not os.path.lexists(place) and place != place.parent:
        place = place.parent
    with suppress(OSError, KeyError, NotImplementedError, ValueError):
        if place.stat().st_uid != os.geteuid():
            owner = f"; it belongs to {place.owner()}"
    return StoreError(
        f"{folder} cannot be {what} (Permission denied){owner}; take a folder of your own: "
        "--store embedded:PATH, or have its owner give you the right."
    )


def remedy(error: OSError) -> str:
    """What helps against an error of the system's, as a phrase."""
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return "raise the limit of open files (ulimit -n)"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "mend the folder's rights"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "make room on the disk"
    return "mend that"


def remove(path: Path) -> None:
    """Removes a file, a folder, or a link, and never what a link leads to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def copy_database(source: Path, target: Path) -> None:
    """Copies a closed database without what its readers may be writing just now.

    Hard links would not do: the engine writes into its files in place.
    """
    target.mkdir()
    for path in source.iterdir():
        if path.name not in _NOT_COPIED:
            shutil.copyfile(path, target / path.name)


def write_documents(snapshot: Path, documents: tuple[Document, ...]) -> None:
    """Keeps the documents beside their graph."""
    write_text(snapshot / DOCUMENTS, json.dumps([asdict(d) for d in documents]))


def read_documents(snapshot: Path) -> tuple[Document, ...]:
    """The documents of a snapshot; StoreError if their file is not as it was written."""
    file = snapshot / DOCUMENTS
    try:
        found = json.loads(file.read_text("utf-8"))
        if not isinstance(found, list):
            raise ValueError("it is no list of documents")
        return tuple(map(document_of, found))
    except PermissionError as error:
        raise not_ours(file) from error
    except (OSError, ValueError, RecursionError) as error:
        raise StoreError(f"{file} cannot be read ({error}); run 'kg doctor --repair'.") from error


def read_entry(file: Path) -> Record:
    """What a pointer, or a snapshot of itself, says; ValueError or OSError where it says nothing."""
    found = json.loads(file.read_text("utf-8"))
    if not isinstance(found, dict):
        raise ValueError("it is no object")
    if lacking := _SAID - found.keys():
        raise ValueError("it lacks " + ", ".join(sorted(lacking)))
    return found


_SAID = {"snapshot", "layout", "generation", "nodes", "relationships", "codec"}


def seal_snapshot(snapshot: Path) -> None:
    """Makes a snapshot durable, and writes down what its files are.

    The engine's counts, which each reader writes anew, are kept beside as they are now.
    """
    from concurrent.futures import ThreadPoolExecutor  # here, since readers need it not

    database = snapshot / "db"
    if (database / STATISTICS).is_file():
        shutil.copyfile(database / STATISTICS, snapshot / STATISTICS)
    files = [
        path
        for path in snapshot.rglob("*")
        if path.is_file() and not (path.parent == database and path.name in _READERS_WRITE)
    ]
    try:
        with ThreadPoolExecutor(SYNCED) as pool:  # the system then writes many at once
            list(pool.map(_to_disk, files))
    except RuntimeError:  # no memory, or no number, for one more thread
        for path in files:
            _to_disk(path)
    seal(snapshot, files)
    for folder in (database, snapshot):
        _to_disk(folder)


def _to_disk(path: Path) -> None:
    """Waits until the system has written a file, or the names in a folder, to the disk."""
    if os.name == "nt" and path.is_dir():  # which can't be opened there, and needs it not
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def damage(snapshot: Path, *, thoroughly: bool = False) -> list[str]:
    """The files of a snapshot that are gone or not as they were built; the counts are put right."""
    found = damaged(snapshot, thoroughly=thoroughly)
    used = snapshot / "db" / STATISTICS
    if not found and used.exists() and _counts(used) != _counts(snapshot / STATISTICS):
        try:
            used.unlink()  # then the engine counts
        except OSError:
            return [f"db/{STATISTICS}"]
    return found


def _counts(statistics: Path) -> dict[str, int] | None:
    """How many records the engine takes each of its files to have."""
    try:
        found = json.loads(statistics.read_text("utf-8"))
        return {n: int(told["count"]) for n, told in found.items() if isinstance(told, dict)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def lost_pages(database: Path) -> list[str]:
    """The files of a database that lack a page: cut within one, or with a hole.

    The engine writes pages behind the caller's back and keeps silent when the disk refuses one.
    """
    return [path.name for path in sorted(database.iterdir()) if _lacks_a_page(path)]


def _lacks_a_page(path: Path) -> bool:
    match = _PAGES.search(path.name)
    if match is None:
        return False
    size = int(match[1])
    length = path.stat().st_size
    with path.open("rb", buffering=0) as file:
        for start in range(0, length, size):
            file.seek(start)
            if any(file.read(_PAGE_HEAD)):
                continue
            # Pages of a compacted index have an empty head; what was lost is empty as a whole.
            file.seek(start)
            page = file.read(size)
            if page.count(0) == len(page):
                return True
    return length % size != 0


def why_not(folder: Path) -> OSError | None:
    """What the system says when a file as large as the largest one here is written beside it.

    None where it can be written, so that the disk is not what failed.
    """
    largest = max((p.stat().st_size for p in folder.rglob("*") if p.is_file()), default=0)
    probe = folder / ".probe"
    try:
        with probe.open("wb") as file:
            for _ in range(max(largest, 4 * _PIECE) // _PIECE):
                file.write(bytes(_PIECE))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error
    finally:
        probe.unlink(missing_ok=True)
    return None


def is_snapshot(path: Path) -> bool:
    """Whether a folder is a snapshot of ours, of this layout or an older one, whole or not."""
    beside = (FILES, DOCUMENTS, "names.json")
    return (
        path.name[0] != "."
        and (path / "db").is_dir()
        and any((path / name).is_file() for name in beside)
    )

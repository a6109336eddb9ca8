"""Files that never change again: their sizes and hashes, by which damage is found before it is read.

A bad disk or a careless hand may change a byte and leave the size alone, and what reads the file
then says something else.  Small folders are read through each time they are opened; of large ones
only the files that look touched, and all when somebody asks for it.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from pathlib import Path

from graph.files import write_text

FILES = "files.json"
SMALL = 64 * 2**20  # bytes: less than 50 ms of reading
_PIECE = 1 << 20


def seal(folder: Path, files: Iterable[Path]) -> None:
    """Writes down what each file in a folder is: size, checksum, hash and time of its last change."""
    found = {}
    for path in sorted(set(files) - {folder / FILES}):
        status = path.stat()
        checksum, digest = _sums(path)
        found[path.relative_to(folder).as_posix()] = [
            status.st_size,
            status.st_mtime_ns,
            checksum,
            digest,
        ]
    write_text(folder / FILES, json.dumps(found))


def damaged(folder: Path, *, thoroughly: bool = False) -> list[str]:
    """The files that are not as they were sealed; the list itself if it cannot be read.

    PermissionError where they may not be read, which says nothing about them.  A checksum finds any changed byte; ``thoroughly`` compares the hash of each file as well.
    """
    try:
        told = json.loads((folder / FILES).read_text("utf-8"))
        # Earlier versions wrote down the size and the hash alone.
        wanted = {
            name: what if len(what) == 4 else (what[0], None, None, what[1])
            for name, what in told.items()
        }
        whole = sum(size for size, *_ in wanted.values()) <= SMALL
        return [
            name
            for name, (size, changed, checksum, digest) in wanted.items()
            if not _is_same(
                folder / name, size, None if whole else changed, checksum, digest, thoroughly
            )
        ]
    except PermissionError:
        raise
    except (OSError, ValueError, AttributeError, TypeError, LookupError):
        return [FILES]


def _is_same(
    path: Path, size: int, changed: int | None, checksum: int | None, digest: str, thoroughly: bool
) -> bool:
    try:
        status = path.stat()
        if status.st_size != size:
            return False
        if thoroughly or checksum is None:
            found, hashed = _sums(path)
            return hashed == digest and checksum in (None, found)
        return status.st_mtime_ns == changed or _checksum(path) == checksum
    except PermissionError:
        raise
    except OSError:
        return False


def _checksum(path: Path) -> int:
    found = 0
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            found = zlib.crc32(piece, found)
    return found


def _sums(path: Path) -> tuple[int, str]:
    found, digest = 0, hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            found = zlib.crc32(piece, found)
            digest.update(piece)
    return found, digest.hexdigest()


def write_sealed(path: Path, text: str, *, private: bool = False) -> None:
    """A text with its own hash before it, whole; OSError if it cannot be written."""
    write_text(path, f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}", private=private)


def read_sealed(path: Path) -> str:
    """What :func:`write_sealed` wrote; ValueError if it is anything else, OSError if it is absent."""
    digest, _, text = path.read_text("utf-8").partition("\n")
    if hashlib.sha256(text.encode()).hexdigest() != digest:
        raise ValueError(f"{path} is not as it was written")
    return text

"""What is read from files of the project and kept as JSON in the user's cache folder.

Reading a hundred YAML headers takes longer than answering a question.  A copy is named by a hash of
the files that it was made from, so that it is never used for others; where it cannot be written
or is spoiled, the files are read again, which costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from graph.seal import read_sealed, write_sealed
from ontology import ROOM as ONTOLOGY_ROOM

_T = TypeVar("_T")
YAML_READER = ONTOLOGY_ROOM / "yaml_files.py"  # decides how every YAML file is read


def cache_folder() -> Path:
    """The user's cache folder."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("expediente", appauthor=False))


def mark_of(files: Iterable[Path], before: str = "") -> str:
    """A hash of files, their names and what else a copy depends on."""
    digest = hashlib.sha256(before.encode())
    for path in (Path(__file__), YAML_READER, *files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:32]


def kept(kind: str, mark: str, make: Callable[[], Any]) -> Any:
    """A JSON value from its copy; else made, and a copy kept."""
    file = cache_folder() / f"{kind}-{mark}.json"
    try:
        return json.loads(read_sealed(file))
    except (OSError, ValueError):
        pass  # not made yet, or spoiled
    found = make()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_sealed(file, json.dumps(found, ensure_ascii=False))
    except OSError:
        pass  # a cache that cannot be written costs time, nothing else
    return found


class Unread(Mapping[str, _T]):
    """Things by name, each kept as a JSON text until it is wanted: a question needs a few of many."""

    def __init__(self, texts: dict[str, str], read: Callable[[Any], _T]) -> None:
        self.texts = texts
        self._read = read
        self._known: dict[str, _T] = {}

    def __getitem__(self, name: str) -> _T:
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._read(json.loads(self.texts[name]))
        return found

    def __contains__(self, name: object) -> bool:
        return name in self.texts

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


def texts_of(things: Mapping[str, Any]) -> dict[str, str]:
    """What :class:`Unread` reads: a JSON text for each thing."""
    return {name: json.dumps(thing, ensure_ascii=False) for name, thing in things.items()}

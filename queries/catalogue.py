"""All queries: read from their files, or from a compiled copy that says the same.

Reading forty YAML headers takes longer than answering a question, so the catalogue is kept as
JSON in a cache folder, named by a hash of the files that it was made from.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.seal import read_sealed, write_sealed
from ontology import ROOM as ONTOLOGY_ROOM
from ontology import NotFound, QueryError
from queries.header import Query, read_query

ROOM = Path(__file__).parent


@dataclass(frozen=True)
class Catalogue:
    """Queries by name; ``fingerprint`` changes with any of their files."""

    queries: dict[str, Query]
    fingerprint: str

    def get(self, name: str) -> Query:
        """A query by name; NotFound names the nearest."""
        found = self.queries.get(name)
        if found is None:
            near = difflib.get_close_matches(name, self.queries, 3)
            hint = f"did you mean {', '.join(near)}?" if near else "'kg queries' lists them."
            raise NotFound(f"There is no query '{name}'; {hint}")
        return found


def files(room: Path = ROOM) -> list[Path]:
    """All query files, by theme and name."""
    return sorted(room.glob("*/*.cypher"))


def fingerprint(room: Path = ROOM) -> str:
    """A hash of all query files and of what reads them."""
    digest = hashlib.sha256()
    readers = [
        Path(__file__),
        Path(__file__).with_name("header.py"),
        Path(__file__).with_name("columns.yaml"),
        ONTOLOGY_ROOM / "headers.py",
        ONTOLOGY_ROOM / "kg.ttl",
    ]
    for path in [*readers, *sorted([*files(room), *room.glob("*/*.rq")])]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:32]


def read_catalogue(room: Path = ROOM) -> Catalogue:
    """Reads and checks every query file; QueryError names the first bad one."""
    found: dict[str, Query] = {}
    paths: dict[str, Path] = {}
    for path in files(room):
        if path.stem in found:
            first = paths[path.stem].relative_to(room)
            raise QueryError(
                f"queries/{path.relative_to(room)}: the name is taken by queries/{first}; rename one."
            )
        found[path.stem], paths[path.stem] = read_query(path), path
    twins = {p.stem for p in room.glob("*/*.rq")} - set(found)
    if twins:
        raise QueryError(f"queries: {sorted(twins)[0]}.rq has no .cypher file; write or remove it.")
    return Catalogue(found, fingerprint(room))


def cache_folder() -> Path:
    """The user's cache folder."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("expediente", appauthor=False))


@cache
def catalogue() -> Catalogue:
    """The packaged queries, from the compiled copy where there is one."""
    mark = fingerprint()
    file = cache_folder() / f"queries-{mark}.json"
    try:
        stored = json.loads(read_sealed(file))
        return Catalogue({q["name"]: Query.from_json(q) for q in stored}, mark)
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no copy, or a spoiled one: read the files
    found = read_catalogue()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_sealed(file, json.dumps([q.as_json() for q in found.queries.values()]))
    except OSError:
        pass  # a cache that cannot be written costs time, nothing else
    return found

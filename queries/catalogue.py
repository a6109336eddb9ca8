"""All queries: read from their files, or from a kept copy that says the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology import ROOM as ONTOLOGY_ROOM
from ontology import NotFound, QueryError
from queries.header import HEADINGS, Query, read_query
from queries.kept import Unread, kept, mark_of, texts_of

ROOM = Path(__file__).parent
_READERS = (
    Path(__file__),
    Path(__file__).with_name("header.py"),
    HEADINGS,
    ONTOLOGY_ROOM / "headers.py",
    ONTOLOGY_ROOM / "kg.ttl",
)


@dataclass(frozen=True)
class Catalogue:
    """Queries by name; ``fingerprint`` changes with any of their files."""

    queries: Mapping[str, Query]
    fingerprint: str

    def get(self, name: str) -> Query:
        """A query by name; NotFound names the nearest."""
        found = self.queries.get(name)
        if found is None:
            import difflib

            near = difflib.get_close_matches(name, self.queries, 3)
            hint = f"did you mean {', '.join(near)}?" if near else "'kg queries' lists them."
            raise NotFound(f"There is no query '{name}'; {hint}")
        return found


def files(room: Path = ROOM) -> list[Path]:
    """All query files, by theme and name."""
    return sorted(room.glob("*/*.cypher"))


def fingerprint(room: Path = ROOM) -> str:
    """A hash of all query files and of what reads them."""
    return mark_of([*_READERS, *sorted([*files(room), *room.glob("*/*.rq")])])


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


@cache
def catalogue() -> Catalogue:
    """The packaged queries, from the kept copy where there is one."""
    mark = fingerprint()

    def texts() -> dict[str, str]:
        return texts_of({q.name: q.as_json() for q in read_catalogue().queries.values()})

    return Catalogue(Unread(kept("queries", mark, texts), Query.from_json), mark)

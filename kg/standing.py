"""Relations that were read as a whole, kept beside the names index.

Nearly every answer looks at what the sources disagree about, and many questions in a row at all of
a relation.  Either depends on the graph alone, so it is read from the store once for each generation.
A kept file is named by all that it was made of, sealed, and readable by the user alone; where none
can be kept, or the relation is large, it is read each time.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

from graph.seal import read_sealed, write_sealed
from graph.stores import Store
from queries import Query, bind, run_cypher
from queries import run as runner
from queries.ask.names_index import folders
from queries.ask.relations import Row
from queries.kept import mark_of

MOST_ROWS = 20_000  # that are kept; reading more of them back would take a second
PREFIX = "relation-"


def whole(store: Store, query: Query, state: str) -> list[Row]:
    """All rows of a relation in a state of the graph."""
    name = f"{PREFIX}{query.name}-{_mark(store, query, state)}.json"
    places = [folder / name for folder in folders(store)]
    for place in places:
        with contextlib.suppress(OSError, ValueError):  # not there, or spoiled
            found: list[Row] = json.loads(read_sealed(place))
            return found
    rows = run_cypher(query, bind(query, {}), store).rows
    release = store.release()
    if release is not None and release.state == state and len(rows) <= MOST_ROWS:
        _keep(places, query, rows)
    return rows


def contested(store: Store, query: Query, rows: list[Row]) -> int:
    """How many rows rest on a claim that another contradicts; ``query`` finds the disputes."""
    release = store.release()
    if release is None:
        return 0
    disputed = {c for row in whole(store, query, release.state) for c in row["claims"]}
    return sum(not disputed.isdisjoint(row["claims"]) for row in rows)


def _mark(store: Store, query: Query, state: str) -> str:
    header = json.dumps(query.as_json(), sort_keys=True)
    return mark_of([Path(runner.__file__)], f"{store.identity}\0{state}\0{header}")


def _keep(places: list[Path], query: Query, rows: list[Row]) -> None:
    text = json.dumps(rows, ensure_ascii=False)
    for place in places:
        with contextlib.suppress(OSError):
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_sealed(place, text, private=True)
            for old in _others(place, query):
                old.unlink(missing_ok=True)
            return


def _others(place: Path, query: Query) -> Iterator[Path]:
    for other in place.parent.glob(f"{PREFIX}{query.name}-*"):
        if other != place:
            yield other

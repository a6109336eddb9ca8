"""Which kinds of things stand in the columns of the relations.

A column that takes any actor may only ever hold courts.  A reading that would put a person there is
hardly what was meant, so the search makes it dearer.  This is read off the graph, once for each load.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.stores import Store
from queries.ask.naming import kind_of
from queries.ask.relations import cells_of
from queries.catalogue import Catalogue
from queries.run import bind, run_cypher

MOST_ENTITIES = (
    5_000  # of a graph whose relations are read whole for this, which takes seconds from there on
)
WIDE = frozenset(
    {"Actor", "Organization", "Entity"}
)  # classes that say little of what stands there


def usual_kinds(
    store: Store, catalogue: Catalogue, labels: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str, str]]:
    """Queries with their columns and each kind that stands there; a kind is empty where none does.

    ``labels`` has the classes of each entity by id.  Only relations that have a wide column and
    need no parameter are looked at, and only in a graph that is not too large for that.
    """
    if len(labels) > MOST_ENTITIES:
        return
    for query in catalogue.queries.values():
        columns = [c for c in query.columns if c.entity]
        wide = any(c.kind in WIDE for c in columns)
        if not wide or any(p.required for p in query.parameters):
            continue
        rows = run_cypher(query, bind(query, {}), store).rows
        for column in columns if rows else ():
            kinds = {
                kind_of(labels.get(i, frozenset()))
                for row in rows
                for i in cells_of(row, column.name)
            }
            for kind in sorted(kinds) or [""]:
                yield query.name, column.name, kind

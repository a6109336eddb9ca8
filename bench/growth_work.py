"""``python -m bench.growth_work TIMES [--together]``: what follows from the knowledge so many times.

Each copy has names of its own and its own years, so that things are as dense as in the first, kin
and days alike; an open end is closed, since what is open meets all that comes later.  With
``--together`` all copies keep the first one's years.  Prints one object in JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator

import pyoxigraph as ox

from graph.claims import asserted, derive, read_sheets
from graph.loading import knowledge_folder
from graph.loading.change import without_collector
from ontology import BASE, EDTF, KG

YEARS = 60  # between a copy and the next: most of what is told lies within so many
END = 2027  # of what is open
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_COPIED = tuple(BASE + kind for kind in ("claim/", "source/"))


def copy(quads: list[ox.Quad], number: int, years: int) -> Iterator[ox.Quad]:
    """The same said of other things, so many years later."""

    def moved(term: ox.NamedNode | ox.Literal) -> ox.NamedNode | ox.Literal:
        if isinstance(term, ox.NamedNode):
            ours = term.value.startswith(BASE) and not term.value.startswith(KG)
            return ox.NamedNode(f"{term.value}-{number}") if ours and number else term
        if term.datatype.value != EDTF:
            return term
        closed = term.value.replace("/..", f"/{END}")
        text = _YEAR.sub(lambda year: f"{int(year[1]) + years:04d}", closed)
        return ox.Literal(text, datatype=term.datatype)

    for quad in quads:
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode | ox.Triple)
        subject = moved(quad.subject)
        assert isinstance(subject, ox.NamedNode)
        yield ox.Quad(subject, quad.predicate, moved(quad.object))


def main() -> None:
    """Derives once, and says what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=int)
    parser.add_argument("--together", action="store_true")
    given = parser.parse_args()
    first = list(dict.fromkeys(asserted(read_sheets(knowledge_folder()))))
    quads = [
        quad
        for number in range(given.times)
        for quad in copy(first, number, 0 if given.together else number * YEARS)
    ]
    with without_collector():  # as in a load
        start = time.process_time()
        derived = derive(quads)
        processor = time.process_time() - start
    facts = sum(quad.object == ox.NamedNode(KG + "Fact") for quad in derived)
    print(json.dumps({"processor": processor, "quads": len(quads), "facts": facts}))


if __name__ == "__main__":
    main()

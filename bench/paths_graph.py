"""A made-up graph of ties for the bench of paths: people, organisations and a few hubs.

Half of the ties lead to things that are met often, and each hub has so many ties by itself; a tie
has one to three claims of a pool, and most have a time.  The same numbers in every run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from graph.projection.nodes import LinkedNode, linked_node
from graph.stores import Store
from graph.stores.base import Difference, Release

TIES_OF_A_THING = 7
HUBS, TIES_OF_A_HUB_IN = 5, 50  # each hub has a fiftieth of all ties
CLAIMS_IN = 10  # one claim for so many ties
SOURCES = 500
TYPES = ("MEMBER_OF", "AFFILIATED_WITH", "ALLIED_WITH", "CONCERNS", "SIBLING_OF", "LEADS")
STATUSES = ("alleged", "reported", "stated", "charged", "convicted")
NOTHING = "knowledge"


def thing(number: int) -> str:
    """The id of a thing."""
    return f"person/made-{number}"


class Made:
    """A graph of so many ties."""

    def __init__(self, ties: int) -> None:
        self.ties = ties
        self.things = max(20, ties // TIES_OF_A_THING)
        self.claims = max(20, ties // CLAIMS_IN)
        self.relationships = 0

    def nodes(self) -> Iterator[LinkedNode]:
        """All nodes with what goes out from them."""
        # Of the generator only random() is promised to give the same numbers in every Python.
        drawn = random.Random(20251130).random
        to_hubs = HUBS / TIES_OF_A_HUB_IN
        for n in range(SOURCES):
            yield self._node(f"source/made-{n}", ["Source"], [])
        for n in range(self.claims):
            links = [
                ("STATED_IN", f"source/made-{int(drawn() * SOURCES)}", {}),
                ("SUBJECT", thing(int(drawn() * self.things)), {}),
            ]
            yield self._node(f"claim/made-{n}", ["Claim"], links, rank="normal", status="reported")
        for n in range(self.things):
            links = []
            for _ in range(TIES_OF_A_THING):
                if drawn() < to_hubs:
                    other = int(drawn() * HUBS)
                else:
                    other = int((drawn() ** 2 if drawn() < 0.5 else drawn()) * self.things)
                if other != n:
                    links.append((TYPES[int(drawn() * len(TYPES))], thing(other), self._tie(drawn)))
            yield self._node(thing(n), ["Person", "Actor"], links)

    def _tie(self, drawn: Callable[[], float]) -> dict[str, object]:
        first = int(drawn() * self.claims)
        claims = [f"claim/made-{(first + k) % self.claims}" for k in range(1 + int(drawn() * 3))]
        status = STATUSES[int(drawn() * len(STATUSES))]
        told: dict[str, object] = {
            "claims": sorted(claims),
            "status": status,
            "statuses": [status],
            "inferred": False,
        }
        if drawn() < 0.7:
            year = 1990 + int(drawn() * 30)
            told |= {"valid": f"{year}/{year + 8}"}
            told |= {"valid_from": f"{year}-01-01", "valid_to": f"{year + 8}-12-31"}
        return told

    def _node(self, id_: str, labels: list[str], links: list, **told: object) -> LinkedNode:  # type: ignore[type-arg]
        self.relationships += len(links)
        name = id_.rsplit("/", 1)[-1].replace("-", " ")
        properties = {"id": id_, "name": name, "names": [name], "_docs": [NOTHING], **told}
        return linked_node(id_, ["Entity", *labels], properties, links)  # type: ignore[arg-type]


def fill(store: Store, ties: int) -> int:
    """Writes such a graph into an empty store; the number of its relationships."""
    made = Made(ties)
    store.write(Difference(created=made.nodes()), Release(f"made-{ties}"), None)
    return made.relationships

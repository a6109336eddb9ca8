"""What every store can do, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from graph.project import PropertyGraph

Record = dict[str, Any]
CODEC = 1  # of the projection; a store written by another codec is loaded anew


@dataclass(frozen=True)
class Release:
    """What a store holds: a hash of all that went in, and counts of what came out."""

    generation: str
    nodes: int = 0
    relationships: int = 0
    codec: int = CODEC


@dataclass(frozen=True)
class Rows:
    """Result rows; ``truncated`` says that the row limit cut them."""

    columns: list[str]
    records: list[Record]
    truncated: bool = False


@dataclass
class LoadReport:
    """What a load did to a store."""

    release: Release
    nodes_created: int = 0
    nodes_changed: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return bool(
            self.nodes_created
            or self.nodes_changed
            or self.nodes_deleted
            or self.relationships_created
            or self.relationships_deleted
        )


class Store(Protocol):
    """A property graph that can be replaced as a whole and read by Cypher.

    Values that come back are text, numbers, booleans, None, lists and maps; a node is a map with
    ``labels``, a relationship a map with ``type``.
    """

    @property
    def url(self) -> str:
        """The address, without secrets."""

    def release(self) -> Release | None:
        """What the store holds, or None where it holds nothing of ours."""

    def read(
        self, cypher: str, parameters: Record | None = None, *, limit: int | None = None
    ) -> Rows:
        """Runs a read-only query.

        Raises WriteRefused, QueryError, TimeLimit or StoreError.
        """

    def load(self, graph: PropertyGraph, generation: str) -> LoadReport:
        """Makes the store hold exactly this graph, all or nothing; twice changes nothing."""

    def graph(self) -> PropertyGraph:
        """All that the store holds."""

    def close(self) -> None:
        """Lets go of files and connections; may be called twice."""

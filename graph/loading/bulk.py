"""RDF files as the rows of a store that was never loaded: the way to Neo4j's bulk import.

What comes out is the graph that loading the file alone would make, in bounded memory, for files
that are too large for transactions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.loading.change import generation_of, informs
from graph.loading.documents import described
from graph.loading.grouping import REMEMBERED, grouped
from graph.projection.names import Names
from graph.projection.nodes import LinkedNode
from graph.projection.project import Projector, with_digest
from graph.projection.readable import Terms, name_terms, spaces
from graph.projection.statements import statements
from graph.reading.quads import Input, read
from graph.stores.base import Release
from ontology import UserError


class Bulk:
    """A file on its way; ``release`` and ``notes``, about what says nothing,
    are right when all rows have been taken."""

    def __init__(self, source: Input) -> None:
        self.source = source
        self.document = described(source)
        self.given: dict[str, str] = {}
        self.prefixes: dict[str, str] = {}
        self.quads = 0
        self.notes: list[str] = []

    def rows(self) -> Iterator[LinkedNode]:
        """The nodes of the file, in an order that depends on the file alone.

        Raises UserError for a file from which rules may conclude: that needs the whole graph.
        """
        declared: dict[str, str] = {}
        terms = Terms(declared)
        read_once = statements(read(self.source, prefixes=declared), REMEMBERED)
        projector: Projector | None = None
        keys = (self.document.key,)
        for name, said in grouped(terms.through(read_once)):
            if projector is None:  # the whole file has been read
                names = Names()
                self.given, self.prefixes = name_terms(names, terms, spaces(declared, {}))
                projector = Projector(names)
            if informs(name, said):
                raise UserError(
                    f"{self.source.name}: '{name}' is said in Expediente's own terms, from which "
                    "rules conclude; load the file into a store, and export that."
                )
            self.quads += len(said)
            yield with_digest(projector.node(name, said, keys))

    def release(self) -> Release:
        """What the store will hold."""
        document = replace(
            self.document, quads=self.quads, names=self.given, prefixes=self.prefixes
        )
        return Release(generation_of([document]), documents=(document,))

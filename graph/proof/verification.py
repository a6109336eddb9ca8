"""The proof that a store gives back each document as it came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.loading.documents import document_quads
from graph.proof.canonical import Comparison, compare
from graph.proof.second import second_reading
from graph.reading.quads import Input, key_of, read
from graph.stores import Store
from graph.stores.base import KNOWLEDGE
from ontology import NotFound


@dataclass(frozen=True)
class Verified:
    """What a document's comparison came to."""

    document: str
    comparison: Comparison
    second: str = "-"
    second_comparison: Comparison | None = None

    @property
    def equal(self) -> bool:
        """Whether the hashes are equal."""
        return self.comparison.equal

    def row(self) -> dict[str, str | int | bool]:
        """The comparison for a table."""
        found = self.comparison
        return {
            "document": self.document,
            "triples": found.left.quads,
            "in store": found.right.quads,
            "equal": found.equal,
            "second parser": self.second,
            "method": found.method,
            "hash": found.left.hash,
        }

    def remarks(self) -> Iterator[str]:
        """Sentences for people: the result, and examples of what differs."""
        found = self.comparison
        count = f"{found.right.quads} of {found.left.quads} triples"
        if found.equal:
            yield f"{self.document}: {count} are proven equal by {found.method}."
            yield from self._second_remarks()
            return
        yield f"{self.document}: the store differs ({count}); load the file again."
        for line in found.missing:
            yield f"  only in the file: {line.strip()}"
        for line in found.extra:
            yield f"  only in the store: {line.strip()}"

    def _second_remarks(self) -> Iterator[str]:
        other = self.second_comparison
        if other is None:
            return
        name = self.second.partition(":")[0]
        yield (
            f"{self.document}: {name} reads {other.right.quads} triples in it, and not the same "
            "ones; see which parser is right."
        )
        for line in other.missing:
            yield f"  not as {name} reads it: {line.strip()}"
        for line in other.extra:
            yield f"  only as {name} reads it: {line.strip()}"


def verify(
    store: Store,
    inputs: Sequence[Input] = (),
    knowledge: Path | None = None,
    seconds: float = 20.0,
) -> Iterator[Verified]:
    """Compares files with a store's documents; without files the sheets with its knowledge.

    ``knowledge`` is a folder of sheets in place of the packaged ones; ``seconds`` limits the work
    on each side.  Raises NotFound for what was not loaded.
    """
    if inputs:
        return verify_inputs(store, inputs, seconds)
    return verify_knowledge(store, knowledge, seconds)


def verify_inputs(store: Store, inputs: Sequence[Input], seconds: float) -> Iterator[Verified]:
    """Compares each file with the document that was loaded from it.

    Raises NotFound for a file that was not loaded.
    """
    release = store.release()
    for source in inputs:
        key = key_of(source.name)
        if release is None or release.document(key) is None:
            if release is not None and next(read(source), None) is None:
                yield Verified(source.name, compare((), (), seconds))  # it needs no document
                continue
            raise NotFound(
                f"{source.name} is no document of {store.url}; load it, or see 'kg documents'."
            )
        found = compare(read(source), document_quads(store, key), seconds)
        yield Verified(source.name, found, *second_reading(source, seconds))


def verify_knowledge(store: Store, folder: Path | None, seconds: float) -> Iterator[Verified]:
    """Compares the sheets with the store's knowledge."""
    from graph.claims.rdf import asserted
    from graph.claims.sheets import read_sheets
    from graph.loading.knowledge import knowledge_folder

    release = store.release()
    if release is None or release.document(KNOWLEDGE) is None:
        raise NotFound(f"{store.url} holds no packaged knowledge; load it: kg load.")
    sheets = read_sheets(folder or knowledge_folder())
    quads = document_quads(store, KNOWLEDGE)
    yield Verified(KNOWLEDGE, compare(dict.fromkeys(asserted(sheets)), quads, seconds))

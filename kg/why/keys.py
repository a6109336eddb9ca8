"""What a fact is called in the graph: ``start TYPE end`` and, where it has one, its interval."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from graph.projection import premise

IS_A = "a"
"""The predicate of a class, as Turtle has it; the object is the label."""


@dataclass(frozen=True, order=True)
class Key:
    """A fact's subject and object by their ids, its predicate by its name in the graph."""

    subject: str
    predicate: str
    object: str
    valid: str = ""

    @classmethod
    def read(cls, text: str) -> Key:
        """A premise as ``derivations`` have it (docs/projection.md)."""
        subject, predicate, object_, *valid = text.split(" ")
        return cls(subject, predicate, object_, unquote(valid[0]) if valid else "")

    def __str__(self) -> str:
        return premise(self.subject, self.predicate, self.object, self.valid)


@dataclass(frozen=True)
class Way:
    """How rules conclude a fact: the rule's name and the premises."""

    rule: str
    premises: tuple[Key, ...]

    @classmethod
    def read(cls, text: str) -> Way:
        """A derivation as relationships have it: ``rule: premise; premise``."""
        rule, _, premises = text.partition(": ")
        return cls(rule, tuple(Key.read(one) for one in premises.split("; ")))


def ways_of_classes(texts: list[str]) -> dict[str, list[Way]]:
    """The derivations that a node has, ``Label rule: premise``, by label."""
    found: dict[str, list[Way]] = {}
    for text in texts:
        label, _, way = text.partition(" ")
        found.setdefault(label, []).append(Way.read(way))
    return found

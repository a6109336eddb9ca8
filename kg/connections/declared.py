"""What is declared about paths: the ties that are left out, and what a step costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ontology import yaml_files

FILE = Path(__file__).with_name("declared.yaml")


@dataclass(frozen=True)
class Declared:
    """The data file; ``left_out`` has relations by what they are called in each language."""

    left_out: tuple[tuple[dict[str, str], tuple[str, ...]], ...]
    kinds: tuple[str, ...]
    derived: tuple[str, ...]
    most: int
    costs: dict[str, Any]

    @property
    def relations(self) -> list[str]:
        """The relationship types that are left out, sorted."""
        return sorted(r for _, relations in self.left_out for r in relations)

    def called(self, language: str) -> list[str]:
        """What is left out, in words."""
        return [names[language] for names, _ in self.left_out]


@cache
def declared() -> Declared:
    """The packaged declaration."""
    found = yaml_files.read(FILE)
    left_out = tuple(
        ({"en": name, "es": told["es"]}, tuple(told["relations"]))
        for name, told in found["left_out"].items()
    )
    kinds, derived = tuple(found["kinds"]), tuple(found["derived"])
    return Declared(left_out, kinds, derived, int(found["most"]), found["costs"])

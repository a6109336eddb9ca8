"""What the words of the tables mean: ``mappings.yaml``, read once and asked cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from loaders.rows import Problems, Row

_FILE = Path(__file__).parent / "mappings.yaml"


@dataclass
class Mappings:
    """The sections of the file."""

    sections: dict[str, Any]

    def section(self, name: str) -> dict[str, Any]:
        """A whole section; empty where the file has none."""
        return self.sections.get(name) or {}

    def find(self, section: str, key: str) -> Any | None:
        """What stands under a key, or nothing."""
        return self.section(section).get(key)

    def cell(
        self, problems: Problems, section: str, row: Row, column: str, text: str | None = None
    ) -> Any:
        """What a cell (or a part of it) means; a cell that nobody has explained is a problem."""
        key = row[column] if text is None else text
        found = self.find(section, key)
        if found is None:
            problems.cell(
                row, column, f"'{key}' is unknown; add it to section {section} of mappings.yaml."
            )
        return found


@cache
def _file() -> dict[str, Any]:
    sections: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return sections


def load_mappings() -> Mappings:
    """The shipped mappings."""
    return Mappings(_file())

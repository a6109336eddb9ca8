"""The shipped mappings, watched: which entries does a loader never ask for?"""

from __future__ import annotations

from typing import Any

from loaders.mappings import Mappings, load_mappings


class WatchedMappings(Mappings):
    """The shipped mappings; remembers which entries were asked for."""

    def __init__(self) -> None:
        super().__init__(load_mappings().sections)
        self.used: set[tuple[str, str]] = set()

    def find(self, section: str, key: str) -> Any | None:
        self.used.add((section, key))
        return super().find(section, key)

    def unused(self, *sections: str) -> list[str]:
        """Entries of these sections that no cell asked for."""
        entries = [(section, key) for section in sections for key in self.section(section)]
        return [f"{section}: {key}" for section, key in entries if (section, key) not in self.used]

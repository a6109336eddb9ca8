"""The words around what the graph says, from ``words.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ontology import yaml_files
from queries.header import LANGUAGES

FILE = Path(__file__).with_name("words.yaml")


@cache
def words(language: str) -> dict[str, str]:
    """All words in a language."""
    place = LANGUAGES.index(language)
    found: dict[str, list[str]] = yaml_files.read(FILE)
    return {name: str(texts[place]) for name, texts in found.items()}

"""The words of a dossier, from ``words.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ontology import yaml_files
from queries.header import LANGUAGES

FILE = Path(__file__).with_name("words.yaml")


@cache
def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml_files.read(FILE)
    return found


def says(language: str, name: str, /, **holes: Any) -> str:
    """A text in a language, its holes filled."""
    return str(_words()[name][LANGUAGES.index(language)]).format(**holes)

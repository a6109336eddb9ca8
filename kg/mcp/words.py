"""What an assistant is told, from ``words.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ontology import yaml_files
from queries.header import LANGUAGES

FILE = Path(__file__).with_name("words.yaml")


@dataclass(frozen=True)
class Prompt:
    """A prompt in one language."""

    name: str
    argument: str
    title: str
    about: str
    text: str


@cache
def _words() -> dict[str, Any]:
    found: dict[str, Any] = yaml_files.read(FILE)
    return found


def words(name: str, language: str, **given: str) -> str:
    """A text in a language."""
    return str(_words()[name][LANGUAGES.index(language)]).format(**given).strip()


def instructions() -> str:
    """What an assistant is told first, in both languages."""
    return "\n\n".join(words("instructions", language) for language in LANGUAGES)


def prompts() -> list[Prompt]:
    """The prompts, each in each language: ``brief_en``, ``brief_es``."""
    return [
        Prompt(
            f"{name}_{language}",
            found["argument"],
            *(str(found[part][place]).strip() for part in ("title", "about", "text")),
        )
        for name, found in _words()["prompts"].items()
        for place, language in enumerate(LANGUAGES)
    ]

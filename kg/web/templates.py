"""The templates; whatever stands in them is escaped."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.web.words import words
from queries.ask.wording import value_text

FOLDER = Path(__file__).parent / "html"


def embedded(value: Any) -> Markup:
    """A value as JSON that can stand inside a script element: nothing in it ends the element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)  # noqa: S704 - no mark of HTML is left in it


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["embedded"] = embedded
    environment.globals["value_text"] = value_text
    return environment


def render(template: str, found: dict[str, Any]) -> str:
    """A page in the language that ``found`` names, with the words of that language as ``word``."""
    return _environment().get_template(template).render(word=words(found["language"]), **found)

"""The words of the guide, from its file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ontology import yaml_files


@cache
def words() -> dict[str, Any]:
    """All of them, by part and language."""
    found: dict[str, Any] = yaml_files.read(Path(__file__).with_name("guide.yaml"))
    return found

"""The Cypher that asking reads names with, a file each; every one answers alike on both engines."""

from __future__ import annotations

from functools import cache
from pathlib import Path

ROOM = Path(__file__).parent


@cache
def reads(name: str) -> str:
    """The text of ``<name>.cypher``."""
    return (ROOM / f"{name}.cypher").read_text("utf-8")

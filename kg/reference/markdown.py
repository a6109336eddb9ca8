"""Pieces of a page in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

COMMAND = "python -m kg.reference"
_NOTE = f"<!-- Written by `{COMMAND}`. Change what it is made from, not this page. -->"
TO_ROOT = "../.."  # from a page to the top of the checkout


def page(title: str, about: str, blocks: Iterable[str]) -> str:
    """A whole page, which says that it is generated."""
    return "\n\n".join([f"# {title}", _NOTE, about, *blocks]) + "\n"


def cell(text: str) -> str:
    """Words in a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def table(head: list[str], rows: Iterable[list[str]]) -> str:
    """A table."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def code(text: str, language: str = "text") -> str:
    """A block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def link(path: str, to_root: str = TO_ROOT) -> str:
    """A link to a file of the checkout; ``to_root`` leads from the page to its top."""
    return f"[{path}]({to_root}/{path})"


def text(said: str) -> str:
    """Words as Markdown shows them."""
    return " ".join(said.split()).replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")

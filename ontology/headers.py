"""The header of a query file: YAML in the comment lines at its top.

Queries, checks and rules all have one: ``//+ `` begins a line of it in Cypher, ``#+ `` in SPARQL.
"""

from __future__ import annotations

from typing import Any

from ontology.yaml_files import parse

CYPHER = "//+ "
SPARQL = "#+ "


class BadHeader(ValueError):
    """A header that cannot be read: its line, from 1, and what is wrong."""

    def __init__(self, line: int, what: str) -> None:
        self.line = line
        super().__init__(what)


def split_header(text: str, mark: str) -> tuple[dict[str, Any], str]:
    """The header as a map, empty where there is none, and the text after it; BadHeader."""
    import yaml

    lines = text.split("\n")
    count = 0
    while count < len(lines) and lines[count].startswith(mark.rstrip()):
        count += 1
    try:
        found = parse("\n".join(line[len(mark) :] for line in lines[:count])) or {}
    except yaml.YAMLError as error:
        place = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "not YAML"
        raise BadHeader(place.line + 1 if place else 1, f"{problem}; correct the YAML") from error
    if not isinstance(found, dict):
        raise BadHeader(1, "must be a map of keys and values")
    return found, "\n".join(lines[count:]).strip() + "\n"

"""Query files as texts to paste: the example inlined, rows united as the command does, or a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ontology import QueryError
from ontology.headers import CYPHER, split_header
from queries import Query, bind, sent

ROOM = Path(__file__).parent
_TOKEN = re.compile(
    r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|//[^\n]*|/\*.*?\*/|\$(?P<name>\w+)""", re.DOTALL
)
_ESCAPED = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def literal(value: Any) -> str:
    """A value as Cypher writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return "'" + "".join(_ESCAPED.get(c, c) for c in str(value)) + "'"


def parameters(query: Query, example: dict[str, Any]) -> dict[str, Any]:
    """All that the query's text wants, null where the example gives nothing."""
    return sent(query, bind(query, example))


def inlined(query: Query, example: dict[str, Any]) -> str:
    """The query's text with the example's values in the place of parameters."""
    given = {name for name, value in example.items() if value is not None}
    values = parameters(query, example)

    def value(match: re.Match[str]) -> str:
        name = match["name"]
        if name is None:
            return match[0]
        if name not in values:
            raise QueryError(f"Query {query.name}: ${name} is no parameter; declare it.")
        return literal(values[name])

    text = _TOKEN.sub(value, query.anchored(given))
    kept = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
    return "\n".join(kept).strip()


def table(query: Query, example: dict[str, Any]) -> str:
    """The rows as the command shows them: equal ones once, their lists and claims united."""
    lists = [c for c in query.columns if c.many]
    keys = [c for c in query.cells if c not in {n for x in lists for n in (x.name, f"{x.name}_id")}]
    own = [c.name for c in lists if c.name in query.together]
    united = [*(c.name for c in lists if c.name not in own), "claims"]
    return _filled(
        "table",
        query=inlined(query, example),
        keys=", ".join(f"`{k}`" for k in (*keys, *own)),
        collected=", ".join(f"collect(coalesce(`{c}`, [])) AS `{c}`" for c in united),
        columns=", ".join(
            [
                *(
                    f"`{c.name}`" if c.name not in united else _united(c.name)
                    for c in query.columns
                ),
                _united("claims"),
            ]
        ),
        order=", ".join(_direction(c) for c in query.order if c.lstrip("-") not in united)
        or "claims",
    )


def picture(query: Query, example: dict[str, Any]) -> str:
    """The nodes and relationships that the answer's own claims state."""
    return _filled("picture", query=inlined(query, example))


def _united(column: str) -> str:
    each = f"reduce(found = [], some IN `{column}` | found + [x IN some WHERE NOT x IN found])"
    return f"{each} AS `{column}`"


def _direction(column: str) -> str:
    return f"`{column[1:]}` DESC" if column.startswith("-") else f"`{column}`"


def _filled(template: str, **parts: str) -> str:
    text = (ROOM / f"{template}.cypher").read_text(encoding="utf-8").strip()
    return re.sub("«(\\w+)»", lambda m: parts[m[1]], text)


@dataclass(frozen=True)
class Favourite:
    """A query of the pack itself, which draws ties and needs nothing."""

    name: str
    title: dict[str, str]
    text: str


def favourites() -> list[Favourite]:
    """Those of the pack itself, by name of file."""
    found = []
    for path in sorted((ROOM / "favourites").glob("*.cypher")):
        header, text = split_header(path.read_text(encoding="utf-8"), CYPHER)
        found.append(Favourite(path.stem, header["title"], text.strip()))
    return found

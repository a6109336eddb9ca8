"""The pages of the queries: a list, and a page a theme."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING, Any

from kg.reference.markdown import cell, code, link, page, table, text

if TYPE_CHECKING:
    from queries import Query


TO_ROOT = "../../.."  # from the page of a theme to the top of the checkout
_EVERY = (
    "Every row also has `claims`, the claims that support it. A column of a class comes with a second "
    "one, the id, under the same name and `_id`."
)


def queries_pages() -> dict[str, str]:
    """The list of all queries, and a page for each theme with a section a query."""
    from queries.catalogue import read_catalogue

    themes: dict[str, list[Query]] = {}
    for query in read_catalogue().queries.values():
        themes.setdefault(query.theme, []).append(query)
    found = {"queries.md": _contents(themes)}
    for theme, queries in themes.items():
        about = f"{_told(theme, 'es')}. {_EVERY} [All queries](../queries.md)."
        found[f"queries/{theme}.md"] = page(
            f"Queries: {_told(theme, 'en')}", about, [_query(q) for q in queries]
        )
    return found


def _told(theme: str, language: str) -> str:
    from kg.browser.words import words

    told = words()["themes"].get(theme)  # a new theme has no words yet
    return str(told[language]) if told else theme.capitalize()


def _contents(themes: dict[str, list[Query]]) -> str:
    count = sum(map(len, themes.values()))
    blocks = []
    for theme, queries in sorted(themes.items()):
        rows = [
            [f"[{q.name}](queries/{theme}.md#{q.name})", cell(q.title["en"]), cell(q.title["es"])]
            for q in queries
        ]
        blocks.append(f"## {_told(theme, 'en')}\n\n{table(['query', 'English', 'Spanish'], rows)}")
    return page("Queries", f"{count} queries, a page a theme. {_EVERY}", blocks)


def _query(query: Query) -> str:
    from queries.answers import path_of

    file = f"queries/{query.theme}/{query.name}"
    parts = [
        f"## {query.name}",
        f"**{query.title['en']}** · {query.title['es']}",
        text(query.about["en"]),
        text(query.about["es"]),
    ]
    if query.parameters:
        rows = [
            [
                f"`{p.name}`",
                f"`{p.type}`",
                "yes" if p.required else "no",
                "" if p.default is None else f"`{json.dumps(p.default, ensure_ascii=False)}`",
                cell(p.about),
            ]
            for p in query.parameters
        ]
        parts.append(table(["parameter", "type", "required", "default", ""], rows))
    else:
        parts.append("No parameters.")
    parts.append("Columns: " + ", ".join(f"`{c.name}` {c.type}" for c in query.columns) + ".")
    for language, heading in (("en", "Questions:"), ("es", "Preguntas:")):
        asked = query.questions.get(language)
        if asked:
            parts.append(f"{heading}\n\n" + code("\n".join(asked)))
    example = query.examples[0]
    command = ["kg", "query", query.name, *(f"{k}={_argument(v)}" for k, v in example.items())]
    parts.append("Example:\n\n" + code(shlex.join(command), "sh"))
    twin = (
        link(f"{file}.rq", TO_ROOT)
        if query.sparql
        else f"no SPARQL twin: {text(str(query.no_twin))}"
    )
    links = [link(f"{file}.cypher", TO_ROOT), twin]
    if path_of(query).exists():
        links.append(link(f"{file}.answers.json", TO_ROOT))
    parts.append(" · ".join(links))
    return "\n\n".join(parts)


def _argument(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)

"""The guide in the sidebar of Neo4j Browser: HTML whose slides hold queries to click."""

from __future__ import annotations

from html import escape

from kg.browser.schema import drawing
from kg.browser.texts import Favourite, picture, table
from kg.browser.words import words
from ontology import Ontology
from queries import Query

COMPLETE = "config {autoComplete: false}"


def guide(
    ontology: Ontology, queries: list[Query], ties: list[Favourite], lang: str, address: str
) -> str:
    """The guide in a language; ``address`` is where the pack is served, for style and other guide."""
    said = words()
    by_name = {q.name: q for q in queries}
    themes = dict.fromkeys(q.theme for q in queries)
    slides = [
        _slide(said["start"]["title"][lang], _start(lang, address)),
        _slide(
            said["model"]["title"][lang],
            _paragraph(said["model"]["text"][lang])
            + f'<img width="100%" src="{drawing(ontology, said["schema"])}">',
        ),
        _slide(
            said["questions"]["title"][lang],
            *(_query(by_name[name], lang) for name in said["questions"]["queries"]),
        ),
        _slide(
            said["own"]["title"][lang],
            _paragraph(said["own"]["text"][lang]),
            *(f"<h4>{escape(f.title[lang])}</h4>{_runnable(f.text)}" for f in ties),
        ),
    ]
    for theme in themes:
        parts = [_query(q, lang) for q in queries if q.theme == theme]
        slides.append(_slide(said["themes"][theme][lang], *parts))
    return (
        f"<title>{escape(said['title'][lang])}</title>\n"
        '<article class="guide"><carousel class="deck container-fluid">\n'
        + "\n".join(slides)
        + "\n</carousel></article>\n"
    )


def _start(lang: str, address: str) -> str:
    said = words()["start"]
    other = "es" if lang == "en" else "en"
    return (
        _paragraph(said["text"][lang])
        + f'<p><a data-exec="style {address}/style.grass">{escape(said["style"][lang])}</a></p>'
        + f'<p><a data-exec="{COMPLETE}">{escape(said["complete"][lang])}</a></p>'
        + f'<p><a data-exec="guide {address}/guide-{other}.html">{words()["language"][lang]}</a></p>'
        + _favourites(said["favourites"][lang], f"favourites-{lang}.zip", address)
    )


def _favourites(text: str, name: str, address: str) -> str:
    """Browser takes favourites from no address, so the file is fetched and then dropped."""
    return _paragraph(text).replace(name, f'<a href="{address}/{name}" target="_blank">{name}</a>')


def _query(query: Query, lang: str) -> str:
    example = query.examples[0]
    said = words()
    return (
        f"<h4>{escape(query.title[lang])}</h4>{_paragraph(query.about[lang])}"
        f"<p>{said['picture'][lang]}</p>{_runnable(picture(query, example))}"
        f"<p>{said['table'][lang]}</p>{_runnable(table(query, example))}"
    )


def _runnable(text: str) -> str:
    return f'<pre class="pre-scrollable code runnable">{escape(text, quote=False)}</pre>'


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _slide(title: str, *parts: str) -> str:
    return f'<slide class="row-fluid"><h3>{escape(title)}</h3>{"".join(parts)}</slide>'

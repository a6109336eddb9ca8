"""What all pages share: their language, their form, and the page of an error."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.web.accept import chosen, language
from kg.web.linked import MEDIA
from kg.web.links import Links
from kg.web.templates import render
from queries.header import LANGUAGES

HTML = "text/html"


def spoken(request: Request) -> tuple[str, Links]:
    """The language of a page, and links that keep one that was chosen."""
    wanted = request.query_params.get("lang")
    if wanted in LANGUAGES:
        return wanted, Links("/", wanted)
    return language(request.headers.get("accept-language"), LANGUAGES), Links("/")


def page(request: Request, template: str, found: dict[str, Any], status: int = 200) -> Response:
    """A page with what is around every page."""
    tongue = found["language"]
    other = next(one for one in LANGUAGES if one != tongue)
    there = request.url.include_query_params(lang=other)
    found["other_language"] = f"{there.path}?{there.query}"
    headers = {"Content-Language": tongue, "Vary": "Accept, Accept-Language"}
    return Response(render(template, found), status, headers, HTML)


def wanted_form(request: Request, offered: tuple[str, ...]) -> str:
    """The media type that is wanted; by ``format`` in the address, else by the header."""
    named = {name: media for media, name in MEDIA.items()} | {
        "html": HTML,
        "json": "application/json",
    }
    wanted = named.get(request.query_params.get("format", ""))
    if wanted in offered:
        return wanted
    return chosen(request.headers.get("accept"), offered) or offered[0]


def failed(request: Request, message: str, status: int) -> Response:
    """An error as a page or, for a program, as JSON; one sentence."""
    if chosen(request.headers.get("accept"), (HTML, "application/json")) != HTML:
        return JSONResponse({"status": "error", "reason": message}, status)
    tongue, links = spoken(request)
    found = {"title": message, "message": message, "language": tongue, "links": links}
    return page(request, "error.html", found, status)

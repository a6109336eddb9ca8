"""The server's application: addresses, forms, and what guards them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from kg.resolve import with_word
from kg.session import Session
from kg.terminal import flat
from kg.web import pages
from kg.web.answers import answer_page
from kg.web.cells import Part
from kg.web.data import Data
from kg.web.endpoint import Limits
from kg.web.guard import Guarded
from kg.web.limits import MOST_OFFERED, MOST_QUESTION, MOST_TYPED
from kg.web.linked import MEDIA
from kg.web.links import Links
from kg.web.spoken import HTML, failed, page, spoken, wanted_form
from kg.web.workers import TooBusy, Worker
from kg.why.passages import Sources
from ontology import ExpedienteError, NotFound, TimeLimit, UserError
from queries.header import LANGUAGES

STATIC = Path(__file__).parent / "static"
MOST_WAITING = 500
LINKED = tuple(MEDIA)


@dataclass(frozen=True)
class Settings:
    """What the server was started with."""

    store: str | None = None
    sources: Sources | None = None
    limits: Limits = field(default_factory=Limits)
    hosts: frozenset[str] | None = None  # the names that requests may have; None for any
    cors: str | None = None  # another origin that may read, or * for every one


class Site:
    """The pages, each made in the thread that owns the graph."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.worker = Worker(
            lambda: Session(settings.store, settings.limits.seconds), 1, MOST_WAITING
        )
        self.data = Data(settings.store, settings.limits, self.worker)

    def close(self) -> None:
        """Ends the threads."""
        self.worker.close()
        self.data.close()

    def app(self) -> ASGIApp:
        """The application."""

        @contextlib.asynccontextmanager
        async def lifespan(_: Starlette) -> AsyncIterator[None]:
            yield
            self.close()

        routes = [
            Route("/", self.home),
            Route("/ask", self.ask),
            Route("/complete", self.complete),
            Route("/entity/{id:path}", self.entity),
            Route("/claim/{id:path}", self.claim),
            Route("/source/{id:path}", self.source),
            Route("/sources", self.sources),
            Route("/queries", self.queries),
            Route("/query/{name}", self.query),
            *self.data.routes(),
            Mount("/static", StaticFiles(directory=STATIC)),
        ]
        handlers: dict[Any, Callable[..., Any]] = {
            ExpedienteError: _failed,
            TooBusy: _busy,
            404: _missing,
            405: _missing,
            Exception: _broken,
        }
        app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
        return Guarded(app, self.settings.hosts, self.settings.cors)

    # --- Pages ------------------------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        """A box to ask in."""
        tongue, links = spoken(request)
        return await self._html(
            request, "home.html", lambda s: {"examples": _examples(s, tongue, links)}
        )

    async def ask(self, request: Request) -> Response:
        """The answer to ``q``."""
        question = request.query_params.get("q", "").strip()
        if not question:
            return RedirectResponse(spoken(request)[1].home(), 303)
        if len(question) > MOST_QUESTION:
            raise UserError(
                f"The question has {len(question)} characters; ask one of {MOST_QUESTION} at most."
            )
        wanted = request.query_params.get("lang")
        form = wanted_form(request, (HTML, "application/json"))
        _, links = spoken(request)
        from kg.respond import respond

        def answered(session: Session) -> dict[str, Any]:
            response = respond(session, question, wanted if wanted in LANGUAGES else None)
            if form != HTML:
                return {"response": response}
            return answer_page(session, response, self.settings.sources, links)

        if form != HTML:
            found = await self.worker.submit(answered)
            return JSONResponse(found["response"], headers={"Vary": "Accept"})
        return await self._html(request, "answer.html", answered)

    async def complete(self, request: Request) -> Response:
        """The names that begin as ``q``, for the box."""
        typed = request.query_params.get("q", "")[:MOST_TYPED]

        def offered(session: Session) -> list[str]:
            return with_word(session.lexicon, typed)[:MOST_OFFERED]

        return JSONResponse(await self.worker.submit(offered) if typed else [])

    async def entity(self, request: Request) -> Response:
        """An entity's dossier."""
        identifier = request.path_params["id"]
        if identifier.startswith(("claim/", "source/")):
            return RedirectResponse(spoken(request)[1].of(identifier), 308)
        return await self._cited(request, "entity", identifier, pages.entity_page)

    async def claim(self, request: Request) -> Response:
        """A claim."""
        identifier = f"claim/{request.path_params['id']}"
        return await self._cited(request, "claim", identifier, pages.claim_page)

    async def source(self, request: Request) -> Response:
        """A source."""
        identifier = f"source/{request.path_params['id']}"
        return await self._cited(request, "source", identifier, pages.source_page)

    async def _cited(
        self, request: Request, kind: str, identifier: str, make: Callable[..., dict[str, Any]]
    ) -> Response:
        """What shows passages where the texts are at hand."""
        tongue, links = spoken(request)
        return await self._thing(
            request,
            f"{kind}.html",
            identifier,
            lambda session: make(session, identifier, self.settings.sources, links, tongue),
        )

    async def sources(self, request: Request) -> Response:
        """All sources."""
        _, links = spoken(request)
        return await self._html(
            request, "sources.html", lambda session: pages.sources_page(session, links)
        )

    async def queries(self, request: Request) -> Response:
        """All queries."""
        tongue, links = spoken(request)
        return await self._html(
            request, "queries.html", lambda session: pages.queries_page(session, links, tongue)
        )

    async def query(self, request: Request) -> Response:
        """A query, and its rows."""
        name = request.path_params["name"]
        tongue, links = spoken(request)
        form = wanted_form(request, (HTML, *LINKED))
        if form != HTML:
            return await self.data.example(request, name, form)
        given = {k: v for k, v in request.query_params.items() if k not in ("lang", "format")}
        return await self._html(
            request,
            "query.html",
            lambda session: pages.query_page(session, name, given, links, tongue),
        )

    async def _thing(
        self,
        request: Request,
        template: str,
        identifier: str,
        make: Callable[[Session], dict[str, Any]],
    ) -> Response:
        """A thing as a page, or as RDF."""
        form = wanted_form(request, (HTML, *LINKED))
        if form == HTML:
            return await self._html(request, template, make)
        return await self.data.thing(request, identifier, form)

    async def _html(
        self, request: Request, template: str, make: Callable[[Session], dict[str, Any]]
    ) -> Response:
        tongue, links = spoken(request)
        found = await self.worker.submit(make)
        if "response" in found:  # an answer speaks the language of its question
            tongue = found["response"]["language"]
        return page(request, template, {**found, "language": tongue, "links": links})


def _examples(session: Session, tongue: str, links: Links) -> list[Part]:
    """A question of each theme."""
    found: dict[str, str] = {}
    for query in sorted(session.catalogue.queries.values(), key=lambda q: (q.theme, q.name)):
        for question in query.questions.get(tongue, [])[:1]:
            found.setdefault(query.theme, question)
    return [Part(q, links.ask(q)) for q in found.values()]


# --- What goes wrong ------------------------------------------------------------------------------


async def _failed(request: Request, error: Exception) -> Response:
    status = 500
    if isinstance(error, NotFound):
        status = 404
    elif isinstance(error, TimeLimit):
        status = 503
    elif isinstance(error, UserError):
        status = 414 if request.url.path == "/ask" else 400
    return failed(request, str(error), status)


async def _busy(request: Request, _: Exception) -> Response:
    found = failed(request, "Too many requests are waiting; ask again in a moment.", 503)
    found.headers["Retry-After"] = "2"
    return found


async def _missing(request: Request, error: Any) -> Response:
    if error.status_code == 405:
        return failed(
            request, f"{request.method} is not allowed here; this server only reads.", 405
        )
    return failed(request, f"There is no page {request.url.path}; begin at /.", 404)


async def _broken(request: Request, error: Exception) -> Response:
    print(flat(f"kg: {request.url.path}: {type(error).__name__}: {error}"), file=sys.stderr)
    return failed(request, "The page could not be made; the server's terminal says why.", 500)

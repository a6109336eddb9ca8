"""What programs read: SPARQL by its protocol, things as RDF, the dataset's description."""

from __future__ import annotations

import asyncio

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from graph.vocabulary import FORMATS
from kg.session import Session
from kg.web import linked
from kg.web.accept import chosen
from kg.web.endpoint import Gone, Limits, Result, answer, prepared
from kg.web.examples import examples
from kg.web.limits import MOST_BODY
from kg.web.pages import sparql_page
from kg.web.protocol import (
    FORM,
    QUERY,
    UPDATE,
    NotAcceptable,
    form_of,
    read_form,
    read_request,
)
from kg.web.protocol import Request as Asked
from kg.web.spoken import page, spoken
from kg.web.workers import Worker
from ontology import TimeLimit, UserError

THREADS = 2
MOST_WAITING = 250
_LOOKS = 0.5  # seconds between two looks whether a client is still there


class TooLarge(UserError):
    """A body larger than any query."""


class Data:
    """The endpoint, in threads of its own: a long query must not keep pages waiting."""

    def __init__(self, store: str | None, limits: Limits, owner: Worker) -> None:
        self.limits, self.owner = limits, owner
        self.worker = Worker(lambda: Session(store), THREADS, MOST_WAITING)

    def close(self) -> None:
        """Ends the threads."""
        self.worker.close()

    def routes(self) -> list[Route]:
        """The addresses for programs."""
        return [
            Route("/sparql", self.sparql, methods=["GET", "POST"]),
            Route("/sparql/examples", self.all_examples),
            Route("/.well-known/void", self.void),
        ]

    # --- The protocol -----------------------------------------------------------------------------

    async def sparql(self, request: Request) -> Response:
        """A query by GET or POST; without one a page, or what the service is."""
        try:
            asked = await _asked(request)
            if asked is None:
                return await self._about(request)
            media, format_ = form_of(asked, request.headers.get("accept"))
            return await self._run(request, asked, media, format_)
        except NotAcceptable as error:
            return _plain(error, 406)
        except TooLarge as error:
            return _plain(error, 413)
        except TimeLimit as error:
            return _plain(error, 503)
        except UserError as error:
            return _plain(error, 400)

    async def _run(self, request: Request, asked: Asked, media: str, format_: str) -> Response:
        """The whole result, or an error of its own; a client that goes ends its query."""
        await self.owner.submit(lambda session: prepared(session, self.limits))
        result = Result()
        task = self.worker.submit(lambda s: answer(s, asked, format_, self.limits, result))
        try:
            while not (await asyncio.wait([task], timeout=_LOOKS))[0]:
                if await request.is_disconnected():
                    result.stop.set()
                    task.cancel()
                    return Response(status_code=499)
            task.result()
        except BaseException as error:
            result.close()
            if isinstance(error, Gone):
                return Response(status_code=499)
            raise
        headers = {"Vary": "Accept", "Content-Length": str(result.size)}
        if result.truncated:
            headers["X-Truncated"] = f"only the first {self.limits.rows} results"
        return StreamingResponse(result.pieces(), 200, headers, media)

    async def _about(self, request: Request) -> Response:
        """A page to write a query in, or the description of the service."""
        media = chosen(request.headers.get("accept"), ("text/html", *linked.MEDIA))
        if media in linked.MEDIA:
            body = linked.service(endpoint(request), FORMATS[linked.MEDIA[media]])
            return Response(body, media_type=media, headers={"Vary": "Accept"})
        tongue, links = spoken(request)
        name = request.query_params.get("example", "relatives")

        found = await self.owner.submit(lambda session: sparql_page(session, name, links, tongue))
        found |= {"language": tongue, "links": links, "limits": self.limits}
        return page(request, "sparql.html", found)

    # --- Descriptions -----------------------------------------------------------------------------

    async def thing(self, request: Request, identifier: str, media: str) -> Response:
        """A thing as RDF."""
        return await self._run(request, linked.thing(identifier), media, linked.MEDIA[media])

    async def void(self, request: Request) -> Response:
        """The dataset in VoID."""
        media = chosen(request.headers.get("accept"), tuple(linked.MEDIA)) or "text/turtle"
        asked = linked.dataset(endpoint(request))
        return await self._run(request, asked, media, linked.MEDIA[media])

    async def all_examples(self, request: Request) -> Response:
        """The queries' twins as a file of examples."""
        media = chosen(request.headers.get("accept"), tuple(linked.MEDIA)) or "text/turtle"
        return await self.example(request, None, media)

    async def example(self, request: Request, name: str | None, media: str) -> Response:
        """One twin, or all, as examples."""
        format_: ox.RdfFormat = FORMATS[linked.MEDIA[media]]
        here = endpoint(request)

        def made(session: Session) -> bytes:
            if name is not None:
                session.catalogue.get(name)  # NotFound where there is none
            return examples(session.catalogue, here, format_, name)

        body = await self.owner.submit(made)
        return Response(body, media_type=media, headers={"Vary": "Accept"})


def endpoint(request: Request) -> str:
    """The address of the endpoint as this client knows it."""
    return str(request.url.replace(path="/sparql", query="", fragment=""))


async def _asked(request: Request) -> Asked | None:
    """The query of a request in any of the three ways."""
    parameters = list(request.query_params.multi_items())
    if request.method != "POST":
        return read_request(parameters)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (FORM, QUERY, UPDATE):
        raise UserError(f"A query is sent as {FORM} or {QUERY}; '{kind}' is neither.")
    body = await _body(request)
    if kind == UPDATE:
        raise UserError("This endpoint only reads; updates are refused.")
    if kind == QUERY:
        return read_request(parameters, body)
    return read_request([*parameters, *read_form(body)])


async def _body(request: Request) -> str:
    whole = bytearray()
    async for piece in request.stream():
        whole += piece
        if len(whole) > MOST_BODY:
            raise TooLarge(
                f"The body is larger than {MOST_BODY // 2**10} kB; send a shorter query."
            )
    try:
        return whole.decode()
    except UnicodeDecodeError as error:
        raise UserError("The body is not UTF-8; send the query in UTF-8.") from error


def _plain(error: Exception, status: int) -> Response:
    headers = {"Retry-After": "2"} if status == 503 else None
    return Response(f"{error}\n", status, headers, "text/plain")

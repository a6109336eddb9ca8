"""The SPARQL 1.1 protocol: what a request asks for, and in which form the result goes back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from graph.vocabulary import GRAPH_DERIVED, GRAPH_ONTOLOGY
from kg.web.accept import chosen
from ontology import UserError

ROWS = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
}
_BY_NAME = {name: media for known in (GRAPHS, ROWS) for media, name in reversed(known.items())}
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_NAMED_CELLS = {GRAPH_DERIVED: "derived", GRAPH_ONTOLOGY: "ontology"}
_SKIPPED = re.compile(r"\s+|#[^\n]*|BASE\s*<[^>]*>|PREFIX\s*[^\s:]*\s*:\s*<[^>]*>", re.IGNORECASE)
_VERB = re.compile(r"(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)


class NotAcceptable(UserError):
    """None of the forms that a client takes can be given."""


@dataclass(frozen=True)
class Request:
    """A query and the graphs that the protocol chose for it."""

    query: str
    graphs: list[str] = field(default_factory=list)
    format: str | None = None  # by its name, in place of the header


def read_request(parameters: Sequence[tuple[str, str]], body: str | None = None) -> Request | None:
    """What the parameters of a request ask for; None where there is no query.

    ``body`` is a query that was sent by itself.  Raises UserError.
    """
    if any(
        name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in parameters
    ):
        raise UserError("This endpoint only reads; updates are refused.")
    queries = [value for name, value in parameters if name == "query"]
    queries += [] if body is None else [body]
    if not queries:
        return None
    if len(queries) > 1:
        raise UserError("A request has one query; this one has several.")
    if any(name == "named-graph-uri" for name, _ in parameters):
        raise UserError("named-graph-uri is not known here; write FROM NAMED in the query.")
    uris = [value for name, value in parameters if name == "default-graph-uri"]
    foreign = [uri for uri in uris if uri not in _NAMED_CELLS]
    if foreign:
        raise UserError(
            f"default-graph-uri '{foreign[0]}' is not known here; write FROM in the query, or give "
            f"{' or '.join(_NAMED_CELLS)}."
        )
    wanted = [value for name, value in parameters if name == "format"]
    return Request(queries[0], [_NAMED_CELLS[uri] for uri in uris], wanted[0] if wanted else None)


def read_form(text: str) -> list[tuple[str, str]]:
    """The fields of a form; UserError for what is none."""
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=100, errors="strict")
    except ValueError as error:
        raise UserError(f"The form cannot be read ({error}); send fields in UTF-8.") from error


def kind_of(query: str) -> str | None:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; None where a query begins with something else.

    >>> kind_of("# all\\nPREFIX a: <http://a#>\\nselect * {}")
    'SELECT'
    """
    place = 0
    while skipped := _SKIPPED.match(query, place):
        place = skipped.end()
    verb = _VERB.match(query, place)
    return verb[1].upper() if verb else None


def form_of(request: Request, accept: str | None) -> tuple[str, str]:
    """The media type of the result and its name in ``kg sparql``; NotAcceptable if there is none."""
    offered = GRAPHS if kind_of(request.query) in ("CONSTRUCT", "DESCRIBE") else ROWS
    if request.format is not None:
        media = _BY_NAME.get(request.format, request.format)
        if media not in offered:
            raise NotAcceptable(
                f"format '{request.format}' does not fit the query; choose one of "
                f"{', '.join(dict.fromkeys(offered.values()))}."
            )
        return media, offered[media]
    media = chosen(accept, list(offered)) or ""
    if not media:
        raise NotAcceptable(
            f"The result can be had as {', '.join(offered)}; none of them is accepted."
        )
    return media, offered[media]

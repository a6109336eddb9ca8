"""The server: tools, resources and prompts, each a few lines around what ``reading`` does.

No tool writes, takes a path or an address, or runs a query that was not shipped.
"""

# Annotations are evaluated here: the resolver of `ask` is known only where the server is made.

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from mcp.server import MCPServer
from mcp.server.elicitation import AcceptedElicitation, ElicitationResult
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError
from mcp.server.mcpserver.resolve import Elicit, Resolve
from mcp_types import Completion, ToolAnnotations
from pydantic import BaseModel, Field, create_model

import kg
from kg.app import check_status
from kg.mcp import models, reading
from kg.mcp.limits import FEW_ROWS, MOST_NAME, MOST_ROWS
from kg.mcp.words import Prompt, instructions, prompts, words
from kg.resolve import with_word
from kg.respond import narrowed
from kg.session import Session
from kg.web.limits import MOST_OFFERED, MOST_QUESTION, MOST_TYPED
from kg.web.workers import TooBusy, Worker
from ontology import ExpedienteError, NotFound

_Found = TypeVar("_Found")
SCHEME = "expediente://"
READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_JSON = "application/json"


def _query_names(schema: dict[str, Any]) -> None:
    from queries import catalogue

    schema["enum"] = sorted(catalogue().queries)


Language = Annotated[Literal["en", "es"], Field(description="of the texts in the reply")]
Question = Annotated[
    str, Field(max_length=MOST_QUESTION, description="in English or Spanish, as a person asks it")
]
Name = Annotated[str, Field(max_length=MOST_NAME)]
Id = Annotated[str, Field(max_length=MOST_NAME, description="an id, or a name")]
Limit = Annotated[int, Field(ge=1, le=MOST_ROWS, description="rows at most")]
QueryName = Annotated[str, Field(max_length=MOST_NAME, json_schema_extra=_query_names)]
Status = Annotated[
    str, Field(max_length=40, description="only what rests on nothing weaker: alleged, charged ...")
]


class Meant(BaseModel):
    """Which candidate a user means."""

    meant: str


@dataclass(frozen=True)
class Asked:
    """A question's answer, before anybody is asked which of several is meant."""

    response: dict[str, Any]


def server(worker: Worker) -> MCPServer[Any]:
    """The server; ``worker`` owns the session that everything is read from."""
    found: MCPServer[Any] = MCPServer(
        "expediente",
        title="Expediente",
        version=kg.__version__,
        instructions=instructions(),
        log_level="ERROR",
    )
    _add_ask(found, worker)
    _add_tools(found, worker)
    _add_resources(found, worker)
    for prompt in prompts():
        _add_prompt(found, prompt)
    _add_completion(found, worker)
    return found


async def _read(worker: Worker, task: Callable[[Session], _Found]) -> _Found:
    """What a task gives; its error as one that the client is told."""
    try:
        return await worker.submit(task)
    except ExpedienteError as error:
        raise ToolError(str(error)) from error
    except TooBusy as error:
        raise ToolError("Too many calls are waiting; call again in a moment.") from error


# --- Tools ----------------------------------------------------------------------------------------


def _add_ask(found: MCPServer[Any], worker: Worker) -> None:
    async def asked(question: str, language: str | None, meant: str | None) -> Asked:
        response = await _read(worker, lambda s: reading.answer(s, question, language))
        if meant is not None and response["status"] == "ambiguous":
            narrow = narrowed(response, _candidate(response, meant))
            response = await _read(worker, lambda s: reading.answer(s, narrow, language))
        return Asked(response)

    async def chosen(
        first: Annotated[Asked, Resolve(asked)], ctx: Context[Any, Any]
    ) -> Elicit[Meant] | Meant | None:
        response = first.response
        if response["status"] != "ambiguous" or not response["candidates"] or not _can_elicit(ctx):
            return None
        message = words("which", response["language"], question=response["question"])
        names = tuple(c["name"] for c in response["candidates"])
        one: type[Meant] = create_model("Meant", __base__=Meant, meant=(Literal[names], ...))  # type: ignore[arg-type]
        return Elicit(message, one)

    @found.tool(title="Ask a question", annotations=READS)
    async def ask(
        question: Question,
        first: Annotated[Asked, Resolve(asked)],
        choice: Annotated[ElicitationResult[Meant], Resolve(chosen)],
        language: Language | None = None,
        meant: Annotated[
            str | None,
            Field(
                max_length=MOST_NAME,
                description="of an ambiguous question: id or name of a candidate",
            ),
        ] = None,
        limit: Limit = FEW_ROWS,
    ) -> models.Answer:
        """Answers a question about the cases in words, rows and evidence, or says why it cannot.

        The status is answered, ambiguous (ask your user which candidate is meant, and ask again with
        ``meant``) or unanswerable (with a reason and what could be asked instead).
        """
        response = first.response
        if isinstance(choice, AcceptedElicitation) and isinstance(choice.data, Meant):
            narrow = narrowed(response, _candidate(response, choice.data.meant))
            response = await _read(worker, lambda s: reading.answer(s, narrow, language))
        return reading.reply(response, limit)


def _can_elicit(ctx: Context[Any, Any]) -> bool:
    """Whether the client has forms to ask its user with."""
    capabilities = ctx.client_capabilities
    can = capabilities.elicitation if capabilities else None
    return can is not None and (can.form is not None or can.url is None)


def _candidate(response: dict[str, Any], meant: str) -> dict[str, Any]:
    for candidate in response["candidates"]:
        if meant in (candidate["id"], candidate["name"]):
            return dict(candidate)
    known = ", ".join(str(c["id"]) for c in response["candidates"])
    raise ToolError(f"meant '{meant[:80]}' is none of the candidates; give one of {known}.")


def _add_tools(found: MCPServer[Any], worker: Worker) -> None:
    @found.tool(title="Find whom a name may mean", annotations=READS)
    async def find(
        name: Name,
        kind: Annotated[str, Field(max_length=80, description="a class, as Person")] = "Entity",
        limit: Limit = 10,
    ) -> models.FoundNames:
        """Finds the entities that a name may mean, with ids, scores and reasons; spelling may be off."""
        return await _read(worker, lambda s: reading.found(s, name, kind, limit))

    @found.tool(title="Describe queries", annotations=READS)
    async def describe_query(
        name: QueryName | None = None,
        theme: Annotated[str | None, Field(max_length=80)] = None,
        language: Language = "en",
    ) -> models.Descriptions:
        """Lists the queries of a theme, or all; with a name, one in full: schemas, examples, texts."""
        return await _read(worker, lambda s: reading.described(s, name, theme, language))

    @found.tool(title="Run a query", annotations=READS)
    async def query(
        name: QueryName,
        parameters: Annotated[
            dict[str, Any],
            Field(description="as the query's parameters_schema says: describe_query"),
        ] = {},  # noqa: B006 - nobody changes it
        min_status: Status | None = None,
        language: Language = "en",
        limit: Limit = FEW_ROWS,
    ) -> models.QueryRows:
        """Runs a shipped query by name; each row has its claims and their statuses."""

        def rows(session: Session) -> models.QueryRows:
            check_status(min_status)
            return reading.rows_of(session, name, parameters, min_status, limit, language)

        return await _read(worker, rows)

    @found.tool(title="Open the evidence", annotations=READS)
    async def evidence(
        claim: Annotated[
            str | None, Field(max_length=MOST_NAME, description="id of a claim")
        ] = None,
        subject: Id | None = None,
        predicate: Annotated[
            str | None,
            Field(max_length=MOST_NAME, description="as siblingOf, 'sibling of', hermano-de"),
        ] = None,
        object: Id | None = None,  # noqa: A002 - it is called so in RDF
        language: Language = "en",
    ) -> models.Explanation:
        """Opens a claim, or a fact (subject, predicate, object), down to the sources that say so."""
        fact = (subject, predicate, object)
        return await _read(worker, lambda s: reading.explained(s, claim, fact, language))

    @found.tool(title="What sources disagree about", annotations=READS)
    async def conflicts(
        entity: Id | None = None,
        kind: Annotated[
            str | None, Field(max_length=40, description="within, across or against-record")
        ] = None,
        language: Language = "en",
        limit: Limit = FEW_ROWS,
    ) -> models.Disputes:
        """Shows what sources disagree about, of an entity or of all: both sides, which stands, why."""
        return await _read(worker, lambda s: reading.disputes(s, entity, kind, language, limit))


# --- Resources and prompts ------------------------------------------------------------------------


def _add_resources(found: MCPServer[Any], worker: Worker) -> None:
    async def read(task: Callable[[Session], Any]) -> str:
        try:
            return json.dumps(await worker.submit(task), ensure_ascii=False)
        except NotFound as error:
            raise ResourceNotFoundError(str(error)) from error
        except ExpedienteError as error:
            raise ResourceError(str(error)) from error
        except TooBusy as error:
            raise ResourceError("Too many calls are waiting; call again in a moment.") from error

    @found.resource(SCHEME + "sources", title="Sources", mime_type=_JSON)
    async def sources() -> str:
        """All sources with the number of their claims."""
        return await read(reading.sources)

    @found.resource(SCHEME + "claim/{id}", title="A claim", mime_type=_JSON)
    async def claim(id: str) -> str:  # noqa: A002 - the template calls it so
        """A claim: who says what, where and how firmly, and the facts that it supports."""
        return await read(lambda s: reading.claim(s, id))

    @found.resource(SCHEME + "source/{id}", title="A source", mime_type=_JSON)
    async def source(id: str) -> str:  # noqa: A002 - the template calls it so
        """A source: title, publisher, date, address, and the ids of its claims."""
        return await read(lambda s: reading.source(s, id))

    @found.resource(SCHEME + "entity/{+id}", title="An entity", mime_type=_JSON)
    async def entity(id: str) -> str:  # noqa: A002 - the template calls it so
        """All that is said of an entity, and of a person the way through custody and law."""
        return await read(lambda s: reading.entity(s, id))


def _add_prompt(found: MCPServer[Any], prompt: Prompt) -> None:
    add = found.prompt(prompt.name, prompt.title, prompt.about)
    if prompt.argument == "name":

        @add
        def about(name: str) -> str:
            return prompt.text.format(name=name[:MOST_NAME])
    else:

        @add
        def checked(statement: str) -> str:
            return prompt.text.format(statement=statement[:MOST_QUESTION])


def _add_completion(found: MCPServer[Any], worker: Worker) -> None:
    @found.completion()  # type: ignore[no-untyped-call, untyped-decorator]
    async def complete(_: Any, argument: Any, __: Any) -> Completion | None:
        """The names that begin as what is typed."""
        if argument.name != "name" or not argument.value:
            return None
        typed = str(argument.value)[:MOST_TYPED]
        names = await _read(worker, lambda s: with_word(s.lexicon, typed))
        return Completion(values=names[:MOST_OFFERED], total=len(names))

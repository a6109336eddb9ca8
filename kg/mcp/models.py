"""What the tools give, typed: the protocol's output schemas are made from these classes."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field


class Evidence(BaseModel):
    """A claim behind a row."""

    source: str = Field(description="id of the source; resource expediente://source/{id}")
    locator: str | None = Field(description="where: char=START,END of a text, else a cell or row")
    quote: str | None
    attributed_to: list[str] = Field(description="who said it, where not the source itself")
    status: str | None
    rank: str | None


class Candidate(BaseModel):
    """Somebody or something that a name in a question may mean."""

    id: str | None
    name: str
    why: str
    question: str = Field(description="the question about nobody else")


class Shown(BaseModel):
    """How many rows and claims a reply holds, of how many."""

    rows: int
    of: int
    claims: int = Field(description="under evidence, of the claims that the rows name")
    claims_of: int


class Table(BaseModel):
    """Rows with their evidence."""

    presumption: str
    columns: list[str]
    rows: list[dict[str, Any]] = Field(
        description="each with its columns, claims, and statuses of the claims, the weakest first"
    )
    evidence: dict[str, Evidence]
    shown: Shown


class Answer(Table):
    """An answer, or why there is none."""

    status: Literal["answered", "ambiguous", "unanswerable"]
    sentence: str | None = None
    reason: str | None = Field(None, description="why it is not answered")
    question: str
    language: Literal["en", "es"]
    understood: str | None = Field(None, description="how the question was read")
    query: str | None = None
    candidates: list[Candidate] = Field([], description="of an ambiguous question: ask which")
    suggestions: list[str] = []
    contested: list[dict[str, Any]] = Field([], description="claims that say otherwise")
    left_out: list[str] = []
    release: str | None = None


class Found(BaseModel):
    """An entity that a name may mean."""

    id: str
    name: str
    kinds: list[str]
    score: float = Field(ge=0, le=1)
    matched: str
    reason: str


class FoundNames(BaseModel):
    """Entities that a name may mean, the likeliest first."""

    found: list[Found]


class Brief(BaseModel):
    """A query in one line."""

    name: str
    theme: str
    title: str
    parameters: list[str]


class Described(Brief):
    """A query, with schemas from its header."""

    about: str
    parameters_schema: dict[str, Any]
    row_schema: dict[str, Any]
    examples: list[dict[str, Any]]
    questions: list[str]
    cypher: str
    sparql: str | None


class Descriptions(BaseModel):
    """The queries of a theme or all, or one of them in full."""

    queries: list[Brief]
    query: Described | None = None


class QueryRows(Table):
    """The rows of a query."""

    query: str
    parameters: dict[str, Any]
    release: str | None = None


class Explanation(BaseModel):
    """All that stands behind a claim or a fact."""

    presumption: str
    text: str = Field(description="as a tree in words")
    facts: dict[str, dict[str, Any]]
    rules: dict[str, dict[str, str]]
    claims: dict[str, dict[str, Any]]
    roots: list[str]
    cut: bool = Field(description="whether there is more than fits into a reply")


class Disputes(BaseModel):
    """What sources disagree about."""

    presumption: str
    disputes: list[dict[str, Any]] = Field(
        description="each with two sides of claims, which one stands (0, 1, none) and why"
    )
    claims: dict[str, dict[str, Any]]
    shown: Shown

"""A question in, one answer object out: the JSON of ``kg ask`` (schema 1)."""

from __future__ import annotations

import re
from typing import Any

from kg.session import Session
from ontology import ExpedienteError
from queries import Answer, Query, bind, compare, run_cypher, run_sparql
from queries.ask import Understanding, language_of, suggestions, understand

SCHEMA = 1
_CLAIMS = """
UNWIND $ids AS wanted
MATCH (c:Entity {id: wanted})-[:STATED_IN]->(s:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(a:Entity)
RETURN c.id AS id, s.id AS source, c.locator AS locator, c.quote AS quote, a.name AS attributed_to,
       c.status AS status, c.rank AS rank
"""
EXIT = {"answered": 0, "ambiguous": 3, "unanswerable": 4, "error": 1}


def respond(
    session: Session, question: str, language: str | None = None, check: bool = False
) -> dict[str, Any]:
    """Answers one question; never raises for what is wrong with the question itself.

    ``check`` computes the answer in both languages and adds ``check`` with the differences.
    """
    question = question.encode("utf-8", "replace").decode()  # bytes that are no text
    understood = understand(question, session.catalogue, session.lexicon, language)
    response = _empty(question, language or understood.language, session)
    response["understanding"] = understood.steps
    if understood.status == "ambiguous":
        response["status"] = "ambiguous"
        response["reason"] = understood.reason
        response["candidates"] = [
            {"id": k.id, "name": k.name, "why": ", ".join(sorted(k.labels & _SHOWN))}
            for k in understood.candidates
        ]
        return response
    if understood.status == "unanswerable":
        return _unanswerable(response, session, understood.reason)
    return _answer(response, session, understood, check)


_SHOWN = frozenset(
    {"Person", "Organization", "Event", "Place", "Office", "Source", "Administration"}
)


def _empty(question: str, language: str, session: Session) -> dict[str, Any]:
    release = session.store.release()
    return {
        "schema": SCHEMA,
        "status": "error",
        "question": question,
        "language": language,
        "query": None,
        "parameters": {},
        "columns": [],
        "rows": [],
        "candidates": [],
        "reason": None,
        "suggestions": [],
        "evidence": {},
        "release": release.generation if release else None,
    }


def _unanswerable(response: dict[str, Any], session: Session, reason: str | None) -> dict[str, Any]:
    response["status"] = "unanswerable"
    response["reason"] = reason
    response["suggestions"] = suggestions(
        response["question"], session.catalogue, response["language"], session.lexicon
    )
    return response


def _answer(
    response: dict[str, Any], session: Session, understood: Understanding, check: bool
) -> dict[str, Any]:
    query = session.catalogue.get(understood.query or "")
    bound = bind(query, understood.parameters)
    answer = run_cypher(query, bound, session.store)
    response["query"] = query.name
    response["parameters"] = named_parameters(session, query, bound)
    response["columns"] = answer.columns
    if check:
        response["check"] = check_answer(session, query, answer)
    if not answer.rows:
        spanish = response["language"] == "es"
        reason = (
            "El grafo no contiene nada al respecto."
            if spanish
            else "The graph holds nothing on that."
        )
        return _unanswerable(response, session, reason)
    response["status"] = "answered"
    response["rows"] = answer.rows
    response["sentence"] = sentence(session, query, response)
    response["evidence"] = evidence(session, answer.rows)
    return response


def named_parameters(session: Session, query: Query, bound: dict[str, Any]) -> dict[str, Any]:
    """Parameters as given: an entity as its id and name."""
    shown: dict[str, Any] = {}
    for parameter in query.parameters:
        value = bound[parameter.name]
        if value is None:
            continue
        known = session.lexicon.entities.get(str(value))
        shown[parameter.name] = {"id": known.id, "name": known.name} if known else value
    return shown


def check_answer(session: Session, query: Query, answer: Answer) -> dict[str, Any]:
    """The same question in SPARQL, on another engine, and how the two answers differ."""
    if query.sparql is None:
        return {"equal": None, "differences": [], "reason": query.no_twin}
    second = run_sparql(query, answer.parameters, session.dataset)
    differences = compare(answer, second)
    return {"equal": not differences, "differences": differences}


def sentence(session: Session, query: Query, response: dict[str, Any]) -> str:
    """The query's answer sentence with its parameters and the number of rows in place."""
    values: dict[str, str] = {"n": str(len(response["rows"]))}
    language = response["language"]
    for name, value in response["parameters"].items():
        if isinstance(value, dict):
            values[name] = session.lexicon.entities[value["id"]].called(language)
        else:
            values[name] = str(value)
    text = query.answer[language]
    return re.sub(r"\{(\w+)\}", lambda m: values.get(m[1], "…"), text)


def evidence(session: Session, rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The claims behind rows: source, place, quotation, speaker, status and rank."""
    wanted = sorted({claim for row in rows for claim in row["claims"]})
    found: dict[str, dict[str, Any]] = {}
    if not wanted:
        return found
    for record in session.store.read(_CLAIMS, {"ids": wanted}).records:
        claim = found.setdefault(
            record["id"],
            {
                "source": record["source"].removeprefix("source/"),
                "locator": record["locator"],
                "quote": record["quote"],
                "attributed_to": [],
                "status": record["status"],
                "rank": record["rank"],
            },
        )
        if record["attributed_to"]:
            claim["attributed_to"] = sorted({*claim["attributed_to"], record["attributed_to"]})
    return dict(sorted(found.items()))


def failure(question: str, error: ExpedienteError, language: str | None = None) -> dict[str, Any]:
    """The object for a question that something went wrong with."""
    return {
        "schema": SCHEMA,
        "status": "error",
        "question": question,
        "language": language or language_of(question),
        "query": None,
        "parameters": {},
        "columns": [],
        "rows": [],
        "candidates": [],
        "reason": str(error),
        "suggestions": [],
        "evidence": {},
        "release": None,
    }

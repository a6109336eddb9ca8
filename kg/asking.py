"""``kg ask``: one question for a person, or many for a program."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from kg.render import rows_as
from kg.respond import EXIT, failure, respond
from kg.session import Session
from ontology import ExpedienteError, UserError, ontology

MOST_EVIDENCE = 60  # lines on the screen; --json has all
_YES = {"en": {True: "yes", False: "no"}, "es": {True: "sí", False: "no"}}
_KINSHIP = {
    "blood": {"en": "blood", "es": "consanguinidad"},
    "affinity": {"en": "marriage", "es": "afinidad"},
}
_WORDS = {
    "en": {
        "evidence": "Evidence",
        "more": "… and {n} more claims; --json shows all of them.",
        "try": "I can answer, for example:",
        "which": "Which one do you mean?",
        "check": "Cypher and SPARQL agree.",
        "differ": "Cypher and SPARQL differ:",
        "nocheck": "No second opinion: ",
    },
    "es": {
        "evidence": "Pruebas",
        "more": "… y {n} afirmaciones más; --json las muestra todas.",
        "try": "Puedo responder, por ejemplo:",
        "which": "¿A cuál se refiere?",
        "check": "Cypher y SPARQL coinciden.",
        "differ": "Cypher y SPARQL difieren:",
        "nocheck": "Sin segunda opinión: ",
    },
}


def ask_one(
    session: Session, question: str, lang: str | None, as_json: bool, explain: bool, check: bool
) -> int:
    """Prints one answer and gives its exit status."""
    response = respond(session, question, lang, check)
    differs = bool(response.get("check") and response["check"]["differences"])
    if as_json:
        if not explain:
            response.pop("understanding", None)
        print(json.dumps(response, ensure_ascii=False, indent=2))
        return 1 if differs else EXIT[response["status"]]
    words = _WORDS[response["language"]]
    if explain:
        for step in response["understanding"]:
            print(step, file=sys.stderr)
        if response["query"]:
            print(f"query: {response['query']}", file=sys.stderr)
    _show(session, response, words)
    if response.get("check"):
        found = response["check"]
        if found["equal"] is None:
            print(words["nocheck"] + found["reason"], file=sys.stderr)
        else:
            print(words["differ"] if differs else words["check"], file=sys.stderr)
        for line in found["differences"]:
            print("  " + line, file=sys.stderr)
    return 1 if differs else EXIT[response["status"]]


def print_failure(question: str, error: ExpedienteError, lang: str | None) -> None:
    """The answer object of a question that could not be asked."""
    print(json.dumps(failure(question, error, lang), ensure_ascii=False, indent=2))


def _show(session: Session, response: dict[str, Any], words: dict[str, str]) -> None:
    if response["status"] == "answered":
        print(response["sentence"])
        print()
        language = response["language"]
        columns = [c for c in response["columns"] if not c.endswith("_id")]
        numbers = {claim: str(n) for n, claim in enumerate(response["evidence"], 1)}
        rows = [
            {c: named(session, row, c, language) for c in columns}
            | {"evidence": ", ".join(f"[{numbers[c]}]" for c in row["claims"] if c in numbers)}
            for row in response["rows"]
        ]
        query = session.catalogue.get(response["query"])
        titles = {c.name: c.headings[language] for c in query.columns}
        titles["evidence"] = words["evidence"].lower()
        print(rows_as("table", [*columns, "evidence"], rows, titles))
        print()
        print(words["evidence"])
        for claim, found in list(response["evidence"].items())[:MOST_EVIDENCE]:
            print("  " + evidence_line(numbers[claim], found, language))
        if len(response["evidence"]) > MOST_EVIDENCE:
            print("  " + words["more"].format(n=len(response["evidence"]) - MOST_EVIDENCE))
        return
    print(response["reason"], file=sys.stderr)
    if response["candidates"]:
        print(words["which"], file=sys.stderr)
        for candidate in response["candidates"]:
            print(f"  {candidate['name']} ({candidate['id']})", file=sys.stderr)
    if response["suggestions"]:
        print(words["try"], file=sys.stderr)
        for suggestion in response["suggestions"]:
            print("  " + suggestion, file=sys.stderr)


def named(session: Session, row: dict[str, Any], column: str, language: str) -> Any:
    """A cell for a reader; an entity by its name in the reader's language."""
    known = session.lexicon.entities.get(str(row.get(f"{column}_id")))
    return known.called(language) if known else in_words(row[column], language)


def in_words(value: Any, language: str) -> Any:
    """A cell for a reader: relationship types and statuses by their labels, yes and no."""
    if isinstance(value, bool):
        return _YES[language][value]
    if isinstance(value, list):
        return [in_words(v, language) for v in value]
    if not isinstance(value, str):
        return value
    model = ontology()
    term = model.by_type.get(value)
    labels = term.labels if term else model.status_labels.get(value) or _KINSHIP.get(value, {})
    return labels.get(language, value)


def evidence_line(number: str, found: dict[str, Any], language: str) -> str:
    """One claim on one line: status, quotation, speaker, source and place."""
    parts = [f"[{number}] {in_words(found['status'], language)}"]
    if found["rank"] != "normal":
        parts.append(f"({found['rank']})")
    if found["quote"]:
        parts.append(f"“{found['quote']}”")
    if found["attributed_to"]:
        parts.append(f"— {', '.join(found['attributed_to'])},")
    parts.append(f"{found['source']} {found['locator']}")
    return " ".join(parts)


def questions(place: str) -> Iterator[str]:
    """Questions, a line each, from a file or standard input; bytes that are not UTF-8 become �."""
    try:
        with _opened(place) as lines:
            for number, line in enumerate(lines):
                if number == 0:
                    line = line.removeprefix(codecs.BOM_UTF8)
                yield line.rstrip(b"\r\n").decode("utf-8", "replace")
    except OSError as error:
        raise UserError(f"--batch {place}: cannot be read ({error.strerror}).") from error


def _opened(place: str) -> IO[bytes]:
    return sys.stdin.buffer if place == "-" else Path(place).open("rb")


def ask_batch(session: Session, place: str, lang: str | None, check: bool) -> int:
    """Answers every line, in order, whatever becomes of each; 1 if something failed, else 0."""
    status = 0
    for question in questions(place):
        try:
            response = respond(session, question, lang, check)
            response.pop("understanding", None)
        except ExpedienteError as error:
            response = failure(question, error, lang)
            status = 1
        print(json.dumps(response, ensure_ascii=False), flush=True)
    return status

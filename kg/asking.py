"""``kg ask``: one question for a person, or many for a program."""

from __future__ import annotations

import codecs
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from kg.render import as_json, rows_as
from kg.respond import EXIT, failure, respond
from kg.session import Session
from kg.terminal import heading
from kg.why.last import keep
from ontology import ExpedienteError, UserError
from queries.ask import FAR
from queries.ask.wording import phrase, refusal, value_text

MOST_EVIDENCE = 10  # claims on the screen, if nothing else is wished; --json has all
MOST_QUOTED = 200  # characters of a quotation on the screen, unless all is wished
_CHECK = {
    "en": {
        "same": "Cypher and SPARQL agree.",
        "differ": "Cypher and SPARQL differ:",
        "none": "No second opinion: ",
        "understood": "understood as: ",
        "query": "query: ",
        "cost": "cost {cost:.2f}, margin {margin:.2f}",
        "reading": "other reading: ",
    },
    "es": {
        "same": "Cypher y SPARQL coinciden.",
        "differ": "Cypher y SPARQL difieren:",
        "none": "Sin segunda opinión: ",
        "understood": "entendido como: ",
        "query": "consulta: ",
        "cost": "costo {cost:.2f}, margen {margin:.2f}",
        "reading": "otra lectura: ",
    },
}


def read_evidence(text: str) -> int | None:
    """The number of claims to show: a number, none (0) or all (None); UserError for another word."""
    if text == "all":
        return None
    if text == "none":
        return 0
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    raise UserError(f"--evidence '{text}' is no number; give a number, all or none.")


def ask_one(
    session: Session,
    question: str,
    lang: str | None,
    json_: bool,
    explain: bool,
    check: bool,
    evidence: int | None = MOST_EVIDENCE,
) -> int:
    """Prints one answer and gives its exit status."""
    if explain or json_:
        session.asker.ahead = FAR
    response = respond(session, question, lang, check)
    if response["status"] == "answered":
        keep(response, session.base.url)
    differs = bool(response.get("check") and response["check"]["differences"])
    if json_:
        print(as_json(response, indent=2))
        return 1 if differs else EXIT[response["status"]]
    if explain:
        print_understanding(response)
    show(session, response, evidence)
    if response.get("check"):
        _print_check(response["check"], _CHECK[response["language"]])
    return 1 if differs else EXIT[response["status"]]


def print_understanding(response: dict[str, Any]) -> None:
    """How a question was read, on standard error."""
    words = _CHECK[response["language"]]
    if response["form"]:
        print(words["understood"] + response["form"]["text"], file=sys.stderr)
    if response["query"]:
        print(words["query"] + response["query"], file=sys.stderr)
    if response["form"]:
        print(words["cost"].format(**response["reading"]), file=sys.stderr)
    for rival in response["reading"]["rivals"]:
        print(words["reading"] + rival, file=sys.stderr)


def _print_check(found: dict[str, Any], words: dict[str, str]) -> None:
    if found["equal"] is None:
        print(words["none"] + found["reason"], file=sys.stderr)
    else:
        print(words["same"] if found["equal"] else words["differ"], file=sys.stderr)
    for line in found["differences"]:
        print("  " + line, file=sys.stderr)


def print_failure(question: str, error: ExpedienteError, lang: str | None) -> None:
    """The answer object of a question that could not be asked."""
    print(as_json(failure(question, error, lang), indent=2))


# -- for a person ------------------------------------------------------------------------------


def show(session: Session, response: dict[str, Any], evidence: int | None) -> None:
    """An answer on standard output: sentence, table, evidence, what is contested or left out.

    What is no answer goes to standard error.
    """
    if response["status"] != "answered":
        _show_refusal(response)
    else:
        _show_answer(session, response, evidence)
    if "knowledge" in response:
        from kg.releases import release_line

        told = release_line(response["knowledge"], response["release"], response["language"])
        print("\n" + told, file=sys.stdout if response["status"] == "answered" else sys.stderr)


def _show_answer(session: Session, response: dict[str, Any], evidence: int | None) -> None:
    language = response["language"]
    numbers = {claim: n for n, claim in enumerate(response["evidence"], 1)}
    for n, part in enumerate(response.get("parts") or [response]):
        print(("\n" if n else "") + part["sentence"])
        table = _table(session, part, numbers if evidence != 0 else {})
        if table:
            print()
            print(table)  # by itself: it may have colour
    _show_evidence(response, numbers, evidence)
    if response["contested"]:
        print()
        print(heading(phrase(language, "contested"), sys.stdout))
        for line in contested_lines(session, response["contested"], language):
            print("  " + line)
    if response["left_out"]:
        print("\n" + "\n".join(response["left_out"]))


def _show_refusal(response: dict[str, Any]) -> None:
    language = response["language"]
    print(response["reason"], file=sys.stderr)
    if response["candidates"]:
        print(refusal(language, "which"), file=sys.stderr)
        for candidate in response["candidates"]:
            print(f"  {candidate['name']}: {candidate['why']}", file=sys.stderr)
    if response["suggestions"]:
        print(refusal(language, "try"), file=sys.stderr)
        for suggestion in response["suggestions"]:
            print("  " + suggestion, file=sys.stderr)


def _table(session: Session, response: dict[str, Any], numbers: dict[str, int]) -> str:
    """The rows with what was asked for; a column in which nothing is recorded says so, or goes."""
    language, rows = response["language"], response["rows"]
    kept = shown_columns(response)
    joined = (response["form"] or {}).get("of", {}).get("kind") == "or"  # rows of several relations
    cells = [
        {c: "" if joined and row.get(c) is None else named(session, row, c, language) for c in kept}
        for row in rows
    ]
    if len(rows) == 1 and len(kept) == 1:
        return ""  # the sentence has said it
    titles = {c: title_of(c, language) for c in kept}
    if numbers:
        title = phrase(language, "evidence").lower()
        for shown, row in zip(cells, rows, strict=True):
            shown["evidence"] = spans(sorted(numbers[c] for c in row["claims"] if c in numbers))
        kept, titles = [*kept, "evidence"], {**titles, "evidence": title}
    return rows_as("table", kept, cells, titles)


def shown_columns(response: dict[str, Any]) -> list[str]:
    """The columns for a reader: what was asked for, and beside it what is recorded of some row."""
    rows = response["rows"]
    columns = [c for c in response["columns"] if not c.endswith("_id")]
    asked = {columns[0], *((response["form"] or {}).get("columns") or [])} if columns else set()
    return [c for c in columns if c in asked or any(r.get(c) not in (None, []) for r in rows)]


def title_of(column: str, language: str) -> str:
    """The heading of a column."""
    from queries.header import headings

    return headings().get(column, {}).get(language, column.replace("_", " "))


def spans(found: list[int]) -> str:
    """Numbers as short as they go: ``[1-3, 7]``."""
    spans: list[list[int]] = []
    for number in found:
        if spans and number == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number, number])
    said = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)
    return f"[{said}]" if said else ""


def _show_evidence(response: dict[str, Any], numbers: dict[str, int], evidence: int | None) -> None:
    found, language = response["evidence"], response["language"]
    if evidence == 0 or not found:
        return
    print()
    print(heading(phrase(language, "evidence"), sys.stdout))
    most = len(found) if evidence is None else evidence
    for claim, one in list(found.items())[:most]:
        cut = None if evidence is None else MOST_QUOTED
        print("  " + evidence_line(str(numbers[claim]), one, language, cut))
    if len(found) > most:
        print("  " + phrase(language, "more_evidence", n=len(found) - most))


def named(session: Session, row: dict[str, Any], column: str, language: str) -> str:
    """A cell for a reader: names in the reader's language, dates and labels in words."""
    value, ids = row.get(column), row.get(f"{column}_id")
    if value is None or value == []:
        return phrase(language, "none")
    entities = session.lexicon.entities
    if isinstance(value, list):
        whole = ids if isinstance(ids, list) and len(ids) == len(value) else [None] * len(value)
        told = [
            entities[str(i)].called(language)
            if str(i) in entities
            else value_text(v, column, language)
            for v, i in zip(value, whole, strict=True)
        ]
        return "; ".join(told)
    known = entities.get(str(ids))
    return known.called(language) if known else value_text(value, column, language)


def evidence_line(number: str, found: dict[str, Any], language: str, cut: int | None = None) -> str:
    """One claim on one line: status, quotation, speaker, source and place."""
    parts = [f"[{number}] {value_text(found['status'], 'status', language)}"]
    if found["rank"] != "normal":
        parts.append(f"({value_text(found['rank'], 'rank', language)})")
    if found["quote"]:
        quote = " ".join(found["quote"].split())
        if cut is not None and len(quote) > cut:
            quote = quote[:cut].rsplit(" ", 1)[0] + " …"
        parts.append(f"“{quote}”")
    if found["attributed_to"]:
        parts.append(f"— {', '.join(found['attributed_to'])},")
    parts.append(f"{found['source']} {found['locator']}")
    return " ".join(parts)


def contested_lines(session: Session, rows: list[dict[str, Any]], language: str) -> list[str]:
    """Claims that say otherwise, alike ones as one: what they say, how firmly, and the sources."""
    found: dict[str, set[str]] = {}
    for row in rows:
        parts = ("subject", "relation", "object", "value")
        told = [named(session, row, c, language) for c in parts if row.get(c)]
        status = value_text(row["status"], "status", language)
        if row["rank"] != "normal":
            status += f", {value_text(row['rank'], 'rank', language)}"
        source = str(row.get("source_id") or row.get("source")).removeprefix("source/")
        found.setdefault(f"{' '.join(told)} ({status}; ", set()).add(source)
    return [f"{told}{', '.join(sorted(sources))})" for told, sources in found.items()]


# -- many questions ----------------------------------------------------------------------------


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
    status, asker = 0, None
    gc.set_threshold(
        20_000, 20, 50
    )  # a question makes many objects that are soon gone, and no circles
    for question in questions(place):
        try:
            if asker is None or not session.address.embedded:  # a snapshot never changes
                asker = session.asker
            response = respond(session, question, lang, check, asker)
        except ExpedienteError as error:
            response = failure(question, error, lang)
            status = 1
        print(as_json(response), flush=True)
    return status

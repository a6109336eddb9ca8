"""An answer of ``kg ask`` as a page: the same object, with links, a picture, a timeline, passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.asking import contested_lines, shown_columns
from kg.respond import narrowed
from kg.web.cells import Part, Table, answer_table, cell
from kg.web.evidence import shown_claims
from kg.web.links import Links
from kg.web.picture import picture
from kg.web.timeline import Timeline, timeline
from kg.why.opened import MOST_EVIDENCE, opened_rows, told_facts
from kg.why.passages import Sources
from queries.ask.wording import value_text
from queries.header import DATED

if TYPE_CHECKING:
    from kg.session import Session


def answer_page(
    session: Session, response: dict[str, Any], texts: Sources | None, links: Links
) -> dict[str, Any]:
    """What the template of an answer shows."""
    language = response["language"]
    page: dict[str, Any] = {"response": response, "title": response["question"]}
    page["suggestions"] = [Part(s, links.ask(s)) for s in response["suggestions"]]
    page["candidates"] = [_candidate(session, response, c, links) for c in response["candidates"]]
    if response["status"] != "answered":
        return page
    numbers = {claim: n for n, claim in enumerate(response["evidence"], 1)}
    parts = response.get("parts") or [response]
    opened = [opened_rows(session, part) for part in parts]
    facts = {name: f for one in opened for name, f in told_facts(one).items()}
    claims = {name: c for one in opened for name, c in one["claims"].items()}
    shown = dict(list(numbers.items())[:MOST_EVIDENCE])
    page["answered"] = [
        {"sentence": part["sentence"], "table": _table(session, part, numbers, links)}
        for part in parts
    ]
    page["picture"] = picture(facts.values(), session.lexicon.entities, links, language)
    page["too_large"] = page["picture"] is None and len(facts) > 0
    page["timeline"] = _timeline(session, response)
    page["claims"] = shown_claims(claims, shown, texts, links, language)
    page["more"] = len(numbers) - len(shown)
    page["contested"] = contested_lines(session, response["contested"], language)
    page["innocent"] = about_people(session, response)
    return page


def _candidate(
    session: Session, response: dict[str, Any], candidate: dict[str, Any], links: Links
) -> dict[str, Any]:
    """Somebody who may be meant: a page, and the question about nobody else."""
    known = session.lexicon.entities.get(str(candidate["id"]))
    page = Part(candidate["name"], links.of(candidate["id"]) if known else None)
    return {"page": page, "why": candidate["why"], "ask": links.ask(narrowed(response, candidate))}


def _table(
    session: Session, part: dict[str, Any], numbers: dict[str, int], links: Links
) -> Table | None:
    def cited(claims: list[str]) -> list[Part]:
        return [_reference(c, numbers, links) for c in claims if c in numbers]

    return answer_table(session, part, links, cited)


def _reference(claim: str, numbers: dict[str, int], links: Links) -> Part:
    number = numbers[claim]
    href = f"#claim-{number}" if number <= MOST_EVIDENCE else links.claim(claim)
    return Part(f"[{number}]", href)


def _timeline(session: Session, response: dict[str, Any]) -> Timeline | None:
    """The rows that have a date, by what stands in their first column."""
    language, columns = response["language"], shown_columns(response)
    items = []
    for row in response["rows"]:
        when = next((row[c] for c in DATED if isinstance(row.get(c), str) and row[c]), None)
        if when is not None and columns:
            first = next((c for c in columns if c not in DATED and row.get(c)), columns[0])
            text = "; ".join(p.text for p in cell(session, row, first, language, Links()))
            items.append((when, text[:60], value_text(when, "date", language)))
    return timeline(items)


def about_people(session: Session, response: dict[str, Any]) -> bool:
    """Whether an answer speaks of a person, in its rows or in its question."""
    ids = {str(p["id"]) for p in response["parameters"].values() if isinstance(p, dict)}
    for row in response["rows"]:
        for name, value in row.items():
            if name.endswith("_id"):
                ids |= set(map(str, value if isinstance(value, list) else [value]))
    entities = session.lexicon.entities
    known = (entities.get(i) for i in ids)
    return any(one is not None and "Person" in one.labels for one in known)

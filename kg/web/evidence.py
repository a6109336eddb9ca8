"""Claims as a page shows them: how firmly, the words, who says so, where, and the passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.web.cells import Part
from kg.web.links import Links
from kg.why.passages import Sources
from kg.why.say import passage_text, status_and_rank, triple


@dataclass(frozen=True)
class Shown:
    """One claim."""

    name: str
    number: int
    anchor: str
    href: str
    status: str
    said: str
    quote: str
    speakers: list[Part]
    source: Part
    locator: str
    passage: dict[str, Any] | None
    passage_note: str


def shown_claims(
    claims: Mapping[str, dict[str, Any]],
    numbers: Mapping[str, int],
    texts: Sources | None,
    links: Links,
    language: str,
) -> list[Shown]:
    """The claims that have a number, in its order."""
    return [
        shown_claim(name, claims[name], number, texts, links, language)
        for name, number in sorted(numbers.items(), key=lambda one: one[1])
        if name in claims
    ]


def shown_claim(
    name: str,
    claim: dict[str, Any],
    number: int,
    texts: Sources | None,
    links: Links,
    language: str,
) -> Shown:
    """One claim, with the passage where the texts are at hand."""
    source = claim["source"]
    found = texts.passage(claim) if texts else None
    whole = found if found and found["state"] == "found" else None
    title = f"{source['title']}, {source['publisher']}" if source["publisher"] else source["title"]
    return Shown(
        name,
        number,
        f"claim-{number}",
        links.claim(name),
        status_and_rank(claim, language),
        triple(claim, language),
        " ".join((claim["quote"] or "").split()),
        [Part(s["name"], links.of(s["id"])) for s in claim["attributed_to"]],
        Part(title or source["id"], links.source(source["id"])),
        claim["locator"] or "",
        whole,
        passage_text(found, language) if found and whole is None else "",
    )

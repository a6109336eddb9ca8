"""A dossier as a page: a timeline, and sentences that open to their evidence.

``kg browse`` shows it with links to other pages and, where the texts are at hand, with passages;
``kg show --format html`` writes it to stand alone: no script, nothing that is loaded.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.dossier import GAP, SECTIONS, details, remark, shown
from kg.dossier.words import says
from kg.web.cells import Part
from kg.web.evidence import shown_claims
from kg.web.links import Links
from kg.web.templates import FOLDER, render
from kg.web.timeline import timeline
from kg.why.disputes import nodes
from kg.why.say import triple
from queries.ask.wording import label, value_text

if TYPE_CHECKING:
    from kg.why.passages import Sources

STYLE = FOLDER.parent / "static" / "style.css"
_UNPROVEN = frozenset(("alleged", "charged"))


class Alone(Links):
    """A page that stands alone has no other pages beside it."""

    def _page(self, path: str, **query: str) -> str:
        return ""


def standing_alone(found: dict[str, Any]) -> str:
    """The dossier as one page in HTML that needs nothing else."""
    style = STYLE.read_text("utf-8")
    page = dossier_parts(found, Alone(), None)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return render("dossier.html", {**page, "style": style, "style_hash": f"sha256-{digest}"})


def dossier_parts(found: dict[str, Any], links: Links, texts: Sources | None) -> dict[str, Any]:
    """What the templates of a dossier show; ``found`` as ``kg show --format json`` has it."""
    language = found["language"]
    person = "Person" in found["classes"]
    told = _Sentences(found, links, texts)
    parts = []
    if found["legal_status"]:
        parts.append(("legal_status", [told.status(row) for row in found["legal_status"]]))
    for section in ("said", *SECTIONS):
        if section == "events" and person:
            parts.append(("custody", told.chain()))
        if items := [told.said(row) for row in shown(found, section)]:
            parts.append((section, items))
    claims = {c: one for d in found["conflicts"] for c, one in d["claims"].items()}
    return {
        "language": language,
        "title": found["name"],
        "found": found,
        "classes": [label(one, language) for one in found["classes"]],
        "parts_shown": [
            {"name": name, "title": says(language, name), "items": items} for name, items in parts
        ],
        "timeline": timeline(_dated(found["custody"], language)),
        "disputes": nodes({"disputes": found["conflicts"], "claims": claims}, language),
        "sources": [_source(row, links, language) for row in found["sources"]],
        "none_recorded": says(language, "no_steps" if person else "none_recorded"),
        "heads": {name: says(language, name) for name in ("conflicts", "sources")},
    }


def _dated(chain: list[dict[str, Any]], language: str) -> list[tuple[str, str, str, str, str]]:
    """What the timeline shows: steps and gaps, each with the place of its sentence."""
    return [
        (
            step["date"],
            step["event"][:60],
            value_text(step["date"], "date", language),
            f"step-{number}",
            GAP if step["kind"] == GAP else "step",
        )
        for number, step in enumerate(chain, 1)
        if step["date"]
    ]


def _source(row: dict[str, Any], links: Links, language: str) -> dict[str, Any]:
    """A source with its page; on a page that stands alone with its address on the web."""
    address = str(row["url"] or "")
    outside = address if address.startswith(("http://", "https://")) else None
    return {
        **row,
        "page": Part(row["title"] or row["id"], links.source(row["id"]) or outside),
        "published": value_text(row["published"], "date", language) if row["published"] else "",
    }


# --- Sentences ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Sentences:
    """What a dossier says, each sentence with its status, the claims behind it, and whom it names."""

    found: dict[str, Any]
    links: Links
    texts: Sources | None

    def status(self, row: dict[str, Any]) -> dict[str, Any]:
        when = value_text(row["date"], "date", self.found["language"])
        other = Part(row["event"], self.links.of(row["event_id"]))
        return self._item(row["event"], when, [row["status"]], row["claims"], other=other)

    def chain(self) -> list[dict[str, Any]]:
        return [self._step(n, step) for n, step in enumerate(self.found["custody"], 1)]

    def _step(self, number: int, step: dict[str, Any]) -> dict[str, Any]:
        language, gap = self.found["language"], step["kind"] == GAP
        name = says(language, "gap") if gap else step["step"]
        said = f"{name}: {'; '.join([step['event'], *details(step, language)])}"
        when = value_text(step["date"], "date", language)
        other = None if gap else Part(step["event"], self.links.of(step["event_id"]))
        item = self._item(said, when, step["statuses"], step["claims"], other=other)
        return item | {"gap": gap, "anchor": f"step-{number}"}

    def said(self, row: dict[str, Any]) -> dict[str, Any]:
        language, found = self.found["language"], self.found
        this, other = {"id": found["id"], "name": found["name"]}, None
        if row["object_id"] is not None:
            other = {"id": row["object_id"], "name": str(row["object"])}
        turned = row["predicate"].startswith("^")
        said = triple(
            {
                "subject": other if turned else this,
                "predicate": row["predicate"].removeprefix("^"),
                "object": this if turned else other,
                "value": None if other else str(row["object"]),
            },
            language,
        )
        valid = row["valid"]
        when = value_text(valid, "valid", language) if isinstance(valid, str) else ""
        statuses = [row["status"]] if row["status"] else []
        page = Part(other["name"], self.links.of(other["id"])) if other else None
        return self._item(said, when, statuses, row["claims"], remark(row, language), page)

    def _item(
        self,
        said: str,
        when: str,
        statuses: list[str],
        claims: list[str],
        note: str = "",
        other: Part | None = None,
    ) -> dict[str, Any]:
        language = self.found["language"]
        numbers = {claim: n for n, claim in enumerate(claims, 1)}
        evidence = self.found["evidence"]
        return {
            "said": said,
            "when": when,
            "statuses": [value_text(s, "status", language) for s in statuses if s],
            "note": note,
            "anchor": "",
            "other": other if other and other.href else None,
            "unproven": says(language, "not_proven") if _UNPROVEN & {*statuses} else "",
            "claims": shown_claims(evidence, numbers, self.texts, self.links, language),
            "gap": False,
        }

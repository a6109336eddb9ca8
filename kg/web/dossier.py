"""A dossier as a page: a timeline, and sentences that open to their evidence.

``kg show --format html`` writes it to stand alone: no script, nothing that is loaded.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

from kg.dossier import GAP, SECTIONS, details, remark, shown
from kg.dossier.words import says
from kg.web.evidence import shown_claims
from kg.web.links import Links
from kg.web.templates import FOLDER, render
from kg.web.timeline import timeline
from kg.why.disputes import nodes
from kg.why.say import triple
from queries.ask.wording import label, value_text

if TYPE_CHECKING:
    from kg.session import Session

STYLE = FOLDER.parent / "static" / "style.css"
_UNPROVEN = frozenset(("alleged", "charged"))


class Alone(Links):
    """A page that stands alone has no other pages beside it."""

    def _page(self, path: str, **query: str) -> str:
        return ""


def standing_alone(session: Session, found: dict[str, Any]) -> str:
    """The dossier as one page in HTML that needs nothing else."""
    style = STYLE.read_text("utf-8")
    page = dossier_parts(found, Alone())
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return render("dossier.html", {**page, "style": style, "style_hash": f"sha256-{digest}"})


def dossier_parts(found: dict[str, Any], links: Links) -> dict[str, Any]:
    """What the templates of a dossier show."""
    language = found["language"]
    person = "Person" in found["classes"]
    parts = []
    if found["legal_status"]:
        items = [_status(row, found, links) for row in found["legal_status"]]
        parts.append({"title": says(language, "legal_status"), "items": items})
    chain = [_step(n, step, found, links) for n, step in enumerate(found["custody"], 1)]
    for section in ("said", *SECTIONS):
        if section == "events" and person:
            parts.append({"title": says(language, "custody"), "items": chain})
        items = [_said(row, found, links) for row in shown(found, section)]
        if items:
            parts.append({"title": says(language, section), "items": items})
    claims = {c: one for d in found["conflicts"] for c, one in d["claims"].items()}
    return {
        "language": language,
        "title": found["name"],
        "found": found,
        "classes": [label(one, language) for one in found["classes"]],
        "parts_shown": parts,
        "timeline": timeline(_dated(found["custody"], language)),
        "disputes": nodes({"disputes": found["conflicts"], "claims": claims}, language),
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


# --- Sentences ------------------------------------------------------------------------------------


def _item(
    found: dict[str, Any],
    links: Links,
    said: str,
    when: str,
    statuses: list[str],
    claims: list[str],
    note: str = "",
    anchor: str = "",
) -> dict[str, Any]:
    language = found["language"]
    numbers = {claim: n for n, claim in enumerate(claims, 1)}
    return {
        "said": said,
        "when": when,
        "statuses": [value_text(s, "status", language) for s in statuses if s],
        "note": note,
        "anchor": anchor,
        "unproven": says(language, "not_proven") if _UNPROVEN & {*statuses} else "",
        "claims": shown_claims(found["evidence"], numbers, None, links, language),
        "gap": False,
    }


def _status(row: dict[str, Any], found: dict[str, Any], links: Links) -> dict[str, Any]:
    when = value_text(row["date"], "date", found["language"])
    return _item(found, links, row["event"], when, [row["status"]], row["claims"])


def _step(number: int, step: dict[str, Any], found: dict[str, Any], links: Links) -> dict[str, Any]:
    language, gap = found["language"], step["kind"] == GAP
    name = says(language, "gap") if gap else step["step"]
    said = f"{name}: {'; '.join([step['event'], *details(step, language)])}"
    when = value_text(step["date"], "date", language)
    statuses, claims = step["statuses"], step["claims"]
    return _item(found, links, said, when, statuses, claims, "", f"step-{number}") | {"gap": gap}


def _said(row: dict[str, Any], found: dict[str, Any], links: Links) -> dict[str, Any]:
    language = found["language"]
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
    return _item(found, links, said, when, statuses, row["claims"], remark(row, language))

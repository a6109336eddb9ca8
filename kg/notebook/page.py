"""An answer as HTML for a notebook: sentence, table, picture, evidence.  All of it is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from kg.asking import contested_lines, evidence_line, spans
from kg.notebook.svg import svg
from kg.web.answers import about_people
from kg.web.cells import Part, answer_table
from kg.web.links import Links
from kg.web.picture import picture
from kg.web.words import words
from kg.why.opened import facts_behind
from queries.ask.wording import phrase

if TYPE_CHECKING:
    from kg.session import Session

MOST_ROWS = 100
MOST_CLAIMS = 50


def html(session: Session, response: dict[str, Any]) -> str:
    """The answer, or why there is none with what can be asked instead."""
    word = words(response["language"])
    if response["status"] != "answered":
        return _refusal(response, word)
    numbers = {claim: n for n, claim in enumerate(response["evidence"], 1)}
    found = []
    if about_people(session, response):
        found.append(f"<p><small>{escape(word['innocent'])}</small></p>")
    for part in response.get("parts") or [response]:
        found += [
            f"<p><strong>{escape(part['sentence'])}</strong></p>",
            _table(session, part, numbers),
        ]
    found += [_picture(session, response), _evidence(response, numbers)]
    if response["contested"]:
        lines = contested_lines(session, response["contested"], response["language"])
        found.append(_section(phrase(response["language"], "contested"), _list("ul", lines)))
    found += [f"<p>{escape(line)}</p>" for line in response["left_out"]]
    return "".join(["<div>", *found, "</div>"])


def _refusal(response: dict[str, Any], word: dict[str, str]) -> str:
    found = [f"<p><strong>{escape(response['reason'] or '')}</strong></p>"]
    if response["candidates"]:
        lines = [f"{c['name']} ({c['id']}): {c['why']}" for c in response["candidates"]]
        found.append(f"<p>{escape(word['which'])}</p>{_list('ul', lines)}")
    if response["suggestions"]:
        found.append(f"<p>{escape(word['try'])}</p>{_list('ul', response['suggestions'])}")
    return f"<div>{''.join(found)}</div>"


def _list(kind: str, lines: list[str]) -> str:
    return f"<{kind}>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</{kind}>"


def _section(title: str, body: str) -> str:
    return f"<details><summary>{escape(title)}</summary>{body}</details>"


def _table(session: Session, response: dict[str, Any], numbers: dict[str, int]) -> str:
    """The rows as the terminal shows them, with a status in every row."""

    def cited(claims: list[str]) -> list[Part]:
        return [Part(spans(sorted(numbers[c] for c in claims if c in numbers)))]

    table = answer_table(session, response, Links(), cited, MOST_ROWS)
    if table is None:
        return ""
    rows = [
        "<tr>" + "".join(f"<td>{escape(_text(c))}</td>" for c in cells) + "</tr>"
        for cells in table.rows
    ]
    left = len(response["rows"]) - len(rows)
    more = f"<p>… +{left}</p>" if left > 0 else ""
    head = "".join(f"<th>{escape(h)}</th>" for h in table.heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>{more}"


def _text(parts: list[Part]) -> str:
    return "; ".join(p.text for p in parts)


def _picture(session: Session, response: dict[str, Any]) -> str:
    """The facts drawn, where the graph is still the one that was asked."""
    release = session.base.release()
    if release is None or release.generation != response["release"]:
        return ""
    facts = facts_behind(session, response)
    language = response["language"]
    drawn = picture(facts.values(), session.lexicon.entities, Links(), language)
    if drawn is None:
        return ""
    said = words(language)
    return f"<figure>{svg(drawn, said['picture'])}<figcaption><small>{escape(said['picture_help'])}</small></figcaption></figure>"


def _evidence(response: dict[str, Any], numbers: dict[str, int]) -> str:
    language = response["language"]
    shown = list(response["evidence"].items())[:MOST_CLAIMS]
    lines = [evidence_line(str(numbers[claim]), one, language) for claim, one in shown]
    left = len(numbers) - len(lines)
    lines += [phrase(language, "more_evidence", n=left)] if left else []
    return _section(phrase(language, "evidence"), _list("ul", lines)) if lines else ""

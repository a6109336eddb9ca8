"""Facts and claims in words, in one language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from kg.why.keys import IS_A
from ontology import ontology, yaml_files
from queries.ask.wording import FIRM, joined, phrase, value_text
from queries.ask.wording import label as label_of

FILE = Path(__file__).parent / "said.yaml"


@cache
def _said() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml_files.read(FILE)
    return found


def say(language: str, name: str, /, **holes: Any) -> str:
    """A text around facts and claims, its holes filled."""
    return _said()[language][name].format(**holes)


def triple(one: dict[str, Any], language: str) -> str:
    """What a fact or a claim says: *A is the sibling-in-law of B*."""
    subject, predicate = one["subject"]["name"], one["predicate"]
    if predicate == IS_A:
        named = label_of(one["object"]["id"], language)
        return say(language, "class", subject=subject, object=named)
    if isinstance(predicate, list):  # of a foreign claim that names several
        predicate = predicate[0]
    named = label_of(str(predicate), language)
    if one["object"] is None:
        value = value_text(one["value"], _column(str(predicate)), language)
        return say(language, "value", subject=subject, predicate=named, value=value)
    term = ontology().by_type.get(str(predicate))
    way = "tie_verb"
    if named.endswith((" of", " de")) or (term is not None and term.kinship):
        way = "is_a" if term is not None and term.kinship else "tie"
    return phrase(language, way, subject=subject, relation=named, object=one["object"]["name"])


def _column(predicate: str) -> str:
    """The column under which a value is worded: a date as one, a text as it is."""
    term = ontology().by_key.get(predicate)
    return "date" if term is not None and term.column_type in ("interval", "date") else predicate


def fact_line(fact: dict[str, Any], language: str) -> str:
    """A fact with its interval, statuses and whether a rule concluded it.

    What is not firm says so before anything else.
    """
    said = triple(fact, language)
    if fact["valid"]:
        said += ", " + value_text(fact["valid"], "valid", language)
    told = [value_text(s, "status", language) for s in fact["statuses"]]
    told = told or [say(language, "no_status")]
    if fact["status"] is not None and fact["status"] not in FIRM:
        said, told = f"{'; '.join(told)}: {said}", []
    if fact["inferred"]:
        told.append(say(language, "inferred"))
    return f"{said} ({'; '.join(told)})" if told else said


def along(fact: dict[str, Any], premises: list[str], facts: dict[str, Any]) -> list[str]:
    """Premises in the order of the path from the fact's subject, as far as they make one."""
    at, left, found = fact["subject"]["id"], sorted(premises), []
    while left:
        ends = {p: _ends(facts.get(p)) for p in left}
        step = next((p for p in left if at in ends[p]), left[0])
        left.remove(step)
        found.append(step)
        others = [end for end in ends[step] if end != at]
        at = others[0] if others else at
    return found


def _ends(fact: dict[str, Any] | None) -> list[str]:
    if fact is None:
        return []
    return [fact["subject"]["id"], *([fact["object"]["id"]] if fact["object"] else [])]


def because(premises: list[dict[str, Any]], language: str) -> str:
    """The premises of a derivation as one clause; what is not firm says so."""
    steps = []
    for one in premises:
        weak = one["status"] is not None and one["status"] not in FIRM
        status = f" ({value_text(one['status'], 'status', language)})" if weak else ""
        steps.append(triple(one, language) + status)
    return say(language, "because", steps=joined(steps, language))


def rule_line(name: str, rules: dict[str, dict[str, str]], language: str, also: bool) -> str:
    """A rule in words."""
    return say(language, "also" if also else "rule", name=name, words=rules[name][language])


def claim_head(claim: dict[str, Any], number: int, language: str, fact: Any = None) -> str:
    """A claim's number, status and quotation; without one what it says, unless the fact says it."""
    head = f"[{number}] {status_and_rank(claim, language)}"
    if quoted := " ".join((claim["quote"] or "").split()):
        return f"{head} “{quoted}”"
    return head if fact is not None and _same(fact, claim) else f"{head} {triple(claim, language)}"


def claim_lines(name: str, claim: dict[str, Any], language: str, fact: Any = None) -> list[str]:
    """All else about a claim, a line each; what it says only where the fact does not say it."""
    lines = [_facets(name, claim, language)]
    if fact is not None and not _same(fact, claim) and claim["quote"]:
        lines.append(say(language, "says", said=triple(claim, language)))
    if claim["attributed_to"]:
        names = joined([s["name"] for s in claim["attributed_to"]], language)
        lines.append(say(language, "speaker", names=names))
    if claim["via"]:
        names = joined([s["name"] for s in claim["via"]], language)
        lines.append(say(language, "via", names=names))
    source = claim["source"]
    title = f"{source['title']}, {source['publisher']}" if source["publisher"] else source["title"]
    lines.append(f"{title} ({source['id']}), {claim['locator']}")
    if source["url"]:
        lines.append(source["url"])
    if claim["note"]:
        lines.append(say(language, "note", note=claim["note"]))
    return lines


def _same(fact: dict[str, Any], claim: dict[str, Any]) -> bool:
    """Whether a claim says what a fact says."""

    def parts(one: dict[str, Any]) -> tuple[Any, ...]:
        return one["subject"]["id"], one["predicate"], (one["object"] or {}).get("id"), one["value"]

    return parts(fact) == parts(claim)


def _facets(name: str, claim: dict[str, Any], language: str) -> str:
    parts = [name]
    if claim["valid"]:
        parts.append(say(language, "valid", date=value_text(claim["valid"], "valid", language)))
    if claim["recorded"]:
        date = value_text(claim["recorded"], "date", language)
        parts.append(say(language, "recorded", date=date))
    if claim["certainty"]:
        parts.append(say(language, "certainty", word=claim["certainty"]))
    rank = value_text(claim["rank"] or "normal", "rank", language)
    parts.append(say(language, "rank", rank=rank))
    if claim["drawn"] is False:
        parts.append(say(language, "draws_nothing"))
    return "; ".join(parts)


def passage_text(passage: dict[str, Any], language: str) -> str:
    """The passage with the span between brackets, or why there is none."""
    if passage["state"] == "found":
        return f"{passage['before']}⟦{passage['span']}⟧{passage['after']}"
    state = {"differs": "differs", "missing": "absent", "outside": "outside"}[passage["state"]]
    return say(language, state, **{k: v for k, v in passage.items() if k != "state"})


def status_and_rank(claim: dict[str, Any], language: str) -> str:
    """How firmly, and the rank where it is not the usual one."""
    told = value_text(claim["status"], "status", language)
    if claim["rank"] not in (None, "normal"):
        told += f", {value_text(claim['rank'], 'rank', language)}"
    return told


def claim_line(claim: dict[str, Any], language: str) -> str:
    """A claim in short: status and rank, quotation, speaker, source and place."""
    parts = [status_and_rank(claim, language)]
    if quoted := " ".join((claim["quote"] or "").split()):
        parts.append(f"“{quoted}”")
    if claim["attributed_to"]:
        parts.append(f"— {', '.join(s['name'] for s in claim['attributed_to'])},")
    return " ".join([*parts, claim["source"]["id"], claim["locator"] or ""])

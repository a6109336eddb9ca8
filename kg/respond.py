"""A question in, one answer object out: the JSON of ``kg ask`` (schema 1)."""

from __future__ import annotations

from typing import Any

from kg.edited import edited_in
from kg.known import split_known
from kg.session import Session
from kg.statements import statement
from ontology import ExpedienteError
from queries.ask import Asker, Decision, Teller
from queries.ask.clauses import answers
from queries.ask.forms import Ask, Entity, rels
from queries.ask.refusals import Refusals
from queries.ask.sentences import Sentences
from queries.ask.wording import is_polar, phrase, value_text

SCHEMA = 1
_SPANISH = frozenset("¿¡ñÑáéíóúÁÉÍÓÚ")  # letters that tell the language where nothing else can
EXIT = {"answered": 0, "ambiguous": 3, "unanswerable": 4, "error": 1}


def respond(
    session: Session,
    question: str,
    language: str | None = None,
    check: bool = False,
    asker: Asker | None = None,
) -> dict[str, Any]:
    """Answers one question; never raises for what is wrong with the question itself.

    ``check`` computes the answer in both languages and adds ``check`` with the differences.
    ``asker`` is who was asked before, where the graph cannot have changed since.
    """
    question = question.encode("utf-8", "replace").decode()  # bytes that are no text
    known = None if session.view and session.view.known_at else split_known(question, language)
    if known is not None:
        return _known(session, question, known, language, check)
    asker = asker or session.asker
    found = answers(asker, question)
    parts = [
        answer_object(session, asker, text, decision, language, check) for text, decision in found
    ]
    response = parts[0] if len(parts) == 1 else _several(question, parts)
    return limited(session, response)


def _known(
    session: Session, question: str, known: tuple[str, str], language: str | None, check: bool
) -> dict[str, Any]:
    """Answers what was asked as known by a day, by what was known then."""
    from dataclasses import replace

    from graph.claims import View, moment

    asked, day = known
    view = replace(session.view or View(), known_at=moment("--known-at", day))
    response = respond(session.seeing(view), asked, language, check) | {"question": question}
    if response["status"] == "answered":
        said = value_text(day, "date", response["language"])
        only = phrase(response["language"], "only_known_at", said=said)
        response["left_out"] = [*response["left_out"], only]
    return response


def limited(session: Session, response: dict[str, Any]) -> dict[str, Any]:
    """A response that says by what it was answered: what it lacks may be in the rest.

    That is what is at least as firm as a status, or a view of the graph.
    """
    language, only = response["language"], []
    if session.tells_release:
        from kg.releases import release_of

        response["knowledge"] = release_of(session.base)
    if session.least is not None:
        response["min_status"] = session.least
        status = value_text(session.least, "status", language)
        only.append(phrase(language, "only_firm", status=status))
    for name, said in (session.view.said if session.view else {}).items():
        response[name] = said
        shown = said if name == "policy" else value_text(said, "date", language)
        only.append(phrase(language, f"only_{name}", said=shown))
    if response["status"] == "unanswerable":
        response["reason"] = " ".join([response["reason"], *only])
    elif response["status"] == "answered" and "as_of" in response:
        response["left_out"] = [*response["left_out"], *_undated(session, response)]
    return response


def _undated(session: Session, response: dict[str, Any]) -> list[str]:
    """How many rows nothing dates, so that nobody knows whether they hold on the day."""
    undated, rows = session.viewed.undated, response["rows"]
    count = sum(bool(row["claims"]) and undated.issuperset(row["claims"]) for row in rows)
    if not count:
        return []
    which = "undated_all" if count == len(rows) else "undated"
    return [phrase(response["language"], which, n=count, of=len(rows))]


def _several(question: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    """One object for several questions in one: all of them are answered, or none is."""
    failed = next((p for p in parts if p["status"] != "answered"), None)
    if failed is not None:
        asked = [p["question"] for p in parts if p["status"] == "answered"]
        return {**failed, "question": question, "suggestions": [*asked, *failed["suggestions"]]}
    found = {**parts[0], "question": question, "parts": parts}
    found["sentence"] = " ".join(p["sentence"] for p in parts)
    found["form"] = {
        "text": "; ".join(p["form"]["text"] for p in parts),
        "kind": "several",
        "of": [p["form"] for p in parts],
    }
    for key in ("columns", "rows", "contested", "left_out"):
        found[key] = [x for p in parts for x in p[key]]
    found["columns"] = list(dict.fromkeys(found["columns"]))
    found["evidence"] = {c: e for p in parts for c, e in p["evidence"].items()}
    if all("check" in p for p in parts):
        found["check"] = {
            "equal": all(p["check"]["equal"] for p in parts),
            "differences": [d for p in parts for d in p["check"]["differences"]],
        }
    return found


def answer_object(
    session: Session,
    asker: Asker,
    question: str,
    decision: Decision,
    language: str | None = None,
    check: bool = False,
) -> dict[str, Any]:
    """The object for a decision that has been made."""
    language = language or decision.language
    teller = Teller(session.catalogue, asker.lexicon, language)
    response = _empty(question, language, session.release)
    if decision.ask is not None:
        response["form"] = {"text": teller.ask(decision.ask), **teller.ask_json(decision.ask)}
        response["query"], response["parameters"] = _outermost(decision.ask, session)
    response["reading"] = {
        "cost": round(decision.cost, 3),
        "margin": round(decision.margin, 3),
        "rivals": list(dict.fromkeys(teller.ask(r) for r in decision.rivals)),
    }
    response["status"] = decision.status
    if decision.status == "answered":
        _answered(response, session, asker, decision, teller)
        if check:
            response["check"] = _checked(session, decision)
    elif decision.status == "ambiguous":
        _asked_back(response, decision, Refusals(teller, asker), question)
    else:
        _refused(response, decision, Refusals(teller, asker), question)
    return response


def _empty(question: str, language: str, release: str | None = None) -> dict[str, Any]:
    """An answer object in which nothing is answered yet."""
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
        "release": release,
        "form": None,
    }


def _outermost(ask: Ask, session: Session) -> tuple[str | None, dict[str, Any]]:
    """The query whose rows are shown, and what its ends are."""
    outer = rels(ask.form)
    if not outer:
        return None, {}
    given: dict[str, Any] = {}
    for cond in outer[0].conds:
        if isinstance(cond.form, Entity) and len(cond.form.ids) == 1:
            known = session.lexicon.entities[cond.form.ids[0]]
            given[cond.column] = {"id": known.id, "name": known.name}
        elif cond.value is not None:
            given[cond.column] = cond.value
    return outer[0].query, given


def _answered(
    response: dict[str, Any], session: Session, asker: Asker, decision: Decision, teller: Teller
) -> None:
    result = decision.result
    if result is None:
        raise ValueError("an answer without a result")
    response["evidence"] = evidence(session, asker, result.rows)
    response["rows"] = result.rows
    if result.columns == ["claim"]:  # who says so: the claims themselves are the rows
        response["rows"] = [
            {"source": found["source"], "status": found["status"], "quote": found["quote"],
             "locator": found["locator"], "claims": [claim]}
            for claim, found in response["evidence"].items()
        ]  # fmt: skip
        response["columns"] = ["source", "status", "quote", "locator"]
    else:
        present = response["rows"][0]
        response["columns"] = [
            name for c in result.columns for name in (c, f"{c}_id") if name in present
        ]
    sentences = Sentences(teller, asker.runner, asker.vocabulary)
    polar = is_polar(response["question"])
    response["sentence"] = sentences.first(result, response["evidence"], polar)
    response["left_out"] = sentences.left_out(result)
    if what := edited_in(session.base, [*result.rows, _named(response["parameters"])]):
        response["left_out"].append(
            phrase(response["language"], "edited", store=session.base.url, what=what)
        )
    judge = session.without_policy
    response["contested"] = contested(asker if judge is session else judge.asker, result.rows)


def _named(parameters: dict[str, Any]) -> dict[str, Any]:
    """What was asked about, as a row names it."""
    return {f"{k}_id": v["id"] for k, v in parameters.items() if isinstance(v, dict)}


def _asked_back(
    response: dict[str, Any], decision: Decision, refusals: Refusals, question: str
) -> None:
    response["reason"] = refusals.several(decision, question)
    response["candidates"] = refusals.candidates(decision)


def _refused(
    response: dict[str, Any], decision: Decision, refusals: Refusals, question: str
) -> None:
    found = refusals.of(decision, question)
    response["reason"], response["refusal"] = found.reason, found.why
    response["suggestions"] = found.suggestions


def _checked(session: Session, decision: Decision) -> dict[str, Any]:
    """The same form in SPARQL, and how the two answers differ."""
    from queries.ask.answer import compute

    if decision.ask is None or decision.result is None:
        return {"equal": None, "differences": [], "reason": "no form"}
    twin = session.twin
    second = compute(decision.result.ask, twin.runner, twin.vocabulary)
    first = {_shown(r): r["claims"] for r in decision.result.rows}
    other = {_shown(r): r["claims"] for r in second.rows}
    differences = [f"only in Cypher: {r}" for r in first if r not in other]
    differences += [f"only in SPARQL: {r}" for r in other if r not in first]
    differences += [
        f"other evidence: {r}" for r, claims in first.items() if r in other and other[r] != claims
    ]
    return {"equal": not differences, "differences": differences}


def _shown(row: dict[str, Any]) -> str:
    return " | ".join(f"{k}={v}" for k, v in sorted(row.items()) if k != "claims")


def evidence(
    session: Session, asker: Asker, rows: list[dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """The claims behind rows: source, place, quotation, speaker, status and rank.

    A claim that was read is kept as long as the graph is the same.
    """
    kept = asker.memo.setdefault("claims", {})
    wanted = sorted({claim for row in rows for claim in row["claims"]})
    missing = [claim for claim in wanted if claim not in kept]
    if missing:
        kept.update(claims_read(session, missing))
    return {claim: dict(kept[claim]) for claim in wanted if claim in kept}


def claims_read(session: Session, wanted: list[str]) -> dict[str, dict[str, Any]]:
    """Claims by their ids: source, place, quotation, speaker, status and rank."""
    found: dict[str, dict[str, Any]] = {}
    for record in session.store.read(statement("evidence"), {"ids": wanted}).records:
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
    return found


def contested(asker: Asker, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Claims that contradict one behind the rows, or that were set aside for one."""
    if "conflicts" not in asker.relations.catalogue.queries:
        return []
    known = asker.memo.setdefault("conflicts", {})
    if not known:
        known[""] = []
        for row in asker.relations.rows("conflicts"):
            known.setdefault(f"of {row['conflict']}", []).append(row)
            for claim in row["claims"]:
                known.setdefault(claim, []).append(row["conflict"])
    claims = {c for row in rows for c in row["claims"]}
    groups = sorted({g for c in claims for g in known.get(c, ())})
    found = []
    for group in groups:
        for row in known[f"of {group}"]:
            if not claims.issuperset(row["claims"]) and row not in found:
                found.append(row)
    return found


def narrowed(response: dict[str, Any], candidate: dict[str, Any]) -> str:
    """An ambiguous question with a candidate's whole name in place of what was said of several."""
    said = str(response["reason"]).partition("“")[2].partition("”")[0]
    question = str(response["question"])
    if said and said in question:
        return question.replace(said, str(candidate["name"]), 1)
    return str(candidate["name"])


def failure(question: str, error: ExpedienteError, language: str | None = None) -> dict[str, Any]:
    """The object for a question that something went wrong with."""
    language = language or ("es" if _SPANISH & set(question) else "en")
    return _empty(question, language) | {"reason": str(error)}

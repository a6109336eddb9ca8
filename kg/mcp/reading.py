"""What the tools read, from a session: the same functions that the command line has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg import dossier
from kg.conflicts import KINDS
from kg.conflicts import conflicts as disputes_about
from kg.firmness import at_least, statuses_behind
from kg.mcp import models
from kg.mcp.limits import (
    MOST_TEXT,
    clipped,
    fitting,
    fitting_items,
    fitting_rows,
)
from kg.mcp.schemas import parameters_schema, row_schema
from kg.mcp.words import words
from kg.resolve import candidates, resolve, resolve_parameters
from kg.respond import claims_read, narrowed
from kg.respond import respond as answer_to
from kg.things import claims_of_source, entity_head, source_head, sources_by_claims
from kg.why.asked import why_claim, why_fact
from kg.why.show import shown
from ontology import NotFound, UserError, ontology
from queries import Query, bind, run_cypher

if TYPE_CHECKING:
    from kg.session import Session

_ROOM = MOST_TEXT // 3  # of a reply for each of its parts


def presumption(language: str) -> str:
    """That everyone is presumed innocent."""
    return words("presumption", language)


def answer(session: Session, question: str, language: str | None) -> dict[str, Any]:
    """The whole answer object of ``kg ask``."""
    return answer_to(session, question, language)


def reply(response: dict[str, Any], limit: int) -> models.Answer:
    """An answer object as far as it fits."""
    rows, evidence = fitting_rows(response["rows"], response["evidence"], limit)
    told = {k: clipped(response[k]) for k in _TOLD if k in response}
    return models.Answer(
        presumption=presumption(response["language"]),
        **told,
        rows=_with_statuses(rows, response["evidence"]),
        evidence=evidence,
        shown=_shown(rows, len(response["rows"]), evidence),
        understood=clipped((response["form"] or {}).get("text")),
        candidates=[
            models.Candidate(**c, question=narrowed(response, c)) for c in response["candidates"]
        ],
        contested=fitting(response.get("contested", []), _ROOM),
    )


def _shown(rows: list[dict[str, Any]], of: int, evidence: dict[str, Any]) -> models.Shown:
    claims = {c for row in rows for c in row["claims"]}
    return models.Shown(rows=len(rows), of=of, claims=len(evidence), claims_of=len(claims))


_TOLD = (
    *("status", "sentence", "reason", "question", "language", "query", "columns"),
    *("suggestions", "left_out", "release"),
)


def _with_statuses(
    rows: Iterable[dict[str, Any]], evidence: dict[str, dict[str, Any]]
) -> list[dict[str, Any]]:
    """Rows with the statuses of their claims, the weakest first: never a row without."""
    return [
        {**row, "statuses": row.get("statuses") or statuses_behind(row["claims"], evidence)}
        for row in rows
    ]


def found(session: Session, name: str, kind: str, limit: int) -> models.FoundNames:
    """The entities that a name may mean."""
    if kind != "Entity" and kind not in ontology().by_label:
        raise UserError(
            f"kind '{kind[:80]}' is no class of the ontology; leave it out or give Person."
        )
    rows = [c.as_row() for c in candidates(session.lexicon, name, kind)[:limit]]
    return models.FoundNames(found=[models.Found(**clipped(row)) for row in rows])


def described(
    session: Session, name: str | None, theme: str | None, language: str
) -> models.Descriptions:
    """One query in full; without a name those of a theme, or all."""
    if name is not None:
        one = session.catalogue.get(name)
        return models.Descriptions(queries=[_brief(one, language)], query=_whole(one, language))
    queries = sorted(session.catalogue.queries.values(), key=lambda q: (q.theme, q.name))
    themes = sorted({q.theme for q in queries})
    if theme is not None and theme not in themes:
        raise NotFound(f"There is no theme '{theme[:80]}'; choose one of {', '.join(themes)}.")
    chosen = [q for q in queries if theme in (None, q.theme)]
    return models.Descriptions(queries=[_brief(q, language) for q in chosen])


def _brief(query: Query, language: str) -> models.Brief:
    return models.Brief(
        name=query.name,
        theme=query.theme,
        title=query.title[language],
        parameters=[p.name + ("" if p.required else "?") for p in query.parameters],
    )


def _whole(query: Query, language: str) -> models.Described:
    return models.Described(
        **_brief(query, language).model_dump(),
        about=query.about[language],
        parameters_schema=parameters_schema(query),
        row_schema=row_schema(query),
        examples=query.examples,
        questions=query.questions.get(language, []),
        cypher=query.cypher,
        sparql=query.sparql,
    )


def rows_of(
    session: Session, name: str, given: dict[str, Any], least: str | None, limit: int, language: str
) -> models.QueryRows:
    """The rows of a query, with their evidence."""
    one = session.catalogue.get(name)
    bound = bind(one, resolve_parameters(session, one, given))
    result = run_cypher(one, bound, session.store)
    rows = result.rows if least is None else at_least(session.store, result.rows, least)
    wanted = sorted({c for row in rows[:limit] for c in row["claims"]})
    read = claims_read(session, wanted)
    shown_rows, evidence = fitting_rows(rows, read, limit)
    release = session.store.release()
    return models.QueryRows(
        presumption=presumption(language),
        query=one.name,
        parameters={k: v for k, v in bound.items() if v is not None},
        columns=result.columns,
        rows=_with_statuses(shown_rows, read),
        evidence=evidence,
        shown=_shown(shown_rows, len(rows), evidence),
        release=release.generation if release else None,
    )


def explained(
    session: Session, claim: str | None, fact: tuple[str | None, ...], language: str
) -> models.Explanation:
    """What stands behind a claim, or behind a fact in three parts."""
    if claim is not None and not any(fact):
        whole = why_claim(session, claim, language)
    elif claim is None and all(fact):
        subject, predicate, object_ = map(str, fact)
        whole = why_fact(session, subject, predicate, object_, language)
    else:
        raise UserError("Give a claim's id, or all of subject, predicate and object.")
    text, notes = shown(whole, "tree", language)
    text = "\n".join([text, *notes])
    parts = {name: fitting_items(whole[name], _ROOM // 2) for name in ("facts", "rules", "claims")}
    return models.Explanation(
        presumption=presumption(language),
        text=text[:_ROOM],
        roots=fitting(whole["roots"], _ROOM // 2),
        cut=len(text) > _ROOM or any(len(parts[n]) < len(whole[n]) for n in parts),
        **parts,
    )


def disputes(
    session: Session, entity: str | None, kind: str | None, language: str, limit: int
) -> models.Disputes:
    """What sources disagree about, of an entity or of all."""
    if kind is not None and kind not in KINDS:
        raise UserError(f"kind '{kind[:80]}' is unknown; choose one of {', '.join(KINDS)}.")
    topic = resolve(session, entity) if entity is not None else None
    whole = disputes_about(session, topic, kind, language)
    some = fitting(whole["disputes"][:limit], _ROOM)
    wanted = {c for d in some for side in d["sides"] for c in side["claims"]}
    claims = {name: c for name, c in whole["claims"].items() if name in wanted}
    held = fitting_items(claims, _ROOM)
    return models.Disputes(
        presumption=presumption(language),
        disputes=some,
        claims=held,
        shown=models.Shown(
            rows=len(some),
            of=len(whole["disputes"]),
            claims=len(held),
            claims_of=len(claims),
        ),
    )


# --- Resources ------------------------------------------------------------------------------------


def claim(session: Session, identifier: str) -> dict[str, Any]:
    """A claim, with the facts that it draws."""
    return explained(session, f"claim/{identifier}", (None,) * 3, "en").model_dump()


def source(session: Session, identifier: str) -> dict[str, Any]:
    """A source, and the ids of its claims."""
    name = f"source/{identifier}"
    head = source_head(session, name, identifier)
    claims = claims_of_source(session, name)
    return {**clipped(head), "claims": fitting(claims), "claims_of": len(claims)}


def entity(session: Session, identifier: str) -> dict[str, Any]:
    """The dossier of an entity: what is said of it, and a person's way through custody and law."""
    head = entity_head(session, identifier)
    labels = sorted(head["labels"])
    said = dossier.rows(session, identifier)
    steps = dossier.custody(session, identifier) if "Person" in labels else []
    return {
        "presumption": presumption("en"),
        "id": identifier,
        "name": head["name"],
        "names": fitting(head["names"] or [], _ROOM // 2),
        "classes": labels,
        "said": fitting(said, _ROOM),
        "said_of": len(said),
        "custody": fitting(steps, _ROOM // 2),
    }


def sources(session: Session) -> list[dict[str, Any]]:
    """All sources with the number of their claims."""
    return fitting(sources_by_claims(session))

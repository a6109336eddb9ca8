"""The pages of entities, claims, sources and queries: what ``kg show``, ``kg why`` and others tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from kg import dossier
from kg.asking import title_of
from kg.things import claims_of_source, source_head, sources_by_claims
from kg.web.cells import Part, Table, cell
from kg.web.dossier import dossier_parts
from kg.web.evidence import shown_claim, shown_claims
from kg.web.examples import example_text
from kg.web.links import Links
from kg.web.picture import picture
from kg.web.words import words
from kg.why import say
from kg.why.asked import why_claim
from kg.why.gather import Gatherer
from kg.why.passages import Sources
from queries import Query, bind, run_cypher
from queries.ask.wording import value_text

if TYPE_CHECKING:
    from kg.session import Session

MOST_ROWS = 500  # of a query or a dossier on one page
MOST_CLAIMS = 500  # of a source on one page


def entity_page(
    session: Session, identifier: str, texts: Sources | None, links: Links, language: str
) -> dict[str, Any]:
    """The dossier of an entity; NotFound where there is none."""
    found = dossier.dossier(session, identifier, language)
    rows, entities = found["said"], session.lexicon.entities
    found["said"] = rows[:MOST_ROWS]
    said = words(language)["first_rows"]
    return {
        **dossier_parts(found, links, texts),
        "picture": picture(_facts(identifier, found["name"], rows), entities, links, language),
        "left_out": said.format(n=MOST_ROWS, all=len(rows)) if len(rows) > MOST_ROWS else "",
    }


def _facts(identifier: str, name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The ties of a dossier as facts: an inferred one only where no claim ties the two."""
    # A row with a rank is a claim that draws no fact, as a denial: it is no tie.
    ties = [
        r for r in rows if r["rank"] is None and r["object_id"] and r["claims"] and not _claimish(r)
    ]
    stated = {r["object_id"] for r in ties if not r["inferred"]}
    found: dict[tuple[str, bool], dict[str, Any]] = {}
    for row in ties:
        if row["inferred"] and row["object_id"] in stated:
            continue
        turned = row["predicate"].startswith("^")
        this, other = (
            {"id": identifier, "name": name},
            {"id": row["object_id"], "name": row["object"]},
        )
        found.setdefault(
            (row["object_id"], turned),
            {
                "subject": other if turned else this,
                "predicate": row["predicate"].removeprefix("^"),
                "object": this if turned else other,
                "value": None,
                "valid": row["valid"],
                "status": row["status"],
                "statuses": [row["status"]],
                "inferred": row["inferred"],
            },
        )
    return list(found.values())


def _claimish(row: dict[str, Any]) -> bool:
    return str(row["object_id"]).startswith(("claim/", "source/"))


# --- Claims and sources ---------------------------------------------------------------------------


def claim_page(
    session: Session, identifier: str, texts: Sources | None, links: Links, language: str
) -> dict[str, Any]:
    """A claim with its passage, and the facts that it draws; NotFound where there is none."""
    found = why_claim(session, identifier, language)
    [name] = found["asked"]
    claim = found["claims"][name]
    facts = [found["facts"][root] for root in found["roots"]]
    others = [n for f in facts for n in f["claims"] if n != name]
    numbers = {other: n for n, other in enumerate(dict.fromkeys(others), 1)}
    return {
        "title": say.triple(claim, language),
        "id": name,
        "claim": claim,
        "shown": shown_claim(name, claim, 1, texts, links, language),
        "subject": Part(claim["subject"]["name"], links.of(claim["subject"]["id"])),
        "object": claim["object"]
        and Part(claim["object"]["name"], links.of(claim["object"]["id"])),
        "when": value_text(claim["valid"], "valid", language) if claim["valid"] else "",
        "recorded": value_text(claim["recorded"], "date", language) if claim["recorded"] else "",
        "rank": value_text(claim["rank"] or "normal", "rank", language),
        "contradicts": [Part(c, links.claim(c)) for c in claim["contradicts"]],
        "facts": [say.fact_line(fact, language) for fact in facts],
        "others": shown_claims(found["claims"], numbers, texts, links, language),
        "texts": texts is not None,
        "innocent": claim["subject"]["id"].startswith("person/"),
    }


def source_page(
    session: Session, identifier: str, texts: Sources | None, links: Links, language: str
) -> dict[str, Any]:
    """A source and its claims; NotFound where there is none."""
    head = source_head(session, identifier)
    names = claims_of_source(session, identifier)
    gatherer = Gatherer(session, language)
    claims = gatherer.explanation([], asked=names[:MOST_CLAIMS])["claims"]
    numbers = {name: n for n, name in enumerate(names[:MOST_CLAIMS], 1)}
    return {
        "title": head["title"] or identifier,
        "id": identifier,
        "source": head,
        "published": value_text(head["published"], "published", language),
        "claims": shown_claims(claims, numbers, texts, links, language),
        "all": len(names),
        "innocent": True,
    }


def sources_page(session: Session, links: Links) -> dict[str, Any]:
    """All sources, those with the most claims first."""
    rows = sources_by_claims(session)
    return {"sources": [(Part(r["title"] or r["source"], links.of(r["source"])), r) for r in rows]}


# --- Queries --------------------------------------------------------------------------------------


def queries_page(session: Session, links: Links, language: str) -> dict[str, Any]:
    """All queries by theme."""
    return {"themes": _by_theme(session.catalogue.queries.values(), links.query, language)}


def sparql_page(session: Session, name: str, links: Links, language: str) -> dict[str, Any]:
    """The twin of a query to start from, and those of all others; NotFound for an unknown query."""
    query = session.catalogue.get(name)
    twins = [q for q in session.catalogue.queries.values() if q.sparql is not None]
    return {
        "themes": _by_theme(twins, links.sparql, language),
        "text": (example_text(query) or "").strip(),
        "shown": query.title[language],
        "open": query.theme,
    }


def _by_theme(
    queries: Iterable[Query], href: Callable[[str], str], language: str
) -> dict[str, list[Part]]:
    themes: dict[str, list[Part]] = {}
    for query in sorted(queries, key=lambda q: (q.theme, q.name)):
        themes.setdefault(query.theme, []).append(Part(query.title[language], href(query.name)))
    return themes


def query_page(
    session: Session, name: str, given: dict[str, str], links: Links, language: str
) -> dict[str, Any]:
    """A query, and its rows where its parameters are given; NotFound for an unknown one."""
    from kg.resolve import resolve_parameters

    query = session.catalogue.get(name)
    page: dict[str, Any] = {
        "title": query.title[language],
        "query": query,
        "about": query.about[language],
        "given": given,
        "questions": [Part(q, links.ask(q)) for q in query.questions.get(language, [])],
        "examples": [
            Part(", ".join(f"{k}={v}" for k, v in e.items()) or "—", links.query(name, **_texts(e)))
            for e in query.examples
        ],
        "table": None,
    }
    if given or not any(p.required for p in query.parameters):
        wanted = {k: v for k, v in given.items() if v}
        bound = bind(query, resolve_parameters(session, query, wanted))
        rows = run_cypher(query, bound, session.store).rows
        page["all"], page["table"] = len(rows), _rows(session, query, rows, links, language)
        page["innocent"] = any(c.kind == "Person" for c in query.columns)
    return page


def _texts(example: dict[str, Any]) -> dict[str, str]:
    def text(value: Any) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        return ",".join(map(text, value)) if isinstance(value, list) else str(value)

    return {name: text(value) for name, value in example.items() if value is not None}


def _rows(
    session: Session, query: Any, rows: list[dict[str, Any]], links: Links, language: str
) -> Table:
    columns = [c.name for c in query.columns]
    return Table(
        [*(title_of(c, language) for c in columns), words(language)["claims"]],
        [
            [
                *(cell(session, row, c, language, links) for c in columns),
                [Part(str(n), links.claim(c)) for n, c in enumerate(row["claims"], 1)],
            ]
            for row in rows[:MOST_ROWS]
        ],
    )

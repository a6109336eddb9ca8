"""Small graphs of random claim rows: a dozen ids, any predicate and class of the ontology."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from graph.claims.sheets import SOURCE_COLUMNS, Claim, Entity, Place, Sheets, Source
from ontology import KG, Term, ontology
from queries import Query, bind
from queries.catalogue import Catalogue

TRIES = 3
"""Questions to each query that takes parameters."""
NEO4J_SEEDS = (1, 2)
"""Asked of Neo4j too, which plans a question for half a second or more."""
OTHER_SEEDS = (3, 4, 5, 6)
ENTITIES, CLAIMS, SOURCES = 12, 90, 3
DATES = [
    "2025",
    "2025-02",
    "2025-02-27",
    "2019~",
    "../2024",
    "2024-10-01/..",
    "2018-12-01/2024-09-30",
    "1996/",
    "2025-08-12",
]
TEXTS = [
    "Ñandú",
    "terrorism",
    "El Uno",
    "guilty",
    "FTO",
    "Ándale",
    "cocaine and murder",
    "x' OR 1=1 //",
]
PLACE = Place("random.csv", 1)


def _value(chance: random.Random, term: Term) -> str:
    if term.column_type in ("date", "interval"):
        return chance.choice(DATES)
    if term.column_type == "integer":
        return str(chance.choice([0, 1, 26, 29, 37]))
    if term.column_type == "number":
        return chance.choice(["1.5", "-2"])
    if term.column_type == "boolean":
        return chance.choice(["true", "false"])
    return chance.choice(TEXTS)


def random_sheets(seed: int) -> Sheets:
    """Rows that mostly fit domains and ranges, and sometimes don't: data is not always tidy."""
    chance = random.Random(seed)
    model = ontology()
    classes = [
        t
        for t in model.classes
        if model.is_a(t.iri, KG + "Entity") and t.local not in ("Claim", "Source", "Entity")
    ]
    likely = [
        t
        for t in classes
        if t.local
        in (
            "Person",
            "Cartel",
            "Transfer",
            "Expulsion",
            "Tenure",
            "Office",
            "Administration",
            "Charge",
            "Arrest",
            "Court",
            "Place",
            "Statement",
            "Designation",
        )
    ]
    sheets = Sheets()
    for n in range(ENTITIES):
        term = chance.choice(likely if chance.random() < 0.8 else classes)
        # As long as a real id: Neo4j plans a query anew for texts of another order of size.
        identifier = f"thing/number-{n:02d}"
        name = chance.choice(["Ana", "José Ñ.", "The Office", "EDNY"]) + f" {n}"
        sheets.entities[identifier] = Entity(identifier, (term.local,), name, "", (), "", PLACE)
    for n in range(SOURCES):
        cells = dict.fromkeys(SOURCE_COLUMNS[1:], "")
        cells |= {"kind": "page", "title": f"Page {n}", "read": "2026-01-01"}
        sheets.sources[f"page-{n}"] = Source(f"page-{n}", cells, PLACE)
    predicates = [
        t for t in model.properties if not t.drawn_by_rule and t.iri.startswith(KG) and t.domain
    ]
    ids = list(sheets.entities)
    statuses, ranks = (
        list(model.statuses),
        ["normal", "normal", "normal", "preferred", "deprecated"],
    )
    while len(sheets.claims) < CLAIMS:
        term = chance.choice(predicates)
        fits = [
            i
            for i in ids
            if not term.domain
            or any(model.is_a(KG + c, term.domain) for c in sheets.entities[i].classes)
        ]
        if not fits:
            continue
        subject = chance.choice(fits if chance.random() < 0.95 else ids)
        if term.kind == "object":
            ends = [
                i
                for i in ids
                if i != subject
                and (
                    not term.range
                    or any(model.is_a(KG + c, term.range) for c in sheets.entities[i].classes)
                )
            ]
            if not ends:
                continue
            value = chance.choice(ends)
        else:
            value = _value(chance, term)
        for _ in range(chance.choice([1, 1, 2])):
            number = f"r{len(sheets.claims):03d}"
            earlier = [c for c in sheets.claims if chance.random() < 0.02]
            sheets.claims[number] = Claim(
                number,
                subject,
                term,
                value,
                chance.choice(["", "", *DATES]),
                chance.choice([*statuses, "stated", "reported", "alleged", "stated", "alleged"]),
                tuple(chance.sample(ids, chance.choice([0, 0, 1, 2]))),
                f"page-{chance.randrange(SOURCES)}",
                "row=1",
                "",
                chance.choice(ranks),
                "why",
                "",
                tuple(earlier),
                chance.choice(["", "", "could", "likely"]),
                tuple(chance.sample(ids, chance.choice([0, 0, 1]))),
                PLACE,
            )
    return sheets


def random_parameters(query: Query, sheets: Sheets, chance: random.Random) -> dict[str, object]:
    """Parameters of the right types; an optional one is given half of the time."""
    model = ontology()
    given: dict[str, object] = {}
    for parameter in query.parameters:
        if not parameter.required and chance.random() < 0.5:
            continue
        kind = parameter.type
        if kind == "date":
            given[parameter.name] = chance.choice(["2025-02-27", "2024-10-01", "2030-01-01"])
        elif kind == "interval":
            given[parameter.name] = chance.choice(DATES)
        elif kind == "text":
            given[parameter.name] = chance.choice([*TEXTS, "o", "E"])
        elif kind in ("integer", "number"):
            given[parameter.name] = chance.choice([1, 2, 3])
        elif kind == "boolean":
            given[parameter.name] = chance.choice([True, False])
        elif kind == "Source":
            given[parameter.name] = f"source/page-{chance.randrange(SOURCES)}"
        else:
            term = model.term(kind)
            fits = [
                e.id
                for e in sheets.entities.values()
                if term and any(model.is_a(KG + c, term.iri) for c in e.classes)
            ]
            given[parameter.name] = chance.choice(fits or list(sheets.entities))
    return given


def random_questions(
    seed: int, sheets: Sheets, catalogue: Catalogue
) -> Iterator[tuple[Query, dict[str, object], dict[str, Any]]]:
    """Each query with parameters as they are given and as they are bound."""
    for query in catalogue.queries.values():
        chance = random.Random(f"{seed} {query.name}")
        for _ in range(TRIES if query.parameters else 1):
            given = random_parameters(query, sheets, chance)
            yield query, given, bind(query, given)

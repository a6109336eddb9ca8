"""What tells things apart that have one name: taken from the graph, in a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from ontology import ontology
from queries.ask.words import folded

if TYPE_CHECKING:
    from graph.stores import Store
    from queries.ask.naming import Known

MOST_SAID = 2  # of one kind about one thing
# Links whose ends are said of a thing, in the order in which they are tried.
KINDS: tuple[tuple[str, ...], ...] = (
    ("HOLDS_OFFICE",),
    ("TRANSFERRED_IN",),
    ("MEMBER_OF", "LEADS"),
    ("HEADED_BY", "JURISDICTION"),
    ("BASED_IN", "PART_OF", "OCCURRED_AT", "IN_COURT"),
)
_PLAIN = "stated"  # the status that needs no word beside what it is the status of
_LINKED = """
UNWIND $ids AS wanted MATCH (n:Entity {id: wanted})-[r]->(m:Entity) WHERE type(r) IN $types
RETURN DISTINCT wanted AS id, type(r) AS type, m.id AS other, r.status AS status
"""

Facts = Mapping[str, str]


def tell_apart(
    ids: Sequence[str], entities: Mapping[str, Known], store: Store | None, language: str
) -> dict[str, str]:
    """A text for each thing that differs from those of the others wherever the graph knows why.

    Other names come first, then offices, transfers and organisations with the status of the
    statement, then the class and the days; what all have in common is not said.
    """
    texts: dict[str, list[str]] = {i: [] for i in ids}
    for facts in _facts(ids, entities, store, language):
        if len({"; ".join(parts) for parts in texts.values()}) == len(ids) and all(texts.values()):
            break
        if len({facts.get(i, "") for i in ids}) < 2 and len(ids) > 1:
            continue  # no difference
        for i in ids:
            if facts.get(i):
                texts[i].append(facts[i])
    return {i: "; ".join(parts) for i, parts in texts.items()}


def _facts(
    ids: Sequence[str], entities: Mapping[str, Known], store: Store | None, language: str
) -> list[Facts]:
    linked = _linked(ids, entities, store, language)
    by_name: list[Callable[[Known], str]] = [
        lambda known: _class(known, language),
        lambda known: "–".join(dict.fromkeys(d for d in known.days if d)),
        lambda known: known.called(language),
        lambda known: known.id,
    ]
    named = {i: _other_names(entities[i]) for i in ids}
    return [named, *linked, *({i: said(entities[i]) for i in ids} for said in by_name)]


def _linked(
    ids: Sequence[str], entities: Mapping[str, Known], store: Store | None, language: str
) -> list[Facts]:
    if store is None:
        return []
    types = [name for kind in KINDS for name in kind]
    rows = store.read(_LINKED, {"ids": list(ids), "types": types}).records
    statuses = ontology().status_labels
    found: list[Facts] = []
    for kind in KINDS:
        facts: dict[str, str] = {}
        for i in ids:
            said = set()
            for row in rows:
                if row["id"] == i and row["type"] in kind and row["other"] in entities:
                    name, status = entities[row["other"]].called(language), row["status"]
                    word = statuses.get(status, {}).get(language, status)
                    said.add(name if status in (None, _PLAIN) else f"{name} ({word})")
            facts[i] = ", ".join(sorted(said)[:MOST_SAID])
        found.append(facts)
    return found


def _other_names(known: Known) -> str:
    """Two names of which none has all the words of the full one."""
    full = set(folded(known.name))
    others = [n for n in known.names if not set(folded(n)) & full and n != known.name_es]
    return ", ".join(others[:MOST_SAID])


def _class(known: Known, language: str) -> str:
    """Its narrowest class, in words."""
    model = ontology()
    terms = [model.by_label[name] for name in known.labels if name in model.by_label]
    if not terms:
        return ""
    narrowest = max(terms, key=lambda t: (len(model.ancestors(t.iri)), t.graph_name))
    return narrowest.labels.get(language, narrowest.graph_name)

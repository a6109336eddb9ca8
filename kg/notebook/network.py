"""Facts as a networkx graph whose attributes every writer of networkx accepts: texts and truths.

A list is joined by ``; ``, and what is unknown is left out, since GraphML and GEXF know neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from graph.claims import interval
from kg.statements import statement
from kg.why.opened import facts_behind
from ontology import UserError
from queries.ask.wording import label

if TYPE_CHECKING:
    import networkx as nx

    from kg.session import Session

_APART = "; "
_KINDS = ("Person", "Organization", "Event", "Place", "Office", "Administration")


def graph_of_answer(session: Session, response: dict[str, Any]) -> nx.MultiDiGraph[str]:
    """The facts that the rows of an answer say."""
    facts = facts_behind(session, response)
    return _graph(session, map(_flat, (f for f in facts.values() if f["object"])))


def graph_of(session: Session, identifier: str | None, inferred: bool) -> nx.MultiDiGraph[str]:
    """The facts between an entity and others, or all; no claims and sources."""
    if identifier is None:
        found = session.store.read(statement("ties"), {}).records
    else:
        found = session.store.read(statement("ties_of"), {"id": identifier}).records
    return _graph(session, (row for row in found if inferred or not row["inferred"]))


def _flat(fact: dict[str, Any]) -> dict[str, Any]:
    """A fact of an explanation as a row."""
    start, end = interval(fact["valid"]) if fact["valid"] else (None, None)
    ends = {side: fact[side]["id"] for side in ("subject", "object")}
    return {**fact, **ends, "valid_from": start, "valid_to": end}


def _graph(session: Session, facts: Iterable[Mapping[str, Any]]) -> nx.MultiDiGraph[str]:
    try:
        import networkx as nx
    except ImportError as error:
        raise UserError(
            "A graph needs networkx; install it with pip install 'expediente[notebook]'."
        ) from error
    entities = session.lexicon.entities
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    ordered = sorted(
        facts, key=lambda f: (f["subject"], f["predicate"], f["object"], f["valid"] or "")
    )
    for fact in ordered:
        ends = (str(fact["subject"]), str(fact["object"]))
        if any(e not in entities or "Source" in entities[e].labels for e in ends):
            continue
        for end in ends:
            if end not in found:
                found.add_node(end, **_node(entities[end].name, entities[end].labels))
        found.add_edge(*ends, **_edge(fact))
    return found


def _node(name: str, labels: Iterable[str]) -> dict[str, Any]:
    classes = sorted(set(labels) - {"Entity"})
    kind = next((k for k in _KINDS if k in classes), classes[0] if classes else "Entity")
    return {"name": name, "kind": kind, "classes": _APART.join(classes)}


def _edge(fact: Mapping[str, Any]) -> dict[str, Any]:
    given = {
        "predicate": fact["predicate"],
        "label": label(str(fact["predicate"]), "en"),
        "status": fact["status"],
        "statuses": _APART.join(fact["statuses"] or []) or None,
        "inferred": bool(fact["inferred"]),
        **{name: fact[name] for name in ("valid", "valid_from", "valid_to")},
        "claims": _APART.join(fact.get("claims") or []) or None,
    }
    return {name: value for name, value in given.items() if value is not None}

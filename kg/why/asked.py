"""What ``kg why`` was asked about: a claim, a fact in three parts, or the last answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.resolve import check_text, resolve
from kg.statements import statement
from kg.why.gather import Gatherer
from kg.why.keys import Key
from kg.why.predicates import class_called, is_class_word, plain, predicates
from kg.why.say import triple
from ontology import NotFound, UserError
from queries.ask.wording import label

if TYPE_CHECKING:
    from kg.session import Session
    from ontology.model import Term

_NEAREST = 6


def why_claim(session: Session, said: str, language: str) -> dict[str, Any]:
    """What stands behind a claim, and the fact that it draws; NotFound for an unknown one."""
    check_text(said)
    found = session.store.read(statement("claims"), {"ids": [said, f"claim/{said}"]}).records
    if not found:
        hint = "--ids shows the claims of a table, 'kg show' a thing, and a fact has three parts."
        raise NotFound(f"The graph has no claim '{said}'; {hint}")
    row = found[0]
    gatherer = Gatherer(session, language)
    keys: list[Key] = []
    if row["drawn"] and row["object"]:
        keys = gatherer.between(row["subject"], row["predicate"], row["object"])
        keys = [k for k in keys if row["id"] in gatherer.found["facts"][str(k)]["claims"]]
    return gatherer.explanation(keys, asked=[row["id"]])


def why_fact(
    session: Session, subject: str, predicate: str, object_: str, language: str
) -> dict[str, Any]:
    """What stands behind a fact; NotFound names what is near where the graph has no such fact."""
    gatherer = Gatherer(session, language)
    if is_class_word(predicate):
        return _why_class(session, gatherer, subject, object_)
    terms = predicates(predicate)
    first = _resolved(session, subject, terms[0].domain)
    for term in terms:
        beside: list[str] = []
        if term.kind == "object":
            second = _resolved(session, object_, term.range)
            keys = gatherer.between(first, term.graph_name, second)
            said = gatherer.saying(first, term.graph_name)
            beside = [r["id"] for r in said if r["object"] == second and not r["drawn"]]
        else:
            keys, beside = _value(gatherer, first, term, object_)
        if keys or beside:
            return gatherer.explanation(keys, beside=beside)
    raise NotFound(_no_such_fact(session, gatherer, first, terms[0], object_, language))


def _resolved(session: Session, said: str, kind: str | None) -> str:
    """The id of one side of a fact: of the class that belongs there, if it can be."""
    from ontology import ontology

    term = ontology().terms.get(kind or "")
    if term is not None and term.graph_name != "Entity":
        try:
            return resolve(session, said, term.graph_name)
        except NotFound:
            pass  # said of another class, or of one that has no name in the lexicon
    return resolve(session, said)


def _value(gatherer: Gatherer, subject: str, term: Term, value: str) -> tuple[list[Key], list[str]]:
    """The fact of a value, with the claims that draw it, and those that say it and do not."""
    rows = [
        r
        for r in gatherer.saying(subject, term.graph_name)
        if r["value"] is not None and plain(str(r["value"])) == plain(value)
    ]
    drawing = [r["id"] for r in rows if r["drawn"]]
    keys = []
    if drawing:
        keys = [gatherer.take_value(subject, term.graph_name, str(rows[0]["value"]), drawing)]
    return keys, [r["id"] for r in rows if not r["drawn"]]


def _why_class(session: Session, gatherer: Gatherer, subject: str, object_: str) -> dict[str, Any]:
    first, wanted = resolve(session, subject), class_called(object_)
    keys = gatherer.of_class(first, wanted.graph_name)
    if keys:
        return gatherer.explanation(keys)
    row = session.store.read(statement("classes"), {"id": first}).records[0]
    labels = sorted(set(row["labels"]) - {"Entity"})
    if wanted.graph_name in labels:
        raise UserError(
            f"'{row['name']}' is {wanted.graph_name} by the register of entities, not by a claim; "
            "ask about a fact."
        )
    raise NotFound(
        f"The graph does not have '{row['name']}' as {wanted.graph_name}; it is "
        f"{', '.join(labels)}."
    )


def _no_such_fact(
    session: Session, gatherer: Gatherer, subject: str, term: Term, said: str, language: str
) -> str:
    """That there is no such fact, and which are near."""
    name = gatherer.name_of(subject)
    named = label(term.graph_name, language)
    facts = session.store.read(statement("facts"), {"id": subject}).records
    near: list[str] = []
    if term.kind == "object":
        second = _resolved(session, said, term.range)
        said = gatherer.name_of(second)
        both = gatherer.all_between([(subject, second), (second, subject)])
        near = [triple(gatherer.found["facts"][str(k)], language) for k in both]
        near += [
            f"{name} {named} {r['object']}" for r in facts if r["predicate"] == term.graph_name
        ]
    else:
        rows = gatherer.saying(subject, term.graph_name)
        near = [f"{name}: {named} {r['value']}" for r in rows if r["value"] is not None]
    shown = list(dict.fromkeys(near))[:_NEAREST]
    hint = f"near it: {'; '.join(shown)}." if shown else "'kg show' lists what it says of each."
    return f"The graph has no fact '{name} {named} {said}'; {hint}"

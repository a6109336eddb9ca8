"""What a person calls an entity, as its id: the one place where a name given to a command is read."""

from __future__ import annotations

from typing import Any

from kg.statements import statement
from ontology import NotFound, UserError


def resolve_parameter(session: Any, found: Any, name: str, value: str) -> str:
    """An id as it is, a name as the id of the one entity that bears it; several by commas."""
    from queries.header import SIMPLE_TYPES

    kind = next((p.type for p in found.parameters if p.name == name), None)
    if kind is None or kind.removesuffix("[]") in SIMPLE_TYPES:
        return value
    if kind.endswith("[]"):
        return ",".join(resolve(session, one.strip(), kind[:-2]) for one in value.split(","))
    return resolve(session, value, kind)


def resolve(session: Any, said: str, kind: str = "Entity") -> str:
    """The id of an entity named by id or by name; NotFound names what is near."""
    import difflib

    from queries.ask.words import folded

    known = session.lexicon.entities.get(said)
    if known:
        if kind not in known.labels:
            labels = ", ".join(sorted(known.labels - {"Entity"}))
            raise UserError(f"'{said}' is {labels}, but {kind} is wanted here; give another id.")
        return said
    if said.startswith("claim/"):  # too many to be in the lexicon
        if session.store.read(statement("known"), {"id": said}).records:
            return said
        raise NotFound(f"The graph has no claim '{said}'.")
    matches = session.lexicon.find(folded(said), kind)
    if len(matches) == 1:
        return str(matches[0].id)
    if matches:
        several = ", ".join(m.id for m in matches[:8])
        raise UserError(f"'{said}' may be one of {len(matches)}: {several}; give the id.")
    near = difflib.get_close_matches(said, session.lexicon.entities, 3, 0.5)
    hint = (
        f"; did you mean {', '.join(near)}?"
        if near
        else "; give a name or an id like person/omar-garcia-harfuch."
    )
    raise NotFound(f"The graph has no {kind} '{said}'{hint}")

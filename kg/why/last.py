"""The last answer of ``kg ask``, kept in the user's cache so that ``kg why`` can open it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.claims import RESTATING
from graph.seal import read_sealed, write_sealed
from kg.why.gather import Gatherer
from kg.why.keys import Key
from ontology import NotFound, UserError
from queries.kept import cache_folder

if TYPE_CHECKING:
    from kg.session import Session

VIEW = ("as_of", "known_at", "policy")
_MOST_PAIRS = 20_000  # of ends between which facts are looked for


def last_file() -> Path:
    """Where the last answer is kept."""
    return cache_folder() / "last-answer.json"


def keep(response: dict[str, Any], store: str) -> None:
    """Keeps an answer of a store; a cache that cannot be written keeps none."""
    kept = to_be_kept(response, store)
    with suppress(OSError):
        last_file().parent.mkdir(parents=True, exist_ok=True)
        write_sealed(last_file(), json.dumps(kept), private=True)


def to_be_kept(response: dict[str, Any], store: str) -> dict[str, Any]:
    """What of an answer must be known to open its rows."""
    return {
        "store": store,
        "release": response["release"],
        "view": {name: response[name] for name in VIEW if name in response},
        "question": response["question"],
        "language": response["language"],
        "columns": response["columns"],
        "rows": response["rows"],
        "named": sorted({*_ids(response["parameters"]), *_ids(response["form"])}),
    }


def _ids(part: Any) -> Iterator[str]:
    """The ids of entities somewhere in a form or in parameters."""
    if isinstance(part, dict):
        if isinstance(part.get("id"), str):
            yield part["id"]
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from _ids(one)


def kept_answer(session: Session) -> dict[str, Any]:
    """The answer that was kept; NotFound where there is none, UserError where it is of another graph."""
    try:
        kept: dict[str, Any] = json.loads(read_sealed(last_file()))
    except (OSError, ValueError) as error:
        raise NotFound(
            "No answer has been kept to be opened; ask with 'kg ask' first, or name a claim or a fact."
        ) from error
    release = session.base.release()
    if kept["store"] != session.base.url:
        raise UserError(
            f"The last answer, to '{kept['question']}', came from {kept['store']} and not from "
            f"{session.base.url}; ask again here, or name that store with --store."
        )
    if release is None or kept["release"] != release.generation:
        raise UserError(
            f"The graph has changed since the last answer, to '{kept['question']}'; ask again."
        )
    if kept.get("view"):
        from graph.claims import view  # of few answers

        session.view = view(**kept["view"])
    return kept


def why_last(
    session: Session, kept: dict[str, Any], language: str, row: int | None
) -> dict[str, Any]:
    """What stands behind the rows of a kept answer, or behind one of them, counted from 1."""
    rows = kept["rows"]
    if row is not None and not 1 <= row <= len(rows):
        has = "one row" if len(rows) == 1 else f"{len(rows)} rows"
        raise UserError(f"--row {row}: the last answer has {has}; count from 1.")
    gatherer = Gatherer(session, language)
    chosen = [(n, r) for n, r in enumerate(rows, 1) if row in (None, n)]
    keys = gatherer.all_between(_pairs(kept, [r for _, r in chosen]))
    shown: list[dict[str, Any]] = []
    for number, one in chosen:
        ends, claims = _ends(kept, one), set(one["claims"])
        behind = [k for k in keys if {k.subject, k.object} <= ends]
        behind = [k for k in behind if claims >= set(gatherer.claims_of(k))]
        behind = _plainest(gatherer, behind, one, set(kept["named"]))
        covered = {c for k in behind for c in gatherer.claims_of(k)}
        cells = {
            c: gatherer.called(one.get(c), one.get(f"{c}_id"))
            for c in kept["columns"]
            if not c.endswith("_id")
        }
        rest = sorted(claims - covered)
        shown.append(
            {"number": number, "cells": cells, "facts": list(map(str, behind)), "claims": rest}
        )
    roots = [Key.read(name) for one in shown for name in one["facts"]]
    found = gatherer.explanation(roots, asked=[c for one in shown for c in one["claims"]])
    return {"question": kept["question"], "kept_in": str(last_file()), **found, "rows": shown}


def _ends(kept: dict[str, Any], row: dict[str, Any]) -> set[str]:
    """The entities that a row and its question name."""
    found = {str(name) for name in kept["named"]}
    for name, value in row.items():
        if name.endswith("_id"):
            found |= {str(v) for v in (value if isinstance(value, list) else [value]) if v}
    return found


def _pairs(kept: dict[str, Any], rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    found = {(a, b) for row in rows for a, b in permutations(sorted(_ends(kept, row)), 2)}
    if len(found) > _MOST_PAIRS:
        raise UserError("The last answer has very many rows; open one of them with --row N.")
    return sorted(found)


def _plainest(
    gatherer: Gatherer, keys: list[Key], row: dict[str, Any], asked: set[str]
) -> list[Key]:
    """The facts that say what the row says: of its relation, and a tie in one direction.

    Without a relation, all but those that only restate another.
    """
    facts = gatherer.found["facts"]
    keys = [k for k in keys if k.predicate == row.get("relation")] or keys
    said = {(k.subject, k.predicate, k.object) for k in keys}
    claimed = {(k.subject, k.predicate, k.object) for k in keys if not facts[str(k)]["inferred"]}

    def is_turned(key: Key) -> bool:
        """Whether the other direction is the one that claims state, or that the row begins with."""
        mine = (key.subject, key.predicate, key.object)
        other = (key.object, key.predicate, key.subject)
        if other not in said:
            return False
        if (mine in claimed) != (other in claimed):
            return other in claimed
        return key.subject in asked and key.object not in asked

    keys = [k for k in keys if not is_turned(k)]
    known = set(map(str, keys))

    def restates(key: Key) -> bool:
        ways = facts[str(key)]["derivations"]
        first = ways[0] if facts[str(key)]["inferred"] and ways else None
        return bool(first and first["rule"] in RESTATING and known.issuperset(first["premises"]))

    return [k for k in keys if not restates(k)]

"""The passage of a claim in the text that it was read from, where somebody has the files."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.claims import SPAN
from ontology import UserError

VARIABLE = "KG_SOURCES"
AROUND = 160  # characters shown before and after a span, at most


@dataclass(frozen=True)
class _File:
    name: str
    sha256: str
    text: str | None  # None where it is not UTF-8


class Sources:
    """The texts (``.txt``) in a folder."""

    def __init__(self, folder: Path, named: str) -> None:
        try:
            paths = sorted(
                p for p in folder.iterdir() if p.suffix.lower() == ".txt" and p.is_file()
            )
            self.files = [_read(path) for path in paths]
        except FileNotFoundError as error:
            raise UserError(
                f"{named}: there is no folder {folder}; name the one with the texts of the sources."
            ) from error
        except OSError as error:
            raise UserError(
                f"{named}: {error.filename} cannot be read ({error.strerror}); name the folder with "
                "the texts of the sources."
            ) from error
        self.folder = folder

    def passage(self, claim: dict[str, Any]) -> dict[str, Any] | None:
        """The passage of a claim of a text, or why there is none; None for a claim of no text.

        ``state`` is found, differs, missing or outside; ``before``, ``span`` and ``after`` are text.
        """
        source, span = claim["source"], SPAN.fullmatch(claim["locator"] or "")
        if span is None or not source["sha256"]:
            return None
        fitting = [f for f in self.files if f.sha256 == source["sha256"] and f.text is not None]
        if not fitting:
            alike = [f.name for f in self.files if source["id"] in f.name]
            state = {"state": "differs", "file": alike[0]} if alike else {"state": "missing"}
            return state | {"folder": str(self.folder)}
        file, start, end = fitting[0], int(span[1]), int(span[2])
        text = file.text or ""
        if not start < end <= len(text):
            return {"state": "outside", "file": file.name, "folder": str(self.folder)}
        before, after = _around(text, start, end)
        return {
            "state": "found",
            "file": file.name,
            "before": before,
            "span": text[start:end],
            "after": after,
        }


def _read(path: Path) -> _File:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    return _File(path.name, hashlib.sha256(data).hexdigest(), text)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a span in its paragraph, cut between words."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - AROUND) : start]
    stop = text.find("\n", end)
    after = text[end : min(stop if stop >= 0 else len(text), end + AROUND)]
    if len(before) == AROUND:
        before = "… " + before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def sources_in(folder: str | None) -> Sources | None:
    """The texts in the folder of ``--sources``, else of the variable; None where neither is given."""
    if folder is not None:
        return Sources(Path(folder).expanduser(), "--sources")
    named = os.environ.get(VARIABLE)
    return Sources(Path(named).expanduser(), VARIABLE) if named else None


def add_passages(claims: dict[str, dict[str, Any]], sources: Sources) -> None:
    """Adds ``passage`` to each claim of a text."""
    for claim in claims.values():
        found = sources.passage(claim)
        if found is not None:
            claim["passage"] = found

"""Corrections of how a claim is told: its source, its place there, its words, who says it.

No rule reads any of that, and no other row depends on it, so the rows that differ are enough to
know what a corrected sheet says anew.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from filecmp import cmp
from itertools import zip_longest
from pathlib import Path

import pyoxigraph as ox

from graph.claims.cells import MOST_BYTES
from graph.claims.rdf import asserted, thing
from graph.claims.sheets import Sheets, claim_files, read_parts

TELLING = frozenset(
    ("attributed_to", "source", "locator", "quote", "note", "certainty", "via", "recorded")
)
"""The columns of claims that say how a claim is told."""
Retold = dict[str, tuple[list[ox.Quad], list[ox.Quad]]]
"""The quads about each claim (its id), before and after."""
_Pair = tuple[list[str], list[str]]


def retold(before: Path, after: Path) -> Retold | None:
    """The claims that two folders of sheets tell differently.

    None where they differ in anything else, or where a cell is bad.  SheetError where the folder
    ``after`` lacks a sheet that it must have.
    """
    old, new = claim_files(before), claim_files(after)
    if [path.name for path in old] != [path.name for path in new]:
        return None
    if not all(_same(before / n, after / n) for n in ("sources.csv", "entities.csv")):
        return None
    parts: tuple[dict[Path, str], dict[Path, str]] = {}, {}
    for one, other in zip(old, new, strict=True):
        if _same(one, other):
            continue
        rows = _rows_apart(one, other)
        if rows is None:
            return None
        parts[0][other], parts[1][other] = rows
    read = read_parts(after, parts)
    if read is None:
        return None
    was, now = read
    return {claim: (_about(claim, was), _about(claim, now)) for claim in sorted(now.claims)}


def _same(one: Path, other: Path) -> bool:
    return cmp(one, other, shallow=False)


def _about(claim: str, sheets: Sheets) -> list[ox.Quad]:
    """The quads whose subject is a claim, each once."""
    said = sheets.claims[claim]
    node = thing("claim/" + claim)
    only = Sheets(sources={said.source: sheets.sources[said.source]}, claims={claim: said})
    return list(dict.fromkeys(quad for quad in asserted(only) if quad.subject == node))


def _rows_apart(one: Path, other: Path) -> tuple[str, str] | None:
    """The header and the rows that differ, of each sheet; None where more than the telling does."""
    if max(one.stat().st_size, other.stat().st_size) > MOST_BYTES:
        return None
    try:
        rows: Iterator[_Pair] = zip_longest(_rows(one), _rows(other), fillvalue=[])
        header, same = next(rows, ([], []))
        apart = [pair for pair in rows if pair[0] != pair[1]]
    except (UnicodeDecodeError, csv.Error):
        return None
    kept = [n for n, column in enumerate(header) if column not in TELLING]
    if header != same or not all(_only_told(pair, len(header), kept) for pair in apart):
        return None
    return _sheet([header, *(a for a, _ in apart)]), _sheet([header, *(b for _, b in apart)])


def _only_told(pair: _Pair, width: int, kept: list[int]) -> bool:
    """Whether two rows have all cells, and the same ones in the columns that are ``kept``."""
    one, other = pair
    return len(one) == len(other) == width and all(one[n] == other[n] for n in kept)


def _rows(path: Path) -> Iterator[list[str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return (row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if any(row))


def _sheet(rows: list[list[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()

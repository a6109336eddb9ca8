"""A table for people: on a terminal as wide as it is, in a pipe a row a line however long."""

from __future__ import annotations

from typing import TextIO

from kg.terminal import Styled, broken, coloured, faint, heading, length

GAPS = ("   ", "  ")  # between columns; the narrow one where the wide one takes too much
_NARROWEST = 6
_NAME_WIDTH = 24  # of the headings of stacked rows, at most


def table(headings: list[str], rows: list[list[str]], width: int | None, stream: TextIO) -> str:
    """Cells as lines.

    Where columns don't fit side by side with whole words, each row is a block: a heading and its
    cell a line, without the empty ones.
    """
    natural = [
        max(length(text) for text in (name, *(row[at] for row in rows)))
        for at, name in enumerate(headings)
    ]
    if width is None:
        return _side_by_side(headings, rows, natural, GAPS[0], stream)
    least = [
        max(_longest_word([name, *(row[at] for row in rows)]), min(_NARROWEST, natural[at]))
        for at, name in enumerate(headings)
    ]
    for wanted in (natural, least):
        for gap in GAPS:
            room = width - len(gap) * (len(headings) - 1)
            if sum(wanted) <= room:
                widths = _shared_out(wanted, natural, room)
                return _side_by_side(headings, rows, widths, gap, stream)
    return _stacked(headings, rows, width, stream)


def _longest_word(texts: list[str]) -> int:
    return max((length(word) for text in texts for word in text.split(" ")), default=0)


def _shared_out(least: list[int], natural: list[int], room: int) -> list[int]:
    """Widths from the least to the natural ones: what is left goes where most is missing."""
    widths = list(least)
    for _ in range(room - sum(widths)):
        missing = [size - width for size, width in zip(natural, widths, strict=True)]
        most = max(missing)
        if most <= 0:
            break
        widths[missing.index(most)] += 1
    return widths


def _side_by_side(
    headings: list[str], rows: list[list[str]], widths: list[int], gap: str, stream: TextIO
) -> str:
    lines = [heading(line, stream) for line in _lines(headings, widths, gap)]
    lines.append(faint("─" * (sum(widths) + len(gap) * (len(widths) - 1)), stream))
    for row in rows:
        lines += _lines(row, widths, gap)
    return _joined(lines, stream)


def _lines(cells: list[str], widths: list[int], gap: str) -> list[str]:
    parts = [
        broken(text, size) if length(text) > size else [text]
        for text, size in zip(cells, widths, strict=True)
    ]
    found = []
    for at in range(max(map(len, parts), default=0)):
        pieces = [part[at] if at < len(part) else "" for part in parts]
        padded = (p + " " * (size - length(p)) for p, size in zip(pieces, widths, strict=True))
        found.append(gap.join(padded).rstrip())
    return found


def _stacked(headings: list[str], rows: list[list[str]], width: int, stream: TextIO) -> str:
    indent = min(max(map(length, headings)), _NAME_WIDTH) + 2
    blocks = []
    for row in rows:
        lines: list[str] = []
        for name, text in zip(headings, row, strict=True):
            if not text:
                continue
            label = f"{name}:" + " " * max(indent - length(name) - 1, 1)
            first, *more = broken(text, width - length(label), width - indent)
            lines.append(f"{heading(label, stream)}{first}")
            lines += [" " * indent + line for line in more]
        blocks.append("\n".join(lines))
    return _joined(["\n\n".join(blocks)], stream)


def _joined(lines: list[str], stream: TextIO) -> str:
    text = "\n".join(lines)
    return Styled(text) if coloured(stream) else text

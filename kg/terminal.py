"""What goes to a person's screen: nothing steers the terminal but what we put there ourselves.

Names, quotations, documents and files are called by anybody anything.  Here, once, is what is made
of characters that would steer a terminal or turn the direction of its text: they are shown as in
JSON, ``\\u001b``.  A stream that is a terminal does so with all text that passes through it; text
of our own that has colour is :class:`Styled`.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

# C0 and C1 but for tab and line feed, line and paragraph separator, and what turns the direction.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]"
)
_BREAKS = re.compile("[ ]*[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]+[ ]*")
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BOLD, _DIM, _RED, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[0m"
_LEAST_WIDTH = 20


class Styled(str):
    """Text whose control sequences are ours: a terminal takes it as it is."""

    __slots__ = ()

    def __str__(self) -> str:
        return self  # or print would make a plain string of it


def escaped(text: str) -> str:
    """Text with what would steer a terminal made visible; lines and tabs stay."""
    return _STEERING.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def named(text: str) -> str:
    """A name on one line, so that it cannot pass for lines of ours: a line end as ``\\n``."""
    return escaped(re.sub("[\n\r\t]", lambda m: _NAMED[m[0]], text))


def flat(text: str) -> str:
    """Text for a cell or a line of reading: each line end a space."""
    return escaped(_BREAKS.sub(" ", text))


class Screen(io.TextIOWrapper):
    """A terminal as a stream: escapes what would steer it, and breaks lines between words."""

    wrapping = False

    @property
    def columns(self) -> int:
        """How many characters a line has."""
        try:
            found = os.get_terminal_size(self.fileno()).columns
        except OSError:
            found = 0
        return max(found or 80, _LEAST_WIDTH)

    def write(self, text: str) -> int:
        """Writes text; the number of characters given."""
        if isinstance(text, Styled):
            super().write(text)
        else:
            shown = escaped(text)
            super().write(wrapped(shown, self.columns) if self.wrapping else shown)
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Writes pieces of text."""
        for line in lines:
            self.write(line)

    @property
    def buffer(self) -> Any:
        """The same for who writes bytes."""
        return _Bytes(self)


class _Bytes(io.RawIOBase):
    """Bytes of UTF-8 for a screen; a line may end as CSV of the W3C does, with CR and LF."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""  # a CR whose LF may come next

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        piece = bytes(data)
        text = self._held + self._decoder.decode(piece)
        self._held = "\r" if text.endswith("\r") else ""
        self._screen.write(text.removesuffix(self._held).replace("\r\n", "\n"))
        return len(piece)

    def flush(self) -> None:
        self._screen.write(self._held)
        self._held = ""
        self._screen.flush()


def screen(stream: TextIO) -> Screen:
    """A terminal's stream made safe."""
    binary = open(stream.fileno(), "wb", closefd=False)  # noqa: SIM115 - it lives on
    return Screen(binary, encoding=stream.encoding, errors="replace", line_buffering=True)


@contextmanager
def reading() -> Iterator[None]:
    """What is printed meanwhile is to be read: on a terminal lines are broken between words."""
    before = [s for s in (sys.stdout, sys.stderr) if isinstance(s, Screen) and not s.wrapping]
    for stream in before:
        stream.wrapping = True
    try:
        yield
    finally:
        for stream in before:
            stream.wrapping = False


def width_of(stream: TextIO) -> int | None:
    """The characters of a line of a terminal; None for a pipe or file, where lines are whole."""
    return stream.columns if isinstance(stream, Screen) else None


def coloured(stream: TextIO) -> bool:
    """Whether colour helps: a terminal that has it, and nobody has said NO_COLOR."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
    return isinstance(stream, Screen) and wanted


def heading(text: str, stream: TextIO) -> str:
    """A heading: bold on a terminal with colour."""
    return Styled(_BOLD + escaped(text) + _PLAIN) if coloured(stream) else escaped(text)


def faint(text: str, stream: TextIO) -> str:
    """What is less than text: dim on a terminal with colour."""
    return Styled(_DIM + escaped(text) + _PLAIN) if coloured(stream) else escaped(text)


def message(mark: str, text: str, stream: TextIO) -> str:
    """A mark such as ``kg:`` and what follows; on a terminal in red and broken between words."""
    shown = escaped(f"{mark} {text}")
    width = width_of(stream)
    if width is not None:
        shown = wrapped(shown, width)
    return Styled(_RED + shown + _PLAIN) if coloured(stream) else shown


# --- Lines ----------------------------------------------------------------------------------------


def length(text: str) -> int:
    """How many places of a line text takes; letters of some scripts take two, accents none."""
    if text.isascii() or max(text) < "\u0300":
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def broken(text: str, width: int, later: int | None = None) -> list[str]:
    """A line as lines no longer than a width, broken at spaces; a word that is longer stays whole.

    ``later`` is the width of all lines but the first.
    """
    lines: list[str] = []
    line, used, most = "", 0, width
    for word in text.split(" "):
        size = length(word)
        if line and used + 1 + size > most:
            lines.append(line)
            most = width if later is None else later
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line]


def wrapped(text: str, width: int) -> str:
    """Text whose lines are no longer than a width; what is carried over is set in."""
    return "\n".join(_carried(line, width) for line in text.split("\n"))


def _carried(line: str, width: int) -> str:
    if length(line) <= width:
        return line
    indent = len(line) - len(line.lstrip(" "))
    deeper = " " * min(indent + 4, width // 2)
    parts = broken(line[indent:], width - indent, width - len(deeper))
    return ("\n" + deeper).join([" " * indent + parts[0], *parts[1:]])

"""XML in other encodings than UTF-8, as its byte order mark or its declaration says."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from graph.reading.trouble import Trouble

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Without a mark the text begins with "<" (XML 1.0, appendix F).
_STARTS = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(r"""^(\s*<\?xml[^>]*?encoding\s*=\s*["'])([^"'<>]+)(["'])""")
# Those that IANA lists for text; Python knows others, which change what the letters mean.
_KNOWN = re.compile(
    r"(us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?\d{1,2}|(windows|cp)-?\d{3,4}|ibm\d{3}|koi8-[rut]"
    r"|shift[_-]jis|euc-(jp|kr)|iso-2022-(jp|kr)|gb2312|gbk|gb18030|big5|macintosh|mac-?roman|tis-620"
    r"|utf-?8)",
    re.IGNORECASE,
)


def as_utf8(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """XML in UTF-8 without a mark, its declaration changed; Trouble where that cannot be."""
    start = next(blocks, b"")
    while start and len(start) < 4:
        more = next(blocks, b"")
        if not more:
            break
        start += more
    encoding, mark = _encoding(start)
    if encoding in ("utf-8", ""):
        yield start[mark:]
        yield from blocks
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    yield _declared(_decoded(decoder, start[mark:], encoding))
    line = start.count(b"\n") + 1
    for block in blocks:
        if text := _decoded(decoder, block, encoding, line):
            yield text.encode()
        line += block.count(b"\n")
    _decoded(decoder, b"", encoding, line, final=True)


def _encoding(start: bytes) -> tuple[str, int]:
    """The encoding by name, and the length of the mark."""
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name, len(mark)
    for begin, name in _STARTS:
        if start.startswith(begin):
            return name, 0
    declared = _DECLARED.match(start[:1024].decode("latin-1"))
    if declared is None:
        return "", 0
    name = declared[2].strip()
    if name.lower().startswith("utf-16") or name.lower().startswith("utf-32"):
        raise Trouble(f"says that it is {name}, and is not", "save it as UTF-8", (1, 1))
    try:
        known = codecs.lookup(name).name if _KNOWN.fullmatch(name) else None
    except LookupError:
        known = None
    if known is None:
        raise Trouble(f"is in an encoding that is not known ({name})", "save it as UTF-8", (1, 1))
    return ("utf-8" if known in ("utf-8", "ascii") else known), 0


def _decoded(
    decoder: codecs.IncrementalDecoder,
    block: bytes,
    encoding: str,
    line: int = 1,
    final: bool = False,
) -> str:
    try:
        return decoder.decode(block, final)
    except UnicodeDecodeError as error:
        place = line + error.object[: error.start].count(b"\n"), 1
        raise Trouble(f"is not {encoding.upper()}, as it says", "save it as UTF-8", place) from None


def _declared(text: str) -> bytes:
    """The beginning in UTF-8, and declared so, with as many characters where that can be."""
    if found := _DECLARED.match(text):
        spaces = " " * max(0, len(found[2]) - len("UTF-8"))
        text = f"{found[1]}UTF-8{found[3]}{spaces}{text[found.end() :]}"
    return text.encode()

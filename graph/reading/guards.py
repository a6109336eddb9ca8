"""What stands between a file and the parser: it counts, notes blank nodes, and refuses.

The parser refuses by itself what is too long for its buffer.  Guarded here is what would make it
crash, fill the memory or never end, and what it would read without a word although it is broken.
"""

from __future__ import annotations

import re
from itertools import chain
from xml.parsers import expat

import pyoxigraph as ox

from graph.reading.limits import BLOCK, MIB, Input, Limits, Position, unpacked
from graph.reading.trouble import Trouble
from graph.vocabulary import RDF

TERM = 1 << 32
BATCH = 1 << 15  # bytes whose quads are handled together
TOKEN = 16 * MIB  # bytes; the parser's own limit

_STEP = re.compile(rb'[<>,\[\]{}:"\n]')
_HEX_LABEL = re.compile(rb"_:([a-f][0-9a-f]{15,31})")
_HEX_NODE_ID = re.compile(rb"""["']([a-f][0-9a-f]{15,31})["']""")
_LINES = (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS)
_TURTLES = (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG)
_MANY = 1000  # of a character in a block; then it is no longer looked at each of them


def _has_label(block: bytes) -> bool:
    """Whether ``_:`` stands in a block, or may: bytes.find is fast for one byte only."""
    at = block.find(b"_")
    for _ in range(_MANY):
        if at < 0:
            return False
        if block[at + 1 : at + 2] == b":":
            return True
        at = block.find(b"_", at + 1)
    return True


def _count_terms(block: bytes) -> int:
    """How often ``<<(`` stands in a block."""
    count, at = 0, block.find(b"(")
    for _ in range(_MANY):
        if at < 0:
            return count
        count += block[max(0, at - 2) : at] == b"<<"
        at = block.find(b"(", at + 1)
    return block.count(b"<<(")


class GuardedFile:
    """What the parser reads from; ``silent`` counts the bytes since the last statement.

    The user of the parser sets it to 0 with each quad, and handles its quads where ``due`` is set.

    ``blank`` says that a blank node may have been handed out.  From the offset ``fine_from`` on, each read ends
    at the next mark of the syntax: an error then shows where it arose.
    """

    def __init__(self, source: Input, limits: Limits, fine_from: int | None = None) -> None:
        self._source, self._limits, self._fine_from = source, limits, fine_from
        self._blocks = unpacked(source, limits)
        self._block, self._at, self._ended = b"", 0, False
        self._place = Position()
        self._tail = b""
        self._brackets = self._terms = 0
        self._nesting_known = False
        self._xml = XmlGuard(limits) if source.format == ox.RdfFormat.RDF_XML else None
        self.silent = 0
        self.handed = 0
        self._due_at = BATCH
        self.blank = source.format not in (*_LINES, *_TURTLES)
        self.due = False
        self._labels: set[bytes] = set()

    def place(self) -> tuple[int, int]:
        """Where the last byte that was handed out stands."""
        return self._place.after(self._block[: self._at])

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes; none at the end.  Trouble where a limit is passed."""
        if not size:
            return b""
        if self._at == len(self._block) and not self._next():
            return b""
        if size < 0:
            size = BLOCK
        fine = self._fine_from is not None and self.handed >= self._fine_from
        if fine:
            mark = _STEP.search(self._block, self._at, self._at + size)
            size = mark.end() - self._at if mark else size
        part = self._block[self._at : self._at + size]
        self._at += len(part)
        self.handed += len(part)
        self.silent += len(part)
        if fine or self.handed >= self._due_at:
            self.due = True
            self._due_at = self.handed + BATCH
        if self.silent > self._limits.statement // (self._xml.growth if self._xml else 1):
            raise Trouble(
                f"more than {self._limits.statement:,} bytes without a statement",
                "put what is so long into a file of its own and link to it; in JSON-LD, put "
                "@context, @id and @type first",
                self.place(),
            )
        return part

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that XML has declared so far; those of other formats the parser knows."""
        return self._xml.prefixes if self._xml else {}

    def close(self) -> None:
        """Closes the file."""
        self._blocks.close()  # type: ignore[attr-defined]

    def _next(self) -> bool:
        if self._ended:
            return False
        self._place.advance(self._block)
        self._block, self._at = b"", 0
        try:
            self._block = next(self._blocks, b"")
        except Trouble as trouble:
            trouble.place = trouble.place or (self.place() if self.handed else None)
            raise
        self._ended = not self._block
        if self._xml is None:
            self._inspect(self._block)
            return not self._ended
        while True:  # of XML what is whole only: its tags may have to be written anew
            self._inspect(self._block)
            self._block = self._xml.whole()
            if self._block or self._ended:
                return bool(self._block)
            self._block = next(self._blocks, b"")
            self._ended = not self._block

    def made(self, label: bytes) -> bool:
        """Whether the parser made a label, which looks so, and the file does not have it."""
        return self._source.format not in _LINES and label not in self._labels

    def _inspect(self, block: bytes) -> None:
        syntax = self._source.format
        if self._xml:
            self._xml.feed(block)
        edge = self._tail + block[:40]
        self._tail = block[-40:]
        if syntax in _LINES:
            self.blank = self.blank or _has_label(block) or _has_label(edge)
        elif self._xml:
            self._labels.update(_HEX_NODE_ID.findall(block), _HEX_NODE_ID.findall(edge))
        else:
            if labelled := _has_label(block) or _has_label(edge):
                self._labels.update(_HEX_LABEL.findall(block), _HEX_LABEL.findall(edge))
            self.blank = (
                self.blank or labelled or any(c in block for c in b"[(~{") or b"<<" in edge + block
            )
        if (syntax in _LINES or syntax in _TURTLES) and not self._nesting_known:
            self._terms += _count_terms(block) + (b"<<(" in edge)
            if syntax in _TURTLES:
                self._brackets += sum(map(block.count, (b"(", b"[", b"{", b"<<")))
            # Those in strings are counted too: only a file that may be deep is looked at closely.
            if self._terms > self._limits.depth or self._brackets > self._limits.brackets:
                check_nesting(self._source, self._limits)
                self._nesting_known = True


# Old names of RDF/XML without a prefix, which mean those of RDF (RDF/XML, section 6.1.4).
_OLD_NAMES = frozenset(("ID", "about", "resource", "parseType", "type"))
_OWN_PREFIX = b"expediente-rdf"  # where the file has none
_IN_TAG = re.compile(
    rb"""(\s)(ID|about|resource|parseType|type)(?=\s*=)|"[^"]*+"|'[^']*+'|[^\s"']++|\s"""
)


class XmlGuard:
    """Reads XML beside the RDF/XML parser, which takes a cut-off file for a whole one."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._depth = 0
        self._entities: dict[str, int] = {}
        self.growth = 1  # how many times longer entities can make a text
        self._fed = 0
        self._ended = False
        self._prolog: bytes | None = b""  # until the first element begins
        self._held = b""  # what begins with a tag or comment that is not whole yet
        self._held_from = 0  # where that stands in the whole file
        self._unqualified: list[tuple[int, bytes]] = []  # where tags stand that need a prefix
        self._prefixes: list[tuple[int, bytes]] = []  # of RDF, with the depth of their element
        self.prefixes: dict[str, str] = {}  # all that were declared, each as it was first
        self._literal = 0  # depth of the element whose content is a literal
        self._parser = expat.ParserCreate("utf-8")
        self._parser.ordered_attributes = True
        self._parser.EntityDeclHandler = self._entity
        self._parser.AttlistDeclHandler = self._attribute
        self._parser.EndDoctypeDeclHandler = self._declared
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def feed(self, block: bytes) -> None:
        """The next block; an empty one is the end.  Trouble if the XML is broken or hostile."""
        if self._prolog is not None:
            self._prolog += block
            if len(self._prolog) > self._limits.statement:
                raise Trouble("has no element where one must be", "mend the file", self._place())
        self._fed += len(block)
        self._held += block
        self._ended = not block
        try:
            self._parser.Parse(block, not block)
        except expat.ExpatError as error:
            place = error.lineno, error.offset + 1
            if error.code == expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]:
                at = self._parser.ErrorByteIndex
                if at >= 0 and not _is_utf8(block):
                    raise Trouble("is not UTF-8", "save it as UTF-8", place) from None
            what = expat.errors.messages.get(error.code, "") or str(error)
            if "amplification" in what:
                what = "its entities stand for too much text"
                raise Trouble(what, "write them out", place) from None
            raise Trouble(f"is no well-formed XML ({what})", "mend the file", place) from None
        # This parser begins each time where the tag or comment began that it has not seen whole.
        if self._fed - self._parser.CurrentByteIndex > self._limits.tag:
            raise Trouble(
                f"a tag or comment is longer than {self._limits.tag:,} bytes",
                "write so long a value as an element's text",
                self._place(),
            )

    def whole(self) -> bytes:
        """What was fed and not given yet, as far as its tags are whole; old names get a prefix."""
        end = self._parser.CurrentByteIndex if self._parser.CurrentByteIndex >= 0 else self._fed
        end = max(end, self._held_from)
        if self._ended:
            end = self._fed
        found, start = [], self._held_from
        for at, prefix in self._unqualified:
            if start <= at < end:
                found.append(self._held[start - self._held_from : at - self._held_from])
                tag = self._tag(at - self._held_from)
                found.append(_qualified(tag, prefix))
                start = at + len(tag)
        found.append(self._held[start - self._held_from : end - self._held_from])
        self._held = self._held[end - self._held_from :]
        self._held_from = end
        self._unqualified.clear()
        return b"".join(found)

    def _tag(self, at: int) -> bytes:
        """The start tag at a place; an entity may stand there in place of one."""
        tag = re.compile(rb"""<(?:"[^"]*+"|'[^']*+'|[^"'>])*+>""").match(self._held, at)
        return tag[0] if tag else b""

    def _place(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _entity(self, name: str, parameter: int, value: str | None, *_declared: str | None) -> None:
        if value is None:
            raise Trouble(
                f"the entity '{name}' stands elsewhere and is never fetched",
                "put its text in the place of its name",
                self._place(),
            )
        if parameter:
            raise Trouble(
                f"the parameter entity '{name}' is not supported", "write it out", self._place()
            )
        size = len(value)
        for used in re.findall(r"&([^;#]+);", value):
            # One that is declared later may stand for anything.
            size += self._entities.get(used, self._limits.entity)
        if size > self._limits.entity:
            raise Trouble(
                f"the entity '{name}' stands for more than {self._limits.entity:,} characters",
                "write it out",
                self._place(),
            )
        self._entities.setdefault(name, size)
        self.growth = max(self.growth, -(-size // (len(name) + 2)))

    def _attribute(
        self, element: str, name: str, _type: str, default: str | None, _required: int
    ) -> None:
        if default is not None:
            raise Trouble(
                f"the DOCTYPE gives '{element}' a '{name}', which the parser would overlook",
                "write the attribute where it is meant",
                self._place(),
            )

    def _declared(self) -> None:
        # The RDF/XML parser takes the last of two declarations where XML takes the first.
        before = (self._prolog or b"")[: self._parser.CurrentByteIndex]
        if before.count(b"<!ENTITY") != len(self._entities):
            raise Trouble(
                "the DOCTYPE declares an entity twice or in a comment",
                "declare it once",
                self._place(),
            )

    def _start(self, _name: str, attributes: list[str]) -> None:
        self._prolog = None
        self._depth += 1
        if attributes and not self._literal:
            names = attributes[::2]
            pairs = list(zip(names, attributes[1::2], strict=True))
            for name, value in pairs:
                if not f"{name}:".startswith("xmlns:"):
                    continue
                self.prefixes.setdefault(name[6:], value)
                if value == RDF and name.startswith("xmlns:"):
                    self._prefixes.append((self._depth, name[6:].encode()))
            if not _OLD_NAMES.isdisjoint(names):
                prefix = self._prefixes[-1][1] if self._prefixes else b""
                self._unqualified.append((self._parser.CurrentByteIndex, prefix))
            for name, value in pairs:
                if name.rpartition(":")[2] == "parseType" and value not in _NO_LITERALS:
                    self._literal = self._depth
        if self._depth > self._limits.depth:
            raise Trouble(
                f"more than {self._limits.depth} elements stand one in another",
                "write them beside each other, with rdf:resource or rdf:nodeID",
                self._place(),
            )

    def _end(self, _name: str) -> None:
        if self._depth == self._literal:
            self._literal = 0
        while self._prefixes and self._prefixes[-1][0] == self._depth:
            self._prefixes.pop()
        self._depth -= 1


_NO_LITERALS = ("Resource", "Collection", "Triple")


def _qualified(tag: bytes, prefix: bytes) -> bytes:
    """A start tag whose old names have a prefix, which is declared in it if there is none."""
    name = re.match(rb"<[^\s/>]+", tag)
    if name is None:
        return tag
    given = prefix or _OWN_PREFIX
    rest = _IN_TAG.sub(lambda m: m[1] + given + b":" + m[2] if m[2] else m[0], tag[name.end() :])
    declared = b"" if prefix else b' xmlns:%b="%b"' % (given, RDF.encode())
    return name[0] + declared + rest


def _is_utf8(block: bytes) -> bool:
    """Whether a piece of a text may be UTF-8; its ends may cut a character."""
    while block and block[0] & 0xC0 == 0x80:
        block = block[1:]
    try:
        block.decode()
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and error.end == len(block)
    return True


_JSON_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_JSON_TOKEN = re.compile(_JSON_STRING.pattern + rb"|[\[\]{}]", re.DOTALL)
_NO_BRACKET = bytes(c for c in range(256) if c not in b"[]{}")
_JSON_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_TURTLE_TOKEN = re.compile(
    rb"""(?P<skip>[^"'<>()\[\]{}|\#\\]++"""
    rb'|"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+"""'
    rb"|'''[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*+'''"
    rb'|"(?!"")[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"'
    rb"|'(?!'')[^'\\\r\n]*+(?:\\.[^'\\\r\n]*+)*+'"
    rb'|<(?!<)[^<>"{}|^`\x00-\x20]*+>'
    rb"|\#[^\r\n]*+[\r\n]|\\.)"
    rb"|(?P<terms><<\()|(?P<termed>\)>>)"
    rb"|(?P<down>[(\[]|\{\||<<)|(?P<up>[)\]]|\|\}|>>)"
    rb'|(?P<open>["\'\#<\\])',
    re.DOTALL,
)
_TURTLE_STEPS = {"down": 1, "up": -1, "terms": TERM, "termed": -TERM}


def check_nesting(source: Input, limits: Limits) -> None:
    """Reads a JSON-LD or Turtle text for its brackets only; Trouble if they nest too deep."""
    json = source.format == ox.RdfFormat.JSON_LD
    depth = enough = held = 0
    place = Position()
    blocks: list[bytes] = []
    for block in chain(unpacked(source, limits, 4 * BLOCK), (b"",)):
        blocks.append(block)
        held += len(block)
        # A text that goes on for long is not joined and looked at again for each block.
        if held < enough and block:
            continue
        text = b"".join(blocks)
        at, depth = (_scan_json if json else _scan_turtle)(text, depth, limits)
        terms, brackets = divmod(depth, TERM)
        allowed = limits.depth if json or terms > limits.depth else limits.brackets
        if max(terms, brackets) > allowed:
            raise Trouble(
                f"more than {allowed:,} {'values' if json else 'brackets'} stand one in another",
                "write them beside each other, linked by names",
                place.after(text[:at]),
            )
        if len(text) - at > TOKEN:
            return  # the parser refuses what is so long
        place.advance(text[:at])
        blocks = [text[at:]]
        held = len(blocks[0])
        enough = 2 * held


def _scan_json(text: bytes, depth: int, limits: Limits) -> tuple[int, int]:
    """How far a text is understood and the depth there; that is where the limit is passed."""
    before = depth
    plain = _JSON_STRING.sub(b"", text)
    string = plain.find(b'"')  # one that goes on in the next block
    end = len(text) - (len(plain) - string if string >= 0 else 0)
    for bracket in (plain[:string] if string >= 0 else plain).translate(None, _NO_BRACKET):
        depth += _JSON_STEPS[bracket]
        if depth > limits.depth:
            break
    else:
        return end, depth
    for match in _JSON_TOKEN.finditer(text):
        before += _JSON_STEPS.get(match[0][0], 0)
        if before == depth:
            end = match.end()
            break
    return end, depth


def _scan_turtle(text: bytes, depth: int, limits: Limits) -> tuple[int, int]:
    """Like _scan_json; each triple term adds TERM to the depth."""
    # A token may go on in the next block; none that matters here is longer than three bytes.
    end = max(0, len(text) - 4)
    at = 0
    for match in _TURTLE_TOKEN.finditer(text):
        # What begins a token and has no end yet may have one in the next block.
        if match.end() > end or match.lastgroup == "open":
            return match.start(), depth
        at = match.end()
        depth += _TURTLE_STEPS.get(match.lastgroup or "", 0)
        if depth // TERM > limits.depth or depth % TERM > limits.brackets:
            return at, depth
    return max(at, end), depth

"""Expanded JSON-LD to quads: the part of the JSON-LD 1.1 API that makes RDF, literals exact.

https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm.  Beyond it a text with
a language and a base direction stays one literal, as RDF 1.2 has them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from graph.reading.limits import check_graph
from graph.reading.trouble import Trouble
from graph.vocabulary import RDF, XSD
from graph.vocabulary import TYPE_NODE as TYPE

NO_BASE = "x-no-base:///"
"""Stands before relative IRIs of a document that has no base: the processor would invent one."""
FIRST, REST, NIL = (ox.NamedNode(RDF + n) for n in ("first", "rest", "nil"))
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SHOWN = 5
_LARGEST = 10**21  # from here on a number is a double

Node = ox.NamedNode | ox.BlankNode
Term = Node | ox.Literal
Json = Any


@dataclass
class Unsaid:
    """What stands in a document and makes no triple, counted by name."""

    keys: Counter[str] = field(default_factory=Counter)
    terms: Counter[str] = field(default_factory=Counter)
    directions: int = 0
    rounded: int = 0

    def key(self, name: str | None) -> None:
        """A key that no context declares."""
        if name is not None:
            self.keys[name] += 1

    def notes(self) -> Iterator[str]:
        """Sentences about what was left out."""
        if self.keys:
            yield (
                f"values of keys that no context declares say nothing ({self.keys.total()}): "
                f"{_listed(self.keys)}."
            )
        if self.terms:
            yield (
                "statements with what is no IRI are left out, as JSON-LD has it "
                f"({self.terms.total()}): {_listed(self.terms)}."
            )
        if self.directions:
            yield (
                f"base directions are left out ({self.directions}): RDF has none without a "
                "language."
            )
        if self.rounded:
            yield (
                "numbers with more digits than a double has, which JSON-LD makes of them, are "
                f"rounded ({self.rounded}); write such a number as a text with a datatype."
            )


def _listed(names: Counter[str]) -> str:
    shown = [repr(name) for name in sorted(names)[:_SHOWN]]
    return ", ".join(shown) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def quads_of(
    key: str, base: str | None, unsaid: Unsaid
) -> Callable[[list[Json], str], list[ox.Quad]]:
    """A function that makes quads of expanded nodes and their text, part after part of a document.

    ``base`` is the one that was given.  It raises Trouble for what is no RDF.
    """
    document = _Document(key, base, unsaid)

    def make(nodes: list[Json], text: str) -> list[ox.Quad]:
        document.quads, document.text = [], text
        for node in nodes:
            document.node(node, ox.DefaultGraph())
        return document.quads

    return make


class _Document:
    """A document while its parts come."""

    def __init__(self, key: str, base: str | None, unsaid: Unsaid) -> None:
        self.key, self.base, self.unsaid = key, base, unsaid
        self.quads: list[ox.Quad] = []
        self.text = ""
        self.blanks = 0
        self.indexes: dict[tuple[str, str], Json] = {}

    def add(
        self, subject: Node | None, predicate: Node | None, value: Term | None, graph: Any
    ) -> None:
        if subject is not None and value is not None and isinstance(predicate, ox.NamedNode):
            self.quads.append(ox.Quad(subject, predicate, value, graph))

    def new_blank(self) -> ox.BlankNode:
        self.blanks += 1
        return ox.BlankNode(f"{self.key}n{self.blanks}")

    def term(self, name: Json) -> Node | None:
        """The term of an expanded name; None where JSON-LD drops it."""
        if not isinstance(name, str):
            return None
        if name.startswith("_:"):
            try:
                ox.BlankNode(name[2:])
                return ox.BlankNode(f"{self.key}_{name[2:]}")
            except ValueError:
                raise _about(
                    f"the blank node label '{name}' is malformed", "use letters and digits", name
                ) from None
        if name.startswith(NO_BASE):
            relative = name[len(NO_BASE) :]
            raise _about(
                f"<{relative}> is a relative IRI, and there is no base", "give --base IRI", relative
            )
        if name.startswith("@"):
            self.unsaid.terms[name] += 1
            return None
        if not _ABSOLUTE.match(name):
            if self.base is None:
                raise _about(
                    f"<{name}> is a relative IRI, and there is no base", "give --base IRI", name
                )
            self.unsaid.terms[name] += 1  # @base is null
            return None
        try:
            return ox.NamedNode(name)
        except ValueError as error:
            raise _about(
                f"the IRI <{name}> is malformed ({error})",
                "percent-encode what is no part of an IRI",
                name,
            ) from None

    def predicate(self, name: str) -> Node | None:
        if not name.startswith("_:"):
            return self.term(name)
        if f'"{name}"' in self.text:
            raise _about(
                f"the blank node '{name}' is a predicate", "give the property an IRI", name
            )
        self.unsaid.key(name[2:])  # the way in which some contexts drop what they do not declare
        return None

    def node(self, node: Json, graph: Any) -> Node | None:
        """Adds what is said about a node; its name."""
        if not isinstance(node, dict):
            return self.term(node)
        if "@value" in node or "@list" in node or "@set" in node:
            return None  # on its own it says nothing
        subject = self.term(node["@id"]) if "@id" in node else self.new_blank()
        if "@index" in node and "@id" in node:
            where = str(graph), node["@id"]
            if self.indexes.setdefault(where, node["@index"]) != node["@index"]:
                raise _about("no valid JSON-LD: conflicting indexes", "mend it", node["@index"])
        for property_, values in node.items():
            if property_ == "@type":
                for value in values:
                    self.add(subject, TYPE, self.term(value), graph)
            elif property_ == "@graph":
                self.graph(subject, values)
            elif property_ == "@included":
                for value in values:
                    self.node(value, graph)
            elif property_ == "@reverse":
                for name, sources in values.items():
                    predicate = self.predicate(name)
                    for value in sources:
                        self.add(self.node(value, graph), predicate, subject, graph)
            elif not property_.startswith("@"):
                predicate = self.predicate(property_)
                for value in values:
                    self.add(subject, predicate, self.value(value, graph), graph)
        return subject

    def graph(self, name: Node | None, nodes: list[Json]) -> None:
        try:
            check_graph(name)
        except Trouble as trouble:
            trouble.said = name.value if name else None
            raise
        before = len(self.quads)
        for node in nodes:
            self.node(node, name)
        if name is None:
            del self.quads[before:]

    def value(self, value: Json, graph: Any) -> Term | None:
        if isinstance(value, dict):
            if "@value" in value:
                return self.literal(value)
            if "@list" in value:
                return self.list(value["@list"], graph)
        return self.node(value, graph)

    def list(self, items: list[Json], graph: Any) -> Node:
        if not items:
            return NIL
        cells: list[Node] = [self.new_blank() for _ in items]
        rests: list[Node] = [*cells[1:], NIL]
        for cell, rest, item in zip(cells, rests, items, strict=True):
            self.add(cell, FIRST, self.value(item, graph), graph)
            self.add(cell, REST, rest, graph)
        return cells[0]

    def literal(self, item: dict[str, Json]) -> ox.Literal | None:
        """The literal of a value object."""
        value, datatype = item["@value"], item.get("@type")
        if datatype == "@json":
            return ox.Literal(_canonical_json(value), datatype=ox.NamedNode(RDF + "JSON"))
        text, usual = _lexical(value, datatype)
        if usual == "double" and float(text) != value:
            self.unsaid.rounded += 1
        if datatype is not None:
            named = self.term(datatype)
            if not isinstance(named, ox.NamedNode):
                raise _about(f"the datatype '{datatype}' is no IRI", "name it by an IRI", datatype)
            try:
                return ox.Literal(text, datatype=named)
            except ValueError as error:
                raise _about(f"{error}", "mend it", text) from None
        language, direction = item.get("@language"), item.get("@direction")
        if language is None:
            self.unsaid.directions += direction is not None
            return (
                ox.Literal(text, datatype=ox.NamedNode(XSD + usual)) if usual else ox.Literal(text)
            )
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
            raise _about(
                f"the language tag '{language}' is malformed", "mend it, as in es-MX", language
            )
        if direction is not None:
            return ox.Literal(text, language=language, direction=ox.BaseDirection(direction))
        return ox.Literal(text, language=language)


def _about(what: str, remedy: str, said: Json) -> Trouble:
    trouble = Trouble(what, remedy)
    trouble.said = said if isinstance(said, str) else None
    return trouble


def _lexical(value: Json, datatype: str | None) -> tuple[str, str | None]:
    """The lexical form of a value, and the datatype of XML Schema that it has by itself."""
    if isinstance(value, bool):
        return ("true" if value else "false"), "boolean"
    if isinstance(value, int | float):
        if value % 1 or abs(value) >= _LARGEST or datatype == XSD + "double":
            return _double(float(value)), "double"
        return str(int(value)), "integer"
    return str(value), None


def _double(value: float) -> str:
    """A double as XML Schema writes it canonically, with at most 15 digits behind the point."""
    mantissa, _, exponent = f"{value:.15E}".partition("E")
    mantissa = mantissa.rstrip("0")
    return f"{mantissa}{'0' if mantissa.endswith('.') else ''}E{int(exponent)}"


def _canonical_json(value: Json) -> str:
    from c14n.Canonicalize import canonicalize  # comes with pyld

    found: bytes = canonicalize(value)
    return found.decode()

"""Reads a SPARQL query as far as must be known here, and writes it anew with other terms.

The engine keeps numbers, truth values and times as values, so ``"01"^^xsd:integer`` and ``1`` are
one term to it.  A copy holds such literals under a marked datatype (:mod:`graph.sparql.terms`), as
terms of their own.  A query over it means terms where it matches, joins, groups and gives back, and
values where it compares and computes: there a variable is wrapped in a function that gives the
value.  Everything else of a query stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

import pyoxigraph as ox

from graph.sparql.terms import DATATYPE, MAX, MIN, VALUE, marked
from ontology import QueryError

__all__ = ["Reading", "Unreadable", "read"]

MOST_CHARACTERS = 1_000_000
MOST_NESTED = 100  # brackets in one another
MOST_STEPS = 2_000  # operators, keywords and triples
MOST_UNIONS = 100

_SPACE = re.compile(r"(?: \s | \#[^\r\n]* )*", re.VERBOSE)
_IRI = r"<[^<>\"{}|^`\\\x00-\x20]*>"
_PNAME = r"(?: \w[\w.-]* )? : (?: [\w:.-] | %[0-9A-Fa-f]{2} | \\[_~.\-!$&'()*+,;=/?\#@%] )*"
_TOKEN = re.compile(
    rf"""
      (?P<string> \"{{3}} (?: [^"\\] | \\. | "(?!"") )* \"{{3}}
        | '{{3}} (?: [^'\\] | \\. | '(?!'') )* '{{3}}
        | " (?: [^"\\\r\n] | \\. )* " | ' (?: [^'\\\r\n] | \\. )* ' )
    | (?P<variable> [?$]\w+ )
    | (?P<iri> {_IRI} )
    | (?P<blank> _: [\w.-]+ )
    | (?P<number> (?: \d+\.\d* | \.\d+ | \d+ ) (?: [eE][+-]?\d+ )? )
    | (?P<name> {_PNAME} )
    | (?P<word> \w+ )
    | (?P<sign> <<\(? | \)?>> | \{{\| | \|\}} | \^\^ | \|\| | && | [!<>]= | . )
    """,
    re.DOTALL | re.VERBOSE,
)
_LESS = re.compile(r"<=|<")
_SIGNED = re.compile(r"[+-](?: \d+\.\d* | \.\d+ | \d+ ) (?: [eE][+-]?\d+ )?", re.VERBOSE)
_LANGUAGE = re.compile(r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[a-z]+)?")
_AS_TERMS = {"BOUND", "COUNT", "GROUP_CONCAT", "LANG", "SAMETERM", "STR", "LANGDIR"}
_AS_TERMS |= {"ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "ISTRIPLE", "HASLANG", "HASLANGDIR"}
_GIVE_TERMS = {"COALESCE", "SAMPLE", "TRIPLE", "SUBJECT", "PREDICATE", "OBJECT"}
_OPERATORS = {"IN", "NOT"}
_MODIFIERS = {"GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"}


class Unreadable(Exception):
    """A text that is not understood here."""


@dataclass
class Reading:
    """What a query says of itself: its text with other terms, and which graphs it is about."""

    text: str = ""
    chooses_graphs: bool = False
    """Whether it has FROM."""
    asks_graphs: bool = False
    """Whether it has GRAPH."""
    iris: set[str] = field(default_factory=set)
    """The whole IRIs that it names."""


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    end: int

    @property
    def word(self) -> str:
        return self.text.upper() if self.kind == "word" else ""


@dataclass(frozen=True)
class _Expression:
    """An expression in both ways of taking it: as a term, and as a value."""

    term: str
    value: str


def read(query: str, prefixes: Mapping[str, str], base: str | None) -> Reading:
    """Reads a query; QueryError where it is too large, Unreadable where it is not understood."""
    if len(query) > MOST_CHARACTERS:
        raise QueryError(
            f"SPARQL: the query has {len(query):,} characters, and {MOST_CHARACTERS:,} are the "
            "most; load what is to be matched, or ask in several queries."
        )
    reader = _Reader(query, dict(prefixes), base)
    reader.level("")
    reader.found.text = "".join(reader.written) + query[reader.place :]
    return reader.found


class _Reader:
    """Goes through a query once, and writes it anew."""

    def __init__(self, query: str, prefixes: dict[str, str], base: str | None) -> None:
        self.query = query
        self.prefixes = prefixes
        self.base = base
        self.place = 0
        self.written: list[str] = []
        self.found = Reading()
        self.depth = self.steps = self.unions = 0

    # --- Tokens -----------------------------------------------------------------------------------

    def look(self, operator: bool = False, signed: bool = False) -> _Token:
        """The next token; after an operand ``<`` is an operator and begins no IRI."""
        match = _SPACE.match(self.query, self.place)
        start = match.end() if match else self.place
        if start >= len(self.query):
            return _Token("end", "", start)
        if operator and (less := _LESS.match(self.query, start)):
            return _Token("sign", less[0], less.end())
        if signed and (number := _SIGNED.match(self.query, start)):
            return _Token("number", number[0], number.end())
        token = _TOKEN.match(self.query, start)
        if token is None:
            raise Unreadable
        kind, text = str(token.lastgroup), token[0]
        if kind in ("name", "number", "blank"):  # a full stop at the end ends the triple
            stripped = text.rstrip(".") if kind != "number" else text
            return _Token(kind, stripped, token.start() + len(stripped))
        return _Token(kind, text, token.end())

    def take(self, token: _Token) -> str:
        """Goes behind a token; gives it with what stood before it."""
        text = self.query[self.place : token.end]
        self.place = token.end
        self._count(token)
        return text

    def _count(self, token: _Token) -> None:
        if token.kind == "sign":
            if token.text in "([{" or token.text in ("<<", "<<(", "{|"):
                self.depth += 1
            elif token.text in ")]}" or token.text in (">>", ")>>", "|}"):
                self.depth -= 1
            elif token.text != ",":
                self.steps += 1
        elif token.kind == "word":
            self.steps += 1
            self.unions += token.word == "UNION"
        for count, most, what in (
            (self.depth, MOST_NESTED, "brackets in one another"),
            (self.unions, MOST_UNIONS, "UNIONs"),
            (self.steps, MOST_STEPS, "operators, keywords and triples"),
        ):
            if count > most:
                raise QueryError(
                    f"SPARQL: the query has more than {most:,} {what}, which are the most; "
                    "ask in several queries, or list terms in VALUES."
                )

    def put(self, token: _Token) -> None:
        """Writes a token as it is."""
        self.written.append(self.take(token))

    def iri(self, token: _Token) -> str | None:
        """The whole IRI of a token, if it is one; it is noted."""
        whole = None
        if token.kind == "iri":
            whole = token.text[1:-1]
            if self.base and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", whole):
                whole = urljoin(self.base, whole)
        elif token.kind == "name":
            prefix, _, local = token.text.partition(":")
            if prefix in self.prefixes:
                whole = self.prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
        if whole is not None:
            self.found.iris.add(whole)
        return whole

    def literal(self, token: _Token) -> tuple[str, str]:
        """Goes behind a literal; gives it as it stands, and as the term that a copy has for it."""
        start = self.place
        before = self.query[start : token.end - len(token.text)]
        self.take(token)
        datatype = ""
        if token.kind == "string":
            if language := _LANGUAGE.match(self.query, self.place):
                self.place = language.end()
            elif (mark := self.look()).text == "^^":
                self.take(mark)
                named = self.look()
                if named.kind not in ("iri", "name"):
                    raise Unreadable
                datatype = f"^^<{self.iri(named) or 'x:unknown'}>"
                self.take(named)
        written = self.query[start : self.place]
        if token.kind == "string" and not datatype:
            return written, written
        turtle = f"<x:s> <x:p> {token.text}{datatype} ."
        try:
            (triple,) = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
        except (SyntaxError, ValueError) as error:
            raise Unreadable from error
        other = marked(triple.object)
        return written, written if other == triple.object else f"{before or ' '}{other}"

    # --- Patterns ---------------------------------------------------------------------------------

    def level(self, closing: str) -> None:
        """A query or a group, up to its closing brace or the end."""
        while True:
            token = self.look(signed=True)
            word = token.word
            if token.kind == "end":
                if closing:
                    raise Unreadable
                return
            if closing and token.text == closing:
                self.put(token)
                return
            if word == "SELECT":
                self.put(token)
                self._projection()
            elif word in ("FILTER", "HAVING"):
                self.put(token)
                self._conditions(several=word == "HAVING")
            elif word == "BIND":
                self.put(token)
                self._bracketed(as_term=True)
            elif word in ("GROUP", "ORDER"):
                self.put(token)
                self._keys(ordered=word == "ORDER")
            elif word == "BASE":
                self.put(token)
                named = self.look()
                self.base = urljoin(self.base or "", named.text[1:-1])
                self.put(named)
            elif word == "PREFIX":
                self.put(token)
                self._prefix()
            elif token.text in ("{", "{|"):
                self.put(token)
                self.level("}" if token.text == "{" else "|}")
            else:
                self.found.chooses_graphs |= word == "FROM"
                self.found.asks_graphs |= word == "GRAPH"
                self._piece(token)

    def _prefix(self) -> None:
        name = self.look()
        self.put(name)
        named = self.look()
        self.put(named)
        if name.kind != "name" or named.kind != "iri":
            raise Unreadable
        self.prefixes[name.text[:-1]] = urljoin(self.base or "", named.text[1:-1])

    def _piece(self, token: _Token) -> None:
        """A term or a sign in a pattern."""
        if token.kind in ("string", "number"):
            self.written.append(self.literal(token)[1])
        else:
            self.iri(token)
            self.put(token)

    def _projection(self) -> None:
        while True:
            token = self.look()
            if token.text == "(":
                self._bracketed(as_term=True)
            elif (
                token.word in ("DISTINCT", "REDUCED")
                or token.kind == "variable"
                or token.text == "*"
            ):
                self.put(token)
            else:
                return

    def _bracketed(self, as_term: bool) -> None:
        """An expression in brackets, maybe with AS and a variable."""
        token = self.look()
        if token.text != "(":
            raise Unreadable
        self.put(token)
        expression = self._expression()
        self.written.append(expression.term if as_term else expression.value)
        token = self.look(operator=True)
        if token.word == "AS":
            self.put(token)
            self.put(self.look())
            token = self.look()
        if token.text != ")":
            raise Unreadable
        self.put(token)

    def _conditions(self, several: bool) -> None:
        """What FILTER and HAVING are about."""
        while True:
            if self.look().text == "(":
                self._bracketed(as_term=False)
            else:
                self.written.append(self._primary().value)
            token = self.look()
            if not several or not (token.text == "(" or self._begins_call(token)):
                return

    def _begins_call(self, token: _Token) -> bool:
        if token.kind in ("iri", "name"):
            return True
        return token.kind == "word" and token.word not in _MODIFIERS

    def _keys(self, ordered: bool) -> None:
        """What GROUP BY and ORDER BY are about."""
        by = self.look()
        if by.word != "BY":
            raise Unreadable
        self.put(by)
        while True:
            token = self.look()
            if token.word in ("ASC", "DESC"):
                self.put(token)
            elif token.text == "(":
                self._bracketed(as_term=not ordered)
            elif token.kind == "variable" or self._begins_call(token):
                found = self._primary()
                self.written.append(found.value if ordered else found.term)
            else:
                return

    # --- Expressions ------------------------------------------------------------------------------

    def _expression(self) -> _Expression:
        """Up to a bracket, a comma, a semicolon or AS, which is left."""
        parts: list[_Expression] = []
        operators = operand = False
        while True:
            token = self.look(operator=operand)
            if token.kind == "end":
                raise Unreadable
            if token.text in (")", ",", ";") or token.word == "AS":
                break
            if token.word in _OPERATORS and not self._is_exists(token):
                text = self.take(token)
                if token.word == "IN":
                    text += self._arguments(as_terms=False)
                    operand = True
                else:
                    operand = False
                parts.append(_Expression(text, text))
                operators = True
            elif token.kind == "sign" and token.text not in ("(", "<<", "<<("):
                text = self.take(token)
                parts.append(_Expression(text, text))
                operators, operand = True, False
            else:
                parts.append(self._primary())
                operand = True
        value = "".join(part.value for part in parts)
        return _Expression(value if operators else "".join(p.term for p in parts), value)

    def _is_exists(self, token: _Token) -> bool:
        """Whether NOT begins NOT EXISTS."""
        if token.word != "NOT":
            return False
        before, self.place = self.place, token.end
        following = self.look()
        self.place = before
        return following.word == "EXISTS"

    def _primary(self) -> _Expression:
        token = self.look()
        if token.text == "(":
            opening = self.take(token)
            inner = self._expression()
            closing = self.take(self.look())
            return _Expression(opening + inner.term + closing, opening + inner.value + closing)
        if token.text in ("<<", "<<("):
            return self._triple()
        if token.kind == "variable":
            text = self.take(token)
            return _Expression(text, _in(VALUE, text))
        if token.kind in ("string", "number"):
            written, term = self.literal(token)
            return _Expression(term, written)
        if token.word in ("EXISTS", "NOT"):
            return self._exists()
        self.iri(token)
        name = self.take(token)
        if token.kind not in ("word", "iri", "name"):
            raise Unreadable
        if self.look(operator=True).text != "(":  # true, false, an IRI
            return _Expression(name, name)
        return self._call(token.word, name)

    def _triple(self) -> _Expression:
        """A triple term in an expression."""
        before = self.written
        self.written = []
        self.put(self.look())
        while (token := self.look(signed=True)).text not in (">>", ")>>"):
            if token.kind == "end":
                raise Unreadable
            if token.text in ("<<", "<<("):
                self.written.append(self._triple().term)
            else:
                self._piece(token)
        self.put(token)
        text, self.written = "".join(self.written), before
        return _Expression(text, text)

    def _exists(self) -> _Expression:
        before, self.written = self.written, []
        while (token := self.look()).text != "{":
            if token.word not in ("NOT", "EXISTS"):
                raise Unreadable
            self.put(token)
        self.put(token)
        self.level("}")
        text, self.written = "".join(self.written), before
        return _Expression(text, text)

    def _call(self, word: str, name: str) -> _Expression:
        if word == "IF":
            text = name + self._arguments(as_terms=True, first_value=True)
            return _Expression(text, _in(VALUE, text))
        if word in _GIVE_TERMS:
            text = name + self._arguments(as_terms=True)
            return _Expression(text, _in(VALUE, text))
        if word in ("MIN", "MAX"):
            own = MIN if word == "MIN" else MAX
            text = f" <{own}>" + self._arguments(as_terms=True)
            return _Expression(text, _in(VALUE, text))
        if word == "DATATYPE":
            text = f" <{DATATYPE}>" + self._arguments(as_terms=True)
        else:
            text = name + self._arguments(as_terms=word in _AS_TERMS)
        return _Expression(text, text)

    def _arguments(self, as_terms: bool, first_value: bool = False) -> str:
        """A list of expressions in brackets; DISTINCT, ``*`` and SEPARATOR as they are."""
        token = self.look()
        if token.text != "(":
            raise Unreadable
        text = self.take(token)
        first = True
        while True:
            token = self.look()
            if token.word == "DISTINCT" or (token.text == "*" and first):
                text += self.take(token)
            elif token.text in (",", ")"):
                text += self.take(token)
                if token.text == ")":
                    return text
            elif token.text == ";":
                text += self.take(token)
                while (token := self.look()).text != ")":
                    if token.kind == "end":
                        raise Unreadable
                    text += self.take(token)
            else:
                found = self._expression()
                text += found.term if as_terms and not (first and first_value) else found.value
                first = False


def _in(function: str, text: str) -> str:
    return f" <{function}>({text})"

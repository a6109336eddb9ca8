"""Rule files, read into what can be joined: patterns, filters, values, and a conclusion.

A rule is a SPARQL CONSTRUCT, and any SPARQL engine runs it as it stands.  Of the language it may
use what :func:`rules` can read: triple patterns with a predicate that is named (or alternatives
``a|^b``), ``FILTER`` with comparisons, ``FILTER NOT EXISTS``, ``OPTIONAL``, ``UNION``, ``VALUES``
of one variable, ``BIND``, and the functions of :data:`FUNCTIONS`.  ``?f a kg:Fact`` with its
``rdf:subject``, ``rdf:predicate`` and ``rdf:object`` is one pattern: a fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from graph.claims.patterns import (
    Branch,
    Call,
    FactPattern,
    Literal,
    Pattern,
    Term,
    TriplePattern,
    Variable,
    Ways,
    conjuncts,
    variables,
)
from graph.vocabulary import OBJECT_NODE, PREDICATE_NODE, SUBJECT_NODE, TYPE_NODE, XSD
from ontology import KG, OntologyError
from ontology import ROOM as ONTOLOGY_ROOM

RULES = ONTOLOGY_ROOM / "rules"
FUNCTIONS = ("STR", "STRDT", "STRSTARTS", "ISIRI")
_SUBJECT, _PREDICATE, _OBJECT = (n.value for n in (SUBJECT_NODE, PREDICATE_NODE, OBJECT_NODE))
_STATEMENT = (_SUBJECT, _PREDICATE, _OBJECT)
_TYPE, _VALID = TYPE_NODE.value, KG + "valid"


@dataclass(frozen=True)
class Rule:
    """A rule's name (its file's), its text, its stage, and what was read from it.

    ``conclusion`` has the terms of each of its properties.
    """

    name: str
    text: str
    stage: int
    conclusion: dict[str, tuple[Term, ...]]
    branches: tuple[Branch, ...]


@cache
def _packaged() -> tuple[Rule, ...]:
    return tuple(_rule(p.stem, p.read_text("utf-8")) for p in sorted(RULES.glob("*.rq")))


def rules(folder: Path = RULES) -> list[Rule]:
    """All rule files, by name.  Raises OntologyError where one cannot be read."""
    if folder == RULES:
        return list(_packaged())
    return [_rule(p.stem, p.read_text("utf-8")) for p in sorted(folder.glob("*.rq"))]


def _rule(name: str, text: str) -> Rule:
    stage = 2 if re.search(r"(?m)^#\+ stage: 2$", text) else 1
    reader = _Reader(name, text)
    conclusion = reader.construct()
    branches = tuple(reader.where())
    for branch in branches:
        _check_conclusion(name, conclusion, branch)
    return Rule(name, text, stage, conclusion, branches)


def _check_conclusion(name: str, conclusion: dict[str, tuple[Term, ...]], branch: Branch) -> None:
    """Raises OntologyError where a solution would make no fact with its premises."""
    facts = {p.fact for p in branch.patterns if isinstance(p, FactPattern)}
    bound: set[Term] = {t for p in branch.patterns for t in p.terms}
    bound |= {v for v, _ in branch.binds} | branch.fixed.keys()
    used = [t for part in _STATEMENT for t in conclusion[part]]
    loose: set[Term] = {t for t in used if isinstance(t, Variable) and t not in bound}
    loose |= set(conclusion[KG + "premise"]) - facts
    if loose or any(len(conclusion[part]) != 1 for part in _STATEMENT):
        raise OntologyError(
            f"ontology/rules/{name}.rq: a conclusion has one subject, predicate and object, which each "
            "way through the rule finds, and its premises are facts (?f a kg:Fact); mend its CONSTRUCT."
        )


_TOKEN = re.compile(
    r"""
      \s+ | \#[^\n]*
    | (?P<iri> <[^<>"{}|^`\\\s]*> )
    | (?P<text> "[^"\\\n]*" )
    | (?P<variable> \?\w+ )
    | (?P<name> (?:[A-Za-z][\w-]*)? : [\w-]* )
    | (?P<word> [A-Za-z]+ )
    | (?P<sign> && | \|\| | != | <= | >= | [{}()\[\].;,|^=<>] )
    """,
    re.VERBOSE,
)


class _Reader:
    """Reads one rule from its first word to its last."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.prefixes: dict[str, str] = {}
        self.tokens: list[tuple[str, str, int]] = []
        place = 0
        while place < len(text):
            found = _TOKEN.match(text, place)
            if found is None:
                raise self.trouble(text[place], place)
            if found.lastgroup:
                self.tokens.append((found.lastgroup, found[0], place))
            place = found.end()
        self.tokens.append(("end", "", place))
        self.at = 0

    def trouble(self, token: str, place: int) -> OntologyError:
        line = self.text.count("\n", 0, place) + 1
        return OntologyError(
            f"ontology/rules/{self.name}.rq, line {line}: '{token or 'the end'}' cannot stand here; "
            "docs/decisions/0007-inference-as-rule-files.md says what a rule may have."
        )

    @property
    def sign(self) -> str:
        """The next token; keywords in capitals."""
        kind, word, _ = self.tokens[self.at]
        return word.upper() if kind == "word" and word != "a" else word

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1][1]

    def want(self, *signs: str) -> None:
        for sign in signs:
            if self.sign != sign:
                raise self.wrong()
            self.at += 1

    def wrong(self, at: int | None = None) -> OntologyError:
        """The error for the next token, or for another."""
        _, token, place = self.tokens[self.at if at is None else at]
        return self.trouble(token, place)

    def may(self, sign: str) -> bool:
        """Takes a token if it is the next one."""
        if self.sign != sign:
            return False
        self.at += 1
        return True

    # --- Terms --------------------------------------------------------------------------------------

    def term(self) -> Term:
        kind, word, _ = self.tokens[self.at]
        if kind == "variable":
            found: Term = Variable(self.take())
        elif kind == "iri":
            found = self.take()[1:-1]
        elif kind == "text":
            found = Literal(self.take()[1:-1])
        elif kind == "name" and word.partition(":")[0] in self.prefixes:
            prefix, _, local = self.take().partition(":")
            found = self.prefixes[prefix] + local
        elif word in ("true", "false"):
            found = Literal(self.take(), XSD + "boolean")
        elif word == "a":
            self.at += 1
            found = _TYPE
        else:
            raise self.wrong()
        return found

    def variable(self) -> Variable:
        found = self.term()
        if not isinstance(found, Variable):
            self.at -= 1
            raise self.wrong()
        return found

    def _objects(self) -> Iterator[Term]:
        yield self.term()
        while self.may(","):
            yield self.term()

    # --- The conclusion -----------------------------------------------------------------------------

    def construct(self) -> dict[str, tuple[Term, ...]]:
        while self.may("PREFIX"):
            prefix = self.take().rstrip(":")
            self.prefixes[prefix] = self.take()[1:-1]
        self.want("CONSTRUCT", "{", "[", "]")
        found: dict[str, tuple[Term, ...]] = {}
        while True:
            predicate = self.term()
            if not isinstance(predicate, str):
                self.at -= 1
                raise self.wrong()
            found[predicate] = (*found.get(predicate, ()), *self._objects())
            if not self.may(";"):
                break
        self.may(".")
        self.want("}")
        if not {_SUBJECT, _PREDICATE, _OBJECT, KG + "premise"} <= found.keys():
            raise self.wrong()
        return found

    # --- What must hold -----------------------------------------------------------------------------

    def where(self) -> list[Branch]:
        self.want("WHERE")
        found = self.group()
        if self.sign:
            raise self.wrong()
        return found

    def group(self) -> list[Branch]:
        """A group in braces, as the ways through it."""
        self.want("{")
        branches = [Branch()]
        triples: list[tuple[Term, Ways, Term, int]] = []
        while not self.may("}"):
            part: list[Branch] = [Branch()]
            match self.sign:
                case "FILTER":
                    self._filter(part[0])
                case "OPTIONAL":
                    self._optional(part[0])
                case "VALUES":
                    part = self._values()
                case "BIND":
                    self.want("BIND", "(")
                    value = self.operation()
                    self.want("AS")
                    part[0].binds.append((self.variable(), value))
                    self.want(")")
                case "{":
                    part = self._inner_group()
                    while self.may("UNION"):
                        part += self._inner_group()
                case _:
                    triples += self._triples()
            self.may(".")
            branches = [
                one.with_(other) for one, other in product(branches, part) if one.agrees(other)
            ]
        own = Branch(patterns=list(self._patterns(triples)))
        return [one.with_(own) for one in branches]

    def _inner_group(self) -> list[Branch]:
        """A group in a group, whose filters see nothing of what is around it."""
        at = self.at
        found = self.group()
        for branch in found:
            own = {t for p in branch.patterns for t in p.terms} | {v for v, _ in branch.binds}
            if any(not own.issuperset(variables(call)) for call in branch.filters):
                raise self.wrong(at)
        return found

    def _filter(self, into: Branch) -> None:
        self.want("FILTER")
        if self.may("NOT"):
            self.want("EXISTS")
            at = self.at
            refused = self.group()
            if any(branch.fixed for branch in refused):
                raise self.wrong(at)
            into.refused.append(refused)
            return
        self.want("(")
        into.filters += conjuncts(self._call())
        self.want(")")

    def _call(self) -> Call:
        found = self.operation()
        if not isinstance(found, Call):
            raise self.wrong()
        return found

    def _optional(self, into: Branch) -> None:
        """The interval of a fact, which it may have or not."""
        self.want("OPTIONAL", "{")
        fact, predicate, value = self.term(), self.term(), self.variable()
        if predicate != _VALID:
            raise self.wrong(self.at - 2)
        into.valid.append((fact, value))
        self.may(".")
        self.want("}")

    def _values(self) -> list[Branch]:
        self.want("VALUES")
        variable = self.variable()
        self.want("{")
        found = []
        while not self.may("}"):
            value = self.term()
            if isinstance(value, Variable):
                raise self.wrong()
            found.append(Branch(fixed={variable: value}))
        return found

    def _triples(self) -> Iterator[tuple[Term, Ways, Term, int]]:
        """Triples, each with the place of its predicate."""
        subject = self.term()
        while True:
            at = self.at
            ways = self._path()
            for value in self._objects():
                yield subject, ways, value, at
            if not self.may(";") or self.sign in (".", "}"):
                break

    def _path(self) -> Ways:
        ways = []
        while True:
            backwards = self.may("^")
            predicate = self.term()
            if not isinstance(predicate, str):
                self.at -= 1
                raise self.wrong()
            ways.append((predicate, backwards))
            if not self.may("|"):
                return tuple(ways)

    def _patterns(self, triples: list[tuple[Term, Ways, Term, int]]) -> Iterator[Pattern]:
        def typed(name: str) -> list[Term]:
            return [s for s, way, o, _ in triples if way == ((_TYPE, False),) and o == KG + name]

        parts: dict[Term, dict[str, Term]] = {fact: {} for fact in typed("Fact")}
        for s, ways, o, at in triples:
            of_statement = ways[0][0] in _STATEMENT and len(ways) == 1
            if s in parts and of_statement:
                parts[s][ways[0][0]] = o
            elif s not in parts and (s in typed("Claim") or not of_statement):
                yield TriplePattern(s, ways, o)
            elif o != KG + "Fact":
                raise self.wrong(at)
        for number, (fact, part) in enumerate(parts.items()):
            yield FactPattern(
                fact,
                *(part.get(p, Variable(f"?{p} {number}")) for p in _STATEMENT),
            )

    # --- Operations ---------------------------------------------------------------------------------

    def operation(self) -> Term | Call:
        return self._chain("||", lambda: self._chain("&&", self._comparison))

    def _chain(self, sign: str, part: Callable[[], Term | Call]) -> Term | Call:
        found = part()
        while self.may(sign):
            found = Call(sign, (found, part()))
        return found

    def _comparison(self) -> Term | Call:
        left = self._operand()
        for sign in ("=", "!=", "<=", ">=", "<", ">"):
            if self.may(sign):
                return Call(sign, (left, self._operand()))
        return left

    def _operand(self) -> Term | Call:
        if self.may("("):
            found = self.operation()
            self.want(")")
            return found
        if self.sign not in FUNCTIONS:
            return self.term()
        name = self.sign
        self.at += 1
        self.want("(")
        parts = [self.operation()]
        while self.may(","):
            parts.append(self.operation())
        self.want(")")
        return Call(name, tuple(parts))

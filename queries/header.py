"""A query file and its typed header.

The header is YAML in the leading comment lines (``//+ `` in Cypher, ``#+ `` in SPARQL, where it
only holds what differs).  It is checked when the file is loaded, not when the query runs.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ontology import KG, QueryError, ontology, yaml_files
from ontology.headers import CYPHER, SPARQL, BadHeader, split_header
from queries.kept import kept, mark_of

SIMPLE_TYPES = ("text", "integer", "number", "boolean", "date", "interval")
LANGUAGES = ("en", "es")
DATED = ("date", "term", "valid")  # columns that say when; of a row the first that is given counts
_KEYS = {
    *("title", "about", "examples", "parameters", "columns", "order", "no_twin"),
    *("from", "to", "attributes", "words", "says", "questions", "together"),
}
_TWIN_KEYS = {"endpoint", "about"}
AT = "at"  # a key of what words fix that is no column
_ARROW = re.compile(r"^(\w+)\s*->\s*(\w+)$")
_HOLE = re.compile(r"\{(\w+)\}")
_ANCHOR = re.compile(r"^//\? (\w+): (.+)$", re.MULTILINE)


HEADINGS = Path(__file__).with_name("columns.yaml")


@cache
def headings() -> dict[str, dict[str, str]]:
    """The headings of all columns in each language, from ``columns.yaml``."""
    found = kept("headings", mark_of([HEADINGS]), lambda: yaml_files.read(HEADINGS))
    return {name: dict(zip(LANGUAGES, texts, strict=True)) for name, texts in found.items()}


@dataclass(frozen=True)
class Parameter:
    """A typed parameter; one that is not required is null where it is not given."""

    name: str
    type: str
    required: bool = True
    default: Any = None
    about: str = ""

    @property
    def kind(self) -> str:
        """Its class or simple type, of a list that of its items."""
        return self.type.removesuffix("[]")


@dataclass(frozen=True)
class Column:
    """A typed column; a class column comes with a second one, ``<name>_id``."""

    name: str
    type: str
    headings: dict[str, str]

    @property
    def many(self) -> bool:
        """Whether a cell is a list."""
        return self.type.endswith("[]")

    @cached_property
    def kind(self) -> str:
        """The class or simple type of what is in a cell, of a list that of its items."""
        return self.type.removesuffix("[]")

    @cached_property
    def entity(self) -> bool:
        """Whether a cell is an entity: its name here, its id in ``<name>_id``."""
        return self.kind not in SIMPLE_TYPES


@dataclass(frozen=True)
class Saying:
    """Words for a column of a query (``object`` is it) or, as a verb, from ``subject`` to it.

    ``holds`` are the values of columns or parameters that the words fix: *father* is a parent
    whose relation is FATHER_OF.  ``at`` among them, begin or end, says at which side of its time
    the verb happens: who *took office* in 2018 did not only hold it then.
    """

    language: str
    object: str
    say: list[str]
    subject: str | None = None
    holds: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Query:
    """A relation as a file: what it says, in two query languages and two tongues.

    ``source`` and ``target`` are the columns that *of X* fills and that a list shows; ``attributes``
    the further columns that a reader wants beside them.  ``says`` is a row as a sentence.  The
    lists in ``together`` belong to the claim of their row: who said these words.
    """

    name: str
    theme: str
    title: dict[str, str]
    about: dict[str, str]
    examples: list[dict[str, Any]]
    parameters: list[Parameter]
    columns: list[Column]
    order: list[str]
    cypher: str
    sparql: str | None
    no_twin: str | None = None
    source: str | None = None
    target: str | None = None
    attributes: list[str] = field(default_factory=list)
    words: list[Saying] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    questions: dict[str, list[str]] = field(default_factory=dict)
    together: list[str] = field(default_factory=list)

    def column(self, name: str) -> Column:
        """A column by name; KeyError if there is none."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {c.name: c for c in self.columns}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The class or simple type of each column, by name."""
        return {c.name: c.kind for c in self.columns}

    @cached_property
    def things(self) -> list[str]:
        """The columns in which entities stand."""
        return [c.name for c in self.columns if c.entity]

    @cached_property
    def choosable(self) -> frozenset[str]:
        """The columns of which a bound parameter gives the rows in which the thing stands, all of them.

        A place is bound with all that lies in it, and of a list only what is bound may be evidenced.
        """
        places = {t.graph_name for t in ontology().classes if _is_place(t.iri)}
        names = {p.name for p in self.parameters}
        return frozenset(
            c.name
            for c in self.columns
            if c.entity and c.name in names and not c.many and c.kind not in places
        )

    def verbs(self, subject: str | None, target: str | None) -> frozenset[str]:
        """The verbs from one column to another; from or to any where none is given."""
        return frozenset(
            verb
            for said in self.words
            if said.subject is not None and subject in (None, said.subject)
            if target in (None, said.object)
            for verb in said.say
        )

    @cached_property
    def cells(self) -> list[str]:
        """The keys of a row: the columns, an entity's id behind it."""
        return [
            n for c in self.columns for n in ((c.name, f"{c.name}_id") if c.entity else (c.name,))
        ]

    @cached_property
    def dated(self) -> bool:
        """Whether its rows say when."""
        return not self.kinds.keys().isdisjoint(DATED)

    def anchored(self, given: set[str]) -> str:
        """The Cypher text with the anchors of the first given parameter that has one.

        An anchor is a comment line ``//? person: MATCH (p:Entity {id: $person})``; in place, the
        engine starts at the node that is known.  Each part of a UNION has its own.  The rows are
        the same without.
        """
        first = next((a[1] for a in _ANCHOR.finditer(self.cypher) if a[1] in given), None)
        return _ANCHOR.sub(lambda a: a[2] if a[1] == first else a[0], self.cypher)

    def as_json(self) -> dict[str, Any]:
        """For the compiled catalogue."""
        return asdict(self)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Query:
        """The inverse of :meth:`as_json`."""
        parameters = [Parameter(**p) for p in found.pop("parameters")]
        columns = [Column(**c) for c in found.pop("columns")]
        words = [Saying(**w) for w in found.pop("words")]
        return cls(parameters=parameters, columns=columns, words=words, **found)


@cache
def _is_place(iri: str) -> bool:
    return KG + "Place" in (iri, *ontology().ancestors(iri))


@dataclass
class _Header:
    file: str
    problems: list[str] = field(default_factory=list)

    def split(self, text: str, mark: str) -> tuple[dict[str, Any], str]:
        try:
            return split_header(text, mark)
        except BadHeader as error:
            raise QueryError(f"{self.file}:{error.line}: header: {error}.") from error

    def languages(self, found: dict[str, Any], key: str) -> dict[str, str]:
        value = found.get(key)
        if not isinstance(value, dict) or not all(value.get(x) for x in LANGUAGES):
            self.problems.append(f"{key} needs a text for each of {', '.join(LANGUAGES)}")
            return {}
        return {x: str(value[x]).strip() for x in LANGUAGES}

    def type(self, name: str, kind: str) -> None:
        plain = kind.removesuffix("[]")
        term = ontology().term(plain)
        if plain not in SIMPLE_TYPES and (term is None or term.kind != "class"):
            self.problems.append(
                f"{name} has the type '{kind}', which is no class of the ontology "
                f"and none of {', '.join(SIMPLE_TYPES)}"
            )

    def parameters(self, found: dict[str, Any]) -> list[Parameter]:
        result = []
        for name, spec in (found.get("parameters") or {}).items():
            spec = spec if isinstance(spec, dict) else {"type": spec}
            unknown = set(spec) - {"type", "required", "default", "about"}
            if unknown or "type" not in spec:
                self.problems.append(f"parameter {name}: unknown or missing keys {sorted(unknown)}")
                continue
            self.type(f"parameter {name}", spec["type"])
            result.append(
                Parameter(
                    name,
                    spec["type"],
                    bool(spec.get("required", "default" not in spec)),
                    spec.get("default"),
                    str(spec.get("about", "")),
                )
            )
        return result

    def columns(self, found: dict[str, Any]) -> list[Column]:
        result = []
        for name, kind in (found.get("columns") or {}).items():
            self.type(f"column {name}", str(kind))
            if name not in headings():
                self.problems.append(
                    f"column {name} has no heading; add it to queries/columns.yaml"
                )
            result.append(Column(name, str(kind), headings().get(name, {})))
        if not result:
            self.problems.append("columns are missing")
        if any(c.name == "claims" for c in result):
            self.problems.append("claims is reserved and always there; take it out of columns")
        return result

    def end(self, found: dict[str, Any], key: str, columns: list[Column]) -> str | None:
        name = found.get(key)
        if name is not None and str(name) not in {c.name for c in columns}:
            self.problems.append(f"{key} names '{name}', which is no column")
        return None if name is None else str(name)

    def words(
        self, found: dict[str, Any], columns: list[Column], parameters: list[Parameter]
    ) -> list[Saying]:
        known = {c.name for c in columns}
        fixed = known | {p.name for p in parameters}
        result: list[Saying] = []
        spoken = found.get("words") or {}
        for language, by_column in spoken.items():
            if language not in LANGUAGES:
                self.problems.append(f"words has the language '{language}', which is unknown")
                continue
            for key, entries in (by_column or {}).items():
                arrow = _ARROW.match(str(key))
                subject, target = (arrow[1], arrow[2]) if arrow else (None, str(key))
                for name in filter(None, (subject, target)):
                    if name not in known:
                        self.problems.append(f"words of '{key}': {name} is no column")
                result += self.sayings(language, subject, target, entries or [], fixed)
        if spoken and {w.language for w in result} != set(LANGUAGES):
            self.problems.append(f"words are needed in each of {', '.join(LANGUAGES)}")
        return result

    def sayings(
        self, language: str, subject: str | None, target: str, entries: list[Any], fixed: set[str]
    ) -> list[Saying]:
        plain = [str(e) for e in entries if not isinstance(e, dict)]
        result = [Saying(language, target, plain, subject)] if plain else []
        for entry in (e for e in entries if isinstance(e, dict)):
            say, holds = entry.get("say"), entry.get("with") or {}
            if set(entry) - {"say", "with"} or not isinstance(say, list) or not say:
                self.problems.append(f"words of '{target}': an entry is a word or has say and with")
                continue
            for name in set(holds) - fixed - {AT}:
                self.problems.append(f"words of '{target}' fix {name}, which is no column")
            if holds.get(AT, "begin") not in ("begin", "end"):
                self.problems.append(f"words of '{target}' fix {AT}; give begin or end")
            result.append(Saying(language, target, [str(w) for w in say], subject, holds))
        return result

    def says(self, found: dict[str, Any], columns: list[Column]) -> dict[str, str]:
        if "says" not in found:
            return {}
        said = self.languages(found, "says")
        for text in said.values():
            for name in _HOLE.findall(text):
                if name not in {c.name for c in columns}:
                    self.problems.append(f"says uses {{{name}}}, which is no column")
        return said

    def questions(self, found: dict[str, Any]) -> dict[str, list[str]]:
        asked = found.get("questions") or {}
        return {x: [str(q) for q in asked.get(x) or []] for x in LANGUAGES}


def read_query(path: Path) -> Query:
    """Reads a ``.cypher`` file and its twin; QueryError names file and fault."""
    reader = _Header(f"queries/{path.parent.name}/{path.name}")
    found, cypher = reader.split(path.read_text("utf-8"), CYPHER)
    unknown = set(found) - _KEYS
    if unknown:
        reader.problems.append(f"unknown keys {', '.join(sorted(unknown))}")
    title = reader.languages(found, "title")
    about = reader.languages(found, "about")
    parameters = reader.parameters(found)
    columns = reader.columns(found)
    names = {p.name for p in parameters}
    source = reader.end(found, "from", columns)
    target = reader.end(found, "to", columns)
    attributes = [str(a) for a in found.get("attributes") or []]
    for name in attributes:
        if name not in {c.name for c in columns}:
            reader.problems.append(f"attributes names '{name}', which is no column")
    together = [str(c) for c in found.get("together") or []]
    for name in together:
        if not any(c.name == name and c.many for c in columns):
            reader.problems.append(f"together names '{name}', which is no column of lists")
    words = reader.words(found, columns, parameters)
    says = reader.says(found, columns)
    questions = reader.questions(found)
    examples = found.get("examples") or []
    if not examples:
        reader.problems.append("examples are missing; give one at least ({} without parameters)")
    for example in examples:
        for name in example:
            if name not in names:
                reader.problems.append(f"an example gives '{name}', which is no parameter")
        for parameter in parameters:
            if parameter.required and parameter.name not in example:
                reader.problems.append(f"an example lacks the parameter {parameter.name}")
    order = [str(c) for c in found.get("order") or []]
    for name in order:
        if name.lstrip("-") not in {c.name for c in columns}:
            reader.problems.append(f"order names '{name}', which is no column")
    for name in set(re.findall(r"\$(\w+)", cypher)):
        if name not in names and not any(name in (f"{n}_from", f"{n}_to") for n in names):
            reader.problems.append(f"the text uses ${name}, which is no parameter")
    twin_path = path.with_suffix(".rq")
    no_twin = found.get("no_twin")
    twin: str | None = None
    if twin_path.exists():
        twin_reader = _Header(f"queries/{path.parent.name}/{twin_path.name}")
        twin_found, twin = twin_reader.split(twin_path.read_text("utf-8"), SPARQL)
        if set(twin_found) - _TWIN_KEYS:
            reader.problems.append(f"the twin's header repeats {sorted(twin_found)}")
        if no_twin:
            reader.problems.append("no_twin is given, but there is a twin; remove one of them")
    elif not no_twin:
        reader.problems.append(
            f"the twin {twin_path.name} is missing; write it, or say in no_twin why SPARQL can't"
        )
    if reader.problems:
        raise QueryError(f"{reader.file}: " + "; ".join(reader.problems) + ".")
    return Query(
        path.stem,
        path.parent.name,
        title,
        about,
        examples,
        parameters,
        columns,
        order,
        cypher,
        twin,
        str(no_twin) if no_twin else None,
        source,
        target,
        attributes,
        words,
        says,
        questions,
        together,
    )


__all__ = [
    "DATED",
    "LANGUAGES",
    "SIMPLE_TYPES",
    "Column",
    "Parameter",
    "Query",
    "Saying",
    "read_query",
]

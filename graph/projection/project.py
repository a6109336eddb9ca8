"""The projection: what is said about a node becomes its labels, properties and relationships.

A class is a label, a literal a property, any other triple a relationship.  What the friendly form
would lose is kept beside it, under keys that begin with an underscore; the inverse is in
``graph/projection/unproject.py`` and the specification in ``docs/projection.md``.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from graph.projection.names import Names, identifier, iri_of, name_of, term_of
from graph.projection.nodes import Link, LinkedNode, link_order
from graph.projection.statements import STRING, TRIPLE, Statement, literal_of
from graph.projection.values import Scalar, Value, native, usual_tag, wants_text, written
from graph.vocabulary import OBJECT, PREDICATE, PREFIXES, TYPE
from ontology import KG, ontology

FRIENDLY = (
    KG + "name",
    PREFIXES["rdfs"] + "label",
    PREFIXES["skos"] + "prefLabel",
    PREFIXES["schema"] + "name",
    PREFIXES["sdo"] + "name",
    PREFIXES["foaf"] + "name",
    PREFIXES["dct"] + "title",
    PREFIXES["dc"] + "title",
    PREFIXES["gn"] + "name",
    PREFIXES["vcard"] + "fn",
    PREFIXES["skos"] + "altLabel",
    PREFIXES["schema"] + "alternateName",
    PREFIXES["sdo"] + "alternateName",
    PREFIXES["gn"] + "alternateName",
)
LANGUAGES = ("en", "es", "")  # of a name that is shown, the best first; each with its regions
_NO_LANGUAGE = ("mul", "und", "zxx")  # tags that name no language
BESIDE = ("_types", "_tags", "_rdf", "_graphs", "_docs", "_derived", "_digest", "iri")
DERIVATIONS = "derivations"  # on a relationship, and on a node those of its classes
_NOTHING: frozenset[Statement] = frozenset()


Facts = dict[tuple[str, str, str], list[dict[str, Value]]]
"""The properties of relationships that claims support, by subject, predicate (an IRI), object."""
Documents = tuple[str, ...]
Unclaimed = Mapping[str, Collection[Statement]]
"""What is said in our terms without a claim, by the name of its subject."""


class Projector:
    """Makes nodes of what is said about them.

    ``names`` gets the names of foreign terms; ``facts`` are what claims support together, and
    ``unclaimed`` is what is said in our terms without a claim, by the name of its subject.
    ``beside`` counts the values that had to be kept beside native ones.
    """

    def __init__(
        self, names: Names, facts: Facts | None = None, unclaimed: Unclaimed | None = None
    ) -> None:
        self.names = names
        self.facts = facts or {}
        self.unclaimed = unclaimed or {}
        self.beside = 0

    def node(
        self,
        name: str,
        said: Collection[Statement],
        documents: Documents | Mapping[Statement, Documents],
        derived: Iterable[Statement] = (),
    ) -> LinkedNode:
        """The node of a name.

        ``said`` are its asserted statements, each once; ``documents`` those of all of them, or of
        each; ``derived`` what follows and is only shown.
        """
        return NodeMaker(self, name, said, documents, derived).node()


class NodeMaker:
    """One node while it is made."""

    def __init__(
        self,
        projector: Projector,
        name: str,
        said: Collection[Statement],
        documents: Documents | Mapping[Statement, Documents],
        derived: Iterable[Statement],
    ) -> None:
        self.names = projector.names
        self.projector = projector
        self.name = name
        self.id = identifier(name)
        self.labels = {"Entity"}
        self.types: set[str] = set()
        self.properties: dict[str, Value] = {"id": self.id}
        if self.id != name:
            self.properties["iri"] = name
        self.lines: list[str] = []
        self.tags: list[str] = []
        self.hidden: list[str] = []
        self.predicates: list[str] = []
        self.literals: dict[str, list[Statement]] = {}
        self.contexts: dict[tuple[str, str], list[str]] = {}
        # The same of what is said in our terms without a claim:
        self.bare_literals: dict[str, list[Statement]] = {}
        self.bare_contexts: dict[tuple[str, str], list[str]] = {}
        self.bare = projector.unclaimed.get(name, _NOTHING)
        self.each: Mapping[Statement, Documents] | None = None
        if isinstance(documents, tuple):
            self.default = documents
            others: Iterable[str] = ()
        else:
            counted = Counter(documents.values())
            self.default = min(counted, key=lambda d: (-counted[d], d)) if counted else ()
            if len(counted) > 1:
                self.each = documents
            others = {d for found in counted for d in found} - set(self.default)
        if said and (self.default or others):
            self.properties["_docs"] = [*self.default, *sorted("+" + d for d in others)]
        self.computed: dict[str, list[Statement]] = {}
        self.concluded: list[str] = []  # classes, with the derivation
        for one in said:
            self.read(one)
        for one in derived:
            self.read_derived(one)

    def in_place(self, one: Statement) -> bool:
        """Whether a statement stands in the default graph and in the node's own documents."""
        return not one.graph and (self.each is None or self.each[one] == self.default)

    def read(self, one: Statement) -> None:
        """Takes an asserted statement."""
        predicate, graph, tag, value = one
        if tag is not None:
            if tag == TRIPLE:
                self.lines.append(self.line(one))
            elif one in self.bare:
                self.bare_literals.setdefault(predicate, []).append(one)
            elif predicate in self.literals:
                self.literals[predicate].append(one)
            else:
                self.literals[predicate] = [one]
        elif predicate == TYPE and not value.startswith("_:"):
            iri = iri_of(value)
            bare = one in self.bare
            label = self.names.unclaimed(iri, "class") if bare else self.names.label(iri)
            self.labels.add(label)
            if self.in_place(one):
                self.types.add(label)
            else:
                self.lines.append(self.line(one))
        elif predicate == PREDICATE and not graph and not value.startswith("_:"):
            if self.in_place(one):
                self.predicates.append(self.names.term(iri_of(value)))
            else:
                self.lines.append(self.line(one))
        else:
            context = f"<{iri_of(graph)}>" if graph and not graph.startswith("_:") else graph
            if self.each is not None and self.each[one] != self.default:
                context += " # " + " ".join(self.each[one])
            contexts = self.bare_contexts if one in self.bare else self.contexts
            contexts.setdefault((predicate, value), []).append(context)

    def read_derived(self, one: Statement) -> None:
        """Takes a statement that follows and is only shown."""
        predicate, _, tag, value = one
        if tag is not None:
            self.computed.setdefault(predicate, []).append(one)
        elif predicate == TYPE:
            iri = iri_of(value)
            self.labels.add(self.names.label(iri))
            for fact in self.projector.facts.get((self.name, TYPE, value), ()):
                ways = fact.get(DERIVATIONS)
                if isinstance(ways, list):
                    self.concluded += [f"{self.names.label(iri)} {way}" for way in ways]
        else:
            self.contexts.setdefault((predicate, value), [])

    def line(self, one: Statement) -> str:
        """A statement without its subject as N-Quads, with its documents where they differ."""
        self.projector.beside += 1
        if one.tag is None:
            value = str(term_of(one.value))
        elif one.tag == TRIPLE:
            value = f"<<( {one.value} )>>"
        else:
            value = str(literal_of(one.tag, one.value))
        graph = f" {term_of(one.graph)}" if one.graph else ""
        where = ""
        if self.each is not None and self.each[one] != self.default:
            where = " # " + " ".join(self.each[one])
        return f"<{one.predicate}> {value}{graph} .{where}"

    def node(self) -> LinkedNode:
        """The node of all that was read."""
        for predicate, found in self.literals.items():
            self.read_literals(predicate, found)
        for predicate, found in self.bare_literals.items():
            self.show_unclaimed(predicate, found)
        for predicate in self.computed.keys() - self.literals.keys():
            self.show_computed(predicate)
        if self.predicates:
            names = sorted(set(self.predicates))
            self.properties["predicate"] = names if len(names) > 1 else names[0]
        if self.types != self.labels - {"Entity"}:
            self.properties["_types"] = sorted(self.types) or ["Entity"]
        if self.concluded:
            self.properties[DERIVATIONS] = sorted(self.concluded)
        self.show_names()
        for key, kept in (("_tags", self.tags), ("_rdf", self.lines), ("_derived", self.hidden)):
            if kept:
                self.properties[key] = sorted(kept)
        links = tuple(self.links())
        return LinkedNode(self.id, tuple(sorted(self.labels)), self.properties, links)

    # --- Literals ---------------------------------------------------------------------------------

    def read_literals(self, predicate: str, found: list[Statement]) -> None:
        """Makes a property of the literals of a predicate."""
        if predicate == OBJECT:
            self.claim_value(found)
            return
        if predicate == PREDICATE:  # the key is taken by predicates as names
            self.lines += map(self.line, found)
            return
        key = self.names.key(predicate)
        term = ontology().terms.get(predicate)
        if term is None and len(found) == 1 and self.in_place(found[0]):  # by far the usual case
            one = found[0]
            tag = one.tag or STRING
            shown = native(tag, one.value)
            self.properties[key] = shown
            if shown is not one.value and written(shown) != one.value:
                self.keep(predicate, key, found, [shown])
            elif tag != usual_tag(predicate, shown):
                self.projector.beside += 1
                self.tags.append(f"{key} {tag}")
            return
        computed = self.computed.get(predicate, [])
        values = _natives([*found, *computed], plain=wants_text(predicate))
        many = term.multiple if term else len(values) > 1
        shown_values = values if many else values[:1]
        self.properties[key] = shown_values if many else shown_values[0]  # type: ignore[assignment]
        if computed or (term is not None and term.derived) or predicate in self.bare_literals:
            self.lines += map(self.line, found)
        else:
            self.keep(predicate, key, found, shown_values)

    def show_unclaimed(self, predicate: str, found: list[Statement]) -> None:
        """Shows what no claim backs under a foreign term's key; it is kept beside."""
        values = _natives(found, plain=wants_text(predicate))
        key = self.names.unclaimed(predicate, "datatype")
        self.properties[key] = values if len(values) > 1 else values[0]  # type: ignore[assignment]
        self.lines += map(self.line, found)

    def keep(self, predicate: str, key: str, found: list[Statement], shown: list[Scalar]) -> None:
        """Notes what the shown values do not say about the literals that they stand for."""
        tags: dict[str, list[str]] = {written(value): [] for value in shown}
        for one in found:
            if one.value not in tags or not self.in_place(one):
                self.lines += map(self.line, found)
                return
            tags[one.value].append(one.tag or STRING)
        groups = [sorted(group) for group in tags.values()]
        if groups == [[usual_tag(predicate, value)] for value in shown]:
            return
        words = ["|".join(group) for group in groups]
        if len(set(words)) == 1:
            words = words[:1]
        self.projector.beside += len(found)
        self.tags.append(" ".join([key, *words]))

    def claim_value(self, found: list[Statement]) -> None:
        """A claim's literal object: its text and its datatype."""
        first = min(found, key=lambda one: str(literal_of(one.tag or STRING, one.value)))
        self.properties["value"] = first.value
        literal = literal_of(first.tag or STRING, first.value)
        self.properties["datatype"] = identifier(name_of(literal.datatype.value))
        hashed = len(literal.datatype.value) > 1000
        if len(found) > 1 or literal.language is not None or hashed or not self.in_place(first):
            self.lines += map(self.line, found)

    def show_computed(self, predicate: str) -> None:
        """Makes a property of computed literals alone."""
        key = self.names.key(predicate)
        term = ontology().terms.get(predicate)
        values = _natives(self.computed[predicate], plain=wants_text(predicate))
        many = term.multiple if term else len(values) > 1
        self.properties[key] = values if many else values[0]  # type: ignore[assignment]
        if not (term and term.derived):
            self.hidden.append(key)

    # --- Relationships ----------------------------------------------------------------------------

    def links(self) -> list[Link]:
        """What goes out from the node, in a fixed order."""
        found: list[Link] = []
        for (predicate, end), contexts in self.contexts.items():
            type_ = self.names.type(predicate)
            target = identifier(end)
            facts = self.projector.facts.get((self.name, predicate, end), ())
            if not contexts:  # concluded by a rule, or said by claims alone
                found += [
                    Link(type_, target, fact if fact.get("inferred") else fact | {"_graphs": []})
                    for fact in facts
                ]
                continue
            beside: dict[str, Value] = {}
            if contexts != [""]:
                beside["_graphs"] = sorted(contexts)
            plain = [fact for fact in facts if not fact.get("inferred")]
            found += [Link(type_, target, fact | beside) for fact in plain or [{}]]
            found += [Link(type_, target, fact) for fact in facts if fact.get("inferred")]
        for (predicate, end), contexts in self.bare_contexts.items():
            type_ = self.names.unclaimed(predicate, "object")
            said: dict[str, Value] = {} if contexts == [""] else {"_graphs": sorted(contexts)}
            found.append(Link(type_, identifier(end), said))
        if len(found) > 1:
            found.sort(key=link_order)
        return found

    # --- Names ------------------------------------------------------------------------------------

    def show_names(self) -> None:
        """A name for what has none, and all names and aliases together."""
        name = self.properties.get("name")
        if not isinstance(name, str):
            name = self.friendly_name()
            self.properties["name"] = name
            self.hidden.append("name")
        names: set[str] = set()
        for key in ("name_es", "alias"):
            value = self.properties.get(key)
            if value is not None:
                names.update(map(written, value) if isinstance(value, list) else [written(value)])
        for predicate in self.literals.keys() & _FRIENDLY:
            names.update(filter(None, (_shown(one.value) for one in self.literals[predicate])))
        self.properties["names"] = [name, *sorted(names - {name})]

    def friendly_name(self) -> str:
        """The best name that is said, else the end of the id."""
        if self.bare_literals or not self.literals.keys().isdisjoint(_FRIENDLY):
            for predicate in FRIENDLY:
                labels = self.literals.get(predicate) or self.bare_literals.get(predicate, [])
                found = [o for o in labels if _shown(o.value)]
                if found:
                    return _shown(min(found, key=preference).value)
        stated, status = self.properties.get("predicate"), self.properties.get("status")
        if not isinstance(stated, str):
            return _tail(self.id)
        # Of a claim: what it says, which is what Neo4j Browser writes into its circle.
        return f"{status}: {stated}" if isinstance(status, str) else f"{_tail(self.id)} {stated}"


_FRIENDLY = frozenset(FRIENDLY)


def _shown(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def preference(label: Statement) -> tuple[int, int, str]:
    """The least is the label that is shown: by its language, then the tag without a region first."""
    language = (label.tag or STRING).partition("--")[0].lower()
    language = language[1:] if language.startswith("@") else ""
    primary = language.partition("-")[0]
    if primary in _NO_LANGUAGE:
        primary = ""
    rank = LANGUAGES.index(primary) if primary in LANGUAGES else len(LANGUAGES)
    return rank, int(language != primary), _shown(label.value)


def _tail(id_: str) -> str:
    """The end of an id, readable."""
    parts = [part for part in re.split("[/#]", id_) if part]
    if not parts:
        return id_
    try:
        return _shown(unquote(parts[-1], errors="strict")) or id_
    except UnicodeDecodeError:
        return parts[-1]


def _natives(found: Iterable[Statement], plain: bool) -> list[Scalar]:
    """Distinct values of one type, sorted; ``plain`` wants text whatever the datatype."""
    literals = [(one.tag or STRING, one.value) for one in found]
    values = {value if plain else native(tag, value) for tag, value in literals}
    if len({type(value) for value in values}) > 1:
        return sorted({value for _, value in literals})
    return sorted(values)


def with_digest(row: LinkedNode) -> LinkedNode:
    """The row with a fingerprint of all that it has, by which a later load knows it."""
    links = [(t, end, sorted(told.items()) if told else ()) for t, end, told in row.links]
    what = (row.labels, sorted(row.properties.items()), links)
    row.properties["_digest"] = hashlib.blake2b(repr(what).encode(), digest_size=8).hexdigest()
    return row


def merged(one: Documents, other: Iterable[str]) -> Documents:
    """The documents of a statement that others make as well."""
    return tuple(sorted({*one, *other}))


def objects_of(said: Mapping[str, Iterable[Statement]]) -> Iterator[str]:
    """The names of objects that are nodes; a name may come more than once."""
    for found in said.values():
        for one in found:
            if one.tag is None and not is_class_or_predicate(one):
                yield one.value


def is_class_or_predicate(one: Statement) -> bool:
    """Whether a statement's object becomes a label or a name and needs no node."""
    if one.value.startswith("_:"):
        return False
    return one.predicate == TYPE or (one.predicate == PREDICATE and not one.graph)

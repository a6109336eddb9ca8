"""Names in the property graph for ids, labels, relationship types and property keys.

A term of the ontology has the name that its annotation gives.  A foreign term has the name that a
document gave it which came before (``graph/projection/readable.py``), or else one that depends on its
IRI alone: a known prefix and the local name, or the local name and digits of the IRI's hash.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from urllib.parse import quote, unquote

import pyoxigraph as ox

from graph.vocabulary import PREFIXES
from ontology import BASE, OntologyError, ontology

_NAMESPACES = sorted(
    ((space, prefix) for prefix, space in PREFIXES.items()), key=lambda pair: -len(pair[0])
)
_IN_CAPITALS = frozenset(("obo", "wd", "wdt", "wp", "wpq", "wps"))  # whose terms are codes: P31
_ACRONYMS = {
    "dcat": ("accessURL", "downloadURL", "endpointURL"),
    "foaf": ("aimChatID", "icqChatID", "jabberID", "msnChatID", "skypeID", "yahooChatID"),
    "owl": ("versionIRI",),
    "schema": ("taxID", "vatID"),
    "sdo": ("taxID", "vatID"),
    "time": ("hasTRS", "inXSDDate", "inXSDDateTime", "inXSDDateTimeStamp"),
    "vcard": ("hasUID", "hasURL"),
}
"""Terms of well-known vocabularies that are not in camel case: whoever has their capitals beside
them, as ``versionIri`` has, gets digits."""
LONGEST_ID = 4096  # bytes; a longer name is too long for an index entry
LONGEST_LOCAL = 60  # bytes of a name's readable part: an engine makes file names of names
SHORT = LONGEST_ID // 4  # characters; no shorter name is too long

_CAMEL = re.compile(r"[a-z][a-z0-9]*([A-Z][a-z0-9]+)*")


def name_of(iri: str) -> str:
    """What a node is called: relative to our base, or by its whole IRI."""
    if iri.startswith(BASE):
        rest = iri[len(BASE) :]
        if rest and ":" not in rest and rest[0] != "_":
            return rest
    return iri


def iri_of(name: str) -> str:
    """The inverse of :func:`name_of`."""
    return name if ":" in name else BASE + name


def node_name(term: ox.NamedNode | ox.BlankNode) -> str:
    """What a term's node is called: by its IRI, or ``_:`` and a blank node's label."""
    return "_:" + term.value if isinstance(term, ox.BlankNode) else name_of(term.value)


def term_of(name: str) -> ox.NamedNode | ox.BlankNode:
    """The inverse of :func:`node_name`."""
    return ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(iri_of(name))


def identifier(name: str) -> str:
    """The id of a node with this name: the name, or its hash where that is too long to index."""
    if len(name) > SHORT and len(encoded := name.encode()) > LONGEST_ID:
        return "sha256:" + hashlib.sha256(encoded).hexdigest()
    return name


def premise(subject: str, type_: str, object_: str, valid: str | None) -> str:
    """A fact as ``derivations`` name it: ``start TYPE end``, and its interval where it has one."""
    parts = [subject, type_, object_]
    return " ".join([*parts, quote(valid, safe=_VALID_MARKS)] if valid else parts)


_VALID_MARKS = "/.~?%-,:[]{}"  # of EDTF; what else an interval has is quoted


def node_id(term: ox.NamedNode | ox.BlankNode) -> str:
    """The id of a term's node."""
    return identifier(node_name(term))


def local_of(iri: str) -> tuple[str | None, str]:
    """The prefix of a term, if its namespace is known, and the rest of its IRI."""
    for namespace, prefix in _NAMESPACES:
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return prefix, iri[len(namespace) :]
    parts = [part for part in re.split(r"[#/:?=&]", iri) if part]
    # What has a letter, a digit or a symbol can be read; a part that has none tells nothing.
    return None, next((part for part in reversed(parts) if readable(part)), "term")


@lru_cache(maxsize=10_000)
def _kept(character: str) -> bool:
    """Whether a name keeps a character: a letter, mark or digit of any script, or an underscore."""
    return character == "_" or unicodedata.category(character)[0] in "LMN"


def _plain(local: str) -> bool:
    """Whether a local name can stand in a name as it is."""
    return (
        len(local.encode()) <= LONGEST_LOCAL
        and unicodedata.category(local[0])[0] == "L"
        and all(map(_kept, local))
    )


def readable(local: str) -> str:
    """What of a local name can stand in a name: its letters, and underscores between them.

    Of symbols alone, such as an emoji, it is what Unicode calls them.
    """
    text = unicodedata.normalize("NFC", unquote(local, errors="ignore"))
    if not any(map(_kept, text)):
        symbols = (c for c in text if unicodedata.category(c)[0] == "S")
        text = "_".join(unicodedata.name(c, "") for c in symbols).lower()
    text = "".join(c if _kept(c) else "_" for c in text)
    text = re.sub("_+", "_", text).strip("_")
    return text.encode()[:LONGEST_LOCAL].decode(errors="ignore").rstrip("_")


def _digits(iri: str) -> str:
    return hashlib.sha256(iri.encode()).hexdigest()[:8]


def capitals(local: str) -> str:
    """A local name in capitals, with an underscore where a word begins: ``VERSION_IRI``."""
    words = []
    for before, character, after in zip("_" + local, local, local[1:] + "_", strict=False):
        begins = character.isupper() and before != "_" and (not before.isupper() or after.islower())
        words.append("_" + character if begins else character)
    # Some small letters have no capital.
    return "".join(c for c in "".join(words).upper() if not c.islower())


def _named(iri: str, letter: str) -> str:
    prefix, local = local_of(iri)
    if prefix and _plain(local):
        return f"{prefix}__{local}"
    return hashed(iri, prefix, local, letter)


def hashed(iri: str, prefix: str | None, word: str, letter: str) -> str:
    """A name with digits of the IRI's hash; ``r`` is the letter of a relationship type."""
    if letter == "r":
        start = prefix.upper() + "__" if prefix else "R_"
        return f"{start}{capitals(readable(word)) or 'TERM'}_{_digits(iri).upper()}"
    return f"{prefix + '__' if prefix else letter + '_'}{readable(word) or 'term'}_{_digits(iri)}"


def foreign_label(iri: str) -> str:
    """A label: ``foaf__Person``, ``c_Organización_1a2b3c4d``."""
    return _named(iri, "c")


def foreign_key(iri: str) -> str:
    """A property key: ``foaf__name``, ``p_name_1a2b3c4d``."""
    return _named(iri, "p")


def foreign_type(iri: str) -> str:
    """A relationship type, without lower-case letters: ``FOAF__KNOWS``, ``R_KNOWS_1A2B3C4D``."""
    prefix, local = local_of(iri)
    if prefix and _plain(local) and _upper_is_enough(prefix, local):
        return f"{prefix.upper()}__{capitals(local)}"
    return hashed(iri, prefix, local, "r")


def _upper_is_enough(prefix: str, local: str) -> bool:
    """Whether no other local name of a namespace has the same capitals without a hash.

    Of those that differ in case only, one does: the one in the vocabulary's own style.
    """
    if local.upper() == local.lower():  # a script without case
        return True
    if prefix in _IN_CAPITALS:
        return local == capitals(local)
    spelled = _ACRONYMS.get(prefix, ())
    if local in spelled:
        return True
    return _CAMEL.fullmatch(local) is not None and capitals(local) not in map(capitals, spelled)


_FOREIGN: dict[str, Callable[[str], str]] = {
    "class": foreign_label,
    "object": foreign_type,
    "datatype": foreign_key,
}


LETTERS = {"class": "c", "object": "r", "datatype": "p"}
"""How names without a prefix begin, by what a term is used for."""


@cache
def _unclaimed() -> dict[str, str]:
    """The terms of the ontology by the names that they have where no claim backs them."""
    return {name(iri): iri for iri in ontology().terms for name in _FOREIGN.values()}


def kinds_of(name: str) -> tuple[str, ...]:
    """What a foreign term's name can be used for, as it is spelled."""
    if not any(map(str.islower, name)):
        return ("object",)
    if name[:2] in ("c_", "p_") and name[2:3] != "_":
        return ("class",) if name[0] == "c" else ("datatype",)
    return "class", "datatype"


@dataclass
class Names:
    """Names given in one graph, both ways; ``foreign`` is the dictionary to keep with it.

    What stands in it from the beginning was given before, and stays.
    """

    foreign: dict[str, str] = field(default_factory=dict)  # name -> IRI
    _labels: dict[str, str] = field(default_factory=dict, repr=False)
    _types: dict[str, str] = field(default_factory=dict, repr=False)
    _keys: dict[str, str] = field(default_factory=dict, repr=False)
    _given: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)  # kind, IRI

    def __post_init__(self) -> None:
        for name, iri in sorted(self.foreign.items()):
            self._note(name, iri)

    def _note(self, name: str, iri: str) -> None:
        for kind in kinds_of(name):
            self._given.setdefault((kind, iri), name)

    def unclaimed(self, iri: str, kind: str) -> str:
        """The name of a term of ours where no claim says what is said with it: a foreign one's.

        ``kind`` is ``class``, ``object`` or ``datatype``, by what is said.
        """
        return _FOREIGN[kind](iri)

    def given(self, iri: str, kind: str) -> str | None:
        """The name that a foreign term has already."""
        return self._given.get((kind, iri))

    def free(self, name: str, kind: str) -> bool:
        """Whether a foreign term may still have a name for this use."""
        model = ontology()
        taken = (self.foreign, model.by_label, model.by_type, model.by_key, _unclaimed())
        return kind in kinds_of(name) and not any(name in names for names in taken)

    def give(self, name: str, iri: str) -> str:
        """Gives a foreign term a name; OntologyError where another has it."""
        if self.foreign.setdefault(name, iri) != iri:
            raise OntologyError(f"'{name}' would name both {self.foreign[name]} and {iri}.")
        self._note(name, iri)
        return name

    def _foreign(self, iri: str, kind: str) -> str:
        found = self._given.get((kind, iri))
        if found is not None:
            return found
        name = _FOREIGN[kind](iri)
        if self.foreign.get(name, iri) != iri:  # a document gave it another term before
            name = hashed(iri, *local_of(iri), LETTERS[kind])
        return self.give(name, iri)

    def _named(self, iri: str, known: dict[str, str], kind: str) -> str:
        found = known.get(iri)
        if found is None:
            term = ontology().terms.get(iri)
            ours = term is not None and term.kind == kind
            found = term.graph_name if term and ours else self._foreign(iri, kind)
            known[iri] = found
        return found

    def label(self, iri: str) -> str:
        """The label of a class."""
        return self._named(iri, self._labels, "class")

    def type(self, iri: str) -> str:
        """The relationship type of a predicate that points to a node."""
        return self._named(iri, self._types, "object")

    def key(self, iri: str) -> str:
        """The property key of a predicate that has a literal."""
        return self._named(iri, self._keys, "datatype")

    def term(self, iri: str) -> str:
        """The name of a predicate as a value: its type or its key."""
        term = ontology().terms.get(iri)
        return term.graph_name if term else self._foreign(iri, "object")

    def label_iri(self, name: str) -> str:
        """The class of a label."""
        term = ontology().by_label.get(name)
        return term.iri if term else self.foreign.get(name) or _unclaimed()[name]

    def type_iri(self, name: str) -> str:
        """The predicate of a relationship type."""
        term = ontology().by_type.get(name)
        return term.iri if term else self.foreign.get(name) or _unclaimed()[name]

    def key_iri(self, name: str) -> str:
        """The predicate of a property key."""
        term = ontology().by_key.get(name)
        return term.iri if term else self.foreign.get(name) or _unclaimed()[name]

    def term_iri(self, name: str) -> str:
        """The predicate that :meth:`term` named."""
        model = ontology()
        term = model.by_type.get(name) or model.by_key.get(name) or model.by_label.get(name)
        return term.iri if term else self.foreign[name]

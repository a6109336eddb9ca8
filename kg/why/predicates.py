"""What a person calls a predicate or a class: its id, its name in the graph, its label, a word for it."""

from __future__ import annotations

import difflib
import re
from functools import cache

from kg.why.keys import IS_A
from ontology import NotFound, ontology
from ontology.model import Term

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_IS = frozenset(("is", "is a", "is an", "es", "es un", "es una", "a", "type", "rdf:type"))
_LINKS = re.compile(r" (of|de|del|to|a|in|en)$")
_NEAREST = 4


def plain(said: str) -> str:
    """``siblingInLawOf``, ``SIBLING_IN_LAW_OF`` and *sibling-in-law of* as the same words."""
    from queries.ask import folded

    text = _CAMEL.sub(" ", said) if not said.isupper() else said
    return " ".join(folded(text.replace("_", " ").replace("-", " ")))


def is_class_word(said: str) -> bool:
    """Whether the predicate says that something is of a class."""
    return said == IS_A or plain(said) in _IS


@cache
def _names() -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in ontology().properties:
        if term.derived and term.kind == "datatype":
            continue
        for name in _called(term):
            known = found.setdefault(plain(name), [])
            if term not in known:
                known.append(term)
    return found


def _called(term: Term) -> list[str]:
    return [term.local, term.graph_name, *term.labels.values(), *_sexed(term)]


def _sexed(term: Term) -> list[str]:
    """*brother of* and *sister of* for *sibling of*, *padre de* for *padre o madre de*."""
    from queries.ask.wording import sexed

    found = []
    for language, label in term.labels.items():
        found += [s for sex in ("m", "f") if (s := sexed(label, language, sex)) != label]
    return found


def predicates(said: str) -> list[Term]:
    """The predicates that may be meant, those first that are called just so; NotFound names near ones."""
    names = _names()
    words = plain(said)
    found = [t for t in names.get(words, []) if words in {plain(t.local), plain(t.graph_name)}]
    found += [t for t in names.get(words, []) if t not in found]
    bare = _LINKS.sub("", words)
    for name, terms in names.items():
        if not found and _LINKS.sub("", name) == bare:
            found = list(terms)
    if found:
        return found
    near = difflib.get_close_matches(words, names, _NEAREST, 0.6)
    shown = dict.fromkeys(names[n][0].local for n in near)
    hint = f"did you mean {', '.join(shown)}?" if shown else "'kg schema' lists them."
    raise NotFound(f"There is no predicate '{said}'; {hint}")


def class_called(said: str) -> Term:
    """The class that is called so; NotFound names near ones."""
    words = plain(said)
    names: dict[str, Term] = {}
    for term in ontology().classes:
        for name in (*term.labels.values(), term.graph_name):  # its own name counts most
            names[plain(name)] = term
    if words in names:
        return names[words]
    begun = {t.graph_name: t for name, t in names.items() if name.startswith(f"{words} ")}
    if len(begun) == 1:
        return next(iter(begun.values()))
    near = difflib.get_close_matches(words, names, _NEAREST, 0.6)
    meant = ", ".join(names[n].graph_name for n in near)
    hint = f"did you mean {meant}?" if near else "'kg schema labels' lists them."
    raise NotFound(f"There is no class '{said}'; {hint}")

"""What the types of columns say of forms: which set may stand where, and which has a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from queries.ask.forms import AllOf, And, Cond, Entity, Form, Minus, Or, Rel, replace
from queries.ask.naming import kind_of
from queries.ask.vocabulary import Vocabulary, ancestors, compatible
from queries.catalogue import Catalogue
from queries.header import SIMPLE_TYPES, Query

MOST_DEPTH = 5
STRANGE = 0.5  # what it costs that a thing would stand where none of its kind does

_T = TypeVar("_T")
SIMPLE = frozenset(SIMPLE_TYPES)
HAPPENING = frozenset({"Event", "Person", "Office", "Administration", "Tenure", "Organization"})
TIMED = frozenset({"Event", "Administration", "Official", "Office", "Tenure"})


@dataclass
class Typed:
    """The relations and words that a question is read with."""

    catalogue: Catalogue
    vocabulary: Vocabulary
    labels_of: Callable[[str], frozenset[str]]  # an entity's labels
    language: str = "en"
    usual: Mapping[str, frozenset[str]] = field(default_factory=dict)  # kinds of things in a column
    query: Callable[[str], Query] = field(init=False)  # by name
    labels: Callable[[str], dict[str, str]] = field(init=False)  # the columns of a query, typed
    joins: int = 0  # that were tried; beyond the most there are no readings
    _limit: float = float("inf")  # pieces of the stretch being read that cost more are of no use

    def __post_init__(self) -> None:
        self.query = Made(lambda name: self.catalogue.queries[name]).__getitem__
        self.labels = Made(lambda name: self.query(name).kinds).__getitem__

    def column_label(self, rel: Rel, column: str) -> str:
        """The class or simple type of a column."""
        return self.labels(rel.query)[column]

    def dated(self, query: str) -> bool:
        """Whether a query says when."""
        return self.query(query).dated

    def label(self, form: Form) -> str | None:
        """The class of what a form gives; None for a relation that has no focus yet."""
        if isinstance(form, Rel):
            return self.labels(form.query)[form.focus] if form.focus else None
        if isinstance(form, (Entity, AllOf)):
            return form.label
        if isinstance(form, (And, Or)):
            return self.label(form.parts[0])
        return self.label(form.whole)

    def class_columns(self, rel: Rel) -> list[str]:
        """The columns in which things stand."""
        return self.query(rel.query).things

    def narrowed(self, form: Form, label: str) -> Form | None:
        """A form as far as it may be of a class; None if nothing of it may."""
        if isinstance(form, Entity):
            kept = tuple(i for i in form.ids if label in self.labels_of(i) or label == "Entity")
            return replace(form, ids=kept, label=label) if kept else None
        own = self.label(form)
        return form if own and own not in SIMPLE and compatible(own, label) else None

    def _strange(self, query: str, column: str, given: Form) -> float:
        """What it costs that nothing of this kind stands in a column."""
        usual = self.usual.get(f"{query}.{column}")
        kinds = self._kinds_of(given)
        if usual is None or kinds is None or not kinds.isdisjoint(usual):
            return 0.0
        return STRANGE

    def _kinds_of(self, form: Form) -> frozenset[str] | None:
        """The kinds of things that a form gives; None where they may be any."""
        if isinstance(form, Entity):
            return frozenset(kind_of(self.labels_of(i)) for i in form.ids)
        if isinstance(form, Rel):
            return self.usual.get(f"{form.query}.{form.focus}")
        if isinstance(form, Minus):
            return self._kinds_of(form.whole)
        if isinstance(form, (And, Or)):
            kinds = [k for k in map(self._kinds_of, form.parts) if k is not None]
            if not kinds:
                return None
            if isinstance(form, And):
                return frozenset.intersection(*kinds)
            return frozenset.union(*kinds) if len(kinds) == len(form.parts) else None
        return None

    def _governs(self, given: Form) -> bool:
        """Whether all that a form may mean held an office or was a government."""
        if isinstance(given, Rel):
            return given.query == "tenures" and bool(given.conds)
        return isinstance(given, Entity) and all(
            {"Official", "Administration"} & self.labels_of(i) for i in given.ids
        )

    def _even(self, rel: Rel, query: Query) -> bool:
        """Whether both ends of a relation take things of one kind."""
        ends = [self.labels(rel.query).get(e or "", "") for e in (query.source, query.target)]
        return compatible(*ends) and not set(ends) & set(SIMPLE_TYPES)

    def _has_two_names(self, query: Query) -> bool:
        """Whether there are nouns for each end of a relation: *grandparent* and *grandchild*."""
        named = {w.object for w in query.words if w.subject is None}
        return {query.source, query.target} <= named

    def _is_person(self, form: Entity) -> bool:
        return all("Person" in self.labels_of(i) for i in form.ids)

    def _has_time(self, form: Form) -> bool:
        """Whether what a form gives has a time: an event, a term of office, a dated row."""
        if isinstance(form, Entity):
            return any(TIMED & self.labels_of(i) for i in form.ids)
        outer = form.parts[0] if isinstance(form, And | Or) else form
        if not isinstance(outer, Rel) or not self.dated(outer.query):
            return False
        return outer.focus is None or bool(HAPPENING & ancestors(self.label(outer) or ""))

    def _through(self, rel: Form | None, side: str) -> Form | None:
        """Kin of somebody that is kin of one parent as well; None where no way is known."""
        if not isinstance(rel, Rel) or rel.query not in self.vocabulary.sided:
            return None
        source = rel.cond(self.query(rel.query).source or "")
        if source is None or source.form is None:
            return None
        parents = self.vocabulary.sided["parents"]
        through = Rel(
            parents["query"],
            parents["to"],
            (Cond(parents["from"], source.form), Cond("relation", value=parents[side])),
        )
        way = self.vocabulary.sided[rel.query]
        return And((rel, Rel(way["query"], way["to"], (Cond(way["from"], through),))))

    def _focused(self, form: Form) -> Form | None:
        """A relation as a set: its focus, else what its words lead to."""
        if not isinstance(form, Rel) or form.focus is not None:
            return form
        query = self.query(form.query)
        open_ends = [
            c
            for c in (form.object, form.subject, query.target, query.source)
            if c and form.cond(c) is None and query.column(c).entity
        ]
        if open_ends:
            return replace(form, focus=open_ends[0])
        return replace(form, focus=query.target) if query.target else None

    def _towards(self, rel: Rel, label: str) -> Rel | None:
        """A relation without focus as a set of a class, if one of its columns is just that."""
        near = {rel.subject, rel.object, self.query(rel.query).source, self.query(rel.query).target}
        fitting = [
            c for c in self.class_columns(rel) if c in near and self.column_label(rel, c) == label
        ]
        fitting.sort(key=lambda c: (rel.cond(c) is not None, c != rel.object))
        return replace(rel, focus=fitting[0]) if fitting else None


class Made(dict[str, _T]):
    """Things by name, each made when it is wanted; what is there costs no call of a function."""

    def __init__(self, make: Callable[[str], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> _T:
        found = self[name] = self._make(name)
        return found

"""What words mean: those of the query files and those of the lexicons, as one table of phrases.

A phrase is compared by the stems of its words, so that its plural, its tenses and its gender are
known without being written down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from ontology import ontology, yaml_files
from queries.ask.speller import LONG, Speller
from queries.ask.words import LANGUAGES, Word, folded, stem, words
from queries.catalogue import Catalogue
from queries.kept import Unread, kept, mark_of, texts_of

ROOM = Path(__file__).parent / "lexicon"
MOST_WORDS = 6  # of one phrase
FREE_TEXTS = frozenset({"text"})  # columns of which a question need not have every word
_CODE = ("vocabulary.py", "words.py", "speller.py", "times.py")  # what a kept one depends on
_INFLECTED = frozenset({"class", "column", "status"})  # kinds whose words have other forms
_BY_STEM = 0.05  # what a match by stems costs more than one to the letter


class Meaning(NamedTuple):
    """One meaning of a phrase.

    ``kind`` is nothing, mark, ask, class, operator, time, status or column; ``name`` says which:
    for a column ``query.column``.  ``subject`` is the column that a verb starts from; ``holds``
    are values that the phrase fixes.
    """

    kind: str
    name: str
    language: str
    subject: str | None = None
    holds: tuple[tuple[str, Any], ...] = ()


class Said(NamedTuple):
    """A meaning of the words from ``start`` to ``end`` of a question, and its cost."""

    start: int
    end: int
    meaning: Meaning
    cost: float


Entry = tuple[tuple[str, ...], Meaning]  # words as they are written, and what they mean


def _entries(found: list[Any]) -> list[Entry]:
    """The entries of one key, as they are kept in JSON."""
    return [
        (tuple(w), Meaning(m[0], m[1], m[2], m[3], tuple((a, b) for a, b in m[4])))
        for w, m in found
    ]


@dataclass
class Vocabulary:
    """Phrases with their meanings, by language and stems; further settings as the files have them."""

    phrases: Unread[list[Entry]]  # by language and stems: en|stem stem
    asks: dict[str, list[str]] = field(default_factory=dict)  # what may be asked -> columns
    implied: list[dict[str, Any]] = field(default_factory=list)
    sizes: list[dict[str, Any]] = field(default_factory=list)
    irregular: dict[str, dict[str, str]] = field(default_factory=dict)  # by language: form -> base
    spellings: dict[str, dict[str, str]] = field(default_factory=dict)  # by language: slip -> word
    stated: list[dict[str, Any]] = field(default_factory=list)
    dated: list[dict[str, Any]] = field(default_factory=list)
    lived: list[dict[str, Any]] = field(default_factory=list)
    served: list[dict[str, Any]] = field(default_factory=list)  # offices held under somebody
    ranked: dict[str, dict[str, Any]] = field(default_factory=dict)  # by query: what is meant
    compares: dict[str, dict[str, Any]] = field(default_factory=dict)
    homes: list[dict[str, Any]] = field(default_factory=list)  # relations that know more
    sided: dict[str, dict[str, Any]] = field(default_factory=dict)  # kin through one parent
    roles: dict[str, list[str]] = field(default_factory=dict)  # columns -> marks that announce them
    texts: dict[str, list[str]] = field(
        default_factory=dict
    )  # columns -> predicates of their texts
    in_english: dict[str, str] = field(default_factory=dict)  # words of texts by their Spanish ones
    instead: dict[str, str] = field(default_factory=dict)  # query: whose facts are told instead
    undated: list[str] = field(default_factory=list)  # queries whose rows seldom have a date
    counted: dict[str, list[str]] = field(
        default_factory=dict
    )  # texts that count, by column: queries
    enye: list[str] = field(default_factory=list)  # folded words that are written with ñ
    free: list[str] = field(default_factory=list)  # queries with a column of free text
    forms: dict[str, str] = field(default_factory=dict)  # the speller, as it is kept

    def spelled(self, question: list[Word]) -> list[Word]:
        """A question with the usual slips put right, for names as for other words."""
        texts = [self._written(self._slips.get(w.text, w.text)) for w in question]
        return [
            w if w.text == text else replace(w, text=text)
            for w, text in zip(question, texts, strict=True)
        ]

    @cached_property
    def _slips(self) -> dict[str, str]:
        """The usual slips of all languages."""
        return {form: word for found in self.spellings.values() for form, word in found.items()}

    def _written(self, word: str) -> str:
        """A word that only its stem makes known as the one that it is a slip of: *traslaado*."""
        if len(word) < LONG:
            return word
        known = any(_key(x, [self.stem(word, x)]) in self.phrases for x in LANGUAGES)
        return (self.speller.slip_of(word) if known else None) or word

    def said(self, question: list[Word]) -> list[Said]:
        """All meanings of all phrases in a question."""
        found: dict[tuple[int, int, Meaning], float] = {}
        for language in LANGUAGES:
            texts = [w.text for w in question]
            stems = [self.stem(t, language) for t in texts]
            for start in range(len(texts)):
                for end in range(start + 1, min(len(texts), start + MOST_WORDS) + 1):
                    key = _key(language, stems[start:end])
                    if key not in self.phrases.texts:
                        continue
                    for written, meaning in self.phrases[key]:
                        exact = list(written) == texts[start:end]
                        if any(w.enye and w.text not in self.enye for w in question[start:end]):
                            continue  # "Peña" is no "pena"
                        if not exact and not _inflects(written, texts[start:end], meaning):
                            continue
                        noun = meaning.kind == "column" and meaning.subject is None
                        if not exact and noun and question[end - 1].stressed:
                            continue
                        cost = 0.0 if exact else _BY_STEM
                        said = (start, end, meaning)
                        found[said] = min(cost, found.get(said, cost))
        return [Said(start, end, meaning, cost) for (start, end, meaning), cost in found.items()]

    @property
    def with_text(self) -> frozenset[str]:
        """The queries that have words of their own and a column of free text."""
        return frozenset(self.free)

    def is_irregular(self, word: str) -> bool:
        """Whether a folded word is an irregular form that the lexicon knows, in any language."""
        return any(word in forms for forms in self.irregular.values())

    def stem(self, word: str, language: str) -> str:
        """The stem of a folded word; of an irregular form, that of its base form."""
        return stem(self.irregular.get(language, {}).get(word, word), language)

    @cached_property
    def speller(self) -> Speller:
        """Who knows the words of all phrases, and which was meant by one that is misspelt."""
        if self.forms:
            return Speller.of_texts(self.forms)
        return Speller.of(
            (meaning.language, word)
            for entries in self.phrases.values()
            for written, meaning in entries
            for word in written
        )


def _inflects(written: tuple[str, ...], said: list[str], meaning: Meaning) -> bool:
    """Whether words of one stem are forms of the same word: a noun's only in number and gender.

    The stem does not tell *designated* from *designator*.
    """
    if meaning.kind not in _INFLECTED:
        return False
    if meaning.kind == "column" and meaning.subject is not None:
        return True
    return all(
        _nouns(w, meaning.language) & _nouns(s, meaning.language)
        for w, s in zip(written, said, strict=True)
    )


def _nouns(word: str, language: str) -> set[str]:
    """What a noun may be without its number and, in Spanish, its gender."""
    if len(word) < 4:
        return {word}
    if language == "en":
        found = {word, word.removesuffix("s")} if not word.endswith("ss") else {word}
        if word.endswith("ies"):
            found.add(word.removesuffix("ies") + "y")
        elif word.endswith(("ses", "ches", "shes", "xes", "zes")):  # *alias* and *aliases*
            found.add(word.removesuffix("es"))
        return found
    word = (
        word.removesuffix("es")
        if word.endswith(("des", "les", "nes", "res", "jes", "ces"))
        else word.removesuffix("s")
    )
    return {word.rstrip("aoe") if len(word) > 3 else word}


def _key(language: str, stems: Iterable[str]) -> str:
    return f"{language}|{' '.join(stems)}"


def files() -> list[Path]:
    """The lexicon files."""
    return sorted(ROOM.glob("*.yaml"))


def _read(path: Path, words: bool = True) -> dict[str, Any]:
    """A lexicon file; ``words`` takes every value as text, for *no* and *on* are words here."""
    found = yaml_files.read(path, plain=words)
    return found if isinstance(found, dict) else {}


def _of_lexicon(language: str, found: dict[str, Any]) -> Iterator[tuple[str, Meaning]]:
    for text in found.get("nothing", []):
        for phrase in str(text).split(","):
            yield phrase.strip(), Meaning("nothing", "", language)
    for phrase in found.get("refused", []):
        yield str(phrase), Meaning("refused", "", language)
    for kind, section in (
        *(("mark", "marks"), ("class", "classes"), ("operator", "operators")),
        *(("time", "times"), ("status", "statuses"), ("side", "sides")),
    ):
        for name, phrases in found.get(section, {}).items():
            for phrase in phrases:
                yield str(phrase), Meaning(kind, str(name), language)
    for name, entry in found.get("asks", {}).items():
        for phrase in entry["say"]:
            yield str(phrase), Meaning("ask", str(name), language)


def _of_queries(catalogue: Catalogue) -> Iterator[tuple[str, Meaning]]:
    for query in catalogue.queries.values():
        for saying in query.words:
            for phrase in saying.say:
                yield (
                    phrase,
                    Meaning(
                        "column",
                        f"{query.name}.{saying.object}",
                        saying.language,
                        saying.subject,
                        tuple(sorted(saying.holds.items())),
                    ),
                )


def _of_ontology() -> Iterator[tuple[str, Meaning]]:
    for term in ontology().classes:
        for language, label in term.labels.items():
            if language in LANGUAGES:
                yield label, Meaning("class", term.graph_name, language)


def _fits(way: dict[str, Any], catalogue: Catalogue) -> bool:
    """Whether a setting names a query and columns that exist."""
    query = catalogue.queries.get(way["query"])
    named = {way[k] for k in ("from", "to", "column") if k in way}
    return query is not None and named <= query.kinds.keys()


def _forms(found: dict[str, Any], section: str) -> dict[str, str]:
    """Other forms or spellings of a word: form -> word, as compared."""
    return {
        " ".join(folded(form)): " ".join(folded(base))
        for base, forms in found.get(section, {}).items()
        for form in forms
    }


def compile_vocabulary(catalogue: Catalogue) -> Vocabulary:
    """The vocabulary of all queries and lexicon files; QueryError names a bad file."""
    common = _read(ROOM / "common.yaml", words=False)
    asks: dict[str, list[str]] = {}
    irregular: dict[str, dict[str, str]] = {}
    spellings: dict[str, dict[str, str]] = {}
    in_english: dict[str, str] = {}
    entries = [*_of_queries(catalogue), *_of_ontology()]
    for language in LANGUAGES:
        found = _read(ROOM / f"{language}.yaml")
        entries += _of_lexicon(language, found)
        for name, entry in found.get("asks", {}).items():
            asks.setdefault(str(name), [str(c) for c in entry["columns"]])
        for english, others in found.get("in_texts", {}).items():
            in_english |= {" ".join(folded(o)): english for o in others}
        irregular[language] = _forms(found, "irregular")
        spellings[language] = _forms(found, "spellings")
    phrases: dict[str, list[Entry]] = {}
    for phrase, meaning in entries:
        written = folded(phrase)
        if written:
            odd = irregular.get(meaning.language, {})
            key = _key(meaning.language, (stem(odd.get(w, w), meaning.language) for w in written))
            if (written, meaning) not in phrases.setdefault(key, []):
                phrases[key].append((written, meaning))

    def ways(section: str) -> list[dict[str, Any]]:
        return [w for w in common.get(section, []) if _fits(w, catalogue)]

    return Vocabulary(
        Unread(texts_of(phrases), _entries),
        asks=asks,
        implied=ways("implied"),
        sizes=ways("sizes"),
        irregular=irregular,
        spellings=spellings,
        stated=ways("stated"),
        dated=ways("dated"),
        lived=ways("lived"),
        served=ways("served"),
        ranked=common.get("ranked", {}),
        compares=common.get("compares", {}),
        homes=common.get("homes", []),
        sided=common.get("sided", {}),
        roles=common.get("roles", {}),
        texts=common.get("texts", {}),
        in_english=in_english,
        instead=common.get("instead", {}),
        undated=common.get("undated", []),
        counted=common.get("counted", {}),
        enye=sorted({w.text for phrase, _ in entries for w in words(phrase) if w.enye}),
        free=[
            q.name
            for q in catalogue.queries.values()
            if any(c.name in FREE_TEXTS for c in q.columns)
        ],
    )


def fingerprint(catalogue: Catalogue) -> str:
    """A hash of all that the vocabulary is made from."""
    room = Path(__file__).parent
    code = [room.parent / "folding.py", *(room / name for name in _CODE)]
    return mark_of([*files(), *code], catalogue.fingerprint)


_made: dict[str, Vocabulary] = {}


def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """The compiled vocabulary, kept in the user's cache folder like the catalogue."""
    mark = fingerprint(catalogue)
    if mark not in _made:
        found = kept("vocabulary", mark, lambda: _as_json(compile_vocabulary(catalogue)))
        phrases = Unread(found["phrases"], _entries)
        _made[mark] = Vocabulary(**{**found, "phrases": phrases})
    return _made[mark]


def _as_json(found: Vocabulary) -> dict[str, Any]:
    settings = {f.name: getattr(found, f.name) for f in fields(found)}
    return {**settings, "phrases": found.phrases.texts, "forms": found.speller.as_texts()}


@cache
def ancestors(label: str) -> frozenset[str]:
    """The labels of a class and of all classes that it is a kind of."""
    term = ontology().by_label.get(label)
    if term is None:
        return frozenset({label})
    model = ontology()
    above = {model.terms[a].graph_name for a in model.ancestors(term.iri) if a in model.terms}
    return frozenset({label, "Entity", *above})


@cache
def compatible(one: str, other: str) -> bool:
    """Whether something can be of both classes, as far as their order tells."""
    return one in ancestors(other) or other in ancestors(one)

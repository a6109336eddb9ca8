"""A question becomes readings: forms that use each of its words, cheapest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from queries.ask.chart import MOST_JOINS, Chart
from queries.ask.common import is_common
from queries.ask.forms import AllOf, Cond, Entity, Rel, When
from queries.ask.names import Lexicon, Named, bare
from queries.ask.naming import kind_of
from queries.ask.numbers import numbers_in
from queries.ask.pieces import Marks, Piece
from queries.ask.times import dates_in
from queries.ask.vocabulary import FREE_TEXTS, Said, Vocabulary, ancestors
from queries.ask.words import ARTICLES, Word, stem, words
from queries.catalogue import Catalogue
from queries.header import AT

MOST_TOKENS = 16  # that mean something, in one question
MOST_SAME = 4  # of them that are one word
MOST_CHARACTERS = 600
_DROPPED = 0.15  # what it costs to leave out a word that may mean something
_DENIED = 1.0  # what it costs to leave out a word that denies: "apart from terrorism"
_UNGROUPED = 0.45  # what it costs to leave out *each*: in "list each brother" it says nothing
# Kinds whose names say nothing by their single words; an event's name is made of common ones.
_CLOSED = frozenset(
    {
        *("Person", "CriminalOrganization", "Organization", "Court", "Country", "Place"),
        *("Office", "Administration", "Transfer", "LegalInstrument"),
    }
)
_PROPER = frozenset({"Person", "CriminalOrganization", "Organization", "Court", "Country", "Place"})
_FIXED = frozenset(
    {"nothing", "ask", "operator", "time", "side"}
)  # phrases that are meant as a whole
_FOREIGN = 0.12  # what it costs that a word is of the other language than the question
_NAMESAKE = 0.3  # what it costs that a document is meant which is called like what it tells of
_WHICH = frozenset({"which", "what", "que", "cual", "cuales"})
_DESCRIBED = 0.4  # what it costs that *which agreement on X* is the name of an agreement
_GENITIVE = 5  # letters that a name with its s has at least
_ASIDE = 0.05  # what it costs that the name of a column asks for it beside others
_TEXT = 0.2  # what it costs to look for a word in texts
_FREE = 0.3  # and in free ones
_MOST_TEXT = 4  # words of a phrase that stands in texts
_HOME = {"offence": "charges"}  # the query that a text by itself asks for
_AWAY = 0.15  # what it costs that a word for such a text is of another query
_OF_A_MARK = 2  # small words that an opening mark outweighs: some write it in English too
_TYPING = 0.7  # what it costs to read a word of the vocabulary for one that is misspelt


@dataclass
class Understanding:
    """The readings of a question, and the words that have no meaning here."""

    language: str
    readings: list[Piece] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    too_long: bool = False
    refused: bool = False


@dataclass
class _Lattice:
    """Pieces by where they stand, in words; and the words that may be left out."""

    said: list[Word]
    pieces: list[tuple[int, int, Piece]] = field(default_factory=list)
    silent: dict[int, set[str]] = field(default_factory=dict)  # word -> its marks
    names: list[Named] = field(default_factory=list)


def language_of(question: str, said: list[Said]) -> str:
    """English or Spanish, by marks and by the languages of the small words.

    The word that a question begins with counts twice: *El* and *a* further on may be of a name.
    """
    votes = {"en": 0, "es": _OF_A_MARK if any(c in question for c in "¿¡") else 0}
    for start, _, language in {(s.start, s.end, s.meaning.language) for s in said}:
        votes[language] += 1 if start else 2
    return "es" if votes["es"] > votes["en"] else "en"


def understand(
    question: str, catalogue: Catalogue, vocabulary: Vocabulary, lexicon: Lexicon
) -> Understanding:
    """All readings of a question, cheapest first; or the words that kept it from having any."""
    said = vocabulary.spelled(words(question[:MOST_CHARACTERS]))
    said = _without_genitives(said, vocabulary, lexicon)
    meanings = vocabulary.said(said)
    language = language_of(question, meanings)
    found = Understanding(language)
    if _is_refused(meanings):
        found.refused = True
        return found
    if len(question) > MOST_CHARACTERS:
        found.too_long = True
        return found
    lattice = _lattice(said, meanings, catalogue, vocabulary, lexicon, language)
    bent = [
        n
        for n in _bent(lattice, lattice.names, lexicon, vocabulary)
        if vocabulary.speller.near(said[n].text)
    ]
    wrong = _unknown(lattice) + bent
    corrected = _corrected(said, wrong, vocabulary) if wrong else {}
    if corrected:
        said = [replace(w, text=corrected.get(n, w.text)) for n, w in enumerate(said)]
        meanings = vocabulary.said(said)
        if _is_refused(meanings):
            found.refused = True
            return found
        lattice = _lattice(said, meanings, catalogue, vocabulary, lexicon, language)
    for n in bent:  # as near to several words as to a name: it may be any of them
        if n not in corrected:
            lattice.pieces = [p for p in lattice.pieces if not p[0] <= n < p[1]]
    covered = _covered(lattice)
    found.unknown = [question[said[n].start : said[n].end] for n in _unknown(lattice)]
    kept = [n for n in range(len(said)) if n in covered]
    if found.unknown or not kept:
        return found
    if len(kept) > MOST_TOKENS or max(Counter(said[n].text for n in kept).values()) > MOST_SAME:
        found.too_long = True
        return found
    chart = Chart(catalogue, vocabulary, lexicon.labels_of, language, lexicon.usual)
    tokens, marks = _tokens(lattice, kept)
    # Every reading has the corrected words, so what they cost does not choose among them.
    typing = _TYPING * len(corrected)
    found.readings = [replace(p, cost=p.cost + typing) for p in chart.readings(tokens, marks)]
    found.too_long = chart.joins > MOST_JOINS
    return found


def _lattice(
    said: list[Word],
    meanings: list[Said],
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    language: str,
) -> _Lattice:
    lattice = _Lattice(said)
    content = [s for s in meanings if s.meaning.kind not in ("nothing", "mark", "refused")]
    small = {
        (s.start, s.end)
        for s in meanings
        if s.meaning.kind in ("nothing", "mark") and s.meaning.language == language
    }
    content = [
        s if s.meaning.language == language else s._replace(cost=s.cost + _FOREIGN)
        for s in content
        if s.meaning.language == language or (s.start, s.end) not in small
    ]
    # "when" at the beginning asks for a date, and says no time
    first = {(s.start, s.end) for s in content if s.meaning.kind == "ask" and s.start == 0}
    content = [s for s in content if s.meaning.kind != "time" or (s.start, s.end) not in first]
    if any(m.meaning.kind == "nothing" and (m.start, m.end) == (0, 1) for m in meanings):
        # "List each brother": a word that says nothing is a command at the beginning, not a noun
        content = [s for s in content if (s.start, s.end) != (0, 1) or not _is_noun(s)]
    for one in meanings:
        if one.meaning.kind in ("nothing", "mark"):
            for at in range(one.start, one.end):
                lattice.silent.setdefault(at, set())
            if one.meaning.kind == "mark":
                lattice.silent[one.start].add(one.meaning.name)
    spoken = (
        frozenset(w.text for n, w in enumerate(said) if n in lattice.silent)
        | frozenset(said[s.start].text for s in content if s.end - s.start == 1)
        | frozenset(w.text for w in said if vocabulary.is_irregular(w.text))
    )
    dates = dates_in([w.text for w in said], language)
    names = lattice.names = [n for n in lexicon.named(said, spoken) if not _cuts(n, dates)]
    inside = {
        (n.start, n.end)
        for n in names
        if n.how == "whole"
        and len(bare(tuple(w.text for w in said[n.start : n.end]))) > 1
        and any(kind_of(lexicon.labels_of(i)) in _CLOSED for i in n.ids)
    }
    meanings = [m for m in meanings if not any(_crosses((m.start, m.end), n) for n in inside)]
    content = [s for s in content if not any(_crosses((s.start, s.end), n) for n in inside)]
    inside |= set(dates)
    small_words = {s.start for s in meanings if s.meaning.kind == "mark"}
    empty = {
        (m.start, m.end)
        for m in meanings
        if m.end - m.start > 1
        and (
            m.meaning.kind in _FIXED
            or (m.meaning.kind == "column" and m.end - 1 not in small_words)
        )
    }

    def within(start: int, end: int, spans: set[tuple[int, int]]) -> bool:
        return any(a <= start and end <= b and (end - start) < (b - a) for a, b in spans)

    def hidden(start: int, end: int) -> bool:
        return within(start, end, inside) or within(start, end, empty)

    for (start, end), period in dates.items():
        lattice.pieces.append((start, end, Piece("time", when=When("during", period))))
    for named in names:
        if not hidden(named.start, named.end):
            lattice.pieces += _of_name(named, lexicon, said)
    for one in content:
        if not hidden(one.start, one.end):
            lattice.pieces += [(one.start, one.end, p) for p in _of_meaning(one, catalogue)]
    for n, word in enumerate(said):
        year = (n, n + 1) in dates
        if word.text.isdecimal() and len(word.text) < 5 and not year and not hidden(n, n + 1):
            lattice.pieces.append((n, n + 1, Piece("number", number=int(word.text))))
    for (start, end), number in numbers_in([w.text for w in said]).items():
        if not hidden(start, end):
            lattice.pieces.append((start, end, Piece("number", number=number)))
    _texts(lattice, vocabulary, lexicon)
    for start in list(lattice.silent):
        if within(start, start + 1, inside):
            del lattice.silent[start]
    return lattice


def _is_noun(one: Said) -> bool:
    return one.meaning.kind == "column" and one.meaning.subject is None


def _cuts(named: Named, dates: Iterable[tuple[int, int]]) -> bool:
    """Whether a name ends or begins within a date: *transfer of 2026* in front of *-01-20*."""
    return any(_crosses((named.start, named.end), date) for date in dates)


def _crosses(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches of words have some in common, and each some of its own."""
    return one[0] < other[0] < one[1] < other[1] or other[0] < one[0] < other[1] < one[1]


def _of_name(named: Named, lexicon: Lexicon, said: list[Word]) -> list[tuple[int, int, Piece]]:
    """A name as pieces, one for each kind of thing that it may be."""
    text = " ".join(w.text for w in said[named.start : named.end])
    asked = named.start > 0 and said[named.start - 1].text in _WHICH
    by_kind: dict[str, list[str]] = {}
    for entity in named.ids:
        by_kind.setdefault(kind_of(lexicon.labels_of(entity)), []).append(entity)
    return [
        (
            named.start,
            named.end,
            Piece(
                "set",
                Entity(tuple(ids), kind, text),
                named.cost
                + _part_cost(named, kind)
                + (_DESCRIBED if kind == "Event" and asked else 0.0)
                + (_NAMESAKE if kind == "Source" and len(by_kind) > 1 else 0.0),
            ),
        )
        for kind, ids in by_kind.items()
    ]


def _part_cost(named: Named, kind: str) -> float:
    """Part of a name is a person's before it is that of anything else."""
    if kind == "Event":
        return 0.3  # its name is made of common words, which may be meant as such
    return 0.0 if named.how == "whole" or kind == "Person" else 0.15


def _of_meaning(one: Said, catalogue: Catalogue) -> list[Piece]:
    meaning = one.meaning
    if meaning.kind == "class":
        return [Piece("set", AllOf(meaning.name), one.cost)]
    if meaning.kind == "ask" and meaning.name in ("identity", "patient"):
        tail = frozenset({"do"} if meaning.name == "patient" else ())
        return [Piece("set", AllOf("Actor"), one.cost, wh=True, tail=tail)]
    if meaning.kind == "ask" and meaning.name == "whose":  # "whose son", "whose arrest"
        either = Piece("set", AllOf("Actor"), one.cost, wh=True)
        asked = either if meaning.language == "es" else Piece("ask", cost=one.cost, name="whose")
        return [asked, Piece("whose", cost=one.cost)]
    if meaning.kind in ("ask", "operator"):
        return [Piece(meaning.kind, cost=one.cost, name=meaning.name)]
    if meaning.kind == "side":
        return [Piece("side", cost=one.cost, name=meaning.name)]
    if meaning.kind == "time":
        return [Piece("time word", cost=one.cost, name=meaning.name)]
    if meaning.kind == "status":
        return [Piece("status", cost=one.cost, name=meaning.name)]
    name, column = meaning.name.split(".")
    query = catalogue.queries[name]
    conds = tuple(Cond(name, value=value) for name, value in meaning.holds if name != AT)
    if meaning.subject is not None:
        at = dict(meaning.holds).get(AT, "")
        rel = Rel(name, None, conds, subject=meaning.subject, object=column, at=at)
        return [Piece("rel", rel, one.cost)]
    if query.column(column).entity:
        pieces = [Piece("set", Rel(name, column, conds), one.cost)]
        # no verdict has a "murder" that could be asked for, though it has a case or a step of one
        above = ancestors(query.kinds[column])
        happened = "Event" in above and "LegalEvent" not in above
        if column not in (query.source, query.target) and not conds and not happened:
            pieces.append(Piece("ask", cost=one.cost + _ASIDE, name=column))
        return pieces
    # a noun for an attribute: the nickname of somebody, the law of a transfer
    things = query.things
    focus = query.target if query.target in things else (query.source or things[0])
    away = _AWAY if _HOME.get(column, name) != name else 0.0
    return [Piece("set", Rel(name, focus, conds), one.cost + away, asks=(column,))]


def _covered(lattice: _Lattice) -> set[int]:
    return {n for start, end, _ in lattice.pieces for n in range(start, end)}


def _texts(lattice: _Lattice, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
    """Words that stand in texts of the graph: *fentanyl* in what people are charged with."""
    said = [w.text for w in lattice.said]
    spoken = {
        p.form.query for _, _, p in lattice.pieces if isinstance(p.form, Rel)
    }  # queries of which the question says a word
    covered = _covered(lattice)
    whole = {
        (a, b)
        for a, b, p in lattice.pieces
        if isinstance(p.form, Entity) and p.cost == 0.0 and p.form.label in _PROPER
    }
    for start in range(len(said)):
        for end in range(start + 1, min(len(said), start + _MOST_TEXT) + 1):
            phrase = " ".join(said[start:end])
            english = vocabulary.in_english.get(phrase, phrase if end == start + 1 else None)
            if english is None or (end == start + 1 and start in lattice.silent):
                continue
            if (start, end) in whole:
                continue
            stems = tuple(stem(w, "en") for w in english.split())
            for column, predicates in vocabulary.texts.items():
                present = lexicon.text_stems(predicates)
                if not present.issuperset(stems) or len(english) < 3 or english.isdigit():
                    continue
                free = column in FREE_TEXTS
                if free and start in covered and not spoken & vocabulary.with_text:
                    continue
                cost = _TEXT + (_FREE if free else 0.0)
                piece = Piece(
                    "value", cost=cost, cond=Cond(column, holds=stems), query=_HOME.get(column, "")
                )
                lattice.pieces.append((start, end, piece))


def _is_refused(meanings: list[Said]) -> bool:
    """Whether an opinion is asked for, or a deed."""
    return any(m.meaning.kind == "refused" for m in meanings)


def _unknown(lattice: _Lattice) -> list[int]:
    """The words that no piece covers and that may not be left out."""
    covered = _covered(lattice)
    return [n for n in range(len(lattice.said)) if n not in covered and n not in lattice.silent]


def _corrected(said: list[Word], wrong: list[int], vocabulary: Vocabulary) -> dict[int, str]:
    """Words that mean nothing here as they were meant, by place, where that is clear."""
    meant = {n: vocabulary.speller.meant(said[n].text) for n in wrong}
    return {n: text for n, text in meant.items() if text}


def _without_genitives(said: list[Word], vocabulary: Vocabulary, lexicon: Lexicon) -> list[Word]:
    """*Menchos wife*: a name with an s that has lost its apostrophe is the name."""
    found = list(said)
    for n, word in enumerate(said[:-1]):
        if len(word.text) < _GENITIVE or not word.text.endswith("s") or vocabulary.said([word]):
            continue
        bare = replace(word, text=word.text[:-1], end=word.end - 1)
        written, without = lexicon.named([word], frozenset()), lexicon.named([bare], frozenset())
        dear = min((name.cost for name in written), default=1.0)
        if any(name.how in ("whole", "part", "word") and name.cost < dear for name in without):
            found[n] = bare
    return found


def _bent(
    lattice: _Lattice, names: list[Named], lexicon: Lexicon, vocabulary: Vocabulary
) -> list[int]:
    """Words to which only a name is near, by its letters or its sound: they may be another word misspelt."""
    bent = [n for n in names if n.how in ("letters", "sound")]
    alone = {n.start for n in bent if n.end - n.start == 1}
    alone |= {
        w for n in bent for w in range(n.start, n.end) if not lexicon.has_word(lattice.said[w].text)
    }
    otherwise = {
        n
        for start, end, piece in lattice.pieces
        if not isinstance(piece.form, Entity) or end - start > 1
        for n in range(start, end)
    }
    events = {
        (n.start, n.end)
        for n in bent
        if all(kind_of(lexicon.labels_of(entity)) == "Event" for entity in n.ids)
    }
    described = {n for start, end in events if end - start > 1 for n in range(start, end)}
    # The names of events are made of usual words, one of which may be what was meant.
    meant = {n: vocabulary.speller.meant(lattice.said[n].text) for n in described & alone}
    usual = {n for n, text in meant.items() if text and is_common(text)}
    return sorted((alone - otherwise - set(lattice.silent)) | usual)


def _tokens(
    lattice: _Lattice, kept: list[int]
) -> tuple[list[list[tuple[int, Piece]]], list[Marks]]:
    """Pieces by token instead of by word, and the marks before each token."""
    at = {word: token for token, word in enumerate(kept)}
    tokens: list[list[tuple[int, Piece]]] = [[] for _ in kept]
    each, without = set(), set()
    for start, end, piece in lattice.pieces:
        tokens[at[start]].append((at[end - 1] + 1, piece))
        if piece.kind == "operator" and piece.name == "each":
            each |= {*range(start, end)}
        if piece.kind == "operator" and piece.name == "not":
            without |= {*range(start, end)}
    for word in kept:
        if word in lattice.silent:
            small = frozenset(lattice.silent[word])
            cost = _UNGROUPED if word in each else _DROPPED
            if word in without:
                cost = _DENIED
            said = int(lattice.said[word].text not in ARTICLES)
            nothing = Piece("nothing", cost=cost, lead=small, tail=small, dropped=said)
            tokens[at[word]].append((at[word] + 1, nothing))
    marks: list[Marks] = []
    before = -1
    for word in kept:
        between = range(before + 1, word)
        marks.append(frozenset(m for n in between for m in lattice.silent.get(n, ())))
        before = word
    if marks and marks[0]:  # before a class they say whether it is one that does something
        tokens[0] = [
            (end, replace(p, lead=marks[0]) if isinstance(p.form, AllOf) else p)
            for end, p in tokens[0]
        ]
    return tokens, marks

"""Names: every way in which people say them, and what is none."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.stores import Store
from queries.ask import Known, Lexicon, lexicon_of, names_index, vocabulary
from queries.ask.names import Named
from queries.ask.names_build import settings
from queries.ask.naming import INITIAL, JOINED, ORDER, PART, SOUND, TYPED, WHOLE, WORD
from queries.ask.spelling import nearest, rests, sound
from queries.ask.vocabulary import Vocabulary, files
from queries.ask.words import folded, words
from queries.catalogue import catalogue
from queries.folding import fold
from tests.packaged_store import cached, own_copy

POSIX = os.name == "posix"


@pytest.fixture(autouse=True, scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What is kept in a user's cache is not kept in the developer's."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="module")
def spoken() -> Vocabulary:
    return vocabulary(catalogue())


@pytest.fixture(scope="module")
def lexicon(packaged: Store) -> Lexicon:
    return lexicon_of(packaged)


def common(question: str, spoken: Vocabulary) -> frozenset[str]:
    """The words of a question that have a meaning of their own."""
    said = words(question)
    found = spoken.said(said)
    small = {s for s in found if s.meaning.kind in ("nothing", "mark")}
    return (
        frozenset(said[n].text for s in small for n in range(s.start, s.end))
        | frozenset(said[s.start].text for s in found if s.end - s.start == 1)
        | frozenset(w.text for w in said if spoken.is_irregular(w.text))
    )


def named(question: str, lexicon: Lexicon, spoken: Vocabulary | None = None) -> Named | None:
    """The cheapest name that the whole of a text is."""
    said = words(question)
    found = lexicon.named(said, common(question, spoken) if spoken else frozenset())
    every = [n for n in found if (n.start, n.end) == (0, len(said))]
    return min(every, key=lambda n: n.cost) if every else None


# --- Ways of naming -------------------------------------------------------------------------------


def person(identifier: str, *names: str, labels: str = "Actor Person") -> Known:
    return Known(f"person/{identifier}", names[0], frozenset({"Entity", *labels.split()}), names)


MADE = Lexicon.of(
    [
        person("ana", "Ana Lucía Guzmán Robles", "La Jefa"),
        person("bruno", "Bruno Guzmán Robles", "El Zorro", "Z-40"),
        person("carla", "Carla Villarreal Ximénez", "La Zorra"),
        person("dora", "Dora Robles Guzmán", "El Zorro"),
        person("tomas", "J. Tomás Valiente"),
        person("norte", "Cartel of the North", "Los Norteños", labels="Actor CriminalOrganization"),
        person("corte", "District Court of Alaska", labels="Organization Court"),
        person("ley", "Statement by experts on the Robles trial", labels="Event Statement"),
    ]
)
ANA, BRUNO, CARLA, DORA = (f"person/{p}" for p in ("ana", "bruno", "carla", "dora"))

WAYS = [
    ("Bruno Guzmán Robles", (BRUNO,), WHOLE, "whole"),
    ("BRUNO GUZMAN ROBLES", (BRUNO,), WHOLE, "whole"),
    ("La Jefa", (ANA,), WHOLE, "whole"),
    ("jefa", (ANA,), WHOLE, "whole"),
    ("el zorro", (BRUNO, DORA), WHOLE, "whole"),
    ("z-40", (BRUNO,), WHOLE, "whole"),
    ("z 40", (BRUNO,), WHOLE, "whole"),
    ("Z40", (BRUNO,), JOINED, "joined"),
    ("elzorro", (BRUNO, DORA), JOINED, "joined"),
    ("el zor ro", (BRUNO, DORA), JOINED, "joined"),
    ("Guzmán Robles, Ana Lucía", (ANA,), ORDER, "order"),
    ("Robles Guzmán, Dora", (DORA,), ORDER, "order"),
    ("Bruno Guzmán", (BRUNO,), PART, "part"),
    ("Bruno Robles", (BRUNO,), PART, "part"),
    ("Zorro Guzmán", (BRUNO, DORA), PART, "part"),
    ("Guzmán Robles", (ANA, BRUNO, DORA), PART, "part"),
    ("guzmanrobles", (ANA, BRUNO, DORA), PART + JOINED, "joined"),
    ("A. L. Guzmán Robles", (ANA,), PART + INITIAL, "initials"),
    ("C. Villarreal", ("person/carla",), PART + INITIAL, "initials"),
    ("Guzmán", (ANA, BRUNO, DORA), WORD, "part"),
    ("alaska", ("person/corte",), WORD, "part"),
    ("Carla Billareal Jimenes", (CARLA,), SOUND, "sound"),
    ("Guzman Roblez, Ana Lucia", (ANA,), ORDER + SOUND, "sound"),
    ("villareal", (CARLA,), WORD + SOUND, "sound"),
    ("Bruno Gumzan Robles", (BRUNO,), TYPED, "letters"),
    ("villarreeal", (CARLA,), WORD + SOUND, "sound"),
    ("vilarrael", (CARLA,), WORD + TYPED, "letters"),
    ("los nortenios", ("person/norte",), TYPED, "letters"),
    ("los nortenos", ("person/norte",), WHOLE, "whole"),
    ("north", None, 0.0, ""),
    ("statement by experts on the Robles trail", ("person/ley",), TYPED, "letters"),
    ("cartel", None, 0.0, ""),
    ("district court", None, 0.0, ""),
    ("experts", None, 0.0, ""),
    ("ana bruno", None, 0.0, ""),
    ("zora", None, 0.0, ""),
    ("", None, 0.0, ""),
]


@pytest.mark.parametrize(("said", "ids", "cost", "how"), WAYS)
def test_a_name_is_found_in_all_ways_and_costs_as_much_as_the_way_is_far(
    said: str, ids: tuple[str, ...] | None, cost: float, how: str
) -> None:
    found = named(said, MADE)
    if ids is None:
        assert found is None
    else:
        assert found is not None
        assert (set(found.ids), round(found.cost, 2), found.how) == (set(ids), round(cost, 2), how)
        assert not found.more


def test_a_word_of_the_vocabulary_or_an_ordinary_one_is_never_bent() -> None:
    said = words("villareal")
    assert [n.ids for n in MADE.named(said, frozenset())] == [(CARLA,)]
    assert MADE.named(said, frozenset({"villareal"})) == []


def test_a_small_word_before_a_name_is_no_initial() -> None:
    spans = {(n.start, n.end) for n in MADE.named(words("a Guzmán y Villarreal"), frozenset())}
    assert spans == {(1, 2), (3, 4)}


def test_of_very_many_that_fit_the_best_known_are_given_and_it_is_said_that_there_are_more() -> (
    None
):
    many = Lexicon.of([person(f"{n:03}", f"Juan {chr(97 + n % 26) * 5} Prado") for n in range(60)])
    found = named("Prado", many)
    assert found is not None
    assert (len(found.ids), found.more, found.ids[0]) == (40, True, "person/000")


def test_entities_are_a_mapping_that_is_read_when_it_is_wanted() -> None:
    assert len(MADE.entities) == 8
    assert list(MADE.entities)[:2] == [ANA, BRUNO]
    assert MADE.entities[BRUNO].names == ("Bruno Guzmán Robles", "El Zorro", "Z-40")
    assert MADE.entities.get("person/nobody") is None
    assert MADE.labels_of("person/nobody") == frozenset()
    assert MADE.of_class("CriminalOrganization") == ["person/norte"]
    assert MADE.of_class("Person") == [ANA, BRUNO, CARLA, DORA, "person/tomas"]


# --- Spelling -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(
            ("gomez", "gomes"),
            ("vargas", "bargas"),
            ("castillo", "castiyo"),
            ("jimenez", "gimenez"),
        ),
        *(("ximena", "jimena"), ("hinojosa", "inojosa"), ("quiroz", "kiros"), ("cesar", "sesar")),
        *(("villarreal", "billareal"), ("enbajada", "embajada")),
    ],
)
def test_words_that_sound_alike_in_spanish_are_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_a_word_shares_a_rest_with_each_misspelling_and_is_the_nearest_to_it() -> None:
    drawn = random.Random(3)
    for word in ("zambada", "oseguera", "treviño", "villarreal", "fuentes"):
        for at in range(len(word)):
            letter = drawn.choice("abcdefghijklmnopqrstuvwxyz")
            for wrong in (
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            ):
                assert rests(word, 1) & rests(wrong, 1), wrong
                assert nearest(wrong, [word, "somethingelse"], 1) == [word]


# --- The packaged graph ---------------------------------------------------------------------------

COMPUTED = [
    ("the second transfer", "transfer/2025-08-12"),
    ("latest flight", "transfer/2026-01-20"),
    ("third handover", "transfer/2026-01-20"),
    ("primera entrega", "transfer/2025-02-27"),
    ("tercer vuelo", "transfer/2026-01-20"),
    ("la tercera", "transfer/2026-01-20"),
    ("última entrega", "transfer/2026-01-20"),
    ("the August 2025 flight", "transfer/2025-08-12"),
    ("flight of january", "transfer/2026-01-20"),
    ("vuelo de enero", "transfer/2026-01-20"),
    ("traslado de febrero de 2025", "transfer/2025-02-27"),
    ("the 2026 batch", "transfer/2026-01-20"),
    ("T1", "transfer/2025-02-27"),
    ("Trump's first term", "administration/trump-1"),
    ("segundo mandato de Donald Trump", "administration/trump-2"),
    ("sexenio de Peña Nieto", "administration/pena-nieto"),
    ("sexenio de AMLO", "administration/lopez-obrador"),
    ("Obama's presidency", "administration/obama"),
]


@pytest.mark.parametrize(("said", "identifier"), COMPUTED)
def test_things_in_an_order_of_time_are_named_by_it(
    said: str, identifier: str, lexicon: Lexicon
) -> None:
    found = [n for n in lexicon.named(words(said), frozenset()) if n.end == len(words(said))]
    widest = max(found, key=lambda n: n.end - n.start)
    assert (widest.ids, widest.start) == ((identifier,), int(said.startswith("the ")))


@pytest.mark.parametrize("said", ["fourth transfer", "the 2025 flight", "vuelo de marzo"])
def test_what_is_not_there_or_not_the_only_one_has_no_such_name(
    said: str, lexicon: Lexicon
) -> None:
    assert named(said, lexicon) is None


MISTAKES = (("z", "s"), ("s", "z"), ("v", "b"), ("b", "v"), ("ll", "y"), ("h", ""), ("ge", "je"),
            ("gi", "ji"), ("qu", "k"), ("c", "k"), ("rr", "r"), ("j", "x"), ("ce", "se"))  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ONE_NAME_OF = 3
ONE_OF = 12  # typing errors is tried: with all of them the test would take minutes


def variations(known: Known, name: str, drawn: random.Random) -> Iterator[str]:
    """A name as people write it: case, accents, order, initials, article, spelling, typing."""
    yield from (name.upper(), name.lower(), fold(name))
    parts = name.split()
    if "Person" in known.labels and len(parts) > 2:
        yield f"{' '.join(parts[-2:])}, {' '.join(parts[:-2])}"
        yield f"{parts[0][0]}. {' '.join(parts[1:])}"
    if len(parts) > 1 and parts[0].lower() in ("el", "la", "los", "las", "the"):
        yield " ".join(parts[1:])
    for word in words(name):
        text = name[word.start : word.end]
        if len(text) < 5 or not text.isalpha():
            continue
        for right, wrong in MISTAKES:
            if right in text and drawn.randrange(2):
                yield name[: word.start] + text.replace(right, wrong, 1) + name[word.end :]
        for at in range(len(text)):
            letter = drawn.choice(LETTERS)
            if drawn.randrange(ONE_OF) == 0:
                wrong = drawn.choice(
                    [
                        text[:at] + text[at + 1 :],
                        text[:at] + letter + text[at:],
                        text[:at] + letter + text[at + 1 :],
                        text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
                    ]
                )
                yield name[: word.start] + wrong + name[word.end :]


def test_names_are_found_however_they_are_written(lexicon: Lexicon, spoken: Vocabulary) -> None:
    """Words of the vocabulary count as such, so that some variations are rightly not bent."""
    drawn = random.Random(20250227)
    tried = right = single = alone = 0
    missed = []
    for known in lexicon.entities.values():
        for name in known.names:
            if drawn.randrange(ONE_NAME_OF):
                continue
            plain = named(name, lexicon, spoken)
            for said in variations(known, name, drawn):
                if len(words(said)) > 9:
                    continue
                found = named(said, lexicon, spoken)
                tried += 1
                if found is not None and known.id in found.ids:
                    right += 1
                else:
                    missed.append(said)
                if plain is not None and plain.ids == (known.id,):
                    single += 1
                    alone += found is not None and found.ids == (known.id,)
    assert tried > 2_500
    assert right >= 0.97 * tried, missed[:50]
    assert alone >= 0.95 * single


def test_ordinary_words_are_never_taken_for_a_name(
    lexicon: Lexicon, spoken: Vocabulary, packaged: Store
) -> None:
    """Words of the lexicons, of what sources say, and common ones, unless they are in a name."""
    texts = [path.read_text("utf-8") for path in files()]
    query = "MATCH (c:Claim) WHERE c.quote IS NOT NULL RETURN c.quote AS text"
    texts += [row["text"] for row in packaged.read(query).records]
    ordinary = {w.text for t in texts for w in words(t) if t[w.start].islower()}
    ordinary |= {w[0] for said in spoken.phrases.values() for w, _ in said if len(w) == 1}
    # A slip is put right before names are looked for: its word, which is here too, stands for it.
    ordinary -= {form for slips in spoken.spellings.values() for form in slips}
    in_names = {w for k in lexicon.entities.values() for n in k.names for w in folded(n)}
    computed = {w for (key,) in lexicon.index.execute("SELECT key FROM name") for w in key.split()}
    tried = sorted(w for w in ordinary - in_names - computed if w.isalpha())
    assert len(tried) >= 3000
    assert {w: found for w in tried if (found := named(w, lexicon, spoken))} == {}


# --- The file -------------------------------------------------------------------------------------


@pytest.fixture
def own(packaged_folder: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the packaged store, without an index."""
    with own_copy(packaged_folder, tmp_path / "store", "names-*") as store:
        yield store


def index_files(store: Store) -> list[Path]:
    return cached(store, "names-*")


MENCHO = ["person/nemesio-oseguera-cervantes"]


def test_an_index_is_made_once_and_for_its_user_alone(own: Store) -> None:
    assert lexicon_of(own).whole(("mencho",)) == MENCHO
    seal, index = index_files(own)
    before = index.stat()
    assert lexicon_of(own).whole(("mencho",)) == MENCHO
    assert index.stat().st_mtime_ns == before.st_mtime_ns
    if POSIX:
        assert {stat.S_IMODE(f.stat().st_mode) for f in (seal, index)} == {0o600}


def spoil_middle(index: Path) -> None:
    with index.open("rb+") as file:
        at = file.read().index(b"mencho")
        file.seek(at)
        file.write(b"nobody")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a changed letter": spoil_middle,
    "cut": lambda index: os.truncate(index, index.stat().st_size // 2),
    "empty": lambda index: index.write_bytes(b""),
    "not an index": lambda index: index.write_bytes(b"x" * index.stat().st_size),
    "gone": lambda index: index.unlink(),
    "no seal": lambda index: index.with_suffix(".json").unlink(),
    "a seal that is none": lambda index: index.with_suffix(".json").write_text("[5]"),
    "a seal of another": lambda index: index.with_suffix(".json").write_text(
        json.dumps({"size": index.stat().st_size, "digest": "0" * 64, "touched": [0, 0, 0]})
    ),
}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_index_is_made_anew(
    damage: str, large: bool, own: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        monkeypatch.setattr(names_index, "SMALL", 0)
    lexicon_of(own).index.close()
    index = next(f for f in index_files(own) if f.suffix == ".sqlite")
    whole = index.read_bytes()
    DAMAGE[damage](index)
    assert lexicon_of(own).whole(("mencho",)) == MENCHO
    assert index.read_bytes() == whole


def test_an_index_of_another_generation_or_version_is_removed(own: Store) -> None:
    lexicon_of(own).index.close()
    seal, index = index_files(own)
    for file in (seal, index):
        file.rename(file.with_stem("names-" + "0" * 32))
    lexicon_of(own).index.close()
    assert index_files(own) == [seal, index]


@pytest.mark.skipif(not POSIX or os.geteuid() == 0, reason="root may write everywhere")
def test_where_the_snapshot_cannot_be_written_the_index_goes_to_the_users_cache(
    own: Store, cache: Path
) -> None:
    folder = own.cache_folder()
    assert folder is not None
    folder.chmod(0o500)
    try:
        assert lexicon_of(own).whole(("mencho",)) == MENCHO
        assert index_files(own) == []
        kept = list((cache / "expediente" / "names").glob("*/names-*.sqlite"))
        assert len(kept) == 1
        assert stat.S_IMODE(kept[0].parent.stat().st_mode) == 0o700
    finally:
        folder.chmod(0o700)


def test_where_nothing_can_be_written_the_index_is_in_memory(
    own: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("no folder")
    monkeypatch.setattr(names_index, "folders", lambda store: iter([nowhere / "names"]))
    assert lexicon_of(own).whole(("mencho",)) == MENCHO
    assert index_files(own) == []


def test_an_index_cannot_be_written_through(own: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        lexicon_of(own).index.execute("DELETE FROM name")


def test_the_settings_of_names_name_classes_of_the_ontology() -> None:
    from ontology import ontology

    for one in settings()["series"]:
        assert one["class"] in ontology().by_label
        assert set(one["nouns"]) == {"en", "es"}

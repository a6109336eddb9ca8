"""Asking whatever people, programs and attackers may type: no failure, no change, no slow one.

The inputs are made from a fixed seed. ``python -m bench fuzz`` asks them in one process and tells
how long the slowest took; the tests ask fewer of them, and look at what came back.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from statistics import median, quantiles
from typing import Any, NamedTuple

from bench.measure import Bench

SEED = 20260222
COUNT, QUICK_COUNT = 10_000, 200
MOST_MS = 200.0

QUESTIONS = (
    "Who led the CJNG?",
    "¿Quiénes son los hermanos de Ovidio Guzmán López?",
    "Who was president of Mexico on 2015-02-27?",
    "siblings of the leaders of los zetas who were sent in 2025",
    "declaracion de culpabilidad de zambada: fecha, juez y corte",
    "How many people were handed over in 2026?",
    "which Zetas were on the first transfer",
    "¿A quién sucedió Sheinbaum?",
    "Is La Tuta related to El Mencho?",
    "de los 29, ¿quiénes tienen cargos por fentanilo?",
    "What did Trump warn about the trade talks?",
)
WORDS = (
    *("who", "whom", "which", "when", "where", "why", "how many", "is", "are", "was", "not", "and"),
    *("of", "by", "with", "in", "to", "before", "after", "since", "both", "each", "the", "all"),
    *("quién", "cuándo", "dónde", "cuántos", "de", "por", "con", "desde", "antes de", "ni", "y"),
    *("brothers", "wife", "leaders", "charged", "transferred", "sentenced", "president", "judge"),
    *("hermanos", "esposa", "líderes", "acusado", "trasladados", "sentencia", "gobierno", "juez"),
    *("El Mencho", "Guzmán", "CJNG", "Los Zetas", "Sinaloa", "Trump", "Ovidio", "H2", "z 40"),
    *("2025", "2026-01-20", "febrero de 2025", "29", "-1", "0", "99999999999", "1/2/3", "life"),
)
CYPHER = (
    *("MATCH (n) DETACH DELETE n", "') RETURN n //", "}) SET n.name = 'x' WITH n MATCH ({id: '"),
    *("CREATE (:Entity {id: 'x'})", "CALL db.labels()", "$person", "{person}", "LOAD CSV FROM 'x'"),
    *(
        "UNION ALL MATCH (a)--(b) RETURN a",
        "DROP INDEX i",
        "; DELETE WHERE { ?s ?p ?o }",
        "%s %(x)s",
    ),
    *("INSERT DATA { <a> <b> <c> }", "__import__('os')", "' OR '1'='1", "<script>", "../../etc"),
)
CONTROLS = (
    "\x00\x01\x07\x08\t\n\v\f\r\x1b\x7f\x85\xa0\xad\u200b\u200d\u2028\u202e\u2066\ufeff\ufffe"
)
QUOTES = "'\"`´‘’“”«»\\/|{}[]()<>$%&#@*~^?¿!¡;:"
SCRIPTS = (  # first code point and how many: Cyrillic, Greek, Arabic, Devanagari, Han, Kana, Hangul ...
    *((0x410, 64), (0x391, 57), (0x627, 36), (0x905, 49), (0x4E00, 900), (0x3041, 160)),
    *((0xAC00, 900), (0xFF01, 94), (0x1D400, 400), (0x1F300, 500), (0x0300, 96), (0x0660, 10)),
)
LIKE = str.maketrans("aceopxyAEOKMH", "асеорхуАЕОКМН")  # Latin letters as Cyrillic ones


class Fuzzed(NamedTuple):
    """An input: of which kind, and the question that it may still be answered as, if any."""

    kind: str
    text: str
    question: str | None = None
    free: bool = False  # made of words that mean something: it may be a question by chance


def _strewn(chance: random.Random, characters: str) -> Fuzzed:
    """A question with characters around its words, or anywhere: then they part words."""
    question = chance.choice(QUESTIONS)
    text, anywhere = list(question), chance.random() < 0.5
    places = [n for n, c in enumerate(question) if anywhere or c == " "] + [len(question)]
    for place in sorted(chance.choices(places, k=chance.randint(1, 12)), reverse=True):
        text.insert(place, chance.choice(characters))
    return Fuzzed("", "".join(text), question, free=anywhere)


def _control(chance: random.Random) -> Fuzzed:
    return _strewn(chance, CONTROLS)


def _quoted(chance: random.Random) -> Fuzzed:
    return _strewn(chance, QUOTES)


def _surrogate(chance: random.Random) -> Fuzzed:
    return _strewn(chance, "".join(chr(chance.randrange(0xD800, 0xE000)) for _ in range(5)))


def _cypher(chance: random.Random) -> Fuzzed:
    parts = chance.sample(CYPHER, chance.randint(1, 3))
    question = chance.choice([None, *QUESTIONS])
    return Fuzzed("", " ".join([question or "", *parts]).strip(), question)


def _long(chance: random.Random) -> Fuzzed:
    size = chance.choice([599, 600, 601, 5_000, 20_000])
    if chance.random() < 0.4:  # one word
        return Fuzzed("", chance.choice("aá1_.(é中") * size)
    text = " ".join(chance.choice(WORDS) for _ in range(size // 4))
    return Fuzzed("", text[:size], free=True)


def _repeated(chance: random.Random) -> Fuzzed:
    unit = " ".join(chance.sample(WORDS, chance.randint(1, 3)))
    times = chance.choice([2, 3, 7, 15, 40, 200])
    return Fuzzed("", chance.choice([" ", ", ", ""]).join([unit] * times), free=True)


def _script(chance: random.Random) -> Fuzzed:
    if chance.random() < 0.4:
        question = chance.choice(QUESTIONS)
        return Fuzzed("", question.translate(LIKE), question)
    words = []
    for _ in range(chance.randint(1, 9)):
        first, count = chance.choice(SCRIPTS)
        word = "".join(chr(first + chance.randrange(count)) for _ in range(chance.randint(1, 9)))
        words.append(chance.choice([word, word, chance.choice(WORDS)]))
    return Fuzzed("", " ".join(words), free=True)


def _shuffled(chance: random.Random) -> Fuzzed:
    parts = [chance.choice(WORDS) for _ in range(chance.randint(1, 14))]
    return Fuzzed("", chance.choice([" ", " ", ", ", ""]).join(parts), free=True)


def _random(chance: random.Random) -> Fuzzed:
    letters = chance.choice(
        ["abcdefghijklmnopqrstuvwxyz ", "0123456789-/. ", "".join(map(chr, range(1, 256)))]
    )
    return Fuzzed("", "".join(chance.choice(letters) for _ in range(chance.randint(20, 90))))


KINDS: dict[str, Callable[[random.Random], Fuzzed]] = {
    "control characters": _control,
    "quotes and brackets": _quoted,
    "lone surrogates": _surrogate,
    "Cypher and the like": _cypher,
    "very long": _long,
    "repeated words": _repeated,
    "mixed scripts": _script,
    "shuffled words": _shuffled,
    "random characters": _random,
}


def fuzzed(count: int) -> Iterator[Fuzzed]:
    """So many inputs, the kinds in turn; always the same ones."""
    kinds = list(KINDS)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        yield KINDS[kind](random.Random(f"{SEED} {number}"))._replace(kind=kind)


# --- The part of the benchmark --------------------------------------------------------------------


def fuzzing(bench: Bench) -> None:
    """All of it."""
    count = QUICK_COUNT if bench.quick else COUNT
    bench.say(f"## Fuzzed: {count:,} inputs that are no questions, in one process\n")
    found: dict[str, dict[str, Any]] = bench.child("bench.fuzzed", count)
    rows = [
        [kind, str(len(one["ms"])), str(one["answered"]), f"{median(one['ms']):.1f}",
         f"{quantiles(one['ms'], n=100)[94]:.1f}", f"{max(one['ms']):.0f}"]
        for kind, one in found.items()
    ]  # fmt: skip
    bench.table(
        ["kind, ms of the processor", "inputs", "answered", "median", "p95", "slowest"], rows
    )
    slowest = max(found.values(), key=lambda one: float(max(one["ms"])))
    bench.say(f"The slowest: {slowest['slowest']!r}")
    verdict = bench.found("the slowest fuzzed input", max(slowest["ms"]), "ms", MOST_MS)
    bench.say(f"{verdict.what}: {verdict.verdict()}.\n")


def asked(count: int) -> dict[str, dict[str, Any]]:
    """By kind: milliseconds of the processor for each input, how many had an answer, the slowest."""
    from kg.respond import respond
    from kg.session import Session

    with Session() as session:
        asker = session.asker
        for question in QUESTIONS:  # what is read once for each process is no part of an input
            respond(session, question, asker=asker)
        times: dict[str, list[tuple[float, str]]] = {kind: [] for kind in KINDS}
        answered: Counter[str] = Counter()
        for one in fuzzed(count):
            start = time.process_time()
            response = respond(session, one.text, asker=asker)
            times[one.kind].append(((time.process_time() - start) * 1000, one.text))
            answered[one.kind] += response["status"] == "answered"
        return {
            kind: {
                "ms": [ms for ms, _ in taken],
                "answered": answered[kind],
                "slowest": max(taken)[1][:120],
            }
            for kind, taken in times.items()
        }


def main() -> None:
    """The command line of the child."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzzed", description=__doc__)
    parser.add_argument("count", type=int)
    print(json.dumps(asked(parser.parse_args().count)))


if __name__ == "__main__":
    main()

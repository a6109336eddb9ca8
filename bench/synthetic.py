"""Made-up RDF of any size, the same on every machine and in every run.

``python -m bench.synthetic TRIPLES FILE[.gz]`` writes N-Triples: of ten triples one gives the
class of a subject, four lead to other subjects (a few of which are the targets of very many), and
five are a text, a text in a language, an integer, a date, and one more of several kinds.
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections.abc import Iterator
from pathlib import Path

TEN = 10  # triples of a subject
LINKS = 4
THINGS = "http://data.example.org/thing/"
TERMS = "http://terms.example.org/ns#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREDICATES = (
    "knows", "partOf", "memberOf", "near", "cites", "follows",
    "owns", "employs", "parentOf", "signed", "visited", "succeeds",
)  # fmt: skip
CLASSES = ("Person", "Organization", "Place", "Event", "Document")
LANGUAGES = ("en", "es", "es-mx", "fr", "nah")
WORDS = (
    "archivo", "border", "carta", "distrito", "evidence", "frontera", "harbour", "informe",
    "judge", "kilómetro", "letter", "mañana", "night", "office", "puerto", "quarter", "río",
    "señal", "testimony", "valley",
)  # fmt: skip
CHANGED_OF = 100  # in the changed variant, one subject of so many differs
BLANK_OF = 10  # in the variant with blank nodes, one subject of so many has no IRI
BLOCK = 2_000  # subjects written at a time


def subjects(triples: int) -> int:
    """How many subjects a file has; ValueError where it could not have so many triples."""
    if triples < TEN or triples % TEN:
        raise ValueError(f"{triples} triples cannot be made; ask for a multiple of {TEN}")
    return triples // TEN


def described(triples: int, *, changed: bool = False, blank: bool = False) -> Iterator[str]:
    """The ten lines of each subject.

    With ``changed`` one subject in a hundred has another integer, text and first target than
    without; with ``blank`` one in ten is a blank node.
    """
    count = subjects(triples)
    # Of the generator only random() is promised to give the same numbers in every Python.
    drawn = random.Random(20250227).random
    names = [f"_:b{i}" if blank and i % BLANK_OF == 0 else f"<{THINGS}{i}>" for i in range(count)]
    predicates = [f" <{TERMS}{name}> " for name in PREDICATES]
    types = [f" <{RDF_TYPE}> <{TERMS}{name}> .\n" for name in CLASSES]
    for i, subject in enumerate(names):
        other = changed and i % CHANGED_OF == 0
        lines = [subject + types[int(drawn() * len(types))]]
        first = int(drawn() * len(predicates))
        for n in range(LINKS):
            # Spread out, so that no triple of a subject is there twice.
            which = predicates[(first + n * 3) % len(predicates)]
            target = int(drawn() ** 2 * count)  # skewed: the first ones are met most often
            if other and n == 0:
                target = (target + count // 2) % count
            lines.append(f"{subject}{which}{names[target]} .\n")
        words = [WORDS[int(drawn() * len(WORDS))] for _ in range(6)]
        number = int(drawn() * 1_000_000) + other
        day = f"{1950 + i % 75}-{i % 12 + 1:02}-{i % 28 + 1:02}"
        told = f"changed {words[2]}" if other else words[2]
        lines.append(f'{subject} <{TERMS}name> "{words[0]} {words[1]} {i}" .\n')
        tag = LANGUAGES[i % len(LANGUAGES)]
        lines.append(f'{subject} <{TERMS}about> "{told} {words[3]} {words[4]} {i}"@{tag} .\n')
        lines.append(f'{subject} <{TERMS}count> "{number}"^^<{XSD}integer> .\n')
        lines.append(f'{subject} <{TERMS}day> "{day}"^^<{XSD}date> .\n')
        lines.append(subject + _last(i, words[5], number))
        yield "".join(lines)


def _last(i: int, word: str, number: int) -> str:
    kind = i % 4
    if kind == 0:
        return f' <{TERMS}weight> "{number / 100:.2f}"^^<{XSD}decimal> .\n'
    if kind == 1:
        return f' <{TERMS}count> "0{number}"^^<{XSD}integer> .\n'
    if kind == 2:
        return f' <{TERMS}about> "{word} «{i}»"@{LANGUAGES[(i + 1) % len(LANGUAGES)]} .\n'
    return f' <{TERMS}name> "{word} the \\"{i}th\\"" .\n'


def write(path: Path, triples: int, *, changed: bool = False, blank: bool = False) -> Path:
    """Writes a file, compressed where its name ends so, and returns its path.

    Raises ValueError, before anything is written, where there is no file of so many triples.
    """
    subjects(triples)
    blocks = _blocks(described(triples, changed=changed, blank=blank))
    if path.suffix == ".gz":
        # No time and no name inside, so that the same bytes are written each time.
        with path.open("wb") as raw, gzip.GzipFile("", "wb", 1, raw, mtime=0) as packed:
            packed.writelines(blocks)
    else:
        with path.open("wb") as plain:
            plain.writelines(blocks)
    return path


def _blocks(texts: Iterator[str]) -> Iterator[bytes]:
    block: list[str] = []
    for text in texts:
        block.append(text)
        if len(block) == BLOCK:
            yield "".join(block).encode()
            block.clear()
    yield "".join(block).encode()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.synthetic", description=__doc__)
    parser.add_argument("triples", type=int, metavar="TRIPLES", help=f"a multiple of {TEN}")
    parser.add_argument("file", type=Path, metavar="FILE[.gz]")
    parser.add_argument("--changed", action="store_true", help="one subject in 100 differs")
    parser.add_argument("--blank", action="store_true", help="one subject in 10 is a blank node")
    given = parser.parse_args()
    try:
        write(given.file, given.triples, changed=given.changed, blank=given.blank)
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()

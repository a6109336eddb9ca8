"""The files that are measured, and how they are read."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    import pyoxigraph as ox

SHARED = "EXPEDIENTE_SHARED"


@dataclass(frozen=True)
class Published:
    """What others reached on a file, in thousand triples a second.

    Measured once on two shared cores with a warm server: neosemantics (n10s) in its default and
    in its best setting, and rdflib-neo4j.
    """

    default: float
    best: float
    rdflib: float


@dataclass(frozen=True)
class Input:
    """A file to measure with."""

    name: str
    path: Path
    triples: int
    others: Published | None = None


UNESCO = ("unesco-thesaurus.ttl.gz", 75_172, Published(72, 68, 14))
DBPEDIA = ("dbpedia-fragment.ttl.gz", 25_000, Published(57, 48, 0.7))
MILLION = Published(36, 30, 12)  # of a file of the same shape as ours


def real() -> list[Input]:
    """UNESCO's thesaurus and a fragment of DBpedia, where the shared data is there.

    That is the folder in EXPEDIENTE_SHARED, else ``shared`` beside the repository.
    """
    beside = Path(__file__).resolve().parents[2] / "shared"
    folder = Path(os.environ.get(SHARED) or beside) / "scale"
    found = []
    for title, (name, triples, others) in (("UNESCO", UNESCO), ("DBpedia", DBPEDIA)):
        if (folder / name).is_file():
            found.append(Input(title, folder / name, triples, others))
    return found


def made(folder: Path, triples: int) -> Input:
    """A synthetic file, written when it is first wanted."""
    from bench.synthetic import write

    path = folder / f"synthetic-{triples}.nt"
    if not path.exists():
        write(path, triples)
    others = MILLION if triples == 1_000_000 else None
    return Input(f"synthetic {short(triples)}", path, triples, others)


def short(triples: int) -> str:
    """A round number as people say it: ``10 k``, ``1 M``."""
    return f"{triples // 1_000_000} M" if triples >= 1_000_000 else f"{triples // 1000} k"


def parsed(path: Path) -> Iterator[ox.Quad]:
    """The quads of a file, which may be compressed; its name tells the format."""
    import pyoxigraph as ox

    packed = path.suffix == ".gz"
    suffix = Path(path.stem).suffix if packed else path.suffix
    format_ = ox.RdfFormat.from_extension(suffix.removeprefix("."))
    if format_ is None:
        raise ValueError(f"{path} has no extension that names a format of RDF")
    if packed:
        with gzip.open(path, "rb") as file:
            yield from ox.parse(cast(IO[bytes], file), format=format_)
    else:
        yield from ox.parse(path=str(path), format=format_)

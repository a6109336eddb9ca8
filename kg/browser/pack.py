"""The pack: a folder with all that Neo4j Browser takes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.browser.guide import guide
from kg.browser.style import style
from kg.browser.texts import favourites, literal, parameters, picture, table
from kg.browser.words import words
from ontology import UserError, ontology
from queries import Query, catalogue
from queries.header import LANGUAGES

PORT = 8765
ADDRESS = f"http://localhost:{PORT}"
MADE = (1980, 1, 1, 0, 0, 0)  # of each entry of an archive, so that equal packs are equal bytes


@dataclass(frozen=True)
class Pack:
    """The files of a pack, by name."""

    files: dict[str, bytes]


def pack(address: str = ADDRESS) -> Pack:
    """All files; ``address`` is where they will be served."""
    queries = list(catalogue().queries.values())
    files = {"style.grass": style(ontology())}
    for lang in LANGUAGES:
        files[f"guide-{lang}.html"] = guide(ontology(), queries, favourites(), lang, address)
        files[f"parameters-{lang}.md"] = _parameters(queries, lang)
    found = {name: text.encode() for name, text in files.items()}
    for lang in LANGUAGES:
        found[f"favourites-{lang}.zip"] = _archive(_entries(queries, lang))
    return Pack(found)


def write_pack(folder: Path, address: str = ADDRESS) -> Pack:
    """Writes the files into a folder; UserError where it cannot be written."""
    made = pack(address)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise UserError(
            f"-o {folder}: the folder cannot be written ({error.strerror}); name another."
        ) from error
    return made


def _entries(queries: list[Query], lang: str) -> Iterator[tuple[str, str]]:
    """Paths in the archive with their texts: a folder a theme, in the order of the command."""
    said = words()
    own = said["own"]["folder"][lang]
    for at, one in enumerate(favourites(), 1):
        yield f"{own}/{at:02}_{one.name}.cypher", f"// {one.title[lang]}\n{one.text}\n"
    place: dict[str, int] = {}
    for query in queries:
        place[query.theme] = at = place.get(query.theme, 0) + 1
        path = f"{said['themes'][query.theme][lang]}/{at:02}_{query.name}"
        example, title = query.examples[0], query.title[lang]
        yield f"{path}_1.cypher", f"// {title}\n{table(query, example)}\n"
        drawn = f"// {title} · {said['picture'][lang].lower()}\n{picture(query, example)}\n"
        yield f"{path}_2.cypher", drawn


def _archive(entries: Iterator[tuple[str, str]]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in entries:
            entry = zipfile.ZipInfo(name, MADE)
            archive.writestr(entry, text.encode(), zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _parameters(queries: list[Query], lang: str) -> str:
    """For the files as they are: all parameters of a query in one line to paste, nulls included."""
    blocks = []
    for query in queries:
        if not query.parameters:
            continue
        values = parameters(query, query.examples[0])
        pairs = ", ".join(f"{name}: {literal(value)}" for name, value in values.items())
        blocks.append(
            f"## {query.title[lang]}\n\nqueries/{query.theme}/{query.name}.cypher\n\n"
            f"```\n:param {{{pairs}}}\n```\n"
        )
    return "\n".join(blocks)

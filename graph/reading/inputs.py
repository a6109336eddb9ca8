"""What a load reads: files, folders and standard input, each with a name, a format and a key."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from graph.reading.limits import MIB, Input, Limits, Trouble, open_packed
from graph.vocabulary import EXTENSIONS, FORMATS
from ontology import ExpedienteError, ReadError, UserError

ONLY_IF_NAMED = {"json": "jsonld", "xml": "rdfxml"}  # in a folder they may be anything
PACKED = ("gz", "bz2")
STANDARD_INPUT = "stdin"
RESERVED_KEY = "knowledge"


def _suffixes(name: str) -> tuple[str, str]:
    """A file's name without the extensions of syntax and packing, and that of syntax."""
    stem, _, last = name.rpartition(".")
    if stem and last.lower() in PACKED:
        name = stem
        stem, _, last = name.rpartition(".")
    if stem and last.lower() in EXTENSIONS | ONLY_IF_NAMED:
        return stem, last.lower()
    return name, ""


def key_of(name: str) -> str:
    """The key of a document: a slug of its file's name and digits of its whole name's hash."""
    if name == RESERVED_KEY:
        return RESERVED_KEY
    stem, _ = _suffixes(name.replace("\\", "/").rpartition("/")[2])
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:40].rstrip("-")
    # It begins the labels of blank nodes, which in RDF/XML may not begin with a digit.
    slug = slug if slug[:1].isalpha() else f"x{'-' if slug else ''}{slug}"[:40].rstrip("-")
    return f"{slug}-{hashlib.sha256(name.encode(errors='surrogateescape')).hexdigest()[:6]}"


def _format_of(name: str) -> ox.RdfFormat:
    known = FORMATS.get(EXTENSIONS.get(name.lower().lstrip("."), name.lower()))
    found = known or ox.RdfFormat.from_media_type(name)
    if found is None or found not in FORMATS.values():
        raise UserError(
            f"--syntax {name}: there is no such format; take one of {', '.join(FORMATS)}."
        )
    return found


def _in_folder(folder: Path) -> Iterator[tuple[str, Path]]:
    """The RDF files in a folder and below, in order, with their names."""

    def refuse(error: OSError) -> None:
        raise ReadError(
            error.filename, f"cannot be read ({error.strerror})", "check its rights"
        ) from None

    top = folder.resolve()
    for place, folders, files in os.walk(top, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            path = Path(place, file)
            if not file.startswith(".") and _suffixes(file)[1] in EXTENSIONS:
                yield (Path(top.name) / path.relative_to(top)).as_posix(), path


def _spooled(limits: Limits) -> IO[bytes]:
    """Standard input's bytes in a file without a name: they are hashed, then parsed."""
    try:
        spool = tempfile.TemporaryFile()  # noqa: SIM115 - read later, gone with the process
        while block := sys.stdin.buffer.read(MIB):
            spool.write(block)
            if spool.tell() > limits.document:
                raise ReadError(
                    STANDARD_INPUT,
                    f"is larger than {limits.document:,} bytes",
                    "split it into several files",
                )
    except OSError as error:
        raise ExpedienteError(
            f"standard input cannot be kept in {tempfile.gettempdir()}: {error.strerror}; "
            "name another folder in TMPDIR."
        ) from None
    return spool


def find_inputs(
    paths: Sequence[str],
    *,
    base: str | None = None,
    name: str | None = None,
    format: str | None = None,  # noqa: A002
    limits: Limits | None = None,
) -> list[Input]:
    """The files to read: files, folders (all RDF files in them, in order), ``-``: standard input.

    ``base`` is what relative IRIs are relative to, ``name`` the one document's name, ``format`` a
    key of FORMATS, an extension or a media type for all of them.  ReadError or UserError.
    """
    if base is not None:
        try:
            ox.NamedNode(base)
        except ValueError as error:
            raise UserError(f"--base {base}: {error}; give a whole IRI.") from None
    given = _format_of(format) if format else None
    found = [one for text in paths for one in _found(text, given)]
    if name is not None:
        if len(found) != 1:
            raise UserError(f"--name {name}: {len(found)} files cannot have one name; load one.")
        found = [(name, found[0][1])]
    _check_keys(found)
    # All formats are known before standard input is read.
    syntaxes = [given or _syntax_of(file) for _, file in found]
    limits = limits or Limits()
    return [
        Input(name, file, syntax, base, None if file else _spooled(limits))
        for (name, file), syntax in zip(found, syntaxes, strict=True)
    ]


def _found(text: str, given: ox.RdfFormat | None) -> list[tuple[str, Path | None]]:
    """The files that a path stands for, with their names; None is standard input."""
    if text == "-":
        if given is None:
            raise UserError(
                "standard input has no extension that tells its format; "
                f"name it with --syntax: {', '.join(FORMATS)}."
            )
        return [(STANDARD_INPUT, None)]
    path = Path(text)
    try:
        kind = path.stat().st_mode
    except OSError as error:
        what = "does not exist" if isinstance(error, FileNotFoundError) else "cannot be read"
        raise ReadError(text, f"{what} ({error.strerror})", "check the path") from None
    except ValueError as error:  # a NUL in it
        raise ReadError(repr(text), f"is no path ({error})", "check the path") from None
    if stat.S_ISREG(kind):
        return [(path.name, path)]
    if not stat.S_ISDIR(kind):
        raise ReadError(text, "is no regular file", "pipe it to '-' and name its --syntax")
    inside = list(_in_folder(path))
    if not inside:
        raise ReadError(
            text,
            "holds no RDF file",
            f"files that end in {', '.join(f'.{e}' for e in EXTENSIONS)} are read, "
            "packed (.gz, .bz2) or not",
        )
    return [*inside]


def _check_keys(found: Sequence[tuple[str, Path | None]]) -> None:
    """Refuses files that would become one document."""
    seen: dict[str, Path | str] = {RESERVED_KEY: RESERVED_KEY}
    for name, file in found:
        key = key_of(name)
        if key in seen:
            raise UserError(
                f"{file or name}: the name '{name}' is that of {seen[key]} too; "
                "load it by itself with another --name."
            )
        seen[key] = file or name


def _syntax_of(file: Path | None) -> ox.RdfFormat:
    """The format that a file's extension tells."""
    extension = _suffixes(file.name)[1] if file else ""
    syntax = FORMATS.get((EXTENSIONS | ONLY_IF_NAMED).get(extension, ""))
    if syntax is None:
        raise ReadError(
            str(file),
            "has no extension that tells its format",
            f"name it with --syntax: {', '.join(FORMATS)}",
        )
    return syntax


def fingerprint(source: Input) -> str:
    """The SHA-256 of the bytes as they are, in hexadecimal digits; ReadError."""
    try:
        with open_packed(source) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except Trouble as trouble:
        raise ReadError(source.name, trouble.what, trouble.remedy) from None
    except OSError as error:
        raise ReadError(
            source.name, f"cannot be read ({error.strerror})", "check the file and its disk"
        ) from None

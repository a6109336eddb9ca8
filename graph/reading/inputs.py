"""What a load reads: files, folders and standard input, each with a name, a format and a key."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from graph.reading.limits import MIB, Input, Limits, open_packed
from graph.reading.trouble import Trouble
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
    """The RDF files in a folder and below, in order, with their names; ReadError."""

    def refuse(error: OSError) -> None:
        raise ReadError(
            error.filename, f"cannot be read ({error.strerror})", "check its rights"
        ) from None

    top = folder.resolve()
    # Links to folders are not followed: they could lead round in a circle, or anywhere.
    for place, folders, files in os.walk(top, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            path = Path(place, file)
            if not file.startswith(".") and _suffixes(file)[1] in EXTENSIONS:
                name = (Path(top.name) / path.relative_to(top)).as_posix()
                _check_kind(name, _kind(name, path))
                yield name, path


def links_not_followed(paths: Sequence[str]) -> list[str]:
    """A sentence for each link in a folder that leads to a folder elsewhere, which is not read.

    What is linked to inside the same folder is read where it is.
    """
    found = []
    for top in (Path(text).resolve() for text in paths if text != "-" and Path(text).is_dir()):
        for place, folders, _ in os.walk(top):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for link in (p for p in (Path(place, name) for name in folders) if p.is_symlink()):
                target = link.resolve()
                if not target.is_relative_to(top):
                    name = (Path(top.name) / link.relative_to(top)).as_posix()
                    found.append(
                        f"{shown(name)} is a link to another folder, whose files are not read; to load "
                        f"them too, name it: {shown(str(target))}"
                    )
    return found


def _kind(text: str, path: Path) -> int:
    """The mode of what a path leads to; ReadError where it leads nowhere."""
    try:
        return path.stat().st_mode
    except OSError as error:
        what = "does not exist" if isinstance(error, FileNotFoundError) else "cannot be read"
        raise ReadError(shown(text), f"{what} ({error.strerror})", "check the path") from None
    except ValueError as error:  # a NUL in it
        raise ReadError(repr(text), f"is no path ({error})", "check the path") from None


def _check_kind(text: str, mode: int) -> None:
    """ReadError for what may never end: a pipe, a device, a socket."""
    if not stat.S_ISREG(mode):
        raise ReadError(shown(text), "is no regular file", "pipe it to '-' and name its --syntax")


def shown(text: str) -> str:
    """A name for people: what no line of a ledger can hold is escaped."""
    return "".join(c if _is_shown(c) else c.encode("unicode_escape").decode() for c in text)


def _is_shown(character: str) -> bool:
    # Those for right to left change the order of what stands behind them.
    kind = unicodedata.category(character)
    return kind not in ("Cc", "Cs", "Zl", "Zp") and character not in _TURNING


_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _check_name(name: str, path: Path | None) -> None:
    """UserError for a name that could pass for other lines than its own."""
    if not name.strip() or not all(map(_is_shown, name)):
        where = (
            f"{shown(str(path))}: its name"
            if path and path.name in name
            else f"--name '{shown(name)}'"
        )
        raise UserError(
            f"{where} is empty or has characters that are not printed; give it another: --name NAME."
        )


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
        Input(one, file, syntax, base, None if file else _spooled(limits), name is not None)
        for (one, file), syntax in zip(found, syntaxes, strict=True)
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
    kind = _kind(text, path)
    if not stat.S_ISDIR(kind):
        _check_kind(text, kind)
        return [(path.name, path)]
    inside = list(_in_folder(path))
    if not inside:
        linked = links_not_followed([text])
        raise ReadError(
            text,
            f"holds no RDF file itself ({linked[0]})" if linked else "holds no RDF file",
            f"files that end in {', '.join(f'.{e}' for e in EXTENSIONS)} are read, "
            "packed (.gz, .bz2) or not",
        )
    return [*inside]


def _check_keys(found: Sequence[tuple[str, Path | None]]) -> None:
    """Refuses files that would become one document."""
    seen: dict[str, Path | str] = {RESERVED_KEY: RESERVED_KEY}
    for name, file in found:
        _check_name(name, file)
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


def fingerprint(source: Input, limits: Limits | None = None) -> str:
    """The SHA-256 of the bytes as they are, in hexadecimal digits; ReadError."""
    most = (limits or Limits()).document
    digest, total = hashlib.sha256(), 0
    try:
        with open_packed(source) as file:
            while block := file.read(MIB):
                digest.update(block)
                total += len(block)
                if total > most:
                    raise Trouble(f"is larger than {most:,} bytes", "split it into several files")
    except Trouble as trouble:
        raise ReadError(source.name, trouble.what, trouble.remedy) from None
    except OSError as error:
        raise ReadError(
            source.name, f"cannot be read ({error.strerror})", "check the file and its disk"
        ) from None
    return digest.hexdigest()


def link_out(source: Input) -> str | None:
    """Where a link in a folder leads that leaves it."""
    if source.path is None or "/" not in source.name or source.named:
        return None
    top = source.path.parents[source.name.count("/") - 1]
    target = source.path.resolve()
    return None if target.is_relative_to(top.resolve()) else shown(str(target))


def origin(source: Input) -> str | None:
    """Where a file stands, as a hash that tells places apart and gives none away.

    None where a person named the document: then the name says what it is.
    """
    if source.named:
        return None
    if source.path is None:
        return STANDARD_INPUT
    # A link counts as itself, whatever it leads to today; so does a folder by all its names.
    place = source.path.parent.resolve() / source.path.name
    return hashlib.sha256(os.fsencode(place)).hexdigest()[:16]

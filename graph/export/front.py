"""The way out: one store, ten formats, the same bytes every time."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.export import describe
from graph.export import rdf as export_rdf
from graph.export.admin import AFTER, ARGUMENTS, admin_files
from graph.export.lines import write_lines
from graph.export.tables import (
    Lines,
    csv_files,
    cypher_lines,
    graphml_lines,
    ordered,
    without_inferred,
)
from graph.files import tidied, write_whole
from graph.reading.quads import Input
from graph.stores import Release, Store
from graph.stores.base import pinned
from graph.vocabulary import FORMATS as RDF_FORMATS
from ontology import ExpedienteError, StoreError, UserError

FORMATS = (*RDF_FORMATS, "csv", "graphml", "cypher", "neo4j-admin")
FOLDER_FORMATS = ("csv", "neo4j-admin")
WHOLE_FORMATS = ("cypher", "neo4j-admin")  # copies of the store, with all that it computed


def export(
    store: Store,
    format: str,  # noqa: A002 - the word that the command line has
    target: Path | None,
    *,
    derived: bool = False,
    metadata: bool = False,
    reifiers: bool = False,
    document: str | None = None,
) -> list[str]:
    """Writes what a store holds to a file, a folder, or standard output (no target).

    ``derived`` adds what rules concluded; ``metadata`` a description of the RDF; ``reifiers``
    writes claims as RDF 1.2 triple terms in place of the RDF 1.1 reification; ``document`` is the
    key of the only one that is wanted.  A file appears whole or not at all.  Returns notes for the person.  Raises UserError for a format or target
    that will not do, StoreError for a store that holds nothing.
    """
    _check(format, target, metadata, reifiers)
    release = store.release()
    if release is None:
        raise StoreError(f"{store.url} holds no graph of ours; run 'kg load --store {store.url}'.")
    if document is not None and (format not in RDF_FORMATS or derived or metadata):
        raise UserError(
            "--document gives back RDF as it was loaded; take --derived and --metadata away, and "
            f"choose one of {', '.join(RDF_FORMATS)}."
        )
    if format in RDF_FORMATS:
        return _export_rdf(store, release, format, target, derived, metadata, reifiers, document)
    notes: list[str] = []
    if format in WHOLE_FORMATS and not derived:
        notes.append(f"{format} copies the whole store, inferred relationships included.")
    if target is not None and format == "neo4j-admin":
        with _translated(target):
            target.mkdir(parents=True, exist_ok=True)
            held = pinned(store)
            admin_files(held.rows, held.release or release, target)
        return notes + _import_commands(target)
    graph = ordered(store.graph())
    if format not in WHOLE_FORMATS and not derived:
        graph = without_inferred(graph)
    if target is not None and format == "csv":
        _write_folder(target, csv_files(graph))
        notes.append(f"In a spreadsheet, import {target / 'nodes.csv'} as UTF-8.")
    elif format == "graphml":
        _write(target, _writer(graphml_lines(graph)))
    else:
        _write(target, _writer(cypher_lines(graph, release)))
        notes.append(f"Into an empty Neo4j: cypher-shell -f {shlex.quote(str(target or 'FILE'))}")
    return notes


def export_file(source: Input, target: Path | None) -> list[str]:
    """Writes an RDF file for Neo4j's bulk import, without a store; returns notes.

    Raises UserError for a target that will not do or a file that rules would conclude from.
    """
    from graph.loading.bulk import Bulk

    _check("neo4j-admin", target, metadata=False, reifiers=False)
    assert target is not None
    bulk = Bulk(source)
    with _translated(target):
        target.mkdir(parents=True, exist_ok=True)
        admin_files(bulk.rows(), bulk.release, target)
    return [*bulk.notes, f"{source.name}: {bulk.quads} triples", *_import_commands(target)]


def _check(name: str, target: Path | None, metadata: bool, reifiers: bool) -> None:
    if name not in FORMATS:
        raise UserError(f"--format '{name}' is unknown; choose one of {', '.join(FORMATS)}.")
    if metadata and name not in RDF_FORMATS:
        raise UserError(f"--metadata is RDF, and {name} is not; export turtle or trig for it.")
    if reifiers and name not in export_rdf.RDF12_FORMATS:
        known = ", ".join(export_rdf.RDF12_FORMATS)
        raise UserError(f"--reifiers is RDF 1.2, which {name} is not; choose one of {known}.")
    if name in FOLDER_FORMATS:
        if target is None:
            raise UserError(f"{name} makes several files; name a folder: --output DIR.")
        if target.exists() and not target.is_dir():
            raise UserError(f"--output {target}: is a file, and {name} needs a folder; name one.")
    elif target is not None and target.is_dir():
        raise UserError(f"--output {target}: is a folder; name a file in it.")


def _export_rdf(
    store: Store,
    release: Release,
    name: str,
    target: Path | None,
    derived: bool,
    metadata: bool,
    reifiers: bool,
    document: str | None,
) -> list[str]:
    notes: list[str] = []
    if not (reifiers or metadata) and (name == "nquads" or (name == "ntriples" and not derived)):
        found = export_rdf.all_quads(store, derived=derived, document=document)
        _write(target, lambda out: write_lines(found, name, out))
        return notes
    quads = export_rdf.rdf_quads(store, derived=derived, document=document)
    if reifiers:
        quads = export_rdf.with_reifiers(quads)
    if metadata:
        # Only the packaged knowledge is ours to license; a store may hold somebody else's data.
        if not describe.is_ours(release):
            notes.append(
                "The description names no licence: the store holds other data than the packaged "
                "knowledge of this version."
            )
        quads += describe.metadata_quads(
            store, quads, release, name, derived=derived, reifiers=reifiers
        )
    _write(target, lambda out: notes.extend(export_rdf.write_rdf(quads, name, out)))
    return notes


def _import_commands(folder: Path) -> list[str]:
    place = shlex.quote(str(folder))
    return [
        "With Neo4j stopped, into a database that is new or empty (add --overwrite-destination to "
        f"replace one): cd {place} && neo4j-admin database import full neo4j @{ARGUMENTS}",
        f"Then start Neo4j and run: cypher-shell -d neo4j -f {shlex.quote(str(folder / AFTER))}",
    ]


# --- Files --------------------------------------------------------------------------------------


def _writer(lines: Lines) -> Callable[[IO[bytes]], None]:
    return lambda out: out.writelines(line.encode() for line in lines)


def _write(target: Path | None, write: Callable[[IO[bytes]], object]) -> None:
    if target is None:
        sys.stdout.flush()
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with _translated(target):
        _write_file(target, write)


def _write_folder(folder: Path, files: Iterable[tuple[str, Lines]]) -> None:
    with _translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, lines in files:
            _write_file(folder / name, _writer(lines))


def _write_file(target: Path, write: Callable[[IO[bytes]], object]) -> None:
    if target.exists() and not target.is_file():  # a pipe or a device: nothing to replace
        with target.open("wb") as out:
            write(out)
        return
    target = target.resolve()  # a link stays one
    write_whole(target, write)


@contextmanager
def _translated(target: Path) -> Iterator[None]:
    try:
        with tidied():
            yield
    except (FileNotFoundError, NotADirectoryError, FileExistsError, PermissionError) as error:
        raise UserError(
            f"--output {target}: cannot be written ({error.strerror}); name a place that can."
        ) from error
    except OSError as error:
        raise ExpedienteError(
            f"--output {target}: could not be written ({error.strerror}); make room on the disk."
        ) from error

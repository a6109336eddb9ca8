"""N-Quads and N-Triples of any size: lines in a fixed order, sorted on disk where they are many.

The order is that of :func:`graph.export.rdf.in_order`: by graph, the default graph first, then by
the text of the quad.  The order of texts is that of their bytes in UTF-8.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from itertools import islice
from typing import IO

import pyoxigraph as ox

from ontology import UserError

MOST = 200_000
"""Lines that are sorted in memory: some 50 MB."""
_BEHIND_GRAPH = b"\0"  # stands in no line, and before whatever does


def write_lines(quads: Iterable[ox.Quad], name: str, out: IO[bytes], *, most: int = MOST) -> None:
    """Writes quads as ``nquads`` or ``ntriples``, each once.

    UserError, before the first byte, where quads of a named graph come for N-Triples; OSError where
    the disk that they are sorted on is full.
    """
    rest = iter(quads)
    with ExitStack() as files:
        runs: list[IO[bytes]] = []
        lines = _sorted(list(islice(rest, most)), name)
        while quads_left := list(islice(rest, most)):
            if not runs:
                runs.append(_stored(files, lines))
            runs.append(_stored(files, _sorted(quads_left, name)))
        last = b""
        for line in heapq.merge(*runs) if runs else lines:
            if line != last:
                out.write(line[line.index(_BEHIND_GRAPH) + 1 :])
            last = line


def _sorted(quads: list[ox.Quad], name: str) -> list[bytes]:
    """Lines with their graphs in front, in order."""
    default = ox.DefaultGraph()
    graphs = [quad.graph_name for quad in quads]
    named = {graph for graph in set(graphs) if graph != default}
    if named and name == "ntriples":
        raise UserError(
            f"The data has named graphs ({min(map(str, named))}), which {name} cannot hold; "
            "export it as trig or nquads."
        )
    text = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    front = {graph: str(graph).encode() + _BEHIND_GRAPH for graph in named}
    front[default] = _BEHIND_GRAPH
    lines = text.splitlines(keepends=True)
    return sorted([front[graph] + line for graph, line in zip(graphs, lines, strict=True)])


def _stored(files: ExitStack, lines: Iterable[bytes]) -> IO[bytes]:
    file = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - closed with the others
    file.writelines(lines)
    file.seek(0)
    return file

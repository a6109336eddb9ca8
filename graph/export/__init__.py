"""The graph as files for other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.export.front import export, export_file
    from graph.export.rdf import rdf_quads
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "front": "export export_file",
            "rdf": "rdf_quads",
        },
    )

__all__ = [
    "export",
    "export_file",
    "rdf_quads",
]

"""The graph as files for other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.export.front import export, export_file
    from graph.export.rdf import rdf_quads
    from graph.export.releases import (
        Contents,
        content_hash,
        differences,
        of_file,
        of_folder,
        of_store,
    )
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "front": "export export_file",
            "rdf": "rdf_quads",
            "releases": "Contents content_hash differences of_file of_folder of_store",
        },
    )

__all__ = [
    "Contents",
    "content_hash",
    "differences",
    "export",
    "export_file",
    "of_file",
    "of_folder",
    "of_store",
    "rdf_quads",
]

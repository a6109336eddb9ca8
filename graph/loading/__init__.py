"""What one load brings, and how a store comes to hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.loading.about import told
    from graph.loading.bulk import Bulk
    from graph.loading.change import Incoming, gather
    from graph.loading.derived import derived_quads
    from graph.loading.difference import Ledger
    from graph.loading.documents import (
        check_places,
        document_quads,
        load,
        read_documents,
        telling,
        unload,
    )
    from graph.loading.fingerprints import Audit, audit, edited
    from graph.loading.knowledge import (
        generation,
        is_current,
        is_stale,
        knowledge_folder,
        read_packaged,
    )
    from graph.loading.packaged import load_packaged, make_current, packaged_too
    from graph.loading.views import Viewed, viewed
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "fingerprints": "Audit audit edited",
            "about": "told",
            "bulk": "Bulk",
            "change": "Incoming gather",
            "derived": "derived_quads",
            "difference": "Ledger",
            "documents": "check_places document_quads load read_documents telling unload",
            "knowledge": "generation is_current is_stale knowledge_folder read_packaged",
            "packaged": "load_packaged make_current packaged_too",
            "views": "Viewed viewed",
        },
    )

__all__ = [
    "Audit",
    "Bulk",
    "Incoming",
    "Ledger",
    "Viewed",
    "audit",
    "check_places",
    "derived_quads",
    "document_quads",
    "edited",
    "gather",
    "generation",
    "is_current",
    "is_stale",
    "knowledge_folder",
    "load",
    "load_packaged",
    "make_current",
    "packaged_too",
    "read_documents",
    "read_packaged",
    "telling",
    "told",
    "unload",
    "viewed",
]

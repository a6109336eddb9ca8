"""Whether two datasets are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.proof.canonical import Comparison, Proof, compare, proof
    from graph.proof.verification import Verified, verify
else:
    from graph.lazy import door

    __getattr__ = door(
        __name__,
        {
            "canonical": "Comparison Proof compare proof",
            "verification": "Verified verify",
        },
    )

__all__ = [
    "Comparison",
    "Proof",
    "Verified",
    "compare",
    "proof",
    "verify",
]

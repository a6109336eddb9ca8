"""Answers in a notebook: they show themselves, and become data frames and graphs.

pandas, polars and networkx are imported where they are asked for; none of them is needed otherwise.
"""

from __future__ import annotations

from kg.notebook.answers import Answer, Rows

__all__ = ["Answer", "Rows"]

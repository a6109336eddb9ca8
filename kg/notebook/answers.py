"""What ``kg.ask`` and ``kg.query`` give: a map and a list, with what a notebook wants of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ontology import ExpedienteError

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import polars as pl

    from graph.claims import View
    from queries import Query


class _Shown:
    """What both can do; a subclass says what its answer object and its columns are."""

    _store: str | None
    _view: View | None

    def _response(self) -> dict[str, Any]:
        raise NotImplementedError

    def _kinds(self) -> dict[str, str]:
        """The type of each column that is known."""
        raise NotImplementedError

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a pandas data frame.

        A date or interval keeps its text; ``<column>_from`` and ``<column>_to`` beside it are its
        first and last day as ``datetime64[s]`` (9999-12-31: open).
        """
        from kg.notebook.frames import pandas_frame

        response = self._response()
        return pandas_frame(response["columns"], response["rows"], self._kinds())

    def to_polars(self) -> pl.DataFrame:
        """The rows as a polars data frame, with days as ``Date``."""
        from kg.notebook.frames import polars_frame

        response = self._response()
        return polars_frame(response["columns"], response["rows"], self._kinds())

    def graph(self) -> nx.MultiDiGraph[str]:
        """The facts behind the rows as a networkx graph."""
        from kg.notebook.network import graph_of_answer
        from kg.session import Session

        with Session(self._store, view=self._view) as session:
            return graph_of_answer(session, self._response())

    def mermaid(self) -> str:
        """What stands behind the rows, from the sources up, as a Mermaid flowchart."""
        from kg.session import Session
        from kg.why.mermaid import flowchart
        from kg.why.opened import opened_rows

        response = self._response()
        with Session(self._store, view=self._view) as session:
            return flowchart(opened_rows(session, response), response["language"])

    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        """What a notebook shows where it cannot show HTML."""
        response = self._response()
        told = response.get("sentence") or response["reason"]
        printer.text(f"{told} ({len(response['rows'])} rows)" if response["rows"] else str(told))

    def _repr_html_(self) -> str | None:
        """For a notebook; nothing (then it shows the text) where the store cannot be asked."""
        from kg.notebook.page import html
        from kg.session import Session

        try:
            with Session(self._store, view=self._view) as session:
                return html(session, self._response())
        except ExpedienteError:
            return None


class Answer(_Shown, dict[str, Any]):
    """An answer of ``kg ask``: the map of ``--json``."""

    def __init__(
        self, response: dict[str, Any], store: str | None = None, view: View | None = None
    ) -> None:
        super().__init__(response)
        self._store, self._view = store, view

    def _response(self) -> dict[str, Any]:
        return self

    def _kinds(self) -> dict[str, str]:
        from queries import catalogue

        query = catalogue().queries.get(str(self["query"]))
        return query.kinds if query else {}

    @property
    def status(self) -> str:
        """answered, ambiguous or unanswerable."""
        return str(self["status"])

    @property
    def sentence(self) -> str:
        """The answer in words, or the reason why there is none."""
        return str(self.get("sentence") or self["reason"] or "")

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows, each with its claims."""
        return list(self["rows"])

    @property
    def evidence(self) -> dict[str, dict[str, Any]]:
        """The claims behind the rows, by id."""
        return dict(self["evidence"])


class Rows(_Shown, list[dict[str, Any]]):
    """The rows of a query."""

    def __init__(
        self,
        rows: Iterable[dict[str, Any]],
        query: Query,
        given: dict[str, Any],
        store: str | None = None,
        release: str | None = None,
        view: View | None = None,
    ) -> None:
        super().__init__(rows)
        self.query, self.given = query, given
        self._store, self._release, self._view = store, release, view
        self._evidence: dict[str, dict[str, Any]] | None = None

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows, each with its claims."""
        return list(self)

    @property
    def evidence(self) -> dict[str, dict[str, Any]]:
        """The claims behind the rows, by id; read when they are first wanted."""
        if self._evidence is None:
            from kg.respond import claims_read
            from kg.session import Session

            with Session(self._store, view=self._view) as session:
                self._evidence = claims_read(
                    session, sorted({c for r in self for c in r["claims"]})
                )
        return self._evidence

    def _kinds(self) -> dict[str, str]:
        return self.query.kinds

    def _response(self) -> dict[str, Any]:
        """The rows in the form of an answer."""
        ids = {c.name for c in self.query.parameters}
        return {
            "status": "answered",
            "sentence": self.query.title["en"],
            "question": self.query.name,
            "language": "en",
            "query": self.query.name,
            "parameters": {k: {"id": v, "name": v} for k, v in self.given.items() if k in ids},
            "columns": self.query.cells,
            "rows": list(self),
            "evidence": self.evidence,
            "contested": [],
            "left_out": [],
            "release": self._release,
            "form": None,
        }

"""The front door: the command line ``kg`` and the same in Python.

>>> import kg                                                            # doctest: +SKIP
>>> kg.ask("Who is related to El Mencho?")["rows"][0]["relative"]        # doctest: +SKIP
>>> kg.query("relatives", person="El Mencho")                            # doctest: +SKIP
>>> kg.cypher("MATCH (p:Leader) RETURN p.name AS name")                  # doctest: +SKIP
>>> kg.sparql("SELECT ?s { ?s ?p ?o } LIMIT 1")                          # doctest: +SKIP
>>> kg.dataset().query("SELECT ...")                                     # doctest: +SKIP
>>> kg.ask("Who led the CJNG?").to_pandas()                              # doctest: +SKIP
>>> kg.graph("El Mencho").edges(data=True)                               # doctest: +SKIP
>>> kg.paths("El Cuini", "El Mencho")["paths"][0]["cost"]                # doctest: +SKIP

What goes wrong raises one of :mod:`kg.errors`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from kg import errors
from kg.connections.limits import PATHS, STEPS

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from graph.claims import View
    from kg.notebook import Answer, Rows

    __version__: str

__all__ = ["__version__", "ask", "cypher", "dataset", "errors", "graph", "paths", "query", "sparql"]

LIMIT = 1000
TIMEOUT = 30.0


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib import metadata

        try:
            return metadata.version("expediente")
        except metadata.PackageNotFoundError:  # a checkout that is not installed
            return "unknown"
    raise AttributeError(f"module 'kg' has no attribute '{name}'")


def ask(
    question: str,
    store: str | None = None,
    *,
    as_of: str | None = None,
    known_at: str | None = None,
    policy: str | None = None,
) -> Answer:
    """Answers a question; the map is what ``kg ask --json`` prints.

    ``as_of``, ``known_at`` and ``policy`` are those of the command: a day in the world, a day by
    which it was known, and which claims count.  The answer shows itself in a notebook, and becomes a
    data frame (``to_pandas()``, ``to_polars()``) or a networkx graph (``graph()``).
    """
    from kg.notebook import Answer
    from kg.respond import respond
    from kg.session import Session

    view = _view(as_of, known_at, policy)
    with Session(store, view=view) as session:
        return Answer(respond(session, question), store, view)


def _view(as_of: str | None, known_at: str | None, policy: str | None) -> View | None:
    from kg.app import view_of

    return view_of(as_of, known_at, policy)


def query(
    name: str,
    /,
    store: str | None = None,
    *,
    as_of: str | None = None,
    known_at: str | None = None,
    policy: str | None = None,
    **parameters: Any,
) -> Rows:
    """The rows of a query by name, each with its ``claims``; a list that can what an answer can.

    The view is chosen as in :func:`ask`.

    An entity is given by its id or by a name, as on the command line.  Raises ``NotFound`` for a
    query, an id or a name that is unknown, ``UserError`` for a name that several bear.
    """
    from kg.notebook import Rows
    from kg.resolve import resolve_parameters
    from kg.session import Session
    from queries import bind, run_cypher

    view = _view(as_of, known_at, policy)
    with Session(store, view=view) as session:
        found = session.catalogue.get(name)
        given = resolve_parameters(session, found, parameters)
        rows = run_cypher(found, bind(found, given), session.store).rows
        release = session.base.release()
        return Rows(rows, found, given, store, release.generation if release else None, view)


def paths(
    first: str,
    second: str,
    store: str | None = None,
    *,
    k: int = PATHS,
    max_length: int = STEPS,
    as_of: str | None = None,
    known_at: str | None = None,
    policy: str | None = None,
    min_status: str | None = None,
) -> dict[str, Any]:
    """How two things, by names or ids, are connected; the map is what ``kg paths --format json`` prints.

    The view is chosen as in :func:`ask`; without any path ``paths`` in it is empty.  Raises
    ``NotFound`` for a name that is unknown, ``UserError`` for one that several bear, for the same
    thing twice, and for a status that no fact has.
    """
    from kg.app import check_status
    from kg.connections.ask import connections
    from kg.session import Session

    check_status(min_status)
    with Session(store, view=_view(as_of, known_at, policy)) as session:
        return connections(session, first, second, k=k, longest=max_length, weakest=min_status)


def graph(
    about: str | Answer | Rows | None = None, *, store: str | None = None, inferred: bool = True
) -> nx.MultiDiGraph[str]:
    """Facts as a networkx graph: all, those of an entity (a name or an id), or those of an answer.

    Nodes have ``name``, ``kind`` and ``classes``; edges ``predicate``, ``label``, ``status``,
    ``statuses``, ``inferred``, ``valid``, ``valid_from``, ``valid_to`` and ``claims``, as far as they
    are known, all of them texts or truths, as GraphML and GEXF want them.  Needs networkx.
    """
    if about is not None and not isinstance(about, str):
        return about.graph()
    from kg.notebook.network import graph_of
    from kg.resolve import resolve
    from kg.session import Session

    with Session(store) as session:
        identifier = resolve(session, about) if about is not None else None
        return graph_of(session, identifier, inferred)


def cypher(
    text: str,
    parameters: dict[str, Any] | None = None,
    *,
    store: str | None = None,
    limit: int = LIMIT,
    timeout: float = TIMEOUT,
) -> list[dict[str, Any]]:
    """The rows of Cypher that only reads; ``limit`` counts rows, ``timeout`` seconds.

    Raises ``WriteRefused``, ``QueryError``, ``TimeLimit``.
    """
    from kg.session import Session

    with Session(store, timeout) as session:
        found = session.store.ad_hoc(text, parameters or {}, limit=limit, seconds=timeout)
        return found.records


def sparql(
    text: str,
    *,
    store: str | None = None,
    graphs: Collection[str] | None = None,
    base: str | None = None,
    limit: int = LIMIT,
    timeout: float = TIMEOUT,
) -> list[dict[str, Any]] | bool | str:
    """What SPARQL gives: rows of a SELECT, the truth of an ASK, a graph as N-Triples.

    ``graphs`` chooses among asserted, derived, ontology and default; ``base`` is what relative IRIs
    are relative to; ``limit`` counts rows or triples, ``timeout`` seconds.  Raises ``QueryError``, ``TimeLimit``.
    """
    import io

    from graph.sparql import run
    from kg.session import Session

    out = io.BytesIO()
    with Session(store, timeout) as session:
        found = run(
            session.store,
            text,
            timeout=timeout,
            limit=limit,
            out=out,
            graphs=graphs,
            base=base,
        )
    if found.kind == "boolean":
        return bool(found.boolean)
    if found.kind == "rows":
        return [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    return out.getvalue().decode()


def dataset(store: str | None = None, derived: bool = False) -> rdflib.Dataset:
    """The RDF of a store as an rdflib ``Dataset``; ``derived`` adds what was inferred."""
    from kg.rdf import rdflib_dataset
    from kg.session import Session

    with Session(store) as session:
        return rdflib_dataset(session.store, derived)

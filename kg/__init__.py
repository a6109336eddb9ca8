"""The front door: the command line ``kg`` and the same in Python.

>>> import kg                                                            # doctest: +SKIP
>>> kg.ask("Who is related to El Mencho?")["rows"][0]["relative"]        # doctest: +SKIP
>>> kg.query("relatives", person="person/nemesio-oseguera-cervantes")    # doctest: +SKIP
>>> kg.dataset().query("SELECT ...")                                     # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import rdflib

__all__ = ["ask", "dataset", "query"]


def ask(question: str, store: str | None = None) -> dict[str, Any]:
    """Answers a question; the map is what ``kg ask --json`` prints."""
    from kg.respond import respond
    from kg.session import Session

    with Session(store) as session:
        return respond(session, question)


def query(name: str, store: str | None = None, **parameters: Any) -> list[dict[str, Any]]:
    """The rows of a query by name, each with its ``claims``."""
    from kg.session import Session
    from queries import bind, run_cypher

    with Session(store) as session:
        found = session.catalogue.get(name)
        return run_cypher(found, bind(found, parameters), session.store).rows


def dataset(store: str | None = None, derived: bool = False) -> rdflib.Dataset:
    """The RDF of a store as an rdflib ``Dataset``; ``derived`` adds what was inferred."""
    from kg.rdf import rdflib_dataset
    from kg.session import Session

    with Session(store) as session:
        return rdflib_dataset(session.store, derived)

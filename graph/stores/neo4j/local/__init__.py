"""A real Neo4j without Docker: Maven Central's jars, run by the Java that is here.

For the tests, and for analysts who have no container engine::

    with LocalNeo4j.start() as server:
        neo4j.GraphDatabase.driver(server.uri, auth=server.auth)

    python -m graph.stores.neo4j.local --home DIR --http

Needs Java 17 or later (21 for the releases named by years), and `mvn` until the jars have been fetched once. Tried on Linux.
"""

from __future__ import annotations

from graph.stores.neo4j.local.errors import LocalNeo4jError, PortTakenError
from graph.stores.neo4j.local.java import available, jars
from graph.stores.neo4j.local.releases import NEO4J_VERSION, RELEASES, Neo4jRelease
from graph.stores.neo4j.local.server import LocalNeo4j

__all__ = [
    "NEO4J_VERSION",
    "RELEASES",
    "LocalNeo4j",
    "LocalNeo4jError",
    "Neo4jRelease",
    "PortTakenError",
    "available",
    "jars",
]

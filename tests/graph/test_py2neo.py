"""py2neo is no longer maintained: an optional way in, shown to read what we loaded."""

from __future__ import annotations

import pytest

py2neo = pytest.importorskip("py2neo", reason="the extra 'py2neo' is not installed")


def test_py2neo_reads_the_loaded_graph(
    neo4j_packaged: str, neo4j_auth: tuple[str, str] | None
) -> None:
    graph = py2neo.Graph(neo4j_packaged, auth=neo4j_auth)
    rows = graph.run(
        "MATCH (x:Entity)-[r:SIBLING_IN_LAW_OF]->(p:Entity {id: $id}) "
        "RETURN x.name AS name, r.claims AS claims ORDER BY name",
        id="person/nemesio-oseguera-cervantes",
    ).data()
    assert "Abigael González Valencia" in [row["name"] for row in rows]
    assert all(row["claims"] for row in rows)
    transfer = graph.nodes.match("Transfer", id="transfer/2025-02-27").first()
    assert transfer["date_from"] == "2025-02-27"
    assert {"Entity", "Event", "Transfer", "Expulsion"} <= set(transfer.labels)

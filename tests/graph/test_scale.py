"""The UNESCO thesaurus, a fragment of DBpedia and our knowledge beside each other, on both engines."""

from __future__ import annotations

from pathlib import Path

from graph.loading.documents import load, read_documents
from graph.loading.packaged import packaged_too
from graph.proof.verification import verify_inputs, verify_knowledge
from graph.reading.quads import find_inputs
from graph.stores import Store

FILES = {"dbpedia-fragment.ttl.gz": 25_000, "unesco-thesaurus.ttl.gz": 75_172}
HASHES = {
    "dbpedia-fragment.ttl.gz": "e8657f0e4dd23ab5bdc942c71a700ef5b429cb363a8bead788ada1c971b79e07",
    "unesco-thesaurus.ttl.gz": "e8811f32a69be276cc5c2b8764408587fe4b4aefb9668df3e5354b14cb040b57",
}
"""RDFC-1.0, SHA-256: the same on every engine and machine."""


def test_each_document_is_proven_with_the_others_beside_it(store: Store, shared: Path) -> None:
    inputs = find_inputs([str(shared / "scale" / name) for name in FILES])
    load(store, packaged_too(store, read_documents(store, inputs), None))
    proofs = {proof.document: proof for proof in verify_inputs(store, inputs, seconds=20)}
    (knowledge,) = verify_knowledge(store, None, seconds=20)
    assert knowledge.equal
    assert {name: proof.comparison.right.quads for name, proof in proofs.items()} == FILES
    assert {name: proof.comparison.right.hash for name, proof in proofs.items()} == HASHES
    assert all(proof.equal for proof in proofs.values())
    assert {proof.comparison.method for proof in proofs.values()} == {"RDFC-1.0"}

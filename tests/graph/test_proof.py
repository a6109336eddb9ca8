"""The proof: equal for equal datasets only, whatever their blank nodes, and done in bounded work."""

from __future__ import annotations

import hashlib

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.proof import canonical as proof_module
from graph.proof.canonical import Proof, compare, proof
from graph.proof.colours import shape, tangles
from ontology import ExpedienteError
from tests.graph.rdf_strategies import DATASETS, Quads
from tests.graph.tangles import (
    THING,
    P,
    Q,
    S,
    b,
    chain,
    clique,
    coloured,
    cycle,
    library_hash,
    shuffled,
    star,
)

NO_HURRY = settings(deadline=None)


# --- RDFC-1.0 -------------------------------------------------------------------------------------

KNOWN = {
    "duplicate paths": (
        """
<http://example.com/#p> <http://example.com/#q> _:e0 .
<http://example.com/#p> <http://example.com/#q> _:e1 .
_:e0 <http://example.com/#p> _:e2 .
_:e1 <http://example.com/#p> _:e3 .
_:e2 <http://example.com/#r> _:e3 .
""",
        """\
<http://example.com/#p> <http://example.com/#q> _:c14n2 .
<http://example.com/#p> <http://example.com/#q> _:c14n3 .
_:c14n0 <http://example.com/#r> _:c14n1 .
_:c14n2 <http://example.com/#p> _:c14n1 .
_:c14n3 <http://example.com/#p> _:c14n0 .
""",
    ),
    "a double circle in a blank graph": (
        r"""
_:e0 <http://example.org/vocab#next> _:e1 _:g .
_:e0 <http://example.org/vocab#prev> _:e2 _:g .
_:e1 <http://example.org/vocab#next> _:e2 _:g .
_:e1 <http://example.org/vocab#prev> _:e0 _:g .
_:e2 <http://example.org/vocab#next> _:e0 _:g .
_:e2 <http://example.org/vocab#prev> _:e1 _:g .
<urn:ex:s> <urn:ex:p> "\u0008\u0009\u000a\u000b\u000c\u000d\u0022\u005c\u007f" _:g .
""",
        r"""<urn:ex:s> <urn:ex:p> "\b\t\n\u000B\f\r\"\\\u007F" _:c14n0 .
_:c14n1 <http://example.org/vocab#next> _:c14n2 _:c14n0 .
_:c14n1 <http://example.org/vocab#prev> _:c14n3 _:c14n0 .
_:c14n2 <http://example.org/vocab#next> _:c14n3 _:c14n0 .
_:c14n2 <http://example.org/vocab#prev> _:c14n1 _:c14n0 .
_:c14n3 <http://example.org/vocab#next> _:c14n1 _:c14n0 .
_:c14n3 <http://example.org/vocab#prev> _:c14n2 _:c14n0 .
""",
    ),
}


@pytest.mark.parametrize("name", KNOWN)
def test_known_canonical_forms(name: str) -> None:
    text, canonical = KNOWN[name]
    made = proof(ox.parse(text, format=ox.RdfFormat.N_QUADS))
    assert made.hash == hashlib.sha256(canonical.encode()).hexdigest()
    assert (made.method, made.conclusive) == ("RDFC-1.0", True)
    assert made.quads == len(canonical.splitlines())


def escaped(character: str) -> str:
    """A character in a literal of canonical N-Quads, by the words of the recommendation."""
    short = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f"} | {
        "\r": "\\r"
    }
    code = ord(character)
    if character in short:
        return short[character]
    # Controls, DEL, and what the Char production of XML 1.1 leaves out.
    if code < 0x20 or code in (0x7F, 0xFFFE, 0xFFFF):
        return f"\\u{code:04X}"
    return character


def test_characters_are_written_as_the_recommendation_says() -> None:
    codes = [*range(0x180), *range(0x2000, 0x2040), *range(0xD7F0, 0xD800), *range(0xE000, 0xE010)]
    codes += [*range(0xFDC0, 0xFE00), *range(0xFFF0, 0x10010), 0x1FFFE, 0x10FFFE, 0x10FFFF]
    quads = [ox.Quad(S, P, ox.Literal(chr(code))) for code in codes]
    lines = sorted(f'{S} {P} "{escaped(chr(code))}" .\n' for code in codes)
    assert proof(quads).hash == hashlib.sha256("".join(lines).encode()).hexdigest()


@NO_HURRY
@given(DATASETS)
def test_quads_without_blank_nodes_have_no_part_in_the_labels(quads: Quads) -> None:
    found = proof(quads)
    assert found.hash == library_hash(quads)
    assert found.quads == len(quads)


@NO_HURRY
@given(DATASETS, st.integers(0, 2**32))
def test_the_same_dataset_has_the_same_proof(quads: Quads, seed: int) -> None:
    other = shuffled(quads, seed)
    assert proof(quads) == proof(other)
    assert coloured(quads) == coloured(other)
    compared = compare(quads, other)
    assert compared.equal
    assert compared.missing == compared.extra == []


@NO_HURRY
@given(DATASETS.filter(bool), st.data())
def test_a_quad_less_is_found_and_shown(quads: Quads, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(quads))
    fewer = [quad for quad in quads if quad != gone]
    compared = compare(quads, shuffled(fewer, 1))
    assert not compared.equal
    assert coloured(quads).hash != coloured(fewer).hash
    if not shape(gone).labels:
        assert (compared.missing, compared.extra) == ([f"{gone} ."], [])
    else:
        assert set(compared.missing) <= {f"{quad} ." for quad in quads}
        assert compared.missing


def test_many_quads_are_sorted_on_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    quads = [ox.Quad(S, P, ox.Literal(f"ñ{n % 700}")) for n in range(1500)] + chain(30)
    whole = proof(quads)
    assert whole.quads == 730
    monkeypatch.setattr(proof_module, "_RUN", 2_000)
    assert proof(quads) == whole
    compared = compare(quads, [*shuffled(quads, 3), ox.Quad(S, P, ox.Literal("more"))])
    assert (compared.missing, compared.extra) == ([], [f'{S} {P} "more" .'])


# --- What is interchangeable ----------------------------------------------------------------------


def test_two_circles_are_not_one_and_only_rdfc_sees_it() -> None:
    two, one = [*cycle(3, "x"), *cycle(3, "y")], cycle(6)
    assert proof(two).hash != proof(one).hash
    compared = compare(two, one)
    assert not compared.equal
    assert compared.missing
    assert compared.extra
    weak = coloured(two), coloured(one)
    assert weak[0].hash == weak[1].hash
    assert not weak[0].conclusive
    assert "weaker" in weak[0].method
    # One side is easy, the other is not: both are proven in the same way, which says what it is.
    compared = compare(two, one, seconds=0)
    assert compared.left.method == compared.right.method == compared.method
    assert compared.method.startswith("colour refinement (weaker")
    assert "longer than 0 s" in compared.method


def test_a_clique_ends_at_the_limit() -> None:
    found = proof(clique(10), seconds=0.3)
    assert found.method.startswith("colour refinement (weaker")
    assert found == proof(shuffled(clique(10), 2), seconds=0.3)
    assert found.hash != proof(clique(10)[1:], seconds=0.3).hash
    assert found.quads == 90


def test_what_is_easy_needs_no_child_and_what_is_not_has_one() -> None:
    easy = [ox.Quad(b(n), P, ox.Literal(str(n % 50))) for n in range(100)]
    easy += [quad for n in range(20) for quad in cycle(4, f"c{n}")]
    assert proof(easy, seconds=0).method == "RDFC-1.0"  # a child would have had no time
    hard = [*chain(40, "long"), *easy]
    assert proof(hard, seconds=0).method != "RDFC-1.0"
    assert proof(hard).hash == library_hash(hard)


@pytest.mark.parametrize(
    ("quads", "expected"),
    [
        (chain(6)[:1], (0, 0)),  # its ends differ
        (cycle(3), (3, 3)),
        (clique(5), (5, 20)),
        ([*star(3, "x"), *star(3, "y")], (4, 3)),
        (
            [ox.Quad(b(0), P, b(1), ox.NamedNode(f"x:{n}")) for n in range(9)] + cycle(2, "y"),
            (2, 2),
        ),
        ([ox.Quad(S, P, ox.Triple(b(m), P, b(n))) for m, n in [(0, 1), (1, 0)]], (2, 2)),
    ],
)
def test_how_hard_labelling_is_can_be_seen(quads: Quads, expected: tuple[int, int]) -> None:
    assert tangles([shape(quad) for quad in quads]) == expected


def test_a_child_that_breaks_is_a_failure_and_no_weaker_proof() -> None:
    with pytest.raises(ExpedienteError, match=r"RDFC-1\.0 broke its process"):
        proof_module.canonical_in_time(b"no quad\n", 20)


# --- What is shown --------------------------------------------------------------------------------


def test_a_difference_is_shown_where_it_is_and_not_where_it_reaches() -> None:
    left = [*chain(60), ox.Quad(b("", 30), Q, ox.Literal("left"))]
    right = [*chain(60), ox.Quad(b("", 30), Q, ox.Literal("right"))]
    compared = compare(left, right, seconds=0)
    assert compared.missing == [f'_:n_30 {Q} "left" .']
    assert compared.extra == [f'_:n_30 {Q} "right" .']


def test_at_most_five_examples_of_each_kind_are_shown() -> None:
    left = [ox.Quad(S, P, ox.Literal(str(n))) for n in range(100)]
    right = [*left[50:], *(ox.Quad(b(n), P, THING) for n in range(8))]
    compared = compare(left, right)
    assert [len(compared.missing), len(compared.extra)] == [5, 5]
    assert set(compared.missing) <= {f"{quad} ." for quad in left[:50]}
    assert set(compared.extra) <= {f"{quad} ." for quad in right[50:]}


def test_triple_terms_are_proven_by_a_method_that_says_so() -> None:
    inner = ox.Triple(b(0), P, ox.Triple(b(1), Q, b(0)))
    quads = [ox.Quad(S, P, inner), ox.Quad(b(1), Q, ox.Literal("x"))]
    other = [ox.Quad(S, P, inner), ox.Quad(b(0), Q, ox.Literal("x"))]
    found = proof(quads)
    assert "triple terms" in found.method
    assert found == proof(shuffled(quads, 1))
    assert found.hash != proof(other).hash
    assert "triple terms" not in proof([ox.Quad(S, P, ox.Literal("<<( x )>>"))]).method


def test_literals_are_compared_as_they_are_written() -> None:
    integer = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    one, other = (ox.Quad(S, P, ox.Literal(form, datatype=integer)) for form in ("1", "01"))
    compared = compare([one], [other])
    assert not compared.equal
    assert (compared.missing, compared.extra) == ([f"{one} ."], [f"{other} ."])


def test_nothing_is_proven_equal_to_nothing() -> None:
    assert compare([], []).equal
    assert proof([]) == Proof(hashlib.sha256(b"").hexdigest(), "RDFC-1.0", 0)

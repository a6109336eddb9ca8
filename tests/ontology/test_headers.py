"""Headers of query files: the comment lines at the top as a map, the rest as the query."""

from __future__ import annotations

import pytest

from ontology.headers import CYPHER, SPARQL, BadHeader, split_header


@pytest.mark.parametrize("mark", [CYPHER, SPARQL])
def test_a_header_and_the_query_after_it_are_told_apart(mark: str) -> None:
    sign = mark.rstrip()
    text = f"{mark}a: 1\n{sign}\n{mark}b: [x, y]\n\nRETURN 1 {mark}c: 2\n"
    assert split_header(text, mark) == ({"a": 1, "b": ["x", "y"]}, f"RETURN 1 {mark}c: 2\n")


def test_a_file_without_a_header_is_a_query_alone() -> None:
    assert split_header("# a comment\nASK {}\n", SPARQL) == ({}, "# a comment\nASK {}\n")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("#+ a: 1\n#+ b: [\nASK {}", 2, "correct the YAML"),
        ("#+ - a\nASK {}", 1, "must be a map of keys and values"),
    ],
)
def test_a_bad_header_names_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(BadHeader) as caught:
        split_header(text, SPARQL)
    assert caught.value.line == line
    assert what in str(caught.value)

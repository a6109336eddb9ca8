"""What stands behind an answer, as text in one of the formats."""

from __future__ import annotations

from typing import Any

from kg.why.say import fact_line, say


def shown(found: dict[str, Any], format_: str, language: str) -> tuple[str, list[str]]:
    """The text, and what is to be said about it beside."""
    if format_ == "mermaid":
        from kg.why.mermaid import flowchart

        return flowchart(found, language), _missing(found, language)
    if format_ == "turtle":
        from kg.why.prov import turtle

        return turtle(found), _missing(found, language)
    from kg.why.tree import Tree, drawn

    tree = Tree(found, language)
    text = drawn(tree.nodes())
    named = [fact_line(found["facts"][name], language) for name in dict.fromkeys(tree.circular)]
    circular = [say(language, "circular_note", fact=fact) for fact in named]
    return text, circular + _missing(found, language)


def _missing(found: dict[str, Any], language: str) -> list[str]:
    return [say(language, "missing_note", fact=name) for name in found["missing"]]

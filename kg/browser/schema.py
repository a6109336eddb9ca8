"""The model as a drawing: a few classes and the ties between them, in the colours of the style."""

from __future__ import annotations

import base64
from html import escape
from typing import Any

from kg.browser.style import colours_of
from ontology import Ontology

WIDE, HIGH, RADIUS = 900, 390, 44
HALO = 'paint-order="stroke" stroke="#FFFFFF" stroke-width="4"'  # a name stays legible on a line


def drawing(ontology: Ontology, schema: dict[str, Any]) -> str:
    """An SVG picture as an address that holds it: a guide may show no other image."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg(ontology, schema).encode()).decode()


def _ties(ontology: Ontology, schema: dict[str, Any]) -> list[tuple[str, str, str]]:
    found = []
    for name in schema["ties"]:
        term = ontology.by_type[name]
        ends = [ontology.terms[iri].graph_name for iri in (term.domain, term.range) if iri]
        found.append((ends[0], name, ends[1]))
    return [*found, *map(tuple, schema["also"])]


def svg(ontology: Ontology, schema: dict[str, Any]) -> str:
    """The picture as SVG."""
    places = schema["places"]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" '
        f'height="{HIGH}" font-family="sans-serif">',
        '<defs><marker id="end" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto">'
        '<path d="M0,0 L8,4 L0,8 z" fill="#6B7280"/></marker></defs>',
        f'<rect width="{WIDE}" height="{HIGH}" fill="#FFFFFF"/>',
    ]
    parts += [_arrow(places[a], places[b], name) for a, name, b in _ties(ontology, schema)]
    for name, (x, y) in places.items():
        fill, border, text = colours_of(ontology, name)
        parts.append(
            f'<circle cx="{x}" cy="{y}" r="{RADIUS}" fill="{fill}" stroke="{border}" stroke-width="2"/>'
            f'<text x="{x}" y="{y + 4}" text-anchor="middle" font-size="11" fill="{text}">{escape(name)}</text>'
        )
    return "".join([*parts, "</svg>"])


def _arrow(start: list[int], end: list[int], name: str) -> str:
    (x, y), (u, v) = start, end
    line = 'fill="none" stroke="#6B7280" stroke-width="1.5" marker-end="url(#end)"'
    if start == end:
        top = y - RADIUS
        return (
            f'<path d="M{x - 20},{top + 5} C{x - 60},{top - 70} {x + 60},{top - 70} {x + 20},{top + 4}" {line}/>'
            f'<text x="{x}" y="{top - 54}" text-anchor="middle" font-size="11" {HALO}>{escape(name)}</text>'
        )
    length = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
    dx, dy = (u - x) / length * RADIUS, (v - y) / length * RADIUS
    return (
        f'<path d="M{x + dx:.0f},{y + dy:.0f} L{u - dx:.0f},{v - dy:.0f}" {line}/>'
        f'<text x="{(x + u) / 2:.0f}" y="{(y + v) / 2 - 6:.0f}" text-anchor="middle" font-size="11" {HALO}>{escape(name)}</text>'
    )

"""A picture of facts as an SVG that needs no style sheet: a notebook has none of ours."""

from __future__ import annotations

from html import escape

from kg.web.picture import Line, Picture, Spot

_FILLS = {"person": "#1f6fb2", "organization": "#b3541e", "event": "#7a4ea3", "place": "#4d7c3a"}
_OTHER = "#57606a"
_DASHES = {"weak": ' stroke-dasharray="7 4"', "inferred": ' stroke-dasharray="2 3"'}


def svg(found: Picture, title: str) -> str:
    """The picture, with what each line and spot is as its tooltip."""
    parts = [*map(_line, found.lines), *map(_spot, found.spots)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {found.width} {found.height}" role="img" '
        f'aria-label="{escape(title)}" style="max-width:900px;width:100%;height:auto" '
        f'font-family="sans-serif" font-size="12">{"".join(parts)}</svg>'
    )


def _line(line: Line) -> str:
    told = escape(f"{line.start.name} → {line.end.name}: {line.text}")
    return (
        f'<line x1="{line.start.x}" y1="{line.start.y}" x2="{line.end.x}" y2="{line.end.y}" '
        f'stroke="{_OTHER}" stroke-width="1.5"{_DASHES.get(line.kind, "")}><title>{told}</title></line>'
    )


def _spot(spot: Spot) -> str:
    fill = _FILLS.get(spot.kind, _OTHER)
    return (
        f'<circle cx="{spot.x}" cy="{spot.y}" r="9" fill="{fill}"><title>{escape(spot.name)}</title></circle>'
        f'<text x="{spot.x}" y="{spot.y + 23}" text-anchor="middle" fill="currentColor">{escape(spot.short)}</text>'
    )

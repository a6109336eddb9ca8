"""The style sheet for Neo4j Browser (GraSS), from the ontology.

Its format has traps: every label is named and the shared one comes first, captions are quoted and
hold neither a colon nor a semicolon, and there are no comments.
"""

from __future__ import annotations

from ontology import Ontology, Term

NODE = {"diameter": "50px", "border-width": "2px", "font-size": "10px"}
# The families of classes, by a class that heads each; the first that is met, from the class up.
FAMILIES = {
    "CriminalOrganization": ("#B03A2E", "#7B241C", "#FFFFFF"),
    "Person": ("#1F6FB2", "#154B79", "#FFFFFF"),
    "Administration": ("#5B4B8A", "#3E3360", "#FFFFFF"),
    "Organization": ("#8E6C3A", "#634B28", "#FFFFFF"),
    "Office": ("#7D6BA8", "#5B4B8A", "#FFFFFF"),
    "Tenure": ("#A99BC8", "#7D6BA8", "#1B1B1B"),
    "Place": ("#3D8B5F", "#296243", "#FFFFFF"),
    "LegalEvent": ("#C77C11", "#8F590C", "#1B1B1B"),
    "Event": ("#E0A030", "#A87418", "#1B1B1B"),
    "Document": ("#6B7B8C", "#4A5764", "#FFFFFF"),
    "Claim": ("#D5DAE0", "#A5ADB6", "#1B1B1B"),
}
# What people are called besides: their colour stays that of persons.
OF_PERSONS = ("Leader", "Relative", "Official", "Accused")
PLAIN = ("#A5ABB6", "#7C828C", "#1B1B1B")
CLAIM = "{status} {predicate}"
TIE = "#8A929C"
ACCUSING = "#C9897F"  # paler than what is stated: a tie that accuses is alleged until proven


def style(ontology: Ontology) -> str:
    """The whole sheet: nodes, the label of all first, then relationships."""
    blocks = [
        _block("node", **NODE, **_colours(PLAIN)),
        _block("node.Entity", **_colours(PLAIN), caption='"{name}"'),
    ]
    others = [t for t in ontology.classes if t.graph_name != "Entity"]
    # General classes first: where a node has several labels, the later rule is the one seen.
    named = sorted(others, key=lambda t: (len(ontology.ancestors(t.iri)), t.graph_name))
    blocks += [_class(ontology, term) for term in named]
    blocks.append(
        _block(
            "relationship",
            color=TIE,
            **{"shaft-width": "1px", "font-size": "8px", "padding": "3px"},
            **{"text-color-external": "#000000", "text-color-internal": "#FFFFFF"},
            caption='"<type>"',
        )
    )
    ties = sorted(t.graph_name for t in ontology.properties if t.kind == "object" and t.accuses)
    for name in dict.fromkeys([*ties, "LEADS"]):
        blocks.append(
            _block(
                f"relationship.{name}",
                color=ACCUSING,
                **{"shaft-width": "2px"},
                caption=f'"{name} ({{status}})"',
            )
        )
    return "\n".join(blocks) + "\n"


def _class(ontology: Ontology, term: Term) -> str:
    name = term.graph_name
    caption = f'"{CLAIM}"' if name == "Claim" else '"{name}"'
    return _block(f"node.{name}", **_colours(_family(ontology, term)), caption=caption)


def _family(ontology: Ontology, term: Term) -> tuple[str, str, str]:
    if term.graph_name in OF_PERSONS:
        return FAMILIES["Person"]
    above = {ontology.terms[i].graph_name for i in ontology.ancestors(term.iri)}
    return next((colours for head, colours in FAMILIES.items() if head in above), PLAIN)


def colours_of(ontology: Ontology, label: str) -> tuple[str, str, str]:
    """Fill, border and text of the nodes of a label."""
    return _family(ontology, ontology.by_label[label])


def _colours(colours: tuple[str, str, str]) -> dict[str, str]:
    fill, border, text = colours
    return {"color": fill, "border-color": border, "text-color-internal": text}


def _block(selector: str, **declarations: str) -> str:
    lines = "".join(f"  {key}: {value};\n" for key, value in declarations.items())
    return f"{selector} {{\n{lines}}}"

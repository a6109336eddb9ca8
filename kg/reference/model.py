"""The pages of the ontology, the checks and the rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.reference.markdown import TO_ROOT, cell, link, page, table, text
from ontology import KG, Term, ontology
from ontology import ROOM as ONTOLOGY_ROOM

if TYPE_CHECKING:
    from graph.claims import DataRule


def ontology_page() -> str:
    """Classes, properties and statuses with their names in the graph and in two languages."""
    model = ontology()
    properties = sorted(model.properties, key=lambda t: t.graph_name)
    about = (
        f"Version {model.version}, from {link('ontology/kg.ttl')}. The prefix `kg:` stands for "
        f"`{KG}`. The first column is the name in the property graph: a label, a relationship "
        "type or a property key."
    )
    classes = [
        [
            f"`{t.graph_name}`",
            cell(t.labels.get("en", "")),
            cell(t.labels.get("es", "")),
            _codes(t.parents),
            cell(t.comments.get("en", "")),
        ]
        for t in sorted(model.classes, key=lambda t: t.graph_name)
    ]
    links = [
        [
            f"`{t.graph_name}`",
            f"`kg:{t.local}`",
            cell(t.labels.get("en", "")),
            cell(t.labels.get("es", "")),
            f"{_one(t.domain)} → {_one(t.range)}",
            _traits(t),
            cell(t.comments.get("en", "")),
        ]
        for t in properties
        if t.kind == "object"
    ]
    keys = [
        [
            f"`{t.graph_name}`",
            f"`kg:{t.local}`" if t.iri.startswith(KG) else f"<{t.iri}>",
            cell(t.labels.get("en", "")),
            cell(t.labels.get("es", "")),
            f"{_one(t.domain)} → {t.column_type}{'[]' if t.multiple else ''}",
            _traits(t),
            cell(t.comments.get("en", "")),
        ]
        for t in properties
        if t.kind == "datatype"
    ]
    ladder = sorted(model.statuses.items(), key=lambda item: (item[1], item[0]))
    statuses = [
        [
            f"`{name}`",
            str(firmness) if firmness >= 0 else "",
            "no" if name in model.silent_statuses else "yes",
        ]
        for name, firmness in ladder
    ]
    property_head = ["name in the graph", "term", "English", "Spanish", "from → to", "", "meaning"]
    return page(
        "Ontology",
        about,
        [
            "## Classes",
            table(["label", "English", "Spanish", "a kind of", "meaning"], classes),
            "## Relationships",
            "A predicate between two things. *By rule* means that no claim may use it; *derived* "
            "that it is computed and exported only on request.",
            table(property_head, links),
            "## Properties",
            "A predicate with a value. `[]` marks one that may have several.",
            table(property_head, keys),
            "## Statuses",
            "From the weakest to the firmest. A claim whose status draws no fact stays a claim: it "
            "makes no relationship and no property.",
            table(["status", "firmness", "draws a fact"], statuses),
            "## Ranks",
            "A claim's rank is one of " + ", ".join(f"`{r}`" for r in model.ranks) + ".",
        ],
    )


def _one(iri: str | None) -> str:
    return _codes([iri] if iri else []) or "anything"


def _codes(iris: Iterable[str]) -> str:
    from graph.vocabulary import PREFIXES

    shown = []
    for iri in iris:
        term = ontology().terms.get(iri)
        prefix = next((p for p, space in PREFIXES.items() if iri.startswith(space)), None)
        if term is not None:
            shown.append(term.local)
        else:
            shown.append(f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}" if prefix else iri)
    return ", ".join(f"`{name}`" for name in shown)


def _traits(term: Term) -> str:
    traits = []
    if term.parents:
        traits.append("a kind of " + _codes(term.parents))
    if term.inverse:
        traits.append("inverse " + _codes([term.inverse]))
    if term.symmetric:
        traits.append("symmetric")
    if term.transitive:
        traits.append("transitive")
    if term.kinship:
        degree = "" if term.degree is None else f", degree {term.degree}"
        traits.append(f"kin by {term.kinship}{degree}")
    if term.drawn_by_rule:
        traits.append("by rule")
    if term.derived:
        traits.append("derived")
    return "; ".join(traits)


def checks_page() -> str:
    """The checks of the data with what each one wants and how to mend it."""
    from graph.claims import data_rules

    about = (
        f"A check is a SPARQL query in {link('ontology/checks')} that must find nothing; each row "
        "that it finds is a fault. `kg check` runs them all, after the sheets have been read and "
        f"before the shapes in {link('ontology/shapes.ttl')}."
    )
    return page("Checks", about, [_check(rule) for rule in data_rules()])


def _check(rule: DataRule) -> str:
    return "\n\n".join(
        [
            f"## {rule.name}",
            f"{text(rule.title['en'])} · {text(rule.title['es'])}",
            f"Severity: {rule.severity}. {text(rule.remedy['en'])} · {text(rule.remedy['es'])}",
            link(f"ontology/checks/{rule.name}.rq"),
        ]
    )


def rules_page() -> str:
    """The rules of inference with what each one concludes."""
    from ontology.headers import SPARQL, split_header

    about = (
        f"A rule is a SPARQL CONSTRUCT in {link('ontology/rules')}. All rules run in rounds until "
        "nothing new comes. A conclusion keeps its rule and its premises, and the claims behind "
        "the premises are its evidence."
    )
    rows = []
    for path in sorted((ONTOLOGY_ROOM / "rules").glob("*.rq")):
        header, _ = split_header(path.read_text("utf-8"), SPARQL)
        told = header.get("about") or {}
        name = f"[{path.stem}]({TO_ROOT}/ontology/rules/{path.name})"
        rows.append([name, cell(told.get("en", "")), cell(told.get("es", ""))])
    possible = (
        "**Certain and possible.** A date may be coarse (`2024`), doubted (`2019~`) or open. "
        "`OCCURRED_DURING` and `OCCURRED_UNDER` are concluded only where whatever the dates turn out "
        "to be the event lies within the tenure. Where it may lie within it and need not, or falls "
        "on a day of handover that two tenures of an office share, `POSSIBLY_DURING` and "
        "`POSSIBLY_UNDER` say so instead: for one event and one office there is the one or the other, "
        "never both. The possible ones are no weaker claims (their status is that of the dates and "
        "the holder), and no rule concludes anything certain from them."
    )
    return page("Rules", about, [possible, table(["rule", "English", "Spanish"], rows)])

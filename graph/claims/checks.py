"""Checks of the knowledge: sheets, spans in the sources, rules that must find nothing, shapes.

A rule about the data is a query in ``ontology/checks``; its rows are the violations.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.claims.infer import dataset, sparql_store
from graph.claims.sheets import Sheets, read_sheets
from ontology import BASE, OntologyError, SheetError
from ontology import ROOM as ONTOLOGY_ROOM

CHECKS = ONTOLOGY_ROOM / "checks"
_SPAN = re.compile(r"char=(\d+),(\d+)")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, where, and what to do."""

    severity: str  # "error" | "warning"
    check: str
    place: str
    message: str


@dataclass(frozen=True)
class DataRule:
    """A check file: its header and its query."""

    name: str
    title: dict[str, str]
    severity: str
    remedy: dict[str, str]
    text: str


def data_rules(folder: Path = CHECKS) -> list[DataRule]:
    """All check files, by name; OntologyError names a bad one."""
    import yaml

    found = []
    for path in sorted(folder.glob("*.rq")):
        lines = path.read_text("utf-8").splitlines()
        head = "\n".join(line[3:] for line in lines if line.startswith("#+ "))
        try:
            header = yaml.safe_load(head)
            rule = DataRule(
                path.stem, header["title"], header["severity"], header["remedy"], "\n".join(lines)
            )
        except (yaml.YAMLError, KeyError, TypeError) as error:
            raise OntologyError(f"ontology/checks/{path.name}: bad header ({error}).") from error
        found.append(rule)
    return found


def run_rules(store: ox.Store, rules: list[DataRule]) -> Iterator[Finding]:
    """The violations of the data rules in a SPARQL store."""
    for rule in rules:
        try:
            solutions = store.query(rule.text, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise OntologyError(f"ontology/checks/{rule.name}.rq: {error}.") from error
        if not isinstance(solutions, ox.QuerySolutions):
            raise OntologyError(f"ontology/checks/{rule.name}.rq: must be a SELECT.")
        names = [v.value for v in solutions.variables]
        for solution in solutions:
            cells = {n: solution[n] for n in names if solution[n] is not None}
            shown = {n: v.value.removeprefix(BASE) for n, v in cells.items()}
            place = shown.get("claim") or shown.get("subject") or ""
            about = shown.get("message", rule.title["en"])
            subject = shown.get("subject", "")
            extra = f" ({subject})" if subject and subject != place and subject not in about else ""
            yield Finding(rule.severity, rule.name, place, f"{about}{extra} {rule.remedy['en']}")


def run_shapes(quads: list[ox.Quad]) -> Iterator[Finding]:
    """The violations of the SHACL shapes."""
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    text = ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
    data.parse(data=(text or b"").decode(), format="nt")
    shapes = rdflib.Graph().parse(ONTOLOGY_ROOM / "shapes.ttl")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=False, inference="none")
    if not isinstance(report, rdflib.Graph):
        raise OntologyError(f"ontology/shapes.ttl: {report}")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    found = []
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        node = str(report.value(result, sh.focusNode) or "").removeprefix(BASE)
        message = str(report.value(result, sh.resultMessage) or "")
        severity = report.value(result, sh.resultSeverity)
        value = report.value(result, sh.value)
        found.append(
            Finding(
                "error" if severity == sh.Violation else "warning",
                "shapes",
                node,
                message + (f" ({value})" if value is not None else ""),
            )
        )
    yield from sorted(found, key=lambda f: (f.place, f.message))


def source_texts(folder: Path) -> dict[str, str]:
    """The texts in a folder by the SHA-256 of their files."""
    return {
        hashlib.sha256(data).hexdigest(): data.decode("utf-8")
        for path in sorted(folder.glob("*.txt"))
        for data in [path.read_bytes()]
    }


def run_spans(sheets: Sheets, texts: dict[str, str]) -> Iterator[Finding]:
    """Spans that leave their source, and quotations that do not stand in their span."""
    for claim in sheets.claims.values():
        text = texts.get(sheets.sources[claim.source].cells["sha256"])
        span = _SPAN.fullmatch(claim.locator)
        if text is None or span is None:
            continue
        start, end = int(span[1]), int(span[2])
        place = f"{claim.place.file}:{claim.place.line}"
        if end > len(text):
            message = f"column locator: the source has {len(text)} characters; correct the span."
            yield Finding("error", "spans", place, message)
        elif claim.quote and claim.quote not in text[start:end]:
            message = f"column quote: '{claim.quote}' does not stand in the span; copy it again."
            yield Finding("error", "spans", place, message)


def check(folder: Path, texts: Path | None = None, *, shapes: bool = True) -> list[Finding]:
    """Everything that is wrong with a knowledge folder; empty if it may be loaded."""
    try:
        sheets = read_sheets(folder)
    except SheetError as error:
        return [_sheet_finding(problem) for problem in error.problems]
    asserted, derived = dataset(sheets)
    findings = list(run_rules(sparql_store([*asserted, *derived]), data_rules()))
    if texts is not None:
        findings += run_spans(sheets, source_texts(texts))
    if shapes:
        findings += run_shapes([*asserted, *derived])
    places = {f"claim/{c.id}": f"{c.place.file}:{c.place.line}" for c in sheets.claims.values()}
    places |= {e.id: f"{e.place.file}:{e.place.line}" for e in sheets.entities.values()}
    return [
        Finding(f.severity, f.check, f"{places[f.place]}: {f.place}", f.message)
        if f.place in places
        else f
        for f in findings
    ]


def _sheet_finding(problem: str) -> Finding:
    file, _, rest = problem.partition(": ")
    return Finding("error", "sheets", file, rest)

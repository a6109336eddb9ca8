"""Checks of the knowledge: sheets, spans in the sources, rules that must find nothing, shapes.

A rule about the data is a query in ``ontology/checks``; its rows are the violations.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from graph.claims.infer import dataset, sparql_store
from graph.claims.made import COMMAND, hand_edits, read_made
from graph.claims.shapes import Finding, run_shapes
from graph.claims.sheets import SPAN, Claim, Sheets, read_sheets
from ontology import BASE, OntologyError, SheetError
from ontology import ROOM as ONTOLOGY_ROOM
from ontology.headers import SPARQL, BadHeader, split_header

CHECKS = ONTOLOGY_ROOM / "checks"


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
    found = []
    for path in sorted(folder.glob("*.rq")):
        try:
            header, query = split_header(path.read_text("utf-8"), SPARQL)
            rule = DataRule(path.stem, header["title"], header["severity"], header["remedy"], query)
        except (BadHeader, KeyError) as error:
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


def run_made(folder: Path) -> Iterator[Finding]:
    """Hand edits in sheets that loaders write."""
    for name, made in read_made(folder).sheets.items():
        for line, told in hand_edits(folder, name, made):
            message = (
                f"{told}, but loaders/{made.loader}.py writes this sheet; correct {made.file} and run "
                f"'{COMMAND}', or move your row to a sheet of your own."
            )
            yield Finding("error", "made-by-loaders", f"claims/{name}.csv:{line}", message)


def source_texts(folder: Path) -> dict[str, str]:
    """The texts in a folder by the SHA-256 of their files; a file that is not UTF-8 is none."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".txt" and path.is_file():
            data = path.read_bytes()
            with contextlib.suppress(UnicodeDecodeError):
                found[hashlib.sha256(data).hexdigest()] = data.decode("utf-8")
    return found


def _spanned(sheets: Sheets) -> dict[str, list[Claim]]:
    """The claims with a span, by source."""
    found: dict[str, list[Claim]] = {}
    for claim in sheets.claims.values():
        if SPAN.fullmatch(claim.locator):
            found.setdefault(claim.source, []).append(claim)
    return found


def run_spans(sheets: Sheets, texts: dict[str, str]) -> Iterator[Finding]:
    """Spans that leave their source, and quotations that do not stand in their span.

    A source whose text is not there is a warning: nothing of it was looked at.
    """
    for name, claims in _spanned(sheets).items():
        source = sheets.sources[name]
        text = texts.get(source.cells["sha256"])
        if text is None:
            remedy = "put the text there" if source.cells["sha256"] else "fill in its sha256"
            message = (
                f"the text of {name} was not found, so {len(claims)} spans were not checked; "
                f"{remedy}."
            )
            yield Finding("warning", "texts", f"{source.place.file}:{source.place.line}", message)
            continue
        for claim in claims:
            if told := _span_fault(claim, text):
                yield Finding("error", "spans", f"{claim.place.file}:{claim.place.line}", told)


def _span_fault(claim: Claim, text: str) -> str | None:
    span = SPAN.fullmatch(claim.locator)
    if span is None:
        return None
    start, end = int(span[1]), int(span[2])
    if end > len(text):
        return f"column locator: the source has {len(text)} characters; correct the span."
    if not claim.quote or claim.quote in text[start:end]:
        return None
    if _plain(claim.quote) in _plain(text[start:end]):
        return (
            f"column quote: '{claim.quote}' has other quotation marks, dashes or spaces than its "
            "span, perhaps by a program; copy it again."
        )
    return f"column quote: '{claim.quote}' does not stand in the span; copy it again."


# What programs put for plain marks while somebody types.
_MARKS = str.maketrans(
    dict.fromkeys("“”„«»", '"')
    | dict.fromkeys("‘’‚", "'")
    | dict.fromkeys("–—", "-")
    | {"…": "..."}
)


def _plain(text: str) -> str:
    return " ".join(text.translate(_MARKS).replace("--", "-").split())


@dataclass
class Checked:
    """What a check found, and how much of the texts it could look at.

    ``texts`` and ``spans`` are pairs: looked at, and how many there are; None without texts.
    """

    findings: list[Finding] = field(default_factory=list)
    texts: tuple[int, int] | None = None
    spans: tuple[int, int] | None = None
    free_text: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of each article, how many of its claims rest on free text alone, and how many it has."""


def free_text(sheets: Sheets) -> dict[str, tuple[int, int]]:
    """Of each article, how many of its claims rest on free text alone, and how many it has.

    What a communication or measure says in words does not, where the article also ties it to what
    it is about, asks for or is meant for.
    """
    articles = {s.id for s in sheets.sources.values() if s.cells["kind"] == "article"}
    claims = [c for c in sheets.claims.values() if c.source in articles]
    tied = {
        (c.source, c.subject)
        for c in claims
        if c.predicate.kind == "object" and c.predicate.local not in ("madeBy", "conductedBy")
    }
    counts = dict.fromkeys(sorted(articles & {c.source for c in claims}), (0, 0))
    for claim in claims:
        alone, every = counts[claim.source]
        kind = claim.predicate.free_text
        free = kind == "always" or (kind == "untied" and (claim.source, claim.subject) not in tied)
        counts[claim.source] = alone + free, every + 1
    return counts


def _check_texts(sheets: Sheets, folder: Path, checked: Checked) -> None:
    texts = source_texts(folder)
    spanned = _spanned(sheets)
    found = [name for name in spanned if sheets.sources[name].cells["sha256"] in texts]
    checked.texts = len(found), len(spanned)
    checked.spans = sum(len(spanned[n]) for n in found), sum(map(len, spanned.values()))
    if found or not spanned:
        checked.findings += run_spans(sheets, texts)
    else:
        message = (
            f"none of the {len(spanned)} texts that claims cite by place is there, so nothing was "
            "checked; name the folder of the .txt files whose sha256 stands in sources.csv."
        )
        checked.findings.append(Finding("error", "texts", str(folder), message))


def examine(folder: Path, texts: Path | None = None, *, shapes: bool = True) -> Checked:
    """Everything that is wrong with a knowledge folder, and how much of its texts was there."""
    checked = Checked()
    try:
        checked.findings += run_made(folder)
        sheets = read_sheets(folder)
    except SheetError as error:
        checked.findings += [_sheet_finding(problem) for problem in error.problems]
        return checked
    checked.free_text = free_text(sheets)
    asserted, derived = dataset(sheets)
    checked.findings += run_rules(sparql_store([*asserted, *derived]), data_rules())
    if texts is not None:
        _check_texts(sheets, texts, checked)
    if shapes:
        checked.findings += run_shapes([*asserted, *derived])
    places = {f"claim/{c.id}": f"{c.place.file}:{c.place.line}" for c in sheets.claims.values()}
    places |= {e.id: f"{e.place.file}:{e.place.line}" for e in sheets.entities.values()}
    checked.findings = [
        Finding(f.severity, f.check, f"{places[f.place]}: {f.place}", f.message)
        if f.place in places
        else f
        for f in checked.findings
    ]
    return checked


def check(folder: Path, texts: Path | None = None, *, shapes: bool = True) -> list[Finding]:
    """Everything that is wrong with a knowledge folder; empty if it may be loaded."""
    return examine(folder, texts, shapes=shapes).findings


def _sheet_finding(problem: str) -> Finding:
    file, _, rest = problem.partition(": ")
    return Finding("error", "sheets", file, rest)

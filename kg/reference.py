"""The reference pages, generated from the commands, the ontology, the queries and the rules.

``python -m kg.reference`` writes them into ``docs/reference``; with ``--check`` it writes nothing
and exits with 1 if a page is not what it would write.  Same input, same bytes.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from ontology import KG, Term, UserError, ontology
from ontology import ROOM as ONTOLOGY_ROOM

if TYPE_CHECKING:
    from graph.claims import DataRule
    from queries import Query

COMMAND = "python -m kg.reference"
CHECKOUT = Path(__file__).resolve().parents[1]
FOLDER = Path("docs") / "reference"
TO_ROOT = "../.."  # from a page to the top of the checkout
_NOTE = f"<!-- Written by `{COMMAND}`. Change what it is made from, not this page. -->"


def pages() -> dict[str, str]:
    """Every page's file name and text."""
    return {
        "checks.md": checks_page(),
        "cli.md": cli_page(),
        "ontology.md": ontology_page(),
        "queries.md": queries_page(),
        "rules.md": rules_page(),
    }


def drift(root: Path = CHECKOUT) -> list[str]:
    """The pages, as paths from ``root``, that differ from what would be written."""
    wanted = pages()
    folder = root / FOLDER
    found = {p.name: p.read_text("utf-8") for p in folder.glob("*.md")}
    names = sorted({*wanted, *found})
    return [(FOLDER / n).as_posix() for n in names if wanted.get(n) != found.get(n)]


def write(root: Path = CHECKOUT) -> list[str]:
    """Writes the pages that differ, removes those that are no more, and names both."""
    wanted = pages()
    changed = drift(root)
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name in changed:
        text = wanted.get(Path(name).name)
        if text is None:
            (root / name).unlink()
        else:
            (root / name).write_text(text, "utf-8", newline="\n")
    return changed


# --- Markdown -------------------------------------------------------------------------------------


def _page(title: str, about: str, blocks: Iterable[str]) -> str:
    return "\n\n".join([f"# {title}", _NOTE, about, *blocks]) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def _code(text: str, language: str = "text") -> str:
    return f"```{language}\n{text.rstrip()}\n```"


def _link(path: str) -> str:
    return f"[{path}]({TO_ROOT}/{path})"


# --- The command line -----------------------------------------------------------------------------


def cli_page() -> str:
    """The commands with their arguments and options, from the Typer app."""
    import typer

    from kg import commands  # noqa: F401 - the other commands register themselves
    from kg.app import app

    group: Any = typer.main.get_command(app)
    about = (
        f"{group.help}\n\n"
        "Rows go to standard output, everything else to standard error. Exit status: 0 answered or "
        "done, 3 ambiguous, 4 unanswerable, 2 a mistake in the command, 1 a failure. The same "
        "commands run as `python -m kg`; `kg --version` says which version they are of."
    )
    return _page("Commands", about, [_command(n, group.commands[n]) for n in group.commands])


def _command(name: str, command: Any) -> str:
    arguments = [p for p in command.params if not _is_option(p)]
    options = [p for p in command.params if _is_option(p)]
    usage = " ".join(["kg", name, "[OPTIONS]", *(_argument_name(a, True) for a in arguments)])
    text, _, example = command.help.partition("Example: ")
    blocks = [f"## kg {name}", " ".join(text.split()), _code(usage)]
    if example:
        blocks.append("Example:\n\n" + _code(" ".join(example.split()), "sh"))
    # From the declarations: what Typer makes of them depends on its version and on Click's.
    declared = get_type_hints(command.callback, include_extras=True)
    about = {key: hint.__metadata__[0].help for key, hint in declared.items() if key != "return"}
    rows = [[f"`{_argument_name(a)}`", _cell(about[a.name]), ""] for a in arguments]
    rows += [[f"`{_option_name(o)}`", _cell(about[o.name]), _default(o)] for o in options]
    blocks.append(_table(["", "", "default"], rows))
    return "\n\n".join(blocks)


def _is_option(parameter: Any) -> bool:
    return bool(parameter.opts[0].startswith("-"))


def _argument_name(argument: Any, usage: bool = False) -> str:
    name = argument.metavar or argument.name.strip("_").upper()
    if not usage:
        return str(name)
    name = name.removesuffix("...").strip("[]")
    return (name if argument.required else f"[{name}]") + ("..." if argument.nargs == -1 else "")


def _option_name(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    if option.is_flag:
        return names + "".join(f", {other}" for other in option.secondary_opts)
    return f"{names} {option.metavar or option.name.strip('_').upper()}"


def _default(option: Any) -> str:
    if option.is_flag and option.secondary_opts:
        return f"`{option.opts[0] if option.default else option.secondary_opts[0]}`"
    if option.is_flag or option.default is None or callable(option.default):
        return ""
    shown = f"{option.default:g}" if isinstance(option.default, float) else str(option.default)
    return f"`{shown}`"


# --- The ontology ---------------------------------------------------------------------------------


def ontology_page() -> str:
    """Classes, properties and statuses with their names in the graph and in two languages."""
    model = ontology()
    properties = sorted(model.properties, key=lambda t: t.graph_name)
    about = (
        f"Version {model.version}, from {_link('ontology/kg.ttl')}. The prefix `kg:` stands for "
        f"`{KG}`. The first column is the name in the property graph: a label, a relationship "
        "type or a property key."
    )
    classes = [
        [
            f"`{t.graph_name}`",
            _cell(t.labels.get("en", "")),
            _cell(t.labels.get("es", "")),
            _codes(t.parents),
            _cell(t.comments.get("en", "")),
        ]
        for t in sorted(model.classes, key=lambda t: t.graph_name)
    ]
    links = [
        [
            f"`{t.graph_name}`",
            f"`kg:{t.local}`",
            _cell(t.labels.get("en", "")),
            _cell(t.labels.get("es", "")),
            f"{_one(t.domain)} → {_one(t.range)}",
            _traits(t),
            _cell(t.comments.get("en", "")),
        ]
        for t in properties
        if t.kind == "object"
    ]
    keys = [
        [
            f"`{t.graph_name}`",
            f"`kg:{t.local}`" if t.iri.startswith(KG) else f"<{t.iri}>",
            _cell(t.labels.get("en", "")),
            _cell(t.labels.get("es", "")),
            f"{_one(t.domain)} → {t.column_type}{'[]' if t.multiple else ''}",
            _traits(t),
            _cell(t.comments.get("en", "")),
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
    return _page(
        "Ontology",
        about,
        [
            "## Classes",
            _table(["label", "English", "Spanish", "a kind of", "meaning"], classes),
            "## Relationships",
            "A predicate between two things. *By rule* means that no claim may use it; *derived* "
            "that it is computed and exported only on request.",
            _table(property_head, links),
            "## Properties",
            "A predicate with a value. `[]` marks one that may have several.",
            _table(property_head, keys),
            "## Statuses",
            "From the weakest to the firmest. A claim whose status draws no fact stays a claim: it "
            "makes no relationship and no property.",
            _table(["status", "firmness", "draws a fact"], statuses),
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


# --- Queries --------------------------------------------------------------------------------------


def queries_page() -> str:
    """A section a query, by theme, from the headers of the query files."""
    from queries.catalogue import read_catalogue

    queries = read_catalogue().queries
    themes: dict[str, list[Query]] = {}
    for query in queries.values():
        themes.setdefault(query.theme, []).append(query)
    about = (
        f"{len(queries)} queries. In a question, `{{name}}` is a parameter, words in `[brackets]` "
        "may be left out, and of `(one|another)` one is said; case, accents and question marks "
        "count for nothing. Every row also has `claims`, the claims that support it. A column of "
        "a class comes with a second one, the id, under the same name and `_id`."
    )
    contents = "\n".join(
        f"- {theme}: " + ", ".join(f"[{q.name}](#{q.name})" for q in found)
        for theme, found in sorted(themes.items())
    )
    blocks = [contents]
    for theme, found in sorted(themes.items()):
        blocks.append(f"## Theme: {theme}")
        blocks += [_query(q) for q in found]
    return _page("Queries", about, blocks)


def _query(query: Query) -> str:
    from queries.answers import path_of

    file = f"queries/{query.theme}/{query.name}"
    parts = [
        f"### {query.name}",
        f"**{query.title['en']}** · {query.title['es']}",
        _text(query.about["en"]),
        _text(query.about["es"]),
    ]
    if query.parameters:
        rows = [
            [
                f"`{p.name}`",
                f"`{p.type}`",
                "yes" if p.required else "no",
                "" if p.default is None else f"`{json.dumps(p.default, ensure_ascii=False)}`",
                _cell(p.about),
            ]
            for p in query.parameters
        ]
        parts.append(_table(["parameter", "type", "required", "default", ""], rows))
    else:
        parts.append("No parameters.")
    parts.append("Columns: " + ", ".join(f"`{c.name}` {c.type}" for c in query.columns) + ".")
    for language, heading in (("en", "Questions:"), ("es", "Preguntas:")):
        asked = query.questions.get(language)
        if asked:
            parts.append(f"{heading}\n\n" + _code("\n".join(asked)))
    example = query.examples[0]
    command = ["kg", "query", query.name, *(f"{k}={_argument(v)}" for k, v in example.items())]
    parts.append("Example:\n\n" + _code(shlex.join(command), "sh"))
    twin = _link(f"{file}.rq") if query.sparql else f"no SPARQL twin: {_text(str(query.no_twin))}"
    links = [_link(f"{file}.cypher"), twin]
    if path_of(query).exists():
        links.append(_link(f"{file}.answers.json"))
    parts.append(" · ".join(links))
    return "\n\n".join(parts)


def _argument(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _text(text: str) -> str:
    return " ".join(text.split()).replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")


# --- Checks and rules -----------------------------------------------------------------------------


def checks_page() -> str:
    """The checks of the data with what each one wants and how to mend it."""
    from graph.claims import data_rules

    about = (
        f"A check is a SPARQL query in {_link('ontology/checks')} that must find nothing; each row "
        "that it finds is a fault. `kg check` runs them all, after the sheets have been read and "
        f"before the shapes in {_link('ontology/shapes.ttl')}."
    )
    return _page("Checks", about, [_check(rule) for rule in data_rules()])


def _check(rule: DataRule) -> str:
    return "\n\n".join(
        [
            f"## {rule.name}",
            f"{_text(rule.title['en'])} · {_text(rule.title['es'])}",
            f"Severity: {rule.severity}. {_text(rule.remedy['en'])} · {_text(rule.remedy['es'])}",
            _link(f"ontology/checks/{rule.name}.rq"),
        ]
    )


def rules_page() -> str:
    """The rules of inference with what each one concludes."""
    from ontology.headers import SPARQL, split_header

    about = (
        f"A rule is a SPARQL CONSTRUCT in {_link('ontology/rules')}. All rules run in rounds until "
        "nothing new comes. A conclusion keeps its rule and its premises, and the claims behind "
        "the premises are its evidence."
    )
    rows = []
    for path in sorted((ONTOLOGY_ROOM / "rules").glob("*.rq")):
        header, _ = split_header(path.read_text("utf-8"), SPARQL)
        told = header.get("about") or {}
        name = f"[{path.stem}]({TO_ROOT}/ontology/rules/{path.name})"
        rows.append([name, _cell(told.get("en", "")), _cell(told.get("es", ""))])
    possible = (
        "**Certain and possible.** A date may be coarse (`2024`), doubted (`2019~`) or open. "
        "`OCCURRED_DURING` and `OCCURRED_UNDER` are concluded only where whatever the dates turn out "
        "to be the event lies within the tenure. Where it may lie within it and need not, or falls "
        "on a day of handover that two tenures of an office share, `POSSIBLY_DURING` and "
        "`POSSIBLY_UNDER` say so instead: for one event and one office there is the one or the other, "
        "never both. The possible ones are no weaker claims (their status is that of the dates and "
        "the holder), and no rule concludes anything certain from them."
    )
    return _page("Rules", about, [possible, _table(["rule", "English", "Spanish"], rows)])


def main(arguments: list[str] | None = None) -> int:
    """Writes the pages, or checks them; the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if given not in ([], ["--check"]):
        raise UserError(f"Write '{COMMAND}' or '{COMMAND} --check'.")
    if not (CHECKOUT / "docs").is_dir():
        raise UserError(f"{CHECKOUT} is no checkout of Expediente: it has no docs folder.")
    if given:
        stale = drift()
        for name in stale:
            print(f"{name} is not up to date; run '{COMMAND}' and look at the difference.")
        return 1 if stale else 0
    for name in write():
        print(name)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except UserError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_status)

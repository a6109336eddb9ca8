"""Commands that read: queries, query, cypher, sparql, show, sources."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from kg.cli import FormatOption, LimitOption, StoreOption, TimeoutOption, app, checked_format, say
from ontology import NotFound, UserError


@app.command()
def queries(
    theme: Annotated[Optional[str], typer.Argument(help="Only the queries of one theme.")] = None,  # noqa: UP045
    lang: Annotated[str, typer.Option("--lang", help="en or es.")] = "en",
    format_: FormatOption = "table",
) -> None:
    """List the canned queries.

    Example: kg queries kin
    """
    from kg.render import rows_as
    from queries import catalogue

    format_ = checked_format(format_)
    if lang not in ("en", "es"):
        raise UserError(f"--lang '{lang}' is unknown; choose en or es.")
    found = [q for q in catalogue().queries.values() if theme in (None, q.theme)]
    if not found:
        themes = sorted({q.theme for q in catalogue().queries.values()})
        raise NotFound(f"There is no theme '{theme}'; choose one of {', '.join(themes)}.")
    rows = [
        {
            "theme": q.theme,
            "query": q.name,
            "title": q.title[lang],
            "parameters": [p.name + ("" if p.required else "?") for p in q.parameters],
        }
        for q in found
    ]
    print(rows_as(format_, ["theme", "query", "title", "parameters"], rows))


@app.command()
def query(
    name: Annotated[str, typer.Argument(help="A query's name; 'kg queries' lists them.")],
    parameters: Annotated[
        list[str] | None, typer.Argument(help="KEY=VALUE, as often as needed.")
    ] = None,
    store: StoreOption = None,
    format_: FormatOption = "table",
    check: Annotated[
        bool, typer.Option("--check", help="Answer in Cypher and SPARQL and show any difference.")
    ] = False,
    describe: Annotated[
        bool, typer.Option("--describe", help="Show the query's parameters, columns and texts.")
    ] = False,
    timeout: TimeoutOption = 30.0,
) -> None:
    """Run a canned query by name.

    Example: kg query relatives person=person/nemesio-oseguera-cervantes blood=true
    """
    from kg.render import rows_as
    from kg.respond import check_answer
    from kg.session import Session
    from queries import bind, run_cypher

    format_ = checked_format(format_)
    with Session(store, timeout) as session:
        found = session.catalogue.get(name)
        if describe:
            print(_described(found))
            return
        given = {k: _entity(session, found, k, v) for k, v in _pairs(parameters).items()}
        answer = run_cypher(found, bind(found, given), session.store)
        print(rows_as(format_, [*answer.columns, "claims"], answer.rows))
        if check:
            result = check_answer(session, found, answer)
            for line in result["differences"]:
                say(line)
            if result["differences"]:
                raise typer.Exit(1)
            say(result.get("reason") or "Cypher and SPARQL agree.")


def _pairs(texts: list[str] | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in texts or []:
        key, sign, value = text.partition("=")
        if not sign or not key or not value:
            raise UserError(f"Parameter '{text}': write it as KEY=VALUE.")
        if key in found:
            raise UserError(f"Parameter '{key}' is given twice; give it once.")
        found[key] = value
    return found


def _entity(session: Any, found: Any, name: str, value: str) -> str:
    """An id as it is, a name as the id of the one entity that bears it; several by commas."""
    from queries.header import SIMPLE_TYPES

    kind = next((p.type for p in found.parameters if p.name == name), None)
    if kind is None or kind.removesuffix("[]") in SIMPLE_TYPES:
        return value
    if kind.endswith("[]"):
        return ",".join(resolve(session, one.strip(), kind[:-2]) for one in value.split(","))
    return resolve(session, value, kind)


def resolve(session: Any, said: str, kind: str = "Entity") -> str:
    """The id of an entity named by id or by name; NotFound names what is near."""
    import difflib

    from queries.ask.words import folded

    known = session.lexicon.entities.get(said)
    if known:
        if kind not in known.labels:
            labels = ", ".join(sorted(known.labels - {"Entity"}))
            raise UserError(f"'{said}' is {labels}, but {kind} is wanted here; give another id.")
        return said
    if said.startswith("claim/"):  # too many to be in the lexicon
        if session.store.read("MATCH (n:Entity {id: $id}) RETURN n.id AS id", {"id": said}).records:
            return said
        raise NotFound(f"The graph has no claim '{said}'.")
    matches = session.lexicon.find(folded(said), kind)
    if len(matches) == 1:
        return str(matches[0].id)
    if matches:
        several = ", ".join(m.id for m in matches[:8])
        raise UserError(f"'{said}' may be one of {len(matches)}: {several}; give the id.")
    near = difflib.get_close_matches(said, session.lexicon.entities, 3, 0.5)
    hint = (
        f"; did you mean {', '.join(near)}?"
        if near
        else "; give a name or an id like person/omar-garcia-harfuch."
    )
    raise NotFound(f"The graph has no {kind} '{said}'{hint}")


def _described(found: Any) -> str:
    lines = [found.title["en"], "", found.about["en"], "", "Parameters:"]
    lines += [
        f"  {p.name}: {p.type}{'' if p.required else ' (optional)'} {p.about}".rstrip()
        for p in found.parameters
    ]
    lines += [
        "",
        "Columns: " + ", ".join(f"{c.name}: {c.type}" for c in found.columns),
        "",
        "Questions:",
    ]
    lines += [f"  {q}" for q in found.ask["en"] + found.ask["es"]]
    lines += ["", "Cypher:", found.cypher.rstrip(), ""]
    lines += (
        ["SPARQL:", found.sparql.rstrip()] if found.sparql else [f"No SPARQL twin: {found.no_twin}"]
    )
    return "\n".join(lines)


def _text(query_: str | None, file: str | None) -> str:
    if (query_ is None) == (file is None):
        raise UserError("Give a query, or --file FILE (- for standard input).")
    if query_ is not None:
        return query_
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file or "").read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"--file {file}: cannot be read ({error}); name a UTF-8 text.") from error


FileOption = Annotated[
    str | None, typer.Option("--file", "-f", help="Read the query from a file or - .")
]


@app.command()
def cypher(
    query_: Annotated[
        str | None, typer.Argument(metavar="CYPHER", help="A query that only reads.")
    ] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("--param", help="KEY=VALUE for $KEY; as often as needed.")
    ] = None,
    file: FileOption = None,
    store: StoreOption = None,
    format_: FormatOption = "table",
    limit: LimitOption = 1000,
    timeout: TimeoutOption = 30.0,
) -> None:
    """Run Cypher of your own, read-only, with a time limit and a row limit.

    Example: kg cypher 'MATCH (p:Leader) RETURN p.name AS leader' --format csv
    """
    from kg.render import rows_as
    from kg.session import Session
    from queries.lint import lint

    format_ = checked_format(format_)
    text = _text(query_, file)
    with Session(store, timeout) as session:
        if session.address.embedded:
            for warning in lint(text):
                say(f"warning: {warning}")
        found = session.store.ad_hoc(text, _pairs(parameters), limit=limit, seconds=timeout)
    if found.columns or format_ == "json":  # the embedded engine names no columns without rows
        print(rows_as(format_, found.columns, found.records))
    if not found.records:
        say("No rows.")
    if found.truncated:
        say(f"Only the first {limit} rows are shown; raise --limit for more.")


@app.command()
def sparql(
    query_: Annotated[
        str | None,
        typer.Argument(
            metavar="SPARQL", help="SELECT, ASK, CONSTRUCT or DESCRIBE, or a file with one."
        ),
    ] = None,
    file: FileOption = None,
    store: StoreOption = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            help="table or md; json, csv, tsv, xml as the W3C has them; for graphs turtle, ntriples, "
            "nquads, trig, jsonld, rdfxml.",
        ),
    ] = "table",
    graph: Annotated[
        list[str] | None,
        typer.Option(
            "--graph",
            help="asserted, derived, ontology, or default (asserted in no named graph); as often as "
            "needed. Else asserted and derived.",
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base", metavar="IRI", help="What relative IRIs in the query are relative to."
        ),
    ] = None,
    limit: LimitOption = 1000,
    timeout: TimeoutOption = 30.0,
) -> None:
    """Run SPARQL of your own over the same graph, in a process that a time limit stops.

    The usual prefixes need not be declared (kg, rdf, rdfs, owl, xsd, skos, foaf, dct, prov ...).

    Example: kg sparql 'SELECT ?t { ?t a kg:Transfer }'
    """
    from graph.sparql import run
    from graph.vocabulary import FORMATS as GRAPH_FORMATS
    from graph.vocabulary import RESULT_FORMATS
    from kg.render import rows_as
    from kg.session import Session

    known = ["table", "md", *RESULT_FORMATS, *GRAPH_FORMATS]
    if format_ not in known:
        raise UserError(f"--format '{format_}' is unknown; choose one of {', '.join(known)}.")
    if query_ is not None and file is None and query_.endswith((".rq", ".sparql")):
        query_, file = None, query_  # no query ends like this
    text = _text(query_, file)
    wanted = None if format_ == "table" else format_
    sys.stdout.flush()
    out = sys.stdout.buffer
    with Session(store) as session:
        found = run(
            session.store,
            text,
            timeout=timeout,
            limit=limit,
            format_=wanted,
            out=out,
            graphs=graph,
            base=base,
        )
    out.flush()
    if format_ in ("table", "md") and found.kind == "boolean":
        print("true" if found.boolean else "false")
    elif format_ in ("table", "md") and found.kind == "rows":
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        print(rows_as(format_, found.columns, rows))
    if found.truncated:
        say(f"Only the first {limit} results are shown; raise --limit for more.")


_FACTS = """
MATCH (n:Entity {id: $id})-[r]->(x:Entity)
WHERE r.claims IS NOT NULL
RETURN type(r) AS predicate, x.name AS object, x.id AS object_id, r.valid AS valid,
       r.status AS status, r.inferred AS inferred, r.claims AS claims
"""
_VALUES = """
MATCH (c:Claim)-[:SUBJECT]->(n:Entity {id: $id})
WHERE c.value IS NOT NULL
RETURN c.predicate AS predicate, c.value AS object, null AS object_id, c.valid AS valid,
       c.status AS status, false AS inferred, [c.id] AS claims
"""


@app.command()
def show(
    entity: Annotated[str, typer.Argument(help="An id (person/...) or a name.")],
    store: StoreOption = None,
    inferred: Annotated[
        bool, typer.Option("--inferred/--no-inferred", help="With what follows by rule.")
    ] = True,
    format_: FormatOption = "table",
) -> None:
    """Show all that the graph says of one entity, with status and claims.

    What foreign documents say has no claims; ``^`` marks what they say of it as the object.

    Example: kg show "La Tuta"
    """
    from graph.loading import told
    from kg.render import rows_as
    from kg.session import Session

    format_ = checked_format(format_)
    with Session(store) as session:
        identifier = resolve(session, entity)
        records = session.store.read(
            "MATCH (n:Entity {id: $id}) RETURN n.name AS name, n.names AS names, labels(n) AS labels",
            {"id": identifier},
        ).records
        if not records:
            raise NotFound(f"The graph has no entity '{entity}'.")
        rows = session.store.read(_VALUES, {"id": identifier}).records
        rows += session.store.read(_FACTS, {"id": identifier}).records
        nothing: dict[str, Any] = {"valid": None, "status": None, "inferred": False, "claims": []}
        rows += [one._asdict() | nothing for one in told(session.store, identifier)]
    rows = [r for r in rows if inferred or not r["inferred"]]
    rows.sort(key=lambda r: (r["predicate"], str(r["object"]), str(r["valid"])))
    head = records[0]
    say(f"{head['name']} ({identifier}): {', '.join(sorted(head['labels']))}")
    others = [n for n in head["names"] if n != head["name"]]
    if others:
        say("also: " + "; ".join(others))
    columns = ["predicate", "object", "object_id", "valid", "status", "inferred", "claims"]
    print(rows_as(format_, columns, rows))


@app.command()
def sources(
    store: StoreOption = None,
    format_: FormatOption = "table",
) -> None:
    """List the sources with the number of their claims.

    Example: kg sources --format csv
    """
    from kg.render import rows_as
    from kg.session import Session

    format_ = checked_format(format_)
    with Session(store) as session:
        rows = session.store.read(
            "MATCH (s:Entity) WHERE s:Source RETURN s.id AS source, s.kind AS kind, s.title AS title, "
            "s.publisher AS publisher, s.published AS published, s.url AS url, "
            "COUNT { (s)<-[:STATED_IN]-() } AS claims"
        ).records
    for row in rows:
        row["source"] = row["source"].removeprefix("source/")
    rows.sort(key=lambda r: r["source"])
    columns = ["source", "kind", "title", "publisher", "published", "url", "claims"]
    print(rows_as(format_, columns, rows))


from kg import document_commands, store_commands  # noqa: E402, F401 - register theirs
